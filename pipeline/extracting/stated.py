"""Claims whose value is a text: one way to make them, and the words of a scene as the mentions cut them."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from pipeline.extracting.scene import Scene
from pipeline.types import Claim, Mention, Quantity, SubjectKind


@dataclass(frozen=True, slots=True)
class Statement:
    """What is stated: its printed span in the article, its value, and the rule that read it.

    `value` is a figure where one belongs to it (a record's baseline year), else None.
    """

    measure: str
    start: int
    end: int
    value_text: str
    unit: str
    rule: str
    confidence: float
    value: float | None = None


def state(scene: Scene, said: Statement, subject: tuple[int, int] | None, kind: SubjectKind) -> Claim:
    """Return the claim of a statement. `subject` is its span in the article, None for the contest as a whole.

    Stage is "unknown", speaker and contest cues are left empty: the caller adds them.
    """
    text, article_id = scene.doc.article.text, scene.doc.article.article_id
    start, end = scene.sentence.char_start, scene.sentence.char_end
    identity = (article_id, said.measure, said.start, said.end, subject[0] if subject else -1, said.unit)
    quantity = Quantity(
        text[said.start : said.end], said.start, said.end, said.value, said.value, said.value, said.unit, "exact"
    )
    return Claim(
        claim_id="k_" + hashlib.blake2b(repr(identity).encode(), digest_size=8).hexdigest(),
        article_id=article_id,
        sentence_start=start,
        sentence_end=end,
        sentence=text[start:end],
        measure=said.measure,
        quantity=quantity,
        subject_text=text[slice(*subject)] if subject else None,
        subject_start=subject[0] if subject else None,
        subject_end=subject[1] if subject else None,
        subject_kind=kind,
        scope_text=None,
        stage="unknown",
        attributed_to=None,
        rule=said.rule,
        confidence=said.confidence,
        value_text=said.value_text,
    )


def span_of(scene: Scene, mention: Mention) -> tuple[int, int]:
    """Return the words [first, last) of a mention of the scene."""
    inside = [i for i, w in enumerate(scene.words) if mention.char_start <= w.start < mention.char_end]
    return (inside[0], inside[-1] + 1) if inside else (0, 0)


def mention_of(scene: Scene, i: int, kind: str | None = None) -> Mention | None:
    """Return the mention that covers word i, where it is of the kind; None also outside the scene."""
    m = scene.mention(i)
    return m if m is not None and kind in (None, m.kind) else None


def lower_at(scene: Scene, i: int) -> str:
    """Return word i folded; "" outside the scene."""
    return scene.lower(i)


def is_genitive(scene: Scene, i: int) -> bool:
    """Say whether word i is the sign of a possessive."""
    return 0 <= i < len(scene.words) and scene.words[i].kind == "genitive"
