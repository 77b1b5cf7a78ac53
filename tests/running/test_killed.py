"""Killed at any moment, a run leaves whole tables, and the next one ends in the bytes of a run undisturbed."""

from __future__ import annotations

import multiprocessing
import os
import random
import signal
import time
from pathlib import Path

import pyarrow.parquet as pq
from helping import make_job, table_bytes

from pipeline.running.job import Job, run
from pipeline.running.watch import Watch

KILLS = int(os.environ.get("TALLYWIRE_KILLS", "12"))
MANY = {f"{n:03}.txt": f"Iraq: List {n % 9} won {n} seats\n" for n in range(60)}


def run_to_the_end(job: Job) -> None:
    run(job, Watch())


def consistent(out: Path) -> bool:
    """Say whether the current tables, if there are any, are of one run: counts of one table agree with another's."""
    if not (out / "current").exists():
        return True
    folder = (out / "current").resolve()
    facts = pq.read_table(folder / "knowledge.parquet").to_pylist()
    claims = pq.read_table(folder / "claims.parquet").to_pylist()
    return sorted(i for fact in facts for i in fact["claim_ids"]) == sorted(claim["claim_id"] for claim in claims)


def test_killed_at_random_moments(tmp_path: Path) -> None:
    undisturbed = make_job(tmp_path / "undisturbed", articles=MANY)
    start = time.perf_counter()
    run(undisturbed, Watch())
    length = time.perf_counter() - start
    job = make_job(tmp_path / "killed", articles=MANY)
    run(make_job(tmp_path / "killed", articles={"000.txt": MANY["000.txt"]}), Watch())
    chance = random.Random(5)
    context = multiprocessing.get_context("fork")  # quick to start, so that kills fall all over the run
    for number in range(KILLS):
        (tmp_path / "killed" / "articles" / "changing.txt").write_text(f"Iraq: List 9 won {number} seats\n")
        process = context.Process(target=run_to_the_end, args=(job,))
        process.start()
        time.sleep(chance.uniform(0, 1.2 * length))
        os.kill(process.pid or 0, signal.SIGKILL)
        process.join()
        assert consistent(job.out)
        assert not [path.name for path in (job.out / "current").iterdir() if path.suffix == ".tmp"]
    (tmp_path / "killed" / "articles" / "changing.txt").unlink()
    run(job, Watch())
    assert table_bytes(job.out) == table_bytes(undisturbed.out)
    runs = [path.name for path in (job.out / "runs").iterdir()]
    assert len(runs) <= 5 and not [name for name in runs if name.startswith(".")]
