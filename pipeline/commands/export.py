"""`tallywire export`: the tables in other forms, for spreadsheets, scripts and databases."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from pipeline.commands.stored import Stored
from pipeline.running.errors import RunError, UsageError
from pipeline.tabling.schemas import TABLES, Table

# What a spreadsheet takes for the beginning of a formula, also after blanks and in full width.
_FORMULA = re.compile(r"[\s\x00-\x20]*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n]")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|[\ud800-\udfff]")


def export(out: Path, form: str, to: Path | None) -> Path:
    """Write all tables as `form` into the folder `to` (None: export/<form> in `out`); return what was written.

    Raises UsageError for an unknown form or one whose library is not installed, RunError where the disk refuses.
    """
    if form not in _FORMS:
        raise UsageError(f"--format {form}: no such format; the formats are {', '.join(_FORMS)}")
    stored = Stored(out)
    folder = to or out / "export" / form
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return _FORMS[form](stored, folder)
    except OSError as error:
        raise RunError(
            f"{error.filename or folder}: cannot write ({error.strerror}); choose another folder with --to"
        ) from None
    except ImportError as error:
        raise UsageError(
            f"--format {form}: needs {error.name}; install it with: pip install 'tallywire[export]'"
        ) from None


def safe_cell(value: object) -> object:
    """Return the value as a spreadsheet cell: a text that would act as a formula gets a ' before it; numbers stay."""
    if isinstance(value, list):
        value = " | ".join(str(item) for item in value)
    if not isinstance(value, str):
        return value
    text = _CONTROL.sub("\ufffd", value)
    return f"'{text}" if _FORMULA.match(text) else text


def _csv(stored: Stored, folder: Path) -> Path:
    for table in TABLES:
        names = [column.name for column in table.columns]

        def write(beside: Path, table: Table = table, names: list[str] = names) -> None:
            with beside.open("w", encoding="utf-8", newline="") as stream:
                writer = csv.writer(stream, lineterminator="\n")
                writer.writerow(names)
                writer.writerows([safe_cell(row[name]) for name in names] for row in stored.rows(table.name))

        _replaced(folder / f"{table.name}.csv", write)
    return folder


def _jsonl(stored: Stored, folder: Path) -> Path:
    for table in TABLES:

        def write(beside: Path, table: Table = table) -> None:
            with beside.open("w", encoding="utf-8", newline="") as stream:
                stream.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in stored.rows(table.name))

        _replaced(folder / f"{table.name}.jsonl", write)
    return folder


def _duckdb(stored: Stored, folder: Path) -> Path:
    import duckdb

    def write(beside: Path) -> None:
        connection = duckdb.connect(str(beside))
        for table in TABLES:
            source = str(stored.folder / f"{table.name}.parquet").replace("'", "''")
            connection.execute(f"CREATE TABLE {table.name} AS SELECT * FROM read_parquet('{source}')")
            for column in table.columns:
                note = f"{column.description} [{column.unit}]" if column.unit else column.description
                connection.execute(
                    f"COMMENT ON COLUMN {table.name}.{column.name} IS '{note.replace(chr(39), chr(39) * 2)}'"
                )
        connection.close()

    return _replaced(folder / "tallywire.duckdb", write)


def _xlsx(stored: Stored, folder: Path) -> Path:
    import openpyxl

    def write(beside: Path) -> None:
        book = openpyxl.Workbook(write_only=True)
        for table in TABLES:
            sheet = book.create_sheet(table.name)
            sheet.freeze_panes = "A2"
            sheet.append([column.name for column in table.columns])
            for row in stored.rows(table.name):
                sheet.append([safe_cell(row[column.name]) for column in table.columns])
        book.save(beside)

    return _replaced(folder / "tallywire.xlsx", write)


def _replaced(path: Path, write: Callable[[Path], Any]) -> Path:
    """Write beside `path` and rename, so that no half-written file bears the name."""
    beside = path.with_name(f".{path.name}.tmp")
    beside.unlink(missing_ok=True)
    write(beside)
    return beside.replace(path)


_FORMS: dict[str, Callable[[Stored, Path], Path]] = {"csv": _csv, "jsonl": _jsonl, "xlsx": _xlsx, "duckdb": _duckdb}
