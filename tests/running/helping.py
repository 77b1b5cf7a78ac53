"""What the tests of running and of the commands share: a job on stand-in stages, and folders of articles."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

from pipeline.running.job import Job, run
from pipeline.running.spark import Cluster
from pipeline.running.watch import Watch
from pipeline.stages import STAGES, Stage

FAKES = {
    "configuring": "fake_stages:load",
    "reading": "fake_stages:read_all",
    "annotating": "fake_stages:Annotator",
    "extracting": "fake_stages:extract",
    "resolving": "fake_stages:resolve",
    "reconciling": "fake_stages:reconcile",
    "reporting": "no_such_module:write_report",
}
FAKE_STAGES = tuple(Stage(s.name, s.takes, s.gives, FAKES.get(s.name, s.work)) for s in STAGES)

ARTICLES = {
    "early.txt": "Iraq: Pear List won 34 seats\nIraq: Plum List won 20 seats\n",
    "late.txt": "Iraq: Pear List won 33 seats\n",
    "final.txt": "Iraq: Plum List won 22 seats in the final count\n",
    "wire.txt": "Iraq: Fig List won 7 seats\nItaly: Oak Party won 100 seats\n",
    "empty.txt": "",
}


def write_articles(folder: Path, articles: dict[str, str]) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in articles.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def make_job(base: Path, *, workers: int = 1, keep: int = 5, articles: dict[str, str] | None = None) -> Job:
    """Make a job whose articles, configuration, model and outputs lie in `base`."""
    if articles is not None or not (base / "articles").exists():
        write_articles(base / "articles", ARTICLES if articles is None else articles)
    (base / "configs").mkdir(exist_ok=True)
    (base / "model").mkdir(exist_ok=True)
    (base / "model" / "meta.json").write_text(json.dumps({"lang": "en", "name": "small", "version": "1.2"}))
    return Job(
        (str(base / "articles"),), base / "outputs", base / "configs", str(base / "model"), workers, keep, FAKE_STAGES
    )


def run_on_spark(base: Path, master: str) -> None:
    """Run the job of `make_job` on a cluster. In a process of its own: Spark in one process keeps to one master."""
    job = make_job(base)
    run(dataclasses.replace(job, cluster=Cluster(master, job.out / "spark.log")), Watch())


def table_bytes(out: Path) -> dict[str, bytes]:
    """Return all files of the current run but run.json, whose seconds vary."""
    return {path.name: path.read_bytes() for path in sorted((out / "current").iterdir()) if path.name != "run.json"}
