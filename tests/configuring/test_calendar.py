"""What the election calendar holds and answers, and the checks that find typing mistakes in it."""

from __future__ import annotations

import calendar as gregorian
import datetime
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.configuring.calendar import Calendar, Election, VotingDays, load_calendar, span_of
from pipeline.configuring.places import load_places
from pipeline.configuring.strict import ConfigError

CONFIGS = Path(__file__).parents[2] / "configs"
CALENDAR = load_calendar(CONFIGS)
ROWS = [row for iso2 in CALENDAR.countries() for row in CALENDAR.elections(iso2)]
POLLED = [row for row in ROWS if len(row.date) == 10 and not row.indirect and row.kind != "other"]


def label(row: Election) -> tuple[str, str, str, int | None, str]:
    return row.iso2, row.kind, row.body, row.round, row.date


# --- what is in it


@pytest.mark.parametrize(
    ("iso2", "kind", "body", "round_", "date"),
    [
        ("US", "presidential", "", None, "2000-11-07"),
        ("US", "legislative", "lower house", None, "1994-11-08"),
        ("US", "legislative", "upper house", None, "2018-11-06"),
        ("GB", "legislative", "", None, "1945-07-05"),
        ("GB", "referendum", "", None, "2014-09-18"),
        ("GB", "referendum", "", None, "2016-06-23"),
        ("GB", "local", "Scottish Parliament", None, "2011-05-05"),
        ("CA", "referendum", "", None, "1980-05-20"),
        ("CA", "referendum", "", None, "1995-10-30"),
        ("FR", "presidential", "", 1, "2002-04-21"),
        ("FR", "presidential", "", 2, "2002-05-05"),
        ("FR", "legislative", "lower house", 2, "1997-06-01"),
        ("DE", "legislative", "", None, "2005-09-18"),
        ("DD", "legislative", "", None, "1990-03-18"),
        ("CZ", "legislative", "lower house", None, "1996-06-01"),
        ("CZ", "legislative", "lower house", None, "2006-06-03"),
        ("CZ", "legislative", "upper house", 2, "1996-11-23"),
        ("CZ", "presidential", "", 2, "2013-01-26"),
        ("HR", "local", "", None, "1997-04-13"),
        ("PL", "presidential", "", 2, "1995-11-19"),
        ("RU", "presidential", "", 2, "1996-07-03"),
        ("TR", "legislative", "", None, "2002-11-03"),
        ("IL", "legislative", "", None, "1996-05-29"),
        ("PS", "legislative", "", None, "2006-01-25"),
        ("IQ", "legislative", "", None, "2010-03-07"),
        ("IQ", "legislative", "", None, "2018-05-12"),
        ("IQ", "legislative", "", None, "2021-10-10"),
        ("IQ", "legislative", "constituent assembly", None, "2005-01-30"),
        ("IQ", "referendum", "", None, "2017-09-25"),
        ("IN", "legislative", "lower house", None, "2004-05-10"),
        ("JP", "legislative", "upper house", None, "1989-07-23"),
        ("HK", "legislative", "", None, "1995-09-17"),
        ("ZA", "legislative", "", None, "1994-04-29"),
        ("EU", "legislative", "European Parliament", None, "1979-06-10"),
    ],
)
def test_it_holds(iso2: str, kind: str, body: str, round_: int | None, date: str) -> None:
    assert (iso2, kind, body, round_, date) in {label(row) for row in CALENDAR.elections(iso2, kind)}


def test_it_covers_the_world() -> None:
    voted = {row.iso2 for row in ROWS if row.kind == "legislative"}
    assert len(voted) > 190
    assert len(ROWS) > 6000


# --- typing mistakes


def test_each_country_is_in_the_table_of_countries() -> None:
    places = load_places(CONFIGS)
    assert [iso2 for iso2 in CALENDAR.countries() if places.country(iso2) is None] == []


def test_each_country_has_its_weekdays() -> None:
    assert sorted(CALENDAR.voting_days) == list(CALENDAR.countries())


def test_nothing_is_there_twice() -> None:
    counts = Counter(label(row) for row in ROWS if row.kind != "referendum")  # one day may have several questions
    assert [key for key, count in counts.items() if count > 1] == []


def test_dates_fit_the_weekdays() -> None:
    assert [label(row) for row in POLLED if not CALENDAR.voting_days[row.iso2].plausible(row.date)] == []


def test_the_weekdays_find_a_slip_of_one_day() -> None:
    """The check is worth its name: most dates moved by one day, either way, fit no more."""
    caught = 0
    for row in POLLED:
        day = datetime.date.fromisoformat(row.date)
        for step in (-1, 1):
            moved = (day + datetime.timedelta(days=step)).isoformat()
            caught += not CALENDAR.voting_days[row.iso2].plausible(moved)
    assert caught / (2 * len(POLLED)) > 0.75


def test_each_exception_is_one_and_is_used() -> None:
    dates = {(row.iso2, row.date) for row in POLLED}
    for iso2, days in CALENDAR.voting_days.items():
        for date in sorted(days.exceptions):
            assert (iso2, date) in dates, f"{iso2} {date} is no election"
            assert not VotingDays(days.weekdays, frozenset()).plausible(date), f"{iso2} {date} is no exception"


def test_american_elections_are_on_the_tuesday_after_the_first_monday_of_november() -> None:
    for row in CALENDAR.elections("US"):
        if row.kind in ("presidential", "legislative"):
            day = datetime.date.fromisoformat(row.date)
            assert (day.month, day.weekday()) == (11, 1) and 2 <= day.day <= 8, row
            assert day.year % (4 if row.kind == "presidential" else 2) == 0, row


@pytest.mark.parametrize("iso2", ["FR", "DE", "TR", "PL", "AT", "BE", "PT", "SE", "UA", "RO", "AR", "CO", "PE"])
def test_these_countries_vote_on_sundays(iso2: str) -> None:
    assert CALENDAR.voting_days[iso2].weekdays == {gregorian.SUNDAY}


def test_a_second_round_follows_its_first() -> None:
    for row in ROWS:
        if row.round == 2:
            firsts = [r for r in CALENDAR.elections(row.iso2, row.kind, row.body) if r.round == 1]
            gaps = [row.span[0] - r.span[0] for r in firsts if r.span[0] < row.span[0]]
            assert gaps and min(gaps) < 300, row


def test_no_day_is_later_than_the_calendar_claims() -> None:
    assert max(row.year for row in ROWS) == 2025
    assert min(row.year for row in ROWS) >= 1940


# --- what it answers


@pytest.mark.parametrize(
    ("iso2", "kind", "date", "before", "nearest"),
    [
        ("US", "presidential", "2020-11-03", "2016-11-08", "2020-11-03"),
        ("US", "presidential", "2020-11-04", "2020-11-03", "2020-11-03"),
        ("US", "presidential", "2018", "2016-11-08", "2016-11-08"),
        ("IQ", "legislative", "2018-05", "2014-04-30", "2018-05-12"),
        ("IQ", "legislative", "2018-06-01", "2018-05-12", "2018-05-12"),
        ("IQ", "legislative", "2021", "2018-05-12", "2021-10-10"),
        ("FR", "presidential", "2017-04-23", "2012-05-06", "2017-04-23"),
        ("FR", "presidential", "2017-05-01", "2017-04-23", "2017-05-07"),
        ("GB", "legislative", "1945-07-05", None, "1945-07-05"),
        ("GB", "presidential", "2000", None, None),
        ("QQ", "legislative", "2000", None, None),
    ],
)
def test_before_and_nearest(iso2: str, kind: str, date: str, before: str | None, nearest: str | None) -> None:
    found = CALENDAR.before(iso2, kind, date), CALENDAR.nearest(iso2, kind, date)
    assert [row and row.date for row in found] == [before, nearest]


def test_a_body_can_be_named() -> None:
    found = CALENDAR.before("CZ", "legislative", "2010-10-01", body="upper house")
    assert found is not None and (found.date, found.round) == ("2008-10-25", 2)


def test_between_takes_both_ends() -> None:
    found = CALENDAR.between("IQ", "2018", "2018-09-30")
    assert [row.date for row in found] == ["2018-05-12", "2018-09-30"]


def test_elections_come_in_date_order() -> None:
    for iso2 in CALENDAR.countries():
        dates = [row.date for row in CALENDAR.elections(iso2)]
        assert dates == sorted(dates)


KINDS = st.sampled_from(["legislative", "presidential", "local", "referendum", "other"])
DAYS = st.dates(datetime.date(1930, 1, 1), datetime.date(2035, 12, 31)).map(str)
DATES = st.one_of(DAYS, DAYS.map(lambda day: day[:7]), DAYS.map(lambda day: day[:4]))


@given(st.sampled_from(CALENDAR.countries()), KINDS, DATES)
def test_before_is_the_last_that_was_over(iso2: str, kind: str, date: str) -> None:
    found, start = CALENDAR.before(iso2, kind, date), span_of(date)[0]
    over = [row.span[1] for row in CALENDAR.elections(iso2, kind) if row.span[1] < start]
    assert (found.span[1] if found else None) == max(over, default=None)


@given(st.sampled_from(CALENDAR.countries()), KINDS, DAYS)
def test_no_election_is_nearer_than_the_nearest(iso2: str, kind: str, date: str) -> None:
    found, day = CALENDAR.nearest(iso2, kind, date), span_of(date)[0]
    rows = [row for row in CALENDAR.elections(iso2, kind) if row.span[0] == row.span[1]]
    assert (found is None) == (not CALENDAR.elections(iso2, kind))
    if found is not None and found.span[0] == found.span[1]:
        assert all(abs(found.span[0] - day) <= abs(row.span[0] - day) for row in rows)


@pytest.mark.parametrize("date", ["", "18", "2018-13", "2018-02-30", "2018-5", "May 2018", "2018-05-12-01"])
def test_what_is_no_date_raises(date: str) -> None:
    with pytest.raises(ValueError):
        span_of(date)


# --- broken files


def _folder(base: Path, elections: str, weekdays: str = "") -> Path:
    (base / "calendar").mkdir()
    text = "iso2,kind,body,round,date,note\n" + elections
    (base / "calendar" / "elections.csv").write_text(text, encoding="utf-8")
    (base / "calendar" / "weekdays.csv").write_text("iso2,weekdays,exceptions\n" + weekdays, encoding="utf-8")
    return base


@pytest.mark.parametrize(
    ("elections", "weekdays", "message"),
    [
        ("AA,parliament,,,2000,\n", "", "kind 'parliament'"),
        ("AA,local,,3,2000,\n", "", "round '3'"),
        ("AA,local,,,2000-02-30,\n", "", "no proper date"),
        ("AA,local,,,May,\n", "", "no proper date"),
        ("AA,local,,,2000,\nAA,local,,,2000,\n", "", "there twice"),
        ("", "AA,Funday,\n", "weekday 'Funday'"),
    ],
)
def test_a_broken_file_is_refused(tmp_path: Path, elections: str, weekdays: str, message: str) -> None:
    with pytest.raises(ConfigError, match=message):
        load_calendar(_folder(tmp_path, elections, weekdays))


def test_a_country_without_habit_takes_any_day(tmp_path: Path) -> None:
    found: Calendar = load_calendar(_folder(tmp_path, "", "AA,any,\nBB,Sunday|Monday,2000-01-01\n"))
    days = ["2000-01-01", "2000-01-02", "2000-01-03", "2000-01-04", "2000-01"]
    assert [found.voting_days["AA"].plausible(day) for day in days] == [True] * 5
    assert [found.voting_days["BB"].plausible(day) for day in days] == [True, True, True, False, True]
