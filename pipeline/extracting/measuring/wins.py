"""Areas told by the victories in them: "led the Harbour Party to 26 victories among the 75 ridings"."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from pipeline.configuring.terms import Terms
from pipeline.extracting.readings import Reading
from pipeline.extracting.scene import Scene

_REACH = 4  # words from "victories among" to the number of areas: "among the western province's 75 ridings"


class WinReader:
    """Reads so many victories among so many areas: the first number is someone's, the second that of all."""

    def __init__(self, terms: Terms) -> None:
        self._w, self._units = terms.counting.benches, frozenset(terms.areas.values())

    def mend(self, scene: Scene, out: dict[int, Reading]) -> None:
        """Put the two readings into `out`, the readings of a sentence by the first words of their figures."""
        for part, whole in pairwise(scene.figures):
            of_all = out.get(whole.first)
            if of_all is None or of_all.unit not in self._units or part.kind != "count" or part.value > whole.value:
                continue
            n = scene.phrase_at(part.last, self._w.victories)
            tied = n > 0 and scene.lower(part.last + n) in self._w.among and whole.start - part.last - n <= _REACH
            if tied:
                out[part.first] = replace(
                    of_all, figure=part, measure="areas_led", rule="victories-in-areas", need="required", end=part.last
                )
                out[whole.first] = replace(of_all, measure="areas_total", rule="areas", need="none")
