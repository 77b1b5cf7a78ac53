"""What a fuzzer begins with: one small sound file of each format and some of the broken, and sentences with figures."""

from __future__ import annotations

import csv
import gzip
import io
import json

import pyarrow as pa
import pyarrow.parquet as pq
from invariants import FORMATS

TEXT = "BAGHDAD (MNA) - The Fatah Alliance won 47 of the 329 seats on 12 May 2018, officials said."
ROW = {"text": TEXT, "title": "Iraq votes", "date": "2018-05-14", "source": "MNA", "url": "https://example.org/1"}
HTML = f"""<!DOCTYPE html><html><head><title>Iraq votes</title><meta charset="utf-8">
<meta property="article:published_time" content="2018-05-14T08:00:00Z">
<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", "datePublished": "2018-05-14"})}</script>
</head><body><article><h1>Iraq votes</h1><p>{TEXT}</p><p>{TEXT} Again.</p></article></body></html>"""
FEED = f"""<?xml version="1.0"?><rss version="2.0"><channel><title>MNA</title><item><title>Iraq votes</title>
<pubDate>Mon, 14 May 2018 08:00:00 GMT</pubDate><description>{TEXT}</description></item></channel></rss>"""
HTTP = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{HTML}"
WARC = (
    "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/1\r\nWARC-Date: 2018-05-14T08:00:00Z\r\n"
    "WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\n"
    f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(HTTP)}\r\n\r\n{HTTP}\r\n\r\n"
)
_NOWHERE = WARC.replace("WARC-Target-URI: https://example.org/1\r\n", "")


def _csv() -> str:
    target = io.StringIO()
    writer = csv.DictWriter(target, ROW)
    writer.writeheader()
    writer.writerow(ROW)
    return target.getvalue()


def _parquet() -> bytes:
    target = io.BytesIO()
    pq.write_table(pa.table({name: [value] for name, value in ROW.items()}), target)
    return target.getvalue()


FILES: dict[str, list[bytes]] = {
    "text": [TEXT.encode(), b"\xef\xbb\xbf" + TEXT.encode(), TEXT.encode("utf-16"), b"\x80\x81 caf\xe9", b"a\0b"],
    "html": [HTML.encode(), HTML.encode("latin-1"), b"<p>" * 50, b"<html><body>&#xD800;&#0;</body></html>"],
    "json": [json.dumps(ROW).encode(), json.dumps([ROW, ROW]).encode(), b'{"text": "\\ud800", "date": NaN}', b"[[[["],
    "jsonl": [(json.dumps(ROW) + "\n").encode() * 3, b'{"text": 1e999}\n{"text": "a", "text": "b"}\n'],
    "csv": [_csv().encode(), b'text,date\n"a\nb",2018-13-45\n', b"text;date\nx;1\n", b'text,"tit"le\nx,y\n'],
    "parquet": [_parquet(), _parquet()[:-20], b"PAR1" + bytes(40) + b"PAR1"],
    "feed": [FEED.encode(), b'<feed><entry><content type="html">&lt;p&gt;x</content></entry></feed>', b"<rss>&a;"],
    "warc": [
        WARC.encode(),
        gzip.compress(WARC.encode(), mtime=0),
        b"WARC/1.0\r\nContent-Length: -1\r\n\r\n",
        _NOWHERE.encode(),
    ],
}
READERS = [bytes([FORMATS.index(kind)]) + content for kind, contents in sorted(FILES.items()) for content in contents]

SENTENCES = [
    TEXT,
    "at least 25 of 1,200,000 votes, or 44.52 percent; nearly 7,000, about 50, no more than 55",
    "between 50 and 55 seats, 3 to 4 million votes, from 29 to 47, 52-48, 11 or 12",
    "two hundred and six, forty-seven, two dozen, half a million, a third of the votes, one in five",
    "8,14,00,000 and 1 000 000 and 1\u202f000\u202f000 votes, 44,5 per cent, a three-point lead, 50 percent or more",
    "the 17th of 5G, 3D, 90s, 2012-13, \u0663\u0664 seats, 44,\u00b2 percent, 0.000005 and 0.000005000005 points",
    "won 1" + "0" * 400 + " seats and " + "9" * 400 + " million votes",
]
QUANTITIES = [sentence.encode() for sentence in SENTENCES]
SEEDS = {"readers": READERS, "quantities": QUANTITIES}
