"""The table of weights at work: features in, a decision out, with the words that explain it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from pipeline.configuring.names import Thresholds, Weights

# Names, words and pairs of them of which it is kept what they are to each other: some 5 MB each. An article, and
# neighbours in the alphabet, ask for the same: ten times as many answer hardly more often.
KEPT = 20_000
Decision = Literal["same", "different", "unsure"]


@dataclass(frozen=True, slots=True)
class Comparison:
    """What two names are to each other. `features` are rows of the table of weights, in the order they were seen."""

    decision: Decision
    score: float
    features: tuple[str, ...]

    def explain(self) -> str:
        """One readable line: "same at 88: family_fold, given_exact"."""
        return f"{self.decision} at {self.score:g}: {', '.join(self.features)}"


class Verdicts:
    """Decides by one table of weights and keeps what it decided of each pair of names, up to a limit.

    Features are few and pairs many: pairs of the same features share one comparison.
    """

    def __init__(self, weights: Weights, thresholds: Thresholds) -> None:
        """Take the weights of the features and the thresholds of the kind of name."""
        self._weights, self._thresholds = weights, thresholds
        self._of_features: dict[tuple[str, ...], Comparison] = {}
        self._of_pair: dict[tuple[str, str], Comparison] = {}

    def forget(self) -> None:
        """Let go of what is kept of pairs of names."""
        self._of_pair.clear()

    def known(self, pair: tuple[str, str]) -> Comparison | None:
        """Return what was decided of the two printed names; None where nothing is kept."""
        return self._of_pair.get(pair)

    def by(self, features: Sequence[str]) -> Comparison:
        """Decide by the features."""
        found = tuple(features)
        comparison = self._of_features.get(found)
        if comparison is None:
            comparison = self._of_features[found] = decide(found, self._weights, self._thresholds)
        return comparison

    def enter(self, pair: tuple[str, str], features: Sequence[str]) -> Comparison:
        """Decide by the features, and keep it for the pair."""
        comparison = self.by(features)
        if len(self._of_pair) >= KEPT:
            self._of_pair.clear()  # a corpus of many articles has more pairs than memory
        self._of_pair[pair] = comparison
        return comparison


def decide(features: Iterable[str], weights: Weights, thresholds: Thresholds) -> Comparison:
    """Add up the weights of the features and compare with the thresholds. Raises KeyError for an unknown one."""
    found = tuple(features)
    score = sum(weights.features[name].weight for name in found)
    if score >= thresholds.same:
        return Comparison("same", score, found)
    return Comparison("different" if score <= thresholds.different else "unsure", score, found)
