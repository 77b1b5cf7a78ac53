"""Text -> quantities: which numbers are found, what they are worth, and which count nothing. Hedges: test_hedges.py."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.annotating.words import split_words
from pipeline.configuring.dates import load_dates
from pipeline.configuring.folder import configs_folder
from pipeline.configuring.quantities import load_quantities
from pipeline.extracting.figures import read_figures, to_quantity
from pipeline.types import Quantity

QUANTITIES = load_quantities(configs_folder())
DATES = load_dates(configs_folder())


def read(text: str) -> list[tuple[str, Quantity]]:
    """The kind and the quantity of each figure of a text."""
    words = split_words(text)
    figures = read_figures(words, QUANTITIES, DATES)
    return [(f.kind, to_quantity(f, words, "seat", QUANTITIES)) for f in figures]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("won 47 seats", [("count", "47", 47)]),
        ("won 5,120 votes", [("count", "5,120", 5120)]),
        ("won 8,14,00,000 votes", [("count", "8,14,00,000", 81400000)]),
        ("won 1 200 000 votes", [("count", "1 200 000", 1200000)]),
        ("won 1.2 million votes", [("count", "1.2 million", 1200000)]),
        ("won 4.2m votes", [("count", "4.2m", 4200000)]),
        ("won 3.5-million votes", [("count", "3.5-million", 3500000)]),
        ("won two lakh votes", [("count", "two lakh", 200000)]),
        ("won forty-seven seats", [("count", "forty-seven", 47)]),
        ("won two hundred and six seats", [("count", "two hundred and six", 206)]),
        ("won three million votes", [("count", "three million", 3000000)]),
        ("won a million votes", [("count", "a million", 1000000)]),
        ("won half a million votes", [("count", "half a million", 500000)]),
        ("won by half a percentage point", [("points", "half a percentage point", 0.5)]),
        ("half a point behind", [("points", "half a point", 0.5)]),
        ("a third of a point behind", [("points", "a third of a point", 1 / 3)]),
        ("a percentage point behind", [("points", "a percentage point", 1)]),
        ("won barely half a percent", [("percent", "half a percent", 0.5)]),
        ("won half of one percent", [("percent", "half of one percent", 0.5)]),
        ("won a quarter of a million votes", [("count", "a quarter of a million", 250000)]),
        ("won three-quarters of a million votes", [("count", "three-quarters of a million", 750000)]),
        ("won half a dozen seats", [("count", "half a dozen", 6)]),
        ("two and a half million votes", [("count", "two and a half million", 2500000)]),
        ("won 3 and a half percent", [("percent", "3 and a half percent", 3.5)]),
        ("ruled for eleven and a half years", []),
        (
            "dropped four to 38, the Greens three to 19",
            [("count", "four", 4), ("count", "38", 38), ("count", "three", 3), ("count", "19", 19)],
        ),
        ("won three to 19, the Greens 30 to 60", [("count", "three to 19", 11), ("count", "30 to 60", 45)]),
        ("won two dozen seats", [("count", "two dozen", 24)]),
        (
            "in nineteen seats and twenty twelve",
            [("count", "nineteen", 19), ("count", "twenty", 20), ("count", "twelve", 12)],
        ),
        ("won 44.52 percent", [("percent", "44.52 percent", 44.52)]),
        ("won 44.5 per cent", [("percent", "44.5 per cent", 44.5)]),
        ("won 44,5 percent", [("percent", "44,5 percent", 44.5)]),
        ("won 44%", [("percent", "44%", 44)]),
        ("a 40-percent share", [("percent", "40-percent", 40)]),
        ("36.47 and 20.27 percent", [("percent", "36.47", 36.47), ("percent", "20.27 percent", 20.27)]),
        ("half of the votes", [("percent", "half", 50)]),
        ("a quarter of the votes", [("percent", "a quarter", 25)]),
        ("two-thirds of the votes", [("percent", "two-thirds", 100 * 2 / 3)]),
        ("one in five voters", [("percent", "one in five", 20)]),
        ("4 in 10 voters", [("percent", "4 in 10", 40)]),
        ("won two and a quarter million votes", [("count", "two and a quarter million", 2250000)]),
        ("won one and three-quarter million votes", [("count", "one and three-quarter million", 1750000)]),
        ("won 2½ million votes", [("count", "2½ million", 2500000)]),
        ("won 53½% and 41¾ per cent", [("percent", "53½%", 53.5), ("percent", "41¾ per cent", 41.75)]),
        ("won two and a half per cent", [("percent", "two and a half per cent", 2.5)]),
        ("won half a crore votes", [("count", "half a crore", 5000000)]),
        ("won a quarter of a million votes", [("count", "a quarter of a million", 250000)]),
        ("a half-million votes", [("count", "a half-million", 500000)]),
        ("polled 2.3 lakhs of votes", [("count", "2.3 lakhs", 230000)]),
        ("with 3.4 crores of voters", [("count", "3.4 crores", 34000000)]),
        ("won 54 and a third of the votes", [("count", "54", 54), ("percent", "a third", 100 / 3)]),
        ("by three percentage points", [("points", "three percentage points", 3)]),
        ("a three-point lead", [("points", "three-point", 3)]),
        ("came third", [("ordinal", "third", 3)]),
        ("came 4th", [("ordinal", "4th", 4)]),
        ("a third party", [("ordinal", "third", 3)]),
        ("the 50 to 55 seats", [("count", "50 to 55", 52.5)]),
        ("between 3 and 4 million votes", [("count", "3 and 4 million", 3500000)]),
        ("11 or 12 seats", [("count", "11 or 12", 11.5)]),
        ("20 or 80 seats", [("count", "20", 20), ("count", "80", 80)]),
        ("fell from 29 to 47", [("count", "29", 29), ("count", "47", 47)]),
        ("lost 52-48", [("count", "52", 52), ("count", "48", 48)]),
    ],
)
def test_the_numbers_of_a_text(text: str, expected: list[tuple[str, str, float]]) -> None:
    found = read(text)
    assert [(kind, q.text) for kind, q in found] == [(kind, printed) for kind, printed, _ in expected]
    assert [q.value for _, q in found] == pytest.approx([value for *_, value in expected])


@pytest.mark.parametrize(
    "text",
    [
        "held in 1998",
        "on May 12",
        "on 12 May",
        "the 12th of May",
        "on November 15 and 16",
        "at 5 p.m.",
        "at 1200 GMT",
        "at 10:30",
        "for four years",
        "a four-year term",
        "a 67-year-old",
        "spent $500",
        "spent 500 euros",
        "walked 12 miles",
        "under Article 50",
        "at No. 10",
        "on Channel 12",
        "in the '90s",
        "a 3D map",
        "for two and a half years",
        "the 92½-cent dollar",
    ],
)
def test_a_number_that_counts_nothing_is_no_figure(text: str) -> None:
    assert read(text) == []


def test_a_verb_that_looks_like_a_month_or_a_currency_leaves_the_count() -> None:
    assert [q.text for _, q in read("they may 12 times")] == []  # "times" measures
    assert [q.text for _, q in read("with 42 won by the party")] == ["42"]


@pytest.mark.parametrize("digits", ["1" + "0" * 400, "9" * 400, "0." + "0" * 400 + "1", "1" + "0" * 15])
def test_a_run_of_digits_beyond_any_electorate_is_no_figure(digits: str) -> None:
    assert read(f"won {digits} seats") == []
    assert [q.value for _, q in read(f"won {digits} seats and {'9' * 15} votes")] == [999_999_999_999_999]


def test_a_small_digit_behind_a_comma_is_no_decimal() -> None:
    assert [(q.text, q.value) for _, q in read("won 44,\u00b2 percent")] == [("44", 44)]


def test_rounding_never_takes_the_printed_figure_out_of_its_interval() -> None:
    [(_, quantity)] = read("by 0.000005000005 points")
    assert quantity.low is not None and quantity.value is not None and quantity.high is not None
    assert quantity.low <= quantity.value == 0.000005000005 <= quantity.high


@given(st.integers(min_value=2, max_value=99_999_999))
def test_a_count_printed_with_commas_is_read_back(count: int) -> None:
    ((kind, quantity),) = (
        read(f"they counted {count:,} ballots") if not 1500 <= count <= 2100 else read(f"{count:,} votes")
    )
    assert (kind, quantity.value, quantity.text) == ("count", count, f"{count:,}")
    assert quantity.low is not None and quantity.high is not None
    assert quantity.low <= count <= quantity.high


@given(st.decimals(min_value=0, max_value=100, places=2), st.text("abc ,;\n", max_size=12))
def test_a_percentage_stands_at_its_offsets(share: object, before: str) -> None:
    text = f"{before} {share} percent"
    ((kind, quantity),) = read(text)
    assert kind == "percent"
    assert text[quantity.char_start : quantity.char_end] == quantity.text == f"{share} percent"
    assert quantity.low is not None and quantity.value is not None and quantity.high is not None
    assert quantity.low <= quantity.value <= quantity.high


@given(st.integers(2, 400), st.integers(1, 400))
def test_a_range_is_ordered(low: int, more: int) -> None:
    ((_, quantity),) = read(f"between {low} and {low + more} seats")
    assert (quantity.low, quantity.high, quantity.qualifier) == (low, low + more, "between")
