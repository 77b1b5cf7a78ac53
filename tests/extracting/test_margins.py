"""Margins told by their noun or by a verb that parts two contestants, and what looks like one."""

from __future__ import annotations

import pytest

from pipeline.types import Claim
from tests.extracting.conftest import ClaimsOf

GREEN = "Ann Green"
# The text; of each margin in it the value and whose it is (None: nobody is named as the first).
MARGINS: list[tuple[str, list[tuple[float, str | None]]]] = [
    ("In the election Ann Green won with a 5,121-vote margin over John Brown.", [(5121, GREEN)]),
    ("Ann Green has a 3,000-vote lead over John Brown in the election.", [(3000, GREEN)]),
    ("Ann Green saw her majority cut to 1,203 in the general election.", [(1203, GREEN)]),
    ("Ann Green's majority was slashed from 7,012 to 1,203 in the election.", [(7012, GREEN), (1203, GREEN)]),
    ("Ann Green's margin of victory in the mayoral election was 16 percentage points.", [(16, GREEN)]),
    ("Ann Green's lead over John Brown in the election has narrowed to 0.4 points.", [(0.4, GREEN)]),
    ("Ann Green's popular-vote margin in the election was 118,550.", [(118550, GREEN)]),
    ("Ann Green was up 50,000 votes over John Brown in the election.", [(50000, GREEN)]),
    ("Ann Green was 50,000 votes up on John Brown in the election.", [(50000, GREEN)]),
    ("In the 1951 by-election Ann Green had a majority of 312 over John Brown.", [(312, GREEN)]),
    ("Ann Green took the city from John Brown by a slim margin of 1,302 votes in the election.", [(1302, GREEN)]),
    ("The gap between John Brown and Ann Green narrowed to 0.4 points in the election.", [(0.4, None)]),
    ("The difference between the two candidates in the election was just 44,058 votes.", [(44058, None)]),
    ("Fewer than 45,000 votes separated the two candidates in the election.", [(45000, None)]),
    ("The two candidates in the election are separated by 1,200 votes.", [(1200, None)]),
    ("Only 0.3 percentage points separate the two candidates in the election.", [(0.3, None)]),
    # no margins
    ("The Meadow Party was up 50,000 votes on 2015 in the election.", []),
    ("The Meadow Party won the election with an overall majority of 144.", []),
    ("The margin of error of the count in the election was three points.", []),
    ("Ann Green has a lead over John Brown in the election at 38 percent.", []),
    ("The gap between rich and poor has led to unrest since the election, which cost 12 points of growth.", []),
    ("The bill on the election passed with a 12-vote majority.", []),
    ("With a lead that seemed safe, her share of the vote in the election fell to 38 percent.", []),
]


@pytest.fixture(scope="module")
def claims(claims_of: ClaimsOf) -> dict[str, tuple[Claim, ...]]:
    return claims_of([text for text, _ in MARGINS])


@pytest.mark.parametrize(("text", "wanted"), MARGINS)
def test_margins(text: str, wanted: list[tuple[float, str | None]], claims: dict[str, tuple[Claim, ...]]) -> None:
    """Each margin has its value and its owner; other measures of the sentence are not looked at."""
    said = [(c.quantity.value, c.subject_text) for c in claims[text] if c.measure == "margin"]
    assert said == wanted
