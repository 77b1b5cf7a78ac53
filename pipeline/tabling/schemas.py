"""The columns of every table: name, kind, what it means, its unit. The one place where a table's shape is set.

A kind is "text", "whole" (64-bit), "number" (64-bit floating point), "list" (of texts) or "truth" (yes or no).
Columns are only ever added at the end, which raises the second number of SCHEMA_VERSION; a change of meaning, or
a column taken away, raises the first, and older tables are then refused.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

# 1.1 added conflicts.decision, conflicts.decision_note and entities.unsure; 1.2 added claims.count_stage
SCHEMA_VERSION = "1.2"

ROW_GROUP = 20_000  # rows that are written, and can be read, at a time
TEXT_GROUP = 500  # of articles' texts: some 2 MB

Kind = Literal["text", "whole", "number", "list", "truth"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column. `unit` is empty where the values are names or texts. `labels` says what people read for a value,
    as (value, label), where the values are ids that the configuration names; empty where that is not known."""

    name: str
    kind: Kind
    description: str
    unit: str = ""
    required: bool = False
    labels: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """One table: its file is `<name>.parquet`. `refers` gives (column, table, column there), `row_group` how many rows
    are written at a time."""

    name: str
    description: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    refers: tuple[tuple[str, str, str], ...] = ()
    row_group: int = ROW_GROUP


def noted(column: Column) -> str:
    """Return the column's description with its unit, if it has one, in brackets."""
    return f"{column.description} [{column.unit}]" if column.unit else column.description


def labelled(table: Table, labels: Mapping[str, str]) -> Table:
    """Return the table with the labels of the measures at its column `measure`, if it has one."""
    known = tuple(sorted(labels.items()))
    columns = (replace(column, labels=known) if column.name == "measure" else column for column in table.columns)
    return replace(table, columns=tuple(columns))


def _text(name: str, description: str, *, required: bool = False) -> Column:
    return Column(name, "text", description, required=required)


def _interval(of: str) -> tuple[Column, ...]:
    here = "the unit named in column unit"
    return (
        Column(
            "value", "number", f"the figure {of}, in plain units; null where the value is a text or an entity", here
        ),
        Column("value_low", "number", "low end of the closed interval that the figure stands for; null is open", here),
        Column(
            "value_high", "number", "high end of the closed interval that the figure stands for; null is open", here
        ),
    )


_CHARACTERS = "characters (code points)"
_DAY = "day, month or year, ISO 8601"

_CONTEST = (
    _text("contest_country", "country of the election, ISO 3166-1 alpha-2"),
    _text("contest_kind", "legislative, presidential, local, referendum or other"),
    _text("contest_body", "the body or office elected, where a country elects several"),
    Column("contest_round", "whole", "round of voting, where there are several", "round"),
    Column("contest_year", "whole", "year of the election", "year"),
    Column("contest_date", "text", "last polling day, or its month where only that is known", _DAY),
)

_ABOUT = (
    _text("measure", "what is counted: seats, turnout, votes and so on", required=True),
    _text("unit", "what one of it is: seat, percent, vote, province and so on", required=True),
    _text("scope", "the part of the land or the electorate that the figure is for; null is the whole contest"),
)

KNOWLEDGE = Table(
    "knowledge",
    "What the articles say, one row a fact: all claims on one contest, subject, measure, unit and scope.",
    ("fact_id",),
    (
        _text("fact_id", "the fact's identifier", required=True),
        _text("contest_id", "the election the fact is about; null where it cannot be told"),
        *_CONTEST,
        _text("subject_id", "the entity the fact is about; null for the contest as a whole or where it cannot be told"),
        _text("subject", "the entity's name"),
        _text("subject_kind", "person, party, place, body or contest", required=True),
        *_ABOUT,
        *_interval("chosen from the claims"),
        _text("value_text", "the value where it is a text or an entity, else the figure as printed"),
        _text("stage", "how settled the count was: projected, partial, preliminary, final or unknown", required=True),
        _text("verdict", "single (one witness), agreed, revised or disputed", required=True),
        Column("n_claims", "whole", "how many claims say something on this fact", "claim", True),
        Column("n_articles", "whole", "how many articles they stand in", "article", True),
        Column("n_origins", "whole", "how many independent writings they descend from", "origin", True),
        Column("first_published", "text", "when the earliest of the articles was published", _DAY),
        Column("last_published", "text", "when the latest of the articles was published", _DAY),
        Column("claim_ids", "list", "the claims, as in table claims", required=True),
        Column("conflict_ids", "list", "the conflicts the fact takes part in, as in table conflicts", required=True),
        _text("choice", "why this value was chosen, and which was the runner-up"),
    ),
    (("contest_id", "contests", "contest_id"), ("subject_id", "entities", "entity_id")),
)

CLAIMS = Table(
    "claims",
    "One row a claim: one article saying, at one place in its text, that a measure of a subject is a quantity.",
    ("claim_id",),
    (
        _text(
            "claim_id",
            "the claim's identifier; it does not depend on what the claim is taken to be about",
            required=True,
        ),
        _text("article_id", "the article that says it", required=True),
        _text("path", "the article's path, relative to the folder named on the command line", required=True),
        Column("published", "text", "when the article was published; null when nothing says", _DAY),
        Column("char_start", "whole", "where the printed figure begins in the article's text", _CHARACTERS, True),
        Column("char_end", "whole", "where the printed figure ends, exclusive", _CHARACTERS, True),
        Column("sentence_start", "whole", "where the sentence begins in the article's text", _CHARACTERS, True),
        Column("sentence_end", "whole", "where the sentence ends, exclusive", _CHARACTERS, True),
        _text("sentence", "the sentence, as printed", required=True),
        _text("contest_id", "the election the figure belongs to; null where it cannot be told"),
        _text("contest_basis", "what told which election it is, or why it cannot be told", required=True),
        _text("subject_id", "the entity it is about; null for the contest as a whole or where it cannot be told"),
        _text("subject", "the entity's name"),
        _text("subject_text", "the subject as printed"),
        _text("subject_kind", "person, party, place, body or contest", required=True),
        *_ABOUT,
        *_interval("as printed"),
        _text("value_text", "the value as printed"),
        _text("qualifier", "exact, about, at_least, at_most, more_than, less_than or between", required=True),
        _text(
            "stage",
            "how settled the count was, as the sentence was read: projected, partial, preliminary, final or unknown",
            required=True,
        ),
        _text("attributed_to", "who is said to say so"),
        _text("rule", "the name of the rule that read it", required=True),
        Column(
            "confidence", "number", "measured precision of the rule in this circumstance", "share from 0 to 1", True
        ),
        _text("origin_id", "the writing it descends from; claims with one origin are one witness", required=True),
        _text("subject_basis", "what told which entity the subject is, or why it cannot be told"),
        _text("scope_text", "the scope as printed"),
        _text("count_stage", "the stage by which the figure was compared: what its article and its date say is heeded"),
    ),
    (
        ("article_id", "articles", "article_id"),
        ("contest_id", "contests", "contest_id"),
        ("subject_id", "entities", "entity_id"),
    ),
)

CONFLICTS = Table(
    "conflicts",
    "Reasoned statements that named claims cannot all be true; those of kind revision contradict nothing.",
    ("conflict_id",),
    (
        _text("conflict_id", "the conflict's identifier", required=True),
        _text("kind", "value, revision, bound, sum, rank, record or attribute", required=True),
        Column("severity", "number", "how grave it is; the explanation says why", "share from 0 to 1", True),
        _text("contest_id", "the election it is about"),
        _text("subject_id", "the entity it is about"),
        _text("subject", "the entity's name"),
        *_ABOUT[:2],
        _text("value_a", "what one side says", required=True),
        _text("value_b", "what the other side says", required=True),
        Column("claim_ids_a", "list", "the claims of the one side", required=True),
        Column("claim_ids_b", "list", "the claims of the other side", required=True),
        Column("fact_ids", "list", "the facts concerned", required=True),
        _text("explanation", "why they cannot all be true, in plain English", required=True),
        _text("decision", "what a person decided on it: real, not_conflict or prefer; null where nothing is decided"),
        _text("decision_note", "the note that goes with the decision"),
    ),
    (("contest_id", "contests", "contest_id"), ("subject_id", "entities", "entity_id")),
)

ENTITIES = Table(
    "entities",
    "The persons, parties, places and bodies that the articles name, one row each.",
    ("entity_id",),
    (
        _text("entity_id", "the entity's identifier", required=True),
        _text("kind", "person, party, place or body", required=True),
        _text("name", "the fullest name", required=True),
        Column("aliases", "list", "other names it goes by in the articles or the configuration", required=True),
        _text("country", "its country, ISO 3166-1 alpha-2, where one is known"),
        Column("n_mentions", "whole", "how often it is named", "mention", True),
        Column("n_articles", "whole", "how many articles name it", "article", True),
        Column("unsure", "list", "entities that it might be but was not joined with, each with the reason; for review"),
    ),
)

MENTIONS = Table(
    "mentions",
    "Each stretch of text that names an entity.",
    ("article_id", "char_start", "char_end"),
    (
        _text("article_id", "the article it stands in", required=True),
        Column("char_start", "whole", "where it begins in the article's text", _CHARACTERS, True),
        Column("char_end", "whole", "where it ends, exclusive", _CHARACTERS, True),
        _text("text", "the name as printed", required=True),
        _text("kind", "person, party, place or body", required=True),
        _text("entity_id", "the entity it names", required=True),
        _text("basis", "why it is taken to name this entity", required=True),
    ),
    (("article_id", "articles", "article_id"), ("entity_id", "entities", "entity_id")),
)

CONTESTS = Table(
    "contests",
    "The elections that the articles speak of, one row each.",
    ("contest_id",),
    (
        _text("contest_id", "the election's identifier", required=True),
        *_CONTEST,
        _text("basis", "what told these", required=True),
    ),
)

ARTICLES = Table(
    "articles",
    "Every article that was given, read or not, one row each.",
    ("article_id",),
    (
        _text("article_id", "the article's identifier", required=True),
        _text("path", "its path, relative to the folder named on the command line", required=True),
        _text("source", "who published it"),
        _text("title", "its title"),
        Column("published", "text", "when it was published; null when nothing says", _DAY),
        _text("published_basis", "what told when it was published"),
        Column("n_chars", "whole", "length of its text; null where there is none", _CHARACTERS),
        _text("status", "read, skipped, failed or duplicate", required=True),
        _text("reason", "why it was not read; null where it was"),
        _text("origin_article", "of a duplicate: the article whose text it repeats"),
        _text("url", "its address"),
        _text("note", "how to find the article in its file, or what was odd about it"),
    ),
)

TABLES = (KNOWLEDGE, CLAIMS, CONFLICTS, ENTITIES, MENTIONS, CONTESTS, ARTICLES)

# Not one of the tables: the page and the doctor look up offsets in it, analysts do without.
TEXTS = Table(
    "texts",
    "The text of every article that was read, into which all offsets point.",
    ("article_id",),
    (
        _text("article_id", "the article", required=True),
        _text("text", "its text as read, unchanged", required=True),
    ),
    (("article_id", "articles", "article_id"),),
    row_group=TEXT_GROUP,
)
