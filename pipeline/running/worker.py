"""The work on articles: annotating and extracting, a chunk at a time, in this process or in one of our own.

A process is given the names of the work, not the work itself, and loads model and configuration on its own:
nothing but article texts goes one way and extractions as bytes the other.
"""

from __future__ import annotations

import gc
import os
import signal
from collections.abc import Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from pipeline.running import records
from pipeline.running.stage_work import work_of
from pipeline.stages import Stage
from pipeline.types import Article, Doc

REASON_LENGTH = 300
_NEW_OBJECTS = 50_000  # before a look for garbage, of which there is next to none; Python's 700 cost 1.5 percent


@dataclass(frozen=True, slots=True)
class Setup:
    """All that a worker needs to begin: the stage list, the configuration's folder and the model's name."""

    stages: tuple[Stage, ...]
    configs: Path
    model: str


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one article: its extraction as bytes, or the reason why there is none."""

    data: bytes | None
    reason: str | None = None


class Reader:
    """Annotates and extracts. Loading takes seconds; it is done once a process."""

    def __init__(self, setup: Setup) -> None:
        """Load configuration and model. Raises whatever the stages raise where they cannot begin."""
        self._config = work_of(setup.stages, "configuring")(setup.configs)
        self._extract = work_of(setup.stages, "extracting")
        self._annotator = work_of(setup.stages, "annotating")(setup.model, self._config)

    def read(self, articles: Sequence[Article]) -> list[Result]:
        """Return one result an article, in order. An article that raises has a reason; the others are not harmed."""
        try:
            docs: list[Doc] = list(self._annotator.annotate(articles))
            if len(docs) != len(articles):
                raise ValueError(f"{len(docs)} annotated of {len(articles)}")
        except Exception as error:  # whatever an article provokes belongs to that article, not to the run
            if len(articles) == 1:
                return [Result(None, _reason(error))]
            return [result for article in articles for result in self.read([article])]
        return [self._extracted(doc) for doc in docs]

    def _extracted(self, doc: Doc) -> Result:
        try:
            return Result(records.to_bytes(self._extract(doc, self._config)))
        except Exception as error:  # as above
            return Result(None, _reason(error))


def _reason(error: Exception) -> str:
    said = " ".join(str(error).split())[:REASON_LENGTH]
    return f"the analysis failed ({type(error).__name__}{': ' if said else ''}{said})"


def serve(connection: Connection, setup: Setup) -> None:
    """Be a worker process: say "ready", then answer each chunk with its results until the parent is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; the parent decides
    os.environ["OPENBLAS_NUM_THREADS"] = "1"
    try:
        reader = Reader(setup)
    except Exception as error:  # told to the parent, which ends the run with this sentence
        connection.send(("unfit", f"{type(error).__name__}: {error}"))
        return
    gc.collect()
    gc.freeze()  # model and configuration stay: no use to look through them again and again for garbage
    gc.set_threshold(_NEW_OBJECTS)
    connection.send(("ready", None))
    while True:
        try:
            chunk: Any = connection.recv()
        except EOFError:
            return
        connection.send(("done", reader.read(chunk)))
