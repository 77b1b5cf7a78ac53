"""Rounds of a chamber that elects a president: figures of one ballot meet, those of two never do."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from build import Story

COLLEGE: dict[str, Any] = {"kind": "presidential", "round": 2}


def told(first: str, second: str, measure: str = "votes", **contest: Any) -> Story:
    story = Story().contest("c2031", 2031, **(COLLEGE | contest))
    return story.says("A", measure, first, "Lee").says("A", measure, second, "Lee")


@pytest.mark.parametrize(
    ("first", "second", "contest", "kinds"),
    [
        ("49", "34", {}, ["value"]),
        ("49", "49", {}, []),
        ("49", "48", {}, ["value"]),
        ("49", "34", {"round": None}, []),
        ("49", "34", {"kind": "legislative"}, []),
        ("49", "34", {"date": "2031-05-13"}, []),  # of a popular vote, and a part of the land
        ("49,000", "34,000", {}, []),
    ],
)
def test_two_figures_of_one_ballot(first: str, second: str, contest: dict[str, Any], kinds: list[str]) -> None:
    assert told(first, second, **contest).kinds() == kinds


def test_two_ballots_are_never_compared() -> None:
    story = Story().contest("c2031", 2031, **COLLEGE).contest("c2032", 2031, **(COLLEGE | {"round": 3}))
    story.says("A", "votes", "49", "Lee").says("A", "votes", "52", "Lee", contest="c2032")
    assert story.kinds() == []


@pytest.mark.parametrize(("published", "kinds"), [("2031-05-16", ["value"]), ("2031-06-20", [])])
def test_a_college_that_meets_later_has_a_second_ballot_too(published: str, kinds: list[str]) -> None:
    story = Story().contest("c2031", 2031, **COLLEGE).article("A", "2031-05-15").article("B", published)
    story.says("A", "votes", "49", "Lee").says("B", "votes", "46", "Lee")
    assert story.kinds() == kinds


@pytest.mark.parametrize(
    ("before", "rule", "kinds"),
    [
        (["Lee"], "votes/verb+pronoun", ["value"]),
        (["Lee", "Brown"], "votes/verb+pronoun", []),
        (["Brown"], "votes/verb+pronoun", []),
        ([], "votes/verb+pronoun", []),
        (["Lee"], "votes/nearest+pronoun", []),
    ],
)
def test_he_is_the_one_person_named_before(before: list[str], rule: str, kinds: list[str]) -> None:
    story = Story().contest("c2031", 2031, **COLLEGE).entity("Lee", "person").entity("Brown", "person")
    story.says("A", "votes", "49", "Lee", sentence_start=0)
    story.says("A", "votes", "34", "Lee", sentence_start=400, rule=rule)
    story.prints["A"] = ((0, 100, "x"), (200, 300, "y"), (400, 500, "z"))
    for n, name in enumerate(before):
        story.link("A", 210 + 20 * n, 215 + 20 * n, name)
    for n, link in enumerate(story.links):
        story.links[n] = _person(link)
    assert story.kinds() == kinds


def _person(link: Any) -> Any:
    return replace(link, mention=replace(link.mention, kind="person"))
