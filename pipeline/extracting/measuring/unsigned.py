"""Shares printed without their sign: "put the Yes vote at 60 percent and the turnout at 53"."""

from __future__ import annotations

from pipeline.configuring.terms import Terms
from pipeline.extracting.figures import Figure
from pipeline.extracting.measuring.ago import Ago
from pipeline.extracting.measuring.alone import Surroundings
from pipeline.extracting.readings import Reading
from pipeline.extracting.scene import Scene

_LEAST = 5.0  # "turnout was 3" tells no share


class UnsignedReader:
    """Reads a bare figure as a turnout where its sentence or the last ones tell a percentage."""

    def __init__(self, terms: Terms) -> None:
        self._turnout, self._around = terms.shares.turnout, Surroundings(terms)
        self._ties = terms.counting.shares.put_at | {"of", "to"}
        self._between = self._ties | terms.counting.ahead.moves | {","}

    def read(self, scene: Scene, f: Figure, ago: Ago) -> Reading | None:
        """Return the reading; None where no turnout stands right before the figure, or nothing is told in percent."""
        plain = f.kind == "count" and not f.number.spelled and f.number.high is None and f.number.step < 1
        if not plain or not _LEAST < f.value <= 100 or not self._around.alone(scene, f):
            return None
        i = scene.skip(f.start - 1, self._between, -1)  # "Turnout fell to 53", "The turnout, at 53, was"
        if scene.lower(f.start - 1) not in self._ties or not scene.phrase_before(i + 1, self._turnout):
            return None
        percents = any(g.kind == "percent" for g in scene.figures) or any(r.unit == "percent" for r in ago.recent())
        if not percents:
            return None
        return Reading(f.as_share(), "turnout", "percent", "turnout-unsigned", "none", f.last)
