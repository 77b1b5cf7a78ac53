"""Phrases as text is searched for them: most words of a text begin none, and need no further look."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Starts:
    """How phrases begin: by first word the length in words of the longest, and the beginnings of every phrase."""

    longest: Mapping[str, int]
    beginnings: frozenset[str]


def starts_of(phrases: Iterable[str]) -> Starts:
    """Return how the phrases begin, in words as the grammar splits them (see split_words)."""
    longest: dict[str, int] = {}
    beginnings: set[str] = set()
    for phrase in phrases:
        words = phrase.replace("-", " - ").replace("'", " '").replace(",", " ,").split()
        longest[words[0]] = max(longest.get(words[0], 0), len(words))
        beginnings.update(beginnings_of(phrase))
    return Starts(longest, frozenset(beginnings))


def beginnings_of(phrase: str) -> Iterator[str]:
    """What whole words of a phrase begin it: "run", "run-", "run-off"."""
    return (phrase[:n] for n in range(1, len(phrase) + 1) if _parts(phrase, n))


def endings_of(phrase: str) -> Iterator[str]:
    """What whole words of a phrase end it."""
    return (phrase[n:] for n in range(len(phrase)) if _parts(phrase, n))


def _parts(phrase: str, n: int) -> bool:
    """True where one word may end and another begin behind so many letters of a phrase: not inside a run of letters."""
    return not 0 < n < len(phrase) or not phrase[n - 1 : n + 1].isalpha()
