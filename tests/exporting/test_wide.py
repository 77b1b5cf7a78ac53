"""The wide table: one row an election and contestant."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.exporting.wide import WIDE, wide_rows

CONTEST = {
    "contest_id": "c_1",
    "contest_country": "IQ",
    "contest_kind": "legislative",
    "contest_body": None,
    "contest_round": None,
    "contest_year": 2018,
    "contest_date": "2018-05-12",
}


def fact(number: int, subject: str, measure: str, value: float, unit: str, **more: object) -> dict[str, object]:
    plain = {
        "fact_id": f"f_{number}",
        **CONTEST,
        "subject_id": f"pty-{subject}",
        "subject": subject,
        "subject_kind": "party",
        "measure": measure,
        "unit": unit,
        "scope": None,
        "value": value,
        "value_low": value,
        "value_high": value,
        "stage": "final",
        "verdict": "single",
        "claim_ids": [f"k_{number}"],
        "conflict_ids": [],
    }
    return plain | more


CLAIMS = [{"claim_id": f"k_{n}", "origin_id": f"o_{n % 2}"} for n in range(9)]


def test_figures_of_one_contestant_share_a_row() -> None:
    facts = [
        fact(1, "Pear", "seats", 54, "seat", verdict="disputed", conflict_ids=["x_1"]),
        fact(2, "Pear", "vote_share", 14.4, "percent", value_low=14.35, value_high=14.45, stage="preliminary"),
        fact(3, "Pear", "votes", 1_493_542, "vote"),
        fact(4, "Pear", "rank", 1, "place"),
    ]
    (row,) = wide_rows(facts, CLAIMS)
    assert list(row) == [column.name for column in WIDE.columns]
    assert (row["seats"], row["vote_share"], row["votes"], row["rank"]) == (54, 14.4, 1_493_542, 1)
    assert (row["vote_share_low"], row["vote_share_high"]) == (14.35, 14.45)
    assert (row["disputed"], row["stage"]) == (True, "preliminary")
    assert (row["n_claims"], row["n_origins"]) == (4, 2)
    assert (row["fact_ids"], row["conflict_ids"]) == (["f_1", "f_2", "f_3", "f_4"], ["x_1"])


@pytest.mark.parametrize(
    "left_out",
    [
        {"scope": "Baghdad"},
        {"contest_id": None},
        {"subject_id": None},
        {"subject_kind": "contest", "measure": "turnout", "unit": "percent"},
        {"measure": "areas_led", "unit": "province"},
        {"value": None},
    ],
    ids=str,
)
def test_what_is_no_figure_of_a_contestant_in_a_whole_election_makes_no_row(left_out: dict[str, object]) -> None:
    assert wide_rows([fact(1, "Pear", "seats", 54, "seat") | left_out], CLAIMS) == []


def test_a_missing_figure_is_null_and_the_order_is_by_seats_then_share() -> None:
    facts = [
        fact(1, "Fig", "vote_share", 3.0, "percent"),
        fact(2, "Oak", "seats", 20, "seat"),
        fact(3, "Pear", "seats", 54, "seat"),
        fact(4, "Ash", "vote_share", 9.0, "percent"),
    ]
    rows = wide_rows(facts, CLAIMS)
    assert [(row["subject"], row["seats"]) for row in rows] == [("Pear", 54), ("Oak", 20), ("Ash", None), ("Fig", None)]
    assert wide_rows(reversed(facts), CLAIMS) == rows


@pytest.mark.parametrize(
    ("stages", "stage"),
    [
        (("final", "final"), "final"),
        (("final", "unknown"), "unknown"),
        (("projected", "final"), "projected"),
        (("preliminary", "partial"), "partial"),
    ],
)
def test_a_row_is_as_settled_as_its_least_settled_figure(stages: tuple[str, str], stage: str) -> None:
    facts = [
        fact(1, "Pear", "seats", 54, "seat", stage=stages[0]),
        fact(2, "Pear", "votes", 9, "vote", stage=stages[1]),
    ]
    assert wide_rows(facts, CLAIMS)[0]["stage"] == stage


def test_the_command_writes_one_table(tallywire: Callable, outputs: Path, tmp_path: Path) -> None:
    assert tallywire("export", "--wide", "--out", outputs, "--to", tmp_path).code == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["datapackage.json", "wide.csv"]
    with (tmp_path / "wide.csv").open(encoding="utf-8", newline="") as stream:
        rows = [(row["subject"], row["seats"], row["disputed"]) for row in csv.DictReader(stream)]
    assert rows == [
        ("Pear List", "34.0", "True"),
        ("Plum List", "22.0", "False"),
        ("Fig List", "7.0", "False"),
        ("Oak Party", "100.0", "False"),
    ]
    for form in ("jsonl", "sqlite"):
        assert tallywire("export", "--wide", "--format", form, "--out", outputs, "--to", tmp_path).code == 0
