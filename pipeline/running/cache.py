"""What was read in each article, kept under the hash of everything it depends on.

A file is a line with the checksum of what follows, then the extraction. It is written beside its place and
renamed, without waiting for the disk: after a power cut the checksum tells, and the article is read again.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from pathlib import Path

from pipeline.running import records
from pipeline.types import Article, Extraction


def article_key(article: Article, circumstances: str) -> str:
    """Return the name under which this article's extraction is kept: 32 hexadecimal digits.

    `circumstances` stands for all else that the extraction depends on: configuration, model, versions.
    """
    parts = (
        circumstances,
        article.article_id,
        article.text,
        article.title,
        article.source,
        article.published,
        article.url,
    )
    digest = hashlib.blake2b(digest_size=16)
    for part in parts:
        content = b"-" if part is None else b"+" + part.encode("utf-8", "surrogatepass")
        digest.update(len(content).to_bytes(8, "big") + content)
    return digest.hexdigest()


class Cache:
    """The folder of kept extractions. `tell` takes one sentence about each file that had to be thrown away."""

    def __init__(self, folder: Path, tell: Callable[[str], None]) -> None:
        """Make the folder if need be and clear what a killed run left half written. Raises OSError."""
        self._folder = folder
        self._tell = tell
        folder.mkdir(parents=True, exist_ok=True)
        for left in folder.glob("*.tmp"):
            left.unlink()

    def get(self, key: str) -> Extraction | None:
        """Return what is kept under `key`; None where nothing is, or where what is there is damaged (which is told)."""
        path = self._folder / f"{key}.json"
        try:
            checksum, _, data = path.read_bytes().partition(b"\n")
        except FileNotFoundError:
            return None
        except OSError as error:
            self._tell(f"{path}: the kept result cannot be read ({error.strerror}); the article is read again")
            return None
        if checksum == _checksum(data):
            try:
                return records.from_bytes(data)
            except (ValueError, TypeError):
                pass
        self._tell(f"{path}: the kept result is damaged; the article is read again")
        return None

    def put(self, key: str, data: bytes) -> None:
        """Keep the extraction given as bytes. Raises OSError where the disk refuses."""
        beside = self._folder / f"{key}.tmp"
        beside.write_bytes(_checksum(data) + b"\n" + data)
        os.replace(beside, self._folder / f"{key}.json")


def is_sound(path: Path) -> bool:
    """Say whether a kept file is what was written: its checksum is right."""
    try:
        checksum, _, data = path.read_bytes().partition(b"\n")
    except OSError:
        return False
    return checksum == _checksum(data)


def _checksum(data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=16).hexdigest().encode("ascii")
