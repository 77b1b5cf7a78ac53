"""A printed publication date -> "YYYY", "YYYY-MM" or "YYYY-MM-DD", as precise as the print and no more."""

from __future__ import annotations

import datetime
import re

from pipeline.configuring.reading import DateWords

_ISO = re.compile(r"(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?=$|[T\s])")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}Z?)?$")
_DAY_FIRST = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[\s.-]+([A-Za-z]+)\.?,?[\s-]+(\d{4})\b")
_MONTH_FIRST = re.compile(r"([A-Za-z]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b")
_MONTH_YEAR = re.compile(r"([A-Za-z]+)\.?,?\s+(\d{4})$")
_NUMBERS = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?=$|[T\s])")
_SECONDS = re.compile(r"(\d{10})(?:\d{3})?$")


def normalise_date(printed: str, words: DateWords) -> tuple[str | None, str | None]:
    """Return (date, note). The date is None where nothing can be made of the print; the note says what was left out.

    A time of day and its zone are dropped: the day is the one the publisher printed. Where day and month cannot be
    told apart ("03/04/2021") only the year is kept. Empty print gives (None, None).
    """
    printed = " ".join(printed.split())[:200]
    if not printed:
        return None, None
    if match := _SECONDS.match(printed):
        moment = datetime.datetime.fromtimestamp(int(match[1]), datetime.UTC)
        return _joined((moment.year, moment.month, moment.day), printed, words)
    if match := _NUMBERS.match(printed):
        first, second, year = int(match[1]), int(match[2]), int(match[3])
        if first <= 12 and second <= 12 and first != second:
            date, note = _joined((year, None, None), printed, words)
            return date, note or f"{printed!r}: day and month cannot be told apart, so only the year is kept"
        month, day = (first, second) if first <= 12 else (second, first)
        return _joined((year, month, day), printed, words)
    return _joined(_parts(printed, words), printed, words)


def _parts(printed: str, words: DateWords) -> tuple[int, int | None, int | None] | None:
    """Year, month and day of a print whose order is plain; None where no form fits."""
    if match := _COMPACT.match(printed) or _ISO.match(printed):
        year, month, day = match.groups()
        return int(year), int(month) if month else None, int(day) if day else None
    for pattern, order in ((_DAY_FIRST, (3, 2, 1)), (_MONTH_FIRST, (3, 1, 2)), (_MONTH_YEAR, (2, 1, 0))):
        for match in pattern.finditer(printed):
            number = words.months.get(match[order[1]].lower())
            if number:
                return int(match[order[0]]), number, int(match[order[2]]) if order[2] else None
    return None


def _joined(
    parts: tuple[int, int | None, int | None] | None, printed: str, words: DateWords
) -> tuple[str | None, str | None]:
    wrong = f"published {printed!r} is not a date and was left out"
    if parts is None:
        return None, wrong
    year, month, day = parts
    try:
        datetime.date(year, 1 if month is None else month, 1 if day is None else day)
    except ValueError:
        return None, wrong
    if not words.first_year <= year <= words.last_year:
        return (
            None,
            f"published {printed!r}: no year from {words.first_year} to {words.last_year}, left out",
        )
    return "-".join([f"{year:04}", *(f"{part:02}" for part in (month, day) if part is not None)]), None
