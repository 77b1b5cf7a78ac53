"""Which part of the land or of the people each figure of a sentence is for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.configuring.configuration import Configuration
from pipeline.configuring.statements import Statements
from pipeline.extracting.scene import Scene
from pipeline.extracting.scopes import Scopes

Stage = Callable[[str], list[Scene]]


@pytest.fixture(scope="module")
def read(stage: Stage, statements: Statements, config: Configuration) -> Callable[[str], list[str | None]]:
    scopes = Scopes(statements, config.places)

    def found(text: str) -> list[str | None]:
        scenes = stage(text)
        return [scopes.of(s, f.first, f.last, scenes[:n]) for n, s in enumerate(scenes) for f in s.figures]

    return found


CASES = [
    ("The Liberal Party won 35 percent of the vote in Zagreb.", ["Zagreb"]),
    (
        "Turnout ran from 31.4 percent in the southern market town of Tabor to 37.2 percent in the city of Brno.",
        ["Tabor", "Brno"],
    ),
    ("In the western city of Plzen, turnout came to 38 percent.", ["Plzen"]),
    ("In Zagreb 40 percent voted and in Split 35 percent.", ["Zagreb", "Split"]),
    ("Turnout was highest in Zagreb (74 percent) and Split (64 percent).", ["Zagreb", "Split"]),
    ("Turnout was highest in Croatia (74 percent) and Slovenia (64 percent).", [None, None]),
    ("However in Turin, mayor Carlo Bruni was beaten by Marco Verdi. Verdi took 43.5 percent of the vote.", ["Turin"]),
    ("In Turin, mayor Carlo Bruni was beaten by Marco Verdi. The Greens took 4 percent of the vote.", [None]),
    ("The party won 48 of Scotland's 59 seats.", ["Scotland", "Scotland"]),
    ("The party won 38 percent of the ballots across Wales as a whole.", ["Wales"]),
    ("The list won 13 of 15 seats in the Southern province.", ["Southern province"] * 2),
    ("The list took 10 seats in Anbar province.", ["Anbar province"]),
    ("Turnout in the capital was 20 percent.", ["capital"]),
    ("In some constituencies turnout was below 20 percent.", ["some constituencies"]),
    ("Turnout in 47 of the 92 constituencies was 28 percent.", [None, None, "47 of 92 constituencies"]),
    ("Among young voters, 31 percent voted for the Greens.", ["young voters"]),
    ("The Greens won 31 percent among young voters.", ["young voters"]),
    ("Some 88 percent of those who signed up for online voting cast a ballot.", ["online voting"]),
    ("Turnout nationwide was 44 percent.", [None]),
    ("Turnout in Iraq was 44 percent.", [None]),
    ("Officials in Baghdad said turnout was 44 percent.", [None]),
    ("Anna Berg told reporters in Prague that her party won 32 seats.", [None]),
    ("He led in six of the 18 provinces, including Baghdad.", [None, None]),
    ("The Kurdistan Democratic Party led in Erbil, Duhok and Nineveh and has 25 seats.", [None]),
    ("In elections for Zagreb city council the Liberal Party won 35 percent.", ["Zagreb"]),
    ("The party won 12 percent of the vote in Europe's largest country.", [None]),
    ("Anna Berg lost her Aberdeen seat to the Liberal Party by 149 votes.", ["Aberdeen"]),
    ("In those seats where most people voted Yes, the party won 12 percent of the vote.", ["those seats"]),
    ("Scotland vote share: Labour 12 percent", ["Scotland"]),
    ("In the Senate, the party won 12 seats.", [None]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_the_scope_of_each_figure(
    read: Callable[[str], list[str | None]], text: str, expected: list[str | None]
) -> None:
    assert read(text) == expected
