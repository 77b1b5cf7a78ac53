"""The words of seats told by those who sit on them: the section [benches] of configs/counting.toml."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BenchWords:
    """Who has so many members, without a verb of winning."""

    going_in: frozenset[str]
    in_power: frozenset[str]
    of_others: frozenset[str]
    sending: frozenset[str]
    had: frozenset[str]
    then: frozenset[str]
    strength: frozenset[str]
    strength_at: frozenset[str]
    elected: frozenset[str]
    of_seats: frozenset[str]
    there: frozenset[str]
    victories: frozenset[str]
    among: frozenset[str]
    strength_fill: frozenset[str]
    men: frozenset[str]
