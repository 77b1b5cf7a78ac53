"""Which of a country's elections an article without a date can speak of: by years, people, parties and weekdays."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from pipeline.configuring.configuration import Configuration
from pipeline.resolving.contest_calendar import Elections, Occasion, middle_of
from pipeline.resolving.contest_evidence import Evidence, Term, names_body

_INAUGURATED = 8  # months from a presidential election to the oath, at most
_PRINTED = 30  # days after a polling day within which a date in the text speaks for it
Rated = tuple[float, Occasion, str]


def rate_undated(evidence: Evidence, country: str, elections: Elections, config: Configuration) -> list[Rated]:
    """Return the country's elections with scores and what spoke for each, best first; [] where none is known."""
    explicit = [cue.value for cue in evidence.kinds]
    kinds = explicit[:1] or ["legislative", "presidential"]
    kinds = ["local", "other"] if kinds[0] in ("local", "other") else kinds
    rated = []
    for occasion in elections.of(country):
        local = occasion.kind in ("local", "other")
        if occasion.kind not in kinds or (local and names_body(evidence, occasion, config) is False):
            continue
        parts = [
            *_years(evidence, occasion, elections),
            *_people(evidence, occasion),
            *_parties(evidence, occasion),
            *_days(evidence, occasion),
        ]
        parts += _names(evidence, occasion)
        parts += [(1.0, f"{occasion.body} is named")] if local and names_body(evidence, occasion, config) else []
        basis = ", ".join(why for _, why in parts if why) or "nothing speaks against it"
        rated.append((round(sum(points for points, _ in parts), 3), occasion, basis))
    return sorted(rated, key=lambda r: (-r[0], r[1].told()))


def _next_after(evidence: Evidence, occasion: Occasion, elections: Elections) -> list[tuple[float, str]]:
    """ "63 fewer than it won in 2011": the election that followed the one it is held against is the likeliest."""
    past = max((int(cue.value) for cue in evidence.previous_years), default=0)
    after = [e for e in elections.of(occasion.country, occasion.kind) if e.year > past] if past else []
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
    out += _next_after(evidence, occasion, elections)
    named = [int(cue.value) for cue in evidence.named_years]
    out += [(-1.5, "") for year in sorted(set(named)) if year > occasion.year]
    latest = max(
        [y for y in (*named, *(int(c.value) for c in evidence.years)) if y <= occasion.year], default=occasion.year
    )
    out.append((-0.06 * min(occasion.year - latest, 20), ""))
    return out


def _people(evidence: Evidence, occasion: Occasion) -> list[tuple[float, str]]:
    """Terms against a polling day: who is called the office holder held it, who is just named was known by then."""
    month = occasion.last_day.isoformat()[:7]
    out: list[tuple[float, str]] = []
    first: dict[str, str] = {}  # a second term, years later, is no sign that the name was unknown during the first
    for term in evidence.terms:
        first[term.basis] = min(term.since, first.get(term.basis, term.since))
    for term in evidence.terms:
        if term.country != occasion.country:
            continue
        begun, over = term.since <= month, term.until is not None and term.until + "-99" < month
        if term.state != "in" and occasion.kind == "presidential":
            out += _standing(term, occasion)
        if term.state == "in" and term.since == month:
            continue  # who won that very election takes office after it, as a rule
        if term.state == "in":
            held = begun and not over
            out.append((2.0, f"{term.basis} in office {term.since} to {term.until or 'now'}") if held else (-2.0, ""))
        elif term.state == "out":
            out.append((0.3, "") if over or (term.until or "")[:4] == month[:4] else (-1.5, ""))
        elif term.since == first[term.basis]:
            out.append((0.0, "") if term.since[:4] <= month[:4] else (-0.5, ""))
    return out


def _standing(term: Term, occasion: Occasion) -> list[tuple[float, str]]:
    """Who is named and stood then, or took office right after it, speaks for a presidential election."""
    if term.state == "stood":
        held = term.since[:4] <= str(occasion.year) <= (term.until or "9999")[:4]
        return [(0.4, f"{term.basis} stood then")] if held else []
    year, month = int(term.since[:4]), int(term.since[5:7] or 6)
    months = 12 * year + month - 12 * occasion.last_day.year - occasion.last_day.month
    return [(0.4, f"{term.basis} took office from {term.since}")] if 0 <= months <= _INAUGURATED else []


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


def _names(evidence: Evidence, occasion: Occasion) -> Sequence[tuple[float, str]]:
    """The calendar's note on a referendum ("Scottish independence") found in the headline or the lead."""
    words = [w.strip("(),") for w in occasion.note.casefold().split()]
    words = [w for w in words if len(w) > 3]
    if occasion.kind == "referendum" and words and all(w in evidence.title.casefold() for w in words):
        return [(3.0, f"its matter is named: {occasion.note}")]
    return []
