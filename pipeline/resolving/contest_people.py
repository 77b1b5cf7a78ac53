"""What the people named in an undated article tell of its election: who held office, led a party or stood, and when."""

from __future__ import annotations

from pipeline.resolving.contest_calendar import Occasion
from pipeline.resolving.contest_evidence import HEADLINE, Evidence, Term, printed_in

_INAUGURATED = 8  # months from a presidential election to the oath, at most
_FORMED = 4  # months from a parliament's election to the prime minister that it makes
_ABROAD = 0.4  # what an office holder of another country says for or, twice, against an election
_TWO = 2  # more of them say no more
_KNOWN = 8  # years before his first office for which a politician may be in the news


def rate_people(evidence: Evidence, occasion: Occasion) -> list[tuple[float, str]]:
    """Terms against a polling day: who is called the office holder held it, who is just named was known by then."""
    month = occasion.last_day.isoformat()[:7]
    out: list[tuple[float, str]] = []
    first: dict[str, str] = {}  # a second term, years later, is no sign that the name was unknown during the first
    terms = [t for t in evidence.terms if t.state != "led" and t.country == occasion.country]
    for term in terms:
        first[term.basis] = min(term.since, first.get(term.basis, term.since))
    for term in terms:
        if term.state != "in" and occasion.kind == "presidential":
            out += _standing(term, occasion)
        elif (
            term.state == "named"
            and occasion.kind in ("legislative", "other")
            and 0 <= _months(term, occasion) <= _FORMED
        ):
            out.append((0.7, f"{term.basis} took office from {term.since}"))
        if term.state == "out" and term.since <= month:
            over = term.until is not None and term.until + "-99" < month
            out.append((0.3, "") if over or (term.until or "")[:4] == month[:4] else (-1.5, ""))
        elif term.state not in ("in", "out") and term.since == first[term.basis]:
            out.append((-_unknown_yet(int(term.since[:4]) - occasion.year), ""))
    return out + _in_office([t for t in terms if t.state == "in"], month)


def _in_office(terms: list[Term], month: str) -> list[tuple[float, str]]:
    """Who is called the office holder held it on the day, in any of his terms; one that began then he won there."""
    out: list[tuple[float, str]] = []
    for name in dict.fromkeys(t.basis for t in terms):
        own = [t for t in terms if t.basis == name]
        held = next((t for t in own if t.since < month and (t.until is None or month <= t.until + "-99")), None)
        if held is not None:
            out.append((2.0, f"{name} in office {held.since} to {held.until or 'now'}"))
        elif all(t.since != month for t in own):  # who won that very election takes office after it, as a rule
            out.append((-2.0, ""))
    return out


def rate_abroad(evidence: Evidence, occasion: Occasion) -> list[tuple[float, str]]:
    """ "President Trump called to congratulate him" on a vote in Brazil: who is in office elsewhere tells the time too.

    Whoever is titled so held the office on the polling day; he speaks once, for all his terms.
    """
    abroad = [t for t in evidence.terms if t.state == "in" and t.country != occasion.country]
    month = occasion.last_day.isoformat()[:7]
    held = {t.basis: t for t in abroad if t.since <= month and (t.until is None or month <= t.until)}
    told = [(_ABROAD, f"{t.basis} in office {t.since} to {t.until or 'now'}") for t in held.values()]
    others = {t.basis for t in abroad} - set(held)
    return [*told[:_TWO], *[(-2 * _ABROAD, "")] * min(len(others), _TWO)]


def rate_leaders(evidence: Evidence, occasion: Occasion) -> list[tuple[float, str]]:
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
    won = next((t for t in took if printed_in(t.basis).split()[-1] in headline), None)
    return [(1.0, f"{won.basis} took office from {won.since}")] if won is not None else []


def _unknown_yet(years: int) -> float:
    """How far it speaks against an election that somebody named came to office so many years after it."""
    return 0.0 if years <= 0 else 0.5 if years <= _KNOWN else 1.0 if years <= 2 * _KNOWN else 2.0


def _months(term: Term, occasion: Occasion) -> int:
    """Months from the last polling day to the beginning of the term."""
    year, month = int(term.since[:4]), int(term.since[5:7] or 6)
    return 12 * year + month - 12 * occasion.last_day.year - occasion.last_day.month


def _standing(term: Term, occasion: Occasion) -> list[tuple[float, str]]:
    """Who is named and stood then, or took office right after it, speaks for a presidential election."""
    if term.state == "stood":
        held = term.since[:4] <= str(occasion.year) <= (term.until or "9999")[:4]
        return [(0.4, f"{term.basis} stood then")] if held else []
    took = 0 <= _months(term, occasion) <= _INAUGURATED
    return [(0.4, f"{term.basis} took office from {term.since}")] if took else []
