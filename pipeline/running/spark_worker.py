"""The work on articles inside a Python worker of Spark: the same reader as in a process of our own, loaded once.

A task that failed once, as its worker died or went on without end, is given to the local pool the next time: over
which article it was is found out there, as on one machine, and that article alone is given up with its reason.
"""

from __future__ import annotations

import faulthandler
import gc
import io
import tempfile
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa

from pipeline.running import models, pool, records
from pipeline.running.circumstances import circumstances, differences
from pipeline.running.errors import RunError
from pipeline.running.stage_work import work_of
from pipeline.running.worker import Reader, Result, Setup
from pipeline.stages import Stage
from pipeline.types import Article

if TYPE_CHECKING:
    from pyspark import Broadcast

ARTICLES = [pa.field("number", pa.int64(), nullable=False), pa.field("article", pa.binary(), nullable=False)]
RESULTS = "number long, data binary, reason string"
STDERR = 2  # the executor's own log, whatever Python's sys.stderr is there
UNFIT = -1  # stands for an article's number in the one row of an executor that cannot do the work

_SCHEMA = pa.schema([("number", pa.int64()), ("data", pa.binary()), ("reason", pa.string())])


@dataclass(frozen=True, slots=True)
class Asked:
    """What an executor needs to begin: the driver's circumstances by name, and what is in its `Setup`, but with the
    configuration itself, packed, in place of a folder that another machine need not have.
    """

    name: str
    stages: tuple[Stage, ...]
    model: str
    configs: bytes


def archive(folder: Path) -> bytes:
    """Return the files of a folder, packed into one. Raises OSError where one cannot be read."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target:
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            target.write(path, path.relative_to(folder))
    return packed.getvalue()


class Unfit(Exception):
    """An executor that would not read as the driver would; the message says what is different or missing."""


class _Work:
    """The loaded reader of this process."""

    def __init__(self, asked: Asked) -> None:
        self.asked = asked
        try:
            with unpacked(asked) as setup:
                _be_alike(setup, asked.name)
                self._reader = Reader(setup)
        except Unfit:
            raise
        except Exception as error:  # told to the driver, which ends the run with this sentence
            raise Unfit(f"{type(error).__name__}: {error}") from None
        gc.collect()
        gc.freeze()

    def read(self, articles: Sequence[Article], attempt: int) -> list[Result]:
        """Return one result an article, in order; `attempt` counts the times that this task failed before."""
        if attempt:
            with unpacked(self.asked) as setup:
                found = dict(pool.read_apart(articles, setup))
            return [found[index] for index in range(len(articles))]
        patience = pool.PATIENCE + sum(len(article.text) for article in articles) / pool.CHARACTERS_A_SECOND
        faulthandler.dump_traceback_later(patience, exit=True, file=STDERR)
        try:
            return self._reader.read(articles)
        finally:
            faulthandler.cancel_dump_traceback_later()


@contextmanager
def unpacked(asked: Asked) -> Iterator[Setup]:
    """Give the setup with its configuration in a folder of this machine, for as long as it is being loaded."""
    with tempfile.TemporaryDirectory(prefix="tallywire-") as folder:
        with zipfile.ZipFile(io.BytesIO(asked.configs)) as source:
            source.extractall(folder)
        yield Setup(asked.stages, Path(folder), asked.model)


def _be_alike(setup: Setup, name: str) -> None:
    """Results are kept under the driver's circumstances: nothing may be read under others."""
    digest = work_of(setup.stages, "configuring")(setup.configs).extraction_digest
    here = circumstances(setup, digest, models.stamp(setup.model)).name
    if different := differences(name, here):
        raise Unfit(f"not the same as on the driver: {', '.join(different)}; install the same wheel and model there")


_works: list[_Work] = []  # of this process: at most one, for Spark keeps its Python workers from task to task


def _work(asked: Asked) -> _Work:
    if not _works or _works[0].asked.name != asked.name:
        _works[:] = [_Work(asked)]
    return _works[0]


def reading(asked: Broadcast[Asked]) -> Callable[[Iterable[pa.RecordBatch]], Iterator[pa.RecordBatch]]:
    """Return what `mapInArrow` runs in each task: batches of ARTICLES in, batches of RESULTS out."""

    def read(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        from pipeline.running.spark_worker import read_batches  # by name, so that what is loaded stays loaded

        return read_batches(batches, asked.value)

    return read


def read_batches(batches: Iterable[pa.RecordBatch], asked: Asked) -> Iterator[pa.RecordBatch]:
    """Yield a batch of results for each batch of articles; one row UNFIT with the reason where this cannot be done."""
    from pyspark import TaskContext

    context = TaskContext.get()
    attempt = context.attemptNumber() if context else 0
    for batch in batches:
        indices = batch.column(0).to_pylist()
        articles = [records.article_from_bytes(data) for data in batch.column(1).to_pylist()]
        try:
            results = _work(asked).read(articles, attempt)
        except (Unfit, RunError) as error:
            yield pa.record_batch([[UNFIT], [None], [str(error)]], schema=_SCHEMA)
            return
        columns = [indices, [result.data for result in results], [result.reason for result in results]]
        yield pa.record_batch(columns, schema=_SCHEMA)
