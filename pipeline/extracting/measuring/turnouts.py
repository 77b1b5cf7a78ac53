"""Percentages that the words before them call a turnout: "turnout was 35.03 percent", "Turnout: 39.26%"."""

from __future__ import annotations

from pipeline.configuring.terms import Terms
from pipeline.extracting.figures import Figure
from pipeline.extracting.grammar import BEING, FINITE, SUBJECTS
from pipeline.extracting.readings import Reading, nothing
from pipeline.extracting.scene import Scene


class TurnoutReader:
    """Reads percentages of those who voted, by what stands before them."""

    def __init__(self, terms: Terms) -> None:
        self._w, self._s = terms.counting.shares, terms.shares

    def read(self, scene: Scene, f: Figure) -> Reading | None:
        """ "turnout was just 35.03 percent", "turnout, put at 44 percent"; not "abstention was 35 percent"."""
        first, _ = scene.clause(f.first)
        if self._headed(scene, f, first):
            return Reading(f, "turnout", "percent", "turnout-headed", "none", f.last)
        for i in range(f.start - 1, max(first, f.start - 22) - 1, -1):
            apart = i + 1 < f.first  # "with turnout a paltry 30 percent"
            if apart and scene.phrase_at(i, self._s.abstention) and scene.words[i].lower.startswith("abst"):
                return nothing(f, "abstention")
            if scene.phrase_at(i, self._s.turnout):
                if any(w in self._w.turnout_needed for w in scene.lowers(i + 1, f.start)):
                    return nothing(f, "turnout-threshold")  # "a turnout quorum of 40 percent"
                said = apart and self._open_between(scene, i, f)
                return Reading(f, "turnout", "percent", "turnout-is", "none", f.last) if said else None
        told = is_turnout(scene, f, self._w.put_at, self._s.turnout)
        return Reading(f, "turnout", "percent", "turnout-is", "none", f.last) if told else self._poll_was(scene, f)

    def _poll_was(self, scene: Scene, f: Figure) -> Reading | None:
        """ "The poll was 80.3 per cent, a shade below the last": of old, the British word for those who voted."""
        i = scene.skip(f.start - 1, self._w.poll_at, -1)
        told = 0 < i < f.start - 1 and scene.lower(i) == "poll" and scene.lower(i - 1) in self._w.poll_the
        n = scene.phrase_before(f.start, self._w.poll_of)  # "28 million voted, a poll of 84 per cent"
        told = told or (n > 0 and scene.has(self._s.voted, 0, f.start - n))
        if scene.phrase_before(f.start, self._w.poll_on):
            return Reading(f, "turnout", "percent", "poll-was", "none", f.last)
        closed = f.last >= len(scene.words) or scene.words[f.last].text in (",", ".", ";", "-", "\u2013", ")")
        return Reading(f, "turnout", "percent", "poll-was", "none", f.last) if told and closed else None

    def _headed(self, scene: Scene, f: Figure, first: int) -> bool:
        """ "Turnout: 39.26%", "Turnout at 9 p.m. - 39.26%": a heading, a colon or dash, and the figure."""
        if not 0 < first == f.start or scene.words[first - 1].text not in (":", "-", "\u2013", "\u2014"):
            return False
        i = scene.find(self._s.turnout, max(0, first - 8), first - 1)
        return i >= 0 and not any(scene.tags[j] in FINITE for j in range(i, first - 1))

    def _open_between(self, scene: Scene, i: int, f: Figure) -> bool:
        """Nothing between the turnout and the figure that takes the figure for itself.

        "Turnout in the January election won by Tsipras was 63.6 percent": right behind "was" it is the turnout's.
        """
        if scene.lower(f.start - 1) in BEING:
            return True
        for j in range(i + 1, f.start):
            m = scene.mention(j)
            if (m is not None and m.kind in ("party", "person")) or scene.words[j].lower in self._w.taken:
                return False
        return True


def is_turnout(scene: Scene, f: Figure, put_at: frozenset[str], turnout: frozenset[str]) -> bool:
    """ "Turnout in the vote, described by her as clean and watched by many, was put at 48 percent"."""
    i = scene.skip(f.start - 1, put_at, -1)
    if not 0 <= i < f.start - 1 and scene.lower(f.start - 1) not in BEING | put_at:
        return False
    verbs = range(max(i, 0), f.start)
    return any(
        scene.phrase_at(j, turnout) and scene.deps[j] in SUBJECTS and scene.heads[j] in verbs for j in range(i, -1, -1)
    )
