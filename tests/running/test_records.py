"""An extraction survives being kept: what comes back equals what went in, whatever the texts hold."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.running.records import from_bytes, to_bytes
from pipeline.types import Claim, ContestCue, Extraction, Mention, Quantity

texts = st.text(st.characters(), max_size=12)  # lone surrogates, controls and all
offsets = st.integers(0, 10**9)
figures = st.none() | st.floats(allow_nan=False) | st.integers(-(10**12), 10**12)
quantities = st.builds(
    Quantity, texts, offsets, offsets, figures, figures, figures, texts, st.sampled_from(["exact", "about", "between"])
)
claims = st.builds(
    Claim,
    texts,
    texts,
    offsets,
    offsets,
    texts,
    texts,
    quantities,
    st.none() | texts,
    st.none() | offsets,
    st.none() | offsets,
    st.sampled_from(["party", "contest"]),
    st.none() | texts,
    st.sampled_from(["final", "unknown"]),
    st.none() | texts,
    texts,
    st.floats(0, 1),
    st.lists(st.builds(ContestCue, texts, texts, texts), max_size=3).map(tuple),
    st.none() | texts,
)
extractions = st.builds(
    Extraction,
    texts,
    st.lists(st.builds(Mention, texts, offsets, offsets, texts, st.just("party"), texts), max_size=3).map(tuple),
    st.lists(claims, max_size=3).map(tuple),
    st.lists(st.builds(ContestCue, texts, texts, texts), max_size=3).map(tuple),
    st.lists(st.tuples(texts, texts), max_size=3).map(tuple),
    st.lists(st.tuples(offsets, offsets, texts), max_size=3).map(tuple),
)


@given(extractions)
def test_what_comes_back_is_what_went_in(extraction: Extraction) -> None:
    back = from_bytes(to_bytes(extraction))
    assert back == extraction
    assert repr(back) == repr(extraction)  # 18 stays 18 and 18.0 stays 18.0: both end in tables


@pytest.mark.parametrize("data", [b"", b"{}", b"[]", b"[1, 2]", b'["a", [["too", "few"]], [], [], [], []]', b"\xff"])
def test_other_bytes_are_refused(data: bytes) -> None:
    with pytest.raises((ValueError, TypeError)):
        from_bytes(data)
