"""Votes and shares without a noun behind them: "the No vote was 1.2 million", "the 54,375 cast for Lagat"."""

from __future__ import annotations

from pipeline.configuring.terms import Terms
from pipeline.extracting.figures import Figure
from pipeline.extracting.owned import over_place, owner_of
from pipeline.extracting.readings import Reading
from pipeline.extracting.scene import Scene

_LEAST = 1000  # a bare count of votes, where no noun tells


class OwnVoteReader:
    """Reads figures that the words before or behind them make somebody's votes."""

    def __init__(self, terms: Terms) -> None:
        self._w, self._sides = terms.counting.own_votes, terms.reference.sides
        self._people = terms.nouns.voter | terms.nouns.people

    def read(self, scene: Scene, f: Figure) -> Reading | None:
        """Return the reading as votes or as a share of the vote; None where nothing tells."""
        if f.kind == "percent":
            return self._owned(scene, f) or self._went(scene, f)
        if f.kind != "count" or f.value < _LEAST:
            return None
        read = self._cast_for(scene, f) or self._thanks_to(scene, f) or self._owned(scene, f)
        return read or self._counted_for(scene, f)

    def _owned(self, scene: Scene, f: Figure) -> Reading | None:
        """ "The No vote was 1,200,345", "Labour's vote fell from 23,000 to 14,500", "Brown's share read 41 percent"."""
        if owner_of(scene, f, self._w, self._sides) < 0 or not self._alone(scene, f):
            return None
        if f.kind == "percent":
            return Reading(f, "vote_share", "percent", "own-vote", "required", f.last)
        return Reading(f, "votes", "vote", "own-vote", "required", f.last)

    def _alone(self, scene: Scene, f: Figure) -> bool:
        if f.last >= len(scene.words) or scene.words[f.last].kind == "sign":
            return True
        return scene.tags[f.last] in ("IN", "TO", "CC", "RB", "WDT", "VBG")

    def _cast_for(self, scene: Scene, f: Figure) -> Reading | None:
        """ "more than four times the 54,375 cast for his predecessor"."""
        n = scene.phrase_at(f.last, self._w.cast_for)
        return Reading(f, "votes", "vote", "number-cast-for", "required", f.last + n - 1) if n else None

    def _counted_for(self, scene: Scene, f: Figure) -> Reading | None:
        """ "The tally was 92,153 for Ann Lee and 81,100 for Bob Ray"."""
        i = scene.skip(f.start - 1, self._w.links | {":"}, -1)
        known = scene.mention(f.last + 1) is not None or scene.lower(f.last + 1) in self._sides
        if not known or scene.lower(f.last) not in self._w.parting or i == f.start - 1:
            return None
        told = scene.phrase_before(over_place(scene, i, self._w.counts, self._w.places) + 1, self._w.counts)
        return Reading(f, "votes", "vote", "count-was-for", "required", f.last) if told else None

    def _thanks_to(self, scene: Scene, f: Figure) -> Reading | None:
        """ "back in the Senate courtesy of 16,965,464 voters"."""
        who = f.last < len(scene.words) and (
            scene.phrase_at(f.last, self._people) > 0 or scene.tags[f.last] in ("NNPS", "NNP")
        )
        if not who or not scene.phrase_before(f.start, self._w.thanks_to):
            return None
        return Reading(f, "votes", "vote", "votes-thanks-to", "required", f.last + 1)

    def _went(self, scene: Scene, f: Figure) -> Reading | None:
        """ "The remaining 9.3 percent went to Brown"."""
        n = scene.phrase_at(f.last, self._w.went)
        return Reading(f, "vote_share", "percent", "got-percent-went", "required", f.last) if n else None
