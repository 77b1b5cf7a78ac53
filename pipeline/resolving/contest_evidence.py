"""An article's cues, read once: what they say of its main election, as plain values."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pipeline.configuring.configuration import Configuration
from pipeline.resolving.contest_calendar import Occasion, span_of
from pipeline.types import Article, Claim, ContestCue, Extraction

HEADLINE = 150  # characters of a headline, at most
_SIGNS = ".,:;'\"()!?\u2018\u2019\u201c\u201d"
_BODY = 4  # words of the name of a land's house
_REPORTED = frozenset(("seats", "vote_share", "votes", "turnout"))  # one figure of each for a subject and an election


@dataclass(frozen=True, slots=True)
class Term:
    """What an office holder tells: in office at the time ("in"), no longer ("out"), or just named."""

    country: str
    since: str
    until: str | None
    state: str
    basis: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """The cues of one article by kind, in order of trust; `start` and `end` bound its publication, None if unknown."""

    article_id: str
    title: str
    start: datetime.date | None
    end: datetime.date | None
    precise: bool
    countries: tuple[ContestCue, ...]
    kinds: tuple[ContestCue, ...]
    bare_kinds: tuple[ContestCue, ...]
    weak_kinds: tuple[ContestCue, ...]
    bodies: tuple[ContestCue, ...]
    rounds: tuple[ContestCue, ...]
    timing: str | None
    years: tuple[ContestCue, ...]
    previous_years: tuple[ContestCue, ...]
    named_years: tuple[ContestCue, ...]
    months: tuple[ContestCue, ...]
    weekdays: tuple[ContestCue, ...]
    terms: tuple[Term, ...]
    parties: tuple[ContestCue, ...]
    private: tuple[ContestCue, ...] = ()
    printed: tuple[ContestCue, ...] = ()
    measures: frozenset[str] = frozenset()  # of its claims
    coming_years: tuple[ContestCue, ...] = ()  # of an undated article that is not on the coming vote itself
    named_days: tuple[ContestCue, ...] = ()  # "Oct. 7", of which it is not said what was then
    dateline: ContestCue | None = None  # the day in it, without a year
    lead_round: int | None = None  # that the headline or the lead reports


def evidence_of(article: Article, extraction: Extraction) -> Evidence:
    """Read an article's cues. Raises nothing: a date that cannot be read counts as none."""
    cues = extraction.cues
    start, end = _published(article.published)
    timing, lead_rounds = _of(cues, "timing"), _of(cues, "lead_round")
    coming = _of(cues, "coming_year")
    ahead = start is not None or (bool(timing) and timing[0].value == "coming")
    return Evidence(
        article.article_id,
        f"{article.title or ''} {article.text[:1500]}",
        start,
        end,
        start is not None and start == end,
        _of(cues, "country"),
        _of(cues, "election_kind"),
        _of(cues, "bare_kind"),
        _of(cues, "weak_kind"),
        _of(cues, "body"),
        _of(cues, "round"),
        timing[0].value if timing else None,
        _of(cues, "year") + (coming if ahead else ()),
        _of(cues, "previous_year") + _outgrown(extraction.claims),
        _of(cues, "named_year"),
        _of(cues, "month") + _of(cues, "date"),
        _of(cues, "weekday"),
        tuple(_term(cue) for cue in _of(cues, "office")),
        _of(cues, "party"),
        _of(cues, "private"),
        _of(cues, "printed_date"),
        frozenset(claim.measure for claim in extraction.claims),
        () if ahead else coming,
        _of(cues, "named_day"),
        next(iter(_of(cues, "dateline")), None),
        int(lead_rounds[0].value) or None if lead_rounds else None,
    )


def _outgrown(claims: Iterable[Claim]) -> tuple[ContestCue, ...]:
    """ "The VVD was on course for 33 seats. In 2012 it won 41": the year of a figure that another differs from.

    An article does not date what it reports; the election of the dated figure is one before.
    """
    now: dict[tuple[str, str], set[float]] = {}
    then: dict[tuple[str, str], list[tuple[float, ContestCue]]] = {}
    for claim in claims:
        value = claim.quantity.value
        if value is None or claim.measure not in _REPORTED:
            continue
        key = (claim.measure, (claim.subject_text or "").casefold())
        years = [cue for cue in claim.cues if cue.kind == "year"]
        if not claim.cues:
            now.setdefault(key, set()).add(value)
        elif years and len(claim.cues) == 1:
            then.setdefault(key, []).append((value, years[0]))
    told = [cue for key, dated in then.items() for value, cue in dated if now.get(key, {value}) - {value}]
    return tuple(dataclasses.replace(cue, kind="previous_year") for cue in told)


def _of(cues: Iterable[ContestCue], kind: str) -> tuple[ContestCue, ...]:
    return tuple(cue for cue in cues if cue.kind == kind)


def _published(published: str | None) -> tuple[datetime.date | None, datetime.date | None]:
    try:
        return span_of(published[:10]) if published else (None, None)
    except ValueError:
        return None, None


def _term(cue: ContestCue) -> Term:
    country, since, until, state = cue.value.split()
    return Term(country, since, None if until == "open" else until, state, cue.basis)


def names_body(evidence: Evidence, occasion: Occasion, config: Configuration) -> bool | None:
    """Say whether the headline or lead names the land, city or office of a local election; None where it has none."""
    generic = config.contests.kinds.generic_bodies
    words = [w for w in (occasion.body or "").casefold().split() if w not in generic]
    if not words:
        return None
    return all(w in evidence.title.casefold() for w in words)


def headline_bodies(evidence: Evidence, country: str, config: Configuration) -> frozenset[str]:
    """ "Scottish Parliament election: Greens second", "Bavarian state election": the lands and houses so named, folded.

    Each is what stands right before a noun of election in the headline.
    """
    words = [w.strip(_SIGNS) for w in evidence.title.split("\n", 1)[0][:HEADLINE].split()]
    found: set[str] = set()
    for i in (i for i, word in enumerate(words) if word.casefold() in config.contests.nouns):
        last = i
        while last and words[last - 1].islower() and words[last - 1] in config.contests.kinds.generic_bodies:
            last -= 1
        for n in range(1, min(last, _BODY) + 1):
            name = " ".join(words[last - n : last])
            found |= {d.name.casefold() for d in config.places.division_of(name) if d.iso2 == country}
            found |= {name.casefold()} if name[:1].isupper() else set()
    return frozenset(found)


def of_its_body(claim: Claim, cues: Mapping[str, ContestCue], occasion: Occasion, config: Configuration) -> bool:
    """ "the Northern Ireland Assembly election", "Delhi's assembly election": of that land, no other election.

    `cues` are the claim's, by kind. "Delhi's seats in the general election" are another's.
    """
    told = cues.get("election_kind")
    if occasion.kind != "local" or occasion.body is None or told is None:
        return False
    body, said = set(occasion.body.casefold().split()), set(told.basis.casefold().split())
    before = claim.sentence.casefold().partition(told.basis.casefold())[0].split()[-_BODY:]
    place = {word.removesuffix("'s").removesuffix("\u2019s") for word in before}
    place |= set(cues["country"].basis.casefold().split()) if "country" in cues else set()
    housed = not said.isdisjoint(config.contests.kinds.generic_houses)
    return not body.isdisjoint(said) or (housed and not body.isdisjoint(place))


def names_part(cues: Mapping[str, ContestCue], country: str | None, config: Configuration) -> bool:
    """ "In Georgia", in an article on the United States: the state."""
    cue = cues.get("country")
    return cue is not None and any(d.iso2 == country != cue.value for d in config.places.division_of(cue.basis))


def printed_in(basis: str) -> str:
    """The words of the text that a cue's basis quotes: 'Wales' of "'Wales' (weight 2)"; all of it if it quotes none."""
    mark = next((c for c in basis if c in "'\""), "")
    return basis[basis.index(mark) + 1 : basis.rindex(mark)] if mark and basis.count(mark) > 1 else basis


def office_of(occasion: Occasion, config: Configuration) -> str | None:
    """The word for the one person whom the election makes "mayor" or "governor"; None where it elects a body."""
    words = (occasion.body or "").casefold().split()
    return next((w for w in words if w in config.contests.kinds.single_offices), None)


def leads_party(occasion: Occasion, config: Configuration) -> bool:
    """Whether it was the vote of a party on who leads it."""
    words = (occasion.body or "").casefold().split()
    return occasion.kind == "other" and bool(words) and words[-1] in config.contests.kinds.party_offices
