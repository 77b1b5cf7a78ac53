"""Claims as tasks for annotation, in the JSON Lines that Prodigy and its kin read: one task a sentence.

What comes back, corrected, is read by `tallywire evaluate` (pipeline/evaluating/tasks.py).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from pipeline.annotating.words import Word, split_words
from pipeline.exporting.sheet import Row, Sheet, replaced

FILE = "prodigy.jsonl"
SUBJECT = "subject"  # the label of a subject's span, and of the relation from a figure to its subject
_KEPT = ("claim_id", "value", "value_low", "value_high", "unit", "qualifier", "stage", "scope", "rule", "confidence")


def write_prodigy(sheets: Sequence[Sheet], folder: Path) -> Path:
    """Write `prodigy.jsonl`, tasks in the order of the claims, and return its path. Raises OSError."""
    rows = {sheet.name: sheet.read() for sheet in sheets if sheet.name in ("claims", "contests", "articles")}
    found = tasks(rows["claims"], rows["contests"], rows["articles"])

    def write(beside: Path) -> None:
        with beside.open("w", encoding="utf-8", newline="") as stream:
            stream.writelines(json.dumps(task, ensure_ascii=False) + "\n" for task in found)

    return replaced(folder / FILE, write)


def tasks(claims: Iterable[Row], contests: Iterable[Row], articles: Iterable[Row]) -> Iterator[dict[str, Any]]:
    """Yield one task a sentence that holds a claim: its figures labelled by measure, subjects, and what links them.

    Offsets are into the task's text; `meta` says where that stands in the article.
    """
    elections = {row["contest_id"]: row for row in contests}
    sources = {row["article_id"]: row["source"] for row in articles}
    sentences: dict[tuple[str, int], list[Row]] = {}
    for claim in claims:
        sentences.setdefault((claim["article_id"], claim["sentence_start"]), []).append(claim)
    for found in sentences.values():
        yield _task(found, elections, sources)


def _task(claims: Sequence[Row], elections: Mapping[str, Row], sources: Mapping[str, str | None]) -> dict[str, Any]:
    first = claims[0]
    text = first["sentence"]
    words = split_words(text)
    spans, relations = [], []
    subjects: dict[tuple[int, int], dict[str, Any]] = {}
    for claim in claims:
        figure = _span(
            words, claim["char_start"] - first["sentence_start"], claim["char_end"] - first["sentence_start"]
        )
        spans.append(figure | {"label": claim["measure"]} | _about(claim, elections))
        place = _find(text, claim["subject_text"], figure["start"])
        if place is None:
            spans[-1]["subjects"] = [name for name in (claim["subject_text"], claim["subject"]) if name]
            continue
        subject = subjects.setdefault(place, _span(words, *place) | {"label": SUBJECT})
        relations.append(_relation(figure | {"label": claim["measure"]}, subject))
    return {
        "text": text,
        "tokens": [_token(text, number, word) for number, word in enumerate(words)],
        "spans": [*spans, *(subjects[place] for place in sorted(subjects))],
        "relations": relations,
        "meta": {
            "path": first["path"],
            "sentence_start": first["sentence_start"],
            "article_id": first["article_id"],
            "source": sources.get(first["article_id"]),
            "published": first["published"],
        },
    }


def _about(claim: Row, elections: Mapping[str, Row]) -> dict[str, Any]:
    contest = elections.get(claim["contest_id"] or "", {})
    when = {"country": contest.get("contest_country"), "year": contest.get("contest_year")}
    return {name: claim[name] for name in _KEPT} | when


def _find(text: str, subject: str | None, before: int) -> tuple[int, int] | None:
    """Return where the subject is printed in the sentence: last before the figure, else first after it."""
    if not subject:
        return None
    start = text.rfind(subject, 0, before)
    start = text.find(subject) if start < 0 else start
    return None if start < 0 else (start, start + len(subject))


def _span(words: Sequence[Word], start: int, end: int) -> dict[str, Any]:
    inside = [number for number, word in enumerate(words) if word.start < end and start < word.end]
    tokens = {"token_start": inside[0], "token_end": inside[-1]} if inside else {}
    return {"start": start, "end": end, **tokens}


def _relation(figure: Mapping[str, Any], subject: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "head": figure.get("token_end"),
        "child": subject.get("token_end"),
        "head_span": dict(figure),
        "child_span": dict(subject),
        "label": SUBJECT,
    }


def _token(text: str, number: int, word: Word) -> dict[str, Any]:
    return {
        "text": word.text,
        "start": word.start,
        "end": word.end,
        "id": number,
        "ws": text[word.end : word.end + 1].isspace(),
    }
