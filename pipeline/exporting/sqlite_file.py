"""One SQLite file with all tables and what links them, and the metadata by which Datasette shows it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from pipeline.exporting.sheet import Row, Sheet, replaced
from pipeline.tabling.schemas import Column, Table, noted

FILE = "tallywire.db"
METADATA = "metadata.json"
_TYPES = {"text": "TEXT", "whole": "INTEGER", "number": "REAL", "list": "TEXT", "truth": "INTEGER"}
# Lists of ids as tables of two or three columns, so that SQL can join them: name, table, its key, list columns.
_LINKS = (
    ("fact_claims", "knowledge", "fact_id", (("claim_ids", ""),), "claims", "claim_id"),
    ("fact_conflicts", "knowledge", "fact_id", (("conflict_ids", ""),), "conflicts", "conflict_id"),
    ("conflict_claims", "conflicts", "conflict_id", (("claim_ids_a", "a"), ("claim_ids_b", "b")), "claims", "claim_id"),
)
_SORTED = {
    "conflicts": ("sort_desc", "severity"),
    "knowledge": ("sort_desc", "n_origins"),
    "articles": ("sort", "path"),
}
_FACETS = {
    "knowledge": ["contest_country", "measure", "verdict"],
    "claims": ["measure", "stage", "qualifier"],
    "conflicts": ["kind", "measure"],
    "entities": ["kind", "country"],
    "articles": ["status", "source"],
}
_LINKS_SAY = {
    "fact_claims": "Which claims a fact is made of, a row each: knowledge joined to claims.",
    "fact_conflicts": "Which conflicts a fact takes part in, a row each: knowledge joined to conflicts.",
    "conflict_claims": "Which claims stand on which side of a conflict, a row each: conflicts joined to claims.",
}
_LABELS = {"entities": "name", "articles": "path", "claims": "sentence"}


def write_sqlite(sheets: Sequence[Sheet], folder: Path) -> Path:
    """Write `tallywire.db` and Datasette's `metadata.json` beside it; return the database's path.

    Lists are JSON arrays, which Datasette facets by; link tables stand beside them. Raises OSError.
    """
    names = {sheet.name for sheet in sheets}

    def write(beside: Path) -> None:
        connection = sqlite3.connect(beside)
        try:
            with connection:
                for sheet in sheets:
                    _add(connection, sheet.table, names, sheet.read())
                for link in _LINKS:
                    if {link[1], link[4]} <= names:
                        _add_link(connection, link, sheets)
        finally:
            connection.close()

    path = replaced(folder / FILE, write)
    text = json.dumps(metadata([sheet.table for sheet in sheets]), ensure_ascii=False, indent=2) + "\n"
    replaced(folder / METADATA, lambda beside: beside.write_text(text, encoding="utf-8"))
    return path


def _add(connection: sqlite3.Connection, table: Table, names: set[str], rows: Iterable[Row]) -> None:
    lines = [f'"{c.name}" {_TYPES[c.kind]}{" NOT NULL" if c.required else ""}' for c in table.columns]
    lines.append(f"PRIMARY KEY ({_listed(table.key)})")
    refers = [(here, other, there) for here, other, there in table.refers if other in names]
    lines += [f'FOREIGN KEY ("{here}") REFERENCES "{other}" ("{there}")' for here, other, there in refers]
    connection.execute(f'CREATE TABLE "{table.name}" (\n  ' + ",\n  ".join(lines) + "\n)")
    places = ", ".join("?" * len(table.columns))
    cells = ([_cell(row[column.name], column) for column in table.columns] for row in rows)
    connection.executemany(f'INSERT INTO "{table.name}" VALUES ({places})', cells)
    for here, _, _ in refers:
        connection.execute(f'CREATE INDEX "{table.name}_{here}" ON "{table.name}" ("{here}")')


def _add_link(connection: sqlite3.Connection, link: tuple[Any, ...], sheets: Sequence[Sheet]) -> None:
    name, table, key, lists, other, there = link
    sided = len(lists) > 1
    connection.execute(
        f'CREATE TABLE "{name}" ("{key}" TEXT NOT NULL REFERENCES "{table}" ("{key}"), '
        f'"{there}" TEXT NOT NULL REFERENCES "{other}" ("{there}")' + (', "side" TEXT NOT NULL)' if sided else ")")
    )
    sheet = next(sheet for sheet in sheets if sheet.name == table)
    rows = [(row[key], item, side) for row in sheet.read() for column, side in lists for item in row[column]]
    places = "?, ?, ?" if sided else "?, ?"
    connection.executemany(f'INSERT INTO "{name}" VALUES ({places})', (row if sided else row[:2] for row in rows))
    for column in (key, there):
        connection.execute(f'CREATE INDEX "{name}_{column}" ON "{name}" ("{column}")')


def _listed(names: Iterable[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)


def _cell(value: object, column: Column) -> object:
    if value is None:
        return None
    return json.dumps(value, ensure_ascii=False) if column.kind == "list" else value


def metadata(tables: Sequence[Table]) -> dict[str, Any]:
    """Return Datasette's metadata: what each table and column is, how it is sorted and what to narrow it by."""
    shown: dict[str, Any] = {}
    for table in tables:
        about: dict[str, Any] = {"description": table.description}
        about["columns"] = {column.name: noted(column) for column in table.columns}
        if table.name in _SORTED:
            about[_SORTED[table.name][0]] = _SORTED[table.name][1]
        if table.name in _FACETS:
            about["facets"] = _FACETS[table.name]
        if table.name in _LABELS:
            about["label_column"] = _LABELS[table.name]
        shown[table.name] = about
    names = {table.name for table in tables}
    shown |= {name: {"description": _LINKS_SAY[name]} for name, one, _, _, other, _ in _LINKS if {one, other} <= names}
    return {
        "title": "What the news says about elections",
        "description": "Figures that news articles state about elections, the facts they make up, and the conflicts.",
        "databases": {FILE.removesuffix(".db"): {"tables": shown}},
    }
