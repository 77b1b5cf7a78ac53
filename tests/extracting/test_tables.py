"""Flat tables, stations that are in, votes told by their owner or by those who cast them, and what only looks so."""

from __future__ import annotations

import pytest

from pipeline.types import Claim
from tests.extracting.conftest import ClaimsOf

Claims = dict[str, tuple[Claim, ...]]

# The rule, its text, the measure, the printed figure and its value.
READ = [
    ("row-votes", "The by-election in full: Ann Green (Meadow) 9,120 (61.2%)", "votes", "9,120", 9120),
    ("row-share", "The by-election in full: Ann Green (Meadow) 9,120 (61.2%)", "vote_share", "61.2%", 61.2),
    (
        "row-votes",
        "The election in full:\n\nOurland 1,794,560 29.62%\n\nMeadow 602,250 9.44%",
        "votes",
        "602,250",
        602250,
    ),
    (
        "row-votes",
        "By-election: Ann Green (Meadow) 9,120, Tom Berg (Lab) 4,310, Jo Hill (C) 96.",
        "votes",
        "4,310",
        4310,
    ),
    ("row-votes", "By-election: Ann Green (Meadow) 9,120; Tom Berg (Lab) 4,310; Jo Hill (C) 96.", "votes", "96", 96),
    ("head-registered", "The by-election is over. Electorate 66,140.", "registered_voters", "66,140", 66140),
    ("head-registered", "By-election: Green 9,120; electorate: 66,140.", "registered_voters", "66,140", 66140),
    ("head-votes-cast", "The election is over. Votes cast: 21,410", "votes_cast", "21,410", 21410),
    ("head-votes-cast", "In the election, total valid votes stood at 21,411.", "votes_cast", "21,411", 21411),
    ("head-votes-cast", "The by-election is over. Turnout 21,412 (41.3%)", "votes_cast", "21,412", 21412),
    ("head-turnout", "By-election: electorate 66,140; turnout 54.1%.", "turnout", "54.1%", 54.1),
    ("stations-in", "With 47 polling stations in, Ann Green led the election.", "votes_counted", "47", 47),
    ("stations-in", "From 98 polling stations Ann Green had 25,607 votes in the election.", "votes_counted", "98", 98),
    ("stations-in", "So far 23 booths have reported in the election.", "votes_counted", "23", 23),
    (
        "votes-counted",
        "The election: when the first 1,293,000 votes were in, Ann Green led.",
        "votes_counted",
        "1,293,000",
        1293000,
    ),
    ("own-vote", "The No vote in the referendum came to 1,200,347.", "votes", "1,200,347", 1200347),
    ("own-vote", "In the by-election Labour's vote fell from 23,000 to 14,500.", "votes", "23,000", 23000),
    ("own-vote", "In the by-election Labour's vote fell from 23,000 to 14,500.", "votes", "14,500", 14500),
    ("own-vote", "In the election Ann Green's share already read 41.04 percent.", "vote_share", "41.04 percent", 41.04),
    ("own-vote", "Yes votes in the referendum came to 52 percent.", "vote_share", "52 percent", 52),
    ("number-cast-for", "In the election she had twice the 54,375 cast for Tom Berg.", "votes", "54,375", 54375),
    ("count-was-for", "The final tally of the election was 92,153 for Ann Green.", "votes", "92,153", 92153),
    ("votes-thanks-to", "Ann Green won the election thanks to 92,154 voters.", "votes", "92,154", 92154),
    (
        "got-percent-went",
        "Green led the election. The remaining 9.3 percent went to Tom Berg.",
        "vote_share",
        "9.3 percent",
        9.3,
    ),
    ("number-side", "In the vote 1,230,937 had voted Yes and 1,153,502 No.", "votes", "1,153,502", 1153502),
    ("number-were-for", "Of the votes in the election 18,787,766 were for Tom Berg.", "votes", "18,787,766", 18787766),
    ("own-vote", "In the vote the No vote was 956,330, the Yes vote 243,048.", "votes", "243,048", 243048),
    ("votes", "In the vote 752,451 voted in favour and there were 862,415 votes against.", "votes", "862,415", 862415),
    ("said-by", "In the referendum Weston said no by 91 percent.", "vote_share", "91 percent", 91),
    ("number-voted", "Over 36 million Iranians cast their votes in the election.", "votes_cast", "36 million", 3.6e7),
    ("number-voted", "Some 33 million Italians went to the polls for the election.", "votes_cast", "33 million", 3.3e7),
    (
        "number-eligible",
        "In the election 33 million people cast ballots out of 55 million with the right to do so.",
        "registered_voters",
        "55 million",
        5.5e7,
    ),
    ("percent-backed", "In Weston more than six in ten were in favour in the vote.", "vote_share", "six in ten", 60),
    ("won-percent-of-voters", "Berg won support from 65 percent of those who voted.", "vote_share", "65 percent", 65),
    ("votes-in-house", "After the election the Meadow Party has 61 votes in the House.", "seats", "61", 61),
    (
        "name-percent",
        "Exit polls put the Meadow Party between 27 and 30 percent.",
        "vote_share",
        "27 and 30 percent",
        28.5,
    ),
]

# The figure of each is none of the measures; the reason stands behind.
UNREAD = [
    ("votes", "The by-election in full: Total 14,910 (100%)", "14,910", "the sum of a table"),
    ("votes", "The towns of the election: Weston 12,011, Barnes 9,120, Halton 2,011.", "12,011", "inhabitants"),
    ("votes", "The Meadow Party won 12 seats (24.6%) in the election.", "12", "seats"),
    (
        "registered_voters",
        "The electorate of the by-election is 66,140 strong men and women short.",
        "66,141",
        "no figure",
    ),
    ("votes_counted", "People have registered at 450 polling stations for the election.", "450", "where people vote"),
    ("votes_counted", "Results from 12 polling stations were annulled after the election.", "12", "counted for nobody"),
    ("votes_counted", "In the election 27% of the 86,703 precincts reported.", "86,703", "the whole"),
    (
        "votes_counted",
        "The result of the election is due once all 400,001 votes have been counted.",
        "400,001",
        "to come",
    ),
    ("votes_counted", "The election is on. Some 23 stations in the north opened late.", "23", "opened"),
    ("votes", "With 22,000 mail-in ballots finally tallied, the Meadow Party won the election.", "22,000", "nobody's"),
    (
        "votes",
        "The commission destroyed 4,100 unused ballots after the election, the Meadow Party said.",
        "4,100",
        "unused",
    ),
    (
        "votes_counted",
        "After the election we are still waiting for results from 8 polling stations.",
        "8",
        "not in yet",
    ),
    ("vote_share", "In the election 10 percent of them were voting for the first time.", "10 percent", "no side"),
    (
        "vote_share",
        "In the election its vote rose by 4,120 votes, a jump of 26 percent.",
        "26 percent",
        "a change",
    ),
    ("registered_voters", "In the election 8,341 voters were accredited.", "8,341", "let in to vote"),
    ("registered_voters", "There were 618,231 accredited voters in the election.", "618,231", "let in to vote"),
    ("votes", "In the election the Meadow Party will command 137 votes in the house.", "137", "places in a chamber"),
    ("vote_share", "Polls published on the eve of the election had the Meadow Party on 43%.", "43%", "opinions"),
    (
        "vote_share",
        "The election is near. Most recent polls gave the Meadow Party 43 percent.",
        "43 percent",
        "opinions",
    ),
    ("votes_cast", "In the election Berg had 515,650 of them to Green's 587,100.", "587,100", "the rival's"),
]


@pytest.fixture(scope="module")
def claims(claims_of: ClaimsOf) -> Claims:
    return claims_of(sorted({text for _, text, *_ in READ} | {text for _, text, *_ in UNREAD}))


@pytest.mark.parametrize("case", READ, ids=[f"{r} {f}" for r, _, _, f, _ in READ])
def test_a_figure_is_read(case: tuple[str, str, str, str, float], claims: Claims) -> None:
    rule, text, measure, figure, value = case
    said = [(c.rule.split("/")[0], c.measure, c.quantity.text, c.quantity.value) for c in claims[text]]
    assert (rule, measure, figure, pytest.approx(value)) in said


@pytest.mark.parametrize(("measure", "text", "figure", "why"), UNREAD, ids=[f"{why} {f}" for *_, f, why in UNREAD])
def test_a_figure_is_not_read(measure: str, text: str, figure: str, why: str, claims: Claims) -> None:
    assert figure not in [c.quantity.text for c in claims[text] if c.measure == measure], why
