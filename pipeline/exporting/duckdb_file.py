"""One DuckDB file with all tables, each column with its description."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from pipeline.exporting.sheet import Sheet, replaced
from pipeline.tabling.parquet import arrow_table
from pipeline.tabling.schemas import noted

FILE = "tallywire.duckdb"


def write_duckdb(sheets: Sequence[Sheet], folder: Path) -> Path:
    """Write the file and return its path. Raises ImportError without duckdb, OSError where the disk refuses."""
    import duckdb

    def write(beside: Path) -> None:
        with duckdb.connect(str(beside)) as connection:
            for sheet in sheets:
                _add(connection, sheet)

    return replaced(folder / FILE, write)


def _add(connection: Any, sheet: Sheet) -> None:
    rows = arrow_table(sheet.table, sheet.read())
    connection.register("rows_to_add", rows)
    connection.execute(f"CREATE TABLE {sheet.name} AS SELECT * FROM rows_to_add")
    connection.unregister("rows_to_add")
    connection.execute(f"COMMENT ON TABLE {sheet.name} IS {_quoted(sheet.table.description)}")
    for column in sheet.table.columns:
        connection.execute(f"COMMENT ON COLUMN {sheet.name}.{column.name} IS {_quoted(noted(column))}")


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
