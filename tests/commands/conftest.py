from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

# The stand-in stages and their helpers lie with the tests of running.
sys.path.insert(0, str(Path(__file__).parent.parent / "running"))

from helping import make_job

from pipeline.cli import main
from pipeline.running.job import run
from pipeline.running.watch import Watch


@dataclass(frozen=True)
class Said:
    code: int
    out: str
    err: str


@pytest.fixture
def tallywire(capsys: pytest.CaptureFixture[str]) -> Callable[..., Said]:
    """Call the command line as a user would; what it prints and its exit code come back."""

    def call(*arguments: object) -> Said:
        with pytest.raises(SystemExit) as ended:
            main([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return Said(int(ended.value.code or 0), captured.out, captured.err)

    return call


@pytest.fixture
def outputs(tmp_path: Path) -> Path:
    """Make the tables of the stand-in articles."""
    job = make_job(tmp_path)
    run(job, Watch())
    return job.out
