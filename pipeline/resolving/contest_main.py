"""Evidence -> the article's main election, with what told it; or None with the reason."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.configuring.calendar import INDIRECT
from pipeline.configuring.configuration import Configuration
from pipeline.resolving.contest_calendar import NATIONAL, Elections, Occasion
from pipeline.resolving.contest_evidence import Evidence, leads_party, names_body, office_of
from pipeline.resolving.contest_undated import Rated, rate_undated
from pipeline.types import ContestCue

_CLOSE = 0.6  # two candidates nearer than this are not told apart
_LOCAL = ("local", "other")
_SELDOM_LISTED = (*_LOCAL, "referendum")
_FRESH = 4  # days after a polling day on which "the election" is that one
_LEAD = 400  # characters of headline and text that say what is reported
_SECURE = 1.5  # a lead that needs no other article
_RatedCue = tuple[ContestCue, list[Rated]]


@dataclass(frozen=True, slots=True)
class Main:
    """The election an article reports, or None; `rivals` are the candidates that were left, best first, with scores."""

    occasion: Occasion | None
    round: int | None
    basis: str
    country: str | None
    kind: str | None
    rivals: tuple[Rated, ...] = ()

    @property
    def secure(self) -> bool:
        """True where the choice needs no help from other articles."""
        if self.occasion is None:
            return False
        others = [score for score, occasion, _ in self.rivals if occasion.dates != self.occasion.dates]
        return not others or self.rivals[0][0] - others[0] >= _SECURE


def main_election(evidence: Evidence, elections: Elections, config: Configuration) -> Main:
    """Say which election the article reports, from its own words, its date and the calendar."""
    if evidence.private:
        return Main(
            None, None, f"{evidence.private[0].basis} speaks of a ballot that is no public election", None, None
        )
    if not evidence.countries:
        return Main(None, None, "the article names no country", None, None)
    cue, rated = _country(evidence, elections, config)
    kinds = evidence.kinds or evidence.bare_kinds or evidence.weak_kinds
    if not kinds:
        return _unnamed(evidence, cue, rated, config)
    country, kind = cue.value, kinds[0].value
    told = f"{cue.basis} tells the country; {kinds[0].basis} the kind"
    hinted = not evidence.kinds and not evidence.bare_kinds
    # An undated article on a party's vote on its leader speaks of "MPs", too: without a seat no parliament's is meant.
    seatless = evidence.start is None and evidence.measures.isdisjoint(config.contests.measures.chamber)
    if hinted and (not rated or (seatless and not _year_told(evidence, rated[0][1]))):
        return Main(
            None, None, f"{told}; too little is said of an election, and no date or calendar tells one", country, kind
        )
    if not rated:
        return _unlisted(evidence, country, kind, [told])
    return settle(Main(None, None, told, country, kind, tuple(rated)), evidence)


def _year_told(evidence: Evidence, occasion: Occasion) -> bool:
    """Whether more than a hint speaks for a parliament's election: its year. A president's needs none."""
    return occasion.kind != "legislative" or str(occasion.year) in {cue.value for cue in evidence.years}


def _unnamed(evidence: Evidence, cue: ContestCue, rated: list[Rated], config: Configuration) -> Main:
    """No word of election at all: only news of votes within days of a polling day can speak of it."""
    days = config.contests.windows.unnamed
    near = [r for r in rated if evidence.start is not None and abs(_days_off(evidence, r[1])) <= days]
    told = f"{cue.basis} tells the country"
    if not near or evidence.timing != "past":
        return Main(None, None, f"{told}, but the article names no election", cue.value, None)
    return settle(Main(None, None, told, cue.value, near[0][1].kind, tuple(near)), evidence)


def _country(evidence: Evidence, elections: Elections, config: Configuration) -> tuple[ContestCue, list[Rated]]:
    """The country of most weight; a weighty second where only that one votes then ("China" and Hong Kong's contest)."""
    found = list(evidence.countries)
    rated = [(cue, _rated(evidence, cue.value, elections, config)) for cue in found]
    union = next((r for r in rated if r[0].value == config.contests.kinds.union), None)
    if union is not None and len(rated) > 1:  # the Union is in half of Europe's news
        others = [r for r in rated if r is not union]
        seats = config.contests.kinds.union_seats  # "BRUSSELS" tells of no Belgian election
        named = [r for r in others if r[0].basis.casefold() not in seats]
        rated = [union, *others] if _union_votes(evidence, union, named) else [*others, union]
    first = rated[0]
    if evidence.start is not None and (not first[1] or first[1][0][0] <= 0):
        return next((r for r in rated[1:] if r[1] and r[1][0][0] > 2), first)
    return first


def _union_votes(evidence: Evidence, union: _RatedCue, others: Sequence[_RatedCue]) -> bool:
    """True within days of a European election, where the article's countries hold no national one of their own."""
    if evidence.start is None:
        return False

    def near(rated: _RatedCue) -> bool:
        return any(r[1].kind in NATIONAL and 0 <= _days_off(evidence, r[1]) <= _FRESH for r in rated[1])

    return near(union) and not any(map(near, others))


def _rated(evidence: Evidence, country: str, elections: Elections, config: Configuration) -> list[Rated]:
    if evidence.start is None:
        return rate_undated(evidence, country, elections, config)
    return _rate_dated(evidence, country, elections, config)


def settle(main: Main, evidence: Evidence) -> Main:
    """Choose the best of a main's candidates, or none where two are too close."""
    rivals = main.rivals
    best = rivals[0]
    if not evidence.kinds:  # of a president and a parliament elected on one day the president is the news
        best = next((r for r in rivals if r[1].kind == "presidential" and r[1].dates[:1] == best[1].dates[:1]), best)
    close = [r for r in rivals[1:] if rivals[0][0] - r[0] < _CLOSE and r[1].dates != best[1].dates]
    if close and evidence.start is None:
        rest = " or ".join(o.told() for _, o, _ in (best, *close[:2]))
        return Main(
            None, None, f"{main.basis}; it cannot be told whether {rest} is meant", main.country, main.kind, rivals
        )
    basis = f"{main.basis}; {best[2]}; calendar: {best[1].told()}"
    return Main(best[1], _round(evidence, best[1]), basis, main.country, main.kind, rivals)


def _rate_dated(evidence: Evidence, country: str, elections: Elections, config: Configuration) -> list[Rated]:
    assert evidence.start is not None and evidence.end is not None
    windows = config.contests.windows
    explicit = [cue.value for cue in evidence.kinds]
    rated = []
    first, last = evidence.start.toordinal() - windows.after, evidence.end.toordinal() + windows.before
    for occasion in elections.around(country, first, last):
        days = _days_off(evidence, occasion)
        if occasion.kind not in _LOCAL or names_body(evidence, occasion, config) is not False:
            score = _score(evidence, occasion, days, explicit, windows.slack) + _body_score(evidence, occasion, config)
            rated.append((score, occasion, _when(evidence, days)))
    if not _meets("local", explicit):
        # Berlin votes on the day that Germany does; "in Saarland's election" months after the nation's is the land's
        own = not explicit and any(_of_yesterday(evidence, r[1], config) for r in rated)
        national = any(r[1].kind in NATIONAL and (not own or _is_fresh(evidence, r[1])) for r in rated)
        rated = [r for r in rated if r[1].kind != "local" or not national]
    if explicit and explicit[0] not in _LOCAL:
        rated = [r for r in rated if not (r[1].kind in _LOCAL and _unnamed_office(evidence, r[1], config))]
    by_election = any(phrase in evidence.title.casefold()[:_LEAD] for phrase in config.contests.kinds.by_elections)
    if by_election or not _meets("other", explicit):
        rated = [r for r in rated if not (r[1].kind in _LOCAL if by_election else leads_party(r[1], config))]
    rated.sort(key=lambda r: (-r[0], r[1].told()))
    if rated and explicit and explicit[0] in _SELDOM_LISTED:
        best = rated[0][1]
        ahead = best.kind != explicit[0] and _days_off(evidence, best) < 0  # by-elections, weeks before the general one
        if ahead or not (_meets(best.kind, explicit) or _just_voted(evidence, best, config)):
            return []
    if not rated and by_election:
        return []  # "Harbour Party holds seat in special election": of this year, and in no calendar
    return rated or _far(evidence, country, elections, explicit)


def _is_fresh(evidence: Evidence, occasion: Occasion) -> bool:
    """Whether it was held in the last few days before publication."""
    return 0 <= _days_off(evidence, occasion) <= _FRESH


def _of_yesterday(evidence: Evidence, occasion: Occasion, config: Configuration) -> bool:
    """Whether it is the election of a land that the headline or the lead names, held a few days ago."""
    land = occasion.kind == "local" and office_of(occasion, config) is None
    return land and _is_fresh(evidence, occasion) and bool(names_body(evidence, occasion, config))


def _unnamed_office(evidence: Evidence, occasion: Occasion, config: Configuration) -> bool:
    """ "TOKYO, March 12": the dateline of a by-election elsewhere is not the vote for Tokyo's governor."""
    office = office_of(occasion, config)
    return office is not None and office not in evidence.title.casefold()


def _just_voted(evidence: Evidence, best: Occasion, config: Configuration) -> bool:
    """ "Germany's election ..." with a state's election in passing: the nation voted, and the lead names no other."""
    lead = evidence.title.casefold()[:_LEAD]
    kinds = config.contests.kinds
    told = any(phrase in lead for phrase in (*kinds.local, *kinds.other, *kinds.referendum))
    return best.kind in NATIONAL and 0 < _days_off(evidence, best) <= _FRESH and not told


def _days_off(evidence: Evidence, occasion: Occasion) -> int:
    """Days from the election to publication: more than 0 after it, less before, 0 within its days or the month."""
    assert evidence.start is not None and evidence.end is not None
    if evidence.start > occasion.last_day:
        return (evidence.start - occasion.last_day).days
    return min((evidence.end - occasion.first_day).days, 0)


def _score(evidence: Evidence, occasion: Occasion, days: int, explicit: Sequence[str], slack: int) -> float:
    score = 3.0 if _meets(occasion.kind, explicit[:1]) else 1.5 if _meets(occasion.kind, explicit) else 0.0
    if not explicit:
        score += {"legislative": 1.0, "presidential": 0.5}.get(occasion.kind, 0.0)
    if evidence.timing == "past":
        score += 1.0 if days >= -slack * (not evidence.precise) - 1 else 0.0
    elif evidence.timing == "coming":
        score += 1.0 if days <= 0 else 0.0
    for cue in evidence.months:
        score += _month_score(cue.value.lstrip("+"), occasion)
    words = [w for w in occasion.note.casefold().split() if len(w) > 3]
    score += 1.0 if words and all(w in evidence.title.casefold() for w in words[:2]) else 0.0
    return score - abs(days) / 45


def _meets(kind: str, explicit: Sequence[str]) -> bool:
    """True for a kind that the article names; a mayor's election is "local" to some and "other" to the rest."""
    return kind in explicit or (kind in _LOCAL and any(k in _LOCAL for k in explicit))


def _body_score(evidence: Evidence, occasion: Occasion, config: Configuration) -> float:
    if occasion.kind in _LOCAL:
        return 2.5 if names_body(evidence, occasion, config) else 0.0
    if occasion.body is not None and evidence.bodies:
        return 1.0 if evidence.bodies[0].value == occasion.body else 0.0
    return -1.5 if occasion.body == "upper house" else 0.0  # an election without more is the lower house's


def _month_score(value: str, occasion: Occasion) -> float:
    if any(date[5:] == value or date == value for date in occasion.dates):
        return 2.0
    return 0.5 if any(date[5:7] == value[-5:-3] or date[5:7] == value for date in occasion.dates) else 0.0


def _when(evidence: Evidence, days: int) -> str:
    assert evidence.start is not None and evidence.end is not None
    published = (
        evidence.start.isoformat()
        if evidence.precise
        else f"{evidence.start.isoformat()} to {evidence.end.isoformat()}"
    )
    place = f"{days} days after it" if days > 0 else f"{-days} days before it" if days < 0 else "on or about its days"
    return f"published {published}, {place}"


def _far(evidence: Evidence, country: str, elections: Elections, explicit: Sequence[str]) -> list[Rated]:
    """No election near: the latest before publication, of the kind that the article names."""
    assert evidence.start is not None and evidence.end is not None
    kind = explicit[0] if explicit else "legislative"
    if kind not in ("legislative", "presidential") or not _covered(elections, country, kind, evidence.end):
        return []
    upper = bool(evidence.bodies) and evidence.bodies[0].value == "upper house"  # else the house that voters elect
    held = [e for e in elections.of(country, kind) if e.first_day < evidence.end and (e.body != "upper house" or upper)]
    last = held[-1] if held else None
    years = {cue.value for cue in evidence.years}
    if last is None or (years and str(last.year) not in years and max(years) >= str(evidence.start.year)):
        return []
    return [(0.0, last, f"published {evidence.end.isoformat()}, long after the last one")]


def _covered(elections: Elections, country: str, kind: str, day: datetime.date) -> bool:
    """True where the calendar knows elections of the kind within six years before the day, so that none is missed."""
    last = elections.last_before(country, kind, None, day)
    return last is not None and (day - last.first_day).days < 6 * 366


def _unlisted(evidence: Evidence, country: str, kind: str, told: list[str]) -> Main:
    """An election that the calendar does not have: its year is the article's, or the one named beside "election"."""
    dated = [cue for cue in evidence.months if len(cue.value) >= 7 and cue.value[:4].isdigit()]
    if dated and evidence.start is None:
        year, why = int(dated[0].value[:4]), f"{dated[0].basis} names its month"
    elif evidence.start is not None:
        year, why = evidence.start.year, f"published {evidence.start.year}, and the calendar has no such election near"
        later = [cue for cue in evidence.years if int(cue.value) == year + 1 and evidence.timing == "coming"]
        if later and not any(cue.value == str(year) for cue in evidence.years):
            year, why = year + 1, f"{later[0].basis} names the year ahead"
    elif evidence.years:
        year, why = int(evidence.years[0].value), f"{evidence.years[0].basis} names its year"
    else:
        return Main(
            None, None, "; ".join([*told, "no date, and no year stands beside a word of election"]), country, kind
        )
    body = evidence.bodies[0].value if evidence.bodies and kind == "legislative" else None
    occasion = Occasion(country, kind, body, year, (), "", False)
    return Main(occasion, _round(evidence, occasion), "; ".join([*told, why]), country, kind)


def _round(evidence: Evidence, occasion: Occasion) -> int | None:
    """The round an article speaks of by itself: by its day between two rounds, else by its words; None for neither.

    A college votes until somebody is elected, and the calendar has its last day alone: there the lead tells the ballot.
    """
    if occasion.note.startswith(INDIRECT) and len(occasion.dates) == 1:
        return evidence.lead_round
    if len(occasion.dates) > 1 and evidence.precise and evidence.end is not None:
        return 1 if evidence.end < occasion.last_day else 2
    if len(occasion.dates) > 1 or not occasion.listed:
        return int(evidence.rounds[0].value) if evidence.rounds else None
    return None
