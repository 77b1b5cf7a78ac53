"""The tables: the columns that design promises, described; the same rows give the same bytes."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from pipeline.tabling import package, parquet
from pipeline.tabling.schemas import SCHEMA_VERSION, TABLES, Table

PROMISED = {
    "knowledge": "fact_id contest_id contest_country contest_kind contest_body contest_round contest_year contest_date"
    " subject_id subject subject_kind measure unit scope value value_low value_high value_text stage verdict n_claims"
    " n_articles n_origins first_published last_published claim_ids conflict_ids",
    "claims": "claim_id article_id path published char_start char_end sentence_start sentence_end sentence contest_id"
    " contest_basis subject_id subject subject_text subject_kind measure unit scope value value_low value_high"
    " value_text qualifier stage attributed_to rule confidence origin_id",
    "conflicts": "conflict_id kind severity contest_id subject_id subject measure unit value_a value_b claim_ids_a"
    " claim_ids_b fact_ids explanation",
    "entities": "entity_id kind name aliases country n_mentions n_articles",
    "mentions": "article_id char_start char_end text kind entity_id basis",
    "contests": "contest_id contest_country contest_kind contest_body contest_round contest_year contest_date basis",
    "articles": "article_id path source title published published_basis n_chars status reason origin_article",
}
BY_NAME = {table.name: table for table in TABLES}


def empty_cell(kind: str) -> object:
    return {"text": "x", "whole": 1, "number": 1.5, "list": ["a", "b"]}[kind]


def row_of(table: Table) -> dict[str, object]:
    return {column.name: empty_cell(column.kind) for column in table.columns}


@pytest.mark.parametrize("name", PROMISED)
def test_the_promised_columns_come_first_in_the_promised_order(name: str) -> None:
    promised = PROMISED[name].split()
    assert [column.name for column in BY_NAME[name].columns][: len(promised)] == promised


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_a_file_carries_descriptions_units_and_the_schema_version(table: Table, tmp_path: Path) -> None:
    path = tmp_path / "t.parquet"
    parquet.write(table, [row_of(table)], path)
    schema = pq.read_schema(path)
    assert schema.metadata[b"schema_version"].decode() == SCHEMA_VERSION
    for column in table.columns:
        notes = schema.field(column.name).metadata
        assert notes[b"description"].decode() == column.description and len(column.description) > 3
        assert notes.get(b"unit", b"").decode() == column.unit
        assert bool(column.unit) or column.kind in ("text", "list")  # a number without a unit says nothing
    assert pq.ParquetFile(path).metadata.row_group(0).column(0).compression == "ZSTD"


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_the_same_rows_give_the_same_bytes_and_come_back(table: Table, tmp_path: Path) -> None:
    rows = [row_of(table), row_of(table) | {c.name: None for c in table.columns if not c.required}]
    for name in ("a", "b"):
        parquet.write(table, rows, tmp_path / name)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()
    assert parquet.read(tmp_path / "a") == rows


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_a_table_without_rows_keeps_its_columns(table: Table, tmp_path: Path) -> None:
    parquet.write(table, [], tmp_path / "t.parquet")
    assert pq.read_schema(tmp_path / "t.parquet").names == [column.name for column in table.columns]


def test_a_lone_surrogate_is_replaced_and_keeps_the_length(tmp_path: Path) -> None:
    table = BY_NAME["claims"]
    parquet.write(table, [row_of(table) | {"sentence": "34\ud800 seats"}], tmp_path / "t.parquet")
    assert parquet.read(tmp_path / "t.parquet")[0]["sentence"] == "34? seats"


def test_the_data_package_describes_every_file(tmp_path: Path) -> None:
    for table in TABLES:
        parquet.write(table, [row_of(table)], tmp_path / f"{table.name}.parquet")
    labels = {"turnout": "Turnout", "seats": "Seats"}
    text = package.describe(tmp_path, labels)
    described = {resource["name"]: resource for resource in json.loads(text)["resources"]}
    for table in TABLES:
        resource = described[table.name]
        content = (tmp_path / resource["path"]).read_bytes()
        assert resource["hash"] == "sha256:" + hashlib.sha256(content).hexdigest()
        assert [field["name"] for field in resource["schema"]["fields"]] == [column.name for column in table.columns]
        assert set(resource["schema"]["primaryKey"]) <= {column.name for column in table.columns}
        for key in resource["schema"].get("foreignKeys", ()):
            there = BY_NAME[key["reference"]["resource"]]
            assert key["reference"]["fields"][0] in {column.name for column in there.columns}
    assert text == package.describe(tmp_path, labels)
    assert text == package.describe(tmp_path, dict(reversed(labels.items()))), "whatever the order of the labels"


def test_the_data_package_names_every_measure_for_people(tmp_path: Path) -> None:
    for table in TABLES:
        parquet.write(table, [row_of(table)], tmp_path / f"{table.name}.parquet")
    labels = {"seats": "Seats", "turnout": "Turnout"}
    (tmp_path / package.PACKAGE).write_text(package.describe(tmp_path, labels), encoding="utf-8")
    categories = [{"value": "seats", "label": "Seats"}, {"value": "turnout", "label": "Turnout"}]
    resources = json.loads((tmp_path / package.PACKAGE).read_text(encoding="utf-8"))["resources"]
    fields = [
        (r["name"], f["name"], f["categories"]) for r in resources for f in r["schema"]["fields"] if "categories" in f
    ]
    assert fields == [(name, "measure", categories) for name in ("knowledge", "claims", "conflicts")]
    assert package.read_labels(tmp_path) == labels


@pytest.mark.parametrize(
    "text", [None, "", "[]", "{}", '{"resources": 1}', '{"resources": [{"schema": {"fields": [1]}}]}']
)
def test_tables_without_labels_are_read_all_the_same(tmp_path: Path, text: str | None) -> None:
    if text is not None:
        (tmp_path / package.PACKAGE).write_text(text, encoding="utf-8")
    assert package.read_labels(tmp_path) == {}
