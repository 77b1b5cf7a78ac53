"""Each format as it should be: which texts, titles, dates, sources and paths come of it."""

from __future__ import annotations

import datetime
import gzip
import io
import json
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from pipeline.configuring.folder import configs_folder
from pipeline.configuring.reading import load_reading
from pipeline.reading.folder import InputFile, read_all, read_bytes
from pipeline.types import Article, Reading

CONFIG = load_reading(configs_folder())
ADDRESS = "https://w.example/0"
TEXT = "Turnout was 44.52 percent, the commission said."
PARAGRAPHS = "".join(
    f"<p>In ward {n} the count ended late, and the clerk read {n * 311} votes to the few who had stayed.</p>"
    for n in range(1, 8)
)
PAGE = f"""<!DOCTYPE html><html><head><title>Site | Count ends</title>
<meta property="article:published_time" content="2019-03-04T08:00:00Z">
<meta property="og:site_name" content="Ward Post">
<link rel="canonical" href="https://ward.example/count"></head>
<body><nav><a href="/">Home</a></nav><article><h1>Count ends</h1>{PARAGRAPHS}</article></body></html>"""


def read(kind: str, content: bytes) -> list[Reading]:
    """The rows of one file of a format."""
    return read_bytes(InputFile("/nowhere/f", f"f.{kind}", format=kind), content, CONFIG)


def only(readings: list[Reading]) -> Article:
    """The one article that was read."""
    (row,) = readings
    assert row.article is not None, row.reason
    return row.article


def test_one_json_object_is_one_article_under_the_files_own_path() -> None:
    article = only(read("json", json.dumps({"Headline": "T", "BODY": TEXT, "date": 20180512, "URL": "u"}).encode()))
    assert (article.path, article.text, article.title, article.url) == ("f.json", TEXT, "T", "u")
    assert (article.published, article.published_basis) == ("2018-05-12", "JSON field 'date'")


@pytest.mark.parametrize("wrap", [lambda a: a, lambda a: {"status": "ok", "articles": a}, lambda a: {"data": a}])
def test_a_list_in_json_is_numbered(wrap: object) -> None:
    members = [{"text": "One.", "source": {"id": None, "name": "N"}}, {"text": "Two."}]
    found = read("json", json.dumps(wrap(members)).encode())  # type: ignore[operator]
    assert [(row.path, row.article.text) for row in found if row.article] == [
        ("f.json#1", "One."),
        ("f.json#2", "Two."),
    ]
    assert found[0].article is not None and found[0].article.source == "N"


@pytest.mark.parametrize("kind", ["json", "jsonl"])
def test_json_lines_are_numbered_by_line_and_a_broken_one_is_named(kind: str) -> None:
    found = read(kind, b'{"text": "One."}\n\n{"text": "Two"\n"three"\n{"text": "Four."}\n')
    assert [(row.path, row.status) for row in found] == [
        (f"f.{kind}#1", "read"),
        (f"f.{kind}#3", "failed"),
        (f"f.{kind}#4", "failed"),
        (f"f.{kind}#5", "read"),
    ]
    assert "line 3" in str(found[1].reason) and "JSON str" in str(found[2].reason)
    assert found[3].note == "line 5 of the file"


def test_paragraphs_and_html_in_a_field_become_text() -> None:
    assert only(read("json", b'{"text": ["One.", "Two."]}')).text == "One.\n\nTwo."
    article = only(read("json", b'{"content": "<p>One &amp; <b>two</b>.</p><p>Three<br>four.</p>"}'))
    assert article.text == "One & two.\nThree\nfour."
    assert only(read("json", b'{"content": "a < b & c > d, says <Wire>"}')).text == "a < b & c > d, says <Wire>"


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_csv_rows_are_articles(delimiter: str) -> None:
    rows = [["title", "content", "date"], ["T", '"One', "2018-05"], ["U", 'Two"', "x"]]
    lines = [
        delimiter.join(rows[0]),
        delimiter.join(["T", '"One,\n""two"""', "2018-05"]),
        delimiter.join(["U", "3", "x"]),
    ]
    found = read("csv", "\r\n".join(lines).encode("utf-8-sig"))
    assert [row.path for row in found] == ["f.csv#1", "f.csv#2"]
    assert found[0].article is not None and found[0].article.text == 'One,\n"two"'
    assert (found[0].article.title, found[0].article.published) == ("T", "2018-05")
    assert "line 3 of the file" in str(found[0].note) and "'x' is not a date" in str(found[1].note)


def test_parquet_rows_are_articles() -> None:
    table = {"Text": [TEXT, None, "Two."], "date": [datetime.date(2018, 5, 12), None, None], "weight": [1, 2, 3]}
    buffer = io.BytesIO()
    pq.write_table(pa.table(table), buffer)
    found = read("parquet", buffer.getvalue())
    assert [(row.path, row.status) for row in found] == [
        ("f.parquet#1", "read"),
        ("f.parquet#2", "skipped"),
        ("f.parquet#3", "read"),
    ]
    assert found[0].article is not None
    assert (found[0].article.published, found[0].article.published_basis) == ("2018-05-12", "Parquet column 'date'")


def test_rss_gives_its_items() -> None:
    feed = """<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
    <channel><title>Ward Post</title>
    <item><title>One</title><link>https://w.example/1</link><pubDate>Mon, 11 Oct 2021 09:00:00 GMT</pubDate>
      <description>Short.</description><content:encoded><![CDATA[<p>Long &eacute;.</p>]]></content:encoded></item>
    <item><title>Two</title><description>Only this.</description></item>
    <item><title>Three</title></item></channel></rss>"""
    one, two, three = read("feed", feed.encode())
    assert one.article is not None and two.article is not None
    assert (one.article.text, one.article.source, one.article.title) == ("Long \u00e9.", "Ward Post", "One")
    assert (one.article.published, one.article.published_basis) == ("2021-10-11", "feed element <pubDate>")
    assert one.article.url == "https://w.example/1"
    assert two.article.text == "Only this." and "may be a summary" in str(two.note)
    assert (three.path, three.status) == ("f.feed#3", "skipped")


def test_atom_gives_its_entries() -> None:
    feed = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Ward Post</title><entry><title>One</title>
    <link rel="self" href="https://w.example/self"/><link href="https://w.example/1"/>
    <updated>2022-01-01T00:00:00Z</updated><published>2021-10-11T09:00:00Z</published>
    <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Long.</p><p>End.</p></div></content></entry></feed>"""
    article = only(read("feed", feed.encode()))
    assert (article.text, article.published, article.url) == ("Long.\nEnd.", "2021-10-11", "https://w.example/1")


def test_html_gives_main_text_title_date_source_and_address() -> None:
    (row,) = read("html", PAGE.encode())
    article = only([row])
    assert "ward 7" in article.text and "Home" not in article.text
    assert (article.title, article.source, article.url) == ("Count ends", "Ward Post", "https://ward.example/count")
    assert (article.published, article.published_basis) == ("2019-03-04", "HTML meta article:published_time")
    place = int(str(row.note).rpartition("at character ")[2].split()[0].replace(",", ""))
    assert PAGE[place:].startswith(article.text.split()[0]) and place > PAGE.index("<body")


def test_json_ld_goes_before_meta_elements_and_a_guess_after_the_manifest(tmp_path: Path) -> None:
    said = {"@graph": [{"@type": "WebSite", "name": "W"}, {"@type": ["NewsArticle"], "headline": "H"}]}
    said["@graph"][1] |= {"datePublished": "2019-03-05", "publisher": {"name": "P"}}  # type: ignore[operator]
    script = f'<script type="application/ld+json">{json.dumps(said)}</script></head>'
    article = only(read("html", PAGE.replace("</head>", script).encode()))
    assert (article.title, article.source, article.published) == ("H", "P", "2019-03-05")
    assert article.published_basis == "JSON-LD datePublished"

    bare = PAGE.replace("article:published_time", "nothing").replace("2019-03-04T08:00:00Z", "")
    guess = bare.replace("<h1>", '<time class="date" datetime="2017-06-09">9 June 2017</time><h1>')
    found = only(read("html", guess.encode()))
    assert found.published == "2017-06-09" and found.published_basis.startswith("htmldate: guessed")
    (tmp_path / "f.html").write_text(guess)
    (tmp_path / "manifest.csv").write_text("path,published\nf.html,2017-06-10\n")
    dated = only(read_all([str(tmp_path)], CONFIG))
    assert (dated.published, dated.published_basis) == ("2017-06-10", "manifest.csv")


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ("windows-1250", "cp1250"),
        ("iso-8859-1", "cp1252"),
        ("utf-8", "utf-8"),
        ("utf-8", "cp1252"),
        ("nonsense", "utf-8"),
    ],
)
def test_the_charset_of_a_page_is_used_where_it_is_right(head: str, encoding: str) -> None:
    page = PAGE.replace("<head>", f'<head><meta charset="{head}">').replace("clerk", "cl\u00e9rk")
    assert "the cl\u00e9rk read" in only(read("html", page.encode(encoding))).text


def warc(*records: tuple[str, str, bytes]) -> bytes:
    """A WARC of HTTP responses: status, content type, body."""
    buffer = io.BytesIO()
    writer = WARCWriter(buffer, gzip=False)
    for number, (status, kind, body) in enumerate(records):
        headers = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
        address = f"https://w.example/{number}"
        writer.write_record(
            writer.create_warc_record(address, "response", payload=io.BytesIO(body), http_headers=headers)
        )
    return buffer.getvalue()


def test_warc_gives_its_pages_and_counts_the_rest() -> None:
    page = PAGE.replace("clerk", "cl\u00e9rk").encode("cp1252")
    content = warc(
        ("200 OK", "text/html; charset=windows-1252", page),
        ("200 OK", "image/png", b"\x89PNG"),
        ("404 Not Found", "text/html", b"<p>gone</p>"),
        ("200 OK", "text/plain", TEXT.encode()),
        ("200 OK", "image/png", b"\x89PNG"),
    )
    page_row, plain, rest = read("warc", content)
    assert page_row.article is not None and "cl\u00e9rk" in page_row.article.text
    assert (page_row.path, page_row.article.url) == ("f.warc#1", "https://w.example/0")
    assert plain.article is not None and (plain.path, plain.article.text) == ("f.warc#4", TEXT)
    assert (rest.status, rest.reason) == ("skipped", "records that are not articles: 1 HTTP 404, 2 image/png")


def test_a_warc_record_packed_and_in_chunks_is_read_whole_and_a_cut_one_refused() -> None:
    page = PAGE.replace(PARAGRAPHS, PARAGRAPHS * 200).encode()
    packed = gzip.compress(page, compresslevel=0)  # larger than what the library reads at once
    chunks = b"".join(b"%x\r\n%b\r\n" % (len(part), part) for part in (packed[:700], packed[700:])) + b"0\r\n\r\n"
    buffer = io.BytesIO()
    headers = StatusAndHeaders(
        "200 OK",
        [("Content-Type", "text/html"), ("Content-Encoding", "gzip"), ("Transfer-Encoding", "chunked")],
        protocol="HTTP/1.1",
    )
    writer = WARCWriter(buffer, gzip=False)
    writer.write_record(
        writer.create_warc_record(ADDRESS, "response", payload=io.BytesIO(chunks), http_headers=headers)
    )
    assert only(read("warc", buffer.getvalue())).text == only(read("html", page)).text

    (row,) = read("warc", warc(("200 OK", "text/plain", TEXT.encode() * 9))[:-100])
    assert (row.status, row.reason) == ("failed", "the record is cut off: it says it is longer than it is")


PACKED = [
    ("a.txt.gz", TEXT.encode(), 1),
    ("a.json.gz", b'{"text": "One."}', 1),
    ("a.jsonl.GZ", b'{"text": "One."}\n{"text": "Two."}', 2),
    ("a.csv.gz", b"text\nOne.\nTwo.\n", 2),
    ("a.html.gz", PAGE.encode(), 1),
    ("a.warc.gz", warc(("200 OK", "text/plain", TEXT.encode())), 1),
    ("a.rss.gz", b"<rss><channel><item><description>One.</description></item></channel></rss>", 1),
]


@pytest.mark.parametrize(("name", "content", "count"), PACKED)
def test_gz_of_each_is_read_as_what_is_inside(tmp_path: Path, name: str, content: bytes, count: int) -> None:
    packed = gzip.compress(content[: len(content) // 2]) + gzip.compress(content[len(content) // 2 :])
    (tmp_path / name).write_bytes(packed)
    (tmp_path / name.lower().removesuffix(".gz")).write_bytes(content)
    found = read_all([str(tmp_path)], CONFIG)
    assert [row.status for row in found] == ["read"] * count + ["duplicate"] * count


def test_parquet_in_gz_is_read(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    pq.write_table(pa.table({"text": ["One."]}), buffer)
    (tmp_path / "a.parquet.gz").write_bytes(gzip.compress(buffer.getvalue()))
    assert only(read_all([str(tmp_path)], CONFIG)).text == "One."
