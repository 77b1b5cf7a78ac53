"""Seats whose result is known, whoever won them: "With 210 of 650 seats declared", "After 53 results"."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.configuring.terms import Terms
from pipeline.extracting.figures import Figure
from pipeline.extracting.grammar import DETERMINERS
from pipeline.extracting.measuring.links import Link
from pipeline.extracting.measuring.nouns import noun_end
from pipeline.extracting.readings import Reading, nothing
from pipeline.extracting.scene import Scene

_REACH = 3  # words from a figure to its noun: "120 of the 200 single-member seats"
_UNIT = "constituency"


class DeclaredReader:
    """Reads counts of seats told as far as the count has come, before they are taken for somebody's."""

    def __init__(self, terms: Terms) -> None:
        self._w = terms.counting.declared

    def mend(self, scene: Scene, links: Sequence[Link], out: dict[int, Reading]) -> None:
        """Put the readings of such figures into `out`, and of the seats of the house that they are part of."""
        part_of = {whole.first: part for part, whole in links}
        for f in scene.figures:
            end = noun_end(scene, f, self._w.nouns, _REACH) if f.kind == "count" and not f.number.step else 0
            part = part_of.get(f.first, f)
            known = end and (self._reported(scene, end) and self._opens(scene, part, end))
            filled = end > 0 and scene.phrase_at(end, self._w.filled) > 0 and scene.lower(end + 1) == ","
            known = known or (filled and scene.lower(part.start - 1) in self._w.openers)
            if not known and not (end and self._results_for(scene, part)):
                continue
            out[part.first] = Reading(part, "areas_reporting", _UNIT, "seats-declared", "none", end)
            if scene.lowers(part.start - 2, part.start) == ["all", "but"]:
                out[part.first] = nothing(part, "seats-undeclared")  # "With all but three of the 40 seats declared"
            if part is not f:
                out[f.first] = Reading(f, "seats_total", "seat", "of-seats-declared", "none", end)

    def _reported(self, scene: Scene, end: int) -> bool:
        """ "seats declared,", "had been declared in", "results in for the assembly"; not "seats in the north"."""
        i = scene.skip(end, self._w.fill)
        n = scene.phrase_at(i, self._w.reported, 2)
        if not n:
            return False
        behind = i + n
        if scene.lower(i) != "in" and (self._told(scene, end) or scene.lower(behind) == "in"):
            return True
        closed = behind >= len(scene.words) or scene.words[behind].kind == "sign" or scene.lower(behind) in self._w.ends
        return closed or (scene.lower(end - 1) in self._w.results and scene.lower(behind) in self._w.wholes)

    def _results_for(self, scene: Scene, f: Figure) -> bool:
        """ "With results declared for 516 of the 520 seats, Congress had 279"."""
        i = scene.skip(f.start - 1, DETERMINERS, -1)
        if scene.lower(i) not in self._w.wholes:
            return False
        told = scene.skip(i - 1, self._w.reported | self._w.auxiliaries | self._w.fill, -1)
        return told < i - 1 and scene.lower(told) in self._w.results

    def _opens(self, scene: Scene, f: Figure, end: int) -> bool:
        """ "With 210 ...", or a sentence of its own: "210 seats have been declared"; not "won 12 of 20 declared"."""
        but = 2 * (scene.lowers(f.start - 2, f.start) == ["all", "but"])
        before = scene.skip(f.start - 1 - but, DETERMINERS, -1)
        return self._told(scene, end) or scene.lower(before) in self._w.openers

    def _told(self, scene: Scene, end: int) -> bool:
        """ "659 seats had been declared": the seats are the clause's own subject."""
        return scene.lower(end) in self._w.auxiliaries
