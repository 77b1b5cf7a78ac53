"""Intervals of figures: when two cannot overlap, and by how much they miss each other.

A rounding band is half open, [35.5, 36.5): 36.5 would be printed as 37, so that "36" and "37" are apart.
"More than 55" leaves out 55 itself.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from pipeline.types import Quantity

_NUMBER = re.compile(r"\d+(?:\.\d+)?")
# Figures are decimal prints held as floats: what differs less than this is equal.
EPSILON = 1e-9


@dataclass(frozen=True, slots=True)
class Interval:
    """low <= x <= high, an open end without equality; None is no limit."""

    low: float | None
    high: float | None
    low_open: bool = False
    high_open: bool = False


def interval_of(quantity: Quantity) -> Interval:
    """Return what the print allows, with the closedness of its ends."""
    banded = quantity.qualifier in ("exact", "about") and quantity.value is not None and quantity.high is not None
    return Interval(
        quantity.low,
        quantity.high,
        low_open=quantity.qualifier == "more_than",
        high_open=quantity.qualifier == "less_than" or (banded and _more(quantity.high, quantity.value)),
    )


def apart(a: Interval, b: Interval) -> bool:
    """True where no number lies in both; symmetric."""
    return _below(a, b) or _below(b, a)


def gap(a: Interval, b: Interval) -> float:
    """The distance between two intervals that are apart, in their unit; 0 where they overlap or touch."""
    for first, second in ((a, b), (b, a)):
        if _below(first, second) and first.high is not None and second.low is not None:
            return max(0.0, second.low - first.high)
    return 0.0


def width(interval: Interval) -> float:
    """high - low; infinite where an end is open."""
    if interval.low is None or interval.high is None:
        return math.inf
    return interval.high - interval.low


def cut_short(coarse: Quantity, fine: Quantity, units: tuple[str, ...], share: float) -> bool:
    """True where `coarse` may be `fine` with its last digits cut off ("36" for 36.47).

    Only a plain print with a rounding band has digits to cut; its band is one step of its last digit wide.
    `share` limits the step to that part of the figure for units other than `units`.
    """
    if coarse.qualifier != "exact" or coarse.value is None or coarse.high is None or fine.value is None:
        return False
    step = 2 * (coarse.high - coarse.value)
    if coarse.unit not in units and step > share * abs(coarse.value):
        return False
    return _more(step, 0.0) and not _more(coarse.value, fine.value) and _more(coarse.value + step, fine.value)


def rounds_to(fine: Quantity, coarse: Quantity, units: tuple[str, ...]) -> bool:
    """True where two prints are one figure but for the hedge: 400 and "more than 400"; of `units` also rounded.

    "Over 36.5 percent" is written of 36.47 percent by a writer who has the rounded figure only.
    """
    if fine.value is None or coarse.value is None:
        return False
    if coarse.unit not in units:
        return fine.value == coarse.value
    decimals = max((len(d.partition(".")[2]) for d in _NUMBER.findall(coarse.text)), default=0)
    return abs(fine.value - coarse.value) <= 0.5 * 10**-decimals and coarse.qualifier in ("more_than", "less_than")


def _below(a: Interval, b: Interval) -> bool:
    if a.high is None or b.low is None:
        return False
    if a.high_open or b.low_open:
        return not _more(a.high, b.low)
    return _more(b.low, a.high)


def _more(x: float | None, y: float | None) -> bool:
    return x is not None and y is not None and x - y > EPSILON * max(1.0, abs(x), abs(y))
