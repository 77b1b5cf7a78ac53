"""Numbers with their hedges: what interval the print stands for, and which numbers count nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.annotating.words import Word
from pipeline.configuring.dates import Dates
from pipeline.configuring.quantities import Hedge, Quantities, Widths
from pipeline.extracting.dates import uncounted
from pipeline.extracting.fractions import Number
from pipeline.extracting.grammar import DETERMINERS
from pipeline.extracting.numbers import read_numbers
from pipeline.types import Qualifier, Quantity

_COMPARING = ("above", "under")  # shapes of hedges that also compare


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that may count something, at words[first:last], with the hedge found beside it.

    `start` is the first word of the hedge, or `first` where there is none: what ties the figure to its
    sentence stands before `start`. `behind` counts the words of a hedge behind the number ("62 percent or so"):
    the last ones of words[first:last].
    """

    number: Number
    first: int
    last: int
    start: int
    hedge: Hedge | None
    behind: int = 0

    @property
    def kind(self) -> str:
        """ "count", "percent", "points" or "ordinal"."""
        return self.number.kind

    @property
    def value(self) -> float:
        """The figure as printed, in plain units."""
        return self.number.value

    def as_share(self) -> Figure:
        """The figure in percent, rounded to whole percents where no decimals are printed: "53 to 47 percent"."""
        return replace(self, number=replace(self.number, kind="percent", step=self.number.step or 1.0))


def read_figures(words: Sequence[Word], config: Quantities, dates: Dates) -> list[Figure]:
    """Return the figures of a sentence in text order, without dates, ages, sums of money and the like."""
    numbers = read_numbers(words, config.numbers)
    out = []
    for number in numbers:
        if uncounted(words, number, dates) or _glued(words, number):
            continue
        hedge, start = _hedge(words, number, config)
        if number.high is not None and start and words[start - 1].lower == "between":
            start -= 1
        of = start > 1 and words[start - 1].lower == "of"
        if start and words[start - 1 - of].lower in dates.ages:
            continue  # "Romanians aged over 18", "at the age of 81"
        bound, behind = _after(words, number.last, config)
        if hedge is None or hedge.qualifier == "exact":
            hedge = bound or hedge
        out.append(Figure(number, number.first, number.last + behind, start, hedge, behind))
    return out


def _glued(words: Sequence[Word], number: Number) -> bool:
    """ "TF1 reported", "the EV1": a part of a name."""
    i = number.first
    return i > 0 and words[i - 1].kind == "word" and words[i - 1].end == words[i].start and not number.spelled


def outside_names(figures: Sequence[Figure], mention_at: Sequence[int]) -> list[Figure]:
    """The figures that are no part of a name ("Cambio 90", "the Group of Eight")."""
    return [f for f in figures if f.first >= len(mention_at) or mention_at[f.first] < 0]


def _hedge(words: Sequence[Word], number: Number, config: Quantities) -> tuple[Hedge | None, int]:
    """The hedge before a number ("more than a record 30"), and where it starts."""
    start, found = number.first, None
    for _ in range(3):
        at = start
        if at and words[at - 1].lower in DETERMINERS and _before(words, at - 1, config)[0]:
            at -= 1
        hedge, n = _before(words, at, config)
        if hedge is None:
            break
        if at < start and words[at].lower == "the" and hedge.shape in _COMPARING:
            hedge = None  # "19 seats, below the 31 that the Greens took": 31 is what the other is measured by
        start = at - n
        if hedge is not None and (found is None or found.qualifier == "exact"):
            found = hedge
    return found, start


def _before(words: Sequence[Word], at: int, config: Quantities) -> tuple[Hedge | None, int]:
    for n in range(min(5, at), 0, -1):
        climbed = n == 2 and at > 2 and words[at - 3].lower in config.numbers.marks.climbing
        if climbed and words[at - 2].lower == "up":
            continue  # "edged up to 30.8": risen to so much, no bound
        hedge = config.hedges.get(tuple(w.lower for w in words[at - n : at]))
        if hedge is not None and words[at - n].lower not in config.trailing:
            return hedge, n
    return None, 0


def _after(words: Sequence[Word], at: int, config: Quantities) -> tuple[Hedge | None, int]:
    """The hedge behind a number that ends before word `at`, and the words up to its end: "50 percent or more".

    One word alone bounds a number only where it is joined to it: "200-odd", not "two shy of a majority".
    """
    joined = at < len(words) and words[at].text == "-" and words[at].start == words[at - 1].end
    first = at + (joined or (at < len(words) and words[at].text == ","))
    if first >= len(words) or words[first].lower not in config.trailing:
        return None, 0
    for n in range(min(4, len(words) - first), 0 if joined else 1, -1):
        hedge = config.hedges.get(tuple(w.lower for w in words[first : first + n]))
        if hedge is None or (words[first - 1].text == "," and words[first].lower not in config.aside):
            continue
        compared = first + n < len(words) and words[first + n].lower == "than"  # "won 20 and more than 12 percent"
        return (None, 0) if compared else (hedge, first + n - at)
    return None, 0


def to_quantity(figure: Figure, words: Sequence[Word], unit: str, config: Quantities) -> Quantity:
    """The quantity a figure stands for in a unit; offsets are those of the number alone, without the hedge."""
    last = figure.last - figure.behind
    start, end = words[figure.first].start, words[last - 1].end
    text = "".join(
        (" " if i and w.start > words[figure.first + i - 1].end else "") + w.text
        for i, w in enumerate(words[figure.first : last])
    )
    number = figure.number
    if number.high is not None:
        half = number.step / 2 if number.step < 1 else 0.0
        middle = (number.value + number.high) / 2
        return Quantity(text, start, end, middle, number.value - half, number.high + half, unit, "between")
    low, high, qualifier = interval(number, figure.hedge, config.widths)
    low = None if low is None else min(_plain(low), number.value)
    high = None if high is None else max(_plain(high), number.value)
    return Quantity(text, start, end, number.value, low, high, unit, qualifier)


def _plain(end: float) -> float:
    """Without the dust of binary fractions: 44.525, not 44.525000000000006."""
    return round(end, 9)


def interval(number: Number, hedge: Hedge | None, widths: Widths) -> tuple[float | None, float | None, Qualifier]:
    """The closed interval of the true values that the print allows; None is an open end.

    Rounding: half a unit of the last printed digit. Source of the hedge widths: configs/quantities/hedges.toml.
    """
    value, half = number.value, number.step / 2
    shape = "none" if hedge is None else hedge.shape
    if number.kind == "percent" and number.spelled and shape == "none":
        half = max(half, 1.5)  # "a third", "half": said of 32 to 35, of 49 to 51
    share = number.kind in ("percent", "points")
    if shape == "around":
        band = max(value * widths.about, widths.about_points if share else 1.0, half)
        return max(0.0, value - band), value + band, "about"
    if shape == "below":
        band = max(value * widths.nearly, widths.about_points if share else 1.0)
        return max(0.0, value - band), value + half, "about"
    if shape == "above":
        return value, None, "more_than"
    if shape == "from":
        return value - half, None, "at_least"
    if shape == "to":
        return None, value + half, "at_most"
    if shape == "under":
        return None, value, "less_than"
    return value - half, value + half, "exact"
