"""One result told twice, or of two places: "5,248,898, or 47.74", "45.6%, or 1.9 million", "as did 1.7 million"."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from pipeline.configuring.terms import Terms
from pipeline.extracting.figures import Figure
from pipeline.extracting.readings import Reading
from pipeline.extracting.scene import Scene

_LEAST = 1000.0  # a bare count of votes
_TOLD = ([",", "or"], ["or"])
_PEOPLE = ("registered_voters", "votes_cast")


class TwiceReader:
    """Reads figures without a noun that tell once more what the figure right before them does."""

    def __init__(self, terms: Terms) -> None:
        self._w, self._got, self._give = terms.counting.gotten, terms.verbs.get, terms.verbs.give

    def mend(self, scene: Scene, out: dict[int, Reading]) -> None:
        """Add to `out`, the readings of a sentence by the first words of their figures, what is told twice."""
        for first, second in pairwise(scene.figures):
            prior = out.get(first.first)
            if prior is None and self._before_share(scene, first, out.get(second.first)):
                out[first.first] = Reading(first, "votes", "vote", "share-or-votes", "required", first.last)
            if prior is None or second.kind != "count" or second.first in out:
                continue
            reading = self._as_did(scene, prior, second) or self._share(scene, prior, second)
            reading = reading or self._in_votes(scene, prior, second)
            if reading is not None:
                out[second.first] = reading

    def _as_did(self, scene: Scene, prior: Reading, f: Figure) -> Reading | None:
        """ "3.1 million Ruritanians were entitled to vote, as were 1.4 million Lorians"."""
        tied = scene.lower(f.start - 2) == "as" and scene.lower(f.start - 1) in self._w.did
        if not tied or prior.measure not in _PEOPLE or f.value < _LEAST:
            return None
        return replace(prior, figure=f, rule="as-did", end=f.last)

    def _share(self, scene: Scene, prior: Reading, f: Figure) -> Reading | None:
        """ "had 5,248,898, or 47.74": the share without its sign."""
        decimal = 0 < f.number.step < 1 and f.value <= 100 and prior.figure.value >= _LEAST
        tied = scene.lowers(prior.end, f.start) in _TOLD
        if prior.measure != "votes" or not decimal or not tied or not _ends(scene, f.last):
            return None
        number = replace(f.number, kind="percent")
        return Reading(replace(f, number=number), "vote_share", "percent", "votes-or-share", "required", f.last)

    def _before_share(self, scene: Scene, f: Figure, share: Reading | None) -> bool:
        """ "was given 12.35 million, or 48.3 per cent"."""
        if share is None or share.measure != "vote_share" or share.unit != "percent":
            return False
        got = scene.phrase_before(f.start, self._got, 4) > 0 or scene.lower(f.start - 1) in self._give
        told = scene.lowers(f.last, share.figure.start) in _TOLD  # not "spent 2.4 million, or 30 percent, on"
        return got and f.kind == "count" and f.value >= _LEAST and told

    def _in_votes(self, scene: Scene, prior: Reading, f: Figure) -> Reading | None:
        """ "The Yes camp polled 38.2%, a bit more than 1.6 million"."""
        end = scene.skip(f.start - 1, self._w.a_bit, -1) + 1  # "a bit more than"
        tied = scene.lowers(prior.end, end) in (*_TOLD, [","])
        if prior.measure != "vote_share" or prior.unit != "percent" or f.value < _LEAST or not tied:
            return None
        if not _ends(scene, f.last):
            return None
        return Reading(f, "votes", "vote", "share-or-votes", "required", f.last)


def _ends(scene: Scene, i: int) -> bool:
    return i >= len(scene.words) or scene.words[i].text in (",", ".", ";", ")") or scene.lower(i) in ("and", "while")
