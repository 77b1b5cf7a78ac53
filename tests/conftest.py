"""What holds for all tests: one way to run property tests here and in CI, and to call the command line."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from hypothesis import settings

from pipeline.cli import main

# No deadline: the first example pays for imports. CI draws the same examples each time, so that it never fails by luck.
settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, database=None, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")


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
