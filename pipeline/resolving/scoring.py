"""The table of weights at work: features in, a decision out, with the words that explain it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from pipeline.configuring.names import Thresholds, Weights

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


def decide(features: Iterable[str], weights: Weights, thresholds: Thresholds) -> Comparison:
    """Add up the weights of the features and compare with the thresholds. Raises KeyError for an unknown one."""
    found = tuple(features)
    score = sum(weights.features[name].weight for name in found)
    if score >= thresholds.same:
        return Comparison("same", score, found)
    return Comparison("different" if score <= thresholds.different else "unsure", score, found)
