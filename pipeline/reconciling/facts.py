"""Facts: all claims on one key, with the value that stands for them and the reason for the choice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from pipeline.reconciling.comparing import STAGE_ORDER
from pipeline.reconciling.evidence import Evidence
from pipeline.reconciling.intervals import width
from pipeline.reconciling.keys import Key, fact_id
from pipeline.reconciling.phrasing import dated, plural, printed, staged
from pipeline.types import Conflict, Fact, Verdict

Camp = list[Evidence]

# Conflicts that, between the claims of one key, dispute its value; the others speak of several facts.
_DISPUTING = ("value", "bound", "record")


def camps(evidences: Sequence[Evidence]) -> list[Camp]:
    """Split the claims of one key into camps that each share a number (or a text), in ascending order."""
    if any(e.claim.value_text is not None for e in evidences):
        texts = sorted({_text(e) for e in evidences})
        return [[e for e in evidences if _text(e) == text] for text in texts]
    ordered = sorted(evidences, key=_by_high)
    found: list[Camp] = []
    point: float | None = None
    for e in ordered:
        low = e.interval.low
        if found and (low is None or point is None or low < point or (low == point and not _open_at(found[-1][0], e))):
            found[-1].append(e)
        else:
            found.append([e])
            point = e.interval.high
    return found


def choose(evidences: Sequence[Evidence]) -> tuple[Evidence, str]:
    """Return the claim whose value stands for the fact, and why (a whole's, most settled, latest, most origins ...)."""
    ranked = sorted(camps(evidences), key=_camp_rank)
    best = ranked[-1]
    chosen = min(best, key=_claim_rank)
    if len(ranked) == 1:
        return chosen, _alone(chosen, best)
    runner_up = min(ranked[-2], key=_claim_rank)
    names = (
        "is the whole's and not a part's",
        "is not the start of a change",
        "is the most settled",
        "is the latest",
        "has the most origins",
        "is the most precise",
    )
    differs = (n for n, x, y in zip(names, _camp_rank(best), _camp_rank(ranked[-2]), strict=False) if x != y)
    why = next(differs, "comes last in order; nothing else tells them apart")
    return chosen, (
        f"{_described(chosen, best)} is taken: it {why}. The runner-up is {_described(runner_up, ranked[-2])}"
        + (_others(len(ranked) - 2) if len(ranked) > 2 else ".")
    )


def _others(n: int) -> str:
    return f"; {n} more {'value is' if n == 1 else 'values are'} given."


def fact_of(key: Key, evidences: Sequence[Evidence], conflicts: Sequence[Conflict]) -> Fact:
    """Return the fact on a key from its claims and the conflicts that name it."""
    chosen, choice = choose(evidences)
    q = chosen.claim.quantity
    dates = sorted(e.published for e in evidences if e.published)
    kinds = Counter(e.claim.subject_kind for e in evidences)
    names = Counter(e.resolution.subject for e in evidences if e.resolution.subject)
    identifier = fact_id(key)
    return Fact(
        fact_id=identifier,
        contest_id=key.contest_id,
        subject_id=key.subject_id,
        subject=min(names, key=lambda n: (-names[n], n)) if names else None,
        subject_kind=min(kinds, key=lambda k: (-kinds[k], k)),
        measure=key.measure,
        unit=key.unit,
        scope=key.scope,
        value=q.value,
        value_low=q.low,
        value_high=q.high,
        value_text=q.text if chosen.claim.value_text is None else chosen.claim.value_text,
        stage=chosen.stage,
        verdict=_verdict(identifier, evidences, conflicts),
        n_claims=len(evidences),
        n_articles=len({e.claim.article_id for e in evidences}),
        n_origins=len({e.origin for e in evidences}),
        first_published=dates[0] if dates else None,
        last_published=dates[-1] if dates else None,
        claim_ids=tuple(sorted(e.claim.claim_id for e in evidences)),
        conflict_ids=tuple(sorted(c.conflict_id for c in conflicts)),
        choice=choice,
    )


def _verdict(identifier: str, evidences: Sequence[Evidence], conflicts: Sequence[Conflict]) -> Verdict:
    own = [c for c in conflicts if c.fact_ids == (identifier,)]
    if any(c.kind in _DISPUTING for c in own) or any(c.kind == "attribute" for c in conflicts):
        return "disputed"
    if any(c.kind == "revision" for c in own):
        return "revised"
    return "agreed" if len({e.origin for e in evidences}) > 1 else "single"


def _camp_rank(camp: Camp) -> tuple[bool, bool, int, str, int, float, float]:
    # "More than 50" fits many values; how settled a value is, say those who name it.
    firm = [e for e in camp if width(e.interval) < float("inf")] or camp
    return (
        any(e.whole for e in camp),
        not all(e.earlier for e in firm),
        max(STAGE_ORDER[e.stage] for e in firm),
        max(e.published or "" for e in firm),
        len({e.origin for e in camp}),
        -min(width(e.interval) for e in camp),
        max(e.claim.quantity.value or 0.0 for e in firm),
    )


def _claim_rank(e: Evidence) -> tuple[object, ...]:
    """Within a camp all agree: the narrowest print says most, then the most settled, then the earliest."""
    return (e.earlier, width(e.interval), -STAGE_ORDER[e.stage], -e.claim.confidence, *e.sort_key)


def _by_high(e: Evidence) -> tuple[float, bool, float, tuple[str, str, int, str]]:
    high = float("inf") if e.interval.high is None else e.interval.high
    low = float("-inf") if e.interval.low is None else e.interval.low
    return (high, not e.interval.high_open, low, e.sort_key)


def _open_at(first: Evidence, e: Evidence) -> bool:
    return first.interval.high_open or e.interval.low_open


def _text(e: Evidence) -> str:
    return (e.claim.value_text or "").casefold()


def _alone(chosen: Evidence, camp: Camp) -> str:
    if len(camp) == 1:
        return f"{_described(chosen, camp)}: the only claim."
    return f"{_described(chosen, camp)}: all {len(camp)} claims agree; this is the most precise print."


def _described(chosen: Evidence, camp: Camp) -> str:
    n = len({e.origin for e in camp})
    latest = max((e.published or "" for e in camp), default="")
    settled = max((e.stage for e in camp), key=lambda s: STAGE_ORDER[s])
    return f"{printed(chosen.claim)} ({staged(settled)}, {dated(latest or None)}, {plural(n, 'origin')})"
