"""Figures whose noun is "seats", "deputies" or the like: a party's, those needed, reserved, gained or lost."""

from __future__ import annotations

from collections.abc import Callable

from pipeline.annotating.words import DASHES
from pipeline.configuring.terms import Terms
from pipeline.extracting.figures import Figure
from pipeline.extracting.grammar import COORDINATORS, DETERMINERS, FINITE, PRONOUNS, SUBJECTS
from pipeline.extracting.measuring.chambers import ChamberReader
from pipeline.extracting.measuring.gains import GainReader
from pipeline.extracting.measuring.majorities import reached_with
from pipeline.extracting.measuring.members import MemberReader
from pipeline.extracting.measuring.moves import CONTESTED, MoveReader
from pipeline.extracting.measuring.nouns import Noun
from pipeline.extracting.readings import Reading, nothing
from pipeline.extracting.scene import Scene

_CABINET = 7  # words from "in" to "government": "in the 16-member coalition government"
_APPOSED = 6  # words from "majority" to "- 61 seats -"
_CALLED = 16  # words from "seats when" to the verb: "when Ann Lee, the country's first woman premier, called"
_GOVERNS = 20  # a smaller number of members is easily what somebody still lacks
_STILL = 6  # words from "seats elected by emigrants" to "still to be attributed"
_PER = ("to", "for", "from")
Rule = Callable[[Scene, Figure, Noun], Reading | None]


class SeatReader:
    """Reads "N seats" and "N deputies"; what is said of a whole chamber is read by `ChamberReader`."""

    def __init__(self, terms: Terms, chambers: ChamberReader) -> None:
        self._w = terms.counting.seats
        self._c, self._one = terms.chambers, terms.nouns.one_seat
        self._get, self._lose, self._distant = terms.verbs.get, terms.verbs.lose, terms.counting.bare.distant
        self._members = MemberReader(terms, chambers)
        self._from_nothing = terms.counting.strangers.from_nothing
        self._reached = terms.counting.majorities.reached_with
        self._moves = moves = MoveReader(terms)
        self._decided = terms.verbs.get | terms.verbs.lose
        self._elected = terms.counting.houses.up_for_election
        self._persons = terms.reference.person_heads
        self._rules: tuple[Rule, ...] = (
            self._needed,
            self._set_aside,
            moves.whole,
            GainReader(terms).seats,
            chambers.whole,
            chambers.staked,
            moves.seats,
            self._changed,
            chambers.has_seats,
        )

    def read(self, scene: Scene, f: Figure, noun: Noun) -> Reading | None:
        """Return the reading of "N seats" or "N deputies"; the party's seats need a subject, the rest do not."""
        joined = (
            noun.last < len(scene.words) and scene.tags[noun.last] in ("NN", "NNS") and scene.mention_at[noun.last] < 0
        )
        single = noun.text in self._one and not scene.tags[noun.first].startswith("VB")
        if noun.text in self._one and (joined or not single or scene.words[f.last].kind != "word" or f.value > 20):
            return None  # "a 12-seat majority", "14 seat gains"
        member = noun.group == "member"
        if self._are_some(scene, f, noun) if member else self._no_ones(scene, noun):
            return None
        if member and scene.lower(noun.last) in self._w.members_voted:
            return self._members.read(scene, f, noun)  # "All 140 Labour MPs voted for a new leader"
        for rule in self._rules:
            reading = rule(scene, f, noun)
            if reading is not None:
                return reading if reading.measure or reading.rule == CONTESTED else None
        if member:
            return self._members.read(scene, f, noun)
        if self._parts_two(scene, f, noun):
            return None
        if scene.lower(noun.last) in self._w.undecided or self._open_still(scene, noun.last):
            return None  # "with 14 seats undeclared on Monday"
        return Reading(f, "seats", "seat", "seats", "required", noun.last, previous=self._when_called(scene, f, noun))

    def _open_still(self, scene: Scene, i: int) -> bool:
        """ "with only the four seats elected by emigrants still to be attributed": no figure stands between."""
        end = next((g.start for g in scene.figures if g.start >= i), len(scene.words))
        end = next((k for k in range(i, min(end, i + _STILL)) if scene.words[k].kind == "sign"), min(end, i + _STILL))
        return scene.has(self._w.still, i, end)

    def _when_called(self, scene: Scene, f: Figure, noun: Noun) -> bool:
        """ "held 61 seats when Ann Lee, the premier, called the election": those of the vote before."""
        if scene.lower(noun.last) != "when" or scene.lower(f.start - 1) not in self._w.held_when:
            return False
        for i in range(noun.last + 1, min(len(scene.words), noun.last + _CALLED)):
            if scene.tags[i] in ("VBD", "VBN") and scene.lower(i) not in self._decided:
                return any(w.startswith(self._w.electoral_stems) for w in scene.lowers(i + 1, i + 5))
        return False

    def _parts_two(self, scene: Scene, f: Figure, noun: Noun) -> bool:
        """ "the opposition was ahead by two seats", "have 38 seats, one seat ahead of Labour": how far apart."""
        if scene.lower(f.start - 1) == "by" and any(w in self._w.in_front for w in scene.lowers(f.start - 5, f.start)):
            return True
        told = scene.lower(f.start - 1) == "," and scene.figure_before(f.start) is not None
        return told and scene.lower(noun.last) in self._distant

    def _of_committee(self, scene: Scene, noun: Noun) -> bool:
        """ "the 400 members of a China-controlled Selection Committee": no house."""
        if scene.lower(noun.last) != "of":
            return False
        for i in range(noun.last + 1, min(len(scene.words), noun.last + _CABINET)):
            if scene.lower(i) in self._w.committees:
                return True
            if not (scene.is_modifier(i) or scene.lower(i) in DETERMINERS or scene.mention_at[i] >= 0):
                return False
        return False

    def _no_ones(self, scene: Scene, noun: Noun) -> bool:
        """ "a system that gives two seats to every district", and posts of ministers."""
        per = scene.lower(noun.last) in _PER and scene.lower(noun.last + 1) in ("each", "every")
        return per or self._in_cabinet(scene, noun)

    def _in_cabinet(self, scene: Scene, noun: Noun) -> bool:
        """ "a party with four seats in the 16-member government": posts of ministers, which no one elects."""
        if scene.lower(noun.last) != "in":
            return False
        for i in range(noun.last + 1, min(len(scene.words), noun.last + _CABINET)):
            if scene.lower(i) in self._w.cabinets:
                return i + 1 == len(scene.words) or not scene.tags[i + 1].startswith("NN")  # no "government coalition"
            if scene.words[i].kind == "sign" and scene.words[i].text != "-":
                return False
        return False

    def _are_some(self, scene: Scene, f: Figure, noun: Noun) -> bool:
        """ "14 of the 19 Labour MPs who ran", "all 300 MPs were present": some members or a vote, no chamber."""
        if self._of_committee(scene, noun):
            return True
        before = scene.lowers(f.start - 2, f.start)
        told = before == ["of", "the"] or "all" in scene.lowers(f.start - 1, f.first)
        who = scene.lower(noun.last) == "who"  # "has 19 of the 82 deputies who were elected in May"
        elected = scene.phrase_at(noun.last + who, self._elected) > 0  # "All 512 members were being elected"
        return told and not elected and scene.lower(noun.last) in self._w.some_members

    def _needed(self, scene: Scene, f: Figure, noun: Noun) -> Reading | None:
        """ "the 326 seats needed for a majority"; "272 seats for a simple majority"."""
        rule = self._needed_behind(scene, noun) or self._needed_before(scene, f, noun)
        rule = rule or ("nobodys-majority" if self._nobodys(scene, f) else "")
        if rule in ("seats-short-of", "needs-more-seats"):
            return nothing(f, rule)
        return Reading(f, "seats_majority", "seat", rule, "none", noun.last) if rule else None

    def _nobodys(self, scene: Scene, f: Figure) -> bool:
        """ "No party has ever won a majority here - 61 seats - so they share": what one takes, and nobody's."""
        sign = f.start - 1
        while sign > 0 and scene.words[sign].kind == "sign" and scene.words[sign - 1].kind == "sign":
            sign -= 1  # "--"
        set_off = scene.words[sign].text in (",", "(", *DASHES) if sign > 0 else False
        at = scene.find(self._c.nobody, 0, sign)
        majority = scene.find(self._c.majority_words, max(0, sign - _APPOSED), sign)
        return set_off and 0 <= at < majority

    def _needed_behind(self, scene: Scene, noun: Noun) -> str:
        """The rule that a word of need behind the noun gives; "" for none."""
        last = min(len(scene.words), noun.last + 9)
        near = range(noun.last, min(last, noun.last + 4))
        stop = next((j for j in near if scene.words[j].kind in ("sign", "number")), last)
        stop = next((j for j in near if scene.words[j].lower in COORDINATORS), stop)  # "has 116 seats and needs 121 to"
        cue = scene.find(self._c.needing, noun.last, min(stop, noun.last + 4))
        said = any(scene.tags[j] in FINITE for j in range(noun.last, max(noun.last, cue)))
        if cue >= 0 and scene.words[cue].lower in self._w.short:
            return "" if said else "seats-short-of"  # "its 88 seats were well short of the 121 needed"
        if cue >= 0 and scene.has(self._c.majority_words, cue, cue + 9):
            return "seats-needed"
        if scene.lower(noun.last) == "for" and scene.has(self._c.majority_words, noun.last, noun.last + 5):
            return "seats-for-majority"
        return ""

    def _needed_before(self, scene: Scene, f: Figure, noun: Noun) -> str:
        """The rule that a word of need before the figure gives; "" for none."""
        before = scene.lowers(f.start - 7, f.start)
        if before[-1:] and before[-1] in self._w.mark_is and any(w in self._w.marks for w in before):
            return "seats-mark"
        if reached_with(scene, f, self._reached):
            return "majority-is"
        if self._to_govern(scene, f, noun, before):
            return "needs-support"
        beside = [*before[-2:], *scene.lowers(f.last, noun.first)]
        if any(w in self._w.more_needed for w in beside) and any(w in self._w.need for w in before):
            return "needs-more-seats"
        first, _ = scene.clause(f.first)  # "To form government, the major parties need at least 76 seats"
        words = self._c.majority_words
        majority = scene.has(words, noun.last, noun.last + 9) or scene.has(words, first, f.start)
        return "needs-seats" if majority and any(w in self._w.requiring for w in before) else ""

    def _to_govern(self, scene: Scene, f: Figure, noun: Noun, before: list[str]) -> bool:
        """ "would need the support of at least 108 members", "will form a government if it obtains 88 seats"."""
        if f.value < _GOVERNS or scene.lower(noun.last) in ("of", "from"):
            return False
        if not scene.phrase_before(f.start, self._w.support_of):
            return self._governs_if(scene, f, noun)
        need = next((i for i in range(f.start - len(before), f.start) if scene.lower(i) in self._w.requiring), -1)
        closed = noun.last >= len(scene.words) or scene.words[noun.last].kind == "sign"
        subjects = (k for k in range(max(0, need)) if scene.heads[k] == need and scene.deps[k] in SUBJECTS)
        return closed and any(self._someone(scene, k) for k in subjects)

    def _someone(self, scene: Scene, k: int) -> bool:
        """Word k is somebody who may govern; not "The bill needs the support of 90 deputies"."""
        m = scene.mention(k)
        return scene.lower(k) in self._persons or (m is not None and m.kind in ("person", "party"))

    def _governs_if(self, scene: Scene, f: Figure, noun: Noun) -> bool:
        """ "will form a government if it obtains 88 seats"; not "lose the majority if they lose 25", "if they took"."""
        at = f.start - 3
        if noun.first != f.last or scene.lower(at) != "if" or scene.lower(at + 1) not in PRONOUNS:
            return False
        gets = scene.tags[at + 2] in ("VBZ", "VBP") and scene.phrase_at(at + 2, self._get) > 0
        denied = any(scene.deps[k] == "neg" or scene.lower(k) == "cannot" for k in range(at))  # "will not govern if"
        return gets and not denied and scene.has(self._c.majority_words, 0, at)

    def _set_aside(self, scene: Scene, f: Figure, noun: Noun) -> Reading | None:
        """ "nine seats are reserved for minorities", "the 83 reserved seats"."""
        other = next((g.start for g in scene.figures if g.start >= noun.last), len(scene.words))
        if scene.has(self._c.reserved, f.last, min(other, noun.last + 10)):
            return Reading(f, "seats_reserved", "seat", "seats-reserved", "none", noun.last)
        return None

    def _changed(self, scene: Scene, f: Figure, noun: Noun) -> Reading | None:
        """ "lost 12 seats" (-12), "gained nine seats" beside a loss, "a loss of 20 seats", "29 more seats"."""
        inner = scene.lowers(f.last, noun.first)
        told = "than" in scene.lowers(noun.last, noun.last + 3) or noun.text in self._one  # "gives Fatah one more seat"
        first = scene.figures[0].first == f.first and not scene.phrase_at(noun.last, self._w.still)
        told = told or first  # "gave the Centre nine more seats"; not "won 31 in the south and nine more seats there"
        if scene.lower(noun.last) == "than" and self._moves.than_another(scene, noun.last + 1):
            return nothing(f, "than-another")
        inner = inner + (scene.lowers(noun.last, noun.last + 1) if scene.lower(noun.last + 1) == "than" else [])
        if any(w in self._w.more for w in inner) and told:
            return Reading(f, "seats_change", "seat", "seats-more-than", "required", noun.last)
        if any(w in self._w.additional for w in inner):
            return Reading(f, "seats_change", "seat", "additional-seats", "required", noun.last)
        if any(w in self._w.fewer for w in inner):
            return Reading(f, "seats_change", "seat", "seats-fewer-than", "required", noun.last, -1)
        if scene.lowers(f.start - 2, f.start) == ["all", "but"]:
            return Reading(f, "seats", "seat", "all-but-seats", "required", noun.last)
        return self._verb_of_change(scene, f, noun)

    def _verb_of_change(self, scene: Scene, f: Figure, noun: Noun) -> Reading | None:
        """ "lost at least another 12 seats", "picked up nine seats", "fell by 20 seats"."""
        i = scene.skip(f.start - 1, self._w.change_fill, -1, most=4)
        verb, before = scene.lower(i), scene.lowers(i - 5, i)
        if verb in self._w.gained and scene.has(self._from_nothing, max(0, i - 5), i):
            return None  # "the party that came from nowhere to gain 15 seats": won, for it had none
        if verb in self._lose or (verb in self._w.lost and scene.lower(i - 1) not in self._w.no_fall):
            return Reading(f, "seats_change", "seat", "seats-lost", "required", noun.last, -1)
        if verb in self._w.gained:
            if verb == "up" and scene.lower(i - 1) in self._w.no_rise:
                return None  # "is expected to wrap up 19 seats"
            risen = verb == "up" and not scene.lower(i - 1).startswith("pick")
            said = verb in self._w.gained_or_won or (noun.group == "member" and scene.tags[i].startswith("VB"))
            ended = scene.has(self._w.ending, noun.last, noun.last + 8)  # "gained one seat to finish with six"
            local = scene.has(self._w.councils, f.last, noun.last)  # "gained 39 council seats": up and down the land
            won = said and not risen and not ended and not local and not self._parallel_loss(scene)
            return None if won else Reading(f, "seats_change", "seat", "seats-gained", "required", noun.last)
        if verb == "by" and any(w in self._w.moved for w in before):
            sign = -1 if any(w in self._w.moved_down for w in before) else 1
            return Reading(f, "seats_change", "seat", "seats-by", "required", noun.last, sign)
        return None

    def _parallel_loss(self, scene: Scene) -> bool:
        return any(w.lower in self._lose for w in scene.words) or scene.has(self._w.losses_near)
