"""The words of one left behind another: the section [parted] of configs/counting.toml."""

from __future__ import annotations

from dataclasses import dataclass

Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class PartedWords:
    """Who is left behind, who pulls ahead, and what parts the two."""

    leaving: Words
    tails: Words
    tails_told: Words
    rivals: Words
    pulling: Words
    ahead: Words
    ago: Words
    what: Words
    aside: Words
    gap_words: Words
    lost_to: Words
