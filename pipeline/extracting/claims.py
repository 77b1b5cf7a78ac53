"""A reading and its subject made into a claim: its quantity, scope, stage, speaker and hints at its contest."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace

from pipeline.configuring.configuration import Configuration
from pipeline.extracting.circumstances import Judge
from pipeline.extracting.cues import claim_cues
from pipeline.extracting.figures import to_quantity
from pipeline.extracting.hint import DATED_KINDS, TIME_KINDS
from pipeline.extracting.naming.subject import Subject
from pipeline.extracting.readings import Reading
from pipeline.extracting.scene import Scene
from pipeline.extracting.scopes import Scopes
from pipeline.extracting.speakers import Speakers
from pipeline.types import Claim, ContestCue, CountStage, Qualifier, Quantity

_OPPOSITE: dict[Qualifier, Qualifier] = {
    "at_least": "at_most",
    "at_most": "at_least",
    "more_than": "less_than",
    "less_than": "more_than",
}


class ClaimMaker:
    """Makes claims; holds what reads their scope and speaker."""

    def __init__(self, config: Configuration, judge: Judge) -> None:
        self._config, self._judge = config, judge
        self._scopes = Scopes(config.statements, config.places)
        self._speakers = Speakers(config.statements)

    def make(
        self, scenes: Sequence[Scene], reading: Reading, subject: Subject | None, article_stage: CountStage
    ) -> Claim:
        """Return the claim of a reading in the last of `scenes`; `article_stage` holds where it has none itself."""
        scene, f = scenes[-1], reading.figure
        article, sentence = scene.doc.article, scene.sentence
        quantity = self._quantity(scene, reading)
        start = subject.start if subject else -1
        identity = (article.article_id, reading.measure, quantity.char_start, quantity.char_end, start)
        rule = reading.rule + (f"/{subject.rule}" if subject else "")
        return Claim(
            claim_id="k_" + hashlib.blake2b(repr(identity).encode(), digest_size=8).hexdigest(),
            article_id=article.article_id,
            sentence_start=sentence.char_start,
            sentence_end=sentence.char_end,
            sentence=article.text[sentence.char_start : sentence.char_end],
            measure=reading.measure,
            quantity=quantity,
            subject_text=subject.text if subject else None,
            subject_start=subject.start if subject else None,
            subject_end=subject.end if subject else None,
            subject_kind=subject.kind if subject else "party" if reading.need == "wanted" else "contest",
            scope_text=self._scopes.of(scene, f.first, f.last, scenes[:-1]),
            stage=self._judge.stage(scenes, reading, article_stage),
            attributed_to=self._speakers.of(scene, f.first, f.last),
            rule=rule,
            confidence=self._config.confidence.of(rule),
            cues=self._cues(scene, reading),
        )

    def _cues(self, scene: Scene, reading: Reading) -> tuple[ContestCue, ...]:
        """ "The Leninists lost three of their 9 seats": whatever is lost or kept was won in the election before."""
        f = reading.figure
        cues = claim_cues(scene, f.first, f.last, self._config)
        if not reading.previous or any(c.kind in DATED_KINDS for c in cues):
            return cues
        had = ContestCue("previous", "1", scene.text(f.first, reading.end))
        return (had, *(c for c in cues if c.kind not in TIME_KINDS))

    def _quantity(self, scene: Scene, reading: Reading) -> Quantity:
        quantity = to_quantity(reading.figure, scene.words, reading.unit, self._config.quantities)
        printed = scene.doc.article.text[quantity.char_start : quantity.char_end]
        quantity = replace(quantity, text=printed)  # a line break inside a figure stays as it is printed
        if reading.sign < 0:
            quantity = _negated(quantity)
        if reading.limit:
            return replace(quantity, low=None, high=quantity.value, qualifier="at_most")
        return quantity


def _negated(q: Quantity) -> Quantity:
    """A loss is a negative change: "lost 67" is -67, "lost at least 20" is at most -20."""
    return replace(
        q,
        value=None if q.value is None else -q.value,
        low=None if q.high is None else -q.high,
        high=None if q.low is None else -q.low,
        qualifier=_OPPOSITE.get(q.qualifier, q.qualifier),
    )
