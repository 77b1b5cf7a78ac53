"""Recall and false alarms by mutation: one figure of the project's own articles is changed in a copy.

The copy is what another paper prints on the same day; both go through the real stages. Shares that come out right must
not fall below those in tests/floors.toml. `pytest tests/mutation -k report -s` shows what went wrong.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from bench import Trial

from pipeline.evaluating.floors import read_floors

FLOORS = read_floors(Path(__file__).parents[1] / "floors.toml")["mutation"]
AGREEING = ("silence", "agreement")


def of(trials: list[Trial], *expected: str) -> list[Trial]:
    return [t for t in trials if t.change.expected in expected]


def share(trials: list[Trial]) -> float:
    return sum(t.right for t in trials) / len(trials)


def told(trials: list[Trial]) -> str:
    """Return every trial that came out wrong, with its sentence."""
    lines = []
    for t in trials:
        c, change = t.change.target.claim, t.change
        if not t.right:
            where = f"{c.measure} {c.quantity.text!r} in {change.target.article.path}: {c.sentence!r}"
            lines.append(f"{change.maker} ({change.expected} {change.value:g}): {where}: {t.seen[:400]}")
    return "\n".join(lines)


def test_there_are_two_hundred_changes_of_every_manner(trials: list[Trial]) -> None:
    assert len(trials) >= 200
    for expected in ("conflict", "silence", "agreement", "revision"):
        assert len(of(trials, expected)) >= 8, expected
    assert len({t.change.target.article.article_id for t in trials}) >= 20
    assert len({t.change.target.claim.measure for t in trials}) >= 6


@pytest.mark.parametrize(
    ("floor", "expected"), [("contradicted", ("conflict",)), ("revised", ("revision",)), ("left_alone", AGREEING)]
)
def test_changes_come_out_right(trials: list[Trial], floor: str, expected: tuple[str, ...]) -> None:
    found = of(trials, *expected)
    assert share(found) >= FLOORS[floor], told(found)


def test_what_agrees_is_read(trials: list[Trial]) -> None:
    # Without this a reader that reads nothing would raise no false alarm.
    found = of(trials, "agreement")
    assert share(found) >= FLOORS["agreed"], told(found)


def test_a_change_that_agrees_or_looks_alike_raises_no_alarm(trials: list[Trial]) -> None:
    alarms = [t for t in of(trials, *AGREEING) if "Severity" in t.seen]
    assert 1 - len(alarms) / len(of(trials, *AGREEING)) >= FLOORS["no_alarm"], told(alarms)


def test_report(trials: list[Trial]) -> None:
    count: Counter[tuple[str, str, bool]] = Counter((t.change.expected, t.change.maker, t.right) for t in trials)
    for (expected, maker, right), n in sorted(count.items()):
        print(f"{expected:10} {maker:26} {'right' if right else 'wrong'} {n}")
    print(told(trials))
