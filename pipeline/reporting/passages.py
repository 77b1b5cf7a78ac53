"""The articles' texts as the page shows them, and where a claim or a mention lies in them.

The tables count code points, a browser counts UTF-16 units: offsets are turned here, once. Where a run
keeps no texts, an article is shown as its sentences that hold a figure, with a sign for what lies between.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

TEXTS = "texts.parquet"
BETWEEN = "\n[…]\n"
# Characters of text on the page: more would load slowly. Articles with claims go first.
ROOM = 30_000_000

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the article that is shown: code points [start, end), beginning at `shown` in the shown text."""

    start: int
    end: int
    shown: int


@dataclass(frozen=True, slots=True)
class Passage:
    """An article's text as shown. `whole` is False where only sentences with figures are known."""

    text: str
    pieces: tuple[Piece, ...]
    wide: tuple[int, ...]  # places in `text` of characters that take two UTF-16 units
    whole: bool

    def place(self, start: int, end: int) -> tuple[int, int] | None:
        """Return the UTF-16 offsets of the code points [start, end); None where they are not shown."""
        at = bisect_right([piece.start for piece in self.pieces], start) - 1
        if at < 0 or start > end or end > self.pieces[at].end:
            return None
        shift = self.pieces[at].shown - self.pieces[at].start
        return self._unit(start + shift), self._unit(end + shift)

    def _unit(self, point: int) -> int:
        return point + bisect_left(self.wide, point)


def read_texts(folder: Path, with_claims: Collection[str], room: int = ROOM) -> dict[str, str]:
    """Return the article texts that the run kept, by article id; empty where it kept none.

    Of the articles in `with_claims`, and of the others, at most `room` characters each: a run may hold more text
    than memory. Raises OSError or pyarrow.ArrowException for a damaged file.
    """
    import pyarrow.parquet as pq

    path = folder / TEXTS
    texts: dict[str, str] = {}
    if not path.is_file():
        return texts
    left = {True: room, False: room}
    with pq.ParquetFile(path) as file:
        for batch in file.iter_batches(1_000, columns=["article_id", "text"]):
            for name, text in zip(*(column.to_pylist() for column in batch.columns), strict=True):
                if text is not None and len(text) <= left[name in with_claims]:
                    left[name in with_claims] -= len(text)
                    texts[name] = text
    return texts


def passages(
    articles: Iterable[Row], claims: Iterable[Row], texts: Mapping[str, str], room: int = ROOM
) -> dict[str, Passage]:
    """Return what the page shows of each article, by its id: the whole text, or its sentences with figures.

    Articles with claims come first; once `room` characters are used, an article with claims is shown by its
    sentences and one without claims not at all.
    """
    sentences: dict[str, dict[tuple[int, int], str]] = {}
    for claim in claims:
        known = sentences.setdefault(claim["article_id"], {})
        known.setdefault((claim["sentence_start"], claim["sentence_end"]), claim["sentence"])
    ids = [row["article_id"] for row in articles]
    found: dict[str, Passage] = {}
    for name in sorted(ids, key=lambda name: name not in sentences):  # a stable sort: the table's order otherwise
        text = texts.get(name)
        if text is not None and len(text) <= room:
            room -= len(text)
            found[name] = _passage(text, (Piece(0, len(text), 0),), whole=True)
        elif name in sentences:
            found[name] = _stitched(sentences[name])
    return found


def _stitched(sentences: Mapping[tuple[int, int], str]) -> Passage:
    parts: list[str] = []
    pieces: list[Piece] = []
    length = 0
    for (start, end), sentence in sorted(sentences.items()):
        if pieces and start < pieces[-1].end:
            continue  # sentences of one article do not overlap; if two do, the first is shown
        if parts:
            parts.append(BETWEEN)
            length += len(BETWEEN)
        pieces.append(Piece(start, min(end, start + len(sentence)), length))
        parts.append(sentence)
        length += len(sentence)
    return _passage("".join(parts), tuple(pieces), whole=False)


def _passage(text: str, pieces: tuple[Piece, ...], *, whole: bool) -> Passage:
    if text.isascii():  # nearly all of an English text: not copied, and not looked at by the character
        return Passage(text, pieces, (), whole)
    text = text.encode("utf-8", "replace").decode("utf-8")
    return Passage(text, pieces, tuple(at for at, character in enumerate(text) if ord(character) > 0xFFFF), whole)
