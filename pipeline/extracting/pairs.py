"""Two figures told against each other: "by 53 percent to 47 percent", "54,000 votes to 46,000", "53-47 percent"."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from pipeline.extracting.figures import Figure
from pipeline.extracting.scene import Scene


@dataclass(frozen=True, slots=True)
class Pair:
    """The two figures in text order."""

    first: Figure
    second: Figure

    def other(self, f: Figure) -> Figure:
        """The one that is not f."""
        return self.second if f.first == self.first.first else self.first

    def is_larger(self, f: Figure) -> bool:
        """True for the winner's: the larger of the two."""
        return f.value > self.other(f).value


def pair_of(scene: Scene, f: Figure, links: Collection[str], rising: Collection[str]) -> Pair | None:
    """The pair of which f is one; None where f stands alone. `links` close what stands between, `rising` bars it."""
    k = next((k for k, g in enumerate(scene.figures) if g.first == f.first), -1)
    if k < 0:
        return None
    for first in (k, k - 1):
        if 0 <= first < len(scene.figures) - 1:
            pair = Pair(scene.figures[first], scene.figures[first + 1])
            if _against(scene, pair, links, rising):
                return pair
    return None


def told_in(scene: Scene, pair: Pair, reach: int) -> range:
    """Where the verb of a score stands, the nearest word first: before it, or behind a "by" that opens the sentence."""
    start, end = pair.first.start, pair.second.last
    if start == 1 and scene.lower(0) == "by":
        return range(end, min(len(scene.words), end + reach))
    return range(start - 1, max(-1, start - reach - 1), -1)


def _against(scene: Scene, pair: Pair, links: Collection[str], rising: Collection[str]) -> bool:
    """ "49 percent to 45", "54,000 votes to 46,000" but not "from 49 to 45"."""
    link = scene.lowers(pair.first.last, pair.second.start)
    moved = scene.lower(pair.first.start - 1) in rising
    return 0 < len(link) <= 4 and link[-1] in links and not moved


def named_before(scene: Scene, pair: Pair, phrases: Collection[str]) -> int:
    """Where the name ends that stands between one of the phrases and a score; -1 for none.

    "White men went for Brown, 63 percent to 34", "were ahead of the Harbour Party 17 to 13".
    """
    i = pair.first.start - 1
    i -= scene.lower(i) in (",", "by")
    m = scene.mention(i)
    if m is None or m.kind not in ("person", "party") or scene.lowers(pair.first.last, pair.second.start) != ["to"]:
        return -1
    first = i
    while first > 0 and scene.mention(first - 1) is m:
        first -= 1
    first -= scene.lower(first - 1) == "the"
    return i if scene.phrase_before(first, phrases) else -1
