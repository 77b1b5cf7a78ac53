"""A house told by how it is split: "kept the Senate 57-43", "a 232-202 majority in the House of Representatives"."""

from __future__ import annotations

from pipeline.configuring.terms import Terms
from pipeline.extracting.figures import Figure
from pipeline.extracting.grammar import DETERMINERS, PRONOUNS
from pipeline.extracting.pairs import Pair, named_before, pair_of
from pipeline.extracting.readings import Reading, nothing
from pipeline.extracting.scene import Scene

_REACH = 12  # words from the verb to the score
_LARGEST = 800  # places of a house
_DASHED = (["-"], ["to"], ["-", "to", "-"])  # "57-43", "51 to 49", "a 55-to-45 advantage"
_SMALLEST = 15

_MAJORITY = 10  # words from "majority" to the score: "majority in the upper house of Congress will narrow to"


class ControlReader:
    """Reads the two figures of such a score as places of the two sides; a vote inside a house is none."""

    def __init__(self, terms: Terms) -> None:
        self._w, self._links = terms.counting.controls, terms.naming.frames
        self._outrunning = terms.counting.scores.outrunning
        self._houses, self._votes = terms.chambers.nouns, terms.nouns.vote | terms.counting.scores.bills

    def read(self, scene: Scene, f: Figure) -> Reading | None:
        """Return the reading of one figure of the score; None where it is none."""
        if f.kind != "count":
            return None
        pair = pair_of(scene, f, self._links.against, frozenset())
        if pair is None or not self._is_score(scene, pair):
            return None
        if scene.lowers(pair.first.last, pair.second.start) == ["to"]:
            return self._scored(scene, f, pair)
        start = pair.first.start
        it = scene.lower(start - 1) == "it" and scene.lower(start - 2) in self._w.holding
        if it and scene.has(self._houses):
            return self._split(f, pair)  # "to win the Senate; the Reds now hold it 54-46"
        house = self._house(scene, pair)
        if self._narrowed(scene, pair) or (house < 0 and self._entered(scene, pair)):
            return self._split(f, pair)  # "The loss cuts the Reds' edge in the Senate to 53-47"
        if house < 0 and not self._behind(scene, pair):
            return None
        if house >= 0 and not self._held(scene, house):
            return nothing(f, "chamber-vote")  # "passed the Senate 57-43", "was acquitted by the Senate 55-45"
        held = any(scene.lower(i) in self._w.holding for i in range(max(0, start - _REACH), start))
        return self._split(f, pair) if held else None

    def _scored(self, scene: Scene, f: Figure, pair: Pair) -> Reading | None:
        """The places of one of two sides, as "233 to 194" tells them; of a party, so that no team and no bill leads."""
        party = any(m.kind == "party" and m.char_end <= scene.words[pair.first.first].start for m in scene.mentions)
        they = any(w in PRONOUNS for w in scene.lowers(0, pair.first.start))
        if not (party or they) or not (self._led(scene, pair) or self._holds(scene, pair)):
            return None
        if named_before(scene, pair, self._outrunning) >= 0:  # "led the Blues 211 to 198 in the House"
            return Reading(f, "seats", "seat", "score-seats", "required", f.last)
        return self._split(f, pair)

    def _led(self, scene: Scene, pair: Pair) -> bool:
        """ "In the House, the Reds led 233 to 194", "were ahead of the Blues 26 to 24 in the Senate"; no vote."""
        first, last = scene.clause(pair.first.first)
        near = range(max(first, pair.first.start - _REACH), pair.first.start)
        led = any(scene.phrase_at(i, self._w.leading) for i in near)
        return led and not scene.has(self._votes, first, last) and self._in_house(scene, pair)

    def _in_house(self, scene: Scene, pair: Pair) -> bool:
        """ "in the House" opens the sentence, or closes the score."""
        first, _ = scene.clause(pair.first.first)
        for at in (first, pair.second.last):
            i = scene.skip(at + 1, DETERMINERS)
            i += scene.lower(i) in self._w.kinds
            house = scene.phrase_at(i, self._houses) > 0 or scene.is_house(i)
            if scene.lower(at) == "in" and house and i > at + 1:
                return True
        return False

    def _holds(self, scene: Scene, pair: Pair) -> bool:
        """ "The Reds hold the state House 51 to 49"; not "passed the House 51 to 49"."""
        house = self._house(scene, pair)
        if house < 0 or scene.lower(pair.first.start - 1) == "to":
            return False
        i = house - 1 - (scene.lower(house - 1) in self._w.kinds)
        i = scene.skip(i, DETERMINERS, -1)
        return i < house - 1 and scene.lower(i) in self._w.keeping

    def _split(self, f: Figure, pair: Pair) -> Reading:
        if f.first == pair.first.first:
            return Reading(f, "seats", "seat", "house-split", "required", f.last)
        return Reading(f, "seats", "seat", "score-house-rest", "wanted", f.last)

    def _narrowed(self, scene: Scene, pair: Pair) -> bool:
        """ "The Red majority in the Senate will shrink to 51-49": the house stands between its majority and "to"."""
        to = pair.first.start - 1
        lead = next((i for i in range(to - 1, max(-1, to - _MAJORITY), -1) if scene.lower(i) in self._w.leads), -1)
        house = any(scene.phrase_at(i, self._houses) for i in range(lead + 1, to))
        return scene.lower(to) == "to" and lead >= 0 and house

    def _entered(self, scene: Scene, pair: Pair) -> bool:
        """ "In the House, the Reds went into the day with a 66-34 majority": the house stands before the clause."""
        link, behind = scene.lowers(pair.first.start - 2, pair.first.start), scene.lower(pair.second.last)
        told = link[:1] == ["with"] and behind in self._w.leads
        return told and any(scene.phrase_at(i, self._houses) for i in range(pair.first.start))

    def _is_score(self, scene: Scene, pair: Pair) -> bool:
        first, second = pair.first, pair.second
        plain = all(not g.number.spelled and not g.number.step and g.kind == "count" for g in (first, second))
        sized = _SMALLEST <= first.value + second.value <= _LARGEST
        return plain and sized and scene.lowers(first.last, second.start) in _DASHED

    def _house(self, scene: Scene, pair: Pair) -> int:
        """Where the house begins in "the Senate 57-43", "the House of Representatives, 232-202"; -1 for none."""
        i = scene.skip(pair.first.start - 1, self._w.fill, -1, most=2)
        return next((k for k in range(max(0, i - 3), i + 1) if k + scene.phrase_at(k, self._houses) == i + 1), -1)

    def _held(self, scene: Scene, house: int) -> bool:
        """ "kept the Senate", "control of the House", "kept the Senate 57-43 and the House": what is held."""
        i = scene.skip(house - 1, DETERMINERS, -1)
        return scene.lower(i) in self._w.holding | self._w.holding_links

    def _behind(self, scene: Scene, pair: Pair) -> bool:
        """ "a 57-43 majority in the Senate"."""
        i = pair.second.last
        if scene.lower(i) not in self._w.leads:
            return False
        i += 1 + (scene.lower(i + 1) in ("in", "of"))
        return any(scene.phrase_at(k, self._houses) for k in (i, i + 1, i + 2))
