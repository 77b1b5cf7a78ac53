"""Files found and manifests found -> files with the rows that speak of them, and rows for what is not there."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from pipeline.configuring.reading import ReadingConfig
from pipeline.reading.drafts import InputFile, ManifestRow, Unreadable
from pipeline.reading.manifest import NAME, Manifest, read_manifest

Rows = dict[str, list[tuple[int | None, ManifestRow]]]


def join_manifests(
    files: Mapping[str, InputFile], manifests: Mapping[str, str], beside: Iterable[str], config: ReadingConfig
) -> Iterator[InputFile]:
    """Yield every file with its manifest rows, and a failed one for each row that names no file or is wrong.

    `files` and `manifests` map absolute paths to what the tables call them; `beside` are manifests next to a file
    that was named by itself: they say what they know of that file, and are not searched for missing ones. Where
    two manifests speak of a file, the one in the nearer folder comes first.
    """
    rows: Rows = {}
    for location in sorted({*manifests, *beside}, key=lambda path: (-path.count(os.sep), path)):
        path = manifests.get(location)
        if path is None and not os.path.isfile(location):
            continue
        try:
            manifest = read_manifest(location, config)
        except Unreadable as error:
            yield _failed(location, path or NAME, f"the manifest was not used: {error}")
            continue
        for problem in _collect(manifest, location, files, rows):
            if path is not None:
                yield replace(problem, path=_beside(path, problem.path))
    for location, file in files.items():
        yield replace(file, manifest=tuple(rows.get(location, ())))


def _collect(manifest: Manifest, location: str, files: Mapping[str, InputFile], rows: Rows) -> Iterator[InputFile]:
    """Add the manifest's rows to `rows`; yield those that are wrong, with paths relative to the manifest."""
    folder = os.path.dirname(location)
    for line, reason in manifest.wrong:
        yield _failed(location, f"{NAME}#{line}", f"line {line} of the manifest was not used: {reason}")
    for path, row in manifest.rows.items():
        target, number = os.path.join(folder, path), None
        if target not in files and (cut := path.rpartition("#"))[2].isdecimal():
            target, number = os.path.join(folder, cut[0]), int(cut[2][:9])
        if not path or os.path.isabs(path) or path.startswith(os.pardir):
            reason = "has no path" if not path else f"names {path}, which is not below the manifest's folder"
            yield _failed(location, f"{NAME}#{row.line}", f"line {row.line} of the manifest {reason}")
        elif target in files:
            rows.setdefault(target, []).append((number, row))
        elif "\0" in target or not os.path.lexists(target):
            yield _failed(target, path, f"{NAME}, line {row.line}, names it, but there is no such file")


def _beside(manifest_path: str, path: str) -> str:
    """What the tables call a path that a manifest gives, relative to the same folder as the manifest itself."""
    folder = os.path.dirname(manifest_path)
    return f"{folder}/{path}" if folder else path


def _failed(location: str, path: str, reason: str) -> InputFile:
    return InputFile(location, path, problem=("failed", reason))
