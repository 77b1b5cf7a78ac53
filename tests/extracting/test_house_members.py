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
        "The election filled all 120 places in the Chamber of Deputies and 20 of the 60 in the Senate.",
        [
            ("all-seats", "seats_total", 120, None),
            ("places-filled", "seats_total", 20, None),
            ("seats-out-of", "seats_total", 60, None),
        ],
    ),
    (
        "The vote has 84 candidates for the 24 places in the Senate and 1,899 for the 200 in the Chamber of Deputies.",
        [
            ("candidates", "candidates", 84, None),
            ("the-seats-in", "seats_total", 24, None),
            ("candidates-for-house", "candidates", 1899, None),
            ("number-in-house", "seats_total", 200, None),
        ],
    ),
    (
        "Upton still waits for the names of all 14 of its MPs after the election.",
        [("all-of-the-members", "seats_total", 14, None)],
    ),
    (
        "Close behind in the election came the Harbour Party (HP) with 86 deputies and, like its rival, 8 senators.",
        [("partys-members", "seats", 86, HARBOUR), ("partys-members", "seats", 8, HARBOUR)],
    ),
    (
        "In the election the Harbour Party went from about 130 deputies down to 107.",
        [("partys-members", "seats", 130, HARBOUR), ("bare-goes-on", "seats", 107, HARBOUR)],
    ),
    (
        "In the election the Harbour Party made its way into the Senate with 35 members out of 39.",
        [("partys-members", "seats", 35, HARBOUR), ("seats-out-of", "seats_total", 39, None)],
    ),
    (
        "By then 185 seats had been settled in the election. The Harbour Party had 139 of them.",
        [("of-them", "seats", 139, HARBOUR)],
    ),
    (
        "The Harbour Party kept the city in the election at the cost of one seat.",
        [("gain-told", "seats_change", -1, HARBOUR)],
    ),
    (
        "Ann Green won the election by winning no more than three of the state's 24 jurisdictions.",
        [("won-areas", "areas_led", 3, "Ann Green"), ("areas", "areas_total", 24, None)],
    ),
    # none of these
    (
        "In three of the 24 jurisdictions the election count was watched by police.",
        [("areas", "areas_total", 24, None)],
    ),
    ("On election day the hall had 200 places in the car park.", []),
    ("The Harbour Party brought 40 lorries to the election rally. It had 12 of them painted.", []),
    ("The election cost 61 of the 120 clerks a night's sleep.", []),
    ("With 31 it would have been cold on election day.", []),
]


@pytest.fixture(scope="module")
def claims(claims_of: ClaimsOf) -> dict[str, tuple[Claim, ...]]:
    return claims_of([text for text, _ in TOLD])


@pytest.mark.parametrize(("text", "wanted"), TOLD)
def test_houses_and_members(text: str, wanted: Told, claims: dict[str, tuple[Claim, ...]]) -> None:
    """The text has exactly these claims."""
    said = [(c.rule.partition("/")[0], c.measure, c.quantity.value, c.subject_text) for c in claims[text]]
    assert said == wanted
