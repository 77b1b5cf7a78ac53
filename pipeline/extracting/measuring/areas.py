"""Figures that count provinces, constituencies and the like: led, second in, reporting, or there are in all."""

from __future__ import annotations

from dataclasses import replace

from pipeline.configuring.terms import Terms
from pipeline.extracting.readings import Reading
from pipeline.extracting.scene import Scene

_REPORTING = (
    "results",
    "returns",
    "tallies",
    "figures",
    "counted",
    "counting",
    "reporting",
    "data",
    "counts",
    "declared",
)


class AreaReader:
    """Decides what a figure with an area noun counts, by the verbs around it."""

    def __init__(self, terms: Terms) -> None:
        self._lead = frozenset(terms.verbs.lead)
        self._second = frozenset(terms.verbs.second)

    def decide(self, scene: Scene, reading: Reading, whole: bool, part: bool) -> Reading:
        """Return the reading with its measure settled.

        `whole` is True when the figure stands behind "of" ("six of the 18 provinces"), `part` when another
        figure stands behind its own "of".
        """
        if whole or reading.measure == "areas_reporting":
            return reading
        f, words = reading.figure, scene.words
        before = [w.lower for w in words[max(0, f.start - 7) : f.start]]
        if before[-1:] in (["in"], ["only"]) and any(w in self._second for w in before[-4:]):
            return replace(reading, measure="areas_second", rule="second-in-areas", need="required")
        if before[-1:] == ["in"] and any(w in self._lead for w in before[-5:]):
            return replace(reading, measure="areas_led", rule="leads-in-areas", need="required")
        if reading.unit != "constituency" or part:
            direct = before[-1:] and before[-1] in (
                "won",
                "win",
                "carried",
                "swept",
                "captured",
                "took",
                "winning",
                "carrying",
                "leads",
            )
            if direct:
                return replace(reading, measure="areas_led", rule="won-areas", need="required")
        if part and any(w in _REPORTING or w == "turnout" for w in before):
            return replace(reading, measure="areas_reporting", rule="results-from-areas")
        if before[-1:] == ["in"] and self._led_behind(scene, reading):
            return replace(reading, measure="areas_led", rule="in-areas-led", need="required")
        return reading

    def _led_behind(self, scene: Scene, reading: Reading) -> bool:
        """ "In 73 districts, ODS had the top candidate"; "in 12 states he led"."""
        tail = [w.lower for w in scene.words[reading.end : reading.end + 9]]
        return any(w in ("led", "top", "topped", "ahead", "leading", "won") for w in tail) and reading.figure.start <= 2
