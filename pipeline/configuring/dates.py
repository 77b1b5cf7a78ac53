"""Words beside a number that make it no count, from configs/dates.toml."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pipeline.configuring.strict import build, read_toml


@dataclass(frozen=True, slots=True)
class _File:
    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    durations: tuple[str, ...]
    money: tuple[str, ...]
    money_signs: tuple[str, ...]
    sizes: tuple[str, ...]
    numbered: tuple[str, ...]
    clock: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Dates:
    """Word sets, lower case; `months` maps a month's name or short form to 1..12, `weekdays` to 0 (Monday)..6."""

    months: dict[str, int]
    weekdays: dict[str, int]
    durations: frozenset[str]
    money: frozenset[str]
    money_signs: frozenset[str]
    sizes: frozenset[str]
    numbered: frozenset[str]
    clock: frozenset[str]


def load_dates(folder: Path) -> Dates:
    """Read configs/dates.toml. Raises ConfigError for an unknown or missing key."""
    path = folder / "dates.toml"
    file = build(_File, read_toml(path), str(path))
    full = {name: i for i, name in enumerate(file.months[:12], 1)}
    short = {name: full[next(f for f in file.months[:12] if f.startswith(name[:3]))] for name in file.months[12:]}
    return Dates(
        full | short,
        {name: i for i, name in enumerate(file.weekdays)},
        frozenset(file.durations),
        frozenset(file.money),
        frozenset(file.money_signs),
        frozenset(file.sizes),
        frozenset(file.numbered),
        frozenset(file.clock),
    )
