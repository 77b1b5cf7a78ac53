"""Files made to break a reader: each costs a row with its reason, little time and little memory."""

from __future__ import annotations

import dataclasses
import gzip
import io
import json
import socket
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.configuring.folder import configs_folder
from pipeline.configuring.reading import load_reading
from pipeline.reading.folder import READERS, InputFile, read_all, read_bytes
from pipeline.types import Reading

CONFIG = load_reading(configs_folder())
SMALL = dataclasses.replace(
    CONFIG,
    limits=dataclasses.replace(
        CONFIG.limits, max_document_bytes=2_000, max_html_bytes=1_000, max_file_bytes=5_000_000, max_articles=3
    ),
)
BOMB = '<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
OUTSIDE = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
ITEM = "<rss><channel><item><description>{}</description></item></channel></rss>"


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No reader may reach out: attempts are counted, for a reader might catch whatever is raised."""
    attempts = []

    def refuse(*_: object) -> NoReturn:
        attempts.append("a reader tried to reach the network")
        raise OSError(attempts[0])

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    yield
    assert attempts == []


def read(kind: str, content: bytes, small: bool = False) -> list[Reading]:
    """The rows of one file of a format."""
    return read_bytes(InputFile("/nowhere/f", f"f.{kind}", format=kind), content, SMALL if small else CONFIG)


HOSTILE = [  # format, content, status, what the reason says
    ("html", b"", "skipped", "empty"),
    ("html", b"<html><body>" + b"<div>" * 100_000 + b"deep", "failed", "cannot be read whole"),
    ("html", b"<html><body>" + b"<b><i>" * 50_000 + b"deep", "failed", "cannot be read whole"),
    ("html", b"<html><body><div id=app></div><script>go()</script></body></html>", "skipped", "made by scripts"),
    ("html", b"<html><body></body></html>", "skipped", "no main text"),
    ("html", b"\x89PNG\r\n\x1a\n" + bytes(500), "failed", "an image"),
    ("html", b"<!-- -->", "failed", "not HTML"),
    ("json", b"", "skipped", "empty"),
    ("json", b"[" * 100_000, "failed", "too deeply"),
    ("json", b'{"a":' * 100_000, "failed", "too deeply"),
    ("json", b'{"text": "cut', "failed", "line 1, column"),
    ("json", b'"only a text"', "failed", "JSON str"),
    ("json", b"{}", "skipped", "no text"),
    ("json", b"[]", "skipped", "no article"),
    ("json", b'{"text": ""}', "skipped", "empty"),
    ("json", b'{"text": NaN}', "skipped", "empty"),
    ("json", b'{"text": {"deep": [1]}}', "skipped", "empty"),
    ("jsonl", b"[" * 100_000 + b"\n", "failed", "too deeply"),
    ("jsonl", b"", "skipped", "empty"),
    ("csv", b"", "skipped", "empty"),
    ("csv", b"name,sum\na,1\n", "skipped", "no column is known"),
    ("csv", b'text,"tit"le\nx,y\n', "failed", "the header, up to line 1, is not CSV"),
    ("csv", b'text,date\n"never closed,2018\n', "failed", "not CSV"),
    ("csv", b"text,date\nOne.\n", "failed", "has 1 fields, not 2"),
    ("csv", bytes(100), "failed", "binary"),
    ("parquet", b"PAR1 and no more", "failed", "not a Parquet file"),
    ("parquet", b"", "failed", "not a Parquet file"),
    ("feed", b"", "skipped", "empty"),
    ("feed", (BOMB + ITEM.format("&b;")).encode(), "failed", "entities"),
    ("feed", (OUTSIDE + ITEM.format("&e;")).encode(), "failed", "entities"),
    ("feed", b"<a>" * 100_000, "failed", "not XML"),
    ("feed", b"<rss><channel><item><descr", "failed", "not XML"),
    ("feed", b"<urlset><url/></urlset>", "skipped", "<urlset>"),
    ("feed", b"<rss/>", "skipped", "no article"),
    ("feed", b'<?xml version="1.0" encoding="no-such"?><rss/>', "failed", "not XML"),
    ("warc", b"nothing like it", "failed", "damaged"),
    ("warc", b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 9\r\n\r\nHTTP/1.1 \r\n\r\n", "failed", "damaged"),
    ("warc", b"", "skipped", "empty"),
]


@pytest.mark.parametrize(("kind", "content", "status", "reason"), HOSTILE)
def test_hostile_content_is_one_row_with_its_reason(kind: str, content: bytes, status: str, reason: str) -> None:
    begun = time.monotonic()
    (row,) = read(kind, content)
    assert (row.status, row.article) == (status, None)
    assert row.reason is not None and reason in row.reason and "\n" not in row.reason and len(row.reason) < 500
    assert "gave up" not in row.reason and time.monotonic() - begun < 20


KEPT = [  # format, content, text, what the note says
    ("json", rb'{"text": "a \ud800 b"}', "a \ufffd b", "lone surrogates"),
    ("json", rb'{"text": "\ud83d\ude00"}', "\U0001f600", None),
    ("json", b'{"text": "a", "text": "b"}', "b", "'text' stands more than once"),
    ("json", b'{"text": "a", "date": NaN, "n": 1e999}', "a", None),
    ("json", b'{"text": "a", "n": ' + b"9" * 100_000 + b"}", "a", None),
    ("json", b'{"text": "a", "title": "\\u0000\\ud800"}', "a", None),
    ("jsonl", b'\xef\xbb\xbf{"text": "a"}', "a", None),
    ("jsonl", '{"text": "\u0161"}\n'.encode("utf-16"), "\u0161", None),
    ("jsonl", b'{"text": "caf\xe9"}', "caf\u00e9", None),
    ("csv", b"text\ncaf\xe9\n", "caf\u00e9", "windows-1252"),
    ("csv", "text\n\u0161\n".encode("utf-16"), "\u0161", None),
    ("csv", b"text\n=HYPERLINK(1)\n", "=HYPERLINK(1)", None),
    ("feed", b"<!DOCTYPE rss>" + ITEM.format("a &amp; b").encode(), "a & b", None),
]


@pytest.mark.parametrize(("kind", "content", "text", "note"), KEPT)
def test_odd_content_is_kept_and_noted(kind: str, content: bytes, text: str, note: str | None) -> None:
    (row,) = read(kind, content)
    assert row.article is not None, row.reason
    assert row.article.text == text
    assert note is None or note in str(row.note)
    json.dumps(dataclasses.asdict(row), ensure_ascii=False).encode("utf-8")


@pytest.mark.parametrize("kind", ["html", "json", "feed"])
def test_a_document_above_the_limit_is_refused(kind: str) -> None:
    (row,) = read(kind, b'{"text": "' + b"x" * 3_000 + b'"}', small=True)
    assert row.status == "failed" and "_bytes" in str(row.reason)


def test_a_line_above_the_limit_costs_its_own_row_only() -> None:
    lines = b'{"text": "One."}\n{"text": "' + b"x" * 9_000 + b'"}\n{"text": "Three."}\n'
    assert [(row.path, row.status) for row in read("jsonl", lines, small=True)] == [
        ("f.jsonl#1", "read"),
        ("f.jsonl#2", "failed"),
        ("f.jsonl#3", "read"),
    ]


def test_more_articles_than_allowed_end_in_a_row_that_says_so() -> None:
    found = read("jsonl", b'{"text": "One."}\n' * 10, small=True)
    assert [row.status for row in found] == ["read"] * 3 + ["failed"]
    assert "max_articles" in str(found[-1].reason)


def bombs() -> dict[str, bytes]:
    """Packed files that unpack to far more than they are."""
    page = b"<html><body>" + bytes(4_000_000)
    buffer = io.BytesIO()
    pq.write_table(pa.table({"text": ["x" * 100_000] * 80}), buffer, use_dictionary=False, compression="zstd")
    return {
        "many.txt.gz": gzip.compress(b"a" * 4_000_000),
        "more.jsonl.gz": gzip.compress(b'{"text": "One."}\n' + b"\n" * 4_000_000),
        "page.html.gz": gzip.compress(page),
        "twice.txt.gz": gzip.compress(gzip.compress(b"a" * 4_000_000)),
        "w.warc.gz": gzip.compress(b"WARC/1.0\r\nContent-Length: 4000000\r\n\r\n" + bytes(4_000_000)),
        "rows.parquet": buffer.getvalue(),
    }


@pytest.mark.parametrize(("name", "content"), bombs().items())
def test_a_bomb_is_refused_by_the_limits(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    found = read_all([str(tmp_path)], SMALL)
    assert found[-1].status == "failed" or found[0].status == "failed"
    assert any("max_" in str(row.reason) or ".gz" in str(row.reason) for row in found)
    assert all(row.article is None or row.article.text == "One." for row in found)


@pytest.mark.parametrize("spare", [0, -1])
def test_what_a_gz_unpacks_to_has_a_limit_whatever_its_ratio(tmp_path: Path, spare: int) -> None:
    content = " ".join(str(n * n) for n in range(2_000)).encode()
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(content))
    limits = dataclasses.replace(CONFIG.limits, max_file_bytes=len(content) + spare)
    (row,) = read_all([str(tmp_path)], dataclasses.replace(CONFIG, limits=limits))
    assert (row.status == "read") == (spare == 0)
    assert spare == 0 or "max_file_bytes" in str(row.reason)


@pytest.mark.parametrize("keep", [0, 5, 30, 60])
@pytest.mark.parametrize("name", ["a.txt.gz", "a.jsonl.gz", "a.warc.gz"])
def test_a_cut_off_gz_is_a_row(tmp_path: Path, name: str, keep: int) -> None:
    content = b'{"text": "%b"}\n' % b" ".join(b"%d" % (n * n) for n in range(100))
    (tmp_path / name).write_bytes(gzip.compress(content)[:keep])
    found = read_all([str(tmp_path)], CONFIG)
    assert found and all(row.article is None and row.reason for row in found)


def test_a_page_that_is_but_an_address_is_not_fetched() -> None:
    (row,) = read("html", b"http://tallywire.invalid/page")  # the fixture above counts attempts
    assert row.article is not None and row.article.text.strip() == "http://tallywire.invalid/page"


SOME = st.sampled_from(
    b'< > </p> <p> &#0; & <script> {"text": " } [ ] , \\ud800 text <rss> <item> <!DOCTYPE \xff \0 PAR1'.split(b" ")
) | st.sampled_from([b"\n", b"WARC/1.0\r\n", b"Content-Length: 9\r\n", b"\r\n"])


@pytest.mark.parametrize("kind", sorted(READERS))
@given(pieces=st.lists(SOME | st.binary(max_size=12), max_size=25))
def test_no_content_stops_a_reader(kind: str, pieces: list[bytes]) -> None:
    found = read(kind, b"".join(pieces))
    assert found
    for row in found:
        assert (row.article is None) == (row.status != "read") == (row.reason is not None)
        assert "gave up" not in str(row.reason)
        json.dumps(dataclasses.asdict(row), ensure_ascii=False).encode("utf-8")
