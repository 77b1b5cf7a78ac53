"""Rows of a flat table in prose or lines: "Ann Lee (Labour) 11,033 (50.2%)", "Our Land 1,794,560 29.62%"."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.configuring.tables import TableWords
from pipeline.extracting.figures import Figure
from pipeline.extracting.scene import Scene

_INSIDE = frozenset(("of", "and", "the", "for", "-", "'", "\u2019", "."))
_LONGEST = 7  # words of a name


@dataclass(frozen=True, slots=True)
class Row:
    """words[first:last] is the name, before the votes and their share; each of the two may be None, not both."""

    first: int
    last: int
    bracketed: bool  # a party in brackets stands behind the name
    votes: Figure | None
    share: Figure | None


def rows_of(scene: Scene, words: TableWords) -> list[Row]:
    """Return the rows of a sentence in text order; figures that stand in none are left out."""
    rows: list[Row] = []
    taken = -1
    for k, f in enumerate(scene.figures):
        if f.first < taken or f.kind not in ("count", "percent"):
            continue
        after = scene.figures[k + 1] if k + 1 < len(scene.figures) else None
        pair = after is not None and _beside(scene, f, after, words)
        row = _row(scene, f, after if pair else None, words)
        if row is not None:
            rows.append(row)
            taken = after.last if pair and after is not None else f.last
    return rows


def _beside(scene: Scene, f: Figure, after: Figure, words: TableWords) -> bool:
    """True for votes right before their share, or the share before the votes."""
    between = scene.lowers(f.last, after.start)
    kinds = {f.kind, after.kind} == {"count", "percent"}
    return kinds and len(between) <= 2 and all(w in words.between for w in between)


def _row(scene: Scene, f: Figure, after: Figure | None, words: TableWords) -> Row | None:
    i = f.start - 1
    if i > 0 and scene.words[i].lower in words.row_links:
        i -= 1
    bracketed = i > 2 and scene.words[i].text == ")"
    if bracketed:
        i = _opening(scene, i) - 1
    first = _name(scene, i, words.particles | _INSIDE)
    if (
        first < 0
        or not _opens(scene, first)
        or scene.lower(first) in words.no_names
        or scene.lower(i) in words.no_names
    ):
        return None
    figures = [g for g in (f, after) if g is not None]
    votes = next((g for g in figures if g.kind == "count"), None)
    share = next((g for g in figures if g.kind == "percent"), None)
    return Row(first, i + 1, bracketed, votes, share)


def _opening(scene: Scene, i: int) -> int:
    """The bracket that opens what word i closes; 0 where a figure stands inside, or none opens near."""
    for j in range(i - 1, max(0, i - 9), -1):
        if scene.words[j].text == "(":
            return j
        if scene.words[j].kind == "number":
            return 0
    return 0


def _name(scene: Scene, last: int, inside: frozenset[str]) -> int:
    """The first word of the name that ends with word `last`; -1 for none."""
    if last < 0 or scene.words[last].kind != "word" or not scene.words[last].text[0].isupper():
        return -1
    first = i = last
    while i > 0 and last - i < _LONGEST:
        word = scene.words[i - 1]
        if word.kind == "word" and word.text[0].isupper():
            first = i - 1
        elif word.lower not in inside:
            break
        i -= 1
    return first


def _opens(scene: Scene, first: int) -> bool:
    """True where the sentence begins at the name, or a sign or another figure stands right before it."""
    i = first - 1
    if i >= 0 and scene.words[i].lower in ("the", "and"):
        i -= 1
    return i < 0 or scene.words[i].kind == "sign" or any(g.last == i + 1 for g in scene.figures)
