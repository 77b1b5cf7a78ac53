"""What two claims on one key say of each other: agree, one replaces the other, apart, or nothing that can be told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pipeline.configuring.reconciling import Comparing, ReconcilingConfig
from pipeline.reconciling.ballots import other_days
from pipeline.reconciling.evidence import Evidence
from pipeline.reconciling.intervals import apart, cut_short, rounds_to
from pipeline.reconciling.stages import day, order

Outcome = Literal["agree", "revision", "apart", "silent"]

# How settled a count is. "unknown" stands in the middle: it is comparable with all, but the order is a guess.
STAGE_ORDER = {"projected": 0, "partial": 1, "unknown": 2, "preliminary": 3, "final": 4}


@dataclass(frozen=True, slots=True)
class Relating:
    """`first` is -1 where the first claim is the replaced one, 1 where the second is, 0 where neither.

    `guessed` says that the stage or order had to be guessed.
    """

    outcome: Outcome
    reason: str = ""
    first: int = 0
    guessed: bool = False


def relate(a: Evidence, b: Evidence, config: ReconcilingConfig) -> Relating:
    """Compare two claims on one key; symmetric but for the sign of `first`."""
    if agree(a, b, config.comparing):
        return Relating("agree")
    silence = _silence(a, b, config)
    if silence is not None:
        return silence
    relating = _relate(a, b, config.comparing)
    if relating.outcome == "apart" and not (a.sure and b.sure):
        return Relating("silent", "what a figure counts was guessed")
    return relating


def _silence(a: Evidence, b: Evidence, config: ReconcilingConfig) -> Relating | None:
    """Return why the two say nothing of each other; None where they do."""
    if min(a.claim.confidence, b.claim.confidence) < config.comparing.silent_below:
        return Relating("silent", "a reading is too unsure")
    if same_sentence(a, b):
        return Relating("silent", "one sentence gives both")
    qa, qb, units = a.claim.quantity, b.claim.quantity, config.comparing.truncation_units
    if rounds_to(qa, qb, units) or rounds_to(qb, qa, units):
        return Relating("silent", "only the hedge differs")
    if a.earlier or b.earlier:
        return Relating("silent", "one figure is printed as an earlier one")
    if of_councils(a, config.comparing) and a.claim.subject_kind != "contest":
        return Relating("silent", "the vote is on many councils, and none is named")
    if not same_aspects(a, b) or other_days(a, b, config.comparing):
        return Relating("silent", "the sentences count different things")
    total = a.claim.measure in config.totals.measures
    if total and (not (a.whole and b.whole) or nearness(a, b) < config.totals.far):
        return Relating("silent", "a figure may be a part's")
    return None


def _relate(a: Evidence, b: Evidence, config: Comparing) -> Relating:
    measure = a.claim.measure
    if measure in config.growing:
        return _growing(a, b)
    if measure in config.counted:
        return _counted(a, b, config)
    if a.correcting != b.correcting:
        return Relating("revision", "a sentence says that it corrects the earlier figure", -1 if b.correcting else 1)
    return Relating("apart", "the figures cannot both be right")


def nearness(a: Evidence, b: Evidence) -> float:
    """Return the smaller printed figure divided by the larger, 1 where they are equal or one is no figure."""
    small, large = sorted((abs(a.claim.quantity.value or 0.0), abs(b.claim.quantity.value or 0.0)))
    return small / large if large and small else 1.0


def agree(a: Evidence, b: Evidence, config: Comparing) -> bool:
    """True where one number fits both prints: overlap first, then cutting short."""
    if not apart(a.interval, b.interval):
        return True
    qa, qb = a.claim.quantity, b.claim.quantity
    units, share = config.truncation_units, config.truncation_share
    return cut_short(qa, qb, units, share) or cut_short(qb, qa, units, share)


def same_sentence(a: Evidence, b: Evidence) -> bool:
    """True where both claims stand in one sentence of one article."""
    return same_article(a, b) and a.claim.sentence_start == b.claim.sentence_start


def of_councils(a: Evidence, config: Comparing) -> bool:
    """A vote on all the councils of a land, or its governors: 91 seats of one city and 96 of another are the ANC's."""
    contest = a.contest
    if contest is None or contest.kind != "local" or a.key.scope:
        return False
    return contest.body is None or contest.body in config.many_bodies


def named_twice(a: Evidence, b: Evidence) -> bool:
    """ "Lee garnered 49 votes and Lee 34": a slip of the pen, each figure with the name of its own beside it.

    Not "Lee won 49 in the first round and Lee 34 in the second": what the cues tell is another election.
    """
    one, two = a.claim, b.claim
    told = [{(cue.kind, cue.value) for cue in c.cues if cue.kind != "weekday"} for c in (one, two)]
    if one.subject_text is None or one.subject_text != two.subject_text or told[0] != told[1]:
        return False
    starts = sorted((c.subject_start or 0, c.quantity.char_start) for c in (one, two))
    return starts[0][1] < starts[1][0] < starts[1][1]  # name, figure, name, figure


def same_article(a: Evidence, b: Evidence) -> bool:
    """True where both claims stand in one article."""
    return a.claim.article_id == b.claim.article_id


def same_aspects(a: Evidence, b: Evidence) -> bool:
    """True where no distinction keeps the two apart."""
    for mark_a, mark_b in zip(a.aspects, b.aspects, strict=True):
        if mark_a != mark_b and "either" not in (mark_a, mark_b):
            return False
    return True


def _growing(a: Evidence, b: Evidence) -> Relating:
    first = order(a.published, b.published)
    if first == 0:
        smaller = (a.claim.quantity.value or 0.0) <= (b.claim.quantity.value or 0.0)
        return Relating("revision", "the figure grows while the count goes on", -1 if smaller else 1, guessed=True)
    return Relating("revision", "the figure grows while the count goes on; the later print replaces the earlier", first)


def _counted(a: Evidence, b: Evidence, config: Comparing) -> Relating:
    if a.stage != b.stage:
        return _other_stage(a, b)
    when = order(a.published, b.published)
    if a.stage == "projected":
        return _projected(a, b, when)
    if a.stage == "partial":
        return _partial(a, b, when)
    if a.stage == "preliminary" and when:
        return Relating("revision", "both are preliminary and the later print replaces the earlier", when)
    if a.stage == "unknown" and when and _days(a, b) <= config.count_days:
        reason = f"the later print replaces the earlier, within {config.count_days} days of counting"
        return Relating("revision", reason, when, guessed=True)
    return Relating("apart", f"both figures are {_stage_words(a.stage)} and cannot both be right")


def _other_stage(a: Evidence, b: Evidence) -> Relating:
    first = -1 if STAGE_ORDER[a.stage] < STAGE_ORDER[b.stage] else 1
    earlier, later = (a, b) if first < 0 else (b, a)
    when = order(earlier.published, later.published)
    reason = f"a {later.stage} count replaces a {earlier.stage} one"
    if earlier.stage in ("projected", "partial"):
        return Relating("revision", reason, first, guessed=later.stage == "unknown")
    if "unknown" not in (a.stage, b.stage):
        return Relating("revision", reason, first)
    # One sentence does not say how settled its figure is.
    if earlier.stage == "unknown" and later.stage == "final" and when < 0:
        return Relating("revision", "the final count was printed later", first, guessed=True)
    if later.stage == "preliminary":
        # Printed later the preliminary count is the newer one; where nothing orders them it is the one to be replaced.
        reason = "the later print replaces the earlier" if when else "one calls itself preliminary"
        return Relating("revision", reason, first * -(when or 1), guessed=True)
    return Relating("apart", f"one figure is {later.stage}, the other does not say how settled it is", guessed=True)


def _projected(a: Evidence, b: Evidence, when: int) -> Relating:
    if when:
        return Relating("revision", "both are projections and the later print replaces the earlier", when)
    if a.claim.attributed_to != b.claim.attributed_to or same_article(a, b):
        return Relating("silent", "two projections may come from two pollsters")
    named = a.claim.attributed_to is not None
    return Relating("apart", "two projections of one time differ", guessed=not named)


def _partial(a: Evidence, b: Evidence, when: int) -> Relating:
    if when:
        return Relating("revision", "the count went on; the later print replaces the earlier", when)
    if a.share is not None and a.share == b.share and not same_article(a, b):
        return Relating("apart", f"both are partial counts with {a.share:g} percent counted")
    if a.share is not None and b.share is not None and a.share != b.share:
        return Relating("revision", "more was counted", -1 if a.share < b.share else 1)
    # Nothing orders the two: the larger count is the later one.
    smaller = (a.claim.quantity.value or 0.0) <= (b.claim.quantity.value or 0.0)
    return Relating("revision", "two partial counts of a growing figure", -1 if smaller else 1, guessed=True)


def _days(a: Evidence, b: Evidence) -> int:
    first, second = day(a.published), day(b.published)
    return 0 if first is None or second is None else abs((first - second).days)


def _stage_words(stage: str) -> str:
    return "of unstated stage" if stage == "unknown" else stage
