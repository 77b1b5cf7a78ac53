"""Which of a country's elections an article without a date can speak of: by years, people, parties and weekdays."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.configuring.calendar import INDIRECT
from pipeline.configuring.configuration import Configuration
from pipeline.resolving.contest_calendar import Elections, Occasion, middle_of
from pipeline.resolving.contest_evidence import HEADLINE, Evidence, Term, headline_bodies, leads_party, names_body

_INAUGURATED = 8  # months from a presidential election to the oath, at most
_BY_ELECTION = "by-election"  # as the calendar notes it
_YEAR = 4  # digits
_PLAIN = 3  # letters of a word of a note that tells nothing
_FORMED = 4  # months from a parliament's election to the prime minister that it makes
_KNOWN = 8  # years before his first office for which a politician may be in the news
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
    for occasion in headlined or elections.of(country):
        local = occasion.kind in ("local", "other")
        unsaid = occasion.note.startswith(INDIRECT) and not (explicit and _of_its_house(evidence, occasion))
        if unsaid or occasion.kind not in kinds or (local and names_body(evidence, occasion, config) is False):
            continue
        parts = [
            *_years(evidence, occasion, elections),
            *_people(evidence, occasion),
            *_leaders(evidence, occasion),
            *_parties(evidence, occasion),
            *_days(evidence, occasion),
            *_rounds(evidence, occasion, elections),
            *_houses(evidence, occasion),
        ]
        parts += _names(evidence, occasion)
        parts += _midterm(evidence, occasion, elections, config)
        parts += [(1.0, f"{occasion.body} is named")] if local and names_body(evidence, occasion, config) else []
        basis = ", ".join(why for _, why in parts if why) or "nothing speaks against it"
        rated.append((round(sum(points for points, _ in parts), 3), occasion, basis))
    return sorted(rated, key=lambda r: (-r[0], r[1].told()))


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
    past = max((int(cue.value) for cue in evidence.previous_years), default=0)
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


def _people(evidence: Evidence, occasion: Occasion) -> list[tuple[float, str]]:
    """Terms against a polling day: who is called the office holder held it, who is just named was known by then."""
    month = occasion.last_day.isoformat()[:7]
    out: list[tuple[float, str]] = []
    first: dict[str, str] = {}  # a second term, years later, is no sign that the name was unknown during the first
    terms = [t for t in evidence.terms if t.state != "led" and t.country == occasion.country]
    for term in terms:
        first[term.basis] = min(term.since, first.get(term.basis, term.since))
    for term in terms:
        begun, over = term.since <= month, term.until is not None and term.until + "-99" < month
        if term.state != "in" and occasion.kind == "presidential":
            out += _standing(term, occasion)
        elif (
            term.state == "named"
            and occasion.kind in ("legislative", "other")
            and 0 <= _months(term, occasion) <= _FORMED
        ):
            out.append((0.7, f"{term.basis} took office from {term.since}"))
        if term.state == "in" and term.since == month:
            continue  # who won that very election takes office after it, as a rule
        if term.state == "in":
            held = begun and not over
            out.append((2.0, f"{term.basis} in office {term.since} to {term.until or 'now'}") if held else (-2.0, ""))
        elif term.state == "out":
            out.append((0.3, "") if over or (term.until or "")[:4] == month[:4] else (-1.5, ""))
        elif term.since == first[term.basis]:
            out.append((-_unknown_yet(int(term.since[:4]) - occasion.year), ""))
    return out


def _leaders(evidence: Evidence, occasion: Occasion) -> list[tuple[float, str]]:
    """Who led a party then, in any of his times at its head, speaks for the election; who did not, against it."""
    led = [t for t in evidence.terms if t.state == "led" and t.country == occasion.country]
    then = {t.basis for t in led if int(t.since) <= occasion.year <= int(t.until or 9999)}
    names = dict.fromkeys(t.basis for t in led if occasion.kind != "other" or int(t.until or 9999) != occasion.year)
    told = [(0.5, f"{name} led a party then") if name in then else (-0.4, "") for name in names]
    return told + _chosen(evidence, occasion)


def _chosen(evidence: Evidence, occasion: Occasion) -> list[tuple[float, str]]:
    """ "Liz Brown: How she won the race to lead the Greens": who took office within weeks of a party's vote won it."""
    headline = evidence.title.split("\n", 1)[0][:HEADLINE]
    took = (t for t in evidence.terms if occasion.kind == "other" and 0 <= _months(t, occasion) <= 1)
    won = next((t for t in took if t.basis.split("'")[1].split()[-1] in headline), None)
    return [(1.0, f"{won.basis} took office from {won.since}")] if won is not None else []


def _unknown_yet(years: int) -> float:
    """How far it speaks against an election that somebody named came to office so many years after it."""
    return 0.0 if years <= 0 else 0.5 if years <= _KNOWN else 1.0 if years <= 2 * _KNOWN else 2.0


def _months(term: Term, occasion: Occasion) -> int:
    """Months from the last polling day to the beginning of the term."""
    year, month = int(term.since[:4]), int(term.since[5:7] or 6)
    return 12 * year + month - 12 * occasion.last_day.year - occasion.last_day.month


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
    if evidence.bodies:
        return [(0.5, f"{evidence.bodies[0].basis} is its house")] if evidence.bodies[0].value == occasion.body else []
    return [(-1.0, "")] if occasion.body == "upper house" else []


def _of_its_house(evidence: Evidence, occasion: Occasion) -> bool:
    """Whether an article on what a college chose says so: an upper house that no voter elects is seldom the news."""
    said = evidence.bodies[0].value if evidence.bodies else None
    return occasion.kind != "legislative" or occasion.body is None or said == occasion.body


def _standing(term: Term, occasion: Occasion) -> list[tuple[float, str]]:
    """Who is named and stood then, or took office right after it, speaks for a presidential election."""
    if term.state == "stood":
        held = term.since[:4] <= str(occasion.year) <= (term.until or "9999")[:4]
        return [(0.4, f"{term.basis} stood then")] if held else []
    took = 0 <= _months(term, occasion) <= _INAUGURATED
    return [(0.4, f"{term.basis} took office from {term.since}")] if took else []


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
    words = [w for w in words if len(w) > _PLAIN]
    sentences = re.split(r"[.\n]", evidence.title.casefold())
    if occasion.kind == "referendum" and words and any(all(w in s for w in words) for s in sentences):
        return [(3.0, f"its matter is named: {occasion.note}")]
    return []
