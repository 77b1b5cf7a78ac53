"""The election calendar as the resolver asks it: elections of a country, each with its rounds, by time and kind."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from pipeline.configuring.calendar import Calendar
from pipeline.configuring.calendar import Election as PollingDay

_SEVERAL = 2  # votes of a year
NATIONAL = ("legislative", "presidential")
_ROUNDS_APART = 75  # days; a second round further off is another election (Romania 2024 was annulled and held anew)


@dataclass(frozen=True, slots=True)
class Occasion:
    """One election with its polling days, round by round; `dates` are "YYYY", "YYYY-MM" or "YYYY-MM-DD".

    `listed` is False for one that the calendar does not have, of which only the year (or month) is known.
    """

    country: str
    kind: str
    body: str | None
    year: int
    dates: tuple[str, ...] = ()
    note: str = ""
    listed: bool = True

    @property
    def first_day(self) -> datetime.date:
        """The first polling day; where only a month or year is known, its middle."""
        return middle_of(self.dates[0]) if self.dates else datetime.date(self.year, 7, 1)

    @property
    def last_day(self) -> datetime.date:
        """The last polling day, likewise."""
        return middle_of(self.dates[-1]) if self.dates else datetime.date(self.year, 7, 1)

    def told(self) -> str:
        """The election in a few words, for the basis."""
        when = self.dates[-1] if self.dates else str(self.year)
        return " ".join(filter(None, (self.country, self.body or "", self.kind, when)))


class Elections:
    """All elections of the calendar, by country, in order of time."""

    def __init__(self, calendar: Calendar) -> None:
        """Group the polling days of the calendar into elections."""
        self._of = {country: _grouped(calendar.elections(country)) for country in calendar.countries()}
        self._days = {
            country: [(e.first_day.toordinal(), e.last_day.toordinal(), e) for e in found]
            for country, found in self._of.items()
        }

    def of(self, country: str, kind: str | None = None, body: str | None = None) -> tuple[Occasion, ...]:
        """The country's elections in order of time; `kind` and `body` None keep all of them."""
        found = self._of.get(country, ())
        found = tuple(e for e in found if kind is None or e.kind == kind)
        # A parliament without a house named may be either's; a council without a name is another council.
        return tuple(e for e in found if body is None or e.body == body or (not e.body and e.kind == "legislative"))

    def around(self, country: str, first: int, last: int) -> list[Occasion]:
        """The country's elections that touch the days from `first` to `last`, both as `date.toordinal` counts them."""
        return [e for begin, end, e in self._days.get(country, ()) if begin <= last and end >= first]

    def told_by_year(self, country: str, kind: str | None, body: str | None, year: int) -> tuple[Occasion, ...]:
        """Return what a bare year means: "Brown won the district by 20 points in 2016", told beside a special election,
        is none of the many votes of that year, but the nation's."""
        found = self.in_year(country, kind, body, year)
        if kind != "other" or body is not None or len(found) < _SEVERAL:
            return found
        return tuple(e for e in self.in_year(country, None, None, year) if e.kind in NATIONAL) or found

    def in_year(self, country: str, kind: str | None, body: str | None, year: int) -> tuple[Occasion, ...]:
        """Those of one year."""
        return tuple(e for e in self.of(country, kind, body) if e.year == year)

    def last_before(self, country: str, kind: str, body: str | None, day: datetime.date) -> Occasion | None:
        """The latest election that began before the day; None where the calendar has none."""
        found = [e for e in self.of(country, kind, body) if e.first_day < day]
        return found[-1] if found else None

    def alike_before(self, main: Occasion | None, day: datetime.date) -> Occasion | None:
        """The vote on all the land's councils before that one; None where it was not on all, or not alone on its day.

        "8.19%, up from 5%" of South Africa's towns in 2021 is against 2016.
        """
        if main is None or main.body is not None:
            return None
        beside = any(e.kind != main.kind and set(e.dates) & set(main.dates) for e in self.of(main.country))
        last = None if beside else self.last_before(main.country, main.kind, None, day)
        return None if last is not None and last.body is not None else last

    def nearest(self, country: str, kind: str, body: str | None, day: datetime.date, days: int) -> Occasion | None:
        """The election nearest to a day, at most so many days off; of two equally near the earlier one."""
        found = [(abs((e.first_day - day).days), n, e) for n, e in enumerate(self.of(country, kind, body))]
        found = [f for f in found if f[0] <= days]
        return min(found, key=lambda f: f[:2])[2] if found else None


def both_houses(found: Sequence[Occasion]) -> list[Occasion]:
    """Houses elected on one day as one election of no house; the rest as it is."""
    merged: dict[tuple[str, str, tuple[str, ...]], Occasion] = {}
    for occasion in found:
        # Councils that vote on one day ("Scottish Parliament", the boroughs) stay apart.
        apart = "" if occasion.kind == "legislative" else occasion.body or ""
        key = (occasion.kind, apart, occasion.dates)
        merged[key] = dataclasses.replace(occasion, body=None) if key in merged else occasion
    return list(merged.values())


@lru_cache(maxsize=50_000)  # every article asks for the days of all its country's elections
def middle_of(date: str) -> datetime.date:
    """A day for a date of any precision: the middle of a month, the first of July of a year."""
    parts = [int(p) for p in date.split("-")]
    if len(parts) == 1:
        return datetime.date(parts[0], 7, 1)
    return datetime.date(parts[0], parts[1], parts[2] if len(parts) > 2 else 15)


def span_of(date: str) -> tuple[datetime.date, datetime.date]:
    """The first and last day of a date of any precision."""
    parts = [int(p) for p in date.split("-")]
    if len(parts) == 3:
        day = datetime.date(*parts)
        return day, day
    if len(parts) == 2:
        after = datetime.date(parts[0] + parts[1] // 12, parts[1] % 12 + 1, 1)
        return datetime.date(parts[0], parts[1], 1), after - datetime.timedelta(days=1)
    return datetime.date(parts[0], 1, 1), datetime.date(parts[0], 12, 31)


def _grouped(rows: Sequence[PollingDay]) -> tuple[Occasion, ...]:
    elections: list[Occasion] = []
    for row in sorted(rows, key=lambda r: (r.kind, r.body or "", r.date, r.round or 0)):
        last = elections[-1] if elections else None
        if last is not None and _another_round(last, row):
            elections[-1] = Occasion(last.country, last.kind, last.body, last.year, (*last.dates, row.date), last.note)
        else:
            elections.append(
                Occasion(row.iso2, row.kind, row.body or None, int(row.date[:4]), (row.date,), row.note or "")
            )
    return tuple(sorted(elections, key=lambda e: (e.dates[0], e.kind, e.body or "", e.note)))


def _another_round(election: Occasion, row: PollingDay) -> bool:
    same = (election.kind, election.body) == (row.kind, row.body or None)
    apart = (middle_of(row.date) - election.last_day).days
    return same and (row.round or 1) == len(election.dates) + 1 and 0 <= apart <= _ROUNDS_APART
