"""From a printed word to forms in which spellings of one name meet: plain Latin letters, then sounds.

`Folder` holds the tables; its methods are pure and cached, since a corpus repeats its names.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from rapidfuzz.distance import JaroWinkler

from pipeline.configuring.names import Folding
from pipeline.resolving.scoring import KEPT

VOWELS = frozenset("aeiou")
_APOSTROPHES = dict.fromkeys(map(ord, "'’‘ʼʻ`´ʿʾ\"“”"))
_DASHES = {ord(dash): "-" for dash in "‐‑‒–—−"}
_LENGTHS = 0.6  # two spellings of one name are of about one length (Iouchtchenko, Yuschenko)
_LIKENESS = 0.65  # Jaro-Winkler; the least alike spellings of one name known here are Yevgeny and Jewgeni, 0.71
_SHORT = 5
_HANGUL_FIRST, _HANGUL_LAST = 0xAC00, 0xD7A3


class Folder:
    """Folding by one set of tables; make one a run."""

    def __init__(self, folding: Folding) -> None:
        self._folding = folding
        self._letters = {ord(letter): latin for letter, latin in folding.letters.items()}
        self.latin = lru_cache(maxsize=KEPT)(self._latin)
        self.sounds = lru_cache(maxsize=KEPT)(self._sounds)
        self.bones = lru_cache(maxsize=KEPT)(self._bones)

    def forget(self) -> None:
        """Let go of what is kept of words."""
        for kept in (self.latin, self.sounds, self.bones):
            kept.cache_clear()

    def _latin(self, text: str) -> str:
        """Lower case Latin without accents and apostrophes; dashes become "-"; scripts without a table stay."""
        text = text.translate(_DASHES)
        if not text.isascii():
            text = "".join(map(self._hangul, text)).lower()
            text = text.translate(self._letters)
            text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
            text = text.translate(self._letters)
        return text.translate(_APOSTROPHES).lower()

    def _hangul(self, letter: str) -> str:
        code = ord(letter)
        if not _HANGUL_FIRST <= code <= _HANGUL_LAST:
            return letter
        initials, vowels, finals = self._folding.hangul
        first, rest = divmod(code - _HANGUL_FIRST, len(vowels) * len(finals))
        middle, last = divmod(rest, len(finals))
        return initials[first] + vowels[middle] + finals[last]

    def unwritten_vowels(self, text: str) -> bool:
        """Say whether the text is in a script that leaves short vowels out."""
        return not text.isascii() and any(
            unicodedata.name(c, "").split(" ")[0] in self._folding.consonantal for c in text if c.isalpha()
        )

    def _sounds(self, word: str) -> tuple[tuple[str, str], ...]:
        """Return the readings of a plain word as pairs of its consonants and its vowels between them.

        "muqtada" -> (("mktd", "u..a.a"),): the second has one part more than the first has letters,
        divided by dots, so that spellings can be laid side by side.
        """
        readings = {word}
        for letters, sounds in self._folding.readings.items():
            readings |= {
                reading.replace(letters, sound) for reading in readings for sound in sounds if letters in reading
            }
        return tuple(sorted({_divide(self._respell(reading)) for reading in readings}))

    def _respell(self, word: str) -> str:
        for rule in self._folding.rules:
            if rule.old not in word:
                continue
            if rule.where == "any":
                word = word.replace(rule.old, rule.new)
            elif rule.where == "end" and word.endswith(rule.old) and len(word) > len(rule.old) + 1:
                word = word[: -len(rule.old)] + rule.new
            elif rule.where == "start" and word.startswith(rule.old):
                word = rule.new + word[len(rule.old) :]
        return "".join(c for i, c in enumerate(word) if i == 0 or c != word[i - 1])

    def alike(self, first: str, second: str) -> bool:
        """Say whether two plain words are spellings of one name: same consonants, vowels that are exchanged.

        Nothing is kept of it: of a corpus's pairs of words one in twelve comes again while twenty thousand are known.
        """
        if first == second:
            return True
        longer = max(len(first), len(second))
        if longer >= _SHORT and (
            min(len(first), len(second)) < _LENGTHS * longer or JaroWinkler.similarity(first, second) < _LIKENESS
        ):
            return False  # Teng and Tieying, Cheney and Hannah: the rules, one after the other, would make them one
        return any(
            a[0] == b[0] and self._vowels_agree(a[1], b[1]) for a in self.sounds(first) for b in self.sounds(second)
        )

    def _vowels_agree(self, first: str, second: str) -> bool:
        one, two = first.split("."), second.split(".")
        end = len(one) - 1
        for place, (a, b) in enumerate(zip(one, two, strict=True)):
            pairs = self._folding.exchange_end if place in (0, end) else self._folding.exchange
            if a != b and (a, b) not in pairs:
                return False
        return True

    def _bones(self, word: str) -> frozenset[str]:
        """Return the consonants of the word's readings, without half vowels: the key by which candidates are found."""
        return frozenset(consonants or word for consonants, _ in self.sounds(word))


def _divide(word: str) -> tuple[str, str]:
    consonants: list[str] = []
    between = [""]
    for letter in word:
        if letter in VOWELS:
            between[-1] += letter
        elif not consonants or between[-1] or consonants[-1] != letter:
            consonants.append(letter)
            between.append("")
    return "".join(consonants), ".".join(between)
