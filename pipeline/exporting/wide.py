"""One row a contest and contestant, ready to plot: what the facts on a list, party or candidate say together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import get_args

from pipeline.exporting.sheet import Row
from pipeline.tabling.schemas import KNOWLEDGE, Column, Table
from pipeline.types import CountStage

# The measures that make a contestant's row, with the unit that is meant.
FIGURES = (("seats", "seat"), ("seats_change", "seat"), ("vote_share", "percent"), ("votes", "vote"), ("rank", "place"))
_WITH_INTERVAL = ("seats", "vote_share", "votes")
_KINDS = ("party", "person")
# From the least settled to the most: a row is as settled as the least settled of its figures.
_SETTLED = ("projected", "partial", "preliminary", "unknown", "final")
_CONTEST = ("contest_country", "contest_kind", "contest_body", "contest_round", "contest_year", "contest_date")


def _figure_columns() -> tuple[Column, ...]:
    columns = []
    for measure, unit in FIGURES:
        columns.append(Column(measure, "number", f"{measure}, the figure chosen from the claims", unit))
        if measure in _WITH_INTERVAL:
            columns.append(Column(f"{measure}_low", "number", "low end of what that figure stands for", unit))
            columns.append(Column(f"{measure}_high", "number", "high end of what that figure stands for", unit))
    return tuple(columns)


_KNOWN = {column.name: column for column in KNOWLEDGE.columns}
WIDE = Table(
    "wide",
    "One row an election and a list, party or candidate that stood in it. Facts on a part of the land, and facts "
    "whose election or contestant cannot be told, are not in it: they stand in knowledge.",
    ("contest_id", "subject_id"),
    (
        Column("contest_id", "text", "the election", required=True),
        *(_KNOWN[name] for name in _CONTEST),
        Column("subject_id", "text", "the list, party or candidate", required=True),
        Column("subject", "text", "its name"),
        Column("subject_kind", "text", "party or person", required=True),
        *_figure_columns(),
        Column("disputed", "truth", "whether sources contradict each other on one of the figures", required=True),
        Column("stage", "text", "how settled the least settled of the figures is", required=True),
        Column("n_claims", "whole", "how many claims the figures rest on", "claim", True),
        Column("n_origins", "whole", "how many independent writings they descend from", "origin", True),
        Column("fact_ids", "list", "the facts, as in table knowledge", required=True),
        Column("conflict_ids", "list", "the conflicts they take part in, as in table conflicts", required=True),
    ),
)


def wide_rows(facts: Iterable[Row], claims: Iterable[Row]) -> list[Row]:
    """Return the rows of table `wide` from those of knowledge and claims, by election, most seats first."""
    origins = {claim["claim_id"]: claim["origin_id"] for claim in claims}
    contestants: dict[tuple[str, str], dict[str, Row]] = {}
    for fact in facts:
        told = fact["contest_id"] and fact["subject_id"] and fact["subject_kind"] in _KINDS
        if told and fact["scope"] is None and (fact["measure"], fact["unit"]) in FIGURES and fact["value"] is not None:
            contestants.setdefault((fact["contest_id"], fact["subject_id"]), {})[fact["measure"]] = fact
    return sorted((_row(figures, origins) for figures in contestants.values()), key=_place)


def _row(figures: Mapping[str, Row], origins: Mapping[str, str]) -> Row:
    facts = list(figures.values())
    row = {name: facts[0][name] for name in ("contest_id", *_CONTEST, "subject_id", "subject", "subject_kind")}
    for measure, _ in FIGURES:
        fact = figures.get(measure, {})
        row[measure] = fact.get("value")
        if measure in _WITH_INTERVAL:
            row |= {f"{measure}_low": fact.get("value_low"), f"{measure}_high": fact.get("value_high")}
    claims = [claim for fact in facts for claim in fact["claim_ids"]]
    return row | {
        "disputed": any(fact["verdict"] == "disputed" for fact in facts),
        "stage": min((fact["stage"] for fact in facts), key=_SETTLED.index),
        "n_claims": len(claims),
        "n_origins": len({origins[claim] for claim in claims if claim in origins}),
        "fact_ids": [fact["fact_id"] for fact in facts],
        "conflict_ids": list(dict.fromkeys(conflict for fact in facts for conflict in fact["conflict_ids"])),
    }


def _place(row: Row) -> tuple[object, ...]:
    when = (row["contest_country"] or "", row["contest_year"] or 0, row["contest_date"] or "", row["contest_id"])
    order: Sequence[float | None] = (row["seats"], row["vote_share"], row["votes"])
    return (*when, *((value is None, -(value or 0)) for value in order), row["subject"] or "", row["subject_id"])


assert set(_SETTLED) == set(get_args(CountStage))
