"""Figures with a noun behind them: voters, people, candidates, parties, complaints and areas; votes in votes.py."""

from __future__ import annotations

from pipeline.configuring.terms import Terms
from pipeline.extracting.figures import Figure
from pipeline.extracting.grammar import BE_FORMS, COMING, HAVING
from pipeline.extracting.measuring.nouns import Noun
from pipeline.extracting.measuring.votes import VoteReader
from pipeline.extracting.readings import Need, Reading, nothing
from pipeline.extracting.scene import Scene

_ALL_BUT = frozenset(("all but",))
_AND = frozenset(("and",))
_BLANK = 10  # words from a verb of voting to the ballots that were left blank
_HARMED = 9  # words from "candidates" to "have been killed"

_EACH = frozenset(("each", "apiece"))  # "12 villages with 300 voters each"
_DASHES = frozenset(("-", "--", "\u2013", "\u2014"))


class CountReader:
    """Reads figures that count votes, people, candidates, parties, complaints, stations or areas."""

    def __init__(self, terms: Terms) -> None:
        self._undeclared = terms.counting.seats.undeclared
        self._w, self._s, self._unit = terms.counting.counts, terms.shares, terms.areas
        self._voting_fill = terms.counting.areas.voting_fill
        self._number_is = terms.counting.bare.number_is
        self._counted = terms.shares.counted - self._w.counted_vague
        self._blank = terms.counting.shares.spoiled
        self._placing, self._followers = terms.counting.voids.placing, terms.counting.voids.followers
        self._as_one = terms.counting.strangers.as_one
        self._opening = terms.counting.voids.placed_behind
        votes = VoteReader(terms)
        self._readers = {
            "vote": votes.read,
            "voter": self._voters,
            "people": self._people,
            "candidate": self._candidates,
            "party": self._parties,
            "complaint": self._complaints,
            "area": self._areas,
        }

    def read(self, scene: Scene, figure: Figure, noun: Noun) -> Reading | None:
        """Return the reading of a count with its noun, or None when the noun does not decide."""
        reader = self._readers.get(noun.group)
        return reader(scene, figure, noun) if reader else None

    def _voters(self, scene: Scene, f: Figure, noun: Noun) -> Reading | None:
        """ "814 million eligible voters" (registered_voters), "12 million voters cast ballots" (votes_cast)."""
        after = scene.skip(noun.last, self._w.fill)
        if scene.has(self._w.accredited, f.last, noun.last) or scene.lower(after) in self._w.accredited:
            return None  # "8,340 voters were accredited"
        before = scene.lower(f.start - 1)
        drawn = before == "of" and scene.phrase_before(f.start - 1, self._s.turnout, 2)  # "a turnout of 4.6m voters"
        if drawn or (scene.has(self._s.turnout, f.start - 7, f.start) and before in self._number_is):
            return Reading(f, "votes_cast", "voter", "turnout-of-votes", "none", noun.last)
        if scene.lower(f.start - 1) == "or" and scene.lower(noun.last) == ",":
            after = scene.skip(noun.last + 1, self._w.fill)  # "about 70 percent, or 3.1 million voters, took part"
        behind = scene.skip(self._behind_aside(scene, noun.last), self._w.fill)
        if scene.phrase_at(behind, self._s.voted):
            after = behind  # "Some 3.1 million voters -- 59 percent of those eligible -- went to the polls"
        voted = scene.phrase_at(after, self._s.voted) and not self._future(scene, noun.last, after)
        if voted and "of" not in scene.lowers(f.start - 4, f.start):
            blank = self._spoiled_behind(scene, after)
            cast = Reading(f, "votes_cast", "voter", "voters-voted", "none", noun.last)
            return nothing(f, "blank-ballots") if blank else cast
        if "support" in scene.lowers(f.start - 3, f.start):
            return None  # "lost the support of 41,000 voters"
        if scene.has(self._s.eligible, f.last, noun.last) or scene.phrase_at(after, self._s.eligible):
            return Reading(f, "registered_voters", "voter", "voters-eligible", "none", noun.last)
        if scene.lower(noun.last) in self._w.acting | _EACH:
            return None  # "247,232 voters chose to vote by internet"
        if f.value >= 1000 or (scene.tags[f.first] == "CD" and f.value >= 300):
            return Reading(f, "registered_voters", "voter", "voters", "none", noun.last)
        return None

    def _future(self, scene: Scene, first: int, last: int) -> bool:
        return any(w in COMING for w in scene.lowers(first, last))

    def _people(self, scene: Scene, f: Figure, noun: Noun) -> Reading | None:
        """ "2.8 million people were eligible to vote"; "about 12 million people turned out"."""
        if f.value < 100:
            return None
        goes_on = self._behind_aside(scene, noun.last)
        after = scene.skip(goes_on, self._w.fill)
        reach = 10 if f.value >= 10000 else 6  # "2,140,655 people - 94% of those of age - registered to vote"
        counts = (g.start for g in scene.figures if g.start >= noun.last and g.kind == "count")
        other = next(counts, len(scene.words))
        near = scene.find(self._s.eligible, f.last, min(other, noun.last + reach))
        if near < 0 and goes_on > noun.last and scene.phrase_at(goes_on, self._s.eligible):
            near = goes_on
        if near >= 0 and scene.find(_AND, noun.last, near) >= 0 and scene.find(self._s.voted, noun.last, near) >= 0:
            near = -1  # "12 million people cast blank ballots and a quarter of registered voters did not bother"
        aside = near < goes_on and scene.phrase_at(
            after, self._s.voted
        )  # "people, or 66 percent of those eligible, voted"
        if near >= 0 and not aside and (self._votes_near(scene, near) or scene.phrase_at(near, self._w.rights)):
            return Reading(f, "registered_voters", "voter", "people-eligible", "none", noun.last)
        if self._future(scene, noun.last, after):
            return None
        backed = after + scene.phrase_at(after, self._s.backing)
        if backed > after and not any(g.kind == "ordinal" and g.first == backed + 1 for g in scene.figures):
            return Reading(f, "votes", "vote", "people-backed", "required", after)  # not "for the first time"
        if scene.phrase_at(after, self._s.voted):
            if self._spoiled_behind(scene, noun.last):
                return nothing(f, "blank-ballots")
            cast = scene.words[after].lower in self._w.cast and not self._votes_near(scene, after)
            return None if cast else Reading(f, "votes_cast", "voter", "people-voted", "none", noun.last)
        return None

    def _spoiled_behind(self, scene: Scene, i: int) -> bool:
        """ "Two million voters cast blank ballots", "people who went to the polls handed in blank papers"."""
        stop = next((j for j in range(i, len(scene.words)) if scene.words[j].kind == "sign"), len(scene.words))
        return any(w in self._blank for w in scene.lowers(i, min(stop, i + _BLANK)))

    def _behind_aside(self, scene: Scene, i: int) -> int:
        """The word behind ", including 41,250 abroad," or "-- 59 percent of them --" at word i; else i itself."""
        if i < len(scene.words) and scene.words[i].text in _DASHES:
            reach = range(i + 2, min(len(scene.words), i + 15))
            end = next((j for j in reach if scene.words[j].text == scene.words[i].text), -1)
            shared = any(i < g.first < end and g.kind == "percent" for g in scene.figures)
            return scene.skip(end + 1, _DASHES) if shared else i
        if scene.lower(i) != "," or scene.lower(i + 1) not in self._w.asides:
            return i
        return next((j + 1 for j in range(i + 2, min(len(scene.words), i + 15)) if scene.words[j].text == ","), i)

    def _votes_near(self, scene: Scene, i: int) -> bool:
        return any(w.startswith(self._w.voting_stems) for w in scene.lowers(i - 4, i + 8))

    def _candidates(self, scene: Scene, f: Figure, noun: Noun) -> Reading | None:
        """ "nearly 7,000 candidates": not "the top two candidates", "three leading candidates"."""
        before = scene.lowers(f.start - 2, f.start)
        if before == ["between", "them"]:
            before = []  # "Between them 1,090 candidates were in the field"
        if any(w in self._w.few for w in [*scene.lowers(f.last, noun.first), *before]):
            return None
        if any(w in self._w.harmed for w in scene.lowers(noun.last, noun.last + _HARMED)):
            return None  # "At least 130 candidates and party workers have been killed"
        behind = scene.skip(noun.last, BE_FORMS | HAVING | self._w.fill | {","})
        if scene.lower(behind) in self._w.struck or scene.phrase_before(f.start, self._w.struck):
            return nothing(f, "candidates-struck")  # "11 candidates were barred": they do not stand
        tail = scene.lowers(noun.last, noun.last + 4)
        none = "none" in scene.lowers(f.start - 3, f.start)  # "none of the 17 women candidates won a seat"
        won = (tail and tail[0] in self._w.won) or (tail[:1] == ["were"] and "elected" in tail)
        if won and not none:
            return Reading(f, "seats", "seat", "candidates-won", "required", noun.last)
        if f.value <= 2 or (f.number.spelled and f.value <= 4 and before[-1:] == ["the"]):
            return None
        inverted = before[-1:] and before[-1] in self._placing and scene.lower(0) in self._opening
        if inverted or before == ["ahead", "of"] or (tail and tail[0] in self._followers and f.number.spelled):
            return nothing(f, "candidates-placed")  # "Behind her came four candidates", "Six candidates followed"
        need: Need = "none" if before[-1:] == ["among"] else "optional"  # "Lee led the first round among 22 contenders"
        return Reading(f, "candidates", "candidate", "candidates", need, noun.last)

    def _parties(self, scene: Scene, f: Figure, noun: Noun) -> Reading | None:
        """ "49 parties contested", "candidates from 49 parties": those standing, not "three coalition parties"."""
        if f.value <= 2 or any(w in self._w.few for w in scene.lowers(f.last, noun.first)):
            return None
        first, last = scene.clause(f.first)
        window = scene.lowers(max(first, f.start - 8), min(last, noun.last + 10))
        standing = next((k for k, w in enumerate(window) if w in self._w.standing), -1)
        if standing >= 0 and window[standing + 1 : standing + 2] and window[standing + 1] in self._as_one:
            return None  # "Three parties of the left ran as the Unity List": of one list, not all there were
        if standing >= 0:
            return Reading(f, "parties", "party", "parties-standing", "none", noun.last)
        return None

    def _complaints(self, scene: Scene, f: Figure, noun: Noun) -> Reading | None:
        """ "officials dismissed 40 complaints about the vote": complaints in a clause that speaks of voting."""
        window = " ".join(scene.lowers(*scene.clause(f.first)))
        if any(stem in window for stem in self._w.complaint_stems):
            return Reading(f, "complaints", "complaint", "complaints", "none", noun.last)
        return None

    def _areas(self, scene: Scene, f: Figure, noun: Noun) -> Reading | None:
        """ "six of Iraq's 18 provinces", "71 constituencies declared": decided with the verbs around, in areas.py."""
        unit = self._unit.get(noun.text)
        if unit is None or scene.phrase_at(noun.last, self._undeclared):
            return None  # "with five constituencies still to declare"
        behind = scene.skip(self._behind_whole(scene, noun.last), self._voting_fill)
        after = scene.skip(behind, self._w.fill)
        shared = any(g.kind == "percent" and g.last <= f.start <= g.last + 3 for g in scene.figures)
        but = scene.find(_ALL_BUT, f.start - 10, f.start)  # "all but a few hundred of the country's 3,070 stations"
        if (shared and "of" in scene.lowers(f.start - 3, f.start)) or (but >= 0 and "of" in scene.lowers(but, f.start)):
            return Reading(
                f, "areas_total", unit, "areas", "none", noun.last
            )  # "34% of the 51,940 precincts reporting"
        if scene.phrase_at(after, self._counted) and not self._future(scene, noun.last, after):
            return Reading(f, "areas_reporting", unit, "areas-declared", "none", noun.last)
        return Reading(f, "areas_total", unit, "areas", "none", noun.last)

    def _behind_whole(self, scene: Scene, i: int) -> int:
        """The word behind ", out of 2,494," at word i; i itself where no whole stands there."""
        out = i + 1 if scene.lower(i) == "," else i
        if scene.lowers(out, out + 2) != ["out", "of"]:
            return i
        whole = next((g for g in scene.figures if out < g.first <= out + 4), None)
        if whole is None:
            return i
        return whole.last + 1 if scene.lower(whole.last) == "," else whole.last
