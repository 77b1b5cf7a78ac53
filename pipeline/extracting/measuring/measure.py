"""Scene -> Readings: what each figure of a sentence counts, those without a noun of their own included."""

from __future__ import annotations

from dataclasses import replace

from pipeline.configuring.measures import Measures
from pipeline.configuring.terms import Circumstances, Terms
from pipeline.extracting.figures import Figure
from pipeline.extracting.measuring.added import AddedReader
from pipeline.extracting.measuring.areas import AreaReader
from pipeline.extracting.measuring.bare import Ago, BareReader
from pipeline.extracting.measuring.counts import CountReader
from pipeline.extracting.measuring.nouns import NounFinder
from pipeline.extracting.measuring.ranks import RankReader
from pipeline.extracting.measuring.seats import SeatReader
from pipeline.extracting.measuring.shares import ShareReader
from pipeline.extracting.readings import Reading
from pipeline.extracting.scene import Scene


class MeasureReader:
    """Reads every figure of a scene; `read` is called on the sentences of an article in order."""

    def __init__(self, terms: Terms, circumstances: Circumstances, measures: Measures) -> None:
        self._terms = terms
        self._added = AddedReader(measures)
        self._nouns = NounFinder(terms)
        self._counts, self._seats = CountReader(terms), SeatReader(terms)
        changes = frozenset(circumstances.changes.verbs)
        self._shares, self._ranks, self._areas = ShareReader(terms, changes), RankReader(terms), AreaReader(terms)
        self._bare = BareReader(terms)
        self._lose = frozenset(terms.verbs.lose)

    def read(self, scene: Scene, ago: Ago) -> list[Reading]:
        """Return the readings of a sentence in text order; figures that count nothing known are left out."""
        links = _of_links(scene)
        wholes = {id(whole) for _, whole in links}
        parts = {id(part): whole for part, whole in links}
        out: dict[int, Reading] = {}
        for f in scene.figures:
            reading = self._own(scene, f, id(f) in wholes, id(f) in parts)
            if reading is not None:
                out[f.first] = reading
        for part, whole in links:
            self._share_noun(scene, part, whole, out)
        for f in scene.figures:
            if f.first not in out and id(f) not in wholes:
                reading = self._others(scene, f, out) or self._bare.read(scene, f, out, ago)
                if reading is not None:
                    out[f.first] = reading
        for part, whole in links:
            if part.first in out and whole.first not in out:
                self._share_noun(scene, part, whole, out)
        for k in sorted(out):
            out[k] = self._it_was(scene, out[k], ago)
        return [out[k] for k in sorted(out) if out[k].measure]

    def _it_was(self, scene: Scene, reading: Reading, ago: Ago) -> Reading:
        """ "Turnout was 67 percent. It had been 73.31 percent three years earlier": "it" is the turnout."""
        if reading.rule not in ("got-percent", "name-percent"):
            return reading
        i = reading.figure.start - 1
        while i >= 0 and scene.words[i].lower in (
            "was",
            "is",
            "had",
            "been",
            "has",
            "at",
            "stood",
            "compares",
            "with",
            "compared",
            "reached",
            "just",
            "only",
        ):
            i -= 1
        last = next(ago.recent(), None)
        if (
            i >= 0
            and i < reading.figure.start - 1
            and scene.words[i].lower in ("it", "this", "that", "which")
            and last is not None
        ):
            if last.measure == "turnout" and not any(
                m.kind in ("party", "person") for m in scene.mentions if m.char_end <= scene.words[i].start
            ):
                return replace(reading, measure="turnout", need="none", rule="it-was")
        return reading

    def _own(self, scene: Scene, f: Figure, whole: bool, part: bool) -> Reading | None:
        """The reading of a figure by its own noun or percent sign."""
        added = self._added.read(scene, f)
        if added is not None:
            return added
        if f.kind in ("percent", "points"):
            return self._shares.read(scene, f)
        if f.kind == "ordinal":
            return self._ranks.read(scene, f)
        compound = self._seats.compound(scene, f)
        if compound is not None:
            return compound
        noun = self._nouns.after(scene, f)
        if noun is None:
            return None
        if noun.group in ("seat", "member"):
            return self._seats.read(scene, f, noun)
        reading = self._counts.read(scene, f, noun)
        if reading is not None and noun.group in ("area", "station"):
            reading = self._areas.decide(scene, reading, whole, part)
        return reading

    def _share_noun(self, scene: Scene, part: Figure, whole: Figure, out: dict[int, Reading]) -> None:
        """ "54 of the 329 seats", "six of Iraq's 18 provinces", "1,905,960 of 3,465,736 voters": one noun for both."""
        of_all = out.get(whole.first)
        if of_all is None:
            first = out.get(part.first)
            if (
                first is not None
                and first.measure in ("votes", "margin")
                and first.unit == "vote"
                and whole.value > part.value >= 100
            ):
                out[whole.first] = Reading(whole, "votes_cast", "vote", "votes-out-of", "none", whole.last)
            elif first is not None and first.measure == "seats" and whole.kind == "count" and whole.value > part.value:
                out[whole.first] = Reading(whole, "seats_total", "seat", "seats-out-of", "none", whole.last)
            elif first is not None and first.unit in set(self._terms.areas.values()):
                out[whole.first] = Reading(whole, "areas_total", first.unit, "areas-out-of", "none", whole.last)
            return
        if part.first in out or part.kind != "count":
            return
        if of_all.measure == "seats_total":
            lost = scene.words[part.start - 1].lower in self._lose if part.start else False
            measure = "seats_change" if lost else "seats"
            out[part.first] = Reading(
                part, measure, "seat", "seats-of-the-seats", "required", of_all.end, -1 if lost else 1
            )
        elif of_all.previous and of_all.measure == "seats":
            lost = scene.words[part.start - 1].lower in self._lose if part.start else False
            out[part.first] = Reading(
                part,
                "seats_change" if lost else "seats",
                "seat",
                "of-its-seats",
                "required",
                of_all.end,
                -1 if lost else 1,
            )
        elif of_all.measure in ("areas_total", "areas_reporting"):
            base = Reading(part, "areas_total", of_all.unit, "areas-of-areas", "none", of_all.end)
            decided = self._areas.decide(scene, base, False, True)
            if decided.measure == "areas_total":
                reporting = of_all.measure == "areas_reporting" or any(
                    w.lower in ("results", "returns", "declared", "counted", "reporting", "with", "from")
                    for w in scene.words[max(0, part.start - 6) : part.start]
                )
                decided = replace(base, measure="areas_reporting" if reporting else "", rule="areas-of-areas")
            if of_all.measure == "areas_reporting" and decided.measure == "areas_reporting":
                out[whole.first] = replace(of_all, measure="areas_total")
            out[part.first] = decided
        elif of_all.rule == "people-eligible":
            # "About 3.5 million of Chad's 6.4 million people were eligible to vote": the whole is the population.
            out[part.first] = replace(of_all, figure=part)
            out[whole.first] = replace(of_all, measure="")
        elif of_all.measure == "parties":
            # "34 of Mali's 62 political parties" stand.
            out[part.first] = replace(of_all, figure=part)
            out[whole.first] = replace(of_all, measure="")
        elif of_all.measure in ("registered_voters", "votes_cast"):
            measure = "votes_cast" if of_all.measure == "registered_voters" else "votes"
            out[part.first] = Reading(
                part,
                measure,
                "voter" if measure == "votes_cast" else "vote",
                "votes-of-voters",
                "none" if measure == "votes_cast" else "required",
                of_all.end,
            )
        elif of_all.measure == "votes":
            out[whole.first] = replace(of_all, measure="votes_cast", need="none", rule="votes-out-of")
            out[part.first] = Reading(part, "votes", "vote", "votes-of-votes", "required", of_all.end)

    def _others(self, scene: Scene, f: Figure, out: dict[int, Reading]) -> Reading | None:
        """ "ahead in six of the 18 provinces and second in four others"."""
        i = f.last
        if not f.start or f.kind != "count":
            return None
        others = i < len(scene.words) and scene.words[i].lower in ("others", "other")
        if not others and not self._bare.alone(scene, f):
            return None
        prior = next(
            (out[k] for k in sorted(out, reverse=True) if k < f.first and out[k].measure.startswith("areas")), None
        )
        if prior is None or scene.words[f.start - 1].lower != "in":
            return None
        base = replace(
            prior, figure=f, measure="areas_total", rule="in-others", end=i + (1 if others else 0), need="none"
        )
        decided = self._areas.decide(scene, base, False, False)
        return decided if decided.measure != "areas_total" else None


def _of_links(scene: Scene) -> list[tuple[Figure, Figure]]:
    """Pairs (part, whole) of figures joined by "of": "54 of the 329", "10 of 19", "32 out of a total of 120"."""
    out = []
    for part, whole in zip(scene.figures, scene.figures[1:], strict=False):
        between = [w.lower for w in scene.words[part.last : whole.start]]
        hedge = [w.lower for w in scene.words[whole.start : whole.first]]
        link = between + hedge
        if "of" not in link or part.kind == "ordinal" or len(link) > 9:
            continue
        at = link.index("of")
        lead = link[:at]
        if any(w in (",", ".", ";", "and", "with") for w in link) or len(lead) > 4:
            continue
        if "short" in lead or "shy" in lead:
            continue
        if any(
            scene.tags[j] in ("IN", "DT") and scene.words[j].lower not in ("out", "of", "each")
            for j in range(part.last, part.last + at)
        ):
            continue
        verbs = any(scene.tags[j] in ("VBD", "VBZ", "VBP") for j in range(part.last, whole.first))
        if part.kind == "count" and whole.kind == "count" and not verbs and part.value <= whole.value:
            out.append((part, whole))
    return out
