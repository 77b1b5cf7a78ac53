"""Who is named beside whom: two spellings of a name that keep the same company are more likely one person."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.resolving.people_within import LocalPerson

_RARE = 25  # articles up to which a full name says something on who is meant beside it


class Company:
    """The articles of every full name, and the rare names that stand in them."""

    def __init__(self, people: Sequence[LocalPerson]) -> None:
        self._articles: dict[str, set[str]] = {}
        beside: dict[str, set[str]] = {}
        for person in people:
            for name in person.full:
                self._articles.setdefault(name.key, set()).add(person.article_id)
                beside.setdefault(person.article_id, set()).add(name.key)
        self._beside = {
            article: {key for key in keys if len(self._articles[key]) <= _RARE} for article, keys in beside.items()
        }

    def meet(self, first: str, second: str) -> bool:
        """Say whether the two names share an article, or stand in articles that share another rare name."""
        ones, twos = self._articles.get(first, set()), self._articles.get(second, set())
        if ones & twos:
            return True
        names = set().union(*(self._beside[a] for a in ones)) & set().union(*(self._beside[a] for a in twos))
        return bool(names - {first, second})
