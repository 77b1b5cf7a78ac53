"""Strict reading of configuration: TOML into frozen dataclasses, CSV into rows; an unknown key is an error.

Every error is a `ConfigError`: one sentence that names the file, the key and the mend.
"""

from __future__ import annotations

import csv
import dataclasses
import tomllib
import types
import typing
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeVar

T = TypeVar("T")
# Of a field that no file sets: it is filled in later, and a file that holds its key is refused.
NOT_IN_FILES = {"in_files": False}


class ConfigError(Exception):
    """A configuration file that cannot be used; the message is meant for the user as it stands."""


def read_toml(path: Path) -> dict[str, Any]:
    """Return the TOML file as a dict. Raises ConfigError where it is missing, not UTF-8 or not TOML."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise ConfigError(f"{path}: the file is missing; restore it or name another folder with --config") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: not valid TOML ({error}); mend the line named") from None


def read_csv(path: Path, columns: tuple[str, ...], optional: tuple[str, ...] = ()) -> Iterator[dict[str, str]]:
    """Yield the rows of a CSV file with exactly these columns; lines that begin with '#' are comments.

    Raises ConfigError for a missing file, an unknown or missing column, or a row of another length.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise ConfigError(f"{path}: the file is missing; restore it or name another folder with --config") from None
    reader = csv.reader(line for line in text.splitlines() if not line.startswith("#"))
    header = tuple(next(reader, ()))
    for name in header:
        if name not in columns + optional:
            raise ConfigError(f"{path}: unknown column {name!r}; the columns are {', '.join(columns + optional)}")
    for name in columns:
        if name not in header:
            raise ConfigError(f"{path}: column {name!r} is missing; add it to the first line")
    for row in reader:
        if row and len(row) != len(header):
            raise ConfigError(f"{path}: row {','.join(row)!r} has {len(row)} fields, not {len(header)}; mend the row")
        if row:
            yield dict(zip(header, row, strict=True))


def build(cls: type[T], data: object, where: str) -> T:
    """Make a dataclass of plain TOML values, recursively; lists become tuples or frozen sets, as the field says.

    `where` names the file and the place in it, for the message. Raises ConfigError for an unknown key,
    a missing one, or a value of the wrong type.
    """
    if not isinstance(data, dict):
        raise ConfigError(f"{where}: a table is expected here, not {data!r}")
    hints = typing.get_type_hints(cls)
    fields = {f.name: f for f in dataclasses.fields(cls) if f.metadata.get("in_files", True)}  # type: ignore[arg-type]
    for key in data:
        if key not in fields:
            raise ConfigError(f"{where}: unknown key {key!r}; the keys are {', '.join(sorted(fields))}")
    values = {}
    for name, f in fields.items():
        if name in data:
            values[name] = _value(hints[name], data[name], f"{where}, key {name!r}")
        elif f.default is dataclasses.MISSING and f.default_factory is dataclasses.MISSING:
            raise ConfigError(f"{where}: key {name!r} is missing; add it")
    return cls(**values)


def _value(hint: Any, data: object, where: str) -> Any:
    origin, args = typing.get_origin(hint), typing.get_args(hint)
    if origin in (typing.Union, types.UnionType):
        return _value(next(a for a in args if a is not type(None)), data, where)
    if origin is tuple and isinstance(data, list):
        return tuple(_value(args[0], item, f"{where}[{i}]") for i, item in enumerate(data))
    if origin is frozenset and isinstance(data, list):
        return frozenset(_value(args[0], item, f"{where}[{i}]") for i, item in enumerate(data))
    if origin is dict and isinstance(data, dict):
        return {key: _value(args[1], item, f"{where}.{key}") for key, item in data.items()}
    if origin is typing.Literal and data in args:
        return data
    if dataclasses.is_dataclass(hint):
        return build(typing.cast(type, hint), data, where)
    if hint is float and isinstance(data, int | float) and not isinstance(data, bool):
        return float(data)
    plain = isinstance(hint, type) and origin is None and isinstance(data, hint)
    if plain and (hint is bool or not isinstance(data, bool)):
        return data
    raise ConfigError(f"{where}: {data!r} is not a {getattr(hint, '__name__', hint)}; mend the value")
