"""`tallywire report`: the page of the current run, written anew."""

from __future__ import annotations

from pathlib import Path

from pipeline.commands.stored import Stored
from pipeline.running.errors import UsageError
from pipeline.running.stage_work import is_there, work_of
from pipeline.stages import STAGES


def report(out: Path) -> Path:
    """Write the page into the run's folder and return its path. Raises UsageError where the page is not installed."""
    stored = Stored(out)
    if not is_there(STAGES, "reporting"):
        raise UsageError("the page is not part of this installation; install tallywire anew")
    work_of(STAGES, "reporting")(stored.folder)
    return stored.folder / "report.html"
