"""Figures that count places in a chamber: a party's, the chamber's, those needed, reserved, gained or lost."""

from __future__ import annotations

from pipeline.configuring.terms import Terms
from pipeline.extracting.figures import Figure
from pipeline.extracting.measuring.nouns import Noun
from pipeline.extracting.readings import Reading
from pipeline.extracting.scene import Scene

_HAUL = ("haul", "tally", "share", "bloc", "total", "contingent", "group", "delegation", "victory", "win", "faction")
_CHANGE = ("gain", "loss", "swing", "increase", "drop", "decline", "deficit")
_LEAD = ("majority", "lead", "margin", "advantage", "cushion", "plurality")
_WHOLE_OF = (
    "out",
    "total",
    "all",
    "each",
    "most",
    "half",
    "none",
    "any",
    "majority",
    "third",
    "quarter",
    "two-thirds",
    "percent",
    "many",
    "some",
    "few",
    "remaining",
    "control",
    "least",
    "thirds",
)


class SeatReader:
    """Reads figures whose noun is "seats", "deputies" or the like, also as "329-seat"."""

    def __init__(self, terms: Terms) -> None:
        self._t = terms
        c = terms.chambers
        self._chambers = frozenset(c.nouns)
        self._at_stake = frozenset(c.at_stake)
        self._contesting = frozenset(c.contesting)
        self._electing = frozenset(c.electing)
        self._majority = frozenset(c.majority_words)
        self._needing = frozenset(c.needing)
        self._reserved = frozenset(c.reserved)
        self._get = frozenset(terms.verbs.get)
        self._lose = frozenset(terms.verbs.lose)

    def compound(self, scene: Scene, f: Figure) -> Reading | None:
        """ "329-seat legislature" (seats_total), "54-seat haul" (seats), "nine-seat gain" (seats_change)."""
        i = f.last
        if i + 2 >= len(scene.words) or scene.words[i].text not in ("-", "\u2011", "\u2010"):
            return None
        kind = scene.words[i + 1].lower
        if kind not in ("seat", "member", "strong", "deputy", "seats"):
            return None
        j = i + 2
        while j < len(scene.words) and j - i < 7:
            word = scene.words[j].lower
            if scene.phrase_at(j, self._majority) and word not in self._chambers:
                if any(scene.has(self._needing, max(0, f.start - 6), min(len(scene.words), j + 5)) for _ in (0,)):
                    return Reading(f, "seats_majority", "seat", "seat-majority-needed", "none", j + 1)
                return None
            if word in _LEAD:
                return None
            if word in _CHANGE:
                return Reading(
                    f,
                    "seats_change",
                    "seat",
                    "seat-change-compound",
                    "required",
                    j + 1,
                    -1 if word in ("loss", "drop", "decline") else 1,
                )
            if word in _HAUL and kind == "seat":
                return Reading(f, "seats", "seat", "seat-haul", "required", j + 1)
            n = scene.phrase_at(j, self._chambers)
            if (
                n
                and kind != "seat"
                and word in ("council", "cabinet", "body", "selection", "electoral")
                and not self._local(scene, i, j)
            ):
                return None
            if n or self._is_house(scene, j):
                return Reading(f, "seats_total", "seat", "seat-chamber", "none", j + 1)
            if not scene.is_modifier(j):
                break
            j += 1
        named = any(scene.words[k].text[:1].isupper() for k in range(i + 2, min(j + 1, len(scene.words))))
        if kind == "seat" and named and self._electoral(scene):
            return Reading(f, "seats_total", "seat", "seat-compound", "none", i + 2)
        return None

    def _local(self, scene: Scene, i: int, j: int) -> bool:
        """ "the 63-member city council" is elected, "the 15-member Security Council" is not."""
        return any(
            w.lower
            in (
                "city",
                "legislative",
                "town",
                "municipal",
                "provincial",
                "state",
                "regional",
                "county",
                "district",
                "federal",
                "national",
                "local",
            )
            for w in scene.words[i:j]
        )

    def _electoral(self, scene: Scene) -> bool:
        return any(
            w.lower.startswith(
                ("elect", "parliament", "vote", "poll", "assembly", "legislat", "constituen", "candidate")
            )
            for w in scene.words
        )

    def _is_house(self, scene: Scene, j: int) -> bool:
        m = scene.mention_at[j]
        return m >= 0 and scene.mentions[m].kind == "body" and "legislature" in scene.mentions[m].basis

    def read(self, scene: Scene, f: Figure, noun: Noun) -> Reading | None:
        """Return the reading of "N seats" or "N deputies"; the party's seats need a subject, the rest do not."""
        for rule in (self._needed, self._set_aside, self._whole, self._staked, self._changed, self._chamber_has):
            reading = rule(scene, f, noun)
            if reading is not None:
                return reading if reading.measure else None
        if noun.group == "member":
            return self._members(scene, f, noun)
        return Reading(f, "seats", "seat", "seats", "required", noun.last)

    def _needed(self, scene: Scene, f: Figure, noun: Noun) -> Reading | None:
        """ "the 326 seats needed for a majority"; "272 seats for a simple majority"."""
        last = min(len(scene.words), noun.last + 9)
        stop = next(
            (j for j in range(noun.last, min(last, noun.last + 4)) if scene.words[j].kind in ("sign", "number")), last
        )
        cue = scene.find(self._needing, noun.last, min(stop, noun.last + 4))
        if cue >= 0 and scene.words[cue].lower in ("short", "shy"):
            return Reading(f, "", "seat", "seats-short-of", "none", noun.last)
        if cue >= 0 and scene.has(self._majority, cue, min(len(scene.words), cue + 9)):
            return Reading(f, "seats_majority", "seat", "seats-needed", "none", noun.last)
        after = [w.lower for w in scene.words[noun.last : noun.last + 5]]
        if after[:1] == ["for"] and scene.has(self._majority, noun.last, noun.last + 5):
            return Reading(f, "seats_majority", "seat", "seats-for-majority", "none", noun.last)
        before = [w.lower for w in scene.words[max(0, f.start - 7) : f.start]]
        if any(w in ("needed", "need", "needs") for w in before) and any(
            w in ("another", "more", "extra") for w in before[-2:]
        ):
            return Reading(f, "", "seat", "needs-more-seats", "none", noun.last)
        more = any(
            w in ("another", "more", "extra", "further", "additional")
            for w in [*before[-2:], *(w.lower for w in scene.words[f.last : noun.first])]
        )
        if more and any(w in ("need", "needs", "needed") for w in before):
            return Reading(f, "", "seat", "needs-more-seats", "none", noun.last)
        if any(w in ("need", "needs", "needed", "requires", "require", "required") for w in before) and scene.has(
            self._majority, noun.last, last
        ):
            return Reading(f, "seats_majority", "seat", "needs-seats", "none", noun.last)
        return None

    def _set_aside(self, scene: Scene, f: Figure, noun: Noun) -> Reading | None:
        """ "nine seats are reserved for minorities", "the 83 reserved seats"."""
        other = next((g.start for g in scene.figures if g.start >= noun.last), len(scene.words))
        if scene.has(self._reserved, f.last, min(other, noun.last + 10)):
            return Reading(f, "seats_reserved", "seat", "seats-reserved", "none", noun.last)
        return None

    def _whole(self, scene: Scene, f: Figure, noun: Noun) -> Reading | None:
        """ "54 of the 329 seats", "out of 295 seats", "Of the 81 Senate seats, ...", "all 150 seats"."""
        i = f.start - 1
        words = scene.words
        own = False
        if i >= 0 and words[i].lower in self._t.reference.possessives:
            own, i = True, i - 1
        while (
            i >= 0
            and words[i].lower in ("the", "all", "total", "a", "'s", "country", "of")
            and not (words[i].lower == "of" and i and words[i - 1].lower not in ("total", "all", "out"))
        ):
            if words[i].lower == "of":
                break
            i -= 1
        if i >= 0 and words[i].lower == "of":
            head = words[i - 1].lower if i else ""
            if head in _CHANGE or head in ("lost", "total") and not self._total_is_whole(scene, i):
                return None
            definite = any(w.lower in ("the", "all") for w in words[i + 1 : f.start])
            if head in _LEAD and not definite:
                return Reading(f, "", "seat", "majority-of", "none", noun.last)
            if own and not self._house_owns(scene, f.start - 1):
                return Reading(f, "seats", "seat", "of-its-seats", "required", noun.last, previous=True)
            linked = head == "out" or (i and any(g.last in (i, i - 1, i - 2) for g in scene.figures)) or i <= 1
            if not (definite or own or linked or self._owner_is_place(scene, f)):
                return None
            if head in ("number", "haul", "tally", "minimum", "maximum", "average"):
                return None
            return Reading(f, "seats_total", "seat", "of-the-seats", "none", noun.last)
        if i >= 0 and words[f.start - 1].lower == "all":
            return Reading(f, "seats_total", "seat", "all-seats", "none", noun.last)
        if self._owner_is_place(scene, f):
            return Reading(f, "seats_total", "seat", "house-seats", "none", noun.last)
        return None

    def _house_owns(self, scene: Scene, i: int) -> bool:
        """ "the Chamber of Deputies and 305 of its 574 seats": the nearest noun that "its" can mean is the house."""
        for j in range(i - 1, max(-1, i - 14), -1):
            m = scene.mention_at[j]
            if scene.words[j].lower in self._chambers or (m >= 0 and scene.mentions[m].kind == "body"):
                return True
            if m >= 0 and scene.mentions[m].kind in ("party", "person"):
                return False
        return False

    def _total_is_whole(self, scene: Scene, of: int) -> bool:
        """ "32 out of a total of 120 seats" is the whole; "won a total of 120 seats" is not."""
        before = [w.lower for w in scene.words[max(0, of - 5) : of]]
        return "out" in before

    def _owner_is_place(self, scene: Scene, f: Figure) -> bool:
        """ "Scotland's 59 seats", "the assembly's 150 seats", "parliament's 120 seats"."""
        i = f.start - 1
        while i >= 0 and scene.words[i].lower in ("total", "new", "upper", "lower"):
            i -= 1
        if i < 1 or scene.words[i].kind != "genitive":
            return False
        m = scene.mention_at[i - 1]
        if m >= 0:
            return scene.mentions[m].kind in ("place", "body")
        return scene.words[i - 1].lower in self._chambers or scene.words[i - 1].lower in (
            "country",
            "nation",
            "state",
            "province",
            "region",
            "city",
        )

    def _staked(self, scene: Scene, f: Figure, noun: Noun) -> Reading | None:
        """ "329 seats up for grabs", "vying for just 329 seats", "will elect 167 deputies", "the 125 seats in"."""
        i = noun.last
        while (
            i < len(scene.words)
            and i - noun.last < 3
            and scene.words[i].lower in ("are", "were", "that", "which", "is", "will", "be", "still")
        ):
            i += 1
        if scene.phrase_at(i, self._at_stake):
            return Reading(f, "seats_total", "seat", "seats-at-stake", "none", noun.last)
        words = scene.words
        before = [w.lower for w in words[max(0, f.start - 5) : f.start]]
        if (
            before
            and before[-1] in ("for", "the", "contest", "contested", "contesting", "fill", "all")
            and any(w in self._contesting for w in before)
        ):
            return Reading(f, "seats_total", "seat", "vying-for-seats", "none", noun.last)
        if before and any(w in self._electing for w in before[-3:]) and self._voters_elect(scene, f):
            return Reading(f, "seats_total", "seat", "elect-members", "none", noun.last)
        tail = scene.words[noun.last].lower if noun.last < len(words) else ""
        if before and before[-1] == "the" and tail in ("in", "of", "at") and not self._gets(scene, f):
            return Reading(f, "seats_total", "seat", "the-seats-in", "none", noun.last)
        return None

    def _voters_elect(self, scene: Scene, f: Figure) -> bool:
        """ "Voters will elect 167 deputies", "to elect the 150 members"; not "the party elected 12 deputies"."""
        first, _ = scene.clause(f.first)
        for i in range(f.start - 1, first - 1, -1):
            m = scene.mention_at[i]
            if m >= 0 and scene.mentions[m].kind == "party":
                return False
        return True

    def _gets(self, scene: Scene, f: Figure) -> bool:
        return any(w.lower in self._get or w.lower in self._lose for w in scene.words[max(0, f.start - 4) : f.start])

    def _changed(self, scene: Scene, f: Figure, noun: Noun) -> Reading | None:
        """ "lost 12 seats" (-12), "gained nine seats" beside a loss, "a loss of 20 seats", "up nine seats", "29 more seats"."""
        words = scene.words
        inner = [w.lower for w in words[f.last : noun.first]]
        if any(w in ("more", "extra", "additional") for w in inner) and "than" in [
            w.lower for w in words[noun.last : noun.last + 3]
        ]:
            return Reading(f, "seats_change", "seat", "seats-more-than", "required", noun.last)
        if any(w in ("fewer", "less") for w in inner):
            return Reading(f, "seats_change", "seat", "seats-fewer-than", "required", noun.last, -1)
        i = f.start - 1
        if i >= 1 and words[i].lower == "but" and words[i - 1].lower == "all":
            return Reading(f, "seats", "seat", "all-but-seats", "required", noun.last)
        while (
            i >= 0
            and words[i].lower
            in ("another", "at", "least", "a", "net", "the", "some", "further", "total", "of", "as", "many")
            and i > f.start - 5
        ):
            i -= 1
        verb = words[i].lower if i >= 0 else ""
        if verb in self._lose or verb in ("loss", "losses", "down"):
            return Reading(f, "seats_change", "seat", "seats-lost", "required", noun.last, -1)
        if verb in ("up", "gain", "gains", "increase", "gaining", "gained") or (
            verb == "up" and i and words[i - 1].lower.startswith("pick")
        ):
            if (
                verb in ("up", "gained", "gaining")
                and not self._parallel_loss(scene, f)
                and not (verb == "up" and not words[i - 1].lower.startswith("pick"))
            ):
                return None
            return Reading(f, "seats_change", "seat", "seats-gained", "required", noun.last)
        if verb == "by" and i and any(w.lower in self._t_changes for w in words[max(0, i - 5) : i]):
            down = any(
                w.lower in ("fell", "down", "dropped", "decreased", "reduced", "cut") for w in words[max(0, i - 5) : i]
            )
            return Reading(f, "seats_change", "seat", "seats-by", "required", noun.last, -1 if down else 1)
        return None

    _t_changes = frozenset(
        (
            "rose",
            "fell",
            "up",
            "down",
            "increased",
            "increase",
            "dropped",
            "decreased",
            "representation",
            "majority",
            "improved",
            "reduced",
            "cut",
        )
    )

    def _parallel_loss(self, scene: Scene, f: Figure) -> bool:
        return any(w.lower in self._lose for w in scene.words) or scene.has(
            frozenset(("net gain", "compared with", "than in"))
        )

    def _house_before(self, scene: Scene, f: Figure) -> bool:
        """ "The Bundestag will be bigger than ever, with 735 members": the only name before is a house."""
        named = [scene.mentions[scene.mention_at[j]] for j in range(f.start) if scene.mention_at[j] >= 0]
        house = bool(named) and all(m.kind == "body" for m in named) and "legislature" in named[-1].basis
        return house and scene.words[f.start - 1].lower in ("with", "has", "have", "of")

    def _chamber_has(self, scene: Scene, f: Figure, noun: Noun) -> Reading | None:
        """ "the assembly has 150 seats", "there are 225 seats in parliament"."""
        i = f.start - 1
        words = scene.words
        while i >= 0 and words[i].lower in ("of", "up", "only", "a", "total", "made", "now", "currently"):
            i -= 1
        if i > 0 and words[i].lower in (
            "has",
            "have",
            "comprises",
            "comprise",
            "had",
            "comprising",
            "consists",
            "with",
            "are",
            "were",
            "totals",
        ):
            j = i - 1
            while j >= 0 and words[j].lower in (",", "which", "that", "now", "currently", "also", "will"):
                j -= 1
            if words[i].lower in ("are", "were") and j >= 0 and words[j].lower == "there":
                return Reading(f, "seats_total", "seat", "there-are-seats", "none", noun.last)
            m = scene.mention_at[j] if j >= 0 else -1
            if j >= 0 and (
                words[j].lower in self._chambers
                or (m >= 0 and scene.mentions[m].kind == "body" and "legislature" in scene.mentions[m].basis)
            ):
                return Reading(f, "seats_total", "seat", "chamber-has-seats", "none", noun.last)
        return None

    def _members(self, scene: Scene, f: Figure, noun: Noun) -> Reading | None:
        """ "seven MPs" count seats only where someone has or wins them, or the chamber is named behind."""
        tail = [w.lower for w in scene.words[noun.last : noun.last + 4]]
        if tail[:1] in (["cast"], ["voted"]) or tail[:2] == ["have", "voted"]:
            return Reading(f, "votes_cast", "voter", "members-voted", "none", noun.last)
        head = [w.lower for w in scene.words[max(0, f.start - 4) : f.start]]
        if noun.text.startswith("members") and self._house_before(scene, f):
            return Reading(f, "seats_total", "seat", "house-with-members", "none", noun.last)
        if (
            noun.text.startswith("members")
            and not any(w in self._chambers for w in tail)
            and "parliament" not in noun.text
        ):
            if not (any(w in self._get for w in head[-2:]) and any(w in self._chambers for w in tail)):
                return None
        joined = head[-1:] in (["and"], ["with"]) and any(
            g.last <= f.start and g.kind == "percent" for g in scene.figures
        )
        if joined or any(w in self._get for w in head[-3:]) or any(w in ("elected", "returned") for w in head[-2:]):
            return Reading(f, "seats", "seat", "members-won", "required", noun.last)
        if tail[:1] in (["were"], ["are"]) and "elected" in tail:
            return Reading(f, "seats", "seat", "members-elected", "required", noun.last)
        return None
