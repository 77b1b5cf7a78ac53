"""Scene -> ContestCue: which election a figure's own sentence speaks of, as far as its words say."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.annotating.words import Word, words_of
from pipeline.configuring.configuration import Configuration
from pipeline.extracting.article_cues import article_cues
from pipeline.extracting.grammar import FINITE, PRONOUNS
from pipeline.extracting.headed import headed_round
from pipeline.extracting.hint import TIME_KINDS, Hint, outside_names
from pipeline.extracting.hints import find_hints
from pipeline.extracting.reach import Chunk, chunks_of, reaching, time_in_aside
from pipeline.extracting.scene import Scene
from pipeline.types import ContestCue

__all__ = ["article_cues", "claim_cues"]
_DATED = ("year", "month", "date", "years_ago", "previous")
_OF_NOW = ("weekday", "current")
_CARRY = 3  # sentences of a paragraph over which a time set at the opening of one holds
_OPENING = 10  # words in which "the last election" may get its year
_TOWARD = 3  # words from "avoided" to "the run-off" where the figure follows them
_NEAR_FROM = 7  # words between "from" and its figure
_COUNTED = 4  # words from "38 seats that it" to its verb
_LINKING = ("IN", "DT", "RB")  # "took back in 2012"
_OTHER_KINDS = ("round", "body", "election_kind", "country")


def claim_cues(scene: Scene, first: int, last: int, config: Configuration) -> tuple[ContestCue, ...]:
    """Return the hints that belong to the figure at scene.words[first:last], the one of time first; () for none.

    A hint binds the figure of its own stretch; see reach.py for how far it goes beyond.
    """
    text = scene.doc.article.text
    found_here = outside_names(find_hints(scene.words, text, config), scene.words, scene.mentions)
    chunks = chunks_of(scene.words, config)
    resumed = any(c.resumed and c.first <= first < c.last for c in chunks)  # "the 38 it won in 2012, when"
    hints = [h for h in found_here if h.last <= first or h.first >= last]
    hints = hints if resumed else [h for h in hints if not _of_another(scene, h, first, config)]
    figures = [i for i, w in enumerate(scene.words) if w.kind == "number"] + [first]
    figures = sorted({i for i in figures if not any(h.first <= i < h.last for h in hints)})
    found = _time(hints, first, chunks, figures)
    if not found or (found[0].kind in _OF_NOW and not _together(found[0], first, chunks)):
        found = _earlier(scene, first, chunks, config) or found  # "In Tuesday's vote Labour slumped from 26 to 19"
    if any(h.kind == "same" for h in hints) and not found:
        return _merged(_sentence_before(scene, config), tuple(_cue(scene, h) for h in hints if h.kind == "round"))
    timed_aside = time_in_aside(hints, TIME_KINDS, first, chunks)
    for kind in _OTHER_KINDS:
        usable = [h for h in hints if kind != "country" or h.beside]
        if timed_aside is not None:
            usable = [
                h for h in usable if any(c.first <= h.first < c.last for c in chunks if c.aside == timed_aside.aside)
            ]
        hint = reaching(usable, (kind,), first, chunks, figures)
        if hint is not None:
            found.append(_told_before(hint, scene, first, config))
    cues = tuple(_cue(scene, h) for h in found)
    if not any(h.kind == "round" or h.kind in TIME_KINDS for h in hints):
        cues = (*cues, *headed_round(scene, _place(scene), config))
    if any(h.kind in TIME_KINDS for h in hints):
        return cues
    return _merged(cues, _carried(scene, config))


def _of_another(scene: Scene, hint: Hint, first: int, config: Configuration) -> bool:
    """ "lost 29 of the 38 seats it took five years ago and, with nine, is seventh": the time is the 38's alone."""
    v = hint.first - 1
    while v > 1 and scene.tags[v] in _LINKING and hint.first - v <= len(_LINKING):
        v -= 1
    if hint.kind not in TIME_KINDS or scene.tags[v] not in ("VBD", "VBN") or scene.lower(v - 1) not in PRONOUNS:
        return False
    near = range(max(0, v - _COUNTED), v - 1)
    numbers = config.quantities.numbers.cardinals
    counted = [i for i in near if scene.words[i].kind == "number" or scene.lower(i) in numbers]
    signs = any(scene.words[i].kind == "sign" for i in near)
    return bool(counted) and not signs and not near.start <= first < v


def _told_before(hint: Hint, scene: Scene, first: int, config: Configuration) -> Hint:
    """ "73 of its candidates go into the run-off" is the first round's 73."""
    behind = scene.words[max(0, hint.first - _TOWARD) : hint.first]  # "avoided a run-off, taking 50.07 percent"
    between = {w.lower for w in (scene.words[first : hint.first] if hint.first > first else behind)}
    if hint.kind == "round" and hint.value != "1" and between & set(config.contests.rounds.toward):
        return Hint(hint.first, hint.last, "round", str(int(hint.value) - 1))
    return hint


def _merged(mine: tuple[ContestCue, ...], more: tuple[ContestCue, ...]) -> tuple[ContestCue, ...]:
    """Both, the first where both have a kind; what tells the time comes first."""
    both = (*mine, *(c for c in more if c.kind not in {m.kind for m in mine}))
    return tuple(sorted(both, key=lambda c: c.kind not in TIME_KINDS))


def _time(hints: Sequence[Hint], first: int, chunks: Sequence[Chunk], figures: Sequence[int]) -> list[Hint]:
    """The hint of time; where "last election" and a year or month stand together, the plainer one."""
    hint = reaching(hints, TIME_KINDS, first, chunks, figures)
    if hint is None or (hint.kind == "sitting" and hint.first > first and not hint.beside):
        return []  # "won 40 seats and now holds 79"; but "19 seats in the current house"
    if hint.kind in ("previous", "current", "sitting", "weekday"):
        chunk = next(c for c in chunks if c.first <= hint.first < c.last)
        same = [
            h for h in hints if chunk.first <= h.first < chunk.last and h.kind in ("year", "month", "date", "years_ago")
        ]
        near = [h for h in same if abs(h.first - hint.last) <= 6]
        if near and hint.kind == "previous":
            return [near[0]]
    return [hint]


def _earlier(scene: Scene, first: int, chunks: Sequence[Chunk], config: Configuration) -> list[Hint]:
    """ "rose to 34.3 percent from 32.9", "up from 29": without a date the last election is meant."""
    chunk = next((c for c in chunks if c.first <= first < c.last), None)
    if chunk is None or not chunk.opener.endswith("from"):
        return []
    opened = next(c.first for c in chunks if c.aside == chunk.aside)
    before = {w.lower for w in scene.words[max(0, opened - 12) : chunk.first]}
    scope = config.contests.scope
    if chunk.first and scene.lower(chunk.first - 1) in scope.returns:
        return []  # "Green edged ahead, with returns from 212 constituencies"
    if before & set(scope.revisions) or not (chunk.opener != "from" or before & set(scope.changes)):
        return []
    between = scene.words[chunk.first : first]  # "from 95 to 44": the 44 is this election's
    numbers = [i for i, w in enumerate(scene.words[:first]) if w.kind == "number"]
    told = sum(i < opened for i in numbers)
    if scene.lower(first - 1) == "and" and chunk.opener == "from" and len(numbers) >= 2 * told > 0:
        return []  # "crashed to 13.2 percent from 43.9 and 41 seats": the 41 is held against nothing
    near = len(between) <= _NEAR_FROM and not any(w.lower in scope.onward for w in between)
    if any(tag in FINITE for tag in scene.tags[chunk.first : first]):
        return []  # "slipped to 156 from 160 and the Democrats held steady at 52"
    return [Hint(chunk.first, first, "previous", "1")] if near else []


def _together(hint: Hint, at: int, chunks: Sequence[Chunk]) -> bool:
    """Whether the hint and the figure at word `at` are of one stretch."""
    return any(c.first <= at < c.last and c.first <= hint.first < c.last for c in chunks)


def _sentence_before(scene: Scene, config: Configuration) -> tuple[ContestCue, ...]:
    """What the sentence before says, for "that poll" and the like."""
    at = _place(scene)
    if at == 0:
        return ()
    text = scene.doc.article.text
    words = _words(scene, at - 1)
    hints = find_hints(words, text, config)
    picked: list[Hint] = []
    for kinds in (_DATED, ("election_kind",), ("country",)):
        picked += [h for h in hints if h.kind in kinds and (h.kind != "country" or h.beside)][-1:]
    return tuple(_cue_of(h, words, text) for h in picked)


def _carried(scene: Scene, config: Configuration) -> tuple[ContestCue, ...]:
    """The time that an earlier sentence of the paragraph set for what follows.

    "In the last election, in 1993, the Liberals won 177 seats. One independent was elected." It must open its sentence
    or stand with an election that does, and no sentence between may name another time.
    """
    text, at = scene.doc.article.text, _place(scene)
    sentences = scene.doc.sentences
    for n in range(at - 1, max(-1, at - 1 - _CARRY), -1):
        if "\n" in text[sentences[n].char_end - 1 : sentences[n + 1].char_start].strip(" "):
            return ()
        words = _words(scene, n)
        hints = [h for h in find_hints(words, text, config) if h.kind in TIME_KINDS]
        if not hints:
            continue
        opening = chunks_of(words, config)[0]
        found = [h for h in hints if h.kind in _DATED and h.first < max(opening.last, _OPENING) and not opening.aside]
        found = [h for h in found if h.first < opening.last or found[0].kind == "previous"]
        first = min(found, key=lambda h: (h.kind == "previous", h.first), default=None)
        return (_cue_of(first, words, text),) if first is not None and _opens(words, found[0], config) else ()
    return ()


def _opens(words: Sequence[Word], hint: Hint, config: Configuration) -> bool:
    nouns = any(w.lower in config.contests.nouns for w in words[:5])
    fronted = words[0].lower in config.contests.times.fronts and (hint.first <= 6 or hint.beside)
    return fronted or (nouns and hint.beside)


def _place(scene: Scene) -> int:
    return next((n for n, s in enumerate(scene.doc.sentences) if s.char_start == scene.sentence.char_start), 0)


def _words(scene: Scene, n: int) -> list[Word]:
    sentence = scene.doc.sentences[n]
    return words_of(scene.doc.article.text, sentence.char_start, sentence.char_end)


def _cue_of(hint: Hint, words: Sequence[Word], text: str) -> ContestCue:
    return ContestCue(hint.kind, hint.value, text[words[hint.first].start : words[hint.last - 1].end])


def _cue(scene: Scene, hint: Hint) -> ContestCue:
    return ContestCue(hint.kind, hint.value, scene.text(hint.first, hint.last))
