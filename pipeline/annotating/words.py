"""A sentence as words with their offsets: the grammar's own tokens, which never drift from the text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

ARTICLES = frozenset(("a", "an", "the"))
DASHES = frozenset(("-", "\u2013", "\u2014"))
LONGEST_KEPT = 100_000  # characters of an article whose words are kept: of 40 such, some 200 MB at the very worst

# Digits with thousands marks ("5,333", "1 000 000" with thin or plain spaces, "8,14,00,000"), a decimal part
# ("44.52", "44,5" before a percent sign is settled in numbers.py), or a run of letters, or one other sign.
_NUMBER = (
    r"\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d])"
    r"|\d{1,2}(?:,\d{2})+,\d{3}(?![\d])"
    r"|\d{1,3}(?:[\u00a0\u2009\u202f]\d{3})+(?!\d)"
    r"|\d{1,3}(?: \d{3}){2,4}(?!\d)"
    r"|\d{1,3} 000(?!\d)"
    r"|\d+(?:\.\d+)?"
)
_WORD = r"[^\W\d_]++(?:['\u2019](?!s\b|S\b)[^\W\d_]++)*+"
# A word is tried first, for most are words; what a number begins with begins no word.
_TOKEN = re.compile(rf"(?P<word>{_WORD})|(?P<number>{_NUMBER})|(?P<genitive>['\u2019][sS]\b)|(?P<sign>\S)")


class Word(NamedTuple):
    """One word, number or sign. `lower` is the text casefolded; offsets point into the article."""

    text: str
    lower: str
    start: int
    end: int
    kind: str  # "number", "word", "genitive" or "sign"


def split_words(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """Return the words of text[start:end] in order; white space is left out, nothing else is."""
    stop = len(text) if end is None else end
    made = []
    for match in _TOKEN.finditer(text, start, stop):
        printed = match.group()
        # As Word(...) does, without the call that it is: a third of the time, of some 600 words an article.
        made.append(tuple.__new__(Word, (printed, printed.casefold(), *match.span(), match.lastgroup)))
    return made


def words_of(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """Return what `split_words` returns of an article's text[start:end]; the article is split once, not each time."""
    if len(text) > LONGEST_KEPT:
        return split_words(text, start, end)
    kept = _kept(text)
    if start == 0 and end is None:
        return kept.words[:]
    stop = len(text) if end is None else min(end, len(text))
    found = kept.parts.get((start, stop))
    if found is None:
        found = kept.parts[start, stop] = _part(text, start, stop, kept)
    return found[:]


def _part(text: str, start: int, stop: int, kept: _Kept) -> list[Word]:
    words, starts = kept.words, kept.starts
    first, last = bisect_left(starts, start), bisect_left(starts, stop)
    crossed = (first > 0 and words[first - 1].end > start) or (last > 0 and words[last - 1].end > stop)
    if crossed or (stop < len(text) and not text[stop].isspace()):
        return split_words(text, start, stop)  # cut inside a word, or where what follows could tell what the word is
    return words[first:last]


class _Kept(NamedTuple):
    """The words of an article, their starts, and the words of those parts of it that were asked for: its sentences."""

    words: list[Word]
    starts: list[int]
    parts: dict[tuple[int, int], list[Word]]


@lru_cache(maxsize=40)
def _kept(text: str) -> _Kept:
    """The words of an article; more articles than a chunk holds, for two go through their stages."""
    words = split_words(text)
    return _Kept(words, [word.start for word in words], {})


def stands_free(words: Sequence[Word], i: int) -> bool:
    """Whether white space, or an end of `words`, is on both sides of word i: a dash that is no hyphen."""
    before = i == 0 or words[i - 1].end < words[i].start
    return before and (i + 1 == len(words) or words[i].end < words[i + 1].start)
