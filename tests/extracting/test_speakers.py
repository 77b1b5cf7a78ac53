"""Who is said to give the first figure of a sentence."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.configuring.statements import Statements
from pipeline.extracting.scene import Scene
from pipeline.extracting.speakers import Speakers

Stage = Callable[[str], list[Scene]]

CASES = [
    ("Turnout was 44 percent, the electoral commission said.", "electoral commission"),
    ("Turnout was 44 percent, said the electoral commission.", "electoral commission"),
    ("According to AFP, the list won 54 seats.", "AFP"),
    ("The list won 54 seats, according to results seen by AFP.", "results seen by AFP"),
    ("The interior ministry announced on Monday that turnout was 61 percent.", "interior ministry"),
    ("A tally by Reuters gave the Liberals 54 seats.", "tally by Reuters"),
    ("Exit polls by the Infas institute showed the party on 35 percent.", "Exit polls by the Infas institute"),
    ("The Liberal Party claimed it had won 60 seats.", "Liberal Party"),
    (
        "Electoral commission chairman Pavel Dorn said half the votes were counted.",
        "Electoral commission chairman Pavel Dorn",
    ),
    ("Ivan Horvat, the chairman of the commission, said turnout was 40 percent.", "Ivan Horvat"),
    ('"We won 60 seats," Anna Berg told reporters.', "Anna Berg"),
    ("Results released by the Central Election Commission gave the Greens 12 percent.", "Central Election Commission"),
    ("Turnout was 40 percent, Croatian radio reported.", "Croatian radio"),
    ("State television said the Socialists had 120 seats.", "State television"),
    ("The party won 35 percent of the vote.", None),
    ("The Greens, which won 12 percent, said they would not join the government.", None),
    ("Results showed 12 percent for the Greens.", None),
    ("The Greens are said to have won 12 percent.", None),
    ("Anna Berg, one of 12 candidates in the vote, told Reuters she was sure.", None),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_who_says_so(stage: Stage, statements: Statements, text: str, expected: str | None) -> None:
    scene = stage(text)[0]
    figure = scene.figures[0]
    assert Speakers(statements).of(scene, figure.first, figure.last) == expected
