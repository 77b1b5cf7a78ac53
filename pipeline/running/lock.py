"""One run at a time on one folder."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pipeline.running.errors import RunError

NAME = ".lock"


@contextmanager
def locked(out: Path) -> Iterator[None]:
    """Hold the folder for this process. Raises RunError where another run holds it or the folder cannot be written.

    The lock is the system's, on the open file: it ends with the process, however that ends, so that what a
    dead run left is simply taken over. The file itself stays; the process number in it is for the message only.
    """
    try:
        out.mkdir(parents=True, exist_ok=True)
        handle = os.open(out / NAME, os.O_RDWR | os.O_CREAT, 0o644)
    except OSError as error:
        raise RunError(f"{out}: cannot write here ({error.strerror}); choose another folder with --out") from None
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            holder = os.read(handle, 20).decode("ascii", "replace").strip() or "unknown"
            raise RunError(
                f"{out}: another run (process {holder}) is at work here; wait for it, or choose another with --out"
            ) from None
        os.truncate(handle, 0)
        os.pwrite(handle, str(os.getpid()).encode("ascii"), 0)
        yield
    finally:
        os.close(handle)
