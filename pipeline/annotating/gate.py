"""The gate: which sentences are worth parsing. About one in sixteen of general news."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.annotating.words import Word
from pipeline.configuring.annotating import Annotating
from pipeline.configuring.quantities import Numbers


def is_electoral(hits: int, sentences: int, enough: int) -> bool:
    """True for `enough` sentences with an election word, or a fair share of few: two of twelve, one of four."""
    return hits >= enough or (hits >= 2 and hits * 6 >= sentences) or (hits == 1 and sentences <= 4)


class Gate:
    """Opens for a sentence that holds a number (digits or words) and a word of elections."""

    def __init__(self, annotating: Annotating, numbers: Numbers) -> None:
        self._stems, self._core = annotating.gate_stems, annotating.core_stems
        self._enough = annotating.core_sentences
        self._numbers = frozenset(
            [*numbers.cardinals, *numbers.tens, *numbers.scales, *numbers.dozens, *numbers.fractions, *numbers.ordinals]
        )

    def opens(self, sentences: Sequence[Sequence[Word]]) -> list[bool]:
        """Say for each sentence of an article whether it is parsed.

        It needs a number, and an election word of its own unless the whole article is about an election or the sentence
        before has one ("The Socialists won the election. They had 44.5 percent, the Greens 26").
        """
        electoral = self.electoral(sentences)
        core = [False, *(self._has(words, self._core) for words in sentences)]
        return [
            self._numbered(words) and (electoral or before or self._has(words, self._stems))
            for words, before in zip(sentences, core, strict=False)
        ]

    def electoral(self, sentences: Sequence[Sequence[Word]]) -> bool:
        """True for an article about an election."""
        return is_electoral(sum(self._has(words, self._core) for words in sentences), len(sentences), self._enough)

    def _numbered(self, words: Sequence[Word]) -> bool:
        return any(w.kind == "number" or w.lower in self._numbers for w in words)

    def _has(self, words: Sequence[Word], stems: tuple[str, ...]) -> bool:
        return any(w.lower.startswith(stems) for w in words if w.kind != "number")
