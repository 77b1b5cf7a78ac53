"""The reconciling stage's configuration: configs/reconciling.toml as frozen dataclasses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from pipeline.configuring.strict import NOT_IN_FILES, ConfigError, build, read_toml

RelationKind = Literal["at_most", "parts", "ratio", "change", "sides"]

# What each kind of relation cannot do without.
_NEEDED: dict[str, tuple[str, ...]] = {
    "at_most": ("part", "whole"),
    "parts": ("part",),
    "ratio": ("top", "bottom", "result"),
    "change": ("part", "change"),
    "sides": ("top", "result", "whole", "part", "far"),
}
_STAGES = ("projected", "partial", "preliminary", "unknown", "final")


@dataclass(frozen=True, slots=True)
class Comparing:
    """How two claims on one key are compared; `count_days` in days, `complete_share` in percent."""

    counted: tuple[str, ...]
    growing: tuple[str, ...]
    texts: tuple[str, ...]
    many_bodies: tuple[str, ...]
    count_days: int
    complete_share: float
    truncation_units: tuple[str, ...]
    truncation_share: float
    silent_below: float
    witness_limit: int
    earlier_cues: tuple[str, ...]
    earlier_words: int
    earlier_sentences: tuple[str, ...]
    correcting: tuple[str, ...]
    newer: tuple[str, ...]
    doubtful_marks: tuple[str, ...]
    inside_far: float
    twice: tuple[str, ...]
    chamber_votes: int
    ballot_days: int
    bare_names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stages:
    """Words that tell how settled a figure is where the reading of the claim gives no or a general stage."""

    final: tuple[str, ...]
    preliminary: tuple[str, ...]
    expected: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Totals:
    """Measures of wholes; `far` is the smaller divided by the larger below which two are wholes of two things."""

    measures: tuple[str, ...]
    far: float
    areas: tuple[str, ...]
    area_words: tuple[str, ...]
    area_reach: int


@dataclass(frozen=True, slots=True)
class Origins:
    """When two sentences descend from one text; similarities are shares of words in order, 0 to 1."""

    similarity: float
    family_similarity: float
    min_words: int
    min_same_words: int
    family_shared: int
    family_share: float
    min_sentence_chars: int
    all_pairs: int
    window: int
    number_words: dict[str, int]


@dataclass(frozen=True, slots=True)
class Severity:
    """Weights of severity; all between 0 and 1 but `points_far` (percent points)."""

    base: float
    spread: float
    points_far: float
    share_far: float
    text_distance: float
    lone_witness: float
    same_article: float
    ambiguous: float
    guess: float
    doubtful_below: float
    doubtful_cap: float
    revision_cap: float
    stages: dict[str, float]


@dataclass(frozen=True, slots=True)
class Distinction:
    """Sentences with a cue count something else than those without, or than those with a word of `against`."""

    name: str
    measures: tuple[str, ...]
    cues: tuple[str, ...]
    against: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Relation:
    """An arithmetic relation between measures; which fields count depends on `kind`. `slack` and `far` in points."""

    name: str
    kind: RelationKind
    reason: str
    part: str = ""
    whole: str = ""
    whole_value: float | None = None
    same_unit: bool = True
    top: str = ""
    bottom: str = ""
    result: str = ""
    change: str = ""
    slack: float = 0.0
    low_factor: float = 1.0
    high_factor: float = 1.0
    far: float = 0.0


@dataclass(frozen=True, slots=True)
class Sums:
    """Names of groups and of camps of parties, and the readings that arithmetic asks for.

    `far`: a part this many times its whole is a part of something else; `far_shares` likewise of all shares together.
    `loose_marks`: rules whose subject is no name.
    `several_races`: kinds of contest whose figures are neither added nor ordered.
    """

    group_words: tuple[str, ...]
    camp_words: tuple[str, ...]
    confident: float
    far: float
    far_shares: float
    far_parts: float
    two_races: tuple[str, ...]
    several_races: tuple[str, ...]
    loose_marks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Records:
    """Words of records, and the measures they are said of."""

    lowest: tuple[str, ...]
    highest: tuple[str, ...]
    since: tuple[str, ...]
    measures: tuple[str, ...]
    default_measure: str


@dataclass(frozen=True, slots=True)
class Attributes:
    """Offices that exclude each other, and words that put one out of the comparison."""

    exclusive_offices: tuple[str, ...]
    incompatible: tuple[tuple[str, ...], ...]
    past_words: tuple[str, ...]
    company_offices: tuple[str, ...]
    after_words: tuple[str, ...]
    party_posts: tuple[str, ...]
    weak_rules: tuple[str, ...]
    window_days: int


@dataclass(frozen=True, slots=True)
class ReconcilingConfig:
    """All of configs/reconciling.toml, and the labels of the measures, which `configuration.load` puts in."""

    comparing: Comparing
    stages: Stages
    totals: Totals
    origins: Origins
    severity: Severity
    sums: Sums
    records: Records
    attributes: Attributes
    distinction: tuple[Distinction, ...] = ()
    relation: tuple[Relation, ...] = ()
    labels: Mapping[str, str] = field(default_factory=dict, metadata=NOT_IN_FILES, repr=False)


def load_reconciling(folder: Path) -> ReconcilingConfig:
    """Read `folder`/reconciling.toml. Raises ConfigError for an unknown or missing key, or a relation without terms."""
    path = folder / "reconciling.toml"
    config = build(ReconcilingConfig, read_toml(path), str(path))
    for relation in config.relation:
        for needed in _NEEDED[relation.kind]:
            if not getattr(relation, needed):
                raise ConfigError(f"{path}: relation {relation.name!r} is {relation.kind} and lacks {needed!r}; add it")
        if relation.kind == "parts" and bool(relation.whole) == (relation.whole_value is not None):
            raise ConfigError(
                f"{path}: relation {relation.name!r} needs either 'whole' or 'whole_value'; give one of them"
            )
    for stage in _STAGES:
        if stage not in config.severity.stages:
            raise ConfigError(f"{path}: severity.stages lacks {stage!r}; add it")
    for pair in config.attributes.incompatible:
        if len(pair) != 2:
            raise ConfigError(f"{path}: attributes.incompatible holds {list(pair)!r}; each entry is a pair of offices")
    return config
