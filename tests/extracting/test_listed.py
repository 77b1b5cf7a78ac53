"""Tables in lines: a name and figures, under a line that says what the figures count; and lines that are none."""

from __future__ import annotations

import pytest

from pipeline.types import Claim
from tests.extracting.conftest import ClaimsOf

# The text, and what it tells: measure, subject, value.
TABLES = [
    (
        "Seats won in the second round of the general election:\n\nSocialists 54\n\nGreens 247\n\nOthers 3\n\nReds 12",
        [("seats", "Socialists", 54), ("seats", "Greens", 247), ("seats", "Reds", 12)],
    ),
    (
        "Following is the state of the parties after the election (last parliament in brackets):\n"
        "Labour 418 (271)\nGreens 165 (331)\nTotal 659",
        [("seats", "Labour", 418), ("seats", "Labour", 271), ("seats", "Greens", 165), ("seats", "Greens", 331)],
    ),
    (
        "Full results of the election (percent of vote, seats):\nMeadow Party (MP)   29.6   68\nGreens (G)   26.4   61",
        [
            ("vote_share", "Meadow Party", 29.6),
            ("seats", "Meadow Party", 68),
            ("vote_share", "Greens", 26.4),
            ("seats", "Greens", 61),
        ],
    ),
    (
        "Results of the election:\n\nParty    Votes    Percent    Seats\n"
        "Labour   1,200,000   43.2   120\nGreens   900,000   31   85",
        [
            ("votes", "Labour", 1200000),
            ("vote_share", "Labour", 43.2),
            ("seats", "Labour", 120),
            ("votes", "Greens", 900000),
            ("vote_share", "Greens", 31),
            ("seats", "Greens", 85),
        ],
    ),
    (
        "Votes for president in the election:\n1. Ann Lee (Labour) 4,333,111\n2. Tom Brown (Greens) 4,100,200",
        [("votes", "Ann Lee", 4333111), ("votes", "Tom Brown", 4100200)],
    ),
    (
        "Labour now leads. Here is the make-up of the new house after the election.\n- Labour: 41 seats\n- Greens: 40",
        [("seats", "Labour", 41), ("seats", "Greens", 40)],
    ),
    # what somebody lost, a turnout, a change, places, days, what no party or person begins, years as columns
    ("The election is over.\nSeats lost:\nLabour 171\nGreens 5", []),
    ("The election is over.\nTurnout by region, in percent:\nLabour 71.3\nGreens 73.5", []),
    ("The election is over.\nChange in share of the vote, percentage points:\nLabour 8.8\nGreens 11.2", []),
    ("Seats in the new house after the election:\nScotland 72\nLabour 40\nMonday 3", [("seats", "Labour", 40)]),
    ("The election of the club drew a vote:\nNew York 12\nGeneva 15", []),
    ("The election is over.\nSeats in 1994 and 1998:\nLabour 252 298\nGreens 294 245", []),
    ("The election is over.\nPercentage of seats:\nLabour 63.4\nGreens 25.0", []),
    # an opinion poll's, a table of prices, one line, prose, a heading that says nothing
    ("Before the election a survey gave these shares, in percent:\nLabour 40\nGreens 37", []),
    (
        "The election is over.\nNOV 28  NET  PCT\nPRAGUE 509.3 -0.8 -0.16 582.0\nWARSAW  13,696.7  -26.4  -0.2  15.0",
        [],
    ),
    ("Seats won in the election:\nLabour 54", []),
    ("Seats won in the election:\nLabour stayed first of 54.\nGreens came second of 30.", []),
    ("The election was held on Sunday:\nLabour 54\nGreens 30", []),
    ("The parliament has seats for all after the election.\nLabour 54\nGreens 30", []),
]


@pytest.mark.parametrize(("text", "told"), TABLES, ids=[text[-24:] for text, _ in TABLES])
def test_tables(text: str, told: list[tuple[str, str, float]], claims_of: ClaimsOf) -> None:
    claims = claims_of([text])[text]
    assert [(c.measure, c.subject_text, c.quantity.value) for c in claims] == told


def read(text: str, claims_of: ClaimsOf) -> tuple[Claim, ...]:
    return claims_of([text])[text]


def test_what_stands_in_brackets_is_of_the_election_before(claims_of: ClaimsOf) -> None:
    head = "The state of the parties after the election (previous house in brackets):"
    now, then, *_ = read(f"{head}\nLabour 418 (271)\nGreens 165 (331)", claims_of)
    assert [cue.kind for cue in then.cues] == ["previous"]
    assert not any(cue.kind == "previous" for cue in now.cues)


def test_an_exit_polls_table_is_projected(claims_of: ClaimsOf) -> None:
    claims = read("An exit poll after the election gave, in percent:\nLabour 40.5\nGreens 37.5", claims_of)
    assert [c.stage for c in claims] == ["projected", "projected"]


def test_electors_are_a_unit_of_their_own(claims_of: ClaimsOf) -> None:
    claims = read("Electoral votes in the presidential election:\nAnn Lee 365\nTom Brown 173", claims_of)
    assert [c.quantity.unit for c in claims] == ["electoral vote", "electoral vote"]
