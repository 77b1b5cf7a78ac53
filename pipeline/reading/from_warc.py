"""WARC (and its WET text form) -> drafts, one a page. Only what the file holds is read; nothing is fetched."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, BinaryIO

from pipeline.configuring.reading import ReadingConfig
from pipeline.reading.decoding import check, decode
from pipeline.reading.drafts import Draft, Drafts, Unreadable, refused
from pipeline.reading.from_html import draft_of_page
from pipeline.reading.opening import read_whole
from pipeline.reading.records import stored

_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{1,40})", re.IGNORECASE)
_PAGES = ("text/html", "application/xhtml+xml")


def read_warc(stream: BinaryIO, config: ReadingConfig) -> Drafts:
    """Yield one draft a page or plain text, numbered by its record; then one that counts the records of other kinds.

    The day of the capture is not the day of publication and is not used. Raises Unreadable where the file is damaged.
    """
    others: Counter[str] = Counter()
    for number, record in enumerate(_records(stream), 1):
        try:
            kind = _kind(record)
            if kind in _PAGES or kind == "text/plain":
                yield _draft(record, kind, number, config)
            elif record.rec_type not in ("warcinfo", "request", "metadata"):
                others[kind or record.rec_type] += 1
        except (ValueError, EOFError, OSError) as error:
            raise _damaged(error) from None
    if others:
        counted = ", ".join(f"{count:,} {kind}" for kind, count in sorted(others.items()))
        yield Draft(None, None, "skipped", f"records that are not articles: {counted[:300]}")


def _records(stream: BinaryIO) -> Iterator[Any]:
    """The records one by one. Raises Unreadable for whatever warcio makes of a damaged one, declared by it or not."""
    import warcio.archiveiterator  # type: ignore[import-untyped]

    records = None
    while True:
        try:
            records = records or iter(warcio.archiveiterator.ArchiveIterator(stream))
            record = next(records)
        except StopIteration:
            return
        except (Unreadable, MemoryError, RecursionError):
            raise
        except Exception as error:  # a record without an address, for one, is an AttributeError
            raise _damaged(error) from None
        yield record


def _damaged(error: Exception) -> Unreadable:
    return Unreadable(f"the WARC is damaged or cut off: {' '.join(str(error).split())[:200]}")


def _kind(record: Any) -> str:
    """The media type of what the record holds; empty where it holds no document."""
    if record.rec_type in ("response", "revisit") and record.http_headers is not None:
        if not record.http_headers.get_statuscode().startswith("2"):
            return f"HTTP {stored(record.http_headers.get_statuscode()) or 'without status'}"
        header = record.http_headers.get_header("Content-Type")
    elif record.rec_type in ("conversion", "resource"):
        header = record.rec_headers.get_header("Content-Type")
    else:
        return ""
    return stored((header or "").partition(";")[0].strip().lower()) or ""


def _content(record: Any, config: ReadingConfig) -> bytes:
    """The body of a record, unpacked; raises Unreadable where it is packed in an unknown way, too large or cut off."""
    import warcio.bufferedreaders  # type: ignore[import-untyped]

    known = warcio.bufferedreaders.BufferedReader.get_supported_decompressors()
    packing = ((record.http_headers and record.http_headers.get_header("Content-Encoding")) or "identity").lower()
    if packing not in (*known, "identity"):
        raise Unreadable(f"packed as {stored(packing[:30])}, which is not unpacked")
    raw = read_whole(record.content_stream(), config.limits.max_html_bytes, "max_html_bytes")
    cause = record.rec_headers.get_header("WARC-Truncated")
    if cause:
        raise Unreadable(f"the capture was cut off when it was made ({stored(cause[:30])})")
    while record.raw_stream.read(65536):
        pass  # what follows the page within its record
    if getattr(record.raw_stream, "limit", 0) > 0:
        raise Unreadable("the record is cut off: it says it is longer than it is")
    return raw


def _draft(record: Any, kind: str, number: int, config: ReadingConfig) -> Draft:
    notes = [f"record {number} of the WARC"]
    headers = record.http_headers or record.rec_headers
    charset = _CHARSET.search(headers.get_header("Content-Type") or "")
    try:
        raw = _content(record, config)
        if kind in _PAGES:
            draft = draft_of_page(raw, charset[1] if charset else None, number, config)
        else:
            text, odd = decode(raw, config.limits)
            text, more = check(text, config.limits)
            draft = Draft(number, text, notes=odd + more)
    except Unreadable as error:
        return refused(number, error, notes)
    address = stored(record.rec_headers.get_header("WARC-Target-URI"))
    return replace(draft, url=address or draft.url, notes=(*notes, *draft.notes))
