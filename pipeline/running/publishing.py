"""Publishing a run: a finished folder under `runs/`, synced, then one renamed link.

A reader who opens `current/` sees one run or another, never a mixture, wherever a run was killed.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Sequence
from pathlib import Path

from pipeline.running.errors import RunError

CURRENT = "current"
RUNS = "runs"
UNFINISHED = ".unfinished"
LEAVING = ".leaving"


def begin(out: Path) -> Path:
    """Return a new empty folder for the tables of this run, beside the finished runs; clear what killed runs left."""
    link = out / CURRENT
    if link.exists() and not link.is_symlink():
        raise RunError(
            f"{link}: this must be a link that tallywire made; move it away or choose another folder with --out"
        )
    runs = out / RUNS
    runs.mkdir(parents=True, exist_ok=True)
    folder = runs / UNFINISHED
    for left in (folder, runs / LEAVING):
        if left.exists():
            shutil.rmtree(left)
    folder.mkdir()
    return folder


def digest(folder: Path, files: Sequence[str], circumstances: str) -> str:
    """Return 12 hexadecimal digits for these files' bytes and what they were made by; "" where a file is missing."""
    total = hashlib.blake2b(circumstances.encode("utf-8"), digest_size=6)
    for name in files:
        try:
            content = (folder / name).read_bytes()
        except FileNotFoundError:
            return ""
        total.update(f"{name} {len(content)} ".encode() + content)
    return total.hexdigest()


def finished_runs(out: Path) -> list[Path]:
    """Return the folders of the finished runs that are kept, oldest first."""
    folders = [path for path in (out / RUNS).glob("*-*") if path.is_dir() and path.name.partition("-")[0].isdigit()]
    return sorted(folders, key=lambda path: (int(path.name.partition("-")[0]), path.name))


def current_run(out: Path) -> Path | None:
    """Return the folder that `current` points to; None where nothing was published yet."""
    link = out / CURRENT
    return out / os.readlink(link) if link.is_symlink() and link.exists() else None


def publish(folder: Path, out: Path, name: str, keep: int) -> Path:
    """Make the unfinished `folder` the current run, named by a number and `name`; return its final place.

    At most `keep` runs are kept, the current one always. Raises OSError where the disk refuses; the link then
    points where it pointed.
    """
    for path in sorted(folder.iterdir()):
        _sync(path)
    _sync(folder)
    runs = finished_runs(out)
    number = int(runs[-1].name.partition("-")[0]) + 1 if runs else 1
    place = out / RUNS / f"{number:06d}-{name}"
    os.rename(folder, place)
    _sync(out / RUNS)
    point(out, place)
    current = current_run(out)
    for old in finished_runs(out)[:-keep] if keep > 0 else ():
        if current is None or old.name != current.name:
            # Renamed first: killed in the middle of the removal, no half of a run stays under a run's name.
            os.rename(old, out / RUNS / LEAVING)
            shutil.rmtree(out / RUNS / LEAVING)
    return place


def point(out: Path, place: Path) -> None:
    """Let `current` point to the finished run `place`, in one step."""
    beside = out / f".{CURRENT}"
    beside.unlink(missing_ok=True)
    beside.symlink_to(Path(RUNS) / place.name, target_is_directory=True)
    os.replace(beside, out / CURRENT)
    _sync(out)


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
