"""All who may vote and all who did: the whole of a share, a number beside a turnout, and what only looks like it."""

from __future__ import annotations

import pytest

from pipeline.types import Claim
from tests.extracting.conftest import ClaimsOf

Claims = dict[str, tuple[Claim, ...]]

# The rule, its text, the measure, the printed figure.
WHOLES = [
    ("of-votes", "Of 31.2 million votes Maria Santos got 47.1 percent.", "votes_cast", "31.2 million"),
    ("of-votes", "She took 52 per cent of the 6.3 million votes in the election.", "votes_cast", "6.3 million"),
    ("of-votes", "From a total of 3.2 million votes she got half in the election.", "votes_cast", "3.2 million"),
    ("turnout-in-votes", "Election turnout was 77%, or 3.9 million votes.", "votes_cast", "3.9 million"),
    (
        "turnout-in-votes",
        "About 70 percent, or 3.1 million voters, took part in the election.",
        "turnout",
        "70 percent",
    ),
    (
        "voters-voted",
        "About 71 percent, or 3.2 million voters, took part in the election.",
        "votes_cast",
        "3.2 million",
    ),
    ("turnout-of-votes", "The turnout in the election was 3.1 million voters.", "votes_cast", "3.1 million"),
    ("turnout-of-votes", "A turnout of 3.3 million marked the election.", "votes_cast", "3.3 million"),
    ("people-voted", "Some 5 million people, or half of them all, voted in the election.", "votes_cast", "5 million"),
    ("people-eligible", "Some 613,402 people, including 41,250 abroad, can vote.", "registered_voters", "613,402"),
    ("number-on-rolls", "Of nearly 29 million on the registers, 85 per cent voted.", "registered_voters", "29 million"),
    ("names-on-rolls", "The electoral roll lists 7.9 million names.", "registered_voters", "7.9 million"),
    ("names-on-rolls", "Some 1.6 million voted, out of an eligible 5.08 million.", "registered_voters", "5.08 million"),
]

# The figure of each is no whole; the reason stands behind.
NOT_WHOLES = [
    ("Maria Santos won the election with a lead of 300,000 votes.", "300,000", "a lead"),
    ("Maria Santos was up from 3,000 votes in the last election.", "3,000", "hers of then"),
    ("Turnout was 61 percent, and 400,000 people marched after the election.", "400,000", "a march"),
    ("Turnout was 61 percent, or 3,200 points on the scale of the election game.", "3,200", "no people"),
    ("The memorial bears 7,900 names of those killed before the election.", "7,900", "the dead"),
    ("Some 40,000 people, including 900 police officers, lined the streets on election day.", "40,000", "a crowd"),
]


@pytest.fixture(scope="module")
def claims(claims_of: ClaimsOf) -> Claims:
    return claims_of(sorted({text for _, text, *_ in WHOLES} | {text for text, *_ in NOT_WHOLES}))


@pytest.mark.parametrize(("rule", "text", "measure", "figure"), WHOLES, ids=[text for _, text, *_ in WHOLES])
def test_a_whole(rule: str, text: str, measure: str, figure: str, claims: Claims) -> None:
    assert (rule, measure, figure) in [(c.rule, c.measure, c.quantity.text) for c in claims[text]]


@pytest.mark.parametrize(("text", "figure", "why"), NOT_WHOLES, ids=[why for *_, why in NOT_WHOLES])
def test_no_whole(text: str, figure: str, why: str, claims: Claims) -> None:
    said = [c.quantity.text for c in claims[text] if c.measure in ("votes_cast", "registered_voters")]
    assert not any(t.startswith(figure) for t in said), why


# Votes that are not called so: exact thousands of somebody, where a count is told.
VOTES = [
    ("In the by-election Maria Santos polled 14,991 and Peter Lind 12,345.", ["14,991", "12,345"]),
    ("The latest election count showed Maria Santos with 187,340 and Peter Lind with 172,905.", ["187,340", "172,905"]),
    (
        "With 803 precincts reporting in the election Maria Santos had 177,548 and Peter Lind 154,734.",
        ["177,548", "154,734"],
    ),
    ("Maria Santos received 318,502 or 4.9 percent of the ballots in the election.", ["318,502"]),
    (
        "The gap in the election was 1,911 votes: 43,611 for Maria Santos and 41,700 for Peter Lind.",
        ["43,611", "41,700"],
    ),
    ("After the election vote the Harbour Party had 12,345 in the bank.", []),
    ("The election count cost money: Maria Santos spent 45,678 and Peter Lind 32,145.", []),
    ("Election results showed that Maria Santos drew 12,000 to her rally.", []),
]


@pytest.mark.parametrize(("text", "figures"), VOTES, ids=[text for text, _ in VOTES])
def test_votes_not_called_so(text: str, figures: list[str], claims_of: ClaimsOf) -> None:
    assert [c.quantity.text for c in claims_of([text])[text] if c.measure == "votes"] == figures
