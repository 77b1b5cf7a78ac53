"""Claims in a spaCy Doc: kept as text among its user data, so that they survive whatever a Doc survives.

What is sent to another process or into a DocBin is packed by msgpack, which knows no dataclasses.
"""

from __future__ import annotations

from functools import lru_cache

from spacy.tokens import Doc, Span

from pipeline.running import records
from pipeline.types import Claim, Extraction

KEY = "tallywire"
EXTENSION = "claims"


def store(doc: Doc, extraction: Extraction, spans_key: str) -> None:
    """Put the claims into `doc`, and the span of each one's figure, in the same order, into `doc.spans[spans_key]`.

    A span's label is the claim's measure and its id the claim's. Where the figure is a part of a token, the span
    is the whole token; the claim has the exact offsets.
    """
    kept = Extraction(extraction.article_id, (), extraction.claims)
    doc.user_data[KEY] = records.to_bytes(kept).decode("ascii")
    doc.spans[spans_key] = [_span(doc, claim) for claim in extraction.claims]


def _span(doc: Doc, claim: Claim) -> Span:
    start, end = claim.quantity.char_start, claim.quantity.char_end
    found = doc.char_span(start, end, label=claim.measure, alignment_mode="expand", span_id=claim.claim_id)
    assert found is not None  # only offsets outside the text give none
    return found


def claims_of(doc: Doc) -> tuple[Claim, ...]:
    """Return the claims read in `doc`, in text order; none where the component has not seen it."""
    return _unpacked(doc.user_data.get(KEY) or "")


@lru_cache(maxsize=32)
def _unpacked(data: str) -> tuple[Claim, ...]:
    return records.from_bytes(data.encode("ascii")).claims if data else ()


def register() -> None:
    """Make `doc._.claims` known to spaCy. Raises ValueError where another library has taken the name."""
    if not Doc.has_extension(EXTENSION):
        Doc.set_extension(EXTENSION, getter=claims_of)
    elif Doc.get_extension(EXTENSION)[2] is not claims_of:
        raise ValueError("tallywire: another component has taken doc._.claims; remove it from this process")
