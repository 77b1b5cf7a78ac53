"""The marks of the plain set: forty more articles, marked apart from the first and from any reader of them.

Every mark slices to its printed figure and says only what the guide of the marks knows; every article is listed,
also the four in which nothing but look-alikes is printed.
"""

from __future__ import annotations

import csv
import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
PLAIN = HERE / "plain"

Row = dict[str, Any]

UNITS = {
    "seats": {"seat", "percent"},
    "seats_change": {"seat"},
    "seats_total": {"seat"},
    "seats_majority": {"seat", "vote"},
    "vote_share": {"percent"},
    "votes": {"vote"},
    "votes_cast": {"vote"},
    "registered_voters": {"voter", "percent"},
    "turnout": {"percent"},
    "votes_counted": {"percent"},
    "candidates": {"candidate"},
    "parties": {"party"},
    "margin": {"vote", "point"},
    "rank": {"place"},
}
AREAS = {"areas_total", "areas_reporting", "areas_led", "areas_second"}
AREA_UNITS = {
    "state",
    "province",
    "county",
    "region",
    "canton",
    "precinct",
    "constituency",
    "district",
    "polling station",
}
OF_THE_WHOLE = {"seats_total", "seats_majority", "votes_cast", "registered_voters", "turnout", "votes_counted"}
OF_THE_WHOLE |= {"parties", "areas_total", "areas_reporting"}
QUALIFIERS = {"exact", "about", "at_least", "at_most", "more_than", "less_than", "between"}
STAGES = {"projected", "partial", "preliminary", "final", "unknown"}
KINDS = {"legislative", "presidential", "local", "referendum", "other"}
KEYS = {"doc_id", "measure", "subjects", "surface", "start", "end", "low", "high", "unit", "qualifier", "stage"}
KEYS |= {"country", "kind", "year", "note"}


def rows(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


DOCS = rows(PLAIN / "docs.jsonl")
GOLD = rows(PLAIN / "gold.jsonl")
ARTICLES = {
    doc["doc_id"]: (
        (PLAIN / "articles" / f"{doc['doc_id']}.txt").read_text(encoding="utf-8"),
        [row for row in GOLD if row["doc_id"] == doc["doc_id"]],
    )
    for doc in DOCS
}
each_article = pytest.mark.parametrize(("text", "marks"), ARTICLES.values(), ids=list(ARTICLES))


@each_article
def test_offsets_slice_to_the_whole_printed_figure(text: str, marks: list[Row]) -> None:
    for row in marks:
        assert text[row["start"] : row["end"]] == row["surface"] != ""
        edges = [text[max(0, edge - 1) : edge + 1] for edge in (row["start"], row["end"])]
        assert [edge for edge in edges if len(edge) == 2 and edge.isalnum()] == [], row


@each_article
def test_fields_say_only_what_the_guide_knows(text: str, marks: list[Row]) -> None:
    for row in marks:
        assert set(row) - {"scope"} == KEYS, row
        assert row["unit"] in (AREA_UNITS if row["measure"] in AREAS else UNITS[row["measure"]]) or (
            row["note"] == "unclear"
        ), row
        assert row["qualifier"] in QUALIFIERS and row["stage"] in STAGES and row["kind"] in KINDS, row
        assert len(row["country"]) == 2 and row["country"].isupper() and 1950 < row["year"] < 2030, row


@each_article
def test_the_interval_fits_the_qualifier(text: str, marks: list[Row]) -> None:
    for row in marks:
        low, high = row["low"], row["high"]
        if row["qualifier"] in ("exact", "about"):
            assert low is not None and low == high, row
        elif row["qualifier"] == "between":
            assert low < high, row
        else:
            upwards = row["qualifier"] in ("at_least", "more_than")
            assert (low is None, high is None) == ((False, True) if upwards else (True, False)), row
        if row["unit"] == "percent":
            assert all(0 <= value <= 100 for value in (low, high) if value is not None), row


@each_article
def test_the_plain_value_is_the_number_printed(text: str, marks: list[Row]) -> None:
    """A figure in digits says its own value; figures in words are checked by the reader of the marks."""
    for row in marks:
        printed = re.fullmatch(r"([\d,]*\d(?:\.\d+)?)(m| million)?(?:%| per ?cent| pct)?", row["surface"])
        if printed is None:
            assert not row["surface"][0].isdigit() or row["qualifier"] == "between", row
            continue
        value = float(printed[1].replace(",", "")) * (1_000_000 if printed[2] else 1)
        shown = row["low"] if row["low"] is not None else row["high"]
        assert abs(abs(shown) - value) < 1e-6 * max(1.0, value), row


@each_article
def test_subjects_are_words_of_the_article(text: str, marks: list[Row]) -> None:
    plain = " ".join(text.casefold().split())
    for row in marks:
        for name in row["subjects"]:
            assert re.search(rf"(?<!\w){re.escape(name.casefold())}(?!\w)", plain), (name, row)
        if row["measure"] in OF_THE_WHOLE:
            assert row["subjects"] == [], row
        elif row["note"] != "unclear" and row["measure"] != "candidates":
            assert row["subjects"], row


@each_article
def test_no_mark_is_written_twice(text: str, marks: list[Row]) -> None:
    keys = [(row["start"], row["measure"], *row["subjects"]) for row in marks]
    assert len(keys) == len(set(keys))


def test_every_article_is_listed_with_its_counts() -> None:
    listed = {doc["doc_id"]: (doc["n_claims"], doc["n_unclear"]) for doc in DOCS}
    assert len(listed) == len(DOCS) == 40
    assert set(listed) == {path.stem for path in (PLAIN / "articles").glob("*.txt")}
    claims = Counter(row["doc_id"] for row in GOLD)
    unclear = Counter(row["doc_id"] for row in GOLD if row["note"] == "unclear")
    assert listed == {doc_id: (claims[doc_id], unclear[doc_id]) for doc_id in listed}
    assert set(claims) <= set(listed) and sum(not claims[doc_id] for doc_id in listed) == 4


def test_the_manifest_names_every_article_once_with_its_day() -> None:
    with (PLAIN / "articles" / "manifest.csv").open(encoding="utf-8", newline="") as handle:
        table = list(csv.DictReader(handle))
    assert list(table[0]) == ["path", "published", "source", "title", "url"]
    assert sorted(row["path"] for row in table) == sorted(path.name for path in (PLAIN / "articles").glob("*.txt"))
    assert all(re.fullmatch(r"\d{4}-\d{2}-\d{2}", row["published"]) for row in table)


def test_no_name_is_taken_from_the_other_sets() -> None:
    """Articles are named by file stem, so that one run may read all the folders."""
    others = {path.stem for path in (HERE / "articles").glob("*.txt")}
    others |= {path.stem for path in (HERE.parents[1] / "corpus").iterdir()}
    assert others.isdisjoint(ARTICLES)
