"""Audit and show: both sentences, figures marked, everything that speaks for a row."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from helping import ARTICLES, make_job

from pipeline.commands.stored import Stored
from pipeline.running.job import run
from pipeline.running.watch import Watch

AUDIT = """\
value {conflict}, severity 0.10: IR legislative 2018-05-12 · Pear List · seats
  says 33:
    “Iraq: Pear List won [[33]] seats”
      late.txt, Wire, 2018-05-13, characters 20-22, said by the commission, {late}
  says 34:
    “Iraq: Pear List won [[34]] seats”
      early.txt, Wire, 2018-05-13, characters 20-22, said by the commission, {early}
  why: Pear List cannot have both 33 and 34 seats

1 conflict; 1 revision not shown (--kind revision or --all shows them)
"""


def test_audit_shows_both_sentences_with_the_figure_marked(tallywire: Callable, outputs: Path) -> None:
    stored = Stored(outputs)
    conflict = next(row for row in stored.conflicts.values() if row["kind"] == "value")
    ids = {"conflict": conflict["conflict_id"], "late": conflict["claim_ids_a"][0], "early": conflict["claim_ids_b"][0]}
    said = tallywire("audit", "--out", outputs)
    assert (said.code, said.err) == (0, "")
    assert said.out == AUDIT.format(**ids)


@pytest.mark.parametrize(
    ("arguments", "shown", "last"),
    [
        (["--all"], ["value", "revision"], "1 conflict, 1 revision"),
        (["--kind", "revision"], ["revision"], "1 revision"),
        (["--kind", "sum"], [], "0 conflicts"),
        (["--measure", "seats"], ["value"], "1 conflict; 1 revision not shown (--kind revision or --all shows them)"),
        (["--country", "ir"], ["value"], "1 conflict; 1 revision not shown (--kind revision or --all shows them)"),
        (["--country", "IT"], [], "0 conflicts"),
        (["--all", "--limit", "1"], ["value"], "1 conflict, 1 revision, the worst 1 shown"),
    ],
)
def test_audit_filters(tallywire: Callable, outputs: Path, arguments: list[str], shown: list[str], last: str) -> None:
    said = tallywire("audit", "--out", outputs, *arguments)
    kinds = [line.split()[0] for line in said.out.splitlines() if ", severity" in line]
    assert (said.code, kinds, said.out.splitlines()[-1]) == (0, shown, last)


@pytest.mark.parametrize(
    ("arguments", "mend"),
    [
        (["--kind", "odd"], "the kinds are value"),
        (["--measure", "goats"], "those in the tables are seats"),
        (["--country", "XX"], "they hold IR, IT"),
        (["--limit", "many"], "--limit"),
    ],
)
def test_audit_refuses_what_cannot_be_meant(
    tallywire: Callable, outputs: Path, arguments: list[str], mend: str
) -> None:
    said = tallywire("audit", "--out", outputs, *arguments)
    assert (said.code, said.out) == (2, "")
    assert mend in said.err and said.err.count("\n") == 1


def first(stored: Stored, kind: str) -> str:
    return {
        "fact": next(i for i, fact in stored.facts.items() if fact["verdict"] == "disputed"),
        "claim": next(i for i, claim in stored.claims.items() if claim["path"] == "late.txt"),
        "conflict": next(iter(stored.conflicts)),
        "entity": next(i for i, entity in stored.entities.items() if entity["name"] == "Pear List"),
        "article": next(i for i, article in stored.articles.items() if article["path"] == "early.txt"),
        "contest": next(i for i, contest in stored.contests.items() if contest["contest_country"] == "IR"),
    }[kind]


EXPECTED = {
    "fact": [
        "disputed (2 claims, 2 articles, 2 origins)",
        "[[34]] seats”",
        "[[33]] seats”",
        "why this value: the highest",
        "why: Pear",
    ],
    "claim": [
        "subject basis: same name",
        "contest basis: named in the sentence",
        "rule: won_seats, confidence 0.90",
        "[[33]]",
    ],
    "conflict": [
        "severity: 0.10",
        "[[33]]",
        "[[34]]",
        "contest basis: named in the sentence",
        "disputed): the highest",
    ],
    "entity": ["named: 2 times in 2 articles", "Pear List (2 times): same name", "34 seat, [34, 34], disputed"],
    "article": ["published basis: manifest", "status: read", "[[34]]", "[[20]]", "title: early"],
    "contest": ["basis: the calendar", "5 claims: named in the sentence", "Fig List"],
}


@pytest.mark.parametrize("kind", EXPECTED)
def test_show_gives_the_evidence(tallywire: Callable, outputs: Path, kind: str) -> None:
    wanted = first(Stored(outputs), kind)
    said = tallywire("show", wanted, "--out", outputs)
    assert said.code == 0 and wanted in said.out
    for words in EXPECTED[kind]:
        assert words in said.out
    assert tallywire("show", wanted[:12], "--out", outputs).out == said.out


@pytest.mark.parametrize(
    ("wanted", "mend"), [("nothing", "has an id that begins so"), ("c", "give more of it"), ("", "begins so")]
)
def test_show_refuses_an_id_of_nothing_or_of_several(
    tallywire: Callable, outputs: Path, wanted: str, mend: str
) -> None:
    said = tallywire("show", wanted, "--out", outputs)
    assert (said.code, said.out) == (2, "")
    assert mend in said.err and said.err.count("\n") == 1


def test_an_older_run_is_shown_by_its_folder(tallywire: Callable, tmp_path: Path) -> None:
    job = make_job(tmp_path)
    old = run(job, Watch()).folder
    (tmp_path / "articles" / "late.txt").unlink()
    run(job, Watch())
    assert tallywire("audit", "--out", job.out).out.startswith("0 conflicts")
    assert "[[33]]" in tallywire("audit", "--out", old).out


def test_nothing_in_an_article_acts_on_the_terminal(tallywire: Callable, tmp_path: Path) -> None:
    hostile = (
        "Iraq: \x1b[31mPear\u202e \u200bList\x07 won 50 seats\nIraq: \x1b[31mPear\u202e \u200bList\x07 won 1 seats\n"
    )
    job = make_job(tmp_path, articles=ARTICLES | {"hostile\x1b]0;name.txt": hostile})
    run(job, Watch())
    entity = next(row["entity_id"] for row in Stored(job.out).entities.values() if "Pear\u202e" in row["name"])
    for arguments in (["audit"], ["show", entity]):
        said = tallywire(*arguments, "--out", job.out)
        assert said.code == 0 and "\\u001b[31mPear\\u202e \\u200bList\\u0007" in said.out
        assert not set(said.out) & {"\x1b", "\u202e", "\u200b", "\x07"}


@pytest.mark.parametrize("harm", [b"", b"PAR1 no table PAR1"])
def test_a_damaged_table_is_named(tallywire: Callable, outputs: Path, harm: bytes) -> None:
    (outputs / "current" / "conflicts.parquet").write_bytes(harm)
    said = tallywire("audit", "--out", outputs)
    assert said.code == 2 and "conflicts.parquet: not a readable table" in said.err and said.err.count("\n") == 1
