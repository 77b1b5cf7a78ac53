"""Numbers of several words: "two and a quarter million", "3½ per cent", "15, 416 votes"."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import replace

from pipeline.annotating.words import Word
from pipeline.configuring.quantities import Numbers
from pipeline.extracting.fractions import Number, mark_at
from pipeline.extracting.grammar import AFTER_PARTS

_COUNTED = frozenset(("of", "people"))
_LARGE = 1000  # "two and a half hundred" is told by nobody
_MOST = 100.0  # "two and a half", "60 and a half per cent": what a part is added to


def with_part(words: Sequence[Word], number: Number, config: Numbers) -> Number:
    """Return the number with the part of one more behind it and its scale; the number itself where there is none.

    "The party of 1950 polled five and a quarter million votes" forced it.
    """
    if number.kind == "count" and number.value >= _LARGE and number.spelled:
        return _scaled_part(words, number, config)
    if number.kind != "count" or number.value >= _MOST or number.step:
        return number
    part, at = _part(words, number.last, config)
    if not part:
        return number
    scale, last = _scale(words, at, config)
    if scale:
        value = float(round((number.value + part) * scale))
        return replace(number, last=last, value=value, step=scale / 10, weak=False)
    marked = mark_at(words, at, (*config.marks.percent, *config.marks.points)) > 0
    if not marked and at < len(words) and words[at].lower in AFTER_PARTS and not vulgar(words[at - 1]):
        return number  # "won 54 and a third of the vote"
    return replace(number, last=at, value=number.value + part, step=0.5 if marked else 0.0, weak=False)


def _scaled_part(words: Sequence[Word], number: Number, config: Numbers) -> Number:
    """ "a million and a half votes"; not "a million and a half of the poor"."""
    scale = config.scales.get(words[number.last - 1].lower, 0)
    part, at = _part(words, number.last, config)
    if not part or scale < _LARGE or (at < len(words) and words[at].lower in AFTER_PARTS):
        return number
    return replace(number, last=at, value=float(round(number.value + part * scale)), step=scale / 10)


def is_broken(number: Number) -> bool:
    """True for "two and a half" before neither scale nor percent sign: it counts years and cents, no votes or seats."""
    return number.kind == "count" and not number.step and number.value % 1 > 0


def vulgar(word: Word) -> float:
    """What "½" or "¾" is worth; 0 for any other word."""
    value = unicodedata.numeric(word.text, 0.0) if len(word.text) == 1 else 0.0
    return value if 0 < value < 1 else 0.0


def _part(words: Sequence[Word], i: int, config: Numbers) -> tuple[float, int]:
    """The part that stands at word i, and the word behind it: "and a half", "and three-quarters", "½"."""
    if i < len(words) and vulgar(words[i]):
        return vulgar(words[i]), i + 1
    texts = [w.lower for w in words[i : i + 5]]
    if texts[:1] != ["and"] or len(texts) < 3:
        return 0.0, i
    top = 1 if texts[1] in config.marks.articles else config.cardinals.get(texts[1], 0)
    at = 3 if texts[2] == "-" else 2
    bottom = config.fractions.get(texts[at], 0) if at < len(texts) else 0
    plural = at < len(texts) and texts[at].endswith("s")
    return (top / bottom, i + at + 1) if bottom > top > 0 and (plural == (top > 1) or at == 3) else (0.0, i)


def _scale(words: Sequence[Word], i: int, config: Numbers) -> tuple[int, int]:
    """The scale at word i and the word behind it; (0, i) for none."""
    i += i < len(words) and words[i].text == "-"
    scale = config.scales.get(words[i].lower, 0) if i < len(words) else 0
    return (scale, i + 1) if scale >= _LARGE else (0, i)


def spaced_thousands(words: Sequence[Word], i: int) -> bool:
    """ "15, 416 votes": a thousands comma with a blank behind it, before the noun that it counts."""
    if i + 3 >= len(words) or words[i + 1].text != "," or words[i + 1].start != words[i].end:
        return False
    first, tail, noun = words[i], words[i + 2], words[i + 3]
    digits = first.text.isdigit() and len(first.text) <= 3 and tail.text.isdigit() and len(tail.text) == 3
    listed = i > 0 and words[i - 1].text in (",", "and")
    return digits and not listed and noun.kind == "word" and noun.lower.endswith("s")


def blank_thousands(words: Sequence[Word], i: int) -> bool:
    """ "1 546 of them", "11 546 votes": a plain blank before the last three digits, and what is counted behind.

    Not "On June 11 546 people fled", nor the columns of a table.
    """
    if i + 2 >= len(words) or words[i + 1].start != words[i].end + 1:
        return False
    first, tail, noun = words[i].text, words[i + 1].text, words[i + 2]
    digits = first.isdigit() and first[0] != "0" and len(first) <= 3 and tail.isdigit() and len(tail) == 3
    before = words[i - 1] if i else None
    alone = before is None or (before.kind != "number" and not before.text[0].isupper())
    return digits and alone and noun.kind == "word" and (noun.lower.endswith("s") or noun.lower in _COUNTED)
