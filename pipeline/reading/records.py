"""One record of JSON, CSV or Parquet (names and values) -> Draft."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import replace

from pipeline.configuring.reading import FieldNames, ReadingConfig
from pipeline.reading.dates import normalise_date
from pipeline.reading.decoding import check
from pipeline.reading.drafts import UNDATED, Draft, Unreadable, refused
from pipeline.reading.fragments import looks_like_html, strip_tags
from pipeline.reading.printed import date_printed

_LARGEST = 1e15  # above it no number is a date


def draft_of_record(
    record: Mapping[str, object], number: int | None, kind: str, config: ReadingConfig, notes: Sequence[str] = ()
) -> Draft:
    """The article of a record; `kind` names where a field comes from ("JSON field", "CSV column").

    A record without text is a skipped draft, one whose text may not be an article a failed one. Text that holds HTML
    is stripped of its tags, with a note. A list of texts is joined as paragraphs.
    """
    names, found = config.fields, {str(key).strip().lower(): value for key, value in record.items()}
    try:
        name, text = _first(found, names.text, names)
        if name is None:
            held = ", ".join(sorted(found)[:12]) or "nothing"
            raise Unreadable(
                f"no text: none of the fields ({held[:200]}) is known; add its name to reading.toml", "skipped"
            )
        notes = list(notes)
        if looks_like_html(text):
            text, notes = strip_tags(text, config.limits), [*notes, "HTML tags were taken out of the text"]
        text, odd = check(text, config.limits)
    except Unreadable as error:
        return refused(number, error, notes)
    title, source, url = (_first(found, group, names)[1] or None for group in (names.title, names.source, names.url))
    draft = Draft(number, text, title=stored(title), source=stored(source), url=stored(url), notes=(*notes, *odd))
    return _dated(draft, found, kind, config)


def _dated(draft: Draft, found: Mapping[str, object], kind: str, config: ReadingConfig) -> Draft:
    for name in config.fields.published:
        printed = _text(found.get(name), config.fields)
        date, note = normalise_date(printed, config.dates)
        if note:
            draft = replace(draft, notes=(*draft.notes, stored(note) or ""))
        if date:
            return replace(draft, published=date, published_basis=f"{kind} {name!r}")
    return draft


def dated(draft: Draft, printed: str, basis: str, config: ReadingConfig) -> Draft:
    """The draft with a date as printed at the place `basis` names, unless it has one already."""
    if draft.published is not None:
        return draft
    date, note = normalise_date(printed, config.dates)
    notes = (*draft.notes, stored(note) or "") if note else draft.notes
    return replace(draft, published=date, published_basis=basis if date else UNDATED, notes=notes)


def printed(draft: Draft, config: ReadingConfig) -> Draft:
    """The draft with the date that a line at the top of its text gives, unless it has one already."""
    found = None if draft.published is not None or draft.text is None else date_printed(draft.text, config)
    if found is None:
        return draft
    return replace(draft, published=found[0], published_basis=f"printed in the text: {stored(found[1])!r}")


def stored(value: str | None) -> str | None:
    """A short field as the tables can hold it: on one line, lone surrogates replaced; None where nothing is left."""
    return " ".join(value[:2000].encode("utf-8", "replace").decode().split()) or None if value else None


def _first(found: Mapping[str, object], group: Sequence[str], names: FieldNames) -> tuple[str | None, str]:
    """The first of these fields that holds text, and its text; the first that is there at all where none does."""
    there = [(name, _text(found[name], names)) for name in group if name in found]
    return next((pair for pair in there if pair[1].strip()), there[0] if there else (None, ""))


def _text(value: object, names: FieldNames) -> str:
    """A field's value as text: numbers and dates as printed, lists as paragraphs, objects by their name."""
    if isinstance(value, str):
        return value
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(int(value)) if abs(value) < _LARGEST else ""  # NaN is not smaller than anything
    if isinstance(value, list):
        return "\n\n".join(item for item in value if isinstance(item, str))
    if isinstance(value, dict):
        return next((value[name] for name in names.names if isinstance(value.get(name), str)), "")
    return ""
