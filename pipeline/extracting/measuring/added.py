"""Measures that one noun names by itself: those whose block in configs/measures has `terms`."""

from __future__ import annotations

from pipeline.configuring.measures import Measures
from pipeline.extracting.figures import Figure
from pipeline.extracting.readings import Need, Reading
from pipeline.extracting.scene import Scene

_REACH = 4  # "1,204 disputed and partly burnt ballot papers"
_NEED: dict[str, Need] = {"contest": "none", "either": "optional", "subject": "required"}


class AddedReader:
    """Reads a count of a noun that a measure's block names, before the words of configs/terms.toml are asked."""

    def __init__(self, measures: Measures) -> None:
        self._owner = {term: m for m in measures.all for term in m.terms}
        self._terms = frozenset(self._owner)

    def read(self, scene: Scene, f: Figure) -> Reading | None:
        """Return the reading of "1,204 spoiled ballots", over modifiers; None where no such noun stands behind."""
        if not self._terms or f.kind != "count":
            return None
        for i in range(f.last, min(len(scene.words), f.last + _REACH)):
            n = scene.phrase_at(i, self._terms)
            if n:
                measure = self._owner[" ".join(w.lower for w in scene.words[i : i + n])]
                unit = measure.unit[0].name
                return Reading(f, measure.id, unit, f"term-{measure.id}", _NEED[measure.about], i + n)
            if not scene.is_modifier(i):
                return None
        return None
