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
        [("got-percent", "vote_share", 75, "Harbour Party")],
    ),
    (
        "In the election John Brown drew seven of every ten votes.",
        [("fraction-of-vote", "vote_share", 70, "John Brown")],
    ),
    ("In the election John Brown won by three votes in 1,000.", [("margin-by-votes", "margin", 3, "John Brown")]),
]


@pytest.fixture(scope="module")
def claims(claims_of: ClaimsOf) -> Claims:
    return claims_of([text for text, _ in TOLD])


@pytest.mark.parametrize(("text", "expected"), TOLD, ids=[text for text, _ in TOLD])
def test_what_is_told(text: str, expected: list[tuple[str, str, float, str | None]], claims: Claims) -> None:
    said = [(c.rule.split("/")[0], c.measure, c.quantity.value, c.subject_text) for c in claims[text]]
    assert said == [(rule, measure, pytest.approx(value), subject) for rule, measure, value, subject in expected]
