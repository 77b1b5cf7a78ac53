"""Scene -> Readings: what each figure of a sentence counts, those without a noun of their own included."""

from __future__ import annotations

from dataclasses import replace

from pipeline.configuring.configuration import Configuration
from pipeline.extracting.figures import Figure
from pipeline.extracting.measuring.added import AddedReader
from pipeline.extracting.measuring.again import AgainReader
from pipeline.extracting.measuring.ago import Ago
from pipeline.extracting.measuring.ahead import AheadReader
from pipeline.extracting.measuring.answers import AnswerReader
from pipeline.extracting.measuring.apposed import ApposedReader
from pipeline.extracting.measuring.areas import AreaReader
from pipeline.extracting.measuring.backers import BackerReader
from pipeline.extracting.measuring.bare import BareReader
from pipeline.extracting.measuring.benches import BenchReader
from pipeline.extracting.measuring.chambers import ChamberReader
from pipeline.extracting.measuring.controls import ControlReader
from pipeline.extracting.measuring.counts import CountReader
from pipeline.extracting.measuring.declared import DeclaredReader
from pipeline.extracting.measuring.forecasts import ForecastReader
from pipeline.extracting.measuring.gotten import GottenReader
from pipeline.extracting.measuring.houses import HouseReader
from pipeline.extracting.measuring.in_house import InHouseReader
from pipeline.extracting.measuring.links import LinkReader
from pipeline.extracting.measuring.majorities import exactly
from pipeline.extracting.measuring.nouns import NounFinder
from pipeline.extracting.measuring.own_members import OwnMemberReader
from pipeline.extracting.measuring.own_votes import OwnVoteReader
from pipeline.extracting.measuring.partisans import PartisanReader
from pipeline.extracting.measuring.partitives import PartitiveReader
from pipeline.extracting.measuring.polling import PollingReader
from pipeline.extracting.measuring.ranks import RankReader
from pipeline.extracting.measuring.rolls import RollReader
from pipeline.extracting.measuring.scores import ScoreReader
from pipeline.extracting.measuring.seats import SeatReader
from pipeline.extracting.measuring.shares import ShareReader
from pipeline.extracting.measuring.sizes import SizeReader
from pipeline.extracting.measuring.solo import SoloReader
from pipeline.extracting.measuring.standing import StandingReader
from pipeline.extracting.measuring.stations import StationReader
from pipeline.extracting.measuring.strangers import STRANGER, StrangerReader
from pipeline.extracting.measuring.tables import TableReader
from pipeline.extracting.measuring.then import ThenReader
from pipeline.extracting.measuring.topics import TopicReader
from pipeline.extracting.measuring.twice import TwiceReader
from pipeline.extracting.measuring.unsigned import UnsignedReader
from pipeline.extracting.measuring.voids import VoidReader
from pipeline.extracting.measuring.wins import WinReader
from pipeline.extracting.readings import Reading
from pipeline.extracting.scene import Scene

_LED = ("leads-in-areas", "in-listed")


class MeasureReader:
    """Reads every figure of a scene; `read` is called on the sentences of an article in order."""

    def __init__(self, config: Configuration) -> None:
        terms, measures = config.terms, config.measures
        self._areawords, self._again = terms.counting.areas, AgainReader(terms)
        self._added, self._nouns, self._sizes = AddedReader(measures), NounFinder(terms), SizeReader(terms)
        self._chambers, self._houses = ChamberReader(terms), HouseReader(terms)
        self._counts, self._seats = CountReader(terms), SeatReader(terms, self._chambers)
        self._shares, self._ranks = (
            ShareReader(terms, config.circumstances.changes.verbs, config.places),
            RankReader(terms),
        )
        self._areas, self._bare = AreaReader(terms), BareReader(terms)
        self._scores, self._standing = ScoreReader(terms), StandingReader(terms)
        self._leads, self._own_members = terms.verbs.lead, OwnMemberReader(terms)
        self._controls = ControlReader(terms)
        self._partisans, self._partitives = PartisanReader(terms), PartitiveReader(terms)
        self._ahead, self._tables = AheadReader(terms), TableReader(terms)
        self._polling, self._stations = PollingReader(terms), StationReader(terms)
        self._own_votes, self._solo = OwnVoteReader(terms), SoloReader(terms)
        self._benches, self._answers = BenchReader(terms), AnswerReader(terms)
        self._rolls, self._gotten = RollReader(terms), GottenReader(terms)
        self._forecasts, self._twice = ForecastReader(terms), TwiceReader(terms)
        self._then, self._wins = ThenReader(terms), WinReader(terms)
        self._in_house, self._topics = InHouseReader(terms), TopicReader(terms)
        self._unsigned, self._backers = UnsignedReader(terms), BackerReader(terms)
        self._voids, self._apposed = VoidReader(terms), ApposedReader(terms)
        self._strangers = StrangerReader(terms)
        self._links, self._declared = LinkReader(terms, self._areas), DeclaredReader(terms)

    def read(self, scene: Scene, ago: Ago) -> list[Reading]:
        """Return the readings of a sentence in text order; figures that count nothing known are left out."""
        links = self._links.find(scene)
        parts = {part.first for part, _ in links}
        wholes = {whole.first for _, whole in links}
        rows, out = self._tables.rows(scene), dict[int, Reading]()
        for f in scene.figures:
            reading = self._tables.read(scene, f, rows, ago)
            reading = reading or self._own(scene, f, f.first in wholes, f.first in parts)
            if reading is not None or f.kind != "count":
                reading = self._or_ahead(scene, f, reading)
            if reading is not None:
                out[f.first] = reading
        for link in links:
            self._links.share(scene, link, out)
        self._declared.mend(scene, links, out)
        for f in scene.figures:
            if f.first not in out and f.first not in wholes:
                reading = self._voids.read(scene, f, out) or self._unsigned.read(scene, f, ago)
                reading = reading or self._others(scene, f, out, ago) or self._sizes.bare(scene, f, out, ago)
                reading = reading or self._in_house.read(scene, f, out) or self._houses.read(scene, f, out, ago)
                reading = reading or self._own_members.read(scene, f, ago)
                reading = self._or_ahead(scene, f, reading or self._bare.read(scene, f, out, ago))
                if reading is not None:
                    out[f.first] = reading
        for link in links:
            part, whole = link
            if part.first in out and whole.first not in out:
                self._links.share(scene, link, out)
        self._twice.mend(scene, out)
        self._backers.mend(scene, out)
        self._again.mend(scene, links, out, ago)
        self._topics.mend(scene, out, ago)
        self._then.mend(scene, out, ago)
        self._wins.mend(scene, out)
        return [exactly(scene, out[k]) for k in sorted(out) if out[k].measure]

    def _or_ahead(self, scene: Scene, f: Figure, reading: Reading | None) -> Reading | None:
        """The reading, or that of a margin where the words before the figure name one."""
        if reading is not None and reading.rule == STRANGER:
            return reading
        told = self._ahead.read(scene, f)
        known = reading is not None and reading.measure == "margin" and not (told and told.rule == "margin-parted-by")
        return reading if known else told or reading

    def _own(self, scene: Scene, f: Figure, whole: bool, part: bool) -> Reading | None:
        """The reading of a figure by its own noun or percent sign; `whole`, `part`: as in `AreaReader.decide`."""
        listed = (
            self._strangers.read(scene, f)
            or self._added.read(scene, f)
            or self._bare.in_table(scene, f)
            or self._controls.read(scene, f)
        )
        listed = listed or self._scores.read(scene, f)
        listed = listed or self._solo.read(scene, f) or self._partisans.read(scene, f) or self._standing.read(scene, f)
        listed = listed or self._polling.read(scene, f) or self._own_votes.read(scene, f)
        listed = listed or self._rolls.read(scene, f) or self._gotten.read(scene, f) or self._forecasts.read(scene, f)
        listed = listed or self._answers.read(scene, f) or self._benches.read(scene, f)
        listed = listed or self._backers.read(scene, f) or (None if whole else self._stations.read(scene, f))
        if listed is not None:
            return listed
        if f.kind in ("percent", "points"):
            return None if self._voids.population(scene, f) else self._shares.read(scene, f)
        if f.kind == "ordinal":
            return self._ranks.read(scene, f)
        compound = self._chambers.compound(scene, f)
        noun = self._nouns.after(scene, f) if compound is None else None
        if noun is None:
            return compound or self._partitives.read(scene, f)
        if noun.group in ("seat", "member"):
            sized = self._sizes.by_system(scene, f, noun) or self._apposed.read(scene, f, noun)
            return sized or self._seats.read(scene, f, noun)
        reading = self._counts.read(scene, f, noun)
        if reading is not None and noun.group == "area":
            return self._areas.decide(scene, reading, whole, part)
        return reading

    def _others(self, scene: Scene, f: Figure, out: dict[int, Reading], ago: Ago) -> Reading | None:
        """ "ahead in six of the 18 provinces, second in five others"; "The Greens were ahead in 121"."""
        if f.kind != "count" or scene.lower(f.start - 1) != "in":
            return None
        others = scene.lower(f.last) in self._areawords.others
        if not others and not self._bare.alone(scene, f):
            return None
        before = [out[k] for k in sorted(out, reverse=True) if k < f.first]
        led = next((r for r in ago.recent() if r.rule in _LED), None)
        if not before and led is not None and any(w in self._leads for w in scene.lowers(f.start - 3, f.start - 1)):
            return replace(led, figure=f, rule="leads-in-areas", end=f.last)
        named = self._bare.named(scene, f.start - 2)
        in_seats = bool(before) and before[0].measure == "seats" and scene.lower(before[0].figure.start - 1) == "in"
        if named and in_seats:
            return replace(before[0], figure=f, rule="in-listed", end=f.last)  # "leading in 37 seats, Labour in 22"
        prior = next((reading for reading in before if reading.measure.startswith("areas")), None)
        if prior is None:
            return None
        end = f.last + (1 if others else 0)
        base = replace(prior, figure=f, measure="areas_total", rule="in-others", end=end, need="none")
        decided = self._areas.decide(scene, base, whole=False, part=False)
        if named and prior.measure == "areas_led":  # "won in 12 states, the Greens in nine"
            return replace(base, measure="areas_led", rule="in-listed", need="required")
        return decided if decided.measure != "areas_total" else None
