"""How many votes part the first two, told by a number without a noun: "a difference of 9,114", "led by 8,858"."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.configuring.terms import Terms
from pipeline.extracting.figures import Figure
from pipeline.extracting.measuring.alone import Surroundings
from pipeline.extracting.measuring.parted import PartedReader
from pipeline.extracting.readings import Need, Reading, nothing
from pipeline.extracting.scene import Scene

_VERB = 16  # words from the verb to "by"
_HOUSE = 400  # a majority of fewer, where seats are told, is one of seats


class MarginReader:
    """Reads a bare figure as a margin in votes."""

    def __init__(self, terms: Terms, around: Surroundings) -> None:
        self._w, self._m, self._around = terms.counting.bare, terms.counting.margins, around
        self._joint = terms.counting.seats.joined
        self._rivals, self._parted = terms.reference.person_heads, PartedReader(terms)

    def read(self, scene: Scene, f: Figure, recent: Sequence[Reading]) -> Reading | None:
        """Return the reading; None where no word tells of a margin. `recent`: see `BesideReader.read`."""
        before = scene.lowers(f.start - 7, f.start)
        tie = before[-1] if before else ""
        if f.value < _HOUSE and tie == "of" and any(w in self._w.majority_of for w in before[-3:-1]):
            if self._most_of(scene, f):
                return Reading(f, "seats", "seat", "majority-of-house", "required", f.last)
            return self._parted.difference(scene, f, recent) or nothing(f, "majority-of")  # "a Commons majority of 80"
        if self._more_than_rival(scene, f, recent):
            return Reading(f, "margin", "vote", "margin-more-than", "required", f.last)
        if f.value < 100 or (f.number.step and f.value < 1000):
            return self._parted.difference(scene, f, recent)
        if f.value < _HOUSE and "majority" in before[-4:] and any(r.measure == "seats" for r in recent):
            return nothing(f, "majority-of-seats")  # "won 362 seats ... Mr Brown's majority is over 100"
        need: Need = "wanted" if any(w in self._m.parting for w in before[-4:]) else "required"
        if self._told(scene, f, before, tie) and self._around.alone(scene, f):
            return Reading(f, "margin", "vote", "margin-bare", need, f.last)
        if self._joined(scene, f):
            return Reading(f, "margin", "vote", "margin-bare", "required", f.last + 1)
        return self._again(scene, f, recent, tie) or self._parted.difference(scene, f, recent)

    def _most_of(self, scene: Scene, f: Figure) -> bool:
        """ "won a majority of 366 in the 630-seat Chamber": more than half of it is what they have."""
        houses = (g for g in scene.figures if scene.lower(g.last) == "-" and scene.lower(g.last + 1) in self._joint)
        return any(f.value < g.value < 2 * f.value for g in houses)

    def _told(self, scene: Scene, f: Figure, before: list[str], tie: str) -> bool:
        """ "a lead of about 1.5 million", "the winner by 537", "a difference of 29,457", "leads by 300,000"."""
        noun = tie in self._w.margin_links and any(w in self._w.margin_nouns for w in before[-4:])
        if noun or tie != "by":
            return noun
        # "unseated Tom Ray, the shadow foreign secretary, by 5,684", "lost the seat to the nationalists' Ann Lee by"
        prior = scene.figure_before(f.start)
        first = max(f.start - _VERB, 0 if prior is None else prior.last)
        return any(w in self._w.margin_verbs for w in scene.lowers(first, f.start))

    def _joined(self, scene: Scene, f: Figure) -> bool:
        """ "held the seat with a 4,310 majority"."""
        return scene.lower(f.start - 1) in self._m.articles and scene.lower(f.last) in self._w.margin_nouns

    def _more_than_rival(self, scene: Scene, f: Figure, recent: Sequence[Reading]) -> bool:
        """ "won 650,000 votes, 40,000 more than her closest rival": no "more than in 1992"."""
        if scene.lowers(f.last, f.last + 2) != ["more", "than"] or not any(r.measure == "votes" for r in recent[:4]):
            return False
        if f.value < 100 and not any(r.figure in scene.figures and r.measure == "votes" for r in recent[:2]):
            return False  # "took 171 votes, 45 more than the minister Tom Brown"
        for i in range(f.last + 2, min(len(scene.words), f.last + 7)):
            m = scene.mention(i)
            if (m is not None and m.kind in ("person", "party")) or scene.lower(i) in self._rivals:
                return True
            if not (scene.is_modifier(i) or scene.lower(i) in self._m.articles or scene.tags[i] == "PRP$"):
                return False
        return False

    def _again(self, scene: Scene, f: Figure, recent: Sequence[Reading], tie: str) -> Reading | None:
        """ "led in Illinois by 8,858; in Texas by 46,000"."""
        prior = next((r for r in recent[:3] if r.measure == "margin" and r.unit == "vote"), None)
        inside = prior is not None and any(g is prior.figure for g in scene.figures)
        if not inside or tie != "by" or not self._around.alone(scene, f):
            return None
        return Reading(f, "margin", "vote", "margin-again", "required", f.last)
