"""What is known of an article before its names are resolved: its country, its year, the countries it mentions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

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


def backdrop_of(extraction: Extraction, places: Places) -> Backdrop:
    """Read the hints of one article."""
    counts = Counter(
        code for m in extraction.mentions if m.kind == "place" and (code := places.country_of(m.text)) is not None
    )
    mentioned = tuple(code for code, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0])))
    hinted = next((cue.value for cue in extraction.cues if cue.kind == "country"), None)
    country = hinted or (mentioned[0] if mentioned else None)
    return Backdrop(extraction.article_id, country, _year(extraction), mentioned)


def _year(extraction: Extraction) -> int | None:
    for kind in ("date", "month", "year"):
        for cue in extraction.cues:
            if cue.kind == kind and cue.value[:4].isdigit():
                return int(cue.value[:4])
    return None


def by_article(
    extractions: Iterable[Extraction], places: Places, articles: Mapping[str, Article] | None = None
) -> dict[str, Backdrop]:
    """Return the backdrop of each article by its id; where no cue gives a year, that of its publication is taken."""
    found = {extraction.article_id: backdrop_of(extraction, places) for extraction in extractions}
    for article_id, article in (articles or {}).items():
        if article.published and article_id in found and found[article_id].year is None:
            found[article_id] = replace(found[article_id], year=int(article.published[:4]))
    return found
