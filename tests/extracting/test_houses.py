"""Sizes of houses, majorities, all of the seats, and areas that fall to a party; and what looks like them."""

from __future__ import annotations

import pytest

from pipeline.types import Claim
from tests.extracting.conftest import ClaimsOf

Claims = dict[str, tuple[Claim, ...]]
HARBOUR, MEADOW = "Harbour Party", "Meadow Party"

# The text, and of one figure in it the rule, the measure, the value and whose it is.
TOLD: list[tuple[str, str, str, float, str | None]] = [
    ("Just over 6,500 seats were at stake in the village elections.", "seats-at-stake", "seats_total", 6500, None),
    ("At stake were 144 seats in the election.", "seats-at-stake", "seats_total", 144, None),
    (
        "The Harbour Party will send 64 deputies to a legislature swollen by the election to 230.",
        "house-swollen",
        "seats_total",
        230,
        None,
    ),
    (
        "The Harbour Party will send 64 deputies to a legislature swollen by the election to 230.",
        "members-sent",
        "seats",
        64,
        HARBOUR,
    ),
    ("The house, enlarged to 180 seats, meets after the election.", "house-swollen", "seats_total", 180, None),
    (
        "The Harbour Party has won every one of the 24 seats in the election.",
        "all-seats-won",
        "seats",
        24,
        HARBOUR,
    ),
    (
        "The Harbour Party took all 14 seats in Upton and all eight seats in Milton in the election.",
        "all-seats-won",
        "seats",
        8,
        HARBOUR,
    ),
    (
        "All 32 seats in the north went to the Harbour Party in the election.",
        "all-seats-won",
        "seats",
        32,
        HARBOUR,
    ),
    (
        "After the election the Harbour Party reaches 71, the narrowest possible majority in a parliament of 141.",
        "number-for-majority",
        "seats_majority",
        71,
        None,
    ),
    (
        "After the election the house has 187 members, and 94 are needed to choose a premier.",
        "number-for-majority",
        "seats_majority",
        94,
        None,
    ),
    ("The Harbour Party won 46 ridings in the election.", "won-areas", "seats", 46, HARBOUR),
    (
        "The Harbour Party was elected or certain of election in at least 38 ridings.",
        "takes-areas",
        "seats",
        38,
        HARBOUR,
    ),
    (
        "In the election the Harbour Party carried 9 of the county's 16 local government areas.",
        "won-areas",
        "areas_led",
        9,
        HARBOUR,
    ),
    (
        "Of the 29 provinces the Meadow Party held on to six in the election, whereas 17 fell to the Harbour Party.",
        "bare-goes-on",
        "areas_led",
        17,
        HARBOUR,
    ),
    (
        "In the local elections 41 of the 117 districts voting had declared.",
        "areas-of-areas",
        "areas_reporting",
        41,
        None,
    ),
    (
        "The election left the Harbour Party with 53 senators for certain.",
        "partys-members",
        "seats",
        53,
        HARBOUR,
    ),
    ("The Harbour Party had 62 members when the election campaign began.", "partys-members", "seats", 62, HARBOUR),
    (
        "The Meadow Party won 12 seats in the election, the Harbour Party's sole seat among them.",
        "sole-seat",
        "seats",
        1,
        HARBOUR,
    ),
    (
        "The Meadow Party won 12 seats in the election, and a single seat went to the Harbour Party.",
        "sole-seat",
        "seats",
        1,
        HARBOUR,
    ),
    ("Of the Harbour Party in the election, just one nominee made it.", "candidates-won", "seats", 1, HARBOUR),
    (
        "The Meadow Party has 33 councillors to the Conservatives' 19 after the election.",
        "bare-goes-on",
        "seats",
        19,
        "Conservatives",
    ),
    (
        "The Greens won 144 seats in the election, with the Harbour Party holding the remaining 62.",
        "bare-goes-on",
        "seats",
        62,
        HARBOUR,
    ),
    (
        "The election brought three seats for the Meadow Party, two apiece for the Harbour Party and the Greens "
        "and one for the Centre Party.",
        "bare-goes-on",
        "seats",
        2,
        HARBOUR,
    ),
    (
        "The election brought three seats for the Meadow Party, two apiece for the Harbour Party and the Greens "
        "and one for the Centre Party.",
        "bare-goes-on",
        "seats",
        1,
        "Centre Party",
    ),
]
# Texts, a measure, a figure of it that is not to be said, and why.
NOT_TOLD = [
    ("There are 26 governors to be named after the election.", "seats_total", 26, "governors"),
    ("In two of the six seats they were defending in the election the swing was to Labour.", "seats", 2, "a swing"),
    ("The Harbour Party, swollen by the election to 205 seats, cheered.", "seats_total", 205, "a party"),
    ("The Harbour Party holds a stake of 20 seats on the board after the election.", "seats", 20, "a board"),
    ("Every one of the 30 seats was empty when the election was called.", "seats", 30, "chairs"),
    ("In the election of 12 members the Harbour Party failed to win a single seat.", "seats", 1, "none won"),
    ("The 12 members of the board are the sole owners of the Harbour Party election fund.", "seats", 1, "owners"),
    ("The Harbour Party has 55 members in every village before the election.", "areas_led", 55, "members"),
    ("In the election 25 signatures are needed to stand.", "seats_majority", 25, "signatures"),
]


@pytest.fixture(scope="module")
def claims(claims_of: ClaimsOf) -> Claims:
    return claims_of(sorted({text for text, *_ in TOLD} | {text for text, *_ in NOT_TOLD}))


@pytest.mark.parametrize("case", TOLD, ids=[f"{measure} {value:g}: {text}" for text, _, measure, value, _ in TOLD])
def test_told(case: tuple[str, str, str, float, str | None], claims: Claims) -> None:
    text, *wanted = case
    said = [[c.rule.split("/")[0], c.measure, c.quantity.value, c.subject_text] for c in claims[text]]
    assert wanted in said


@pytest.mark.parametrize(("text", "measure", "value", "why"), NOT_TOLD, ids=[why for *_, why in NOT_TOLD])
def test_not_told(text: str, measure: str, value: float, why: str, claims: Claims) -> None:
    assert value not in [c.quantity.value for c in claims[text] if c.measure == measure], why
