"""A file -> its bytes, never more than the limits allow, whatever a packed file would unpack to."""

from __future__ import annotations

import gzip
import io
import os
import stat
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

from pipeline.configuring.reading import Limits
from pipeline.reading.drafts import Unreadable

FREE_BYTES = 1_000_000  # a small file may unpack to this much whatever its ratio: two blank lines pack well too
_BUFFER = 65_536


class Unpacked(io.RawIOBase):
    """The unpacked bytes of a gzip file; reading on past a limit raises Unreadable, a damaged file as well."""

    def __init__(self, packed: BinaryIO, limits: Limits) -> None:
        self._packed, self._limits, self._given = packed, limits, 0
        self._gzip = gzip.GzipFile(fileobj=packed, mode="rb")

    def readable(self) -> bool:
        """Always: it is made for reading."""
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        """Fill the buffer with unpacked bytes; give their number, 0 at the end."""
        try:
            data = self._gzip.read1(len(buffer))
        except (EOFError, OSError, zlib.error) as error:
            raise Unreadable(f"the gzip data is damaged or cut off ({error})") from None
        self._given += len(data)
        if self._given > self._limits.max_file_bytes:
            raise Unreadable(f"unpacks to more than {self._limits.max_file_bytes:,} bytes (max_file_bytes)")
        if self._given > FREE_BYTES and self._given > self._limits.max_ratio * max(1, self._packed.tell()):
            raise Unreadable(f"unpacks to more than {self._limits.max_ratio} times its size (max_ratio); likely a bomb")
        buffer[: len(data)] = data
        return len(data)


@contextmanager
def open_input(location: str, packed: bool, limits: Limits) -> Iterator[BinaryIO]:
    """Open a regular file for reading, unpacking gzip on the way; raises Unreadable with the reason it cannot be.

    Pipes, sockets and devices are refused before they are opened, for opening one may block for ever.
    """
    try:
        info = os.stat(location)
        if not stat.S_ISREG(info.st_mode):
            raise Unreadable("not a regular file")
        if info.st_size > limits.max_file_bytes:
            raise Unreadable(f"{info.st_size:,} bytes are more than max_file_bytes = {limits.max_file_bytes:,} allows")
        with open(location, "rb") as file:
            yield io.BufferedReader(Unpacked(file, limits), _BUFFER) if packed else file
    except OSError as error:
        raise Unreadable(f"cannot be opened or read: {error.strerror or error}") from None


def read_whole(stream: BinaryIO, limit: int, name: str) -> bytes:
    """All bytes left in the stream; raises Unreadable where they are more than `limit`, which `name` sets."""
    raw = stream.read(limit + 1)
    # Streams of packed web pages give what they have at hand, which need not be all: one read would cut the page short.
    while len(raw) <= limit and (more := stream.read(limit + 1 - len(raw))):
        raw += more
    if len(raw) > limit:
        raise Unreadable(f"more than {limit:,} bytes, which {name} of reading.toml does not allow; split the file")
    return raw
