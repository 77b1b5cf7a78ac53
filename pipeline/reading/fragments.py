"""A piece of HTML inside a record or a feed -> its text."""

from __future__ import annotations

import re
from typing import Any

from pipeline.configuring.reading import Limits
from pipeline.reading.drafts import Unreadable

_CLOSING_TAG = re.compile(r"</[a-zA-Z][a-zA-Z0-9]{0,20}>|<(?:br|p|img|hr)\b[^<>]{0,500}>", re.IGNORECASE)
# Elements after which HTML breaks the line, and those whose content is not shown (HTML standard, section 15.3).
_BLOCKS = frozenset(
    {"address", "article", "aside", "blockquote", "br", "dd", "div", "dl", "dt", "fieldset", "figcaption", "figure"}
    | {"footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre"}
    | {"section", "table", "tr", "ul"}
)
_HIDDEN = frozenset({"script", "style", "template", "noscript", "head", "title"})


def looks_like_html(text: str) -> bool:
    """True where the text holds a tag that only HTML has; "a < b" and "<Reuters>" are no tags."""
    return "<" in text and _CLOSING_TAG.search(text) is not None


def parse_html(text: str, limits: Limits) -> Any:
    """The lxml tree of an HTML text, whole. Raises Unreadable where the parser would have cut it short.

    The parser stops in silence at 256 nested elements and at texts of 10 million bytes; its log tells.
    """
    import lxml.etree
    import lxml.html

    if len(text.encode("utf-8", "replace")) > limits.max_html_bytes:
        raise Unreadable(f"more than max_html_bytes = {limits.max_html_bytes:,} of reading.toml allows")
    parser = lxml.html.HTMLParser(no_network=True, remove_pis=True, encoding="utf-8")
    content = text.replace("\0", "\ufffd").encode("utf-8", "replace")
    try:
        tree = lxml.html.document_fromstring(content, parser=parser)
    except (lxml.etree.LxmlError, ValueError) as error:
        raise Unreadable(f"not HTML: {error}") from None
    cut = [entry.message for entry in parser.error_log if entry.level_name == "FATAL"]
    if cut:
        raise Unreadable(f"the HTML cannot be read whole: {cut[0].strip()}")
    return tree


def strip_tags(text: str, limits: Limits) -> str:
    """The text of an HTML fragment: blocks on lines of their own, white space within them as a browser shows it."""
    if not text.strip():
        return text
    import lxml.etree

    parts: list[str] = []
    hidden = 0
    for event, element in lxml.etree.iterwalk(parse_html(text, limits), events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        if tag in _HIDDEN:
            hidden += 1 if event == "start" else -1
        if tag in _BLOCKS:
            parts.append("\n")
        words = element.text if event == "start" and tag else element.tail if event == "end" else None
        if words and not hidden:
            parts.append(" ".join(f"|{words}|".split())[1:-1])
    lines = (" ".join(line.split()) for line in "".join(parts).split("\n"))
    return "\n".join(line for line in lines if line)
