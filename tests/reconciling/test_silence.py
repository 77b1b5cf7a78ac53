"""What must not be called a contradiction, each with its sentence, and the pair that still is one."""

from __future__ import annotations

from dataclasses import replace

import pytest
from build import Story


def text_of(story: Story, name: str, text: str, published: str | None = "2031-05-14") -> Story:
    """Give an article a text: only then can it be seen that nothing in it speaks of a final count."""
    story.article(name, published)
    story.articles[name] = replace(story.articles[name], text=text)
    return story


# measure, first sentence and figure, second sentence and figure, kinds
TOTALS = [
    # the seats of a province are not the chamber's
    ("seats_total", "The PUK won six of the 12 seats.", "12", "There are 329 seats.", "329", []),
    ("seats_total", "They won 57 of the 240 seats.", "240", "There are 329 seats.", "329", []),
    ("seats_total", "They won 57 of the 328 seats.", "328", "There are 329 seats.", "329", ["value"]),
    ("parties", "Fourteen or 14 parties took part.", "14", "In all 34 parties took part.", "34", []),
    ("candidates", "The 134 were nominated.", "134", "They choose from a list of 130.", "130", []),
    ("candidates", "The list is of 134.", "134", "They choose from a list of 130.", "130", ["value"]),
    # some areas are not all
    ("areas_total", "Prosecutors from 17 states met.", "17", "It led in six of the 18.", "18", []),
    ("areas_total", "Results came from 10 of 19 provinces.", "19", "It led in six of the 18.", "18", ["value"]),
    (
        "areas_total",
        "In the 47 constituencies with a run-off all of 47 vote.",
        "47",
        "Of the 50 it has three.",
        "50",
        [],
    ),
    ("seats_majority", "It would have needed another 110 seats.", "110", "A majority takes 112.", "112", []),
    (
        "registered_voters",
        "Of 26,000,000 some were turned away.",
        "26,000,000",
        "The 25,000,000 are.",
        "25,000,000",
        [],
    ),
    ("seats_total", "It has four places in the 16-member cabinet.", "16", "The chamber has 18.", "18", []),
]


@pytest.mark.parametrize("case", TOTALS)
def test_the_total_of_a_part_is_not_that_of_the_whole(case: tuple[str, str, str, str, str, list[str]]) -> None:
    measure, first, one, second, other, kinds = case
    story = Story().says("A", measure, one, sentence=first).says("B", measure, other, sentence=second)
    assert story.kinds() == kinds


@pytest.mark.parametrize("mark", ["seats/nearest", "seats/carried", "seats/verb+pronoun"])
def test_a_guessed_subject_raises_nothing_but_may_support(mark: str) -> None:
    story = Story().says("A", "seats", "54", "Blue").says("B", "seats", "60", "Blue", rule=mark)
    assert story.kinds() == []
    assert story.says("C", "seats", "60", "Blue").kinds() == ["value"]


def test_figures_far_apart_in_one_article_are_of_two_things() -> None:
    assert Story().says("A", "turnout", "41").says("A", "turnout", "52").kinds() == []
    assert Story().says("A", "turnout", "41").says("B", "turnout", "52").kinds() == ["value"]


def test_a_writer_who_gives_the_right_figure_knows_what_the_other_is() -> None:
    # "206 votes in the first round ... On Wednesday he won 320"; another paper has 320 only.
    story = (
        Story().says("A", "votes", "206", "Blue").says("A", "votes", "320", "Blue").says("B", "votes", "320", "Blue")
    )
    assert story.kinds() == []
    story = Story().says("A", "areas_total", "18").says("A", "areas_total", "19").says("B", "areas_total", "19")
    assert story.kinds() == ["value"]  # near enough to be a slip


def test_an_article_with_figures_of_two_parts_is_believed_in_neither() -> None:
    # "In the mining town of Most turnout was 26 percent ... in Plzen 36", and the country's was 35
    story = Story().says("A", "turnout", "26").says("A", "turnout", "36")
    assert story.says("B", "turnout", "35").kinds() == []


def test_only_the_hedge_differs() -> None:
    assert Story().says("A", "candidates", "more than 400").says("B", "candidates", "400").kinds() == []


def test_a_sentence_on_what_was_said_before_is_compared_with_nothing() -> None:
    story = (
        Story()
        .says("A", "seats_total", "736")
        .says(
            "B",
            "seats_total",
            "735",
            sentence="An earlier version of this article said that the chamber had 735 seats.",
        )
    )
    assert story.kinds() == []


def test_a_sentence_that_corrects_is_a_revision() -> None:
    story = (
        Story()
        .says("A", "seats_total", "735")
        .says(
            "B", "seats_total", "736", sentence="It will have 736 members, one more than announced on election night."
        )
    )
    (conflict,) = story.conflicts()
    assert (conflict.kind, conflict.value_a, conflict.value_b) == ("revision", "735", "736")


def test_the_newer_figure_of_a_sentence_stands_for_it() -> None:
    sentence = "Fatah, runner-up in May with 47, now has 48 seats."
    story = (
        Story().article("A", "2031-05-14").article("B", "2031-08-14").says("A", "seats", "47", "Fatah", stage="unknown")
    )
    for text in ("47", "48"):
        story.says("B", "seats", text, "Fatah", sentence=sentence, sentence_start=0, stage="final")
    (conflict,) = story.conflicts()
    assert (conflict.kind, conflict.value_a, conflict.value_b) == ("revision", "47", "48")


@pytest.mark.parametrize(
    ("sentence", "kinds"),
    [
        ("In the first count Blue had got 14 seats.", ["revision"]),
        ("Blue had been expected to take 14 seats.", ["revision"]),
        ("Blue took 14 seats.", ["value"]),
        ("Red had six in the first count and Blue took 14 seats.", ["revision"]),
        ("Red had 6 in the first count and 9 later, Blue took 14 seats.", ["value"]),  # another figure's words
    ],
)
def test_the_words_beside_a_figure_tell_its_stage(sentence: str, kinds: list[str]) -> None:
    story = Story().says("A", "seats", "14", "Blue", sentence=sentence).says("B", "seats", "17", "Blue")
    assert story.kinds() == kinds


def test_a_count_is_final_only_where_something_says_so() -> None:
    for text, kinds in (("Blue took 33.", ["revision"]), ("The final results are in. Blue took 33.", ["value"])):
        story = text_of(text_of(Story(), "A", text), "B", "Blue took 34.", "2031-05-16")
        assert story.says("A", "seats", "33", "Blue").says("B", "seats", "34", "Blue").kinds() == kinds


def test_a_partial_count_of_one_list_is_that_of_the_next() -> None:
    # "With almost half the constituencies declared it had won 19 seats ... The Christian Democrats took seven."
    story = text_of(text_of(Story(), "A", "19, and seven."), "B", "32, and 13.")
    story.says("A", "seats", "19", "Blue", stage="partial").says("A", "seats", "7", "Green")
    assert story.says("B", "seats", "13", "Green").kinds() == ["revision"]


def test_a_preliminary_count_without_a_date_is_replaced() -> None:
    story = Story().article("A", None).says("A", "turnout", "41", stage="preliminary")
    (conflict,) = story.says("B", "turnout", "43.54", stage="unknown").conflicts()
    assert (conflict.kind, conflict.value_a) == ("revision", "41")


def test_a_part_far_beyond_its_whole_is_of_another_whole() -> None:
    assert Story().says("A", "seats", "54", "Blue").says("A", "seats_total", "12").kinds() == []
    assert Story().says("A", "seats", "14", "Blue").says("A", "seats_total", "12").kinds() == ["sum"]
    assert Story().says("A", "votes_cast", "1,000,000").says("A", "registered_voters", "400").kinds() == []


def test_projections_and_sides_without_a_name_are_not_added() -> None:
    for more in ({"stage": "projected"}, {"rule": "percent-backed/backed"}):
        story = Story().says("A", "vote_share", "60", "Blue", **more).says("A", "vote_share", "45", "Red", **more)
        assert story.kinds() == []


def test_a_third_share_of_a_run_off_is_that_of_the_round_before() -> None:
    for turn, kinds in ((2, []), (1, ["sum"])):
        story = Story().contest("c2031", kind="presidential", round=turn)
        for subject, share in (("Ann", "52"), ("Ben", "48"), ("Cem", "17")):
            story.says("A", "vote_share", share, subject, subject_kind="person")
        assert story.kinds() == kinds


def test_one_place_for_two_is_settled_by_their_figures() -> None:
    story = Story().contest("c2031", kind="presidential")
    for article, subject, votes in (("A", "Ann", "61,969"), ("B", "Ben", "31,987")):
        story.says(article, "rank", "3", subject, subject_kind="person", quantity={"text": "third"})
        story.says(article, "votes", votes, subject, subject_kind="person")
    (conflict,) = story.conflicts()
    assert (conflict.kind, conflict.value_a) == ("rank", "Ben third, Ann third")


def test_first_in_votes_and_first_in_seats_are_both_right() -> None:
    story = Story().contest("c2031")
    for subject, votes, seats in (("Blue", "27.79", "71"), ("Red", "27.12", "72")):
        story.says("A", "rank", "1", subject, quantity={"text": "first"})
        story.says("A", "vote_share", votes, subject).says("A", "seats", seats, subject)
    assert story.kinds() == []


def test_a_party_of_another_country_tells_that_the_contest_is_wrong() -> None:
    # "The Danish People's Party came first in Denmark, also with 26.6", read as of Belgium's election
    for country, kinds in (("DK", []), ("IQ", ["value"])):
        story = (
            Story().entity("Blue", country=country).says("A", "seats", "54", "Blue").says("B", "seats", "57", "Blue")
        )
        assert story.kinds() == kinds


def test_the_races_of_a_primary_are_not_added_or_ordered() -> None:
    story = Story().contest("c2031", kind="other", body="northern primary")
    for subject, share in (("Ann", "55"), ("Ben", "60")):
        story.says("A", "vote_share", share, subject, subject_kind="person")
    story.says("A", "rank", "1", "Ann", subject_kind="person", quantity={"text": "first"})
    assert story.kinds() == []


def test_a_camp_is_not_added_to_its_parties() -> None:
    story = Story().says("A", "seats_total", "452").says("A", "seats", "91", "Harbour Party")
    assert story.says("A", "seats", "388", "Pro-democracy candidates").kinds() == []


def test_the_figure_of_another_round_is_read_as_of_this_one() -> None:
    # "Just 35 percent of those on the rolls came", printed between the rounds: the first round's turnout
    for text, kinds in (("35", []), ("33", ["value"])):
        story = Story().contest("c1", round=1).contest("c2", round=2).says("C", "turnout", "35", contest="c1")
        story.says("A", "turnout", text, contest="c2").says("B", "turnout", "30", contest="c2")
        assert story.kinds() == kinds


def test_what_is_printed_before_the_vote_is_not_its_final_count() -> None:
    story = Story().contest("c2031", date="2031-05-20").article("A", "2031-05-14").article("B", "2031-05-22")
    story.says("A", "votes", "206", "Ann", subject_kind="person").says(
        "B", "votes", "320", "Ann", subject_kind="person"
    )
    assert story.kinds() == ["revision"]


def test_a_sentence_on_another_country_tells_nothing_of_this_one() -> None:
    for country, kinds in (("SI", []), ("IQ", ["value"])):
        story = Story().entity("Drnovsek", "person", country).says("A", "seats_total", "81")
        sentence = "The Liberal Democrats of Drnovsek won 25 out of 90 seats."
        more = {"sentence": sentence, "sentence_start": 0}
        story.says("B", "leads", "Liberal Democrats", "Drnovsek", subject_kind="person", unit="entity", **more)
        assert story.says("B", "seats_total", "90", **more).kinds() == kinds


def test_all_the_seats_of_a_part_of_the_land_are_no_chamber() -> None:
    # "All 32 seats in the north-east turned red"
    story = Story().says("A", "seats", "44", "Blue").says("A", "seats_total", "32", rule="all-seats")
    assert story.kinds() == []


def test_two_races_of_one_day_are_not_added_or_ordered() -> None:
    story = Story().contest("c2031", kind="presidential").says("A", "votes_cast", "18,402,977")
    told = "There were 18,402,977 votes for president and 17,655,301 for vice president."
    story.says("A", "votes", "17,655,301", "Ann", subject_kind="person", sentence=told)
    story.says("A", "votes", "7,118,540", "Ben", subject_kind="person")
    story.says("A", "rank", "1", "Ben", subject_kind="person", quantity={"text": "first"})
    assert story.kinds() == []


def test_an_article_that_prints_two_electorates_counts_two_things() -> None:
    story = Story().says("A", "registered_voters", "1,153,850").says("A", "registered_voters", "1,134,136")
    assert story.kinds() == []
    assert story.says("B", "registered_voters", "1,134,136").kinds() == ["value"]  # a second paper is a witness


def test_a_name_that_was_cut_short_raises_nothing() -> None:
    story = Story().says("A", "vote_share", "14.25", "Party").says("B", "vote_share", "12.04", "Party")
    assert story.kinds() == []


def test_figures_of_nobody_told_are_compared_with_nothing() -> None:
    # "won by 53 percent to 47 percent": the smaller figures of two articles need not be of one loser
    story = Story()
    for article, text in (("A", "47"), ("B", "12")):
        story.says(article, "vote_share", text, None, subject_kind="party", subject_id=None)
    assert story.kinds() == []


def test_seats_on_the_many_councils_of_a_land_are_of_several() -> None:
    for body, kinds in ((None, []), ("governors", []), ("Northland assembly", ["value"])):
        story = Story().contest("c2031", kind="local", body=body)
        story.says("A", "seats", "91", "Blue").says("B", "seats", "96", "Blue")
        assert story.kinds() == kinds, body
    wide = Story().contest("c2031", kind="local", body=None)
    wide.says("A", "turnout", "41").says("B", "turnout", "52")
    assert wide.kinds() == ["value"]  # of all of them


def test_changes_and_places_in_many_councils_make_no_sum() -> None:
    for body, kinds in ((None, []), ("Northland assembly", ["rank"])):
        story = Story().contest("c2031", kind="local", body=body).says("A", "rank", "1", "Blue")
        assert story.says("A", "seats", "47", "Blue").says("A", "seats", "54", "Red").kinds() == kinds, body


def test_parts_far_beyond_their_whole_are_of_several_votes() -> None:
    for last, kinds in (("14", ["sum"]), ("60", [])):
        story = Story().says("A", "seats_total", "100")
        for subject, seats in (("Blue", "50"), ("Red", "40"), ("Green", last)):
            story.says("A", "seats", seats, subject)
        assert story.kinds() == kinds


def test_a_place_beside_the_shares_of_several_ballots_is_of_one_of_them() -> None:
    for third, kinds in (("20", ["rank"]), ("60", [])):
        story = Story().says("A", "rank", "1", "Blue")
        for subject, share in (("Blue", "35"), ("Red", "38"), ("Green", third)):
            story.says("A", "vote_share", share, subject)
        assert story.kinds() == kinds


def test_a_description_is_added_to_nobody() -> None:
    for name, kinds in (("Red", ["sum"]), ("the party's founder", [])):
        story = Story().says("A", "vote_share", "57", "Blue").says("A", "vote_share", "52", name)
        assert story.kinds() == kinds
