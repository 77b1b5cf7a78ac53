"""`tallywire decide`: a person's decision, kept in a file that every run applies and anyone can edit."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from pipeline.commands.stored import Stored
from pipeline.commands.terminal import Printer
from pipeline.configuring import decisions
from pipeline.configuring.folder import configs_folder
from pipeline.configuring.strict import ConfigError
from pipeline.running.errors import RunError, UsageError

COLUMNS = decisions.COLUMNS
# What each kind of decision says, and which kinds of thing its two ids name ("" is: none).
KINDS = {
    "same": ("these two entities are one", ("entity",), ("entity",)),
    "different": ("these two entities, or this entity and this name, are not one", ("entity",), ("entity", "name")),
    "contest": (
        "this claim, or every claim of this article, is about this contest",
        ("claim", "article"),
        ("contest",),
    ),
    "drop": ("this claim is not to be used", ("claim",), ("",)),
    "real": ("this is a real conflict", ("conflict",), ("",)),
    "not_conflict": ("this is no conflict", ("conflict",), ("",)),
    "prefer": ("of this conflict or fact, this claim's value is right", ("conflict", "fact"), ("claim",)),
}
_HEAD = """\
# Decisions of people, applied on every run; take a line away to take the decision back.
# kind: same (two entities; the first id stays), different (two entities, or an entity and a printed name),
# contest (a claim or article, and its contest), drop (a claim), real and not_conflict (a conflict),
# prefer (a conflict or fact, and the claim whose value is right).
"""


def decisions_file(given: Path | None) -> Path:
    """Return the file that decisions are kept in."""
    try:
        return given or configs_folder() / decisions.FILE
    except ConfigError as error:
        raise UsageError(str(error)) from None


def decide(decision: tuple[str, str, str, str], out: Path, path: Path) -> None:
    """Append the decision (kind, id, other id or "", note), its ids completed from the tables in `out`.

    Raises UsageError for a decision that cannot be meant, RunError where the file cannot be written.
    """
    kind, first, second, note = decision
    if kind not in KINDS:
        raise UsageError(f"{kind}: no such kind of decision; the kinds are {', '.join(KINDS)}")
    stored = Stored(out)
    _, firsts, seconds = KINDS[kind]
    row = (kind, _completed(stored, first, firsts), _completed(stored, second, seconds), " ".join(note.split()))
    if kind in ("same", "different") and row[1] == row[2]:
        raise UsageError(f"{first} and {second} are the same id; a decision needs two")
    rows = read_decisions(path)
    if row[:3] in [known[:3] for known in rows]:
        raise UsageError(f"{path}: this decision is already there; take its line away to take it back")
    write_decisions(path, [*rows, row])
    Printer().line(
        f"{KINDS[kind][0]}: {row[1]}" + (f", {row[2]}" if row[2] else "") + f"; kept in {path}, applied by the next run"
    )


def undo(number: int, path: Path) -> None:
    """Take back the decision with this number (from 1). Raises UsageError where there is none."""
    rows = read_decisions(path)
    if not 1 <= number <= len(rows):
        raise UsageError(f"--undo {number}: {path} holds {len(rows)} decisions; tallywire decide --list shows them")
    write_decisions(path, rows[: number - 1] + rows[number:])
    Printer().line(f"taken back: {', '.join(part for part in rows[number - 1] if part)}")


def show_decisions(path: Path) -> None:
    """Print the decisions with their numbers."""
    for number, row in enumerate(read_decisions(path), start=1):
        Printer().line(f"{number}. {', '.join(part for part in row if part)}")


def read_decisions(path: Path) -> list[tuple[str, str, str, str]]:
    """Return the rows of the file, none where there is no file. Raises UsageError for a file of another form."""
    if not path.exists():
        return []
    try:
        return [(row.kind, row.id_a, row.id_b, row.note) for row in decisions.read_decisions(path).rows]
    except ConfigError as error:
        raise UsageError(str(error)) from None


def _completed(stored: Stored, wanted: str, kinds: tuple[str, ...]) -> str:
    from pipeline.commands.show import find

    if kinds == ("",):
        if wanted:
            raise UsageError(f"{wanted}: this kind of decision takes one id")
        return ""
    if not wanted:
        raise UsageError(f"a second id is missing; give that of a {' or '.join(kinds)}")
    if "name" in kinds and any(wanted in (e["name"], *e["aliases"]) for e in stored.entities.values()):
        return wanted
    kind, found = find(stored, wanted)
    if kind not in kinds:
        raise UsageError(f"{wanted}: this is a {kind}; the decision takes a {' or '.join(kinds)} here")
    return found


def write_decisions(path: Path, rows: list[tuple[str, str, str, str]]) -> None:
    """Write the decisions file anew, whole or not at all. Raises RunError where it cannot be written."""
    # Comments of the file's own stand at its head and are kept.
    kept = (
        [line for line in path.read_text(encoding="utf-8").splitlines(True) if line.startswith("#")]
        if path.exists()
        else []
    )
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(rows)
    beside = path.with_name(f".{path.name}.tmp")
    try:
        beside.write_text(("".join(kept) or _HEAD) + stream.getvalue(), encoding="utf-8")
        beside.replace(path)
    except OSError as error:
        raise RunError(f"{path}: cannot write ({error.strerror}); name another file with --decisions") from None
