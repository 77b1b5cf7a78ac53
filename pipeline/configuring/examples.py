"""Sentences that show what each list of words is for: configs/examples/, one file for each file of lists.

The tests read every sentence, with its lists and without them. No run needs them, so `load` leaves them alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pipeline.configuring.measures import WORDED, Expected, Measures, load_measures
from pipeline.configuring.strict import ConfigError, build, read_toml

FOLDER = "examples"
FILES = ("terms", "counting", "naming", "circumstances", "statements")


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectedClaim(Expected):
    """A claim that must be read. No scope and no speaker means that there is none; an empty stage is not asked."""

    measure: str
    scope: str = ""
    said_by: str = ""
    stage: str = ""


@dataclass(frozen=True, slots=True)
class ListExample:
    """A text from which exactly these claims are read; with any one of `lists` emptied, others or none are.

    A list is named as in its file, "seats.haul", or "areas" for a table of words with what they stand for.
    """

    lists: tuple[str, ...]
    text: str
    claims: tuple[ExpectedClaim, ...]


@dataclass(frozen=True, slots=True)
class _File:
    example: tuple[ListExample, ...]


def load_examples(folder: Path) -> dict[str, tuple[ListExample, ...]]:
    """Return the examples of `folder`/examples by the file of lists they are for; none where there is no such folder.

    Raises ConfigError for an unknown key, file, list or measure, or a claim that does not fit its text.
    """
    place = folder / FOLDER
    if not place.is_dir():
        return {}
    for path in sorted(place.iterdir()):
        if path.stem not in FILES or path.suffix != ".toml":
            raise ConfigError(f"{path}: no file of lists has this name; the files are {', '.join(FILES)}, .toml each")
    measures = load_measures(folder)
    return {name: _load(folder, name, measures) for name in FILES}


def list_names(folder: Path, file: str) -> tuple[str, ...]:
    """Return the name of every list of words in `folder`/`file`.toml, in its order."""
    return tuple(_names(read_toml(folder / f"{file}.toml")))


def _names(tables: dict[str, dict[str, object]]) -> Iterator[str]:
    for table, entries in tables.items():
        if any(isinstance(words, str) for words in entries.values()):
            yield table
        else:
            yield from (f"{table}.{key}" for key in entries)


def _load(folder: Path, file: str, measures: Measures) -> tuple[ListExample, ...]:
    path, known = folder / FOLDER / f"{file}.toml", list_names(folder, file)
    examples = build(_File, read_toml(path), str(path)).example
    for i, example in enumerate(examples):
        where = f"{path}, key 'example'[{i}]"
        if not example.lists:
            raise ConfigError(f"{where}: key 'lists' is empty; name the list that the text is for")
        for name in example.lists:
            if name not in known:
                raise ConfigError(f"{where}: {file}.toml has no list {name!r}; mend the name")
        for claim in example.claims:
            _check(claim, example.text, measures, where)
    return examples


def _check(claim: ExpectedClaim, text: str, measures: Measures, where: str) -> None:
    measure = measures.by_id.get(claim.measure)
    if measure is None:
        raise ConfigError(f"{where}: there is no measure {claim.measure!r}; mend the name")
    for key, printed in (("figure", claim.figure), ("subject", claim.subject), ("said_by", claim.said_by)):
        if printed not in text:
            raise ConfigError(f"{where}: {key} {printed!r} does not stand in the text; print it as it does")
    if claim.unit and measure.nature not in WORDED and measure.unit_named(claim.unit) is None:
        raise ConfigError(f"{where}: {measure.id} has no unit {claim.unit!r}; mend the name")
    if measure.nature in WORDED and not claim.text:
        raise ConfigError(f"{where}: key 'text' is missing; say which words are the value")
    if measure.nature not in WORDED and claim.value is None:
        raise ConfigError(f"{where}: key 'value' is missing; say which number the figure is")
