"""Every form holds every row; cells cannot act; sheets and tables lead to one another."""

from __future__ import annotations

import asyncio
import csv
import html
import json
import sqlite3
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from pipeline.commands.stored import Stored
from pipeline.exporting import workbook
from pipeline.exporting.cells import safe_cell
from pipeline.exporting.sheet import Sheet
from pipeline.tabling.schemas import CLAIMS, TABLES, noted

CELLS = [
    ("Pear List", "Pear List"),
    ("=1+1", "'=1+1"),
    ("+34", "'+34"),
    ("-34 seats", "'-34 seats"),
    ("@SUM(A1)", "'@SUM(A1)"),
    ("  =1+1", "'  =1+1"),
    ("\t=1+1", "'\t=1+1"),
    ("\r\n=1", "'\r\n=1"),
    ("\uff1d1+1", "'\uff1d1+1"),
    ("\x00=1+1", "\ufffd=1+1"),
    ("a\uffff", "a\ufffd"),
    ("44.5 = half", "44.5 = half"),
    ("", ""),
    (-34.0, -34.0),
    (None, None),
    (["=a", "b"], "'=a | b"),
    (["a", "b"], "a | b"),
]


@pytest.mark.parametrize(("cell", "safe"), CELLS)
def test_a_cell_that_would_act_as_a_formula_is_text(cell: object, safe: object) -> None:
    assert safe_cell(cell) == safe


def test_csv_and_json_lines_hold_every_row(tallywire: Callable, outputs: Path, tmp_path: Path) -> None:
    stored = Stored(outputs)
    said = tallywire("export", "--out", outputs, "--format", "csv")
    assert (said.code, said.out) == (0, f"{outputs}/export/csv\n")
    with (outputs / "export" / "csv" / "claims.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert [row["claim_id"] for row in rows] == list(stored.claims)
    assert rows[0]["value"] == "34.0"
    assert tallywire("export", "--out", outputs, "--format", "jsonl", "--to", tmp_path / "lines").code == 0
    lines = (tmp_path / "lines" / "knowledge.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line) for line in lines] == list(stored.facts.values())


def test_a_formula_in_an_article_stays_text(tallywire: Callable, hostile: Path, tmp_path: Path) -> None:
    tallywire("export", "--out", hostile, "--format", "csv", "--to", tmp_path)
    with (tmp_path / "claims.csv").open(encoding="utf-8", newline="") as stream:
        row = next(csv.DictReader(stream))
    assert (row["path"], row["subject"]) == ("'=cmd.txt", "'=HYPERLINK(1)")
    openpyxl = pytest.importorskip("openpyxl", reason="the export extra is not installed")
    tallywire("export", "--out", hostile, "--format", "xlsx", "--to", tmp_path)
    book = openpyxl.load_workbook(tmp_path / "tallywire.xlsx")
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert "'=cmd.txt" in [cell.value for cell in cells]
    assert {cell.data_type for cell in cells} <= {"s", "inlineStr", "n", "b"}  # "f" would be a formula


@pytest.mark.parametrize(("form", "library"), [("xlsx", "openpyxl"), ("duckdb", "duckdb")])
def test_a_form_whose_library_is_missing_says_how_to_get_it(
    tallywire: Callable, outputs: Path, monkeypatch: pytest.MonkeyPatch, form: str, library: str
) -> None:
    monkeypatch.setitem(__import__("sys").modules, library, None)
    said = tallywire("export", "--out", outputs, "--format", form)
    assert said.code == 2 and library in said.err and "tallywire[export]" in said.err


@pytest.mark.parametrize("arguments", [[], ["--format", "pdf"], ["--wide", "--format", "prodigy"]])
def test_a_form_that_is_none_is_answered_with_those_there_are(
    tallywire: Callable, outputs: Path, arguments: list[str]
) -> None:
    said = tallywire("export", "--out", outputs, *arguments)
    assert said.code == 2 and "csv, xlsx, jsonl, duckdb, sqlite" in said.err


# --- the workbook ----------------------------------------------------------------------------------


@pytest.fixture
def book(tallywire: Callable, outputs: Path, tmp_path: Path) -> object:
    openpyxl = pytest.importorskip("openpyxl", reason="the export extra is not installed")
    said = tallywire("export", "--out", outputs, "--format", "xlsx", "--to", tmp_path)
    return openpyxl.load_workbook(said.out.strip())


def test_xlsx_has_a_sheet_a_table_with_a_frozen_header(book: object, outputs: Path) -> None:
    assert book.sheetnames == ["knowledge", "claims", "conflicts", "entities", "mentions", "contests", "articles"]
    for sheet in book:
        assert sheet.freeze_panes == "B2" and sheet["A1"].font.bold
        assert sheet.max_row == 1 + len(Stored(outputs).rows(sheet.title))


def linked(book: object, sheet: str, column: str) -> list[tuple[str, str]]:
    """For each row: the first id printed in the column, and the id in the first cell of where it leads."""
    rows = list(book[sheet].iter_rows())
    at = [cell.value for cell in rows[0]].index(column)
    found = []
    for row in rows[1:]:
        if row[at].hyperlink:
            place, _, cell = row[at].hyperlink.location.partition("!")
            found.append((row[at].value.split(" | ")[0], book[place.strip("'")][cell].value))
    return found


@pytest.mark.parametrize(
    ("sheet", "column", "how_many"),
    [
        ("claims", "fact_id", 6),
        ("claims", "article_id", 6),
        ("conflicts", "claim_ids_a", 2),
        ("conflicts", "claim_ids_b", 2),
        ("conflicts", "fact_ids", 2),
        ("knowledge", "claim_ids", 4),
        ("knowledge", "conflict_ids", 2),
    ],
)
def test_a_link_leads_to_the_row_it_names(book: object, sheet: str, column: str, how_many: int) -> None:
    links = linked(book, sheet, column)
    assert len(links) == how_many
    assert all(printed == there for printed, there in links)


def many_claims(number: int, sentence: str = "x") -> Sheet:
    row = {column.name: None for column in CLAIMS.columns} | {"article_id": "a_1", "sentence": sentence}
    return Sheet(CLAIMS, lambda: [row | {"claim_id": f"k_{n}"} for n in range(number)])


def test_what_excel_cannot_hold_is_cut_visibly_or_left_without_a_link(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    openpyxl = pytest.importorskip("openpyxl", reason="the export extra is not installed")
    articles = Sheet(TABLES[-1], lambda: [{c.name: None for c in TABLES[-1].columns} | {"article_id": "a_1"}])
    monkeypatch.setattr(workbook, "MOST_LINKS", 3)
    sheet = openpyxl.load_workbook(workbook.write_xlsx([many_claims(5, "y" * 40_000), articles], tmp_path))["claims"]
    assert sum(bool(cell.hyperlink) for row in sheet.iter_rows() for cell in row) == 3
    at = [cell.value for cell in sheet[1]].index("sentence")
    assert len(sheet[2][at].value) == 32_767 and sheet[2][at].value.endswith("y […]")
    wide = workbook.write_xlsx([many_claims(1, "\U0001f5f3" * 20_000)], tmp_path)  # Excel counts each of them twice
    cut = openpyxl.load_workbook(wide)["claims"][2][at].value
    assert cut == "\U0001f5f3" * 16_381 + " […]" and len(cut.encode("utf-16-le")) <= 2 * 32_767


def test_a_table_longer_than_a_sheet_goes_on_in_further_sheets_and_every_link_finds_its_row(
    outputs: Path, tmp_path: Path
) -> None:
    openpyxl = pytest.importorskip("openpyxl", reason="the export extra is not installed")
    stored = Stored(outputs)
    sheets = [Sheet(table, partial(stored.rows, table.name)) for table in TABLES]
    book = openpyxl.load_workbook(workbook.write_xlsx(sheets, tmp_path, most_rows=4))
    assert book.sheetnames[:4] == ["knowledge", "claims", "claims_2", "conflicts"], "four facts, six claims"
    assert [book[name].max_row for name in book.sheetnames[:3]] == [5, 5, 3]
    for table in TABLES:
        pages = [sheet for sheet in book if sheet.title.partition("_")[0] == table.name]
        ids = [row[0].value for page in pages for row in page.iter_rows(min_row=2)]
        assert ids == [row[table.key[0]] for row in stored.rows(table.name)]
        assert {tuple(cell.value for cell in page[1]) for page in pages} == {tuple(c.value for c in pages[0][1])}
        assert all(page.freeze_panes == "B2" for page in pages)
    links = [pair for sheet in ("claims", "claims_2") for pair in linked(book, sheet, "fact_id")]
    links += linked(book, "knowledge", "claim_ids") + linked(book, "conflicts", "claim_ids_b")
    assert len(links) == 6 + 4 + 2
    assert all(printed == there for printed, there in links)


def test_a_table_that_just_fits_a_sheet_has_one_and_an_empty_one_its_header(tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl", reason="the export extra is not installed")
    titles = ["claims", "claims_2", "claims_3"]
    for number, pages in ((0, 1), (4, 1), (5, 2), (8, 2), (9, 3)):
        book = openpyxl.load_workbook(workbook.write_xlsx([many_claims(number)], tmp_path, most_rows=4))
        assert book.sheetnames == titles[:pages]
        assert sum(sheet.max_row - 1 for sheet in book) == number
    assert workbook.MOST_ROWS + 1 == 2**20, "Excel's lines, one of them the header's"


# --- databases -------------------------------------------------------------------------------------


def test_duckdb_holds_every_table_with_its_descriptions(tallywire: Callable, outputs: Path, tmp_path: Path) -> None:
    duckdb = pytest.importorskip("duckdb", reason="the export extra is not installed")
    said = tallywire("export", "--out", outputs, "--format", "duckdb", "--to", tmp_path)
    with duckdb.connect(said.out.strip(), read_only=True) as connection:
        for table in TABLES:
            rows = connection.execute(f"SELECT * FROM {table.name}").fetchall()
            assert rows == [tuple(row.values()) for row in Stored(outputs).rows(table.name)]
        columns = "duckdb_columns() WHERE NOT internal ORDER BY table_name, column_index"
        told = connection.execute(f"SELECT table_name, column_name, comment FROM {columns}").fetchall()
    said_of = [(t.name, c.name, noted(c)) for t in sorted(TABLES, key=lambda t: t.name) for c in t.columns]
    assert told == said_of


@pytest.fixture
def database(tallywire: Callable, outputs: Path, tmp_path: Path) -> sqlite3.Connection:
    said = tallywire("export", "--out", outputs, "--format", "sqlite", "--to", tmp_path)
    return sqlite3.connect(said.out.strip())


def test_sqlite_holds_every_row_and_no_key_leads_nowhere(database: sqlite3.Connection, outputs: Path) -> None:
    for table in TABLES:
        rows = database.execute(f"SELECT * FROM {table.name}").fetchall()
        plain = [
            [json.dumps(v) if isinstance(v, list) else v for v in r.values()] for r in Stored(outputs).rows(table.name)
        ]
        assert [list(row) for row in rows] == plain
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []


def test_sqlite_joins_facts_to_claims_and_conflicts_to_both_sides(database: sqlite3.Connection) -> None:
    sides = database.execute(
        "SELECT side, count(*) FROM conflict_claims JOIN claims USING (claim_id) GROUP BY side ORDER BY side"
    ).fetchall()
    assert sides == [("a", 2), ("b", 2)]
    facts = database.execute(
        "SELECT subject, count(*) FROM knowledge JOIN fact_claims USING (fact_id) GROUP BY fact_id ORDER BY 1, 2"
    ).fetchall()
    assert facts == [("Fig List", 1), ("Oak Party", 1), ("Pear List", 2), ("Plum List", 2)]


def test_datasette_is_told_what_every_table_and_column_is(database: sqlite3.Connection, tmp_path: Path) -> None:
    about = json.loads((tmp_path / "metadata.json").read_text(encoding="utf-8"))
    assert list(about["databases"]) == ["tallywire"]
    for table in TABLES:
        told = about["databases"]["tallywire"]["tables"][table.name]
        there = [row[1] for row in database.execute(f"PRAGMA table_info({table.name})")]
        assert list(told["columns"]) == there and told["description"] == table.description
        named = {*told.get("facets", ()), *(told[key] for key in ("sort", "sort_desc", "label_column") if key in told)}
        assert named <= set(there)


def test_datasette_shows_every_table_with_its_description_and_facets(
    tallywire: Callable, outputs: Path, tmp_path: Path
) -> None:
    app = pytest.importorskip("datasette.app", reason="Datasette is not installed")
    database = tallywire("export", "--out", outputs, "--format", "sqlite", "--to", tmp_path).out.strip()
    about = json.loads((tmp_path / "metadata.json").read_text(encoding="utf-8"))

    async def page(path: str) -> str:
        shown = app.Datasette([database], metadata=about)
        await shown.invoke_startup()
        answer = await shown.client.get(f"/tallywire/{path}")
        assert answer.status_code == 200, path
        return html.unescape(answer.text)

    told = about["databases"]["tallywire"]["tables"]
    with sqlite3.connect(database) as connection:
        assert set(told) == {
            name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type='table'")
        }
    for name, said in told.items():
        text = asyncio.run(page(name))
        assert said["description"] in text, name
        assert all(words in text for words in said.get("columns", {}).values()), name
        assert all(f'facet-tallywire-{name}-{facet}"' in text for facet in said.get("facets", ())), name
    assert ">Pear List</a>" in asyncio.run(page("conflicts")), "an id leads on by the name of what it is"


def test_the_same_tables_give_the_same_files(tallywire: Callable, outputs: Path, tmp_path: Path) -> None:
    for form in ("csv", "jsonl", "sqlite", "prodigy"):
        for again in ("one", "two"):
            assert tallywire("export", "--out", outputs, "--format", form, "--to", tmp_path / again).code == 0
    ones = {path.name: path.read_bytes() for path in (tmp_path / "one").iterdir()}
    assert ones == {path.name: path.read_bytes() for path in (tmp_path / "two").iterdir()}
    assert len(ones) == 7 + 1 + 7 + 2 + 1
