"""`datapackage.json`: the tables described in the form of Data Package 2.0, so that other tools find their way."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from pipeline.tabling.schemas import SCHEMA_VERSION, TABLES, Column, Table

_TYPES = {"text": "string", "whole": "integer", "number": "number", "list": "array"}


def describe(folder: Path) -> str:
    """Return the text of `datapackage.json` for the Parquet files in `folder`; the same files give the same text."""
    package = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "tallywire",
        "title": "What the news says about elections",
        "description": "Figures that news articles state about elections, the facts they make up, and the conflicts.",
        "version": SCHEMA_VERSION,
        "resources": [_resource(table, folder / f"{table.name}.parquet") for table in TABLES],
    }
    return json.dumps(package, ensure_ascii=False, indent=2) + "\n"


def _resource(table: Table, path: Path) -> dict[str, Any]:
    content = path.read_bytes()
    keys = [
        {"fields": [column], "reference": {"resource": other, "fields": [there]}}
        for column, other, there in table.refers
    ]
    shape: dict[str, Any] = {
        "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
        "fields": [_field(column) for column in table.columns],
        "primaryKey": list(table.key),
    }
    return {
        "name": table.name,
        "path": path.name,
        "description": table.description,
        "format": "parquet",
        "mediatype": "application/vnd.apache.parquet",
        "bytes": len(content),
        "hash": "sha256:" + hashlib.sha256(content).hexdigest(),
        "schema": shape | ({"foreignKeys": keys} if keys else {}),
    }


def _field(column: Column) -> dict[str, Any]:
    field: dict[str, Any] = {"name": column.name, "type": _TYPES[column.kind], "description": column.description}
    if column.unit:
        field["unit"] = column.unit
    if column.required:
        field["constraints"] = {"required": True}
    return field
