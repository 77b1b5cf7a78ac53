"""Members that a sentence gives a party, in an article that has told of seats: "ended the night with six members"."""

from __future__ import annotations

from pipeline.configuring.terms import Terms
from pipeline.extracting.figures import Figure
from pipeline.extracting.grammar import RELATIVES
from pipeline.extracting.measuring.ago import Ago
from pipeline.extracting.readings import Reading
from pipeline.extracting.scene import Scene, is_plural_owner

_MOST = 800  # no party has more in a house
_FILL = 3  # words from the figure to its noun: "six remaining members"


class OwnMemberReader:
    """Reads figures of members that `MemberReader` leaves, for want of a house or of a verb of winning."""

    def __init__(self, terms: Terms) -> None:
        self._nouns = terms.nouns.member
        self._ties = terms.counting.counts.commanding | terms.naming.frames.having

    def read(self, scene: Scene, f: Figure, ago: Ago) -> Reading | None:
        """ "has governed since with 138 MPs", "which has 15 members who sit as independents", "Brown's 46 MPs"."""
        if f.kind != "count" or f.number.step or not 2 <= f.value < _MOST or not self._told(f, ago):
            return None
        end = self._noun(scene, f)
        if end < 0 or scene.lower(end) in RELATIVES or not self._tied(scene, f.start - 1):
            return None
        return Reading(f, "seats", "seat", "own-members", "required", end)

    def _told(self, f: Figure, ago: Ago) -> bool:
        """Seats of somebody were told before, and no house is smaller than the figure."""
        fits = all(f.value <= house.figure.value for house in ago.houses())
        return fits and any(reading.measure == "seats" for _, reading in ago.readings)

    def _noun(self, scene: Scene, f: Figure) -> int:
        """The word behind "members" or the like; -1 where the figure counts something else."""
        for i in range(f.last, min(len(scene.words), f.last + _FILL)):
            n = scene.phrase_at(i, self._nouns)
            if n and scene.tags[i + n - 1] == "NNS":
                return i + n
            if not scene.is_modifier(i):
                return -1
        return -1

    def _tied(self, scene: Scene, i: int) -> bool:
        """A word of having, or an owner, stands right before the figure."""
        owned = i >= 0 and (scene.words[i].kind == "genitive" or is_plural_owner(scene, i))
        return owned or scene.lower(i) in self._ties
