"""Margins told of one left behind: "leaving Brown 10 points in her wake", "pulls 6,000 ahead", "what parts them"."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.configuring.terms import Terms
from pipeline.extracting.figures import Figure
from pipeline.extracting.grammar import BEING
from pipeline.extracting.readings import Reading
from pipeline.extracting.scene import Scene

_REACH = 9  # words from "leaving" to the figure: "leaving the Harbour Party's John Brown"
_WHAT = 14  # words from "all that" to the figure
_TOLD = 6  # readings looked back over for the two whose difference a lead is


class PartedReader:
    """Reads figures of votes and points; `end` of its methods is the word behind "votes" or "points"."""

    def __init__(self, terms: Terms) -> None:
        self._w, self._parting = terms.counting.parted, terms.counting.ahead.parting
        self._m, self._lead = terms.counting.margins, terms.counting.bare.margin_nouns

    def rule(self, scene: Scene, f: Figure, end: int) -> str:
        """The rule that reads the figure as a margin; "" for none."""
        if self.leaving(scene, f, end) >= 0:
            return "margin-left-behind"
        if self._pulled(scene, f, end):
            return "margin-pulled-ahead"
        if self._lost_to(scene, f):
            return "margin-lost-to"
        return "margin-all-that-parts" if self._all_that_parts(scene, f) else ""

    def leaving(self, scene: Scene, f: Figure, end: int) -> int:
        """The verb of "leaving John Brown 10 points in her wake", "kept him 7,373 votes at bay"; -1 for none."""
        if not scene.phrase_at(end, self._w.tails | self._w.tails_told):
            return -1
        told = scene.phrase_at(end, self._w.tails_told) > 0
        for i in range(f.start - 1, max(-1, f.start - _REACH), -1):
            if scene.lower(i) in self._w.leaving:
                between = range(i + 1, f.start)
                rival = any(self._is_rival(scene, j) for j in between)
                return i if rival or (told and not between) else -1
            if scene.words[i].kind in ("sign", "number") and scene.words[i].text not in ("-", "."):
                return -1
        return -1

    def _is_rival(self, scene: Scene, j: int) -> bool:
        m = scene.mention(j)
        return (m is not None and m.kind in ("person", "party")) or scene.lower(j) in self._w.rivals

    def _pulled(self, scene: Scene, f: Figure, end: int) -> bool:
        """ "pulls 6,000 ahead", "edged 12 votes in front", "was 31,000 ahead three years ago"; not "ahead of 2015"."""
        n = scene.phrase_at(end, self._w.ahead)
        if not n or (end == f.last and f.kind == "count" and f.value < 300):
            return False
        behind_of = scene.words[end + n + 1] if end + n + 1 < len(scene.words) else None
        if scene.lower(end + n) == "of" and behind_of is not None and behind_of.kind == "number":
            return False
        before = scene.skip(f.start - 1, self._m.being_ahead, -1) < f.start - 1
        then = "ago" in scene.lowers(end + n, end + n + 4) or scene.lower(end + n) in self._w.ago
        return scene.lower(f.start - 1) in self._w.pulling or (before and then)

    def _lost_to(self, scene: Scene, f: Figure) -> bool:
        """ "went down to Ann Green by 113 votes"; not "went down to 12,000 by noon", "down by 113 votes"."""
        if scene.lower(f.start - 1) != "by":
            return False
        for i in range(f.start - 2, max(-1, f.start - _REACH), -1):
            if scene.phrase_before(i + 1, self._w.lost_to):
                return any(self._is_rival(scene, j) for j in range(i + 1, f.start - 1))
            if scene.words[i].kind in ("sign", "number") and scene.words[i].text not in ("-", "."):
                return False
        return False

    def _all_that_parts(self, scene: Scene, f: Figure) -> bool:
        """ "All that separates the two is 2,918 votes", "What separates them is 0.4 points"."""
        if scene.lower(f.start - 1) not in BEING:
            return False
        for i in range(f.start - 2, max(-1, f.start - _WHAT), -1):
            if scene.lower(i) in self._parting:
                return scene.phrase_before(i, self._w.what) > 0
            if scene.words[i].kind in ("sign", "number"):
                return False
        return False

    def difference(self, scene: Scene, f: Figure, recent: Sequence[Reading]) -> Reading | None:
        """ "60 ballots to 48 for John Brown. A lead of 12 may not last": what the two figures differ by."""
        votes = [r.figure.value for r in recent[:_TOLD] if r.measure == "votes"]
        apart = any(abs(a - b) == f.value for a in votes[:_TOLD] for b in votes)
        if not apart or not f.value or not self._is_told(scene, f):
            return None
        return Reading(f, "margin", "vote", "margin-difference", "wanted", f.last)

    def _is_told(self, scene: Scene, f: Figure) -> bool:
        near = scene.lowers(f.start - 3, f.start)
        noun = near[-1:] in (["of"], ["is"], ["was"]) and any(w in self._lead for w in near)
        return noun or scene.lower(f.last) in self._w.gap_words or near[-1:] == ["by"]
