"""The tabling stage: what the run found becomes seven tables, the texts they point into and a description."""

from __future__ import annotations

from pathlib import Path

from pipeline.tabling import package, parquet
from pipeline.tabling.rows import Findings, all_rows, text_rows
from pipeline.tabling.schemas import TABLES, TEXTS

FILES = (*(f"{table.name}.parquet" for table in TABLES), TEXTS.name + ".parquet", package.PACKAGE)


def write_tables(findings: Findings, folder: Path) -> dict[str, int]:
    """Write every table, the texts and `datapackage.json` into `folder`, which is empty; return rows per table.

    The same findings give the same bytes. Raises OSError where the disk refuses.
    """
    rows = all_rows(findings)
    for table in TABLES:
        parquet.write(table, rows[table.name], folder / f"{table.name}.parquet")
    parquet.write(TEXTS, text_rows(findings.readings), folder / f"{TEXTS.name}.parquet")
    (folder / package.PACKAGE).write_text(package.describe(folder, findings.labels), encoding="utf-8")
    return {name: len(found) for name, found in rows.items()}
