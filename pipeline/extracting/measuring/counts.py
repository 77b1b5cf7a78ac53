"""Figures with a noun behind them: votes, voters, candidates, parties, stations and areas."""

from __future__ import annotations

from pipeline.configuring.terms import Terms
from pipeline.extracting.figures import Figure
from pipeline.extracting.measuring.nouns import Noun
from pipeline.extracting.readings import Reading
from pipeline.extracting.scene import Scene

_AUX = (
    "had",
    "has",
    "have",
    "been",
    "were",
    "was",
    "are",
    "is",
    "already",
    "now",
    "so",
    "far",
    "being",
    "yet",
    "be",
    "all",
    "also",
    "who",
    "that",
    "which",
    "would",
    "will",
    "to",
    "can",
    "only",
    "actually",
    "be",
    "could",
)
_FEW = (
    "top",
    "leading",
    "main",
    "these",
    "those",
    "other",
    "between",
    "either",
    "both",
    "rival",
    "losing",
    "winning",
    "last",
    "remaining",
    "biggest",
    "largest",
    "strongest",
    "ruling",
    "coalition",
    "governing",
    "defeated",
    "surviving",
    "major",
    "smaller",
    "small",
    "minor",
    "new",
)


class CountReader:
    """Reads figures that count votes, people, candidates, parties, complaints, stations or areas."""

    def __init__(self, terms: Terms) -> None:
        self._t = terms
        self._counted = frozenset(terms.shares.counted) - {"in", "known", "released", "returned", "received"}
        self._voted = frozenset(terms.shares.voted)
        self._backing = frozenset(terms.shares.backing)
        self._eligible = frozenset(terms.shares.eligible)
        self._at_stake = frozenset(terms.chambers.at_stake)
        self._chambers = frozenset(terms.chambers.nouns)

    def read(self, scene: Scene, figure: Figure, noun: Noun) -> Reading | None:
        """Return the reading of a count with its noun, or None when the noun does not decide."""
        reader = {
            "vote": self._votes,
            "voter": self._voters,
            "people": self._people,
            "candidate": self._candidates,
            "party": self._parties,
            "complaint": self._complaints,
            "station": self._areas,
            "area": self._areas,
        }.get(noun.group)
        return reader(scene, figure, noun) if reader else None

    def _skip_aux(self, scene: Scene, i: int) -> int:
        while i < len(scene.words) and scene.words[i].lower in _AUX:
            i += 1
        return i

    def _prior(self, scene: Scene, figure: Figure, n: int = 1) -> str:
        """The nth word before the figure and its hedge, articles left out."""
        i = figure.start - 1
        while i >= 0 and scene.words[i].lower in ("the", "a", "an", "its", "their"):
            i -= 1
        i -= n - 1
        return scene.words[i].lower if i >= 0 else ""

    def _votes(self, scene: Scene, f: Figure, noun: Noun) -> Reading | None:
        """ "206 votes" (votes), "by 149 votes" (margin), "2.3 million votes were cast" (votes_cast)."""
        unit = "electoral vote" if "elector" in noun.text else "vote"
        prior, two = self._prior(scene, f), self._prior(scene, f, 2)
        if f.value <= 12 and prior in ("first", "last", "next", "previous", "final"):
            return None
        after = self._skip_aux(scene, noun.last)
        window = " ".join(w.lower for w in scene.words[noun.last : noun.last + 5])
        noun_before = [w.lower for w in scene.words[max(0, f.start - 5) : f.start]]
        told = any(w in ("difference", "gap", "margin", "plurality", "majority") for w in noun_before)
        if told and prior in ("was", "is", "of", "at", "to", "just"):
            return Reading(f, "margin", unit, "margin-was-votes", "required", noun.last)
        if prior == "by" or (prior == "of" and two in ("margin", "majority", "lead", "difference", "advantage", "gap")):
            return Reading(f, "margin", unit, "margin-by-votes", "required", noun.last)
        if any(
            window.startswith(w)
            for w in ("ahead", "behind", "more than", "clear of", "separat", "fewer than", "less than", "lead")
        ):
            return Reading(f, "margin", unit, "margin-votes-ahead", "required", noun.last)
        if self._needed(scene, f, noun):
            return None
        if scene.phrase_at(after, self._counted) and not scene.words[after].lower == "for":
            return Reading(f, "votes_counted", unit, "votes-counted", "none", noun.last)
        if scene.words[after : after + 1] and scene.words[after].lower == "cast":
            if scene.words[after + 1 : after + 2] and scene.words[after + 1].lower == "for":
                return Reading(f, "votes", unit, "votes-cast-for", "required", after + 1)
            return Reading(f, "votes_cast", unit, "votes-were-cast", "none", after + 1)
        if scene.words[noun.last - 1].lower == "cast" or noun.text.startswith("valid"):
            return Reading(f, "votes_cast", unit, "votes-valid", "none", noun.last)
        if prior == "of" and two in ("out", "total"):
            return Reading(f, "votes_cast", unit, "votes-out-of", "none", noun.last)
        if prior in ("cast", "casting"):
            return Reading(f, "votes_cast", unit, "cast-votes", "none", noun.last)
        return Reading(f, "votes", unit, "votes", "required", noun.last)

    def _needed(self, scene: Scene, f: Figure, noun: Noun) -> bool:
        window = " ".join(w.lower for w in scene.words[noun.last : noun.last + 3])
        return any(window.startswith(w) for w in ("needed", "required", "necessary"))

    def _voters(self, scene: Scene, f: Figure, noun: Noun) -> Reading | None:
        """ "814 million eligible voters" (registered_voters), "12 million voters cast ballots" (votes_cast)."""
        after = self._skip_aux(scene, noun.last)
        inside = scene.has(self._eligible, f.last, noun.last)
        if not inside and scene.phrase_at(after, self._eligible):
            inside = True
        if inside:
            return Reading(f, "registered_voters", "voter", "voters-eligible", "none", noun.last)
        if scene.phrase_at(after, self._voted) and not self._future(scene, noun.last, after):
            return Reading(f, "votes_cast", "voter", "voters-voted", "none", noun.last)
        if f.value >= 1000 or scene.tags[f.first] == "CD" and f.value >= 300:
            return Reading(f, "registered_voters", "voter", "voters", "none", noun.last)
        return None

    def _future(self, scene: Scene, first: int, last: int) -> bool:
        return any(w.lower in ("will", "to", "can", "could", "would") for w in scene.words[first:last])

    def _people(self, scene: Scene, f: Figure, noun: Noun) -> Reading | None:
        """ "3.5 million people were eligible to vote"; "about 12 million people turned out"."""
        if f.value < 100:
            return None
        after = self._skip_aux(scene, noun.last)
        reach = 10 if f.value >= 10000 else 6  # "With 4,285,323 people - 97% of the electorate - registered to vote"
        near = scene.find(self._eligible, f.last, min(noun.last + reach, len(scene.words)))
        if near >= 0 and self._votes_near(scene, near):
            return Reading(f, "registered_voters", "voter", "people-eligible", "none", noun.last)
        if scene.phrase_at(after, self._backing) and not self._future(scene, noun.last, after):
            return Reading(f, "votes", "vote", "people-backed", "required", after)
        if scene.phrase_at(after, self._voted) and not self._future(scene, noun.last, after):
            if scene.words[after].lower in ("cast", "casting") and not self._votes_near(scene, after):
                return None
            return Reading(f, "votes_cast", "voter", "people-voted", "none", noun.last)
        return None

    def _votes_near(self, scene: Scene, i: int) -> bool:
        window = [w.lower for w in scene.words[max(0, i - 4) : i + 8]]
        return any(w.startswith(("vot", "ballot", "elector", "poll")) for w in window)

    def _candidates(self, scene: Scene, f: Figure, noun: Noun) -> Reading | None:
        """ "nearly 7,000 candidates": not "the top two candidates", "three leading candidates"."""
        inner = [w.lower for w in scene.words[f.last : noun.first]]
        before = [w.lower for w in scene.words[max(0, f.start - 3) : f.start]]
        if any(w in _FEW for w in inner) or (before and any(w in _FEW for w in before[-2:])):
            return None
        tail = [w.lower for w in scene.words[noun.last : noun.last + 4]]
        if tail[:1] in (["won"], ["elected"]) or (tail[:1] == ["were"] and "elected" in tail):
            return Reading(f, "seats", "seat", "candidates-won", "required", noun.last)
        if f.value <= 2 or (f.number.spelled and f.value <= 4 and "the" in before[-1:]):
            return None
        return Reading(f, "candidates", "candidate", "candidates", "optional", noun.last)

    def _parties(self, scene: Scene, f: Figure, noun: Noun) -> Reading | None:
        """ "49 parties contested", "candidates from 49 parties": standing parties only, not "three coalition parties"."""
        inner = [w.lower for w in scene.words[f.last : noun.first]]
        if any(w in _FEW for w in inner) or f.value <= 2:
            return None
        first, last = scene.clause(f.first)
        window = [w.lower for w in scene.words[max(first, f.start - 8) : min(last, noun.last + 10)]]
        standing = {
            "contest",
            "contested",
            "contesting",
            "competing",
            "compete",
            "competed",
            "fielded",
            "fielding",
            "running",
            "run",
            "ran",
            "vying",
            "stood",
            "standing",
            "participating",
            "taking",
            "took",
            "registered",
            "representing",
            "candidates",
            "contestants",
            "ballot",
            "battling",
            "presented",
            "fray",
            "vie",
            "vied",
            "participated",
            "participate",
            "entered",
            "fighting",
        }
        if any(w in standing for w in window):
            return Reading(f, "parties", "party", "parties-standing", "none", noun.last)
        return None

    def _complaints(self, scene: Scene, f: Figure, noun: Noun) -> Reading | None:
        first, last = scene.clause(f.first)
        window = " ".join(w.lower for w in scene.words[first:last])
        if any(stem in window for stem in ("elect", "vot", "ballot", "poll", "complaint")):
            return Reading(f, "complaints", "complaint", "complaints", "none", noun.last)
        return None

    def _areas(self, scene: Scene, f: Figure, noun: Noun) -> Reading | None:
        """ "six of Iraq's 18 provinces", "71 constituencies declared": decided with the verbs around, in areas.py."""
        unit = self._t.areas.get(noun.text)
        if unit is None:
            return None
        after = self._skip_aux(scene, noun.last)
        if scene.phrase_at(after, self._counted) and not self._future(scene, noun.last, after):
            return Reading(f, "areas_reporting", unit, "areas-declared", "none", noun.last)
        return Reading(f, "areas_total", unit, "areas", "none", noun.last)
