"""The many ways of telling a turnout, and what only looks like one."""

from __future__ import annotations

import pytest

from pipeline.types import Claim
from tests.extracting.conftest import ClaimsOf

Claims = dict[str, tuple[Claim, ...]]

# The rule, its text, the printed figure and its value.
TURNOUTS = [
    ("percent-of-voters-voted", "More than 93% of those on the list voted in the referendum.", "93%", 93),
    ("percent-of-voters-voted", "Just 38 percent of those entitled to vote went to the polls.", "38 percent", 38),
    ("percent-of-voters-voted", "Some 39 percent of the 5 million people eligible to vote did so.", "39 percent", 39),
    (
        "percent-of-voters-voted",
        "With 51 percent of registered voters taking part, the vote is valid.",
        "51 percent",
        51,
    ),
    (
        "percent-of-voters-voted",
        "In the election barely a quarter of the electorate bothered to turn out.",
        "a quarter",
        25,
    ),
    ("percent-of-voters-voted", "Nine out of ten of the island's 3,000 electors voted.", "Nine out of ten", 90),
    ("fraction-voted", "Six out of ten eligible voters cast their ballots.", "Six out of ten", 60),
    (
        "fraction-voted",
        "In the election ninety-two in every hundred electors voted.",
        "ninety-two in every hundred",
        92,
    ),
    ("percent-voted", "Nearly two voters in three went to the polls in the election.", "two voters in three", 200 / 3),
    (
        "percent-voted",
        "In the election six citizens out of every ten voted on Sunday.",
        "six citizens out of every ten",
        60,
    ),
    (
        "percent-of-voters-voted",
        "In the referendum four out of five of those on the lists took part.",
        "four out of five",
        80,
    ),
    ("percent-voted", "Of the 4,626,000 on the rolls, some 77 percent went to the polls.", "77 percent", 77),
    ("fraction-voted", "Only one in four eligible Britons voted in the election.", "one in four", 25),
    ("percent-of-voters-voted", "Fewer than half of all Hungarians bothered to vote in the election.", "half", 50),
    ("percent-of-voters-voted", "In the election some 33 percent of Romanians aged over 18 voted.", "33 percent", 33),
    ("turnout-is", "With turnout a paltry 30 percent, the election did little.", "30 percent", 30),
    ("turnout-headed", "Turnout: 27.6% in the by-election.", "27.6%", 27.6),
    ("turnout-headed", "Election turnout at 9 p.m. \u2013 39.26% nationwide.", "39.26%", 39.26),
    ("poll-was", "The by-election is over. The poll was 80.3 per cent, a little down.", "80.3 per cent", 80.3),
    ("drew-percent", "The by-election brought only 27.4% of voters to the polls.", "27.4%", 27.4),
    ("percent-before-turnout", "At 66.1%, turnout in the election was the best yet.", "66.1%", 66.1),
    ("percent-before-turnout", "With 57 percent the turnout of the election was a little lower.", "57 percent", 57),
    ("percent-polling", "The by-election in Weston saw 71.3 per cent polling.", "71.3 per cent", 71.3),
    ("percent-polling", "Some 64 per cent voting was recorded in the assembly election.", "64 per cent", 64),
    ("polling-percentage", "Weston recorded a polling percentage of 71 in the assembly election.", "71", 71),
    ("turnout-there", "In the vote 62 percent of voters turned out, but only 50 percent in Weston.", "50 percent", 50),
    ("number-turnout", "The vote was well below the 71.6 turnout of the 2009 election.", "71.6", 71.6),
    (
        "turnout-then",
        "The by-election is over. The poll was 80.3 percent, a shade below the 82.8 percent of 1959.",
        "82.8 percent",
        82.8,
    ),
    ("turnout-again", "In the election only 13 million people turned out, or about 46 percent.", "46 percent", 46),
    ("percent-of-voters-voted", "In the election 62 percent or so of the electorate voted.", "62 percent", 62),
    (
        "percent-of-number-voted",
        "In the election 85% of the 19 million Ruritanians entitled to vote are believed to have done so.",
        "85%",
        85,
    ),
    ("it-was", "Turnout in the by-election was 29%; in Weston it was even lower at 27%.", "27%", 27),
]

# The figure of each is no turnout; the reason stands behind.
NOT_TURNOUTS = [
    ("Of those entitled to vote 38 percent chose the Harbour Party in the election.", "38", "a party's share"),
    ("Some 58 percent of those registered to vote backed the treaty.", "58", "a side's share"),
    ("The poll was 41 percent for the Harbour Party before the election.", "41", "opinions"),
    ("The Harbour Party won seven out of ten seats in the election.", "seven", "seats"),
    ("The Harbour Party won two of every ten seats in the election.", "two", "seats"),
    ("In the election two voters in five towns voted late.", "two voters in five", "towns"),
    ("Three voters in five chose the Harbour Party in the election.", "Three voters in five", "a party's share"),
    ("Labour led the election in nine out of ten constituencies.", "nine", "constituencies"),
    ("Some 12 percent of those entitled to vote had registered for the election.", "12", "not voted"),
    ("The Harbour Party: 39.26% in an election with a low turnout.", "39.26", "a party's share"),
    ("With 57 percent of the vote in an election with a low turnout Brown won.", "57", "a person's share"),
    ("The party drew 12 percent of the vote in the election and went to the polls again.", "12", "a party's share"),
    ("In the election 71 per cent polling stations were reached.", "71", "stations"),
    ("In the referendum 62 percent voting against it won.", "62", "a side's share"),
    ("In the vote 62 percent turned out but 50 percent in Weston backed the treaty.", "50", "a side's share"),
    ("In the election some 10 percent were voting for the first time.", "10", "no turnout"),
    ("In the election Brown won 59 percent of the 4.4m votes cast.", "59", "a person's share"),
    ("In the election 70 percent of the 26 million Ruritanians entitled to vote will do so.", "70", "to come"),
    ("In the referendum 70 percent of the 26 million Ruritanians voted for peace.", "70", "a side's share"),
    ("Only 70 percent of those entitled to vote will take part in the election.", "70", "to come"),
]


@pytest.fixture(scope="module")
def claims(claims_of: ClaimsOf) -> Claims:
    return claims_of(sorted({text for _, text, *_ in TURNOUTS} | {text for text, *_ in NOT_TURNOUTS}))


@pytest.mark.parametrize(("rule", "text", "figure", "value"), TURNOUTS, ids=[text for _, text, *_ in TURNOUTS])
def test_a_turnout(rule: str, text: str, figure: str, value: float, claims: Claims) -> None:
    said = [(c.rule, c.quantity.text, c.quantity.value) for c in claims[text] if c.measure == "turnout"]
    assert said[-1] == (rule, figure, pytest.approx(value))


@pytest.mark.parametrize(("text", "figure", "why"), NOT_TURNOUTS, ids=[why for *_, why in NOT_TURNOUTS])
def test_no_turnout(text: str, figure: str, why: str, claims: Claims) -> None:
    said = [c.quantity.text for c in claims[text] if c.measure == "turnout"]
    assert not any(t.startswith(figure) for t in said), why


def test_the_people_of_a_land_did_not_all_vote(claims_of: ClaimsOf) -> None:
    text = "Only 400 of the land's 6.3 million people voted in the election."
    said = [(c.measure, c.quantity.text) for c in claims_of([text])[text]]
    assert said == [("votes_cast", "400")]
