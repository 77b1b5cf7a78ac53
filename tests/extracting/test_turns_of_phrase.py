"""Figures told by turns of phrase that older and graver papers like, with whose they are; and what looks the same."""

from __future__ import annotations

import pytest

from pipeline.types import Claim
from tests.extracting.conftest import ClaimsOf

Claims = dict[str, tuple[Claim, ...]]

# The rule, its sentence, the measure, the printed figure, its value, and whose it is ("" for the contest's).
TOLD = [
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
    ("In the election none of the nine other candidates reached three percent.", "three", "what nobody got"),
]


@pytest.fixture(scope="module")
def claims(claims_of: ClaimsOf) -> Claims:
    return claims_of(sorted({text for _, text, *_ in TOLD} | {text for text, *_ in UNTOLD}))


@pytest.mark.parametrize("case", TOLD, ids=[f"{rule}: {text}" for rule, text, *_ in TOLD])
def test_a_turn_of_phrase_is_read(case: tuple[str, str, str, str, float, str], claims: Claims) -> None:
    rule, text, measure, figure, value, whose = case
    said = [c for c in claims[text] if c.rule.split("/")[0] == rule and c.quantity.text == figure]
    assert [(c.measure, c.subject_text or "") for c in said] == [(measure, whose)]
    assert said[0].quantity.value == pytest.approx(value, abs=0.01)


@pytest.mark.parametrize(("text", "figure", "why"), UNTOLD, ids=[why for *_, why in UNTOLD])
def test_what_only_looks_like_one_is_none(text: str, figure: str, why: str, claims: Claims) -> None:
    assert [c.rule for c in claims[text] if c.quantity.text.startswith(figure)] == [], why
