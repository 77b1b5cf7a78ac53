"""The gate: which sentences are worth parsing. About one in sixteen of general news."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from pipeline.annotating.words import Word, split_words
from pipeline.configuring.annotating import Annotating
from pipeline.configuring.quantities import Numbers
from pipeline.configuring.terms import Terms

# What a word may be: three kinds of election word, a number, and the first of what counts parts of a land.
CORE, SURE, ANY, NUMBER, AREA = 1, 2, 4, 8, 16
CLOSED, TAGGED, PARSED = 0, 1, 2  # what becomes of a sentence
_KEPT = 50_000  # words of which it is known what they are


class _Marks(dict[str, int]):
    """What is known of each word in small letters; a word that is not in it yet is looked at and entered."""

    def __init__(self, look: Callable[[str], int]) -> None:
        super().__init__()
        self._look = look

    def __missing__(self, lower: str) -> int:
        if len(self) >= _KEPT:
            self.clear()
        found = self[lower] = self._look(lower)
        return found


class ElectionWords:
    """Says of a word which kinds of election word it is. The news repeats its words: each is looked at once."""

    def __init__(self, lists: Annotating) -> None:
        """Take the stems of configs/annotating.toml."""
        self._stems = ((CORE, lists.core_stems), (SURE, lists.sure_stems), (ANY, lists.gate_stems))
        self._enough = lists.core_sentences
        self.marks = _Marks(self._look)

    def _look(self, lower: str) -> int:
        """Return the sum of CORE, SURE and ANY, as far as a stem of theirs begins the word in small letters."""
        return sum(mark for mark, stems in self._stems if lower.startswith(stems))

    def of_hyphened(self, words: Sequence[Word], i: int) -> int:
        """What the word around the hyphen at word i is, for each half is a word of its own: "run-off"; 0 for none."""
        if words[i].text != "-" or not 0 < i < len(words) - 1:
            return 0
        return self.marks[f"{words[i - 1].lower}-{words[i + 1].lower}"]

    def among(self, words: Sequence[Word], vocabulary: Collection[str]) -> int:
        """All kinds of election word that the words are, together; `vocabulary` are they, each once."""
        found, marks = 0, self.marks
        for lower in vocabulary:
            found |= marks[lower]
        if "-" in vocabulary:
            for i in range(1, len(words) - 1):
                found |= self.of_hyphened(words, i)
        return found

    def make_election(self, hits: int, sure: int, sentences: int) -> bool:
        """True for an article about an election: so many of its sentences have a core word, so many a sure one.

        Enough of them, or a fair share of few: two of twelve, a sure one of four.
        """
        return hits >= self._enough or (hits >= 2 and hits * 6 >= sentences) or (sure > 0 and sentences <= 4)


class Gate:
    """Opens for a sentence that holds a number (digits or words) and a word of elections."""

    def __init__(self, annotating: Annotating, numbers: Numbers, terms: Terms) -> None:
        self._words = ElectionWords(annotating)
        phrases = (*terms.areas, *terms.counting.declared.nouns)
        self._areas = frozenset(split_words(phrase)[0].lower for phrase in phrases)
        self._numbers = frozenset(
            (
                *(*numbers.cardinals, *numbers.tens, *numbers.scales, *numbers.dozens, *numbers.fractions),
                *(*numbers.ordinals, *numbers.marks.single),  # "is left with a single member"
            )
        )
        self._marks = _Marks(
            lambda lower: self._words.marks[lower] | NUMBER * (lower in self._numbers) | AREA * (lower in self._areas)
        )

    def opens(self, sentences: Sequence[Sequence[Word]]) -> list[int]:
        """Say for each sentence of an article whether it is CLOSED, TAGGED only, or PARSED.

        It needs a number, and an election word of its own unless the whole article is about an election or the sentence
        before has one ("The Socialists won the election. They had 44.5 percent, the Greens 26"). In an article without
        a word of elections only figures of areas are read: the rest has tags, for those who say who is what.
        """
        found = [self._found(words) for words in sentences]
        hits, sure = (sum(marks & mark > 0 for marks in found) for mark in (CORE, SURE))
        electoral = self._words.make_election(hits, sure, len(sentences))
        whole = PARSED if hits or sure else 0
        return [
            (whole or (PARSED if marks & AREA else TAGGED))
            if marks & NUMBER and (electoral or before & CORE or marks & ANY)
            else CLOSED
            for marks, before in zip(found, [0, *found], strict=False)
        ]

    def _found(self, words: Sequence[Word]) -> int:
        """All that the words of a sentence are, together."""
        found, marks = 0, self._marks
        for i, (_, lower, _, _, kind) in enumerate(words):
            if kind == "number":
                found |= NUMBER
            elif kind != "sign":
                found |= marks[lower]
            elif lower == "-":
                found |= self._words.of_hyphened(words, i)
        return found
