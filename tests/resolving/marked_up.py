"""Articles for tests, written as text with marks: "[person Vaclav Klaus]'s [party ODS] won"."""

from __future__ import annotations

import re

from pipeline.types import Claim, ContestCue, EntityKind, Extraction, Mention, Quantity, SubjectKind

_MARK = re.compile(r"\[(person|party|place|body) ([^\]]*)\]")


def article(
    article_id: str,
    marked: str,
    country: str | None = None,
    year: int | None = None,
    aliases: tuple[tuple[str, str], ...] = (),
) -> Extraction:
    """An extraction with the marked mentions, the offsets being those of the text without the marks."""
    mentions = []
    plain = ""
    end = 0
    for match in _MARK.finditer(marked):
        plain += marked[end : match.start()]
        kind: EntityKind = match[1]  # type: ignore[assignment]
        mentions.append(Mention(article_id, len(plain), len(plain) + len(match[2]), match[2], kind, "marked"))
        plain += match[2]
        end = match.end()
    cues = [ContestCue("country", country, "test")] if country else []
    cues += [ContestCue("year", str(year), "test")] if year else []
    return Extraction(article_id, tuple(mentions), (), tuple(cues), aliases)


def claim(  # noqa: PLR0917 - one parameter a field
    extraction: Extraction,
    subject: str | None,
    kind: SubjectKind = "party",
    measure: str = "seats",
    value_text: str | None = None,
    at: tuple[int, int] | None = None,
) -> Claim:
    """A claim on the subject; its place is that of the mention with this text, unless `at` gives it."""
    mention = next((m for m in extraction.mentions if m.text == subject), None)
    start, end = at or ((mention.char_start, mention.char_end) if mention else (None, None))
    quantity = Quantity("54", 0, 2, 54, 54, 54, "seat", "exact")
    return Claim(
        f"{extraction.article_id}-{measure}-{subject}", extraction.article_id, 0, 100, "A sentence.", measure, quantity,
        subject, start, end, kind, None, "unknown", None, "test", 1.0, (), value_text,
    )  # fmt: skip
