"""`tallywire parse`: what is read in a sentence, and by which rule. It is how a rule is debugged."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pipeline.commands.run import DEFAULT_MODEL, folder_of_configs
from pipeline.commands.terminal import Printer
from pipeline.commands.wording import interval_words, number
from pipeline.configuring.configuration import Configuration
from pipeline.configuring.strict import ConfigError
from pipeline.running import models
from pipeline.running.errors import UsageError
from pipeline.running.stage_work import work_of
from pipeline.stages import STAGES
from pipeline.types import Article, Claim, Doc, Extraction, Quantity

UNITS = {"percent": "percent", "points": "percentage point"}


def parse(text: str | None, as_json: bool, config: Path | None, model: str | None) -> None:
    """Print what is read in `text` (standard input where None). Raises UsageError for a model or folder not there."""
    content = sys.stdin.read() if text is None else text
    if not content.strip():
        raise UsageError("there is no text to read; give a sentence, or text on standard input")
    models.stamp(model or DEFAULT_MODEL)
    try:
        configuration = work_of(STAGES, "configuring")(folder_of_configs(config))
    except ConfigError as error:
        raise UsageError(str(error)) from None
    doc, extraction = read_text(content, configuration, model or DEFAULT_MODEL)
    found = quantities(doc, extraction, configuration)
    if as_json:
        for row in (*map(quantity_row, found), *map(claim_row, extraction.claims)):
            print(json.dumps(row, ensure_ascii=False))
    else:
        _print(Printer(), doc, extraction, found)


def read_text(text: str, config: Configuration, model: str) -> tuple[Doc, Extraction]:
    """Annotate and extract one text; offsets are into it."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    article = Article("text", "text", text)
    doc: Doc = next(work_of(STAGES, "annotating")(model, config).annotate([article]))
    return doc, work_of(STAGES, "extracting")(doc, config)


def quantities(doc: Doc, extraction: Extraction, config: Configuration) -> list[Quantity]:
    """Return every quantity of the text, in its order: those of claims, and figures that no claim was made of."""
    claimed = {(c.quantity.char_start, c.quantity.char_end): c.quantity for c in extraction.claims}
    found = dict(claimed)
    for quantity in _unclaimed(doc, config):
        if not any(start < quantity.char_end and quantity.char_start < end for start, end in claimed):
            found.setdefault((quantity.char_start, quantity.char_end), quantity)
    return [found[place] for place in sorted(found)]


def _unclaimed(doc: Doc, config: Configuration) -> Iterator[Quantity]:
    from pipeline.annotating.words import split_words
    from pipeline.extracting.figures import read_figures, to_quantity

    for sentence in doc.sentences:
        words = split_words(doc.article.text, sentence.char_start, sentence.char_end)
        for figure in read_figures(words, config.quantities, config.dates):
            yield to_quantity(figure, words, UNITS.get(figure.kind, ""), config.quantities)


def quantity_row(quantity: Quantity) -> dict[str, Any]:
    """Return the quantity as it is printed with --json; `unit` is empty where nothing says what is counted."""
    return {
        "type": "quantity",
        "text": quantity.text,
        "char_start": quantity.char_start,
        "char_end": quantity.char_end,
        "value": quantity.value,
        "value_low": quantity.low,
        "value_high": quantity.high,
        "unit": quantity.unit,
        "qualifier": quantity.qualifier,
    }


def claim_row(claim: Claim) -> dict[str, Any]:
    """Return the claim as it is printed with --json: its quantity, and all that was read around it."""
    return {
        **quantity_row(claim.quantity),
        "type": "claim",
        "measure": claim.measure,
        "subject_text": claim.subject_text,
        "subject_start": claim.subject_start,
        "subject_end": claim.subject_end,
        "subject_kind": claim.subject_kind,
        "value_text": claim.value_text,
        "scope_text": claim.scope_text,
        "stage": claim.stage,
        "attributed_to": claim.attributed_to,
        "rule": claim.rule,
        "confidence": claim.confidence,
        "cues": [{"kind": cue.kind, "value": cue.value, "basis": cue.basis} for cue in claim.cues],
        "sentence_start": claim.sentence_start,
        "sentence_end": claim.sentence_end,
    }


def _print(printer: Printer, doc: Doc, extraction: Extraction, found: list[Quantity]) -> None:
    claimed = {(c.quantity.char_start, c.quantity.char_end) for c in extraction.claims}
    for sentence in doc.sentences:
        start, end = sentence.char_start, sentence.char_end
        if doc.article.text[start:end].strip():
            printer.pieces(_marked(doc, extraction, found, (start, end)))
        for claim in extraction.claims:
            if start <= claim.quantity.char_start < end:
                _print_claim(printer, claim)
        for quantity in found:
            place = (quantity.char_start, quantity.char_end)
            if start <= quantity.char_start < end and place not in claimed:
                printer.line(f"{quantity.text}: {_quantity_words(quantity)}; no claim", style="dim", indent=2)


def _marked(doc: Doc, extraction: Extraction, found: list[Quantity], place: tuple[int, int]) -> list[tuple[str, str]]:
    """Cut the sentence at its figures and subjects, each with its style; in a pipe the styles do not show."""
    spans = {(q.char_start, q.char_end): "bold reverse" for q in found}
    for claim in extraction.claims:
        if claim.subject_start is not None and claim.subject_end is not None:
            spans.setdefault((claim.subject_start, claim.subject_end), "bold underline")
    pieces, at = [], place[0]
    for (start, end), style in sorted(spans.items()):
        if at <= start and end <= place[1]:
            pieces += [(doc.article.text[at:start], ""), (doc.article.text[start:end], style)]
            at = end
    return [*pieces, (doc.article.text[at : place[1]], "")]


def _quantity_words(quantity: Quantity) -> str:
    row = {"value_low": quantity.low, "value_high": quantity.high}
    return f"{number(quantity.value)} {quantity.unit or 'of something'} {interval_words(row)} ({quantity.qualifier})"


def _print_claim(printer: Printer, claim: Claim) -> None:
    subject = claim.subject_text or ("the contest" if claim.subject_kind == "contest" else "subject not told")
    value = claim.value_text if claim.quantity.value is None else _quantity_words(claim.quantity)
    printer.pieces([(f"{claim.quantity.text}: ", "bold"), (f"{claim.measure} of {subject}: {value}", "")], indent=2)
    details = [f"rule {claim.rule}", f"confidence {claim.confidence:.2f}", f"{claim.stage} count"]
    details += [f"said by {claim.attributed_to}"] if claim.attributed_to else []
    details += [f"scope {claim.scope_text}"] if claim.scope_text else []
    details += [f"{cue.kind} {cue.value} ({cue.basis})" for cue in claim.cues]
    printer.line(", ".join(details), style="dim", indent=4)
