"""How settled each figure is: the claim's own stage, mended by what stands beside it, its article and its date.

The reader of claims calls a figure final where its article says nothing of the count. Two papers of two days are then
both "final", and the second count would contradict the first: here a figure is final only where something says so.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from pipeline.configuring.reconciling import ReconcilingConfig
from pipeline.reconciling.wording import holds, words
from pipeline.types import Article, Claim, Contest, CountStage, Resolution

# A figure's neighbours: the cue between them is the figure's own ("41 percent in the first count, and 43 once ...").
_FIGURE = re.compile(r"\d[\d.,]*")


@dataclass(slots=True)
class Stager:
    """Tells stages; built once a run from all claims. `shares` and `partial` are by article and contest."""

    config: ReconcilingConfig
    article: Callable[[str], Article | None]
    shares: dict[tuple[str, str], float]
    partial: frozenset[tuple[str, str, str]]
    _settled_articles: dict[str, bool] = field(default_factory=dict)

    def share(self, claim: Claim, resolution: Resolution) -> float | None:
        """Return the highest share counted, in percent, that the claim's article gives for its contest."""
        return self.shares.get((claim.article_id, resolution.contest_id or ""))

    def stage(self, claim: Claim, resolution: Resolution, contest: Contest | None) -> CountStage:
        """Return how settled the claim's figure is; "unknown" where nothing says."""
        said, comparing = claim.stage, self.config.comparing
        if claim.measure not in comparing.counted or said not in ("final", "unknown"):
            return said
        near = words(neighbourhood(claim))
        if any(holds(near, cue) for cue in self.config.stages.expected):
            return "projected"
        if any(holds(near, cue) for cue in self.config.stages.preliminary):
            return "preliminary"
        article = self.article(claim.article_id)
        if contest is not None and order(article.published if article else None, contest.date) < 0:
            return "partial"  # "Berg is far ahead with 140 votes", weeks before the vote that decides
        if said == "final" and self._final(claim.sentence, article):
            return "final"
        if contest is not None and settled(contest, article.published if article else None, comparing.count_days):
            return "final"
        return self._unsaid(claim, resolution, article)

    def _unsaid(self, claim: Claim, resolution: Resolution, article: Article | None) -> CountStage:
        # "With almost half the constituencies declared" stands a sentence before "The Christian Democrats took seven".
        if (claim.article_id, resolution.contest_id or "", claim.measure) in self.partial:
            return "partial"
        share = self.share(claim, resolution)
        if share is not None and share < self.config.comparing.complete_share:
            return "partial"
        return "final" if claim.stage == "final" and article is not None and self._says_final(article) else "unknown"

    def _final(self, sentence: str, article: Article | None) -> bool:
        if article is None or not article.text:
            return True
        said = words(sentence)
        return any(holds(said, cue) for cue in self.config.stages.final)

    def _says_final(self, article: Article) -> bool:
        known = self._settled_articles.get(article.article_id)
        if known is None:
            said = words(f"{article.title or ''} {article.text}")
            known = any(holds(said, cue) for cue in self.config.stages.final)
            self._settled_articles[article.article_id] = known
        return known


def stager(
    claims: Iterable[Claim],
    resolutions: Mapping[str, Resolution],
    article: Callable[[str], Article | None],
    config: ReconcilingConfig,
) -> Stager:
    """Return what tells the stages of these claims; `article` finds one by its id."""
    shares: dict[tuple[str, str], float] = {}
    partial: set[tuple[str, str, str]] = set()
    for claim in claims:
        resolution, q = resolutions[claim.claim_id], claim.quantity
        where = (claim.article_id, resolution.contest_id or "")
        if claim.stage == "partial":
            partial.add((*where, claim.measure))
        if claim.measure == "votes_counted" and q.unit == "percent" and q.value is not None and not resolution.scope:
            shares[where] = max(shares.get(where, 0.0), q.value)
    return Stager(config, article, shares, frozenset(partial))


def day(published: str | None) -> date | None:
    """Return the first day of a date of any precision; None where it is none."""
    if not published:
        return None
    parts = [int(p) for p in published[:10].split("-")]
    return date(parts[0], parts[1] if len(parts) > 1 else 1, parts[2] if len(parts) > 2 else 1)


def order(a: str | None, b: str | None) -> int:
    """Return -1 where a is certainly before b, 1 where after, 0 where nothing tells ("1996-11" and "1996-11-17")."""
    if not a or not b:
        return 0
    n = min(len(a), len(b))
    return (a[:n] > b[:n]) - (a[:n] < b[:n])


def settled(contest: Contest, published: str | None, count_days: int) -> bool:
    """True where a print of this date is certainly later than the count."""
    printed, held = day(published), day(contest.date)
    if printed is None:
        return False
    if held is not None:
        return (printed - held).days > count_days
    # Only the year is known: a vote of December may be counted in January.
    return contest.year is not None and printed.year >= contest.year + 2


def neighbourhood(claim: Claim) -> str:
    """Return the sentence from the figure before the claim's to the one after it."""
    first, last = _place(claim)
    after = _FIGURE.search(claim.sentence, last)
    return f"{approach(claim)} {claim.sentence[first : after.start() if after else len(claim.sentence)]}"


def approach(claim: Claim) -> str:
    """Return the sentence from the figure before the claim's to the claim's own."""
    first, _ = _place(claim)
    before = [m.end() for m in _FIGURE.finditer(claim.sentence, 0, first)]
    return claim.sentence[before[-1] if before else 0 : first]


def _place(claim: Claim) -> tuple[int, int]:
    q, start = claim.quantity, claim.sentence_start
    return max(0, q.char_start - start), max(0, q.char_end - start)
