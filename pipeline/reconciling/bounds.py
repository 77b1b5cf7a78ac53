"""Conflicts of kind bound: "none of the groups won more than 55" beside a list with 57.

A limit on all lists of a contest is a claim of the rule named below, on the contest. It is compared with every
list's figure as if it stood on that list's key; limits on one key are compared with the key's other claims (values.py).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from pipeline.configuring.reconciling import ReconcilingConfig
from pipeline.reconciling import comparing
from pipeline.reconciling.evidence import Evidence
from pipeline.reconciling.findings import Finding, side
from pipeline.reconciling.keys import Key
from pipeline.reconciling.phrasing import plural, printed
from pipeline.reconciling.severity import distance

# The name of the extractor's rule for "None of ... won more than N".
LIMIT_ON_ALL = "bound-none-more"


def bound_findings(evidences: Iterable[Evidence], config: ReconcilingConfig) -> list[Finding]:
    """Return one finding per limit's key and list that breaks it: the tightest limit and the claims above it."""
    limits: dict[tuple[str | None, str, str, str | None], list[Evidence]] = defaultdict(list)
    figures: dict[tuple[str | None, str, str, str | None], dict[Key, list[Evidence]]] = defaultdict(dict)
    for e in evidences:
        where = (e.key.contest_id, e.key.measure, e.key.unit, e.key.scope)
        if e.key.alone:
            continue
        if e.claim.rule == LIMIT_ON_ALL:
            limits[where].append(e)
        elif e.key.subject_id is not None:
            figures[where].setdefault(e.key, []).append(e)
    found = []
    for where, stated in limits.items():
        tightest = _by_context(stated)
        for key, claims in figures[where].items():
            finding = _broken(key, tightest, claims, config)
            if finding is not None:
                found.append(finding)
    return found


def _by_context(stated: list[Evidence]) -> list[Evidence]:
    """Return the tightest limit of each stage, date and distinction: the others say no more."""
    tightest: dict[tuple[object, ...], Evidence] = {}
    for e in sorted(stated, key=lambda e: (_high(e), e.sort_key)):
        tightest.setdefault((e.stage, e.published, e.aspects), e)
    return list(tightest.values())


def _high(e: Evidence) -> float:
    return float("inf") if e.interval.high is None else e.interval.high


def _broken(key: Key, limits: list[Evidence], claims: list[Evidence], config: ReconcilingConfig) -> Finding | None:
    # Claims of one stage and day stand or fall together: the largest of them is asked.
    asked: dict[tuple[object, ...], list[Evidence]] = defaultdict(list)
    for e in claims:
        asked[e.stage, e.published, e.aspects, e.interval].append(e)
    most = config.comparing.witness_limit  # of the tightest limits and of the largest figures
    broken = [
        (limit, same)
        for limit in limits[:most]
        for same in sorted(asked.values(), key=lambda group: -(group[0].interval.low or 0.0))[:most]
        if comparing.relate(limit, same[0], config).outcome == "apart"
    ]
    if not broken:
        return None
    limit, same = min(broken, key=lambda b: (_high(b[0]), b[0].sort_key, b[1][0].sort_key))
    against = [e for first, others in broken if first is limit for e in others]
    relating = comparing.relate(limit, same[0], config)
    return Finding(
        kind="bound",
        side_a=side(against),
        side_b=(limit,),
        value_a=printed(same[0].claim),
        value_b=printed(limit.claim),
        distance=distance(limit, same[0], config.severity),
        reason=f"the limit holds for every list, and {plural(len(against), 'claim')} on this one lies above it",
        keys=(key, limit.key),
        name="limit on all",
        guessed=relating.guessed,
        inside=comparing.same_article(limit, same[0]),
    )
