"""Whether a subject is one party, an electoral group or a camp: the three are never added to each other or ranked.

The gazetteer tells for the parties it knows; the words of the name for all others.
"""

from __future__ import annotations

from pipeline.configuring.reconciling import Sums
from pipeline.reconciling.views import Figure
from pipeline.reconciling.wording import words


def is_side(part: Figure) -> bool:
    """True for one of the two sides of a referendum, whatever it is called."""
    return part.lowest.party_kind == "side"


def is_group(part: Figure, config: Sums) -> bool:
    """True for an electoral group, which is never added to its members."""
    if is_side(part):
        return False
    return part.lowest.party_kind == "alliance" or not _telling(part).isdisjoint(config.group_words)


def is_camp(part: Figure, config: Sums) -> bool:
    """True for a camp, whose members nobody can tell. "The No camp" is a side of a referendum."""
    if is_side(part):
        return False
    name = part.lowest.resolution.subject or ""
    if part.lowest.claim.subject_kind != "contest" and name[:1].islower():
        return True  # "his party", "the president": named elsewhere in the same sum, it may be
    return part.lowest.party_kind == "bloc" or not _telling(part).isdisjoint(config.camp_words)


def _telling(part: Figure) -> frozenset[str]:
    """Return the words that may tell of a group or a camp.

    "Freedom and Solidarity" and "Christian Democratic Movement" are parties of the gazetteer, whatever their names
    say; "Smer and its allies", which resolves to a party too, is a camp by what is printed beside the name.
    """
    name, printed = part.lowest.resolution.subject or "", part.lowest.claim.subject_text or ""
    if part.lowest.party_kind == "party":
        return frozenset(words(printed)) - frozenset(words(name))
    return frozenset(words(f"{name} {printed}"))
