"""The date that stands in a line of its own at the top of an article: "4 May 2016 Last updated at 09:12"."""

from __future__ import annotations

import re

from pipeline.configuring.reading import ReadingConfig
from pipeline.reading.dates import normalise_date

_LINES = 5  # lines from the first that may hold it: a headline, a standfirst and who wrote it stand above
_LONGEST = 120  # characters of such a line
_FULL = 10  # characters of "YYYY-MM-DD"
_DATE = re.compile(
    r"(?:\d{1,2}(?:st|nd|rd|th)?\s+[A-Za-z]{3,9}\.?,?|[A-Za-z]{3,9}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?)\s+\d{4}\b"
)
_FIELDS = re.compile(r"\s*[|\u2022\u00b7\t]\s*")
_WORD = re.compile(r"[A-Za-z]+(?:\.[A-Za-z]+)*")
_CLOCK = re.compile(r"\b\d{1,2}[:.h]?\d{2}(?:[:.]\d{2})?\s*(?:[ap]\.?m\b\.?)?|\b\d{1,2}\s*[ap]\.?m\b\.?", re.IGNORECASE)
_SIGNS = re.compile(r"[\s,.:;()\[\]/\u2013\u2014-]+")
# "PORT HARBOUR, Jan 7, 2011 (XYZ)": where and when an agency wrote it.
_WIRE = re.compile(
    r"[A-Z][A-Z .'-]+,\s*(?P<date>[A-Z][A-Za-z]{2,8}\.?\s+\d{1,2},?\s+\d{4})\s*\([A-Z][A-Za-z ./]{1,20}\)"
)


def date_printed(text: str, config: ReadingConfig) -> tuple[str, str] | None:
    """The day that a line at the top gives, and the line; None where no line holds a date and nothing but its setting.

    "By Ann Lee | 4 May 2016, 9:12am" is one; "Results of the election of 4 May 2016" is none: it tells of something.
    """
    lines = (line.strip() for line in text[: 20 * _LONGEST].splitlines())
    for line in [line for line in lines if line][:_LINES]:
        wire = _WIRE.match(line)
        fields = [wire["date"]] if wire else _FIELDS.split(line) if len(line) <= _LONGEST else []
        for field in fields:
            day = _day(field, config)
            if day is not None:
                return day, line[:_LONGEST]
    return None


def _day(field: str, config: ReadingConfig) -> str | None:
    """The day of a field that holds a date, its weekday, its time and words such as "updated", and nothing else."""
    match = _DATE.search(field)
    if match is None:
        return None
    rest = _CLOCK.sub(" ", field[: match.start()] + " " + field[match.end() :])
    if any(word.lower() not in config.dates.beside for word in _WORD.findall(rest)):
        return None
    if _SIGNS.sub("", _WORD.sub("", rest)):
        return None
    day, _ = normalise_date(match.group(), config.dates)
    return day if day is not None and len(day) == _FULL else None
