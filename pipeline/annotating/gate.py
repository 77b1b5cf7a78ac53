"""The gate: which sentences are worth parsing. About one in sixteen of general news."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.annotating.words import Word
from pipeline.configuring.annotating import Annotating
from pipeline.configuring.quantities import Numbers


class Gate:
    """Opens for a sentence that holds a number (digits or words) and a word of elections."""

    def __init__(self, annotating: Annotating, numbers: Numbers) -> None:
        self._stems = annotating.gate_stems
        self._numbers = frozenset(
            [*numbers.cardinals, *numbers.tens, *numbers.scales, *numbers.dozens, *numbers.fractions, *numbers.ordinals]
        )

    def opens(self, words: Sequence[Word]) -> bool:
        """True when the words hold a number and an election word (or a percent sign)."""
        if not any(w.kind == "number" or w.lower in self._numbers for w in words):
            return False
        return any(w.lower.startswith(self._stems) for w in words if w.kind != "number")
