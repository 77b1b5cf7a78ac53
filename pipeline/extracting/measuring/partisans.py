"""Members of a chamber told by their party: "nine Greens were elected", "the House has 221 Republicans"."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.configuring.terms import Terms
from pipeline.extracting.figures import Figure
from pipeline.extracting.grammar import COORDINATORS, DETERMINERS, NOUNS, PLURALS, RELATIVES, SUBJECTS
from pipeline.extracting.readings import Reading
from pipeline.extracting.scene import Scene

_GONE = 10  # words from what the other seats went to to the figure
_NOW = ("VBZ", "VBP", "MD")  # not "parties allied with the government", which is taken for a verb
_MOST = 800  # no chamber has more of one party
_NEAR = 5  # how many words a verb and what it tells of may stand apart


@dataclass(frozen=True, slots=True)
class _Part:
    """A figure and the words [figure.last, end) that say of which party they are; `plural` where these are people."""

    figure: Figure
    end: int
    plural: bool
    people: bool = False  # a common noun tells the party: "independents"


class PartisanReader:
    """Reads figures that count people of one party who sit in a chamber."""

    def __init__(self, terms: Terms) -> None:
        self._w, self._member, self._seat = terms.counting.partisans, terms.nouns.member, terms.nouns.seat
        self._houses, self._get = terms.chambers.nouns, terms.verbs.get

    def read(self, scene: Scene, f: Figure) -> Reading | None:
        """Return the seats of a party told by its members; None where nothing says that they sit or were elected."""
        row = self._row(scene, f)
        if len(row) == 1 and row[0].people and self._gone_to(scene, row[0]):
            return Reading(f, "seats", "seat", "partisans", "required", row[0].end)
        named = scene.lower(f.last) in self._w.people or scene.lower(f.start - 1) in DETERMINERS
        lone = f.number.weak and len(row) == 1 and not named
        if not row or lone:
            return None
        end = row[-1].end
        members = scene.phrase_at(end, self._member)
        if not (members or all(part.plural for part in row)):
            return None
        if not (self._before(scene, row[0].figure, end, members > 0) or self._behind(scene, end + members)):
            return None
        own = next(part for part in row if part.figure.first == f.first)
        return Reading(f, "seats", "seat", "partisans", "required", own.end)

    # -- the figures and their parties ------------------------------------------------------------------------

    def _row(self, scene: Scene, f: Figure) -> list[_Part]:
        """The parts that "and" and commas join around f, in text order; empty where f is none itself."""
        parts = [self._part(scene, g) for g in scene.figures]
        here = next((k for k, g in enumerate(scene.figures) if g.first == f.first), -1)
        first = last = here
        while first > 0 and self._joined(scene, parts[first - 1], parts[first]):
            first -= 1
        while 0 <= last < len(parts) - 1 and self._joined(scene, parts[last], parts[last + 1]):
            last += 1
        row = [part for part in parts[first : last + 1] if part is not None]
        return row if here >= 0 and parts[here] is not None else []

    def _joined(self, scene: Scene, one: _Part | None, two: _Part | None) -> bool:
        if one is None or two is None:
            return False
        between = scene.lowers(one.end, two.figure.start)
        return 0 < len(between) <= 2 and all(w == "," or w in COORDINATORS for w in between)

    def _part(self, scene: Scene, f: Figure) -> _Part | None:
        if f.kind != "count" or f.number.step or f.value >= _MOST:
            return None
        i = f.last
        while i < min(f.last + 3, len(scene.words)) and scene.mention_at[i] < 0 and scene.is_modifier(i):
            if scene.words[i].lower in self._w.people:
                break
            i += 1
        if scene.lower(i) in self._w.people:
            return _Part(f, i + 1, f.value == 1 or scene.lower(i).endswith("s"), people=True)
        m = scene.mention(i)
        if m is not None and m.kind == "place" and scene.mention(i + 1) is not None:  # "two Scottish Green councillors"
            i, m = i + 1, scene.mention(i + 1)
        if m is None or m.kind != "party":
            return None
        last = i
        while last < len(scene.words) and scene.mention_at[last] == scene.mention_at[i]:
            last += 1
        people = scene.tags[last - 1] in PLURALS and scene.lower(last - 1).endswith("s")
        return _Part(f, last, f.value == 1 or people)

    def _gone_to(self, scene: Scene, part: _Part) -> bool:
        """ "The other 14 seats went to smaller groups and to four independents", "were shared by one independent"."""
        f = part.figure
        if scene.deps[part.end - 1] in SUBJECTS:
            return False  # "Ten seats went to the Reds, and four independents protested"
        at = next((i for i in range(f.start - 1, max(-1, f.start - _GONE), -1) if scene.phrase_at(i, self._w.gone)), -1)
        first = max(0, at)
        seats = scene.has(self._seat, 0, first) or scene.has(self._w.remainder, 0, first)
        told = seats and scene.lower(f.start - 1) in self._w.joined
        plain = not any(g.first > at for g in scene.figures if g.first < f.first)
        told = told and "and" in scene.lowers(at, f.start)  # not "Five seats went to two independents"
        return at >= 0 and told and plain and not any(scene.tags[i] in _NOW for i in range(at + 2, f.start))

    # -- what says that they sit ------------------------------------------------------------------------------

    def _before(self, scene: Scene, f: Figure, end: int, members: bool) -> bool:
        """ "the House has 221 Republicans", "voters elected 12 Greens", "there were also 109 independent ..."."""
        if scene.lower(f.start - 1) in self._w.electing:
            return True
        behind = end + scene.phrase_at(end, self._member)
        if members and scene.lower(f.start - 1) in DETERMINERS and scene.lower(behind) not in RELATIVES:
            return scene.lower(f.start - 2) != "of"  # "Throw in the three SDLP members"; not "two of the four"
        i = scene.skip(f.start - 1, self._w.adverbs, -1) + 1
        if scene.phrase_before(i, self._w.there_are):
            return members or any(self._house(scene, j) for j in range(end, end + _NEAR))
        n = scene.phrase_before(i, self._w.made_of)
        return n > 0 and any(self._house(scene, j) for j in range(max(0, i - n - 3), i - n))

    def _behind(self, scene: Scene, end: int) -> bool:
        """ "nine Greens were elected", "four independents claimed the remaining seats", "two sit in the assembly"."""
        i = scene.skip(end, self._w.fill, most=4)
        if scene.lower(i) in self._w.elected:
            after = scene.tags[i + 1] if i + 1 < len(scene.words) else ""
            return after not in NOUNS  # "were elected governors"
        if scene.phrase_at(i, self._get, 2):
            return any(scene.phrase_at(j, self._seat) for j in range(i + 1, i + _NEAR) if j < len(scene.words))
        housed = any(self._house(scene, j) for j in range(i + 1, i + _NEAR))
        return scene.lower(i) in self._w.sitting and (housed or scene.lower(i + 1) in self._w.beside)

    def _house(self, scene: Scene, i: int) -> bool:
        return 0 <= i < len(scene.words) and (scene.phrase_at(i, self._houses) > 0 or scene.is_house(i))
