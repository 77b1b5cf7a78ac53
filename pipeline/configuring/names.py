"""How names are compared: spelling rules, first names, family names, titles, party nouns and the weights.

All of it is data under `configs/names/`; the comparing itself stands in `pipeline/resolving/`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.configuring.bearing import Bearing, load_bearing
from pipeline.configuring.namesakes import Namesakes, load_namesakes
from pipeline.configuring.sides import SideWords, load_sides
from pipeline.configuring.strict import ConfigError, build, read_toml

SCRIPTS = ("latin", "cyrillic", "greek", "arabic", "hebrew", "georgian", "han")


@dataclass(frozen=True, slots=True)
class Rule:
    """One spelling rule: `from` becomes `to`, anywhere or only at the start or end of a word."""

    old: str
    new: str
    where: str
    why: str


@dataclass(frozen=True, slots=True)
class Folding:
    """What brings spellings together. `readings` maps letters that stand for two sounds to both."""

    letters: Mapping[str, str]
    hangul: tuple[tuple[str, ...], ...]  # initials, vowels, finals
    consonantal: tuple[str, ...]  # Unicode names of scripts that leave short vowels out
    rules: tuple[Rule, ...]
    readings: Mapping[str, tuple[str, ...]]
    exchange: frozenset[tuple[str, str]]
    exchange_end: frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Titles:
    """Words around a name, and words inside it that may change or go."""

    before: tuple[str, ...]
    after: tuple[str, ...]
    suffixes: tuple[str, ...]
    suffix_same: tuple[tuple[str, ...], ...]
    particles: tuple[str, ...]
    articles_hyphenated: tuple[str, ...]
    glued: tuple[str, ...]
    joiners: tuple[str, ...]
    joined: dict[str, str]


@dataclass(frozen=True, slots=True)
class PartyNouns:
    """Words of party names; `words` maps each form to the one that stands for all, nouns likewise in `noun_of`."""

    noun_of: Mapping[str, str]
    small: frozenset[str]
    general: frozenset[str]
    before: frozenset[str]
    legal: frozenset[str]
    words: Mapping[str, str]
    descriptions: frozenset[str]
    leader_groups: tuple[str, ...]
    leader_between: tuple[str, ...]
    body_general: frozenset[str]
    list_always: frozenset[str]  # measures of which a person's figure is the list's
    list_beside: frozenset[str]  # likewise where the same sentence gives one of those
    ruling: frozenset[str]
    ruling_offices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """Words around the names of places, lower case."""

    endings: tuple[str, ...]
    capital: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Feature:
    """One row of the table of weights."""

    name: str
    weight: float
    reason: str


@dataclass(frozen=True, slots=True)
class Thresholds:
    """A score of at least `same` is one entity, of at most `different` two."""

    same: float
    different: float


@dataclass(frozen=True, slots=True)
class Weights:
    """The table of features, with the thresholds for people and for parties."""

    persons: Thresholds
    parties: Thresholds
    features: Mapping[str, Feature]


@dataclass(frozen=True)
class Names:
    """All that the comparison of names knows."""

    folding: Folding
    titles: Titles
    given: Mapping[str, frozenset[int]]  # first name -> the groups it stands in
    families: Mapping[str, frozenset[int]]
    family_first: frozenset[str]
    party: PartyNouns
    place: PlaceWords
    weights: Weights
    bearing: Bearing
    namesakes: Namesakes
    sides: SideWords


def load_names(folder: Path) -> Names:
    """Read `names/*.toml` of the configs folder. Raises ConfigError for an unknown key or a wrong value."""
    base = folder / "names"
    families = _table(base / "families.toml", ("variants", "first"))
    given = _table(base / "given.toml", ("groups",))
    return Names(
        folding=_folding(base / "folding.toml"),
        titles=build(Titles, read_toml(base / "titles.toml"), str(base / "titles.toml")),
        given=_groups(given["groups"], base / "given.toml"),
        families=_groups(families["variants"], base / "families.toml"),
        family_first=frozenset(families["first"]),
        party=_party_nouns(base / "partynouns.toml"),
        place=build(PlaceWords, read_toml(base / "placewords.toml"), str(base / "placewords.toml")),
        weights=_weights(base / "weights.toml"),
        bearing=load_bearing(folder),
        namesakes=load_namesakes(folder),
        sides=load_sides(folder),
    )


def _table(path: Path, keys: tuple[str, ...]) -> dict[str, Any]:
    data = read_toml(path)
    for key in data:
        if key not in keys:
            raise ConfigError(f"{path}: unknown key {key!r}; the keys are {', '.join(keys)}")
    for key in keys:
        if key not in data:
            raise ConfigError(f"{path}: key {key!r} is missing; add it")
    return data


def _groups(groups: object, path: Path) -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    if not isinstance(groups, list):
        raise ConfigError(f"{path}: a list of rows of names is expected, not {groups!r}")
    for number, names in enumerate(groups):
        if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
            raise ConfigError(f"{path}: row {number + 1} is {names!r}; write a list of names")
        for name in names:
            found.setdefault(name, set()).add(number)
    return {name: frozenset(numbers) for name, numbers in found.items()}


def _folding(path: Path) -> Folding:
    data = _table(path, (*SCRIPTS, "hangul", "consonantal", "rule", "readings", "vowels"))
    letters = {letter: latin for script in SCRIPTS for letter, latin in data[script].items()}
    return Folding(
        letters=letters,
        hangul=tuple(tuple(data["hangul"][part]) for part in ("initials", "vowels", "finals")),
        consonantal=tuple(data["consonantal"]["scripts"]),
        rules=tuple(_rule(block, f"{path}, rule {i + 1}") for i, block in enumerate(data["rule"])),
        readings={letter: tuple(sounds) for letter, sounds in data["readings"].items()},
        exchange=_pairs(data["vowels"]["exchange"]),
        exchange_end=_pairs(data["vowels"]["exchange_end"]),
    )


def _rule(block: Mapping[str, str], where: str) -> Rule:
    if set(block) != {"from", "to", "where", "why"}:
        raise ConfigError(f"{where}: the keys are from, to, where and why, not {', '.join(sorted(block))}")
    if block["where"] not in ("any", "start", "end"):
        raise ConfigError(f"{where}: 'where' is {block['where']!r}; it is any, start or end")
    return Rule(block["from"], block["to"], block["where"], block["why"])


def _pairs(rows: Iterable[Iterable[str]]) -> frozenset[tuple[str, str]]:
    pairs = [tuple(row) for row in rows]
    return frozenset((a, b) for first, second in pairs for a, b in ((first, second), (second, first)))


def _party_nouns(path: Path) -> PartyNouns:
    keys = ("nouns", "same", "small", "general", "before", "legal", "words", "descriptions", "leaders", "bodies")
    data = _table(path, (*keys, "stands_for_list", "ruling"))
    noun_of = {noun: noun for noun in data["nouns"]}
    noun_of.update({noun: row[0] for row in data["same"] for noun in row})
    words = {form: word for word, forms in data["words"].items() for form in forms}
    return PartyNouns(
        noun_of=noun_of,
        small=frozenset(data["small"]),
        general=frozenset(data["general"]),
        before=frozenset(data["before"]),
        legal=frozenset(data["legal"]),
        words=words,
        descriptions=frozenset(data["descriptions"]["words"]),
        leader_groups=tuple(data["leaders"]["group"]),
        leader_between=tuple(data["leaders"]["between"]),
        body_general=frozenset(data["bodies"]["general"]),
        list_always=frozenset(data["stands_for_list"]["always"]),
        list_beside=frozenset(data["stands_for_list"]["beside"]),
        ruling=frozenset(data["ruling"]["words"]),
        ruling_offices=tuple(data["ruling"]["offices"]),
    )


def _weights(path: Path) -> Weights:
    data = _table(path, ("persons", "parties", "feature"))
    features = [build(Feature, block, f"{path}, feature {i + 1}") for i, block in enumerate(data["feature"])]
    return Weights(
        build(Thresholds, data["persons"], f"{path}, persons"),
        build(Thresholds, data["parties"], f"{path}, parties"),
        {feature.name: feature for feature in features},
    )
