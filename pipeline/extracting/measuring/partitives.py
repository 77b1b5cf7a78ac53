"""Seats told as some of those there are: "won five of the Senate seats", "lost all six of their seats"."""

from __future__ import annotations

from pipeline.configuring.terms import Terms
from pipeline.extracting.figures import Figure
from pipeline.extracting.grammar import DETERMINERS
from pipeline.extracting.readings import Reading
from pipeline.extracting.scene import Scene

_REACH = 8  # words between "of" and its noun


class PartitiveReader:
    """Reads a figure before "of the seats", where a verb says that someone wins or loses so many of them."""

    def __init__(self, terms: Terms) -> None:
        self._w, self._seat = terms.counting.partitives, terms.nouns.seat
        self._get, self._lose, self._go = terms.verbs.get, terms.verbs.lose, terms.verbs.go

    def read(self, scene: Scene, f: Figure) -> Reading | None:
        """Return the seats won or lost; None where no verb beside the figure tells, or the seats have a figure."""
        plain = f.kind == "count" and not f.number.step and not f.number.weak
        end = self._seats_behind(scene, f) if plain and scene.lower(f.last) == "of" else 0
        if not end:
            return None
        if scene.phrase_before(f.start, self._lose, 2):
            return Reading(f, "seats_change", "seat", "lost-of-the-seats", "required", end, -1)
        won = scene.phrase_before(f.start, self._get, 4) > 0
        gone = scene.phrase_at(scene.skip(end, self._w.being), self._go)
        return Reading(f, "seats", "seat", "won-of-the-seats", "required", end) if won or gone else None

    def _seats_behind(self, scene: Scene, f: Figure) -> int:
        """Where "of the Senate seats" ends behind the figure; 0 for none."""
        first, definite = f.last + 1, False
        for i in range(first, min(len(scene.words), first + _REACH)):
            n = scene.phrase_at(i, self._seat)
            if n:
                return i + n if definite else 0
            determiner = scene.lower(i) in DETERMINERS or scene.lower(i) in self._w.these
            definite = definite or determiner or scene.words[i].kind == "genitive"
            if scene.words[i].kind == "number" or not (determiner or scene.is_modifier(i)):
                return 0
        return 0
