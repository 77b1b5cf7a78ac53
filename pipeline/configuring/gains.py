"""The words by which seats gained and lost are told without "N seats lost": the section [gains] of counting.toml."""

from __future__ import annotations

from dataclasses import dataclass

Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class GainWords:
    """Seats gained and lost."""

    up: Words
    down: Words
    nouns: Words
    nouns_down: Words
    made: Words
    net: Words
    stands: Words
    better: Words
    worse: Words
    than: Words
    held: Words
    held_fill: Words
    counts: Words
    in_houses: Words
    totalling: Words
    totals: Words
    stock: Words
    extra: Words
    republicans: Words
    democrats: Words
