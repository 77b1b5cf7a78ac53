"""What people decided on conflicts and values: marked on the conflict, told in the fact's choice, forgotten nowhere."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from pipeline.configuring.decisions import Decision, Decisions
from pipeline.reconciling.evidence import Evidence
from pipeline.reconciling.facts import fact_of
from pipeline.reconciling.keys import Key
from pipeline.reconciling.phrasing import printed
from pipeline.types import Conflict, Fact

SET_ASIDE = "not_conflict"
_ON_CONFLICTS = ("real", SET_ASIDE, "prefer")


def marked(conflicts: Iterable[Conflict], decisions: Decisions) -> list[Conflict]:
    """Return the conflicts in the same order, those decided on with the decision (of several the last) and its note."""
    said = {row.id_a: row for row in decisions.of(*_ON_CONFLICTS)}
    return [
        replace(c, decision=row.kind, decision_note=row.note or None) if (row := said.get(c.conflict_id)) else c
        for c in conflicts
    ]


def decided_fact(
    key: Key, evidences: Sequence[Evidence], conflicts: Sequence[Conflict], preferred: Mapping[str, Decision]
) -> Fact:
    """Return the fact on a key. A conflict decided to be none is listed, but disputes nothing.

    `preferred` gives the claims whose value was decided to be right; a fact without one chooses by itself.
    """
    fact = fact_of(key, evidences, [c for c in conflicts if c.decision != SET_ASIDE])
    fact = replace(fact, conflict_ids=tuple(sorted(c.conflict_id for c in conflicts)))
    about = {fact.fact_id, *fact.conflict_ids}
    for e in evidences:
        row = preferred.get(e.claim.claim_id)
        if row is not None and row.id_a in about:
            return _with_value(fact, e, row)
    return fact


def preferences(decisions: Decisions) -> dict[str, Decision]:
    """Return the decisions that a claim's value is right, by claim; of several on one fact or conflict the last."""
    last = {row.id_a: row for row in decisions.of("prefer")}
    return {row.id_b: row for row in last.values()}


def unapplied(decisions: Decisions, facts: Iterable[Fact], conflicts: Iterable[Conflict]) -> tuple[str, ...]:
    """Return a sentence for each decision on a conflict or a value that names what this run does not have."""
    sides = {c.conflict_id: {*c.claim_ids_a, *c.claim_ids_b} for c in conflicts}
    claims = {fact.fact_id: set(fact.claim_ids) for fact in facts} | sides
    found = []
    for row in decisions.of(*_ON_CONFLICTS):
        if row.id_a not in sides and (row.kind != "prefer" or row.id_a not in claims):
            what = "conflict or fact" if row.kind == "prefer" else "conflict"
            found.append(row.unknown(f"{row.id_a} is no {what} that this run has"))
        elif row.kind == "prefer" and row.id_b not in claims[row.id_a]:
            found.append(row.unknown(f"{row.id_b} is no claim of {row.id_a}"))
    return tuple(found)


def _with_value(fact: Fact, chosen: Evidence, row: Decision) -> Fact:
    q = chosen.claim.quantity
    return replace(
        fact,
        value=q.value,
        value_low=q.low,
        value_high=q.high,
        value_text=chosen.claim.value_text,
        stage=chosen.stage,
        choice=f"{printed(chosen.claim)} is taken {row.by_whom}, from claim {chosen.claim.claim_id}. "
        f"Without it: {fact.choice}",
    )
