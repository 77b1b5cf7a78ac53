"""Which of a country's elections an article without a date can speak of: by years, people, parties and weekdays."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.configuring.calendar import INDIRECT
from pipeline.configuring.configuration import Configuration
from pipeline.resolving.contest_calendar import Elections, Occasion, middle_of
from pipeline.resolving.contest_evidence import (
    HEADLINE,
    Evidence,
    headline_bodies,
    leads_party,
    names_body,
    office_of,
    printed_in,
)
from pipeline.resolving.contest_people import rate_abroad, rate_leaders, rate_people
from pipeline.types import ContestCue

_BY_ELECTION = "by-election"  # as the calendar notes it
_YEAR = 4  # digits
_PLAIN = 3  # letters of a word of a note that tells nothing
_FRESH = 8  # days within which the result of a vote is news
_YEAR_DAYS = 365
_LEAD = 400  # characters of headline and text that say what is reported
_PRINTED = 30  # days after a polling day within which a date in the text speaks for it
Rated = tuple[float, Occasion, str]


def rate_undated(evidence: Evidence, country: str, elections: Elections, config: Configuration) -> list[Rated]:
    """Return the country's elections with scores and what spoke for each, best first; [] where none is known."""
    explicit = [cue.value for cue in evidence.kinds]
    kinds = explicit[:1] or ["legislative", "presidential"]
    kinds = ["local", "other"] if kinds[0] in ("local", "other") else kinds
    rated = []
    named = headline_bodies(evidence, country, config)
    headlined = [e for e in elections.of(country, "local") if (e.body or "").casefold() in named]
    leading = [] if headlined else _of_leaders(evidence, elections.of(country, "other"), config)
    headlined = headlined or leading
    kinds = [headlined[0].kind] if headlined else kinds
    evidence = _held_against(evidence, headlined) if headlined else evidence
    lands = (
        [] if headlined or explicit[:1] not in ([], ["legislative"]) else _of_land(evidence, country, elections, config)
    )
    leaderless = (
        bool(explicit) and explicit[0] == "local"
    )  # "Local elections: Greens gain": a leader is named in passing
    for occasion in headlined or elections.of(country):
        if leaderless and leads_party(occasion, config):
            continue
        local = occasion.kind in ("local", "other")
        of_land = occasion in lands
        unsaid = occasion.note.startswith(INDIRECT) and not (explicit and _of_its_house(evidence, occasion))
        if (
            unsaid
            or (occasion.kind not in kinds and not of_land)
            or (local and names_body(evidence, occasion, config) is False)
        ):
            continue
        parts = [
            *_years(evidence, occasion, elections),
            *rate_people(evidence, occasion),
            *rate_abroad(evidence, occasion),
            *rate_leaders(evidence, occasion),
            *_parties(evidence, occasion),
            *_days(evidence, occasion),
            *_dateline(evidence, occasion),
            *_rounds(evidence, occasion, elections),
            *_houses(evidence, occasion),
        ]
        parts += _names(evidence, occasion)
        parts += _midterm(evidence, occasion, elections, config)
        parts += [(1.0, f"{occasion.body} is named")] if local and names_body(evidence, occasion, config) else []
        parts += [(1.0, "as in the headline")] if of_land and _headlined(evidence) else []
        basis = ", ".join(why for _, why in parts if why) or "nothing speaks against it"
        rated.append((round(sum(points for points, _ in parts), 3), occasion, basis))
    return sorted(rated, key=lambda r: (-r[0], r[1].told()))


def _of_land(evidence: Evidence, country: str, elections: Elections, config: Configuration) -> list[Occasion]:
    """ "Welsh Labour lost three seats": where a land is what tells the country, its own elections may be meant."""
    told = printed_in(evidence.countries[0].basis)
    if config.places.country_of(told) is not None:
        return []  # Australia is in no news of South Australia alone
    names = [told.casefold(), *(d.name.casefold() for d in config.places.division_of(told))]
    return [
        e
        for e in elections.of(country, "local")
        if office_of(e, config) is None and any(set(n.split()) <= set((e.body or "").casefold().split()) for n in names)
    ]


def _headlined(evidence: Evidence) -> bool:
    """Whether the place that tells the country stands in the headline."""
    told = printed_in(evidence.countries[0].basis)
    return bool(told) and told in evidence.title.split("\n", 1)[0][:HEADLINE]


def _of_leaders(evidence: Evidence, occasions: Sequence[Occasion], config: Configuration) -> list[Occasion]:
    """ "Harbour Party leadership: Lee beats Green", "Lee wins race to be Green leader": the votes of a party named."""
    words = evidence.title.split("\n", 1)[0][:HEADLINE].casefold().replace(":", " ").split()
    kinds = config.contests.kinds
    if set(words).isdisjoint(kinds.party_races) or set(words).isdisjoint(kinds.party_leading):
        return []
    return [e for e in occasions if leads_party(e, config) and names_body(evidence, e, config)]


def _held_against(evidence: Evidence, headlined: Sequence[Occasion]) -> Evidence:
    """ "The Delhi election ... In the general election of May 2019": a year in which that land did not vote is past."""
    own = {str(e.year) for e in headlined}
    dated = (replace(cue, value=cue.value[:4]) for cue in evidence.months if cue.value[:4].isdigit())
    told = [cue for cue in (*evidence.years, *dated) if len(cue.value) == _YEAR and cue.value not in own]
    years = tuple(cue for cue in evidence.years if cue not in told)
    return replace(evidence, years=years, previous_years=(*evidence.previous_years, *told))


def _midterm(
    evidence: Evidence, occasion: Occasion, elections: Elections, config: Configuration
) -> list[tuple[float, str]]:
    """ "US mid-terms: Greens take House": no president was elected on the day."""
    told = any(word in evidence.title.casefold() for word in config.contests.kinds.midterms)
    if not told or not occasion.dates or not elections.of(occasion.country, "presidential"):
        return []
    both = any(e.dates[-1:] == occasion.dates[-1:] for e in elections.of(occasion.country, "presidential"))
    return [(-2.5, "")] if both else [(0.5, "no president was elected then")]


def _next_after(evidence: Evidence, occasion: Occasion, elections: Elections) -> list[tuple[float, str]]:
    """ "63 fewer than it won in 2011": the election that followed the one it is held against is the likeliest."""
    staggered = occasion.kind == "local" and occasion.body is None  # some part of the country votes every year
    past = 0 if staggered else max((int(cue.value) for cue in evidence.previous_years), default=0)
    later = (e for e in elections.of(occasion.country, occasion.kind) if e.year > past and e.body == occasion.body)
    after = list(later) if past else []  # of the same house: the Dutch upper one was chosen in 2015, between two lower
    if not after or after[0].dates != occasion.dates:
        return []
    return [(1.5, f"{evidence.previous_years[0].basis} is the one before")]


def _years(evidence: Evidence, occasion: Occasion, elections: Elections) -> list[tuple[float, str]]:
    """A year beside "election" is the election's own or an earlier one's; no year named may lie behind the election."""
    out: list[tuple[float, str]] = []
    for n, cue in enumerate(evidence.years):
        year = int(cue.value)
        if year == occasion.year:
            out.append((2.0 if n == 0 else 0.5, f"{cue.basis} names its year"))
        elif year > occasion.year:
            out.append((-2.5 if n == 0 else -1.5, ""))
    out += [(-2.0, "") for cue in evidence.previous_years if int(cue.value) >= occasion.year]
    out += [(-2.5, "") for cue in evidence.coming_years[:1] if int(cue.value) < occasion.year]
    out += _next_after(evidence, occasion, elections)
    named = [int(cue.value) for cue in evidence.named_years]
    out += [(-1.5, "") for year in sorted(set(named)) if year > occasion.year]
    latest = max(
        [y for y in (*named, *(int(c.value) for c in evidence.years)) if y <= occasion.year], default=occasion.year
    )
    out.append((-0.06 * min(occasion.year - latest, 20), ""))
    return out


def _rounds(evidence: Evidence, occasion: Occasion, elections: Elections) -> list[tuple[float, str]]:
    """ "in the run-off": an election of one day had none, where others of the country had."""
    told = any(cue.value in ("1", "2") for cue in evidence.rounds)
    if not told or occasion.kind not in ("presidential", "legislative"):
        return []
    if len(occasion.dates) > 1:
        return [(0.3, "it had two rounds")]
    two = any(len(e.dates) > 1 for e in elections.of(occasion.country, occasion.kind))
    return [(-0.8, "")] if two else []


def _houses(evidence: Evidence, occasion: Occasion) -> list[tuple[float, str]]:
    """An election without more is the lower house's, and one of all its seats."""
    if occasion.note == _BY_ELECTION and _BY_ELECTION not in evidence.title.casefold():
        return [(-1.5, "")]
    if occasion.kind != "legislative" or occasion.body is None:
        return []
    upper = occasion.body == "upper house"
    told = next(
        (cue for cue in evidence.bodies if cue.value == occasion.body and (not upper or _led(evidence, cue))), None
    )
    if told is not None:
        return [(0.5, f"{told.basis} is its house")]
    return [(-1.0, "")] if upper else []


def _led(evidence: Evidence, cue: ContestCue) -> bool:
    """ "22 SENATE SEATS": a word of the headline or the lead; senators are named in passing wherever there are some."""
    return printed_in(cue.basis).casefold() in " ".join(evidence.title[:_LEAD].casefold().split())


def _of_its_house(evidence: Evidence, occasion: Occasion) -> bool:
    """Whether an article on what a college chose says so: an upper house that no voter elects is seldom the news."""
    said = evidence.bodies[0].value if evidence.bodies else None
    return occasion.kind != "legislative" or occasion.body is None or said == occasion.body


def _parties(evidence: Evidence, occasion: Occasion) -> list[tuple[float, str]]:
    out: list[tuple[float, str]] = []
    for cue in evidence.parties:
        country, since, until = cue.value.split()
        if country == occasion.country:
            active = int(since) <= occasion.year <= int(until)
            out.append((0.3, f"{cue.basis} stood then") if active else (-1.2, ""))
    return out


def _days(evidence: Evidence, occasion: Occasion) -> list[tuple[float, str]]:
    """ "Saturday's election" fits a polling day that was a Saturday."""
    out: list[tuple[float, str]] = []
    days = {datetime.date.fromisoformat(d).weekday() for d in occasion.dates if len(d) == 10}
    fits = [cue for cue in evidence.weekdays if int(cue.value) in days]
    if fits:
        out.append((0.8, f"{fits[0].basis} is its weekday"))
    out += [
        (0.6, f"{cue.basis} is its day")
        for cue in evidence.named_days
        if any(d[5:] == cue.value for d in occasion.dates)
    ][:1]
    for cue in evidence.printed:
        if 0 <= (middle_of(cue.value) - occasion.first_day).days <= _PRINTED:
            out.append((1.0, f"{cue.basis} is a few days after it"))
    for cue in evidence.months:
        value = cue.value.lstrip("+")
        if any(d == value or d[5:] == value for d in occasion.dates):
            out.append((2.0, f"{cue.basis} is its day"))
        elif any(d[:7] == value or d[5:7] == value for d in occasion.dates):
            out.append((1.0, f"{cue.basis} is its month"))
    return out


def _dateline(evidence: Evidence, occasion: Occasion) -> list[tuple[float, str]]:
    """ "ALGIERS, June 6 (AFP)": news of an election is of the days before or after it, in whatever year."""
    if evidence.dateline is None or not occasion.dates or len(occasion.dates[-1]) < len("YYYY-MM"):
        return []
    written = _of_year(evidence.dateline.value)
    after = [(written - _of_year(day.isoformat()[5:])) % _YEAR_DAYS for day in (occasion.first_day, occasion.last_day)]
    if min(after) <= _FRESH:
        return [(1.5, f"{evidence.dateline.basis} is a few days after it")]
    near = min(after) <= _PRINTED or max(after) >= _YEAR_DAYS - _PRINTED
    return [(0.8, f"{evidence.dateline.basis} is a few weeks from it")] if near else [(-0.8, "")]


def _of_year(day: str) -> int:
    """The days of a year, about, before "06-16"."""
    month, number = day.split("-")
    return round((int(month) - 1) * _YEAR_DAYS / 12) + int(number)


def _names(evidence: Evidence, occasion: Occasion) -> Sequence[tuple[float, str]]:
    """The calendar's note on a referendum ("Scottish independence") found in the headline or the lead."""
    words = [w.strip("(),") for w in occasion.note.casefold().split()]
    words = [w for w in words if len(w) > _PLAIN]
    sentences = re.split(r"[.\n]", evidence.title.casefold())
    if occasion.kind == "referendum" and words and any(all(w in s for w in words) for s in sentences):
        return [(3.0, f"its matter is named: {occasion.note}")]
    return []
