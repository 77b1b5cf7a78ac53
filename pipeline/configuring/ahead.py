"""The words of margins: the section [ahead] of configs/counting.toml."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AheadWords:
    """How far one is ahead of another."""

    nouns: frozenset[str]
    other_nouns: frozenset[str]
    told: frozenset[str]
    told_percent: frozenset[str]
    moved_links: frozenset[str]
    moves: frozenset[str]
    parting: frozenset[str]
    parting_fill: frozenset[str]
    joined: frozenset[str]
    up: frozenset[str]
    over: frozenset[str]
    short_form: frozenset[str]
    local: frozenset[str]
    least: float
