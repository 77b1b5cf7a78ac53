"""Figures that stand beside an election and count nothing of it: growth in a year, the height of a threshold."""

from __future__ import annotations

from pipeline.configuring.terms import Terms
from pipeline.extracting.figures import Figure
from pipeline.extracting.grammar import AGO, ALL_HYPHENS, DETERMINERS, INDEFINITE
from pipeline.extracting.readings import Reading, nothing
from pipeline.extracting.scene import Scene

STRANGER = "stranger"
_BAR = 12  # words from "the threshold" to "was lifted to five percent"
_HOUSE = 4  # words from "votes short in" to the house
_PLACES = 5  # words from "three-quarters of" to "the single-seat districts"


class StrangerReader:
    """Reads figures as counting nothing, before any rule takes them for somebody's."""

    def __init__(self, terms: Terms) -> None:
        self._w, self._houses = terms.counting.strangers, terms.chambers.nouns
        self._votes, self._whom = terms.nouns.vote, terms.counting.standing.field_of_whom
        self._fields = terms.counting.standing.field_nouns

    def read(self, scene: Scene, f: Figure) -> Reading | None:
        """Return a reading without a measure; None where nothing here says that the figure is a stranger."""
        if f.kind == "percent":
            strange = self._in_a_year(scene, f) or self._bar(scene, f) or self._holds_places(scene, f)
        else:
            strange = self._called(scene, f) or self._in_house(scene, f)
        return nothing(f, STRANGER) if strange else None

    def _in_a_year(self, scene: Scene, f: Figure) -> bool:
        """ "The economy grew by 4 percent a year under Brown"; not "won 4 percent a year ago"."""
        n = scene.phrase_at(f.last, self._w.spans)
        return n > 0 and scene.lower(f.last + n) not in AGO

    def _bar(self, scene: Scene, f: Figure) -> bool:
        """ "They ran as one because the threshold had been raised to 5 percent": how high it is, no one's share."""
        near = range(max(0, f.start - _BAR), f.start)
        at = max((i for i in near if scene.lower(i) in self._w.bars), default=-1)
        parted = any(scene.words[i].text in (";", ",") for i in range(at, f.start))
        return at >= 0 and not parted and scene.phrase_before(f.start, self._w.set_at) > 0

    def _holds_places(self, scene: Scene, f: Figure) -> bool:
        """ "The Greens have two-thirds of the single-member districts": what is held, nothing that was counted."""
        if scene.lower(f.last) != "of" or scene.lower(f.start - 1) not in self._w.holding:
            return False
        return any(scene.lower(i) in self._w.places for i in range(f.last + 1, f.last + 1 + _PLACES))

    def _called(self, scene: Scene, f: Figure) -> bool:
        """ "Brown, who came fifth, called it a three-man race": how he sees it, not how many run."""
        joined = f.last < len(scene.words) and scene.words[f.last].text in ALL_HYPHENS
        told = joined and scene.lower(f.last + 1) in self._whom and scene.lower(f.last + 2) in self._fields
        article = f.start - (scene.lower(f.start - 1) in INDEFINITE)
        return told and scene.phrase_before(article, self._w.called) > 0

    def _in_house(self, scene: Scene, f: Figure) -> bool:
        """ "Backers of the pact say they are 30 votes short in the House": votes that members will cast."""
        n = scene.phrase_at(f.last, self._votes)
        if not n or scene.lower(f.last + n) not in self._w.lacking or scene.lower(f.last + n + 1) != "in":
            return False
        i = scene.skip(f.last + n + 2, DETERMINERS)
        return any(scene.phrase_at(k, self._houses) or scene.is_house(k) for k in range(i, i + _HOUSE))
