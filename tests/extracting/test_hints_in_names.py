"""What a name holds tells no election: a person who bears a town's name, a party that is called a house."""

from __future__ import annotations

import pytest

from tests.extracting.conftest import ClaimsOf

# The text, the printed figure, and the hint that its claim must not have.
TEXTS = [
    ("Neil Hamilton lost the election by 11,000 votes.", "11,000", ("country", "BM")),
    ("The House of Freedoms of John Brown won 330 seats in the lower house in the election.", "330", ("body", "House")),
    ("In the election Swatantra won 44 seats in India, the Jan Sangh 35.", "35", ("month", "01")),
]


@pytest.mark.parametrize(("text", "figure", "hint"), TEXTS, ids=[text for text, _, _ in TEXTS])
def test_a_name_tells_no_election(text: str, figure: str, hint: tuple[str, str], claims_of: ClaimsOf) -> None:
    claim = next(c for c in claims_of([text])[text] if c.quantity.text == figure)
    told = [(cue.kind, cue.value) for cue in claim.cues] + [(cue.kind, cue.basis) for cue in claim.cues]
    assert hint not in told
