"""Article -> Doc: sentences, names corrected by rule, and a parse of the sentences that may hold a figure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from pipeline.annotating.gate import CLOSED, TAGGED, Gate
from pipeline.annotating.model import DEFAULT_MODEL, Model, load_model, parse, recognise
from pipeline.annotating.names import NameFinder
from pipeline.annotating.sentences import sentence_spans
from pipeline.annotating.words import words_of
from pipeline.configuring.configuration import Configuration
from pipeline.keeping import maker
from pipeline.types import Article, Doc, Sentence, Token

_token = maker(Token)


class Annotator:
    """Holds a loaded model; make one in each worker."""

    def __init__(self, model: str | None, config: Configuration) -> None:
        """Load the model named (None: the default). Raises ModelError."""
        self._model: Model = load_model(model or DEFAULT_MODEL)
        self.model_name, self.model_version = self._model.name, self._model.version
        self._gate = Gate(config.annotating, config.quantities.numbers, config.terms)
        self._names = NameFinder(config)

    def annotate(self, articles: Sequence[Article]) -> Iterator[Doc]:
        """Yield one Doc for each article, in order; sentences and mentions in text order."""
        recognised = list(recognise(self._model, [a.text for a in articles]))
        plans = []
        spans: list[Any] = []
        tagged: set[int] = set()
        for article, (doc, _) in zip(articles, recognised, strict=True):
            plan = planned(article.text, doc, self._gate)
            plans.append(plan)
            for _, _, span, opened in plan:
                if span is not None:
                    tagged.update((len(spans),) if opened == TAGGED else ())
                    spans.append(span)
        parsed = iter(parse(self._model, spans, tagged))
        for article, (_, entities), plan in zip(articles, recognised, plans, strict=True):
            sentences = tuple(
                Sentence(s, e, () if span is None else _tokens(next(parsed), span.start_char)) for s, e, span, _ in plan
            )
            yield Doc(article, sentences, self._names.find(article, sentences, entities))


def planned(text: str, doc: Any, gate: Gate) -> list[tuple[int, int, Any, int]]:
    """Return each sentence of a spaCy Doc as (start, end, span, opened); the span is None where the gate is closed.

    The spaCy component (pipeline/component/) plans its own Docs with it.
    """
    bounds = sentence_spans(text, [t.idx for t in doc if t.is_sent_start])
    opened = gate.opens([words_of(text, s, e) for s, e in bounds])
    return [
        (s, e, None if through == CLOSED else doc.char_span(s, e, alignment_mode="expand"), through)
        for (s, e), through in zip(bounds, opened, strict=True)
    ]


def _tokens(doc: Any, offset: int) -> tuple[Token, ...]:
    tokens = []
    for token in doc:
        text, start = token.text, offset + token.idx
        tokens.append(_token(text, start, start + len(text), token.tag_, token.dep_, token.head.i))
    return tuple(tokens)
