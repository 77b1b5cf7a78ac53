"""Margins told by what lies between two: "21,213 votes to spare", "finished 103 votes up", "Lead: 371"."""

from __future__ import annotations

from pipeline.configuring.terms import Terms
from pipeline.extracting.figures import Figure
from pipeline.extracting.grammar import SUBJECTS
from pipeline.extracting.measuring.alone import Surroundings
from pipeline.extracting.measuring.parted import PartedReader
from pipeline.extracting.readings import Need, Reading
from pipeline.extracting.scene import Scene

_ONE_OF = 5  # words from "one" to its figure: "into one of his own of 4,550"
_RIVAL = 7  # words from "ahead" to the name: "ahead of the former interior minister Tom Ray"
_OVER = 9  # words that "out of nearly three million" may take
_BEATEN = 14  # words from the verb to "by": "beat the Greens, which govern, by"


class GapReader:
    """Reads votes, points and bare numbers as margins where no noun or verb of `AheadReader` tells."""

    def __init__(self, terms: Terms) -> None:
        self._w, self._votes = terms.counting.gaps, terms.nouns.vote
        self._a, self._m = terms.counting.ahead, terms.counting.margins
        self._nouns = terms.counting.ahead.nouns
        self._beat = terms.counting.scores.beating | terms.counting.scores.outdoing
        self._changes, self._thresholds = terms.verbs.move, terms.counting.shares.turnout_needed
        self._around, self._parted = Surroundings(terms), PartedReader(terms)

    def read(self, scene: Scene, f: Figure) -> Reading | None:
        """Return the reading as a margin; None where nothing says that it is one."""
        end = self._end(scene, f)
        if end < 0:
            return None
        rule, need = self._parted.rule(scene, f, end) or self._told(scene, f, end), self._need(scene, end)
        if rule in ("margin-between", "margin-labelled", "margin-left-behind", "margin-all-that-parts"):
            need = "wanted"
        if rule == "margin-parting-of":
            need = "none"
        unit = "point" if f.kind != "count" else "vote"
        return Reading(f, "margin", unit, rule, need, end) if rule else None

    def _told(self, scene: Scene, f: Figure, end: int) -> str:
        """The rule that reads the figure; "" for none."""
        if self._spared(scene, f, end):
            return "margin-to-spare"
        if self._up(scene, f, end):
            return "margin-votes-up"
        if self._up_by(scene, f, end):
            return "margin-up-by"
        if self._between(scene, f):
            return "margin-between"
        if self._labelled(scene, f, end):
            return "margin-labelled"
        if self._one_of(scene, f):
            return "margin-one-of"
        if self._parting(scene, end):
            return "margin-parting-of"
        return "margin-beaten-by" if self._beaten(scene, f) else ""

    def _need(self, scene: Scene, end: int) -> Need:
        """Whose it is may be untold where the one behind is named: "was 1,200 votes adrift"."""
        return "wanted" if scene.lower(end) in self._w.behind else "required"

    def _end(self, scene: Scene, f: Figure) -> int:
        """The word behind "votes" or "points", or behind a bare number of votes; -1 where the figure can be none."""
        if f.kind == "points":
            return f.last
        n = scene.phrase_at(f.last, self._votes) if f.kind == "count" else 0
        if n:
            return f.last + n
        bare = f.kind == "count" and not f.number.spelled and f.value >= self._a.least and f.number.high is None
        return f.last if bare and not (f.number.step and f.value < 1000) else -1

    def _spared(self, scene: Scene, f: Figure, end: int) -> bool:
        """ "had 21,213 votes to spare", "won with 1,203 to spare"; not "passed the threshold with three points to"."""
        return scene.phrase_at(end, self._w.spare) > 0 and not scene.has(self._thresholds, 0, f.start)

    def _up(self, scene: Scene, f: Figure, end: int) -> bool:
        """ "finished 103 votes up", "was about 86,000 behind with 3 million"; not "was 50,000 votes up on 2015"."""
        word = scene.lower(end)
        if word not in self._a.up and word not in self._w.behind:
            return False
        i = scene.skip(f.start - 1, self._m.being_ahead, -1)
        if self._set_off(scene, f, end):
            return True
        if i == f.start - 1 or (end == f.last and f.kind == "count" and f.value < self._w.least_bare):
            return False
        return self._closed(scene, end + 1)

    def _set_off(self, scene: Scene, f: Figure, end: int) -> bool:
        """ "had 15.4 million votes, more than six million ahead of the former minister Tom Ray": votes, too."""
        prior = scene.figure_before(f.start)
        votes = prior is not None and prior.kind == "count" and scene.phrase_at(prior.last, self._votes) > 0
        if not votes or prior is None or f.value > prior.value or scene.words[f.start - 1].text != ",":
            return False
        behind = (m for m in map(scene.mention, range(end + 2, end + _RIVAL)) if m is not None)
        return scene.lower(end + 1) == "of" and any(m.kind in ("person", "party") for m in behind)

    def _up_by(self, scene: Scene, f: Figure, end: int) -> bool:
        """ "Ann Lee was up by 216,000 votes on Tuesday"; not "her vote was up by 21,000 votes"."""
        if scene.lower(f.start - 1) != "by" or scene.lower(f.start - 2) not in self._a.up or f.kind != "count":
            return False
        verb = f.start - 3
        subjects = (j for j in range(verb) if scene.heads[j] == verb and scene.deps[j] in SUBJECTS)
        m = next((scene.mention(j) for j in subjects), None)
        return m is not None and m.kind == "person" and scene.lower(verb) in self._m.being_ahead

    def _closed(self, scene: Scene, i: int) -> bool:
        """Nothing is compared behind: the clause ends, or goes on with another matter, or with a name."""
        if i >= len(scene.words) or scene.words[i].kind == "sign" or scene.lower(i) in self._w.closing:
            return True
        return scene.mention_at[i + (scene.lower(i) in self._w.behind_of)] >= 0 if i + 1 < len(scene.words) else False

    def _between(self, scene: Scene, f: Figure) -> bool:
        """ "makes the gap between them 4.15 points"."""
        n = scene.phrase_before(f.start, self._w.pair)
        noun = f.start - n - 1
        return n > 0 and (scene.lower(noun) in self._nouns or scene.lower(noun) in self._w.distance)

    def _labelled(self, scene: Scene, f: Figure, end: int) -> bool:
        """ "Lead: 371", "Lab maj: 3,232 (17.12%)"; a small majority may be a chamber's."""
        noun = scene.lower(f.start - 2)
        if scene.lower(f.start - 1) != ":" or f.start < 2 or noun not in self._nouns | self._a.short_form:
            return False
        chamber = noun in self._a.short_form and f.value < 400 and not scene.has(self._a.local)
        return not chamber and (end > f.last or self._around.alone(scene, f))

    def _one_of(self, scene: Scene, f: Figure) -> bool:
        """ "turned a Conservative majority of 14,760 into a Liberal one of 7,855"."""
        near = scene.lowers(f.start - _ONE_OF, f.start)
        if near[-1:] != ["of"] or "one" not in near or "into" not in scene.lowers(f.start - _ONE_OF - 4, f.start):
            return False
        return any(
            g.last <= f.start and scene.lower(g.start - 1) == "of" and scene.lower(g.start - 2) in self._nouns
            for g in scene.figures
        )

    def _parting(self, scene: Scene, end: int) -> bool:
        """ "Fewer than 40,000 votes out of nearly three million separated the first two"."""
        if not scene.phrase_at(end, self._w.out_of):
            return False
        return any(scene.lower(i) in self._a.parting for i in range(end + 2, min(len(scene.words), end + _OVER)))

    def _beaten(self, scene: Scene, f: Figure) -> bool:
        """ "beat the Greens, which govern, by almost four points": over an insertion between commas."""
        if f.kind != "points" or scene.lowers(f.start - 2, f.start) != [",", "by"]:
            return False
        for i in range(f.start - 3, max(-1, f.start - _BEATEN), -1):
            if scene.lower(i) in self._beat and scene.tags[i].startswith("VB"):
                return True
            if scene.words[i].text == ";" or scene.lower(i) in self._changes:
                return False
        return False
