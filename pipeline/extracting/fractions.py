"""Fractions in words: parts of a hundred percent ("two-thirds"), and of one of something ("a quarter of a million")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from pipeline.annotating.words import Word
from pipeline.configuring.quantities import Numbers
from pipeline.extracting.grammar import AFTER_PARTS, INDEFINITE

Kind = Literal["count", "percent", "points", "ordinal"]
_LARGE = 1000  # "half a million", "half a thousand"; not "half a hundred"


@dataclass(frozen=True, slots=True)
class Number:
    """A number at words[first:last] (last exclusive).

    `step` is the unit of the last printed digit (0.01 for "44.52", 100000 for "1.2 million"), by which the
    print is rounded; 0 where the print is exact. `weak` marks words that are often no figure at all
    ("one", "half", "a third"). `high` is the upper end of a printed range, else None.
    """

    first: int
    last: int
    value: float
    kind: Kind
    step: float
    weak: bool = False
    high: float | None = None
    spelled: bool = False


def part_of_one(words: Sequence[Word], i: int, config: Numbers) -> Number | None:
    """ "half a million", "a quarter of a million", "half of one percent", "a third of a point": None for none."""
    if words[i].lower == "half" and (n := _half_dozen(words, i + 1, config)):
        return Number(i, n, 6.0, "count", 1.0, weak=True, spelled=True)
    top, last = _part(words, i, config)
    if not top:
        return None
    at = last + 1 if last < len(words) and words[last].lower == "of" else last
    joined = _joined_scale(words, last, config)
    if at + 1 >= len(words) or not (joined or words[at].lower in INDEFINITE | {"one"} or words[at].text == "1"):
        return None
    noun = words[at + 1].lower
    scale = config.scales.get(noun, 0)
    if scale >= _LARGE:
        return Number(i, at + 2, top * scale, "count", scale / 10, spelled=True)
    if noun in config.dozens:
        return Number(i, at + 2, top * config.dozens[noun], "count", 1.0, weak=True, spelled=True)
    if n := mark_at(words, at + 1, config.marks.points):
        return Number(i, at + 1 + n, top, "points", 0.0, spelled=True)
    if n := mark_at(words, at + 1, config.marks.percent):
        return Number(i, at + 1 + n, top, "percent", 0.0, spelled=True)
    return None


def _half_dozen(words: Sequence[Word], i: int, config: Numbers) -> int:
    """Where "half-dozen" or "half dozen" ends behind "half"; 0 for neither."""
    i += i < len(words) and words[i].text == "-"
    return i + 1 if i < len(words) and words[i].lower in config.dozens else 0


def _joined_scale(words: Sequence[Word], i: int, config: Numbers) -> bool:
    """True for the hyphen at word i of "half-million", "a quarter-million"."""
    joined = i + 1 < len(words) and words[i].text == "-"
    return joined and config.scales.get(words[i + 1].lower, 0) >= _LARGE


def _part(words: Sequence[Word], i: int, config: Numbers) -> tuple[float, int]:
    """The part that begins at word i, of one, and where its words end: "half", "a third", "three-quarters"."""
    j = i + 1 if words[i].lower in config.marks.articles else i
    if j < len(words) and words[j].lower == "half":
        return 0.5, j + 1
    tops = 1 if words[i].lower in config.marks.articles else config.cardinals.get(words[i].lower, 0)
    j = i + 2 if i + 1 < len(words) and words[i + 1].text == "-" else i + 1
    if not tops or j >= len(words) or words[j].lower == "second":
        return 0.0, i
    bottom = config.fractions.get(words[j].lower, 0)
    return (tops / bottom, j + 1) if bottom > tops else (0.0, i)


def fraction(words: Sequence[Word], i: int, config: Numbers) -> Number | None:
    """The share that begins at word i, in percent: "two-thirds", "a third", "half", "one in three"; None for none."""
    word = words[i].lower
    texts = [w.lower for w in words[i : i + 5]]
    if word == "half" and texts[1:2] != ["-"] and texts[1:2] != ["a"]:  # "half a century": half of another thing
        return Number(i, i + 1, 50.0, "percent", 0.0, weak=True, spelled=True)
    top = 1 if word in config.marks.articles else config.cardinals.get(word)
    if words[i].text.isdigit() and len(words[i].text) <= 2 and texts[1:2] == ["in"]:
        top = int(words[i].text)  # "fewer than 4 in 10 voters"
    if top is None:
        return None
    j = i + 1
    if texts[1:2] == ["-"]:
        j += 1
    if j < len(words) and words[j].lower in config.fractions and words[j].lower != "second":
        bottom = config.fractions[words[j].lower]
        plural = words[j].lower.endswith("s")
        if bottom > top and plural == (top > 1) and not _ordinal_use(words, j, config):
            return Number(i, j + 1, 100.0 * top / bottom, "percent", 0.0, weak=True, spelled=True)
    if texts[1:2] == ["in"] and word not in INDEFINITE and i + 2 < len(words):
        bottom = _denominator(words[i + 2], config)
        if top < bottom <= 20:
            return Number(i, i + 3, 100.0 * top / bottom, "percent", 0.0, weak=True, spelled=True)
    return None


def _denominator(word: Word, config: Numbers) -> int:
    if word.kind == "number":
        return int(word.text) if word.text.isdigit() and len(word.text) <= 2 else 0
    return config.cardinals.get(word.lower, 0)


def _ordinal_use(words: Sequence[Word], j: int, config: Numbers) -> bool:
    """ "a third of", "a third voted" are shares; "a third term", "a third party" are places in an order."""
    if words[j].lower not in config.ordinals:
        return False  # "half", "quarter", "thirds"
    after = words[j + 1] if j + 1 < len(words) else None
    return not (after is None or after.kind == "sign" or after.lower in AFTER_PARTS)


def mark_at(words: Sequence[Word], i: int, marks: Sequence[str]) -> int:
    """The number of words of the longest mark that stands at i; 0 for none."""
    best = 0
    first = words[i].lower if i < len(words) else ""
    for mark in marks:
        if not first or not mark.startswith(first):
            continue  # most words begin no mark, and need no further look
        parts = mark.split()
        if [w.lower for w in words[i : i + len(parts)]] == parts:
            best = max(best, len(parts))
    return best
