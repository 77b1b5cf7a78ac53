"""Figures that another measure, another election or nothing at all lies nearest to: each rule for and against."""

from __future__ import annotations

import pytest

from pipeline.types import Claim
from tests.extracting.conftest import ClaimsOf

Claims = dict[str, tuple[Claim, ...]]

# The sentence, the printed figure, and what it is read as, "measure value subject"; [] for none.
READ: list[tuple[str, str, list[str]]] = [
    # a vote that came to so much is in percent
    (
        "The Reds won 87 of the 150 seats in the election. Labour's primary vote fell 5.4 points to 38.",
        "38",
        ["vote_share 38 Labour"],
    ),
    ("The Reds won 87 seats in the election. The Greens' vote rose to 11.7.", "11.7", ["vote_share 11.7 Greens"]),
    ("The Reds won 87 seats in the election. The Greens' vote fell to 40.", "40", []),
    ("The Reds won 87 seats in the election. The Greens' vote fell 5.4.", "5.4", []),
    ("The Reds won 87 seats in the election. The Greens' tally rose to 38.", "38", ["seats 38 Greens"]),
    # how far a share moved
    ("The Greens took 26.8 percent of the vote in the election, up 9.6, and 48 seats.", "9.6", []),
    ("The Greens took 26.8 percent of the vote in the election, up 9.6, and 48 seats.", "48", ["seats 48 Greens"]),
    ("The Greens won 24 percent in the election, and Labour 15.1, down 4.", "4", []),
    ("The Greens won 40 seats in the election, up six.", "six", ["seats_change 6 Greens"]),
    ("The Greens won 36.7 percent in the election, up from 24.2.", "24.2", ["vote_share 24.2 Greens"]),
    # members who were turned out
    ("The Greens saw 95 councillors turfed out in the local elections.", "95", ["seats_change -95 Greens"]),
    ("In the election 12 deputies were unseated.", "12", []),
    ("The Greens saw 95 councillors elected in the local elections.", "95", ["seats 95 Greens"]),
    ("Labour gained 39 council seats in the local elections.", "39", ["seats_change 39 Labour"]),
    ("Labour gained 39 seats in the election.", "39", ["seats 39 Labour"]),
    # two who are level
    (
        "The Reds won 41 seats in the election, the Greens and the Left Party level on 19.",
        "19",
        ["seats 19 Greens", "seats 19 Left Party"],
    ),
    (
        "The Reds won 41 seats in the election, the Meadow Party second on 20, the Liberals and the Left Party "
        "tied on 9.",
        "9",
        ["seats 9 Left Party", "seats 9 Liberals"],
    ),
    # areas whose results are not out
    ("Ann Lee won the election. Results of 30 constituencies have not yet been released.", "30", []),
    ("Ann Lee won the election. Results from 12 constituencies were pending.", "12", []),
    ("Ann Lee won the election. Results of 30 constituencies have been released.", "30", ["areas_reporting 30 "]),
    # a house as it is split
    (
        "Ann Lee won the Senate race in the election by 193,000 votes to 189,000. In the House Republicans led "
        "233 to 194.",
        "233",
        ["seats 233 Republicans"],
    ),
    (
        "Ann Lee won the election on Tuesday. Republicans led Democrats 211 to 198 in the House.",
        "198",
        ["seats 198 Democrats"],
    ),
    (
        "Ann Lee won the election on Tuesday. Republicans were ahead of Democrats 26 to 24 in the Senate.",
        "26",
        ["seats 26 Republicans"],
    ),
    ("Ann Lee won the election on Tuesday. Republicans hold the state House 51 to 46.", "51", ["seats 51 Republicans"]),
    ("Ann Lee won the election on Tuesday. Republicans passed the bill in the House 211 to 198.", "211", []),
    ("Ann Lee won the election on Tuesday. The bill was ahead 211 to 198 in the House.", "211", []),
    ("Ann Lee won the election on Tuesday. Republicans led 211 votes to 198 on the bill in the House.", "211", []),
    (
        "Ann Lee won the election. Democrats hold the House by 233 to 202. They control the Senate 53 to 46.",
        "53",
        ["seats 53 Democrats"],
    ),
    (
        "Ann Lee won the election. Democrats hold the House by 233 to 202. They control the Senate 53 to 46.",
        "233",
        ["seats 233 Democrats"],
    ),
    # no houses
    ("The prime minister named a 17-seat cabinet after the election.", "17", []),
    ("A cabinet of 76 seats is needed after the election.", "76", []),
    ("The election is for a 76-seat parliament.", "76", ["seats_total 76 "]),
    ("Ann Lee won three of four seats in the election.", "four", []),
    ("Ann Lee won three of four seats in the election.", "three", ["seats 3 Ann Lee"]),
    ("The Greens won three of the four seats in the election.", "four", ["seats_total 4 "]),
    ("The Greens won 30 of 140 seats in the election.", "140", ["seats_total 140 "]),
    ("The Greens won 340 of 480 seats in the election, short of the 359 in the outgoing chamber.", "359", []),
    ("The Greens won 230 of 480 seats in the election, short of the 241 required.", "241", ["seats_majority 241 "]),
    # the rest of the house is nobody's
    (
        "The Greens won 87 seats in the election. 125 deputies were chosen in districts and 126 from lists.",
        "126",
        ["seats_total 126 "],
    ),
    ("Half the 300 seats in the election are filled from lists, and a third in districts.", "third", []),
    ("In the election a third in districts had been counted.", "a", ["votes_counted 33.3333 "]),
    # two figures in turn
    (
        "The Reds won 206 seats in the election. The Greens had 26 seats on 20 percent, Labour 21 on 12.",
        "21",
        ["seats 21 Labour"],
    ),
    (
        "The Reds won 206 seats in the election. The Greens had 26 seats on 20 percent, Labour 21 on 12.",
        "12",
        ["vote_share 12 Labour"],
    ),
    ("The Reds won 206 seats in the election. The Greens had 26 places on 20 percent, Labour 21 on 12.", "21", []),
    # a decimal shows what the whole list is
    (
        "Ten parties stood in the election for 560 seats. Exit polls had the Greens on 19, Labour on 14.3 and the "
        "Liberals on 11.8.",
        "19",
        ["vote_share 19 Greens"],
    ),
    (
        "Ten parties stood in the election for 560 seats. Exit polls had the Greens on 190, Labour on 143 and the "
        "Liberals on 118.",
        "190",
        ["seats 190 Greens"],
    ),
    # what is no count of an election
    ("In the election 11 candidates were barred by the commission.", "11", []),
    ("The commission disqualified 11 candidates before the election.", "11", []),
    ("In the election 11 candidates, barred by the court, went home.", "11", []),
    ("In the election 11 candidates were standing.", "11", ["candidates 11 "]),
    ("Only 12 percent of boxes had seals in the election.", "12", []),
    ("In the election 12 percent of boxes had been counted.", "12", ["votes_counted 12 "]),
    ("The Greens won 58 seats in the election, 10 to 20 fewer than pollsters had forecast.", "10", []),
    ("The Greens won 58 seats in the election, 20 fewer than in 2008.", "20", ["seats_change -20 Greens"]),
    ("The Greens won 40 percent of the vote in the election. Inflation has dropped to 9 percent.", "9", []),
    (
        "Inflation has dropped. The Greens dropped to 9 percent of the vote in the election.",
        "9",
        ["vote_share 9 Greens"],
    ),
    # gains told without the word seats
    ("The Greens made six gains and suffered two losses in the election.", "six", ["seats_change 6 Greens"]),
    ("The Greens made six gains and suffered two losses in the election.", "two", ["seats_change -2 Greens"]),
    ("The Greens made six gains in trade before the election.", "six", []),
    (
        "In the election the Greens need to flip 15 seats. By midnight they had picked up 20. Labour had lost 19.",
        "20",
        ["seats_change 20 Greens"],
    ),
    (
        "In the election the Greens need to flip 15 seats. By midnight they had picked up 20. Labour had lost 19.",
        "19",
        ["seats_change -19 Labour"],
    ),
    (
        "In the election the Greens need to flip 15 seats. By midnight they had picked up 20 hitchhikers.",
        "20",
        [],
    ),
    # who is chosen by a house
    (
        "In the election the assembly chose Ann Lee as president by 373 votes to 313.",
        "373",
        ["votes 373 Ann Lee"],
    ),
    ("Voters chose by about two to one in the referendum, 66.4 percent to 33.6, to lift the ban.", "two", []),
    ("After the election the jury chose the blue film by 12 votes to eight.", "12", []),
]


@pytest.fixture(scope="module")
def claims(claims_of: ClaimsOf) -> Claims:
    return claims_of(list({text for text, _, _ in READ}))


@pytest.mark.parametrize(("text", "printed", "read"), READ)
def test_a_figure_is_read_so(claims: Claims, text: str, printed: str, read: list[str]) -> None:
    found = [c for c in claims[text] if c.quantity.text.split()[0] == printed and c.measure not in ("rank", "leads")]
    assert sorted(f"{c.measure} {c.quantity.value:g} {c.subject_text or ''}" for c in found) == read


STAGED = [
    ("The Greens limped in with 22 percent of the vote in the election.", "final"),
    ("Early results of the election gave the Greens 22 percent.", "partial"),
]


@pytest.mark.parametrize(("text", "stage"), STAGED)
def test_who_limped_in_was_counted_in_full(claims_of: ClaimsOf, text: str, stage: str) -> None:
    assert [c.stage for c in claims_of([text])[text]] == [stage]


# The sentence, and for each figure whether it is of the election before.
BEFORE = [
    ("Labour crashed in the election to 13.2 percent from 43.9 and 41 seats.", {"43.9"}),
    ("Labour crashed in the election to 13.2 percent and 41 seats from 43.9 percent and 160 seats.", {"43.9", "160"}),
    ("Labour's 119 seats in the election compare with 300 before.", {"300"}),
    ("Labour took 119 seats in the election, against 300 before.", {"300"}),
    ("Labour took 119 seats in the election.", set()),
]


@pytest.mark.parametrize(("text", "before"), BEFORE)
def test_what_is_held_against_a_result_is_of_the_election_before(
    claims_of: ClaimsOf, text: str, before: set[str]
) -> None:
    found = {c.quantity.text.split()[0] for c in claims_of([text])[text] if any(q.kind == "previous" for q in c.cues)}
    assert found == before
