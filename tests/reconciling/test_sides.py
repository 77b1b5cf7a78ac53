"""Shares against votes of two sides: of a referendum, of a run-off; where it may be anything else nothing is said."""

from __future__ import annotations

from typing import Any

import pytest
from build import Story

Told = tuple[str, str, str | None]
YES, NO, CAST = ("votes", "2,532,918", "Yes"), ("votes", "3,548,477", "No"), ("votes_cast", "6,200,000", None)


def told(claims: list[Told], kind: str = "referendum", **more: Any) -> Story:
    """One article on a contest of the kind; Yes and No are the sides of a referendum, other names are people."""
    story = Story().contest("c2031", 2031, kind=kind, round=2 if kind == "presidential" else None)
    for side in ("Yes", "No"):
        story.entity(side, party_kind="side")
    for measure, text, subject in claims:
        stage = {"stage": more[measure]} if measure in more else {}
        person = {} if subject in ("Yes", "No", None) else {"subject_kind": more.get("kind_of_name", "person")}
        story.says("A", measure, text, subject, **stage, **person)
    return story


@pytest.mark.parametrize(
    ("claims", "kinds"),
    [
        ([YES, NO, ("vote_share", "57", "No"), ("vote_share", "43", "Yes")], ["sum"]),
        ([YES, NO, ("vote_share", "43", "Yes")], ["sum"]),
        ([YES, NO, ("vote_share", "59.6", "No")], ["sum"]),
        # as printed, rounded, cut short
        ([YES, NO, ("vote_share", "58.35", "No"), ("vote_share", "41.65", "Yes")], []),
        ([YES, NO, ("vote_share", "58", "No"), ("vote_share", "42", "Yes")], []),
        ([YES, NO, ("vote_share", "58.3", "No")], []),
        ([YES, NO, ("vote_share", "41", "Yes")], []),
        # one share alone, or two that make no 100, may be of the spoilt ballots too
        ([YES, NO, ("vote_share", "57", "No")], []),
        ([YES, NO, ("vote_share", "57", "No"), ("vote_share", "40.5", "Yes")], []),
        # with all votes cast it may lie between the two
        ([YES, NO, CAST, ("vote_share", "57.2", "No"), ("vote_share", "40.9", "Yes")], []),
        ([YES, NO, CAST, ("vote_share", "58.35", "No")], []),
        ([YES, NO, CAST, ("vote_share", "60", "No")], ["sum"]),
        ([YES, NO, CAST, ("vote_share", "55.9", "No")], ["sum"]),
        # far off: of a part of the land; the other side's to the point: read for the wrong side
        ([YES, NO, ("vote_share", "66", "No"), ("vote_share", "34", "Yes")], []),
        ([YES, NO, ("vote_share", "58.3", "Yes"), ("vote_share", "41.7", "No")], []),
        # one side's votes alone
        ([NO, ("vote_share", "57", "No"), ("vote_share", "43", "Yes")], []),
        # a third name has votes or a share
        ([YES, NO, ("votes", "90,000", "Maybe"), ("vote_share", "43", "Yes")], []),
        ([YES, NO, ("vote_share", "4", "Maybe"), ("vote_share", "43", "Yes")], []),
        # votes in round figures
        ([("votes", "2.5 million", "Yes"), ("votes", "3.5 million", "No"), ("vote_share", "57.5", "No")], []),
    ],
)
def test_a_referendum_has_two_sides(claims: list[Told], kinds: list[str]) -> None:
    assert told(claims).kinds() == kinds


def test_all_figures_are_cited_once() -> None:
    claims = [YES, NO, ("vote_share", "57", "No"), ("vote_share", "43", "Yes"), ("votes_cast", "6,081,395", None)]
    found = told(claims).conflicts()
    assert [c.kind for c in found] == ["sum"]
    assert len(found[0].claim_ids_a) == 2
    assert len(found[0].claim_ids_b) == 3
    assert "41.65" in found[0].value_b
    assert "58.35" in found[0].value_b


@pytest.mark.parametrize(
    ("shares", "votes", "kinds"),
    [
        ("final", "final", ["sum"]),
        ("partial", "partial", ["sum"]),
        ("unknown", "final", ["sum"]),
        ("partial", "final", []),
        ("unknown", "partial", []),
        ("projected", "final", []),
    ],
)
def test_figures_of_one_stage(shares: str, votes: str, kinds: list[str]) -> None:
    claims = [YES, NO, ("vote_share", "43", "Yes"), ("vote_share", "57", "No")]
    assert [k for k in told(claims, vote_share=shares, votes=votes).kinds() if k == "sum"] == kinds


LEE, BROWN = ("votes", "9,704,439", "Lee"), ("votes", "9,058,176", "Brown")


@pytest.mark.parametrize(
    ("claims", "kind", "kinds"),
    [
        ([LEE, BROWN, ("vote_share", "53.7", "Lee"), ("vote_share", "46.3", "Brown")], "presidential", ["sum"]),
        ([LEE, BROWN, ("vote_share", "51.7", "Lee"), ("vote_share", "48.3", "Brown")], "presidential", []),
        ([LEE, BROWN, ("vote_share", "53.7", "Lee")], "presidential", []),
        ([LEE, BROWN, ("vote_share", "53.7", "Lee"), ("vote_share", "44.3", "Brown")], "presidential", []),
        ([LEE, BROWN, ("vote_share", "53.7", "Lee"), ("vote_share", "46.3", "Brown")], "legislative", []),
        ([LEE, BROWN, ("vote_share", "53.7", "Lee"), ("vote_share", "46.3", "Brown")], "referendum", ["sum"]),
    ],
)
def test_two_names_that_have_all_of_it(claims: list[Told], kind: str, kinds: list[str]) -> None:
    assert told(claims, kind).kinds() == kinds


def test_in_a_first_round_others_stand_too() -> None:
    story = told([LEE, BROWN, ("vote_share", "53.7", "Lee"), ("vote_share", "46.3", "Brown")], "presidential")
    assert story.contest("c2031", 2031, kind="presidential", round=1).kinds() == []


def test_two_articles_may_speak_of_two_counts() -> None:
    story = told([YES, NO])
    story.says("B", "vote_share", "43", "Yes").says("B", "vote_share", "57", "No")
    assert story.kinds() == []


def test_the_shares_of_camps_that_are_sides_are_added() -> None:
    assert told([("vote_share", "57", "Yes"), ("vote_share", "48", "No")]).kinds() == ["sum"]
