"""The main job: from files to published tables, stage by stage, going on from what an earlier run had done."""

from __future__ import annotations

import dataclasses
import gc
import json
import shutil
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.configuring.decisions import read_decisions
from pipeline.running import models, publishing, versions
from pipeline.running.cache import Cache
from pipeline.running.circumstances import circumstances
from pipeline.running.errors import RunError
from pipeline.running.gathering import Engine, Gathered, Places, gather
from pipeline.running.inputs import articles_of, with_failures
from pipeline.running.lock import locked
from pipeline.running.pool import read_articles
from pipeline.running.spark import Cluster, read_on_spark
from pipeline.running.stage_work import is_there, work_of
from pipeline.running.watch import Watch
from pipeline.running.worker import Setup
from pipeline.stages import STAGES, Stage
from pipeline.tabling.rows import Findings
from pipeline.tabling.tables import FILES
from pipeline.types import Article, Reading

RUN_FILE = "run.json"
DEFAULT_KEEP = 5


@dataclass(frozen=True, slots=True)
class Job:
    """What is to be run. `articles` are the command line's arguments, `configs` the folder of configuration.

    Articles are read by `workers` processes of this machine or, where it is given, on the `cluster`.
    """

    articles: tuple[str, ...]
    out: Path
    configs: Path
    model: str
    workers: int
    keep: int = DEFAULT_KEEP
    stages: tuple[Stage, ...] = STAGES
    decisions: Path | None = None  # a file of decisions instead of the configuration's own
    cluster: Cluster | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """Where the tables are and what was done; `changed` is False where the same tables stood there already."""

    folder: Path
    changed: bool
    computed: int
    kept: int
    seconds: dict[str, float]
    unapplied: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Told:
    """What is told of the tables of a run: rows by table, articles by status, decisions that name nothing known."""

    rows: dict[str, int]
    statuses: dict[str, int]
    unapplied: tuple[str, ...]


def run(job: Job, watch: Watch) -> Outcome:
    """Do the whole job. Raises RunError, or the stages' own errors for arguments and configuration; old tables stay."""
    model = models.stamp(job.model)
    with watch.timed("configuring"):
        config = work_of(job.stages, "configuring")(job.configs)
        if job.decisions is not None:
            config = dataclasses.replace(config, decisions=read_decisions(job.decisions))
    with watch.timed("reading"):  # before the lock: where there is nothing to read, nothing is touched
        try:
            readings: Sequence[Reading] = work_of(job.stages, "reading")(list(job.articles), config.reading, job.out)
        except OSError as error:
            raise _stopped(error, job) from None
    with locked(job.out):
        try:
            return _Run(job, watch, config, model).go(readings)
        except OSError as error:
            raise _stopped(error, job) from None


def _stopped(error: OSError, job: Job) -> RunError:
    return RunError(
        f"{error.filename or job.out}: the run stopped ({error.strerror or error}); make room or choose another folder "
        "with --out, then run again: it goes on from here, and the earlier tables are as they were"
    )


class _Run:
    def __init__(self, job: Job, watch: Watch, config: Any, model: models.ModelStamp) -> None:
        self._job, self._watch, self._config, self._model = job, watch, config, model

    def go(self, readings: Sequence[Reading]) -> Outcome:
        folder = publishing.begin(self._job.out)
        try:
            with self._watch.timed("extracting"):
                gathered = self._gather(articles_of(readings), folder)
            computed, kept = gathered.computed, gathered.kept
            with _no_collection():
                told = self._tabled(readings, gathered, folder)
                del gathered, readings  # the page is made of the tables alone: all else can go
                place, changed = self._published(told, folder)
        finally:
            shutil.rmtree(folder, ignore_errors=True)  # gone already where it was published
        return Outcome(place, changed, computed, kept, self._watch.seconds, told.unapplied)

    def _tabled(self, readings: Sequence[Reading], gathered: Gathered, folder: Path) -> _Told:
        readings = with_failures(readings, gathered.failed)
        articles, extractions = articles_of(readings), gathered.extractions
        with self._watch.timed("resolving"):
            resolved = work_of(self._job.stages, "resolving")(articles, extractions, self._config, folder)
        with self._watch.timed("reconciling"):
            reconciled = work_of(self._job.stages, "reconciling")(
                articles, extractions, resolved, self._config.reconciling, self._config.decisions
            )
        findings = Findings(readings, extractions, resolved, reconciled, self._config.labels)
        with self._watch.timed("tabling"):
            counts = work_of(self._job.stages, "tabling")(findings, folder)
        found = Counter(reading.status for reading in readings)
        statuses = {status: found[status] for status in ("read", "skipped", "failed", "duplicate")}
        return _Told(counts, statuses, (*resolved.unapplied, *reconciled.unapplied))

    def _gather(self, articles: Sequence[Article], folder: Path) -> Gathered:
        setup = Setup(self._job.stages, self._job.configs, self._job.model)
        how = circumstances(setup, self._config.extraction_digest, self._model)
        places = Places(Cache(self._job.out / "cache", self._watch.tell), folder)
        return gather(articles, places, how, self._engine(), self._watch)

    def _engine(self) -> Engine:
        cluster, workers = self._job.cluster, self._job.workers
        if cluster is None:
            return lambda articles, how: read_articles(articles, how.setup, workers)
        return lambda articles, how: read_on_spark(articles, how, cluster, self._watch.tell)

    def _published(self, told: _Told, folder: Path) -> tuple[Path, bool]:
        made_by = self._made_by()
        name = publishing.digest(folder, FILES, json.dumps(made_by, sort_keys=True))
        standing = self._standing(name)
        if standing is not None:
            return standing, False
        if is_there(self._job.stages, "reporting"):
            with self._watch.timed("reporting"):
                work_of(self._job.stages, "reporting")(folder)
        seconds = {stage: round(spent, 3) for stage, spent in self._watch.seconds.items()}
        decided = {"made": len(self._config.decisions.rows), "not_applied": told.unapplied}
        about = made_by | {"rows": told.rows, "articles": told.statuses, "decisions": decided}
        engine = "local" if self._job.cluster is None else "spark"
        about |= {"engine": engine, "workers": self._job.workers, "seconds": seconds}
        (folder / RUN_FILE).write_text(json.dumps(about, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
        return publishing.publish(folder, self._job.out, name, self._job.keep), True

    def _made_by(self) -> dict[str, Any]:
        return {
            "product": "tallywire",
            "version": versions.product_version(),
            "code_digest": versions.code_digest(),
            "python": versions.python_version(),
            "libraries": versions.library_versions(),
            "configuration_digest": self._config.digest,
            "decisions_digest": self._config.decisions.digest,
            "model_name": self._model.name,
            "model_version": self._model.version,
        }

    def _standing(self, name: str) -> Path | None:
        """Return the run that says all this already: the current one, or the last, killed before it was pointed to."""
        current = publishing.current_run(self._job.out)
        made_by = json.dumps(self._made_by(), sort_keys=True)
        for place in (current, *publishing.finished_runs(self._job.out)[-1:]):
            # The name tells what the run was made by; the bytes, whether they are still what was written.
            if place is None or not place.name.endswith(f"-{name}") or not (place / RUN_FILE).is_file():
                continue
            if publishing.digest(place, FILES, made_by) == name:
                publishing.point(self._job.out, place)
                return place
        return None


@contextmanager
def _no_collection() -> Iterator[None]:
    """Look for no cyclic garbage meanwhile: the stages make hardly any, and looking costs a sixth of their time."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
