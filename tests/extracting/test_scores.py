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
    (
        "The Greens beat Labour by 34 seats to 32 in the election.",
        [("seats", 34, "Greens"), ("seats", 32, "Labour")],
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
    # more votes than a chamber has members, whatever is decided
    (
        "The amendment was carried in the referendum by 818,842 votes to 809,728.",
        [("votes", 818842, "carried in the referendum"), ("votes", 809728, None)],
    ),
    (
        "By 621,109 to 323,882 voters approved the change in the referendum.",
        [("votes", 621109, "approved the change"), ("votes", 323882, None)],
    ),
    # shares without their sign
    (
        "The Yes side won the referendum, 52 to 48.",
        [("vote_share", 52, "Yes side"), ("vote_share", 48, None)],
    ),
    ("John Brown beat Ann Green six games to four after the election.", []),
    ("The committee of the party backed John Brown by 30 to 18 after the election.", []),
    # sides
    (
        "The referendum result was 52 percent for Yes and 48 percent for the No side.",
        [("vote_share", 52, "Yes"), ("vote_share", 48, "No side")],
    ),
    (
        "The no camp won the referendum with 61.3 percent against 38.7 percent for yes.",
        [("vote_share", 61.3, "no camp"), ("vote_share", 38.7, "yes")],
    ),
    (
        "In the referendum 52 percent voted yes and 48 percent no.",
        [("vote_share", 52, "voted yes"), ("vote_share", 48, "no")],
    ),
    (
        "With all votes counted in the referendum, Yes had 52 percent and No 48 percent.",
        [("vote_share", 52, "Yes"), ("vote_share", 48, "No")],
    ),
    ("A majority of 52 percent voted in favour in the referendum.", [("vote_share", 52, "voted in favour")]),
    # sides of a referendum in votes
    (
        "In the referendum 752,451 voted in favour and 862,415 against.",
        [("votes", 752451, "voted in favour"), ("votes", 862415, "against")],
    ),
    (
        "In the referendum 3,792,518 people voted for secession and 44,888 for unity.",
        [("votes", 3792518, "voted for secession"), ("votes", 44888, "for unity")],
    ),
    ("In the referendum 8,102 votes were cast and 211 votes were rejected.", []),
    ("In the referendum there was 30 percent for no good reason.", []),
    # "run-off" is three words, and one of elections
    (
        "Maria Santos won the presidential run-off with 50.9 percent to 49.1 for John Brown.",
        [("vote_share", 50.9, "Maria Santos"), ("vote_share", 49.1, "John Brown")],
    ),
    # the side that won alone
    (
        "Islanders rejected the bridge by 57 percent in Sunday's referendum.",
        [("vote_share", 57, "rejected the bridge")],
    ),
    ("The electorate has grown by 60 percent since voters backed the referendum.", []),
    # ballots in a chamber: an office is given, a motion is not
    ("In the election John Brown was re-elected by 232 votes to 98.", [("votes", 232, BROWN)]),
    ("The parliament elected John Brown president by 232 votes to 98.", [("votes", 232, BROWN)]),
    ("After the election the motion of Ann Green was defeated by 26 votes to 24.", []),
    ("The Government was defeated by 311 votes to 310 and called an election.", []),
    # shareholders vote too: an article on a bid or a board is on no election
    ("The raider's slate won with 62 percent of the votes to 38. The takeover bid had split the bondholders.", []),
    ("The slate won with 62 percent of the votes to 38.", [("vote_share", 62, "slate"), ("vote_share", 38, "slate")]),
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
        (c.measure, c.quantity.value, c.subject_text)
        for c in claims[text]
        if c.measure in ("votes", "vote_share", "seats")
    ]
    assert found == expected
    assert {c.subject_kind for c in claims[text] if c.subject_text is None and c.measure == "vote_share"} <= {"party"}
