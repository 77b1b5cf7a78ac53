"""The words of a single seat: the section [solo] of configs/counting.toml."""

from __future__ import annotations

from dataclasses import dataclass

Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class SoloWords:
    """One seat told by another word than "one"."""

    heads: Words
    runners: Words
    made_it: Words
