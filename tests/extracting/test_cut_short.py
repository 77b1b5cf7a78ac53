"""A text may end anywhere: headlines are cut, feeds break off. Wherever it ends, it is read without an error."""

from __future__ import annotations

from pipeline.configuring.examples import load_examples
from pipeline.configuring.folder import configs_folder
from tests.extracting.conftest import ClaimsOf

_EVERY = 5  # a sample of all the cuts
_LEAST = 3  # words of a cut


def _cuts() -> list[str]:
    texts = sorted({e.text for examples in load_examples(configs_folder()).values() for e in examples})
    cuts = [" ".join(text.split()[:k]) for text in texts for k in range(_LEAST, len(text.split()))]
    return sorted(set(cuts))[::_EVERY]


def test_a_text_cut_at_any_word_is_read(claims_of: ClaimsOf) -> None:
    cuts = _cuts()
    assert len(cuts) > 500
    said = claims_of(cuts)  # raises where a rule looks behind the last word
    assert set(said) == set(cuts)
    for text, claims in said.items():
        assert all(0 <= c.quantity.char_start < c.quantity.char_end <= len(text) for c in claims)
