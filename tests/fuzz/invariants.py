"""What holds for any bytes at all: of what the readers give, and of what the quantity grammar reads.

Each target takes bytes and raises AssertionError, or whatever went wrong, where something does not hold.
"""

from __future__ import annotations

import dataclasses
import io
import math
import re
from collections.abc import Callable, Sequence

from pipeline.annotating.words import Word, split_words
from pipeline.configuring.dates import load_dates
from pipeline.configuring.folder import configs_folder
from pipeline.configuring.quantities import load_quantities
from pipeline.configuring.reading import load_reading
from pipeline.extracting.figures import read_figures, to_quantity
from pipeline.reading.drafts import Unreadable
from pipeline.reading.folder import READERS, InputFile, read_bytes
from pipeline.reading.opening import Unpacked
from pipeline.types import Quantity, Reading

_CONFIG = load_reading(configs_folder())
# Small, so that a fuzzer reaches the limits with small inputs.
_LIMITS = dataclasses.replace(
    _CONFIG.limits, max_chars=20_000, max_file_bytes=60_000, max_document_bytes=20_000, max_articles=8
)
CONFIG = dataclasses.replace(_CONFIG, limits=_LIMITS)
QUANTITIES = load_quantities(configs_folder())
DATES = load_dates(configs_folder())

FORMATS = tuple(sorted(READERS))
_PUBLISHED = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")
_WITH_OPEN_END = {"at_least", "at_most", "more_than", "less_than"}


def readers(data: bytes) -> None:
    """The first byte picks the format, the rest is the file; the same bytes are unpacked as gzip as well."""
    kind, content = FORMATS[data[0] % len(FORMATS)] if data else FORMATS[0], data[1:]
    file = InputFile("/nowhere/f", f"f.{kind}", format=kind)
    readings = read_bytes(file, content, CONFIG)
    check_readings(readings)
    assert read_bytes(file, content, CONFIG) == readings, "read twice, the same file gives other rows"
    if kind == "text":
        check_plain(readings, content)
    unpacked = io.BufferedReader(Unpacked(io.BytesIO(content), CONFIG.limits))
    try:
        assert len(unpacked.read()) <= CONFIG.limits.max_file_bytes
    except Unreadable as error:
        assert str(error)


def check_readings(readings: Sequence[Reading]) -> None:
    """Every file has a row, every row an article or a declared reason, and all of it can be written down."""
    assert readings, "a file without a row"
    assert len({reading.path for reading in readings}) == len(readings), "two rows of one path"
    for reading in readings:
        assert (reading.article is not None) == (reading.status == "read")
        assert (reading.reason is None) == (reading.status == "read")
        assert "the reader gave up" not in (reading.reason or ""), reading.reason
        fields = [getattr(reading, field.name) for field in dataclasses.fields(reading)]
        if (article := reading.article) is not None:
            fields += [getattr(article, field.name) for field in dataclasses.fields(article)]
            assert article.text.strip() and len(article.text) <= CONFIG.limits.max_chars
            assert article.article_id == reading.article_id
            assert article.published is None or _PUBLISHED.fullmatch(article.published)
        for value in fields:
            if isinstance(value, str):
                value.encode("utf-8")  # no half of a surrogate pair: Parquet would refuse it


def check_plain(readings: Sequence[Reading], content: bytes) -> None:
    """What is UTF-8 without a byte order mark is the article, unchanged: offsets count on it."""
    article = readings[0].article
    if article is None or content.startswith(b"\xef\xbb\xbf"):
        return
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        return
    assert article.text == text or b"\0" in content, "the text is not what the file says"


def quantities(data: bytes) -> None:
    """The bytes are a sentence: its words, its figures, and what each of them stands for."""
    text = data.decode("utf-8", "replace")
    words = split_words(text)
    check_words(text, words)
    last = 0
    for figure in read_figures(words, QUANTITIES, DATES):
        assert last <= figure.first < figure.last <= len(words), "figures overlap, or are not in order"
        assert 0 <= figure.start <= figure.first
        last = figure.last
        check_quantity(text, to_quantity(figure, words, "seat", QUANTITIES))


def check_words(text: str, words: Sequence[Word]) -> None:
    """Words are slices of the text, in order, and leave out nothing but white space."""
    end = 0
    for word in words:
        assert text[word.start : word.end] == word.text != ""
        assert not text[end : word.start].strip()
        end = word.end
    assert not text[end:].strip()


def check_quantity(text: str, quantity: Quantity) -> None:
    """The offsets slice to the figure, and the printed value lies in the interval that it stands for."""
    printed = text[quantity.char_start : quantity.char_end]
    assert "".join(printed.split()) == "".join(quantity.text.split()) != ""
    ends = (quantity.low, quantity.value, quantity.high)
    assert all(end is None or math.isfinite(end) for end in ends), quantity
    assert quantity.value is not None
    assert quantity.low is None or quantity.low <= quantity.value, quantity
    assert quantity.high is None or quantity.value <= quantity.high, quantity
    assert (None in ends) == (quantity.qualifier in _WITH_OPEN_END), quantity


TARGETS: dict[str, Callable[[bytes], None]] = {"readers": readers, "quantities": quantities}
