"""Conflicts of kind sum between the shares and the votes of two sides: of a referendum, or of a run-off for one office.

"Opponents got 57 percent, supporters 43 percent. No votes were 3,548,477 against 2,532,918 for Yes": two sides have all
valid votes between them, so their sum is what the shares are of. Blank and spoilt ballots may count for the shares too:
a share may lie between that of all votes cast and that of the two sides' sum.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.configuring.reconciling import ReconcilingConfig, Relation
from pipeline.reconciling.findings import Finding
from pipeline.reconciling.groups import is_side
from pipeline.reconciling.severity import scaled
from pipeline.reconciling.sums import cited, evidence_of, two_races
from pipeline.reconciling.views import Figure, Ground, View, exceeds

_ALL = 100.0  # percent


@dataclass(frozen=True, slots=True)
class _Votes:
    """A side's votes, the other side's, and all votes cast or counted where they are told."""

    own: Figure
    other: Figure
    wholes: tuple[Figure, ...]

    def percent(self, relation: Relation, whole: bool) -> tuple[float, float] | None:
        """Return the least and the most percent that the votes are, None where one is open.

        `whole`: the shares come to all of 100, so that they are of the two sides' votes alone.
        """
        own, other = self.own, self.other
        if own.low is None or own.high is None or other.low is None or other.high is None or own.low + other.low <= 0:
            return None
        least = _ALL * own.low / (own.low + other.high)
        most = _ALL * own.high / (own.high + other.low)
        told = [w.high for w in self.wholes if w.high]
        if told:
            least = min(least, _ALL * own.low / max(told))
        elif not whole:
            least *= relation.low_factor
        return least - relation.slack, most + relation.slack


def side_findings(views: Sequence[View], config: ReconcilingConfig) -> list[Finding]:
    """Return at most one finding per article, contest, scope and relation: all shares against all votes."""
    found: dict[tuple[object, ...], Finding] = {}
    for relation in (r for r in config.relation if r.kind == "sides"):
        for view in (v for v in views if v.article_id is not None):
            double = two_races(view, config)
            for ground in view.grounds():
                if ground.contest_id not in double:
                    for finding in _check(relation, ground, config):
                        where = (relation.name, frozenset(finding.keys))
                        known = found.get(where)
                        if known is None or -finding.distance < -known.distance:
                            found[where] = finding
    return list(found.values())


def not_told(findings: Sequence[Finding], told: Sequence[Finding]) -> list[Finding]:
    """Return the findings but for those on nothing that one of `told` is not on, with the same claims."""
    known = [(frozenset(f.keys), {e.claim.article_id for e in f.side_a}) for f in told]
    return [
        f
        for f in findings
        if not any(
            f.kind == "sum" and keys.issuperset(f.keys) and {e.claim.article_id for e in f.side_a} <= articles
            for keys, articles in known
        )
    ]


def _check(relation: Relation, ground: Ground, config: ReconcilingConfig) -> Iterator[Finding]:
    tops = [f for f in ground.of(relation.top) if f.key.subject_id is not None and f.key.unit != "percent"]
    results = [f for f in ground.of(relation.result) if f.key.subject_id is not None and f.key.unit == "percent"]
    subjects = {f.key.subject_id for f in tops}
    if not len(tops) == len(subjects) == 2 or not results or not subjects.issuperset(f.key.subject_id for f in results):
        return
    wholes = tuple(f for m in (relation.whole, relation.part) for f in _wholes(m, tops[0], ground))
    whole = _are_all(results, relation)
    if not _two_stand([*tops, *results], whole, config) or not _of_one_count([*tops, *results, *wholes]):
        return
    votes = {one.key.subject_id: _Votes(one, other, wholes) for one, other in (tops, tops[::-1])}
    missing = max(_missing(f, votes, whole, relation) for f in results)
    if missing > 0:
        yield _found(relation, results, [*tops, *wholes], missing, config)


def _wholes(measure: str, top: Figure, ground: Ground) -> list[Figure]:
    """All votes cast, or counted, as the article tells them."""
    return [f for f in ground.of(measure) if f.key.subject_id is None and f.key.unit == top.key.unit]


def _are_all(results: Sequence[Figure], relation: Relation) -> bool:
    """True where the two shares come to 100 percent, as far as they are printed."""
    low, high = sum(f.low or 0.0 for f in results), sum(f.high or 0.0 for f in results)
    return len(results) == 2 and low - relation.slack <= _ALL <= high + relation.slack


def _two_stand(figures: Sequence[Figure], whole: bool, config: ReconcilingConfig) -> bool:
    """True where nobody but the two can have votes: the sides of a referendum, two names that have all of it."""
    if all(is_side(f) for f in figures):
        return True
    loose = any(mark in f.lowest.claim.rule for f in figures for mark in config.sums.loose_marks)
    if loose or not whole or any(is_side(f) for f in figures):
        return False
    contest, kinds = figures[0].lowest.contest, {f.lowest.claim.subject_kind for f in figures}
    second = contest is not None and contest.kind == "presidential" and contest.round == 2 and kinds == {"person"}
    return second or (contest is not None and contest.kind == "referendum")


def _of_one_count(figures: Sequence[Figure]) -> bool:
    """True where all figures are of one stage; what does not say how settled it is may stand beside a settled one."""
    stages = {e.stage for f in figures for e in f.witnesses}
    return len(stages) == 1 or (len(stages - {"unknown"}) == 1 and "partial" not in stages)


def _missing(result: Figure, votes: Mapping[str | None, _Votes], whole: bool, relation: Relation) -> float:
    """Return by how many points a share misses what its side's votes make; 0 where it may be right or is another's.

    A share that is the other side's to the point was likelier read for the wrong side than printed so, and one that is
    far off is of a part of the land.
    """
    own = votes[result.key.subject_id].percent(relation, whole)
    other = next(v for s, v in votes.items() if s != result.key.subject_id).percent(relation, whole)
    if own is None or other is None or _apart(result, other) == 0:
        return 0.0
    gap = _apart(result, own)
    return gap if gap <= relation.far else 0.0


def _apart(result: Figure, made: tuple[float, float]) -> float:
    """The points between a share and what the votes make; the last digit of a share may be cut off, not rounded."""
    quantity = result.highest.claim.quantity
    cut = quantity.qualifier == "exact" and quantity.value is not None and result.high is not None
    high = result.high if not cut else max(result.high or 0.0, 2 * (result.high or 0.0) - (quantity.value or 0.0))
    if exceeds(result.low, made[1]):
        return (result.low or 0.0) - made[1]
    return made[0] - (high or 0.0) if exceeds(made[0], high) else 0.0


def _found(
    relation: Relation, results: list[Figure], tops: list[Figure], missing: float, config: ReconcilingConfig
) -> Finding:
    pair = tops[:2]
    total = sum(f.lowest.claim.quantity.value or 0.0 for f in pair)
    order = {f.key.subject_id: n for n, f in enumerate(pair)}
    made = [f"{_ALL * (f.lowest.claim.quantity.value or 0.0) / total:.2f}" for f in pair]
    results = sorted(results, key=lambda f: order[f.key.subject_id])
    return Finding(
        kind="sum",
        side_a=evidence_of(results),
        side_b=evidence_of(tops),
        value_a=cited(results),
        value_b=f"{cited(tops)} (that is {made[0]} and {made[1]} percent)",
        distance=scaled(missing, None, None, "percent", config.severity),
        reason=f"{relation.name}: {relation.reason}",
        keys=tuple(f.key for f in (*results, *tops)),
        name=relation.name,
        inside=True,
    )
