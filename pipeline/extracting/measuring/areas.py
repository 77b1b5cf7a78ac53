"""Figures that count provinces, constituencies and the like: led, second in, reporting, or there are in all."""

from __future__ import annotations

from dataclasses import replace

from pipeline.configuring.terms import Terms
from pipeline.extracting.grammar import BE_FORMS, DETERMINERS, PLURAL_BEING
from pipeline.extracting.readings import Reading
from pipeline.extracting.scene import Scene

_ALL = 9  # words from "won every" to its figure: "won every one of the state's 10 counties"
_RELEASED = 12  # words from provinces to what was done with their results
_PERFECT = frozenset(("have", "has", "had"))
_NARROWED = frozenset(("where", "that"))
_OF = frozenset(("of", "the"))


class AreaReader:
    """Decides what a figure with an area noun counts, by the verbs around it."""

    def __init__(self, terms: Terms) -> None:
        self._w, self._h = terms.counting.areas, terms.counting.houses
        self._lead, self._second = terms.verbs.lead, terms.verbs.second
        self._lose, self._backing = terms.verbs.lose, terms.shares.backing
        self._voted, self._voters = terms.shares.voted, terms.nouns.voter
        self._give, self._declared = terms.verbs.give, terms.counting.declared.reported
        results = self._w.results
        self._results = {"constituency": results, "station": results | self._w.station_results}

    def decide(self, scene: Scene, reading: Reading, whole: bool, part: bool) -> Reading:
        """Return the reading with its measure settled; stations that report are votes counted, not areas."""
        if self._pending(scene, reading):
            return replace(reading, measure="", rule="areas-pending")
        if scene.lowers(reading.figure.start - 3, reading.figure.start) == ["of", "the", "first"]:
            return replace(reading, measure="", rule="first-areas")  # "12 of the first 20 districts to declare"
        if reading.rule == "areas" and not (whole or part) and self.annulled(scene, reading):
            return replace(reading, measure="", rule="annulled-areas")
        decided = self._decided(scene, reading, whole, part)
        if decided is reading and not whole and reading.rule == "areas" and self._of_some(scene, reading):
            return replace(reading, measure="", rule="some-areas")
        went = decided.rule == "went-in-areas"
        if decided.measure == "areas_led" and not went and scene.lower(decided.end - 1) in self._w.seat_areas:
            return replace(decided, measure="seats", unit="seat")  # a riding is a seat: "the Liberals won 46 ridings"
        stations = decided.measure == "areas_reporting" and decided.unit == "station"
        if stations and whole:  # "940 of the land's 8,312 polling stations reporting": as many as there are
            return decided
        return replace(decided, measure="votes_counted") if stations else decided

    def _decided(self, scene: Scene, reading: Reading, whole: bool, part: bool) -> Reading:
        """The reading with its measure settled.

        `whole` is True when the figure stands behind "of" ("six of the 18 provinces"), `part` when another
        figure stands behind its own "of".
        """
        if whole or reading.measure == "areas_reporting" or self.annulled(scene, reading):
            return reading
        f = reading.figure
        before = scene.lowers(f.start - 7, f.start)
        tie = before[-1] if before else ""
        if tie in self._w.second_link and any(w in self._second for w in before[-4:]):
            return replace(reading, measure="areas_second", rule="second-in-areas", need="required")
        largest = scene.phrase_before(f.start - 1, self._w.largest) > 0  # "were the largest party in 21 of 33 towns"
        voting = scene.phrase_before(f.start - 1, self._voted)  # "lists took part in 33 constituencies": no lead
        led = any(w in self._lead for w in scene.lowers(f.start - 5, f.start - 1 - voting))
        if tie == "in" and (largest or led):
            return replace(reading, measure="areas_led", rule="leads-in-areas", need="required")
        if before[-2:] == ["all", "but"]:
            return replace(reading, measure="")  # "All but one of 43 constituencies backed the change"
        taken = self._taken(scene, reading, tie, part)
        if taken is not None:
            return taken
        over = "count-over-in" if part and tie == "in" and self._count_over(scene, reading.end) else ""
        over = over or ("results-of-areas" if self._results_out(scene, reading, tie) else "")
        if over:
            return replace(reading, measure="areas_reporting", rule=over)
        heads = scene.lowers(f.start - 9, f.start)
        of = before[-2] if tie in DETERMINERS and len(before) > 1 else tie
        results = self._results.get(reading.unit, frozenset())
        told = part and any(w in self._w.reporting for w in before)
        declared = of == "for" and any(w in self._declared for w in before[-3:])  # "with results declared for 273"
        if told or ((of == "from" or declared) and any(w in results for w in heads)):
            return replace(reading, measure="areas_reporting", rule="results-from-areas")
        rule = "in-areas-led" if tie == "in" and self._led_behind(scene, reading) else self._backed(scene, reading)
        return replace(reading, measure="areas_led", rule=rule, need="required") if rule else reading

    def _pending(self, scene: Scene, reading: Reading) -> bool:
        """ "Results of 30 constituencies have not yet been released", "results from 12 were pending": of some."""
        at = scene.skip(reading.figure.start - 1, DETERMINERS, -1)
        results = self._w.results | self._w.station_results
        if scene.lower(at) not in ("of", "from", "in", "for") or scene.lower(at - 1) not in results:
            return False
        near = range(reading.end, min(len(scene.words), reading.end + _RELEASED))
        stop = next((j for j in near if scene.words[j].text in (".", ";", ",")), near.stop)
        if scene.has(self._w.pending, reading.end, stop):
            return True
        out = next((j for j in range(reading.end, stop) if scene.lower(j) in self._w.released), -1)
        return out > 0 and any(w in self._w.not_yet for w in scene.lowers(reading.end, out))

    def _of_some(self, scene: Scene, reading: Reading) -> bool:
        """ "alleged fraud in 111 constituencies", "the 91 districts where they came second": not all that there are.

        "the 27 constituencies", "There are 299 constituencies" and "voted in 1,000 municipalities" are.
        """
        f = reading.figure
        more = any(w in self._w.added for w in scene.lowers(f.last, reading.end))
        if f.value == 1 or more or scene.lower(reading.end) in _NARROWED:
            return True
        at, definite = f.first - 1, False
        while at >= f.start or scene.is_modifier(at) or scene.lower(at) in _OF:
            own = scene.lower(at) in DETERMINERS | self._w.every | _OF
            definite = definite or own or scene.words[at].kind == "genitive"
            at -= 1
        before = scene.lower(at)
        definite = definite or before in DETERMINERS | self._w.every
        being = before in PLURAL_BEING and scene.lower(at - 1) == "there"
        voting = scene.phrase_before(at, self._voted) + scene.phrase_before(at, self._voters)
        voted = before == "in" and voting > 0
        return reading.unit != "station" and not (definite or being or voted)

    def _results_out(self, scene: Scene, reading: Reading, tie: str) -> bool:
        """ "Results of two provinces have been released", "the 212 constituencies whose results are certified"."""
        i, results = reading.end, self._w.results
        whose = scene.lower(i) == "whose" and scene.has(results, i + 1, i + 4)
        if not whose and not (tie == "of" and scene.lower(reading.figure.start - 2) in results):
            return False
        near = range(i, min(len(scene.words), i + _RELEASED))
        verb = next((j for j in near if scene.lower(j) in self._w.released), -1)
        be = scene.skip(verb - 1, self._w.backed_fill, -1) if verb > 0 else -1
        told = verb > 0 and (scene.lower(be) in BE_FORMS or scene.lower(be + 1) in _PERFECT)
        return told and not any(w in self._w.not_yet for w in scene.lowers(i, verb))

    def _backed(self, scene: Scene, reading: Reading) -> str:
        """ "17 of the 22 council areas voted to leave"."""
        backed = scene.phrase_at(scene.skip(reading.end, self._w.backed_fill), self._backing) > 0
        if reading.unit == "station":
            return ""
        return "areas-backed" if backed else self._decided_in(scene, reading)

    def _decided_in(self, scene: Scene, reading: Reading) -> str:
        """ "was turned down in seven of the eight provinces": where a side won."""
        at = reading.figure.start - 1
        n = scene.phrase_before(at, self._w.deciding) if scene.lower(at) == "in" else 0
        return "areas-decided" if n and scene.lower(at - n - 1) in BE_FORMS else ""

    def _taken(self, scene: Scene, reading: Reading, tie: str, part: bool) -> Reading | None:
        """ "won six provinces", "was elected in 90 of the 125 ridings", "took control of 10 councils"."""
        at = reading.figure.start - 2
        if (
            tie == "of"
            and scene.lower(at) in self._w.control
            and any(w in self._lose for w in scene.lowers(at - 4, at))
        ):
            return replace(reading, measure="")  # "lost control of 12 councils"
        some = "JJS" in scene.tags[reading.figure.last : reading.end]  # "each of the state's 10 largest counties"
        if not some and self._won_all(scene, reading.figure.start - 1):
            return replace(reading, measure="areas_led", rule="won-all-areas", need="required")
        added = any(w in self._w.added for w in scene.lowers(reading.figure.last, reading.end))
        if added and tie == "of":
            return replace(reading, measure="")  # "took control of 16 more councils": a gain
        rule = "takes-areas" if self._controlled(scene, reading, tie) else ""
        if tie == "in" and part and self._went(scene, at):
            rule = "went-in-areas"
        if tie in self._w.running and reading.unit in self._w.run_units:
            rule = "runs-areas"
        seats = scene.lower(reading.end - 1) in self._w.seat_areas
        given = part and self._given(scene, reading.figure.start)
        if given or (tie in self._w.won and (part or seats or reading.unit != "constituency")):
            rule = "won-areas"
        return replace(reading, measure="areas_led", rule=rule, need="required") if rule else None

    def _won_all(self, scene: Scene, i: int) -> bool:
        """ "won every one of the state's 10 counties", "swept all 22 districts": the words before end at word i."""
        every = False
        for j in range(i, max(-1, i - _ALL), -1):
            every = every or scene.lower(j) in self._w.every
            if every and scene.lower(j) in self._w.won:
                return scene.tags[j].startswith("VB")
            of_place = scene.words[j].kind == "genitive" or scene.mention_at[j] >= 0 or scene.is_modifier(j)
            if not (of_place or scene.lower(j) in self._w.every or scene.lower(j) in _OF):
                return False
        return False

    def _given(self, scene: Scene, i: int) -> bool:
        """ "gave them 58 of 64 councils", "gave the Greens 12 of 14 councils": the figure begins at word i."""
        m, j = scene.mention(i - 1), i - 1
        while m is not None and m.kind == "party" and scene.mention(j) is m:
            j -= 1
        j -= scene.lower(j) == "the"
        return scene.is_given(i, self._give) or (j < i - 1 and scene.lower(j) in self._give)

    def _controlled(self, scene: Scene, reading: Reading, tie: str) -> bool:
        """Elected in so many, or in control of them; nobody loses what he leads."""
        at, last = reading.figure.start - 2, reading.figure.start - 1
        if tie == "in":
            someone = any(m.kind != "place" and m.char_end <= scene.words[at].start for m in scene.mentions)
            return someone and scene.phrase_before(last, self._w.elected) > 0
        control = tie == "of" and scene.lower(at) in self._w.control and reading.unit != "station"
        return control and not any(w in self._lose for w in scene.lowers(at - 5, at))

    def _went(self, scene: Scene, i: int) -> bool:
        """ "The state went Conservative in 16 of 17 counties": the party ends at word i, right behind the verb."""
        m = scene.mention(i)
        if m is None or m.kind not in ("party", "body"):
            return False
        while i > 0 and scene.mention(i) is m:
            i -= 1
        return scene.lower(i) in self._w.went

    def _count_over(self, scene: Scene, i: int) -> bool:
        """ "In only four of nine districts had the counting been finished": behind the areas, in their clause."""
        near = scene.lowers(i, i + 8)
        counts = next((k for k, w in enumerate(near) if w in self._h.counts), -1)
        return counts >= 0 and "," not in near[:counts] and any(w in self._h.over for w in near[counts:])

    def annulled(self, scene: Scene, reading: Reading) -> bool:
        """ "Results from 12 polling stations were annulled": counted for nobody."""
        return scene.has(self._w.annulled, reading.figure.start - 7, reading.end + 7)

    def _led_behind(self, scene: Scene, reading: Reading) -> bool:
        """ "In 58 districts the Harbour Party had the leading name"; "in 12 states he led"."""
        tail = scene.lowers(reading.end, reading.end + 9)
        return reading.figure.start <= 2 and any(w in self._w.led_behind for w in tail)
