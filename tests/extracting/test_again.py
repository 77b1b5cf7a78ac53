"""A measure told once more: as a share of two figures, of an earlier year, by an "it"; and what only looks like it."""

from __future__ import annotations

import pytest

from pipeline.types import Claim
from tests.extracting.conftest import ClaimsOf

Claims = dict[str, tuple[Claim, ...]]

# The rule, its text, the measure, the printed figure.
AGAIN = [
    (
        "turnout-then",
        "Election turnout was 66 percent, compared with 71 percent in 1998, 68 percent in 2002, 74 percent in 2006, "
        "70 percent in 2010 and 72 percent in 2014.",
        "turnout",
        "72 percent",
    ),
    (
        "turnout-then",
        "Some 61 percent of voters cast ballots in Sunday's second round, compared to 69 percent in the first round.",
        "turnout",
        "69 percent",
    ),
    (
        "share-of-the-two",
        "More than 14 million of the land's 22 million eligible voters - about 64 percent - cast their ballots.",
        "turnout",
        "64 percent",
    ),
    ("share-of-the-two", "Of 60 million registered voters 30 million voted, a rate of 50%.", "turnout", "50%"),
    (
        "share-of-the-two",
        "In the election 450 of the 900 polling stations were counted, or 50 percent.",
        "votes_counted",
        "50 percent",
    ),
    (
        "which-is-percent",
        "In the election data from 266 ballot boxes was processed, which is 91 percent.",
        "votes_counted",
        "91 percent",
    ),
    ("it-was", "Turnout in the election was 43 percent. In Slovakia it was 13 percent.", "turnout", "13 percent"),
    ("it-was", "With 67% of the votes counted she led the election. By dawn it was 98%.", "votes_counted", "98%"),
]

# The figure of each is told of something else; the reason stands behind.
NOT_AGAIN = [
    ("Of 60 million registered voters 30 million voted, 40 percent for Maria Santos.", "40", "her share"),
    ("Turnout was 61 percent. The Harbour Party won the election; it was on 33 percent.", "33", "a party's share"),
    ("With 67% of the votes counted Maria Santos led the election. By dawn it was 51% to 49%.", "51", "a score"),
    ("Election turnout was 66 percent, and Maria Santos took 58 percent of the vote.", "58", "her share"),
    ("In the election 2.9 million people voted, 71 percent of them for Maria Santos.", "71", "her share"),
]


@pytest.fixture(scope="module")
def claims(claims_of: ClaimsOf) -> Claims:
    return claims_of(sorted({text for _, text, *_ in AGAIN} | {text for text, *_ in NOT_AGAIN}))


@pytest.mark.parametrize(("rule", "text", "measure", "figure"), AGAIN, ids=[text for _, text, *_ in AGAIN])
def test_told_again(rule: str, text: str, measure: str, figure: str, claims: Claims) -> None:
    assert (rule, measure, figure) in [(c.rule, c.measure, c.quantity.text) for c in claims[text]]


@pytest.mark.parametrize(("text", "figure", "why"), NOT_AGAIN, ids=[why for *_, why in NOT_AGAIN])
def test_told_of_something_else(text: str, figure: str, why: str, claims: Claims) -> None:
    said = [c.quantity.text for c in claims[text] if c.measure in ("turnout", "votes_counted")]
    assert not any(t.startswith(figure) for t in said), why
