"""Plain English for a claim: its value as printed, where and when."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.reconciling.evidence import Evidence
from pipeline.types import Claim, CountStage

_QUALIFIERS = {
    "exact": "",
    "about": "about ",
    "at_least": "at least ",
    "at_most": "at most ",
    "more_than": "more than ",
    "less_than": "less than ",
    "between": "between ",
}


def printed(claim: Claim) -> str:
    """Return the value as printed, with its qualifier: "at least 25", "44.52 percent", "lowest since 2003"."""
    if claim.value_text is not None:
        return claim.value_text
    words = _QUALIFIERS[claim.quantity.qualifier]
    return claim.quantity.text if claim.quantity.text.casefold().startswith(words) else words + claim.quantity.text


def dated(published: str | None) -> str:
    """Return the date, or that there is none."""
    return published or "undated"


def staged(stage: CountStage) -> str:
    """Return how settled the count was, or that it is not said."""
    return "stage not said" if stage == "unknown" else stage


def plural(n: int, noun: str) -> str:
    """Return "1 origin", "2 origins"."""
    return f"{n} {noun}" if n == 1 else f"{n} {noun}s"


def quoted(side: Sequence[Evidence]) -> str:
    """Return the side's value, best source and number of witnesses: '"54" (Herald, 2018-05-19, final; 2 origins)'."""
    best = min(side, key=lambda e: (-e.claim.confidence, e.sort_key))
    n = len({e.origin for e in side})
    more = f"; {plural(n, 'origin')} in {plural(len(side), 'claim')}" if len(side) > 1 else ""
    stage = staged(best.stage)
    return f'"{printed(best.claim)}" ({best.source}, {dated(best.published)}, {stage}{more})'
