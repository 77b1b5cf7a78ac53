"""Turnouts told without the word, or with the figure before it: "drew 33 percent to the polls", "At 72%, turnout"."""

from __future__ import annotations

from dataclasses import replace

from pipeline.configuring.terms import Terms
from pipeline.extracting.figures import Figure
from pipeline.extracting.grammar import OPEN_QUOTES
from pipeline.extracting.measuring.nouns import PhraseFinder
from pipeline.extracting.readings import Reading
from pipeline.extracting.scene import Scene


class PollingReader:
    """Reads the share of the electorate that voted."""

    def __init__(self, terms: Terms) -> None:
        self._w, self._turnout = terms.counting.polling, terms.shares.turnout
        self._voters = terms.shares.of_voters
        self._phrases = PhraseFinder(terms)

    def read(self, scene: Scene, f: Figure) -> Reading | None:
        """Return the reading as turnout; None where nothing says so."""
        if f.kind == "count":
            return self._percentage(scene, f) or self._unsigned(scene, f)
        if f.kind != "percent":
            return None
        return self._drawn(scene, f) or self._before(scene, f) or self._polling(scene, f) or self._percentage(scene, f)

    def _drawn(self, scene: Scene, f: Figure) -> Reading | None:
        """ "an election that tempted just 27.4% of voters to the polls"."""
        if scene.lower(f.start - 1) not in self._w.drawing:
            return None
        end = self._phrases.behind_of(scene, f.last, self._voters) or f.last
        if not scene.phrase_at(end, self._w.to_polls):
            return None
        return Reading(f, "turnout", "percent", "drew-percent", "none", end)

    def _before(self, scene: Scene, f: Figure) -> Reading | None:
        """ "At 66.1%, turnout in the election was the best yet"."""
        i = scene.skip(f.last, self._w.opening_fill, most=4)
        opens = f.start < 2 or scene.words[f.start - 2].kind == "sign" or scene.lower(f.start - 2) in ("and", "but")
        if scene.lower(f.start - 1) not in self._w.opening or not opens or not scene.phrase_at(i, self._turnout):
            return None
        return Reading(f, "turnout", "percent", "percent-before-turnout", "none", f.last)

    def _polling(self, scene: Scene, f: Figure) -> Reading | None:
        """ "71.3 per cent polling was recorded": of South Asia, for those who voted."""
        n = scene.phrase_at(f.last, self._w.polling)
        i = f.last + n
        quoted = i < len(scene.words) and scene.words[i].text in OPEN_QUOTES  # "52.2 percent voting "no""
        closed = i >= len(scene.words) or scene.words[i].kind == "sign" or scene.lower(i) in self._w.polling_ends
        closed = closed and not quoted
        return Reading(f, "turnout", "percent", "percent-polling", "none", i) if n and closed else None

    def _unsigned(self, scene: Scene, f: Figure) -> Reading | None:
        """ "well below the 71.6 turnout of 2009": a share without its sign."""
        decimal = 0.0 < f.number.step < 1.0 and f.value <= 100
        if not decimal or not scene.phrase_at(f.last, self._turnout):
            return None
        number = replace(f.number, kind="percent")
        return Reading(replace(f, number=number), "turnout", "percent", "number-turnout", "none", f.last)

    def _percentage(self, scene: Scene, f: Figure) -> Reading | None:
        """ "recorded a polling percentage of 71", "polling percentage was 62.4%"."""
        i = scene.skip(f.start - 1, self._w.percentage_links, -1, most=4)
        n = scene.phrase_before(i + 1, self._w.percentage) if i >= 0 else 0
        if not n or not 0 < f.value <= 100:
            return None
        return Reading(f.as_share(), "turnout", "percent", "polling-percentage", "none", f.last)
