"""Candidates told without that word: "112 people applied to run", "in a field of 13", "put up 36 names"."""

from __future__ import annotations

from pipeline.configuring.terms import Terms
from pipeline.extracting.figures import Figure
from pipeline.extracting.grammar import ALL_HYPHENS, COMING
from pipeline.extracting.measuring.alone import Surroundings
from pipeline.extracting.measuring.nouns import noun_end
from pipeline.extracting.readings import Reading
from pipeline.extracting.scene import Scene

_PART = 12  # words from the candidates to a part of them
_MOST = 5000
_REACH = 4  # words from the figure to those it counts: "more than 100 opposition politicians"


class StandingReader:
    """Reads counts of those who stand for election."""

    def __init__(self, terms: Terms) -> None:
        self._w, self._fill = terms.counting.standing, terms.counting.counts.fill - COMING
        self._won, self._followers = terms.counting.counts.won, terms.counting.voids.followers
        self._around = Surroundings(terms)
        self._came, self._placing = terms.counting.ranks.strong | terms.counting.ranks.was, terms.counting.ranks.far
        self._candidates_one = frozenset(w.removesuffix("s") for w in terms.nouns.candidate)
        self._candidates, self._seats = terms.nouns.candidate, terms.nouns.seat

    def read(self, scene: Scene, f: Figure) -> Reading | None:
        """Return the reading as candidates; None where nothing says that they stand."""
        if f.kind != "count" or f.value <= 2 or (f.number.step and f.value < 1000):
            return None
        if self._part(scene, f) or self._fielded(scene, f):
            bare = "names-put-up" if self._fielded(scene, f) else "candidates-among"
            return Reading(f, "candidates", "candidate", bare, "required" if bare == "names-put-up" else "none", f.last)
        groups = noun_end(scene, f, self._w.groups, _REACH)
        if groups and scene.phrase_at(groups, self._w.on_ballot):
            return Reading(f, "parties", "party", "groups-standing", "none", groups)
        end = self._who(scene, f)
        if not end:
            in_field = scene.phrase_before(f.start, self._w.field_of) or self._placed_of(scene, f)
            in_field = (in_field and self._ends(scene, f.last)) or self._joined(scene, f)
            return Reading(f, "candidates", "candidate", "field-of", "none", f.last) if in_field else None
        if self._among(scene, f):
            return Reading(f, "candidates", "candidate", "among-candidates", "none", end)
        if self._put_up(scene, f):
            return Reading(f, "candidates", "candidate", "names-put-up", "required", end)
        if self._runs(scene, scene.skip(end, self._fill)):
            return Reading(f, "candidates", "candidate", "people-standing", "none", end)
        return None

    def _joined(self, scene: Scene, f: Figure) -> bool:
        """ "took 48.1 percent in an 18-candidate primary", "a nine-man field"; not "a two-candidate debate"."""
        hyphen = f.last < len(scene.words) and scene.words[f.last].text in ALL_HYPHENS
        if not hyphen or scene.lower(f.last + 1) not in self._w.field_of_whom:
            return False
        last = min(len(scene.words), f.last + 2 + _REACH)
        head = next((i for i in range(f.last + 2, last) if not scene.is_modifier(i)), last) - 1
        someone = any(m.kind == "person" for m in scene.mentions) or scene.lower(f.last + 1) in self._candidates_one
        return scene.lower(head) in self._w.field_nouns and someone

    def _placed_of(self, scene: Scene, f: Figure) -> bool:
        """ "came third of six", "finished fourth out of nine": so many ran."""
        of = f.start - (2 if scene.lower(f.start - 2) == "out" else 1)
        place = next((g for g in scene.figures if g.kind == "ordinal" and g.last == of), None)
        if place is None or scene.lower(f.start - 1) != "of" or f.value < place.value:
            return False
        if any(m.kind == "party" for m in scene.mentions):
            return False  # "Greens came second of 30": parties, or anything else
        return scene.lower(scene.skip(place.start - 1, self._placing, -1)) in self._came

    def _who(self, scene: Scene, f: Figure) -> int:
        """Where the noun for people ends behind the figure, over modifiers; 0 for none."""
        for i in range(f.last, min(len(scene.words), f.last + _REACH)):
            n = scene.phrase_at(i, self._w.who)
            if n:
                return i + n
            if not scene.is_modifier(i):
                return 0
        return 0

    def _runs(self, scene: Scene, i: int) -> bool:
        """ "applied to stand"; "standing in the election", not "standing in the rain"."""
        if scene.lower(i) in self._w.ran and (i + 1 >= len(scene.words) or scene.words[i + 1].text in (".", ";")):
            return True  # "Altogether 377 people ran."
        n = scene.phrase_at(i, self._w.runs)
        open_end = n and scene.lower(i + n - 1) in self._w.open_ends
        posts = (w.startswith(self._w.posts_stems) for w in scene.lowers(i + n, i + n + 4))
        return n > 0 and (not open_end or any(posts))

    def _among(self, scene: Scene, f: Figure) -> bool:
        """ "Among the candidates are 21 former ministers", "The applicants include 47 newcomers"."""
        before = scene.lowers(f.start - 1, f.start)
        seats = scene.has(self._seats, max(0, f.start - 12), f.start)
        if scene.phrase_before(f.start, self._w.contested) and seats:
            return True  # "the 200 seats are contested by nearly 1,900 people"
        told = before[:1] and before[0] in self._w.include
        return bool(told) and scene.has(self._candidates | self._w.applicants, f.start - 7, f.start)

    def _put_up(self, scene: Scene, f: Figure) -> bool:
        """ "which had put up 36 names", "had 21 men in the field": people whom somebody has are no candidates."""
        end = self._who(scene, f)
        if end and scene.phrase_at(end, self._w.in_field):
            return scene.lower(f.start - 1) in self._w.fielders
        return scene.lower(f.last) in self._w.names and scene.phrase_before(f.start, self._w.put_up) > 0

    def _part(self, scene: Scene, f: Figure) -> bool:
        """ "3,120 candidates, 700 or thereabouts of them women", "nine candidates, including three independents"."""
        told = any(
            scene.has(self._candidates, g.last, g.last + _REACH) and g.value > f.value
            for g in scene.figures
            if g.last <= f.start and f.start - g.last <= _PART
        )
        if any(w in self._won | self._followers for w in scene.lowers(f.last, f.last + _PART)):
            return False  # "12 candidates, including five of the Greens, won seats", "five of them mustered less than"
        among = scene.phrase_before(f.start, self._w.among_them) or scene.phrase_at(f.last, self._w.of_them)
        return told and among > 0

    def _fielded(self, scene: Scene, f: Figure) -> bool:
        """ "The Meadow Party fielded 210": candidates, whatever was counted before."""
        return scene.phrase_before(f.start, self._w.put_up) > 0 and self._around.alone(scene, f) and f.value < _MOST

    def _ends(self, scene: Scene, i: int) -> bool:
        return i >= len(scene.words) or scene.words[i].kind == "sign" or scene.tags[i] == "IN"
