"""Seats told by those who sit on them: "went to the polls with 300 members", "its strength in the House is 23"."""

from __future__ import annotations

from pipeline.configuring.terms import Terms
from pipeline.extracting.figures import Figure
from pipeline.extracting.grammar import PLURAL_BEING
from pipeline.extracting.measuring.nouns import noun_end
from pipeline.extracting.readings import Reading
from pipeline.extracting.scene import Scene

_MOST = 800  # no party has more in a house
_REACH = 8  # words from "went to the polls" or "strength in the House" to the figure
_NOUN = 4  # words from a figure to its noun: "50 Upper Lorian members"


class BenchReader:
    """Reads figures as somebody's seats where no verb of winning stands by them."""

    def __init__(self, terms: Terms) -> None:
        self._w, self._members, self._houses = terms.counting.benches, terms.nouns.member, terms.chambers.nouns
        self._taking = terms.counting.seats.taking_all
        self._seats, self._get = terms.nouns.seat, terms.verbs.get

    def read(self, scene: Scene, f: Figure) -> Reading | None:
        """Return the reading as seats; None where nothing tells whose they are."""
        if f.kind != "count" or f.number.step or f.value >= _MOST:
            return None
        bare = (
            ("elected-in", self._elected_in),
            ("strength-in-house", self._strength),
            ("are-members", self._are_members),
            ("won-of-there", self._won_there),
        )
        rule = next((rule for rule, told in bare if told(scene, f)), "")
        end = 0 if rule else noun_end(scene, f, self._members, _NOUN)
        if end:
            rule = self._of_members(scene, f, end)
        return Reading(f, "seats", "seat", rule, "required", end or f.last) if rule else None

    def _of_members(self, scene: Scene, f: Figure, end: int) -> str:
        """The rule that reads a figure with its noun for members, which ends at word `end`; "" for none."""
        if self._with(scene, f, end):
            return "with-members"
        if self._sends(scene, f, end):
            return "sends-members"
        return "had-members" if self._had(scene, f, end) or self._other_house(scene, f, end) else ""

    def _strength(self, scene: Scene, f: Figure) -> bool:
        """ "The party's strength in the Assembly is reckoned at 23", "its parliamentary strength fell to 23"."""
        i = scene.skip(f.start - 1, self._w.strength_at, -1)
        if i == f.start - 1 or not self._closed(scene, f.last):
            return False
        at = next((j for j in range(i, max(-1, i - _REACH), -1) if scene.lower(j) in self._w.strength), -1)
        between = scene.lowers(at + 1, i + 1)
        housed = any(self._house(scene, j) for j in range(max(0, at - 2), i + 1))
        return at >= 0 and housed and "," not in between and not any(scene.tags[j] == "CD" for j in range(at, i))

    def _elected_in(self, scene: Scene, f: Figure) -> bool:
        """ "In the 85-seat province they were elected in 43, versus 35 for the Harbour Party"."""
        tied = scene.lower(f.start - 1) == "in" and scene.lower(f.start - 2) in self._w.elected
        return tied and self._closed(scene, f.last) and scene.has(self._w.of_seats, 0, f.start)

    def _won_there(self, scene: Scene, f: Figure) -> bool:
        """ "The west was its best ground. It won 10 of the 22 there": of the places there, which no noun need name."""
        whole = next((g for g in scene.figures if g.first in range(f.last + 1, f.last + 4)), None)
        if whole is None or scene.lowers(f.last, f.last + 2) != ["of", "the"] or whole.value <= f.value:
            return False
        there = scene.lower(whole.last) in self._w.there and not scene.mention_at[whole.last] >= 0
        return there and whole.kind == "count" and scene.lower(f.start - 1) in self._taking

    def _are_members(self, scene: Scene, f: Figure) -> bool:
        """ "in the north, where 26 of the 60 are Harbour members": some of a house, by their party."""
        whole = next((g for g in scene.figures if g.first in range(f.last + 1, f.last + 4)), None)
        if whole is None or scene.lower(f.last) != "of" or whole.kind != "count" or whole.value < f.value:
            return False
        i = whole.last + scene.phrase_at(whole.last, self._members | self._seats)
        if scene.lower(i) not in PLURAL_BEING:
            return False
        first = i + 1
        while i + 1 < len(scene.words) and scene.mention_at[i + 1] >= 0:
            i += 1
        party = i >= first and all(scene.mentions[scene.mention_at[j]].kind == "party" for j in range(first, i + 1))
        behind = scene.phrase_at(i + 1, self._members | self._w.men)
        return party and (behind > 0 or scene.tags[i] in ("NNS", "NNPS") or self._closed(scene, i + 1))

    def _with(self, scene: Scene, f: Figure, end: int) -> bool:
        """ "Mr. Brown, with 112 members, took over"; "went to the polls with 300 members of their own"."""
        if scene.lower(f.start - 1) != "with" or scene.phrase_at(end, self._w.of_others):
            return False
        at = scene.find(self._w.going_in, f.start - _REACH, f.start - 1)
        if at >= 0:
            return not any(scene.words[j].text in (",", ";") for j in range(at, f.start))
        m = scene.mention(f.start - 3)
        aside = scene.lower(f.start - 2) == "," and scene.lower(end) == ","
        return aside and m is not None and m.kind in ("person", "party") and scene.has(self._w.in_power, end)

    def _sends(self, scene: Scene, f: Figure, end: int) -> bool:
        """ "The Harbour Party, its leader beaten, will send nine members."; not "sent nine members to the talks"."""
        party = any(m.kind == "party" and m.char_end <= scene.words[f.start].start for m in scene.mentions)
        return party and scene.lower(f.start - 1) in self._w.sending and self._closed(scene, end)

    def _had(self, scene: Scene, f: Figure, end: int) -> bool:
        """ "The Harbour Party had 50 Northern members then"."""
        party = scene.mention(f.start - 2)
        placed = any(m is not None and m.kind == "place" for m in map(scene.mention, range(f.last, end)))
        had = scene.lower(f.start - 1) in self._w.had and party is not None and party.kind == "party"
        return had and (placed or scene.lower(end) in self._w.then)

    def _other_house(self, scene: Scene, f: Figure, end: int) -> bool:
        """ "has 23 of the 147 deputies and four senators out of 45": behind "and", those of the other house."""
        before = scene.figure_before(f.start)
        stop = noun_end(scene, before, self._members, _NOUN) if before is not None else 0
        if not stop or before is None or scene.lowers(stop, f.start) not in (["and"], [",", "and"]):
            return False
        other = scene.lower(end - 1) != scene.lower(stop - 1)
        first = next((g for g in scene.figures if g.last <= before.first <= g.last + 3), before)
        return other and (
            scene.lower(first.start - 1) in self._w.had or scene.phrase_before(first.start, self._get) > 0
        )

    def _house(self, scene: Scene, i: int) -> bool:
        named = scene.phrase_at(i, self._houses) > 0 or scene.is_house(i)
        return named or scene.lower(i) in self._w.strength_fill

    def _closed(self, scene: Scene, i: int) -> bool:
        return i >= len(scene.words) or scene.words[i].text in (",", ".", ";", ":", ")", "\u2014", "\u2013")
