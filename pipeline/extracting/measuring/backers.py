"""People told by what they did: "350,000 Ruritanians stuck with the Greens", "a million Lorians were enumerated"."""

from __future__ import annotations

from itertools import pairwise

from pipeline.configuring.terms import Terms
from pipeline.extracting.figures import Figure
from pipeline.extracting.grammar import COMING
from pipeline.extracting.measuring.nouns import PhraseFinder
from pipeline.extracting.readings import Reading
from pipeline.extracting.scene import Scene

_LEAST = 1000.0
_NEAR = 12  # words from those who backed someone to their share of all


class BackerReader:
    """Reads crowds that a verb makes somebody's votes or the voters registered."""

    def __init__(self, terms: Terms) -> None:
        self._w, self._s = terms.counting.counts, terms.shares
        self._no_side = terms.counting.answers.no_side
        self._people = terms.nouns.people | terms.nouns.voter
        self._phrases, self._aside = PhraseFinder(terms), terms.counting.parted.aside

    def read(self, scene: Scene, f: Figure) -> Reading | None:
        """Return the reading; None where nobody is told of, or does neither."""
        if f.kind != "count" or f.value < _LEAST or scene.lower(f.start - 1) == "of":
            return None
        end = self._who(scene, f)
        at = scene.skip(end, self._w.fill)
        if not end or any(w in COMING for w in scene.lowers(end, at)):
            return None
        if scene.phrase_at(at, self._w.enumerated):
            return Reading(f, "registered_voters", "voter", "people-enumerated", "none", at)
        n = scene.phrase_at(at, self._s.backing)
        backed = n and scene.lower(at) not in self._w.acting
        if any(w in self._no_side for w in scene.lowers(at + n, at + n + 4)):
            return None  # "250,000 voters voted for the first time"
        return Reading(f, "votes", "vote", "people-backed", "required", at) if backed else None

    def _who(self, scene: Scene, f: Figure) -> int:
        """Where those who are counted end behind the figure: voters, people or "Lorians"; 0 for none."""
        for i in range(f.last, min(len(scene.words), f.last + 3)):
            n = scene.phrase_at(i, self._people)
            land = scene.words[i].text[0].isupper() and scene.tags[i] in ("NNPS", "NNS", "NNP")
            if n or (land and scene.lower(i).endswith(("s", "ese", "ish", "men"))):
                return i + (n or 1)
            if not scene.is_modifier(i):
                return 0
        return 0

    def mend(self, scene: Scene, out: dict[int, Reading]) -> None:
        """ "350,000 people stuck with the Greens, close to two in five of those who voted": their share of all."""
        for first, second in pairwise(scene.figures):
            prior = out.get(first.first)
            if prior is None or prior.measure != "votes" or second.kind != "percent" or second.first in out:
                continue
            end = self._phrases.behind_of(scene, second.last, self._s.of_voters)
            closed = end >= len(scene.words) or scene.words[min(end, len(scene.words) - 1)].kind == "sign"
            tied = scene.lower(second.start - 1) in self._aside and second.start - prior.end <= _NEAR
            if end and closed and tied:
                out[second.first] = Reading(second, "vote_share", "percent", "backers-again", "required", end)
