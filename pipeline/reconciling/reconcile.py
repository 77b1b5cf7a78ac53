"""The reconciling stage: claims with resolutions in, facts and conflicts out. No step depends on the order of input."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from operator import attrgetter

from pipeline.configuring.decisions import NO_DECISIONS, Decisions
from pipeline.configuring.reconciling import ReconcilingConfig
from pipeline.keeping import in_order
from pipeline.reconciling.attributes import attribute_findings
from pipeline.reconciling.ballots import lone_ballots
from pipeline.reconciling.bounds import bound_findings
from pipeline.reconciling.decided import decided_fact, marked, preferences, unapplied
from pipeline.reconciling.evidence import Evidence, gather
from pipeline.reconciling.explaining import conflicts_of
from pipeline.reconciling.findings import Finding
from pipeline.reconciling.keys import Key, fact_id
from pipeline.reconciling.mistaking import places_of
from pipeline.reconciling.origins import trace_origins
from pipeline.reconciling.ranks import rank_findings
from pipeline.reconciling.records import record_findings
from pipeline.reconciling.sides import not_told, side_findings
from pipeline.reconciling.sums import sum_findings
from pipeline.reconciling.values import value_findings
from pipeline.reconciling.views import views_of
from pipeline.types import Article, Conflict, Extraction, Reconciled, Resolved


def reconcile(
    articles: Sequence[Article],
    extractions: Sequence[Extraction],
    resolved: Resolved,
    config: ReconcilingConfig,
    decisions: Decisions = NO_DECISIONS,
) -> Reconciled:
    """Return facts (by fact_id), conflicts (worst first), origins and stages (by claim_id).

    Every claim of `extractions` is in exactly one fact; a claim given twice counts once. Raises ValueError for a
    claim that `resolved` does not know. What people decided on conflicts and values comes last: no id depends on it.
    """
    extractions = in_order(extractions, attrgetter("article_id"))
    origins = trace_origins(extractions, resolved, config.origins)
    evidences = gather(articles, extractions, resolved, origins, config)
    evidences = lone_ballots(evidences, extractions, resolved, config.comparing)
    by_key: dict[Key, list[Evidence]] = defaultdict(list)
    for e in evidences:
        by_key[e.key].append(e)
    keys = sorted(by_key, key=lambda k: k.sort_key)
    conflicts = marked(conflicts_of(_findings(keys, by_key, evidences, resolved, config), config), decisions)
    naming: dict[str, list[Conflict]] = defaultdict(list)
    for conflict in conflicts:
        for identifier in conflict.fact_ids:
            naming[identifier].append(conflict)
    preferred = preferences(decisions)
    facts = [decided_fact(key, by_key[key], naming[fact_id(key)], preferred) for key in keys]
    return Reconciled(
        facts=tuple(sorted(facts, key=lambda f: f.fact_id)),
        conflicts=tuple(conflicts),
        origins=tuple(sorted(origins.items())),
        unapplied=unapplied(decisions, facts, conflicts),
        stages=tuple(sorted((e.claim.claim_id, e.stage) for e in evidences)),
    )


def _findings(
    keys: list[Key],
    by_key: dict[Key, list[Evidence]],
    evidences: list[Evidence],
    resolved: Resolved,
    config: ReconcilingConfig,
) -> list[Finding]:
    views = views_of(evidences, config)
    places = places_of(by_key, config)
    contests = {c.contest_id: c for c in resolved.contests}
    of_sides = side_findings(views, config)
    return [
        *(finding for key in keys for finding in value_findings(key, by_key[key], places, config)),
        *bound_findings(evidences, config),
        *of_sides,
        *not_told(sum_findings(views, contests, config), of_sides),
        *rank_findings(views, config),
        *record_findings(evidences, views[-1], contests, config),
        *attribute_findings(evidences, resolved, config),
    ]
