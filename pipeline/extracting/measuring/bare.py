"""Numbers without a noun of their own: "which had 42", "Y 37 and Z 34", "up from 29", "another two".

They go on with the measure of a figure before them, in the sentence or just before it, when their size
allows; or a word beside them tells ("320 million were entitled to vote", "short of the 326 required").
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from pipeline.configuring.terms import Terms
from pipeline.extracting.figures import Figure
from pipeline.extracting.margins import margin_noun
from pipeline.extracting.measuring.ago import Ago
from pipeline.extracting.measuring.alone import Surroundings
from pipeline.extracting.measuring.bases import BaseFinder, fits, is_round
from pipeline.extracting.measuring.beside import BesideReader
from pipeline.extracting.measuring.paired import counterpart
from pipeline.extracting.readings import Reading
from pipeline.extracting.scene import Scene

_OF_NAMES = ("runs-areas", "takes-areas")  # only a name with its figure goes on with these
_HOUSE = 800  # no party has more seats; more are votes
_HERE_ONLY = ("candidates", "turnout", "registered_voters", "votes_cast")  # no sentence goes on with these


_OF_THEM = frozenset(("of", "them", "whom"))
_SETS_OFF = frozenset((",", "(", "-", "\u2013", "\u2014"))
_SINCE = 2  # sentences from the word "seats" to "had picked up 20"
_ASIDE = 6  # words from a share to "up 12.5"
_MOVING = ("from", "to", "at")
_ROUGHLY = ("below", "above", "around")
_BESIDE_SHARES = frozenset(("vote_share", "margin", "votes_counted", "rank", "turnout"))


class BareReader:
    """Reads figures that no noun follows."""

    def __init__(self, terms: Terms) -> None:
        self._w = terms.counting.bare
        self._gain, self._lose, self._move = terms.verbs.gain, terms.verbs.lose, terms.verbs.move
        self._reserved, self._regarding = terms.chambers.reserved, terms.nouns.regarding
        self._gaining = terms.counting.moves.gaining
        self._still, self._short = terms.counting.seats.still, self._w.short
        self._leaps, self._bars = self._w.leaps, terms.counting.counts.bars
        self._seats, self._party_heads = terms.nouns.seat, terms.reference.party_heads
        self._ahead = terms.counting.ahead
        self._around, self._having = Surroundings(terms), terms.naming.frames.having
        self._beside = BesideReader(terms, self._around)
        self._bases = BaseFinder(terms)
        self._elected, self._fill = terms.counting.counts.won, terms.counting.counts.fill

    def named(self, scene: Scene, i: int) -> bool:
        """True where word i ends a name, or is a word for a party ("and others in four")."""
        m = scene.mention(i)
        known = m is not None and m.kind != "place"
        return known or self._around.unknown_at(scene, i) or scene.lower(i) in self._party_heads

    def alone(self, scene: Scene, f: Figure) -> bool:
        """True where nothing stands behind the number that it could count instead."""
        return self._around.alone(scene, f)

    def read(self, scene: Scene, f: Figure, out: Mapping[int, Reading], ago: Ago) -> Reading | None:
        """Return the reading of a figure without a noun; None where nothing tells what it counts.

        `out` are the sentence's readings so far, by the first word of their figures.
        """
        if f.kind != "count" or scene.phrase_at(f.last, self._still) or self._share_moved(scene, f, out):
            return None  # "with five still to be declared"
        before = scene.lowers(f.start - 2, f.start)
        quota = before[-1:] == ["of"] and before[0] in self._bars  # "9,496 votes against a quota of 9,126"
        grown = before[-1:] and before[-1] in _MOVING and margin_noun(scene, f, self._ahead) >= 0
        if quota or grown or (f.number.spelled and (before == ["of", "the"] or before[-1:] == ["but"])):
            return None  # "the big loser of the three", "every province but two", "its majority grew from 14 to 24"
        told = [*out.values(), *ago.recent()]
        reading = self._in_brackets(scene, f, out, ago) or self._beside.read(scene, f, told, ago.houses())
        if reading is not None:
            return reading if reading.measure else None
        reading = self._more_of_it(scene, f, out) or self._gained_since(scene, f, out, ago)
        by = before[-1:] == ["by"]  # "widened their majority by four to 55 seats"
        moved = by and (scene.phrase_before(f.start - 1, self._move, 2) or scene.lower(f.last) == "to")
        moved = moved or (by and scene.has(self._short, f.start - 9, f.start))  # "fell short of theirs by 40,000"
        leap = scene.phrase_before(f.start, self._leaps) > 0  # "represented a leap of 57,000", "a cushion of 10"
        if reading is not None or moved or leap:
            return reading  # None: "the vote for him dropped by 3 million"
        other = counterpart(scene, f)
        if other is None:
            return self._from_base(scene, f, out, ago)
        so = out.get(
            other.first
        )  # "had 26 places on 20 percent, the Socialists 20 on 12": nothing tells what the 20 is
        return self._go_on(scene, f, so, True) if so is not None and fits(so, f) else None

    def _gained_since(self, scene: Scene, f: Figure, out: Mapping[int, Reading], ago: Ago) -> Reading | None:
        """ "They need to flip 15 seats. By midnight they had picked up 20. The others had lost 19": of seats still."""
        near = 0 < ago.sentence - ago.seat_words <= _SINCE and not out
        told = any(r.measure for r in ago.recent() if r.measure != "seats_change")
        plain = not f.number.step and not f.number.weak and f.value < _HOUSE and self._around.alone(scene, f)
        if not near or told or not plain:
            return None
        up = scene.phrase_before(f.start, self._gaining, 2) > 0
        if not up and not scene.phrase_before(f.start, self._lose, 2):
            return None
        return Reading(f, "seats_change", "seat", "gained-since", "required", f.last, 1 if up else -1)

    def _from_base(self, scene: Scene, f: Figure, out: Mapping[int, Reading], ago: Ago) -> Reading | None:
        """The reading that goes on with one before it; None where the figure stands not alone or nothing goes on."""
        if not self._around.alone(scene, f) or self._around.age(scene, f) or not self._around.tied(scene, f):
            return None
        if f.number.weak and not self._around.strongly(scene, f):
            return None
        found = (base for base in self._bases.of(scene, f, out, ago) if not _joined_to(scene, f, base[0]))
        bases = (base for base in found if fits(base[0], f) or self._round_share(scene, f, base[0], out))
        named = self.named(scene, f.start - 1)  # "controlled 18 councils and was reduced to 59": seats
        base = next((base for base in bases if named or base[0].rule not in _OF_NAMES), None)
        by = scene.lower(f.start - 1) == "by"
        if base is None or (not base[1] and self._around.unknown(scene, f)) or (by and base[0].measure == "votes"):
            return None  # a name that nobody knows goes on with its own sentence only; "was in by 3,102" is no one's
        return self._go_on(scene, f, *base)

    def _round_share(self, scene: Scene, f: Figure, base: Reading, out: Mapping[int, Reading]) -> bool:
        """ "Brown had 19.7 percent, Green 17 and Lee 16.1": a share without decimals where only shares are told."""
        told = all(r.measure in _BESIDE_SHARES for r in out.values()) and not scene.has(self._seats)
        rounded = is_round(f) and scene.lower(f.start - 1) in self._having  # "The Reds came next with just over 11"
        here = base.measure == "vote_share" and (rounded or out.get(base.figure.first) is base)
        hedged = f.hedge is not None and f.hedge.shape in _ROUGHLY  # "and the Harbour Party just under five"
        plain = f.number.high is None and (hedged or not f.number.spelled) and not f.number.step
        moved = scene.lower(f.start - 1) == "from" and f.start - 1 in (
            base.end,
            base.figure.last,
        )  # "fell to 36.4 percent from 45"
        whom = f.last + 1 + (scene.lower(f.last + 1) == "the")
        for_whom = scene.lower(f.last) == "for" and scene.mention_at[whom : whom + 1] != [-1]
        closed = scene.lower(f.start - 1) == "," and scene.lower(f.last) in (",", ".", ";")  # "the Democrat, Lee, 20."
        placed = any(g.kind == "ordinal" and g.last == f.start - 1 for g in scene.figures)  # "the Greens third on 15"
        beside = (
            moved
            or for_whom
            or placed
            or rounded
            or scene.mention_at[f.start - 1] >= 0
            or (scene.lower(f.start - 1) in self._having and scene.lower(f.start - 2) == ",")
            or ((scene.lower(f.start - 1) in self._having or closed) and scene.mention_at[f.start - 2] >= 0)
            or self._around.got(scene, f)
            or self._around.was_about(scene, f)
        )
        told = told or moved  # "fell to 5 percent from almost 18 and kept seven seats"
        return told and here and plain and beside and 0 < f.value <= (100 if moved else 100 - base.figure.value)

    def _share_moved(self, scene: Scene, f: Figure, out: Mapping[int, Reading]) -> bool:
        """ "24.2 percent of the vote, up 12.5, and the Greens": how far a share moved; not "up 12.5 to 36.7"."""
        prior = scene.figure_before(f.start)
        told = out.get(prior.first) if prior is not None else None
        moved = scene.lower(f.start - 1) in self._w.up_or_down and scene.lower(f.start - 2) in _SETS_OFF
        if told is None or told.unit != "percent" or not moved or f.number.high is not None or f.number.spelled:
            return False  # "had 14, down one" is of seats
        between = range(told.end, f.start)
        return len(between) <= _ASIDE and not any(scene.mention_at[i] >= 0 for i in between)

    def _in_brackets(self, scene: Scene, f: Figure, out: Mapping[int, Reading], ago: Ago) -> Reading | None:
        """ "18.6 percent of the vote (240,115)", "Labour: 9,640 (51.06%)": votes beside their share."""
        inside = scene.lower(f.start - 1) == "(" and scene.lower(f.last) == ")"
        before = next((out[k] for k in sorted(out, reverse=True) if k < f.first), None)
        told = inside and before is not None and before.measure == "vote_share" and 0 <= f.start - before.end <= 2
        after = next((g for g in scene.figures if g.first == f.last + 1), None)
        shared = after is not None and after.kind == "percent" and scene.lower(f.last) == "(" and f.value >= 50
        named = scene.lower(f.start - 1) == ":" or scene.mention_at[f.start - 1] >= 0
        seats = told and any(self._seats_inside(scene, r) for k, r in out.items() if k < f.first)
        last = next((r.measure for r in ago.recent() if r.measure in ("seats", "votes")), "")
        seats = seats or (told and f.value < _HOUSE and not f.number.step and last == "seats")  # in lines of their own
        if f.number.step >= 1000 or not (seats or (told and f.value >= 50) or (shared and named)):
            return None
        if seats:
            return Reading(f, "seats", "seat", "seats-beside-share", "required", f.last)
        return Reading(f, "votes", "vote", "votes-beside-share", "required", f.last)

    def _seats_inside(self, scene: Scene, r: Reading) -> bool:
        """ "30.7% (157 seats), Third Way 14.4% (65)": what brackets behind a share hold was told once."""
        return r.measure == "seats" and scene.lower(r.figure.start - 1) == "(" and scene.lower(r.end) == ")"

    def in_table(self, scene: Scene, f: Figure) -> Reading | None:
        """ "Party Share Seats Smer 22.94% 42 PS 17.96% 32": a whole number right behind a share, under "Seats"."""
        behind = any(g.kind == "percent" and g.last == f.start and g.number.step < 1 for g in scene.figures)
        if (
            not behind
            or f.kind != "count"
            or f.value >= 1000
            or f.number.step
            or f.number.spelled
            or not scene.has(self._seats, 0, f.start)
        ):
            return None
        return Reading(f, "seats", "seat", "table-seats", "required", f.last)

    def _more_of_it(self, scene: Scene, f: Figure, out: Mapping[int, Reading]) -> Reading | None:
        """ "while six are set aside for the islands", "40 complaints ... and 37 regarding election day"."""
        for prior in out.values():
            if prior.figure.first >= f.first:
                continue
            told = scene.has(self._reserved, f.last, f.last + 4)
            if prior.rule == "of-the-seats" and told and prior.figure.first <= 5:  # "Of the 120 seats, 20 are reserved"
                return Reading(f, "seats_reserved", "seat", "seats-reserved", "none", f.last)
            whose = scene.mention(f.last + 1 + (scene.lower(f.last + 1) == "the"))
            goes_on = scene.lower(f.last) == "for" and scene.lower(f.start - 1) in self._w.change_links
            # not "nine of the 18 set aside, and three for the Greens"
            goes_on = goes_on and (whose is None or whose.kind == "place")
            if prior.measure == "seats_reserved" and (told or goes_on):
                return replace(prior, figure=f, unit="seat", end=f.last, rule="bare-goes-on")
            won = scene.skip(f.last, _OF_THEM | self._fill)
            part = prior.measure == "candidates" and f.value < prior.figure.value
            if part and scene.lower(won) in self._elected and self._closes(scene, won + 1):
                return Reading(f, "seats", "seat", "fielded-won", "required", won)  # "fielded 179, and 21 won"
            if prior.measure == "complaints" and scene.lower(f.last) in self._regarding:
                return replace(prior, figure=f, end=f.last, rule="bare-goes-on")
        return None

    def _closes(self, scene: Scene, i: int) -> bool:
        """ "and 21 won.", "21 of whom won seats"; not "21 won prizes"."""
        signed = i >= len(scene.words) or scene.words[i].kind == "sign"
        return signed or scene.lower(i) in self._seats or scene.tags[i] in ("IN", "CC", "RB")

    def _go_on(self, scene: Scene, f: Figure, base: Reading, here: bool) -> Reading | None:
        """The figure read with the measure of `base`; `here` says whether that is of the same sentence."""
        if base.unit == "percent":
            return self._percent(scene, f, base, here)
        if base.measure in _HERE_ONLY:
            return self._of_people(scene, f, base) if here else None
        measure, sign = base.measure, 1
        lost = scene.lower(f.start - 1) in self._lose
        another = "another" in scene.lowers(f.start - 1, f.first)
        more = scene.phrase_before(f.start - (scene.lower(f.start - 1) == "another"), self._gain, 2) > 0
        if measure == "seats_change":
            whole = any(w in self._w.whole_nouns for w in scene.lowers(f.start - 3, f.first))  # "and a total of 53"
            linked = scene.lower(f.start - 1) in self._w.change_links and not whole
            measure = measure if lost or more or linked else "seats"
            sign = base.sign if linked and not more else 1  # "lost 12 seats in the city and another seven in"
        elif measure == "seats" and more and another:
            measure = "seats_change"  # "kept 20 seats and gained another 11"
        if lost and measure == "areas_led":
            return None  # "winning all 14 districts, and lost only one of 34 in the north"
        if lost and measure in ("seats", "seats_change"):
            measure, sign = "seats_change", -1
        rule = "bare-goes-on" if here else "bare-after-sentence"
        rule = base.rule if base.rule == "votes-told" else rule
        if here and measure == "seats" and self._against_then(scene, f):
            return Reading(f, "seats", "seat", "held-against", base.need, f.last, previous=True)
        return Reading(f, measure, base.unit, rule, base.need, f.last, sign)

    def _against_then(self, scene: Scene, f: Figure) -> bool:
        """ "won 26 seats, down from 34, the Greens 19 against 32": of then, in a sentence that compares so."""
        prior, behind = scene.figure_before(f.start), scene.lower(f.last)
        told = scene.lower(f.start - 1) == "against" and prior is not None and prior.last == f.start - 1
        froms = (g.start - 2 for g in scene.figures if scene.lower(g.start - 1) == "from")
        return told and behind in (",", ";", ".", "and") and any(scene.lower(i) in self._w.up_or_down for i in froms)

    def _percent(self, scene: Scene, f: Figure, base: Reading, here: bool) -> Reading | None:
        """ "Labour took 42 percent and the Greens 12.5": a figure that goes on with a share is one."""
        if not here and not f.number.step and scene.lower(f.start - 1) == "and":
            return None
        figure = f.as_share()
        return Reading(figure, base.measure, "percent", "bare-goes-on", base.need, f.last)

    def _of_people(self, scene: Scene, f: Figure, base: Reading) -> Reading | None:
        """ "6.9 million voted, against 5.4 million in 2018"; "of 5,000 votes cast, 3,000 were for her"."""
        before, behind = scene.lower(f.start - 1), scene.lowers(f.last, f.last + 2)
        if base.measure == "candidates" and before not in self._w.candidates_links:
            return None
        someones = behind[:1] == ["for"] or behind in (["were", "for"], ["went", "to"])
        if base.measure == "votes_cast" and someones:
            return Reading(f, "votes", "vote", "votes-of-votes-cast", "required", f.last)
        if base.measure in ("votes_cast", "registered_voters") and before not in self._w.voters_links:
            return None
        return Reading(f, base.measure, base.unit, "bare-goes-on", base.need, f.last)


def _joined_to(scene: Scene, f: Figure, base: Reading) -> bool:
    """ "was fourth with 9% and three": what "and" joins to a share is no share of the same list."""
    beside = f.start - 1 in (base.figure.last, base.end)
    return base.unit == "percent" and beside and scene.lower(f.start - 1) == "and" and f.kind == "count"
