"""Percentages: of the vote, of the voters, of the count; what they are of is read in parts.py, points in points.py."""

from __future__ import annotations

from pipeline.configuring.places import Places
from pipeline.configuring.terms import Terms
from pipeline.extracting.figures import Figure
from pipeline.extracting.grammar import (
    ADJECTIVES,
    BEING,
    CLOSE_QUOTES,
    COORDINATORS,
    DETERMINERS,
    ENDS,
    INDEFINITE,
    NO_VERBS,
    OPEN_QUOTES,
    POINTERS,
)
from pipeline.extracting.measuring.compared import ComparedShares
from pipeline.extracting.measuring.parts import PartReader, is_passive
from pipeline.extracting.measuring.points import PointReader
from pipeline.extracting.measuring.progress import ProgressReader
from pipeline.extracting.measuring.turnouts import TurnoutReader
from pipeline.extracting.readings import Reading, nothing
from pipeline.extracting.scene import Scene, is_plural_owner

_NOT_SIDES = COORDINATORS | {"of"}
_BEFORE_NOUNS = DETERMINERS | {"of"}


class ShareReader:
    """Reads percentages and points."""

    def __init__(self, terms: Terms, changes: frozenset[str], places: Places) -> None:
        self._polling = terms.counting.polling.polling | terms.shares.voted
        self._w, self._s = terms.counting.shares, terms.shares
        self._opposites = terms.counting.scores.opposites
        self._sides, self._get, self._give = terms.reference.sides, terms.verbs.get, terms.verbs.give
        self._no_voters = terms.nouns.member | terms.nouns.seat | frozenset(terms.areas)
        self._seats, self._heads = terms.nouns.seat | terms.nouns.member, terms.reference.party_heads
        self._possessives, self._side_nouns = terms.reference.possessives, terms.reference.side_nouns
        self._siding = terms.counting.scores.siding
        self._changes, self._ballots = changes, terms.naming.ballots
        self._moves = changes - {"compared"}
        self._strict = self._s.counted - self._w.counted_vague
        self._points = PointReader(terms, changes)
        parts, compared = PartReader(terms, places), ComparedShares(terms)
        self._rules = (
            self._points.percent_lead,
            self._points.percent_by,
            self._for_side,
            self._of_another,
            self._change,
            compared.against,
            compared.had_then,
            self._behind,
            ProgressReader(terms).read,
            parts.of,
            self._group_backs,
            TurnoutReader(terms).read,
            self._gotten,
        )

    def read(self, scene: Scene, f: Figure) -> Reading | None:
        """Return the reading of a percentage or of points; None where it is a change, a threshold or no share."""
        if f.kind == "points":
            return self._points.read(scene, f)
        for rule in self._rules:
            reading = rule(scene, f)
            if reading is not None:
                return reading if reading.measure else None
        return None

    def _change(self, scene: Scene, f: Figure) -> Reading | None:
        """ "down by 1.5%", "fell three percent", "up 4 percent": how much it moved, no figure of its own."""
        before, after = scene.lowers(f.start - 5, f.start), scene.lowers(f.last, f.last + 2)
        if before[-1:] == ["by"] and any(w in self._changes or w == "swing" for w in before[:-1]):
            return nothing(f, "change-by")
        if before[-1:] == ["of"] and any(w in self._w.change_of for w in before[-3:-1]):
            return nothing(f, "change-of")
        gotten = scene.phrase_before(f.start, self._get, 3) > 1  # "rolled up 70 percent", "picked up 5 percent"
        if before and before[-1] in self._moves and not gotten:
            return nothing(f, "change")
        if scene.phrase_at(f.last, self._w.threshold_behind):
            return nothing(f, "threshold")
        joined = after[1:] if after[:1] == ["-"] else after[:1]
        put = scene.has(self._ballots.referendums) and scene.has(self._ballots.put)
        if joined[:1] and joined[0] in self._w.approval and put:
            return None  # "In the referendum the bill received 94 percent approval"
        if joined[:1] == ["owned"] or any(w in self._w.no_share for w in joined):
            return nothing(f, "no-share")
        behind = [w for w in scene.lowers(f.last, f.last + 4) if w in self._w.triumphs]
        joined_seats = self._seats_behind(scene, f.last)
        if after and (
            after[0] in self._w.no_parts or joined_seats or (behind and (f.number.spelled or after[0] in behind))
        ):
            return nothing(f, "no-share")
        return None

    def _of_another(self, scene: Scene, f: Figure) -> Reading | None:
        """ "fell to half that", "to less than half what it had": a part of another figure."""
        i = f.last
        told = (
            scene.lower(i) == "what"
            or scene.lowers(i, i + 2) == ["as", "many"]
            or (scene.lower(i) in POINTERS and self._ends(scene, i + 1))
        )
        return nothing(f, "part-of-another") if told and f.number.spelled else None

    def _for_side(self, scene: Scene, f: Figure) -> Reading | None:
        """ "52 percent for Yes and 48 percent for the No side"."""
        i = f.last + 1 + (scene.lower(f.last + 1) == "the")
        quoted = i < len(scene.words) and scene.words[i].text in OPEN_QUOTES
        if scene.lower(f.last) != "for" or scene.lower(i + quoted) not in self._sides:
            return None
        behind = i + 1 + 2 * quoted
        if scene.lower(behind) in self._side_nouns or self._ends(scene, behind):
            return Reading(f, "vote_share", "percent", "percent-for-side", "required", f.last)
        return None

    def _seats_behind(self, scene: Scene, i: int) -> bool:
        """ "with 72 per cent assembly seats": of the seats; not "28.6% and 21 seats"."""
        plain = i + 1 < len(scene.words) and scene.words[i].kind == "word" and scene.lower(i) not in _NOT_SIDES
        return scene.lower(i) == "seats" or (plain and scene.lower(i + 1) == "seats")

    def _group_backs(self, scene: Scene, f: Figure) -> Reading | None:
        """ "58 percent of southerners abroad chose to secede", "61 percent of northern voters backed it"."""
        if scene.lower(f.last) != "of":
            return None
        if scene.has(self._no_voters, f.last, f.last + 6):
            return None  # "two-thirds of deputies backed his rival"
        for i in range(f.last + 2, min(len(scene.words), f.last + 14)):
            other = next((g for g in scene.figures if g.first <= i < g.last), None)
            if other is not None and other.kind == f.kind and scene.lower(other.start - 1) == "and":
                continue  # "58 percent of those abroad and 99 percent of those at home chose to secede"
            if scene.words[i].kind not in ("word", "genitive", "number") or other is not None:
                return None
            if scene.phrase_at(i, self._s.backing) and scene.tags[i] in ("VBD", "VBP", "VBN"):
                if scene.lower(i - 1) == "who":
                    return None  # "more than half of those who chose Brown did so to stop Green"
                return Reading(f, "vote_share", "percent", "percent-of-group-backed", "required", i)
        return None

    def _behind(self, scene: Scene, f: Figure) -> Reading | None:
        """ "44.52 percent turnout", "92% counted", "45 percent voted", "a 12 percent share"."""
        i = scene.skip(f.last, self._w.turnout_fill, most=3)
        if scene.phrase_at(i, self._s.turnout):
            return Reading(f, "turnout", "percent", "percent-turnout", "none", i)
        if scene.lower(i) in self._w.share_behind and scene.lower(i + 1) in self._w.count_nouns:
            return Reading(f, "votes_counted", "percent", "percent-count", "none", i + 2)  # "a 98 percent vote count"
        if scene.lower(i) in self._w.share_behind and i <= f.last + 1:
            return Reading(f, "vote_share", "percent", "percent-share", "required", i + 1)
        stance = self._voted_side(scene, f)
        if stance >= 0:
            return Reading(f, "vote_share", "percent", "percent-voted-side", "required", stance + 1)
        return self._verb_behind(scene, f)

    def _verb_behind(self, scene: Scene, f: Figure) -> Reading | None:
        """ "92 percent had been counted", "52 percent backed it", "45 percent of them voted"."""
        j = scene.skip(f.last, self._w.counted_fill)
        voting = any(w.lower.startswith(self._w.voting_stems) for w in scene.words)
        if voting and scene.phrase_at(j, self._strict):
            return Reading(f, "votes_counted", "percent", "percent-counted", "none", j)
        side = scene.lower(f.last) in self._sides
        if side and scene.lower(f.last + 1) in self._side_nouns:
            return None  # "52 percent Yes votes"
        voted = scene.phrase_before(f.start, self._s.voted) > 0  # "voted 50.6 percent against separation"
        stay = voted and scene.lower(f.last) == "to" and scene.lower(f.last + 1) in self._opposites
        stay = stay and self._ends(scene, f.last + 2)  # not "MPs voted 52 percent to remain in session"
        if stay or ((side or scene.lower(f.last) in self._w.stance_tails) and (voted or self._ends(scene, f.last + 1))):
            return Reading(f, "vote_share", "percent", "percent-stance", "required", f.last + 1)
        at = f.last if scene.phrase_at(f.last, self._s.backing) else j
        n = scene.phrase_at(at, self._s.backing)
        sided = {w.lower for w in scene.words[at : at + n]} & (self._sides | self._w.stance_tails)
        first_time = "time" in scene.lowers(at, at + 6)  # "10 percent were voting for the first time"
        if first_time:
            return None
        if n and (voting or sided):
            return Reading(f, "vote_share", "percent", "percent-backed", "required", at)
        j = scene.skip(j, self._w.voted_fill, most=8 - (j - f.last))
        noun = scene.words[j].lower in NO_VERBS if j < len(scene.words) else False
        named = noun and (j == f.last or scene.lower(j - 1) in _BEFORE_NOUNS or scene.tags[j] in ("NN", "NNP"))
        station = noun and j + 1 < len(scene.words) and scene.tags[j + 1] in ("NN", "NNS")
        n = scene.phrase_at(j, self._s.voted)
        if n and self._voted_for_none(scene, j + n):
            return nothing(f, "voted-for-none")
        if n and not (named or station):
            return Reading(f, "turnout", "percent", "percent-voted", "none", j)
        return None

    def _voted_side(self, scene: Scene, f: Figure) -> int:
        """The side in "52.2 percent voting "no"", "47.8 percent "yes"", "52 percent voting no"; -1 for none."""
        i = f.last + scene.phrase_at(f.last, self._polling)
        quoted = i < len(scene.words) and scene.words[i].text in OPEN_QUOTES
        told = scene.lower(i + quoted) in self._sides and (quoted or not scene.phrase_at(f.last, self._s.backing))
        behind = i + 2 + (scene.lower(i + 2) in (",", "."))  # "41 percent "yes,""
        closed = scene.lower(behind) in CLOSE_QUOTES if quoted else i > f.last and self._ends(scene, i + 1)
        return i + quoted if told and closed else -1

    def _voted_for_none(self, scene: Scene, i: int) -> bool:
        """ "2.1 percent casting blank ballots", "4.4 percent voted "against all"": no turnout."""
        i += i < len(scene.words) and scene.words[i].text in OPEN_QUOTES
        return scene.lower(i) in self._w.spoiled or scene.lower(i) in self._w.stance_tails

    def _ends(self, scene: Scene, i: int) -> bool:
        """ "51 percent against and 49 percent for": nothing goes on behind."""
        return i >= len(scene.words) or scene.words[i].kind not in ("word", "number") or scene.lower(i) in ENDS

    def _gotten(self, scene: Scene, f: Figure) -> Reading | None:
        """ "won 35.94 percent", "with 38 percent", "on 20 percent": a share if someone is found to have it."""
        i = f.start  # "won a dismal 16 percent"
        while i > 1 and f.start - i < 3 and (scene.tags[i - 1] in ADJECTIVES or scene.lower(i - 1) in INDEFINITE):
            i -= 1
        verb = any(scene.phrase_before(k, self._get, 3) for k in {f.start, f.start - 1, i} if k > 0)
        verb = verb or scene.is_given(i, self._give) or self._party_given(scene, i)
        if (f.number.weak and not verb) or self._of_seats_before(scene, f):
            return None
        if is_passive(scene, f, self._siding):
            return Reading(f, "vote_share", "percent", "percent-passive", "required", f.last)
        of_it = scene.lower(f.last) == "of" and (f.number.spelled or not verb)
        if of_it and not any(w in self._w.totals for w in scene.lowers(f.last, f.last + 4)):
            return None  # "cost it 40 percent of its influence", "overran a third of Iraq": of no vote that is known
        owner = f.last + 1 + (scene.lower(f.last + 1) == "the")
        if scene.lower(f.last) == "of" and scene.mention(owner) is not None and not self._genitive(scene, owner):
            return None  # "had obtained control of only 49.77 percent of Northern"
        if verb or self._tied(scene, f) or self._after_name(scene, f):
            rule = "got-percent" if verb else "name-percent"
            return Reading(f, "vote_share", "percent", rule, "required", f.last)
        return None

    def _party_given(self, scene: Scene, i: int) -> bool:
        """ "The exit poll gave the party 47 percent and": a party told of before, right before the figure."""
        described = scene.lower(i - 1) in self._heads and scene.lower(i - 2) in POINTERS
        return described and scene.lower(i - 3) in self._give

    def _of_seats_before(self, scene: Scene, f: Figure) -> bool:
        """ "of the northern seats it has retained barely a third": what it is a share of stands before the verb."""
        first, _ = scene.clause(f.first)
        at = scene.find(self._seats, first, f.start)
        spelled = f.number.spelled and at > 0 and not any(g.last > first and g.last <= f.start for g in scene.figures)
        return spelled and "of" in scene.lowers(max(first, at - 4), at)

    def _genitive(self, scene: Scene, i: int) -> bool:
        """ "70 percent of Florida's electors": of them, not of it."""
        return any(scene.words[j].kind == "genitive" for j in range(i, min(i + 5, len(scene.words))))

    def _tied(self, scene: Scene, f: Figure) -> bool:
        """ "with 38 percent", "with a solid 49%"; "Janata's share of the vote was just over 41 per cent"."""
        i = f.start - 1
        while i > 0 and f.start - i < 4 and (scene.tags[i] in ADJECTIVES or scene.lower(i) in INDEFINITE):
            i -= 1
        m = scene.mention(i) if i < f.start - 1 else None
        if m is not None and m.kind in ("party", "person"):
            return True  # "former Taipei mayor Ko Wen-je a surprising 26.46 per cent"
        risen = scene.lower(i) == "to" and any(g.kind == "points" and g.last == i for g in scene.figures)
        told = i >= 0 and scene.lower(i) in BEING and "share" in scene.lowers(i - 7, i)
        again = any(g.kind == "percent" for g in scene.figures if g.last < i) or scene.lower(f.last) in BEING
        again = again and scene.lower(i) in self._possessives  # "their 43.6% was the highest of any party"
        return i >= 0 and (risen or told or again or scene.lower(i) in self._w.ties)

    def _after_name(self, scene: Scene, f: Figure) -> bool:
        if scene.lower(f.start - 2) == "-" and scene.mention(f.start - 3) is not None:
            return True  # "Smer-SSD 22.94%"
        quoted = scene.words[f.start - 1].text in CLOSE_QUOTES and scene.lower(f.start - 2) in self._sides
        if scene.lower(f.start - 1) == ")" and scene.mention(f.start - 2) is not None:
            return True  # "Joshua Osih of the Social Democratic Front (SDF) 3.35 percent"
        if is_plural_owner(scene, f.start - 1):
            return True  # "The Moderates' 19.8 percent"
        if any(g.last < f.start for g in scene.figures) and scene.led_party(f.start - 1) >= 0:
            return True  # "and the Radicals of Vojislav Sesar 8.59 percent"
        return quoted or scene.mention(f.start - 1) is not None or scene.lower(f.start - 1) in self._sides
