"""The marks of the project's own articles.

Every mark slices to its printed figure and says only what the guide of the marks knows; every article is listed,
also the one in which nothing but traps is printed; every expected conflict names articles that are there.
"""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
CORPUS = HERE.parents[1] / "corpus"

Row = dict[str, Any]

# name -> folder of articles, marks, list of the articles that were read for the marks
SETS = {
    "articles": (HERE / "articles", HERE / "gold.jsonl", HERE / "docs.jsonl"),
    "corpus": (CORPUS, HERE / "corpus.gold.jsonl", HERE / "corpus.docs.jsonl"),
}
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
    "votes_counted": {"percent", "ballot"},
    "candidates": {"candidate"},
    "parties": {"party"},
    "margin": {"vote", "point"},
    "rank": {"place"},
}
AREAS = {"areas_total", "areas_reporting", "areas_led", "areas_second"}
AREA_UNITS = {"province", "state", "constituency", "district", "riding", "polling station"}
OF_THE_WHOLE = {"seats_total", "seats_majority", "votes_cast", "registered_voters", "turnout", "votes_counted"} | {
    "parties"
}
MAY_BE_OF_THE_WHOLE = AREAS | {"candidates"}
QUALIFIERS = {"exact", "about", "at_least", "at_most", "more_than", "less_than", "between"}
STAGES = {"projected", "partial", "preliminary", "final", "unknown"}
KINDS = {"legislative", "presidential", "local", "referendum", "other"}
KEYS = {"doc_id", "measure", "subjects", "surface", "start", "end", "low", "high", "unit", "qualifier", "stage"}
KEYS |= {"country", "kind", "year", "note"}
VERDICTS = {"value", "revision", "bound", "sum", "rank", "record", "attribute", "different"}


def rows(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def text_of(folder: Path, doc_id: str) -> str:
    """The article as it is read: a .txt as it stands, of a .json its field "text"."""
    plain = folder / f"{doc_id}.txt"
    if plain.exists():
        return plain.read_text(encoding="utf-8")
    return str(json.loads((folder / f"{doc_id}.json").read_text(encoding="utf-8"))["text"])


def articles() -> list[tuple[str, list[Row]]]:
    """Each listed article's text with its marks, in the order of the lists."""
    found = []
    for folder, gold, docs in SETS.values():
        marks = rows(gold)
        for doc in rows(docs):
            doc_id = doc["doc_id"]
            found.append((text_of(folder, doc_id), [row for row in marks if row["doc_id"] == doc_id]))
    return found


NAMES = [doc["doc_id"] for _, _, docs in SETS.values() for doc in rows(docs)]
each_article = pytest.mark.parametrize(("text", "marks"), articles(), ids=NAMES)
each_set = pytest.mark.parametrize("name", SETS)


@each_article
def test_offsets_slice_to_the_whole_printed_figure(text: str, marks: list[Row]) -> None:
    for row in marks:
        assert text[row["start"] : row["end"]] == row["surface"] != ""
        edges = [text[max(0, edge - 1) : edge + 1] for edge in (row["start"], row["end"])]
        assert not any(edge.isdigit() and len(edge) == 2 for edge in edges), row


@each_article
def test_fields_say_only_what_the_guide_knows(text: str, marks: list[Row]) -> None:
    for row in marks:
        assert set(row) - {"scope"} == KEYS
        assert row["unit"] in (AREA_UNITS if row["measure"] in AREAS else UNITS[row["measure"]]), row
        assert row["qualifier"] in QUALIFIERS and row["stage"] in STAGES and row["kind"] in KINDS, row
        assert len(row["country"]) == 2 and row["country"].isupper() and 1900 < row["year"] < 2030, row


@each_article
def test_the_interval_fits_the_qualifier(text: str, marks: list[Row]) -> None:
    for row in marks:
        low, high = row["low"], row["high"]
        if row["qualifier"] in ("exact", "about"):
            assert low is not None and low == high, row
        elif row["qualifier"] == "between":
            assert low < high, row
        else:
            falls = row["measure"] == "seats_change" and (low or high) < 0  # "lost more than 20": -20 and below
            upwards = row["qualifier"] in ("at_least", "more_than")
            assert (low is None, high is None) == ((False, True) if upwards != falls else (True, False)), row
        if row["unit"] == "percent":
            assert all(0 <= value <= 100 for value in (low, high) if value is not None), row


def stands_in(name: str, plain: str) -> bool:
    """Whether the name stands in the text as whole words: "IU" is not in "premium"."""
    words = re.escape(" ".join(name.casefold().split()))
    return re.search(rf"(?<!\w){words}(?!\w)", plain) is not None


@each_article
def test_subjects_are_words_of_the_article(text: str, marks: list[Row]) -> None:
    plain = " ".join(text.casefold().split())
    for row in marks:
        assert [name for name in row["subjects"] if not stands_in(name, plain)] == [], row
        if row["measure"] in OF_THE_WHOLE:
            assert row["subjects"] == [], row
        elif row["note"] != "unclear" and row["measure"] not in MAY_BE_OF_THE_WHOLE:
            assert row["subjects"], row


@each_article
def test_no_mark_is_written_twice(text: str, marks: list[Row]) -> None:
    keys = [(row["start"], row["measure"], *row["subjects"]) for row in marks]
    assert len(keys) == len(set(keys))


@each_set
def test_every_article_is_listed_with_its_counts(name: str) -> None:
    folder, gold, docs = SETS[name]
    listed = {row["doc_id"]: [row["n_claims"], row["n_unclear"]] for row in rows(docs)}
    assert set(listed) == {path.stem for path in folder.iterdir() if path.suffix in (".txt", ".json")}
    counted = {doc_id: [0, 0] for doc_id in listed}
    for row in rows(gold):
        counted[row["doc_id"]][row["note"] == "unclear"] += 1
    assert listed == counted


@each_set
def test_the_manifest_names_files_that_are_there(name: str) -> None:
    folder = SETS[name][0]
    with (folder / "manifest.csv").open(encoding="utf-8", newline="") as handle:
        table = list(csv.DictReader(handle))
    assert list(table[0]) == ["path", "published", "source", "title", "url"]
    assert [row["path"] for row in table if not (folder / row["path"]).is_file()] == []


def test_the_two_sets_share_no_name() -> None:
    """Articles are named by file stem, so that one run may read both folders."""
    stems = [{path.stem for path in folder.iterdir()} - {"manifest"} for folder, _, _ in SETS.values()]
    assert stems[0].isdisjoint(stems[1])


def test_the_expected_conflicts_cover_every_kind_and_name_real_articles() -> None:
    expected = rows(HERE / "corpus.conflicts.jsonl")
    assert {row["kind"] for row in expected} == VERDICTS
    stems = {path.stem for path in CORPUS.iterdir()}
    for row in expected:
        assert set(row["docs"]) <= stems and len(row["values"]) >= 2 and row["why"], row
