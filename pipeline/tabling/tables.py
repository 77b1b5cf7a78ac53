"""The tabling stage: what the run found becomes seven tables, the texts they point into and a description."""

from __future__ import annotations

from pathlib import Path

from pipeline.tabling import package, parquet
from pipeline.tabling.rows import Findings, all_rows
from pipeline.tabling.schemas import TABLES, TEXTS

FILES = (*(f"{table.name}.parquet" for table in TABLES), TEXTS.name + ".parquet", package.PACKAGE)


def write_tables(findings: Findings, folder: Path) -> dict[str, int]:
    """Write every table, the texts and `datapackage.json` into `folder`, which is empty; return rows per table.

    The same findings give the same bytes. Raises OSError where the disk refuses.
    """
    tables = {table.name: table for table in (*TABLES, TEXTS)}
    counts = {name: parquet.write(tables[name], rows, folder / f"{name}.parquet") for name, rows in all_rows(findings)}
    (folder / package.PACKAGE).write_text(package.describe(folder, findings.labels), encoding="utf-8")
    return {table.name: counts[table.name] for table in TABLES}
