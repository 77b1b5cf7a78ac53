"""Shares told of somebody by a noun or a clause: "For Lorna the forecast is 6 percent", "the 57 percent that took"."""

from __future__ import annotations

from dataclasses import replace

from pipeline.configuring.terms import Terms
from pipeline.extracting.figures import Figure
from pipeline.extracting.owned import forecast_for
from pipeline.extracting.readings import Reading
from pipeline.extracting.scene import Scene


class ForecastReader:
    """Reads percentages that a forecast, "whose" or a clause behind them makes somebody's share."""

    def __init__(self, terms: Terms) -> None:
        self._w, self._turnout = terms.counting.forecasts, terms.shares.turnout | terms.shares.abstention

    def read(self, scene: Scene, f: Figure) -> Reading | None:
        """Return the reading as a share of the vote; None where nothing tells."""
        if f.kind != "percent":
            return None
        return self._forecast(scene, f) or self._whose(scene, f) or self._that_took(scene, f)

    def _forecast(self, scene: Scene, f: Figure) -> Reading | None:
        """ "For the socialists the forecast is 6-8 percent", "the range for the Greens is 3-5 percent"."""
        at = forecast_for(scene, f, self._w)
        if scene.lower(f.last) == "of" or at < 0 or scene.has(self._turnout, at, f.start):
            return None  # "the figure for turnout is 68.5 per cent"
        return Reading(f, "vote_share", "percent", "forecast-for", "required", f.last)

    def _whose(self, scene: Scene, f: Figure) -> Reading | None:
        """ "the Greens (GP), whose 6.5 percent would give them 12 seats": read as if the name stood before."""
        comma = f.start - 2
        if scene.lower(f.start - 1) != "whose" or scene.lower(comma) != "," or scene.lower(f.last) == "of":
            return None
        if not scene.tags[f.last : f.last + 1] or not scene.tags[f.last].startswith(("VB", "MD", "RB")):
            return None
        return Reading(replace(f, start=comma), "vote_share", "percent", "whose-percent", "required", f.last)

    def _that_took(self, scene: Scene, f: Figure) -> Reading | None:
        """ "well down on the 57.1 per cent that took Ann Lee to a second term"."""
        told = scene.lower(f.last) in ("that", "which") and scene.lower(f.first - 1) == "the"
        if not told or scene.lower(f.last + 1) not in self._w.taking:
            return None
        return Reading(f, "vote_share", "percent", "percent-that-took", "required", f.last + 2)
