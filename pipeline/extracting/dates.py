"""Numbers that count nothing: dates, years, ages, clock times, money, sizes, and the numbers of things."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.annotating.words import Word
from pipeline.configuring.dates import Dates
from pipeline.extracting.fractions import Number

FIRST_YEAR, LAST_YEAR = 1500, 2100
_ADULT, _OLDEST = 18, 110  # years


def uncounted(words: Sequence[Word], number: Number, dates: Dates) -> str | None:
    """Return why a number is no count ("year", "date", "age", "time", "money", "size", "label"); None for a count."""
    before = [w.lower for w in words[max(0, number.first - 3) : number.first]]
    after = [w.lower for w in words[number.last : number.last + 4]]
    if number.kind in ("percent", "points"):
        return None
    digits = words[number.first].kind == "number"
    checks = (
        ("money", _money(words, number, before, after, dates)),
        ("date", _date(words, number, before, after, dates)),
        ("time", digits and _time(words, number, after, dates)),
        ("age", _duration(after, dates) or (digits and _age(number, before, after, dates))),
        ("size", bool(after) and after[0] in dates.sizes and number.kind == "count"),
        ("label", digits and _label(words, number, before, dates)),
        ("year", digits and _year(words, number, before, after)),
    )
    return next((reason for reason, holds in checks if holds), None)


def _money(words: Sequence[Word], number: Number, before: list[str], after: list[str], dates: Dates) -> bool:
    if before and before[-1] in dates.money_signs:
        return True
    unit = after[1] if after[:1] == ["u"] else after[0] if after else ""
    if unit == "won":  # "500 won seats" is rare; "X with 42 won" is a verb: money only after large round sums
        return False
    return unit in dates.money and number.value >= 2


def _date(words: Sequence[Word], number: Number, before: list[str], after: list[str], dates: Dates) -> bool:
    """ "May 12", "12 May", "the 12th of May", "November 22-23", "22/11"."""
    end = number.high if number.high is not None else number.value
    if end > 31 or number.value < 1 or (number.spelled and number.kind == "count"):
        return False
    prior = before[-1] if before else ""
    if prior == "." and len(before) > 1:
        prior = before[-2]
    month_before = prior in dates.months and words[number.first - 1].text[:1] != "m"  # "may 12" is a verb
    joint = after[0] if after else ""
    if joint in dates.day_links and len(after) > 1:
        month_after = after[1] in dates.months or (len(after) > 2 and after[2] in dates.months and after[1].isdigit())
        month_after = month_after and words[number.last + (1 if after[1] in dates.months else 2)].text[0].isupper()
    else:
        month_after = joint in dates.months and words[number.last].text[0].isupper()
    if not month_before and prior in dates.day_pairs and len(before) > 2 and before[-2].isdigit():
        month_before = before[-3] in dates.months  # "November 15 and 16"
    slashed = joint == "/" or prior == "/"
    return bool(month_before or month_after or slashed)


def _time(words: Sequence[Word], number: Number, after: list[str], dates: Dates) -> bool:
    glued = number.last < len(words) and words[number.last].start == words[number.last - 1].end
    if glued and after and after[0] == ":" and len(after) > 1 and after[1].isdigit():
        return True
    if (
        number.first
        and words[number.first - 1].text == ":"
        and words[number.first - 1].end == words[number.first].start
    ):
        return number.first > 1 and words[number.first - 2].kind == "number"
    if not after or number.value > 2400:
        return False
    if after[0] in dates.clock:
        return True
    dotted = after[0] in dates.half_letters and after[1:3] == [".", "m"]
    return dotted or (after[0] in dates.half_days and number.value <= 24)


def _duration(after: list[str], dates: Dates) -> bool:
    """ "nine months", "a four-year term", "67-year-old"."""
    at = 1 if after[:1] == ["-"] else 3 if after[:3] == ["and", "a", "half"] else 0
    return len(after) > at and after[at] in dates.durations


def _age(number: Number, before: list[str], after: list[str], dates: Dates) -> bool:
    """ "Lee, who at 34 becomes the youngest mayor", "Lee, then just 37 and new to the house"."""
    if not _ADULT <= number.value <= _OLDEST or not before or not after:
        return False
    then = before[-1] in dates.grown and "then" in before[-2:] and "," in before
    return (before[-1] == "at" and after[0] in dates.becoming) or (then and after[0] in (",", "and"))


def _label(words: Sequence[Word], number: Number, before: list[str], dates: Dates) -> bool:
    """ "Article 50", "No. 10", "Channel 12", "aged 54", "G7", "covid-19"."""
    prior = before[-1] if before else ""
    if prior == "." and len(before) > 1:
        prior = before[-2]
        return prior in dates.numbered_short and words[number.first - 1].start == words[number.first - 2].end
    if prior == "-" and number.kind == "count" and _is_glued(words, number.first):
        return len(before) > 1 and before[-2] in dates.glued
    if prior in (",", "and", "-", "\u2013") and number.first > 1 and words[number.first - 2].kind == "number":
        return _listed(words, number, dates)  # "Channels 12 and 13"
    return prior in dates.numbered and prior != "no"


def _listed(words: Sequence[Word], number: Number, dates: Dates) -> bool:
    """ "pages 2, 3 and 17", "see page 4, 5": numbers that go on with the one right behind the word."""
    i = number.first
    while i > 0 and (words[i - 1].kind == "number" or words[i - 1].text in (",", "-", "\u2013", "and")):
        i -= 1
    return i > 0 and words[i - 1].lower in dates.paged


def _is_glued(words: Sequence[Word], i: int) -> bool:
    return i > 1 and words[i - 2].end == words[i - 1].start and words[i - 1].end == words[i].start


def _year(words: Sequence[Word], number: Number, before: list[str], after: list[str]) -> bool:
    """A bare four-digit number of a year's size: a count only with its noun right behind and no word of time before."""
    word = words[number.first]
    if number.kind != "count" or not word.text.isdigit() or len(word.text) != 4:
        if not before or len(word.text) != 2:
            return False
        prior = before[-2] if len(before) > 1 else ""
        joined = before[-1] in ("-", "\u2013") and prior.isdigit() and len(prior) == 4
        glued = words[number.first - 1].end == word.start  # not "the Conservatives' 14"
        return joined or (before[-1] in ("'", "\u2019") and glued)  # "2011-12", "the '92 election"
    if number.last != number.first + 1 and number.high is None:
        return False
    return FIRST_YEAR <= number.value <= LAST_YEAR
