"""Places in a result, stated in words: "came fourth", "in second place", "third-largest party", "runner-up"."""

from __future__ import annotations

from pipeline.configuring.terms import Terms
from pipeline.extracting.figures import Figure
from pipeline.extracting.readings import Reading
from pipeline.extracting.scene import Scene


class RankReader:
    """Reads ordinals as ranks."""

    def __init__(self, terms: Terms) -> None:
        self._finish = frozenset(terms.ranks.finish)
        self._place = frozenset(terms.ranks.place)
        self._not = frozenset(terms.ranks.not_place)
        self._strong = frozenset(
            (
                "came",
                "come",
                "comes",
                "coming",
                "finished",
                "finishing",
                "finish",
                "placed",
                "ranked",
                "trailed",
                "ended",
            )
        )

    def read(self, scene: Scene, f: Figure) -> Reading | None:
        """Return the rank an ordinal states; None where it orders rounds, terms, cities or years."""
        if f.value > 30:
            return None
        i = f.last
        words = scene.words
        while i < len(words) and words[i].text in ("-", "\u2011"):
            i += 1
        before = [w.lower for w in words[max(0, f.start - 4) : f.start]]
        if i < len(words) and scene.phrase_at(i, frozenset(("place", "placed", "position", "spot"))):
            return self._needs_result(scene, f, i + 1, "rank-place")
        if i < len(words) and words[i].lower in ("largest", "biggest", "strongest", "most", "highest"):
            tail = [w.lower for w in words[i : i + 4]]
            if any(
                w in ("party", "force", "bloc", "group", "seats", "votes", "grouping", "number", "list", "alliance")
                for w in tail
            ):
                return Reading(f, "rank", "place", "rank-largest", "required", i + 1)
            return None
        if any(w in self._strong for w in before) and (i >= len(words) or not scene.phrase_at(i, self._not - {"in"})):
            return Reading(f, "rank", "place", "rank-came", "required", f.last)
        if (
            before[-1:] in (["was"], ["were"], ["is"])
            and i < len(words)
            and words[i].lower in ("with", "on", "at", ",", "in")
        ):
            return (
                Reading(f, "rank", "place", "rank-was", "required", f.last)
                if words[i].lower in ("with", "on")
                else None
            )
        return None

    def _needs_result(self, scene: Scene, f: Figure, end: int, rule: str) -> Reading | None:
        before = [w.lower for w in scene.words[max(0, f.start - 3) : f.start]]
        if any(w in ("the", "first") for w in before[-1:]) and rule == "rank-place" and f.value == 1 and "in" in before:
            return None  # "in the first place"
        return Reading(f, "rank", "place", rule, "required", end)
