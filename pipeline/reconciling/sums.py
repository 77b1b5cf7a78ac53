"""Conflicts of kind sum: what the configured relations between measures say of figures that stand together.

Checked on the figures of each article and on those of all (views.py). Only sure readings count, and a relation fails
only where it fails for every reading in the view.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.configuring.reconciling import ReconcilingConfig, Relation
from pipeline.reconciling.comparing import of_councils
from pipeline.reconciling.evidence import Evidence
from pipeline.reconciling.findings import Finding, side
from pipeline.reconciling.groups import is_camp, is_group
from pipeline.reconciling.phrasing import printed
from pipeline.reconciling.severity import scaled
from pipeline.reconciling.views import Figure, Ground, View, exceeds
from pipeline.reconciling.wording import holds, words
from pipeline.types import Contest

Bounds = tuple[float | None, float | None]


def sum_findings(views: Sequence[View], contests: Mapping[str, Contest], config: ReconcilingConfig) -> list[Finding]:
    """Return one finding per relation and facts; what one article shows by itself is not shown again from all."""
    found: dict[tuple[object, ...], Finding] = {}
    before = _contests_before(contests)
    for view in views:
        double = two_races(view, config)
        for ground in view.grounds():
            if ground.contest_id in double:
                continue
            for relation in config.relation:
                for finding in _check(relation, ground, before.get(ground.contest_id), config):
                    where = (relation.name, frozenset(finding.keys))
                    known = found.get(where)
                    if known is None or (view.article_id is not None and _rank(finding) < _rank(known)):
                        found[where] = finding
    return list(found.values())


def _rank(finding: Finding) -> tuple[float, str, str]:
    return (-finding.distance, finding.value_a, finding.value_b)


def _check(relation: Relation, ground: Ground, previous: str | None, config: ReconcilingConfig) -> Iterator[Finding]:
    if relation.kind == "at_most":
        yield from _at_most(relation, ground, config)
    elif relation.kind == "parts" and ground.view.article_id is not None:
        # Two articles may name one list differently: parts of several articles are not added.
        yield from _parts(relation, ground, config)
    elif relation.kind == "ratio":
        yield from _ratio(relation, ground, config)
    elif relation.kind == "change" and previous is not None:
        yield from _change(relation, ground, previous, config)


def _at_most(relation: Relation, ground: Ground, config: ReconcilingConfig) -> Iterator[Finding]:
    for whole in ground.of(relation.whole):
        if whole.key.subject_id is not None or _is_loose(whole, config):
            continue
        for part in ground.of(relation.part):
            near = _value(part) <= config.sums.far * _value(whole) and not is_camp(part, config.sums)
            if near and _addable(part, whole, relation) and exceeds(part.low, whole.high):
                yield _found(relation, [part], [whole], config, _missing(part.low, whole.high))


def _parts(relation: Relation, ground: Ground, config: ReconcilingConfig) -> Iterator[Finding]:
    parts = [f for f in ground.of(relation.part) if f.key.subject_id is not None and f.low is not None]
    wholes: list[Figure | None] = [
        f for f in ground.of(relation.whole) if f.key.subject_id is None and not _is_loose(f, config)
    ]
    if relation.whole_value is not None:
        wholes = [None]
    for whole in wholes:
        addable = [p for p in parts if whole is None or _addable(p, whole, relation)]
        limit = relation.whole_value if whole is None else whole.high
        most = config.sums.far_shares * (limit or 0.0) if whole is None else config.sums.far_parts * _value(whole)
        for group in _additions(addable, config):
            near = sum(_value(p) for p in group) <= most
            if near and len(group) > 1 and exceeds(_total(group), limit):
                yield _sum_found(relation, group, whole, config)


def _additions(parts: list[Figure], config: ReconcilingConfig) -> Iterator[list[Figure]]:
    """Yield lists of parts that may be added: parties, groups of parties and people apart, each unit alone, no camps.

    Two subjects with one figure may be one subject under two names, so a figure counts once, and so does a name.
    """
    groups: dict[tuple[str, str], dict[float, Figure]] = defaultdict(dict)
    named: set[str | None] = set()
    for part in parts:
        name = part.lowest.resolution.subject
        if is_camp(part, config.sums) or _is_loose(part, config) or name in named or several_races(part, config):
            continue
        named.add(name)
        kind = "group" if is_group(part, config.sums) else part.lowest.claim.subject_kind
        groups[part.key.unit, kind].setdefault(_value(part), part)
    for _, by_value in sorted(groups.items()):
        found = sorted(by_value.values(), key=lambda p: p.key.sort_key)
        contest = found[0].lowest.contest
        # Two stand in a run-off: a third's share is that of the round before.
        if contest is None or contest.kind != "presidential" or contest.round in (None, 1) or len(found) <= 2:
            yield found


def several_races(figure: Figure, config: ReconcilingConfig) -> bool:
    """True where the figure's contest is of a kind that may hold several races."""
    contest = figure.lowest.contest
    return contest is not None and (
        contest.kind in config.sums.several_races or of_councils(figure.lowest, config.comparing)
    )


def two_races(view: View, config: ReconcilingConfig) -> frozenset[str]:
    """Return the contests of which a sentence in the view tells two races ("for president ... for vice president")."""
    return frozenset(
        contest_id for (contest_id, _, _), figures in view.figures.items() if any(_of_two(f, config) for f in figures)
    )


def _of_two(figure: Figure, config: ReconcilingConfig) -> bool:
    contest, said = figure.lowest.contest, words(figure.lowest.claim.sentence)
    presidential = contest is not None and contest.kind == "presidential"
    return presidential and any(holds(said, cue) for cue in config.sums.two_races)


def _value(figure: Figure) -> float:
    return abs(figure.lowest.claim.quantity.value or 0.0)


def _is_loose(part: Figure, config: ReconcilingConfig) -> bool:
    return any(mark in part.lowest.claim.rule for mark in config.sums.loose_marks)


def _ratio(relation: Relation, ground: Ground, config: ReconcilingConfig) -> Iterator[Finding]:
    bottoms = [f for f in ground.of(relation.bottom) if f.key.subject_id is None and f.key.unit != "percent"]
    tops = {f.key.subject_id: f for f in ground.of(relation.top) if f.key.unit != "percent"}
    for result in ground.of(relation.result):
        top = tops.get(result.key.subject_id)
        if result.key.unit != "percent" or top is None or len(bottoms) != 1:
            continue
        least, most = _quotient(top, bottoms[0])
        low = None if least is None else least * relation.low_factor - relation.slack
        high = None if most is None else most * relation.high_factor + relation.slack
        made = 100 * _value(top) / (_value(bottoms[0]) or 1.0)
        near = max(made, _value(result)) <= config.sums.far * min(made, _value(result))
        if near and (exceeds(result.low, high) or exceeds(low, result.high)):
            missing = _missing(result.low, high) if exceeds(result.low, high) else _missing(low, result.high)
            found = _found(relation, [result], [top, bottoms[0]], config, missing)
            yield replace(found, value_b=f"{found.value_b} (that is {_shown(least, most)} percent)")


def _quotient(top: Figure, bottom: Figure) -> Bounds:
    low = top.low * 100 / bottom.high if top.low is not None and bottom.high else None
    high = top.high * 100 / bottom.low if top.high is not None and bottom.low else None
    return low, high


def _change(relation: Relation, ground: Ground, previous: str, config: ReconcilingConfig) -> Iterator[Finding]:
    # "Before the election Red had 229" is what the change is counted from, though a distinction sets it apart.
    earlier = ground.view.loose.get((previous, ground.scope, relation.part), ())
    befores = {(f.key.subject_id, f.key.unit): f for f in earlier}
    changes = {(f.key.subject_id, f.key.unit): f for f in ground.of(relation.change)}
    for now in ground.of(relation.part):
        subject = (now.key.subject_id, now.key.unit)
        before, change = befores.get(subject), changes.get(subject)
        if before is None or change is None or now.key.unit == "percent" or several_races(now, config):
            continue
        low = None if before.low is None or change.low is None else before.low + change.low
        high = None if before.high is None or change.high is None else before.high + change.high
        if exceeds(now.low, high) or exceeds(low, now.high):
            missing = _missing(now.low, high) if exceeds(now.low, high) else _missing(low, now.high)
            found = _found(relation, [now], [before, change], config, missing)
            yield replace(found, value_b=f"{found.value_b} (that makes {_shown(low, high)})")


def _contests_before(contests: Mapping[str, Contest]) -> dict[str, str]:
    """Return contest_id -> the latest earlier contest of the same country, kind and body; only where one is certain."""
    series: dict[tuple[str, str, str | None], dict[int, list[Contest]]] = defaultdict(lambda: defaultdict(list))
    for contest in contests.values():
        if contest.year is not None:
            series[contest.country, contest.kind, contest.body][contest.year].append(contest)
    before = {}
    for by_year in series.values():
        years = sorted(by_year)
        for earlier, later in pairwise(years):
            if len(by_year[earlier]) == 1:
                before.update({c.contest_id: by_year[earlier][0].contest_id for c in by_year[later]})
    return before


def _addable(part: Figure, whole: Figure, relation: Relation) -> bool:
    if relation.same_unit:
        return part.key.unit == whole.key.unit and part.key.unit != "percent"
    return "percent" not in (part.key.unit, whole.key.unit)


def _found(
    relation: Relation, parts: list[Figure], wholes: list[Figure], config: ReconcilingConfig, missing: float
) -> Finding:
    first, evidence = parts[0].lowest.claim.quantity, evidence_of(parts) + evidence_of(wholes)
    return Finding(
        kind="sum",
        side_a=evidence_of(parts),
        side_b=evidence_of(wholes),
        value_a=cited(parts),
        value_b=cited(wholes),
        distance=scaled(missing, first.value, wholes[0].lowest.claim.quantity.value, first.unit, config.severity),
        reason=f"{relation.name}: {relation.reason}",
        keys=tuple(f.key for f in (*parts, *wholes)),
        name=relation.name,
        inside=len({e.claim.article_id for e in evidence}) == 1,
    )


def _sum_found(relation: Relation, parts: list[Figure], whole: Figure | None, config: ReconcilingConfig) -> Finding:
    limit, total = relation.whole_value if whole is None else whole.high, _total(parts)
    wholes = [] if whole is None else [whole]
    evidence = tuple(p.lowest for p in parts)
    unit = parts[0].key.unit
    return Finding(
        kind="sum",
        side_a=side(evidence),
        # A constant has no sentence: the parts themselves are both sides, the largest against the others.
        side_b=evidence_of(wholes) or side((max(evidence, key=lambda e: (e.claim.quantity.value or 0.0, e.sort_key)),)),
        value_a=f"{cited(parts)}, together at least {total:g}",
        value_b=cited(wholes) or f"{limit:g} {unit}",
        distance=scaled(_missing(total, limit), total, limit, unit, config.severity),
        reason=f"{relation.name}: {relation.reason}",
        keys=tuple(f.key for f in (*parts, *wholes)),
        name=relation.name,
        inside=True,
    )


def evidence_of(figures: Iterable[Figure]) -> tuple[Evidence, ...]:
    """Return the claims that set the ends of the figures, each once."""
    return side([e for f in figures for e in f.witnesses])


def cited(figures: Sequence[Figure]) -> str:
    """Return every figure with its subject or measure: "Blue 54 + Red 47", "seats total 329"."""
    return " + ".join(
        f"{e.resolution.subject or f.key.measure.replace('_', ' ')} {printed(e.claim)}"
        for f in figures
        for e in f.witnesses
    )


def _total(parts: list[Figure]) -> float:
    return sum(p.low or 0.0 for p in parts)


def _missing(more: float | None, less: float | None) -> float:
    return 0.0 if more is None or less is None else more - less


def _shown(low: float | None, high: float | None) -> str:
    ends = [f"{round(end, 2):g}" for end in (low, high) if end is not None]
    return " to ".join(dict.fromkeys(ends))
