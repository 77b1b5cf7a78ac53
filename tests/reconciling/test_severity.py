"""Severity: distance, how settled, witnesses, how sure the readings are."""

from __future__ import annotations

from build import Story

from pipeline.types import Conflict


def conflict(
    a: str = "54", b: str = "60", stage: str = "final", confidence: float = 0.95, witnesses: int = 1
) -> Conflict:
    story = Story()
    for n in range(witnesses):
        story.says(f"A{n}", "seats", a, "Blue", stage=stage, confidence=confidence)
        story.says(f"B{n}", "seats", b, "Blue", stage=stage)
    (found,) = story.conflicts()
    return found


def test_farther_apart_is_worse() -> None:
    assert conflict(b="55").severity < conflict(b="60").severity < conflict(b="90").severity <= 1


def test_more_settled_is_worse() -> None:
    assert conflict(stage="unknown").severity < conflict(stage="final").severity


def test_more_witnesses_on_both_sides_are_worse() -> None:
    assert conflict(witnesses=1).severity < conflict(witnesses=3).severity
    assert "3 origins against 3" in conflict(witnesses=3).explanation


def test_a_doubtful_reading_comes_last_and_says_so() -> None:
    story = Story().says("A", "seats", "54", "Blue", confidence=0.45).says("B", "seats", "90", "Blue")
    story.says("A", "areas_total", "18").says("B", "areas_total", "19")
    story.says("A", "turnout", "43", stage="preliminary").says("B", "turnout", "44")
    ordered = story.conflicts()
    assert [c.measure for c in ordered] == ["areas_total", "turnout", "seats"]
    assert "doubtful" in ordered[-1].explanation
    assert not any("doubtful" in c.explanation for c in ordered[:-1])


def test_a_revision_is_no_alarm() -> None:
    story = Story().says("A", "seats", "20", "Blue", stage="partial").says("B", "seats", "90", "Blue")
    assert story.conflicts()[0].severity < conflict(b="55").severity


def test_severity_is_explained() -> None:
    for part in ("distance", "less settled side is final", "1 origin against 1", "confidence 0.95"):
        assert part in conflict().explanation


def test_the_explanation_shows_the_number_of_the_table() -> None:
    for b in ("55", "57", "60", "61", "63", "90"):
        found = conflict(b=b)
        assert f"Severity {found.severity:.2f}:" in found.explanation
        assert round(found.severity, 2) == found.severity
