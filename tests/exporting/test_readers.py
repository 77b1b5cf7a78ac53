"""Each table loads unchanged in pandas, Polars and DuckDB; the validator passes; older tables are read."""

from __future__ import annotations

import json
import math
import shutil
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from pipeline.commands.stored import Stored
from pipeline.running.errors import UsageError
from pipeline.tabling.package import read_labels
from pipeline.tabling.parquet import read
from pipeline.tabling.schemas import SCHEMA_VERSION, TABLES

# The tables of the stand-in articles as each version wrote them. They are never written anew: when the schema moves
# on, tables like these lie on people's disks.
FIRST = Path(__file__).parent / "tables_1_0"
OLDER = {path.name.removeprefix("tables_").replace("_", "."): path for path in FIRST.parent.glob("tables_*")}


def plain(value: object) -> object:
    """What a reader gives for a cell, without its own kinds of null and list."""
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return None
    return list(value) if not isinstance(value, str) and hasattr(value, "__iter__") else value


def cells(rows: list[dict[str, object]]) -> list[dict[str, object]]:
    return [{name: plain(value) for name, value in row.items()} for row in rows]


def by_pandas(path: Path) -> list[dict[str, object]]:
    pandas = pytest.importorskip("pandas")
    frame = pandas.read_parquet(path)
    return frame.astype(object).where(frame.notna(), None).to_dict("records")


def by_polars(path: Path) -> list[dict[str, object]]:
    return pytest.importorskip("polars", reason="Polars is not installed").read_parquet(path).to_dicts()


def by_duckdb(path: Path) -> list[dict[str, object]]:
    duckdb = pytest.importorskip("duckdb", reason="the export extra is not installed")
    found = duckdb.sql(f"SELECT * FROM '{path}'")
    return [dict(zip(found.columns, row, strict=True)) for row in found.fetchall()]


@pytest.mark.parametrize("reader", [by_pandas, by_polars, by_duckdb])
@pytest.mark.parametrize("table", [table.name for table in TABLES])
@pytest.mark.parametrize("articles", ["outputs", "hostile"])
def test_a_table_loads_unchanged(reader: Callable, table: str, articles: str, request: pytest.FixtureRequest) -> None:
    path = request.getfixturevalue(articles) / "current" / f"{table}.parquet"
    rows = cells(read(path))
    assert rows or (articles, table) == ("hostile", "conflicts")
    assert cells(reader(path)) == rows


@pytest.mark.parametrize("form", [None, "csv", "wide"])
@pytest.mark.parametrize("articles", ["outputs", "hostile"])
def test_the_validator_passes(
    tallywire: Callable, articles: str, form: str | None, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    frictionless = pytest.importorskip("frictionless", reason="the frictionless validator is not installed")
    out = request.getfixturevalue(articles)
    folder = out / "current" if form is None else tmp_path
    if form:
        tallywire("export", *(["--wide"] if form == "wide" else ["--format", form]), "--out", out, "--to", tmp_path)
    report = frictionless.validate(str((folder / "datapackage.json").resolve()))
    assert report.flatten(["type", "fieldName", "note"]) == []
    assert report.valid and report.stats["tasks"] == (1 if form == "wide" else len(TABLES))


def test_the_package_of_an_export_names_the_measures_for_people(
    tallywire: Callable, outputs: Path, tmp_path: Path
) -> None:
    tallywire("export", "--format", "csv", "--out", outputs, "--to", tmp_path)
    assert read_labels(tmp_path) == read_labels(outputs / "current") == {"seats": "Seats"}


def test_the_validator_would_see_a_wrong_table(outputs: Path, tmp_path: Path) -> None:
    frictionless = pytest.importorskip("frictionless", reason="the frictionless validator is not installed")
    shutil.copytree(outputs / "current", tmp_path / "tables")
    package = tmp_path / "tables" / "datapackage.json"
    about = json.loads(package.read_text(encoding="utf-8"))
    about["resources"][0]["schema"]["fields"][0]["type"] = "integer"
    package.write_text(json.dumps(about), encoding="utf-8")
    assert not frictionless.validate(str(package.resolve())).valid


# --- versions --------------------------------------------------------------------------------------


def test_every_file_names_its_schema_version(outputs: Path) -> None:
    for table in TABLES:
        shape = pq.read_schema(outputs / "current" / f"{table.name}.parquet")
        assert shape.metadata[b"schema_version"].decode() == SCHEMA_VERSION


def test_the_tables_of_every_version_before_this_one_are_kept_here() -> None:
    major, minor = SCHEMA_VERSION.split(".")
    assert sorted(OLDER) == [f"{major}.{n}" for n in range(int(minor))]


@pytest.mark.parametrize("version", sorted(OLDER))
def test_an_earlier_versions_tables_are_read(version: str) -> None:
    stored = Stored(OLDER[version])
    assert pq.read_schema(OLDER[version] / "claims.parquet").metadata[b"schema_version"] == version.encode()
    said = [(fact["subject"], fact["value"], fact["verdict"]) for fact in stored.facts.values()]
    assert said == [
        ("Fig List", 7.0, "single"),
        ("Pear List", 34.0, "disputed"),
        ("Plum List", 22.0, "revised"),
        ("Oak Party", 100.0, "single"),
    ]
    assert [len(stored.rows(table.name)) for table in TABLES] == [4, 6, 2, 4, 6, 2, 5]
    assert [row["decision"] for row in stored.conflicts.values()] == [None, None]  # a column of 1.1
    assert {row["count_stage"] for row in stored.claims.values()} == {None}  # a column of 1.2
    for table in TABLES:
        assert set(stored.rows(table.name)[0]) >= {column.name for column in table.columns}


@pytest.mark.parametrize("version", sorted(OLDER))
def test_an_earlier_versions_tables_are_shown_and_exported(tallywire: Callable, tmp_path: Path, version: str) -> None:
    out = tmp_path / "outputs"
    shutil.copytree(OLDER[version], out / "current")
    assert "1 conflict" in tallywire("audit", "--out", out).out
    assert tallywire("report", "--out", out).code == 0
    for form in ("csv", "jsonl", "sqlite"):
        assert tallywire("export", "--out", out, "--format", form, "--to", tmp_path / form).code == 0


def rewritten(folder: Path, name: str, table: pa.Table) -> None:
    pq.write_table(table, folder / f"{name}.parquet")


def test_a_column_that_an_older_table_lacks_is_null_and_a_list_is_empty(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(FIRST, tmp_path / "tables"))
    knowledge = pq.read_table(folder / "knowledge.parquet")
    rewritten(folder, "knowledge", knowledge.drop_columns(["choice", "conflict_ids"]))
    facts = list(Stored(folder).facts.values())
    assert [(fact["choice"], fact["conflict_ids"]) for fact in facts] == [(None, [])] * 4


def test_a_table_of_a_later_meaning_is_refused_in_one_sentence(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(FIRST, tmp_path / "tables"))
    table = pq.read_table(folder / "claims.parquet")
    rewritten(folder, "claims", table.replace_schema_metadata({**table.schema.metadata, b"schema_version": b"2.0"}))
    with pytest.raises(UsageError, match=r"claims\.parquet: .*schema is version 2\.0, this tallywire reads 1\."):
        Stored(folder).rows("claims")
