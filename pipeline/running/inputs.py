"""What was read, as the stages after ask for it: the articles alone, and the readings with what failed since."""

from __future__ import annotations

import dataclasses
from array import array
from collections.abc import Mapping, Sequence
from operator import attrgetter

from pipeline.keeping import Named, choose, chosen
from pipeline.types import Article, Reading


def articles_of(readings: Sequence[Reading]) -> Named[Article]:
    """Return the articles of the readings that have one, in their order."""
    return choose(readings, lambda r: r.article_id if r.article is not None else None, attrgetter("article"))


def with_failures(readings: Sequence[Reading], failed: Mapping[str, str]) -> Sequence[Reading]:
    """Return the readings; those whose article `failed` names have the reason instead of the article."""
    if not failed:
        return readings

    def told(reading: Reading) -> Reading:
        reason = failed.get(reading.article_id)
        if reading.article is None or reason is None:
            return reading
        return dataclasses.replace(reading, status="failed", reason=reason, article=None)

    places = array("L", range(len(readings)))
    return chosen(readings, places, [reading.article_id for reading in readings], told)
