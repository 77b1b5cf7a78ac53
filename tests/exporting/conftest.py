"""Tables of stand-in articles, made by the stand-in stages of the tests of running."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent.parent / "running"))

from helping import make_job

from pipeline.running.job import run
from pipeline.running.watch import Watch

# Signs that a table must survive: a formula, a quote, a right-to-left override, an emoji, a control character.
HOSTILE = {
    "=cmd.txt": "Iraq: =HYPERLINK(1) won 3 seats\n",
    "odd.txt": 'Iraq: "Pear"; \u202elist\u202c \U0001f5f3 won 12 seats\nIraq: <b>Fig</b> List won 4 seats\x07\n',
}


@pytest.fixture(scope="session")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tables of the stand-in articles."""
    job = make_job(tmp_path_factory.mktemp("outputs"))
    run(job, Watch())
    return job.out


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tables of articles that would harm a careless reader."""
    job = make_job(tmp_path_factory.mktemp("hostile"), articles=HOSTILE)
    run(job, Watch())
    return job.out
