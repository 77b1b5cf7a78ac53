"""Figures without a noun that go on with the places of a house: "and 31 of the 81 in the Senate"."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.configuring.terms import Terms
from pipeline.extracting.figures import Figure
from pipeline.extracting.grammar import DETERMINERS
from pipeline.extracting.measuring.ago import Ago
from pipeline.extracting.readings import Reading
from pipeline.extracting.scene import Scene

_MOST = 800  # seats; more of them are votes


class HouseReader:
    """Reads what is told of one house after another."""

    def __init__(self, terms: Terms) -> None:
        self._houses = terms.chambers.nouns
        self._go = terms.verbs.go
        self._get = terms.verbs.get | terms.counting.bare.had

    def read(self, scene: Scene, f: Figure, out: Mapping[int, Reading], ago: Ago) -> Reading | None:
        """The reading of a figure without a noun; `out` are those of the sentence so far."""
        if f.kind != "count" or f.number.weak:
            return None
        if self._of_them(scene, f, out, ago):
            return Reading(f, "seats", "seat", "of-them", "required", f.last + 2)
        prior = next((out[k] for k in sorted(out, reverse=True) if k < f.first), None)
        sized = any(out[k].measure == "seats_total" for k in out if k < f.first)
        if prior is None or not sized:
            return None
        if prior.measure == "seats_total" and self._also_filled(scene, f, prior):
            return Reading(f, "seats_total", "seat", "places-filled", "none", f.last)
        if self._also_stand(scene, f, out):
            return Reading(f, "candidates", "candidate", "candidates-for-house", "optional", f.last)
        if scene.lower(f.start - 1) == "the" and self.in_house(scene, f.last):
            return Reading(f, "seats_total", "seat", "number-in-house", "none", f.last)
        return None

    def _of_them(self, scene: Scene, f: Figure, out: Mapping[int, Reading], ago: Ago) -> bool:
        """ "By midnight 160 seats had been settled. The Harbour Party had 97 of them": of the seats spoken of last."""
        of_them = scene.lower(f.last) == "of" and scene.lower(f.last + 1) in ("them", "these", "those")
        if not of_them or f.number.step or f.value >= _MOST:
            return False
        near = range(f.last + 2, min(f.last + 6, len(scene.words)))
        goes = any(scene.phrase_at(i, self._go, 4) for i in near)  # "three of these should go to the Greens"
        goes = goes and (scene.lower(f.last + 1) != "them" or scene.tags[f.last + 2] == "MD")
        if not goes and not scene.phrase_before(f.start, self._get, 4):
            return False
        last = next((out[k] for k in sorted(out, reverse=True) if k < f.first), None)
        if last is not None:
            return last.unit == "seat" and last.figure.value >= f.value
        return ago.sentence - ago.seat_words <= 1

    def _also_filled(self, scene: Scene, f: Figure, prior: Reading) -> bool:
        """ "filled all 140 places in the lower house and 22 of the 66 in the Senate": those at stake."""
        whole = next((g for g in scene.figures if g.first >= f.last), None)
        if (
            prior.rule != "all-seats"
            or whole is None
            or scene.lowers(f.last, whole.start) not in (["of"], ["of", "the"])
        ):
            return False
        return scene.lower(f.start - 1) == "and" and self.in_house(scene, whole.last)

    def _also_stand(self, scene: Scene, f: Figure, out: Mapping[int, Reading]) -> bool:
        """ "has 131 candidates for the 30 places in the upper house and 1,412 for the 150 in the lower house"."""
        if not any(out[k].measure == "candidates" for k in out if k < f.first):
            return False
        whole = next((g for g in scene.figures if g.first >= f.last), None)
        listed = scene.lower(f.start - 1) in ("and", ",", "with")
        behind = whole is not None and scene.lowers(f.last, whole.start) == ["for", "the"]
        return listed and behind and whole is not None and self.in_house(scene, whole.last)

    def in_house(self, scene: Scene, i: int) -> bool:
        """True where "in the Senate" begins at word i."""
        if scene.lower(i) not in ("in", "of"):
            return False
        at = i + 1 + (scene.lower(i + 1) in DETERMINERS)
        return any(scene.phrase_at(j, self._houses) or scene.is_house(j) for j in (at, at + 1) if j < len(scene.words))
