"""The main job: from files to published tables, stage by stage, going on from what an earlier run had done."""

from __future__ import annotations

import dataclasses
import json
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pipeline.running import models, publishing, versions
from pipeline.running.cache import Cache, article_key
from pipeline.running.errors import RunError
from pipeline.running.lock import locked
from pipeline.running.pool import read_articles
from pipeline.running.stage_work import is_there, work_of
from pipeline.running.worker import Setup
from pipeline.stages import STAGES, Stage
from pipeline.types import Article, Extraction, Reading

RUN_FILE = "run.json"
DEFAULT_KEEP = 5


@dataclass(frozen=True, slots=True)
class Job:
    """What is to be run. `articles` are the command line's arguments, `configs` the folder of configuration."""

    articles: tuple[str, ...]
    out: Path
    configs: Path
    model: str
    workers: int
    keep: int = DEFAULT_KEEP
    stages: tuple[Stage, ...] = STAGES


@dataclass(frozen=True, slots=True)
class Outcome:
    """Where the tables are and what was done; `changed` is False where they are byte for byte those that stood there."""

    folder: Path
    changed: bool
    computed: int
    kept: int
    seconds: dict[str, float]


@dataclass(slots=True)
class Watch:
    """Who is told how the run goes on: `tell` takes sentences, `progress` (articles done, articles to do)."""

    tell: Callable[[str], None] = lambda _: None
    progress: Callable[[int, int], None] = lambda _done, _all: None
    seconds: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def timed(self, stage: str) -> Iterator[None]:
        """Add the time inside to the stage's seconds."""
        start = time.perf_counter()
        try:
            yield
        finally:
            self.seconds[stage] = self.seconds.get(stage, 0.0) + time.perf_counter() - start


def run(job: Job, watch: Watch) -> Outcome:
    """Do the whole job. Raises RunError, or the stages' own errors for arguments and configuration; old tables stay."""
    model = models.stamp(job.model)
    with watch.timed("configuring"):
        config = work_of(job.stages, "configuring")(job.configs)
    with locked(job.out):
        try:
            return _Run(job, watch, config, model).go()
        except OSError as error:
            place = error.filename or job.out
            why = error.strerror or str(error)
            raise RunError(
                f"{place}: the run stopped ({why}); make room or choose another folder with --out, then run again: "
                "it goes on from here, and the earlier tables are as they were"
            ) from None


class _Run:
    def __init__(self, job: Job, watch: Watch, config: Any, model: models.ModelStamp) -> None:
        self._job, self._watch, self._config, self._model = job, watch, config, model
        self._computed = self._kept = 0

    def go(self) -> Outcome:
        with self._watch.timed("reading"):
            readings: list[Reading] = work_of(self._job.stages, "reading")(list(self._job.articles), self._config)
        articles = [reading.article for reading in readings if reading.article is not None]
        with self._watch.timed("extracting"):
            found = self._extractions(articles)
        readings = [_with_failure(reading, found) for reading in readings]
        articles = [reading.article for reading in readings if reading.article is not None]
        extractions = [extraction for a in articles if isinstance(extraction := found[a.article_id], Extraction)]
        with self._watch.timed("resolving"):
            resolved = work_of(self._job.stages, "resolving")(articles, extractions, self._config)
        with self._watch.timed("reconciling"):
            reconciled = work_of(self._job.stages, "reconciling")(articles, extractions, resolved, self._config)
        return self._publish(readings, extractions, resolved, reconciled)

    def _extractions(self, articles: Sequence[Article]) -> dict[str, Extraction | str]:
        """Return each article's extraction, or the reason why there is none, by article id."""
        cache = Cache(self._job.out / "cache", self._watch.tell)
        circumstances = self._circumstances(versions.code_digest(versions.READS_ARTICLES))
        keys = [article_key(article, circumstances) for article in articles]
        found: dict[str, Extraction | str] = {}
        for article, key in zip(articles, keys, strict=True):
            if (kept := cache.get(key)) is not None:
                found[article.article_id] = kept
        todo = [(a, key) for a, key in zip(articles, keys, strict=True) if a.article_id not in found]
        self._kept, self._computed = len(articles) - len(todo), len(todo)
        setup = Setup(self._job.stages, self._job.configs, self._job.model)
        self._watch.progress(0, len(todo))
        results = read_articles([article for article, _ in todo], setup, self._job.workers)
        for done, (index, result) in enumerate(results, start=1):
            article, key = todo[index]
            found[article.article_id] = result.reason or ""
            if result.data is not None:
                cache.put(key, result.data)
                found[article.article_id] = records_of(result.data)
            self._watch.progress(done, len(todo))
        return found

    def _circumstances(self, code: str) -> str:
        libraries = versions.library_versions()
        made_by = {
            "product": versions.product_version(),
            "code": code,
            "configuration": getattr(self._config, "extraction_digest", self._config.digest),
            "model": dataclasses.asdict(self._model),
            "libraries": {name: libraries.get(name) for name in ("spacy", "thinc", "numpy")},
        }
        return json.dumps(made_by, sort_keys=True)

    def _publish(self, readings: list[Reading], extractions: list[Extraction], resolved: Any, reconciled: Any) -> Outcome:
        from pipeline.tabling.rows import Findings
        from pipeline.tabling.tables import FILES

        findings = Findings(tuple(readings), tuple(extractions), resolved, reconciled)
        folder = publishing.begin(self._job.out)
        with self._watch.timed("tabling"):
            counts = work_of(self._job.stages, "tabling")(findings, folder)
        made_by = self._made_by()
        name = publishing.digest(folder, FILES, json.dumps(made_by, sort_keys=True))
        standing = self._standing(FILES, name)
        if standing is not None:
            return Outcome(standing, False, self._computed, self._kept, self._watch.seconds)
        if is_there(self._job.stages, "reporting"):
            with self._watch.timed("reporting"):
                work_of(self._job.stages, "reporting")(folder)
        statuses = {s: sum(r.status == s for r in readings) for s in ("read", "skipped", "failed", "duplicate")}
        seconds = {stage: round(spent, 3) for stage, spent in self._watch.seconds.items()}
        about = made_by | {"rows": counts, "articles": statuses, "workers": self._job.workers, "seconds": seconds}
        (folder / RUN_FILE).write_text(json.dumps(about, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
        place = publishing.publish(folder, self._job.out, name, self._job.keep)
        return Outcome(place, True, self._computed, self._kept, self._watch.seconds)

    def _made_by(self) -> dict[str, Any]:
        return {
            "product": "tallywire",
            "version": versions.product_version(),
            "code_digest": versions.code_digest(),
            "python": versions.python_version(),
            "libraries": versions.library_versions(),
            "configuration_digest": self._config.digest,
            "model_name": self._model.name,
            "model_version": self._model.version,
        }

    def _standing(self, files: Sequence[str], name: str) -> Path | None:
        """Return the run that already says all this: the current one, or the last, if killed before it was pointed to."""
        runs = publishing.finished_runs(self._job.out)
        current = publishing.current_run(self._job.out)
        circumstances = json.dumps(self._made_by(), sort_keys=True)
        for place in [current, *runs[-1:]]:
            if place is not None and (place / RUN_FILE).is_file() and publishing.digest(place, files, circumstances) == name:
                # The bytes alone do not say what made them: the name does.
                if place.name.endswith(f"-{name}"):
                    if current is None or current.name != place.name:
                        publishing.point(self._job.out, place)
                    return place
        return None


def records_of(data: bytes) -> Extraction:
    """Return the extraction, from the same bytes as the cache keeps: fresh or kept, the stages after see the same."""
    from pipeline.running.records import from_bytes

    return from_bytes(data)


def _with_failure(reading: Reading, found: dict[str, Extraction | str]) -> Reading:
    outcome = found.get(reading.article_id)
    if reading.article is None or not isinstance(outcome, str):
        return reading
    return dataclasses.replace(reading, status="failed", reason=outcome, article=None)
