"""People whom a common noun stands for: "his rival", "the incumbent", "the Harbour Party leader", "the former banker".

Each method takes the first word and the head of the description.
"""

from __future__ import annotations

from pipeline.configuring.terms import Terms
from pipeline.extracting.grammar import FINITE, HERS
from pipeline.extracting.naming.contestants import Contestants
from pipeline.extracting.naming.subject import Discourse, Subject, recalled
from pipeline.extracting.scene import Scene
from pipeline.types import Mention

_BEATEN = 6  # words from "unseated" over "the Croat nationalist" to a name


class Unnamed:
    """Finds the person for a description that names nobody."""

    def __init__(self, terms: Terms, names: Contestants) -> None:
        self._w, self._names = terms.naming.descriptions, names
        self._beats = terms.verbs.beat

    def is_lived(self, scene: Scene, at: tuple[int, int]) -> bool:
        """ "The former mayor", "the 71-year-old banker", "the billionaire": told by what one has been or does."""
        first, i = at
        first -= scene.words[first].kind == "number"
        head = scene.lower(i)
        lived = scene.lower(first) == "the" and head in self._names.person_heads and head not in self._w.unbiographical
        told = head in self._w.occupations or any(w in self._w.biographical for w in scene.lowers(first + 1, i))
        return lived and told

    def lone(self, scene: Scene, first: int, discourse: Discourse) -> Mention | None:
        """The one person told of before word `first`; the opponent of that one where the sentence goes on to name him.

        "The businessman had 2,810,777 votes against 1,814,201 for Mr Green": not Green, the other of the two told of.
        """
        start = scene.words[first].start
        behind = {m.text.split()[-1] for m in scene.mentions if m.kind == "person" and m.char_start > start}
        near = {m.text.split()[-1]: m for told in discourse.told_of[-2:] for m in told}
        others = [m for name, m in near.items() if name not in behind]
        if len(near) == len(others) + 1 and len(others) == 1:
            return others[0]
        one = discourse.lone_person(start)
        named = one is not None and one.text.split()[-1] in behind
        return discourse.against(one.text, start) if one is not None and named else one

    def chief(self, scene: Scene, at: tuple[int, int], of: Mention | None, discourse: Discourse) -> Subject | None:
        """ "the Harbour Party leader finished with 2.4 million votes": whom sentences before told of with the party."""
        first, i = at
        if scene.lower(i) not in self._w.chiefs:
            return None
        inside = next((m for j in range(i - 1, first - 1, -1) if (m := self._names.at(scene, j)) is not None), None)
        party = of if inside is None else inside
        lead = discourse.lead_of(party.text) if party is not None and party.kind == "party" else None
        return None if lead is None else recalled(lead, "chief")

    def opponent(self, scene: Scene, at: tuple[int, int], rule: str, discourse: Discourse) -> Subject | None:
        """ "Lee took 52 percent to his rival's 41", "against 204,719 for the incumbent": whom the last one faces."""
        first, i = at
        opener, head = scene.lower(first), scene.lower(i)
        if not (opener in HERS and head in self._w.opposing) and not (opener == "the" and head in self._w.standing):
            return None
        start = scene.words[first].start
        here = [m for m in scene.mentions if m.kind == "person" and m.char_end <= start]
        told = discourse.subjects[-1] if discourse.subjects else None
        if discourse.told < scene.sentence.char_start:
            told = None
        beaten = beaten_before(scene, first, self._beats) if opener in HERS else None
        if beaten is not None:  # "Lee unseated the nationalist Tom Brown, taking 52 percent to his rival's 36"
            other: Mention | None = beaten
        elif told is not None and told.kind == "person" and discourse.told < start:
            other = discourse.against(told.text, start)
        elif here and opener in HERS:
            other = discourse.against(here[-1].text, start)
        else:
            return None
        return None if other is None else recalled(other, rule + "+opponent")

    def first_doer(self, scene: Scene, first: int) -> Mention | None:
        """ "Lee trounced Brown and his party took 125 seats": the person who does what the clause before "and" says."""
        verb = next((k for k in range(first, len(scene.words)) if scene.tags[k] in FINITE), -1)
        if scene.lower(first - 1) != "and" or verb < 0 or scene.deps[verb] != "conj":
            return None
        doers = (k for k in range(first) if scene.heads[k] == scene.heads[verb] and scene.deps[k] == "nsubj")
        m = next((self._names.at(scene, k) for k in doers), None)
        return m if m is not None and m.kind == "person" else None


def beaten_before(scene: Scene, stop: int, beats: frozenset[str]) -> Mention | None:
    """Whom the sentence tells to be beaten before word `stop`: "She defeated Eric Brown, taking 56 percent to his"."""
    for i in range(stop):
        n = scene.phrase_at(i, beats, 3) if scene.tags[i].startswith("VB") else 0
        near = (scene.mention(j) for j in range(i + n, min(stop, i + n + _BEATEN)))
        m = next((m for m in near if m is not None and m.kind != "place"), None) if n else None
        if m is not None and m.kind == "person":
            return m
    return None
