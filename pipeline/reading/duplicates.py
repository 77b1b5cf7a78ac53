"""The same text under two names -> one article, and rows that say whose text the others repeat."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.types import Article, Reading


@dataclass(frozen=True, slots=True)
class Head:
    """A reading without its text: by this it is put in order and its like are found."""

    path: str
    article_id: str
    metadata: tuple[str, ...]
    published: str
    print: bytes  # of the text; empty where there is no article

    @property
    def in_order(self) -> tuple[str, int, str]:
        """Sort key of the tables: path, number within the file, id."""
        path, mark, number = self.path.rpartition("#")
        return (path, int(number), self.article_id) if mark and number.isdecimal() else (self.path, 0, self.article_id)


def head_of(reading: Reading) -> Head:
    """Return what is to be known of a reading beside the others."""
    a = reading.article
    fields = (a.published, a.published_basis, a.source, a.title, a.url) if a else (reading.status, reading.reason)
    metadata = tuple(value or "" for value in fields)
    published = (a.published or "") if a else ""
    return Head(reading.path, reading.article_id, metadata, published, _print(a) if a else b"")


def origins_of(heads: Sequence[Head]) -> list[int]:
    """Return for each of the heads, which are in order, the place of the one whose text it repeats: its own if none.

    Texts are the same if they differ in white space alone. The copy with the most precise date is kept, then the
    one whose path comes first.
    """
    kept: dict[bytes, int] = {}
    for place, head in enumerate(heads):
        if head.print and len(head.published) > len(heads[kept.setdefault(head.print, place)].published):
            kept[head.print] = place
    return [kept[head.print] if head.print else place for place, head in enumerate(heads)]


def repeating(reading: Reading, origin: Head) -> Reading:
    """Return the reading as a duplicate. It has no article, so that its claims are not counted twice."""
    reason = f"the same text as {origin.path}"
    return dataclasses.replace(
        reading, status="duplicate", reason=reason, article=None, origin_article=origin.article_id
    )


def _print(article: Article) -> bytes:
    return hashlib.blake2b(" ".join(article.text.split()).encode(), digest_size=16).digest()
