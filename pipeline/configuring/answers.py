"""The words of votes told by what the voters answered: the section [answers] of configs/counting.toml."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AnswerWords:
    """What voters do, and what their answers are called."""

    answering: frozenset[str]
    ayes: frozenset[str]
    amounting: frozenset[str]
    voting: frozenset[str]
    deciding: frozenset[str]
    of_hundred: frozenset[str]
    hundred_whom: frozenset[str]
    other_side: frozenset[str]
    no_side: frozenset[str]
    held_against: frozenset[str]
    percentages: frozenset[str]
