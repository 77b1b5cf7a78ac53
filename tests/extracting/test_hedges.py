"""Every hedge of configs/quantities/hedges.toml does what it says, in its own example and beside a plain figure."""

from __future__ import annotations

import pytest

from pipeline.annotating.words import split_words
from pipeline.configuring.dates import load_dates
from pipeline.configuring.folder import configs_folder
from pipeline.configuring.quantities import Hedge, load_quantities
from pipeline.extracting.figures import read_figures, to_quantity
from pipeline.types import Quantity

QUANTITIES = load_quantities(configs_folder())
DATES = load_dates(configs_folder())
ALL = [
    (h, words, words.split()[0] in QUANTITIES.trailing, " " in words) for h in QUANTITIES.blocks for words in h.words
]
BEFORE = [(h, words) for h, words, trails, _ in ALL if not trails]
BEHIND = [(h, words) for h, words, trails, several in ALL if trails and several]
JOINED = [(h, words) for h, words, trails, several in ALL if trails and not several]


def only(text: str) -> Quantity:
    words = split_words(text)
    figures = read_figures(words, QUANTITIES, DATES)
    assert len(figures) == 1, text
    return to_quantity(figures[0], words, "seat", QUANTITIES)


@pytest.mark.parametrize("hedge", QUANTITIES.blocks, ids=lambda h: h.example)
def test_the_example_of_a_hedge_has_its_qualifier(hedge: Hedge) -> None:
    assert only(hedge.example).qualifier == hedge.qualifier


@pytest.mark.parametrize(("hedge", "words"), BEFORE, ids=[words for _, words in BEFORE])
def test_a_hedge_before_a_figure(hedge: Hedge, words: str) -> None:
    quantity = only(f"they won {words} 347 seats")
    assert (quantity.value, quantity.qualifier) == (347, hedge.qualifier)
    assert quantity.text == "347"


@pytest.mark.parametrize(("hedge", "words"), BEHIND, ids=[words for _, words in BEHIND])
def test_a_hedge_behind_a_figure(hedge: Hedge, words: str) -> None:
    assert only(f"they need 347 {words}").qualifier == hedge.qualifier


@pytest.mark.parametrize(("hedge", "words"), BEHIND, ids=[words for _, words in BEHIND])
def test_what_a_hedge_behind_a_figure_is_said_of(hedge: Hedge, words: str) -> None:
    quantity = only(f"they won 347 {words} of them")
    assert (quantity.text, quantity.qualifier) == ("347", hedge.qualifier)


@pytest.mark.parametrize(("hedge", "words"), JOINED, ids=[words for _, words in JOINED])
def test_a_hedge_of_one_word_is_joined_to_its_figure(hedge: Hedge, words: str) -> None:
    assert only(f"they won 347-{words} seats").qualifier == hedge.qualifier
    assert only(f"they were 347 {words} of it").qualifier == "exact"


@pytest.mark.parametrize(
    "text",
    [
        "they won 347 and more than their rival",
        "they won 347, and more votes",
        "they were 347 shy of it",
        "they won 347, and counting goes on",
    ],
)
def test_no_hedge_behind_a_figure(text: str) -> None:
    assert only(text).qualifier == "exact"


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("347 seats", 347, 347),
        ("at least 25 seats", 25, None),
        ("more than 55 seats", 55, None),
        ("no more than 55 seats", None, 55),
        ("fewer than 100 seats", None, 100),
        ("between 50 and 55 seats", 50, 55),
        ("44.5 percent", 44.45, 44.55),
        ("44.52 percent", 44.515, 44.525),
        ("36 percent", 35.5, 36.5),
        ("1.2 million votes", 1_150_000, 1_250_000),
        ("12,000 votes", 11_500, 12_500),
        ("12,345 votes", 12_345, 12_345),
        ("about 50 seats", 45, 55),
        ("nearly 7,000 votes", 6_300, 7_500),
    ],
)
def test_the_interval_that_the_print_allows(text: str, low: float | None, high: float | None) -> None:
    quantity = only(text)
    assert (quantity.low is None, quantity.high is None) == (low is None, high is None)
    assert quantity.low is None or quantity.low == pytest.approx(low)
    assert quantity.high is None or quantity.high == pytest.approx(high)


@pytest.mark.parametrize("words", ["below the", "more than the", "short of the", "over the"])
def test_what_another_is_measured_by_has_no_hedge(words: str) -> None:
    quantity = only(f"they came home {words} 347 seats that the others took")
    assert (quantity.low, quantity.high, quantity.qualifier) == (347, 347, "exact")
