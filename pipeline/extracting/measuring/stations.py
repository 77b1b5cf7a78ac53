"""Polling stations that have reported: "With 47 polling stations in", "after 40 stations", "only 23 reported"."""

from __future__ import annotations

from pipeline.configuring.terms import Terms
from pipeline.extracting.figures import Figure
from pipeline.extracting.grammar import COMING, DETERMINERS
from pipeline.extracting.measuring.nouns import noun_end
from pipeline.extracting.readings import Reading
from pipeline.extracting.scene import Scene

_REACH = 3  # "47 of its own polling stations" is no longer read here


class StationReader:
    """Reads counts of stations whose votes are in."""

    def __init__(self, terms: Terms) -> None:
        self._w, self._annulled = terms.counting.stations, terms.counting.areas.annulled

    def read(self, scene: Scene, f: Figure) -> Reading | None:
        """Return the reading as votes counted; None where nothing says that the stations have reported."""
        of = scene.lower(scene.skip(f.start - 1, DETERMINERS, -1)) == "of"  # "34% of the 51,940 precincts reporting"
        if f.kind != "count" or of or self._all_but(scene, f) or scene.lower(f.start - 1) == "all":
            return None
        end = noun_end(scene, f, self._w.nouns, _REACH)
        if not end or scene.has(self._annulled, f.start - 7, end + 7) or scene.has(self._w.not_counting):
            return None
        if self._reported(scene, end) or self._so_far(scene, f, end):
            return Reading(f, "votes_counted", "station", "stations-in", "none", end)
        return None

    def _reported(self, scene: Scene, end: int) -> bool:
        """ "47 stations in", "23 stations have reported": not "23 stations in the north"."""
        i = scene.skip(end, self._w.fill)
        n = scene.phrase_at(i, self._w.reported)
        if not n or any(w in COMING for w in scene.lowers(end, i)):
            return False
        return scene.lower(i) != "in" or self._closed(scene, i + 1)

    def _all_but(self, scene: Scene, f: Figure) -> bool:
        """ "With all but a few hundred of the country's 3,070 stations in": there are so many."""
        i = f.start - 1
        while i > 0 and (scene.words[i].kind == "genitive" or scene.tags[i].startswith("NN")):
            i -= 1
        return scene.words[f.start - 1].kind == "genitive" and scene.lower(scene.skip(i, DETERMINERS, -1)) == "of"

    def _so_far(self, scene: Scene, f: Figure, end: int) -> bool:
        """ "9,840 votes, after 40 stations", "From 98 polling stations Brown had 25,607 votes"."""
        before = scene.lower(f.start - 1)
        counted = any(g.first != f.first and g.kind == "count" and g.value > f.value for g in scene.figures)
        if not counted or before not in self._w.after:
            return False
        return self._closed(scene, end) or f.start == 1

    def _closed(self, scene: Scene, i: int) -> bool:
        return i >= len(scene.words) or scene.words[i].kind == "sign" or scene.lower(i) in ("and", "but")
