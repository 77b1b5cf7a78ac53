"""Words beside a number that make it no count, from configs/dates.toml."""

from __future__ import annotations

from dataclasses import dataclass, fields
from pathlib import Path

from pipeline.configuring.strict import build, read_toml

Words = frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sets:
    durations: Words
    money: Words
    money_signs: Words
    sizes: Words
    numbered: Words
    ages: Words
    becoming: Words
    grown: Words
    paged: Words
    numbered_short: Words
    glued: Words
    clock: Words
    half_days: Words
    half_letters: Words
    day_links: Words
    day_pairs: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class _File(_Sets):
    months: tuple[str, ...]
    weekdays: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dates(_Sets):
    """Word sets, lower case; `months` maps a month's name or short form to 1..12, `weekdays` to 0 (Monday)..6."""

    months: dict[str, int]
    weekdays: dict[str, int]


def load_dates(folder: Path) -> Dates:
    """Read configs/dates.toml. Raises ConfigError for an unknown or missing key."""
    path = folder / "dates.toml"
    file = build(_File, read_toml(path), str(path))
    full = {name: i for i, name in enumerate(file.months[:12], 1)}
    short = {name: full[next(f for f in file.months[:12] if f.startswith(name[:3]))] for name in file.months[12:]}
    weekdays = {name: i for i, name in enumerate(file.weekdays)}
    sets = {f.name: getattr(file, f.name) for f in fields(_Sets)}
    return Dates(months=full | short, weekdays=weekdays, **sets)
