"""An HTML page -> its main text, title, source and date."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, BinaryIO

from pipeline.configuring.reading import HtmlNames, ReadingConfig
from pipeline.reading.decoding import check, decode_as
from pipeline.reading.drafts import Draft, Drafts, Unreadable
from pipeline.reading.fragments import looks_like_html, parse_html, strip_tags
from pipeline.reading.from_json import parse_json
from pipeline.reading.opening import read_whole
from pipeline.reading.records import dated, stored

_CHARSET = re.compile(rb"<meta\b[^<>]{0,300}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
_HEAD_BYTES = 8192  # where browsers look for the charset, with room to spare


@dataclass(frozen=True, slots=True)
class _Said:
    """What the page says of its article, each with the place that says so as its key, most trusted first."""

    title: tuple[str, ...]
    source: tuple[str, ...]
    url: tuple[str, ...]
    published: tuple[tuple[str, str], ...]  # print, basis
    body: str


def read_html(stream: BinaryIO, config: ReadingConfig) -> Drafts:
    """Yield the one article of a page; offsets count in the extracted text, the note says where it begins."""
    raw = read_whole(stream, config.limits.max_html_bytes, "max_html_bytes")
    yield draft_of_page(raw, None, None, config)


def draft_of_page(raw: bytes, charset: str | None, number: int | None, config: ReadingConfig) -> Draft:
    """The article of a page's bytes; `charset` is what its HTTP header says, if any. Raises Unreadable."""
    if not raw.strip():
        raise Unreadable("empty: there is no text in it", "skipped")
    declared = _CHARSET.search(raw[:_HEAD_BYTES])
    if charset is None and declared:
        charset = declared[1].decode("ascii", "replace")
    page, notes = decode_as(raw, charset, config.limits)
    tree = parse_html(page, config.limits)
    said = _said(tree, config.html)
    text, how = _main_text(tree, said, config)
    text, odd = check(text, config.limits)
    start = _place(page, text)
    how += f", beginning at character {start:,} of the decoded page" if start is not None else ""
    draft = Draft(
        number,
        text,
        title=next(iter(said.title), None),
        source=next(iter(said.source), None),
        url=next(iter(said.url), None),
        notes=(how, *notes, *odd),
    )
    for printed, basis in said.published:
        draft = dated(draft, printed, basis, config)
    if draft.published is None and (guess := _guessed_date(page, config)):
        basis = "htmldate: guessed from the page, which states no date in its metadata"
        draft = replace(dated(draft, guess, basis, config), guessed=True)
    return draft


def _main_text(tree: Any, said: _Said, config: ReadingConfig) -> tuple[str, str]:
    """The main text and how it was found; the page's own JSON-LD text where the page shows none."""
    import trafilatura

    scripts = next(tree.iter("script"), None) is not None
    try:
        text = trafilatura.extract(tree, include_comments=False, include_tables=True, deduplicate=False)
    except (ValueError, TypeError, AttributeError, IndexError, KeyError, AssertionError) as error:
        raise Unreadable(f"the main text could not be taken out of the page ({type(error).__name__})") from None
    if text and text.strip():
        return text, "main text of the page"
    if said.body:
        body = strip_tags(said.body, config.limits) if looks_like_html(said.body) else said.body
        return body, "articleBody of the page's JSON-LD, for the page itself shows no text"
    if scripts:
        raise Unreadable("no main text: the page is made by scripts, which are not run", "skipped")
    raise Unreadable("no main text was found in the page", "skipped")


def _guessed_date(page: str, config: ReadingConfig) -> str | None:
    """What htmldate finds in the page; None where it finds nothing.

    It gets a tree of its own, for the main text's has been altered, and never a string, for one that begins with
    "http" it would fetch. The span of years is fixed, for by default the day of the run changes what it finds.
    """
    import htmldate

    words = config.dates
    first, last = f"{words.first_year}-01-01", f"{words.last_year}-12-31"
    try:
        return htmldate.find_date(
            parse_html(page, config.limits), extensive_search=False, original_date=True, min_date=first, max_date=last
        )
    except (ValueError, TypeError, AttributeError, IndexError, OverflowError):
        return None


def _said(tree: Any, names: HtmlNames) -> _Said:
    meta: dict[str, str] = {}
    for element in tree.iter("meta"):
        key = element.get("property") or element.get("name") or element.get("itemprop") or ""
        meta.setdefault(key.strip().lower(), element.get("content") or "")
    linked = _json_ld(tree, names)
    published = [(linked["datePublished"], "JSON-LD datePublished")] if linked.get("datePublished") else []
    published += [(meta[key], f"HTML meta {key}") for key in names.published_meta if meta.get(key)]
    published += [(time.get("datetime"), "HTML <time itemprop=datePublished>") for time in _times(tree)]
    heading = (" ".join(element.itertext()) for tag in ("h1", "title") for element in tree.iter(tag))
    canonical = (link.get("href") for link in tree.iter("link") if link.get("rel") == "canonical")
    return _Said(
        title=_kept([linked.get("headline"), *(meta.get(key) for key in names.title_meta), *heading]),
        source=_kept([linked.get("publisher"), *(meta.get(key) for key in names.source_meta)]),
        url=_kept([*canonical, *(meta.get(key) for key in names.url_meta), linked.get("url")]),
        published=tuple(published),
        body=linked.get("articleBody", ""),
    )


def _times(tree: Any) -> Iterator[Any]:
    times = (element for element in tree.iter("time") if element.get("itemprop") == "datePublished")
    return (element for element in times if element.get("datetime"))


def _kept(values: list[str | None]) -> tuple[str, ...]:
    return tuple(kept for value in values if (kept := stored(value)))


def _json_ld(tree: Any, names: HtmlNames) -> dict[str, str]:
    """The plain values of the page's first JSON-LD object of the most telling type; empty where there is none."""
    found: list[Mapping[str, object]] = []
    for script in tree.iter("script"):
        if (script.get("type") or "").strip().lower() == "application/ld+json":
            try:
                found += _objects(parse_json(script.text or "")[0])
            except Unreadable:
                continue  # broken JSON-LD is common, and the page has its text without it
    for wanted in names.article_types:
        for thing in found:
            kinds = thing.get("@type")
            if wanted == kinds or (isinstance(kinds, list) and wanted in kinds):
                return {key: value for key in thing if (value := _plain(thing[key]))}
    return {}


def _objects(value: object) -> list[Mapping[str, object]]:
    """The objects of a JSON-LD script: the value itself, the members of a list, those of @graph."""
    if isinstance(value, list):
        return [thing for member in value if isinstance(member, dict) for thing in _objects(member)]
    if isinstance(value, dict):
        return [value, *(_objects(value["@graph"]) if isinstance(value.get("@graph"), list) else [])]
    return []


def _plain(value: object) -> str:
    if isinstance(value, list) and value:
        value = value[0]
    if isinstance(value, dict):
        value = value.get("name") or value.get("@id")
    return value if isinstance(value, str) else ""


def _place(page: str, text: str) -> int | None:
    """Where the text's first words stand in the page's body, markup and all; None where markup breaks them up."""
    words = text.strip().partition("\n")[0].split()[:4]
    body = re.search("<body", page, re.IGNORECASE)
    pattern = re.compile(r"\s+".join(map(re.escape, words)))
    place = pattern.search(page, body.end() if body else 0) if sum(map(len, words)) < 200 else None
    return place.start() if place else None
