"""Decisions by people: rows of decisions.csv that every run applies, by stable ids; a row taken away takes it back."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from pipeline.configuring.strict import ConfigError, read_csv

COLUMNS = ("kind", "id_a", "id_b", "note")
FILE = "decisions.csv"
PAIRS = ("same", "different", "contest", "prefer")  # kinds that need both ids
SINGLES = ("drop", "real", "not_conflict")
KINDS = (*PAIRS, *SINGLES)


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision. `id_b` and `note` are empty where there is none."""

    kind: str
    id_a: str
    id_b: str
    note: str

    @property
    def by_whom(self) -> str:
        """How a basis names it: "by decision (their site says so)"."""
        return f"by decision ({self.note})" if self.note else "by decision"

    def unknown(self, what: str) -> str:
        """Return the sentence for an id that the run does not know."""
        ids = ", ".join(part for part in (self.id_a, self.id_b) if part)
        return f"decision {self.kind} {ids} is not applied: {what}; take its row away if it is out of date"


@dataclass(frozen=True, slots=True)
class Decisions:
    """All decisions in the file's order; of two on the same things the later counts."""

    rows: tuple[Decision, ...] = ()

    def of(self, *kinds: str) -> tuple[Decision, ...]:
        """Return the decisions of these kinds, in the file's order."""
        return tuple(row for row in self.rows if row.kind in kinds)

    @property
    def digest(self) -> str:
        """A hash of what is decided; comments and empty lines of the file do not change it."""
        rows = [(row.kind, row.id_a, row.id_b, row.note) for row in self.rows]
        return hashlib.blake2b(repr(rows).encode(), digest_size=8).hexdigest()


NO_DECISIONS = Decisions()


def load_decisions(folder: Path) -> Decisions:
    """Read `folder`/decisions.csv; none where there is no such file. Raises ConfigError for a row that cannot be."""
    path = folder / FILE
    return read_decisions(path) if path.exists() else NO_DECISIONS


def read_decisions(path: Path) -> Decisions:
    """Read a file of decisions. Raises ConfigError for a missing file, an unknown kind or an id that is missing."""
    rows = []
    for cells in read_csv(path, COLUMNS):
        row = Decision(*(cells[column].strip() for column in COLUMNS))
        if row.kind not in KINDS:
            raise ConfigError(f"{path}: no such kind of decision as {row.kind!r}; the kinds are {', '.join(KINDS)}")
        if not row.id_a or (row.kind in PAIRS and not row.id_b):
            raise ConfigError(f"{path}: a decision {row.kind!r} lacks an id; give it or take the row away")
        rows.append(row)
    return Decisions(tuple(rows))
