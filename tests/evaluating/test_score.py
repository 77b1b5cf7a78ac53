"""Scoring: which claim answers which mark, and what counts as right."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from pipeline.evaluating.floors import fallen, raised, read_floors, write_floors
from pipeline.evaluating.marked import Mark, MarkedError, read_marks
from pipeline.evaluating.score import score


def mark(**changes: Any) -> Mark:
    values: dict[str, Any] = {
        "doc_id": "d",
        "measure": "seats",
        "subjects": ("Pear List", "the Pears"),
        "surface": "34",
        "start": 10,
        "end": 12,
        "low": 34,
        "high": 34,
        "qualifier": "exact",
        "country": "IQ",
        "year": 2018,
        "unclear": False,
    }
    return Mark(**(values | changes))


def claim(**changes: Any) -> dict[str, Any]:
    values = {
        "path": "folder/d.txt",
        "measure": "seats",
        "char_start": 10,
        "char_end": 12,
        "value": 34.0,
        "value_low": 34.0,
        "value_high": 34.0,
        "qualifier": "exact",
        "subject": "Pear List",
        "subject_text": "his list",
        "subject_kind": "party",
        "contest_country": "IQ",
        "contest_year": 2018,
    }
    return values | changes


RIGHT = [
    ("the same", {}, {}),
    ("any of the names", {}, {"subject": "PEARS"}),
    ("the printed subject", {}, {"subject": "Moqtada Something", "subject_text": "the Pear-List"}),
    ("part of a name", {"subjects": ("Hadi al-Amiri",)}, {"subject": "Amiri"}),
    ("accents and titles", {"subjects": ("Mr Péär List",)}, {}),
    ("figures that overlap", {"start": 5, "end": 11}, {}),
    ("a value within rounding", {}, {"value": 34.0005}),
    (
        "a range by its ends",
        {"qualifier": "between", "low": 30, "high": 40},
        {"value": 35.0, "value_low": 29.5, "value_high": 40.5},
    ),
    ("an upper bound alone", {"low": None, "high": 34, "qualifier": "at_most"}, {"value": 34.0}),
    ("no country or year marked", {"country": None, "year": None}, {"contest_country": None, "contest_year": 1999}),
    ("the contest as subject", {"subjects": ()}, {"subject": None, "subject_text": None, "subject_kind": "contest"}),
]
WRONG = [
    ("another value", {}, {"value": 33.0}, (0, 0, 0)),
    ("no value", {}, {"value": None}, (0, 0, 0)),
    (
        "a range with another end",
        {"qualifier": "between", "low": 30, "high": 40},
        {"value_low": 30.0, "value_high": 45.0},
        (0, 0, 0),
    ),
    ("another article", {}, {"path": "e.txt"}, (0, 0, 0)),
    ("another measure", {}, {"measure": "votes"}, (0, 0, 0)),
    ("beside the figure", {}, {"char_start": 12, "char_end": 14}, (0, 0, 0)),
    ("another subject", {}, {"subject": "Plum List", "subject_text": None}, (1, 0, 0)),
    (
        "part of a word is no part of a name",
        {"subjects": ("Pea",)},
        {"subject": "Pear", "subject_text": None},
        (1, 0, 0),
    ),
    ("a party where the contest is meant", {"subjects": ()}, {}, (1, 0, 0)),
    ("another year", {}, {"contest_year": 2014}, (1, 1, 0)),
    ("no country", {}, {"contest_country": None}, (1, 1, 0)),
]


@pytest.mark.parametrize(("why", "marked", "said"), RIGHT, ids=[row[0] for row in RIGHT])
def test_right_in_all(why: str, marked: dict[str, Any], said: dict[str, Any]) -> None:
    found = score([mark(**marked)], set(), [claim(**said)])
    assert (found.figure.f1, found.subject.f1, found.full.f1) == (1, 1, 1)


@pytest.mark.parametrize(("why", "marked", "said", "right"), WRONG, ids=[row[0] for row in WRONG])
def test_wrong_in_something(
    why: str, marked: dict[str, Any], said: dict[str, Any], right: tuple[int, int, int]
) -> None:
    found = score([mark(**marked)], set(), [claim(**said)])
    assert (found.figure.f1, found.subject.f1, found.full.f1) == right


def test_each_answers_one_at_most_and_the_better_claim_is_taken() -> None:
    found = score([mark()], set(), [claim(value=33.0), claim()])
    assert (found.figure.precision, found.figure.recall, len(found.extra)) == (0.5, 1.0, 1)
    assert found.extra[0]["value"] == 33.0
    assert score([mark(), mark()], set(), [claim()]).figure.recall == 0.5


def test_unclear_marks_count_neither_way() -> None:
    found = score([mark(unclear=True)], set(), [claim()])
    assert (found.marked, found.said) == (0, 0)


def test_claims_count_in_articles_that_were_read_for_marks_only() -> None:
    elsewhere = claim(path="e.txt")
    assert score([mark()], set(), [claim(), elsewhere]).said == 1
    assert score([mark()], {"e"}, [claim(), elsewhere]).figure.precision == 0.5


def test_measures_that_are_not_scored_are_left_out() -> None:
    assert score([mark(measure="rank")], set(), [claim(measure="rank")]).said == 0


def test_counts_per_measure() -> None:
    found = score([mark(), mark(start=20, end=22)], set(), [claim(), claim(char_start=30, char_end=32)])
    assert found.measures == {"seats": (1, 2, 2)}


def test_floors_rise_and_say_what_fell(tmp_path: Path) -> None:
    path = tmp_path / "floors.toml"
    good, bad = score([mark()], set(), [claim()]), score([mark()], set(), [claim(value=1.0)])
    write_floors(path, {"a set": raised(good, {})})
    floors = read_floors(path)["a set"]
    assert fallen(good, floors) == []
    assert fallen(bad, floors)[0] == "figure_precision is 0.000, below its floor 1.000"
    assert raised(bad, floors) == floors


@pytest.mark.parametrize(
    "line", ["{", "[]", '{"doc_id": "d"}', '{"doc_id": "d", "measure": "seats", "start": null, "end": 1}']
)
def test_a_line_that_is_no_mark_is_named(tmp_path: Path, line: str) -> None:
    good = {"doc_id": "d", "measure": "seats", "start": 1, "end": 2, "qualifier": "exact"}
    (tmp_path / "marks.jsonl").write_text(json.dumps(good) + "\n\n" + line + "\n")
    with pytest.raises(MarkedError, match="line 3"):
        read_marks([tmp_path / "marks.jsonl"])
