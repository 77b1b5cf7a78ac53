"""Names printed as equal in the text: "the Civic Democratic Party (ODS)", "Sairoon coalition (Towards Reform)"."""

from __future__ import annotations

from pipeline.types import Doc


def aliases(doc: Doc) -> tuple[tuple[str, str], ...]:
    """Return pairs (name, other name) of mentions of one kind, the second in brackets right behind the first."""
    text = doc.article.text
    out: dict[tuple[str, str], None] = {}
    for first, second in zip(doc.mentions, doc.mentions[1:], strict=False):
        if not (first.kind == second.kind in ("party", "body")):
            continue
        between = text[first.char_end : second.char_start]
        if "(" not in between or ")" in between or text[second.char_end : second.char_end + 1] != ")":
            continue
        words = between.replace("(", " ").split()
        if len(words) <= 1 and all(w.islower() for w in words):
            out[(first.text, second.text)] = None
    return tuple(out)
