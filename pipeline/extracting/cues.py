"""Scene -> ContestCue: which election a figure's own sentence speaks of, as far as its words say."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.annotating.words import split_words
from pipeline.configuring.configuration import Configuration
from pipeline.extracting.article_cues import article_cues
from pipeline.extracting.hints import TIME_KINDS, Hint, find_hints
from pipeline.extracting.reach import Chunk, chunks_of, reaching, time_in_aside
from pipeline.extracting.scene import Scene
from pipeline.types import ContestCue

__all__ = ["article_cues", "claim_cues"]
_OTHER_KINDS = ("round", "body", "election_kind", "country")


def claim_cues(scene: Scene, first: int, last: int, config: Configuration) -> tuple[ContestCue, ...]:
    """Return the hints that belong to the figure at scene.words[first:last], the one of time first; () for none.

    A hint binds the figure of its own stretch; see reach.py for how far it goes beyond.
    """
    text = scene.doc.article.text
    hints = [h for h in find_hints(scene.words, text, config) if h.last <= first or h.first >= last]
    chunks = chunks_of(scene.words, config)
    figures = [i for i, w in enumerate(scene.words) if w.kind == "number"] + [first]
    figures = sorted({i for i in figures if not any(h.first <= i < h.last for h in hints)})
    found = _time(hints, first, chunks, figures)
    if not found:
        found = _earlier(scene, first, chunks, config)
    if any(h.kind == "same" and h.last <= first for h in hints) and not found:
        return _sentence_before(scene, config)
    timed_aside = time_in_aside(hints, TIME_KINDS, first, chunks)
    for kind in _OTHER_KINDS:
        usable = [h for h in hints if kind != "country" or h.beside]
        if timed_aside is not None:
            usable = [h for h in usable if any(c.first <= h.first < c.last for c in chunks if c.aside == timed_aside.aside)]
        hint = reaching(usable, (kind,), first, chunks, figures)
        if hint is not None:
            found.append(hint)
    return tuple(_cue(scene, h) for h in found)


def _time(hints: Sequence[Hint], first: int, chunks: Sequence[Chunk], figures: Sequence[int]) -> list[Hint]:
    """The hint of time; where "last election" and a year or month stand together, the plainer one."""
    hint = reaching(hints, TIME_KINDS, first, chunks, figures)
    if hint is None or (hint.kind == "sitting" and hint.first > first):
        return []
    if hint.kind in ("previous", "current", "sitting", "weekday"):
        chunk = next(c for c in chunks if c.first <= hint.first < c.last)
        same = [h for h in hints if chunk.first <= h.first < chunk.last and h.kind in ("year", "month", "date", "years_ago")]
        near = [h for h in same if abs(h.first - hint.last) <= 6]
        if near and hint.kind == "previous":
            return [near[0]]
    return [hint]


def _earlier(scene: Scene, first: int, chunks: Sequence[Chunk], config: Configuration) -> list[Hint]:
    """"rose to 34.3 percent from 32.9", "up from 29": without a date the last election is meant."""
    chunk = next((c for c in chunks if c.first <= first < c.last), None)
    if chunk is None or not chunk.opener.endswith("from"):
        return []
    before = {w.lower for w in scene.words[max(0, chunk.first - 12) : chunk.first]}
    scope = config.contests.scope
    if before & set(scope.revisions) or not (chunk.opener != "from" or before & set(scope.changes)):
        return []
    return [Hint(chunk.first, first, "previous", "1")] if first - chunk.first <= 7 else []


def _sentence_before(scene: Scene, config: Configuration) -> tuple[ContestCue, ...]:
    """What the sentence before says, for "that poll" and the like."""
    sentences = scene.doc.sentences
    at = next((n for n, s in enumerate(sentences) if s.char_start == scene.sentence.char_start), 0)
    if at == 0:
        return ()
    text, before = scene.doc.article.text, sentences[at - 1]
    words = split_words(text, before.char_start, before.char_end)
    hints = find_hints(words, text, config)
    picked = []
    for kinds in (("year", "month", "date", "years_ago", "previous"), ("election_kind",), ("country",)):
        of_kind = [h for h in hints if h.kind in kinds and (h.kind != "country" or h.beside)]
        picked += of_kind[-1:]
    return tuple(ContestCue(h.kind, h.value, text[words[h.first].start : words[h.last - 1].end]) for h in picked)


def _cue(scene: Scene, hint: Hint) -> ContestCue:
    return ContestCue(hint.kind, hint.value, scene.text(hint.first, hint.last))
