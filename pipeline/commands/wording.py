"""How a contest, a figure, a claim and a conflict are put in words, the same in every command."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pipeline.commands.stored import Row, Stored
from pipeline.commands.terminal import Printer
from pipeline.configuring.labels import measure_words, plural_of

CLAIMS_A_SIDE = 3
_NO_UNITS = ("", None, "place", "entity", "text")  # of what is not counted: a rank, a name, an office


def number(value: float | None) -> str:
    """Return a figure without needless decimals: 18.0 -> "18", 44.52 -> "44.52", 1200000.0 -> "1,200,000"."""
    if value is None:
        return "open"
    if value.is_integer():
        return f"{int(value):,}" if abs(value) >= 10_000 else str(int(value))
    return f"{value:,.4f}".rstrip("0")


def contest_words(contest: Row | None) -> str:
    """Return an election in words, such as "IQ legislative 2018-05-12"."""
    if contest is None:
        return "election unknown"
    when = contest["contest_date"] or (str(contest["contest_year"]) if contest["contest_year"] else "year unknown")
    where = [contest["contest_country"] or "country unknown", contest["contest_kind"], when, contest["contest_body"]]
    rounds = f"round {contest['contest_round']}" if contest["contest_round"] else None
    return " ".join(part for part in (*where, rounds) if part)


def key_words(stored: Stored, row: Row) -> str:
    """Return what a fact, claim or conflict is about: contest, subject, measure, unit, scope."""
    contest = stored.contests.get(row["contest_id"]) if row["contest_id"] else None
    subject = row.get("subject") or row.get("subject_text")
    measure = measure_words(stored.labels, row["measure"], row["unit"])
    if row["unit"] not in _NO_UNITS and not any(unit in measure for unit in (row["unit"], plural_of(row["unit"]))):
        measure += f" ({row['unit']})"
    scope = f"in {row['scope']}" if row.get("scope") else None
    return " · ".join(part for part in (contest_words(contest), subject, measure, scope) if part)


def interval_words(row: Row) -> str:
    """Return the interval that a claim or fact stands for, such as "[44.515, 44.525]"."""
    if row["value_low"] is None and row["value_high"] is None:
        return "no interval"
    return f"[{number(row['value_low'])}, {number(row['value_high'])}]"


def stage_of(claim: Row) -> str:
    """Return the stage by which a claim was compared; tables before 1.2 hold only the one that was read."""
    return str(claim.get("count_stage") or claim["stage"])


def claim_lines(printer: Printer, stored: Stored, claim: Row, indent: int) -> None:
    """Print a claim: its sentence with the figure marked, then where it stands and who says it."""
    start = claim["char_start"] - claim["sentence_start"]
    end = claim["char_end"] - claim["sentence_start"]
    printer.sentence(claim["sentence"], start, end, indent=indent)
    article = stored.articles.get(claim["article_id"], {})
    where = f"characters {claim['char_start']}-{claim['char_end']}"
    stage = f"{stage_of(claim)} count" if stage_of(claim) != "unknown" else None
    said = f"said by {claim['attributed_to']}" if claim["attributed_to"] else None
    parts = (
        claim["path"],
        article.get("source"),
        claim["published"] or "no date",
        where,
        stage,
        said,
        claim["claim_id"],
    )
    printer.line(", ".join(part for part in parts if part), style="dim", indent=indent + 2)


def side_lines(printer: Printer, stored: Stored, value: str, claim_ids: Sequence[str], limit: int | None) -> None:
    """Print one side of a conflict; copies of one piece of writing are folded under its first claim."""
    printer.line(f"says {value}:", style="bold", indent=2)
    witnesses: dict[str, list[Row]] = {}
    for claim in (stored.claims[claim_id] for claim_id in claim_ids if claim_id in stored.claims):
        witnesses.setdefault(claim["origin_id"], []).append(claim)
    shown = list(witnesses.values())[:limit]
    for copies in shown:
        claim_lines(printer, stored, copies[0], indent=4)
        others = _paths(copy for copy in copies[1:] if copy["article_id"] != copies[0]["article_id"])
        if others:
            printer.line(f"the same writing also in {', '.join(others)}", style="dim", indent=6)
    if len(witnesses) > len(shown):
        printer.line(f"and {len(witnesses) - len(shown)} more", style="dim", indent=4)


def _paths(claims: Iterable[Row]) -> list[str]:
    return sorted({claim["path"] for claim in claims})


def conflict_lines(printer: Printer, stored: Stored, conflict: Row, limit: int | None = CLAIMS_A_SIDE) -> None:
    """Print a conflict with both sides' sentences and the reason; `limit` is the most witnesses shown a side."""
    style = "bold yellow" if conflict["kind"] == "revision" else "bold red"
    head = f"{conflict['kind']} {conflict['conflict_id']}, severity {conflict['severity']:.2f}"
    printer.pieces([(head, style), (f": {key_words(stored, conflict)}", "bold")])
    side_lines(printer, stored, conflict["value_a"], conflict["claim_ids_a"], limit)
    side_lines(printer, stored, conflict["value_b"], conflict["claim_ids_b"], limit)
    printer.line(f"why: {conflict['explanation']}", indent=2)
    decided = decision_words(conflict)
    if decided:
        printer.line(f"decided: {decided}", style="bold", indent=2)


def decision_words(conflict: Row) -> str:
    """Return what a person decided on a conflict, with the note; "" where nothing is decided."""
    words = {"real": "a real conflict", "not_conflict": "not a conflict", "prefer": "one value is right"}
    kind, note = conflict.get("decision"), conflict.get("decision_note")
    if not kind:
        return ""
    return words.get(kind, str(kind)) + (f" ({note})" if note else "")


def plural(count: int, noun: str, nouns: str | None = None) -> str:
    """Return "1 claim", "2 claims"; `nouns` where the plural is not the noun with an s."""
    return f"{count:,} {noun if count == 1 else nouns or noun + 's'}"
