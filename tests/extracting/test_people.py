"""Who leads which party, and who holds which office: sentence and what is read in it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.configuring.configuration import Configuration
from pipeline.configuring.statements import Statements
from pipeline.extracting.people import People
from pipeline.extracting.scene import Scene
from pipeline.types import Claim

Stage = Callable[[str], list[Scene]]


@pytest.fixture(scope="module")
def read(stage: Stage, statements: Statements, config: Configuration) -> Callable[[str], list[Claim]]:
    people = People(statements, config.places)
    return lambda text: [c for scene in stage(text) for c in people.claims(scene)]


LEADS = [
    ("The Victory Alliance, headed by Karim al-Jabri, won 42 seats.", [("Karim al-Jabri", "Victory Alliance")]),
    ("Anna Berg's Civic Progress Party won 32 seats.", [("Anna Berg", "Civic Progress Party")]),
    ("Anna Berg's own centre-right Civic Progress Party won 32 seats.", [("Anna Berg", "Civic Progress Party")]),
    ("Labour Party leader Carl Lund spoke in the capital.", [("Carl Lund", "Labour Party")]),
    ("Carl Lund, leader of the opposition Labour Party, said so.", [("Carl Lund", "Labour Party")]),
    ("Carl Lund, the chairman of the Labour Party (LP), said so.", [("Carl Lund", "Labour Party")]),
    ("The leader of the Labour Party, Carl Lund, said so.", [("Carl Lund", "Labour Party")]),
    ("Carl Lund, who heads the left-wing Labour Party, said so.", [("Carl Lund", "Labour Party")]),
    ("Carl Lund, whose Labour Party won 12 seats, said so.", [("Carl Lund", "Labour Party")]),
    ("The Labour Party of economist Carl Lund has done badly.", [("Carl Lund", "Labour Party")]),
    ("Officials of Carl Lund's party, the Labour Party, said so.", [("Carl Lund", "Labour Party")]),
    ("The Labour Party, led by the senior politician Carl Lund, lost.", [("Carl Lund", "Labour Party")]),
]

NO_LEADS = [
    "Former Labour Party leader Carl Lund lost his seat.",
    "Carl Lund, deputy leader of the Labour Party, said so.",
    "Anna Berg's rival Labour Party won 12 seats.",
    "Anna Berg said the Labour Party had won.",
    "Anna Berg beat Carl Lund of the Labour Party's youth wing.",
    "The Labour Party of the late Carl Lund has done badly.",
    "Anna Berg joined the Labour Party in 1990.",
    "The government led by the Labour Party fell.",
    "Carl Lund, head of the Labour Party caucus in the house, said so.",
    "Carl Lund leads the Labour Party by three points.",
]

ROLES = [
    ("Prime Minister Karim al-Jabri won.", [("Karim al-Jabri", "prime minister", "Prime Minister")]),
    ("Iraqi Vice President Karim al-Jabri won.", [("Karim al-Jabri", "Iraqi vice president", "Iraqi Vice President")]),
    ("Iraq's Prime Minister Karim al-Jabri won.", [("Karim al-Jabri", "Iraq prime minister", "Iraq's Prime Minister")]),
    ("He met former prime minister Carl Lund.", [("Carl Lund", "former prime minister", "former prime minister")]),
    ("It fell under then-president Carl Lund.", [("Carl Lund", "then president", "then-president")]),
    ("The outgoing mayor Carl Lund came third.", [("Carl Lund", "outgoing mayor", "outgoing mayor")]),
    ("Incumbent President Carl Lund won again.", [("Carl Lund", "president", "Incumbent President")]),
    ("U.S. President Carl Lund called him.", [("Carl Lund", "U.S. president", "U.S. President")]),
    (
        "Electoral commission chairman Carl Lund said so.",
        [("Carl Lund", "electoral commission chairman", "Electoral commission chairman")],
    ),
    ("Carl Lund, the outgoing premier, said so.", [("Carl Lund", "outgoing premier", "outgoing premier")]),
    ("The prime minister, Carl Lund, said so.", [("Carl Lund", "prime minister", "prime minister")]),
]

NO_ROLES = [
    "Carl Lund, who led the country for years, said so.",
    "The company president Carl Lund resigned.",
    "Providence President Carl Lund resigned from the firm.",
    "Carl Lund hopes to be president.",
    "Carl Lund, president of Lindqvist Steel Industries, said so.",
]


def pairs(claims: list[Claim], measure: str) -> list[tuple[str | None, str | None]]:
    return [(c.subject_text, c.value_text) for c in claims if c.measure == measure]


@pytest.mark.parametrize(("text", "expected"), LEADS)
def test_who_leads(read: Callable[[str], list[Claim]], text: str, expected: list[tuple[str, str]]) -> None:
    claims = read(text)
    assert pairs(claims, "leads") == expected
    for c in claims:
        assert text[c.quantity.char_start : c.quantity.char_end] == c.quantity.text
        assert text[c.subject_start : c.subject_end] == c.subject_text


@pytest.mark.parametrize("text", NO_LEADS)
def test_who_does_not_lead(read: Callable[[str], list[Claim]], text: str) -> None:
    assert pairs(read(text), "leads") == []


@pytest.mark.parametrize(("text", "expected"), ROLES)
def test_who_holds_an_office(
    read: Callable[[str], list[Claim]], text: str, expected: list[tuple[str, str, str]]
) -> None:
    claims = [c for c in read(text) if c.measure == "role"]
    assert [(c.subject_text, c.value_text, c.quantity.text) for c in claims] == expected
    assert all(text[c.quantity.char_start : c.quantity.char_end] == c.quantity.text for c in claims)


@pytest.mark.parametrize("text", NO_ROLES)
def test_who_holds_none(read: Callable[[str], list[Claim]], text: str) -> None:
    assert pairs(read(text), "role") == []


def test_claims_carry_no_figure(read: Callable[[str], list[Claim]]) -> None:
    (claim,) = read("Anna Berg's Civic Progress Party won.")
    assert (claim.quantity.value, claim.quantity.low, claim.quantity.high) == (None, None, None)
    assert (claim.quantity.unit, claim.subject_kind, claim.stage) == ("entity", "person", "unknown")
