"""What is said of a claim's election: which it is, and which round the figure is of."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from pipeline.configuring.calendar import INDIRECT
from pipeline.configuring.configuration import Configuration
from pipeline.resolving.contest_calendar import Occasion
from pipeline.types import Claim, ContestCue

_SIGNS = ".,:;'\"()!?\u2018\u2019\u201c\u201d"


@dataclass(frozen=True, slots=True)
class Verdict:
    """The election and round of a claim, or None, with the reason either way."""

    occasion: Occasion | None
    round: int | None
    basis: str


def with_round(
    claim: Claim, cues: dict[str, ContestCue], verdict: Verdict, day: datetime.date | None, config: Configuration
) -> Verdict:
    """Only what is counted by rounds has one; the rest is said of the election as a whole."""
    occasion = verdict.occasion
    assert occasion is not None
    number = int(cues["round"].value) if "round" in cues else verdict.round
    if claim.measure in config.contests.measures.outright and number == 1 and len(occasion.dates) > 1:
        return Verdict(occasion, 1, f"{verdict.basis}; as after its first round")
    if claim.measure not in config.contests.measures.by_round:
        return Verdict(occasion, None, verdict.basis)
    several = len(occasion.dates) > 1 or not occasion.listed or occasion.kind in ("presidential", "other")
    if "round" in cues and several:
        return Verdict(occasion, int(cues["round"].value), f"{verdict.basis}; {cues['round'].basis!r}")
    if verdict.round and occasion.note.startswith(INDIRECT) and _of_another_day(claim, cues, day, config):
        return Verdict(occasion, None, f"{verdict.basis}; the sentence may speak of another ballot")
    return Verdict(occasion, verdict.round if several else None, verdict.basis)


def _of_another_day(
    claim: Claim, cues: dict[str, ContestCue], day: datetime.date | None, config: Configuration
) -> bool:
    """ "On Monday he had 45", "in an earlier vote": not of the ballot that the news of Tuesday is of."""
    weekday = cues.get("weekday")
    if weekday is not None and (day is None or int(weekday.value) != day.weekday()):
        return True
    words = {w.strip(_SIGNS) for w in claim.sentence.casefold().split()}
    return not words.isdisjoint(config.contests.rounds.other)
