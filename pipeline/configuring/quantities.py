"""Number words and hedges, from configs/quantities/."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Literal

from pipeline.configuring.strict import ConfigError, build, read_toml
from pipeline.types import Qualifier


@dataclass(frozen=True, slots=True)
class Marks:
    """Words that say what a number is: a share, points of a share, a place; and the articles that stand for one."""

    percent: tuple[str, ...]
    points: tuple[str, ...]
    one_point: tuple[str, ...]
    ordinal_endings: tuple[str, ...]
    articles: tuple[str, ...]
    moving: tuple[str, ...]
    ranging: tuple[str, ...]
    single: tuple[str, ...]
    climbing: tuple[str, ...]


@dataclass(frozen=True)
class Numbers:
    """Values of the number words; every key is lower case."""

    cardinals: dict[str, int]
    tens: dict[str, int]
    scales: dict[str, int]
    suffixes: dict[str, int]
    dozens: dict[str, int]
    fractions: dict[str, int]
    ordinals: dict[str, int]
    marks: Marks

    @cached_property
    def beginnings(self) -> frozenset[str]:
        """The words that a spelled number may begin with."""
        return frozenset(
            (*self.cardinals, *self.tens, *self.ordinals, *self.marks.articles, *self.marks.single, "a", "an", "half")
        )


@dataclass(frozen=True, slots=True)
class Hedge:
    """Words that bound or widen a figure. `shape` says on which side of the printed figure the true one lies."""

    qualifier: Qualifier
    shape: Literal["around", "below", "above", "from", "to", "under", "none"]
    words: tuple[str, ...]
    example: str
    reason: str


@dataclass(frozen=True, slots=True)
class Widths:
    """How wide a hedge is: shares of the figure, and percentage points for a percentage."""

    about: float
    nearly: float
    about_points: float


@dataclass(frozen=True, slots=True)
class _HedgeFile:
    trailing: frozenset[str]
    aside: frozenset[str]
    widths: Widths
    hedge: tuple[Hedge, ...]


@dataclass(frozen=True, slots=True)
class Quantities:
    """All the quantity grammar needs. `hedges` maps the words of a hedge, split at spaces, to the hedge."""

    numbers: Numbers
    widths: Widths
    hedges: dict[tuple[str, ...], Hedge]
    blocks: tuple[Hedge, ...]
    trailing: frozenset[str]  # a hedge that begins so bounds the figure before it
    aside: frozenset[str]  # ... and of these one that begins so may stand behind a comma


def load_quantities(folder: Path) -> Quantities:
    """Read configs/quantities/. Raises ConfigError for an unknown key, or for words that stand in two hedges."""
    path = folder / "quantities" / "hedges.toml"
    file = build(_HedgeFile, read_toml(path), str(path))
    hedges: dict[tuple[str, ...], Hedge] = {}
    for hedge in file.hedge:
        for phrase in hedge.words:
            if tuple(phrase.split()) in hedges:
                raise ConfigError(f"{path}: {phrase!r} stands in two hedges; leave it in one")
            hedges[tuple(phrase.split())] = hedge
    numbers_path = folder / "quantities" / "numbers.toml"
    numbers = build(Numbers, read_toml(numbers_path), str(numbers_path))
    return Quantities(numbers, file.widths, hedges, file.hedge, file.trailing, file.aside)
