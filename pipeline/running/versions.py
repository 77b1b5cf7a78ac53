"""What a run was made by: versions and digests, the same for the same installation."""

from __future__ import annotations

import hashlib
import platform
from collections.abc import Iterable
from importlib import metadata
from pathlib import Path

LIBRARIES = ("spacy", "thinc", "numpy", "pyarrow", "rapidfuzz", "dateparser", "trafilatura")
READS_ARTICLES = ("types.py", "configuring", "annotating", "extracting")

_PACKAGE = Path(__file__).resolve().parent.parent


def product_version() -> str:
    """Return tallywire's version; "0+unknown" where it runs from a folder that was never installed."""
    try:
        return metadata.version("tallywire")
    except metadata.PackageNotFoundError:
        return "0+unknown"


def library_versions() -> dict[str, str]:
    """Return the versions of the installed libraries that the tables may depend on."""
    found = {}
    for name in LIBRARIES:
        try:
            found[name] = metadata.version(name)
        except metadata.PackageNotFoundError:
            continue
    return found


def python_version() -> str:
    """Return the interpreter's version, such as "3.11.9"."""
    return platform.python_version()


def code_digest(parts: Iterable[str] = (".",)) -> str:
    """Return 16 hexadecimal digits for the source of the package's `parts` (files or folders).

    A version number alone would let a changed checkout go on with results of the code before the change.
    """
    digest = hashlib.blake2b(digest_size=8)
    for part in parts:
        place = _PACKAGE / part
        for path in sorted(place.rglob("*.py")) if place.is_dir() else [place]:
            digest.update(path.relative_to(_PACKAGE).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()
