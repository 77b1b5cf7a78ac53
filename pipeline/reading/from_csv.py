"""CSV or TSV of articles -> drafts, one a row."""

from __future__ import annotations

import csv
import itertools
from collections.abc import Iterator
from typing import BinaryIO

from pipeline.configuring.reading import ReadingConfig
from pipeline.reading.decoding import FALLBACK, decode
from pipeline.reading.drafts import Drafts, Unreadable, refused
from pipeline.reading.opening import read_whole
from pipeline.reading.records import draft_of_record

_DELIMITERS = ",;\t|"
_MARKS_16 = (b"\xff\xfe", b"\xfe\xff")


def read_csv_articles(stream: BinaryIO, config: ReadingConfig) -> Drafts:
    """Yield one draft a row, numbered from 1 below the header. The delimiter is the one that makes a text column.

    A row that cannot be parsed is a failed draft. Raises Unreadable where no column is known as the text.
    """
    # The limit is the process's: raised so that a long article is refused by max_chars, with its row, and not by csv.
    csv.field_size_limit(max(csv.field_size_limit(), config.limits.max_document_bytes))
    odd: list[str] = []
    lines = _lines(stream, config, odd)
    first = next(lines, "")
    if not first.strip():
        raise Unreadable("empty: there is no row in it", "skipped")
    delimiter = _delimiter(first, config)
    reader = csv.reader(itertools.chain([first], lines), delimiter=delimiter, strict=True)
    try:
        names = next(reader)
    except csv.Error as error:
        raise Unreadable(f"the header, up to line {reader.line_num}, is not CSV ({error})") from None
    for number in itertools.count(1):
        try:
            row = next(reader, None)
        except csv.Error as error:
            yield refused(number, Unreadable(f"row {number}, line {reader.line_num}: not CSV ({error})"))
            continue
        if row is None:
            return
        where = f"row {number}, which ends on line {reader.line_num} of the file"
        if len(row) == len(names):
            record: dict[str, object] = dict(zip(names, row, strict=True))
            yield draft_of_record(record, number, "CSV column", config, (where, *odd))
        elif row:
            yield refused(number, Unreadable(f"{where}, has {len(row)} fields, not {len(names)}"))
        odd.clear()


def _delimiter(header: str, config: ReadingConfig) -> str:
    for delimiter in _DELIMITERS:
        try:
            names = next(csv.reader([header], delimiter=delimiter), [])
        except csv.Error:
            continue
        if any(name.strip().lower() in config.fields.text for name in names):
            return delimiter
    shown = " ".join(header.split())[:100]
    raise Unreadable(f"no column is known as the text ({shown}); add its name to [fields] of reading.toml", "skipped")


def _lines(stream: BinaryIO, config: ReadingConfig, odd: list[str]) -> Iterator[str]:
    """Decoded lines with their ends; a note goes into `odd` where bytes were not UTF-8."""
    limit = config.limits.max_document_bytes
    raw = stream.readline(limit + 1)
    if raw[:2] in _MARKS_16:
        raw += read_whole(stream, limit, "max_document_bytes")
        yield from decode(raw, config.limits)[0].splitlines(keepends=True)
        return
    decode(raw, config.limits)  # refuses what is no text at all, by the first line
    raw = raw.removeprefix(b"\xef\xbb\xbf")
    while raw:
        if len(raw) > limit:
            raise Unreadable(f"a line is longer than max_document_bytes = {limit:,} allows; the rest was not read")
        try:
            yield raw.decode("utf-8")
        except UnicodeDecodeError:
            odd[:] = ["not UTF-8: some bytes read as windows-1252"]
            yield raw.decode("utf-8", FALLBACK)
        raw = stream.readline(limit + 1)
