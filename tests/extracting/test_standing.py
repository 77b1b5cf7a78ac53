"""Those who stand for election, told in other words than "12 candidates"; and who only looks like them."""

from __future__ import annotations

import pytest

from pipeline.types import Claim
from tests.extracting.conftest import ClaimsOf

Claims = dict[str, tuple[Claim, ...]]

# The rule, its sentence, the measure, the printed figure.
STANDING = [
    ("people-standing", "In all 112 people registered to run in the election.", "candidates", "112"),
    ("people-standing", "More than 100 politicians have sought seats in the election.", "candidates", "100"),
    ("people-standing", "Ten politicians are in the race for president in the election.", "candidates", "Ten"),
    ("people-standing", "Eleven names were on the ballot in the election.", "candidates", "Eleven"),
    ("people-standing", "The election was crowded: altogether 377 people ran.", "candidates", "377"),
    ("candidates", "Between them 1,090 candidates were in the field in the election.", "candidates", "1,090"),
    (
        "candidates-among",
        "The board let 3,120 candidates stand, 700 or so of them women, in the election.",
        "candidates",
        "700",
    ),
    ("candidates-among", "Nine candidates, including three newcomers, stood in the election.", "candidates", "three"),
    ("names-put-up/verb", "The Harbour Party fielded 210 in the election.", "candidates", "210"),
    ("field-of", "She finished fifth in the election in a field of 13.", "candidates", "13"),
    ("candidates-out-of", "The left had eight candidates out of a record 16 in the election.", "candidates", "16"),
    ("candidates-of-candidates", "Fourteen of the 18 hopefuls contested the election.", "candidates", "Fourteen"),
    ("among-candidates", "Among the candidates in the election are 21 former ministers.", "candidates", "21"),
    ("names-put-up/verb", "The Harbour Party put up 36 names in the election.", "candidates", "36"),
    ("parties-standing", "Thirty-one political movements contested the election.", "parties", "Thirty-one"),
    ("parties-standing", "Ten of the 19 parties on the ballot paper won no election seat.", "parties", "19"),
]

# The figure of each counts no one who stands; the reason stands behind.
NOT_STANDING = [
    ("On election day 40 people were standing in the rain to vote.", "40", "a queue"),
    ("Before the election 300 people applied for jobs at the commission.", "300", "jobs"),
    ("About 3,000 people are running in the city marathon after the election.", "3,000", "a marathon"),
    ("The dead of election day included 12 women.", "12", "the dead"),
    ("Voters could rank up to ten of the 14 candidates on the ballot.", "ten", "choices"),
    ("On election day 377 people ran for cover in the square.", "377", "flight"),
    ("Only 12 candidates, including five of the Greens, won seats in the election.", "five", "those elected"),
    ("The oil field of 13 wells was closed for the election.", "13", "wells"),
]


@pytest.fixture(scope="module")
def claims(claims_of: ClaimsOf) -> Claims:
    return claims_of(sorted({text for _, text, *_ in STANDING} | {text for text, *_ in NOT_STANDING}))


@pytest.mark.parametrize(("rule", "text", "measure", "figure"), STANDING, ids=[text for _, text, *_ in STANDING])
def test_those_who_stand(rule: str, text: str, measure: str, figure: str, claims: Claims) -> None:
    assert (rule, measure, figure) in [(c.rule, c.measure, c.quantity.text) for c in claims[text]]


@pytest.mark.parametrize(("text", "figure", "why"), NOT_STANDING, ids=[why for *_, why in NOT_STANDING])
def test_no_one_who_stands(text: str, figure: str, why: str, claims: Claims) -> None:
    said = [c.quantity.text for c in claims[text] if c.measure in ("candidates", "parties")]
    assert not any(t.startswith(figure) for t in said), why


def test_those_elected_are_not_those_put_up(claims_of: ClaimsOf) -> None:
    text = "The Harbour Party won 91 seats in the election, and the Civic Party, which put up 36 names, saw 32 elected."
    assert ("seats", "32") in [(c.measure, c.quantity.text) for c in claims_of([text])[text]]
