"""A share told of another time or place by its own noun: "an advance on the 38 per cent of 1935"."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from pipeline.configuring.terms import Terms
from pipeline.extracting.figures import Figure
from pipeline.extracting.measuring.ago import Ago
from pipeline.extracting.readings import Reading
from pipeline.extracting.scene import Scene

_REACH = 14  # words from a share to the one that it is held against
_CROWD = 1000
_YEAR = 4


class ThenReader:
    """Reads percentages that only the share or turnout told before them explains."""

    def __init__(self, terms: Terms) -> None:
        self._w, self._fill = terms.counting.answers, terms.counting.links.it_was_fill

    def mend(self, scene: Scene, out: dict[int, Reading], ago: Ago) -> None:
        """Add to `out`, the readings of a sentence by the first words of their figures, what is told so."""
        for first, second in pairwise(scene.figures):
            prior = out.get(first.first)
            if (
                prior is not None
                and prior.measure in ("vote_share", "turnout", "votes_cast")
                and self._then(scene, prior, second, out)
            ):
                out[second.first] = replace(prior, figure=second, rule="share-then", end=second.last)
        for f in scene.figures:
            if f.first not in out and self._percentage(scene, f, out, ago):
                share = f if f.kind == "percent" else f.as_share()
                out[f.first] = Reading(share, "turnout", "percent", "percentage-was", "none", f.last)

    def _then(self, scene: Scene, prior: Reading, f: Figure, out: dict[int, Reading]) -> bool:
        """ "48 per cent, which is an advance on the 38 per cent of 1935": nobody is named between the two."""
        year = scene.lower(f.last + 1)
        dated = scene.lower(f.last) in ("of", "in") and year.isdigit() and len(year) == _YEAR
        dated = dated or (scene.lower(f.last) == "of" and "ago" in scene.lowers(f.last + 2, f.last + 5))
        if prior.measure == "votes_cast":
            free = f.kind == "count" and f.value >= _CROWD and f.first not in out
            return free and dated and scene.lower(f.first - 1) == "the" and f.start - prior.figure.last <= _REACH
        free = f.kind == "percent" and (f.first not in out or not out[f.first].measure)
        if not (free and dated) or scene.lower(f.start - 1) != "the" or f.start - prior.figure.last > _REACH:
            return False
        named = any(
            m.kind in ("party", "person") for m in scene.mentions if self._between(scene, m.char_start, prior, f)
        )
        return not named and scene.lower(f.start - 2) in self._w.held_against

    def _between(self, scene: Scene, at: int, prior: Reading, f: Figure) -> bool:
        return scene.words[prior.figure.last - 1].end < at < scene.words[f.first].start

    def _percentage(self, scene: Scene, f: Figure, out: dict[int, Reading], ago: Ago) -> bool:
        """ "Of the electorate one half voted. In the hills the percentage was as high as 80": the turnout there."""
        i = scene.skip(f.start - 1, self._fill, -1)
        told = 0 < i < f.start - 1 and scene.lower(i) in self._w.percentages and scene.lower(i - 1) == "the"
        plain = f.kind == "percent" or (f.kind == "count" and f.value <= 100 and not f.number.spelled)
        closed = f.last >= len(scene.words) or scene.words[f.last].kind == "sign"
        placed = any(m.kind == "place" and m.char_end <= scene.words[f.first].start for m in scene.mentions)
        if not (told and plain and closed and placed):
            return False
        last = next(iter([out[k] for k in sorted(out, reverse=True) if k < f.first and out[k].measure]), None)
        last = last or next(iter(ago.recent()), None)
        return last is not None and last.measure == "turnout"
