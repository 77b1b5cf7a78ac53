"""Seats and votes told as some of those there are: "won five of the Senate seats", "206 of the votes cast"."""

from __future__ import annotations

from pipeline.configuring.terms import Terms
from pipeline.extracting.figures import Figure
from pipeline.extracting.grammar import DETERMINERS
from pipeline.extracting.readings import Reading
from pipeline.extracting.scene import Scene

_REACH = 8  # words between "of" and its noun


class PartitiveReader:
    """Reads a figure before "of the seats", where a verb says that someone wins or loses so many of them."""

    def __init__(self, terms: Terms) -> None:
        self._w, self._seat = terms.counting.partitives, terms.nouns.seat
        self._votes = terms.nouns.vote
        self._members, self._all_of = terms.nouns.member, terms.counting.houses.all_of
        self._get, self._lose, self._go = terms.verbs.get, terms.verbs.lose, terms.verbs.go

    def read(self, scene: Scene, f: Figure) -> Reading | None:
        """Return the seats won or lost; None where no verb beside the figure tells, or the seats have a figure."""
        plain = f.kind == "count" and not f.number.step and not f.number.weak
        told = plain and scene.lower(f.last) == "of"
        end = self._seats_behind(scene, f, self._seat) if told else 0
        every = "all" in scene.lowers(f.start - 1, f.first)
        of_them_all = self._seats_behind(scene, f, self._members) if told and every and not end else 0
        if of_them_all and not self._named_party(scene):  # "the names of all 14 of its deputies"
            return Reading(f, "seats_total", "seat", "all-of-the-members", "none", of_them_all)
        if not end:
            return self._unseated(scene, f) or self._of_the_votes(scene, f) if told else None
        if every and scene.phrase_before(scene.skip(f.start - 1, ("all",), -1) + 1, self._all_of):
            return Reading(f, "seats", "seat", "won-of-the-seats", "required", end)  # "made off with all five of the"
        if scene.phrase_before(f.start, self._lose, 2):
            return Reading(f, "seats_change", "seat", "lost-of-the-seats", "required", end, -1)
        won = scene.phrase_before(f.start, self._get, 4) > 0
        gone = scene.phrase_at(scene.skip(end, self._w.being), self._go)
        return Reading(f, "seats", "seat", "won-of-the-seats", "required", end) if won or gone else None

    def _of_the_votes(self, scene: Scene, f: Figure) -> Reading | None:
        """ "Tung swept up 206 of the votes cast": someone's, by a verb of winning."""
        end = self._seats_behind(scene, f, self._votes)
        with_them = scene.lower(f.start - 1) == "with"  # "came through the first round with 82 of the votes"
        if not end or not (with_them or scene.phrase_before(f.start, self._get, 4)):
            return None
        return Reading(f, "votes", "vote", "won-of-the-votes", "required", end)

    def _unseated(self, scene: Scene, f: Figure) -> Reading | None:
        """ "The Harbour Party saw 145 of its councillors defeated": what those who had the seats have lost."""
        end = self._seats_behind(scene, f, self._members) if scene.tags[f.last + 1 : f.last + 2] == ["PRP$"] else 0
        if not end or not scene.phrase_at(end, self._w.unseated):
            return None
        return Reading(f, "seats_change", "seat", "lost-of-the-seats", "required", end, -1)

    def _named_party(self, scene: Scene) -> bool:
        return any(m.kind in ("party", "person") for m in scene.mentions)

    def _seats_behind(self, scene: Scene, f: Figure, nouns: frozenset[str]) -> int:
        """Where "of the Senate seats" ends behind the figure; 0 for none."""
        first, definite = f.last + 1, False
        for i in range(first, min(len(scene.words), first + _REACH)):
            n = scene.phrase_at(i, nouns)
            if n:
                return i + n if definite else 0
            determiner = scene.lower(i) in DETERMINERS or scene.lower(i) in self._w.these
            definite = definite or determiner or scene.words[i].kind == "genitive"
            if scene.words[i].kind == "number" or not (
                determiner or scene.is_modifier(i) or "-" in scene.lowers(i, i + 2)
            ):
                return 0
        return 0
