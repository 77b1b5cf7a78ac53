"""Seats told by their house alone: "gave the Reds 101 in the Chamber and 52 in the Senate"."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.configuring.terms import Terms
from pipeline.extracting.figures import Figure
from pipeline.extracting.grammar import DETERMINERS, HYPHENS
from pipeline.extracting.readings import Reading
from pipeline.extracting.scene import Scene

_LARGEST = 800
_GIVEN = 7  # words from a verb of giving to the figure: "gave the Reds of the north"


class InHouseReader:
    """Reads bare figures that somebody gets in a chamber."""

    def __init__(self, terms: Terms) -> None:
        self._get, self._give = terms.verbs.get, terms.verbs.give
        self._moves = terms.counting.moves
        self._houses, self._kinds = terms.chambers.nouns, terms.counting.seats.house_kinds
        self._having, self._sized = terms.naming.frames.having, terms.counting.seats.joined
        self._bodies = terms.counting.seats.committees | terms.counting.seats.cabinets

    def read(self, scene: Scene, f: Figure, out: Mapping[int, Reading]) -> Reading | None:
        """Return the reading; None where no house stands right behind, or nobody gets the figure."""
        plain = f.kind == "count" and not f.number.weak and not f.number.step and f.value < _LARGEST
        if not plain or scene.lower(f.last) != "in" or not self._house(scene, f.last + 1):
            return None
        goes_on = scene.lower(f.start - 1) == "and" and any(
            r.rule == "number-in-house" for k, r in out.items() if k < f.first
        )
        if not (goes_on or self._gotten(scene, f)):
            return None
        if scene.phrase_before(f.start, self._moves.gaining, 2) and scene.has(self._moves.two_parties):
            return Reading(f, "seats_change", "seat", "two-party-gain", "required", f.last)  # "gained 20 in the House"
        return Reading(f, "seats", "seat", "number-in-house", "required", f.last)

    def _house(self, scene: Scene, i: int) -> bool:
        if scene.lower(i) not in DETERMINERS:
            return False
        size = next((g.last for g in scene.figures if g.first == i + 1), -1)
        if scene.lower(size) in HYPHENS and scene.lower(size + 1) in self._sized:
            i = size + 1  # "in the 129-member parliament"
        at = scene.skip(i + 1, self._kinds, most=2)
        near = (i + 1, at)
        named = any(scene.phrase_at(j, self._houses) or scene.is_house(j) for j in near if j < len(scene.words))
        return named and scene.lower(at) not in self._bodies

    def _gotten(self, scene: Scene, f: Figure) -> bool:
        """A verb of getting right before the figure, or one of giving with whom it gives it to."""
        if scene.phrase_before(f.start, self._get, 3):
            return True
        m = scene.mention(f.start - 1)
        tied = scene.mention(f.start - 2) if scene.lower(f.start - 1) in self._having else None
        if tied is not None and tied.kind == "party":
            return True  # "left the Greens on 69 in the 129-member parliament"
        given = any(w in self._give for w in scene.lowers(f.start - _GIVEN, f.start))
        return given and m is not None and m.kind in ("party", "body", "person")
