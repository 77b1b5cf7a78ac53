"""Shares held against one another: "to the 29 percent of Ann Green", "down on the 41.5% the chancellor took"."""

from __future__ import annotations

from pipeline.configuring.terms import Terms
from pipeline.extracting.figures import Figure
from pipeline.extracting.grammar import FINITE, PRONOUNS, RELATIVES
from pipeline.extracting.readings import Reading
from pipeline.extracting.scene import Scene

_HAD = 6  # words from "the 41.5%" to "took"


class ComparedShares:
    """Reads percentages that are somebody's by what stands behind them."""

    def __init__(self, terms: Terms) -> None:
        self._w, self._get = terms.counting.shares, terms.verbs.get
        self._people = terms.reference.person_heads

    def against(self, scene: Scene, f: Figure) -> Reading | None:
        """ "Brown had 46 percent of the vote to the 29 percent of Ann Green": the other's, behind "of"."""
        if scene.lower(f.last) != "of" or not scene.phrase_before(f.start, self._w.against_the):
            return None
        m, prior = scene.mention(f.last + 1 + (scene.lower(f.last + 1) == "the")), scene.figure_before(f.start)
        theirs = scene.tags[f.last + 1 : f.last + 2] == ["PRP$"] and scene.has(self._people, f.last + 2, f.last + 5)
        known = theirs or (m is not None and m.kind in ("person", "party"))  # "of his closest rival, Ricardo Lee"
        if not known or prior is None or prior.kind != "percent":
            return None
        return Reading(f, "vote_share", "percent", "percent-against", "required", f.last)

    def had_then(self, scene: Scene, f: Figure) -> Reading | None:
        """ "eight points down on the 41.5% the chancellor took", "improved on the 28 percent it managed"."""
        if scene.lower(f.first - 1) != "the":
            return None
        first = f.last + (scene.lower(f.last) in RELATIVES)
        opens = scene.lower(first) in PRONOUNS | {"the"} or scene.mention_at[first : first + 1] not in ([], [-1])
        for i in range(first + 1, min(first + _HAD, len(scene.words))) if opens else ():
            if scene.words[i].kind == "sign":
                return None
            if scene.tags[i] in FINITE and scene.phrase_at(i, self._get):
                return Reading(f, "vote_share", "percent", "percent-had-then", "required", f.last)
        return None
