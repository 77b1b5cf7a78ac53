"""Whom an article sets against each other: the two people it names most, far more often than any third."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from pipeline.extracting.scene import Scene
from pipeline.types import Mention

_TWICE = 2  # how often one of the two is named at least, and by how much more often than a third


class Duel:
    """The two people of one article; `other` tells the one from the other.

    "Ann Lee beat Tom Ray. ... In the capital she led by 36.7 percent to 30": his, though no word of his stands there.
    """

    def __init__(self, scenes: Sequence[Scene]) -> None:
        self._scenes = scenes

    @cached_property
    def _named(self) -> dict[str, list[Mention]]:
        """The mentions of the two, in text order, under the last word of the name; empty where there are no two."""
        people: dict[str, list[Mention]] = {}
        for scene in self._scenes:
            for m in scene.mentions:
                if m.kind == "person":
                    people.setdefault(_surname(m.text), []).append(m)
        ranked = Counter({name: len(told) for name, told in people.items()}).most_common(3)
        third = ranked[2][1] if len(ranked) > _TWICE else 0
        if len(ranked) < _TWICE or ranked[1][1] < max(_TWICE, _TWICE * third):
            return {}
        return {name: people[name] for name, _ in ranked[:_TWICE]}

    def leading(self, start: int) -> Mention | None:
        """The one named twice as often as the other, where last named before `start`; None where neither is."""
        by_count = sorted(self._named.values(), key=len, reverse=True)
        if not by_count or len(by_count[0]) < _TWICE * len(by_count[1]):
            return None
        return max((m for m in by_count[0] if m.char_start < start), key=lambda m: m.char_start, default=None)

    def other(self, name: str, start: int) -> Mention | None:
        """The opponent of the one so named, where last named before `start`, else first behind; None for a third."""
        told = _surname(name)
        if told not in self._named or self.is_namesake(name):
            return None
        mentions = next(found for other, found in self._named.items() if other != told)
        return max((m for m in mentions if m.char_start < start), key=lambda m: m.char_start, default=mentions[0])

    def is_namesake(self, name: str) -> bool:
        """ "Helen Lee beat Tom Ray. In 1992 John Lee won 43 percent to his opponent's 37": Ray was not his."""
        told = _surname(name)
        full = next((m.text for m in self._named.get(told, ()) if m.text != told), told)
        return told not in (name, full) and not full.endswith(f" {name}") and name[:1] != full[:1]


def _surname(name: str) -> str:
    return name.rsplit(maxsplit=1)[-1]
