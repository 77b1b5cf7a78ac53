"""Text files as they should not be: each is one row, with a reason or a note, and the rest of the run goes on."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.configuring.folder import configs_folder
from pipeline.configuring.reading import load_reading
from pipeline.reading.folder import InputFile, read_all, read_bytes

CONFIG = load_reading(configs_folder())
SMALL = dataclasses.replace(CONFIG, limits=dataclasses.replace(CONFIG.limits, max_chars=100))
FILE = InputFile("/nowhere/a.txt", "a.txt", format="text")
NEWS = "Turnout was 44.52 percent in the province of Wasit, officials said.\n"

READ = [  # content, text, note that must stand in the row (None: no note at all)
    (b"Plain words.\r\nTwo lines.\r\n", "Plain words.\r\nTwo lines.\r\n", None),
    (b"\xef\xbb\xbfWith a mark.", "With a mark.", None),
    ("Babi\u0161 led.".encode("utf-16"), "Babi\u0161 led.", "UTF-16"),
    (b"\xfe\xff" + "Babi\u0161 led.".encode("utf-16-be"), "Babi\u0161 led.", "UTF-16"),
    ("Babi\u0161 led.".encode("utf-32"), "Babi\u0161 led.", "UTF-32"),
    (b"The caf\xe9 \x96 44 % voted", "The caf\u00e9 \u2013 44 % voted", "2 bytes read as windows-1252"),
    ("\u0160 and ".encode() + b"\x93quoted\x94", "\u0160 and \u201cquoted\u201d", "partly not UTF-8"),
    ("Cut off at Babi\u0161".encode()[:-1] + b" here", "Cut off at Babi\u00c5 here", "windows-1252"),
    ("It\u00e2\u20ac\u2122s mojibake".encode(), "It\u00e2\u20ac\u2122s mojibake", "mojibake"),
    ("CAF\u00c9\u00bb is no mojibake".encode(), "CAF\u00c9\u00bb is no mojibake", None),
    ((NEWS * 4).encode() + b"\0", NEWS * 4 + "\0", "1 control characters kept"),
    ("a\u202eb\u200bc\ufeff".encode(), "a\u202eb\u200bc\ufeff", "3 invisible"),
    ("lost \ufffd letter".encode(), "lost \ufffd letter", "1 replacement"),
    ("\u0661\u0668 provinces, 1\u2009000 votes".encode(), "\u0661\u0668 provinces, 1\u2009000 votes", None),
    ("Babis\u030c (NFD)".encode(), "Babis\u030c (NFD)", None),
    (b"9" * 50_000, "9" * 50_000, None),
]


@pytest.mark.parametrize(("content", "text", "note"), READ)
def test_text_is_read_as_it_stands_with_a_note_where_it_is_odd(content: bytes, text: str, note: str | None) -> None:
    (row,) = read_bytes(FILE, content, CONFIG)
    assert row.status == "read" and row.reason is None and row.article is not None
    assert row.article.text == text
    assert (row.note is None) if note is None else (row.note is not None and note in row.note)


REFUSED = [  # content, status, what the reason says
    (b"", "skipped", "empty"),
    (b" \n\t\r\n", "skipped", "empty"),
    (b"\xef\xbb\xbf", "skipped", "empty"),
    (bytes(range(256)) * 8, "failed", "binary"),
    (b"\x89PNG\r\n\x1a\n....", "failed", "an image"),
    (b"%PDF-1.7 words and words", "failed", "a PDF"),
    (b"PK\x03\x04words", "failed", "zip"),
    (b"\x1f\x8b\x08words", "failed", ".gz"),
    (b"\xff\xfeo", "failed", "damaged"),
    ("\u0438\u0437\u0431\u043e\u0440\u044b".encode("cp1251") * 20, "failed", "not UTF-8"),
    (b"\x1b[31mred" * 20, "failed", "control"),
    ("\u0080\u0081 words".encode() * 20, "failed", "control"),
]


@pytest.mark.parametrize(("content", "status", "reason"), REFUSED)
def test_what_is_no_article_is_a_row_with_the_reason(content: bytes, status: str, reason: str) -> None:
    (row,) = read_bytes(FILE, content, CONFIG)
    assert (row.status, row.article) == (status, None)
    assert row.reason is not None and reason in row.reason


@pytest.mark.parametrize(("length", "status"), [(100, "read"), (101, "failed"), (405, "failed"), (5_000_000, "failed")])
def test_a_text_above_the_limit_is_refused_and_never_cut(length: int, status: str) -> None:
    (row,) = read_bytes(FILE, b"x" * length, SMALL)
    assert row.status == status
    assert row.article is None or len(row.article.text) == length
    assert row.reason is None or "max_chars" in row.reason


@given(st.binary(max_size=400))
def test_any_bytes_give_exactly_one_row_that_can_be_stored(content: bytes) -> None:
    (row,) = read_bytes(FILE, content, CONFIG)
    assert (row.article is None) == (row.status != "read") == (row.reason is not None)
    if row.article is not None:
        row.article.text.encode("utf-8")


@given(st.text(min_size=1, max_size=400))
def test_the_text_of_a_utf_8_file_is_its_decoded_content(text: str) -> None:
    (row,) = read_bytes(FILE, text.encode("utf-8"), CONFIG)
    if row.article is None:
        assert row.reason is not None and any(word in row.reason for word in ("empty", "control", "not text", "UTF-"))
    else:
        assert row.article.text == text.removeprefix("\ufeff")


@given(st.text(st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\ufeff"), min_size=1))
def test_a_byte_order_mark_changes_nothing_in_the_text(text: str) -> None:
    plain, marked = (read_bytes(FILE, mark + text.encode(), CONFIG)[0] for mark in (b"", b"\xef\xbb\xbf"))
    if plain.article is not None and marked.article is not None:
        assert plain.article.text == marked.article.text == text


def test_one_bad_file_does_not_touch_the_others(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(NEWS)
    (tmp_path / "b.txt").write_bytes(bytes(1000))
    (tmp_path / "c.txt").write_text(NEWS + "More.")
    assert [(row.path, row.status) for row in read_all([str(tmp_path)], CONFIG)] == [
        ("a.txt", "read"),
        ("b.txt", "failed"),
        ("c.txt", "read"),
    ]
