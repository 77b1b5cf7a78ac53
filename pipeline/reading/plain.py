"""Plain text and Markdown: the decoded content is the article, unchanged."""

from __future__ import annotations

from typing import BinaryIO

from pipeline.configuring.reading import ReadingConfig
from pipeline.reading.decoding import check, decode
from pipeline.reading.drafts import Draft, Drafts
from pipeline.reading.opening import read_whole


def read_plain(stream: BinaryIO, config: ReadingConfig) -> Drafts:
    """Yield the one article of a text file; line ends stay as they are, a byte order mark is not part of the text."""
    # No encoding takes more than four bytes a character, so no file above this can be within max_chars.
    raw = read_whole(stream, 4 * config.limits.max_chars + 4, "max_chars")
    text, notes = decode(raw, config.limits)
    text, more = check(text, config.limits)
    yield Draft(None, text, notes=notes + more)
