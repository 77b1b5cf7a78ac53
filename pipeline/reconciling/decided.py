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

    `preferred` gives the decisions for a claim's value, by the fact or conflict they are on. One on the fact itself
    goes before one on a conflict it takes part in; a fact without any chooses by itself.
    """
    fact = fact_of(key, evidences, [c for c in conflicts if c.decision != SET_ASIDE])
    fact = replace(fact, conflict_ids=tuple(sorted(c.conflict_id for c in conflicts)))
    own = {e.claim.claim_id: e for e in evidences}
    about = {fact.fact_id, *fact.conflict_ids}
    rows = [row for name, row in preferred.items() if name in about and row.id_b in own] if preferred else []
    if not rows:
        return fact
    row = next((row for row in rows if row.id_a == fact.fact_id), rows[-1])
    return _with_value(fact, own[row.id_b], row)


def preferences(decisions: Decisions) -> dict[str, Decision]:
    """Return the decisions that a claim's value is right, by fact or conflict, in the file's order.

    Of several decisions on one fact or conflict the last counts, also where that is of another kind.
    """
    last: dict[str, Decision] = {}
    for row in decisions.of(*_ON_CONFLICTS):
        last.pop(row.id_a, None)  # it comes after what was decided in between
        last[row.id_a] = row
    return {name: row for name, row in last.items() if row.kind == "prefer"}


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
