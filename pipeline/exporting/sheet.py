"""One table on its way out: its columns and its rows, as they stand in the run's folder."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.tabling.schemas import Table

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table and how to get its rows; they are read when they are asked for, so that one table is held at a time."""

    table: Table
    read: Callable[[], list[Row]]

    @property
    def name(self) -> str:
        """Return the table's name, which names its file, sheet or database table too."""
        return self.table.name

    @property
    def columns(self) -> list[str]:
        """Return the names of its columns, in order."""
        return [column.name for column in self.table.columns]


def replaced(path: Path, write: Callable[[Path], Any]) -> Path:
    """Write beside `path` and rename, so that no half-written file bears the name. Raises OSError."""
    beside = path.with_name(f".{path.name}.tmp")
    beside.unlink(missing_ok=True)
    try:
        write(beside)
        return beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
