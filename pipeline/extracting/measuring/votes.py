"""Figures that count votes: someone's, all that were cast or counted, or the votes between two contestants."""

from __future__ import annotations

from pipeline.configuring.terms import Terms
from pipeline.extracting.figures import Figure
from pipeline.extracting.grammar import BE_FORMS, DETERMINERS
from pipeline.extracting.measuring.majorities import ElectionNeeds
from pipeline.extracting.measuring.nouns import Noun
from pipeline.extracting.readings import Need, Reading, nothing
from pipeline.extracting.scene import Scene

_LARGEST_HOUSE = 800
_ROUNDS = 3
_MOVED = frozenset(("up", "down"))
_SINCE = frozenset(("on", "from", "since", "compared", "than"))  # what a rise is measured against
_OR = 4  # words from a score to "or" and what it comes to


class VoteReader:
    """Reads "N votes" and "N ballots"."""

    def __init__(self, terms: Terms) -> None:
        self._w, self._distant = terms.counting.counts, terms.counting.bare.distant
        self._m = terms.counting.margins
        self._needing = terms.counting.seats.need
        self._elects = ElectionNeeds(terms)
        self._lose, self._spoiled = terms.verbs.lose, terms.counting.shares.spoiled
        self._houses = terms.chambers.nouns
        self._changes = terms.counting.shares.change_of
        self._counted = terms.shares.counted - self._w.counted_vague

    def read(self, scene: Scene, f: Figure, noun: Noun) -> Reading | None:
        """ "206 votes" (votes), "by 149 votes" (margin), "2.3 million votes were cast" (votes_cast)."""
        unit = "electoral vote" if "elector" in noun.text else "vote"
        if self._is_none(scene, f, noun):
            return nothing(f, "no-votes")
        margin = self._margin(scene, f, noun)
        if margin:
            need: Need = "wanted" if self._parting(scene, f, noun) else "required"
            return Reading(f, "margin", unit, margin, need, noun.last)
        window = " ".join(scene.lowers(noun.last, noun.last + 3))
        needing = unit != "vote" and any(w in self._needing for w in scene.lowers(f.start - 3, f.start))
        if needing or window.startswith(self._w.needed_stems):  # "the 270 electoral votes needed to win"
            majority = Reading(f, "seats_majority", "vote", "electors-needed", "none", noun.last)
            return None if unit == "vote" else majority
        if f.value < _LARGEST_HOUSE and self._elects.needed(
            scene, noun.last
        ):  # "172 votes are needed to elect a premier"
            return Reading(f, "seats_majority", "vote", "votes-to-elect", "none", noun.last)
        told = self._in_house(scene, f, noun) or self._counted_or_cast(scene, f, noun, unit)
        if told is not None:
            return told
        whole = self._whole(scene, f, noun)
        if whole:
            return Reading(f, "votes_cast", unit, whole, "none", noun.last)
        return Reading(f, "votes", unit, "votes", "required", noun.last)

    def _in_house(self, scene: Scene, f: Figure, noun: Noun) -> Reading | None:
        """ "will command 118 votes in the house": places in a chamber."""
        house = scene.lower(noun.last) in self._w.inside and scene.lower(f.start - 1) in self._w.commanding
        if not house or "elector" in noun.text or f.value >= _LARGEST_HOUSE:
            return None
        j = noun.last + 1 + (scene.lower(noun.last + 1) in DETERMINERS)
        near = range(j, min(j + 2, len(scene.words)))
        if not any(scene.phrase_at(k, self._houses) or scene.is_house(k) for k in near):
            return None
        return Reading(f, "seats", "seat", "votes-in-house", "required", noun.last)

    def _counted_or_cast(self, scene: Scene, f: Figure, noun: Noun, unit: str) -> Reading | None:
        """ "had been counted", "when the first 1.29 million votes were in", "were cast for Brown"."""
        after = scene.skip(noun.last, self._w.fill)
        if scene.phrase_at(after, self._w.rejected):
            return nothing(f, "spoiled-votes")  # "800,000 ballots were declared spoiled"
        tallied = scene.lower(f.start - 1) in self._counted and scene.tags[f.start - 1].startswith("VB")
        tallied = tallied and scene.lower(noun.last) != "for"  # "reported 1.49 million votes for her"
        arrived = scene.lower(after) == "in" and after > noun.last and self._ends(scene, after + 1)
        if arrived or tallied or scene.phrase_at(after, self._counted) or "counted" in scene.lowers(f.last, noun.last):
            return Reading(f, "votes_counted", unit, "votes-counted", "none", noun.last)
        if after > noun.last and scene.phrase_at(after, self._w.entered):
            return Reading(f, "votes_counted", unit, "votes-counted", "none", noun.last)
        before = scene.lower(f.last) == "cast"  # "Of the 5.2 million voters 3.1 million cast ballots"
        if before or scene.lower(after) == "cast":
            end = noun.last if before else after + 1
            if scene.lower(end) == "for":
                return Reading(f, "votes", unit, "votes-cast-for", "required", end)
            return Reading(f, "votes_cast", unit, "votes-were-cast", "none", end)
        return None

    def _ends(self, scene: Scene, i: int) -> bool:
        """ "when the first 1.29 million votes were in, he led": nothing is said of where they are."""
        return i >= len(scene.words) or scene.words[i].kind == "sign" or scene.lower(i) in ("and", "but")

    def _is_none(self, scene: Scene, f: Figure, noun: Noun) -> bool:
        """ "after two ballots" counts rounds; "4,000 more votes", "rose by 157,739 votes" compare; spoiled ones."""
        prior = self._prior(scene, f)
        counted = f.number.spelled and scene.lower(f.start - 1) == "the"  # "combining the two ballots"
        two = f.value <= _ROUNDS and noun.text == "ballots" and (counted or prior in self._w.over_rounds)
        if two or (f.value <= 12 and prior in self._w.rounds):
            return True  # "constituencies of one member with two ballots"
        inner = scene.lowers(f.last, noun.last)
        if any(w in self._w.kinds_of_ballots for w in inner) and not self._gotten(scene, f):
            return True  # "with some 9,400 early ballots tallied"
        to_come = scene.has(self._w.until, f.start - 6, f.start)
        if to_come and scene.phrase_at(scene.skip(noun.last, self._w.fill), self._counted):
            return True  # "not before the last 400,000 votes have been counted"
        share = any(g.kind == "percent" and noun.last < g.first <= noun.last + 2 for g in scene.figures)
        beyond = share and scene.lower(noun.last) in self._distant  # "just 8,100 votes above the 50 percent mark"
        if beyond or any(w in self._w.compared_votes or w in self._spoiled for w in inner):
            return True
        if scene.phrase_before(f.start, self._w.sampled):
            return True  # "a quick count of a sample of 188,000 votes"
        if scene.phrase_at(scene.skip(noun.last, self._w.fill), self._w.rejected):
            return True  # "211 votes were rejected"
        moved = scene.lower(scene.skip(f.start - 1, self._w.determiners, -1)) in self._lose  # "lost a mere 3,000 votes"
        changed = scene.lower(f.start - 1) == "by" and any(
            w in self._w.vote_moves for w in scene.lowers(f.start - 8, f.start)
        )
        changed = changed or (scene.lower(f.start - 1) == "of" and scene.lower(f.start - 2) in self._changes)
        short = scene.lowers(f.start - 2, f.start) == ["short", "by"]  # "and fell short by fewer than 225,000 votes"
        since = scene.lower(f.start - 1) in _MOVED and scene.lower(noun.last) in _SINCE  # "was up 12,000 votes on 2010"
        less = (moved or changed or since) and not short and not self._is_up(scene, f, noun)
        return less or scene.lower(noun.last) in self._w.compared_votes

    def _gotten(self, scene: Scene, f: Figure) -> bool:
        """ "Labour won 2,100 postal votes": somebody's, by a verb of winning."""
        return scene.lower(f.start - 1) in self._w.winning_ballots

    def _margin(self, scene: Scene, f: Figure, noun: Noun) -> str:
        """The rule by which the votes part two contestants ("a majority of 149 votes"); "" for none."""
        prior = self._prior(scene, f)
        if self._of_the(scene, f):
            return ""
        told = any(w in self._w.difference for w in scene.lowers(f.start - 5, f.start))
        far = scene.lowers(f.start - 16, f.start)  # "the margin between the winner and the runner-up was 149 votes"
        told = told or ("between" in far and any(w in self._m.parting for w in far))
        if told and prior in self._w.difference_was:
            return "margin-was-votes"
        if self._is_up(scene, f, noun):
            return "margin-by-votes"
        if prior == "by" and scene.has(self._w.bars, f.start - 6, f.start):
            return ""  # "cleared the bar by some 13,000 votes"
        scored = scene.lower(noun.last) == "to" and any(g.first == noun.last + 1 for g in scene.figures)
        if prior == "by" and scored:
            return ""  # "declared independence by 70 votes to 10"
        if prior == "by" or (prior == "of" and self._prior(scene, f, 2) in self._w.margin_of):
            return "margin-by-votes"
        if prior == "or" and self._scored_before(scene, f):
            return "margin-of-score"
        window = " ".join(scene.lowers(noun.last, noun.last + 5))
        return "margin-votes-ahead" if window.startswith(self._w.margin_stems) else ""

    def _is_up(self, scene: Scene, f: Figure, noun: Noun) -> bool:
        """ "Ann Lee was up (by) 12,000 votes with 90 percent counted"; not "Labour was up 12,000 votes on 2010"."""
        by = scene.lower(f.start - 1) == "by"
        i = f.start - 1 - by
        if not by and scene.lower(noun.last) == "over":
            return False  # a rule of its own
        if scene.lower(i) != "up" or scene.lower(i - 1) not in BE_FORMS or scene.lower(noun.last) in _SINCE:
            return False
        named = [m for m in map(scene.mention, range(i)) if m is not None and m.kind in ("party", "person")]
        return bool(named) and named[-1].kind == "person"

    def _scored_before(self, scene: Scene, f: Figure) -> bool:
        """ "beat Brown by 47 percent to 46, or fewer than 27,000 votes": what the score comes to."""
        before = [g for g in scene.figures if g.last < f.start][-2:]
        if len(before) < 2 or scene.lower(before[0].start - 1) != "by" or f.start - before[1].last > _OR:
            return False
        return "to" in scene.lowers(before[0].last, before[1].start)

    def _parting(self, scene: Scene, f: Figure, noun: Noun) -> bool:
        """ "40,000 votes separated the first two", "there were 30,863 votes in it": nobody need be named."""
        behind = scene.lowers(noun.last, noun.last + 2)
        told = any(w in self._m.parting for w in scene.lowers(f.start - 12, f.start))
        return told or behind == ["in", "it"] or any(w.startswith("separat") for w in behind)

    def _whole(self, scene: Scene, f: Figure, noun: Noun) -> str:
        """The rule by which the votes are all of them ("out of 9,000 votes", "5,000 valid votes"); "" for none."""
        prior = self._prior(scene, f)
        if scene.words[noun.last - 1].lower == "cast" or noun.text.startswith("valid"):
            return "votes-valid"
        if self._of_the(scene, f) or (prior == "of" and self._prior(scene, f, 2) in self._w.whole):
            return "votes-out-of"
        if self._opens(scene, f):
            return "of-votes"
        return "cast-votes" if prior in self._w.cast else ""

    def _of_the(self, scene: Scene, f: Figure) -> bool:
        """ "a majority of the 764 votes": of all there are."""
        return scene.lowers(f.start - 2, f.start) == ["of", "the"] and scene.lower(f.start - 3) in self._w.margin_of

    def _prior(self, scene: Scene, figure: Figure, n: int = 1) -> str:
        """The nth word before the figure and its hedge, articles left out."""
        return scene.lower(scene.skip(figure.start - 1, self._w.determiners, -1) - n + 1)

    def _opens(self, scene: Scene, f: Figure) -> bool:
        """ "Of 31.2 million votes, Santos got 47.1%"; "52 per cent of the 6.3 million votes": the whole of a share."""
        i = scene.skip(f.start - 1, self._w.determiners, -1)
        if i < 0 or f.value < 1000 or scene.lower(i) not in self._w.of_whole:
            return False
        shared = scene.lower(i) == "of" and any(g.last == i and g.kind == "percent" for g in scene.figures)
        return shared or i == 0 or scene.words[i - 1].text in (",", ":", ";", "-", "\u2013", "\u2014")
