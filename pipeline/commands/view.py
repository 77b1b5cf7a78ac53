"""`tallywire view`: an article with its claims marked, as displaCy draws spans; one page that asks for nothing."""

from __future__ import annotations

import html
import os
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.commands.run import DEFAULT_MODEL, folder_of_configs
from pipeline.commands.terminal import clean
from pipeline.configuring.strict import ConfigError
from pipeline.reading.drafts import ReadingError
from pipeline.running import models
from pipeline.running.errors import RunError, UsageError
from pipeline.running.stage_work import work_of
from pipeline.stages import STAGES
from pipeline.types import Article, Claim, Reading

if TYPE_CHECKING:
    from spacy.tokens import Doc

_BETWEEN_PARAGRAPHS = re.compile(r"\n[^\S\n]*\n\s*")
# Light enough for dark letters; a measure takes the colour of its place in the list of measures.
_COLOURS = (
    "#aec7e8",
    "#ffbb78",
    "#98df8a",
    "#ff9896",
    "#c5b0d5",
    "#c49c94",
    "#f7b6d2",
    "#dbdb8d",
    "#9edae5",
    "#d9d9d9",
)
_STACKED = 40  # pixels from a label to the one under it, where a figure has several; a label has up to three lines
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


@dataclass(frozen=True, slots=True)
class Reader:
    """What an article is read with; None is the installed configuration and the usual model."""

    config: Path | None = None
    model: str | None = None


def view(article: str, to: Path, reader: Reader) -> Path:
    """Write the page of the article (all articles, where the file holds several) to `to` and return it.

    Raises UsageError for a file without a readable article, RunError where the page cannot be written.
    """
    content = page(article, reader)
    try:
        to.parent.mkdir(parents=True, exist_ok=True)
        to.write_text(content, encoding="utf-8")
    except OSError as error:
        raise RunError(f"{to}: cannot write ({error.strerror}); name another file with --to") from None
    return to


def page(article: str, reader: Reader) -> str:
    """Return the page as HTML. Raises UsageError for a file without a readable article, or a model not there."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    model = reader.model or DEFAULT_MODEL
    models.stamp(model)
    try:
        folder = folder_of_configs(reader.config)
        config = work_of(STAGES, "configuring")(folder)
        readings: list[Reading] = work_of(STAGES, "reading")([article], config.reading)
    except (ConfigError, ReadingError) as error:
        raise UsageError(str(error)) from None
    articles = [reading.article for reading in readings if reading.article is not None]
    if not articles:
        why = "; ".join(f"{reading.path}: {reading.reason}" for reading in readings[:3]) or "nothing is there"
        raise UsageError(f"{article}: no article to show ({why}); name a file with an article")
    return _drawn(articles, str(folder), model)


def _drawn(articles: Sequence[Article], configs: str, model: str) -> str:
    import spacy
    from spacy import displacy

    import pipeline.component  # noqa: F401 - in a checkout that is not installed, no entry point names it

    nlp = spacy.blank("en")
    nlp.add_pipe("tallywire", config={"configs": configs, "model": model})
    nlp.max_length = max(nlp.max_length, *(len(article.text) for article in articles))
    parts = [part for article in articles for part in _parts(article, nlp(article.text))]
    measures = sorted({span["label"] for part in parts for span in part["spans"]})
    colours = {measure: _COLOURS[place % len(_COLOURS)] for place, measure in enumerate(measures)}
    options = {"colors": colours, "top_offset_step": _STACKED, "span_label_offset": _STACKED}
    drawn: str = displacy.render(parts, style="span", manual=True, page=True, jupyter=False, options=options)
    head = f'<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
    title = html.escape(clean(articles[0].title or articles[0].path))
    drawn = drawn.replace("<head>", f"<head>\n{head}", 1).replace("<title>displaCy<", f"<title>{title}<", 1)
    return drawn.replace("margin-bottom: 6rem", "margin: 0 0 1rem")  # its blocks are our paragraphs


def _parts(article: Article, doc: Doc) -> Iterator[dict[str, Any]]:
    """Give displaCy one block a paragraph; the first bears the article's title."""
    claims = list(zip(doc._.claims, doc.spans["claims"], strict=True))
    edges = {edge for _, span in claims for edge in (span.start, span.end)}
    heading: str | None = _heading(article, len(claims))
    for first, last in _paragraphs(doc):
        inside = [(claim, span) for claim, span in claims if first <= span.start < last]
        starts = [token.i for token in doc[first:last] if token.i == first or token.i in edges or _apart(doc, token.i)]
        tokens = [clean(doc[start:end].text) for start, end in zip(starts, [*starts[1:], last], strict=True)]
        spans = [
            _drawn_span(claim, bisect_left(starts, span.start), bisect_left(starts, span.end)) for claim, span in inside
        ]
        yield {"tokens": tokens, "spans": spans, "title": heading}
        heading = None


def _apart(doc: Doc, place: int) -> bool:
    """Say whether a space stands before the token; displaCy puts one between any two, so the others are joined."""
    return bool(doc[place - 1].whitespace_) or doc[place].is_space or doc[place - 1].is_space


def _drawn_span(claim: Claim, start: int, end: int) -> dict[str, Any]:
    # displaCy escapes tokens, and nothing else.
    subject = html.escape(clean(claim.subject_text or ""))
    return {"start_token": start, "end_token": end, "label": claim.measure, "kb_id": subject}


def _heading(article: Article, count: int) -> str:
    where = ", ".join(part for part in (article.path, article.source, article.published) if part)
    return html.escape(clean(f"{article.title or 'Article'} ({where}): {count} claims"))


def _paragraphs(doc: Doc) -> Iterator[tuple[int, int]]:
    """Give the first token of each paragraph and the one after its last."""
    breaks = [match.end() for match in _BETWEEN_PARAGRAPHS.finditer(doc.text)]
    first = 0
    for token in doc:
        if breaks and token.idx >= breaks[0]:
            if token.i > first:
                yield first, token.i
            first = token.i
            while breaks and token.idx >= breaks[0]:
                breaks.pop(0)
    if first < len(doc):
        yield first, len(doc)
