"""Conflicts of kind rank: the order that words state and the order that figures make."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from pipeline.configuring.reconciling import ReconcilingConfig
from pipeline.reconciling.findings import Finding, side
from pipeline.reconciling.groups import is_camp, is_group
from pipeline.reconciling.phrasing import printed
from pipeline.reconciling.severity import scaled
from pipeline.reconciling.sums import several_races, two_races
from pipeline.reconciling.views import Figure, Ground, View, exceeds

# A place may be by seats, by votes or by share; the sentence's own figure tells which, else all must speak against it.
_WHOLE = 100.0  # percent
_BY = ("seats", "votes", "vote_share")


def rank_findings(views: Sequence[View], config: ReconcilingConfig) -> list[Finding]:
    """Return one finding per two subjects whose stated order their figures turn round, or whose place others exceed."""
    found: dict[tuple[object, ...], Finding] = {}
    for view in views:
        double = two_races(view, config)
        for ground in view.grounds():
            for finding in _check(ground, config) if ground.contest_id not in double else ():
                found.setdefault((frozenset(finding.keys), finding.name), finding)
    return list(found.values())


def _check(ground: Ground, config: ReconcilingConfig) -> Iterator[Finding]:
    places = [f for f in ground.of("rank") if f.low is not None and f.low == f.high]
    places = [f for f in places if not several_races(f, config)]
    yield from _shared(ground, places, config)
    for place in places:
        measures = _measures(ground, place)
        above = [_above(ground, place, measure, config) for measure in measures]
        # Places by seats and by votes differ: every measure that has figures must speak against the place.
        if not above or not all(above):
            continue
        figure, larger = max(above, key=lambda a: len(a[1]) if a else 0) or (place, [])
        place_number = int(place.low or 0)
        if len({f.lowest.claim.quantity.value for f in larger}) >= place_number:
            yield _found(place, figure, larger, [], config)
        ranked = {f.key.subject_id: f for f in places if exceeds(f.low, place.high)}
        for other in larger:
            lower = ranked.get(other.key.subject_id)
            if lower is not None and len(larger) < place_number:
                yield _found(place, figure, [other], [lower], config)


def _shared(ground: Ground, places: Sequence[Figure], config: ReconcilingConfig) -> Iterator[Finding]:
    """Yield a finding for each two that are given one place, where every figure that both have puts one above."""
    for one, other in combinations(places, 2):
        same = (one.low, one.lowest.claim.subject_kind, is_group(one, config.sums))
        if same != (other.low, other.lowest.claim.subject_kind, is_group(other, config.sums)):
            continue
        measures = [m for m in _measures(ground, one) if m in _measures(ground, other)]
        figures = [(_own(ground, one, m), _own(ground, other, m)) for m in measures]
        if figures and all(exceeds(b.low, a.high) for a, b in figures):
            yield _found(one, figures[0][0], [figures[0][1]], [other], config)
        elif figures and all(exceeds(a.low, b.high) for a, b in figures):
            yield _found(other, figures[0][1], [figures[0][0]], [one], config)


def _own(ground: Ground, place: Figure, measure: str) -> Figure:
    return next(f for f in ground.of(measure) if f.key.subject_id == place.key.subject_id)


def _measures(ground: Ground, place: Figure) -> list[str]:
    own = {measure: f for measure in _BY for f in ground.of(measure) if f.key.subject_id == place.key.subject_id}
    sentence = (place.lowest.claim.article_id, place.lowest.claim.sentence_start)
    beside = [
        m for m, f in own.items() if any((e.claim.article_id, e.claim.sentence_start) == sentence for e in f.witnesses)
    ]
    return beside or list(own)


def _above(
    ground: Ground, place: Figure, measure: str, config: ReconcilingConfig
) -> tuple[Figure, list[Figure]] | None:
    """Return the subject's figure and those certainly larger; None where none is. Groups and parties are kept apart."""
    figures = ground.of(measure)
    own = _own(ground, place, measure)
    whole = config.sums.far_shares * _WHOLE
    if measure == "vote_share" and sum(f.low or 0.0 for f in figures if f.key.unit == "percent") > whole:
        return None  # "Trump was second ... Sanders was crushing Clinton 60 percent to 38": of several ballots
    larger = [
        f
        for f in figures
        if f.key.unit == own.key.unit
        and f.key.subject_id not in (None, own.key.subject_id)
        and f.lowest.claim.subject_kind == own.lowest.claim.subject_kind
        and is_group(f, config.sums) == is_group(own, config.sums)
        and not is_camp(f, config.sums)
        and f.lowest.stage == own.lowest.stage == place.lowest.stage
        and exceeds(f.low, own.high)
    ]
    return (own, larger) if larger else None


def _found(place: Figure, own: Figure, larger: list[Figure], lower: list[Figure], config: ReconcilingConfig) -> Finding:
    name = place.lowest.resolution.subject or "the subject"
    others = ", ".join(f"{f.lowest.resolution.subject} {printed(f.lowest.claim)}" for f in larger)
    stated = printed(place.lowest.claim)
    if lower:
        stated += f", {lower[0].lowest.resolution.subject} {printed(lower[0].lowest.claim)}"
    q, largest = own.highest.claim.quantity, max(f.low or 0.0 for f in larger)
    evidence = [*place.witnesses, *own.witnesses, *(e for f in (*larger, *lower) for e in f.witnesses)]
    return Finding(
        kind="rank",
        side_a=side([e for f in (place, *lower) for e in f.witnesses]),
        side_b=side([e for f in (own, *larger) for e in f.witnesses]),
        value_a=f"{name} {stated}",
        value_b=f"{name} {printed(own.highest.claim)}, {others}",
        distance=scaled(largest - (own.high or 0.0), q.value, largest, q.unit, config.severity),
        reason=f"{name} is placed {printed(place.lowest.claim)}, but {others} stands above it",
        keys=tuple(f.key for f in (place, own, *larger, *lower)),
        name="place",
        inside=len({e.claim.article_id for e in evidence}) == 1,
    )
