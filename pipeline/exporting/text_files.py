"""CSV, safe against formulas, with a data package that says what each column is; and JSON Lines."""

from __future__ import annotations

import csv
import json
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from pipeline.exporting.cells import safe_cell
from pipeline.exporting.sheet import Sheet, replaced
from pipeline.tabling.package import describe_csv

PACKAGE = "datapackage.json"


def write_csv(sheets: Sequence[Sheet], folder: Path) -> Path:
    """Write one CSV file a table and `datapackage.json`; return the folder. Raises OSError.

    Lists are joined by " | ". A text that a spreadsheet would take for a formula has a ' before it.
    """
    for sheet in sheets:
        replaced(folder / f"{sheet.name}.csv", partial(_csv, sheet))
    package = describe_csv([sheet.table for sheet in sheets])
    replaced(folder / PACKAGE, lambda beside: beside.write_text(package, encoding="utf-8"))
    return folder


def _csv(sheet: Sheet, path: Path) -> None:
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(sheet.columns)
        writer.writerows([safe_cell(row[name]) for name in sheet.columns] for row in sheet.read())


def write_jsonl(sheets: Sequence[Sheet], folder: Path) -> Path:
    """Write one JSON Lines file a table, one object a row; return the folder. Raises OSError."""
    for sheet in sheets:
        replaced(folder / f"{sheet.name}.jsonl", partial(_jsonl, sheet))
    return folder


def _jsonl(sheet: Sheet, path: Path) -> None:
    with path.open("w", encoding="utf-8", newline="") as stream:
        stream.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in sheet.read())
