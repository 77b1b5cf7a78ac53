"""Two figures told against each other: whose each is. The larger is the winner's, whatever their order in print."""

from __future__ import annotations

import pytest

from pipeline.types import Claim
from tests.extracting.conftest import ClaimsOf

BROWN, GREEN = "John Brown", "Ann Green"
# The text; for each figure of the score the measure, the value and the subject (None: not told).
SCORES: list[tuple[str, list[tuple[str, float, str | None]]]] = [
    (
        "John Brown beat Ann Green by 53 percent to 47 percent in the election.",
        [("vote_share", 53, BROWN), ("vote_share", 47, GREEN)],
    ),
    (
        "John Brown won the election by 53 percent to 47 percent for Ann Green.",
        [("vote_share", 53, BROWN), ("vote_share", 47, GREEN)],
    ),
    (
        "Ann Green was beaten by John Brown 53-47 percent in the election.",
        [("vote_share", 53, BROWN), ("vote_share", 47, GREEN)],
    ),
    (
        "In the election Ann Green lost to John Brown, 53 percent to 47 percent.",
        [("vote_share", 53, BROWN), ("vote_share", 47, GREEN)],
    ),
    # nobody says whose the smaller is
    (
        "John Brown won the election, 53 percent to 47 percent.",
        [("vote_share", 53, BROWN), ("vote_share", 47, None)],
    ),
    (
        "Voters rejected the treaty by 53 to 47 percent in the referendum.",
        [("vote_share", 53, "rejected the treaty"), ("vote_share", 47, None)],
    ),
    (
        "Scots voted 55 percent to 45 percent against independence in the referendum.",
        [("vote_share", 55, "against independence"), ("vote_share", 45, None)],
    ),
    (
        "Ireland voted by 62 percent to 38 percent to legalise divorce.",
        [("vote_share", 62, "to legalise divorce"), ("vote_share", 38, None)],
    ),
    # ballots in a chamber: an office is given, a motion is not
    ("In the election John Brown was re-elected by 232 votes to 98.", [("votes", 232, BROWN)]),
    ("The parliament elected John Brown president by 232 votes to 98.", [("votes", 232, BROWN)]),
    ("After the election the motion of Ann Green was defeated by 26 votes to 24.", []),
    ("The Government was defeated by 311 votes to 310 and called an election.", []),
    # no score: a change, a range
    ("In the election turnout fell from 53 percent to 47 percent.", []),
    ("Taxes will be cut by 50 percent to 40 percent, the party said before the election.", []),
]


@pytest.fixture(scope="module")
def claims(claims_of: ClaimsOf) -> dict[str, tuple[Claim, ...]]:
    return claims_of([text for text, _ in SCORES])


@pytest.mark.parametrize(("text", "expected"), SCORES)
def test_score(claims: dict[str, tuple[Claim, ...]], text: str, expected: list[tuple[str, float, str | None]]) -> None:
    found = [
        (c.measure, c.quantity.value, c.subject_text) for c in claims[text] if c.measure in ("votes", "vote_share")
    ]
    assert found == expected
    assert {c.subject_kind for c in claims[text] if c.subject_text is None and c.measure == "vote_share"} <= {"party"}
