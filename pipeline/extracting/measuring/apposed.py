"""The members of a house told right behind its name: "Congress -- 130 deputies and 27 senators -- elects"."""

from __future__ import annotations

from pipeline.annotating.words import DASHES
from pipeline.configuring.terms import Terms
from pipeline.extracting.figures import Figure
from pipeline.extracting.measuring.nouns import Noun
from pipeline.extracting.readings import Reading
from pipeline.extracting.scene import Scene

_MOST = 3000  # members of a house; of one of its kinds there may be few
_FEWEST = 10
_TWO_HOUSES = 4  # words from the first figure to the "and" before the second: "130 lower house deputies and"


class ApposedReader:
    """Reads a figure with a noun for members in an apposition to a house, and the second one there."""

    def __init__(self, terms: Terms) -> None:
        self._houses, self._members = terms.chambers.nouns, terms.nouns.member

    def read(self, scene: Scene, f: Figure, noun: Noun) -> Reading | None:
        """Return the reading as the size of the house; None where the figure stands in no such apposition."""
        if noun.group != "member" or not _FEWEST <= f.value <= _MOST or f.number.step:
            return None
        first = f
        prior = scene.figure_before(f.start)
        if scene.lower(f.start - 1) == "and" and prior is not None and f.start - 1 - prior.last <= _TWO_HOUSES:
            n = max(scene.phrase_at(i, self._members) for i in range(prior.last, f.start))
            first = prior if n else f
        if not self._behind_house(scene, first) or not self._closes(scene, f, noun):
            return None
        return Reading(f, "seats_total", "seat", "members-apposed", "none", noun.last)

    def _behind_house(self, scene: Scene, f: Figure) -> bool:
        """A dash or a bracket right before the figure, and the name of a house before that."""
        i = f.start - 1
        while i > 0 and scene.words[i].text in DASHES:
            i -= 1
        opened = i < f.start - 1 or scene.lower(f.start - 1) == "("
        i -= scene.lower(f.start - 1) == "("
        return opened and i >= 0 and (scene.is_house(i) or scene.phrase_before(i + 1, self._houses) > 0)

    def _closes(self, scene: Scene, f: Figure, noun: Noun) -> bool:
        """ "130 deputies and 27 senators --": a sign behind, or the second figure."""
        behind = scene.words[noun.last] if noun.last < len(scene.words) else None
        joined = scene.lower(noun.last) == "and" and any(g.start == noun.last + 1 for g in scene.figures)
        return behind is None or joined or behind.text in DASHES or behind.text in (")", ",")
