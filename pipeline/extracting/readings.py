"""What one figure was read as, before it is known who it is about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pipeline.extracting.figures import Figure

Need = Literal["required", "wanted", "optional", "none"]


@dataclass(frozen=True, slots=True)
class Reading:
    """A figure taken for a measure. `end` is the word after the noun or phrase that the figure counts.

    `need` says whether the claim stands without a subject ("required": not; "wanted": it does, the subject is not told;
    "optional": it is then the contest's; "none": it always is). `sign` is -1 for a loss; `rule` names the rule.
    """

    figure: Figure
    measure: str
    unit: str
    rule: str
    need: Need
    end: int
    sign: int = 1
    limit: bool = False  # no one has more than the figure ("None of the four main parties won more than 40")
    previous: bool = False  # the figure is of the contest before ("67 of its 92 seats")


def nothing(figure: Figure, why: str) -> Reading:
    """A reading with no measure: the figure is known to count nothing of an election, so no other rule is asked."""
    return Reading(figure, "", "", why, "none", figure.last)
