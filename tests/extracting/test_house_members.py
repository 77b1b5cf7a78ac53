"""Places in a house told one house after another, the members sent to them, and what a majority takes."""

from __future__ import annotations

import pytest

from pipeline.types import Claim
from tests.extracting.conftest import ClaimsOf

HARBOUR = "Harbour Party"
Told = list[tuple[str, str, float, str | None]]
# The text; of each claim the rule that read it, the measure, the value and whose it is.
TOLD: list[tuple[str, Told]] = [
    (
        "The election filled all 140 places in the lower house and 22 of the 66 in the Senate.",
        [
            ("all-seats", "seats_total", 140, None),
            ("places-filled", "seats_total", 22, None),
            ("seats-out-of", "seats_total", 66, None),
        ],
    ),
    (
        "The vote has 131 candidates for the 30 places in the upper house and 1,412 for the 150 in the lower house.",
        [
            ("candidates", "candidates", 131, None),
            ("the-seats-in", "seats_total", 30, None),
            ("candidates-for-house", "candidates", 1412, None),
            ("number-in-house", "seats_total", 150, None),
        ],
    ),
    (
        "After the election the Harbour Party will enter parliament with 67 MPs.",
        [("enters-with", "seats", 67, HARBOUR)],
    ),
    (
        "After the election the Harbour Party has 63 deputies in the new Chamber, up from 17.",
        [("partys-members", "seats", 63, HARBOUR), ("bare-goes-on", "seats", 17, HARBOUR)],
    ),
    (
        "Upton still waits for the names of all 14 of its MPs after the election.",
        [("all-of-the-members", "seats_total", 14, None)],
    ),
    (
        "Just behind in the election came the Harbour Party (HP) with 41 deputies and, like its ally, 5 senators.",
        [("partys-members", "seats", 41, HARBOUR), ("partys-members", "seats", 5, HARBOUR)],
    ),
    (
        "In the election the Harbour Party went from about 90 deputies down to 72.",
        [("partys-members", "seats", 90, HARBOUR), ("bare-goes-on", "seats", 72, HARBOUR)],
    ),
    (
        "In the election the Harbour Party made it into the Senate with 17 members out of 44.",
        [("partys-members", "seats", 17, HARBOUR), ("seats-out-of", "seats_total", 44, None)],
    ),
    (
        "By midnight 160 seats had been settled in the election. The Harbour Party had 97 of them.",
        [("of-them", "seats", 97, HARBOUR)],
    ),
    (
        "The Harbour Party kept the city in the election at the cost of one seat.",
        [("gain-told", "seats_change", -1, HARBOUR)],
    ),
    (
        "Ann Green won the election by winning just four of the land's 31 jurisdictions.",
        [("won-areas", "areas_led", 4, "Ann Green"), ("areas", "areas_total", 31, None)],
    ),
    # none of these
    (
        "In three of the 24 jurisdictions the election count was watched by police.",
        [("areas", "areas_total", 24, None)],
    ),
    ("On election day the hall had 200 places in the car park.", []),
    ("The Harbour Party brought 40 lorries to the election rally. It had 12 of them painted.", []),
    ("The election cost 61 of the 120 clerks a night's sleep.", []),
    ("With 36 it would have been cold on election day.", []),
]


@pytest.fixture(scope="module")
def claims(claims_of: ClaimsOf) -> dict[str, tuple[Claim, ...]]:
    return claims_of([text for text, _ in TOLD])


@pytest.mark.parametrize(("text", "wanted"), TOLD)
def test_houses_and_members(text: str, wanted: Told, claims: dict[str, tuple[Claim, ...]]) -> None:
    """The text has exactly these claims."""
    said = [(c.rule.partition("/")[0], c.measure, c.quantity.value, c.subject_text) for c in claims[text]]
    assert said == wanted
