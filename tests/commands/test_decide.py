"""Decide: decisions that are kept, shown and taken back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.commands.decide import read_decisions
from pipeline.commands.stored import Stored


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
