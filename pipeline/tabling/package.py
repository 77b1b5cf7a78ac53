"""`datapackage.json`: the tables described in the form of Data Package 2.0, so that other tools find their way."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from pipeline.tabling.schemas import SCHEMA_VERSION, TABLES, Column, Table, labelled

PACKAGE = "datapackage.json"
# What a validator's reader makes of Parquet: null numbers become "nan", and lists are none of its types.
_TYPES = {"text": "string", "whole": "integer", "number": "number", "list": "any", "truth": "boolean"}
_NO_NUMBER = ["", "nan", "None"]
_PROFILES = "https://datapackage.org/profiles/2.0/"


def describe(folder: Path, labels: Mapping[str, str]) -> str:
    """Return the text of `datapackage.json` for the Parquet files in `folder`; the same files give the same text.

    `labels` is what people read for each measure, by its id.
    """
    return _text([_parquet(labelled(table, labels), folder / f"{table.name}.parquet") for table in TABLES])


def read_labels(folder: Path) -> dict[str, str]:
    """Return the labels of the measures that `describe` wrote in `folder`; none where an older version wrote it."""
    try:
        package = json.loads((folder / PACKAGE).read_text(encoding="utf-8"))
        fields = [field for resource in package["resources"] for field in resource["schema"]["fields"]]
        said = [pair for field in fields if field["name"] == "measure" for pair in field.get("categories", ())]
        return {str(pair["value"]): str(pair["label"]) for pair in said}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}  # the tables can be read without: the ids then stand for themselves


def describe_csv(tables: Sequence[Table]) -> str:
    """Return the text of `datapackage.json` for CSV files `<table>.csv` as `export` writes them."""
    return _text([_csv(table, {other.name for other in tables}) for table in tables])


def _text(resources: list[dict[str, Any]]) -> str:
    package = {
        "$schema": f"{_PROFILES}datapackage.json",
        "name": "tallywire",
        "title": "What the news says about elections",
        "description": "Figures that news articles state about elections, the facts they make up, and the conflicts.",
        "version": SCHEMA_VERSION,
        "resources": resources,
    }
    return json.dumps(package, ensure_ascii=False, indent=2) + "\n"


def _parquet(table: Table, path: Path) -> dict[str, Any]:
    # No "bytes": the frictionless validator counts none in a Parquet file and then finds the number wrong.
    return {
        "name": table.name,
        "path": path.name,
        "description": table.description,
        "format": "parquet",
        "mediatype": "application/vnd.apache.parquet",
        "hash": "sha256:" + hashlib.sha256(path.read_bytes()).hexdigest(),
        "schema": _schema(table, [_field(column) for column in table.columns], {other.name for other in TABLES}),
    }


def _csv(table: Table, names: set[str]) -> dict[str, Any]:
    return {
        "name": table.name,
        "path": f"{table.name}.csv",
        "description": table.description,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"csv": {"lineTerminator": "\n"}},
        "schema": _schema(table, [_csv_field(column) for column in table.columns], names),
    }


def _schema(table: Table, fields: list[dict[str, Any]], names: set[str]) -> dict[str, Any]:
    keys = [
        {"fields": [column], "reference": {"resource": other, "fields": [there]}}
        for column, other, there in table.refers
        if other in names
    ]
    shape: dict[str, Any] = {
        "$schema": f"{_PROFILES}tableschema.json",
        "fields": fields,
        "primaryKey": list(table.key),
    }
    return shape | ({"foreignKeys": keys} if keys else {})


def _field(column: Column) -> dict[str, Any]:
    field: dict[str, Any] = {"name": column.name, "type": _TYPES[column.kind], "description": column.description}
    if column.unit:
        field["unit"] = column.unit
    if column.labels:
        field["categories"] = [{"value": value, "label": label} for value, label in column.labels]
    if column.required:
        field["constraints"] = {"required": True}
    elif column.kind in ("whole", "number", "truth"):
        field["missingValues"] = _NO_NUMBER
    return field


def _csv_field(column: Column) -> dict[str, Any]:
    field = _field(column)
    field.pop("missingValues", None)
    if column.kind == "list":
        field |= {"type": "list", "delimiter": " | ", "itemType": "string"}
        field.pop("constraints", None)  # a list of nothing is an empty cell
    elif column.kind == "truth":
        field |= {"trueValues": ["True"], "falseValues": ["False"]}
    return field
