"""Scene -> ContestCue: the round that a heading or a lead-in gives to the lines behind it.

"Results of the second ballot:
Ann Lee 49
Bo Brown 34"
"""

from __future__ import annotations

from pipeline.annotating.words import words_of
from pipeline.configuring.configuration import Configuration
from pipeline.extracting.grammar import FINITE
from pipeline.extracting.hints import find_hints
from pipeline.extracting.scene import Scene
from pipeline.types import ContestCue

_LINES = 12  # lines behind a heading, at most
_HEADING = 70  # characters of a heading without a colon
_CLOSERS = (".", "!", "?", ";")


def headed_round(scene: Scene, at: int, config: Configuration) -> tuple[ContestCue, ...]:
    """Return the round that a heading gives to sentence `at`, which names none itself; () for none.

    What stands right behind a colon is headed, and lines in the manner of a list that follow it.
    """
    text, sentences = scene.doc.article.text, scene.doc.sentences
    listed = _in_list(scene)
    for n in range(at - 1, max(-1, at - 1 - _LINES), -1):
        start, end = sentences[n].char_start, sentences[n].char_end
        line = text[start:end].strip()
        words = words_of(text, start, end)
        rounds = [h for h in find_hints(words, text, config) if h.kind == "round"]
        colon = line.endswith(":")
        if colon or rounds:
            alone = len({h.value for h in rounds}) == 1
            heads = colon or (len(line) < _HEADING and not line.endswith(_CLOSERS) and line == _line(text, start, end))
            if not (alone and heads and (listed or (n == at - 1 and colon))):
                return ()
            hint = rounds[0]
            return (ContestCue("round", hint.value, text[words[hint.first].start : words[hint.last - 1].end]),)
        if not listed or line.endswith(_CLOSERS) or not any(w.kind == "number" for w in words):
            return ()  # prose ends what a heading begins
    return ()


def _in_list(scene: Scene) -> bool:
    """True for a line of its own without a verb: "Ann Lee 49"."""
    text, start, end = scene.doc.article.text, scene.sentence.char_start, scene.sentence.char_end
    whole = text[start:end].strip() == _line(text, start, end)
    return whole and not any(tag in FINITE for tag in scene.tags)


def _line(text: str, start: int, end: int) -> str:
    """The whole line, or lines, in which text[start:end] stands."""
    first = text.rfind("\n", 0, start + 1) + 1 if text[start] != "\n" else start
    last = text.find("\n", max(start, end - 1))
    return text[first : len(text) if last < 0 else last].strip()
