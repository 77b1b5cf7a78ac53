"""Tables made for the tests of the page: a small run with one conflict, and runs of any size."""

from __future__ import annotations

from typing import Any

from pipeline.reporting.content import Tables
from pipeline.tabling.schemas import TABLES

Row = dict[str, Any]
COLUMNS = {table.name: [column.name for column in table.columns] for table in TABLES}
DEFAULTS: Row = {
    "subject_kind": "party",
    "measure": "seats",
    "unit": "seat",
    "qualifier": "exact",
    "stage": "final",
    "rule": "seats-won",
    "confidence": 0.9,
    "contest_basis": "the calendar",
    "subject_basis": "the full name",
    "verdict": "single",
    "n_claims": 1,
    "n_articles": 1,
    "n_origins": 1,
    "status": "read",
    "basis": "the calendar",
    "choice": "the only claim.",
    "n_mentions": 1,
    "text": "",
}


def row(table: str, **cells: Any) -> Row:
    """One row of `table` with all its columns; what is not given is a plain default or null."""
    unknown = set(cells) - set(COLUMNS[table])
    assert not unknown, unknown
    return {name: cells.get(name, DEFAULTS.get(name)) for name in COLUMNS[table]}


def claim(number: int, text: str, figure: str, *, article: str, **cells: Any) -> Row:
    """A claim on `figure` where it first stands in `text`, which is one sentence."""
    start = text.index(figure)
    value = float(figure.replace(",", "")) if figure.replace(",", "").replace(".", "").isdigit() else None
    given = {
        "claim_id": f"k_{number:016x}",
        "article_id": article,
        "path": f"{article}.txt",
        "char_start": start,
        "char_end": start + len(figure),
        "sentence_start": 0,
        "sentence_end": len(text),
        "sentence": text,
        "value": value,
        "value_low": value,
        "value_high": value,
        "value_text": figure,
        "origin_id": f"o{number:016x}",
    }
    return row("claims", **given | cells)


def contest(number: int = 0, **cells: Any) -> Row:
    given = {
        "contest_id": f"c_{number:016x}",
        "contest_country": ("IQ", "CZ", "DE", "KE", "MY")[number % 5],
        "contest_kind": "legislative",
        "contest_year": 2000 + number % 25,
        "contest_date": f"{2000 + number % 25}-05-12",
    }
    return row("contests", **given | cells)


def small(first: str = "The Harbour List won 34 seats.", second: str = "The Harbour List won 33 seats.") -> Tables:
    """Two articles that disagree on one figure, and a third that was skipped."""
    texts = {"a_1": f"{first}\n\nThe count ended on Sunday.", "a_2": second}
    about = {"contest_id": "c_0000000000000000", "subject_id": "pty-1", "subject": "Harbour List"}
    claims = [
        claim(1, first, "34", article="a_1", **about, published="2018-05-14"),
        claim(2, second, "33", article="a_2", **about, published="2018-05-19", attributed_to="the commission"),
    ]
    ids = [made["claim_id"] for made in claims]
    fact = row(
        "knowledge",
        fact_id="f_1",
        **about,
        value=33.0,
        value_low=33.0,
        value_high=33.0,
        verdict="disputed",
        n_claims=2,
        n_articles=2,
        n_origins=2,
        claim_ids=ids,
        conflict_ids=["x_1"],
    )
    conflict = row(
        "conflicts",
        conflict_id="x_1",
        kind="value",
        severity=0.5,
        **about,
        value_a="34",
        value_b="33",
        claim_ids_a=ids[:1],
        claim_ids_b=ids[1:],
        fact_ids=["f_1"],
        explanation="The sources disagree. Severity 0.50: close.",
    )
    start = first.find("Harbour List")
    mentions = [
        row(
            "mentions",
            article_id="a_1",
            char_start=start,
            char_end=start + 12,
            text="Harbour List",
            kind="party",
            entity_id="pty-1",
        )
    ]
    return Tables(
        knowledge=[fact],
        claims=claims,
        conflicts=[conflict],
        entities=[row("entities", entity_id="pty-1", kind="party", name="Harbour List", aliases=[])],
        mentions=mentions if start >= 0 else [],
        contests=[contest()],
        articles=[
            row("articles", article_id="a_1", path="one.txt", source="Plain Press", published="2018-05-14"),
            row("articles", article_id="a_2", path="two.txt", source="River Post", published="2018-05-19"),
            row("articles", article_id="a_3", path="three.bin", status="skipped", reason="no text in it"),
        ],
        texts=texts,
    )


LETTERS = "bcdfghklmnprstvz"


def large(n_conflicts: int, n_facts: int, n_articles: int = 5_000) -> Tables:
    """A run of a size: two claims a disputed fact, one a single one, articles of some 3,000 characters."""
    lists = [f"{LETTERS[n % 16].upper()}a{LETTERS[n // 16 % 16]}o{n} Alliance" for n in range(400)]
    entities = [
        row("entities", entity_id=f"pty-{n:016x}", kind="party", name=name, aliases=[], n_mentions=9, n_articles=3)
        for n, name in enumerate(lists)
    ]
    contests = [contest(n) for n in range(200)]
    parts: list[list[str]] = [[] for _ in range(n_articles)]
    lengths = [0] * n_articles
    knowledge, claims, conflicts, mentions = [], [], [], []
    number = 0
    for n in range(n_facts):
        about = {"contest_id": contests[n % 200]["contest_id"], "subject_id": entities[n % 400]["entity_id"]}
        about |= {"subject": lists[n % 400], "measure": ("seats", "votes", "turnout", "vote_share")[n % 4]}
        own = []
        for side in range(2 if n < n_conflicts else 1):
            at = (n * 7 + side * 13) % n_articles
            figure = str(1_000 + n % 5_000 + side * 7)
            sentence = (
                f"In the end {lists[n % 400]} was given {figure} of what was counted, officials of the board said. "
            )
            made = claim(number, sentence, figure, article=f"a_{at:016x}", **about)
            for name in ("char_start", "char_end", "sentence_start", "sentence_end"):
                made[name] += lengths[at]
            mentions.append(
                row(
                    "mentions",
                    article_id=made["article_id"],
                    char_start=lengths[at] + 11,
                    char_end=lengths[at] + 11 + len(lists[n % 400]),
                    text=lists[n % 400],
                    kind="party",
                    entity_id=about["subject_id"],
                )
            )
            parts[at].append(sentence)
            lengths[at] += len(sentence)
            own.append(made)
            number += 1
        claims += own
        ids = [made["claim_id"] for made in own]
        fact_id = f"f{n:016x}"
        knowledge.append(
            row(
                "knowledge",
                fact_id=fact_id,
                **about,
                value=own[-1]["value"],
                value_low=own[-1]["value"],
                value_high=own[-1]["value"],
                claim_ids=ids,
                conflict_ids=[f"x{n:016x}"] if len(ids) > 1 else [],
                verdict="disputed" if len(ids) > 1 else "single",
                choice=f"{own[-1]['value_text']} (final, 1 origin) is taken: it is the latest of {len(ids)}.",
            )
        )
        if len(ids) > 1:
            conflicts.append(
                row(
                    "conflicts",
                    conflict_id=f"x{n:016x}",
                    kind=("value", "sum", "bound", "revision")[n % 4],
                    severity=round(1 - n / n_conflicts, 3),
                    **about,
                    value_a=own[0]["value_text"],
                    value_b=own[1]["value_text"],
                    claim_ids_a=ids[:1],
                    claim_ids_b=ids[1:],
                    fact_ids=[fact_id],
                    explanation=f"The sources disagree on {lists[n % 400]}: {n}. Severity 0.50: far.",
                )
            )
    articles = [
        row(
            "articles",
            article_id=f"a_{n:016x}",
            path=f"wire/{n}.txt",
            source=f"Paper {n % 40}",
            title=f"Report {n}",
            published=f"2018-{n % 12 + 1:02d}-{n % 28 + 1:02d}",
        )
        for n in range(n_articles)
    ]
    texts = {f"a_{n:016x}": "".join(parts[n]) for n in range(n_articles)}
    for table in (knowledge, conflicts):
        for made in table:
            made["unit"] = "seat"
    return Tables(knowledge, claims, conflicts, entities, mentions, contests, articles, texts)
