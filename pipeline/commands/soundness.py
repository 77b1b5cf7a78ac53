"""Whether a run's tables are sound: keys, references, offsets, versions, and the kept results beside them."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pipeline.commands.stored import Row, Stored
from pipeline.commands.wording import plural
from pipeline.running import publishing
from pipeline.running.cache import is_sound
from pipeline.running.errors import UsageError
from pipeline.running.job import RUN_FILE
from pipeline.tabling.schemas import SCHEMA_VERSION, TABLES, TEXTS
from pipeline.tabling.tables import FILES

State = Literal["ok", "note", "bad"]
# What run.json says of the run itself, and not of what it was made by.
_NOT_MADE_BY = ("rows", "articles", "decisions", "engine", "workers", "seconds")
_ID_LISTS = (
    ("knowledge", "claim_ids", "claims"),
    ("knowledge", "conflict_ids", "conflicts"),
    ("conflicts", "claim_ids_a", "claims"),
    ("conflicts", "claim_ids_b", "claims"),
    ("conflicts", "fact_ids", "knowledge"),
)


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at. `mend` is what to do where the state is not ok; a note needs nothing done."""

    state: State
    what: str
    mend: str = ""


def check_tables(out: Path, texts: Mapping[str, str] | None) -> Iterator[Check]:
    """Give the checks of the current run in `out`; `texts` are the articles' by id, None for those the run kept."""
    try:
        stored = Stored(out)
    except UsageError:
        yield Check("note", f"{out}: no tables yet", "tallywire run makes them")
        return
    try:
        counts = ", ".join(
            plural(len(stored.rows(table.name)), f"row of {table.name}", f"rows of {table.name}") for table in TABLES
        )
    except UsageError as error:
        yield Check("bad", str(error).partition("; ")[0], "run tallywire again")
        return
    yield Check("ok", f"tables of {stored.folder.name} (schema {SCHEMA_VERSION}): {counts}")
    yield _untouched(stored)
    yield _report("keys and references", _broken_references(stored), "run tallywire again")
    yield _report("every claim is in one fact", _unplaced(stored), "run tallywire again")
    yield _report(
        f"{plural(len(stored.claims), 'figure')} in their sentences", _misplaced(stored), "run tallywire again"
    )
    try:
        texts = _kept_texts(stored) if texts is None else texts
    except UsageError as error:
        yield Check("bad", str(error).partition("; ")[0], "run tallywire again")
        return
    if texts is None:
        yield Check("note", "figures were not looked up in the articles", "name these with --articles")
    else:
        wrong = list(_not_in_text(stored, texts))
        yield _report(
            "figures, sentences and mentions in the articles' texts", wrong, "the articles have changed; run again"
        )


def check_cache(out: Path) -> Iterator[Check]:
    """Give the check of the kept results in `out`, if there are any."""
    folder = out / "cache"
    files = sorted(folder.glob("*.json")) if folder.is_dir() else []
    if not files:
        return
    size = sum(path.stat().st_size for path in files) / 1e6
    damaged = [path.name for path in files if not is_sound(path)]
    yield _report(
        f"{plural(len(files), 'kept result')}, {size:.1f} MB", damaged, f"delete {folder}; the next run fills it"
    )


def _report(what: str, wrong: Iterable[str], mend: str) -> Check:
    found = list(wrong)
    if not found:
        return Check("ok", what)
    more = f" and {len(found) - 3} more" if len(found) > 3 else ""
    return Check("bad", f"{what}: {len(found)} wrong: {'; '.join(found[:3])}{more}", mend)


def _untouched(stored: Stored) -> Check:
    """The folder's name holds a hash of its tables: were they changed since?"""
    try:
        about = json.loads((stored.folder / RUN_FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Check("note", f"{RUN_FILE} is not there: whether the tables were changed cannot be told")
    made_by = {name: value for name, value in about.items() if name not in _NOT_MADE_BY}
    digest = publishing.digest(stored.folder, FILES, json.dumps(made_by, sort_keys=True))
    if stored.folder.name.endswith(f"-{digest}"):
        return Check("ok", "the tables are byte for byte as they were published")
    return Check("bad", f"{stored.folder.name}: the tables are not as they were published", "run tallywire again")


def _broken_references(stored: Stored) -> Iterator[str]:
    rows = {table.name: stored.rows(table.name) for table in TABLES}
    known = {table.name: {row[table.key[0]] for row in rows[table.name]} for table in TABLES}
    for table in TABLES:
        keys = Counter(tuple(row[name] for name in table.key) for row in rows[table.name])
        yield from (f"{table.name} has {key[0]} twice" for key, count in keys.items() if count > 1)
        for column, other, _ in table.refers:
            named = {row[column] for row in rows[table.name]} - {None} - known[other]
            yield from (f"{table.name}.{column} {name} is not in {other}" for name in sorted(named))
    for name, column, other in _ID_LISTS:
        named = {item for row in rows[name] for item in row[column]} - known[other]
        yield from (f"{name}.{column} {item} is not in {other}" for item in sorted(named))


def _unplaced(stored: Stored) -> Iterator[str]:
    placed = Counter(claim for fact in stored.facts.values() for claim in fact["claim_ids"])
    yield from (f"{claim} is in {placed[claim]} facts" for claim in stored.claims if placed[claim] != 1)


def _misplaced(stored: Stored) -> Iterator[str]:
    for claim in stored.claims.values():
        start, end = (claim[name] - claim["sentence_start"] for name in ("char_start", "char_end"))
        figure = claim["sentence"][max(start, 0) : end]
        if start < 0 or claim["sentence_end"] - claim["sentence_start"] != len(claim["sentence"]) or not figure:
            yield f"{claim['claim_id']} lies outside its sentence"
        elif _is_figure(claim) and figure != claim["value_text"]:
            yield f"{claim['claim_id']} points at {figure!r}, not {claim['value_text']!r}"


def _is_figure(claim: Row) -> bool:
    # A record is put in plain words: "the lowest since the first free vote in 2005" is "lowest since 2005".
    return claim["value"] is not None and claim["measure"] != "record"


def _kept_texts(stored: Stored) -> dict[str, str] | None:
    if not (stored.folder / f"{TEXTS.name}.parquet").is_file():
        return None
    return {row["article_id"]: row["text"] for row in stored.rows(TEXTS.name)}


def _not_in_text(stored: Stored, texts: Mapping[str, str]) -> Iterator[str]:
    named = {claim["article_id"]: claim["path"] for claim in stored.claims.values()}
    yield from (f"{path} is not among the articles" for article, path in named.items() if article not in texts)
    places: list[tuple[Row, str, str, str]] = [
        (claim, "sentence_start", "sentence_end", "sentence") for claim in stored.claims.values()
    ]
    places += [(row, "char_start", "char_end", "value_text") for row in stored.claims.values() if _is_figure(row)]
    places += [(row, "char_start", "char_end", "text") for row in stored.rows("mentions")]
    for row, start, end, printed in places:
        text = texts.get(row["article_id"])
        if text is not None and text[row[start] : row[end]] != row[printed]:
            what = row.get("claim_id", "a mention")
            yield f"{what} in {row['article_id']}: {row[printed][:40]!r} is not at {row[start]}"
