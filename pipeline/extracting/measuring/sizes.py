"""Sizes of chambers and of their parts: "a House of 651", "300 seats are filled in districts", "the size is 60"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pipeline.configuring.terms import Terms
from pipeline.extracting.figures import Figure
from pipeline.extracting.grammar import BEING, COORDINATORS, DETERMINERS, FINITE
from pipeline.extracting.measuring.ago import Ago
from pipeline.extracting.measuring.nouns import Noun
from pipeline.extracting.readings import Reading
from pipeline.extracting.scene import Scene

_SWOLLEN = 9  # words from "swollen" to its figure
_BEHIND = FINITE | {"IN", "TO"}  # "the 43 left to the Greens in a chamber of 132 are less than a third"
_LEAST = 9  # fewer make no chamber


class SizeReader:
    """Reads figures as the seats of a whole chamber, or as those of it that are filled in one way."""

    def __init__(self, terms: Terms) -> None:
        self._w, self._c, self._get = terms.counting.sizes, terms.chambers, terms.verbs.get
        self._go = terms.verbs.go
        self._unelected, self._articles = terms.counting.seats.unelected, terms.counting.counts.determiners

    def bare(self, scene: Scene, f: Figure, out: Mapping[int, Reading], ago: Ago) -> Reading | None:
        """The reading of a figure without a noun; `out` are those of the sentence so far, `ago` those before it."""
        if f.kind != "count" or f.number.step or f.number.weak or f.value >= 3000:
            return None
        rule = self._house_of(scene, f) or self._number_of(scene, f) or self._swollen(scene, f)
        before = [r for k, r in out.items() if k < f.first]
        part = self._part(scene, f) or self._rest(scene, f, before)
        if scene.lowers(f.start - 2, f.start) == ["the", "other"]:
            before += (
                ago.recent()
            )  # "Half its 450 deputies are chosen from lists. The other 225 are elected in districts"
        if not rule and part and any(r.rule == "seats-by-system" for r in before):
            rule = "seats-by-system"
        return Reading(f, "seats_total", "seat", rule, "none", f.last) if rule else None

    def by_system(self, scene: Scene, f: Figure, noun: Noun) -> Reading | None:
        """ "400 seats are filled in single-member districts": some of the seats, by the way they are filled."""
        if self._swollen(scene, f) and not f.number.step:
            return Reading(f, "seats_total", "seat", "house-swollen", "none", noun.last)
        if f.number.weak or self._gotten(scene, f) or scene.has(self._go, noun.last, noun.last + 10):
            return None
        stop = next((g.start for g in scene.figures if g.start >= noun.last), len(scene.words))
        near = range(noun.last, min(stop, noun.last + 4))
        verb = next((i for i in near if scene.lower(i) in self._w.filled), -1)
        filled = verb >= 0 and scene.has(self._w.systems, noun.last, min(stop, verb + 8))
        given = any(w in self._w.filled for w in scene.lowers(f.start - 2, f.start))  # "allocated 41 seats for lists"
        if not filled and not (given and scene.has(self._w.systems, noun.last, min(stop, noun.last + 4))):
            return None
        return Reading(f, "seats_total", "seat", "seats-by-system", "none", noun.last)

    def _gotten(self, scene: Scene, f: Figure) -> bool:
        party = any(m.kind == "party" for m in scene.mentions if m.char_end <= scene.words[f.first].start)
        return party or any(w in self._get - self._w.filled for w in scene.lowers(f.start - 3, f.start))

    def _part(self, scene: Scene, f: Figure) -> bool:
        """ "and 200 by proportional representation", "with 54 of them from party lists"."""
        i = f.last + 2 if scene.lower(f.last) == "of" else f.last
        return scene.has(self._w.systems, i, i + 9) and scene.lower(scene.skip(i, self._w.part_fill)) in self._w.ways

    def _rest(self, scene: Scene, f: Figure, before: Sequence[Reading]) -> bool:
        """ "225 members were chosen in districts and 225 from lists": the rest; not "22 from the Greens"."""
        joined = scene.lower(f.start - 1) in (*COORDINATORS, ",") and scene.lower(f.last) in self._w.ways
        lists = scene.lower(scene.skip(f.last + 1, DETERMINERS)) in self._w.lists
        return joined and lists and any(r.rule == "seats-by-system" for r in before)

    def _house_of(self, scene: Scene, f: Figure) -> str:
        """ "in a House of 651", "which makes an assembly of 601"; no "council of 12 elders", "of 12 and 14"."""
        at = f.start - 2
        if scene.lower(f.start - 1) != "of" or f.value < _LEAST or scene.lower(at) in self._unelected:
            return ""
        n = scene.phrase_before(at + 1, self._c.nouns)
        article = scene.skip(at - n, self._w.kinds, -1)
        closed = f.last >= len(scene.words) or scene.words[f.last].kind == "sign" or scene.tags[f.last] in _BEHIND
        listed = scene.lower(f.last) in COORDINATORS
        told = n > 0 and scene.lower(article) in self._articles and closed and not listed
        return "house-of-number" if told else ""

    def _number_of(self, scene: Scene, f: Figure) -> str:
        """ "The number of seats in the assembly rises to 150", "the size of the house was cut to 140"; nobody's own."""
        if scene.lower(f.start - 1) not in self._w.number_is or f.value < _LEAST:
            return ""
        before = scene.figure_before(f.start)  # "cut this time from 108 to 90"
        ranged = before is not None and before.last == f.start - 1 and scene.lower(before.start - 1) == "from"
        tie = before.start if before is not None and ranged else f.start
        at = scene.find(self._w.number_of, max(0, f.start - 16), f.start)
        named = any(m.kind in ("party", "person") for m in scene.mentions)
        moved = tie - at <= 9 or scene.has(self._c.nouns, at, f.start) or self._house(scene, at, f.start)
        return "number-of-chamber" if at >= 0 and moved and not named else ""

    def _swollen(self, scene: Scene, f: Figure) -> str:
        """ "a legislature swollen by the election to 230", "the house, enlarged to 180 seats"; nobody's."""
        tie = scene.lower(f.start - 1)
        if tie not in self._w.swollen_links or f.value < _LEAST:
            return ""
        for i in range(f.start - 2, max(0, f.start - _SWOLLEN), -1):
            m = scene.mention(i)
            if scene.words[i].text in (";", ".") or (m is not None and m.kind in ("party", "person")):
                return ""
            if scene.lower(i) in self._w.swollen:
                at = scene.skip(i - 1, self._w.swollen_fill, -1)
                if scene.lower(at + 1) == "," and scene.lower(at + 2) in BEING:
                    return ""  # "The right, which had 464 in the old assembly, was cut to 257"
                if at == 0:
                    return ""  # "Congress was reduced to 44, from 206": a party, where no article stands before it
                first = at + 1 - max(scene.phrase_before(at + 1, self._c.nouns), 1)
                k = first - 1
                while k > 0 and (
                    scene.is_modifier(k) or scene.lower(k) in DETERMINERS or scene.words[k].kind == "number"
                ):
                    k -= 1
                if scene.lower(k) in ("in", "of"):  # "its majority in the 150-seat lower house grew from 14 to 24"
                    return ""  # "Sinn Fein's delegation in the Dail grows to 37"
                return "house-swollen" if scene.phrase_before(at + 1, self._c.nouns) or scene.is_house(at) else ""
        return ""

    def _house(self, scene: Scene, first: int, last: int) -> bool:
        return any(scene.is_house(i) for i in range(first, last))
