"""Claim -> the election that its own sentence speaks of: its cues override the article's main election."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.configuring.calendar import INDIRECT
from pipeline.configuring.configuration import Configuration
from pipeline.resolving.contest_calendar import Elections, Occasion, both_houses, middle_of
from pipeline.resolving.contest_evidence import Evidence, names_part, of_its_body, office_of
from pipeline.resolving.contest_main import Main
from pipeline.resolving.contest_union import member_told, of_member
from pipeline.resolving.contest_verdict import Verdict, with_round
from pipeline.types import Claim, ContestCue

_PAST = ("year", "years_ago", "month", "date", "months_ago", "weeks_ago", "previous", "sitting")
_NEAR_DAYS = 6  # "two weeks ago" is said from Sunday to Friday of that week
_COUNCILS = ("local", "other")
_NATIONAL = ("legislative", "presidential", "referendum")


@dataclass(frozen=True, slots=True)
class _Frame:
    """What a claim's cues are read against: the article's election and its day, and what is asked of the calendar."""

    main: Main
    today: datetime.date | None  # the last day on which the article can have been written; None: unknown
    country: str
    kind: str
    body: str | None
    elections: Elections
    told: tuple[str, ...]
    named: bool = False  # its own words name the kind of election

    @property
    def same(self) -> bool:
        """True where the claim's own words do not lead away from the main election's country, kind and body."""
        main = self.main.occasion
        if main is None or (main.country, main.kind) != (self.country, self.kind):
            return False
        return self.body is None or main.body is None or main.body == self.body


def claim_election(
    claim: Claim, main: Main, evidence: Evidence, elections: Elections, config: Configuration
) -> Verdict:
    """Say which election a claim is about; None with a reason where its words and the calendar do not tell."""
    cues: dict[str, ContestCue] = {}
    for cue in claim.cues:
        cues.setdefault(cue.kind, cue)
    member = member_told(claim, main, evidence, config)
    if member is not None or names_part(cues, main.country, config):
        cues.pop("country", None)
    chamber = claim.measure in config.contests.measures.chamber
    if chamber and main.occasion is not None and office_of(main.occasion, config):
        # "local elections, 2,670 seats": no governor has seats, and councils are elected on the governors' day
        main = dataclasses.replace(main, occasion=dataclasses.replace(main.occasion, body=None))
    if main.occasion is not None and of_its_body(claim, cues, main.occasion, config):
        cues.pop("election_kind")
    # a house that elects the president is told by its size; "the Harbour Party, which holds 41 seats", is parliament's
    of = "party" if claim.measure in config.contests.measures.partisan else "house"
    frame = _frame(cues, of if chamber else "", main, evidence.end, elections)
    if frame is None:
        return Verdict(None, None, main.basis)
    if "previous" in cues and not chamber and cues["previous"].basis.casefold() in config.contests.times.held_before:
        cues.pop("previous")  # "In an interview before the vote he hoped for 40 million; 25 million voted"
    return of_member(_in_frame(claim, cues, frame, config), member, config)


def _in_frame(claim: Claim, cues: dict[str, ContestCue], frame: _Frame, config: Configuration) -> Verdict:
    verdict = _by_time(cues, frame)
    measures = config.contests.measures
    if claim.measure in (*measures.by_round, *measures.attributes) and _stale(cues, frame, verdict, config):
        return Verdict(None, None, f"{verdict.basis}; that was long ago, and the sentence names no time")
    return verdict if verdict.occasion is None else with_round(claim, cues, verdict, frame.today, config)


def _frame(
    cues: dict[str, ContestCue], chamber: str, main: Main, written: datetime.date | None, elections: Elections
) -> _Frame | None:
    """What the sentence says of country, kind and house, else the main election's; None where no country is known.

    `chamber` says whose a measure is that only a parliament has, a "party"'s or the "house"'s own; "" for no such one;
    `written` is the last day of publication.
    """
    occasion = main.occasion
    country = cues["country"].value if "country" in cues else main.country
    if country is None:
        return None
    told = [f"{cues[k].basis!r}" for k in ("country", "election_kind", "body") if k in cues]
    kind = occasion.kind if occasion is not None else main.kind or "legislative"
    if "election_kind" in cues:
        kind = cues["election_kind"].value
    if main.country is not None and country != main.country and not elections.of(country, kind):
        country = main.country  # "the EU referendum" is no election of the Union
    twin = any(e.dates == occasion.dates for e in elections.of(country, "legislative")) if occasion else False
    indirect = occasion is not None and occasion.note.startswith(INDIRECT) and chamber != "party"
    if chamber and not indirect and (kind in ("presidential", "referendum") or (kind == "other" and twin)):
        kind = "legislative"
        told.append("the measure is a parliament's")
    held = "body" in cues or (kind == "other" and "sitting" in cues)
    if chamber and kind in _COUNCILS and held and elections.of(country, "legislative"):
        kind = "legislative"  # "After the by-election the party has 304 seats in the lower house"
        told.append("the measure is a parliament's")
    body = cues["body"].value if "body" in cues and kind == "legislative" else None
    if body is not None and not any(e.body == body for e in elections.of(country, kind)):
        body = None  # a parliament of one house is a "lower house" to some
    today = written or (occasion.last_day if occasion else None)
    return _Frame(main, today, country, kind, body, elections, tuple(told), "election_kind" in cues)


def _by_time(cues: dict[str, ContestCue], frame: _Frame) -> Verdict:
    for kind, ask in (
        ("year", _of_year),
        ("years_ago", _of_years_ago),
        ("month", _of_month),
        ("date", _of_month),
        ("months_ago", _of_months_ago),
        ("weeks_ago", _of_weeks_ago),
    ):
        if kind in cues:
            return ask(cues[kind], frame)
    if "previous" in cues:
        return _previous(cues["previous"], frame)
    if "sitting" in cues and _house_of_before(frame):
        return _previous(cues["sitting"], frame)
    return _unsaid(frame)


def _stale(cues: dict[str, ContestCue], frame: _Frame, verdict: Verdict, config: Configuration) -> bool:
    """True where an election of years ago is meant by nothing but its being the last."""
    if verdict.occasion is None or frame.today is None or any(k in cues for k in _PAST):
        return False
    return (frame.today - verdict.occasion.last_day).days > config.contests.windows.stale


def _house_of_before(frame: _Frame) -> bool:
    """True where "now" means the house of the last election: the main one lies ahead, or is a by-election."""
    main = frame.main.occasion
    if main is None:
        return False
    ahead = main.listed and frame.today is not None and main.first_day > frame.today
    return ahead or (main.kind == "legislative" and not main.listed and not main.dates)


def _unsaid(frame: _Frame) -> Verdict:
    """No word of time: the main election, or of the kind or house that the sentence names the one nearest to it."""
    main = frame.main.occasion
    if frame.same:
        return _narrowed(frame, Verdict(main, frame.main.round, frame.main.basis))
    if main is None and not frame.told:
        return Verdict(None, None, frame.main.basis)
    if frame.today is None:
        return Verdict(None, None, f"{frame.main.basis}; {_said(frame)} and no date")
    near = frame.elections.nearest(frame.country, frame.kind, frame.body, main.last_day if main else frame.today, 75)
    last = near or frame.elections.last_before(frame.country, frame.kind, frame.body, frame.today)
    if last is not None and (frame.today - last.first_day).days < 7 * 366:
        return Verdict(last, None, f"{_said(frame)}; calendar: {last.told()}")
    if frame.elections.of(frame.country, frame.kind) and main is not None and main.country == frame.country:
        return Verdict(main, frame.main.round, frame.main.basis)
    year = main.year if main else frame.today.year
    return Verdict(
        _unlisted(frame, year), None, f"{_said(frame)}; no such election in the calendar, so its year is the article's"
    )


def _narrowed(frame: _Frame, verdict: Verdict) -> Verdict:
    """Of two houses elected on one day, the one that the sentence names."""
    main = verdict.occasion
    if main is None or main.body is not None or frame.body is None:
        return verdict
    twins = [e for e in frame.elections.of(main.country, main.kind, frame.body) if e.dates == main.dates and main.dates]
    return Verdict(twins[0], verdict.round, f"{verdict.basis}; {_said(frame)}") if twins else verdict


def _of_year(cue: ContestCue, frame: _Frame) -> Verdict:
    year = int(cue.value)
    main = frame.main.occasion
    if main is not None and main.year == year and frame.same:
        return _narrowed(frame, Verdict(main, frame.main.round, f"{cue.basis!r} names its year; {frame.main.basis}"))
    return _in_year(year, f"{cue.basis!r} names the year", frame)


def _of_years_ago(cue: ContestCue, frame: _Frame) -> Verdict:
    if frame.today is None:
        return Verdict(None, None, f"{cue.basis!r}, and the article has no date to count from")
    year = frame.today.year - int(cue.value)
    for candidate in (year, year - 1, year + 1):
        if frame.elections.in_year(frame.country, frame.kind, frame.body, candidate):
            return _in_year(candidate, f"{cue.basis!r} from {frame.today.year} is {year}", frame)
    return _in_year(year, f"{cue.basis!r} from {frame.today.year} is {year}", frame)


def _in_year(year: int, why: str, frame: _Frame) -> Verdict:
    found = frame.elections.told_by_year(frame.country, frame.kind, frame.body, year)
    if not found and "election" not in " ".join(frame.told):
        found = tuple(e for e in frame.elections.in_year(frame.country, None, None, year) if e.kind in _NATIONAL)
    if not found:
        return Verdict(_unlisted(frame, year), None, f"{why}; the calendar has no such election, the year stands alone")
    return _one_of(found, why, frame)


def _one_of(found: Sequence[Occasion], why: str, frame: _Frame) -> Verdict:
    """The only one; of two houses on one day both; the house of the main election, else the lower one; else none."""
    merged = both_houses(found)
    if len(merged) == 1:
        return Verdict(merged[0], None, f"{why}; calendar: {merged[0].told()}")
    main = frame.main.occasion
    own = None if main is None or frame.named else main.body  # "the 1998 general election" in an article on a Senate's
    for body in (own, "lower house", None):
        same = [e for e in merged if e.body == body]
        if len(same) == 1 and len({e.kind for e in merged}) == 1:
            return Verdict(
                same[0], None, f"{why}; of {len(merged)} in the calendar the {body or 'general'} one: {same[0].told()}"
            )
    rivals = " or ".join(e.told() for e in merged[:3])
    if len({e.year for e in merged}) == 1 and len({e.kind for e in merged}) > 1:
        kept = next((e for e in merged if e.kind == frame.kind), merged[0])
        return Verdict(kept, None, f"{why}; {kept.told()} rather than {rivals}")
    return Verdict(None, None, f"{why}; it cannot be told whether {rivals} is meant")


def _of_month(cue: ContestCue, frame: _Frame) -> Verdict:
    """As in "in June", "June 2": the latest such month before publication, or the next one where it lies ahead."""
    value, ahead = cue.value.lstrip("+"), cue.value.startswith("+")
    full = len(value) > 5 and value[:4].isdigit()
    if frame.today is None and not full:
        return _unsaid(frame)
    year = int(value[:4]) if full else 0
    month = int(value[5:7]) if full else int(value[:2])
    if not full:
        assert frame.today is not None
        year = frame.today.year + (month < frame.today.month if ahead else -(month > frame.today.month))
    return _in_month(year, month, f"{cue.basis!r} is {year}-{month:02}", frame, full)


def _of_months_ago(cue: ContestCue, frame: _Frame) -> Verdict:
    if frame.today is None:
        return _unsaid(frame)
    count = frame.today.year * 12 + frame.today.month - 1 - int(cue.value)
    return _in_month(count // 12, count % 12 + 1, f"{cue.basis!r} is {count // 12}-{count % 12 + 1:02}", frame, False)


def _of_weeks_ago(cue: ContestCue, frame: _Frame) -> Verdict:
    """ "down from 60.6 percent two weeks ago": the round of the main election that was held about then."""
    main = frame.main.occasion
    if main is None or frame.today is None or not frame.same:
        return _unsaid(frame)
    day = frame.today - datetime.timedelta(weeks=int(cue.value))
    for number, date in enumerate(main.dates, start=1):
        if len(main.dates) > 1 and abs((middle_of(date) - day).days) <= _NEAR_DAYS:
            return Verdict(main, number, f"{cue.basis!r} is {day.isoformat()}, about {date}; {frame.main.basis}")
    return _unsaid(frame)


def _in_month(year: int, month: int, why: str, frame: _Frame, full: bool) -> Verdict:
    day, main = datetime.date(year, month, 15), frame.main.occasion
    prefix = f"{year}-{month:02}"
    here = main if frame.same else None
    if here and (any(d[:7] == prefix for d in here.dates) or abs((here.first_day - day).days) < 20):
        return _narrowed(frame, Verdict(here, frame.main.round, f"{why}; {frame.main.basis}"))
    wanted = [e for e in frame.elections.of(frame.country) if any(d[:7] == prefix for d in e.dates)]
    for found in ([e for e in wanted if e.kind == frame.kind and frame.body in (None, e.body)], wanted):
        if found:
            return _one_of(found, why, frame)
    if main is not None and (main.dates or not full):
        near = frame.elections.nearest(frame.country, frame.kind, frame.body, day, 45)
        if near is not None and near.told() != main.told():
            return Verdict(near, None, f"{why}; calendar: {near.told()}")
        if main.year == year or not full:
            return _unsaid(frame)
    return _in_year(year, why, frame)


def _previous(cue: ContestCue, frame: _Frame) -> Verdict:
    main = frame.main.occasion
    day = main.first_day if main is not None and main.country == frame.country else frame.today
    if day is None:
        return Verdict(None, None, f"{cue.basis!r}, and it is not known which election the article reports")
    body = frame.body or (main.body if main is not None and frame.same else None)
    nameless = frame.kind in _COUNCILS and body is None  # "against 63 previously": no other state's assembly
    alike = frame.elections.alike_before(main if frame.same else None, day)
    last = alike if nameless else frame.elections.last_before(frame.country, frame.kind, body, day)
    if last is None or (day - last.first_day).days > 8 * 366:
        why = f"{cue.basis!r} is the election before {day.year}"
        return Verdict(None, None, f"{why}, which the calendar of {frame.country} does not have")
    twins = both_houses([e for e in frame.elections.of(frame.country, frame.kind, body) if e.dates == last.dates])
    return Verdict(twins[0], None, f"{cue.basis!r} is the one before; calendar: {twins[0].told()}")


def _unlisted(frame: _Frame, year: int) -> Occasion:
    return Occasion(frame.country, frame.kind, frame.body, year, (), "", False)


def _said(frame: _Frame) -> str:
    return "the sentence says " + ", ".join(frame.told) if frame.told else "the sentence says no more"
