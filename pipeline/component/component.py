"""The component `tallywire`, registered with spaCy by name."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.annotating.annotate import Annotator
from pipeline.component.conversion import Converter, article_of
from pipeline.component.storing import register, store
from pipeline.configuring.configuration import Configuration, load
from pipeline.configuring.folder import configs_folder
from pipeline.extracting.extract import Extractor

CONFIGS = "configs"

register()


class Tallywire:
    """Reads claims out of Docs. Configuration and model are loaded when the first Doc comes."""

    def __init__(self, name: str, configs: str | None, model: str | None, spans_key: str) -> None:
        """Keep the settings: a folder of configuration (None: the installed one), a model, where spans go.

        With `model` None the annotations of the pipeline's earlier components are read. Otherwise that model
        annotates, as on the command line, and the pipeline may be a blank one.
        """
        self.name = name
        self._configs, self._model, self._spans_key = configs, model, spans_key

    def __call__(self, doc: Doc) -> Doc:
        """Put the claims into `doc._.claims` and their figures into `doc.spans`. Raises ValueError, ConfigError."""
        if self._model is None:
            annotated = self._converter.convert(doc)
        else:
            annotated = next(self._annotator.annotate([article_of(doc)]))
        store(doc, self._extractor.extract(annotated), self._spans_key)
        return doc

    @cached_property
    def _config(self) -> Configuration:
        return load(Path(self._configs) if self._configs else configs_folder())

    @cached_property
    def _converter(self) -> Converter:
        return Converter(self._config)

    @cached_property
    def _annotator(self) -> Annotator:
        return Annotator(self._model, self._config)

    @cached_property
    def _extractor(self) -> Extractor:
        return Extractor(self._config)

    def __getstate__(self) -> dict[str, Any]:
        """Give what a process that is not forked needs: the settings; it loads the rest itself."""
        return {name: self.__dict__[name] for name in ("name", "_configs", "_model", "_spans_key")}

    def to_disk(self, path: str | Path, exclude: Iterable[str] = ()) -> None:
        """Keep a configuration of one's own with the pipeline: its folder may not be there where it is loaded."""
        if self._configs and CONFIGS not in exclude:
            shutil.copytree(self._configs, Path(path) / CONFIGS, dirs_exist_ok=True)

    def from_disk(self, path: str | Path, exclude: Iterable[str] = ()) -> Tallywire:
        """Take the configuration that was kept with the pipeline, if one was."""
        kept = Path(path) / CONFIGS
        if kept.is_dir() and CONFIGS not in exclude:
            self._configs = str(kept)
            for loaded in ("_config", "_converter", "_annotator", "_extractor"):
                self.__dict__.pop(loaded, None)
        return self


@Language.factory(
    "tallywire",
    assigns=["doc._.claims", "doc.spans"],
    default_config={"configs": None, "model": None, "spans_key": "claims"},
)
def make_component(nlp: Language, name: str, configs: str | None, model: str | None, spans_key: str) -> Tallywire:
    """Make the component for a pipeline; see `Tallywire`. Raises ValueError for a pipeline that is not English."""
    if nlp.lang != "en":
        raise ValueError(f"tallywire: it reads English, and this pipeline is {nlp.lang!r}; use an English one")
    return Tallywire(name, configs, model, spans_key)
