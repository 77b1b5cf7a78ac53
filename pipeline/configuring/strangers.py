"""The words of figures that stand beside an election and count nothing of it: [strangers] of configs/counting.toml."""

from __future__ import annotations

from dataclasses import dataclass

Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class StrangerWords:
    """What makes a figure a rate of time, the height of a bar, or a manner of speaking."""

    spans: Words
    bars: Words
    set_at: Words
    called: Words
    places: Words
    holding: Words
    lacking: Words
    from_nothing: Words
    as_one: Words
