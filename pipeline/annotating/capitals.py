"""Runs of capitalised words: the raw stuff of names, before anything says whose."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from pipeline.annotating.words import Word
from pipeline.configuring.annotating import Annotating

_JOINTS = ("-", "\u2010", "\u2011")
_LINE = 4  # words of a line that can be a headline


@dataclass(frozen=True, slots=True)
class Run:
    """words[first:last] (last exclusive) form one capitalised run, small joining words only between capitals."""

    first: int
    last: int


def is_capital(word: Word) -> bool:
    """True for a word that begins with a capital letter."""
    return word.kind == "word" and word.text[0].isupper()


def capitals_of(words: Sequence[Word]) -> list[int]:
    """Return the indexes of the words that begin with a capital letter: one word in six."""
    return [i for i, (printed, _, _, _, kind) in enumerate(words) if kind == "word" and printed[0].isupper()]


def capital_runs(
    words: Sequence[Word], lists: Annotating, starts: Collection[int], capitals: Sequence[int], shouted: Collection[int]
) -> list[Run]:
    """Return the runs in text order. `starts` are the offsets at which sentences begin; see the functions beside this.

    A run never crosses a sentence, a comma or a possessive (but for "People's"). Lines printed all in capitals
    give none: nothing there tells a name from a word.
    """
    begins = frozenset(starts)
    runs: list[Run] = []
    behind = 0  # the last run ends here
    for i in capitals:
        if i < behind or i in shouted:
            continue
        last = i + 1
        while last < len(words):
            step = _step(words, last, lists, begins)
            if not step:
                break
            last += step
        first = i
        while first < last and words[first].lower in lists.not_names:
            first += 1
        while first < last and not is_capital(words[first]):
            first += 1
        if first < last:
            runs.append(Run(first, last))
        behind = last
    return runs


def _step(words: Sequence[Word], at: int, lists: Annotating, begins: frozenset[int]) -> int:
    """How many words further the run goes from `at`: 0 where it ends."""
    word, rest = words[at], words[at + 1 : at + 4]
    if word.start in begins:
        return 0
    if is_capital(word):
        return 0 if word.start - words[at - 1].end > 1 else 1
    if not rest:
        return 0
    if word.start == words[at - 1].end and word.text in _JOINTS and _joins(word, rest, lists):
        return 2
    if is_capital(rest[0]) and (_shortens(words, at, begins, lists) or _owns(words, at, lists)):
        return 2
    inner = word.lower in lists.inner_words or word.lower in lists.name_particles
    return _over_small(word, rest, lists, begins) if inner else 0


def _joins(joint: Word, rest: Sequence[Word], lists: Annotating) -> bool:
    """The hyphen of "Jean-Pierre", "Abd-el-Kader"."""
    if rest[0].start != joint.end or rest[0].kind != "word":
        return False
    return rest[0].text[0].isupper() or (len(rest) > 1 and rest[0].lower in lists.name_particles)


def _shortens(words: Sequence[Word], at: int, begins: frozenset[int], lists: Annotating) -> bool:
    """The point of "John F. Kennedy", "Gov. Ann Richards"."""
    prior = words[at - 1]
    if words[at].text != "." or words[at].start != prior.end or words[at + 1].start in begins:
        return False
    return len(prior.text) <= 1 or prior.lower in lists.titles


def _owns(words: Sequence[Word], at: int, lists: Annotating) -> bool:
    """The genitive of "People's Party", "Farmers' Party"."""
    word, prior = words[at], words[at - 1]
    if word.kind == "genitive":
        return f"{prior.lower}'s" in lists.party_marks
    return word.text in ("'", "\u2019") and word.start == prior.end and f"{prior.lower}'" in lists.party_marks


def _over_small(word: Word, rest: Sequence[Word], lists: Annotating, begins: frozenset[int]) -> int:
    """The small words of "Movement for the Renewal", "Saad al-Hariri", and how far they reach."""
    if is_capital(rest[0]) and rest[0].start not in begins:
        return 2
    if len(rest) < 2 or not is_capital(rest[1]):
        return 0
    two = rest[0].lower in lists.inner_words or rest[0].lower in lists.name_particles
    joint = rest[0].text in _JOINTS and word.lower in lists.name_particles
    return 3 if (two and rest[1].start not in begins) or joint else 0


def shouted_words(words: Sequence[Word], text: str) -> frozenset[int]:
    """Indexes of words on lines of four or more words that hold no lower-case letter."""
    out: list[int] = []
    first = end = 0
    while first < len(words):
        end = text.find("\n", end)
        last = bisect_left(words, end, first, key=_start) if end >= 0 else len(words)
        if last - first >= _LINE and _is_shouted(words[first:last]):
            out += range(first, last)
        first, end = last, end + 1
    return frozenset(out)


def _start(word: Word) -> int:
    return word.start


def _is_shouted(line: Sequence[Word]) -> bool:
    return all(w.text.isupper() for w in line if w.kind == "word") and sum(w.kind == "word" for w in line) >= _LINE
