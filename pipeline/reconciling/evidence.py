"""A claim with all that a comparison asks of it: resolution, article, origin, stage, what it really counts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from pipeline.configuring.reconciling import Comparing, Distinction, ReconcilingConfig
from pipeline.reconciling.intervals import Interval, interval_of
from pipeline.reconciling.keys import Key, key_of
from pipeline.reconciling.wording import holds, words
from pipeline.types import Article, Claim, Contest, CountStage, Extraction, Resolution, Resolved


@dataclass(frozen=True, slots=True)
class Evidence:
    """One claim, ready to be compared. `aspects` holds one mark per distinction of its measure, in their order."""

    claim: Claim
    resolution: Resolution
    key: Key
    origin: str
    source: str
    published: str | None
    contest: Contest | None
    stage: CountStage  # the claim's own, or what date and article say where it has none
    share: float | None  # percent counted, as the article gives it for this contest
    aspects: tuple[str, ...]
    earlier: bool  # printed as the start of a change: "up from 29"
    interval: Interval

    @property
    def sort_key(self) -> tuple[str, str, int, str]:
        """A total order that does not depend on the order of input."""
        return (self.published or "", self.claim.article_id, self.claim.quantity.char_start, self.claim.claim_id)


def gather(
    articles: Sequence[Article],
    extractions: Sequence[Extraction],
    resolved: Resolved,
    origins: Mapping[str, str],
    config: ReconcilingConfig,
) -> list[Evidence]:
    """Return every claim once (by claim_id) as Evidence, sorted. Raises ValueError for a claim without a resolution."""
    by_article = {a.article_id: a for a in articles}
    resolutions = {r.claim_id: r for r in resolved.resolutions}
    contests = {c.contest_id: c for c in resolved.contests}
    claims = {c.claim_id: c for e in extractions for c in e.claims}
    missing = sorted(set(claims) - set(resolutions))
    if missing:
        raise ValueError(
            f"claim {missing[0]} has no resolution; every claim needs one, also where its contest cannot be told"
        )
    shares = _shares(claims.values(), resolutions)
    found = []
    for claim in claims.values():
        resolution, article = resolutions[claim.claim_id], by_article.get(claim.article_id)
        contest = contests.get(resolution.contest_id or "")
        published = article.published if article else None
        share = shares.get((claim.article_id, resolution.contest_id or ""))
        sentence = words(claim.sentence)
        found.append(
            Evidence(
                claim=claim,
                resolution=resolution,
                key=key_of(claim, resolution, origins[claim.claim_id]),
                origin=origins[claim.claim_id],
                source=_source(article, claim),
                published=published,
                contest=contest,
                stage=_stage(claim, contest, published, share, config.comparing),
                share=share,
                aspects=tuple(_mark(sentence, d) for d in config.distinction if claim.measure in d.measures),
                earlier=_is_earlier(claim, config.comparing),
                interval=interval_of(claim.quantity),
            )
        )
    return sorted(found, key=lambda e: e.sort_key)


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


def _source(article: Article | None, claim: Claim) -> str:
    if article is None:
        return claim.article_id
    return article.source or article.path


def _shares(claims: Iterable[Claim], resolutions: Mapping[str, Resolution]) -> dict[tuple[str, str], float]:
    """Return the highest share counted that an article gives for a contest as a whole, in percent."""
    shares: dict[tuple[str, str], float] = {}
    for claim in claims:
        resolution, q = resolutions[claim.claim_id], claim.quantity
        if claim.measure != "votes_counted" or q.unit != "percent" or q.value is None or resolution.scope:
            continue
        where = (claim.article_id, resolution.contest_id or "")
        shares[where] = max(shares.get(where, 0.0), q.value)
    return shares


def _stage(
    claim: Claim, contest: Contest | None, published: str | None, share: float | None, config: Comparing
) -> CountStage:
    """Return the stage; where the sentence has none, the article's share counted or its date may tell."""
    if claim.stage != "unknown" or claim.measure not in config.counted:
        return claim.stage
    if contest is not None and _settled(contest, published, config.count_days):
        return "final"
    if share is not None and share < config.complete_share:
        return "partial"
    return "unknown"


def _settled(contest: Contest, published: str | None, count_days: int) -> bool:
    printed, held = day(published), day(contest.date)
    if printed is None:
        return False
    if held is not None:
        return (printed - held).days > count_days
    # Only the year is known: a vote of December may be counted in January.
    return contest.year is not None and printed.year >= contest.year + 2


def _mark(sentence: tuple[str, ...], distinction: Distinction) -> str:
    if any(holds(sentence, cue) for cue in distinction.cues):
        return "cue"
    if any(holds(sentence, cue) for cue in distinction.against):
        return "against"
    return "either" if distinction.against else "without"


def _is_earlier(claim: Claim, config: Comparing) -> bool:
    before = words(claim.sentence[: max(0, claim.quantity.char_start - claim.sentence_start)])
    for cue in config.earlier_cues:
        n = len(words(cue))
        if holds(before[-(n + config.earlier_words) :], cue):
            return True
    return False
