"""Figures as the papers of old told them, and as magazines still do; behind each kind what only looks like it."""

from __future__ import annotations

import pytest

from pipeline.types import Claim
from tests.extracting.conftest import ClaimsOf

Claims = dict[str, tuple[Claim, ...]]

# A text, and of each of its claims the rule, the measure, the value and the subject.
TOLD: list[tuple[str, list[tuple[str, str, float, str | None]]]] = [
    # two numbers that are one share of people or of their votes
    (
        "In the election the Harbour Party attracted three ballots in four.",
        [("fraction-of-vote", "vote_share", 75, "Harbour Party")],
    ),
    (
        "In the election John Brown drew seven of every ten votes.",
        [("fraction-of-vote", "vote_share", 70, "John Brown")],
    ),
    # seats told by those who sit on them
    (
        "The Harbour Party, which went to the polls on May 3 with 210 members of its own, came back from the election "
        "with 95.",
        [("with-members", "seats", 210, "Harbour Party"), ("bare-goes-on", "seats", 95, "Harbour Party")],
    ),
    ("John Brown, with 112 members of his staff, took over a ministry after the election.", []),
    ("The Harbour Party will send nine members to the talks after the election.", []),
    (
        "In the election the Harbour Party won 23 of the 147 deputies and four senators out of 45.",
        [
            ("seats-of-the-seats", "seats", 23, "Harbour Party"),
            ("of-the-seats", "seats_total", 147, None),
            ("had-members", "seats", 4, "Harbour Party"),
            ("seats-out-of", "seats_total", 45, None),
        ],
    ),
    ("In the election the police put their strength in the city at 230.", []),
    (
        "The Harbour Party won 54 seats in the election. The Meadow Party has to be content with a dozen.",
        [("seats", "seats", 54, "Harbour Party"), ("bare-after-sentence", "seats", 12, "Meadow Party")],
    ),
    # nobody's: what another's vote is short of, and the pages of a paper
    (
        "The Harbour Party won 812,000 votes in the election. It fell short of the vote of the Meadow Party by 40,000.",
        [("votes", "votes", 812000, "Harbour Party")],
    ),
    (
        "The Harbour Party won 54 seats in the election. See pages 2, 3 and 17.",
        [("seats", "seats", 54, "Harbour Party")],
    ),
    (
        "In the election the Harbour Party has been returned in 36 of the 48 constituencies.",
        [("takes-areas", "areas_led", 36, "Harbour Party"), ("areas", "areas_total", 48, None)],
    ),
    # votes told by what the voters answered
    (
        'In the referendum 1,204,500 electors on the mainland answered "yes" and 310,222 answered "no".',
        [("answered-side", "votes", 1204500, "yes"), ("answered-side", "votes", 310222, "no")],
    ),
    ("In the election 310,222 voters answered the call of the union.", [("voters", "registered_voters", 310222, None)]),
    (
        "In the referendum the charter was accepted by nine million voters against eight million.",
        [("voters-passive", "votes", 9000000, "charter was accepted")],
    ),
    (
        "Some 3.1 million voters backed the treaty in the referendum.",
        [("people-backed", "votes", 3100000, "backed the treaty")],
    ),
    ("In the election 247,232 voters chose to vote by post.", []),
    (
        "Over two million people voted Harbour Party in the election.",
        [("voted-party", "votes", 2000000, "Harbour Party")],
    ),
    ('The house threw the bill out after the election by 311 "noes".', []),
    (
        'In his own Weston the "noes" amounted to barely a quarter in the referendum.',
        [("noes-were", "vote_share", 25, "noes")],
    ),
    # a share of then
    (
        "In the election Labour has 48 per cent of the votes, which is an advance on the 38 per cent of 1935.",
        [("percent-of-vote", "vote_share", 48, "Labour"), ("share-then", "vote_share", 38, "Labour")],
    ),
    (
        "In the election Labour has 48 per cent of the votes, which helps it against the inflation of 12 per cent.",
        [("percent-of-vote", "vote_share", 48, "Labour")],
    ),
    (
        "In the election half of the electorate voted. Rents rose and the percentage was 12.",
        [("percent-of-voters-voted", "turnout", 50, None)],
    ),
    (
        "Ann Green came in second in the election, just 33,000 ballots off the pace.",
        [("rank-came", "rank", 2, "Ann Green"), ("margin-to-spare", "margin", 33000, "Ann Green")],
    ),
    # margins, turnouts and candidates by older words
    (
        "John Brown, who held Weston by 6,780, spoke after the election.",
        [("margin-bare", "margin", 6780, "John Brown")],
    ),
    ("The rebels held Weston by 2,000 men during the election.", []),
    ("The army had 200 men in the fields near the town during the election.", []),
    (
        "In the election the officer puts it at 7,700,000 of the 9,700,000 Lorians on the lists who cast ballots.",
        [
            ("votes-of-voters", "votes_cast", 7700000, None),
            ("demonyms-on-rolls", "registered_voters", 9700000, None),
        ],
    ),
    # what a share is of stands before the verb, or is no count of the votes
    (
        "In the election the Harbour Party won 54 seats; of the northern seats it has retained barely a third.",
        [("seats", "seats", 54, "Harbour Party")],
    ),
    (
        "The Harbour Party put up candidates in more than half of the constituencies and won 12 seats in the election.",
        [("seats", "seats", 12, "Harbour Party")],
    ),
    (
        "In half of the constituencies the count of the election was over.",
        [("percent-of-stations", "votes_counted", 50, None)],
    ),
    # "poll" as the votes of an election
    (
        "In the election the Harbour Party took 10 per cent of the vote, as against 3 per cent polled by Labour.",
        [("percent-of-vote", "vote_share", 10, "Harbour Party"), ("name-percent", "vote_share", 3, "Labour")],
    ),
    (
        "The premier does not have the largest poll of the election. John Brown obtained 309,162 in Weston.",
        [("polled-number", "votes", 309162, "John Brown")],
    ),
    (
        "In the election the Harbour Party won fifty or sixty seats.",
        [("seats", "seats", 55, "Harbour Party")],
    ),
    # "the poll" as the voting, and houses told by who sits in them
    (
        "The poll in the election was heavy, 83 per cent of the electors recording their votes.",
        [("percent-of-voters-voted", "turnout", 83, None)],
    ),
    ("In the election the percentage of the poll was 71.2.", [("polling-percentage", "turnout", 71.2, None)]),
    (
        "Of an electorate of 33 million, 72.7 per cent went to the poll in the election.",
        [("electorate-of", "registered_voters", 33000000, None), ("percent-voted", "turnout", 72.7, None)],
    ),
    (
        "After the election the House will be composed as follows: Labour 39, Conservatives 19, Liberals 12.",
        [
            ("bare-goes-on", "seats", 39, "Labour"),
            ("bare-goes-on", "seats", 19, "Conservatives"),
            ("bare-goes-on", "seats", 12, "Liberals"),
        ],
    ),
    ("After the election the committee is composed as follows: Labour 3, Conservatives 2, Liberals 1.", []),
    # victories among so many areas
    (
        "In the election Ann Green led the Harbour Party to 26 victories among the 75 constituencies.",
        [("victories-in-areas", "areas_led", 26, "Harbour Party"), ("areas", "areas_total", 75, None)],
    ),
    (
        "In the election the Harbour Party scored 12 wins in 75 districts.",
        [("victories-in-areas", "areas_led", 12, "Harbour Party"), ("areas", "areas_total", 75, None)],
    ),
    (
        "In the election the Harbour Party celebrated its victories in 12 districts.",
        [("takes-areas", "areas_led", 12, "Harbour Party")],
    ),
    # a hundred voters, odds, and a party that has to be content
    (
        "In the election, of every hundred women who voted 63 chose John Brown, barely 32 Ann Green.",
        [("of-every-hundred", "vote_share", 63, "John Brown"), ("of-every-hundred", "vote_share", 32, "Ann Green")],
    ),
    ("In the election, of every hundred women 63 came from the hills.", []),
    (
        "The Harbour Party won 12 seats in the election. The ballots ran two and three to one for Ann Green.",
        [("seats", "seats", 12, "Harbour Party")],
    ),
    (
        "The Harbour Party won 54 seats in the election. The Meadow Party, which put up candidates everywhere in the "
        "country, has to be content with a dozen.",
        [("seats", "seats", 54, "Harbour Party"), ("bare-after-sentence", "seats", 12, "Meadow Party")],
    ),
    (
        "The Harbour Party lost the election. The Meadow Party is left with a single member.",
        [("sole-seat", "seats", 1, "Meadow Party")],
    ),
    ("The Harbour Party lost the election. It has not a single member in the choir.", []),
    ("In the election John Brown won by three votes in 1,000.", [("margin-by-votes", "margin", 3, "John Brown")]),
]


@pytest.fixture(scope="module")
def claims(claims_of: ClaimsOf) -> Claims:
    return claims_of([text for text, _ in TOLD])


@pytest.mark.parametrize(("text", "expected"), TOLD, ids=[text for text, _ in TOLD])
def test_what_is_told(text: str, expected: list[tuple[str, str, float, str | None]], claims: Claims) -> None:
    said = [(c.rule.split("/")[0], c.measure, c.quantity.value, c.subject_text) for c in claims[text]]
    assert said == [(rule, measure, pytest.approx(value), subject) for rule, measure, value, subject in expected]
