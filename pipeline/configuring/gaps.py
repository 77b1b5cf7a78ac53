"""The words that tell what lies between two: the section [gaps] of configs/counting.toml."""

from __future__ import annotations

from dataclasses import dataclass

Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class GapWords:
    """How far two are apart."""

    spare: Words
    behind: Words
    behind_of: Words
    closing: Words
    pair: Words
    distance: Words
    out_of: Words
    losing: Words
    to: Words
    next_in: Words
    least_bare: float
