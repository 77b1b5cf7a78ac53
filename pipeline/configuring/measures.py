"""What is counted: configs/measures/, one file a measure, with sentences that hold it and look-alikes that do not."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from pipeline.configuring.reconciling import ReconcilingConfig, load_reconciling
from pipeline.configuring.strict import ConfigError, build, read_toml

About = Literal["contest", "subject", "either"]
Nature = Literal["count", "share", "difference", "place", "entity", "text"]

# Natures whose value is a name or a text: such measures have no figures, and so no bounds.
WORDED = frozenset({"entity", "text"})


@dataclass(frozen=True, slots=True)
class Unit:
    """What one of a measure is, and the least and greatest figure there can be of it, both ends included."""

    name: str
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Expected:
    """A claim that must be read in an example. `figure` is the printed form; empty or None elsewhere is not asked."""

    figure: str
    value: float | None = None
    text: str = ""
    subject: str = ""
    unit: str = ""
    qualifier: str = ""


@dataclass(frozen=True, slots=True)
class Example:
    """A text from which exactly these claims of the measure are read, in this order."""

    text: str
    claims: tuple[Expected, ...]


@dataclass(frozen=True, slots=True)
class LookAlike:
    """A text from which no claim of the measure is read, and why not."""

    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure. `terms` are plural nouns that name it by themselves ("spoiled ballots").

    `label` is what people read; where land is counted, "areas" in it gives way to the unit: "Provinces led".
    """

    id: str
    label: str
    description: str
    about: About
    nature: Nature
    unit: tuple[Unit, ...] = ()
    terms: tuple[str, ...] = ()
    example: tuple[Example, ...] = ()
    look_alike: tuple[LookAlike, ...] = ()

    def unit_named(self, name: str) -> Unit | None:
        """Return the unit of this name; "area" stands for every unit of land. None where the measure has neither."""
        return next((u for u in self.unit if u.name == name), next((u for u in self.unit if u.name == "area"), None))


@dataclass(frozen=True, slots=True)
class Measures:
    """All measures in the order of their ids. `by_id` finds one."""

    all: tuple[Measure, ...]
    by_id: dict[str, Measure] = field(repr=False)

    @property
    def labels(self) -> dict[str, str]:
        """Each measure's label by its id."""
        return {measure.id: measure.label for measure in self.all}

    def within_bounds(self, measure: str, value: float | None, unit: str) -> bool:
        """Say whether a figure of `unit` can be of this measure; None, and an unknown measure or unit, is let pass.

        A turnout of 760 percent is a wrong reading, whatever the sentence looks like.
        """
        known = self.by_id.get(measure)
        limits = known.unit_named(unit) if known else None
        if value is None or limits is None:
            return True
        return (limits.low is None or value >= limits.low) and (limits.high is None or value <= limits.high)


def load_measures(folder: Path) -> Measures:
    """Read `folder`/measures/*.toml and check them, and the relations of `folder`/reconciling.toml against them.

    Raises ConfigError for an unknown key, a measure without an example or a look-alike, an example that its
    own measure rules out, a relation with an unknown measure, or measures that are parts of each other in a ring.
    """
    paths = sorted((folder / "measures").glob("*.toml"))
    if not paths:
        raise ConfigError(f"{folder / 'measures'}: no measure is configured; restore the folder or name another one")
    found = tuple(_load(path) for path in paths)
    measures = Measures(found, {m.id: m for m in found})
    _check_labels(found, folder)
    _check_terms(found, folder)
    check_relations(measures, load_reconciling(folder), folder / "reconciling.toml")
    return measures


def _load(path: Path) -> Measure:
    measure = build(Measure, read_toml(path), str(path))
    if measure.id != path.stem:
        raise ConfigError(f"{path}, key 'id': {measure.id!r} is not the file's name; make them the same")
    if not measure.example:
        raise ConfigError(f"{path}: key 'example' is missing; add a sentence that holds the measure")
    if not measure.look_alike:
        raise ConfigError(f"{path}: key 'look_alike' is missing; add a sentence that only looks as if it held it")
    if bool(measure.unit) == (measure.nature in WORDED):
        wrong = "unit" if measure.nature in WORDED else "nature"
        raise ConfigError(
            f"{path}, key {wrong!r}: a {measure.nature} has {'no' if measure.unit else 'a'} unit; mend one"
        )
    for i, unit in enumerate(measure.unit):
        if unit.low is not None and unit.high is not None and unit.low > unit.high:
            raise ConfigError(f"{path}, key 'unit'[{i}]: low is above high; exchange them")
    for i, example in enumerate(measure.example):
        if not example.claims:
            raise ConfigError(f"{path}, key 'example'[{i}]: key 'claims' is empty; say what is to be read")
        for claim in example.claims:
            _check_claim(measure, example, claim, f"{path}, key 'example'[{i}]")
    return measure


def _check_claim(measure: Measure, example: Example, claim: Expected, where: str) -> None:
    for key, printed in (("figure", claim.figure), ("subject", claim.subject)):
        if printed not in example.text:
            raise ConfigError(f"{where}: {key} {printed!r} does not stand in the text; print it as it does")
    if measure.nature in WORDED:
        if not claim.text:
            raise ConfigError(f"{where}: key 'text' is missing; say which words are the value")
        return
    if claim.value is None:
        raise ConfigError(f"{where}: key 'value' is missing; say which number the figure is")
    if claim.unit and measure.unit_named(claim.unit) is None:
        raise ConfigError(f"{where}: {measure.id} has no unit {claim.unit!r}; add it or mend the example")
    unit = claim.unit or measure.unit[0].name
    if not Measures((measure,), {measure.id: measure}).within_bounds(measure.id, claim.value, unit):
        raise ConfigError(f"{where}: {claim.value:g} is outside the bounds of {unit!r}; mend the one or the other")


def _check_labels(measures: Iterable[Measure], folder: Path) -> None:
    """Two measures of one label could not be told apart on the page, and one without words not be read."""
    owner: dict[str, str] = {}
    for measure in measures:
        where = f"{folder / 'measures' / measure.id}.toml, key 'label': {measure.label!r}"
        if not re.fullmatch(r"[A-Z]\S*( \S+)*", measure.label):
            raise ConfigError(f"{where} is no label; write words that begin with a capital, such as 'Votes cast'")
        known = owner.setdefault(measure.label.casefold(), measure.id)
        if known != measure.id:
            raise ConfigError(f"{where} is the label of {known!r} already; name one of them otherwise")


def _check_terms(measures: Iterable[Measure], folder: Path) -> None:
    """A noun that two measures claim would be read as whichever comes first."""
    owner: dict[str, str] = {}
    for measure in measures:
        for term in measure.terms:
            if term in owner:
                raise ConfigError(
                    f"{folder / 'measures' / measure.id}.toml, key 'terms': {term!r} names {owner[term]!r} already; "
                    "take it out of one of them"
                )
            owner[term] = measure.id


def check_relations(measures: Measures, config: ReconcilingConfig, path: Path) -> None:
    """Raise ConfigError where `config` names a measure there is not, or makes a measure a part of itself."""
    for where, name in _named(config):
        if name not in measures.by_id:
            raise ConfigError(
                f"{path}, {where}: there is no measure {name!r}; add configs/measures/{name}.toml or mend it"
            )
    wholes: dict[str, set[str]] = {}
    for relation in config.relation:
        if relation.kind in ("at_most", "parts") and relation.whole:
            wholes.setdefault(relation.part, set()).add(relation.whole)
    for start in sorted(wholes):
        ring = _ring(start, wholes)
        if ring:
            raise ConfigError(f"{path}: {' is part of '.join(ring)}: a ring of relations; take one of them out")


def _named(config: ReconcilingConfig) -> Iterable[tuple[str, str]]:
    """Every measure that the configuration of reconciling names, with where it does."""
    for key in ("counted", "growing", "texts"):
        for name in getattr(config.comparing, key):
            yield f"key 'comparing.{key}'", name
    for name in (*config.records.measures, config.records.default_measure):
        yield "key 'records'", name
    for distinction in config.distinction:
        for name in distinction.measures:
            yield f"distinction {distinction.name!r}", name
    for relation in config.relation:
        for key in ("part", "whole", "top", "bottom", "result", "change"):
            if getattr(relation, key):
                yield f"relation {relation.name!r}, key {key!r}", getattr(relation, key)


def _ring(start: str, wholes: dict[str, set[str]]) -> tuple[str, ...]:
    """The way from a measure back to itself over what it is part of; empty where there is none."""
    stack: list[tuple[str, ...]] = [(start,)]
    seen: set[str] = set()
    while stack:
        way = stack.pop()
        for whole in sorted(wholes.get(way[-1], ()), reverse=True):
            if whole == start:
                return (*way, whole)
            if whole not in seen:
                seen.add(whole)
                stack.append((*way, whole))
    return ()
