"""Figures told by turns of phrase that older and graver papers like, with whose they are; and what looks the same."""

from __future__ import annotations

import pytest

from pipeline.types import Claim
from tests.extracting.conftest import ClaimsOf

Claims = dict[str, tuple[Claim, ...]]

# The rule, its sentence, the measure, the printed figure, its value, and whose it is ("" for the contest's).
TOLD = [
    # all of the areas
    (
        "won-all-areas",
        "In the election the Greens won every single one of the 12 provinces.",
        "areas_led",
        "12",
        12,
        "Greens",
    ),
    (
        "areas-backed",
        "In the referendum every single one of the 12 counties voted to leave.",
        "areas_led",
        "12",
        12,
        "voted to leave",
    ),
    ("won-areas", "In the election the Greens won only one of the 12 provinces.", "areas_led", "one", 1, "Greens"),
    ("fielded-won", "The Greens fielded 179 candidates in the election, and 21 won.", "seats", "21", 21, "Greens"),
    (
        "fielded-won",
        "The Greens put up 179 candidates in the election, 21 of whom were elected.",
        "seats",
        "21",
        21,
        "Greens",
    ),
    (
        "bare-after-sentence",
        "In the election the Greens were leading in 184 of the 338 districts. The Harbour Party had 99.",
        "seats",
        "99",
        99,
        "Harbour Party",
    ),
    (
        "turnout-then",
        "Some 1.3 million people voted in the election. That works out to about 48 percent of those eligible, up from "
        "36.7 percent.",
        "turnout",
        "36.7 percent",
        36.7,
        "",
    ),
    (
        "margin-parting",
        "In the election the blank votes were more than the 20,700 or so that separated the two.",
        "margin",
        "20,700",
        20_700,
        "",
    ),
    (
        "share-or-votes",
        "In the election Ann Lee, a former premier, was given 12.35 million, or 48.3 per cent.",
        "votes",
        "12.35 million",
        12_350_000,
        "Ann Lee",
    ),
    # who did what was told before, who voted, a field of so many
    (
        "so-many-did",
        "Officials hoped 40 million would go to the polls in the election; a little over 25 million did.",
        "votes_cast",
        "25 million",
        25_000_000,
        "",
    ),
    (
        "turnout-again",
        "The election had 3.3 million registered voters. More than 1.3 million did so, or roughly 40 percent.",
        "turnout",
        "40 percent",
        40,
        "",
    ),
    (
        "percent-who-voted",
        "Turnout in the election was below the 52% who turned out in the last.",
        "turnout",
        "52%",
        52,
        "",
    ),
    (
        "it-was",
        "Some 1.3 million people voted in the election. That works out to about 48 percent of those eligible.",
        "turnout",
        "48 percent",
        48,
        "",
    ),
    (
        "share-then",
        "More than 280,000 ballots were cast in the election, well above the 248,000 of four years ago.",
        "votes_cast",
        "248,000",
        248_000,
        "",
    ),
    ("field-of", "She led an 18-candidate primary in the election.", "candidates", "18", 18, ""),
    ("field-of", "He came last in a nine-man field in the election.", "candidates", "nine", 9, ""),
    # places won without one left over, a majority that is needed, a house that is split
    (
        "won-all-areas",
        "Ann Green won every one of the state's 10 counties in the election.",
        "areas_led",
        "10",
        10,
        "Ann Green",
    ),
    (
        "number-for-majority",
        "After the election Ann Green will hardly find the 61 she needs in the 120-seat parliament.",
        "seats_majority",
        "61",
        61,
        "",
    ),
    (
        "house-split",
        "After the election the Harbour Party's majority in the Senate will shrink to 51-49.",
        "seats",
        "51",
        51,
        "Harbour Party",
    ),
    # a share that is a showing, seats that are a gain, margins
    (
        "share-is-showing",
        "The Greens came first in the election. But 28.4 percent is their worst showing in a century.",
        "vote_share",
        "28.4 percent",
        28.4,
        "Greens",
    ),
    (
        "seats-more-than",
        "The Greens won 62 seats in the election. The gain is real: 13 seats more than they had before.",
        "seats_change",
        "13",
        13,
        "Greens",
    ),
    (
        "members-won",
        "In the last election the Greens were reduced to 34 members.",
        "seats",
        "34",
        34,
        "Greens",
    ),
    (
        "points-by",
        "President Green spoke after the election. The president, who carried the state by 28 percentage points, won.",
        "margin",
        "28 percentage points",
        28,
        "Green",
    ),
    (
        "points-by",
        "Ann Green lost the election to Tom Brown by 0.56 of a percentage point, roughly 240,000 votes.",
        "margin",
        "0.56 of a percentage point",
        0.56,
        "Tom Brown",
    ),
    (
        "margin-again",
        "Ann Green lost the election to Tom Brown by 0.56 of a percentage point, roughly 240,000 votes.",
        "margin",
        "240,000",
        240_000,
        "Tom Brown",
    ),
    (
        "margin-parting",
        "In the election the blank votes were more than the 20,700 votes or so that separated the two.",
        "margin",
        "20,700",
        20_700,
        "",
    ),
    # a share told as so many of so many
    (
        "fraction-of-vote",
        "Ann Lee took six of every ten votes in the election.",
        "vote_share",
        "six of every ten",
        60,
        "Ann Lee",
    ),
    (
        "fraction-of-vote",
        "In the election the Greens accounted for three ballots in four.",
        "vote_share",
        "three ballots in four",
        75,
        "Greens",
    ),
    (
        "percent-backed",
        "In the election the Greens swept the hills: nine voters in 10 were behind them.",
        "vote_share",
        "nine voters in 10",
        90,
        "Greens",
    ),
    ("percent-voted", "In the election two voters in three turned out.", "turnout", "two voters in three", 66.67, ""),
    # a share printed without its sign, and one of several together
    (
        "turnout-unsigned",
        "The board put the Yes vote in the referendum at 60 per cent and, crucially, the turnout at 53.",
        "turnout",
        "53",
        53,
        "",
    ),
    (
        "got-percent",
        "In the election the three smaller parties have less than a fifth between them.",
        "vote_share",
        "a fifth",
        20,
        "three smaller parties",
    ),
    # seats: a majority that is missed, those left for another, each of two, of a chamber and of its parts
    (
        "number-for-majority",
        "The election gave the Greens 165 of the 350 seats, some 11 short of an absolute majority of 176.",
        "seats_majority",
        "176",
        176,
        "",
    ),
    (
        "bare-goes-on",
        "The Reds captured 51 of the 60 seats in the election, leaving nine for Ann Lee's Greens.",
        "seats",
        "nine",
        9,
        "Greens",
    ),
    (
        "seats-of-the-seats",
        "The Meadow Party won the election by 32 percent to 31.7 for the Greens, and each got 11 of the 32 deputies.",
        "seats",
        "11",
        11,
        "Meadow Party",
    ),
    (
        "partys-members",
        "The election was on Sunday. The Greens would be the biggest faction, with about 95 deputies.",
        "seats",
        "95",
        95,
        "Greens",
    ),
    (
        "of-the-seats",
        "The Greens won the Senate election. Of its 207 elective members they have 105.",
        "seats_total",
        "207",
        207,
        "",
    ),
    (
        "seats-by-system",
        "In the election half its 450 deputies are chosen from the lists. The other 225 are elected by constituencies.",
        "seats_total",
        "225",
        225,
        "",
    ),
    # votes, voters, candidates
    (
        "margin-bare",
        "Ann Lee stands for the poorest seat in the land and held it this time by more than 5,000 in the election.",
        "margin",
        "5,000",
        5000,
        "Ann Lee",
    ),
    (
        "number-of-voters",
        "Before the election the number of registered voters was quietly revised downwards overnight from 107 million "
        "to 105 million.",
        "registered_voters",
        "105 million",
        105e6,
        "",
    ),
    (
        "people-standing",
        "In the election about 5,000 people were running for the lower house alone.",
        "candidates",
        "5,000",
        5000,
        "",
    ),
    (
        "groups-standing",
        "A 5 per cent threshold applies in the election: eight of the 13 groups on the ballot look likely to clear it.",
        "parties",
        "13",
        13,
        "",
    ),
    (
        "people-enumerated",
        "About 990,000 Lorians had been enumerated for the election, house to house.",
        "registered_voters",
        "990,000",
        990000,
        "",
    ),
    (
        "people-backed",
        "Even in the rout some 350,000 Lorians stuck with the Harbour Party in the election.",
        "votes",
        "350,000",
        350000,
        "Harbour Party",
    ),
    ("people-backed", "In the election 350,000 voters backed Ann Lee.", "votes", "350,000", 350000, "Ann Lee"),
    (
        "backers-again",
        "In the election some 350,000 people stuck with the Greens, close to two in five of those who voted.",
        "vote_share",
        "two in five",
        40,
        "Greens",
    ),
    (
        "got-percent",
        "In the referendum Ann Lee's reform bill received 94 percent approval.",
        "vote_share",
        "94 percent",
        94,
        "Ann Lee's reform bill",
    ),
    (
        "percent-of-vote",
        "The new charter won 94 percent of the vote in the referendum.",
        "vote_share",
        "94 percent",
        94,
        "new charter",
    ),
    (
        "bare-goes-on",
        "The Reds had 14.5 per cent of the election's vote. The Greens, once banned, came next with just over 11.",
        "vote_share",
        "11",
        11,
        "Greens",
    ),
    (
        "turnout-unsigned",
        "The Greens won 40 percent in the election. Turnout fell to 53, from 61 four years ago.",
        "turnout",
        "53",
        53,
        "",
    ),
    (
        "bare-goes-on",
        "The Reds won 51 of the 60 seats in the election, leaving the remaining nine to the Greens.",
        "seats",
        "nine",
        9,
        "Greens",
    ),
    (
        "seats",
        "The Greens' 9 percent was a disappointment in the election, but it should bring them 20 seats.",
        "seats",
        "20",
        20,
        "Greens",
    ),
    (
        "own-vote",
        "The Greens won 31 election seats. Ann Lee won in Orlik, where her party's share was 10 percent.",
        "vote_share",
        "10 percent",
        10,
        "Ann Lee",
    ),
    (
        "partys-members",
        "The surprise of the election is the Union of Farmers. The Democratic Union lost. This coalition of three "
        "parties owes its nine deputies to luck.",
        "seats",
        "nine",
        9,
        "Democratic Union",
    ),
    ("got-percent", "Measure 9 took 52 percent in the referendum.", "vote_share", "52 percent", 52, "Measure 9"),
    # "it" and "they" are the description that the last sentence is about
    (
        "seats",
        "The Greens lost the election. The ruling party did better than expected. It won 31 seats.",
        "seats",
        "31",
        31,
        "ruling party",
    ),
    (
        "percent-of-vote",
        "The Greens lost the election. Since the law favours them, the centrists are happy. Projections gave them 31 "
        "percent of the vote.",
        "vote_share",
        "31 percent",
        31,
        "centrists",
    ),
    (
        "seats",
        "The Greens lost the election. The ruling party leader conceded. They won 31 seats.",
        "seats",
        "31",
        31,
        "Greens",
    ),
    (
        "seats",
        "The Greens lost the election. The ruling party, the Reform Party, did better. It won 31 seats.",
        "seats",
        "31",
        31,
        "Reform Party",
    ),
    (
        "seats",
        "The Greens lost the election. The ruling coalition is at an end. They won 31 seats.",
        "seats",
        "31",
        31,
        "Greens",
    ),
    (
        "percent-of-vote",
        "In the capital Mr Brown's list was first in the election, with a third of the vote.",
        "vote_share",
        "a third",
        33.33,
        "Mr Brown's list",
    ),
    # votes by their verb alone, seats by their house alone
    (
        "polled-number",
        "In the election Labour polled 12.1 million, the Conservatives 9.6 million.",
        "votes",
        "12.1 million",
        12.1e6,
        "Labour",
    ),
    (
        "bare-goes-on",
        "In the election Labour polled 12.1 million, the Conservatives 9.6 million.",
        "votes",
        "9.6 million",
        9.6e6,
        "Conservatives",
    ),
    ("number-in-house", "The election gave the Greens 101 in the Chamber.", "seats", "101", 101, "Greens"),
    (
        "number-in-house",
        "The Greens won 101 in the Chamber and 52 in the Senate in the election.",
        "seats",
        "52",
        52,
        "Greens",
    ),
    (
        "percent-voted",
        "One elector in four had voted by noon in the election.",
        "turnout",
        "One elector in four",
        25,
        "",
    ),
    ("field-of", "In that election the unknown lawyer came third of six.", "candidates", "six", 6, ""),
    (
        "bare-goes-on",
        "The Reds won 34 percent of the election's vote. The Greens, whose leader, Ann Lee, is a lawyer and was until "
        "2004 a singer known as Lia, had 28.5.",
        "vote_share",
        "28.5",
        28.5,
        "Greens",
    ),
]

# The figure of each counts something else, or is no claim at all; the reason stands behind.
UNTOLD = [
    ("In the election nine voters in 10 districts were turned away.", "nine", "voters in so many places"),
    ("Ann Lee won 3 out of 9 votes on the panel that ran the election.", "3 out", "a panel's votes are no share"),
    ("One in twelve of the ballots in the election was blank.", "One", "ballots that are no one's"),
    (
        "The Greens won 31 election seats. Ann Lee, seven of whose ten aides resigned, said so.",
        "seven",
        "people of hers",
    ),
    ("The Greens won 31 election seats, and one went to Ann Lee at the age of 81.", "81", "an age"),
    ("In the election the Greens had 9 percent; they had been looking for 12 or 15.", "12", "a hope"),
    (
        "The Reds won 42.5 percent of the election's vote, the Greens just under 12. They were 50 deputies strong. "
        "Today they have 14.",
        "14",
        "no share, since seats were spoken of",
    ),
    ("The Reds won 51 of the 60 seats in the election, leaving nine for a later vote.", "nine", "seats of no one yet"),
    (
        "Turnout in the referendum was 53 per cent, clear of the 50 per cent below which it would have been void.",
        "50",
        "what was asked for",
    ),
    ("The Greens won the election with a majority of 176.", "176", "a lead"),
    ("Of the election's rivals Ann Lee came second of the two sisters.", "two", "sisters"),
    ("The seat, held in turn by 5,000 squatters, is empty before the election.", "5,000", "people who hold it"),
    ("Ann Lee, who held the referendum, has 38 percent approval.", "38", "a rating"),
    ("Ann Lee has 38 percent approval after her bill won the election.", "38", "a rating, and no referendum"),
    ("Before the election 13 armed groups on the border laid down their arms.", "13", "groups that do not stand"),
    ("In the election 12,000 voters chose to vote by post.", "12,000", "a way of voting"),
    ("The Reds had 14.5 per cent of the election's vote. The Greens met with just over 11 guests.", "11", "guests"),
    ("The Reds won 34 seats on 14.5 per cent in the election. The Greens came next with 11.", "11 ", "seats"),
    ("The Greens won 40 percent in the election. Turnout was up 12 on 2018.", "12", "a change"),
    ("The Greens won 40 percent in the election. Turnout at 53 stations was low.", "53", "stations"),
    ("The bill won 52 votes in the senate before the referendum.", "52", "votes of a house"),
    ("The Greens, with 53 percent, have the nine they need after the election.", "nine", "what is needed"),
    ("The Greens, with 53 percent of the vote, won the election with two to spare.", "two", "what is left over"),
    ("Ann Lee, with 45,210, was in by 3,102 in the by-election.", "3,102", "no votes of hers"),
    ("Labour polled 12.1 million people before the election.", "12.1", "those whom it asked"),
    ("The Greens won 31 seats in the election and had 12 in the police band.", "12 in", "no house"),
    ("In the election none of the nine other candidates reached three percent.", "three", "what nobody got"),
]


@pytest.fixture(scope="module")
def claims(claims_of: ClaimsOf) -> Claims:
    return claims_of(sorted({text for _, text, *_ in TOLD} | {text for text, *_ in UNTOLD}))


@pytest.mark.parametrize("case", TOLD, ids=[f"{rule}: {text}" for rule, text, *_ in TOLD])
def test_a_turn_of_phrase_is_read(case: tuple[str, str, str, str, float, str], claims: Claims) -> None:
    rule, text, measure, figure, value, whose = case
    said = [c for c in claims[text] if c.rule.split("/")[0] == rule and c.quantity.text == figure]
    assert (measure, whose) in [(c.measure, c.subject_text or "") for c in said]
    assert said[0].quantity.value == pytest.approx(value, abs=0.01)


@pytest.mark.parametrize(("text", "figure", "why"), UNTOLD, ids=[why for *_, why in UNTOLD])
def test_what_only_looks_like_one_is_none(text: str, figure: str, why: str, claims: Claims) -> None:
    assert [c.rule for c in claims[text] if c.quantity.text.startswith(figure)] == [], why
