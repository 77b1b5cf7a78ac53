"""Two claims on one key: what agrees, what disagrees, what replaces what."""

from __future__ import annotations

from typing import Any

import pytest
from build import Story

DAY1, DAY2, YEARS_ON = "2031-05-14", "2031-05-16", "2034-01-01"

# measure, first text, second text, kinds of conflict: overlap comes before any verdict
OVERLAP = [
    ("areas_total", "18", "19", ["value"]),
    ("areas_total", "18", "18", []),
    ("turnout", "44.5", "44.52", []),  # rounding
    ("turnout", "44.5", "44.62", ["value"]),
    ("turnout", "36", "36.47", []),  # rounding
    ("turnout", "36", "36.97", []),  # cut short
    ("turnout", "36", "37", ["value"]),  # rounding bands touch but do not overlap
    ("turnout", "36", "35.2", ["value"]),  # neither rounds nor cuts to 36
    ("turnout", "44.5", "44.59", []),  # cut short after a decimal
    ("vote_share", "20.27", "20.47", ["value"]),
    ("registered_voters", "4.2 million", "4,285,323", []),  # cut short: a small part of the figure
    ("registered_voters", "4 million", "4,900,000", ["value"]),  # nobody cuts 4.9 million to 4
    ("candidates", "about 7,000", "6,986", []),
    ("candidates", "about 7,000", "9,000", ["value"]),
    ("candidates", "at least 25", "31", []),
    ("candidates", "at least 25", "22", ["bound"]),
    ("candidates", "at least 25", "25", []),
    ("candidates", "more than 25", "25", []),  # only the hedge differs
    ("candidates", "more than 25", "24", ["bound"]),
    ("candidates", "less than 30", "29.6", []),
    ("turnout", "more than 36.5", "36.47", []),  # rounded, then hedged
    ("turnout", "more than 36.5", "36.27", ["bound"]),
    ("votes", "less than 6.9 million", "6,942,930", ["bound"]),
    ("candidates", "less than 30", "31", ["bound"]),
    ("candidates", "at most 55", "57", ["bound"]),
    ("candidates", "at most 20", "at least 25", ["bound"]),
    ("candidates", "30 to 40", "35", []),
    ("candidates", "30 to 40", "42", ["value"]),
]


@pytest.mark.parametrize(("measure", "first", "second", "kinds"), OVERLAP)
def test_overlap_before_verdict(measure: str, first: str, second: str, kinds: list[str]) -> None:
    subject = "Blue" if measure in ("vote_share", "votes") else None
    assert Story().says("A", measure, first, subject).says("B", measure, second, subject).kinds() == kinds
    assert Story().says("A", measure, second, subject).says("B", measure, first, subject).kinds() == kinds


# seats 33 and 34: (stage, published) of both, kinds
ORDER = [
    (("final", DAY1), ("final", DAY1), ["value"]),
    (("final", DAY1), ("final", DAY2), ["value"]),  # a final count is not replaced by the next paper
    (("preliminary", DAY1), ("final", DAY2), ["revision"]),
    (("preliminary", DAY1), ("final", DAY1), ["revision"]),
    (("projected", DAY1), ("partial", DAY1), ["revision"]),
    (("projected", DAY1), ("unknown", DAY1), ["revision"]),
    (("partial", DAY1), ("unknown", DAY1), ["revision"]),
    (("partial", DAY1), ("partial", DAY1), ["revision"]),  # a growing count
    (("partial", DAY1), ("partial", DAY2), ["revision"]),
    (("preliminary", DAY1), ("preliminary", DAY1), ["value"]),
    (("preliminary", DAY1), ("preliminary", DAY2), ["revision"]),
    (("unknown", DAY1), ("unknown", DAY1), ["value"]),
    (("unknown", DAY1), ("unknown", DAY2), ["revision"]),  # while votes are counted
    (("unknown", None), ("unknown", DAY2), ["value"]),  # nothing orders them
    (("unknown", "2031-05"), ("unknown", DAY2), ["value"]),  # a month holds the day
    (("unknown", DAY1), ("unknown", YEARS_ON), ["revision"]),  # what is printed years on is settled
    (("unknown", YEARS_ON), ("unknown", "2034-01-09"), ["value"]),  # both are
    (("unknown", DAY1), ("final", DAY2), ["revision"]),
    (("final", DAY1), ("unknown", DAY2), ["value"]),  # a later paper prints another figure than the final one
    (("unknown", DAY1), ("preliminary", DAY2), ["revision"]),
    (("projected", DAY1), ("projected", DAY2), ["revision"]),
    (("projected", DAY1), ("projected", DAY1), ["value"]),
]


@pytest.mark.parametrize(("first", "second", "kinds"), ORDER)
def test_a_later_or_more_settled_figure_is_a_revision(
    first: tuple[str, str | None], second: tuple[str, str | None], kinds: list[str]
) -> None:
    for texts in (("33", "34"), ("34", "33")):
        story = Story().article("A", first[1]).article("B", second[1])
        story.says("A", "seats", texts[0], "Blue", stage=first[0]).says("B", "seats", texts[1], "Blue", stage=second[0])
        (conflict,) = story.conflicts()
        assert [conflict.kind] == kinds
        if conflict.kind == "revision" and first != second:
            assert (conflict.value_a, conflict.value_b) == texts  # the replaced one comes first


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"contest": "c2027"}, "another contest"),
        ({"subject_id": "e-Red"}, "another subject"),
        ({"unit": "percent"}, "another unit"),
        ({"scope": "North"}, "another scope"),
        ({"contest": None}, "the contest cannot be told"),
        ({"subject_id": None}, "the subject cannot be told"),
        ({"confidence": 0.2}, "a reading that is too unsure"),
        (
            {"sentence": "Its seats fell to 33, up from an earlier 19 of the night.", "text": "19"},
            "the start of a change",
        ),
        ({"sentence": "Blue holds 33 seats of the outgoing house."}, "another chamber, by its words"),
    ],
)
def test_different_keys_are_never_compared(change: dict[str, Any], why: str) -> None:
    change = dict(change)
    text = change.pop("text", "33")
    assert Story().says("A", "seats", "54", "Blue").says("B", "seats", text, "Blue", **change).kinds() == [], why


def test_the_same_pair_without_the_difference_disagrees() -> None:
    assert Story().says("A", "seats", "54", "Blue").says("B", "seats", "33", "Blue").kinds() == ["value"]


def test_months_apart_nothing_is_counted_any_more() -> None:
    story = Story().contest("c", None).article("A", DAY1).article("B", "2031-09-01")
    story.says("A", "seats", "33", "Blue", stage="unknown", contest="c")
    assert story.says("B", "seats", "34", "Blue", stage="unknown", contest="c").kinds() == ["value"]


def test_a_comparison_of_two_subjects_is_no_change() -> None:
    sentence = "Blue won 34.1 percent compared with 20.47 percent for Red, its nearest rival."
    story = Story().says("A", "vote_share", "20.27", "Red").says("B", "vote_share", "20.47", "Red", sentence=sentence)
    assert story.kinds() == ["value"]


def test_figures_that_grow_are_only_revised() -> None:
    for measure in ("votes_counted", "areas_reporting", "complaints"):
        assert Story().says("A", measure, "40").says("B", measure, "90").kinds() == ["revision"]


def test_two_partial_counts_with_one_share_counted_on_one_day_disagree() -> None:
    story = Story().says("A", "votes_counted", "90").says("B", "votes_counted", "90")
    story.says("A", "seats", "31", "Blue", stage="partial").says("B", "seats", "35", "Blue", stage="partial")
    assert story.kinds() == ["value"]


def test_the_share_counted_in_the_article_makes_its_figures_partial() -> None:
    story = Story().says("A", "votes_counted", "56").says("A", "seats", "31", "Blue", stage="unknown")
    assert story.says("B", "seats", "35", "Blue", stage="unknown").kinds() == ["revision"]
    assert story.fact("seats", "Blue").value == 35


def test_two_pollsters_are_not_compared() -> None:
    story = Story().says("A", "seats", "31", "Blue", stage="projected", attributed_to="Channel North")
    assert story.says("B", "seats", "35", "Blue", stage="projected", attributed_to="Channel South").kinds() == []


def test_one_sentence_with_two_figures_is_not_compared_with_anything() -> None:
    story = Story()
    for text in ("26", "29"):
        story.says("A", "turnout", text, sentence="Turnout ranged from 26 to 29 percent.", sentence_start=0)
    assert story.says("B", "turnout", "35").kinds() == []


def test_one_article_with_two_figures_disagrees_less_than_two_articles() -> None:
    (inside,) = Story().says("A", "turnout", "41").says("A", "turnout", "43").conflicts()
    (across,) = Story().says("A", "turnout", "41").says("B", "turnout", "43").conflicts()
    assert inside.kind == across.kind == "value"
    assert inside.severity < across.severity
    assert "one article" in inside.explanation


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Some 29 of them were eligible to vote.", "Some 21 of them are registered."),
        ("Turnout stood at 29 by noon.", "Turnout was 21 in the end."),
        ("Of the ballots 29 were invalid.", "There were 21 ballots."),
    ],
)
def test_sentences_that_count_different_people_are_not_compared(first: str, second: str) -> None:
    story = Story().says("A", "votes_cast", "29", sentence=first)
    assert story.says("B", "votes_cast", "21", sentence=second).kinds() == []


def test_every_value_stands_against_the_chosen_one_and_no_dispute_is_lost() -> None:
    # 20 and 21 of the first day are both replaced by 25, yet they disagree with each other.
    story = Story().article("A", DAY1).article("B", DAY1).article("C", DAY2)
    story.says("A", "seats", "20", "Blue", stage="preliminary").says("B", "seats", "21", "Blue", stage="preliminary")
    story.says("C", "seats", "25", "Blue")
    assert story.kinds() == ["revision", "revision", "value"]
    assert story.fact("seats", "Blue").verdict == "disputed"


def test_an_explanation_quotes_values_sources_and_dates() -> None:
    story = Story().article("A", DAY1, "The Harbour Post").article("B", "2031-05-15", "Inland Radio")
    (conflict,) = story.says("A", "areas_total", "18").says("B", "areas_total", "19").conflicts()
    for part in (
        '"18"',
        '"19"',
        "The Harbour Post",
        "Inland Radio",
        DAY1,
        "2031-05-15",
        "on the number of provinces:",
        "Severity",
    ):
        assert part in conflict.explanation
    assert (conflict.claim_ids_a, conflict.claim_ids_b) == (("k0",), ("k1",))
