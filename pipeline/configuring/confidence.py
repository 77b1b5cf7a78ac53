"""How often each rule was right on marked articles (configs/confidence.toml): a claim's confidence is read off it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pipeline.configuring.strict import ConfigError, build, read_toml

PRIOR = 8.0  # counts for the average of all rules: a rule seen twice says little of its own


@dataclass(frozen=True, slots=True)
class Confidence:
    """Counts [right, said] of each rule: `figure` of the rules that read measures, `subject` of those that name.

    Made by `tallywire evaluate --calibrate`; the README says on which articles.
    """

    figure: dict[str, tuple[int, ...]]
    subject: dict[str, tuple[int, ...]]

    def of(self, rule: str) -> float:
        """Return the measured precision, 0 to 1, of a claim's rule ("seats/verb+pronoun"), to two places."""
        reading, _, naming = rule.partition("/")
        sure = _rate(self.figure, reading) * (_rate(self.subject, naming) if naming else 1.0)
        return min(0.99, round(sure, 2))


def _rate(counts: dict[str, tuple[int, ...]], rule: str) -> float:
    """The precision of a rule, drawn towards its family's ("verb" of "verb+pronoun"), and that towards all rules'."""
    right, said = sum(c[0] for c in counts.values()), sum(c[1] for c in counts.values())
    average = right / said if said else 1.0
    family = rule.partition("+")[0]
    of_family = [c for name, c in counts.items() if name.partition("+")[0] == family]
    base = (sum(c[0] for c in of_family) + PRIOR * average) / (sum(c[1] for c in of_family) + PRIOR)
    own = counts.get(rule, (0, 0))
    return (own[0] + PRIOR * base) / (own[1] + PRIOR)


def load_confidence(folder: Path) -> Confidence:
    """Read configs/confidence.toml. Raises ConfigError for a count that is not [right, said] with right <= said."""
    path = folder / "confidence.toml"
    found = build(Confidence, read_toml(path), str(path))
    for name, counts in [*found.figure.items(), *found.subject.items()]:
        if len(counts) != 2 or not 0 <= counts[0] <= counts[1]:
            raise ConfigError(f"{path}: {name!r} is {list(counts)}; write [right, said], right not above said")
    return found
