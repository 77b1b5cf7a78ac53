"""Whose a margin is where the one told of is behind: "Green was 1,200 votes adrift", "lost by 312 votes"."""

from __future__ import annotations

from dataclasses import replace

from pipeline.configuring.terms import Terms
from pipeline.extracting.measuring.parted import PartedReader
from pipeline.extracting.naming.doers import Doers
from pipeline.extracting.naming.subject import Discourse, Subject
from pipeline.extracting.readings import Reading
from pipeline.extracting.scene import Scene

_BY = 14  # words from a verb of losing to "by": "lost to the sitting member by 312 votes"
_CLAUSE = 18  # words from "was next with 24.6 percent" to "a gap of 12 points"
_TAKER = 10  # words from "went to" to the figure
_BOTH = 2
_TOLD = 4  # subjects looked back over


class LeaderFrames:
    """Subjects of margins that are told of the one behind, or of both."""

    def __init__(self, terms: Terms, doers: Doers) -> None:
        self._w, self._gaps = terms.counting.ahead, terms.counting.gaps
        self._m, self._parted = terms.counting.margins, PartedReader(terms)
        self._doers, self._names = doers, doers.names
        self._go = terms.verbs.go
        self._this_time = terms.counting.shares.this_time

    def leader(self, scene: Scene, reading: Reading, discourse: Discourse) -> Subject | None:
        """The one ahead: named behind the figure or behind the verb, else the last told of that is another."""
        if reading.measure != "margin":
            return None
        start, end = reading.figure.start, reading.end
        if reading.rule == "margin-one-of":
            return self._turned(scene, start, discourse)
        if reading.rule in ("margin-in-percent", "margin-again"):
            return _as_leader(discourse.subjects[-1]) if discourse.subjects else None
        parting = reading.rule == "points-lead" and self._parted.leaving(scene, reading.figure, end) >= 0
        if reading.rule == "margin-left-behind" or parting:  # "took 40 percent, leaving Green 15 points behind"
            return self._left_behind(scene, reading, discourse)
        both = reading.rule == "margin-bare" and self._of_both(scene, start, discourse)
        if reading.rule in ("margin-difference", "margin-all-that-parts") or both or self._both(scene, reading):
            return self._first_of_two(discourse)
        within = reading.rule == "points-within"  # "came within seven points of Green"
        if within or scene.lower(end) in self._gaps.behind:
            at = end + 1 + (scene.lower(end + 1) in self._gaps.behind_of)
            found = self._doers.right(scene, at, "leader", discourse)
            return found or (self._other(scene, start, discourse) if self._is_placed(scene, start) else None)
        parted = scene.lower(end) in self._w.parting  # "a million votes separated Green, of the Reds, from Brown"
        told = self._names.named(scene, end + 1, "leader") if parted else self._went_to(scene, start, discourse)
        return told or self._lost(scene, reading, discourse)

    def _lost(self, scene: Scene, reading: Reading, discourse: Discourse) -> Subject | None:
        """Who won by what another lost by, or was ahead of the next by it."""
        start = reading.figure.start
        verb = self._lost_by(scene, start)
        if verb >= 0:
            return self._winner(scene, verb, reading, discourse)
        return self._other(scene, start, discourse) if self._gap_of_next(scene, start) else None

    def _went_to(self, scene: Scene, start: int, discourse: Discourse) -> Subject | None:
        """ "The last seat, Upton, went to the Greens by four votes": who got it."""
        for i in range(start - 2, max(-1, start - _TAKER), -1) if scene.lower(start - 1) == "by" else ():
            n = scene.phrase_at(i, self._go, 3)
            if n and scene.tags[i].startswith("VB"):
                return self._doers.right(scene, i + n, "leader", discourse)
            if scene.words[i].text in (",", ";"):
                return None
        return None

    def _left_behind(self, scene: Scene, reading: Reading, discourse: Discourse) -> Subject | None:
        """ "leaving John Brown 10 points in her wake": who left him; "was left 29,953 adrift of Green": Green."""
        verb = self._parted.leaving(scene, reading.figure, reading.end)
        if verb == reading.figure.start - 1:
            at = reading.end + 1
            of = scene.lower(at) in self._gaps.behind_of
            found = self._doers.right(scene, at + 1, "leader", discourse) if of else None
            beaten = self._doers.doer(scene, verb, "leader", discourse)
            return found or (self._another(beaten.text, discourse) if beaten is not None else None)
        if scene.lower(verb - 1) == "which":
            return self._first_of_two(discourse)  # "12.9 million were for X and 12.3 million for Y, which leaves the"
        return self._doers.doer(scene, verb, "leader", discourse)

    def _turned(self, scene: Scene, start: int, discourse: Discourse) -> Subject | None:
        """ "turned a Conservative majority of 14,760 into one of his own of 7,855": who turned it."""
        into = next((i for i in range(start - 1, -1, -1) if scene.lower(i) == "into"), 0)
        verb = next((i for i in range(into - 1, -1, -1) if scene.tags[i].startswith("VB")), -1)
        return self._doers.doer(scene, verb, "leader", discourse) if verb > 0 else None

    def _winner(self, scene: Scene, verb: int, reading: Reading, discourse: Discourse) -> Subject | None:
        """ "lost to Green by 312", "lost Upton by 312 votes to Green", "lost by 312"."""
        start, end = reading.figure.start, reading.end
        if verb == start - 2:
            found = (
                self._doers.right(scene, end + 1, "leader", discourse) if scene.lower(end) in self._gaps.to else None
            )
            return found or self._other(scene, verb, discourse)
        if scene.lower(end) in self._gaps.to:
            return self._doers.right(scene, end + 1, "leader", discourse)
        to = next((i for i in range(verb + 1, start - 1) if scene.lower(i) in self._gaps.to), -1)
        return self._doers.right(scene, to + 1, "leader", discourse) if to > 0 else None

    def _both(self, scene: Scene, reading: Reading) -> bool:
        """ "leaving a gap of 70,815 between them", "makes the gap between them 4.15 points", "Lead: 371"."""
        around = scene.phrase_at(reading.end, self._gaps.pair) > 0
        return around or reading.rule == "margin-between" or self._is_label(scene, reading)

    def _is_label(self, scene: Scene, reading: Reading) -> bool:
        """ "Lead: 371" with nobody before it; "Lab maj: 3,232" is Labour's."""
        i = reading.figure.start - 3
        return reading.rule == "margin-labelled" and (i < 0 or scene.words[i].kind in ("sign", "number"))

    def _is_placed(self, scene: Scene, start: int) -> bool:
        """A verb of being or a comma before: "finished 1,200 behind", "John Brown, 1,200 votes adrift"."""
        before = scene.lower(start - 1)
        return before in self._m.being_ahead or before in (",", "-", "\u2013", "\u2014", "(", "lagged", "with")

    def _lost_by(self, scene: Scene, start: int) -> int:
        """The verb of "lost by", "trailed Green by"; -1 where the verb nearest to "by" is another."""
        if scene.lower(start - 1) != "by":
            return -1
        last = scene.skip(start - 2, self._this_time, -1)  # "lost again, this time by seven points to Green"
        for i in range(last, max(-1, last - _BY), -1):
            if scene.lower(i) in self._gaps.losing:
                passive = scene.tags[i] == "VBN" and scene.lower(i + 1) == "by"
                return -1 if passive and i + 1 < start - 1 else i
            if (scene.words[i].text in (",", ";") and not self._beside_name(scene, i)) or scene.tags[i].startswith(
                "VB"
            ):
                return -1
        return -1

    def _beside_name(self, scene: Scene, comma: int) -> bool:
        """ "lost to a lawyer, Ann Lee, by 2,200": one of the two commas round a name."""
        return any(self._names.at(scene, i) is not None for i in (comma - 1, comma + 1))

    def _gap_of_next(self, scene: Scene, start: int) -> bool:
        """ "Brown was next with 24.6 percent, a gap of 12 points": set off behind the one who is not ahead."""
        noun = scene.lower(start - 2)
        if scene.lower(start - 1) != "of" or noun not in self._w.nouns or noun in self._w.short_form:
            return False
        if scene.lower(start - 3) not in ("a", "the") or scene.lower(start - 4) != ",":
            return False
        return any(w in self._gaps.next_in for w in scene.lowers(start - _CLAUSE, start - 4))

    def _of_both(self, scene: Scene, start: int, discourse: Discourse) -> bool:
        """ "Lee got 4,887,152 votes while Green got 4,706,366, a margin of 180,786": set off behind both."""
        told = [s for s in discourse.subjects[-_TOLD:] if s.anchor >= 0 and s.start >= scene.sentence.char_start]
        noun = scene.lower(start - 1) == "of" and scene.lower(start - 2) in self._w.nouns - self._w.short_form
        return noun and scene.lower(start - 4) == "," and len({s.text for s in told}) == _BOTH

    def _other(self, scene: Scene, start: int, discourse: Discourse) -> Subject | None:
        """The last subject told of that is not the one named last before word `start`."""
        told = next((m for m in (self._names.at(scene, j) for j in range(start - 1, -1, -1)) if m is not None), None)
        return None if told is None else self._another(told.text, discourse)

    def _another(self, name: str, discourse: Discourse) -> Subject | None:
        """The last subject told of that has another last name."""
        own = name.rsplit(maxsplit=1)[-1]
        back = reversed(discourse.subjects[-_TOLD:])
        other = next((s for s in back if s.text.split()[-1] != own), None)
        return None if other is None else _as_leader(other)

    def _first_of_two(self, discourse: Discourse) -> Subject | None:
        """The first of the last two told of: the figures of two are told with the larger first."""
        last: list[Subject] = []
        for s in reversed(discourse.subjects[-_TOLD:]):
            alike = not last or s.kind == last[0].kind  # a commission beside two persons is none of the two
            if alike and all(s.text != t.text for t in last):
                last.append(s)
        return _as_leader(last[1]) if len(last) > 1 else None


def _as_leader(s: Subject) -> Subject:
    return replace(s, rule="leader", anchor=-1)
