"""Doc -> Extraction: every claim of one article, with the hints at its contest."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from pipeline.configuring.configuration import Configuration
from pipeline.extracting.circumstances import Judge
from pipeline.extracting.cues import article_cues, claim_cues
from pipeline.extracting.grounds import Ground
from pipeline.extracting.figures import outside_names, read_figures, to_quantity
from pipeline.extracting.measuring.bare import Ago
from pipeline.extracting.measuring.measure import MeasureReader
from pipeline.extracting.naming.frames import Frames
from pipeline.extracting.naming.subject import Discourse, Subject
from pipeline.extracting.people import People
from pipeline.extracting.prints import sentence_prints
from pipeline.extracting.aliases import aliases
from pipeline.extracting.records import Records
from pipeline.extracting.scopes import Scopes
from pipeline.extracting.speakers import Speakers
from pipeline.extracting.readings import Reading
from pipeline.extracting.scene import Scene, make_scene
from pipeline.types import Claim, CountStage, Doc, Extraction, Quantity


class Extractor:
    """Holds the readers made from the configuration; `extract` reads one article."""

    def __init__(self, config: Configuration) -> None:
        self._config = config
        self._measures = MeasureReader(config.terms, config.circumstances, config.measures)
        told, places = config.statements, config.places
        self._people, self._records = People(told, places), Records(told)
        self._scopes, self._speakers = Scopes(told, places), Speakers(told)
        self._frames = Frames(config.terms, config.annotating)
        self._seat_nouns = frozenset(config.terms.nouns.seat) | frozenset(config.terms.nouns.member)
        self._judge = Judge(config.circumstances, config.terms)
        self._article_stage: CountStage = "final"

    def extract(self, doc: Doc) -> Extraction:
        """Return the article's claims in text order, its mentions, aliases and sentence prints."""
        scenes = self.scenes(doc)
        self._article_stage = self._judge.article_stage(scenes)
        discourse, ago = Discourse(), Ago()
        ground = Ground(self._config.circumstances.grounds, self._config.annotating, scenes)
        claims: list[Claim] = []
        for n, scene in enumerate(scenes):
            if scene.sentence.tokens:
                claims += self._sentence(scenes[max(0, n - 3) : n + 1], discourse, ago, ground)
            claims += self._stated(scenes[max(0, n - 3) : n + 1])
            if scene.has(self._seat_nouns):
                ago.seat_words = ago.sentence
            ago.sentence += 1
            discourse.see(scene.mentions, self._frames.salient(scene))
        return Extraction(
            doc.article.article_id,
            doc.mentions,
            tuple(sorted(claims, key=lambda c: (c.quantity.char_start, c.measure, c.subject_start or 0))),
            article_cues(doc, self._config),
            aliases(doc),
            sentence_prints(doc),
        )

    def _stated(self, scenes: Sequence[Scene]) -> list[Claim]:
        """People and records: read in every sentence, for most hold no figure and have no parse."""
        scene, out = scenes[-1], []
        for claim in [*self._people.claims(scene), *self._records.claims(scene, scenes[:-1])]:
            inside = [
                i for i, w in enumerate(scene.words) if claim.quantity.char_start <= w.start < claim.quantity.char_end
            ]
            out.append(replace(claim, cues=claim_cues(scene, inside[0], inside[-1] + 1, self._config)))
        return out

    def scenes(self, doc: Doc) -> list[Scene]:
        """The sentences as scenes, figures read in those that the gate let through."""
        out, at = [], 0
        for sentence in doc.sentences:
            inside = []
            while at < len(doc.mentions) and doc.mentions[at].char_start < sentence.char_end:
                inside.append(doc.mentions[at])
                at += 1
            scene = make_scene(doc, sentence, inside)
            if sentence.tokens:
                figures = read_figures(scene.words, self._config.quantities, self._config.dates)
                scene.figures = outside_names(figures, scene.mention_at)
            out.append(scene)
        return out

    def _sentence(self, scenes: Sequence[Scene], discourse: Discourse, ago: Ago, ground: Ground) -> list[Claim]:
        scene = scenes[-1]
        out: list[Claim] = []
        if not scene.figures:
            return out
        readings = self._measures.read(scene, ago)
        for reading in readings:
            if not ground.holds(scenes, reading, readings):
                continue
            ago.add(reading)
            reading = self._judge.limit(scene, reading) or reading
            if self._judge.polled(scenes, reading) or not reading.limit and not self._judge.asserted(scene, reading):
                continue
            shared = any(
                r is not reading and r.measure == "vote_share" and not r.rule.startswith(("got", "name"))
                for r in ago.recent()
            )
            subjects: list[Subject | None] = []
            if reading.need != "none":
                found = self._frames.find(scene, reading, discourse)
                if reading.need == "required" and (
                    found is None or not ground.supports(scenes, reading, found, shared)
                ):
                    continue
                subjects = [*([found] if found else [None]), *self._each(scene, reading, found)]
            else:
                subjects = [None]
            for subject in subjects:
                claim = self._claim(scenes, reading, subject)
                if not self._config.measures.within_bounds(claim.measure, claim.quantity.value, claim.quantity.unit):
                    continue
                out.append(claim)
                if subject is not None:
                    discourse.subjects.append(subject)
        return out

    def _each(self, scene: Scene, reading: Reading, found: Subject | None) -> list[Subject]:
        """ "X and Y have 32 seats each": the figure is said of both names."""
        tail = [w.lower for w in scene.words[max(0, reading.figure.start - 3) : reading.end + 2]]
        if found is None or found.anchor < 0 or not ("each" in tail or "apiece" in tail):
            return []
        for i in range(found.anchor + 1, min(reading.figure.start, found.anchor + 12)):
            m = self._frames.refs.contestant(scene, i)
            if m is not None and m.char_start > found.end and m.kind == found.kind:
                if any(w.lower == "and" for w in scene.words if found.end <= w.start < m.char_start):
                    return [self._frames.refs.of_mention(scene, m, found.rule + "+each")]
        for i in range(found.anchor - 1, max(-1, found.anchor - 8), -1):
            m = self._frames.refs.contestant(scene, i)
            if m is not None and m.char_end <= found.start:
                between = [w.lower for w in scene.words if m.char_end <= w.start < found.start]
                if "and" in between:
                    return [self._frames.refs.of_mention(scene, m, found.rule + "+each")]
        return []

    def _claim(self, scenes: Sequence[Scene], reading: Reading, subject: Subject | None) -> Claim:
        scene, f = scenes[-1], reading.figure
        quantity = _signed(to_quantity(f, scene.words, reading.unit, self._config.quantities), reading.sign)
        if reading.limit:
            quantity = replace(quantity, low=None, high=quantity.value, qualifier="at_most")
        text = scene.doc.article.text
        start, end = scene.sentence.char_start, scene.sentence.char_end
        identity = (
            scene.doc.article.article_id,
            reading.measure,
            quantity.char_start,
            quantity.char_end,
            subject.start if subject else -1,
        )
        rule = reading.rule + (f"/{subject.rule}" if subject else "")
        return Claim(
            claim_id="k_" + hashlib.blake2b(repr(identity).encode(), digest_size=8).hexdigest(),
            article_id=scene.doc.article.article_id,
            sentence_start=start,
            sentence_end=end,
            sentence=text[start:end],
            measure=reading.measure,
            quantity=quantity,
            subject_text=subject.text if subject else None,
            subject_start=subject.start if subject else None,
            subject_end=subject.end if subject else None,
            subject_kind=subject.kind if subject else "contest",
            scope_text=self._scopes.of(scene, f.first, f.last, scenes[:-1]),
            stage=self._judge.stage(scenes, reading, self._article_stage),
            attributed_to=self._speakers.of(scene, f.first, f.last),
            rule=rule,
            confidence=0.5 if rule.endswith(("nearest", "carried")) else 0.9,
            cues=claim_cues(scene, f.first, f.last, self._config),
        )


def _signed(quantity: Quantity, sign: int) -> Quantity:
    """A loss is a negative change: "lost 67" is -67."""
    if sign > 0:
        return quantity
    low = None if quantity.high is None else -quantity.high
    high = None if quantity.low is None else -quantity.low
    value = None if quantity.value is None else -quantity.value
    q = {"at_least": "at_most", "at_most": "at_least", "more_than": "less_than", "less_than": "more_than"}.get(
        quantity.qualifier, quantity.qualifier
    )
    return Quantity(quantity.text, quantity.char_start, quantity.char_end, value, low, high, quantity.unit, q)  # type: ignore[arg-type]


@lru_cache(maxsize=4)
def _extractor(config_digest: str, holder: _Held) -> Extractor:
    return Extractor(holder.config)


class _Held:
    """A configuration as a cache key: equal where the digests are."""

    def __init__(self, config: Configuration) -> None:
        self.config = config

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Held) and other.config.digest == self.config.digest

    def __hash__(self) -> int:
        return hash(self.config.digest)


def extract(doc: Doc, config: Configuration) -> Extraction:
    """Return what is read in one annotated article (see `Extractor`)."""
    return _extractor(config.digest, _Held(config)).extract(doc)
