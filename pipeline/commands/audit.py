"""`tallywire audit`: the conflicts, worst first, each with both sentences."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from pipeline.commands.stored import Row, Stored
from pipeline.commands.terminal import Printer
from pipeline.commands.wording import conflict_lines, plural
from pipeline.running.errors import UsageError
from pipeline.types import ConflictKind

KINDS: tuple[str, ...] = get_args(ConflictKind)


@dataclass(frozen=True, slots=True)
class Filter:
    """Which conflicts are asked for; None is all. Revisions are left out unless asked for by kind or `everything`,
    what was decided to be no conflict unless by `everything`."""

    kind: str | None = None
    measure: str | None = None
    country: str | None = None
    everything: bool = False

    def takes(self, conflict: Row, stored: Stored) -> bool:
        """Say whether the conflict is of the kind, measure and country asked for."""
        contest = stored.contests.get(conflict["contest_id"] or "", {})
        return (
            self.kind in (None, conflict["kind"])
            and self.measure in (None, conflict["measure"])
            and (self.country is None or self.country.upper() == contest.get("contest_country"))
        )


def audit(out: Path, wanted: Filter, limit: int | None) -> None:
    """Print the conflicts. Raises UsageError for an unknown kind, or a measure or country that no table holds."""
    stored = Stored(out)
    _check(wanted, stored)
    found = [row for row in stored.conflicts.values() if wanted.takes(row, stored)]
    hidden = aside = 0
    if wanted.kind is None and not wanted.everything:
        hidden = sum(row["kind"] == "revision" for row in found)
        found = [row for row in found if row["kind"] != "revision"]
    if not wanted.everything:
        aside = sum(row.get("decision") == "not_conflict" for row in found)
        found = [row for row in found if row.get("decision") != "not_conflict"]
    printer = Printer()
    for conflict in found[:limit]:
        conflict_lines(printer, stored, conflict)
        printer.line()
    revisions = sum(row["kind"] == "revision" for row in found)
    counts = [plural(len(found) - revisions, "conflict")] if wanted.kind != "revision" else []
    summary = ", ".join([*counts, *([plural(revisions, "revision")] if revisions or not counts else [])])
    if limit is not None and limit < len(found):
        summary += f", the worst {limit} shown"
    if hidden:
        summary += f"; {plural(hidden, 'revision')} not shown (--kind revision or --all shows them)"
    if aside:
        summary += f"; {plural(aside, 'conflict')} decided to be none not shown (--all shows them)"
    printer.line(summary)


def _check(wanted: Filter, stored: Stored) -> None:
    if wanted.kind is not None and wanted.kind not in KINDS:
        raise UsageError(f"--kind {wanted.kind}: no such kind of conflict; the kinds are {', '.join(KINDS)}")
    measures = sorted({row["measure"] for row in stored.claims.values()})
    if wanted.measure is not None and wanted.measure not in measures:
        raise UsageError(
            f"--measure {wanted.measure}: no claim has this measure; those in the tables are {', '.join(measures)}"
        )
    countries = sorted({row["contest_country"] for row in stored.contests.values() if row["contest_country"]})
    if wanted.country is not None and wanted.country.upper() not in countries:
        raise UsageError(
            f"--country {wanted.country}: no election of it in the tables; they hold {', '.join(countries)}"
        )
