"""`tallywire show ID`: a fact, claim, conflict, entity, article or contest with everything that speaks for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

from pipeline.commands.stored import Row, Stored
from pipeline.commands.terminal import Printer
from pipeline.commands.wording import (
    claim_lines,
    conflict_lines,
    contest_words,
    interval_words,
    key_words,
    number,
    plural,
    side_lines,
    stage_of,
)
from pipeline.running.errors import UsageError

CANDIDATES_SHOWN = 10
ROWS_SHOWN = 40


def show(wanted: str, out: Path) -> None:
    """Print what bears this id, or the one id that begins so. Raises UsageError where none or several do."""
    stored = Stored(out)
    kind, found = find(stored, wanted)
    _SHOW[kind](Printer(), stored, found)


def find(stored: Stored, wanted: str) -> tuple[str, str]:
    """Return the kind and the full id. Raises UsageError where no id, or more than one, begins with `wanted`."""
    ids = {kind: rows(stored) for kind, rows in _ROWS.items()}
    exact = [(kind, wanted) for kind, rows in ids.items() if wanted in rows]
    begun = [(kind, name) for kind, rows in ids.items() for name in rows if wanted and name.startswith(wanted)]
    found = exact or begun
    if not found:
        raise UsageError(f"{wanted}: no {', '.join(_ROWS)} has an id that begins so in {stored.folder}")
    if len(found) > 1:
        names = ", ".join(f"{name} ({kind})" for kind, name in found[:CANDIDATES_SHOWN])
        more = f" and {len(found) - CANDIDATES_SHOWN} more" if len(found) > CANDIDATES_SHOWN else ""
        raise UsageError(f"{wanted}: several ids begin so: {names}{more}; give more of it")
    return found[0]


def _fields(printer: Printer, pairs: Iterable[tuple[str, object]]) -> None:
    for name, value in pairs:
        if value not in (None, "", []):
            printer.pieces([(f"{name}: ", "dim"), (str(value), "")], indent=2)


def _value(row: Row) -> str:
    if row["value"] is None or row["measure"] == "record":  # of a record the figure is a year: it counts nothing
        return row["value_text"] or "no value"
    return f"{number(row['value'])} {row['unit']}, {interval_words(row)}"


def _claims(printer: Printer, stored: Stored, claims: Iterable[Row]) -> None:
    for claim in claims:
        printer.line(f"{_value(claim)} ({claim['qualifier']})", style="bold", indent=2)
        claim_lines(printer, stored, claim, indent=4)


def _limited(printer: Printer, rows: list[Row], line: Callable[[Row], str]) -> None:
    for row in rows[:ROWS_SHOWN]:
        printer.line(line(row), indent=2)
    if len(rows) > ROWS_SHOWN:
        printer.line(f"and {len(rows) - ROWS_SHOWN} more", style="dim", indent=2)


def _fact(printer: Printer, stored: Stored, wanted: str) -> None:
    fact = stored.facts[wanted]
    printer.pieces([(f"fact {wanted}", "bold green"), (f": {key_words(stored, fact)}", "bold")])
    witnesses = ", ".join(
        (plural(fact["n_claims"], "claim"), plural(fact["n_articles"], "article"), plural(fact["n_origins"], "origin"))
    )
    _fields(
        printer,
        (
            ("value", _value(fact)),
            ("as printed", fact["value_text"]),
            ("stage", fact["stage"]),
            ("verdict", f"{fact['verdict']} ({witnesses})"),
            ("published", " to ".join(sorted({d for d in (fact["first_published"], fact["last_published"]) if d}))),
            ("why this value", fact["choice"]),
            ("contest", fact["contest_id"]),
            ("subject", fact["subject_id"]),
        ),
    )
    printer.line("claims", style="bold")
    _claims(printer, stored, [stored.claims[i] for i in fact["claim_ids"] if i in stored.claims])
    for conflict_id in fact["conflict_ids"]:
        if conflict_id in stored.conflicts:
            printer.line()
            conflict_lines(printer, stored, stored.conflicts[conflict_id])


def _claim(printer: Printer, stored: Stored, wanted: str) -> None:
    claim = stored.claims[wanted]
    printer.pieces([(f"claim {wanted}", "bold green"), (f": {key_words(stored, claim)}", "bold")])
    claim_lines(printer, stored, claim, indent=2)
    subject = claim["subject_text"] or ("the contest as a whole" if claim["subject_kind"] == "contest" else None)
    resolved = f"{claim['subject']} ({claim['subject_id']})" if claim["subject_id"] else "not told"
    _fields(
        printer,
        (
            ("value", f"{_value(claim)} ({claim['qualifier']})"),
            ("as printed", claim["value_text"]),
            ("subject as printed", subject),
            ("subject", resolved if claim["subject_text"] else None),
            ("subject basis", claim["subject_basis"]),
            ("contest", claim["contest_id"] or "not told"),
            ("contest basis", claim["contest_basis"]),
            ("scope", claim["scope"] or claim["scope_text"]),
            ("stage", stage_of(claim)),
            ("stage as read", claim["stage"] if claim["stage"] != stage_of(claim) else None),
            ("attributed to", claim["attributed_to"]),
            ("rule", f"{claim['rule']}, confidence {claim['confidence']:.2f}"),
            ("origin", claim["origin_id"]),
            ("article", claim["article_id"]),
            ("facts", ", ".join(i for i, fact in stored.facts.items() if wanted in fact["claim_ids"])),
        ),
    )
    sides = [c for c in stored.conflicts.values() if wanted in (*c["claim_ids_a"], *c["claim_ids_b"])]
    for conflict in sides:
        printer.line()
        conflict_lines(printer, stored, conflict)


def _conflict(printer: Printer, stored: Stored, wanted: str) -> None:
    conflict = stored.conflicts[wanted]
    printer.pieces(
        [(f"{conflict['kind']} conflict {wanted}", "bold red"), (f": {key_words(stored, conflict)}", "bold")]
    )
    _fields(printer, (("severity", f"{conflict['severity']:.2f}"), ("why", conflict["explanation"])))
    side_lines(printer, stored, conflict["value_a"], conflict["claim_ids_a"], None)
    side_lines(printer, stored, conflict["value_b"], conflict["claim_ids_b"], None)
    facts = [stored.facts[i] for i in conflict["fact_ids"] if i in stored.facts]
    _fields(printer, (("fact", f"{f['fact_id']} ({_value(f)}, {f['verdict']}): {f['choice']}") for f in facts))
    claims = [stored.claims[i] for i in (*conflict["claim_ids_a"], *conflict["claim_ids_b"]) if i in stored.claims]
    _fields(printer, (("contest basis", basis) for basis in sorted({claim["contest_basis"] for claim in claims})))


def _entity(printer: Printer, stored: Stored, wanted: str) -> None:
    entity = stored.entities[wanted]
    printer.pieces([(f"{entity['kind']} {wanted}", "bold green"), (f": {entity['name']}", "bold")])
    counts = f"{plural(entity['n_mentions'], 'time')} in {plural(entity['n_articles'], 'article')}"
    _fields(printer, (("also", ", ".join(entity["aliases"])), ("country", entity["country"]), ("named", counts)))
    mentions = Counter((m["text"], m["basis"]) for m in stored.rows("mentions") if m["entity_id"] == wanted)
    if mentions:
        printer.line("named as", style="bold")
    named = [{"text": text, "basis": basis, "n": n} for (text, basis), n in mentions.most_common()]
    _limited(printer, named, lambda row: f"{row['text']} ({plural(row['n'], 'time')}): {row['basis']}")
    unsure = [{"line": line} for line in entity.get("unsure") or []]
    if unsure:
        printer.line("might also be (tallywire decide same, or different)", style="bold")
    _limited(printer, unsure, lambda row: row["line"])
    _facts(printer, stored, [fact for fact in stored.facts.values() if fact["subject_id"] == wanted])


def _facts(printer: Printer, stored: Stored, facts: list[Row]) -> None:
    if facts:
        printer.line("facts", style="bold")
    _limited(
        printer, facts, lambda fact: f"{fact['fact_id']}: {key_words(stored, fact)}: {_value(fact)}, {fact['verdict']}"
    )


def _article(printer: Printer, stored: Stored, wanted: str) -> None:
    article = stored.articles[wanted]
    printer.pieces([(f"article {wanted}", "bold green"), (f": {article['path']}", "bold")])
    names = (
        "status",
        "reason",
        "origin_article",
        "title",
        "source",
        "published",
        "published_basis",
        "url",
        "n_chars",
        "note",
    )
    _fields(printer, ((name.replace("_", " "), article[name]) for name in names))
    claims = [claim for claim in stored.claims.values() if claim["article_id"] == wanted]
    if claims:
        printer.line("claims", style="bold")
    for claim in claims:
        printer.line(key_words(stored, claim), style="bold", indent=2)
        printer.line(f"{_value(claim)} ({claim['qualifier']})", indent=4)
        claim_lines(printer, stored, claim, indent=4)


def _contest(printer: Printer, stored: Stored, wanted: str) -> None:
    contest = stored.contests[wanted]
    printer.pieces([(f"contest {wanted}", "bold green"), (f": {contest_words(contest)}", "bold")])
    bases = Counter(c["contest_basis"] for c in stored.claims.values() if c["contest_id"] == wanted)
    _fields(printer, (("basis", contest["basis"]),))
    if bases:
        printer.line("why claims are taken to be about it", style="bold")
    told = [{"basis": basis, "n": n} for basis, n in bases.most_common()]
    _limited(printer, told, lambda row: f"{plural(row['n'], 'claim')}: {row['basis']}")
    _facts(printer, stored, [fact for fact in stored.facts.values() if fact["contest_id"] == wanted])


_ROWS: dict[str, Callable[[Stored], dict[str, Row]]] = {
    "fact": lambda stored: stored.facts,
    "claim": lambda stored: stored.claims,
    "conflict": lambda stored: stored.conflicts,
    "entity": lambda stored: stored.entities,
    "article": lambda stored: stored.articles,
    "contest": lambda stored: stored.contests,
}
_SHOW: dict[str, Callable[[Printer, Stored, str], None]] = {
    "fact": _fact,
    "claim": _claim,
    "conflict": _conflict,
    "entity": _entity,
    "article": _article,
    "contest": _contest,
}
