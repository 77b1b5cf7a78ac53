"""Frames of wire pieces: each sentence with all that is read in it, "measure figure subject", for and against."""

from __future__ import annotations

import pytest

from pipeline.types import Claim
from tests.extracting.conftest import ClaimsOf

Claims = dict[str, tuple[Claim, ...]]

# The text, and its claims but those on who leads whom.
TEXTS: list[tuple[str, list[str]]] = [
    # what did not come about
    ("In the election the Harbour Party could have won 20 seats more if there had been no fraud.", []),
    ("Without the new law the Greens would have won 34 seats in the election.", []),
    (
        "According to exit polls of the election the Harbour Party would have won 34 seats.",
        ["seats 34 Harbour Party"],
    ),
    # an article with a word of polls here and there that tells a result
    (
        '"I would prefer to wait," she said. The Harbour Party took 15 percent of the votes cast in the election. '
        "A poll for the next round was inconclusive.\nThe Greens, with 9.9 percent, came last.\n"
        "The Harbour Party has more workers, according to pollsters.",
        ["vote_share 15 percent Harbour Party", "vote_share 9.9 percent Greens"],
    ),
    ("Voters prefer the Harbour Party, which has 34 percent before the election.", []),
    (
        "Ann Green headed the poll in the last election with 28.6 percent of the vote.",
        ["vote_share 28.6 percent Ann Green"],
    ),
    # a whole and a half is no share
    (
        "Ann Green took 57 percent of the vote in the election. She had held office for eleven and a half years.",
        ["vote_share 57 percent Ann Green"],
    ),
]


@pytest.fixture(scope="module")
def claims(claims_of: ClaimsOf) -> Claims:
    return claims_of([text for text, _ in TEXTS])


@pytest.mark.parametrize(("text", "expected"), TEXTS, ids=[text for text, _ in TEXTS])
def test_all_that_is_read(text: str, expected: list[str], claims: Claims) -> None:
    told = [c for c in claims[text] if c.measure not in ("leads", "role")]
    assert [" ".join(filter(None, (c.measure, c.quantity.text, c.subject_text))) for c in told] == expected
