"""Frames that carry a subject over: from the figure before, from a noun of performance, from the clause."""

from __future__ import annotations

from dataclasses import replace

from pipeline.configuring.terms import Terms
from pipeline.extracting.grammar import FINITE, HYPHENS, PLURALS, SUBJECTS
from pipeline.extracting.naming.doers import Doers
from pipeline.extracting.naming.subject import Discourse, Subject
from pipeline.extracting.readings import Reading
from pipeline.extracting.scene import Scene

_CLIMBS = 5  # heads from a figure to its verb: "from three seats to 31"
_INSIDE = frozenset(
    ("amod", "nummod", "dobj", "pobj", "prep", "npadvmod", "quantmod", "attr", "oprd", "dative", "appos")
)
_JOINED = 3  # verbs gone up, from one to the one whose subject it shares
_HELD = ("seats", "votes", "vote_share")
_MOVING = ("from", "to", ":")  # "mushroomed from three seats to 31", "was all but wiped out: four seats"
_NEAR = 400  # characters: the sentence before
_OF_ONE = frozenset(("seats", "vote_share", "votes", "areas_led", "areas_second", "seats_change"))
_CHANGES = (
    "loss-of-number",
    "number-more-than",
    "moved-number",
    "share-then",
    "number-grew",
)  # of the figure before, by their own words


class CarryingFrames:
    """Each public method is one rule: it takes a reading and returns its subject, or None."""

    def __init__(self, terms: Terms, doers: Doers) -> None:
        self._w, self._sized = terms.naming.frames, terms.counting.seats.joined
        self._refs, self._names, self._doers = doers.refs, doers.names, doers

    def same_as_before(self, scene: Scene, reading: Reading, discourse: Discourse) -> Subject | None:
        """ "4,521,032 votes, or 50.23 per cent", "33.49 per cent (4.67 million)", "from 40 to 32": one subject."""
        i = reading.figure.start - 1
        prior = scene.figure_before(reading.figure.start)
        if prior is None or not discourse.subjects or reading.rule == "margin-of-score":
            return None
        untold = scene.words[prior.first].start != discourse.told
        if untold and scene.lower(i) == "to":
            return None  # "It was Labour's collapse: from 36.9% to 27.6%": the last claim was of someone else
        last = discourse.subjects[-1]
        if reading.rule != "held-against" and not self._in_brackets(scene, prior.last, i):
            inside = scene.sentence.char_start <= last.start or last.anchor < 0
            if not inside or not self._is_tied(scene, reading, prior.start, prior.last):
                return None
        return replace(last, rule="same-as-before")

    def _is_tied(self, scene: Scene, reading: Reading, start: int, last: int) -> bool:
        """The word before the figure ties it to the figure at words start to last, and no name stands between."""
        i = reading.figure.start - 1
        tie = scene.lower(i)
        comma = i - (tie != ",")
        if reading.rule == "moved-number" and scene.lower(comma) == "," and comma - last <= 1:
            return True  # "with Wilders' PVV on 20, up five", "the Tories 15 seats, two down"
        if scene.lowers(i - 1, i + 1) in (["instead", "of"], ["rather", "than"]):
            return i - last <= 2  # "and Fatah 45 instead of 43"
        noun = 1 if scene.tags[last] in PLURALS else 0
        if tie == "from" and i - last <= 2 + noun and scene.lower(i - 1) in self._w.moved_from:
            return True  # "behind ARENA's 28, down from 39", "wiped out: four seats, down from 22"
        if tie not in self._w.same and reading.rule != "table-seats":
            return False
        if tie == "to":
            return i <= last and scene.lower(start - 1) == "from"
        return i - last <= 4 and not any(scene.mention_at[j] >= 0 for j in range(last, i))

    def _in_brackets(self, scene: Scene, first: int, last: int) -> bool:
        """ "(9.8%, 34 seats, up 2.1 points)": in the brackets of the figure before, with no name between."""
        opened = next((j for j in range(last, max(-1, last - 14), -1) if scene.words[j].text in ("(", ")")), -1)
        if opened < 0 or scene.words[opened].text == ")" or opened >= first:
            return False
        return not any(scene.mention_at[j] >= 0 for j in range(first, last + 1))

    def in_place(self, scene: Scene, reading: Reading, discourse: Discourse) -> Subject | None:
        """ "The ANC is ahead in three provinces: Limpopo (74 percent), Gauteng (53 percent)": whose the places are.

        The contestant nearest before the places, in the sentence or the one before it.
        """
        i = reading.figure.start - 1
        place = scene.mention(i - 1) if i > 0 and scene.words[i].text == "(" else None
        if place is None or place.kind != "place" or reading.measure not in ("vote_share", "votes"):
            return None
        behind = (k for k in range(reading.end, len(scene.words)) if scene.tags[k - 1] in FINITE)
        sides = (self._names.side(scene, k, "in-place") for k in behind)
        side = next(filter(None, sides), None)  # "only London (59.9 percent) and Weston (62) backed Remain"
        if side is not None:
            return side
        for j in range(i - 1, -1, -1):
            named = self._names.named(scene, j, "in-place")
            if named is None and scene.tags[j] == "PRP" and scene.deps[j] in SUBJECTS:
                named = self._refs.at(scene, j, "in-place", discourse)
            if named is not None:
                return named
        last = discourse.subjects[-1] if discourse.subjects else None
        if last is None or last.anchor < 0 or scene.sentence.char_start - last.start > _NEAR:
            return None
        return replace(last, rule="in-place")

    def own_tally(self, scene: Scene, reading: Reading, discourse: Discourse) -> Subject | None:
        """ "on what the Greens managed, while the Conservative tally of 9% was its worst": the name before the noun."""
        start = reading.figure.start
        noun = scene.lower(start - 1) == "of" and scene.lower(start - 2) in self._w.performances
        if reading.measure not in ("vote_share", "seats", "votes") or not noun:
            return None
        for k in range(start - 3, max(-1, start - 6), -1):
            named = self._names.named(scene, k, "own-tally")
            if named is not None or scene.tags[k].startswith("VB"):
                return named
        return None

    def performance_of(self, scene: Scene, reading: Reading, discourse: Discourse) -> Subject | None:
        """ "a strong Meadow Party performance of 31 percent", "Labour's share of the vote, at 33%"."""
        if reading.measure not in ("vote_share", "seats", "votes"):
            return None
        start = reading.figure.start
        for j in range(start - 1, max(-1, start - 9), -1):
            if scene.words[j].lower not in self._w.performances:
                continue
            for k in range(j - 1, max(-1, j - 6), -1):
                if scene.tags[k] == "PRP$":
                    return self._doers.owner(scene, k, discourse)
                named = self._names.named(scene, k, "performance-of")
                if named is not None:
                    return named
            if scene.lower(j + 1) in self._w.performance_links:
                return self._doers.right(scene, j + 2, "performance-of", discourse)
        return self._performance_behind(scene, reading, discourse)

    def _performance_behind(self, scene: Scene, reading: Reading, discourse: Discourse) -> Subject | None:
        """ "26.4 percent, the Social Democrats' share of the vote"."""
        if scene.lower(reading.end) != "," and reading.rule != "share-is-showing":
            return None
        for j in range(reading.end + 1, min(len(scene.words), reading.end + 8)):
            if scene.tags[j] == "PRP$" and reading.rule == "share-is-showing":
                return self._doers.owner(scene, j, discourse)
            if scene.words[j].kind == "genitive":
                behind = " ".join(scene.lowers(j + 1, j + 5))
                told = reading.rule == "share-is-showing"
                if told or any(stem in behind for stem in self._w.performance_stems):
                    return self._refs.at(scene, j - 1, "performance-of", discourse)
        return None

    def carried(self, scene: Scene, reading: Reading, discourse: Discourse) -> Subject | None:
        """ "won 54 seats and 22 percent of the vote", "to 14.3 pct from 11.4": the subject of the figure before."""
        if not discourse.subjects:
            return None
        last = discourse.subjects[-1]
        if reading.rule == "gain-told":  # "The Tories made a net gain of 12"; "That is a net loss of four"
            named = self.nearest(scene, reading, discourse)
            return named or replace(last, rule="carried", anchor=-1)
        if reading.rule in _CHANGES:  # "should take 23 seats. That would be a gain of nine"
            return replace(last, rule="carried", anchor=-1)
        if scene.lower(reading.figure.start - 1) not in self._w.carrying:
            return None
        here = last.anchor >= 0 and scene.sentence.char_start <= last.start < scene.sentence.char_end
        told = discourse.told >= scene.sentence.char_start and reading.measure == "seats"
        told = told and scene.lower(reading.figure.start - 1) == "and"
        if not (here or told):  # "gave it 330 seats in the lower house and 164 in the Senate"
            return None
        return replace(last, rule="carried")

    def governed_by(self, scene: Scene, reading: Reading, discourse: Discourse) -> Subject | None:
        """ "The Greens mushroomed from three seats to 31", "Labour will occupy 56 seats": whose the governing verb is.

        For a verb that no list knows: one of moving, or one whose object the figure's own noun is.
        """
        verb, last = self._climb(scene, reading)
        if verb < 0:
            return None
        moved = scene.lower(reading.figure.start - 1) in _MOVING and reading.measure in _OF_ONE
        held = last == "dobj" and reading.measure in _HELD and not reading.rule.startswith("bare")
        held = held and scene.lower(verb) not in self._w.not_holding
        if not moved and not held:
            return None
        doer = self._doer_of(scene, verb, moved)
        m = self._names.at(scene, doer) if doer >= 0 else None
        owner = m is not None and self._names.owns(scene, m)
        if doer < 0 or owner or (moved and self._doers.governed(scene, doer)):
            return None
        if m is None:
            described = held and scene.lower(doer) in self._names.party_heads
            return self._refs.at(scene, doer, "governed-by", discourse) if described else None
        fits = m.kind == "party" or (held and m.kind == "person" and reading.measure != "seats")
        return self._names.of_mention(scene, m, "governed-by") if fits else None

    def _climb(self, scene: Scene, reading: Reading) -> tuple[int, str]:
        """The verb before the figure that governs it, and how its noun hangs on it; (-1, "") where none does."""
        at, dep = reading.figure.first, ""
        for _ in range(_CLIMBS):
            dep = scene.deps[at]
            if dep not in _INSIDE:
                return -1, ""
            at = scene.heads[at]
            if not 0 <= at < len(scene.words) or scene.tags[at].startswith("VB"):
                break
        verbal = 0 <= at < reading.figure.start and scene.tags[at].startswith("VB")
        return (at, dep) if verbal else (-1, "")

    def _doer_of(self, scene: Scene, verb: int, alone: bool) -> int:
        """The verb's subject; of "took 12 and hoovered up 40", "managed to salvage nine" the first verb's."""
        for _ in range(1 if alone else _JOINED):
            doer = next((j for j in range(verb) if scene.heads[j] == verb and scene.deps[j] in SUBJECTS), -1)
            if doer >= 0 or scene.deps[verb] not in ("conj", "xcomp"):
                return doer
            verb = scene.heads[verb]
        return -1

    def nearest(self, scene: Scene, reading: Reading, discourse: Discourse) -> Subject | None:
        """The only contestant of the clause, when there is just one: weak, and said so by its rule."""
        if reading.measure == "margin":
            return self._nearest_left(scene, reading, discourse)
        if reading.measure not in _OF_ONE:
            return None
        words = (i for i in range(*scene.clause(reading.figure.first)) if not self._is_house(scene, i))
        inside = (self._names.at(scene, i) for i in words)
        found = {m.char_start: m for m in inside if m is not None and m.kind == "party"}
        return self._names.of_mention(scene, next(iter(found.values())), "nearest") if len(found) == 1 else None

    def _is_house(self, scene: Scene, i: int) -> bool:
        """ "258 members of the 550-seat Grand National Assembly": the house that has so many seats, no contestant."""
        first = self._names.first_word(scene, i)
        return scene.lower(first - 1) in self._sized and scene.words[first - 2].text in HYPHENS

    def _nearest_left(self, scene: Scene, reading: Reading, discourse: Discourse) -> Subject | None:
        """A margin is of the nearest name before it that is no one's object, else of the nearest at all.

        "Ann Green took the seat from John Brown by 312 votes". With no name, of the last subject but one (of two).
        """
        named = [j for j in range(reading.figure.start - 1, -1, -1) if self._names.at(scene, j) is not None]
        free = [j for j in named if not self._doers.governed(scene, j)]
        if named:
            return self._names.named(scene, (free or named)[0], "nearest")
        if not discourse.subjects:
            return None
        before, last = discourse.subjects[-2:][0], discourse.subjects[-1]
        lone = last.start >= scene.sentence.char_start > before.start  # "four seats, taken by the coalition, one by 90"
        return replace(last if lone else before, rule="nearest", anchor=-1)
