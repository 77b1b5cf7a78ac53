"""Figures that count deputies, lawmakers or councillors: someone's seats, a whole chamber, or a vote they cast."""

from __future__ import annotations

from pipeline.configuring.terms import Terms
from pipeline.extracting.figures import Figure
from pipeline.extracting.grammar import BE_FORMS, HAVING, HYPHENS, PLURAL_BEING, SUBJECTS
from pipeline.extracting.measuring.chambers import ChamberReader
from pipeline.extracting.measuring.nouns import Noun
from pipeline.extracting.naming.descriptions import before_brackets
from pipeline.extracting.readings import Reading
from pipeline.extracting.scene import Scene

_MOST = 800  # no party has more in a house; more are its members of other kinds
_MOVED = 7  # words from "cut" to "to 34 deputies"
_ENTERED = 10  # words from "into parliament" to ", with"
_SITTING = 9  # words from "sitting" to the house
_LEFT = 8  # words from "left" to its figure


class MemberReader:
    """Reads "seven MPs", "11 members" where the chamber's own rules (`ChamberReader`) do not."""

    def __init__(self, terms: Terms, chambers: ChamberReader) -> None:
        self._h, self._nouns = terms.counting.houses, terms.nouns.member
        self._w, self._c, self._house = terms.counting.seats, terms.chambers, chambers
        self._heads, self._sized = terms.reference.party_heads, terms.counting.seats.joined
        self._get, self._give, self._bills = terms.verbs.get, terms.verbs.give, terms.counting.scores.bills
        self._move, self._gain = terms.verbs.move, terms.verbs.gain
        self._returned = terms.counting.partisans.electing  # "his party returned 10 members"
        self._tallies = terms.naming.frames.performances

    def read(self, scene: Scene, f: Figure, noun: Noun) -> Reading | None:
        """ "seven MPs" count seats only where someone has or wins them, or the chamber is named behind."""
        ousted = scene.skip(noun.last, BE_FORMS | HAVING)
        if not scene.phrase_at(ousted, self._w.ousted):
            return self._counted(scene, f, noun)
        saw = ousted == noun.last and scene.lower(f.start - 1) in self._w.seeing  # "saw 95 councillors turfed out"
        lost = Reading(f, "seats_change", "seat", "members-ousted", "required", noun.last, -1)
        return lost if saw else None

    def _counted(self, scene: Scene, f: Figure, noun: Noun) -> Reading | None:
        """The reading of members who were not turned out."""
        tail = scene.lowers(noun.last, noun.last + 4)
        if scene.lower(noun.last) in self._w.members_voted or tail[:2] == ["have", "voted"]:
            voted = Reading(f, "votes_cast", "voter", "members-voted", "none", noun.last)
            return None if scene.has(self._bills) else voted
        rule = "members-sent" if self._sent(scene, f, noun) else "partys-members"
        if rule == "members-sent" or self._partys(scene, f, noun):
            return Reading(f, "seats", "seat", rule, "required", noun.last)
        members = noun.text.startswith("members") and scene.lower(f.start - 1) not in self._returned
        if members and self._house.alone_before(scene, f):
            return Reading(f, "seats_total", "seat", "house-with-members", "none", noun.last)
        prior = scene.figure_before(f.start)  # "squeezed in with 2.2 percent and four members"
        with_share = prior is not None and prior.kind == "percent" and scene.lowers(prior.last, f.start) == ["and"]
        if tail[:1] == ["sitting"]:  # "has 22 members sitting as independents in the present house"
            tail = scene.lowers(noun.last, noun.last + _SITTING)
        housed = "parliament" in noun.text or with_share or any(w in self._c.nouns for w in tail)
        sized = scene.lower(noun.last) == "in" and any(w in self._sized for w in scene.lowers(noun.last, noun.last + 6))
        housed = housed or sized or (scene.lower(f.start - 1) == "to" and scene.lower(f.start - 2) in self._move)
        if members and not housed:
            return None
        if scene.phrase_before(f.start, self._gain, 2) and not scene.phrase_before(f.start, self._get, 2):
            return Reading(f, "seats_change", "seat", "members-added", "required", noun.last, 1)
        if self._won(scene, f, noun):
            return Reading(f, "seats", "seat", "members-won", "required", noun.last)
        elected = scene.lower(noun.last) in PLURAL_BEING and "elected" in tail
        if elected or (scene.lower(f.start - 1) == "with" and scene.lower(noun.last) == "elected"):
            return Reading(f, "seats", "seat", "members-elected", "required", noun.last)
        return None

    def _won(self, scene: Scene, f: Figure, noun: Noun) -> bool:
        """ "won seven deputies", "on 14.7 percent (27 MPs)", "with 4 percent and one MP"."""
        first = f.start - (scene.lower(f.start - 1) == "from")  # "worth from 11 to 16 lawmakers"
        head = scene.lowers(first - 4, first)
        shared = any(g.last <= f.start and g.kind == "percent" for g in scene.figures)
        if head[-1:] and head[-1] in self._h.shared and shared:
            return True  # "4-7 percent, worth from 11 to 16 lawmakers", "2-4 percent, or 6 to 11 deputies"
        if head[-1:] and head[-1] in self._h.sent:
            return True  # "and added 8 senators"
        if head[-1:] == ["to"] and any(scene.lower(i) in self._move for i in range(max(0, first - _MOVED), first)):
            return True  # "was cut nearly in half, to 34 deputies"
        if scene.phrase_before(first, self._get, 4) or self._tallied(scene, first):
            return True  # "ended up with 54 MPs", "its tally of 31 deputies"
        gotten = any(w in self._get for w in head[-3:]) or any(w in self._give for w in head)
        return gotten or (head[-1:] == ["("] and scene.lower(noun.last) == ")")

    def _tallied(self, scene: Scene, start: int) -> bool:
        return scene.lower(start - 1) == "of" and scene.lower(start - 2) in self._tallies

    def _sent(self, scene: Scene, f: Figure, noun: Noun) -> bool:
        """ "will send seven members to the assembly"; not "sent seven members to the talks"."""
        if scene.lower(f.start - 1) not in self._w.sending or scene.lower(noun.last) != "to":
            return False
        i = noun.last + (2 if scene.lower(noun.last + 1) in ("the", "a", "an") else 1)
        j = scene.skip(i, self._w.house_kinds)
        sized = next((g.last for g in scene.figures if g.first == j), j)  # "to the new 600-seat assembly"
        sized += 2 * (scene.lower(sized) in HYPHENS and scene.lower(sized + 1) in self._sized)
        at = [k for k in (i, j, sized) if k < len(scene.words)]
        house = any(scene.phrase_at(k, self._c.nouns) or scene.is_house(k) for k in at)
        m = scene.mention(i)  # "will send 18 MPs to Dewan Rakyat"
        house = house or (m is not None and m.kind == "body")
        return house or scene.lower(i) in self._w.seats_of_houses

    def _partys(self, scene: Scene, f: Figure, noun: Noun) -> bool:
        """ "The Harbour Party, with 11 MPs, said": what a party has, right behind its name."""
        if f.last != noun.first or f.value >= _MOST:
            return False
        tie, i = scene.lower(f.start - 1), f.start - 2
        if tie == ":" and noun.text != "members" and self._told_of_party(scene, i) and self._closes(scene, noun.last):
            return True  # "The Greens were the losers: 20 deputies against 23"
        placed = noun.text != "members" and any(g.kind == "ordinal" and g.last in (i, i + 1) for g in scene.figures)
        into = placed or self._into_house(scene, i) or scene.phrase_before(i + 1, self._w.into_votes) > 0
        if tie == "with" and (into or self._entered(scene, i)):
            return True  # "third with 11 MPs", "made it into the Senate with 17 members", "went into the vote with 61"
        i = before_brackets(scene, i)
        if tie == "with" and any(scene.lower(j) in self._w.left for j in range(max(0, f.start - _LEFT), i)):
            return True  # "left the Harbour Party with 53 senators"
        had = tie in self._w.held_when and scene.lower(noun.last) in self._w.when
        # "their 90 deputies are the worst result", "the Meadow Party, whose six MPs come from the north"
        owned = scene.tags[f.start - 1] == "PRP$" and noun.text != "members"
        if owned or (tie == "whose" and self._of_party(scene, f.start - 2)):
            return True
        head = i - 1 if scene.lower(i) == "," else i
        if tie == "with" and scene.lower(head) in self._heads and scene.deps[head] == "attr":
            return True  # "her alliance is the largest bloc with 45 members"
        m = scene.mention(i - 1 if scene.lower(i) == "," else i)
        party = m is not None and m.kind == "party"
        if self._also(scene, f) or self._moved(scene, f, noun):
            return True
        return party and (tie == "with" or had)  # "had 62 members when the election campaign began"

    def _told_of_party(self, scene: Scene, i: int) -> bool:
        """The clause that ends with word i tells something of a party."""
        first, _ = scene.clause(i)
        parties = (j for j in range(first, i) if (m := scene.mention(j)) is not None and m.kind == "party")
        return any(scene.deps[j] in SUBJECTS for j in parties)

    def _closes(self, scene: Scene, i: int) -> bool:
        return i >= len(scene.words) or scene.words[i].kind == "sign" or scene.lower(i) == "against"

    def _of_party(self, scene: Scene, i: int) -> bool:
        m = scene.mention(i - (scene.lower(i) == ","))
        return m is not None and m.kind == "party"

    def _into_house(self, scene: Scene, i: int) -> bool:
        """The house, behind "into the" or "in the", ends with word i, and a party stands before it."""
        k = i
        while k > 0 and (scene.is_house(k) or scene.phrase_at(k, self._c.nouns) or scene.lower(k) == "the"):
            k -= 1
        party = any(m is not None and m.kind == "party" for m in map(scene.mention, range(k)))
        return k < i and scene.lower(k) in ("into", "in") and party

    def _entered(self, scene: Scene, comma: int) -> bool:
        """ "The anti-migrant party swept into parliament for the first time, with 41 deputies"."""
        for k in range(comma - 1, max(0, comma - _ENTERED), -1) if scene.lower(comma) == "," else ():
            if scene.words[k].kind == "sign" and scene.words[k].text != "-":
                return False
            house = k + 1 + (scene.lower(k + 1) == "the")
            if scene.lower(k) == "into" and (scene.is_house(house) or scene.phrase_at(house, self._c.nouns)):
                m = next((m for m in map(scene.mention, range(k)) if m is not None and m.kind == "party"), None)
                return m is not None or scene.has(self._heads, 0, k)
        return False

    def _moved(self, scene: Scene, f: Figure, noun: Noun) -> bool:
        """ "went from about 90 deputies down to 72"."""
        behind = scene.lowers(noun.last, noun.last + 2)
        moved = scene.lower(f.start - 2) in self._move and behind[:1] == ["to"]  # "shrank from 29 deputies to four"
        return scene.lower(f.start - 1) == "from" and (moved or behind in (["down", "to"], ["up", "to"]))

    def _also(self, scene: Scene, f: Figure) -> bool:
        """ "with 41 deputies and, like its ally, 5 senators": behind "and", the members of another house."""
        before = scene.figure_before(f.start)
        n = scene.phrase_at(before.last, self._nouns) if before is not None else 0
        if before is None or not n or scene.lower(before.start - 1) != "with":
            return False
        between = range(before.last + n, f.start)
        told = any(scene.tags[i].startswith("VB") or scene.tags[i] == "MD" for i in between)
        return 0 < len(between) <= 7 and scene.lower(between[0]) == "and" and not told
