"""Votes told by what the voters answered: "3 million electors answered 'no'", "2 million people voted Green"."""

from __future__ import annotations

from pipeline.configuring.terms import Terms
from pipeline.extracting.figures import Figure
from pipeline.extracting.grammar import CLOSE_QUOTES, OPEN_QUOTES
from pipeline.extracting.measuring.nouns import noun_end
from pipeline.extracting.readings import Reading, nothing
from pipeline.extracting.scene import Scene

_LEAST = 1000.0  # fewer may be the votes of a chamber
_HUNDRED = 100.0
_REACH = 7  # words from those who answer to their verb: "electors in metropolitan France answered"
_NOUN = 3


class AnswerReader:
    """Reads figures as the votes of a side or party by the verb or the answer of those who cast them."""

    def __init__(self, terms: Terms) -> None:
        self._w, self._sides = terms.counting.answers, terms.reference.sides
        self._people = terms.nouns.voter | terms.nouns.people
        self._backing, self._acting = terms.shares.backing, terms.counting.counts.acting

    def read(self, scene: Scene, f: Figure) -> Reading | None:
        """Return the reading as votes, or of noes in percent as a share; None where nothing tells."""
        if f.kind == "percent":
            at = self._noes_before(scene, f)
            return None if at < 0 else Reading(f, "vote_share", "percent", "noes-were", "required", at)
        if f.kind == "count" and self._of_hundred(scene, f):
            return Reading(f.as_share(), "vote_share", "percent", "of-every-hundred", "required", f.last)
        if f.kind != "count" or f.value < _LEAST:
            return None
        for rule, at in (("number-side", self._noes(scene, f)), ("answered-side", self._answered(scene, f))):
            if at >= 0:
                return Reading(f, "votes", "vote", rule, "required", at)
        if self._of_others(scene, f):
            return nothing(f, "others-votes")
        return self._by_people(scene, f)

    def _by_people(self, scene: Scene, f: Figure) -> Reading | None:
        """The votes of a party or of what was decided, told by the people who cast them."""
        end = noun_end(scene, f, self._people, _NOUN)
        if self._voted_party(scene, end or f.last):
            return Reading(f, "votes", "vote", "voted-party", "required", (end or f.last) + 1)
        if end and self._by_voters(scene, f):
            return Reading(f, "votes", "vote", "voters-passive", "required", end)
        return Reading(f, "votes", "vote", "people-backed", "required", end) if self._backed(scene, end) else None

    def _of_hundred(self, scene: Scene, f: Figure) -> bool:
        """ "Of every hundred women who voted, 63 chose Brown, barely 32 Green"."""
        at = scene.find(self._w.of_hundred, 0, f.start)
        if at < 0 or f.value >= _HUNDRED or f.number.step or not scene.has(self._w.hundred_whom, at, at + 5):
            return False
        m = scene.mention(f.last)
        return scene.phrase_at(f.last, self._backing) > 0 or (m is not None and m.kind in ("person", "party"))

    def _of_others(self, scene: Scene, f: Figure) -> bool:
        """ "accepted by nine million voters against eight million": of those who are not named."""
        if scene.phrase_at(f.last, self._w.other_side):
            return True
        before = scene.figure_before(f.start)
        if before is None or scene.lower(f.start - 1) != "against" or not self._by_voters(scene, before):
            return False
        return noun_end(scene, before, self._people, _NOUN) == f.start - 1

    def _noes(self, scene: Scene, f: Figure) -> int:
        """The word "noes" of '130,000 "noes" are reported'; -1 for none."""
        i = f.last + (f.last < len(scene.words) and scene.words[f.last].text in OPEN_QUOTES)
        return i if scene.lower(i) in self._w.ayes else -1

    def _noes_before(self, scene: Scene, f: Figure) -> int:
        """The word "noes" of 'the "noes" amounted to barely a quarter'; -1 for none."""
        n = scene.phrase_before(f.start, self._w.amounting)
        i = f.start - n - 1
        i -= i > 0 and scene.words[i].text in CLOSE_QUOTES
        return i if n and scene.lower(i) in self._w.ayes else -1

    def _answered(self, scene: Scene, f: Figure) -> int:
        """The side of "17 million electors on the mainland answered yes and 4 million answered no"; -1 for none."""
        for i in range(f.last, min(len(scene.words), f.last + _REACH)):
            if scene.lower(i) in self._w.answering and scene.tags[i].startswith("VB"):
                at = i + 1 + (i + 1 < len(scene.words) and scene.words[i + 1].text in OPEN_QUOTES)
                quoted = at + 1 < len(scene.words) and scene.words[at + 1].text in CLOSE_QUOTES
                closed = at + 1 >= len(scene.words) or scene.words[at + 1].kind == "sign" or quoted
                linked = scene.lower(at + 1) in ("and", "to", "in", "while", "but")
                return at if scene.lower(at) in self._sides and (closed or linked) else -1
            if scene.words[i].kind == "sign" or scene.tags[i].startswith("VB"):
                return -1
        return -1

    def _by_voters(self, scene: Scene, f: Figure) -> bool:
        """ "The treaty was accepted by nine million voters against eight million"."""
        if scene.lower(f.start - 1) != "by":
            return False
        i = scene.skip(f.start - 2, (",",), -1)
        for j in range(i, max(-1, i - _REACH), -1):  # "accepted, without enthusiasm, by"
            if scene.tags[j] == "VBN":
                return scene.lower(j) in self._w.deciding
            if scene.tags[j].startswith("VB"):
                return False
        return False

    def _voted_party(self, scene: Scene, i: int) -> bool:
        """ "over two million people voted Green": the party right behind the verb, and nothing of its own behind it."""
        m = scene.mention(i + 1)
        if scene.lower(i) not in self._w.voting or m is None or m.kind not in ("party", "body"):
            return False
        end = i + 1
        while end < len(scene.words) and scene.mention_at[end] == scene.mention_at[i + 1]:
            end += 1
        return end >= len(scene.words) or not scene.tags[end].startswith("NN")

    def _backed(self, scene: Scene, i: int) -> bool:
        """ "3.1 million voters backed the treaty"; not "chose the internet", "voted for the first time"."""
        n = scene.phrase_at(i, self._backing) if i else 0
        if not n or scene.lower(i) in self._acting:
            return False
        return not any(w in self._w.no_side for w in scene.lowers(i + n, i + n + 4))
