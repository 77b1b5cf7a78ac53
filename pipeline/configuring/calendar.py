"""The election calendar as data: what was elected where and when, and on which weekdays a country votes.

`load_calendar` reads configs/calendar. Dates keep their precision: "2018-05-12", "2018-05" or "2018".
"""

from __future__ import annotations

import calendar as gregorian
import datetime
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import get_args

from pipeline.configuring.strict import ConfigError, read_csv
from pipeline.types import ContestKind

KINDS: dict[str, ContestKind] = {kind: kind for kind in get_args(ContestKind)}
INDIRECT = "indirect"  # how the note of an election by a parliament or a college begins
ROUNDS = {"": None, "1": 1, "2": 2}
ANY_DAY = "any"


@dataclass(frozen=True, slots=True)
class Election:
    """One row of elections.csv. `date` is the last polling day, as precise as it is known.

    `round` is None where there was a single one; `body` is "" where only one body is elected.
    """

    iso2: str
    kind: ContestKind
    body: str
    round: int | None
    date: str
    note: str

    @property
    def span(self) -> tuple[int, int]:
        """Return the days (proleptic ordinals) between which the last polling day lies: equal for a full date."""
        return span_of(self.date)

    @property
    def year(self) -> int:
        """Return the year of the last polling day."""
        return int(self.date[:4])

    @property
    def indirect(self) -> bool:
        """Return whether a parliament or a college chose, so that no voters' turnout exists."""
        return self.note.startswith(INDIRECT)


@dataclass(frozen=True, slots=True)
class VotingDays:
    """The weekdays (0 is Monday) on which a country usually votes, and the days known to differ."""

    weekdays: frozenset[int]  # empty: the country votes on any day
    exceptions: frozenset[str]

    def plausible(self, date: str) -> bool:
        """Return whether a full date fits the habit; what is only a month or a year always does."""
        if len(date) < len("YYYY-MM-DD") or not self.weekdays or date in self.exceptions:
            return True
        return datetime.date.fromisoformat(date).weekday() in self.weekdays


@dataclass(frozen=True, slots=True)
class Calendar:
    """All known elections, by country in date order."""

    voting_days: dict[str, VotingDays]
    _by_country: dict[str, tuple[Election, ...]] = field(repr=False)

    def countries(self) -> tuple[str, ...]:
        """Return the codes of the countries that have rows, sorted."""
        return tuple(sorted(self._by_country))

    def elections(self, iso2: str, kind: str | None = None, body: str | None = None) -> tuple[Election, ...]:
        """Return a country's elections in date order, of one kind and body where given; empty where none is known.

        A date known by its year or month stands at its beginning.
        """
        rows = self._by_country.get(iso2, ())
        if kind is None and body is None:
            return rows
        return tuple(row for row in rows if kind in (None, row.kind) and body in (None, row.body))

    def before(self, iso2: str, kind: str, date: str, body: str | None = None) -> Election | None:
        """Return the last election that was over before `date` began; None where none is known.

        `date` may be a day, a month or a year: before "2018" means in 2017 or earlier. Of two houses elected
        on one day, the one whose body comes first in the alphabet; of two rounds, the second.
        Raises ValueError where `date` is none.
        """
        start = span_of(date)[0]
        over = [row for row in self.elections(iso2, kind, body) if row.span[1] < start]
        return min(over, key=lambda row: (-row.span[1], row.body, -(row.round or 0))) if over else None

    def nearest(self, iso2: str, kind: str, date: str, body: str | None = None) -> Election | None:
        """Return the election with the fewest days between it and `date`; the earlier of two as near.

        `date` may be a day, a month or a year. None where no election of the kind is known.
        Raises ValueError where `date` is none.
        """
        start, end = span_of(date)
        rows = self.elections(iso2, kind, body)
        if not rows:
            return None
        return min(rows, key=lambda row: (_days_between(row.span, (start, end)), row.span, row.body, row.round or 0))

    def between(self, iso2: str, start: str, end: str) -> tuple[Election, ...]:
        """Return every election of the country from the beginning of `start` to the end of `end`, in date order."""
        low, high = span_of(start)[0], span_of(end)[1]
        return tuple(row for row in self.elections(iso2) if low <= row.span[0] and row.span[1] <= high)


@cache
def span_of(date: str) -> tuple[int, int]:
    """Return the first and last day (ordinals) that "YYYY-MM-DD", "YYYY-MM" or "YYYY" may mean.

    Raises ValueError for any other text and for a day that does not exist.
    """
    if len(date) == len("YYYY-MM-DD"):
        day = datetime.date.fromisoformat(date).toordinal()
        return day, day
    parts = date.split("-")
    digits = all(part.isascii() and part.isdigit() for part in parts)
    if not digits or [len(part) for part in parts] not in ([4], [4, 2]):
        raise ValueError(f"{date!r} is not a day, a month or a year")
    year = int(parts[0])
    first, last = (int(parts[1]), int(parts[1])) if len(parts) > 1 else (1, 12)
    end = datetime.date(year, last, gregorian.monthrange(year, last)[1])
    return datetime.date(year, first, 1).toordinal(), end.toordinal()


def _days_between(one: tuple[int, int], other: tuple[int, int]) -> int:
    return max(one[0] - other[1], other[0] - one[1], 0)


def load_calendar(folder: Path) -> Calendar:
    """Read elections.csv and weekdays.csv of `folder`/calendar.

    Raises ConfigError for a missing file, a wrong column, kind, round or date, an unknown weekday, or a row
    listed twice. Whether the codes are in countries.csv and the weekdays fit is left to the tests.
    """
    path = folder / "calendar" / "elections.csv"
    grouped: dict[str, list[Election]] = {}
    seen: set[tuple[str, ...]] = set()
    for row in read_csv(path, ("iso2", "kind", "body", "round", "date", "note")):
        values = tuple(row.values())
        if values in seen:
            raise ConfigError(f"{path}: the row {','.join(values)!r} is there twice; delete one")
        seen.add(values)
        grouped.setdefault(row["iso2"], []).append(_election(row, path))
    by_country = {
        iso2: tuple(sorted(rows, key=lambda r: (r.date, r.kind, r.body, r.round or 0, r.note)))
        for iso2, rows in sorted(grouped.items())
    }
    return Calendar(_voting_days(folder / "calendar" / "weekdays.csv"), by_country)


def _election(row: dict[str, str], path: Path) -> Election:
    kind, number, date = KINDS.get(row["kind"]), row["round"], row["date"]
    if kind is None:
        raise ConfigError(f"{_where(row, path)} the kind {row['kind']!r}; the kinds are {', '.join(sorted(KINDS))}")
    if number not in ROUNDS:
        raise ConfigError(f"{_where(row, path)} the round {number!r}; write 1, 2 or nothing")
    try:
        span_of(date)
    except ValueError as error:
        raise ConfigError(f"{_where(row, path)} no proper date ({error}); write YYYY-MM-DD, YYYY-MM or YYYY") from None
    return Election(row["iso2"], kind, row["body"], ROUNDS[number], date, row["note"])


def _where(row: dict[str, str], path: Path) -> str:
    return f"{path}: the row of {row['iso2']} on {row['date']} has"


def _voting_days(path: Path) -> dict[str, VotingDays]:
    numbers = {name: number for number, name in enumerate(gregorian.day_name)}
    days: dict[str, VotingDays] = {}
    for row in read_csv(path, ("iso2", "weekdays", "exceptions")):
        names = () if row["weekdays"] == ANY_DAY else tuple(row["weekdays"].split("|"))
        for name in names:
            if name not in numbers:
                known = f"{', '.join(numbers)} and {ANY_DAY!r}"
                raise ConfigError(f"{path}: {row['iso2']} has the weekday {name!r}; the words are {known}")
        exceptions = frozenset(item for item in row["exceptions"].split("|") if item)
        days[row["iso2"]] = VotingDays(frozenset(numbers[name] for name in names), exceptions)
    return days
