"""Seats gained and lost, told with or without "seats": "had put on some 400", "the net gain stands at 60"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.configuring.terms import Terms
from pipeline.extracting.figures import Figure
from pipeline.extracting.grammar import PRONOUNS
from pipeline.extracting.measuring.alone import Surroundings
from pipeline.extracting.measuring.nouns import Noun
from pipeline.extracting.readings import Reading
from pipeline.extracting.scene import Scene

_NOUN = 6  # words from "gain" to its figure: "the net Republican gain now stands at 60"
_NEEDED = 7  # words from "needs" to the figure: "needs a net gain of six seats"
_CAUCUS = 9  # words from "caucus" to "from"
_MOST = 2000  # council seats of a country
_TOTAL = 9  # words from "seats" to "taking": "gained nine seats in the new house, taking its total to 53"
_ENDS = 5  # words from "gained 30" over "to end up with" to the figure
_OF_WHICH = 9  # words of "Of the six Labour losses,"


class GainReader:
    """Reads figures as seats gained, lost or held before, by the words beside them."""

    def __init__(self, terms: Terms) -> None:
        self._w, self._moves, self._h = terms.counting.gains, terms.counting.moves, terms.counting.houses
        self._had = terms.counting.bare.had | terms.counting.gains.held
        self._fill = terms.counting.bare.held_fill | terms.counting.gains.held_fill
        self._having = terms.naming.frames.having
        self._lose, self._ending = terms.verbs.lose, terms.counting.seats.ending
        self._go, self._seats = terms.verbs.go, terms.nouns.seat | terms.nouns.member
        self._around, self._houses = Surroundings(terms), terms.chambers.nouns

    def seats(self, scene: Scene, f: Figure, noun: Noun) -> Reading | None:
        """The change that "N seats" tell ("put on 400 seats", "flipped six seats"); None where none is told."""
        if scene.lower(noun.last) == "back" and scene.lower(f.start - 1) not in self._w.down:
            return Reading(f, "", "", "won-back", "none", noun.last)  # "won all three of those seats back": no count
        told = self._verb(scene, f) or self._noun(scene, f) or self._behind(scene, noun.last)
        told = told or self._added(scene, f, noun.last)
        if told:
            return Reading(f, "seats_change", "seat", "gain-told", "required", noun.last, told)
        held = self._held(scene, f, noun.last)  # "a leap from the five MLAs it had"
        then = self._then(scene, noun.last)
        return Reading(f, "seats", "seat", "held-before", "required", noun.last, previous=then) if held else None

    def _behind(self, scene: Scene, i: int) -> int:
        """ "is 304 seats to the good" (1), "two seats worse off" (-1); 0 for none."""
        if scene.phrase_at(i, self._h.good):
            return 1
        return -1 if scene.phrase_at(i, self._h.bad) else 0

    def bare(self, scene: Scene, f: Figure, recent: Sequence[Reading]) -> Reading | None:
        """The change, or what was held before, that a bare figure tells where seats are spoken of."""
        near = any(r.unit == "seat" for r in recent[:6]) or scene.has(self._seats)
        near = (
            near or sum(self._made(scene, g) != 0 for g in scene.figures) > 1
        )  # "made six gains and suffered two losses"
        near = near or self._moved_caucus(scene, f, self._w.in_houses)
        if not near or f.number.step or f.value >= _MOST:
            return None
        told = self._verb(scene, f) or self._noun(scene, f) if self._around.alone(scene, f) else 0
        told = told or self._added(scene, f, f.last) or self._made(scene, f) or self._so_of(scene, f, recent)
        if told:
            return Reading(f, "seats_change", "seat", "gain-told", "required", f.last, told)
        compared = self._compared(scene, f) or self._to(scene, f)
        if compared:
            return Reading(f, "seats_change", "seat", "gain-compared", "required", f.last, compared)
        moved = "brought-to" if self._brought_to(scene, f) else "caucus-moved" if self._moved_caucus(scene, f) else ""
        moved = moved or ("had-been" if self._had_been(scene, f, recent) else "")
        if moved:
            return Reading(f, "seats", "seat", moved, "required", f.last)
        if self._held(scene, f, f.last):
            held, then = replace(f, hedge=None, start=f.first), self._then(scene, f.last)
            return Reading(held, "seats", "seat", "held-before", "required", f.last, previous=then)
        if self._lost_to(scene, f):
            return Reading(f, "seats_change", "seat", "lost-to-others", "required", f.last)
        return None

    def two_party(self, scene: Scene, f: Figure) -> bool:
        """True where the nearest name before is of one of two parties that share a house, both told of in the article.

        "The lower house stays red. In the Senate, Republicans gained some four seats": what they have more.
        """
        both = {m.text.casefold() for m in scene.doc.mentions}
        first, second = self._w.republicans, self._w.democrats
        if not (both & first and both & second):
            return False
        m = next(
            (m for m in map(scene.mention, range(f.start - 1, -1, -1)) if m is not None and m.kind != "place"), None
        )
        return m is not None and m.text.casefold() in first | second

    def _verb(self, scene: Scene, f: Figure) -> int:
        """ "had put on some 400" (1), "has gone back by a solitary one" (-1); 0 for none, as where it is needed."""
        if any(w in self._moves.needing for w in scene.lowers(f.start - _NEEDED, f.start)):
            return 0
        i = scene.skip(f.start - 1, self._w.held_fill, -1, most=3) + 1
        if scene.phrase_before(i, self._w.up, 4):
            return 1
        return -1 if scene.phrase_before(i, self._w.down, 4) else 0

    def _added(self, scene: Scene, f: Figure, end: int) -> int:
        """ "gained nine seats, taking its total to 53", "added four to their previous 23" (1); 0 for none."""
        if not scene.phrase_before(f.start, self._moves.gaining, 2):
            return 0
        if self._beside_total(scene, f) or any(w in self._w.extra for w in scene.lowers(f.last, end)):
            return 1  # "gained nine new seats in parliament"
        to = scene.lower(end) == "to"
        if to and (self._stock(scene, end + 1) or any(g.start == end + 1 for g in scene.figures)):
            return 1
        if scene.has(self._ending, end, end + 2) and any(end < g.start <= end + _ENDS for g in scene.figures):
            return 1  # "gained 30 to reach 262", "gained four to end up with 12"
        for i in range(end, min(end + _TOTAL, len(scene.words))):
            if scene.lowers(i, i + 2) == ["for", "a"] and scene.lower(i + 2) in self._w.totals:
                return 1  # "added six seats for a total of 41"
            if scene.lower(i) in self._w.totalling and scene.tags[i + 1 : i + 2] == ["PRP$"]:
                return int(scene.lower(scene.skip(i + 2, self._w.stock)) in self._w.totals)
            if scene.words[i].kind == "number":
                return 0
        return 0

    def _beside_total(self, scene: Scene, f: Figure) -> bool:
        """ "The Freedom Party, on 20, gained five": what it has is told between the commas."""
        total = scene.figure_before(f.start)
        if total is None or total.last != f.start - 2 or scene.lower(total.last) != ",":
            return False
        return scene.lower(total.start - 1) in self._having and scene.lower(total.start - 2) == ","

    def _brought_to(self, scene: Scene, f: Figure) -> bool:
        """ "won nine run-offs, bringing to 58 its strength in the house"."""
        brought = scene.lower(f.start - 1) == "to" and scene.lower(f.start - 2) in self._w.totalling
        return brought and scene.tags[f.last : f.last + 1] == ["PRP$"] and scene.lower(f.last + 1) in self._w.totals

    def _made(self, scene: Scene, f: Figure) -> int:
        """ "The Greens, who made six gains in the Senate, have 46" (1), "suffered nine net losses" (-1); 0 for none."""
        noun = scene.skip(f.last, self._w.net)
        if scene.lower(noun) not in self._w.nouns or not scene.phrase_before(f.start, self._w.made, 2):
            return 0
        return -1 if scene.lower(noun) in self._w.nouns_down else 1

    def _stock(self, scene: Scene, i: int) -> bool:
        """Whether a possessive at word i owns a figure: "their previous 23", "its 23 seats"."""
        first = scene.skip(i + 1, self._w.stock)
        return i < len(scene.words) and scene.tags[i] == "PRP$" and any(g.start == first for g in scene.figures)

    def _noun(self, scene: Scene, f: Figure) -> int:
        """ "the net Liberal gain stands at 60" (1), "its losses reached 400" (-1); 0 for none."""
        n = scene.phrase_before(f.start, self._w.stands, 3)
        if not n:
            return 0
        for i in range(f.start - n - 1, max(-1, f.start - n - _NOUN), -1):
            if scene.lower(i) in self._w.nouns:
                before = scene.lowers(i - 4, i)
                told = any(w in self._w.net for w in before) or scene.words[i - 1].kind == "genitive"
                told = told or (i > 0 and scene.tags[i - 1] == "PRP$")
                return (-1 if scene.lower(i) in self._w.nouns_down else 1) if told else 0
            if scene.words[i].kind in ("sign", "number"):
                return 0
        return 0

    def _compared(self, scene: Scene, f: Figure) -> int:
        """ "three better than the 161 it took" (1), "one worse than in 2014" (-1); 0 for none."""
        if scene.lower(f.last + 1) not in self._w.than:
            return 0
        if scene.lower(f.last) in self._w.better:
            return 1
        return -1 if scene.lower(f.last) in self._w.worse else 0

    def _to(self, scene: Scene, f: Figure) -> int:
        """ "shed two to 68" (-1), "climbed four to 19", "gained three to 40" (1); 0 for none."""
        if scene.lower(f.last) != "to" or not any(g.first == f.last + 1 and g.kind == "count" for g in scene.figures):
            return 0
        own = self._direction(scene, f)
        if own or not scene.tags[f.start - 1].startswith("NN"):
            return own
        before = (self._direction(scene, g) for g in reversed(scene.figures) if g.last < f.start - 2)
        return next(filter(None, before), 0)  # "dropped four to 38 and the Greens three to 19"

    def _direction(self, scene: Scene, f: Figure) -> int:
        """Which way the verb right before a figure and its "to" goes: 1, -1, or 0 for none."""
        verb = scene.lower(f.start - 1) if scene.lower(f.last) == "to" else ""
        if verb in self._moves.up | self._moves.gaining:
            return 1
        return -1 if verb in self._moves.down | self._lose else 0

    def _held(self, scene: Scene, f: Figure, end: int) -> bool:
        """ "three better than the 161 it took in 2014", "the 24 seats the Greens won": theirs of then.

        Whatever hedge "than" looks like; not "of the 40 seats it had", which are the whole of a part.
        """
        if scene.lower(f.first - 1) != "the" or scene.lower(f.first - 2) == "of":
            return False
        return who_had(scene, end, self._had, self._fill) >= 0

    def _then(self, scene: Scene, end: int) -> bool:
        """ "against the 23 they had", "the 24 it had won": theirs before the vote; not "the 161 it took"."""
        i = end + (scene.lower(end) == "that")
        return scene.lower(i) in PRONOUNS and "had" in scene.lowers(i + 1, i + 3)

    def _moved_caucus(self, scene: Scene, f: Figure, nouns: frozenset[str] | None = None) -> bool:
        """ "The Greens' caucus is halved, from 38 to 20": both figures; with `nouns`, where one is such or of a house.

        "Its tally at Westminster doubled, from 20 to 46": the tally may be of votes, but for the house behind it.
        """
        to = scene.lower(f.start - 1) == "to" and scene.lower(f.start - 3) == "from"
        opener = f.start - 3 if to else f.start - 1
        if scene.lower(opener) != "from" or not (to or scene.lower(f.last) == "to"):
            return False
        near = range(max(0, opener - _CAUCUS), opener)
        at = next((i for i in reversed(near) if scene.lower(i) in self._w.counts), -1)
        if at < 0 or nouns is None or scene.lower(at) in nouns:
            return at >= 0
        m = scene.mention(at + 2)
        placed = m is not None and m.kind in ("body", "place") and scene.lower(at + 1) in ("at", "in")
        return placed or any(scene.phrase_at(i, self._houses) for i in range(at + 1, opener))

    def _so_of(self, scene: Scene, f: Figure, recent: Sequence[Reading]) -> int:
        """ "Labour had a net loss of 121 councillors, the Greens of 132": the same of another; 0 for no such figure."""
        m = scene.mention(f.start - 2) if scene.lower(f.start - 1) == "of" else None
        told = recent[0] if recent else None
        same = told is not None and told.measure == "seats_change" and scene.lower(told.figure.start - 1) == "of"
        return told.sign if same and told is not None and m is not None and m.kind == "party" else 0

    def _had_been(self, scene: Scene, f: Figure, recent: Sequence[Reading]) -> bool:
        """ "shrank to 18 seats; they had been 29"."""
        told = scene.lowers(f.start - 2, f.start) == ["had", "been"] and scene.lower(f.start - 3) in PRONOUNS
        return told and bool(recent) and recent[0].measure == "seats"

    def _lost_to(self, scene: Scene, f: Figure) -> bool:
        """ "Of the six Labour losses, four went to the Greens and two to the Liberals": won from Labour."""
        if scene.lower(0) != "of":
            return False
        comma = next((i for i in range(1, min(len(scene.words), _OF_WHICH)) if scene.words[i].text == ","), -1)
        lost = any(w in self._w.nouns_down for w in scene.lowers(1, comma))
        goes = scene.phrase_at(f.last, self._go, 4) > 0 or scene.lower(f.last) == "to"
        return 0 < comma < f.start and lost and goes


def who_had(scene: Scene, end: int, had: frozenset[str], fill: frozenset[str]) -> int:
    """ "[the 24 seats] that the Greens had won", "it had": the last word of who had it; -1 where no one is told.

    `end` is the word behind what was had, `had` the verbs, `fill` what may stand before them.
    """
    i = end + (scene.lower(end) == "that")
    if scene.lower(i) not in PRONOUNS:
        i += scene.lower(i) == "the"
        m = scene.mention(i)
        if m is None or m.kind == "place":
            return -1
        while scene.mention(i + 1) is m:
            i += 1
    verb = i + 1
    while scene.lower(verb) in fill - had:
        verb += 1
    return i if scene.lower(verb) in had else -1
