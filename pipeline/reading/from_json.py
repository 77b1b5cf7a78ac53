"""JSON and JSON Lines -> drafts. Deep, huge or broken JSON costs one row, not the run."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import BinaryIO

from pipeline.configuring.reading import ReadingConfig
from pipeline.reading.decoding import decode
from pipeline.reading.drafts import Draft, Drafts, Unreadable, refused
from pipeline.reading.opening import read_whole
from pipeline.reading.records import draft_of_record, stored

_LONGEST_NUMBER = 40  # digits; a longer one is no date and would only cost time


def parse_json(text: str) -> tuple[object, tuple[str, ...]]:
    """Parse JSON; NaN and Infinity become None, of a repeated key the last value holds, as a note says.

    Raises Unreadable, naming line and column, for what is not JSON or is nested too deeply.
    """
    repeated: dict[str, None] = {}

    def collect(pairs: list[tuple[str, object]]) -> dict[str, object]:
        found = dict(pairs)
        if len(found) < len(pairs):
            seen: set[str] = set()
            for key, _ in pairs:
                if key in seen:
                    repeated[stored(key[:50]) or ""] = None
                seen.add(key)
        return found

    def integer(digits: str) -> int | None:
        return int(digits) if len(digits) < _LONGEST_NUMBER else None

    try:
        value = json.loads(text, object_pairs_hook=collect, parse_constant=lambda _: None, parse_int=integer)
    except json.JSONDecodeError as error:
        raise Unreadable(f"not JSON: {error.msg} at line {error.lineno}, column {error.colno}") from None
    except RecursionError:
        raise Unreadable("the JSON is nested too deeply to be read") from None
    return value, tuple(f"key {key!r} stands more than once; its last value holds" for key in list(repeated)[:3])


def read_json(stream: BinaryIO, config: ReadingConfig) -> Drafts:
    """Yield the articles of a .json: one object, a list of them, or an object with such a list under a known key.

    A .json that holds one value a line is read as JSON Lines.
    """
    limits = config.limits
    text, notes = decode(read_whole(stream, limits.max_document_bytes, "max_document_bytes"), limits)
    if not text.strip():
        raise Unreadable("empty: there is no text in it", "skipped")
    try:
        value, odd = parse_json(text)
    except Unreadable:
        lines = text.strip().split("\n")
        if len(lines) > 1 and lines[0].startswith("{") and lines[0].rstrip().endswith("}"):
            yield from _lines(enumerate(lines, 1), config)
            return
        raise
    notes += odd
    members = _members(value, config)
    if members is None:
        yield _record(value, None, config, notes)
        return
    for number, member in enumerate(members, 1):
        yield _record(member, number, config, notes)


def _members(value: object, config: ReadingConfig) -> list[object] | None:
    """The list of articles that a JSON value is or holds; None where it is itself one article."""
    if isinstance(value, list):
        return value
    if isinstance(value, dict):
        known = {str(key).lower(): member for key, member in value.items()}
        if any(isinstance(known.get(name), str) for name in config.fields.text):
            return None
        for name in config.fields.lists:
            member = known.get(name)
            if isinstance(member, list) and any(isinstance(item, dict) for item in member):
                return member
    return None


def _record(value: object, number: int | None, config: ReadingConfig, notes: tuple[str, ...]) -> Draft:
    if isinstance(value, dict):
        return draft_of_record(value, number, "JSON field", config, notes)
    return refused(number, Unreadable(f"a JSON {type(value).__name__} where an object with a text is expected"), notes)


def read_jsonl(stream: BinaryIO, config: ReadingConfig) -> Drafts:
    """Yield one draft a line that is not blank, numbered by its line; a broken line is a row that names it."""
    yield from _lines(_decoded_lines(stream, config), config)


def _decoded_lines(stream: BinaryIO, config: ReadingConfig) -> Iterator[tuple[int, str | Unreadable]]:
    limit, number = config.limits.max_document_bytes, 0
    head = stream.read(2)
    if head in (b"\xff\xfe", b"\xfe\xff"):
        text, _ = decode(head + read_whole(stream, limit, "max_document_bytes"), config.limits)
        yield from enumerate(text.split("\n"), 1)
        return
    while raw := head + stream.readline(limit + 1 - len(head)):
        head, number = b"", number + 1
        if len(raw) > limit:
            while raw and not raw.endswith(b"\n"):
                raw = stream.readline(limit)
            yield number, Unreadable(f"line {number} is longer than max_document_bytes = {limit:,} allows")
            continue
        if raw.strip():
            try:
                yield number, decode(raw, config.limits)[0]
            except Unreadable as error:
                yield number, error


def _lines(lines: Iterator[tuple[int, str | Unreadable]], config: ReadingConfig) -> Drafts:
    for number, line in lines:
        if isinstance(line, str) and not line.strip():
            continue
        try:
            if isinstance(line, Unreadable):
                raise line
            value, notes = parse_json(line.rstrip("\r\n"))
        except Unreadable as error:
            yield refused(number, Unreadable(f"line {number}: {error}"))
        else:
            yield _record(value, number, config, (f"line {number} of the file", *notes))
