"""The main job, whole, on the sample articles: every stage is the real one."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from helping import table_bytes

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def ctrl_c_heard() -> Iterator[None]:
    """As in a terminal: a shell makes what it starts in the background deaf to Ctrl-C, and what that starts too."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


class Checkout:
    """A copy of code, configuration and articles, so that an edit during the tests changes nothing between two runs."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for name in ("pipeline", "configs", "corpus"):
            shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        shutil.copy(ROOT / "pyproject.toml", folder)

    def start(self, out: Path, *options: str) -> subprocess.Popen[str]:
        command = [sys.executable, "-m", "pipeline", "run", "corpus", "--out", str(out), *options]
        return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=self.folder)

    def run(self, out: Path, *options: str) -> str:
        process = self.start(out, *options)
        said, err = process.communicate(timeout=300)
        assert (process.returncode, err) == (0, "")
        return said


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Checkout:
    return Checkout(tmp_path_factory.mktemp("checkout"))


@pytest.fixture(scope="module")
def made(checkout: Checkout, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("made")
    said = checkout.run(out, "--workers", "1")
    assert f"tables: {out}/current" in said.splitlines()
    return out


def test_two_workers_give_the_same_bytes(checkout: Checkout, made: Path, tmp_path: Path) -> None:
    checkout.run(tmp_path, "--workers", "2")
    assert table_bytes(tmp_path) == table_bytes(made)


def test_a_second_run_changes_no_byte(checkout: Checkout, made: Path) -> None:
    before = {path: path.read_bytes() for path in (made / "current").resolve().iterdir()}
    said = checkout.run(made)
    assert f"tables: {made}/current (unchanged)" in said.splitlines()
    assert {path: path.read_bytes() for path in (made / "current").resolve().iterdir()} == before


@pytest.mark.usefixtures("ctrl_c_heard")
def test_interrupted_it_says_so_and_goes_on(checkout: Checkout, made: Path, tmp_path: Path) -> None:
    process = checkout.start(tmp_path, "--workers", "1")
    while not list((tmp_path / "cache").glob("*.json")) and process.poll() is None:
        time.sleep(0.01)
    os.kill(process.pid, signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (130, "tallywire: interrupted; run again to go on from here\n")
    checkout.run(tmp_path)
    assert table_bytes(tmp_path) == table_bytes(made)


def test_every_claim_is_in_one_fact_and_refers_to_what_is_there(made: Path) -> None:
    tables = {path.stem: pq.read_table(path).to_pylist() for path in (made / "current").glob("*.parquet")}
    claims = {claim["claim_id"]: claim for claim in tables["claims"]}
    assert claims and len(claims) == len(tables["claims"])
    in_facts = [claim_id for fact in tables["knowledge"] for claim_id in fact["claim_ids"]]
    assert sorted(in_facts) == sorted(claims)
    ids = {"contest_id": "contests", "subject_id": "entities", "article_id": "articles"}
    known = {"contest_id": "contest_id", "subject_id": "entity_id", "article_id": "article_id"}
    for column, table in ids.items():
        there = {row[known[column]] for row in tables[table]} | {None}
        assert {claim[column] for claim in claims.values()} <= there
    for conflict in tables["conflicts"]:
        assert {*conflict["claim_ids_a"], *conflict["claim_ids_b"]} <= set(claims)
        assert set(conflict["fact_ids"]) <= {fact["fact_id"] for fact in tables["knowledge"]}
