"""Names printed as equal in the text: "the Civic Democratic Party (ODS)", "Sairoon coalition (Towards Reform)"."""

from __future__ import annotations

from pipeline.types import Doc


def aliases(doc: Doc) -> tuple[tuple[str, str], ...]:
    """Return pairs (name, other name) of mentions of one kind, the second in brackets right behind the first."""
    text = doc.article.text
    out: dict[tuple[str, str], None] = {}
    for first, second in zip(doc.mentions, doc.mentions[1:], strict=False):
        between = text[first.char_end : second.char_start]
        words = between.replace("(", " ").split()
        plain = all(w.islower() for w in words) and len(words) <= 1
        bracketed = "(" in between and ")" not in between and text[second.char_end : second.char_end + 1] == ")"
        if bracketed and plain and first.kind == second.kind in ("party", "body"):
            out[(first.text, second.text)] = None
    return tuple(out)
