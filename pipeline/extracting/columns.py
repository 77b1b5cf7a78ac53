"""The line above a table that names its columns and nothing else: "PARTY  PCT  LIST  DISTRICT  TOTAL"."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from pipeline.configuring.tables import TableWords
from pipeline.extracting.scene import Scene


@dataclass(frozen=True, slots=True)
class Column:
    """What the figures of a column count; `part` is its word where it holds a part of the seats ("LIST"), else None."""

    measure: str
    part: str | None = None


Heads = Sequence[tuple[str, Collection[str]]]  # a measure, with the words that name it


def columns_of(scene: Scene, heads: Heads, words: TableWords) -> tuple[Column, ...]:
    """Return the columns in order where nothing but their names stands in the line; () for prose and other lines."""
    found: list[Column] = []
    i = 1 if scene.lower(0) in words.no_rows | words.row_names else 0
    while i < len(scene.words):
        column, n = _column(scene, i, heads, words, found)
        if column is None:
            if scene.words[i].kind != "sign":
                return ()
            i += 1
            continue
        found.append(column)
        i += n
    told = {column.measure for column in found}
    return tuple(found) if len(found) > len(told) else ()  # else the words of the line are enough


def _column(
    scene: Scene, i: int, heads: Heads, words: TableWords, before: Sequence[Column]
) -> tuple[Column | None, int]:
    """The column that word i begins, with the words of its name."""
    n = scene.phrase_at(i, words.part_columns)
    if n:
        return Column("seats", scene.text(i, i + n)), n
    seats = any(column.measure == "seats" for column in before)
    n = scene.phrase_at(i, words.total_columns) if seats else 0
    if n:
        return Column("seats"), n
    return next(((Column(m), k) for m, named in heads if (k := scene.phrase_at(i, named))), (None, 0))
