"""What `tallywire serve` keeps at hand: the page of the current run, and the decisions file it writes."""

from __future__ import annotations

import secrets
import threading
from dataclasses import dataclass
from pathlib import Path

from pipeline.commands import decide
from pipeline.commands.stored import Stored
from pipeline.reporting.content import Tables, read_tables
from pipeline.reporting.page import Server, render
from pipeline.running.errors import UsageError

MOST_NOTE = 500
ON_NAMES = tuple(kind for kind, (_, firsts, _) in decide.KINDS.items() if "entity" in firsts)
Line = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class Known:
    """The ids of a run, which decisions may name: `conflicts` and `facts` give the claims of each of them."""

    conflicts: dict[str, set[str]]
    facts: dict[str, set[str]]
    claims: set[str]
    articles: set[str]
    contests: set[str]
    entities: set[str]

    def holds(self, identifier: str) -> bool:
        """Say whether anything that can be decided on has this id."""
        known = (self.conflicts, self.facts, self.claims, self.articles, self.entities)
        return any(identifier in ids for ids in known)

    def refused(self, line: Line) -> str:
        """Return why the line is no decision on this run, "" where it is one."""
        kind, first, second, _ = line
        if kind in ON_NAMES:
            fits = {first, second} <= self.entities and first != second and first[:4] == second[:4]
            return "" if fits else "these are not two names of one kind in this run"
        if kind == "contest":
            fits = first in self.claims | self.articles and second in self.contests
            return "" if fits else "this claim or this election is not in this run"
        if kind == "drop":
            return "" if first in self.claims else "this claim is not in this run"
        if kind != "prefer":
            return "" if first in self.conflicts else "this conflict is not in this run"
        claims = self.conflicts.get(first) or self.facts.get(first)
        if claims is None:
            return "this conflict or figure is not in this run"
        return "" if second in claims else "this claim is not part of what is decided on"


def _known(tables: Tables) -> Known:
    return Known(
        {row["conflict_id"]: {*row["claim_ids_a"], *row["claim_ids_b"]} for row in tables.conflicts},
        {row["fact_id"]: set(row["claim_ids"]) for row in tables.knowledge},
        {row["claim_id"] for row in tables.claims},
        {row["article_id"] for row in tables.articles},
        {row["contest_id"] for row in tables.contests},
        {row["entity_id"] for row in tables.entities},
    )


class Desk:
    """The page and the decisions file. Requests come side by side: the file is changed by one at a time."""

    def __init__(self, out: Path, decisions: Path) -> None:
        """Serve the tables in `out`; keep decisions in the file `decisions`, which need not exist yet."""
        self.token = secrets.token_urlsafe(24)
        self._out, self._decisions = out, decisions
        self._lock = threading.Lock()
        self._made: tuple[Path, bytes] | None = None
        self._known = Known({}, {}, set(), set(), set(), set())

    def page(self) -> bytes:
        """Return the page of the run that is current now."""
        with self._lock:
            folder = Stored(self._out).folder
            if self._made is None or self._made[0] != folder:
                self._known, page = _read(folder, Server(self.token))
                self._made = folder, page
            return self._made[1]

    def rows(self) -> list[Line]:
        """Return what the file holds now: somebody may have edited it."""
        with self._lock:
            return decide.read_decisions(self._decisions)

    def keep(self, line: Line) -> None:
        """Put one decision into the file, in place of an earlier one on the same; kind "" takes that back.

        What this run does not know may be changed where the file decides on it already. Raises UsageError for what
        cannot be decided, RunError where the file cannot be written.
        """
        kind, first, second, note = line
        if kind not in ("", *decide.KINDS):
            raise UsageError("there is no such decision; load the page again")
        with self._lock:
            lines = decide.read_decisions(self._decisions)
            # In its place where there was one, so that the file's history shows one line changed.
            at = next((n for n, known in enumerate(lines) if _on(known) == _on(line)), None)
            if kind and (at is None or self._known.holds(first) or not _alike(kind, lines[at][0])):
                self._check(line)
            others = [known for known in lines if _on(known) != _on(line)]
            if kind:
                second = second if decide.KINDS[kind][2] != ("",) else ""
                others.insert(len(others) if at is None else at, (kind, first, second, _tidy(note)))
            if others != lines:
                decide.write_decisions(self._decisions, others)

    def _check(self, line: Line) -> None:
        why = self._known.refused(line)
        if why:
            raise UsageError(f"{why}; load the page again")


def _read(folder: Path, server: Server) -> tuple[Known, bytes]:
    """What the run's tables know, and their page. Some of them are read while the page is made."""
    import pyarrow as pa

    try:
        tables = read_tables(folder)
        return _known(tables), render(tables, server).encode("utf-8")
    except (OSError, pa.ArrowException) as error:
        reason = str(error).splitlines()[0]
        raise UsageError(f"{folder}: a table is not readable ({reason}); run tallywire again") from None


def _on(line: Line) -> tuple[str, ...]:
    """What a line decides on: two names, in whatever order, or one conflict, fact, claim or article."""
    kind, first, second, _ = line
    named = kind in ON_NAMES or (not kind and second)
    return tuple(sorted((first, second))) if named else (first,)


def _alike(kind: str, other: str) -> bool:
    """Say whether two kinds of decision can be on the same thing."""
    return not set(decide.KINDS[kind][1]).isdisjoint(decide.KINDS[other][1])


def _tidy(note: str) -> str:
    return " ".join("".join(c if c.isprintable() else " " for c in note).split())[:MOST_NOTE]
