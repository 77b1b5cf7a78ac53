"""Pairs of bare figures that are told as a pair before them: "had 26 seats on 20 percent, the Socialists 20 on 12"."""

from __future__ import annotations

from itertools import pairwise

from pipeline.extracting.figures import Figure
from pipeline.extracting.scene import Scene

_LINKS = ("on", "with")
_NOUN = 3  # words between the two: "26 of its seats on 20 percent"


def counterpart(scene: Scene, f: Figure) -> Figure | None:
    """The figure that stands in an earlier pair where f stands in its own; None where there is no such pair.

    Of the earlier pair one is in percent and the other is not: of "26 places on 20 percent, the Socialists 20 on 12"
    the 20 goes with the 26, whatever that counts.
    """
    found = None
    for first, second in pairwise(scene.figures):
        link = scene.lowers(first.last, second.start)
        if not link or link[-1] not in _LINKS or len(link) > _NOUN:
            continue
        bare = first.kind == second.kind == "count" and len(link) == 1
        if bare and found is not None and found[2] == link[-1] and f.first in (first.first, second.first):
            return found[0] if f.first == first.first else found[1]
        if first.kind != second.kind and "percent" in (first.kind, second.kind):
            found = (first, second, link[-1])
    return None
