"""RSS and Atom -> drafts, one an item. Entities are never expanded, nothing outside the file is fetched."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO

from pipeline.configuring.reading import Limits, ReadingConfig
from pipeline.reading.decoding import SIGNATURES, check
from pipeline.reading.drafts import Draft, Drafts, Unreadable, refused
from pipeline.reading.fragments import looks_like_html, strip_tags
from pipeline.reading.opening import read_whole
from pipeline.reading.records import dated, stored

# Element names of RSS 0.9x to 2.0, RSS 1.0, Atom, Dublin Core and the content module, without their namespaces.
_ITEMS = ("item", "entry")
_TEXTS = ("encoded", "content", "description", "summary")  # fullest first
_DATES = ("pubDate", "published", "date", "issued", "updated", "modified")
_ROOTS = ("rss", "feed", "RDF")


def read_feed(stream: BinaryIO, config: ReadingConfig) -> Drafts:
    """Yield one draft an item, numbered from 1; its text is the fullest the feed gives, without HTML tags.

    Raises Unreadable for XML that is broken, declares entities or is no feed.
    """
    root = _parse(read_whole(stream, config.limits.max_document_bytes, "max_document_bytes"), config.limits)
    if _name(root) not in _ROOTS:
        raise Unreadable(f"XML with the root <{_name(root)[:50]}>, which is neither RSS nor Atom", "skipped")
    channel = next((child for child in root if _name(child) == "channel"), root)
    source = next((_text(child) for child in channel if _name(child) == "title"), "")
    items = (element for element in root.iter() if _name(element) in _ITEMS)
    for number, item in enumerate(items, 1):
        yield _draft(item, number, source, config)


def _parse(raw: bytes, limits: Limits) -> Any:
    import lxml.etree

    for signature, name in SIGNATURES.items():
        if raw.startswith(signature):
            raise Unreadable(f"not XML: the content is {name}")
    if not raw.strip():
        raise Unreadable("empty: there is no text in it", "skipped")
    parser = lxml.etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    try:
        root = lxml.etree.fromstring(raw, parser=parser)
    except (lxml.etree.XMLSyntaxError, ValueError, LookupError) as error:
        raise Unreadable(f"not XML that can be read: {error}") from None
    dtd = root.getroottree().docinfo.internalDTD
    if dtd is not None and any(True for _ in dtd.iterentities()):
        raise Unreadable("the XML declares entities of its own, which are never expanded")
    return root


def _draft(item: Any, number: int, source: str, config: ReadingConfig) -> Draft:
    found: dict[str, Any] = {}
    for child in item:
        found.setdefault(_name(child), child)
    notes = [f"item {number} of the feed"]
    try:
        name, text = next(_texts(found), ("", ""))
        if name in ("description", "summary"):
            notes.append(f"the text is the feed's <{name}>, which may be a summary")
        if looks_like_html(text):
            text = strip_tags(text, config.limits)
            notes.append("HTML tags were taken out of the text")
        text, odd = check(text, config.limits)
    except Unreadable as error:
        return refused(number, error, notes)
    title = _text(found["title"]) if "title" in found else None
    own = found.get("source")
    source = (_text(own) if own is not None else "") or source
    draft = Draft(
        number, text, title=stored(title), source=stored(source), url=stored(_link(item)), notes=(*notes, *odd)
    )
    for date in _DATES:
        if date in found:
            draft = dated(draft, _text(found[date]), f"feed element <{date}>", config)
    return draft


def _texts(found: dict[str, Any]) -> Iterator[tuple[str, str]]:
    return ((name, text) for name in _TEXTS if name in found and (text := _inner(found[name])).strip())


def _inner(element: Any) -> str:
    """The text of an element; where it holds elements (Atom's xhtml), their markup."""
    import lxml.etree

    if len(element) == 0:
        return element.text or ""
    return (element.text or "") + "".join(lxml.etree.tostring(child, encoding="unicode") for child in element)


def _link(item: Any) -> str:
    links = [child for child in item if _name(child) == "link"]
    links.sort(key=lambda link: link.get("rel", "alternate") != "alternate")
    return next((link.get("href") or _text(link) for link in links), "")


def _name(element: Any) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _text(element: Any) -> str:
    return "".join(element.itertext()).strip()
