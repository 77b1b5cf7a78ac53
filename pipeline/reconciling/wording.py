"""Sentences as plain words, and how alike two of them are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from rapidfuzz.distance import Indel

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W_]+")
_DIGIT = re.compile(r"\d")


def words(text: str, number_words: Mapping[str, int] | None = None) -> tuple[str, ...]:
    """Return the words in lower case, without punctuation; "7,000" is 7000 and number words become digits."""
    found = (w.replace(",", "") if w[0].isdigit() else w for w in _WORD.findall(text.casefold()))
    numbers = number_words or {}
    return tuple(str(numbers[w]) if w in numbers else w for w in found)


def figures(sentence: Iterable[str]) -> frozenset[str]:
    """Return the words that hold a digit."""
    return frozenset(w for w in sentence if _DIGIT.search(w))


def alike(a: tuple[str, ...], b: tuple[str, ...]) -> float:
    """Share of words that stand in both in the same order, 0 to 1; spun text keeps the order."""
    return float(Indel.normalized_similarity(a, b))


def holds(sentence: tuple[str, ...], phrase: str) -> bool:
    """True where the phrase's words stand together in the sentence."""
    return f" {' '.join(words(phrase))} " in f" {' '.join(sentence)} "
