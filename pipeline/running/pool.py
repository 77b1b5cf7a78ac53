"""Chunks of articles to workers and results back, whatever happens to a worker.

Of our own because the standard pool gives up whole when one process dies, and cannot say over which article.
A chunk whose worker died, or went on for far too long and was ended, is tried once more, then article by article;
an article that has then cost two workers is given up with a reason, and the run goes on.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import time
from collections import deque
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess
from typing import Any

from pipeline.running import worker
from pipeline.running.errors import RunError
from pipeline.running.worker import Reader, Result, Setup
from pipeline.types import Article

CHUNK = 16
FAILED_STARTS = 3
PATIENCE = 180.0  # seconds that a chunk may take, and one more for so many characters: about 30 times what is usual
CHARACTERS_A_SECOND = 2_000
KILLED = "the analysis killed two worker processes in a row (out of memory, without end, or a crash inside a library)"


@dataclass(frozen=True, slots=True)
class _Task:
    indices: tuple[int, ...]
    deaths: int = 0


@dataclass(slots=True)
class _Slot:
    process: BaseProcess
    connection: Connection
    ready: bool = False
    task: _Task | None = None
    until: float = 0.0  # when a worker with a task is given up, on time.monotonic's clock


def default_workers() -> int:
    """Return the number of cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def read_articles(articles: Sequence[Article], setup: Setup, workers: int) -> Generator[tuple[int, Result]]:
    """Yield (index, result) for each article, in no particular order. One worker means this very process.

    Raises RunError where workers cannot begin.
    """
    os.environ["OPENBLAS_NUM_THREADS"] = "1"  # before numpy is imported: two threads a worker would undo the gain
    if not articles:
        return
    if workers == 1:
        yield from _here(articles, setup)
        return
    yield from read_apart(articles, setup, workers)


def read_apart(articles: Sequence[Article], setup: Setup, workers: int = 1) -> Iterator[tuple[int, Result]]:
    """As `read_articles`, but never in this very process: whatever an article does to its worker, this one lives.

    Raises RunError where workers cannot begin.
    """
    chunks = [tuple(range(start, min(start + CHUNK, len(articles)))) for start in range(0, len(articles), CHUNK)]
    pool = _Pool(articles, setup, min(workers, len(chunks)))
    try:
        yield from pool.run(deque(_Task(chunk) for chunk in chunks))
    finally:
        pool.close()


def _here(articles: Sequence[Article], setup: Setup) -> Iterator[tuple[int, Result]]:
    try:
        reader = Reader(setup)
    except Exception as error:  # as in a worker process: whatever stands against the work is one sentence
        raise RunError(_cannot_begin(f"{type(error).__name__}: {error}")) from None
    for start in range(0, len(articles), CHUNK):
        for offset, result in enumerate(reader.read(articles[start : start + CHUNK])):
            yield start + offset, result


def _cannot_begin(reason: str) -> str:
    return f"the analysis cannot begin ({' '.join(reason.split())}); mend that and run again"


class _Pool:
    def __init__(self, articles: Sequence[Article], setup: Setup, size: int) -> None:
        self._articles = articles
        self._setup = setup
        self._context = _context()
        self._failed_starts = 0
        self._slots = [self._start() for _ in range(size)]

    def run(self, tasks: deque[_Task]) -> Iterator[tuple[int, Result]]:
        """Yield results until no task is left."""
        while tasks or any(slot.task for slot in self._slots):
            for slot in self._slots:
                if slot.ready and slot.task is None and tasks:
                    self._give(slot, tasks.popleft())
            for connection in wait([slot.connection for slot in self._slots], self._end_overdue()):
                slot = next(slot for slot in self._slots if slot.connection is connection)
                yield from self._hear(slot, tasks)

    def _end_overdue(self) -> float | None:
        """Kill workers that are past their time, so that their end is heard; return seconds until the next is due."""
        now = time.monotonic()
        for slot in self._slots:
            if slot.task is not None and slot.until <= now:
                slot.process.kill()
                slot.until = now + PATIENCE
        return min((slot.until - now for slot in self._slots if slot.task is not None), default=None)

    def close(self) -> None:
        """End the workers, also those in the middle of a chunk."""
        for slot in self._slots:
            slot.connection.close()
            slot.process.terminate()
        for slot in self._slots:
            slot.process.join()

    def _start(self) -> _Slot:
        ours, theirs = self._context.Pipe()
        process = self._context.Process(target=worker.serve, args=(theirs, self._setup), daemon=True)  # type: ignore[attr-defined]
        process.start()
        theirs.close()  # so that the worker's death is heard as the end of the pipe
        return _Slot(process, ours)

    def _give(self, slot: _Slot, task: _Task) -> None:
        slot.task = task
        articles = [self._articles[index] for index in task.indices]  # each is read from the disk
        length = sum(len(article.text) for article in articles)
        slot.until = time.monotonic() + PATIENCE + length / CHARACTERS_A_SECOND
        with contextlib.suppress(OSError):  # it died between two chunks: the next wait hears the end of the pipe
            slot.connection.send(articles)

    def _hear(self, slot: _Slot, tasks: deque[_Task]) -> Iterator[tuple[int, Result]]:
        try:
            word, content = slot.connection.recv()
        except (EOFError, OSError):
            yield from self._bury(slot, tasks)
            return
        if word == "unfit":
            raise RunError(_cannot_begin(content))
        if word == "ready":
            slot.ready, self._failed_starts = True, 0
        elif slot.task is not None:
            yield from zip(slot.task.indices, content, strict=True)
            slot.task = None

    def _bury(self, slot: _Slot, tasks: deque[_Task]) -> Iterator[tuple[int, Result]]:
        slot.connection.close()
        slot.process.join()
        task = slot.task
        if not slot.ready:
            self._failed_starts += 1
        if self._failed_starts >= FAILED_STARTS:
            raise RunError("the workers die while they load the model; free memory or run again with --workers 1")
        if task is not None and task.deaths == 0:
            tasks.appendleft(_Task(task.indices, deaths=1))
        elif task is not None and len(task.indices) > 1:
            tasks.extendleft(_Task((index,)) for index in reversed(task.indices))
        elif task is not None:
            yield task.indices[0], Result(None, KILLED)
        self._slots[self._slots.index(slot)] = self._start()


def _context() -> BaseContext:
    # Never plain fork: the parent has threads of pyarrow. The fork server loads the libraries once for all workers.
    methods: Any = multiprocessing.get_all_start_methods()
    if "forkserver" not in methods:
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["pipeline.running.libraries"])
    return context
