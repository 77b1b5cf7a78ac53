"""Scene -> Readings: what each figure of a sentence counts, those without a noun of their own included."""

from __future__ import annotations

from dataclasses import dataclass, replace

from pipeline.configuring.terms import Circumstances, Terms
from pipeline.extracting.figures import Figure
from pipeline.extracting.measuring.areas import AreaReader
from pipeline.extracting.measuring.counts import CountReader
from pipeline.extracting.measuring.nouns import NounFinder
from pipeline.extracting.measuring.ranks import RankReader
from pipeline.extracting.measuring.seats import SeatReader
from pipeline.extracting.measuring.shares import ShareReader
from pipeline.extracting.readings import Reading
from pipeline.extracting.scene import Scene

_GROWING = ("seats", "votes", "vote_share", "areas_led", "areas_second", "turnout", "candidates", "registered_voters", "votes_cast", "seats_change")


@dataclass
class Ago:
    """The last measure read, and how many sentences ago: what a bare "won two" goes on from."""

    measure: str | None = None
    unit: str = ""
    sentences: int = 99


class MeasureReader:
    """Reads every figure of a scene; `read` is called on the sentences of an article in order."""

    def __init__(self, terms: Terms, circumstances: Circumstances) -> None:
        self._terms = terms
        self._nouns = NounFinder(terms)
        self._counts, self._seats = CountReader(terms), SeatReader(terms)
        changes = frozenset(circumstances.changes.verbs)
        self._shares, self._ranks, self._areas = ShareReader(terms, changes), RankReader(terms), AreaReader(terms)
        self._get = frozenset(terms.verbs.get)
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
        for n, f in enumerate(scene.figures):
            if f.first not in out and id(f) not in wholes:
                reading = self._bare(scene, n, out, ago)
                if reading is not None:
                    out[f.first] = reading
        return [out[k] for k in sorted(out) if out[k].measure]

    def _own(self, scene: Scene, f: Figure, whole: bool, part: bool) -> Reading | None:
        """The reading of a figure by its own noun or percent sign."""
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
        """"54 of the 329 seats", "six of Iraq's 18 provinces", "1,905,960 of 3,465,736 voters": one noun for both."""
        of_all = out.get(whole.first)
        if of_all is None:
            first = out.get(part.first)
            if first is not None and first.measure == "seats" and whole.kind == "count" and whole.value > part.value:
                out[whole.first] = Reading(whole, "seats_total", "seat", "seats-out-of", "none", whole.last)
            elif first is not None and first.unit in set(self._terms.areas.values()):
                out[whole.first] = Reading(whole, "areas_total", first.unit, "areas-out-of", "none", whole.last)
            return
        if part.first in out or part.kind != "count":
            return
        if of_all.measure == "seats_total":
            lost = scene.words[part.start - 1].lower in self._lose if part.start else False
            measure = "seats_change" if lost else "seats"
            out[part.first] = Reading(part, measure, "seat", "seats-of-the-seats", "required", of_all.end, -1 if lost else 1)
        elif of_all.previous and of_all.measure == "seats":
            lost = scene.words[part.start - 1].lower in self._lose if part.start else False
            out[part.first] = Reading(part, "seats_change" if lost else "seats", "seat", "of-its-seats", "required", of_all.end, -1 if lost else 1)
        elif of_all.measure in ("areas_total", "areas_reporting"):
            base = Reading(part, "areas_total", of_all.unit, "areas-of-areas", "none", of_all.end)
            decided = self._areas.decide(scene, base, False, True)
            if decided.measure == "areas_total":
                reporting = of_all.measure == "areas_reporting" or any(
                    w.lower in ("results", "returns", "declared", "counted", "reporting", "with", "from") for w in scene.words[max(0, part.start - 6) : part.start]
                )
                decided = replace(base, measure="areas_reporting" if reporting else "", rule="areas-of-areas")
            if of_all.measure == "areas_reporting" and decided.measure == "areas_reporting":
                out[whole.first] = replace(of_all, measure="areas_total")
            out[part.first] = decided
        elif of_all.measure in ("registered_voters", "votes_cast"):
            measure = "votes_cast" if of_all.measure == "registered_voters" else "votes"
            out[part.first] = Reading(part, measure, "voter" if measure == "votes_cast" else "vote", "votes-of-voters", "none" if measure == "votes_cast" else "required", of_all.end)
        elif of_all.measure == "votes":
            out[whole.first] = replace(of_all, measure="votes_cast", need="none", rule="votes-out-of")
            out[part.first] = Reading(part, "votes", "vote", "votes-of-votes", "required", of_all.end)

    def _bare(self, scene: Scene, n: int, out: dict[int, Reading], ago: Ago) -> Reading | None:
        """A number without a noun goes on with the measure of the figure before ("which had 42", "Y 37", "and two")."""
        f = scene.figures[n]
        if f.kind not in ("count",) or f.number.weak and not self._tied(scene, f):
            return None
        i = f.last
        if i < len(scene.words) and scene.words[i].lower in ("others", "other") and scene.words[max(0, f.start - 1)].lower == "in":
            prior = next((out[k] for k in sorted(out, reverse=True) if k < f.first and out[k].unit and out[k].measure.startswith("areas")), None)
            if prior is not None:
                base = replace(prior, figure=f, measure="areas_total", rule="in-others", end=i + 1, need="none")
                return self._areas.decide(scene, base, False, False)
        if not self._alone(scene, f):
            return None
        prior = next((out[k] for k in sorted(out, reverse=True) if k < f.first and out[k].measure in _GROWING), None)
        later = next((out[k] for k in sorted(out) if k > f.first and out[k].measure in _GROWING), None)
        base = prior or (later if self._listed(scene, f, later) else None)
        if base is not None:
            return self._go_on(scene, f, base)
        if ago.measure in ("seats", "votes") and ago.sentences <= 1 and self._tied(scene, f):
            return Reading(f, ago.measure, ago.unit, "bare-after-sentence", "required", f.last)
        return None

    def _go_on(self, scene: Scene, f: Figure, base: Reading) -> Reading | None:
        before = scene.words[f.start - 1].lower if f.start else ""
        percent = base.unit == "percent"
        if percent and not (0 < f.value <= 100 and (f.number.step or before in ("from", "to", "against", "with", "and"))):
            return None
        if not percent and f.number.step and f.value < 1000:
            return None
        if before in ("from", "to", "against") or self._tied(scene, f):
            measure = "seats" if base.measure == "seats_change" and before in ("to", "from") else base.measure
            unit = base.unit
            figure = replace(f, number=replace(f.number, kind="percent")) if percent else f
            return Reading(figure, measure, unit, "bare-goes-on", base.need if measure != "seats" else "required", f.last)
        return None

    def _alone(self, scene: Scene, f: Figure) -> bool:
        """Nothing behind the number that it could count instead."""
        if f.last >= len(scene.words):
            return True
        word, tag = scene.words[f.last], scene.tags[f.last]
        if word.kind == "sign" and word.text not in ("-", "\u2011", "/", ":", "'"):
            return True
        if word.text == "-" and word.start > scene.words[f.last - 1].end:
            return True
        if word.lower in ("each", "respectively", "apiece", "outright", "in", "on", "to", "for", "while", "after", "with", "and", "or", "from", "at", "ahead", "by", "as", "when", "but", "went", "go", "more", "fewer", "less", "of", "out", "last", "this", "against", "compared", "under", "giving", "leaving", "nationwide", "so", "seats", "behind", "were"):
            return not (word.lower == "of" and not _of_figure(scene, f.last))
        return tag in ("IN", "CC", "TO", "WDT", "VBG", "WP") and not word.text[:1].isupper()

    def _tied(self, scene: Scene, f: Figure) -> bool:
        """Right behind a verb of getting, "with", a name, or a comma and "and" of a list."""
        i = f.start
        if i <= 0:
            return scene.words[f.last : f.last + 1] != [] and scene.words[f.last].lower in ("went", "were", "go")
        before = scene.words[i - 1]
        if scene.phrase_before(i, self._get, 4) or scene.phrase_before(i, self._lose, 2):
            return True
        if before.lower in ("with", "had", "has", "on", "and", ",", "to", "(", ":", "another", "for", "from", "by", "but"):
            return True
        return scene.mention_at[i - 1] >= 0 or before.text in ("-", "\u2013", "\u2014") or before.kind == "genitive"

    def _listed(self, scene: Scene, f: Figure, later: Reading | None) -> bool:
        """"won 13 and seven seats respectively": the noun stands behind the last number only."""
        if later is None:
            return False
        between = [w.lower for w in scene.words[f.last : later.figure.start]]
        return len(between) <= 12 and any(w in ("and", "or", "to", ",") for w in between) and not any(w in (".", ";") for w in between)


def _of_figure(scene: Scene, i: int) -> bool:
    return any(f.first in range(i + 1, i + 6) for f in scene.figures)


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
        verbs = any(scene.tags[j] in ("VBD", "VBZ", "VBP") for j in range(part.last, whole.first))
        if part.kind == "count" and whole.kind == "count" and not verbs and part.value <= whole.value:
            out.append((part, whole))
    return out
