"""Marked-up articles: what a careful reader found in them, one JSON object a line."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.evaluating.tasks import FigureReader, Window, is_task, mark_rows, window_of
from pipeline.types import Quantity


class MarkedError(Exception):
    """A file of marks that cannot be used; one sentence with file, line and mend."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One figure that a reader marked: where it is printed, what it measures, of whom, in which election.

    `subjects` are all names that count as right; none means the contest itself. `unclear` marks count neither way.
    """

    doc_id: str
    measure: str
    subjects: tuple[str, ...]
    surface: str
    start: int
    end: int
    low: float | None
    high: float | None
    qualifier: str
    country: str | None
    year: int | None
    unclear: bool


def no_figure(_text: str, _start: int, _end: int) -> Quantity | None:
    """Read no value: a figure that an annotator added then counts neither way."""
    return None


def read_marks(paths: Iterable[Path], read: FigureReader = no_figure) -> list[Mark]:
    """Return the marks of all files, in order; a line may be a mark, or an annotation task with its figures.

    `read` gives the value of a figure that an annotator added. Raises MarkedError for a line that is neither.
    """
    marks = []
    for path in paths:
        for number, row in _lines(path):
            try:
                marks += [_mark(mark) for mark in (mark_rows(row, read) if is_task(row) else [row])]
            except (KeyError, TypeError) as error:
                raise MarkedError(
                    f"{path}, line {number}: not a mark ({error} is missing or wrong); mend the line"
                ) from None
    return marks


def read_windows(paths: Iterable[Path]) -> list[Window]:
    """Return the stretches of articles that annotation tasks judge; none where the files hold marks only."""
    found = []
    for path in paths:
        for number, row in _lines(path):
            try:
                window = window_of(row) if is_task(row) else None
            except (KeyError, TypeError, ValueError) as error:
                raise MarkedError(f"{path}, line {number}: not a task ({error} is missing or wrong); mend it") from None
            if window is not None:
                found.append(window)
    return found


def read_doc_ids(paths: Iterable[Path]) -> set[str]:
    """Return the names of the articles that were read for the marks, also those in which nothing was marked."""
    found = set()
    for path in paths:
        for number, row in _lines(path):
            if "doc_id" not in row:
                raise MarkedError(f"{path}, line {number}: doc_id is missing; add it")
            found.add(str(row["doc_id"]))
    return found


def _mark(row: dict[str, Any]) -> Mark:
    return Mark(
        row["doc_id"],
        row["measure"],
        tuple(row.get("subjects") or ()),
        row.get("surface") or "",
        int(row["start"]),
        int(row["end"]),
        row.get("low"),
        row.get("high"),
        row["qualifier"],
        row.get("country") or None,
        row.get("year") or None,
        row.get("note") == "unclear",
    )


def _lines(path: Path) -> Iterable[tuple[int, dict[str, Any]]]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise MarkedError(f"{path}: cannot be read ({error}); name a file of marks") from None
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except ValueError as error:
            raise MarkedError(f"{path}, line {number}: not JSON ({error}); mend the line") from None
        if not isinstance(row, dict):
            raise MarkedError(f"{path}, line {number}: a JSON object is expected; mend the line")
        yield number, row
