"""The pairs of name_pairs.csv, decided as `tallywire match-names` decides them."""

from __future__ import annotations

import csv
import io
from collections import Counter
from pathlib import Path

import pytest

from pipeline.commands.match_names import match_names
from pipeline.configuring.strict import ConfigError

PAIRS = Path(__file__).with_name("name_pairs.csv")


@pytest.fixture(scope="module")
def decided() -> list[dict[str, str]]:
    out = io.StringIO()
    match_names(PAIRS, out)
    return list(csv.DictReader(io.StringIO(out.getvalue())))


def test_enough_pairs_of_both_sorts(decided: list[dict[str, str]]) -> None:
    counts = Counter(row["expected"] for row in decided)
    assert counts["same"] >= 150
    assert counts["different"] >= 150
    assert {row["kind"] for row in decided} >= {"person", "party", "body"}


def test_what_is_called_the_same_is_the_same(decided: list[dict[str, str]]) -> None:
    said = [row for row in decided if row["decision"] == "same"]
    wrong = [(row["name1"], row["name2"]) for row in said if row["expected"] != "same"]
    assert len(wrong) <= 0.02 * len(said), wrong


def test_what_is_the_same_is_found(decided: list[dict[str, str]]) -> None:
    same = [row for row in decided if row["expected"] == "same"]
    missed = [(row["name1"], row["name2"]) for row in same if row["decision"] != "same"]
    assert len(missed) <= 0.08 * len(same), missed


def test_each_row_says_what_decided(decided: list[dict[str, str]]) -> None:
    assert all("; sum " in row["features"] for row in decided)


def run(tmp_path: Path, text: str) -> list[str]:
    file = tmp_path / "pairs.csv"
    file.write_text(text, encoding="utf-8")
    out = io.StringIO()
    match_names(file, out)
    return out.getvalue().splitlines()


def test_other_columns_are_kept(tmp_path: Path) -> None:
    header, row = run(tmp_path, "id,name1,kind,name2\n7,Nuri al-Maliki,person,Nouri Maliki\n")
    assert header == "id,name1,kind,name2,decision,features"
    assert row.startswith("7,Nuri al-Maliki,person,Nouri Maliki,same,")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("name1,name2\na,b\n", "column 'kind' is missing"),
        ("", "column 'name1' is missing"),
        ("name1,name2,kind\na,b\n", "has 2 fields, not 3"),
    ],
)
def test_a_file_that_cannot_be_used_is_one_sentence(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(ConfigError, match=message):
        run(tmp_path, text)


def test_a_missing_file_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="there is no such file"):
        match_names(tmp_path / "nowhere.csv", io.StringIO())
