"""The same text under two names -> one article, and rows that say whose text the others repeat."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Sequence

from pipeline.types import Article, Reading


def in_order(reading: Reading) -> tuple[str, int, str]:
    """Sort key of the tables: path, number within the file, id."""
    path, mark, number = reading.path.rpartition("#")
    return (
        (path, int(number), reading.article_id)
        if mark and number.isdecimal()
        else (reading.path, 0, reading.article_id)
    )


def mark_duplicates(readings: Sequence[Reading]) -> list[Reading]:
    """Return the readings sorted by path; of articles with one text all but one become duplicates of that one.

    Texts are the same if they differ in white space alone. The copy with the most precise date is kept, then the
    one whose path comes first. A duplicate has no article, so that its claims are not counted twice.
    """
    ordered = sorted(readings, key=in_order)
    prints = [_print(reading.article) if reading.article else b"" for reading in ordered]
    kept: dict[bytes, int] = {}
    for index, reading in enumerate(ordered):
        best = kept.setdefault(prints[index], index)
        if _precision(reading) > _precision(ordered[best]):
            kept[prints[index]] = index
    origins = (ordered[kept[same]] for same in prints)
    return [
        reading if reading.article is None or reading is origin else _repeating(reading, origin)
        for reading, origin in zip(ordered, origins, strict=True)
    ]


def _print(article: Article) -> bytes:
    return hashlib.blake2b(" ".join(article.text.split()).encode(), digest_size=16).digest()


def _precision(reading: Reading) -> int:
    return len(reading.article.published or "") if reading.article else 0


def _repeating(reading: Reading, origin: Reading) -> Reading:
    reason = f"the same text as {origin.path}"
    return dataclasses.replace(
        reading, status="duplicate", reason=reason, article=None, origin_article=origin.article_id
    )
