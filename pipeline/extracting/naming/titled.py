"""Whom "the president" or "the former mayor" stands for: the one person whom the article prints with that title."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from pipeline.configuring.configuration import Configuration
from pipeline.extracting.grammar import HYPHENS, SUBJECTS
from pipeline.extracting.scene import Scene
from pipeline.types import Mention

_LONGEST = 4  # words of a title: "vice - president", "leader of the opposition"
_CLEAR = 3  # of two people so titled, one is meant if he is named so many times as often as the other
Title = tuple[bool, str]  # whether it is a former one's, and the office


class Titles:
    """Knows titles by the words of the configuration."""

    def __init__(self, config: Configuration) -> None:
        self._office = config.officeholders.office_named
        self._heads = config.terms.reference.person_heads & frozenset(config.annotating.titles)
        self._former = config.contests.people.former

    def of(self, scene: Scene, last: int) -> tuple[Title, int] | None:
        """The title that ends with word `last`, and where it begins; None where none does or it is a deputy's."""
        for n in range(_LONGEST, 0, -1):
            first = last - n + 1
            words = " ".join(w for w in scene.lowers(first, last + 1) if w not in HYPHENS) if first >= 0 else ""
            office = self._office(words) or (words if words in self._heads else None)
            if office is None:
                continue
            before = scene.lower(scene.skip(first - 1, HYPHENS, -1))
            if before in self._former:
                return ((True, office), first - 1)
            return ((False, office), first)
        return None


class Titled:
    """The titles of one article and who holds them."""

    def __init__(self, scenes: Sequence[Scene], titles: Titles) -> None:
        self._scenes, self._titles = scenes, titles

    @cached_property
    def _held(self) -> dict[Title, Mention]:
        named: dict[Title, list[Mention]] = {}
        counts: Counter[str] = Counter()
        for scene in self._scenes:
            first = {n: i for i, n in reversed(list(enumerate(scene.mention_at))) if n >= 0}
            for n, m in enumerate(scene.mentions):
                if m.kind != "person":
                    continue
                counts[_surname(m)] += 1
                title = self._titles.of(scene, first[n] - 1) if first.get(n) else None
                if title is not None:
                    named.setdefault(title[0], []).append(m)
        return {title: people[0] for title, people in named.items() if _is_one(people, counts)}

    def at(self, scene: Scene, i: int) -> Mention | None:
        """The person whom the title that ends with word i stands for; None where it is no title, or of several."""
        title = self._titles.of(scene, i) if scene.mention_at[i] < 0 else None
        if title is None or scene.lower(i + 1) == "of" or scene.mention(i + 1) is not None:
            return None
        first = title[1]
        while first > 0 and scene.is_modifier(first - 1):
            first -= 1
        held = self._held.get(title[0]) if scene.lower(first - 1) == "the" else None
        return held if held is not None and held.char_start < scene.words[i].start else None

    def told_of(self, scene: Scene) -> Mention | None:
        """Who does something in a sentence, or owns what does, called by his title alone: "The president won"."""
        for i in range(1, len(scene.words) - 1):
            opens = not scene.deps[i] and scene.lower(0) == "the" and i <= _LONGEST  # a sentence that was not parsed
            about = opens or scene.deps[i] in SUBJECTS or scene.words[i + 1].kind == "genitive"
            found = self.at(scene, i) if about else None
            if found is not None:
                return found
        return None


def _surname(m: Mention) -> str:
    return m.text.split()[-1]


def _is_one(people: Sequence[Mention], counts: Counter[str]) -> bool:
    """Whether all are one person, or the first is named far more often than the others."""
    others = {_surname(m) for m in people} - {_surname(people[0])}
    return all(counts[_surname(people[0])] >= _CLEAR * counts[other] for other in others)
