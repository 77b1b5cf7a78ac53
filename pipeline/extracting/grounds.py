"""Whether a sentence and its article give ground to read a figure as an election's.

Business news is full of shares, votes and members: "Norvolt now holds 38.4 percent", "the 15-member
Security Council", "268 stores in 31 states".
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.annotating.gate import CORE, SURE, ElectionWords
from pipeline.configuring.terms import Grounds
from pipeline.extracting.figures import Figure
from pipeline.extracting.grammar import HYPHENS
from pipeline.extracting.naming.subject import Subject
from pipeline.extracting.readings import Reading
from pipeline.extracting.scene import Scene

_WEAK = (
    "got-percent",
    "name-percent",
    "bare-goes-on",
    "bare-after-sentence",
    "list-of-shares",
    "percent-backed",
    "percent-passive",
    "percent-stance",
    "percent-lead",
    "percent-share",
)
# Of these the form tells nearly enough: one sentence on an election is ground.
_OF_VOTES = ("polled-number", "number-that-got", "placed-on", "number-for-each", "roll-of-names")
_NEAR = 4  # words from a known party's percentage to one of business: "the Greens, who want taxes cut, took 9 percent"
_RATES = 12  # words from "growth rate" to what it is held against
_CONTEST_WIDE = (
    "areas_total",
    "areas_reporting",
    "candidates",
    "parties",
    "complaints",
    "registered_voters",
    "votes_cast",
    "seats_total",
    "turnout",
)


class Ground:
    """Judges readings of one article; made once for each article."""

    def __init__(self, config: Grounds, election: ElectionWords, parties: frozenset[str], scenes: Sequence[Scene]):
        self._parties = parties  # "party", "democrats": what the names of parties end with
        self._holding, self._business = config.shareholding, config.business
        self._no_holding, self._prices, self._rates = config.no_holding, config.prices, config.rates
        self._voting, self._election = config.voting, election
        found = [election.among(scene.words, scene.vocabulary) for scene in scenes]
        hits, sure = (sum(marks & mark > 0 for marks in found) for mark in (CORE, SURE))
        self.electoral = election.make_election(hits, sure, len(scenes))
        self._surely, self._told = hits > 1, hits > 0

    def under(self, head: Scene) -> bool:
        """True when a table may stand whose line above is `head`."""
        return self.electoral or self._has_core(head)

    def _has_core(self, scene: Scene) -> bool:
        return self._election.among(scene.words, scene.vocabulary) & CORE > 0

    def holds(self, scenes: Sequence[Scene], reading: Reading, others: Sequence[Reading]) -> bool:
        """True when the reading may stand, whoever its subject; `others` are the sentence's readings."""
        scene = scenes[-1]
        if self._holds_shares(scene) or (reading.rule.startswith("bare") and self._priced(scene)):
            return False
        if reading.rule in _OF_VOTES and self._told:
            return True
        if reading.rule == "results-of-areas":
            return self.electoral  # "Provisional results of two provinces have been released"
        if reading.measure in ("areas_total", "areas_reporting"):
            linked = any(
                o.measure.startswith("areas_") and o.measure != "areas_total" for o in others if o is not reading
            )
            return linked or self._has_core(scene)
        if reading.rule == "it-was":  # "It had been 73.31 percent three years earlier": on the ground of what it was
            return self.electoral or any(self._has_core(s) for s in scenes[-2:])
        if reading.measure in _CONTEST_WIDE:
            return self.electoral or self._has_core(scene)
        return self.electoral or any(self._has_core(s) for s in scenes[-2:])

    def _holds_shares(self, scene: Scene) -> bool:
        """ "has a stake in the company"; not "just over 6,500 seats were at stake"."""
        i = scene.find(self._holding)
        while i >= 0 and (scene.phrase_before(i + 1, self._no_holding) or scene.tags[i] == "VBZ"):
            i = scene.find(self._holding, i + 1)  # "shares the Greens' hostility to the treaty"
        return i >= 0

    def _priced(self, scene: Scene) -> bool:
        """ "Tesco added 2p to 475", "traded at 75.10 to the dollar": so are the bare figures of such a sentence."""
        return scene.has(self._rates) or any(self._is_price(scene, i) for i in range(1, len(scene.words)))

    def _is_price(self, scene: Scene, i: int) -> bool:
        """Whether word i makes the number before it a price: "2p"; not "8 p.m."."""
        word, number = scene.words[i], scene.words[i - 1]
        if word.lower not in self._prices or number.kind != "number":
            return False
        return len(word.lower) > 1 or (number.end == word.start and scene.lower(i + 1) != ".")

    def _of_business(self, scene: Scene, first: int, last: int, but: int = -1) -> bool:
        """ "Norvolt plc", "a levy of four percent": not in a party's own name, as in "the Conservatives (PLC)".

        Nor at word `but`.
        """
        i = scene.find(self._business, first, last)
        while i >= 0 and (i == but or _of_politics(scene, i)):
            i = scene.find(self._business, i + 1, last)
        return i >= 0

    def _risen(self, scene: Scene, f: Figure, subject: Subject) -> int:
        """ "The Harbour Party rose to 8.6%": the verb before the figure, where a party is its subject; -1 for none."""
        verb = f.start - 2
        tied = scene.lower(f.start - 1) == "to" and verb > 0 and scene.tags[verb].startswith("VB")
        i = next((i for i, w in enumerate(scene.words) if w.start >= subject.end), len(scene.words))
        named = {subject.text.split()[-1].lower(), scene.lower(i)}  # "the Centre party"
        return verb if tied and self._surely and subject.kind == "party" and named & self._parties else -1

    def supports(self, scenes: Sequence[Scene], reading: Reading, subject: Subject, shared: bool, housed: bool) -> bool:
        """True when a share with no "of the vote" of its own has voting in sight and no business.

        `shared` says that a share of the vote was read just before; a person's figure then goes on with it. `housed`
        says that the sentence told of seats: "The Greens rose to 27 seats, and the Harbour Party, 4.8 percent, took 9".
        """
        if reading.measure not in ("vote_share", "margin") or reading.unit not in ("percent", "point"):
            return True
        beside = housed and self._surely and subject.rule == "name-before" and subject.kind == "party"
        if beside or not reading.rule.startswith(_WEAK):
            return True
        scene, f = scenes[-1], reading.figure
        if reading.rule == "name-percent" and self._of_business(scene, f.start - _RATES, f.last + 2):
            return False  # "a levy of four pct on fuel", "growth of 3.5 pct, where the bank had foreseen 1.9 pct"
        goes_on = subject.kind == "person" or (reading.rule.startswith("bare") and self._surely)
        if shared and self.electoral and goes_on:
            return True  # "The Greens took 34.3 percent. Motherland, which once ruled, got 5.1"
        known = not subject.rule.endswith("description") and subject.text.split()[-1].lower() in self._parties
        near = range(f.start - _NEAR, f.last + _NEAR) if known and self._surely else range(len(scene.words))
        business = self._of_business(scene, max(0, near.start), near.stop, self._risen(scene, f, subject))
        if business and not scene.has(self._voting):
            return False
        if not self.electoral and subject.rule.endswith("plural"):
            return False
        if scene.has(self._voting):
            return not business or (self.electoral and self._surely)
        return self.electoral and not business and not subject.rule.endswith("+org")


def _of_politics(scene: Scene, i: int) -> bool:
    """Word i is of a party's name, or of what it is for: "the Greens, who are pro-market, won"."""
    m = scene.mention(i)
    return (m is not None and m.kind == "party") or scene.lower(i - 1) in HYPHENS
