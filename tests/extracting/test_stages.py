"""How settled the count behind a figure was: by its own sentence, else by the article."""

from __future__ import annotations

import pytest

from pipeline.types import Claim, CountStage
from tests.extracting.conftest import ClaimsOf

# The text, the printed figure, its stage.
STAGED: list[tuple[str, str, CountStage]] = [
    ("The Harbour Party won 48 seats in the election.", "48", "final"),
    ("Final results gave the Harbour Party 48 seats in the election.", "48", "final"),
    ("Preliminary results gave the Harbour Party 48 seats in the election.", "48", "preliminary"),
    ("The Harbour Party has won 48 seats so far in the election.", "48", "partial"),
    ("With 40 percent of votes counted, the Harbour Party had 48 seats in the election.", "48", "partial"),
    ("An exit poll gave the Harbour Party 48 seats in the election.", "48", "projected"),
    ("The Harbour Party was projected to win 48 seats in the election.", "48", "projected"),
    # a forecast that the figure is set against is not the figure's
    ("The Harbour Party won 48 seats in the election, far fewer than forecast.", "48", "final"),
    ("The Harbour Party won the election with 23 percent of the vote, confounding two exit polls.", "23", "final"),
    ("Defying the exit polls, the Harbour Party won 48 seats in the election.", "48", "final"),
    ("Despite exit polls that favoured the left, the Harbour Party won 48 seats in the election.", "48", "final"),
    # but what the exit poll itself says is
    ("The party won the election, defying exit polls that gave the Harbour Party 41 seats.", "41", "projected"),
    # the article's stage, for a sentence that says nothing
    ("Early results of the election came in on Monday. The Harbour Party won 48 seats.", "48", "partial"),
    ("The election was held on Sunday, an exit poll said. The Harbour Party won 48 seats.", "48", "projected"),
    ("The Harbour Party won the election, confounding exit polls. It won 48 seats.", "48", "final"),
]


@pytest.fixture(scope="module")
def claims(claims_of: ClaimsOf) -> dict[str, tuple[Claim, ...]]:
    return claims_of([text for text, _, _ in STAGED])


@pytest.mark.parametrize(("text", "printed", "stage"), STAGED)
def test_stage(claims: dict[str, tuple[Claim, ...]], text: str, printed: str, stage: CountStage) -> None:
    found = [c.stage for c in claims[text] if c.quantity.text.split()[0] == printed and c.measure != "votes_counted"]
    assert found == [stage]
