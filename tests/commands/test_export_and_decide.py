"""Export and decide: cells that cannot act, decisions that are kept and taken back."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from helping import make_job

from pipeline.commands.decide import read_decisions
from pipeline.commands.export import safe_cell
from pipeline.commands.stored import Stored
from pipeline.running.job import run
from pipeline.running.watch import Watch

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


def test_a_formula_in_an_article_stays_text_in_csv(tallywire: Callable, tmp_path: Path) -> None:
    job = make_job(tmp_path, articles={"=cmd.txt": "Iraq: =HYPERLINK(1) won 3 seats\n"})
    run(job, Watch())
    tallywire("export", "--out", job.out, "--format", "csv")
    with (job.out / "export" / "csv" / "claims.csv").open(encoding="utf-8", newline="") as stream:
        row = next(csv.DictReader(stream))
    assert (row["path"], row["subject"]) == ("'=cmd.txt", "'=HYPERLINK(1)")


@pytest.mark.parametrize(("form", "library"), [("xlsx", "openpyxl"), ("duckdb", "duckdb")])
def test_a_form_whose_library_is_missing_says_how_to_get_it(
    tallywire: Callable, outputs: Path, monkeypatch: pytest.MonkeyPatch, form: str, library: str
) -> None:
    monkeypatch.setitem(__import__("sys").modules, library, None)
    said = tallywire("export", "--out", outputs, "--format", form)
    assert said.code == 2 and library in said.err and "tallywire[export]" in said.err


def test_xlsx_opens_with_a_sheet_a_table(tallywire: Callable, outputs: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl", reason="the export extra is not installed")
    said = tallywire("export", "--out", outputs, "--format", "xlsx")
    book = openpyxl.load_workbook(said.out.strip(), read_only=True)
    assert book.sheetnames == ["knowledge", "claims", "conflicts", "entities", "mentions", "contests", "articles"]
    assert len(list(book["claims"].iter_rows())) == 1 + len(Stored(outputs).claims)


def test_duckdb_holds_every_table(tallywire: Callable, outputs: Path) -> None:
    duckdb = pytest.importorskip("duckdb", reason="the export extra is not installed")
    said = tallywire("export", "--out", outputs, "--format", "duckdb")
    connection = duckdb.connect(said.out.strip(), read_only=True)
    assert connection.execute("SELECT count(*) FROM claims").fetchall() == [(len(Stored(outputs).claims),)]
    connection.close()


def ids_of(out: Path) -> tuple[list[str], str, str]:
    stored = Stored(out)
    return list(stored.entities), next(iter(stored.claims)), next(iter(stored.contests))


def test_a_decision_is_kept_shown_and_taken_back(tallywire: Callable, outputs: Path, tmp_path: Path) -> None:
    (first, second, *_), claim, contest = ids_of(outputs)
    path = tmp_path / "decisions.csv"
    options = ["--out", outputs, "--decisions", path]
    assert tallywire("decide", "same", first[:12], second, "--note", "one list,\nsays their site", *options).code == 0
    assert tallywire("decide", "contest", claim, contest, *options).code == 0
    assert tallywire("decide", "drop", claim, *options).code == 0
    kept = [
        ("same", first, second, "one list, says their site"),
        ("contest", claim, contest, ""),
        ("drop", claim, "", ""),
    ]
    assert read_decisions(path) == kept
    assert path.read_text().startswith("# Decisions of people")
    assert tallywire("decide", "--list", "--decisions", path).out.splitlines()[1] == f"2. contest, {claim}, {contest}"
    assert tallywire("decide", "--undo", "2", "--decisions", path).code == 0
    assert read_decisions(path) == [kept[0], kept[2]]
    assert path.read_text().startswith("# Decisions of people")


@pytest.mark.parametrize(
    ("decision", "mend"),
    [
        (("odd", "{entity}", "{other}"), "the kinds are same"),
        (("same", "{entity}"), "a second id is missing"),
        (("same", "{entity}", "{entity}"), "needs two"),
        (("same", "{entity}", "{claim}"), "takes a entity"),
        (("drop", "{claim}", "{entity}"), "takes one id"),
        (("drop", "nothing"), "begins so"),
        (("contest", "{contest}", "{contest}"), "takes a claim or article"),
    ],
)
def test_a_decision_that_cannot_be_meant_is_refused(
    tallywire: Callable, outputs: Path, tmp_path: Path, decision: tuple[str, ...], mend: str
) -> None:
    (entity, other, *_), claim, contest = ids_of(outputs)
    names = {"entity": entity, "other": other, "claim": claim, "contest": contest}
    path = tmp_path / "decisions.csv"
    said = tallywire("decide", *(part.format(**names) for part in decision), "--out", outputs, "--decisions", path)
    assert said.code == 2 and mend in said.err and not path.exists()


def test_the_same_decision_is_not_kept_twice(tallywire: Callable, outputs: Path, tmp_path: Path) -> None:
    _, claim, _ = ids_of(outputs)
    options = ["--out", outputs, "--decisions", tmp_path / "decisions.csv"]
    assert tallywire("decide", "drop", claim, *options).code == 0
    assert tallywire("decide", "drop", claim, *options).code == 2
