"""Quality floors: scores that must not be fallen below, kept in a file that only a command lowers."""

from __future__ import annotations

from pathlib import Path

from pipeline.configuring.strict import ConfigError, read_toml
from pipeline.evaluating.score import Score

_HEAD = """\
# Scores that tallywire evaluate must not fall below, one table a set of marked articles.
# Raised by `tallywire evaluate --raise`, lowered only by `--lower`.
"""


def figures(score: Score) -> dict[str, float]:
    """Return the figures of a score that floors are set for."""
    return {
        "figure_precision": score.figure.precision,
        "figure_f1": score.figure.f1,
        "subject_f1": score.subject.f1,
        "full_f1": score.full.f1,
    }


def read_floors(path: Path) -> dict[str, dict[str, float]]:
    """Return the floors by set; none where there is no file. Raises ConfigError for a file of another form."""
    if not path.exists():
        return {}
    floors: dict[str, dict[str, float]] = {}
    for name, table in read_toml(path).items():
        if not isinstance(table, dict) or not all(isinstance(floor, float | int) for floor in table.values()):
            raise ConfigError(f"{path}, table {name!r}: a table of numbers is expected; mend it")
        floors[name] = {figure: float(floor) for figure, floor in table.items()}
    return floors


def fallen(score: Score, floors: dict[str, float]) -> list[str]:
    """Return a sentence for each floor that the score is below."""
    reached = figures(score)
    return [
        f"{name} is {reached.get(name, 0.0):.3f}, below its floor {floor:.3f}"
        for name, floor in floors.items()
        if reached.get(name, 0.0) < floor
    ]


def raised(score: Score, floors: dict[str, float]) -> dict[str, float]:
    """Return the floors, each at the score reached where that is higher."""
    return {name: max(value, floors.get(name, 0.0)) for name, value in figures(score).items()}


def write_floors(path: Path, floors: dict[str, dict[str, float]]) -> None:
    """Write the floors, sets in the order of their names. Raises OSError."""
    lines = [_HEAD]
    for name, table in sorted(floors.items()):
        lines.append(f'\n["{name}"]\n' + "".join(f"{figure} = {floor:.3f}\n" for figure, floor in table.items()))
    beside = path.with_name(f".{path.name}.tmp")
    beside.write_text("".join(lines), encoding="utf-8")
    beside.replace(path)
