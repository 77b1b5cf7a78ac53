"""The mentions of an article between two goings through the corpus, and their links: packed small, kept on disk."""

from __future__ import annotations

import marshal
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter
from pathlib import Path
from typing import Any

from pipeline.keeping import Keeper, Named, maker
from pipeline.resolving.groups import Where
from pipeline.resolving.names import NameReader
from pipeline.resolving.people_within import LocalPerson
from pipeline.types import Mention, MentionLink

_of_mention = attrgetter(*Mention.__slots__)
_mention, _link = maker(Mention), maker(MentionLink)
_NEAR = 16  # articles whose links are at hand: claims come in the order of their ids, and ask several times each


@dataclass(frozen=True, slots=True)
class Sorted:
    """One article's mentions with their kinds settled, in text order, and what is known of the names by then.

    `hits` stands beside `people`: the gazetteer's entity and why, None where the corpus has to tell.
    """

    mentions: tuple[Mention, ...]
    people: Sequence[LocalPerson]
    hits: Sequence[tuple[str, str] | None]
    parties: Where
    bodies: Where


def sorted_keeper(folder: Path | None, reader: NameReader) -> Keeper[Sorted]:
    """Return what keeps articles between the two passes. Names come back as the reader's own objects."""

    def pack(article: Sorted) -> bytes:
        place_of = {mention.char_start: place for place, mention in enumerate(article.mentions)}
        people = [
            (
                person.article_id,
                [name.printed for name in person.full],
                person.bare.printed if person.bare else None,
                [(place_of[mention.char_start], why) for mention, why in person.mentions],
            )
            for person in article.people
        ]
        mentions = [_of_mention(mention) for mention in article.mentions]
        found: Any = (mentions, people, article.hits, article.parties, article.bodies)
        return marshal.dumps(found)

    def unpack(data: bytes) -> Sorted:
        fields, rows, hits, parties, bodies = marshal.loads(data)
        mentions = tuple([_mention(*row) for row in fields])
        people = [
            LocalPerson(
                article_id,
                [reader.read(printed) for printed in full],
                None if bare is None else reader.read(bare),
                [(mentions[place], why) for place, why in said],
            )
            for article_id, full, bare, said in rows
        ]
        return Sorted(mentions, people, hits, parties, bodies)

    return Keeper(folder, pack, unpack)


def link_keeper(folder: Path | None) -> Keeper[tuple[MentionLink, ...]]:
    """Return what keeps the links of each article, under its id."""

    def pack(links: tuple[MentionLink, ...]) -> bytes:
        return marshal.dumps([(_of_mention(link.mention), link.entity_id, link.basis) for link in links])

    def unpack(data: bytes) -> tuple[MentionLink, ...]:
        return tuple([_link(_mention(*fields), entity, basis) for fields, entity, basis in marshal.loads(data)])

    return Keeper(folder, pack, unpack)


class ArticleLinks:
    """The links of one article, in text order, found by place or by text."""

    def __init__(self, links: Iterable[MentionLink]) -> None:
        self.links = sorted(links, key=lambda link: link.mention.char_start)
        self._by_span = {(link.mention.char_start, link.mention.char_end): link for link in self.links}
        self._by_text: dict[str, MentionLink] = {}
        for link in self.links:
            self._by_text.setdefault(link.mention.text, link)

    def at(self, start: int, end: int) -> MentionLink | None:
        """The link of the mention at exactly this span."""
        return self._by_span.get((start, end))

    def inside(self, start: int, end: int) -> list[MentionLink]:
        """The links of all mentions within the span."""
        return [link for link in self.links if start <= link.mention.char_start and link.mention.char_end <= end]

    def around(self, start: int, end: int) -> MentionLink | None:
        """The link of the mention that holds the span."""
        found = (link for link in self.links if link.mention.char_start <= start and end <= link.mention.char_end)
        return next(found, None)

    def printed(self, text: str) -> MentionLink | None:
        """The link of the first mention with this text."""
        return self._by_text.get(text)


def links_by_article(links: Named[tuple[MentionLink, ...]]) -> Callable[[str], ArticleLinks]:
    """Return what gives the links of an article by its id; the last few are at hand."""
    return lru_cache(maxsize=_NEAR)(lambda article_id: ArticleLinks(links.find(article_id) or ()))
