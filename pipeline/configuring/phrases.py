"""Phrases as text is searched for them: most words of a text begin none, and need no further look."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Starts:
    """How phrases begin: by first word the length in words of the longest, and every beginning of every phrase."""

    longest: Mapping[str, int]
    beginnings: frozenset[str]


def starts_of(phrases: Iterable[str]) -> Starts:
    """Return how the phrases begin, in words as the grammar splits them (see split_words)."""
    longest: dict[str, int] = {}
    beginnings: set[str] = set()
    for phrase in phrases:
        words = phrase.replace("-", " - ").replace("'", " '").replace(",", " ,").split()
        longest[words[0]] = max(longest.get(words[0], 0), len(words))
        beginnings.update(phrase[:n] for n in range(1, len(phrase) + 1))
    return Starts(longest, frozenset(beginnings))
