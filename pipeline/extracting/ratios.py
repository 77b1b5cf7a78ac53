"""Two numbers that are one share of people: "nine out of ten electors", "ninety-two in every hundred voters"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.annotating.words import Word
from pipeline.extracting.figures import Figure

_LINKS = (["out", "of"], ["in", "every"], ["out", "of", "every"], ["of", "every"], ["in", "each"])
_ACTS = ("voted", "backed", "supported")
_SIDED = (["were", "in", "favour"], ["were", "in", "favor"], ["were", "against", "it"])
_MOST = 100.0
_REACH = 6  # words from the ratio to those it is of: "out of ten of Iceland's 143,000 electors"


def join_ratios(words: Sequence[Word], figures: Sequence[Figure], whom: frozenset[str]) -> list[Figure]:
    """Return the figures with each such pair as one percentage; `whom`: nouns for people who may vote.

    "seven out of ten seats" stays two figures: only of people is a ratio told so.
    """
    out: list[Figure] = []
    last = -1
    for f in figures:
        if f.first < last:
            continue
        value, end = _whole(words, f, figures)
        if f.kind != "count" or f.number.step or not 0 < f.value < value or not _of_people(words, end, whom):
            out.append(f)
            continue
        share = 100.0 * f.value / value
        number = replace(f.number, last=end, value=share, kind="percent", step=0.0, weak=True, spelled=True)
        out.append(replace(f, number=number, last=end))
        last = end
    return out


def _whole(words: Sequence[Word], part: Figure, figures: Sequence[Figure]) -> tuple[float, int]:
    """What the part is told out of, 100 at the most, and the word behind it; (0, 0) for nothing."""
    for link in _LINKS:
        at = part.last + len(link)
        if [w.lower for w in words[part.last : at]] != link or at >= len(words):
            continue
        if words[at].lower == "hundred":
            return _MOST, at + 1
        whole = next((g for g in figures if g.first == at and g.kind == "count"), None)
        if whole is not None and whole.value <= _MOST and not whole.number.step:
            return whole.value, whole.last
    return 0.0, 0


def _of_people(words: Sequence[Word], i: int, whom: frozenset[str]) -> bool:
    behind = [w.lower for w in words[i : i + _REACH]]
    if behind[:1] and (behind[0] in _ACTS or behind[:3] in _SIDED):
        return True  # "nearly three out of four voted for him"
    return any(w in whom for w in (behind if behind[:1] == ["of"] else behind[:3]))
