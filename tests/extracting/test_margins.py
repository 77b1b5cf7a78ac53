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
    ("Ann Green won the by-election with 21,213 votes to spare.", [(21213, GREEN)]),
    ("On election night Ann Green finished 103 votes up.", [(103, GREEN)]),
    ("Ann Green won 3,204,118 votes in the election. John Brown was about 86,000 behind.", [(86000, GREEN)]),
    ("Ann Green won 25,283 votes in the election. John Brown was 3,253 votes adrift in second place.", [(3253, GREEN)]),
    ("John Brown finished 1,200 votes behind Ann Green in the election.", [(1200, GREEN)]),
    ("John Brown finished 1,200 votes short of Ann Green in the election.", [(1200, GREEN)]),
    ("Ann Green held the seat in the by-election with 9,000 votes. John Brown lost by 312 votes.", [(312, GREEN)]),
    ("John Brown lost Upton in the election by 312 votes to Ann Green.", [(312, GREEN)]),
    ("John Brown lost to Ann Green by 312 votes in the election.", [(312, GREEN)]),
    ("John Brown trailed Ann Green by 1,200 votes in the election.", [(1200, GREEN)]),
    (
        "Ann Green took 36.72 percent of the vote. John Brown was next with 24.6, a gap of just over 12 points.",
        [(12, GREEN)],
    ),
    (
        "Officials credited Ann Green with 512,730 votes in the election and John Brown with 441,915, "
        "leaving a gap of 70,815 between them.",
        [(70815, GREEN)],
    ),
    (
        "Ann Green has 33.40 percent of the vote, John Brown 29.25, which makes the gap between them 4.15 points.",
        [(4.15, GREEN)],
    ),
    ("Ann Green has 15,607 votes in the election to 15,236 for John Brown. Lead: 371.", [(371, GREEN)]),
    ("Ann Green won 220,349 votes. John Brown had 147,558, so Green's winning margin was 72,791.", [(72791, "Green")]),
    ("Fewer than 45,000 votes out of three million separated the two in the election.", [(45000, None)]),
    ("Ann Green, with 26.6 percent of the vote, beat John Brown, who governs, by four points.", [(4, GREEN)]),
    (
        "In the by-election Ann Green turned a Harbour Party majority of 16,923 into one of her own of 4,550.",
        [(16923, "Harbour Party"), (4550, GREEN)],
    ),
    ("In the election Ann Green has pulled 6,000 ahead as the last counties report.", [(6000, GREEN)]),
    (
        "The Meadow Party was 31,000 votes ahead three years ago and is 52,000 ahead today in the election.",
        [(31000, "Meadow Party"), (52000, "Meadow Party")],
    ),
    ("Ann Green won 54.5% of the vote, leaving John Brown ten percentage points in her wake.", [(10, GREEN)]),
    ("In the by-election Ann Green kept the Harbour Party's John Brown 7,373 votes at bay.", [(7373, GREEN)]),
    ("Ann Green won 75,655 votes in the election. John Brown had 45,702 and was left 29,953 adrift.", [(29953, GREEN)]),
    (
        "Ann Green won 45,655 votes in the election and John Brown 40,000, which leaves the loser 5,655 short.",
        [(5655, GREEN)],
    ),
    (
        "Ann Green has 914,220 votes in the election and John Brown 911,302. All that separates the two is 2,918 "
        "votes, a mere 0.16%.",
        [(2918, GREEN), (0.16, GREEN)],
    ),
    ("Ann Green has 60 votes in the election to 48 for John Brown. A lead of 12 may not last.", [(12, GREEN)]),
    ("In the election John Brown went down to Ann Green by 113 votes.", [(113, GREEN)]),
    # no margins
    ("After the election the fire left John Brown 20 miles behind.", []),
    ("In the election Ann Green drew 6,000 people to the square.", []),
    ("Ann Green has 60 votes in the election to 48 for John Brown. A majority of 80 is expected in the house.", []),
    ("In the election the turnout went down to its lowest by noon.", []),
    ("Ann Green won an outright majority of the 518 votes in the election.", []),
    ("Ann Green has 371 votes to spare for her allies, she said before the election.", [(371, GREEN)]),
    ("The election was two years behind schedule, 1,200 days late.", []),
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
