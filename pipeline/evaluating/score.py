"""Precision and recall of claims against marked-up articles.

A claim answers a mark when both are on the same article and measure and their figures overlap; each answers
one at most. Three questions are then asked, each harder than the one before: is the value right (figure), is
the subject right too (subject), are country and year of the contest right as well (full).
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from pipeline.evaluating.marked import Mark

Row = dict[str, Any]
NOT_SCORED = frozenset({"rank", "areas_total", "complaints", "leads", "role", "record", "seats_reserved"})

_NOISE = re.compile(r"\b(the|al|el|mr|mrs|ms|dr)\b|['’]s\b")
_WORD = re.compile(r"[a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Rates:
    """Precision, recall and their harmonic mean, each from 0 to 1."""

    precision: float
    recall: float
    f1: float


@dataclass(frozen=True, slots=True)
class Answer:
    """A claim that answers a mark, and in what it is right."""

    mark: Mark
    claim: Row
    value: bool
    subject: bool
    contest: bool


@dataclass(frozen=True, slots=True)
class Score:
    """All of an evaluation. `measures` gives for each measure (right figure and subject, marked, said)."""

    articles: int
    marked: int
    said: int
    figure: Rates
    subject: Rates
    full: Rates
    qualifier_accuracy: float
    measures: dict[str, tuple[int, int, int]]
    answers: tuple[Answer, ...]
    missed: tuple[Mark, ...]
    extra: tuple[Row, ...]


def score(marks: Sequence[Mark], doc_ids: set[str], claims: Iterable[Row], skip: frozenset[str] = NOT_SCORED) -> Score:
    """Compare claims with marks. A claim is a row of table claims with contest_country and contest_year added.

    `doc_ids` names the articles read for the marks (by file stem): a claim in one of them that answers no mark
    is wrong; claims in other articles are left aside.
    """
    docs = doc_ids | {mark.doc_id for mark in marks}
    said = [row for row in claims if doc_of(row) in docs and row["measure"] not in skip]
    wanted = [mark for mark in marks if mark.measure not in skip]
    clear = [mark for mark in wanted if not mark.unclear]
    answers, missed, unused = _matched(clear, said)
    unclear = [mark for mark in wanted if mark.unclear]
    extra = [row for row in unused if not any(_overlap(mark, row) for mark in unclear)]
    n_said = len(answers) + len(extra)
    figure = sum(a.value for a in answers)
    right_qualifier = sum(a.value and a.mark.qualifier == a.claim["qualifier"] for a in answers)
    return Score(
        len(docs),
        len(clear),
        n_said,
        _rates(figure, n_said, len(clear)),
        _rates(sum(a.value and a.subject for a in answers), n_said, len(clear)),
        _rates(sum(a.value and a.subject and a.contest for a in answers), n_said, len(clear)),
        round(right_qualifier / figure, 3) if figure else 0.0,
        _by_measure(clear, answers, extra),
        tuple(answers),
        tuple(missed),
        tuple(extra),
    )


def doc_of(claim: Row) -> str:
    """Return the name by which marks know the claim's article: its file's name without the ending."""
    return PurePosixPath(claim["path"]).stem


def _matched(marks: Sequence[Mark], claims: Sequence[Row]) -> tuple[list[Answer], list[Mark], list[Row]]:
    """Give each mark the best claim that is still free: right value first, then right subject, then right contest."""
    free: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in claims:
        free[doc_of(row), row["measure"]].append(row)
    answers: list[Answer] = []
    missed: list[Mark] = []
    for mark in marks:
        options = [_answer(mark, row) for row in free[mark.doc_id, mark.measure] if _overlap(mark, row)]
        if not options:
            missed.append(mark)
            continue
        best = min(options, key=lambda a: (not a.value, not a.subject, not a.contest))
        answers.append(best)
        rows = free[mark.doc_id, mark.measure]
        rows[:] = [row for row in rows if row is not best.claim]
    left = {id(row) for rows in free.values() for row in rows}
    return answers, missed, [row for row in claims if id(row) in left]


def _overlap(mark: Mark, claim: Row) -> bool:
    same_place: bool = claim["char_start"] < mark.end and mark.start < claim["char_end"]
    return mark.doc_id == doc_of(claim) and same_place


def _answer(mark: Mark, claim: Row) -> Answer:
    return Answer(mark, claim, _right_value(mark, claim), _right_subject(mark, claim), _right_contest(mark, claim))


def _right_value(mark: Mark, claim: Row) -> bool:
    if mark.qualifier == "between":
        return _within(mark.low, claim["value_low"]) and _within(mark.high, claim["value_high"])
    printed = mark.high if mark.low is None else mark.low
    if printed is None or claim["value"] is None:
        return False
    return math.isclose(printed, claim["value"], rel_tol=1e-4, abs_tol=1e-3)


def _within(marked: float | None, said: float | None) -> bool:
    return marked is not None and said is not None and abs(marked - said) <= max(0.51, 0.006 * abs(marked))


def _right_subject(mark: Mark, claim: Row) -> bool:
    if not mark.subjects:
        return claim["subject_kind"] in ("contest", "place", "body", None)
    said = [name for name in (plain_name(claim["subject"]), plain_name(claim["subject_text"])) if name]
    right = [name for name in map(plain_name, mark.subjects) if name]
    return any(f" {a} " in f" {b} " or f" {b} " in f" {a} " for a in right for b in said)


def plain_name(name: str | None) -> str:
    """Return a name without case, accents, hyphens, articles and titles, so that one spelling equals another."""
    ascii_only = unicodedata.normalize("NFKD", name or "").encode("ascii", "ignore").decode()
    return " ".join(_WORD.findall(_NOISE.sub(" ", ascii_only.casefold().replace("-", " "))))


def _right_contest(mark: Mark, claim: Row) -> bool:
    return mark.country in (None, claim["contest_country"]) and mark.year in (None, claim["contest_year"])


def _rates(right: int, said: int, marked: int) -> Rates:
    precision = right / said if said else 0.0
    recall = right / marked if marked else 0.0
    both = precision + recall
    return Rates(round(precision, 3), round(recall, 3), round(2 * precision * recall / both, 3) if both else 0.0)


def _by_measure(
    marks: Sequence[Mark], answers: Sequence[Answer], extra: Sequence[Row]
) -> dict[str, tuple[int, int, int]]:
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for mark in marks:
        counts[mark.measure][1] += 1
    for answer in answers:
        counts[answer.mark.measure][0] += answer.value and answer.subject
        counts[answer.mark.measure][2] += 1
    for row in extra:
        counts[row["measure"]][2] += 1
    ordered = sorted(counts.items(), key=lambda item: (-item[1][1], item[0]))
    return {measure: (right, marked, said) for measure, (right, marked, said) in ordered}
