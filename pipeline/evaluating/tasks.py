"""Annotation tasks that came back, as marks: a sentence each, in the JSON Lines of Prodigy.

A task says something of its own sentence only, so claims elsewhere in the article are not held against it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import PurePosixPath
from typing import Any

from pipeline.types import Quantity

SUBJECT = "subject"
ACCEPTED = ("accept", None)  # a task that was never answered is as it went out
FigureReader = Callable[[str, int, int], Quantity | None]
Window = tuple[str, int, int]  # doc_id, start and end in the article


def is_task(row: Mapping[str, Any]) -> bool:
    """Say whether a line is a task and not a mark."""
    return "text" in row and "meta" in row


def window_of(task: Mapping[str, Any]) -> Window | None:
    """Return the stretch of the article that was judged; None for a task rejected or passed over."""
    if task.get("answer") not in ACCEPTED:
        return None
    start = int(task["meta"]["sentence_start"])
    return _doc_of(task), start, start + len(task["text"])


def mark_rows(task: Mapping[str, Any], read: FigureReader) -> list[dict[str, Any]]:
    """Return one mark, as a row of a file of marks, for each figure of an accepted task.

    A figure that the annotator added has a label only: its value is then read from the print with `read`
    (text, start, end). Raises KeyError or TypeError for a task that is none.
    """
    if task.get("answer") not in ACCEPTED:
        return []
    return [_row(task, span, read) for span in task.get("spans") or () if span["label"] != SUBJECT]


def _row(task: Mapping[str, Any], span: Mapping[str, Any], read: FigureReader) -> dict[str, Any]:
    text, shift = task["text"], int(task["meta"]["sentence_start"])
    start, end = int(span["start"]), int(span["end"])
    row = {
        "doc_id": _doc_of(task),
        "measure": span["label"],
        "subjects": _subjects(task, span),
        "surface": text[start:end],
        "start": shift + start,
        "end": shift + end,
        "country": span.get("country"),
        "year": span.get("year"),
    }
    if "qualifier" in span:
        ends = (span.get("value"), span.get("value_low"), span.get("value_high"))
        return row | _interval(span["qualifier"], *ends)
    quantity = read(text, start, end)
    if quantity is None:
        return row | {"qualifier": "exact", "note": "unclear"}
    return row | _interval(quantity.qualifier, quantity.value, quantity.low, quantity.high)


def _interval(qualifier: str, value: float | None, low: float | None, high: float | None) -> dict[str, Any]:
    """Return the figure as marks give it: plain ends, null where open, without the width of the print."""
    if qualifier != "between":
        low = None if qualifier in ("at_most", "less_than") else value
        high = None if qualifier in ("at_least", "more_than") else value
    return {"qualifier": qualifier, "low": low, "high": high}


def _subjects(task: Mapping[str, Any], span: Mapping[str, Any]) -> list[str]:
    """Return the subject that a relation leads to, else those written on the span; none is the contest itself."""
    place = (span["start"], span["end"], span["label"])
    found = []
    for relation in task.get("relations") or ():
        head, child = relation["head_span"], relation["child_span"]
        if (head["start"], head["end"], head["label"]) == place and child["label"] == SUBJECT:
            found.append(task["text"][child["start"] : child["end"]])
    return found or list(span.get("subjects") or ())


def _doc_of(task: Mapping[str, Any]) -> str:
    return PurePosixPath(task["meta"]["path"]).stem
