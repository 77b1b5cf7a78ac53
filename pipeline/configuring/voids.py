"""The words of bare figures that count nothing of a vote: the section [voids] of configs/counting.toml."""

from __future__ import annotations

from dataclasses import dataclass

Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class VoidWords:
    """What makes a figure no one's, and the wholes that only a word before them tells."""

    witnesses: Words
    rates: Words
    seeing: Words
    some_of: Words
    being: Words
    making_up: Words
    people_of: Words
    placing: Words
    placed_behind: Words
    followers: Words
    out_of: Words
    keeping: Words
