"""The words by which news tells how many seats were won or lost: a table of configs/counting.toml."""

from __future__ import annotations

from dataclasses import dataclass

Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class MoveWords:
    """Seats gained and lost."""

    down: Words
    up: Words
    gaining: Words
    two_parties: Words
    their_houses: Words
    others: Words
    needing: Words
    contested: Words
    held: Words
    who_held: Words
