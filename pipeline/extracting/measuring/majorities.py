"""How many seats a majority takes, told by a number without a noun: "the 326 required", "the 316 line"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.configuring.terms import Terms
from pipeline.extracting.figures import Figure
from pipeline.extracting.grammar import BE_FORMS, BEING, NOUNS, POINTERS, PRONOUNS, SUBJECTS
from pipeline.extracting.measuring.alone import Surroundings
from pipeline.extracting.readings import Reading, nothing
from pipeline.extracting.scene import Scene, is_plural_owner

_HALF = 20  # a smaller number is easily another thing


class ElectionNeeds:
    """How many it takes to elect somebody in a chamber."""

    def __init__(self, terms: Terms) -> None:
        self._needing, self._elect = terms.chambers.needing, terms.counting.majorities.elect_needs

    def needed(self, scene: Scene, i: int) -> bool:
        """Whether word i, behind a figure and its noun, goes on so: "94 are needed to choose a premier".

        "25 are needed to stand" is no majority.
        """
        i += scene.lower(i) in BEING
        n = scene.phrase_at(i, self._needing)
        return n > 0 and scene.lower(i + n) == "to" and scene.phrase_at(i + n + 1, self._elect) > 0


class MajorityReader:
    """Reads a bare figure as the size of a majority."""

    def __init__(self, terms: Terms) -> None:
        self._w, self._m, self._h = terms.counting.bare, terms.counting.majorities, terms.counting.houses
        self._majority, self._needing = terms.chambers.majority_words, terms.chambers.needing
        self._elects = ElectionNeeds(terms)
        self._around, self._get = Surroundings(terms), terms.verbs.get
        self._sides = terms.reference.party_heads

    def read(self, scene: Scene, f: Figure, recent: Sequence[Reading]) -> Reading | None:
        """Return the reading; None where no word tells of a majority. `recent`: see `BesideReader.read`."""
        if f.kind != "count" or f.value < 10 or f.number.step or scene.lowers(f.last, f.last + 2) == ["more", "than"]:
            return None  # "184 seats, 14 more than needed for a majority"
        if any(r.unit == "electoral vote" for r in recent) and self._needed(scene, f):
            return Reading(f, "seats_majority", "vote", "electors-needed", "none", f.last)
        if scene.lower(f.last) == "in" and any(w in self._m.former for w in scene.lowers(f.last, f.last + 4)):
            short = any(w in self._w.short for w in scene.lowers(f.start - 5, f.first))
            return nothing(f, "short-of-former") if short else None  # "short of the 359 in the outgoing chamber"
        told = any(r.measure in ("seats", "seats_total") for r in recent)
        rule = (
            self._they_need(scene, f)
            or self._for_majority(scene, f)
            or self._would(scene, f)
            or (self._mark(scene, f) if told else "")
        )
        return Reading(f, "seats_majority", "seat", rule, "none", f.last) if rule else None

    def _for_majority(self, scene: Scene, f: Figure) -> str:
        """ "256 that make a majority", "A majority is 170", "a majority of the 372 MPs, which is 187"."""
        near, before = scene.lowers(f.last, f.last + 3), scene.lowers(f.start - 5, f.start)
        if before[-1:] == ["of"] and any(w in self._w.change_nouns for w in before[-3:-1]):
            return ""  # "needed a net gain of 23 to reach the magic number"
        needs = any(w in self._needing for w in near) or scene.lower(f.last) in self._w.majority_links
        theirs = any(scene.tags[i] == "PRP$" for i in range(f.last, min(len(scene.words), f.last + 3)))
        scored = scene.lower(f.last) == "to" and any(g.start == f.last + 1 for g in scene.figures)
        owns = f.start > 1 and (scene.words[f.start - 1].kind == "genitive" or is_plural_owner(scene, f.start - 1))
        m = scene.mention(f.start - 2) if owns else None
        owned = m is not None and m.kind in ("party", "person")  # "will need Labour's 37 to form a majority"
        if owned or scored or (theirs and scene.lower(f.last) == "to"):
            return ""  # "added at least 14 to their majority", "for a 53 to 47 majority"
        if needs and "," not in near and ";" not in near and scene.has(self._majority, f.last, f.last + 8):
            return "number-for-majority"
        told = self._slim(scene, f) or self._elects.needed(scene, f.last) or self._magic(scene, f)
        if told or self._short_of(scene, f):
            return "number-for-majority"
        if "majority" in before and before[-1] in self._w.majority_is and not self._owned(scene, f):
            return "majority-is"
        if reached_with(scene, f, self._m.reached_with):
            return "majority-is"
        of_all = scene.find(self._m.majority_of, max(0, f.start - 14), f.start)
        return "majority-which-is" if of_all >= 0 and scene.phrase_before(f.start, self._m.which_is) else ""

    def _they_need(self, scene: Scene, f: Figure) -> str:
        """ "hard to reach the 61 he needs in the 120-seat parliament": just over half of the house."""
        return "number-for-majority" if self._is_theirs(scene, f) and more_than_half(scene, f) else ""

    def _is_theirs(self, scene: Scene, f: Figure) -> bool:
        takes = self._needing | self._h.majority_takes  # "cannot reach the 76 it takes to control the house"
        return scene.lower(f.last) in PRONOUNS and scene.lower(f.last + 1) in takes

    def _owned(self, scene: Scene, f: Figure) -> bool:
        """ "Mr Brown's majority is over 100": by how much somebody is ahead."""
        at = max((i for i in range(f.start - 5, f.start) if scene.lower(i) == "majority"), default=0)
        return any(scene.words[i].kind == "genitive" or scene.tags[i] == "PRP$" for i in range(max(0, at - 2), at))

    def _would(self, scene: Scene, f: Figure) -> str:
        """ "With 36 it would have a majority", "A majority in the 140-seat parliament takes 71"."""
        if scene.lower(f.start - 1) == "with" and f.last == f.start + 1:
            near = scene.lowers(f.last, f.last + 7)
            if "majority" in near and any(w in self._h.would for w in near[: near.index("majority")]):
                return "majority-with"
        at = next((i for i in range(f.start - 2, max(-1, f.start - 14), -1) if scene.lower(i) == "majority"), -1)
        takes = scene.lower(f.start - 1) in self._h.majority_takes and scene.lower(at - 1) in (
            "a",
            "absolute",
            "overall",
        )
        said = any(scene.tags[i].startswith("VB") for i in range(at + 1, f.start - 1))
        return "majority-is" if at > 0 and takes and not said else ""

    def _slim(self, scene: Scene, f: Figure) -> bool:
        """ "reaches 71, the narrowest possible majority in a parliament of 141"."""
        if scene.lowers(f.last, f.last + 2) not in ([",", "the"], [",", "a"]):
            return False
        near = scene.lowers(f.last + 2, f.last + 6)
        return "majority" in near and any(w in self._m.slim for w in near[: near.index("majority")])

    def _magic(self, scene: Scene, f: Figure) -> bool:
        """ "has 300 members, which makes 151 the magic number", "the magic number is 151"."""
        if scene.phrase_at(f.last, self._m.magic):
            return True
        if scene.lower(f.last) in BEING and scene.phrase_at(f.last + 1, self._m.magic):
            return True  # "Eighty is the magic number"
        links = scene.lower(f.start - 1) in self._w.majority_is | {"of"}
        return scene.phrase_before(f.start - links, self._m.magic) > 0

    def half(self, scene: Scene, f: Figure, told: Sequence[Reading]) -> Reading | None:
        """ "The house has 150 seats. Brown needs two partners to get to 76": just over half of all, and it takes it.

        `told` has the houses told before, however long ago.
        """
        if f.kind != "count" or f.value < _HALF or f.number.step:
            return None
        whole = any(r.measure == "seats_total" and r.figure.value // 2 + 1 == f.value for r in told)
        reached = self._around.alone(scene, f) and (self._to_reach(scene, f) or self._needed_is(scene, f))
        if not whole or not (reached or self._is_theirs(scene, f)):
            return None
        return Reading(f, "seats_majority", "seat", "half-of-house", "none", f.last)

    def _to_reach(self, scene: Scene, f: Figure) -> bool:
        """ "Brown needs two partners to get to 76": what a party or a person needs to do, and not to hire."""
        k = f.start - 1 - (scene.lower(f.start - 1) in ("to", "at"))
        if scene.tags[k] != "VB" or scene.lower(k - 1) != "to" or scene.lower(k) not in self._get:
            return False
        need = scene.heads[k]
        if scene.tags[need] in NOUNS:
            need = scene.heads[need]  # over "partners" of "two partners to get to"
        doer = next((j for j in range(need) if scene.deps[j] in SUBJECTS and scene.heads[j] == need), -1)
        m = scene.mention(doer) if doer >= 0 else None
        known = scene.lower(doer) in self._sides | PRONOUNS or (m is not None and m.kind in ("party", "person"))
        return scene.phrase_at(need, self._needing) > 0 and doer >= 0 and known

    def _needed_is(self, scene: Scene, f: Figure) -> bool:
        """ "The threshold for governing alone is 151", "needs 151"; not "Mr Brown, who needed help, is 76"."""
        link = f.start - 1
        if scene.lower(link) not in self._w.majority_is:
            return False
        if scene.lower(link) not in BE_FORMS:
            return True
        return any(
            scene.phrase_at(j, self._needing) and (scene.heads[j] == link or scene.deps[j] == "acl")
            for j in range(link)
            if scene.tags[j] in NOUNS or scene.tags[j] in ("VBN", "JJ")
        )

    def _short_of(self, scene: Scene, f: Figure) -> bool:
        """ "eleven short of an absolute majority of 176"; "won a majority of 80" is a lead."""
        if scene.lowers(f.start - 2, f.start) != ["majority", "of"]:
            return False
        i = scene.skip(f.start - 3, self._m.majority_fill, -1)
        return i < f.start - 3 and scene.phrase_before(i + 1, self._m.toward, 2) > 0

    def _needed(self, scene: Scene, f: Figure) -> bool:
        """ "won 379 electoral votes, far more than the 270 needed"."""
        return scene.lower(f.first - 1) == "the" and scene.phrase_at(f.last, self._needing) > 0

    def _mark(self, scene: Scene, f: Figure) -> str:
        """ "each short of the 326 required", "twelve above the 316 line": where seats are spoken of."""
        if scene.lower(f.first - 1) not in POINTERS | {"of"} or f.value >= 1000:
            return ""
        if any(w in self._w.short for w in scene.lowers(f.start - 5, f.first)):
            return "short-of-number"
        return "number-line" if scene.lower(f.last) in self._m.lines else ""


def reached_with(scene: Scene, f: Figure, links: frozenset[str]) -> bool:
    """ "a majority is reached with 83 seats"; `links` are the words before the figure."""
    before = scene.lowers(f.start - 5, f.start)
    return "majority" in before and before[-1] in links and any(w in BEING for w in before)


def more_than_half(scene: Scene, f: Figure) -> bool:
    """ "seek a 61-seat majority in the 121-seat assembly": just over half of another figure."""
    return any(g.value >= 20 and f.value == g.value // 2 + 1 and not g.number.step for g in scene.figures)


def exactly(scene: Scene, reading: Reading) -> Reading:
    """ "two short of the 61 it needs", "twelve above the 316 line": the hedge is of who is short, not of the mark."""
    f = reading.figure
    if reading.measure != "seats_majority" or f.hedge is None:
        return reading
    short = f.hedge.shape in ("under", "below") or scene.lower(f.first - 1) == "the"
    return replace(reading, figure=replace(f, hedge=None)) if short else reading
