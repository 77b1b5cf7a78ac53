"""Seats gained and lost: "fell three seats to 40", "rose by 15 to 57", "Republicans picked up 12 House seats"."""

from __future__ import annotations

from pipeline.configuring.terms import Terms
from pipeline.extracting.figures import Figure
from pipeline.extracting.grammar import DETERMINERS, PRONOUNS
from pipeline.extracting.measuring.gains import GainReader
from pipeline.extracting.measuring.nouns import Noun
from pipeline.extracting.readings import Reading, nothing
from pipeline.extracting.scene import Scene

CONTESTED = "seats-contested"
_MODIFIERS = 4  # "the once mighty left-wing Popular Front"
_HOUSED = 8  # words to the house: "gained 52 seats to win control of the House"
_BACK = 12  # words from a figure back to its verb


class MoveReader:
    """Reads figures as seats gained or lost by the verb before them."""

    def __init__(self, terms: Terms) -> None:
        self._w, self._c = terms.counting.moves, terms.chambers
        self._gains = GainReader(terms)
        self._short = terms.counting.seats.short
        self._all = terms.counting.seats.whole_fill
        self._fill = terms.counting.bare.held_fill

    def seats(self, scene: Scene, f: Figure, noun: Noun) -> Reading | None:
        """The change that "N seats" tell; with no measure for seats that are only needed or stood for."""
        verb = scene.lower(f.start - 1)
        short = any(w in self._short for w in scene.lowers(f.start, f.first) + scene.lowers(noun.last, noun.last + 2))
        if (verb in self._w.down or verb in self._w.up) and not short:  # not "falling short of 110 seats"
            sign = -1 if verb in self._w.down else 1
            return Reading(f, "seats_change", "seat", "moved-seats", "required", noun.last, sign)
        if self._needed(scene, f):
            return nothing(f, "needs-gain")
        if self._two_party_gain(scene, f, noun):
            return Reading(f, "seats_change", "seat", "two-party-gain", "required", noun.last)
        return None

    def bare(self, scene: Scene, f: Figure) -> Reading | None:
        """ "the Communists rose by 15 to 57"; "one fewer than Fianna Fail" is the gap between two parties."""
        verb = scene.lower(f.start - 2)
        if scene.lower(f.start - 1) == "by" and scene.lower(f.last) == "to" and verb in self._w.down | self._w.up:
            sign = -1 if verb in self._w.down else 1
            return Reading(f, "seats_change", "seat", "moved-by", "required", f.last, sign)
        return None

    def than_another(self, scene: Scene, i: int) -> bool:
        """ "20 more than the opposition", "one fewer than Fianna Fail": word i begins somebody else's name."""
        i += scene.lower(i) in DETERMINERS
        first = i
        while scene.mention(i) is None and scene.is_modifier(i) and i - first < _MODIFIERS:
            i += 1  # "one more than the left-wing Popular Front"
        m = scene.mention(i)
        i = first if m is None else i
        named = m is not None and m.kind in ("party", "person")
        behind = next((j for j in range(i, len(scene.words)) if scene.mention_at[j] != scene.mention_at[i]), -1)
        had = named and behind > 0 and scene.tags[behind].startswith("VB")
        return (named and not had) or scene.lower(i) in self._w.others

    def whole(self, scene: Scene, f: Figure, noun: Noun) -> Reading | None:
        """ "seven of the eight seats it contested" (no chamber), "177 of the 300 seats it held" (its own of before)."""
        i = noun.last + (scene.lower(noun.last) == "that")
        m = scene.mention(i)
        of = scene.skip(f.start - 1, self._all, -1)
        if scene.lower(of) != "of" or not any(g.last == of for g in scene.figures):
            return None
        if scene.lower(i) not in PRONOUNS and (m is None or m.kind != "party"):
            return None
        while i < len(scene.words) and (scene.mention_at[i] >= 0 or scene.lower(i) in PRONOUNS):
            i += 1
        verb = scene.lower(scene.skip(i, self._w.who_held | self._fill))
        if verb in self._w.contested:
            return nothing(f, CONTESTED)
        if verb in self._w.held:
            return Reading(f, "seats", "seat", "of-its-seats", "required", noun.last, previous=True)
        return None

    def _needed(self, scene: Scene, f: Figure) -> bool:
        """ "Republicans need a net gain of six seats"."""
        before = scene.lowers(f.start - 6, f.start)
        return any(w in self._w.needing for w in before) and any(w in self._w.gaining for w in before)

    def _two_party_gain(self, scene: Scene, f: Figure, noun: Noun) -> bool:
        """ "Republicans picked up 12 seats in the House and four in the Senate": where two share a house."""
        housed = scene.has(self._w.their_houses, f.last, noun.last + _HOUSED)
        seized = scene.has(self._w.their_houses, 0, f.start) and scene.phrase_before(f.start, self._w.gaining, 2) > 0
        housed = (housed or seized) and scene.has(self._w.two_parties)  # "seized the House, picking up 60 seats"
        if not housed and not self._gains.two_party(scene, f):
            return False
        for i in range(f.start - 1, max(-1, f.start - _BACK), -1):
            if scene.phrase_at(i, self._w.gaining, 2):
                return True
            if scene.tags[i].startswith("VB"):
                return False
        return False
