"""How far the count has come: percentages that the words about them make votes counted."""

from __future__ import annotations

from pipeline.configuring.terms import Terms
from pipeline.extracting.figures import Figure
from pipeline.extracting.grammar import COORDINATORS
from pipeline.extracting.measuring.nouns import PhraseFinder
from pipeline.extracting.readings import Reading, nothing
from pipeline.extracting.scene import Scene

_REACH = 9  # words from "with 90 percent of the votes" to the participle that ends the phrase


class ProgressReader:
    """Reads percentages of a count under way, before it is asked whose share they are."""

    def __init__(self, terms: Terms) -> None:
        self._w, self._s = terms.counting.progress, terms.counting.shares
        self._counted = terms.shares.counted - self._s.counted_vague
        self._wholes, self._backing = terms.shares.of_counted, terms.shares.backing
        self._phrases = PhraseFinder(terms)

    def read(self, scene: Scene, f: Figure) -> Reading | None:
        """Return the reading as votes counted, or one of nothing for what is not counted yet; None for neither."""
        end = self._whole_end(scene, f)
        if scene.phrase_before(f.start, self._w.all_but) or (end and self._left(scene, f, end)):
            return nothing(f, "not-counted-yet")
        rule = self._stated(scene, f) or (end and self._of_votes(scene, f, end))
        return Reading(f, "votes_counted", "percent", rule, "none", end or f.last) if rule else None

    def _left(self, scene: Scene, f: Figure, end: int) -> bool:
        """ "with 10 percent of the ballots still to be counted": the part that is left."""
        if scene.lower(f.start - 1) not in self._w.withs:
            return False
        behind = scene.lowers(end, end + 3)
        stop = next((k for k, w in enumerate(behind) if w == "," or w in COORDINATORS), 3)  # "and still had two seats"
        return any(w in self._w.left for w in behind[:stop])

    def _whole_end(self, scene: Scene, f: Figure) -> int:
        """Where "of the votes" ends behind the figure, or "the votes" behind a fraction in words; 0 for neither."""
        end = self._phrases.behind_of(scene, f.last, self._wholes)
        if end or not f.number.spelled:
            return end
        i = scene.skip(f.last, self._s.fraction_fill)
        n = scene.phrase_at(i, self._wholes)
        return i + n if n else 0

    def _stated(self, scene: Scene, f: Figure) -> str:
        """ "after counting 93.4 per cent of the ballots"; "with the count 92 percent complete", "at 92 percent"."""
        before = scene.lowers(f.start - 3, f.start)
        counting = any(w in self._s.counting for w in before[-2:])
        noun = before[-2:-1] if before[-1:] == ["of"] else []
        whole = scene.lower(f.last) == "of"  # "a tally of 56% of the ballots"; "an official tally of 88 percent" is his
        if counting or any(w in self._s.count_of or (whole and w in self._w.count_of_whole) for w in noun):
            return "counting-percent"
        if scene.lower(f.last) in self._s.count_complete and any(w in self._s.count_nouns for w in before):
            return "count-complete"
        i = scene.skip(f.start - 1, self._w.count_at, -1)
        reached = 0 <= i < f.start - 1 and scene.lower(i) in self._w.count
        return "count-at" if reached and scene.lower(f.last) not in self._w.to else ""

    def _of_votes(self, scene: Scene, f: Figure, end: int) -> str:
        """The rule by which the share of votes or stations, whose phrase ends at word `end`, was counted."""
        if scene.words[end - 1].lower in self._s.places_counted:
            return ""  # "results from 71 percent of precincts": read as such whatever stands before
        if scene.phrase_before(f.start, self._w.based) and not self._sided(scene, end):
            return "based-on-percent"  # "on the basis of five percent of the ballots"
        link = scene.phrase_before(f.start, self._w.results_links)
        if link and any(w in self._w.results for w in scene.lowers(f.start - link - 3, f.start - link)):
            return "" if self._sided(scene, end) else "results-from-percent"
        if scene.lower(f.start - 1) in self._w.counting_verbs and scene.tags[f.start - 1].startswith("VB"):
            return "counted-percent"
        if scene.lower(end - 1) in self._w.count and scene.lower(f.start - 1) in self._w.at:
            return "percent-of-count"
        return "with-percent-counted" if self._ends_counted(scene, f, end) else ""

    def _sided(self, scene: Scene, end: int) -> bool:
        """ "results from 40 percent of the vote for the Liberals": somebody's votes."""
        return scene.lower(end) in self._w.to or scene.phrase_at(end, self._backing) > 0

    def _ends_counted(self, scene: Scene, f: Figure, end: int) -> bool:
        """ "With a third of the ballots in Sunday's election counted, she led": a participle closes the phrase."""
        if scene.lower(f.start - 1) not in self._w.withs or scene.phrase_at(end, self._counted):
            return False
        other = next((g.start for g in scene.figures if g.start >= end), len(scene.words))
        for i in range(end, min(other, end + _REACH)):
            if scene.words[i].text in (",", ";", "(") or scene.words[i].lower in self._w.others:
                return False
            if scene.phrase_at(i, self._counted) and scene.tags[i].startswith(("VB", "JJ")):
                return i + 1 >= len(scene.words) or scene.words[i + 1].text in (",", ".", ";")
        return False
