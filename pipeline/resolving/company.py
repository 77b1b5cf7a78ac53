"""Who is named beside whom: two spellings of a name that keep the same company are more likely one person."""

from __future__ import annotations

from array import array
from collections.abc import Iterable

_RARE = 25  # articles up to which a full name says something on who is meant beside it


class Company:
    """The articles of every full name, and the rare names that stand in them."""

    def __init__(self) -> None:
        self._articles: dict[str, array[int]] = {}  # by their numbers, which take a tenth of the room of a set of ids
        self._names: list[tuple[str, ...]] = []

    def enter(self, keys: Iterable[str]) -> None:
        """Take the full names of one more article."""
        names = tuple(sorted(set(keys)))
        for key in names:
            self._articles.setdefault(key, array("L")).append(len(self._names))
        if names:
            self._names.append(names)

    def meet(self, first: str, second: str) -> bool:
        """Say whether the two names share an article, or stand in articles that share another rare name."""
        ones, twos = (set(self._articles.get(name, ())) for name in (first, second))
        if ones & twos:
            return True
        return bool((self._beside(ones) & self._beside(twos)) - {first, second})

    def _beside(self, articles: Iterable[int]) -> set[str]:
        names = {name for article in articles for name in self._names[article]}
        return {name for name in names if len(self._articles[name]) <= _RARE}
