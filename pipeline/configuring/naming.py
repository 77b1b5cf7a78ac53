"""The words by which a sentence tells who a figure is said of: configs/naming.toml, with their sentences."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pipeline.configuring.strict import build, read_toml

Words = frozenset[str]
Stems = tuple[str, ...]  # as str.startswith takes them


@dataclass(frozen=True, slots=True)
class BetweenWords:
    """What stands between a figure and its tie."""

    possessed: Words
    fill: Words
    alike: Words
    placing: Words
    moving: Words
    being: Words


@dataclass(frozen=True, slots=True)
class FrameWords:
    """Frames of names and nouns."""

    having: Words
    bound: Words
    moved_from: Words
    same: Words
    stance_ends: Words
    leading: Words
    name_fill: Words
    sides: Words
    general: Words
    insertions: Words
    following: Words
    pushing: Words
    leaving: Words
    over: Words
    beaten: Words
    election_of: Words
    place_is: Words
    place: Words
    putting: Words
    against: Words
    rising: Words
    performances: Words
    performance_links: Words
    all_of_them: Words
    alike: Words
    level: Words
    later: Words
    performance_stems: Stems
    carrying: Words
    not_holding: Words


@dataclass(frozen=True, slots=True)
class DoerWords:
    """The doer of a verb."""

    verbal: Words
    in_turn: Words
    governing: Words


@dataclass(frozen=True, slots=True)
class DescriptionWords:
    """Descriptions and inserted clauses."""

    clauses: Words
    kin: Words
    partners: Words
    overtaking: Words
    forming: Words
    outcomes: Words
    unions: Words
    union_links: Words
    known_unions: Words
    single: Words
    definite: Words
    biographical: Words
    unbiographical: Words
    occupations: Words
    opposing: Words
    chiefs: Words
    standing: Words
    openers: Words
    of_links: Words
    of_fill: Words
    apart: Words
    spoken: Words
    behind_spoken: Words


@dataclass(frozen=True, slots=True)
class BallotWords:
    """What is put to the vote in a referendum."""

    referendums: Words
    put: Words


@dataclass(frozen=True, slots=True)
class Naming:
    """configs/naming.toml."""

    between: BetweenWords
    frames: FrameWords
    doers: DoerWords
    descriptions: DescriptionWords
    ballots: BallotWords


def load_naming(folder: Path) -> Naming:
    """Read configs/naming.toml. Raises ConfigError for an unknown or missing key."""
    path = folder / "naming.toml"
    return build(Naming, read_toml(path), str(path))
