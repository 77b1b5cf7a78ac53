"""A stream's bytes are read whole or refused, never cut."""

from __future__ import annotations

import io

import pytest

from pipeline.reading.drafts import Unreadable
from pipeline.reading.opening import read_whole


class Dribble(io.BytesIO):
    """Gives three bytes at most, as the streams of packed web pages may."""

    def read(self, size: int | None = -1, /) -> bytes:
        """At most three bytes."""
        return super().read(3 if size is None or size < 0 else min(size, 3))


@pytest.mark.parametrize("kind", [io.BytesIO, Dribble])
def test_a_stream_is_read_whole_up_to_the_limit_and_refused_above_it(kind: type[io.BytesIO]) -> None:
    assert read_whole(kind(b"0123456789"), 10, "max_html_bytes") == b"0123456789"
    with pytest.raises(Unreadable, match="max_html_bytes"):
        read_whole(kind(b"0123456789!"), 10, "max_html_bytes")
