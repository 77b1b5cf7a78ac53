"""Margins by their noun or verb: "a 5,121-vote majority", "1,203 votes separated them", "her lead narrowed to"."""

from __future__ import annotations

from pipeline.configuring.terms import Terms
from pipeline.extracting.figures import Figure
from pipeline.extracting.margins import margin_noun
from pipeline.extracting.measuring.alone import Surroundings
from pipeline.extracting.measuring.gaps import GapReader
from pipeline.extracting.readings import Need, Reading
from pipeline.extracting.scene import Scene

_NAMED = ("person", "party")


class AheadReader:
    """Reads votes, points and bare numbers that tell how far one is ahead."""

    def __init__(self, terms: Terms) -> None:
        self._w, self._votes = terms.counting.ahead, terms.nouns.vote
        self._around, self._gaps = Surroundings(terms), GapReader(terms)

    def read(self, scene: Scene, f: Figure) -> Reading | None:
        """Return the reading as a margin; None where nothing says that it is one."""
        if f.kind not in ("count", "points", "percent"):
            return None
        told = self._joined(scene, f) or self._parting(scene, f) or self._up(scene, f) or self._told(scene, f)
        return told or self._gaps.read(scene, f)

    def _joined(self, scene: Scene, f: Figure) -> Reading | None:
        """ "a 5,121-vote majority": small ones are of chambers ("a 12-vote majority in parliament")."""
        votes = scene.lower(f.last) == "-" and scene.lower(f.last + 1) in self._w.joined
        if f.kind != "count" or not votes or f.value < self._w.least:
            return None
        i = scene.skip(f.last + 2, ("-", "popular"), most=2)
        i += scene.tags[i] == "JJ" if i < len(scene.words) else 0
        return self._margin(f, "margin-joined", "required", i) if scene.lower(i) in self._w.nouns else None

    def _parting(self, scene: Scene, f: Figure) -> Reading | None:
        """ "Just 113 votes separated the two", "113 votes lay between them", "the two were separated by 113 votes".

        Nobody is named as the first.
        """
        end = self._end(scene, f)
        if end < 0 and f.kind == "count" and not f.number.spelled and f.value >= self._w.least:
            end = f.last  # "the 20,700 or so that separated the two"
        if end < 0:
            return None
        behind = scene.phrase_at(scene.skip(end, self._w.parting_fill), self._w.parting) > 0
        by = scene.lower(f.start - 1) == "by" and scene.lower(f.start - 2) in self._w.parting
        if by:
            return self._margin(f, "margin-parted-by", "none", end)
        return self._margin(f, "margin-parting", "none", end) if behind else None

    def _up(self, scene: Scene, f: Figure) -> Reading | None:
        """ "Johnson was up 50,000 votes over Barnes", "50,000 votes up on Barnes"; not "up 50,000 votes on 2015"."""
        end = self._end(scene, f)
        if end < 0:
            return None
        up = scene.lower(f.start - 1) in self._w.up
        over = end if up else end + 1
        if not (up or scene.lower(end) in self._w.up) or scene.lower(over) not in self._w.over:
            return None
        if scene.lower(over + 1) == "what":
            return None  # "up five points on what the Greens managed in 2014"
        m = next((m for m in (scene.mention(i) for i in range(over + 1, over + 5)) if m is not None), None)
        return self._margin(f, "margin-up", "required", end) if m is not None and m.kind in _NAMED else None

    def _told(self, scene: Scene, f: Figure) -> Reading | None:
        """ "her majority was cut to 1,203", "the gap narrowed to 0.4 points", "Labour majority 2,220"."""
        if f.kind == "percent" and (f.number.spelled or scene.lower(f.start - 1) not in self._w.told_percent):
            return None
        end = self._end(scene, f)
        bare = end < 0
        if bare and not (f.kind == "count" and not f.number.spelled and self._around.alone(scene, f)):
            return None
        if bare and (f.value < self._w.least or (f.number.step and f.value < 1000)):
            return None
        short = bare and scene.lower(f.start - 1) in self._w.short_form and not self._goes_on(scene, f)
        noun = f.start - 1 if short else margin_noun(scene, f, self._w)
        if bare and noun < 0 and scene.lower(f.start - 1) == "of" and scene.lower(f.start - 2) in self._w.short_form:
            noun = f.start - 2  # "a majority of 312 over his Liberal opponent"
        if noun < 0 or (f.kind == "percent" and scene.lower(noun) in self._w.short_form):
            return None
        if bare and scene.lower(noun) in self._w.short_form and f.value < 400 and not scene.has(self._w.local):
            return None  # "a Commons majority of 80"
        nobody = scene.lower(noun + 1) == "between" or (short and scene.mention_at[noun - 1] < 0)
        return self._margin(f, "margin-told", "none" if nobody else "required", f.last if bare else end)

    def _goes_on(self, scene: Scene, f: Figure) -> bool:
        return f.last < len(scene.words) and scene.words[f.last].kind != "sign" and scene.tags[f.last] != "IN"

    def _end(self, scene: Scene, f: Figure) -> int:
        """The word behind "votes" or "points" of the figure; -1 where it counts neither."""
        if f.kind in ("points", "percent"):
            return f.last
        n = scene.phrase_at(f.last, self._votes)
        return f.last + n if n else -1

    def _margin(self, f: Figure, rule: str, need: Need, end: int) -> Reading:
        return Reading(f, "margin", "vote" if f.kind == "count" else "point", rule, need, end)
