"""What the mutation tests share: the project's own articles and all changed copies of them, read in one go."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

# The makers of changes and the bench that runs them are shared by the tests of this folder.
sys.path.insert(0, str(Path(__file__).parent))

from bench import Bench, Trial, run


@pytest.fixture(scope="session")
def bench() -> Bench:
    return Bench.of_the_project()


@pytest.fixture(scope="session")
def trials(bench: Bench) -> list[Trial]:
    """Every change tried: what was expected, what came of it."""
    return run(bench)
