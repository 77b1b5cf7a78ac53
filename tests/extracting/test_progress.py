"""How far a count has come: what is read as votes counted, and what only looks like it."""

from __future__ import annotations

import pytest

from pipeline.types import Claim
from tests.extracting.conftest import ClaimsOf

Claims = dict[str, tuple[Claim, ...]]

# The rule, its sentence, the printed figure.
COUNTED = [
    ("based-on-percent", "On the basis of five pct of the ballots the election is close.", "five pct"),
    (
        "based-on-percent",
        "Results based on 90 percent of the vote put Maria Santos ahead in the election.",
        "90 percent",
    ),
    ("counting-percent", "With a transmission of 90.2% of the minutes, the election is decided.", "90.2%"),
    ("results-from-percent", "Returns from 40 percent of the vote gave Maria Santos the election.", "40 percent"),
    ("counted-percent", "Clerks had processed 45 percent of the ballots in the election.", "45 percent"),
    ("count-at", "By dawn the election count had reached 61 percent.", "61 percent"),
    ("percent-of-count", "At 62 percent of the count, the election was close.", "62 percent"),
    ("with-percent-counted", "With a third of the ballots in Sunday's election counted, she led.", "a third"),
    ("percent-of-votes-counted", "She led the election when 97 percent of the sheets were in.", "97 percent"),
    ("areas-of-areas", "With 803 of 1,743 precincts reporting, she led the election.", "803"),
    ("areas-of-areas", "With 940 of the land's 8,312 polling stations reporting, she led the election.", "940"),
    ("results-from-areas", "Votes from 487 clustered precincts put her ahead in the election.", "487"),
    ("areas-declared", "In the election the data of 2,392 ballot boxes, out of 2,435, were processed.", "2,392"),
]

# The figure of each is no part of a count; the reason stands behind.
NOT_COUNTED = [
    ("With 41 percent of the vote with half the count to come, she won the election.", "41", "her share"),
    ("Results with 52 percent of the vote for the treaty ended the election.", "52", "a side's share"),
    ("With ten percent of the ballots still to be counted, she led the election.", "ten", "what is left"),
    ("With all but three percent of the vote counted, she led the election.", "three", "what is left"),
    ("The court annulled results from 12 of the 4,000 polling stations after the election.", "12", "annulled"),
    ("With every one of the 1,300 tally sheets added up, she won the election.", "one", "all of them"),
    ("Observers went to 300 of the 400 polling stations in the election.", "300", "a visit"),
    ("In the count Maria Santos won 40 percent of the vote in the election.", "40", "her share"),
]


@pytest.fixture(scope="module")
def claims(claims_of: ClaimsOf) -> Claims:
    return claims_of(sorted({text for _, text, _ in COUNTED} | {text for text, *_ in NOT_COUNTED}))


@pytest.mark.parametrize(("rule", "text", "figure"), COUNTED, ids=[text for _, text, _ in COUNTED])
def test_a_part_of_the_count(rule: str, text: str, figure: str, claims: Claims) -> None:
    said = [(c.rule, c.quantity.text) for c in claims[text] if c.measure == "votes_counted"]
    assert said == [(rule, figure)]


@pytest.mark.parametrize(("text", "figure", "why"), NOT_COUNTED, ids=[why for *_, why in NOT_COUNTED])
def test_no_part_of_the_count(text: str, figure: str, why: str, claims: Claims) -> None:
    said = [c.quantity.text for c in claims[text] if c.measure == "votes_counted"]
    assert not any(t.startswith(figure) for t in said), why


# Seats told as far as the count has come are nobody's; the house's, or somebody's, stand beside.
DECLARED = [
    ("With 210 of 650 seats declared, Labour had won 130 seats.", [("210", None), ("650", None), ("130", "Labour")]),
    ("With 649 of 650 results in, Labour had won 330 seats.", [("649", None), ("650", None), ("330", "Labour")]),
    ("By midnight 423 of 659 seats had been declared in the general election.", [("423", None), ("659", None)]),
    ("After 25 of the 30 contests were declared, Labour had 20 seats.", [("25", None), ("30", None), ("20", "Labour")]),
    # somebody's, or a part of the land
    ("The Reds won 12 of the 20 seats declared so far in the election.", [("12", "Reds"), ("20", None)]),
    ("With 12 seats in the north, the Greens are strong after the election.", [("12", "Greens")]),
    ("With all but three seats declared, Labour had 419.", [("419", "Labour")]),
]


@pytest.fixture(scope="module")
def declared(claims_of: ClaimsOf) -> Claims:
    return claims_of([text for text, _ in DECLARED])


@pytest.mark.parametrize(("text", "expected"), DECLARED, ids=[text for text, _ in DECLARED])
def test_seats_declared(text: str, expected: list[tuple[str, str | None]], declared: Claims) -> None:
    assert [(c.quantity.text, c.subject_text) for c in declared[text]] == expected
