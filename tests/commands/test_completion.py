"""Shell completion: commands and options are offered in bash, zsh and fish."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("words", "offered"),
    [("tallywire do", {"doctor"}), ("tallywire de", {"decide"}), ("tallywire export --wi", {"--wide"})],
)
def test_bash_is_offered_what_begins_so(words: str, offered: set[str]) -> None:
    asked = {"_TALLYWIRE_COMPLETE": "complete_bash", "COMP_WORDS": words, "COMP_CWORD": str(len(words.split()) - 1)}
    done = subprocess.run(
        [sys.executable, "-m", "pipeline"],
        env={**os.environ, **asked},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert set(done.stdout.split()) == offered, done.stderr


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_for_a_shell_is_printed(shell: str) -> None:
    asked = {"_TALLYWIRE_COMPLETE": f"source_{shell}"}
    done = subprocess.run(
        [sys.executable, "-m", "pipeline"],
        env={**os.environ, **asked},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "_TALLYWIRE_COMPLETE" in done.stdout, done.stderr
