"""Conflicts of kind record: "lowest since 2003" beside "lowest since 2005", or a figure that breaks the record."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from pipeline.configuring.labels import measure_words
from pipeline.configuring.reconciling import ReconcilingConfig, Records
from pipeline.reconciling.evidence import Evidence
from pipeline.reconciling.findings import Finding, side
from pipeline.reconciling.keys import Key
from pipeline.reconciling.severity import scaled
from pipeline.reconciling.views import Figure, View, exceeds
from pipeline.reconciling.wording import words
from pipeline.types import Contest


@dataclass(frozen=True, slots=True)
class Record:
    """What a record claim says; `since` is a year, None for "ever". `measure` is what it is said of."""

    evidence: Evidence
    lowest: bool
    since: int | None
    measure: str


def record_findings(
    evidences: Sequence[Evidence], all_figures: View, contests: Mapping[str, Contest], config: ReconcilingConfig
) -> list[Finding]:
    """Return findings between records of one key, and between a record and the figures of the contests it spans."""
    beside = _figures_beside(evidences, config.records)
    by_key: dict[Key, list[Record]] = defaultdict(list)
    for e in evidences:
        record = _record(e, beside, config.records)
        if record is not None and not e.key.alone and e.claim.confidence >= config.comparing.silent_below:
            by_key[e.key].append(record)
    found: list[Finding] = []
    for key, records in by_key.items():
        found.extend(_baselines(key, records, config))
        found.extend(_broken(records, all_figures, contests, config))
    return found


def _figures_beside(evidences: Sequence[Evidence], config: Records) -> dict[tuple[str, int], set[str]]:
    beside: dict[tuple[str, int], set[str]] = defaultdict(set)
    for e in evidences:
        if e.claim.measure in config.measures:
            beside[e.claim.article_id, e.claim.sentence_start].add(e.claim.measure)
    return beside


def _record(e: Evidence, beside: Mapping[tuple[str, int], set[str]], config: Records) -> Record | None:
    if e.claim.measure != "record" or e.claim.value_text is None:
        return None
    said = words(e.claim.value_text)
    low, high = not set(said).isdisjoint(config.lowest), not set(said).isdisjoint(config.highest)
    if low == high:
        return None
    years = [int(w) for w in said if w.isdecimal() and len(w) == 4]
    if len(years) > 1 or (not years and not set(said).isdisjoint(config.since)):
        return None  # "lowest since the fall of the dictator": which year, the sentence does not say
    measures = beside.get((e.claim.article_id, e.claim.sentence_start), set()) or {config.default_measure}
    if e.claim.quantity.unit in config.measures:
        measures = {e.claim.quantity.unit}
    return Record(e, low, years[0] if years else None, next(iter(measures))) if len(measures) == 1 else None


def _baselines(key: Key, records: list[Record], config: ReconcilingConfig) -> Iterator[Finding]:
    """Yield a finding for each two baselines of one direction and measure; "ever" says no year and is not one."""
    groups: dict[tuple[str, bool], dict[int, list[Evidence]]] = defaultdict(lambda: defaultdict(list))
    for r in records:
        if r.since is not None:
            groups[r.measure, r.lowest][r.since].append(r.evidence)
    for (measure, _), by_year in sorted(groups.items()):
        for early, late in combinations(sorted(by_year), 2):
            a, b = by_year[early], by_year[late]
            yield Finding(
                kind="record",
                side_a=side(a),
                side_b=side(b),
                value_a=a[0].claim.value_text or "",
                value_b=b[0].claim.value_text or "",
                distance=config.severity.text_distance,
                reason=f"one record of {measure_words(config.labels, measure)} has two baselines, {early} and {late}",
                keys=(key,),
                name=f"{early} {late}",
                inside={e.claim.article_id for e in a} == {e.claim.article_id for e in b} and len(a) == 1,
            )


def _broken(
    records: list[Record], view: View, contests: Mapping[str, Contest], config: ReconcilingConfig
) -> Iterator[Finding]:
    """Yield a finding for each earlier contest whose figure goes beyond the record, one for each baseline."""
    distinct: dict[tuple[str, bool, int | None], list[Record]] = defaultdict(list)
    for r in records:
        distinct[r.measure, r.lowest, r.since].append(r)
    for same in distinct.values():
        record = same[0]
        now = contests.get(record.evidence.key.contest_id or "")
        if now is None or now.year is None:
            continue
        for then in sorted(contests.values(), key=lambda c: c.contest_id):
            if _spanned(record, now, then):
                yield from _beyond(same, now, then, view, config)


def _spanned(record: Record, now: Contest, then: Contest) -> bool:
    """True where `then` lies between the baseline and the record's own contest; the baseline itself is outside."""
    alike = (now.country, now.kind, now.body, now.round) == (then.country, then.kind, then.body, then.round)
    if not alike or then.year is None or now.year is None or then.year >= now.year:
        return False
    return record.since is None or then.year > record.since


def _beyond(
    same: list[Record], now: Contest, then: Contest, view: View, config: ReconcilingConfig
) -> Iterator[Finding]:
    record = same[0]
    key = record.evidence.key
    for current in view.of(now.contest_id, key.scope, record.measure):
        for earlier in view.of(then.contest_id, key.scope, record.measure):
            if (current.key.subject_id, current.key.unit) != (earlier.key.subject_id, earlier.key.unit):
                continue
            low, high = (earlier, current) if record.lowest else (current, earlier)
            if current.key.subject_id == key.subject_id and exceeds(high.low, low.high):
                yield _broken_finding(same, current, earlier, then, config)


def _broken_finding(
    same: list[Record], current: Figure, earlier: Figure, then: Contest, config: ReconcilingConfig
) -> Finding:
    record = same[0]
    q, p = current.lowest.claim.quantity, earlier.lowest.claim.quantity
    return Finding(
        kind="record",
        side_a=side([r.evidence for r in same]),
        side_b=side([*current.witnesses, *earlier.witnesses]),
        value_a=record.evidence.claim.value_text or "",
        value_b=f"{q.text} now, {p.text} in {then.year}",
        distance=scaled(abs((q.value or 0.0) - (p.value or 0.0)), q.value, p.value, q.unit, config.severity),
        reason=f"the figure of {then.year} goes beyond the record",
        keys=(record.evidence.key, current.key, earlier.key),
        name=f"broken {record.since}",
    )
