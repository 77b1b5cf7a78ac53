"""Limits, sums, ranks: figures of several keys that cannot stand together."""

from __future__ import annotations

import pytest
from build import Story

# (measure, text, subject, contest) of one article; the kinds found
SUMS = [
    ([("seats", "400", "Blue"), ("seats_total", "329", None)], ["sum"]),
    ([("seats", "329", "Blue"), ("seats_total", "329", None)], []),
    ([("seats_reserved", "83", None), ("seats_total", "80", None)], ["sum"]),
    ([("seats_majority", "326", None), ("seats_total", "320", None)], ["sum"]),
    ([("areas_reporting", "19", None), ("areas_total", "18", None)], ["sum"]),
    ([("areas_led", "19", "Blue"), ("areas_total", "18", None)], ["sum"]),
    ([("votes", "900", "Blue"), ("votes_cast", "800", None)], ["sum"]),
    ([("votes_cast", "900", None), ("registered_voters", "800", None)], ["sum"]),
    # all lists together
    (
        [("seats", "54", "Blue"), ("seats", "47", "Red"), ("seats", "30", "Green"), ("seats_total", "120", None)],
        ["sum"],
    ),
    ([("seats", "54", "Blue"), ("seats", "47", "Red"), ("seats", "19", "Green"), ("seats_total", "120", None)], []),
    ([("vote_share", "52.1", "Blue"), ("vote_share", "48.4", "Red")], ["sum"]),
    ([("vote_share", "52.1", "Blue"), ("vote_share", "47.9", "Red")], []),
    ([("vote_share", "66.4", "Blue"), ("vote_share", "67.6", "Red")], []),  # of two ballots, whatever they seem
    ([("vote_share", "34", "Blue"), ("vote_share", "33.5", "Red"), ("vote_share", "33", "Green")], []),  # rounding
    # an alliance and its members are not added; nor is one figure under two names
    (
        [
            ("seats", "70", "Blue"),
            ("seats", "50", "Green"),
            ("seats", "119", "Centre Alliance"),
            ("seats_total", "120", None),
        ],
        [],
    ),
    ([("seats", "70", "Blue"), ("seats", "70", "Harbour"), ("seats_total", "120", None)], []),
    # a camp may hold the group beside it
    (
        [
            ("seats", "56", "Blue and allies"),
            ("seats", "55", "Red camp"),
            ("seats", "12", "Joint parties"),
            ("seats_total", "120", None),
        ],
        [],
    ),
    ([("seats", "70", "North Alliance"), ("seats", "55", "South Alliance"), ("seats_total", "120", None)], ["sum"]),
    # turnout is votes cast of the registered
    ([("votes_cast", "12,000,000", None), ("registered_voters", "21,400,000", None), ("turnout", "56.11", None)], []),
    (
        [("votes_cast", "12,000,000", None), ("registered_voters", "21,400,000", None), ("turnout", "65.11", None)],
        ["sum"],
    ),
    (
        [("votes_cast", "12 million", None), ("registered_voters", "about 21,000,000", None), ("turnout", "56", None)],
        [],
    ),
    (
        [("votes_cast", "about 17,000,000", None), ("registered_voters", "21,400,000", None), ("turnout", "56", None)],
        ["sum"],
    ),
    # a share is of the valid votes: a little more than votes / votes cast
    ([("votes", "400", "Blue"), ("votes_cast", "1,000", None), ("vote_share", "42.1", "Blue")], []),
    ([("votes", "400", "Blue"), ("votes_cast", "1,000", None), ("vote_share", "38.0", "Blue")], ["sum"]),
    ([("votes", "400", "Blue"), ("votes_cast", "1,000", None), ("vote_share", "52.0", "Blue")], ["sum"]),
]


@pytest.mark.parametrize(("claims", "kinds"), SUMS)
def test_relations_between_measures(claims: list[tuple[str, str, str | None]], kinds: list[str]) -> None:
    story = Story()
    for measure, text, subject in claims:
        story.says("A", measure, text, subject)
    assert story.kinds() == kinds


@pytest.mark.parametrize(
    ("change", "kinds"), [("29", ["sum"]), ("33", []), ("at least 30", []), ("more than 40", ["sum"])]
)
def test_seats_now_are_seats_before_and_the_change(change: str, kinds: list[str]) -> None:
    story = Story().says("A", "seats", "262", "Red", contest="c2031").says("A", "seats", "229", "Red", contest="c2029")
    assert story.says("A", "seats_change", change, "Red", contest="c2031").kinds() == kinds


def test_the_seats_held_before_the_vote_are_what_a_change_is_counted_from() -> None:
    story = Story().says("A", "seats", "262", "Red").says("A", "seats_change", "29", "Red")
    held = "Before the election, Red had 229 seats."
    assert story.says("A", "seats", "229", "Red", contest="c2029", sentence=held).kinds() == ["sum"]


def test_the_change_is_to_the_latest_contest_before() -> None:
    story = Story().says("A", "seats", "262", "Red").says("A", "seats_change", "33", "Red")
    story.says("A", "seats", "229", "Red", contest="c2029").says("A", "seats", "150", "Red", contest="c2025")
    assert story.kinds() == []


def test_sums_hold_across_articles_and_cite_every_figure() -> None:
    story = Story().says("A", "votes_cast", "12,000,000").says("B", "registered_voters", "21,400,000")
    (conflict,) = story.says("C", "turnout", "70").conflicts()
    assert conflict.kind == "sum"
    assert set(conflict.claim_ids_a + conflict.claim_ids_b) == {"k0", "k1", "k2"}
    for part in ("70", "12,000,000", "21,400,000", "56.07"):
        assert part in conflict.value_a + conflict.value_b
    assert len(conflict.fact_ids) == 3


def test_where_one_reading_fits_arithmetic_is_silent() -> None:
    story = Story().says("A", "seats", "54", "Blue").says("B", "seats_total", "50").says("C", "seats_total", "60")
    assert story.kinds() == ["value"]  # the two chamber sizes disagree; the list fits one of them


def test_an_unsure_reading_takes_no_part_in_a_sum() -> None:
    assert Story().says("A", "seats", "400", "Blue", confidence=0.5).says("A", "seats_total", "329").kinds() == []


def test_another_scope_or_round_is_another_sum() -> None:
    assert Story().says("A", "seats", "59", "Blue", scope="North").says("A", "seats_total", "40").kinds() == []


def test_copies_of_one_article_give_one_sum() -> None:
    story = Story()
    for article in ("A", "B", "C"):
        story.says(article, "seats", "400", "Blue").says(article, "seats_total", "329")
    assert story.kinds() == ["sum"]


# --- a limit on all lists -------------------------------------------------------------------------

LIMIT = {"rule": "bound-none-more", "subject_kind": "contest"}


@pytest.mark.parametrize(
    ("seats", "stage", "kinds"),
    [
        ("54", "final", []),
        ("55", "final", []),
        ("57", "final", ["bound"]),
        ("57", "projected", []),
        ("at least 60", "final", ["bound"]),
    ],
)
def test_none_won_more_than(seats: str, stage: str, kinds: list[str]) -> None:
    story = Story().says("A", "seats", "at most 55", **LIMIT).says("B", "seats", seats, "Blue", stage=stage)
    assert story.kinds() == kinds


def test_a_limit_names_both_facts() -> None:
    (conflict,) = Story().says("A", "seats", "at most 55", **LIMIT).says("B", "seats", "57", "Blue").conflicts()
    assert conflict.subject == "Blue"
    assert (conflict.value_a, conflict.value_b) == ("57", "at most 55")
    assert len(conflict.fact_ids) == 2


def test_a_limit_in_one_contest_says_nothing_of_another() -> None:
    story = Story().says("A", "seats", "at most 55", **LIMIT)
    assert story.says("B", "seats", "57", "Blue", contest="c2027").kinds() == []


@pytest.mark.parametrize(
    ("party_kind", "kinds"),
    [
        ("party", ["sum"]),  # "Freedom and Order" is one party, whatever its name says
        (None, []),  # unknown: it may be two
        ("bloc", []),
        ("alliance", []),  # a group may hold the party beside it
    ],
)
def test_the_gazetteer_tells_a_party_from_a_group(party_kind: str | None, kinds: list[str]) -> None:
    story = Story().entity("Freedom and Order", party_kind=party_kind).says("A", "seats_total", "120")
    story.says("A", "seats", "70", "Freedom and Order").says("A", "seats", "55", "Blue")
    assert story.kinds() == kinds


def test_a_party_of_the_gazetteer_with_its_allies_is_a_camp() -> None:
    story = Story().entity("Red", party_kind="party").says("A", "seats_total", "120").says("A", "seats", "55", "Blue")
    story.says("A", "seats", "70", "Red and its allies", subject_id="e-Red")
    assert story.kinds() == []


# --- ranks ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("places", "seats", "kinds"),
    [
        ([("Blue", "2")], [("Blue", "47"), ("Red", "54"), ("Green", "42")], []),
        ([("Blue", "2")], [("Blue", "40"), ("Red", "54"), ("Green", "42")], ["rank"]),  # two have more
        ([("Blue", "1")], [("Blue", "47"), ("Red", "54")], ["rank"]),
        ([("Blue", "2"), ("Green", "3")], [("Blue", "40"), ("Green", "42")], ["rank"]),  # fewer than the third
        ([("Blue", "2"), ("Green", "3")], [("Blue", "42"), ("Green", "42")], []),
        ([("Blue", "1")], [("Blue", "47"), ("Unity Coalition", "90")], []),  # a group may hold the party
    ],
)
def test_order_stated_and_figures_stated(
    places: list[tuple[str, str]], seats: list[tuple[str, str]], kinds: list[str]
) -> None:
    story = Story()
    for subject, place in places:
        story.says("A", "rank", place, subject)
    for subject, text in seats:
        story.says("A", "seats", text, subject)
    assert story.kinds() == kinds


def test_a_place_by_votes_may_differ_from_the_place_by_seats() -> None:
    story = Story().says("A", "rank", "1", "Blue").says("A", "seats", "40", "Blue").says("A", "seats", "44", "Red")
    assert story.says("A", "votes", "900", "Blue").says("A", "votes", "700", "Red").kinds() == []


def test_a_projected_figure_does_not_break_a_place_counted() -> None:
    story = Story().says("A", "rank", "1", "Blue").says("A", "seats", "40", "Blue")
    assert story.says("A", "seats", "44", "Red", stage="projected").kinds() == []
