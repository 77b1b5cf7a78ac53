"""`tallywire report`: the page of the current run, written anew."""

from __future__ import annotations

from pathlib import Path

from pipeline.commands.stored import Stored
from pipeline.running.errors import RunError, UsageError
from pipeline.running.stage_work import is_there, work_of
from pipeline.stages import STAGES

PAGE = "report.html"


def report(out: Path) -> Path:
    """Write the page into the run's folder and return the path to open.

    Raises UsageError where there are no tables or the page is not installed, RunError where a table is damaged or
    the disk refuses.
    """
    import pyarrow as pa

    stored = Stored(out)
    if not is_there(STAGES, "reporting"):
        raise UsageError("the page is not part of this installation; install tallywire anew")
    try:
        work_of(STAGES, "reporting")(stored.folder)
        return link_page(out) or stored.folder / PAGE
    except (OSError, pa.ArrowException) as error:
        reason = str(error).splitlines()[0]
        raise RunError(f"{stored.folder}: the page cannot be written ({reason}); run tallywire again") from None


def link_page(out: Path) -> Path | None:
    """Let `out/report.html` lead to the page of the current run, and return it; None where `out` is no output folder.

    The link goes by way of `current`, so that it is made once and always leads to the run that is current.
    Raises OSError where it cannot be made.
    """
    if not (out / "current").is_symlink():
        return None
    link = out / PAGE
    if not link.is_symlink():
        link.unlink(missing_ok=True)
        link.symlink_to(Path("current") / PAGE)
    return link
