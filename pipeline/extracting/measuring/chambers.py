"""Figures that tell the size of a chamber: "329-seat legislature", "54 of the 329 seats", "all 150 seats"."""

from __future__ import annotations

from pipeline.annotating.words import ARTICLES
from pipeline.configuring.terms import Terms
from pipeline.extracting.figures import Figure
from pipeline.extracting.grammar import ALL_HYPHENS, BE_FORMS, COORDINATORS, DETERMINERS, PLURAL_BEING
from pipeline.extracting.measuring.majorities import more_than_half
from pipeline.extracting.measuring.moves import CONTESTED
from pipeline.extracting.measuring.nouns import Noun
from pipeline.extracting.readings import Reading, nothing
from pipeline.extracting.scene import Scene

_LEAST = 10  # fewer seats, with no word that they are all, make no chamber
_SIZED = 4  # words from "76-seat" to its house
_ELECTED = 12  # words from "elect" over what else is elected to the figure
_CONGRESS = 4_000  # members of a house, at most
_OF_BODY = 6  # words from "members" to "of the electoral council"
_ALL_OF = 16  # words from "won all 14 seats in the south" to "and all eight"


class ChamberReader:
    """Rules for seats that are a whole chamber's, and for figures joined to "seat" by a hyphen."""

    def __init__(self, terms: Terms) -> None:
        self._w, self._candidates = terms.counting.seats, terms.nouns.candidate
        self._c, self._houses = terms.chambers, terms.counting.sizes.houses
        self._possessives, self._heads = terms.reference.possessives, terms.reference.party_heads
        self._stock = terms.counting.gains.stock
        self._get, self._lose, self._go = terms.verbs.get, terms.verbs.lose, terms.verbs.go

    # -- joined to "seat" or "member" -----------------------------------------------------------

    def compound(self, scene: Scene, f: Figure) -> Reading | None:
        """ "329-seat legislature" (seats_total), "54-seat haul" (seats), "nine-seat gain" (seats_change)."""
        i, words = f.last, scene.words
        if i + 2 < len(words) and words[i].lower in self._w.joined and scene.phrase_at(i + 1, self._c.nouns):
            return self._house_headed(scene, f, words[i].lower, i + 1)  # "the 109 seat assembly"
        if i + 2 >= len(words) or words[i].text not in ALL_HYPHENS:
            return None
        kind = words[i + 1].lower
        if kind not in self._w.joined:
            return None
        j = i + 2
        while j < len(words) and j - i < 7:
            decided = self._headed(scene, f, kind, j)
            if decided is not None:
                return decided if decided.measure else None
            if not scene.is_modifier(j):
                break
            j += 1
        landed = words[i + 2].lower in self._w.lands  # "In the 85-seat province they were elected in 43"
        named = landed or any(words[k].text[:1].isupper() for k in range(i + 2, min(j + 1, len(words))))
        if kind == "seat" and named and any(w.lower.startswith(self._w.electoral_stems) for w in words):
            return Reading(f, "seats_total", "seat", "seat-compound", "none", i + 2)
        return None

    def _headed(self, scene: Scene, f: Figure, kind: str, j: int) -> Reading | None:
        """What word j makes of "54-seat" if it is the noun it stands before; None where it is none that tells."""
        word = scene.words[j].lower
        if scene.phrase_at(j, self._c.majority_words) and word not in self._c.nouns:
            needed = scene.has(self._c.needing, max(0, f.start - 6), j + 5) or more_than_half(scene, f)
            majority = Reading(f, "seats_majority", "seat", "seat-majority-needed", "none", j + 1)
            return majority if needed else nothing(f, "seat-majority")
        if word in self._w.marks:
            return Reading(f, "seats_majority", "seat", "seat-mark", "none", j + 1)
        if word in self._w.lead:
            return nothing(f, "seat-lead")
        if word in self._w.change:
            sign = -1 if word in self._w.change_down else 1
            return Reading(f, "seats_change", "seat", "seat-change-compound", "required", j + 1, sign)
        if word in self._w.haul and kind == "seat":
            return Reading(f, "seats", "seat", "seat-haul", "required", j + 1)
        return self._house_headed(scene, f, kind, j)

    def _house_headed(self, scene: Scene, f: Figure, kind: str, j: int) -> Reading | None:
        """ "the 63-member city council" is elected, "the 15-member Security Council" is not."""
        house = scene.phrase_at(j, self._c.nouns)
        if scene.lower(j) in self._w.cabinets:
            return nothing(f, "no-chamber")  # "a 17-seat cabinet"
        body = house and kind != "seat" and scene.words[j].lower in self._w.unelected
        if body and self._w.local.isdisjoint(scene.lowers(f.last, j)):
            return nothing(f, "no-chamber")
        if house or scene.is_house(j):
            return Reading(f, "seats_total", "seat", "seat-chamber", "none", j + 1)
        return None

    # -- the whole of which a part is told --------------------------------------------------------

    def whole(self, scene: Scene, f: Figure, noun: Noun) -> Reading | None:
        """ "54 of the 329 seats", "out of 295 seats", "Of the 81 Senate seats, ...", "all 150 seats"."""
        at = self._own(scene, f)
        i = scene.skip(f.start - 1 if at < 0 else at - 1, self._w.whole_fill, -1)
        if scene.lower(i) == "first" and scene.lowers(i - 2, i) == ["of", "the"]:
            return nothing(f, CONTESTED)  # "Twelve of the first 20 seats to declare went to Labour"
        if scene.lower(i) == "of":
            cabinet = at < 0 and scene.lower(i - 1) in self._w.cabinets  # "A cabinet of 76 seats is needed"
            return nothing(f, "no-chamber") if cabinet else self._behind_of(scene, f, noun, i)
        if "all" in scene.lowers(f.start - 1, f.first):
            many = f.value > _CONGRESS and noun.group == "member"  # "in all 506,438 party members voted"
            return None if many else self._all_seats(scene, f, noun)
        if self._owner_is_place(scene, f):
            return Reading(f, "seats_total", "seat", "house-seats", "none", noun.last)
        return None

    def _own(self, scene: Scene, f: Figure) -> int:
        """The possessive before a figure: "lost five of its previous 38 seats"; -1 for none."""
        i = scene.skip(f.start - 1, self._stock, -1)
        return i if scene.lower(i) in self._possessives else -1

    def _behind_of(self, scene: Scene, f: Figure, noun: Noun, of: int) -> Reading | None:
        """What "of" at word `of` makes of the seats behind it."""
        at, head = self._own(scene, f), scene.lower(of - 1)
        own = at >= 0
        total = "out" not in scene.lowers(of - 5, of)  # "won a total of 120 seats", not "32 out of a total of 120"
        if head in self._w.change or (head in self._w.no_whole and total):
            return None
        if head in self._c.nouns and not own:
            return Reading(f, "seats_total", "seat", "house-of-seats", "none", noun.last)
        definite = any(w in self._w.definite for w in scene.lowers(of + 1, f.start))
        if self._every_one(scene, of):
            return Reading(f, "seats", "seat", "all-seats-won", "required", noun.last)
        if head in self._w.lead and not definite:
            half = Reading(f, "seats_majority", "seat", "majority-of-half", "none", noun.last)
            return half if more_than_half(scene, f) else nothing(f, "majority-of")
        elective = any(w in self._w.elective for w in scene.lowers(f.last, noun.first))
        if own and not elective and not self._house_owns(scene, at) and not self._won(scene, of):
            return Reading(f, "seats", "seat", "of-its-seats", "required", noun.last, previous=True)
        linked = head == "out" or of <= 1 or any(g.last in (of, of - 1, of - 2) for g in scene.figures)
        partisan = any((m := scene.mention(k)) is not None and m.kind == "party" for k in range(f.last, noun.last))
        if partisan or (
            scene.lower(noun.last) != "," and scene.has(self._w.no_houses, noun.last, noun.last + _OF_BODY)
        ):
            return None  # "of the 15 Labour deputies", "the only one of the five members of the electoral council"
        known = definite or own or self._owner_is_place(scene, f)
        if head in self._w.no_chamber or not (known or linked):
            return None
        some = not known and f.value < _LEAST  # "Brown won three of four seats": those he stood in
        return nothing(f, CONTESTED) if some else Reading(f, "seats_total", "seat", "of-the-seats", "none", noun.last)

    def _all_seats(self, scene: Scene, f: Figure, noun: Noun) -> Reading:
        """ "won all 14 seats in the south and all eight in the north", "all 32 seats went to"; else all there are."""
        i = f.start - 1 - (scene.lower(f.start - 1) == "all")
        verb = scene.lower(i)
        if verb in ("and", ",", "but"):
            before = (j for j in range(i - 1, max(-1, i - _ALL_OF), -1) if scene.tags[j].startswith("VB"))
            verb = scene.lower(next(before, -1))
        if verb in self._lose:
            return Reading(f, "seats_change", "seat", "all-seats-lost", "required", noun.last, -1)
        near = range(noun.last, min(len(scene.words), noun.last + _ALL_OF // 2))
        if verb in self._w.taking_all or any(scene.phrase_at(j, self._go, 4) for j in near):
            return Reading(f, "seats", "seat", "all-seats-won", "required", noun.last)
        return Reading(f, "seats_total", "seat", "all-seats", "none", noun.last)

    def _every_one(self, scene: Scene, of: int) -> bool:
        """ "has won every one of the 24 seats", "took each of the 12 seats"."""
        i = scene.skip(of - 1, self._w.every, -1)
        return i < of - 1 and scene.lower(i) in self._w.taking_all

    def _won(self, scene: Scene, of: int) -> bool:
        """ "elections to the assembly, where it won eight of its 70 seats": nobody wins what it has."""
        near = scene.lowers(of - 7, of)
        won = any(w in self._get and w not in self._w.keeping for w in near)
        return won and not any(w in self._lose or w in self._w.keeping for w in near)

    def _house_owns(self, scene: Scene, i: int) -> bool:
        """ "the Chamber of Deputies and 305 of its 574 seats": the nearest noun that "its" can mean is the house."""
        for j in range(i - 1, max(-1, i - 14), -1):
            m = scene.mention(j)
            if scene.words[j].lower in self._c.nouns or (m is not None and m.kind == "body"):
                return True
            if m is not None and m.kind in ("party", "person"):
                return False
        return False

    def _owner_is_place(self, scene: Scene, f: Figure) -> bool:
        """ "Scotland's 59 seats", "the assembly's 150 seats", "parliament's 120 seats"."""
        i = scene.skip(f.start - 1, self._w.house_adjectives, -1)
        if i < 1 or scene.words[i].kind != "genitive":
            return False
        m = scene.mention(i - 1)
        if m is not None:
            return m.kind in ("place", "body")
        return scene.lower(i - 1) in self._c.nouns or scene.lower(i - 1) in self._w.lands

    # -- all the seats that are to be had -----------------------------------------------------------

    def staked(self, scene: Scene, f: Figure, noun: Noun) -> Reading | None:
        """ "329 seats up for grabs", "vying for just 329 seats", "will elect 167 deputies", "the 125 seats in"."""
        rule = ""
        before = scene.lowers(f.start - 5, f.start)
        opened = scene.phrase_before(scene.skip(f.start - 1, self._w.stake_fill, -1, most=3) + 1, self._w.stake_opens)
        if opened or scene.phrase_at(scene.skip(noun.last, self._w.stake_fill, most=3), self._c.at_stake):
            rule = "seats-at-stake"
        elif before[-2:-1] and before[-2] in self._w.suffices:
            return None  # "had 45.5 per cent in the election, enough for 59 places in a parliament of"
        elif before and before[-1] in self._w.stake_lead and any(w in self._c.contesting for w in before):
            rule = "vying-for-seats"
        elif self._elects(scene, f, before[-3:]):
            rule = "elect-members"
        elif before[-1:] == ["the"] and scene.lower(noun.last) in self._w.inside and not self._someones(scene, f, noun):
            if scene.has(self._w.no_houses, noun.last, noun.last + _OF_BODY):
                return None
            rule = "the-seats-in"
        elif before[-2:] == ["for", "the"] and scene.has(self._candidates, 0, f.start):
            rule = "vying-for-seats"  # "There were 6,360 candidates, more than ever, for the 577 seats"
        return Reading(f, "seats_total", "seat", rule, "none", noun.last) if rule else None

    def _elects(self, scene: Scene, f: Figure, before: list[str]) -> bool:
        """ "Voters will elect 167 deputies", "to elect the 150 members"; not "the party elected 12 deputies"."""
        if not (any(w in self._c.electing for w in before) or self._also_elect(scene, f)):
            return False
        first, _ = scene.clause(f.first)
        return not any(m is not None and m.kind == "party" for m in map(scene.mention, range(first, f.start)))

    def _also_elect(self, scene: Scene, f: Figure) -> bool:
        """ "registered to elect a president, 90 lawmakers and 20 councillors": over what else they elect."""
        for i in range(f.start - 1, max(0, f.start - _ELECTED), -1):
            if scene.lower(i) in self._c.electing:
                chosen = scene.lower(i - 1) in BE_FORMS  # "were choosing half the Senate"
                return chosen or scene.tags[i] in ("VB", "VBP")
            half = scene.lower(i) in ("of", "half") or scene.words[i].kind == "number"
            if not (half or scene.lower(i) in {",", *COORDINATORS, *ARTICLES} or scene.is_modifier(i)):
                return False
        return False

    def _someones(self, scene: Scene, f: Figure, noun: Noun) -> bool:
        """Somebody gets or loses them, or they are members of a party ("the two members of the Orange Front")."""
        last = noun.last + 1
        while last < len(scene.words) and scene.mention_at[last] < 0 and self._leads_on(scene, last):
            last += 1  # "the eight lawmakers of the small pro-business Harbour Party"
        behind = (m for m in map(scene.mention, range(noun.last, max(last + 1, noun.last + 4))) if m is not None)
        if scene.lower(noun.last) == "of" and any(m.kind == "party" for m in behind):
            return True
        return any(w in self._get or w in self._lose for w in scene.lowers(f.start - 4, f.start))

    def _leads_on(self, scene: Scene, i: int) -> bool:
        """An article or an adjective, on the way to a name."""
        described = scene.words[i].text == "-" or scene.tags[i] in ("JJ", "AFX", "NN", "HYPH")
        return described or scene.lower(i) in DETERMINERS

    # -- a house and its size ------------------------------------------------------------------------

    def alone_before(self, scene: Scene, f: Figure) -> bool:
        """ "The Bundestag will be bigger than ever, with 735 members": the only name before is a house."""
        named = [j for j in range(f.start) if scene.mention_at[j] >= 0]
        if not named or not scene.is_house(named[-1]) or scene.lower(f.start - 1) not in self._w.house_with:
            return False
        return all(scene.mentions[scene.mention_at[j]].kind == "body" for j in named)

    def _enters(self, scene: Scene, i: int, house: int) -> bool:
        """ "will enter parliament with 67 MPs": theirs who enter, though "parliament with 150 seats" is the house's."""
        before = scene.skip(house - 1, DETERMINERS, -1)
        return scene.lower(i) == "with" and scene.phrase_before(before + 1, self._w.entering) > 0

    def has_seats(self, scene: Scene, f: Figure, noun: Noun) -> Reading | None:
        """ "the assembly has 150 seats", "there are 225 seats in parliament"."""
        i = scene.skip(f.start - 1, self._w.house_fill, -1)
        if i <= 0 or scene.words[i].lower not in self._w.house_has:
            return None
        j = scene.skip(i - 1, self._w.house_skip, -1)
        if scene.words[i].lower in PLURAL_BEING and scene.lower(j) == "there":
            if noun.text in self._w.no_house:
                return None  # "There are 26 governors to be named"
            partisan = any(scene.mention_at[k] >= 0 for k in range(f.last, noun.last))  # "there are 12 Labour MPs"
            some = partisan or f.number.high is not None  # "There are four to six members we are talking to"
            return None if some else Reading(f, "seats_total", "seat", "there-are-seats", "none", noun.last)
        if self._sits_in(scene, noun, i, j):
            return None
        if self._enters(scene, i, j):
            return Reading(f, "seats", "seat", "enters-with", "required", noun.last)
        if scene.lower(j) in self._c.nouns or scene.is_house(j) or self._names_house(scene, j):
            if scene.lower(i) == "with" and any(0 < j - g.last <= _SIZED for g in scene.figures):
                return Reading(f, "seats", "seat", "enters-with", "required", noun.last)  # "in the 76-seat Senate with"
            return Reading(f, "seats_total", "seat", "chamber-has-seats", "none", noun.last)
        return None

    def _sits_in(self, scene: Scene, noun: Noun, i: int, j: int) -> bool:
        """ "the biggest group in the lower house with 99 seats", "Congress, which had 60 seats in the old assembly"."""
        if scene.lower(j) in self._w.house_or_party and scene.lower(noun.last) == "in":
            return scene.has(self._c.nouns, noun.last, noun.last + 6)
        k = j
        while k > 0 and (scene.mention_at[k] >= 0 or scene.is_modifier(k) or scene.lower(k) in ARTICLES):
            k -= 1
        if scene.lower(i) != "with" or scene.lower(k) not in self._w.inside | {"into"}:
            return False
        party = any(m.kind == "party" for m in map(scene.mention, range(k)) if m is not None)
        largest = any(scene.tags[h] == "JJS" for h in range(k))  # "the largest single force in the new chamber with 37"
        return party or largest or scene.has(self._heads, 0, k)

    def _names_house(self, scene: Scene, j: int) -> bool:
        """ "The National Assembly of Zambia has 167 members": a name or a phrase with the house before its "of"."""
        m = scene.mention(j)
        head = "" if m is None else m.text.partition(" of ")[0].casefold()
        if m is not None and m.kind == "place":
            first = next(i for i, w in enumerate(scene.words) if m.char_start <= w.start)
            return scene.lower(first - 1) == "of" and scene.lower(first - 2) in self._houses
        return m is not None and " of " in m.text and head.split()[-1:] != [] and head.split()[-1] in self._houses
