"""Seats gained, lost and held before, told without "N seats lost"; and what looks like a gain and is none."""

from __future__ import annotations

import pytest

from pipeline.types import Claim
from tests.extracting.conftest import ClaimsOf

Claims = dict[str, tuple[Claim, ...]]
HARBOUR, MEADOW = "Harbour Party", "Meadow Party"

# The rule, its text, and of one figure in it the measure, the value and whose it is.
TOLD: list[tuple[str, str, str, float, str | None]] = [
    (
        "gain-told",
        "The Meadow Party lost 800 seats in the election, the Harbour Party had put on some 400.",
        "seats_change",
        400,
        HARBOUR,
    ),
    (
        "gain-told",
        "In the election the Harbour Party gained nine seats, taking its total to 53.",
        "seats_change",
        9,
        HARBOUR,
    ),
    (
        "gain-told",
        "In the election the Harbour Party added four to its previous 23 seats.",
        "seats_change",
        4,
        HARBOUR,
    ),
    (
        "of-its-seats",
        "In the election the Harbour Party lost five of its previous 38 seats.",
        "seats_change",
        -5,
        HARBOUR,
    ),
    ("gain-told", "The Harbour Party put on 400 seats in the election.", "seats_change", 400, HARBOUR),
    (
        "gain-told",
        "The Meadow Party lost 60 seats in the election, so the Harbour Party's net gain stands at 60.",
        "seats_change",
        60,
        HARBOUR,
    ),
    ("gain-told", "The Harbour Party's losses in the election reached 400 seats.", "seats_change", -400, HARBOUR),
    (
        "gain-told",
        "The Meadow Party was on 12 seats after the election. The Harbour Party has gone back by a solitary one.",
        "seats_change",
        -1,
        HARBOUR,
    ),
    (
        "gain-told",
        "The Meadow Party lost 60 seats in the election. The Harbour Party won back 31.",
        "seats_change",
        31,
        HARBOUR,
    ),
    (
        "gain-told",
        "The Meadow Party lost 60 seats in the election. The Harbour Party made a net gain of 12.",
        "seats_change",
        12,
        HARBOUR,
    ),
    (
        "gain-compared",
        "The Harbour Party stood at 164 seats after the election, three better than the 161 it took in 2014.",
        "seats_change",
        3,
        HARBOUR,
    ),
    (
        "held-before",
        "The Harbour Party stood at 164 seats after the election, three better than the 161 it took in 2014.",
        "seats",
        161,
        HARBOUR,
    ),
    (
        "held-before",
        "The Harbour Party won 77 seats in the election, a leap from the five MLAs it had.",
        "seats",
        5,
        HARBOUR,
    ),
    (
        "gain-compared",
        "The Meadow Party won 9 seats in the election. The Harbour Party shed two to 68.",
        "seats_change",
        -2,
        HARBOUR,
    ),
    (
        "bare-goes-on",
        "The Meadow Party won 9 seats in the election. The Harbour Party shed two to 68.",
        "seats",
        68,
        HARBOUR,
    ),
    (
        "gain-compared",
        "The Meadow Party won 9 seats in the election and the Harbour Party climbed four to 19.",
        "seats_change",
        4,
        HARBOUR,
    ),
    (
        "caucus-moved",
        "The Meadow Party won 9 seats in the election. The Harbour Party's caucus is halved, from 38 to 20.",
        "seats",
        38,
        HARBOUR,
    ),
    (
        "caucus-moved",
        "The Meadow Party won 9 seats in the election. The Harbour Party's caucus is halved, from 38 to 20.",
        "seats",
        20,
        HARBOUR,
    ),
    ("had-been", "The Greens shrank to 18 seats in the election; they had been 29.", "seats", 29, "Greens"),
    (
        "lost-to-others",
        "The Meadow Party lost 4 seats in the election. Of the four casualties, three went to the Harbour Party.",
        "seats_change",
        3,
        HARBOUR,
    ),
    (
        "lost-to-others",
        "The Meadow Party lost 4 seats in the election. Of the four casualties, three went to the Greens and "
        "one to the Harbour Party.",
        "seats_change",
        1,
        HARBOUR,
    ),
    (
        "two-party-gain",
        "Republicans picked up six seats in the elections, and Democrats conceded.",
        "seats_change",
        6,
        "Republicans",
    ),
    (
        "gain-told",
        "Democrats flipped six seats in the elections, and Republicans conceded.",
        "seats_change",
        6,
        "Democrats",
    ),
    ("seats", "The Democrats picked up six seats in the Thai election.", "seats", 6, "Democrats"),
    ("seats", "Republicans won six seats in the elections, and Democrats conceded.", "seats", 6, "Republicans"),
    (
        "held-before",
        "The Meadow Party won 29 seats in the election, against the 24 seats the Harbour Party won.",
        "seats",
        24,
        HARBOUR,
    ),
]
# Texts, a figure of each, and why no seats are gained or lost.
NO_GAINS = [
    ("The Harbour Party won 71 seats in the election, 18 more than all the others combined.", 18, "a gap"),
    ("The Harbour Party lost three seats in the election and won all three of those seats back.", 3, "won back"),
    ("The Harbour Party won 10 to 12 seats in the election.", 2, "a range"),
    ("Ann Green won 12 seats for her party in the election; she has put on 12 kilos.", 99, "weight"),
    ("The Harbour Party won 12 seats in the election. The gain in exports was 14.", 14, "exports"),
]


@pytest.fixture(scope="module")
def claims(claims_of: ClaimsOf) -> Claims:
    return claims_of(sorted({text for _, text, *_ in TOLD} | {text for text, *_ in NO_GAINS}))


@pytest.mark.parametrize("case", TOLD, ids=[f"{measure} {value:g}: {text}" for _, text, measure, value, _ in TOLD])
def test_told(case: tuple[str, str, str, float, str | None], claims: Claims) -> None:
    rule, text, *wanted = case
    said = [(c.rule.split("/")[0], c.measure, c.quantity.value, c.subject_text) for c in claims[text]]
    assert (rule, *wanted) in said


@pytest.mark.parametrize(("text", "value", "why"), NO_GAINS, ids=[why for *_, why in NO_GAINS])
def test_no_gain(text: str, value: float, why: str, claims: Claims) -> None:
    assert value not in [c.quantity.value for c in claims[text] if c.measure == "seats_change"], why
