"""How much the evidence for an election counts, and how far from a polling day it reaches: configs/contests.toml."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Weights:
    """How much a mention of a country counts, by where it stands."""

    lead_chars: int
    unheld: float
    plain: float
    lead: float
    title: float
    beside_election: float
    house: float
    office: float
    party: float
    capital: float
    division: float
    passing: float
    bare: float
    around: float


@dataclass(frozen=True, slots=True)
class Windows:
    """Days around a polling day, and limits on the sharing of text."""

    after: int
    before: int
    unnamed: int
    slack: int
    interval: int
    shared_chars: int
    bucket: int
    stale: int
