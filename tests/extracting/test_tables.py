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
    ("own-vote", "In the election Ann Green's share already read 37.61 percent.", "vote_share", "37.61 percent", 37.61),
    ("own-vote", "Yes votes in the referendum came to 52 percent.", "vote_share", "52 percent", 52),
    ("number-cast-for", "In the election she had twice the 38,940 cast for Tom Berg.", "votes", "38,940", 38940),
    ("count-was-for", "The final tally of the election was 92,153 for Ann Green.", "votes", "92,153", 92153),
    ("votes-thanks-to", "Ann Green won the election thanks to 92,154 voters.", "votes", "92,154", 92154),
    (
        "got-percent-went",
        "Green led the election. The remaining 6.8 percent went to Tom Berg.",
        "vote_share",
        "6.8 percent",
        6.8,
    ),
    ("number-side", "In the vote 1,230,937 had voted Yes and 1,153,502 No.", "votes", "1,153,502", 1153502),
    ("number-were-for", "Of the votes in the election 11,204,930 were for Tom Berg.", "votes", "11,204,930", 11204930),
    ("own-vote", "In the vote the No vote was 956,330, the Yes vote 243,048.", "votes", "243,048", 243048),
    ("votes", "In the vote 752,451 voted in favour and there were 862,415 votes against.", "votes", "862,415", 862415),
    ("said-by", "In the referendum Weston said no by 91 percent.", "vote_share", "91 percent", 91),
    ("number-voted", "Over 21 million Moroccans cast their votes in the election.", "votes_cast", "21 million", 2.1e7),
    ("number-voted", "Some 33 million Italians went to the polls for the election.", "votes_cast", "33 million", 3.3e7),
    (
        "number-eligible",
        "In the election 26 million people cast ballots out of 41 million with the right to do so.",
        "registered_voters",
        "41 million",
        4.1e7,
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
    ("roll-of-names", "The election is on. The rolls now hold 402,117 names.", "registered_voters", "402,117", 402117),
    (
        "eligible-demonyms",
        "The election is on. Half of 74 million eligible Ruritanians are women.",
        "registered_voters",
        "74 million",
        74e6,
    ),
    (
        "those-who-voted",
        "The election is over. Those who had voted numbered 6,418,207.",
        "votes_cast",
        "6,418,207",
        6418207,
    ),
    ("number-voted", "The election is over. Of them 616,745 went on to vote.", "votes_cast", "616,745", 616745),
    (
        "voted-percent-of-voters",
        "The election is over. Those who voted numbered 6,418, that is 47.12% of everybody on the lists.",
        "turnout",
        "47.12%",
        47.12,
    ),
    (
        "people-eligible",
        "The election is on. More than 3.7 million residents were summoned to the polls.",
        "registered_voters",
        "3.7 million",
        3.7e6,
    ),
    ("polled-number", "The election is over. Brown garnered 342,822, she said.", "votes", "342,822", 342822),
    ("polled-number", "The election is over. Brown had 5,248,898, or 47.74.", "votes", "5,248,898", 5248898),
    ("votes-or-share", "The election is over. Brown had 5,248,898, or 47.74.", "vote_share", "47.74", 47.74),
    (
        "number-that-got",
        "The election is over. It is well above the 233,131 that Ann Green was able to muster.",
        "votes",
        "233,131",
        233131,
    ),
    ("placed-on", "In the election Tom Berg came second and Ann Green fourth on 1,753.", "votes", "1,753", 1753),
    (
        "number-for-each",
        "The new election figures: 86,310 for Ann Green in the city and 27,955 for her rival.",
        "votes",
        "27,955",
        27955,
    ),
    ("number-side", "By 64 no to 49 yes, residents voted the rule down in the referendum.", "votes", "64", 64),
    ("share-or-votes", "In the election Brown took 38.2%, a bit more than 1.6 million.", "votes", "1.6 million", 1.6e6),
    (
        "as-did",
        "In the election 3.1 million Ruritanians were entitled to vote, as were 1.4 million Lorians.",
        "registered_voters",
        "1.4 million",
        1.4e6,
    ),
    (
        "forecast-for",
        "The exit polls are out: the range for the Meadow Party is 3-5 percent.",
        "vote_share",
        "3-5 percent",
        4,
    ),
    (
        "whose-percent",
        "The exit polls are out. Behind are the Greens, whose 6.5 percent would give them 12 seats.",
        "vote_share",
        "6.5 percent",
        6.5,
    ),
    (
        "percent-that-took",
        "The election is over. It is less than the 57.1 per cent that took Ann Green to a second term.",
        "vote_share",
        "57.1 per cent",
        57.1,
    ),
    (
        "percent-of-vote",
        "In the election Brown won 48.3 percent of those found valid.",
        "vote_share",
        "48.3 percent",
        48.3,
    ),
    (
        "percent-of-group-backed",
        "In the referendum 58 percent of southerners abroad and 99 percent of those at home chose to secede.",
        "vote_share",
        "58 percent",
        58,
    ),
    (
        "stations-in",
        "The election is over. By midnight 8,140 polling stations had sent in their sheets.",
        "votes_counted",
        "8,140",
        8140,
    ),
    (
        "votes-counted",
        "The election is over. So far 3.6 million ballots have been entered.",
        "votes_counted",
        "3.6 million",
        3.6e6,
    ),
    ("percent-came", "The election is over. Of 701,000 people on the roll some 97% came.", "turnout", "97%", 97),
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
    ("votes_counted", "In the election 34% of the 51,940 precincts reported.", "51,940", "the whole"),
    (
        "votes_counted",
        "The result of the election is due once all 400,001 votes have been counted.",
        "400,001",
        "to come",
    ),
    ("votes_counted", "The election is on. Some 23 stations in the north opened late.", "23", "opened"),
    ("votes", "With 9,400 mail-in ballots tallied as well, the Meadow Party won the election.", "9,400", "nobody's"),
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
    ("votes", "In the election the Meadow Party will command 118 votes in the house.", "118", "places in a chamber"),
    ("vote_share", "Polls published on the eve of the election had the Meadow Party on 43%.", "43%", "opinions"),
    (
        "vote_share",
        "The election is near. Most recent polls gave the Meadow Party 43 percent.",
        "43 percent",
        "opinions",
    ),
    ("votes_cast", "In the election Berg had 515,650 of them to Green's 587,100.", "587,100", "the rival's"),
    ("registered_voters", "The election is on. The register of firms holds 402,118 bottles.", "402,118", "no people"),
    ("votes_cast", "In the election those who voted for Ann Green numbered 38,940.", "38,940", "hers"),
    ("votes_cast", "The election is on. Those who sell fruit numbered 9,954.", "9,954", "no voters"),
    ("votes_cast", "In the election 1.8 million are expected to have voted by noon.", "1.8 million", "to come"),
    ("votes", "The election is over. Brown received 5,001 complaints about it.", "5,001", "complaints"),
    ("votes", "The election is over. Brown spent 45,704, he said.", "45,704", "money"),
    ("votes", "For the election the state printed 86,311 forms for Ann Green.", "86,311", "forms"),
    ("votes", "The house passed the law by 57 yes to 55 no before the election.", "57", "a chamber"),
    ("vote_share", "The figure for turnout in the election is 68.5 percent.", "68.5 percent", "turnout"),
    ("turnout", "Of 701,000 people in the town some 97% came before the election.", "97%", "no voters"),
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
