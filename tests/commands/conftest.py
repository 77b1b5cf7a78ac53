from __future__ import annotations

import sys
from pathlib import Path

import pytest

# The stand-in stages and their helpers lie with the tests of running.
sys.path.insert(0, str(Path(__file__).parent.parent / "running"))

from helping import make_job

from pipeline.running.job import run
from pipeline.running.watch import Watch


@pytest.fixture
def outputs(tmp_path: Path) -> Path:
    """Make the tables of the stand-in articles."""
    job = make_job(tmp_path)
    run(job, Watch())
    return job.out
