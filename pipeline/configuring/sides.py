"""The words by which news calls the two sides of a referendum: configs/names/sides.toml."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pipeline.configuring.strict import ConfigError, build, read_toml


@dataclass(frozen=True, slots=True)
class Side:
    """One side: its name in the tables, its own words, and those of who is for or against what is asked."""

    name: str
    words: tuple[str, ...]
    stances: tuple[str, ...]
    people: tuple[str, ...]
    verbs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SideGrammar:
    """What may stand around the words of a side, lower case."""

    nouns: frozenset[str]
    toward: frozenset[str]
    opening: frozenset[str]
    between: frozenset[str]
    asked: frozenset[str]
    ends: frozenset[str]
    before: frozenset[str]


@dataclass(frozen=True, slots=True)
class Turned:
    """Where a stance tells no side: of a recall or a repeal, of several questions on one day."""

    words: frozenset[str]
    own: frozenset[str]
    several: frozenset[str]
    countries: frozenset[str]
    noted_several: frozenset[str]


@dataclass(frozen=True, slots=True)
class SideWords:
    """All that is known of the sides of a referendum."""

    side: tuple[Side, ...]
    grammar: SideGrammar
    turned: Turned


def load_sides(folder: Path) -> SideWords:
    """Read `names/sides.toml`. Raises ConfigError for an unknown key, or where there are not two sides."""
    path = folder / "names" / "sides.toml"
    found = build(SideWords, read_toml(path), str(path))
    if len(found.side) != 2 or found.side[0].name == found.side[1].name:
        raise ConfigError(f"{path}: a referendum has two sides; write two [[side]] blocks with names of their own")
    return found
