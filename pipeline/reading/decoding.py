"""Bytes -> text, and what was odd about it. Text is never altered, but for what could not be stored at all."""

from __future__ import annotations

import codecs
import re

from pipeline.configuring.reading import Limits
from pipeline.reading.drafts import Unreadable

# File signatures, from each format's own definition: what begins so is not text, whatever its name says.
SIGNATURES = {
    b"%PDF-": "a PDF",
    b"PK\x03\x04": "a zip archive (or a Word or Excel file)",
    b"\x1f\x8b": "packed with gzip; its name should end in .gz",
    b"PAR1": "a Parquet file",
    b"\x89PNG": "an image",
    b"\xff\xd8\xff": "an image",
    b"GIF8": "an image",
    b"\x7fELF": "a program",
}
BOMS = (  # longest first: the UTF-32 mark begins with the UTF-16 one
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
FALLBACK = "tallywire-windows-1252"  # the error handler that reads a byte which is not UTF-8
CONTROL_BYTES = bytes(n for n in (*range(32), 127) if n not in b"\t\n\r\f")
FOREIGN_BYTES = bytes(range(128, 256))
CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f]")
INVISIBLE = re.compile("[\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
# What UTF-8 read as windows-1252 looks like: a lead byte's letter followed by what a continuation byte becomes.
_TAIL = "[\u00a0-\u00bf\u20ac\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u017d"
_TAIL += "\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u017e\u0178]"
MOJIBAKE = re.compile(f"[\u00c2-\u00df]{_TAIL}|\u00e2{_TAIL}{_TAIL}")


def _one_byte(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeDecodeError)
    wrong = error.object[error.start : error.end]
    return wrong.decode("windows-1252", "replace"), error.end


codecs.register_error(FALLBACK, _one_byte)


def decode(raw: bytes, limits: Limits) -> tuple[str, tuple[str, ...]]:
    """Return the text of a file or record and notes on how it was decoded.

    A byte order mark says the encoding and is not part of the text; else UTF-8; else each byte that is not UTF-8 is
    read as windows-1252 (so that a file that mixes the two is read right). Raises Unreadable for what is not text.
    """
    for signature, name in SIGNATURES.items():
        if raw.startswith(signature):
            raise Unreadable(f"not text: the content is {name}")
    for mark, encoding in BOMS:
        if raw.startswith(mark):
            return _decode_marked(raw[len(mark) :], encoding)
    controls = len(raw) - len(raw.translate(None, CONTROL_BYTES))
    if controls > limits.max_control_share * len(raw):
        raise Unreadable(f"not text: {controls:,} of {len(raw):,} bytes are control characters; the file is binary")
    try:
        return raw.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        place = error.start
    foreign = len(raw) - len(raw.translate(None, FOREIGN_BYTES))
    if foreign > limits.max_foreign_share * len(raw):
        raise Unreadable(f"not UTF-8 (byte {place:,}) and too far from windows-1252; save the file as UTF-8")
    text = raw.decode("utf-8", FALLBACK)
    strict = raw.decode("utf-8", "ignore")
    mixed = "partly " if not strict.isascii() else ""
    return text, (
        f"{mixed}not UTF-8 (first at byte {place:,}): {len(text) - len(strict):,} bytes read as windows-1252",
    )


def _decode_marked(raw: bytes, encoding: str) -> tuple[str, tuple[str, ...]]:
    notes = () if encoding == "utf-8" else (f"decoded as {encoding.upper()} by its byte order mark",)
    try:
        return raw.decode(encoding), notes
    except UnicodeDecodeError as error:
        raise Unreadable(
            f"the byte order mark says {encoding.upper()}, but byte {error.start:,} after it is not: damaged"
        ) from None


def decode_as(raw: bytes, declared: str | None, limits: Limits) -> tuple[str, tuple[str, ...]]:
    """Decode bytes that declare an encoding (an HTML page); where the declaration is wrong or unknown, as `decode`."""
    if declared and not any(raw.startswith(mark) for mark, _ in BOMS):
        encoding = _web_encoding(declared)
        if encoding and encoding != "utf-8":
            try:
                return raw.decode(encoding), ()
            except UnicodeDecodeError:
                text, notes = decode(raw, limits)
                return text, (f"the page says {encoding}, which does not decode", *notes)
    return decode(raw, limits)


def _web_encoding(label: str) -> str | None:
    """The codec a browser takes for a label (latin-1 is windows-1252 there), None where a page may not use it."""
    try:
        name = codecs.lookup(label.strip()).name
    except (LookupError, ValueError):
        return None
    if name in ("iso8859-1", "ascii"):
        return "cp1252"
    allowed = ("utf-8", "iso8859", "cp125", "koi8", "gb", "big5", "euc", "shift_jis", "mac-")
    return name if name.startswith(allowed) else None


def check(text: str, limits: Limits) -> tuple[str, tuple[str, ...]]:
    """Return the text as it is stored and notes on what is odd in it; raises Unreadable where it may not be an article.

    The text comes back unchanged, but for lone surrogates, which no table can store: each becomes U+FFFD.
    """
    if len(text) > limits.max_chars:
        raise Unreadable(
            f"{len(text):,} characters are more than max_chars = {limits.max_chars:,} of reading.toml allows;"
            " an article is never cut short: split the file or raise the limit"
        )
    if not text or text.isspace():
        raise Unreadable("empty: there is no text in it", "skipped")
    controls = _count_controls(text)
    if controls > limits.max_control_share * len(text):
        raise Unreadable(f"not text: {controls:,} of {len(text):,} characters are control characters")
    notes = [f"{controls:,} control characters kept"] if controls else []
    if text.isascii():
        return text, tuple(notes)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        stored = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        notes.append("lone surrogates became U+FFFD, for no table can hold them")
        text = stored
    invisible, garbled, lost = len(INVISIBLE.findall(text)), len(MOJIBAKE.findall(text)), text.count("\ufffd")
    if invisible:
        notes.append(f"{invisible:,} invisible or direction-changing characters kept")
    if garbled > 1 or "\u00e2\u20ac" in text:
        notes.append(f"{garbled:,} places look like UTF-8 read as windows-1252 (mojibake); kept as they are")
    if lost:
        notes.append(f"{lost:,} replacement characters (U+FFFD) stand for lost letters")
    return text, tuple(notes)


def _count_controls(text: str) -> int:
    """Control characters other than tab, line ends and form feed; ASCII text, the usual case, by the faster way."""
    if text.isascii():
        return len(text) - len(text.encode("ascii").translate(None, CONTROL_BYTES))
    return len(CONTROL.findall(text))
