"""What people decide on conflicts, values and claims: seen in the tables, and gone when the row is gone."""

from __future__ import annotations

import dataclasses

import pytest
from build import CONFIG, Story

from pipeline.configuring.decisions import Decision, Decisions
from pipeline.reconciling.reconcile import reconcile
from pipeline.types import Reconciled, Resolved


def story() -> Story:
    return Story().says("A", "seats", "54", "Blue").says("B", "seats", "57", "Blue").says("C", "seats", "9", "Green")


def settled(*rows: tuple[str, str, str]) -> Reconciled:
    made = Decisions(tuple(Decision(*row, "asked them") for row in rows))
    return reconcile(*story().inputs(), CONFIG, made)


PLAIN = settled()
CONFLICT = PLAIN.conflicts[0]
FACT = next(fact for fact in PLAIN.facts if fact.subject == "Blue")


def blue(found: Reconciled) -> tuple[float | None, str, tuple[str, ...]]:
    fact = next(fact for fact in found.facts if fact.fact_id == FACT.fact_id)
    return fact.value, fact.verdict, fact.conflict_ids


@pytest.mark.parametrize(("kind", "verdict"), [("real", "disputed"), ("not_conflict", "agreed")])
def test_a_decision_on_a_conflict_is_marked_on_it_and_the_conflict_stays(kind: str, verdict: str) -> None:
    found = settled((kind, CONFLICT.conflict_id, ""))
    (conflict,) = found.conflicts
    assert (conflict.decision, conflict.decision_note) == (kind, "asked them")
    assert dataclasses.replace(conflict, decision=None, decision_note=None) == CONFLICT
    assert blue(found) == (FACT.value, verdict, (CONFLICT.conflict_id,))


@pytest.mark.parametrize("about", [CONFLICT.conflict_id, FACT.fact_id], ids=["conflict", "fact"])
@pytest.mark.parametrize(("claim", "value"), [("k0", 54), ("k1", 57)])
def test_a_preferred_claim_gives_the_facts_value_and_the_ids_stay(about: str, claim: str, value: float) -> None:
    found = settled(("prefer", about, claim))
    assert blue(found) == (value, "disputed", (CONFLICT.conflict_id,))
    fact = next(fact for fact in found.facts if fact.fact_id == FACT.fact_id)
    assert fact.choice.startswith(f"{value} is taken by decision (asked them)") and FACT.choice in fact.choice


@pytest.mark.parametrize("in_turn", [1, -1])
def test_a_decision_on_the_fact_goes_before_one_on_its_conflict(in_turn: int) -> None:
    rows = [("prefer", FACT.fact_id, "k0"), ("prefer", CONFLICT.conflict_id, "k1")]
    assert blue(settled(*rows[::in_turn]))[0] == 54


def test_one_claim_may_be_preferred_for_two_things() -> None:
    found = settled(("prefer", FACT.fact_id, "k0"), ("prefer", CONFLICT.conflict_id, "k0"))
    assert blue(found)[0] == 54 and found.conflicts[0].decision == "prefer"


@pytest.mark.parametrize(("last", "value"), [(("prefer", "k0"), 54), (("real", ""), FACT.value)])
def test_a_preferred_value_is_gone_with_a_later_decision_on_the_same(last: tuple[str, str], value: float) -> None:
    other = "k0" if FACT.value == 57 else "k1"  # so that the first decision alone would be seen
    rows = [("prefer", CONFLICT.conflict_id, other), (last[0], CONFLICT.conflict_id, last[1])]
    assert blue(settled(rows[0]))[0] != FACT.value
    assert blue(settled(*rows))[0] == value


def test_of_two_decisions_on_one_conflict_the_later_counts() -> None:
    found = settled(("not_conflict", CONFLICT.conflict_id, ""), ("real", CONFLICT.conflict_id, ""))
    assert found.conflicts[0].decision == "real"


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (("real", "x0", ""), "x0 is no conflict"),
        (("not_conflict", FACT.fact_id, ""), "is no conflict"),
        (("prefer", "x0", "k0"), "x0 is no conflict or fact"),
        (("prefer", CONFLICT.conflict_id, "k2"), "k2 is no claim of"),
    ],
)
def test_what_is_not_there_is_told_and_changes_nothing(row: tuple[str, str, str], said: str) -> None:
    found = settled(row)
    assert said in found.unapplied[0]
    assert found.facts == PLAIN.facts


def test_a_dropped_claim_is_in_a_fact_of_its_own_and_disputes_nothing() -> None:
    articles, extractions, resolved = story().inputs()
    dropped = tuple(
        dataclasses.replace(r, contest_id=None, dropped=True) if r.claim_id == "k1" else r for r in resolved.resolutions
    )
    found = reconcile(articles, extractions, Resolved((), (), resolved.contests, dropped), CONFIG)
    assert found.conflicts == ()
    assert sorted(fact.claim_ids for fact in found.facts) == [("k0",), ("k1",), ("k2",)]
    assert {fact.fact_id for fact in PLAIN.facts} < {fact.fact_id for fact in found.facts}
