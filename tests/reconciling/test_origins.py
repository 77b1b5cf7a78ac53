"""Witnesses, not copies: which sentences descend from one text."""

from __future__ import annotations

import pytest
from build import CONFIG, Story

PLAIN = (
    "Behind it came the Harbour Front, made up of former dockers from mostly northern towns that struck last year, "
    "with results putting it first in 4 counties and next in eight more."
)
SPUN = (
    "Subsequent was the Harbour Front, made up of former dockers from primarily northern cities that struck last year, "
    "with outcomes placing it foremost in four counties and next in 8 more."
)
ALONE = (
    "The dockers' Harbour Front won 4 counties and was runner-up in 8, the commission's spokeswoman said on Sunday "
    "evening in the capital, adding that some stations were still to report."
)

SENTENCES = [
    (PLAIN, PLAIN, 1),  # printed twice
    (PLAIN, PLAIN.replace(",", "").upper(), 1),  # punctuation and case
    (PLAIN, SPUN, 1),  # rewritten word by word
    (PLAIN, ALONE, 2),  # told by another
    (SPUN, ALONE, 2),
    (PLAIN, PLAIN.replace("eight", "nine"), 2),  # another figure is another statement
    ("It led in 4.", "It led in 4.", 2),  # so short that two hands write it
    (
        "With outcomes placing them foremost in 4 counties and next in eight more.",
        "With results putting them first in four counties and next in eight more.",
        1,
    ),
]


@pytest.mark.parametrize(("first", "second", "n_origins"), SENTENCES)
def test_sentences_that_descend_from_one_text(first: str, second: str, n_origins: int) -> None:
    for a, b in ((first, second), (second, first)):
        story = (
            Story()
            .says("A", "areas_led", "4", "Harbour", sentence=a)
            .says("B", "areas_led", "4", "Harbour", sentence=b)
        )
        fact = story.fact("areas_led", "Harbour")
        assert (fact.n_claims, fact.n_articles, fact.n_origins) == (2, 2, n_origins)
        assert fact.verdict == ("single" if n_origins == 1 else "agreed")


def test_articles_that_share_sentences_need_less_likeness() -> None:
    story = Story()
    edited = "The Front, of former dockers from northern towns, was first in 4 counties and next in eight."
    story.says("A", "areas_led", "4", "Harbour", sentence=PLAIN).says("B", "areas_led", "4", "Harbour", sentence=edited)
    assert story.fact("areas_led", "Harbour").n_origins == 2
    shared = tuple((n * 100, n * 100 + 90, f"print-{n}") for n in range(3))
    story.prints = {"A": (*shared, (400, 490, "own")), "B": shared}
    assert story.fact("areas_led", "Harbour").n_origins == 1


def test_furniture_does_not_make_a_family() -> None:
    story = Story()
    edited = "The Front, of former dockers from northern towns, was first in 4 counties and next in eight."
    story.says("A", "areas_led", "4", "Harbour", sentence=PLAIN).says("B", "areas_led", "4", "Harbour", sentence=edited)
    story.prints = {a: tuple((n * 100, n * 100 + 12, f"print-{n}") for n in range(3)) for a in ("A", "B")}
    assert story.fact("areas_led", "Harbour").n_origins == 2


def test_claims_of_one_sentence_share_its_origin() -> None:
    story = Story()
    for measure, text in (("areas_led", "4"), ("areas_second", "8")):
        story.says("A", measure, text, "Harbour", sentence=PLAIN, sentence_start=0)
    origins = dict(story.reconcile().origins)
    assert origins["k0"] == origins["k1"]


def test_an_origin_is_named_by_its_text_alone() -> None:
    one = dict(Story().says("A", "areas_led", "4", "Harbour", sentence=PLAIN).reconcile().origins)
    other = dict(Story().says("Z", "areas_led", "4", "Harbour", sentence=PLAIN).reconcile().origins)
    assert list(one.values()) == list(other.values())


def test_many_copies_against_one_are_one_witness_each() -> None:
    story = Story()
    for n in range(9):
        story.says(f"A{n}", "seats", "54", "Harbour", sentence=PLAIN.replace("4 counties", "54 seats"))
    (conflict,) = story.says("B", "seats", "57", "Harbour").conflicts()
    assert "1 origin against 1" in conflict.explanation
    assert "1 origin in 9 claims" in conflict.explanation


def test_a_sentence_that_many_articles_print_counts_as_shared() -> None:
    # More articles than are compared in all pairs: once this ended the run with an error.
    story, n = Story(), CONFIG.origins.all_pairs + 2
    for i in range(n):
        story.says(f"A{i:03d}", "areas_led", "4", "Harbour", sentence=PLAIN.replace("four", f"{i} or four"))
    story.prints = {a: tuple((k * 100, k * 100 + 90, f"print-{k}") for k in range(3)) for a in story.articles}
    assert story.fact("areas_led", "Harbour").n_articles == n


def test_an_article_that_says_a_figure_twice_is_one_witness() -> None:
    story = Story().says("A", "areas_total", "18", sentence="It led in six of the country's 18 provinces on Monday.")
    story.says("A", "areas_total", "18", sentence="The commission published figures from 10 of the 18 provinces.")
    fact = story.fact("areas_total", None)
    assert (fact.n_claims, fact.n_origins, fact.verdict) == (2, 1, "single")
    other = story.says("B", "areas_total", "18", sentence="All 18 provinces have voted, said a paper of its own.")
    assert (other.fact("areas_total", None).n_origins, other.fact("areas_total", None).verdict) == (2, "agreed")
