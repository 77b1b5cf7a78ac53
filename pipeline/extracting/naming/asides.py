"""Whose a figure is over what stands between: ages and trades in commas, or the colon behind a whole clause."""

from __future__ import annotations

from pipeline.configuring.terms import Terms
from pipeline.extracting.grammar import ADJECTIVES, COORDINATORS, FINITE, INDEFINITE, RELATIVES, SUBJECTS
from pipeline.extracting.naming.doers import Doers
from pipeline.extracting.naming.subject import Discourse, Subject
from pipeline.extracting.readings import Reading
from pipeline.extracting.scene import Scene

_REACH = 30  # words from a verb of giving to its figure
_OLDEST = 110  # years: what stands alone between commas behind a name
_STOPS = (";", ":", '"', "\u201c", "\u201d")
_COUNTED = ("seats", "votes", "vote_share")


class AsideFrames:
    """Each public method is one rule: it takes a reading and returns its subject, or None."""

    def __init__(self, terms: Terms, doers: Doers) -> None:
        self._doers, self._refs, self._names = doers, doers.refs, doers.names
        self._give = terms.verbs.give - terms.verbs.get
        self._having, self._performances = terms.naming.frames.having, terms.naming.frames.performances

    def given(self, scene: Scene, reading: Reading, discourse: Discourse) -> Subject | None:
        """ "The bureau gave Brown, 56, a teacher, 54 percent", "put the Greens, a band of farmers, on 12 seats"."""
        last = reading.figure.start - 1
        last -= scene.lower(last) in self._having
        if reading.measure not in _COUNTED or scene.lower(last) != ",":
            return None
        for i in range(last - 1, max(-1, last - _REACH), -1):
            if scene.words[i].text in _STOPS:
                return None
            if scene.tags[i].startswith("VB") and scene.lower(i) in self._give:
                found = self._doers.right(scene, i + 1, "given", discourse)
                inside = found is not None and i < found.anchor < last
                return found if found and inside and self._is_aside(scene, found.anchor, last) else None
        return None

    def _is_aside(self, scene: Scene, name: int, last: int) -> bool:
        """Behind the name and its brackets stand a comma and no clause or figure of its own up to the comma `last`."""
        comma = self._names.last_word(scene, name) + 1
        while comma < last and scene.lower(comma) == "(":
            comma = next((k + 1 for k in range(comma, last) if scene.lower(k) == ")"), last)
        relative = scene.tags[comma + 1] in ("WP", "WDT") if comma < last else False
        several = any(w in COORDINATORS for w in scene.lowers(comma + 2, comma + 4))
        if scene.lower(comma) != "," or comma >= last or several or self._names.at(scene, comma + 1) is not None:
            return False  # "gave Brown, Green and Lake, a former general, 12 percent": of several
        told = any(scene.tags[k] in FINITE for k in range(comma, last)) and not relative
        return not told and all(self._is_age(scene, g.first) for g in scene.figures if comma < g.first < last)

    def _is_age(self, scene: Scene, i: int) -> bool:
        apart = scene.lower(i - 1) == "," and scene.lower(i + 1) == ","
        return apart and any(g.first == i and g.kind == "count" and g.value < _OLDEST for g in scene.figures)

    def whose(self, scene: Scene, reading: Reading, discourse: Discourse) -> Subject | None:
        """ "followed by the dissident Ann Lee, whose share was 6.8 percent": of whom "whose" is."""
        start = reading.figure.start
        if scene.lower(start - 1) == "whose" and reading.measure in _COUNTED:
            return self._refs.before(scene, start - 1, "whose", discourse)  # "or with Brown, whose 134,446 votes"
        for i in range(start - 2, max(-1, start - 8), -1):
            if scene.words[i].text in (*_STOPS, ","):
                return None
            if scene.lower(i) == "whose":
                own = scene.has(self._performances, i + 1, min(i + 4, start))
                return self._refs.before(scene, i, "whose", discourse) if own and reading.measure in _COUNTED else None
        return None

    def before_colon(self, scene: Scene, reading: Reading, discourse: Discourse) -> Subject | None:
        """ "The Greens were all but wiped out: four seats", "Ann Brown did better: 305,803 votes": the doer's."""
        colon = reading.figure.start - 1
        while colon > 0 and (scene.tags[colon] in ADJECTIVES or scene.lower(colon) in INDEFINITE):
            colon -= 1
        if reading.measure not in _COUNTED or scene.lower(colon) != ":" or self._goes_on(scene, reading):
            return None
        first, _ = scene.clause(colon - 1)
        doer = self._doer_in(scene, first, colon)
        if doer < 0 or "PRP$" in scene.tags[self._names.phrase_start(scene, doer) : doer]:
            return None  # "his party falls short of half: 131"
        return self._refs.at(scene, doer, "before-colon", discourse)

    def _goes_on(self, scene: Scene, reading: Reading) -> bool:
        """ "told the court about the election: 12,000 votes had vanished": a clause of its own, not the doer's."""
        for k in range(reading.figure.last, len(scene.words)):
            if scene.words[k].kind == "sign":
                return False
            if (scene.tags[k] in FINITE or scene.tags[k] == "MD") and scene.lower(k - 1) not in RELATIVES:
                return True
        return False

    def _doer_in(self, scene: Scene, first: int, last: int) -> int:
        """The subject of the clause in words [first, last), of several that of its main verb; -1 for none."""
        doers = [
            j
            for j in range(first, last)
            if scene.deps[j] in SUBJECTS and j < scene.heads[j] < last and scene.lower(j) not in RELATIVES
        ]
        main = (j for j in doers if scene.deps[scene.heads[j]] == "ROOT")
        return next(main, doers[-1] if doers else -1)
