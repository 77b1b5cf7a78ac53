"""Runs of capitalised words: the raw stuff of names, before anything says whose."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from pipeline.annotating.words import Word
from pipeline.configuring.annotating import Annotating

_JOINTS = ("-", "\u2010", "\u2011")


@dataclass(frozen=True, slots=True)
class Run:
    """words[first:last] (last exclusive) form one capitalised run, small joining words only between capitals."""

    first: int
    last: int


def is_capital(word: Word) -> bool:
    """True for a word that begins with a capital letter."""
    return word.kind == "word" and word.text[0].isupper()


def capital_runs(words: Sequence[Word], text: str, lists: Annotating, starts: Collection[int]) -> list[Run]:
    """Return the runs in text order. `starts` are the offsets at which sentences begin.

    A run never crosses a sentence, a comma or a possessive (but for "People's"). Lines printed all in capitals
    give none: nothing there tells a name from a word.
    """
    begins = frozenset(starts)
    shouted = shouted_words(words, text)
    runs: list[Run] = []
    i = 0
    while i < len(words):
        if not is_capital(words[i]) or i in shouted:
            i += 1
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
        i = last
    return runs


def _step(words: Sequence[Word], at: int, lists: Annotating, begins: frozenset[int]) -> int:
    """How many words further the run goes from `at`: 0 where it ends."""
    word, rest = words[at], words[at + 1 : at + 4]
    if word.start in begins:
        return 0
    if is_capital(word):
        return 0 if word.start - words[at - 1].end > 1 else 1
    glued = word.start == words[at - 1].end
    if word.text in _JOINTS and glued and rest and rest[0].start == word.end and rest[0].kind == "word":
        return 2 if rest[0].text[0].isupper() or (len(rest) > 1 and rest[0].lower in lists.name_particles) else 0
    if word.text == "." and glued and rest and is_capital(rest[0]) and rest[0].start not in begins:
        short = len(words[at - 1].text) <= 1 or words[at - 1].lower in lists.titles
        return 2 if short else 0
    if word.kind == "genitive" and f"{words[at - 1].lower}'s" in lists.party_marks and rest and is_capital(rest[0]):
        return 2
    if (
        word.text in ("'", "\u2019")
        and glued
        and f"{words[at - 1].lower}'" in lists.party_marks
        and rest
        and is_capital(rest[0])
    ):
        return 2  # "Farmers' Party"
    if word.lower in lists.inner_words or word.lower in lists.name_particles:
        if rest and is_capital(rest[0]) and rest[0].start not in begins:
            return 2
        two = len(rest) > 1 and (rest[0].lower in lists.inner_words or rest[0].lower in lists.name_particles)
        if two and is_capital(rest[1]) and rest[1].start not in begins:
            return 3
        joint = len(rest) > 1 and rest[0].text in _JOINTS and is_capital(rest[1]) and word.lower in lists.name_particles
        return 3 if joint else 0
    return 0


def shouted_words(words: Sequence[Word], text: str) -> frozenset[int]:
    """Indexes of words on lines of four or more words that hold no lower-case letter."""
    out: list[int] = []
    line: list[int] = []
    for i, word in enumerate(words):
        if line and "\n" in text[words[i - 1].end : word.start]:
            out += _if_shouted(words, line)
            line = []
        line.append(i)
    return frozenset(out + _if_shouted(words, line))


def _if_shouted(words: Sequence[Word], line: list[int]) -> list[int]:
    letters = [words[i] for i in line if words[i].kind == "word"]
    return line if len(letters) >= 4 and all(w.text.isupper() for w in letters) else []
