"""Views for arithmetic: the figures of one article, or of all, as one interval a key.

A figure's interval is the hull of all sure readings in the view. Arithmetic that fails on hulls fails on every
choice of readings; where one choice fits, it says nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pipeline.configuring.reconciling import ReconcilingConfig
from pipeline.reconciling.evidence import Evidence
from pipeline.reconciling.intervals import EPSILON
from pipeline.reconciling.keys import Key


@dataclass(frozen=True, slots=True)
class Figure:
    """The hull of all readings on a key in a view; `lowest` and `highest` are the claims that set its ends."""

    key: Key
    low: float | None
    high: float | None
    lowest: Evidence
    highest: Evidence

    @property
    def witnesses(self) -> tuple[Evidence, ...]:
        """The claims that set the ends: one or two."""
        return (self.lowest,) if self.lowest is self.highest else (self.lowest, self.highest)


@dataclass(frozen=True, slots=True)
class View:
    """The figures of one article (`article_id`), or of all (None), by contest, scope and measure.

    `figures` leaves out what a distinction sets apart, since a part adds to nothing; `loose` has it too.
    """

    article_id: str | None
    figures: Mapping[tuple[str, str | None, str], tuple[Figure, ...]]
    loose: Mapping[tuple[str, str | None, str], tuple[Figure, ...]]

    def of(self, contest_id: str, scope: str | None, measure: str) -> tuple[Figure, ...]:
        """Return the figures of a measure in a contest and scope, in key order."""
        return self.figures.get((contest_id, scope, measure), ())

    def grounds(self) -> list[Ground]:
        """Return the contests and scopes that have figures, in a stable order."""
        places = sorted({(c, s) for c, s, _ in self.figures}, key=lambda place: (place[0], place[1] or ""))
        return [Ground(self, contest_id, scope) for contest_id, scope in places]


@dataclass(frozen=True, slots=True)
class Ground:
    """One contest and scope of a view: the figures that may be set against each other."""

    view: View
    contest_id: str
    scope: str | None

    def of(self, measure: str) -> tuple[Figure, ...]:
        """Return the figures of a measure on this ground, in key order."""
        return self.view.of(self.contest_id, self.scope, measure)


def views_of(evidences: Iterable[Evidence], config: ReconcilingConfig) -> list[View]:
    """Return a view per article that has figures, in article order, then the view of all."""
    sure = [e for e in evidences if _counts(e, config)]
    by_article: dict[str, list[Evidence]] = defaultdict(list)
    for e in sure:
        by_article[e.claim.article_id].append(e)
    return [*(_view(article_id, by_article[article_id]) for article_id in sorted(by_article)), _view(None, sure)]


def _view(article_id: str | None, evidences: list[Evidence]) -> View:
    return View(article_id, _figures([e for e in evidences if "cue" not in e.aspects]), _figures(evidences))


def exceeds(a: float | None, b: float | None) -> bool:
    """True where a is certainly more than b; None is no limit."""
    return a is not None and b is not None and a - b > EPSILON * max(1.0, abs(a), abs(b))


def _counts(e: Evidence, config: ReconcilingConfig) -> bool:
    return (
        not e.key.alone
        and e.claim.measure not in config.comparing.texts
        and e.claim.confidence >= config.sums.confident
        and not e.earlier
        and e.sure
        and e.whole
        and e.stage != "projected"
        and (e.interval.low is not None or e.interval.high is not None)
    )


def _figures(evidences: list[Evidence]) -> dict[tuple[str, str | None, str], tuple[Figure, ...]]:
    by_key: dict[Key, list[Evidence]] = defaultdict(list)
    for e in evidences:
        by_key[e.key].append(e)
    found: dict[tuple[str, str | None, str], list[Figure]] = defaultdict(list)
    for key in sorted(by_key, key=lambda k: k.sort_key):
        found[key.contest_id or "", key.scope, key.measure].append(_hull(key, by_key[key]))
    return {where: tuple(figures) for where, figures in found.items()}


def _hull(key: Key, evidences: list[Evidence]) -> Figure:
    lowest = min(evidences, key=lambda e: (float("-inf") if e.interval.low is None else e.interval.low, e.sort_key))
    highest = min(evidences, key=lambda e: (float("-inf") if e.interval.high is None else -e.interval.high, e.sort_key))
    return Figure(key, lowest.interval.low, highest.interval.high, lowest, highest)
