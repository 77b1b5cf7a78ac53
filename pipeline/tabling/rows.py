"""From what the stages found to rows: plain dicts, one list a table, each in a stable order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from pipeline.keeping import names_of
from pipeline.types import (
    Claim,
    Conflict,
    Contest,
    Entity,
    Extraction,
    Fact,
    MentionLink,
    Reading,
    Reconciled,
    Resolution,
    Resolved,
)

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Findings:
    """All that a run found: what the tables are made of. `extractions` holds one entry an article read, `labels` what
    people read for each measure."""

    readings: Sequence[Reading]
    extractions: Sequence[Extraction]
    resolved: Resolved
    reconciled: Reconciled
    labels: Mapping[str, str]


def all_rows(findings: Findings) -> Iterator[tuple[str, Iterable[Row]]]:
    """Yield the name and the rows of every table, a table at a time: of many articles they are more than what they are
    made of. Raises KeyError where a claim lacks its resolution or origin.
    """
    contests = {contest.contest_id: contest for contest in findings.resolved.contests}
    yield "knowledge", knowledge_rows(findings.reconciled.facts, contests)
    yield "claims", claim_rows(findings)
    yield "conflicts", conflict_rows(findings.reconciled.conflicts)
    yield "entities", entity_rows(findings.resolved)
    yield "mentions", mention_rows(findings)
    yield "contests", contest_rows(contests.values())
    yield "articles", article_rows(findings.readings)
    yield "texts", text_rows(findings.readings)


def knowledge_rows(facts: Iterable[Fact], contests: dict[str, Contest]) -> list[Row]:
    """One row a fact, by election, subject and measure; facts whose election is unknown come last."""
    rows = []
    for fact in facts:
        row = {name: getattr(fact, name) for name in Fact.__slots__}
        row |= _contest_cells(contests.get(fact.contest_id) if fact.contest_id else None)
        rows.append(row | {"claim_ids": list(fact.claim_ids), "conflict_ids": list(fact.conflict_ids)})
    names = ("contest_country", "contest_year", "contest_kind", "contest_id", "subject_kind", "subject", "subject_id")
    return _sorted(rows, *names, "measure", "unit", "scope", "fact_id")


def _contest_cells(contest: Contest | None) -> Row:
    return {
        "contest_country": contest.country if contest else None,
        "contest_kind": contest.kind if contest else None,
        "contest_body": contest.body if contest else None,
        "contest_round": contest.round if contest else None,
        "contest_year": contest.year if contest else None,
        "contest_date": contest.date if contest else None,
    }


def claim_rows(findings: Findings) -> list[Row]:
    """One row a claim, in the order of the articles' paths and of their text."""
    claims = [claim for extraction in findings.extractions for claim in extraction.claims]
    speaking = {claim.article_id for claim in claims}
    articles = {
        reading.article_id: (reading.article.path, reading.article.published)
        for reading in findings.readings
        if reading.article is not None and reading.article_id in speaking
    }
    resolutions = {resolution.claim_id: resolution for resolution in findings.resolved.resolutions}
    origins, stages = dict(findings.reconciled.origins), dict(findings.reconciled.stages)
    rows = [
        _claim_row(claim, articles[claim.article_id], resolutions[claim.claim_id])
        | {"origin_id": origins[claim.claim_id], "count_stage": stages.get(claim.claim_id)}
        for claim in claims
    ]
    return _sorted(rows, "path", "article_id", "char_start", "char_end", "claim_id")


def _claim_row(claim: Claim, article: tuple[str, str | None], resolution: Resolution) -> Row:
    quantity, (path, published) = claim.quantity, article
    return {
        "claim_id": claim.claim_id,
        "article_id": claim.article_id,
        "path": path,
        "published": published,
        "char_start": quantity.char_start,
        "char_end": quantity.char_end,
        "sentence_start": claim.sentence_start,
        "sentence_end": claim.sentence_end,
        "sentence": claim.sentence,
        "contest_id": resolution.contest_id,
        "contest_basis": resolution.contest_basis,
        "subject_id": resolution.subject_id,
        "subject": resolution.subject,
        "subject_text": claim.subject_text,
        "subject_kind": claim.subject_kind,
        "measure": claim.measure,
        "unit": quantity.unit,
        "scope": resolution.scope,
        "value": quantity.value,
        "value_low": quantity.low,
        "value_high": quantity.high,
        "value_text": quantity.text if claim.value_text is None else claim.value_text,
        "qualifier": quantity.qualifier,
        "stage": claim.stage,
        "attributed_to": claim.attributed_to,
        "rule": claim.rule,
        "confidence": claim.confidence,
        "subject_basis": resolution.subject_basis,
        "scope_text": claim.scope_text,
    }


def conflict_rows(conflicts: Iterable[Conflict]) -> list[Row]:
    """One row a conflict, worst first, revisions after all contradictions."""
    lists = ("claim_ids_a", "claim_ids_b", "fact_ids")
    rows = [
        {name: getattr(conflict, name) for name in Conflict.__slots__}
        | {name: list(getattr(conflict, name)) for name in lists}
        for conflict in conflicts
    ]
    return sorted(rows, key=lambda row: (row["kind"] == "revision", -row["severity"], row["kind"], row["conflict_id"]))


def entity_rows(resolved: Resolved) -> Iterator[Row]:
    """One row an entity, by kind and name."""
    unsure: dict[str, list[str]] = defaultdict(list)
    for one, other, why in resolved.reviews:
        unsure[one].append(f"{other}: {why}")
        unsure[other].append(f"{one}: {why}")
    for entity in sorted(resolved.entities, key=attrgetter("kind", "name", "entity_id")):
        row = {name: getattr(entity, name) for name in Entity.__slots__}
        yield row | {"aliases": list(entity.aliases), "unsure": sorted(unsure.get(entity.entity_id, ()))}


def mention_rows(findings: Findings) -> Iterator[Row]:
    """One row a mention that names an entity, in the order of the articles' paths and of their text."""
    paths = {reading.article_id: reading.path for reading in findings.readings}
    names = names_of(findings.resolved.links, lambda links: links[0].mention.article_id)
    for number in sorted(range(len(names)), key=lambda n: (paths.get(names[n], ""), names[n])):
        for link in sorted(findings.resolved.links[number], key=_place):
            mention = link.mention
            yield {
                "article_id": mention.article_id,
                "char_start": mention.char_start,
                "char_end": mention.char_end,
                "text": mention.text,
                "kind": mention.kind,
                "entity_id": link.entity_id,
                "basis": link.basis,
            }


def _place(link: MentionLink) -> tuple[int, int, str]:
    return link.mention.char_start, link.mention.char_end, link.entity_id


def contest_rows(contests: Iterable[Contest]) -> list[Row]:
    """One row an election, by country and year."""
    rows = [{"contest_id": c.contest_id} | _contest_cells(c) | {"basis": c.basis} for c in contests]
    return _sorted(rows, "contest_country", "contest_year", "contest_date", "contest_kind", "contest_id")


def article_rows(readings: Sequence[Reading]) -> Iterator[Row]:
    """One row an input, by path: also what was skipped, with the reason."""
    for reading in _by_path(readings):
        article = reading.article
        yield {
            "article_id": reading.article_id,
            "path": reading.path,
            "source": article.source if article else None,
            "title": article.title if article else None,
            "published": article.published if article else None,
            "published_basis": article.published_basis if article else None,
            "n_chars": len(article.text) if article else None,
            "status": reading.status,
            "reason": reading.reason,
            "origin_article": reading.origin_article,
            "url": article.url if article else None,
            "note": reading.note,
        }


def text_rows(readings: Sequence[Reading]) -> Iterator[Row]:
    """One row an article that was read, by path as in table articles."""
    for reading in _by_path(readings):
        if reading.article is not None:
            yield {"article_id": reading.article.article_id, "text": reading.article.text}


def _by_path(readings: Sequence[Reading]) -> Iterator[Reading]:
    keys = [(reading.path, reading.article_id, reading.status) for reading in readings]
    return (readings[place] for place in sorted(range(len(keys)), key=keys.__getitem__))


def _sorted(rows: Sequence[Row], *names: str) -> list[Row]:
    # An unknown (null) sorts after every known value: (True, 0) > (False, anything).
    return sorted(
        rows, key=lambda row: tuple((row[name] is None, row[name] if row[name] is not None else 0) for name in names)
    )
