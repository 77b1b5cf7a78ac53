"""What the page is made of: the tables of a run as columns, in blocks that the page reads when it needs them."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from sys import intern
from typing import Any

from pipeline.configuring.labels import AREA, measure_words
from pipeline.reporting.encoding import coded, numbers, positions, rows_of
from pipeline.reporting.passages import Passage, passages, read_texts
from pipeline.tabling.package import read_labels
from pipeline.tabling.parquet import each, read
from pipeline.tabling.schemas import SCHEMA_VERSION

Row = dict[str, Any]
# All that the page shows of a mention, and of an entity.
MENTION_COLUMNS = ("article_id", "char_start", "char_end", "entity_id")
ENTITY_COLUMNS = ("entity_id", "name", "kind", "country", "aliases", "n_mentions", "unsure")
_NONE: list[str] = []  # one for all that have no other name
SHARD = 250_000  # characters of article text in one block: small enough to be read within a frame


@dataclass(frozen=True, slots=True)
class Tables:
    """The rows of one run, by table, and the texts it kept."""

    knowledge: list[Row]
    claims: list[Row]
    conflicts: list[Row]
    entities: Iterable[Row]
    mentions: Iterable[Row]
    contests: list[Row]
    articles: list[Row]
    texts: dict[str, str]
    labels: dict[str, str] = field(default_factory=dict)  # what people read for a measure, by its id


class TableRows:
    """The rows of a table in a file, read anew each time they are gone through: of many articles they are very many."""

    def __init__(self, path: Path, columns: Sequence[str]) -> None:
        """Rows of these columns of the table at `path`."""
        self._path, self._columns = path, columns

    def __iter__(self) -> Iterator[Row]:
        return each(self._path, self._columns)


@dataclass(frozen=True, slots=True)
class Rows:
    """Where each id stands in its table."""

    contests: dict[str, int]
    entities: dict[str, int]
    articles: dict[str, int]
    claims: dict[str, int]
    facts: dict[str, int]


def read_tables(folder: Path) -> Tables:
    """Return the tables of the run in `folder`; it must stay as it is as long as they are used.

    Raises OSError or pyarrow.ArrowException for a damaged one.
    """
    names = ("knowledge", "claims", "conflicts", "contests", "articles")
    rows = {name: read(folder / f"{name}.parquet") for name in names}
    texts = read_texts(folder, {row["article_id"] for row in rows["claims"]})
    entities = TableRows(folder / "entities.parquet", ENTITY_COLUMNS)
    mentions = TableRows(folder / "mentions.parquet", MENTION_COLUMNS)
    return Tables(**rows, entities=entities, mentions=mentions, texts=texts, labels=read_labels(folder))


def blocks(tables: Tables) -> dict[str, Any]:
    """Return the page's data, block by block, in the page's order: core, claims, facts, choices, text-0, text-1 ...

    Rows keep the order of the tables. Offsets into an article count UTF-16 units of the text as shown.
    """
    entities = _Entities(tables.entities)
    rows = Rows(
        positions([row["contest_id"] for row in tables.contests]),
        positions(entities.ids),
        positions([row["article_id"] for row in tables.articles]),
        positions([row["claim_id"] for row in tables.claims]),
        positions([row["fact_id"] for row in tables.knowledge]),
    )
    shown = passages(tables.articles, tables.claims, tables.texts)
    shards, places = _shards(tables, rows, shown)
    core = {
        "schema_version": SCHEMA_VERSION,
        "counts": {"claims": len(tables.claims), "facts": len(tables.knowledge)},
        "shards": len(shards),
        "measures": _measures(tables),
        "contests": _contests(tables.contests),
        "entities": entities.columns(),
        "reviews": entities.reviews(rows.entities),
        "articles": _articles(tables.articles, rows, places),
        "conflicts": _conflicts(tables.conflicts, rows),
    }
    facts = _facts(tables.knowledge, rows)
    choices = [row.get("choice") for row in tables.knowledge]
    texts = {f"text-{number}": shard for number, shard in enumerate(shards)}
    return {"core": core, "claims": _claims(tables.claims, rows, shown), "facts": facts, "choices": choices} | texts


def _measures(tables: Tables) -> dict[str, dict[str, str]]:
    """Return how each measure reads, by its id and its unit; the unit "" is for several of them together."""
    rows = (*tables.knowledge, *tables.claims, *tables.conflicts)
    found: dict[str, dict[str, str]] = {}
    for measure, unit in sorted({(row["measure"], row["unit"] or "") for row in rows}):
        whole = measure_words(tables.labels, measure, AREA)
        words = measure_words(tables.labels, measure, unit)
        found.setdefault(measure, {"": whole}).update({unit: words} if words != whole else {})
    return found


def _texts(rows: list[Row], *names: str) -> dict[str, Any]:
    return {name: coded(row.get(name) for row in rows) for name in names}


def _links(rows: list[Row], name: str, known: dict[str, int]) -> list[int]:
    return [known.get(row[name] or "", -1) for row in rows]


def _contests(rows: list[Row]) -> dict[str, Any]:
    names = ("contest_country", "contest_kind", "contest_body", "contest_date", "basis")
    return {
        "id": [row["contest_id"] for row in rows],
        **_texts(rows, *names),
        "contest_round": numbers(row["contest_round"] for row in rows),
        "contest_year": numbers(row["contest_year"] for row in rows),
    }


class _Entities:
    """The entities as columns, gone through once: as rows, those of many articles would take ten times the room."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self.ids: list[str] = []
        self._names: list[str] = []
        self._aliases: list[list[str]] = []
        self._kinds: list[str] = []
        self._countries: list[str | None] = []
        self._mentions: list[int | None] = []
        self._unsure: list[tuple[int, list[str]]] = []
        for at, row in enumerate(rows):
            self.ids.append(row["entity_id"])
            self._names.append(row["name"])
            self._aliases.append(row["aliases"] or _NONE)
            self._kinds.append(intern(row["kind"]))
            self._countries.append(row["country"] and intern(row["country"]))
            self._mentions.append(row["n_mentions"])
            if row.get("unsure"):
                self._unsure.append((at, row["unsure"]))

    def columns(self) -> dict[str, Any]:
        """Return what the page holds of them."""
        return {
            "id": self.ids,
            "name": self._names,
            "kind": coded(self._kinds),
            "country": coded(self._countries),
            "aliases": self._aliases,
            "n_mentions": numbers(self._mentions),
        }

    def reviews(self, known: dict[str, int]) -> list[tuple[int, int, str]]:
        """Return each two that might be one, with why: the one that is named more often first."""
        found: dict[tuple[int, int], str] = {}
        for at, lines in self._unsure:
            for line in lines:
                other, _, why = line.partition(": ")
                if other in known and known[other] != at:
                    pair = sorted((at, known[other]), key=lambda n: (-(self._mentions[n] or 0), n))
                    found.setdefault((pair[0], pair[1]), why)
        return [(one, two, why) for (one, two), why in found.items()]


def _articles(rows: list[Row], known: Rows, places: dict[str, tuple[int, int]]) -> dict[str, Any]:
    nowhere = (-1, -1)
    return {
        "id": [row["article_id"] for row in rows],
        "path": [row["path"] for row in rows],
        **_texts(rows, "source", "title", "published", "published_basis", "status", "reason", "url", "note"),
        "n_chars": numbers(row["n_chars"] for row in rows),
        "origin": _links(rows, "origin_article", known.articles),
        "shard": [places.get(row["article_id"], nowhere)[0] for row in rows],
        "place": [places.get(row["article_id"], nowhere)[1] for row in rows],
    }


def _conflicts(rows: list[Row], known: Rows) -> dict[str, Any]:
    return {
        "id": [row["conflict_id"] for row in rows],
        **_texts(rows, "kind", "subject", "measure", "unit", "decision", "decision_note"),
        "severity": numbers(row["severity"] for row in rows),
        "contest": _links(rows, "contest_id", known.contests),
        "value_a": [row["value_a"] for row in rows],
        "value_b": [row["value_b"] for row in rows],
        "a": [rows_of(row["claim_ids_a"], known.claims) for row in rows],
        "b": [rows_of(row["claim_ids_b"], known.claims) for row in rows],
        "facts": [rows_of(row["fact_ids"], known.facts) for row in rows],
        "why": [row["explanation"] for row in rows],
    }


_INTERVAL = ("value", "value_low", "value_high")


def _claims(rows: list[Row], known: Rows, shown: dict[str, Passage]) -> dict[str, Any]:
    names = ("subject", "subject_text", "subject_kind", "measure", "unit", "scope", "value_text", "qualifier")
    reasons = ("attributed_to", "rule", "contest_basis", "subject_basis")
    figures, sentences = [], []
    for row in rows:
        passage = shown.get(row["article_id"])
        figures.append(_placed(passage, row["char_start"], row["char_end"]))
        sentences.append(_placed(passage, row["sentence_start"], row["sentence_end"]))
    return {
        "id": [row["claim_id"] for row in rows],
        "article": _links(rows, "article_id", known.articles),
        "contest": _links(rows, "contest_id", known.contests),
        **_texts(rows, *names, *reasons),
        "stage": coded(row.get("count_stage") or row["stage"] for row in rows),  # as the explanations call it
        **{name: numbers(row[name] for row in rows) for name in (*_INTERVAL, "confidence")},
        "origin": coded(row["origin_id"] for row in rows)["codes"],  # one number a writing: its id says no more
        "char_start": [row["char_start"] for row in rows],
        "char_end": [row["char_end"] for row in rows],
        "start": [start for start, _ in figures],
        "end": [end for _, end in figures],
        "sentence_start": [start for start, _ in sentences],
        "sentence_end": [end for _, end in sentences],
    }


def _placed(passage: Passage | None, start: int, end: int) -> tuple[int, int]:
    return (passage.place(start, end) if passage else None) or (-1, -1)


def _facts(rows: list[Row], known: Rows) -> dict[str, Any]:
    names = ("subject", "subject_kind", "measure", "unit", "scope", "value_text", "stage", "verdict")
    return {
        "id": [row["fact_id"] for row in rows],
        "contest": _links(rows, "contest_id", known.contests),
        **_texts(rows, *names, "first_published", "last_published"),
        **{name: numbers(row[name] for row in rows) for name in (*_INTERVAL, "n_claims", "n_articles", "n_origins")},
        "claims": [rows_of(row["claim_ids"], known.claims) for row in rows],
    }


def _shards(
    tables: Tables, known: Rows, shown: dict[str, Passage]
) -> tuple[list[list[list[Any]]], dict[str, tuple[int, int]]]:
    """Return the blocks of texts ([text, whole, mentions] each) and in which block, at which place, an article lies."""
    mentions: dict[str, array[int]] = {}
    for row in tables.mentions:
        passage = shown.get(row["article_id"])
        place = passage.place(row["char_start"], row["char_end"]) if passage else None
        if place is not None:
            entity = known.entities.get(row["entity_id"], -1)
            mentions.setdefault(row["article_id"], array("i")).extend((*place, entity))
    shards: list[list[list[Any]]] = []
    places: dict[str, tuple[int, int]] = {}
    size = SHARD
    for name in known.articles:
        if name not in shown:
            continue
        if size >= SHARD:
            shards.append([])
            size = 0
        places[name] = (len(shards) - 1, len(shards[-1]))
        shards[-1].append([shown[name].text, int(shown[name].whole), mentions.get(name, ())])
        size += len(shown[name].text)
    return shards, places
