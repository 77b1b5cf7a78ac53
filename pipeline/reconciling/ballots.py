"""Ballots of a chamber or a college that elects a president: its members are few, and it votes in rounds, days apart.

A figure of such a round is of no part of the land: "Lee got 49 votes in the second ballot" and "Lee 34" under
"Results of the second ballot:" cannot both be right, however far apart they are.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from operator import attrgetter

from pipeline.configuring.reconciling import Comparing
from pipeline.keeping import finder
from pipeline.reconciling.evidence import Evidence
from pipeline.reconciling.stages import day
from pipeline.types import Extraction, MentionLink, Resolved

_GUESS = "pronoun"


def is_ballot(e: Evidence, config: Comparing) -> bool:
    """True for somebody's votes in one round of a chamber's vote, of which the calendar has no day."""
    value = e.claim.quantity.value
    return e.claim.measure == "votes" and _undated_round(e) and value is not None and value <= config.chamber_votes


def other_days(a: Evidence, b: Evidence, config: Comparing) -> bool:
    """True where two articles that name one round by number lie so far apart that two votes may be meant.

    A college that meets in September has a second ballot, as the chamber had that failed in August.
    """
    first, second = day(a.published), day(b.published)
    if not _undated_round(a) or first is None or second is None:
        return False
    return abs((first - second).days) > config.ballot_days


def lone_ballots(
    evidences: Sequence[Evidence], extractions: Sequence[Extraction], resolved: Resolved, config: Comparing
) -> list[Evidence]:
    """Return the claims, a ballot's sure where its "he" can be one person only.

    "Lee needs 68 votes. He received 34 in the second round."
    """
    doubtful = [
        e
        for e in evidences
        if _GUESS in e.claim.rule and not e.sure and is_ballot(e, config) and not _guessed(e, config)
    ]
    if not doubtful:
        return list(evidences)
    find, links_of = finder(extractions, attrgetter("article_id")), finder(resolved.links, _article_of)
    lone = set()
    for e in doubtful:
        extraction, links = find(e.claim.article_id), links_of(e.claim.article_id)
        if extraction is not None and links and _named(e, extraction, links) == {e.key.subject_id}:
            lone.add(e.claim.claim_id)
    return [replace(e, sure=True) if e.claim.claim_id in lone else e for e in evidences]


def _undated_round(e: Evidence) -> bool:
    contest = e.contest
    if contest is None or contest.kind != "presidential" or e.key.scope is not None:
        return False
    return contest.round is not None and contest.date is None


def _guessed(e: Evidence, config: Comparing) -> bool:
    return any(mark in e.claim.rule for mark in config.doubtful_marks if mark != _GUESS)


def _named(e: Evidence, extraction: Extraction, links: Sequence[MentionLink]) -> set[str | None]:
    """The people named in the claim's sentence and the one before."""
    starts = [start for start, _, _ in extraction.sentence_prints]
    at = bisect_left(starts, e.claim.sentence_start) - 1
    if at < 0:
        return set()
    inside = [k for k in links if starts[at] <= k.mention.char_start < e.claim.sentence_end]
    return {k.entity_id for k in inside if k.mention.kind == "person"}


def _article_of(links: Sequence[MentionLink]) -> str:
    return links[0].mention.article_id
