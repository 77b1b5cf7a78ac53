"""Records: sentence, and value, measure, baseline year and subject of what is read in it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.configuring.statements import Statements
from pipeline.extracting.records import Records
from pipeline.extracting.scene import Scene
from pipeline.types import Claim

Stage = Callable[[str], list[Scene]]


@pytest.fixture(scope="module")
def read(stage: Stage, statements: Statements) -> Callable[[str], list[Claim]]:
    records = Records(statements)

    def claims(text: str) -> list[Claim]:
        scenes = stage(text)
        return [c for n, scene in enumerate(scenes) for c in records.claims(scene, scenes[:n])]

    return claims


FOUND = [
    (
        "Turnout was low, the lowest since the end of the old regime in 2003.",
        "lowest since 2003",
        "turnout",
        2003,
        None,
    ),
    ("Voter turnout of 51 percent was the lowest since 1990, it said.", "lowest since 1990", "turnout", 1990, None),
    ("The vote drew the highest turnout in 30 years.", "highest in 30 years", "turnout", None, None),
    ("Officials reported record-high abstentions.", "record low", "turnout", None, None),
    ("Turnout fell to a record low of 40 percent.", "record low", "turnout", None, None),
    ("A record turnout of 80 percent was reported.", "record high", "turnout", None, None),
    ("The vote saw the lowest turnout in the country's history.", "lowest ever", "turnout", None, None),
    ("The Labour Party suffered its worst result since 1945.", "lowest since 1945", "result", 1945, "Labour Party"),
    (
        "The Green Party won its biggest majority since 1987.",
        "highest since 1987",
        "seats_majority",
        1987,
        "Green Party",
    ),
    (
        "The Labour Party has its largest number of seats since 1998.",
        "highest since 1998",
        "seats",
        1998,
        "Labour Party",
    ),
    ("Turnout was 61 percent. It was the lowest since the war.", "lowest since the war", "turnout", None, None),
    (
        "Turnout was by far the lowest in the four elections held since the 1989 revolution.",
        "lowest since 1989",
        "turnout",
        1989,
        None,
    ),
]

NOT_FOUND = [
    "Turnout could be the lowest since 1990.",
    "Turnout was not the lowest since 1990.",
    "Unemployment is at its highest since 1993 and turnout fell to 50 percent.",
    "The Labour Party, the largest in the assembly, has 19 seats.",
    "His record in office won him votes.",
    "The Labour Party suffered its worst defeat since 1906.",
    "The record holder voted early.",
    "It was the best campaign since 1990.",
    "A good result was expected by the party since 1990.",
]


@pytest.mark.parametrize(("text", "expected"), [(text, rest) for text, *rest in FOUND])
def test_a_record(read: Callable[[str], list[Claim]], text: str, expected: list[object]) -> None:
    (claim,) = read(text)
    assert [claim.value_text, claim.quantity.unit, claim.quantity.value, claim.subject_text] == expected
    assert claim.measure == "record"
    assert text[claim.quantity.char_start : claim.quantity.char_end] == claim.quantity.text


@pytest.mark.parametrize("text", NOT_FOUND)
def test_no_record(read: Callable[[str], list[Claim]], text: str) -> None:
    assert read(text) == []
