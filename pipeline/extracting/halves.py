"""Numbers with a part of one behind them: "eleven and a half years", "3 and a quarter percent"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.annotating.words import Word
from pipeline.configuring.quantities import Numbers
from pipeline.extracting.fractions import Kind, Number, mark_at
from pipeline.extracting.grammar import INDEFINITE

_TENTH = 0.1  # a half is told to about a tenth


def with_halves(words: Sequence[Word], numbers: Sequence[Number], config: Numbers) -> list[Number]:
    """The numbers in order, "eleven" and "a half" taken as one where only "and" stands between them."""
    out: list[Number] = []
    for number in numbers:
        if out and _is_part(words, out[-1], number):
            out[-1] = _joined(words, out[-1], number, config)
        else:
            out.append(number)
    return out


def _is_part(words: Sequence[Word], prior: Number, part: Number) -> bool:
    """ "eleven and a half": a whole of ones, and a part of one right behind; not "a third and a half of the votes"."""
    link = [w.lower for w in words[prior.last : part.first]]
    whole = prior.kind in ("count", "percent") and prior.high is None and prior.value == int(prior.value) < 1000
    plain = whole and prior.last - prior.first == 1 and words[part.first].lower in INDEFINITE
    share = part.kind == "percent" and part.spelled and part.weak and part.last - part.first == 2
    of = words[part.last].lower if part.last < len(words) else ""
    return plain and share and link == ["and"] and of != "of"


def _joined(words: Sequence[Word], prior: Number, part: Number, config: Numbers) -> Number:
    value, last, kind = prior.value + part.value / 100.0, part.last, _kind(words, part.last, config)
    scale = config.scales.get(words[last].lower, 1) if last < len(words) else 1
    marked = mark_at(words, last, config.marks.points) or mark_at(words, last, config.marks.percent)
    last += marked + (scale > 1)
    return replace(prior, last=last, value=value * scale, kind=kind, step=_TENTH * scale, weak=False)


def _kind(words: Sequence[Word], i: int, config: Numbers) -> Kind:
    if mark_at(words, i, config.marks.points):
        return "points"
    return "percent" if mark_at(words, i, config.marks.percent) else "count"
