"""Two figures that share a noun: "54 of the 329 seats", "six of Iraq's 18 provinces", "32 out of a total of 120"."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from pipeline.configuring.terms import Terms
from pipeline.extracting.figures import Figure
from pipeline.extracting.grammar import FINITE
from pipeline.extracting.measuring.areas import AreaReader
from pipeline.extracting.measuring.moves import CONTESTED
from pipeline.extracting.readings import Need, Reading
from pipeline.extracting.scene import Scene

Link = tuple[Figure, Figure]  # part, whole
_CLAUSE = ("", ",", ":", ";", "and", "but")  # before "in": nobody won or led there
_ENTITLED = 4  # words from "people" to "entitled to vote"
_CROWD = 1000  # "one of 7,855" is no part of so many


class LinkReader:
    """Finds figures joined by "of" and gives the one without a noun the noun of the other."""

    def __init__(self, terms: Terms, areas: AreaReader) -> None:
        self._w, self._links = terms.counting.areas, terms.counting.links
        self._areas, self._units = areas, frozenset(terms.areas.values())
        self._without = terms.counting.houses.doing_without
        self._get = terms.verbs.get
        self._keeping = terms.counting.voids.keeping
        self._eligible, self._did = terms.shares.eligible, terms.shares.voted
        self._lose, self._standing = terms.verbs.lose, terms.counting.counts.standing

    def find(self, scene: Scene) -> list[Link]:
        """Return the pairs (part, whole) of a sentence, in text order."""
        plain = [f for f in scene.figures if f.kind != "ordinal"]  # "15 of the first 16 seats declared"
        return [(part, whole) for part, whole in pairwise(plain) if self._joined(scene, part, whole)]

    def _joined(self, scene: Scene, part: Figure, whole: Figure) -> bool:
        link = scene.lowers(part.last, whole.first)
        if part.kind != "count" or whole.kind != "count" or part.value > whole.value:
            return False
        if "them" in link or (scene.words[whole.start - 1].kind == "genitive" and "to" in link):
            return False  # "had 515,650 of them to Brown's 587,100"
        if "of" not in link or len(link) > 9 or any(w in self._links.parting for w in link):
            return False
        if part.number.spelled and part.value == 1 and whole.value >= _CROWD and "the" not in link:
            return False  # "a Conservative majority of 14,760 into a Liberal one of 7,855"
        every = part.start - 1 - (scene.tags[part.start - 1] == "JJ")  # "every single one of"
        if scene.lower(every) in self._links.every:
            return False  # "every one of the 130,000 tally sheets": all of them
        of = part.last + link.index("of")
        if of - part.last > 4 or any(w in self._links.short for w in scene.lowers(part.last, of)):
            return False
        for j in range(part.last, of):
            if scene.tags[j] in ("IN", "DT") and scene.words[j].lower not in self._links.prepositions:
                return False
        return not any(scene.tags[j] in FINITE for j in range(part.last, whole.first))

    def share(self, scene: Scene, link: Link, out: dict[int, Reading]) -> None:
        """Add to `out` what the noun of one figure of the link makes of the other."""
        part, whole = link
        of_all = out.get(whole.first)
        if of_all is None:
            found = self._kept(scene, link, out.get(part.first)) or self._whole(part, whole, out.get(part.first))
            if found is not None:
                out[whole.first] = found
            if found is not None and found.rule == "voters-out-of":  # "1,012,377 voters out of the total 2,915,040"
                out[part.first] = replace(out[part.first], measure="votes_cast", rule="voters-of-voters")
        elif of_all.rule == "needs-seats":  # "To govern alone a party needs 176 of the 350 seats"
            out[part.first] = replace(of_all, figure=part, end=part.last)
            out[whole.first] = replace(of_all, measure="seats_total", rule="of-the-seats")
        elif part.first not in out and part.kind == "count":
            self._part(scene, part, of_all, out)

    def _kept(self, scene: Scene, link: Link, first: Reading | None) -> Reading | None:
        """ "kept only four of their 22", "lost six of its 30": what was theirs before, no house."""
        part, whole = link
        i = part.start - 1
        owned = scene.tags[whole.start - 1] == "PRP$" if whole.start else False
        if first is None or first.measure not in ("seats", "seats_change") or not owned:
            return None
        if not any(scene.lower(k) in self._keeping for k in (i, i - 1)):
            return None
        return Reading(whole, "seats", "seat", "of-its-seats", "required", whole.last, previous=True)

    def _whole(self, part: Figure, whole: Figure, first: Reading | None) -> Reading | None:
        """The whole's reading by that of its part."""
        if first is None:
            return None
        if first.measure in ("votes", "margin") and first.unit == "vote" and whole.value > part.value >= 100:
            return Reading(whole, "votes_cast", "vote", "votes-out-of", "none", whole.last)
        if whole.value > part.value and (first.measure == "seats" or first.rule == "places-filled"):
            return Reading(whole, "seats_total", "seat", "seats-out-of", "none", whole.last)
        voting = first.rule == "voters" or (first.measure == "votes_cast" and first.unit == "voter")
        if voting and whole.value > part.value >= 1000:
            return Reading(whole, "registered_voters", "voter", "voters-out-of", "none", whole.last)
        if first.measure == "candidates" and whole.value > part.value:  # "eight candidates out of a record 16"
            return Reading(whole, "candidates", "candidate", "candidates-out-of", "none", whole.last)
        if first.unit in self._units:
            return Reading(whole, "areas_total", first.unit, "areas-out-of", "none", whole.last)
        return None

    def _part(self, scene: Scene, part: Figure, of_all: Reading, out: dict[int, Reading]) -> None:
        """Add the part's reading by that of its whole, and mend the whole's where the two together tell more."""
        whole, did = of_all.figure, self._voted(scene, of_all)
        if (
            of_all.rule == CONTESTED
            or of_all.measure == "seats_total"
            or (of_all.previous and of_all.measure == "seats")
        ):
            half = self._half(scene, part, of_all)
            out[part.first] = half or self._seats(scene, part, of_all)
        elif of_all.measure == "seats_reserved" and scene.phrase_before(part.start, self._get, 4):
            out[part.first] = self._seats(scene, part, of_all)  # "won 39 of the 80 seats reserved for parties"
        elif of_all.measure in ("areas_total", "areas_reporting"):
            out[part.first] = decided = self._area_part(scene, part, of_all)
            out[whole.first] = _area_whole(of_all, decided)
        elif of_all.measure == "parties" and scene.lower(of_all.end) in self._links.who_stand:
            return  # "twelve of the 19 parties on the ballot paper got nothing": the 19 stand
        elif of_all.measure == "candidates":
            if scene.lower(of_all.end) in self._standing:
                out[part.first] = replace(of_all, figure=part, rule="candidates-of-candidates")
        elif (of_all.rule in ("people-eligible", "people-voted") and not did) or of_all.measure == "parties":
            # "Some 2.8 million of the land's 7.1 million people are eligible": the whole is the population.
            # "34 of Mali's 62 political parties" stand.
            out[part.first] = replace(of_all, figure=part)
            out[whole.first] = replace(of_all, measure="")
        elif of_all.measure in ("registered_voters", "votes_cast"):
            cast = of_all.measure == "registered_voters"
            measure, unit = ("votes_cast", "voter") if cast else ("votes", "vote")
            need: Need = "none" if cast else "required"
            out[part.first] = Reading(part, measure, unit, "votes-of-voters", need, of_all.end)
        elif of_all.measure == "votes":
            out[whole.first] = replace(of_all, measure="votes_cast", need="none", rule="votes-out-of")
            out[part.first] = Reading(part, "votes", "vote", "votes-of-votes", "required", of_all.end)

    def _voted(self, scene: Scene, of_all: Reading) -> bool:
        """ "39 million of the 52 million people entitled to vote did so": who may vote, and behind it that they did."""
        near = range(of_all.end, min(len(scene.words), of_all.end + _ENTITLED * (of_all.rule == "people-eligible")))
        entitled = next((k + scene.phrase_at(k, self._eligible) for k in near if scene.phrase_at(k, self._eligible)), 0)
        return entitled > 0 and scene.phrase_at(entitled, self._did) > 0

    def _seats(self, scene: Scene, part: Figure, of_all: Reading) -> Reading:
        """ "won 54 of the 329 seats", "lost 67 of its 92 seats"."""
        if of_all.measure == "seats" and scene.lower(part.start - 1) == "in" and scene.lower(part.start - 2) in _CLAUSE:
            return replace(of_all, figure=part, measure="")  # "In three of the five seats they held, the swing was to"
        lost = scene.lower(part.start - 1) in self._lose
        rule = "of-its-seats" if of_all.measure == "seats" else "seats-of-the-seats"
        measure, sign = ("seats_change", -1) if lost else ("seats", 1)
        return Reading(part, measure, "seat", rule, "required", of_all.end, sign)

    def _half(self, scene: Scene, part: Figure, of_all: Reading) -> Reading | None:
        """ "No government can do without 61 of the 120 members": just over half, and a word that it takes so many."""
        if of_all.measure != "seats_total" or part.value != of_all.figure.value // 2 + 1 or part.value < 10:
            return None
        if not scene.phrase_before(part.start, self._without):
            return None
        return Reading(part, "seats_majority", "seat", "half-of-the-seats", "none", of_all.end)

    def _area_part(self, scene: Scene, part: Figure, of_all: Reading) -> Reading:
        """ "ahead in six of Iraq's 18 provinces", "results from 12 of the 19 districts"."""
        base = Reading(part, "areas_total", of_all.unit, "areas-of-areas", "none", of_all.end)
        decided = self._areas.decide(scene, base, whole=False, part=True)
        if decided.measure != "areas_total":
            return decided
        told = any(w in self._w.reporting_links for w in scene.lowers(part.start - 6, part.start))
        reporting = of_all.measure == "areas_reporting" or (told and not self._areas.annulled(scene, base))
        measure = "votes_counted" if of_all.unit == "station" else "areas_reporting"
        return replace(base, measure=measure if reporting else "")


def _area_whole(of_all: Reading, part: Reading) -> Reading:
    """How many areas there are: of "leading in 157 of the 338 ridings" the seats."""
    if part.measure == "seats":
        return replace(of_all, measure="seats_total", unit="seat")
    told = of_all.measure == "areas_reporting" and part.measure in ("areas_reporting", "votes_counted")
    return replace(of_all, measure="areas_total") if told else of_all
