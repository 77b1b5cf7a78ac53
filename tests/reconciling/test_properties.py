"""What holds for all claims, in whatever order they come."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from build import CONFIG, Story
from hypothesis import given
from hypothesis import strategies as st

from pipeline.reconciling import comparing, values
from pipeline.reconciling.reconcile import reconcile
from pipeline.types import Claim, Reconciled, Resolution

TEXTS = ["18", "19", "20", "at least 19", "at most 18", "more than 19", "about 19", "18 to 20", "25", "400"]
MEASURES = [
    ("seats", "Blue"),
    ("seats", "Red"),
    ("seats_total", None),
    ("turnout", None),
    ("vote_share", "Blue"),
    ("rank", "Blue"),
]
STAGES = ["final", "preliminary", "partial", "projected", "unknown"]
DATES = ["2031-05-14", "2031-05-16", "2031-05", "2034-01-01", None]

one_claim = st.tuples(
    st.sampled_from(["A", "B", "C", "D"]),
    st.sampled_from(MEASURES),
    st.sampled_from(TEXTS),
    st.sampled_from(STAGES),
    st.sampled_from(["c2031", "c2027", None]),
    st.sampled_from([0.95, 0.7, 0.45, 0.2]),
    st.sampled_from([None, 0]),  # a sentence of its own, or one that many share
)
dates = st.tuples(*[st.sampled_from(DATES)] * 4)


def story_of(claims: list[Any], published: tuple[str | None, ...]) -> Story:
    story = Story()
    for name, date in zip("ABCD", published, strict=True):
        story.article(name, date)
    for article, (measure, subject), text, stage, contest, confidence, start in claims:
        more = (
            {}
            if start is None
            else {"sentence_start": start, "sentence": f"All of {article} in one sentence with {text}."}
        )
        story.says(article, measure, text, subject, stage=stage, contest=contest, confidence=confidence, **more)
    return story


@given(st.lists(one_claim, max_size=12), dates, st.randoms(use_true_random=False))
def test_the_order_of_input_changes_nothing(claims: list[Any], published: tuple[str | None, ...], random: Any) -> None:
    articles, extractions, resolved = story_of(claims, published).inputs()
    expected = reconcile(articles, extractions, resolved, CONFIG)
    shuffled = [replace(e, claims=tuple(random.sample(e.claims, len(e.claims)))) for e in extractions]
    for items in (articles, shuffled):
        random.shuffle(items)
    resolutions = tuple(random.sample(resolved.resolutions, len(resolved.resolutions)))
    contests = tuple(random.sample(resolved.contests, len(resolved.contests)))
    assert (
        reconcile(articles, shuffled, replace(resolved, resolutions=resolutions, contests=contests), CONFIG) == expected
    )


@given(st.lists(one_claim, max_size=12), dates)
def test_every_claim_is_in_exactly_one_fact(claims: list[Any], published: tuple[str | None, ...]) -> None:
    story = story_of(claims, published)
    reconciled = story.reconcile()
    named = sorted(c for f in reconciled.facts for c in f.claim_ids)
    assert named == sorted(c.claim_id for c, _ in story.claims)
    assert sorted(c for c, _ in reconciled.origins) == named
    facts = {f.fact_id: f for f in reconciled.facts}
    assert len(facts) == len(reconciled.facts)
    assert len({c.conflict_id for c in reconciled.conflicts}) == len(reconciled.conflicts)
    for conflict in reconciled.conflicts:
        assert 0 <= conflict.severity <= 1
        assert conflict.claim_ids_a
        assert conflict.claim_ids_b
        of_facts = {c for i in conflict.fact_ids for c in facts[i].claim_ids}
        assert set(conflict.claim_ids_a + conflict.claim_ids_b) <= of_facts


def verdicts(reconciled: Reconciled) -> dict[str, Any]:
    return {f.fact_id: (f.verdict, f.value, f.n_origins) for f in reconciled.facts}


def alarms(reconciled: Reconciled) -> set[tuple[Any, ...]]:
    return {(c.kind, c.fact_ids, c.value_a, c.value_b, c.severity) for c in reconciled.conflicts}


@given(st.lists(one_claim, min_size=1, max_size=10), dates, st.data())
def test_a_claim_added_twice_changes_no_verdict(
    claims: list[Any], published: tuple[str | None, ...], data: Any
) -> None:
    story = story_of(claims, published)
    before = story.reconcile()
    claim, resolution = data.draw(st.sampled_from(story.claims))
    again = replace(claim, claim_id="again")
    story.claims.append((again, replace(resolution, claim_id="again")))
    after = story.reconcile()
    assert verdicts(after) == verdicts(before)
    assert alarms(after) == alarms(before)
    story.claims.append((again, replace(resolution, claim_id="again")))  # the very same claim, handed over twice
    assert story.reconcile() == after


@given(st.lists(one_claim, min_size=2, max_size=2), dates)
def test_two_claims_stand_in_one_relation_whichever_comes_first(
    claims: list[Any], published: tuple[str | None, ...]
) -> None:
    story = story_of([(a, ("seats", "Blue"), *rest) for a, _, *rest in claims], published)
    a, b = evidence_of(story)
    one, other = comparing.relate(a, b, CONFIG), comparing.relate(b, a, CONFIG)
    assert (one.outcome, one.guessed) == (other.outcome, other.guessed)
    tie = a.claim.quantity.value == b.claim.quantity.value
    assert one.first == -other.first or tie


def evidence_of(story: Story) -> list[Any]:
    from pipeline.reconciling.evidence import gather
    from pipeline.reconciling.origins import trace_origins

    articles, extractions, resolved = story.inputs()
    return gather(articles, extractions, resolved, trace_origins(extractions, resolved, CONFIG.origins), CONFIG)


def disputed(reconciled: Reconciled) -> set[tuple[str, ...]]:
    """Return the facts, one by one or together, that a conflict speaks of; a revision is none."""
    return {c.fact_ids for c in reconciled.conflicts if c.kind != "revision"}


def widened(claim: Claim, below: float, above: float) -> Claim:
    q = claim.quantity
    low = None if q.low is None else q.low - below
    high = None if q.high is None else q.high + above
    return replace(claim, quantity=replace(q, low=low, high=high))


@given(st.lists(one_claim, min_size=2, max_size=8), dates, st.integers(0, 9), st.floats(0, 20), st.floats(0, 20))
def test_widening_an_interval_never_creates_a_conflict(
    claims: list[Any], published: tuple[str | None, ...], n: int, below: float, above: float
) -> None:
    story = story_of(claims, published)
    before = disputed(story.reconcile())
    n %= len(story.claims)
    claim, resolution = story.claims[n]
    story.claims[n] = (widened(claim, below, above), resolution)
    assert disputed(story.reconcile()) <= before


@pytest.mark.parametrize("n", [1_000, 10_000])
def test_a_key_with_many_claims_costs_no_square(n: int, monkeypatch: pytest.MonkeyPatch) -> None:
    compared = 0
    relate = comparing.relate

    def counting(*args: Any) -> Any:
        nonlocal compared
        compared += 1
        return relate(*args)

    monkeypatch.setattr(comparing, "relate", counting)
    story = Story()
    for i in range(n):
        story.article(f"A{i}", f"20{31 + i % 3}-{1 + i % 12:02d}-{1 + i % 28:02d}")
        story.says(
            f"A{i}",
            "seats",
            str(100 + i % (n // 2)),
            "Blue",
            sentence=f"By count {i} the Blue list of the harbour has won seats.",
        )
    reconciled = story.reconcile()
    limit = CONFIG.comparing.witness_limit
    assert 0 < compared <= limit * (limit - 1) / 2
    (fact,) = reconciled.facts
    assert (fact.n_claims, fact.verdict) == (n, "disputed")
    assert 0 < len(reconciled.conflicts) < limit
    assert any(f"{n} claims" in c.explanation for c in reconciled.conflicts)
    texts = {c.value_a for c in reconciled.conflicts} | {c.value_b for c in reconciled.conflicts}
    assert {"100", str(99 + n // 2)} <= texts  # both extremes


def test_many_sentences_of_one_figure_are_traced_without_the_square(monkeypatch: pytest.MonkeyPatch) -> None:
    from pipeline.reconciling import origins

    asked = 0
    descend = origins._descend

    def counting(*args: Any) -> bool:
        nonlocal asked
        asked += 1
        return descend(*args)

    monkeypatch.setattr(origins, "_descend", counting)
    story, n = Story(), 3_000
    for i in range(n):
        story.says(
            f"A{i}", "seats", "54", "Blue", sentence=f"Source {i} says that the Blue list has won 54 of all the seats."
        )
    story.reconcile()
    assert asked <= 2 * n * CONFIG.origins.window


def test_values_module_uses_the_relation_that_is_counted_here() -> None:
    assert values.comparing is comparing  # else the count above would count nothing


def test_resolution_is_a_side_table() -> None:
    story = Story().says("A", "seats", "54", "Blue")
    assert isinstance(story.claims[0][1], Resolution)
