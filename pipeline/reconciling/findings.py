"""A finding: what a check saw, before it is weighed and explained. Every kind of conflict starts as one."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.reconciling.evidence import Evidence
from pipeline.reconciling.keys import Key
from pipeline.types import ConflictKind


@dataclass(frozen=True, slots=True)
class Finding:
    """Two sides that cannot both be right, or of which b replaces a.

    `distance` says how far apart, 0 to 1. `value_a` and `value_b` are the sides in short, `keys` the facts that take
    part, `name` tells checks of one kind apart. `guessed`: an order or a stage was guessed; `ambiguous`: an article
    gives several figures for the key; `inside`: both sides stand in one article.
    """

    kind: ConflictKind
    side_a: tuple[Evidence, ...]
    side_b: tuple[Evidence, ...]
    value_a: str
    value_b: str
    distance: float
    reason: str
    keys: tuple[Key, ...]
    name: str = ""
    guessed: bool = False
    ambiguous: bool = False
    inside: bool = False
    note: str = ""


def side(evidences: list[Evidence] | tuple[Evidence, ...]) -> tuple[Evidence, ...]:
    """Return each claim once, in the order of evidence."""
    return tuple(sorted({e.claim.claim_id: e for e in evidences}.values(), key=lambda e: e.sort_key))
