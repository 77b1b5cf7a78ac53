"""Whose a margin is that is told by its noun: "her majority was cut to 1,203", "Ann Green's lead narrowed to"."""

from __future__ import annotations

from dataclasses import replace

from pipeline.configuring.terms import Terms
from pipeline.extracting.margins import margin_noun
from pipeline.extracting.naming.doers import Doers
from pipeline.extracting.naming.subject import Discourse, Subject
from pipeline.extracting.readings import Reading
from pipeline.extracting.scene import Scene

_TOLD = ("margin-told", "margin-bare", "margin-was-votes", "points-margin", "margin-labelled")
_TOLD_LAST = 8  # subjects of figures, looked back over
_NEAR = 5  # words from a name or pronoun to the noun: "her once commanding popular-vote lead"


class MarginFrames:
    """Subjects of margins."""

    def __init__(self, terms: Terms, doers: Doers) -> None:
        self._w, self._doers, self._names = terms.counting.ahead, doers, doers.names

    def told_of(self, scene: Scene, reading: Reading, discourse: Discourse) -> Subject | None:
        """ "Ann Green's margin of victory was 16 points", "Labour majority 2,220": the owner of the noun."""
        if reading.rule not in _TOLD:
            return None
        f = reading.figure
        noun = f.start - 1 if scene.lower(f.start - 1) in self._w.nouns else margin_noun(scene, f, self._w)
        if reading.rule == "margin-labelled" or scene.lower(f.start - 1) == "of":
            noun = f.start - 2  # "Lab maj: 3,232"; "turned a Tory majority of 16,923 into"
        over = self._over(scene, noun, discourse)
        if over is not None:
            return over
        for j in range(noun - 1, max(-1, noun - 1 - _NEAR), -1):
            if scene.tags[j] == "PRP$":
                return self._doers.owner(scene, j, discourse)
            if self._names.at(scene, j) is not None:
                return self._names.named(scene, j, "told-of")
            if scene.words[j].kind == "genitive" and self._names.at(scene, j - 1) is None:
                return self._doers.refs.at(scene, j - 1, "told-of", discourse)  # "the front-runner's lead"
            if not (scene.is_modifier(j) or scene.words[j].text == "."):
                return None
        return None

    def _over(self, scene: Scene, noun: int, discourse: Discourse) -> Subject | None:
        """ "Brown was at 33 percent, Green at 23. The margin over Green was ten points": his who was told before."""
        i = noun + 2 + (scene.lower(noun + 2) == "the")
        behind = self._names.at(scene, i) if scene.lower(noun + 1) in self._w.over else None
        if behind is None or scene.lower(noun - 1) != "the":
            return None
        told = [s for s in discourse.subjects[-_TOLD_LAST:] if s.kind == behind.kind]
        at = next((n for n, s in enumerate(told) if s.text.split()[-1] == behind.text.split()[-1]), 0)
        return replace(told[at - 1], rule="told-of", anchor=-1) if at else None
