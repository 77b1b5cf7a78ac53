"""`tallywire report`: the page of the current run, written anew."""

from __future__ import annotations

from pathlib import Path

from pipeline.commands.stored import Stored
from pipeline.running.errors import RunError, UsageError
from pipeline.running.stage_work import is_there, work_of
from pipeline.stages import STAGES


def report(out: Path) -> Path:
    """Write the page into the run's folder and return its path. Raises UsageError where the page is not installed.

    Raises RunError where a table is damaged or the disk refuses.
    """
    import pyarrow as pa

    stored = Stored(out)
    if not is_there(STAGES, "reporting"):
        raise UsageError("the page is not part of this installation; install tallywire anew")
    try:
        work_of(STAGES, "reporting")(stored.folder)
    except (OSError, pa.ArrowException) as error:
        reason = str(error).splitlines()[0]
        raise RunError(f"{stored.folder}: the page cannot be written ({reason}); run tallywire again") from None
    return stored.folder / "report.html"
