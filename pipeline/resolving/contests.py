"""Articles and claims of a run -> contests: which election each figure is about, and why."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import cast

from pipeline.configuring.calendar import INDIRECT
from pipeline.configuring.configuration import Configuration
from pipeline.keeping import finder, in_order
from pipeline.resolving.contest_calendar import Elections, Occasion, both_houses
from pipeline.resolving.contest_claims import claim_election
from pipeline.resolving.contest_evidence import Evidence, evidence_of
from pipeline.resolving.contest_main import Main, main_election
from pipeline.resolving.contest_sharing import Case, case_of, settle_by_sharing
from pipeline.resolving.contest_verdict import Verdict
from pipeline.types import Article, Claim, Contest, ContestKind, Extraction


@dataclass(frozen=True, slots=True)
class ContestTable:
    """The contests of a run in order of id; for each claim its contest's id (None: it cannot be told) and the basis.

    `claims` are all claims, article by article.
    """

    contests: tuple[Contest, ...]
    of_claim: Mapping[str, tuple[str | None, str]]
    claims: tuple[Claim, ...]


def resolve_contests(
    articles: Sequence[Article], extractions: Sequence[Extraction], config: Configuration
) -> ContestTable:
    """Give every claim its contest. The order of the articles does not matter; an extraction needs its article."""
    elections = Elections(config.calendar)
    find = finder(articles, attrgetter("article_id"))
    cases: dict[str, Case] = {}
    secure: dict[str, Occasion] = {}
    ordered = in_order(extractions, attrgetter("article_id"))
    for extraction in ordered:
        article = find(extraction.article_id)
        if article is None:
            raise KeyError(extraction.article_id)
        evidence = evidence_of(article, extraction)
        main = _main(evidence, elections, config)
        if main.secure and main.occasion is not None:
            secure[extraction.article_id] = main.occasion
        if extraction.claims:  # of an article that says nothing only its election is asked, and by others
            cases[extraction.article_id] = case_of(main, evidence, extraction, config)
    mains = settle_by_sharing(cases, secure, ordered, config)
    contests: dict[str, Contest] = {}
    of_claim: dict[str, tuple[str | None, str]] = {}
    for article_id, case in cases.items():
        for claim in case.claims:
            verdict = claim_election(claim, mains[article_id], case.evidence, elections, config)
            of_claim[claim.claim_id] = _enter(verdict, claim, contests)
    claims = tuple(claim for case in cases.values() for claim in case.claims)
    return ContestTable(tuple(contests[i] for i in sorted(contests)), of_claim, claims)


def _main(evidence: Evidence, elections: Elections, config: Configuration) -> Main:
    """The main election; where both houses are elected on its day and no word names one, it is of no house."""
    main = main_election(evidence, elections, config)
    if main.occasion is None or not main.occasion.listed or evidence.bodies or main.occasion.kind != "legislative":
        return main
    found = elections.of(main.occasion.country, main.occasion.kind)
    twins = both_houses([e for e in found if e.dates == main.occasion.dates])
    return dataclasses.replace(main, occasion=twins[0])


def _enter(verdict: Verdict, claim: Claim, contests: dict[str, Contest]) -> tuple[str | None, str]:
    contest = contest_of(verdict)
    if contest is None:
        return None, verdict.basis
    known = contests.get(contest.contest_id)
    if known is None or (len(contest.basis), contest.basis) < (len(known.basis), known.basis):
        contests[contest.contest_id] = contest  # the shortest basis of all its claims, whatever their order
    return contest.contest_id, verdict.basis


def _day_of(occasion: Occasion, number: int | None) -> str | None:
    """The polling day of a round, else the last; None where only the year is known.

    Of a college's ballots the calendar has the last, weeks after the first: "Meri won 49 votes in the second round".
    """
    if not occasion.dates or (number and len(occasion.dates) == 1 and occasion.note.startswith(INDIRECT)):
        return None
    date = occasion.dates[number - 1] if number and number <= len(occasion.dates) else occasion.dates[-1]
    return date if len(date) > 4 else None


def contest_of(verdict: Verdict) -> Contest | None:
    """The contest of a verdict, its id a hash of country, kind, body, round, year and date; None where none is told."""
    occasion = verdict.occasion
    if occasion is None:
        return None
    number = verdict.round
    date = _day_of(occasion, number)
    key = (occasion.country, occasion.kind, occasion.body or "", number or "", occasion.year, date or "")
    digest = hashlib.blake2b("|".join(map(str, key)).encode(), digest_size=8).hexdigest()
    kind = cast(ContestKind, occasion.kind)
    return Contest(f"c_{digest}", occasion.country, kind, occasion.body, number, occasion.year, date, verdict.basis)
