"""Words of a stretch of an article are the same, whether the stretch or the whole article is split."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from pipeline.annotating.words import LONGEST_KEPT, split_words, words_of

PIECES = [
    "Sunni",
    "o'clock",
    "Iraq's",
    "Party\u2019s",
    "1",
    "22",
    "333",
    "4,567",
    "8.5",
    "000",
    "_",
    "-",
    "é",
    " ",
    "\n",
]
TEXTS = st.lists(st.sampled_from([*PIECES, "\u2009", "\u00a0", "'", "s", ".", "%"]), max_size=25).map("".join)


@given(TEXTS, st.integers(0, 60), st.integers(0, 60))
@example("in 2003. 100 000", 0, 12)
@example("1 000 000 and", 0, 5)
@example("Iraq'sX", 0, 6)
def test_a_stretch_of_an_article_is_split_as_if_it_stood_alone(text: str, start: int, length: int) -> None:
    start = min(start, len(text))
    end = min(start + length, len(text))
    assert words_of(text, start, end) == split_words(text, start, end)


@given(TEXTS)
def test_an_article_is_split_whole(text: str) -> None:
    assert words_of(text) == split_words(text)


def test_a_very_long_article_is_split_without_being_kept() -> None:
    text = "seats won " * (LONGEST_KEPT // 10 + 1)
    assert words_of(text, 10, 19) == split_words(text, 10, 19)
    assert [word.text for word in words_of(text, 10, 19)] == ["seats", "won"]


def test_what_is_handed_out_can_be_changed_without_harm() -> None:
    words_of("Golkar won 325").clear()
    assert [word.text for word in words_of("Golkar won 325")] == ["Golkar", "won", "325"]
