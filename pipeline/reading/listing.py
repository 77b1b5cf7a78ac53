"""Command-line arguments -> the files to read, in one order, with what the manifests say of each."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from pipeline.configuring.reading import ReadingConfig
from pipeline.reading.drafts import InputFile, ReadingError
from pipeline.reading.joining import join_manifests
from pipeline.reading.manifest import NAME


@dataclass(slots=True)
class _Listing:
    """What was found so far; both dicts are keyed by absolute path, so that a file named twice is listed once."""

    config: ReadingConfig
    files: dict[str, InputFile] = field(default_factory=dict)
    manifests: dict[str, str] = field(default_factory=dict)  # location -> path in the tables
    beside: set[str] = field(default_factory=set)  # manifests beside a named file: they speak of that file alone
    formats: dict[str, str] = field(default_factory=dict)  # ending -> format

    def add(self, location: str, path: str, problem: str | None = None) -> None:
        """List a file; a problem found while listing makes it a row that says so."""
        if os.path.basename(location).lower() == NAME and problem is None:
            self.manifests.setdefault(location, path)
        elif location not in self.files:
            self.files[location] = self._classified(InputFile(location, path), problem)

    def _classified(self, file: InputFile, problem: str | None) -> InputFile:
        if problem:
            return replace(file, problem=("failed", problem))
        stem, ending = _split(os.path.basename(file.location))
        packed = self.formats.get(ending) == "gzip"
        if packed:
            stem, ending = _split(stem)
        known = self.formats.get(ending)
        if stem.lower() in self.config.not_articles:
            return replace(file, problem=("skipped", "it describes the folder (not_articles of reading.toml)"))
        if known and known != "gzip":
            return replace(file, format=known, packed=packed)
        shown = (
            f"ending .{ending} is not one of the known formats"
            if ending
            else "the name has no ending that says what it is"
        )
        return replace(file, problem=("skipped", self.config.refused.get(ending, shown)))


def _split(name: str) -> tuple[str, str]:
    stem, ending = os.path.splitext(name)
    return stem, ending[1:].lower()


def list_inputs(
    arguments: Sequence[str], config: ReadingConfig, path_list: Iterable[str] | None = None
) -> Iterator[InputFile]:
    """Give the files of the arguments, sorted by path; each file once, however often it was named.

    An argument is a folder (read with all folders below it), a file, or "-" for a list of paths, one a line, from
    `path_list` (standard input where None). Paths in the tables are relative to the folder named; a file named
    by itself keeps a relative path as it was given, and else has its name alone. Names that begin with a dot are
    left out, unless named. Raises ReadingError where an argument does not exist (exit code 2) or nothing is found (1).
    """
    listing = _Listing(config)
    listing.formats.update((ending, name) for name, endings in config.formats.items() for ending in endings)
    for argument in arguments:
        if argument == "-":
            lines = sys.stdin if path_list is None else path_list
            for line in (line.rstrip("\r\n") for line in lines):
                if line:
                    _add_argument(listing, line, listed=True)
        else:
            _add_argument(listing, argument, listed=False)
    if not listing.files and not listing.manifests:
        named = ", ".join(argument if argument != "-" else "standard input" for argument in arguments) or "no argument"
        raise ReadingError(f"{named}: no article found; name a folder that holds some", exit_code=1)
    files = join_manifests(listing.files, listing.manifests, listing.beside, config)
    return iter(sorted(files, key=lambda file: (file.path, file.location)))


def _add_argument(listing: _Listing, argument: str, listed: bool) -> None:
    location = os.path.abspath(argument)
    if os.path.isdir(location):
        before = len(listing.files) + len(listing.manifests)
        _walk(listing, os.path.realpath(location))
        if len(listing.files) + len(listing.manifests) == before and not listed:
            listing.files.update(_again(listing, location))
        return
    given = os.path.normpath(argument)
    path = os.path.basename(given) if os.path.isabs(given) or given.startswith(os.pardir) else given
    folder = os.path.realpath(os.path.dirname(location))
    if os.path.lexists(location):
        listing.add(os.path.join(folder, os.path.basename(location)), printable(path))
        listing.beside.add(os.path.join(folder, NAME))
    elif listed:
        listing.add(location, printable(path), "named in the list, but there is no such file")
    else:
        raise ReadingError(f"{argument}: no such file or folder; check the path")


def _again(listing: _Listing, location: str) -> dict[str, InputFile]:
    """Nothing new came of a folder: an error if it is empty, nothing if another argument has covered it."""
    inside = os.path.join(os.path.realpath(location), "")
    if not any(known.startswith(inside) for known in (*listing.files, *listing.manifests)):
        raise ReadingError(f"{location}: the folder holds no file; name one that holds articles", exit_code=1)
    return {}


def _walk(listing: _Listing, root: str) -> None:
    """List every file below `root`; links to folders and links that lead out of it become rows with the reason."""
    folders = [root]
    while folders:
        folder = folders.pop()
        try:
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError as error:
            listing.add(
                folder, printable(os.path.relpath(folder, root)), f"the folder cannot be read: {error.strerror}"
            )
            continue
        for entry in entries:
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                folders.append(entry.path)
            else:
                path = printable(os.path.relpath(entry.path, root))
                listing.add(entry.path, path, _link_problem(entry, root) if entry.is_symlink() else None)


def _link_problem(entry: os.DirEntry[str], root: str) -> str | None:
    target = os.path.realpath(entry.path)
    if os.path.commonpath([root, target]) != root:
        return "a link that leads out of the folder; such links are not followed"
    if not os.path.exists(target):
        return "a link to a file that is not there"
    return "a link to a folder; such links are not followed" if os.path.isdir(target) else None


def printable(path: str) -> str:
    """A file's name as the tables can hold it: bytes that are not UTF-8 are written \\xNN; parts are joined by '/'."""
    return os.fsencode(path).decode("utf-8", "backslashreplace").replace(os.sep, "/")
