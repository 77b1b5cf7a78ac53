"""Extraction -> Resolved: what every claim is about, joined from the entities and the contests of the run."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pipeline.configuring.configuration import Configuration
from pipeline.resolving.contests import resolve_contests
from pipeline.resolving.decided import decided_claims
from pipeline.resolving.entities import resolve_entities
from pipeline.types import Article, Extraction, Resolution, Resolved


def resolve(
    articles: Sequence[Article],
    extractions: Sequence[Extraction],
    config: Configuration,
    folder: Path | None = None,
) -> Resolved:
    """Resolve all mentions and claims of a run; the order in which they come does not matter.

    The links of mentions are kept in `folder`, in a file that is gone with the last use of them.
    Every claim has a resolution, in order of claim id; what cannot be told is None with the reason. What people
    decided comes last and counts most.
    """
    contests = resolve_contests(articles, extractions, config)
    years = {c.contest_id: c.year for c in contests.contests}
    known = {c.contest_id: c for c in contests.contests}
    claims = sorted(contests.claims, key=lambda c: c.claim_id)
    decided = decided_claims(config.decisions, {c.claim_id: c.article_id for c in claims}, years)
    entities = resolve_entities(extractions, config, articles, folder)
    resolutions = []
    for claim in claims:
        own = contests.of_claim[claim.claim_id]
        contest_id, basis = decided.contest(claim.claim_id, own)
        contest = known.get(contest_id or "")
        subject_id, subject, why = entities.resolve_subject(claim, contest.year if contest else None, contest)
        scope, _ = entities.resolve_scope(claim)
        dropped = claim.claim_id in decided.dropped
        resolutions.append(Resolution(claim.claim_id, contest_id, basis, subject_id, subject, why, scope, dropped))
    entities.forget()
    unapplied = (*entities.unapplied(config.decisions), *decided.unapplied)
    return Resolved(
        entities.entities, entities.by_article, contests.contests, tuple(resolutions), entities.reviews, unapplied
    )
