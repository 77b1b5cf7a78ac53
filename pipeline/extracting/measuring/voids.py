"""Bare figures that count nothing of a vote, though one was told before: what a witness saw, friends of a candidate."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.configuring.terms import Terms
from pipeline.extracting.figures import Figure
from pipeline.extracting.grammar import DETERMINERS, SUBJECTS
from pipeline.extracting.readings import Reading, nothing
from pipeline.extracting.scene import Scene

_WHOLE = 100  # no rate is more, in percent
_MOVED = 4  # words from "dropped" to "to around 35"
_SEEN = 6  # words from "I" to what was seen: "I had myself seen perhaps 200"
_SHARED = 14  # words from "make up 49 percent" to the second share


class VoidReader:
    """Reads figures as counting nothing, and the whole behind "out of"."""

    def __init__(self, terms: Terms) -> None:
        self._w = terms.counting.voids

    def read(self, scene: Scene, f: Figure, out: Mapping[int, Reading]) -> Reading | None:
        """Return the reading, mostly one without a measure; None where nothing here tells what the figure is."""
        if f.kind != "count":
            return None
        if self._witnessed(scene, f) or self._some_are(scene, f) or self._rate(scene, f):
            return nothing(f, "no-count")
        return self._out_of(scene, f, out)

    def population(self, scene: Scene, f: Figure) -> bool:
        """ "Islanders make up 51 percent of the people and settlers 43 percent": shares of no vote."""
        if f.kind != "percent":
            return False
        if self._rates_move(scene, f):
            return True  # "Inflation has dropped to 9 percent"
        near = (g for g in scene.figures if g.kind == "percent" and g.first <= f.first <= g.last + _SHARED)
        return any(self._made_up(scene, g) for g in near)

    def _made_up(self, scene: Scene, g: Figure) -> bool:
        people = scene.has(self._w.people_of, g.last, g.last + 8)
        start = g.start - (scene.tags[g.start - 1] == "RB" if g.start else 0)  # "who number perhaps 2 percent of"
        return scene.phrase_before(start, self._w.making_up) > 0 and scene.lower(g.last) == "of" and people

    def _witnessed(self, scene: Scene, f: Figure) -> bool:
        """ "I had seen perhaps 200 come in": told by one who stood there."""
        near = range(max(0, f.start - _SEEN), f.start)
        said = next((i for i in near if scene.lower(i) in self._w.witnesses), -1)
        seen = next((i for i in range(said + 1, f.start) if said >= 0 and scene.lower(i) in self._w.seeing), -1)
        return seen >= 0 and all(scene.mention_at[i] < 0 for i in range(seen, f.start))

    def _rate(self, scene: Scene, f: Figure) -> bool:
        """ "Unemployment is 12.8 percent; in the suburbs it is closer to 30": what is told so is no election."""
        prior = scene.figure_before(f.start)
        if self._rates_move(scene, f):
            return f.value <= _WHOLE  # "Church attendance, above 80 percent when Brown came, has dropped to 35"
        at = scene.find(self._w.rates, 0, f.start)
        if at < 0 or prior is None or prior.kind != "percent" or prior.first < at or f.value > _WHOLE:
            return False
        first, _ = scene.clause(f.first)
        if at < first and not any(scene.lower(i) == "it" for i in range(first, f.start)):
            return False  # "Inflation hit 12 percent, and voters punished the government: it won 40"
        return not any(m.kind in ("party", "person") for m in map(scene.mention, range(at, f.start)) if m is not None)

    def _rates_move(self, scene: Scene, f: Figure) -> bool:
        verbs = range(f.start - _MOVED, f.start)
        return any(scene.deps[j] in SUBJECTS and scene.heads[j] in verbs for j in self._rates_at(scene, f.start))

    def _rates_at(self, scene: Scene, last: int) -> list[int]:
        return [j for j in range(last) if scene.lower(j) in self._w.rates]

    def _some_are(self, scene: Scene, f: Figure) -> bool:
        """ "perhaps 30 of them are his friends": what some of those are; not "30 of them were won by"."""
        n = scene.phrase_at(f.last, self._w.some_of)
        verb = f.last + n
        if not n or scene.lower(verb) not in self._w.being or verb + 1 >= len(scene.words):
            return False
        owned = scene.tags[verb + 1] == "PRP$" or scene.lower(verb + 1) in DETERMINERS
        return owned or scene.tags[verb + 1] in ("NN", "NNS")

    def _out_of(self, scene: Scene, f: Figure, out: Mapping[int, Reading]) -> Reading | None:
        """ "gained 88 seats in the first round, out of 131 decided that day": as many as there were to win.

        So with votes: "the difference of 20,700 votes, out of 1.3 million, was small".
        """
        if not scene.phrase_before(f.start, self._w.out_of):
            return None
        before = [out[k] for k in sorted(out) if k < f.first and out[k].measure]
        votes = before and before[-1].measure in ("votes", "margin") and before[-1].unit == "vote"
        if votes and f.value > before[-1].figure.value:
            return Reading(f, "votes_cast", "vote", "votes-out-of", "none", f.last)
        if not before or before[-1].measure != "seats" or before[-1].figure.value > f.value:
            return None
        return Reading(f, "seats_total", "seat", "seats-out-of", "none", f.last)
