"""Votes and shares without a noun behind them: "the No vote was 1.2 million", "the 38,940 cast for Green"."""

from __future__ import annotations

from pipeline.configuring.terms import Terms
from pipeline.extracting.figures import Figure
from pipeline.extracting.grammar import BEING, DETERMINERS, FINITE
from pipeline.extracting.owned import over_place, owner_of
from pipeline.extracting.readings import Reading, nothing
from pipeline.extracting.scene import Scene, is_plural_owner

_OWNER = 5  # words from "is" to its owner, and on to the noun: "is the party's worst ever showing"
_LEAST = 1000  # a bare count of votes, where no noun tells


class OwnVoteReader:
    """Reads figures that the words before or behind them make somebody's votes."""

    def __init__(self, terms: Terms) -> None:
        self._w, self._sides = terms.counting.own_votes, terms.reference.sides
        self._votes, self._voted = terms.nouns.vote, terms.shares.voted
        self._showings = terms.naming.frames.performances
        self._people = terms.nouns.voter | terms.nouns.people

    def read(self, scene: Scene, f: Figure) -> Reading | None:
        """Return the reading as votes or as a share of the vote; None where nothing tells."""
        if f.kind == "percent":
            read = self._owned(scene, f) or self._elliptic(scene, f) or self._went(scene, f) or self._said_by(scene, f)
            return read or self._theirs(scene, f) or self._showing(scene, f)
        if f.kind == "count" and f.value <= 100 and self._share_of(scene, f):
            return Reading(f.as_share(), "vote_share", "percent", "share-of-number", "required", f.last)
        if f.kind == "count" and self._is_vote(scene, f):
            share = Reading(f.as_share(), "vote_share", "percent", "vote-unsigned", "required", f.last)
            return share if self._in_points(scene, f) else nothing(f, "vote-unsigned")  # "Their vote fell to 40"
        if f.kind != "count" or f.value < _LEAST:
            return None
        read = self._cast_for(scene, f) or self._thanks_to(scene, f) or self._owned(scene, f)
        return read or self._counted_for(scene, f) or self._sided(scene, f)

    def _owned(self, scene: Scene, f: Figure) -> Reading | None:
        """ "The No vote was 1,200,345", "Labour's vote fell from 23,000 to 14,500", "Brown's share read 41 percent"."""
        if owner_of(scene, f, self._w, self._sides) < 0 or not self._alone(scene, f):
            return None
        if f.kind == "percent":
            return Reading(f, "vote_share", "percent", "own-vote", "required", f.last)
        return Reading(f, "votes", "vote", "own-vote", "required", f.last)

    def _is_vote(self, scene: Scene, f: Figure) -> bool:
        """ "The Greens' vote rose to 11.7": so few are no votes, and a vote is no seat."""
        at = owner_of(scene, f, self._w, self._sides) if 0 < f.value <= 100 else -1
        plain = not f.number.spelled and f.number.step < 1 and f.number.high is None
        return at >= 0 and plain and self._alone(scene, f) and scene.has(self._w.in_percent, at + 1, f.start)

    def _in_points(self, scene: Scene, f: Figure) -> bool:
        """ "fell 5.4 points to 38", "rose to 11.7": a decimal, or points or percents told before; not "rose 5.4"."""
        if scene.lower(f.start - 1) in self._w.moving:
            return False
        return f.number.step > 0 or any(g.kind in ("points", "percent") for g in scene.figures if g.last <= f.start)

    def _alone(self, scene: Scene, f: Figure, more: frozenset[str] = frozenset()) -> bool:
        if f.last >= len(scene.words) or scene.words[f.last].kind == "sign":
            return True
        return scene.tags[f.last] in ("IN", "TO", "CC", "RB", "WDT", "VBG") or scene.tags[f.last] in more

    def _cast_for(self, scene: Scene, f: Figure) -> Reading | None:
        """ "had twice the 38,940 cast for Ann Green"."""
        n = scene.phrase_at(f.last, self._w.cast_for)
        return Reading(f, "votes", "vote", "number-cast-for", "required", f.last + n - 1) if n else None

    def _counted_for(self, scene: Scene, f: Figure) -> Reading | None:
        """ "The tally was 92,153 for Ann Lee and 81,100 for Bob Ray"."""
        i = scene.skip(f.start - 1, self._w.links | {":"}, -1)
        known = scene.mention(f.last + 1) is not None or scene.lower(f.last + 1) in self._sides
        if not known or scene.lower(f.last) not in self._w.parting or i == f.start - 1:
            return None
        told = scene.phrase_before(over_place(scene, i, self._w.counts, self._w.places) + 1, self._w.counts)
        return Reading(f, "votes", "vote", "count-was-for", "required", f.last) if told else None

    def _thanks_to(self, scene: Scene, f: Figure) -> Reading | None:
        """ "back in the Senate courtesy of 16,965,464 voters"."""
        who = f.last < len(scene.words) and (
            scene.phrase_at(f.last, self._people) > 0 or scene.tags[f.last] in ("NNPS", "NNP")
        )
        if not who or not scene.phrase_before(f.start, self._w.thanks_to):
            return None
        return Reading(f, "votes", "vote", "votes-thanks-to", "required", f.last + 1)

    def _sided(self, scene: Scene, f: Figure) -> Reading | None:
        """ "1,230,937 had voted Yes and 1,153,502 No", "of the votes 11,204,930 were for Brown"."""
        listed = any(g.last <= f.start and g.kind == "count" and g.value >= _LEAST for g in scene.figures)
        side = (
            f.last < len(scene.words) and scene.lower(f.last) in self._sides and scene.words[f.last].text[0].isupper()
        )
        closed = f.last + 1 >= len(scene.words) or scene.words[f.last + 1].kind == "sign"
        if listed and side and closed:
            return Reading(f, "votes", "vote", "number-side", "required", f.last)
        n = scene.phrase_at(f.last, self._w.were_for)
        if n and scene.has(self._votes, 0, f.start):
            end = f.last + (n - 1 if scene.lower(f.last + n - 1) == "for" else 0)
            return Reading(f, "votes", "vote", "number-were-for", "required", end)
        return None

    def _said_by(self, scene: Scene, f: Figure) -> Reading | None:
        """ "Geneva said yes by 91 percent"."""
        n = scene.phrase_before(f.start - 1, self._w.saying) if scene.lower(f.start - 1) == "by" else 0
        return Reading(f, "vote_share", "percent", "said-by", "required", f.last) if n else None

    def _theirs(self, scene: Scene, f: Figure) -> Reading | None:
        """ "Third were the Greens. Their 13.8% is well above what they had", "But their 13.8% was the best"."""
        opens = int(scene.tags[:1] == ["CC"])
        owned = f.start == opens + 1 and scene.tags[opens] == "PRP$"
        if not owned or scene.lower(f.last) == "of" or not self._alone(scene, f, FINITE):
            return None
        return Reading(f, "vote_share", "percent", "name-percent", "required", f.last)

    def _showing(self, scene: Scene, f: Figure) -> Reading | None:
        """ "But 28.4 percent is their worst showing in a century": a share, whosever it is."""
        if scene.lower(f.last) not in BEING:
            return None
        owned = (i for i in range(f.last + 1, min(len(scene.words), f.last + _OWNER)) if self._owns(scene, i))
        at = next(owned, -1)
        noun = at >= 0 and any(w in self._showings for w in scene.lowers(at + 1, at + _OWNER))
        return Reading(f, "vote_share", "percent", "share-is-showing", "required", f.last) if noun else None

    def _owns(self, scene: Scene, i: int) -> bool:
        return scene.tags[i] == "PRP$" or scene.words[i].kind == "genitive"

    def _elliptic(self, scene: Scene, f: Figure) -> Reading | None:
        """ "Its vote was 38.5 percent. The Coalition's was 43.5 percent": a party that opens a clause, and no noun."""
        i = f.start - 2
        m = scene.mention(i - 1) if i > 0 and scene.words[i].kind == "genitive" else None
        m = scene.mention(i) if m is None and i >= 0 and is_plural_owner(scene, i) else m
        if m is None or m.kind not in ("party", "body") or scene.lower(f.start - 1) not in BEING:
            return None
        first = next(k for k, w in enumerate(scene.words) if w.end > m.char_start)
        first -= scene.lower(first - 1) in DETERMINERS
        opens = first == 0 or scene.words[first - 1].kind == "sign" or scene.tags[first - 1] == "CC"
        opens = opens or scene.lower(first - 1) == "while"
        return Reading(f, "vote_share", "percent", "name-percent", "required", f.last) if opens else None

    def _share_of(self, scene: Scene, f: Figure) -> bool:
        """ "won half the seats on a share of the vote of about 37": the noun right before the figure tells enough."""
        tied = scene.lower(f.start - 1) in BEING | {"of", "at"}
        return tied and scene.phrase_before(f.start - 1, self._w.shares) > 0 and self._alone(scene, f)

    def _went(self, scene: Scene, f: Figure) -> Reading | None:
        """ "The remaining 6.8 percent went to Brown"."""
        n = scene.phrase_at(f.last, self._w.went)
        if not n or scene.phrase_at(f.last, self._voted):
            return None  # "Some 77 percent went to the polls"
        return Reading(f, "vote_share", "percent", "got-percent-went", "required", f.last)
