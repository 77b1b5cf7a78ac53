"""The words of houses and of the members sent to them: the section [houses] of configs/counting.toml."""

from __future__ import annotations

from dataclasses import dataclass

Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class HouseWords:
    """Places in a house, and who fills them."""

    places: Words
    up_for_election: Words
    all_of: Words
    shared: Words
    sent: Words
    doing_without: Words
    would: Words
    majority_takes: Words
    good: Words
    bad: Words
    counts: Words
    over: Words
    rest: Words
