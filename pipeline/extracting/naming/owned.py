"""Whose a figure is that a noun owns: "the SPD's caucus", "the net Republican gain", "the lone Green winner"."""

from __future__ import annotations

from pipeline.configuring.terms import Terms
from pipeline.extracting.naming.doers import Doers
from pipeline.extracting.naming.subject import Discourse, Subject
from pipeline.extracting.readings import Reading
from pipeline.extracting.scene import Scene

_REACH = 12  # words from the noun to its figure: "caucus is nearly halved, from 38 to"
_NEAR = 4  # words from the owner to the noun: "the net Republican gain"
_OWNED = ("gain-told", "caucus-moved", "strength-in-house", "house-split")


class OwnedFrames:
    """Subjects of seats."""

    def __init__(self, terms: Terms, doers: Doers) -> None:
        self._w, self._strength = terms.counting.gains, terms.counting.benches.strength
        self._leads = terms.counting.controls.leads
        self._doers, self._names = doers, doers.names

    def noun_owner(self, scene: Scene, reading: Reading, discourse: Discourse) -> Subject | None:
        """ "the net Liberal gain stands at 60", "Labour's losses reached 400", "The Greens' caucus is halved"."""
        if reading.rule == "lost-to-others" and scene.lower(reading.end) == "to":
            return self._doers.right(scene, reading.end + 1, "noun-owner", discourse)  # "and two to the Liberals"
        if reading.rule == "sole-seat":
            return self._inside(scene, reading, discourse)
        if reading.rule not in _OWNED:
            return None
        nouns, start = self._w.nouns | self._w.counts | self._strength, reading.figure.start
        of = self._names.named(scene, start - 2, "noun-owner") if scene.lower(start - 1) == "of" else None
        nouns = self._leads if reading.rule == "house-split" else nouns  # "cuts the Red edge in the Senate to 51-49"
        noun = next((i for i in range(start - 1, max(-1, start - _REACH), -1) if scene.lower(i) in nouns), -1)
        return of or self._owner(scene, noun, discourse)  # ", the Greens of 132"

    def _owner(self, scene: Scene, noun: int, discourse: Discourse) -> Subject | None:
        """Whose the noun is: the name or the possessive before it."""
        for i in range(noun - 1, max(-1, noun - 1 - _NEAR), -1):
            if scene.tags[i] == "PRP$":
                return self._doers.owner(scene, i, discourse)
            if self._names.at(scene, i) is not None:
                return self._names.named(scene, i, "noun-owner")
            if scene.words[i].kind == "genitive":
                return self._doers.refs.at(scene, i - 1, "noun-owner", discourse)
            if not scene.is_modifier(i):
                return None
        return None

    def _inside(self, scene: Scene, reading: Reading, discourse: Discourse) -> Subject | None:
        """ "the lone Green winner": the party between the word and its noun."""
        for i in range(reading.figure.last, reading.end - 1):
            if self._names.at(scene, i) is not None or scene.lower(i) in self._names.party_heads:
                return self._doers.refs.at(scene, i, "noun-owner", discourse)
        return None
