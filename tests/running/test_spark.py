"""Articles on a real cluster, a master and two workers on loopback: the same bytes, whatever dies meanwhile."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from cluster import cluster, environment, executors, python_workers, why_not
from helping import ARTICLES, make_job, run_on_spark, table_bytes

from pipeline.running.job import run
from pipeline.running.watch import Watch

pytestmark = [pytest.mark.spark, pytest.mark.skipif(why_not() is not None, reason=str(why_not()))]

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = (ROOT / "corpus", ROOT / "tests" / "marked" / "articles")
COPIES = 3  # so that there are more chunks than a worker can have done before it is killed
LONGEST_RUN = 300.0


@dataclass(frozen=True)
class Place:
    """A cluster that runs, and the folder where its logs and working folders are."""

    folder: Path
    master: str


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    folder = tmp_path_factory.mktemp("cluster")
    with pytest.MonkeyPatch.context() as patch, cluster(folder) as master:
        for name, value in environment(folder).items():
            patch.setenv(name, value)
        yield Place(folder, master)


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample articles and the marked ones, several times over, each time with another last line."""
    folder = tmp_path_factory.mktemp("articles")
    for copy in range(COPIES):
        for source in FOLDERS:
            target = Path(shutil.copytree(source, folder / f"{source.name}{copy}"))
            for path in target.glob("*.txt"):
                path.write_text(f"{path.read_text(encoding='utf-8')}\nEdition {copy}.\n", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def local(articles: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The tables that the local engine makes of the same articles."""
    out = tmp_path_factory.mktemp("local")
    said, err = start(articles, out).communicate(timeout=LONGEST_RUN)
    assert "articles: 132 read" in said and not err
    return table_bytes(out)


def start(articles: Path, out: Path, *options: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "pipeline", "run", str(articles), "--out", str(out), *options]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT)


def on_spark(place: Place, articles: Path, out: Path) -> subprocess.Popen[str]:
    return start(articles, out, "--engine", "spark", "--spark-master", place.master)


def awaited(find: Callable[[], list[int]], process: subprocess.Popen[str]) -> int:
    """The first process that `find` finds, for as long as the run goes on."""
    until = time.monotonic() + LONGEST_RUN
    while time.monotonic() < until and process.poll() is None:
        if found := find():
            return found[0]
        time.sleep(0.02)
    raise AssertionError(f"the run ended before there was anything to kill: {process.communicate()}")


def test_the_cluster_gives_the_bytes_that_local_processes_give(
    place: Place, articles: Path, local: dict[str, bytes], tmp_path: Path
) -> None:
    process = on_spark(place, articles, tmp_path)
    said, err = process.communicate(timeout=LONGEST_RUN)
    assert (process.returncode, err) == (0, "")
    assert "articles: 132 read" in said
    assert table_bytes(tmp_path) == local
    assert '"engine": "spark"' in (tmp_path / "current" / "run.json").read_text()


def test_a_python_worker_and_an_executor_killed_in_mid_run_change_nothing(
    place: Place, articles: Path, local: dict[str, bytes], tmp_path: Path
) -> None:
    process = on_spark(place, articles, tmp_path)
    log = tmp_path / "spark.log"
    os.kill(awaited(lambda: python_workers(place.folder), process), signal.SIGKILL)
    awaited(lambda: [1] if "Lost task" in log.read_text(errors="replace") else [], process)
    awaited(lambda: python_workers(place.folder), process)
    os.kill(executors(place.folder)[0], signal.SIGKILL)
    awaited(lambda: [1] if "Lost executor" in log.read_text(errors="replace") else [], process)
    said, err = process.communicate(timeout=LONGEST_RUN)
    assert (process.returncode, err) == (0, "")
    assert "articles: 132 read" in said
    assert table_bytes(tmp_path) == local
    said_by_spark = log.read_text(errors="replace")
    assert "Python worker exited unexpectedly" in said_by_spark and "code 137" in said_by_spark


def test_an_article_that_kills_its_worker_fails_alone_and_with_the_same_reason(place: Place, tmp_path: Path) -> None:
    many = {f"{n:03}.txt": f"Iraq: List {n % 7} won {n} seats\n" for n in range(40)} | ARTICLES
    once = f"KILL-ONCE {tmp_path}/flag\nIraq: Elm List won 3 seats\n"
    job = make_job(tmp_path, workers=2, articles=many | {"005.txt": "KILL\n", "bad.txt": "RAISE\n", "once.txt": once})
    child = multiprocessing.get_context("spawn").Process(target=run_on_spark, args=(tmp_path, place.master))
    child.start()
    child.join(LONGEST_RUN)
    assert child.exitcode == 0
    on_cluster = table_bytes(job.out)
    shutil.rmtree(job.out)
    (tmp_path / "flag").unlink()
    run(job, Watch())
    assert on_cluster == table_bytes(job.out)
    rows = {row["path"]: row for row in pq.read_table(job.out / "current" / "articles.parquet").to_pylist()}
    assert "killed two worker processes" in rows["005.txt"]["reason"]
    assert [path for path, row in rows.items() if row["status"] == "failed"] == ["005.txt", "bad.txt"]


def test_executors_without_tallywire_end_the_run_with_one_sentence(
    place: Place, articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYSPARK_PYTHON", str(tmp_path / "no-such-python"))
    process = on_spark(place, articles, tmp_path / "out")
    _, err = process.communicate(timeout=LONGEST_RUN)
    assert process.returncode == 1
    assert err.startswith("tallywire: the executors have no such Python") and "PYSPARK_PYTHON" in err
    assert err.count("\n") == 1
