"""One seat told by another word than "one": "One Nation's sole member", "its single seat", "the lone winner"."""

from __future__ import annotations

from pipeline.configuring.terms import Terms
from pipeline.extracting.figures import Figure
from pipeline.extracting.readings import Reading
from pipeline.extracting.scene import Scene

_REACH = 4  # words from "lone" to its noun: "the lone Independent winner"
_GONE = 6  # words from "a single seat, in Upton," to "went to"


class SoloReader:
    """Reads "sole", "lone", "single" and "just one nominee made it" as one seat."""

    def __init__(self, terms: Terms) -> None:
        self._one_seat = terms.nouns.one_seat
        self._w, self._get, self._go = terms.counting.solo, terms.verbs.get, terms.verbs.go

    def read(self, scene: Scene, f: Figure) -> Reading | None:
        """Return the reading as one seat; None where the word tells of something else."""
        if f.kind != "count" or f.value != 1 or not f.number.spelled:
            return None
        if scene.lower(f.first) == "one":
            return self._made_it(scene, f) or self._one_member(scene, f)
        end = self._head(scene, f)
        if end <= 0:
            return None
        indefinite = scene.lower(f.first - 1) in ("a", "an")
        near = range(end, min(len(scene.words), end + _GONE))
        gone = any(scene.phrase_at(i, self._go, 4) for i in near)
        if indefinite and not gone and not scene.phrase_before(f.first - 1, self._get, 4):
            return None
        return Reading(f, "seats", "seat", "sole-seat", "required", end)

    def _head(self, scene: Scene, f: Figure) -> int:
        """Where the noun ends behind the word, over modifiers; 0 for none."""
        for i in range(f.last, min(len(scene.words), f.last + _REACH)):
            if scene.lower(i) in self._w.heads:
                return 0 if scene.tags[i + 1 : i + 2] in (["NN"], ["NNS"], ["HYPH"]) else i + 1
            if not scene.is_modifier(i) or scene.tags[i] == "JJS":
                return 0  # "the single biggest winner"
        return 0

    def _one_member(self, scene: Scene, f: Figure) -> Reading | None:
        """ "got one deputy, the mayor of Upton"; not "one member of the commission", "one MP for every 338,000"."""
        end = self._head(scene, f) if scene.phrase_before(f.start, self._get, 2) else 0
        if end <= 0 or scene.lower(end - 1) in self._one_seat or scene.lower(end) in ("of", "from", "who", "to", "for"):
            return None
        return Reading(f, "seats", "seat", "sole-seat", "required", end)

    def _made_it(self, scene: Scene, f: Figure) -> Reading | None:
        """ "just one nominee made it"."""
        if scene.lower(f.last) not in self._w.runners or not scene.phrase_at(f.last + 1, self._w.made_it):
            return None
        return Reading(f, "seats", "seat", "candidates-won", "required", f.last + 1)
