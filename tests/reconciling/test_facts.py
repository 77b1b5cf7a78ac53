"""Facts: the value that stands for all claims, the reason, the verdict."""

from __future__ import annotations

import pytest
from build import Story

# (article, text, stage, published, origins of its own), the value taken, a word of the reason
CHOICES = [
    ([("A", "54", "preliminary", "2031-05-20"), ("B", "55", "final", "2031-05-19")], 55, "most settled"),
    ([("A", "54", "preliminary", "2031-05-18"), ("B", "55", "preliminary", "2031-05-19")], 55, "latest"),
    (
        [("A", "54", "final", "2031-05-19"), ("B", "54", "final", "2031-05-19"), ("C", "57", "final", "2031-05-19")],
        54,
        "most origins",
    ),
    ([("A", "52", "final", "2031-05-19"), ("B", "60 to 70", "final", "2031-05-19")], 52, "most precise"),
]


@pytest.mark.parametrize(("claims", "value", "reason"), CHOICES)
def test_the_order_of_choice_is_explained(claims: list[tuple[str, str, str, str]], value: float, reason: str) -> None:
    story = Story()
    for article, text, stage, published in claims:
        story.article(article, published).says(article, "seats", text, "Blue", stage=stage)
    fact = story.fact("seats", "Blue")
    assert fact.value == value
    assert reason in fact.choice
    assert "runner-up" in fact.choice


def test_the_majority_alone_decides_nothing() -> None:
    story = Story().article("Last", "2031-06-01")
    for n in range(5):
        story.article(f"A{n}", "2031-05-14").says(f"A{n}", "seats", "54", "Blue", stage="preliminary")
    assert story.says("Last", "seats", "55", "Blue", stage="final").fact("seats", "Blue").value == 55


def test_among_claims_that_agree_the_most_precise_print_stands() -> None:
    story = Story().says("A", "turnout", "44.5").says("B", "turnout", "44.52").says("C", "turnout", "more than 40")
    fact = story.fact("turnout")
    assert (fact.value, fact.verdict, fact.n_origins) == (44.52, "agreed", 3)


def test_a_limit_does_not_stand_for_a_fact_that_has_a_figure() -> None:
    story = (
        Story().article("B", "2031-09-01").says("A", "seats", "54", "Blue").says("B", "seats", "more than 50", "Blue")
    )
    assert story.fact("seats", "Blue").value == 54


def test_dates_and_counts_of_a_fact() -> None:
    story = Story().article("A", "2031-05-14").article("B", "2031-05-20").article("C", None)
    for article in ("A", "A", "B", "C"):
        story.says(article, "seats_total", "329")
    fact = story.fact("seats_total")
    assert (fact.n_claims, fact.n_articles, fact.first_published, fact.last_published) == (
        4,
        3,
        "2031-05-14",
        "2031-05-20",
    )


def test_a_claim_whose_contest_cannot_be_told_is_a_fact_of_its_own() -> None:
    story = Story().says("A", "seats_total", "329", contest=None).says("B", "seats_total", "300", contest=None)
    facts = story.reconcile().facts
    assert [f.verdict for f in facts] == ["single", "single"]
    assert all(f.contest_id is None for f in facts)


def test_its_repeat_in_the_same_article_is_the_same_fact() -> None:
    story, same = Story(), "The house has 329 seats, and all of them are filled."
    for start in (0, 500):
        story.says("A", "seats_total", "329", contest=None, sentence=same, sentence_start=start)
    (fact,) = story.reconcile().facts
    assert fact.n_claims == 2


def test_facts_name_their_conflicts_and_conflicts_their_facts() -> None:
    reconciled = Story().says("A", "seats_total", "329").says("B", "seats_total", "300").reconcile()
    (fact,), (conflict,) = reconciled.facts, reconciled.conflicts
    assert fact.conflict_ids == (conflict.conflict_id,)
    assert conflict.fact_ids == (fact.fact_id,)


def test_one_more_article_that_agrees_leaves_every_id_as_it_was() -> None:
    story = Story().says("A", "seats_total", "329").says("B", "seats_total", "300")
    before = story.reconcile()
    after = story.says("C", "seats_total", "300").reconcile()
    assert [c.conflict_id for c in before.conflicts] == [c.conflict_id for c in after.conflicts]
    assert [f.fact_id for f in before.facts] == [f.fact_id for f in after.facts]


def test_a_claim_without_a_resolution_is_refused() -> None:
    story = Story().says("A", "seats_total", "329")
    story.claims = [
        (claim, resolution.__class__("other", None, "", None, None, "", None)) for claim, resolution in story.claims
    ]
    with pytest.raises(ValueError, match="claim k0 has no resolution"):
        story.reconcile()


def test_a_fact_keeps_its_value_as_printed() -> None:
    story = Story().says("A", "areas_total", "18").says("A", "record", "lowest", value_text="lowest since 2003")
    assert story.fact("areas_total").value_text == "18"
    assert story.fact("record").value_text == "lowest since 2003"


def test_the_stage_by_which_a_claim_was_compared_is_told_and_the_fact_has_it() -> None:
    story = Story().says("A", "votes_counted", "56").says("A", "seats", "31", "Blue", stage="unknown")
    told = dict(story.reconcile().stages)
    fact = story.fact("seats", "Blue")
    assert [told[claim] for claim in fact.claim_ids] == [fact.stage] == ["partial"]


@pytest.mark.parametrize(
    ("whole", "part", "value"),
    [
        (1, 1, 329),  # "six of the 12 seats" of a province, printed later
        (2, 1, 329),
        (1, 3, 12),  # a slip of the pen, rather than a larger whole that only one writer knows
    ],
)
def test_a_total_far_below_another_is_a_parts_and_does_not_stand_for_the_whole(
    whole: int, part: int, value: float
) -> None:
    story = Story()
    for n in range(whole):
        story.article(f"W{n}", "2031-05-19").says(f"W{n}", "seats_total", "329")
    for n in range(part):
        story.article(f"P{n}", "2031-08-10").says(f"P{n}", "seats_total", "12")
    fact = story.fact("seats_total")
    assert fact.value == value and story.kinds() == []
    if value == 329:
        assert "is the whole's and not a part's" in fact.choice


def test_a_total_near_another_is_a_slip_and_the_later_one_stands() -> None:
    story = Story().article("A", "2031-05-19").says("A", "areas_total", "18")
    story.article("B", "2031-08-10").says("B", "areas_total", "19")
    assert (story.fact("areas_total").value, story.kinds()) == (19, ["value"])
