"""Weighing what an article says: scores by kind of cue, and the stretches of text that they come from."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from pipeline.annotating.words import Word, split_words, words_of
from pipeline.configuring.configuration import Configuration
from pipeline.extracting.hint import Hint, outside_names
from pipeline.extracting.hints import find_hints
from pipeline.types import ContestCue, Doc

_HEADLINE = 150  # characters; a longer first line is a paragraph


@dataclass(frozen=True, slots=True)
class Stretch:
    """A sentence or the title: its words, the text they point into, its hints, and how much a word of it counts.

    `people` are the spans of its persons, whose names tell no place.
    """

    words: list[Word]
    text: str
    hints: list[Hint]
    weight: float
    people: tuple[tuple[int, int], ...] = ()

    def printed(self, first: int, last: int) -> str:
        """The text of words[first:last], as far as they go."""
        return self.text[self.words[max(0, first)].start : self.words[min(len(self.words), last) - 1].end]


@dataclass
class Tally:
    """Scores by cue kind and value, with the first words that spoke for each."""

    scores: dict[str, Counter[str]] = field(default_factory=dict)
    words: dict[tuple[str, str], str] = field(default_factory=dict)

    def add(self, kind: str, value: str, weight: float, basis: str) -> None:
        """Count `weight` for kind = value; `basis` is kept where it is the first."""
        self.scores.setdefault(kind, Counter())[value] += weight  # type: ignore[assignment]
        self.words.setdefault((kind, value), " ".join(basis.split()))

    def ranked(self, kind: str, most: int = 9) -> list[ContestCue]:
        """The kind's cues, best first; a kind of election that is only hinted at is a "weak_kind"."""
        scores = self.scores.get(kind, Counter())
        order = sorted(scores, key=lambda value: (-scores[value], value))[:most]
        hinted = kind in ("election_kind", "bare_kind")
        name = {v: "weak_kind" if hinted and scores[v] < 1 else kind for v in order}
        return [ContestCue(name[v], v, f"{self.words[kind, v]!r} (weight {scores[v]:g})") for v in order]

    def total(self, kind: str) -> float:
        """The sum of the kind's scores."""
        return sum(self.scores.get(kind, Counter()).values())

    def drop_passing(self, kind: str, part: float) -> None:
        """Drop what has less than this part of the best score."""
        scores = self.scores.get(kind, Counter())
        best = max(scores.values(), default=0)
        self.scores[kind] = Counter({v: n for v, n in scores.items() if n >= part * best})


def stretches(doc: Doc, config: Configuration) -> Iterator[Stretch]:
    """The title, unless the text begins with it, and every sentence, with weights by where they stand."""
    weights, text = config.contests.weights, doc.article.text
    title = doc.article.title
    if title and title not in text[: len(title) + 200]:
        words = split_words(title)
        yield Stretch(words, title, find_hints(words, title, config), weights.title)
    first_line = len(text.split("\n", 1)[0])
    starts = [m.char_start for m in doc.mentions]
    for sentence in doc.sentences:
        inside = doc.mentions[bisect_left(starts, sentence.char_start) : bisect_left(starts, sentence.char_end)]
        words = words_of(text, sentence.char_start, sentence.char_end)
        headline = sentence.char_start == 0 and sentence.char_end <= first_line + 1 and first_line < _HEADLINE
        lead = sentence.char_start < weights.lead_chars
        weight = weights.title if headline else weights.lead if lead else weights.plain
        people = tuple((m.char_start, m.char_end) for m in inside if m.kind == "person")
        yield Stretch(words, text, outside_names(find_hints(words, text, config), words, inside), weight, people)
