"""Places in a result, stated in words: "came fourth", "in second place", "third-largest party", "runner-up"."""

from __future__ import annotations

from pipeline.configuring.terms import Terms
from pipeline.extracting.figures import Figure
from pipeline.extracting.grammar import HYPHENS
from pipeline.extracting.readings import Reading
from pipeline.extracting.scene import Scene


class RankReader:
    """Reads ordinals as ranks."""

    def __init__(self, terms: Terms) -> None:
        self._w = terms.counting.ranks
        self._not = terms.ranks.not_place - {"in"}

    def read(self, scene: Scene, f: Figure) -> Reading | None:
        """Return the rank an ordinal states; None where it orders rounds, terms, cities or years."""
        if f.value > 30:
            return None
        i = scene.skip(f.last, HYPHENS)
        before = scene.lowers(f.start - 4, f.start)
        if scene.lower(i) in self._w.place:
            first = f.value == 1 and before[-1:] in (["the"], ["first"]) and "in" in before[-3:]
            return (
                None if first else Reading(f, "rank", "place", "rank-place", "required", i + 1)
            )  # "in the first place"
        if scene.lower(i) in self._w.largest:
            party = any(w in self._w.largest_of for w in scene.lowers(i, i + 4))
            return Reading(f, "rank", "place", "rank-largest", "required", i + 1) if party else None
        if any(w in self._w.strong for w in before) and not scene.phrase_at(i, self._not):
            return Reading(f, "rank", "place", "rank-came", "required", f.last)
        return self._with_figure(scene, f, i)

    def _with_figure(self, scene: Scene, f: Figure, i: int) -> Reading | None:
        """ "was a distant second with 18", "the Maoist Centre third with 32": a figure of the result stands behind."""
        if scene.lower(i) not in self._w.was_with:
            return None
        if scene.lower(scene.skip(f.start - 1, self._w.far, -1)) in self._w.was:
            return Reading(f, "rank", "place", "rank-was", "required", f.last)
        m = scene.mention(f.start - 1)
        told = any(g.start <= i + 3 for g in scene.figures if g.start > i)
        if told and m is not None and m.kind in ("party", "person", "body"):
            return Reading(f, "rank", "place", "rank-listed", "required", f.last)
        return None
