"""What is known of an article before its names are resolved: its country, its year, the countries it mentions."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from pipeline.configuring.places import Places
from pipeline.types import Article, Extraction


@dataclass(frozen=True, slots=True)
class Backdrop:
    """`country` is the most trusted hint, else the country most mentioned; None when nothing tells.

    `mentioned` are all countries that the article names, the most often named first.
    """

    article_id: str
    country: str | None
    year: int | None
    mentioned: tuple[str, ...]


def backdrop_of(extraction: Extraction, article: Article | None, places: Places) -> Backdrop:
    """Read the hints of one article; where no cue gives a year, that of its publication is taken."""
    counts = Counter(
        code for m in extraction.mentions if m.kind == "place" and (code := places.country_of(m.text)) is not None
    )
    mentioned = tuple(code for code, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0])))
    hinted = next((cue.value for cue in extraction.cues if cue.kind == "country"), None)
    country = hinted or (mentioned[0] if mentioned else None)
    year = _year(extraction)
    if year is None and article is not None and article.published:
        year = int(article.published[:4])
    return Backdrop(extraction.article_id, country, year, mentioned)


def _year(extraction: Extraction) -> int | None:
    for kind in ("date", "month", "year"):
        for cue in extraction.cues:
            if cue.kind == kind and cue.value[:4].isdigit():
                return int(cue.value[:4])
    return None
