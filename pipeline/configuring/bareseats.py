"""Sections of configs/counting.toml for seats and margins told without a noun of their own (see `counting.py`)."""

from __future__ import annotations

from dataclasses import dataclass

Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class MajorityWords:
    """What a majority takes."""

    reached_with: Words
    majority_of: Words
    which_is: Words
    lines: Words


@dataclass(frozen=True, slots=True)
class PartisanWords:
    """Members of a chamber told by their party."""

    people: Words
    electing: Words
    elected: Words
    sitting: Words
    beside: Words
    made_of: Words
    there_are: Words
    adverbs: Words
    fill: Words


@dataclass(frozen=True, slots=True)
class PartitiveWords:
    """Some of the seats."""

    these: Words
    being: Words


@dataclass(frozen=True, slots=True)
class SizeWords:
    """Sizes of chambers and of their parts."""

    filled: Words
    systems: Words
    ways: Words
    part_fill: Words
    kinds: Words
    number_of: Words
    number_is: Words
    houses: Words


@dataclass(frozen=True, slots=True)
class MarginWords:
    """What parts the first two."""

    parting: Words
    articles: Words
    ahead: Words
    being_ahead: Words
