"""Publication dates: as precise as printed, never more; what is no date is said to be none."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.configuring.folder import configs_folder
from pipeline.configuring.reading import load_reading
from pipeline.reading.dates import normalise_date

WORDS = load_reading(configs_folder()).dates

DATES = [
    ("2021", "2021"),
    ("2021-10", "2021-10"),
    ("2021-10-11", "2021-10-11"),
    ("2021-1-9", "2021-01-09"),
    ("2021/10/11", "2021-10-11"),
    ("20211011", "2021-10-11"),
    ("20211011T093000Z", "2021-10-11"),
    ("2021-10-11T23:30:00-05:00", "2021-10-11"),
    ("2021-10-11 23:30:00", "2021-10-11"),
    ("Mon, 11 Oct 2021 09:00:00 GMT", "2021-10-11"),
    ("11 October 2021", "2021-10-11"),
    ("October 11, 2021", "2021-10-11"),
    ("Oct. 11th, 2021", "2021-10-11"),
    ("October 2021", "2021-10"),
    ("25/12/2021", "2021-12-25"),
    ("12/25/2021", "2021-12-25"),
    ("05.05.2021", "2021-05-05"),
    ("1633910400", "2021-10-11"),
    ("1633910400000", "2021-10-11"),
    ("2199-01-01", "2199-01-01"),
    ("1890", "1890"),
    ("", None),
]


@pytest.mark.parametrize(("printed", "date"), DATES)
def test_a_date_is_kept_as_precise_as_printed(printed: str, date: str | None) -> None:
    assert normalise_date(printed, WORDS) == (date, None)


WRONG = [
    "2021-13",
    "2021-13-01",
    "2021-02-30",
    "2021-00-00",
    "soon",
    "may",
    "nine months",
    "0021-01-01",
    "31 April 2021",
]


@pytest.mark.parametrize("printed", WRONG)
def test_what_is_no_date_is_left_out_and_said(printed: str) -> None:
    date, note = normalise_date(printed, WORDS)
    assert date is None
    assert note is not None and printed in note and "left out" in note


def test_where_day_and_month_cannot_be_told_apart_the_year_is_kept() -> None:
    date, note = normalise_date("03/04/2021", WORDS)
    assert date == "2021"
    assert note is not None and "cannot be told apart" in note


@given(st.text(max_size=60) | st.from_regex(r"[0-9]{1,14}([-/. ][0-9]{1,4}){0,3}", fullmatch=True))
def test_whatever_is_printed_gives_a_date_of_the_form_or_none(printed: str) -> None:
    date, note = normalise_date(printed, WORDS)
    assert date is None or re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", date, re.ASCII)
    assert date is not None or note is not None or not printed.strip()
