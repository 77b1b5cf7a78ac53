"""A word beside a bare figure tells what it counts: "320 million were entitled to vote", "short of the 326"."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.configuring.terms import Terms
from pipeline.extracting.figures import Figure
from pipeline.extracting.grammar import BEING, COORDINATORS, DETERMINERS
from pipeline.extracting.measuring.alone import Surroundings
from pipeline.extracting.measuring.gains import GainReader
from pipeline.extracting.measuring.majorities import MajorityReader
from pipeline.extracting.measuring.margins import MarginReader
from pipeline.extracting.measuring.moves import MoveReader
from pipeline.extracting.measuring.rolls import found_to_have
from pipeline.extracting.readings import Reading, nothing
from pipeline.extracting.scene import Scene

_SOME_OF_THEM = (["of", "them"], ["of", "whom"])
_NUMBER_OF = frozenset(("number of",))
_MOST = 2000  # council seats that a party of a country gains or loses in a day
Rule = Callable[[Scene, Figure, Sequence[Reading]], Reading | None]


class BesideReader:
    """Reads bare figures by the words beside them."""

    def __init__(self, terms: Terms, around: Surroundings) -> None:
        self._w, self._around = terms.counting.bare, around
        self._needing = terms.counting.moves.needing
        self._gains = GainReader(terms)
        self._eligible, self._voted = terms.shares.eligible, terms.shares.voted
        self._found = terms.counting.rolls.found
        self._moved_down = terms.counting.seats.moved_down
        self._turnout, self._moves = terms.shares.turnout, MoveReader(terms)
        self._electorate, self._votes = terms.nouns.electorate | terms.nouns.voter, terms.nouns.vote
        self._leads = terms.counting.seats.lead
        self._stances = terms.counting.scores.stances
        self._backing = frozenset(p for p in terms.shares.backing if p.startswith(self._w.backing_stems))
        self._majorities = MajorityReader(terms)
        self._rules: tuple[Rule, ...] = (
            self._number_of,
            self._turnout_of,
            self._electors,
            self._majorities.read,
            MarginReader(terms, around).read,
            self._change,
        )

    def read(self, scene: Scene, f: Figure, recent: Sequence[Reading], houses: Sequence[Reading]) -> Reading | None:
        """Return the reading, with no measure where the figure is known to count nothing; None where no word tells.

        `recent` are the readings of the sentence and of those before it, `houses` the houses told at any time.
        """
        for rule in self._rules:
            reading = rule(scene, f, recent)
            if reading is not None:
                return reading
        return self._majorities.half(scene, f, [*recent, *houses])

    def _electors(self, scene: Scene, f: Figure, recent: Sequence[Reading]) -> Reading | None:
        """ "Roughly 320 million were entitled to vote"; "29.1 million voted"; "an electorate of four million"."""
        if f.value < 300:
            return None
        before = scene.lowers(f.start - 4, f.start)
        # "voted out of a register of 3.4 million"
        registered = scene.phrase_before(f.start, self._w.register_of) > 0 and scene.has(self._voted)
        if registered or (any(w in self._electorate for w in before) and before[-1] in self._w.electorate_links):
            return Reading(f, "registered_voters", "voter", "electorate-of", "none", f.last)
        listed = scene.lower(f.last) in self._w.names and (
            scene.has(self._electorate, f.start - 6, f.last + 6) or scene.phrase_at(f.last + 1, self._w.on_rolls) > 0
        )  # "55 percent of the 3.7 million names on a register"
        if listed or (f.value >= 1000 and before[-1:] in (["eligible"], ["registered"]) and before[-2:-1] == ["an"]):
            return Reading(f, "registered_voters", "voter", "names-on-rolls", "none", f.last)
        first = self._behind_aside(scene, f.last)
        other = next((g.first for g in scene.figures if g.first >= first), len(scene.words))
        for i in range(first, min(other, first + 8)):
            if scene.words[i].text in (".", ";", "("):
                return None
            reading = self._elector_verb(scene, f, i)
            if reading is not None:
                return reading
        return None

    def _behind_aside(self, scene: Scene, i: int) -> int:
        """The word behind the aside in "3.1 million Ruritanians, 250,000 of them abroad, were": else word i."""
        comma = i + 1 if i < len(scene.words) and scene.words[i].text[0].isupper() else i
        inside = next((g for g in scene.figures if g.start == comma + 1), None)
        if (
            scene.lower(comma) != ","
            or inside is None
            or scene.lowers(inside.last, inside.last + 2) not in _SOME_OF_THEM
        ):
            return i
        ends = (
            j + 1 for j in range(inside.last, min(len(scene.words), inside.last + 10)) if scene.words[j].text == ","
        )
        return next(ends, i)

    def _number_of(self, scene: Scene, f: Figure, recent: Sequence[Reading]) -> Reading | None:
        """ "The number of ballots cast was 415,208", "put the number of votes at about 2.7 million"."""
        if scene.lower(f.start - 1) not in self._w.number_is:
            return None
        at = scene.find(_NUMBER_OF, max(0, f.start - 18), f.start)
        if at < 0 or f.value < 300 or any(w in self._w.number_parts for w in scene.lowers(at, f.start)):
            return None
        for i in range(at + 2, min(f.start, at + 6)):
            if scene.phrase_at(i, self._votes):
                return Reading(f, "votes_cast", "vote", "number-of-votes", "none", f.last)
            if scene.phrase_at(i, self._electorate):
                return Reading(f, "registered_voters", "voter", "number-of-voters", "none", f.last)
        return None

    def _turnout_of(self, scene: Scene, f: Figure, recent: Sequence[Reading]) -> Reading | None:
        """ "the voter turnout was 1,976,208", "the turnout, above 186,000,": ballots, not a share."""
        before = scene.lower(f.start - 1)
        set_off = before == "," and scene.lower(f.last) == "," and scene.phrase_before(f.start - 1, self._turnout) > 0
        of = before == "of" and scene.phrase_before(f.start - 1, self._turnout) > 0  # not "turnout and a lead of just"
        tied = before in self._w.number_is or of or set_off
        told = scene.has(self._turnout, f.start - 5, f.start) and tied
        if not told or f.value < 1000:
            return None
        return Reading(f, "votes_cast", "vote", "turnout-of-votes", "none", f.last)

    def _elector_verb(self, scene: Scene, f: Figure, i: int) -> Reading | None:
        """What the verb at word i, a little behind the figure, says that so many people did."""
        backed = f.value >= 1000 and scene.lower(f.start - 1) != "of" and not _of_others(scene, f.last, i)
        if backed and scene.phrase_at(i, self._backing):
            return Reading(f, "votes", "vote", "number-backed", "required", i)
        of_another = i > f.last and scene.tags[i + 1 : i + 2] == ["NNS"]  # "members and registered supporters voted"
        eligible = scene.phrase_at(i, self._eligible)
        if "never" in scene.lowers(i - 1, i + eligible + 3):
            return None  # "13 million eligible citizens never registered"
        if eligible and not (eligible == 1 and of_another) and self._vote_ahead(scene, i):
            return Reading(f, "registered_voters", "voter", "number-eligible", "none", i)
        if i - f.last <= 5 and self._have_voted(scene, f, i):
            return Reading(f, "votes_cast", "voter", "number-voted", "none", i)
        if scene.phrase_at(i, self._w.on_rolls) and not any(w in self._w.ghosts for w in scene.lowers(f.last, i)):
            return Reading(f, "registered_voters", "voter", "number-on-rolls", "none", i)
        return None

    def _have_voted(self, scene: Scene, f: Figure, i: int) -> bool:
        """ "29.1 million voted", "cast ballots"; not "12 million will vote"."""
        begun = scene.tags[i] == "VBG" and scene.tags[i - 1].startswith("VB")  # "started voting"
        told = scene.phrase_at(i, self._voted)
        mistagged = told > 1 and i == f.last and scene.tags[i] in ("NN", "VB")  # "3.1 million cast votes"
        if begun or not told or not (mistagged or scene.tags[i] in ("VBD", "VBN", "VBP", "VBG")):
            return False
        past = found_to_have(scene, i, self._found)
        if not past and any(w in self._w.not_yet for w in scene.lowers(f.last, i)):
            return False
        end = i + scene.phrase_at(i, self._voted)
        if scene.lower(end - 1) == "voted" and scene.lower(end) in self._stances:
            return False  # "1,230,937 Scots had voted Yes"
        return scene.words[i].lower not in self._w.cast or self._vote_ahead(scene, i)

    def _vote_ahead(self, scene: Scene, i: int) -> bool:
        ahead = scene.lowers(i, i + 8)
        again = ahead[-2:] == ["do", "so"] or " do so" in " ".join(ahead)  # "out of 41 million with the right to do so"
        return any(w.startswith(self._w.voting_stems) for w in (scene.vocabulary if again else ahead))

    def _change(self, scene: Scene, f: Figure, recent: Sequence[Reading]) -> Reading | None:
        """ "99 - 60 fewer than at dissolution", "20 more than before", "a loss of seven", "SNP 69 (+23)"."""
        gain = self._gains.bare(scene, f, recent)
        if gain is not None:
            return gain
        seats = any(r.measure in ("seats", "seats_change") for r in recent[:6])
        if not seats or f.number.step or f.value >= _MOST:
            return None
        if scene.lower(f.start - 1) == "by" and "seat" in scene.lowers(f.start - 5, f.start):
            moved = scene.lowers(f.start - 16, f.start)  # "increased ... its seat total by seven to 46"
            sign = -1 if any(w in self._moved_down for w in moved) else 1
            return Reading(f, "seats_change", "seat", "seat-total-by", "required", f.last, sign)
        if scene.lower(f.start - 1) == "by" and scene.lower(f.start - 2) in self._w.up_or_down:
            sign = -1 if scene.lower(f.start - 2) in self._w.change_down else 1
            return Reading(f, "seats_change", "seat", "down-by", "required", f.last, sign)
        signed = (
            self._moves.bare(scene, f)
            or self._signed(scene, f)
            or self._moved_in_brackets(scene, f)
            or self._moved(scene, f)
        )
        if signed is not None:
            return signed
        if scene.lower(f.last) in self._w.compared and scene.lower(f.last + 1) == "than":
            return self._more_than(scene, f, recent)
        before = scene.lowers(f.start - 3, f.start)
        needed = any(w in self._needing for w in scene.lowers(f.start - 7, f.start))
        if before[-1:] == ["of"] and any(w in self._w.change_nouns for w in before) and not needed:
            sign = -1 if any(w in self._w.change_down for w in before) else 1
            return Reading(f, "seats_change", "seat", "loss-of-number", "required", f.last, sign)
        return None

    def _more_than(self, scene: Scene, f: Figure, recent: Sequence[Reading]) -> Reading:
        """ "20 more than before"; not "20 more than it needed", "than the opposition", "a lead of 101, 20 more"."""
        here = [r.end for r in recent if r.measure in ("seats", "seats_total") and r.figure in scene.figures]
        since = max((end for end in here if end <= f.start), default=f.start)
        if any(w in self._leads for w in scene.lowers(since, f.start)):
            return nothing(f, "margin-more-than")
        tail = scene.lowers(f.last + 2, f.last + 6)
        needed = any(w in self._w.needing for w in tail)
        # "than it had in 1996"; not "than it would have required"
        if needed and not any(w in self._w.had and v not in self._w.needing for w, v in pairwise([*tail, ""])):
            return nothing(f, "more-than-needed")
        foretold = scene.skip(f.last + 2, DETERMINERS | {"had", "was", "been"})
        if any(scene.phrase_at(i, self._w.foretold) for i in (foretold, foretold + 1)):
            return nothing(f, "than-foretold")  # "10 to 20 fewer than pollsters had forecast"
        if self._moves.than_another(scene, f.last + 2):
            return nothing(f, "than-another")
        sign = 1 if scene.lower(f.last) == "more" else -1
        return Reading(f, "seats_change", "seat", "number-more-than", "required", f.last, sign)

    def _moved_in_brackets(self, scene: Scene, f: Figure) -> Reading | None:
        """ "now hold 17 seats (down 6)", "taking 5 seats (up 1)"."""
        moved = scene.lower(f.start - 1)
        if scene.lower(f.start - 2) != "(" or moved not in self._w.up_or_down:
            return None
        sign = -1 if moved in self._w.change_down else 1
        return Reading(f, "seats_change", "seat", "moved-in-brackets", "required", f.last, sign)

    def _moved(self, scene: Scene, f: Figure) -> Reading | None:
        """ "30 seats, up nine", "the Greens are down 82", "12, four down on 1992"; not "ended up nine seats ahead"."""
        moved, behind = scene.lower(f.start - 1), scene.lower(f.last)
        m = scene.mention(f.start - 3) if scene.lower(f.start - 2) in BEING else None
        apart = scene.lower(f.start - 2) in self._w.apart or (m is not None and m.kind in ("party", "body"))
        if moved in self._w.up_or_down and apart and self._around.alone(scene, f):
            sign = -1 if moved in self._w.change_down else 1
            return Reading(f, "seats_change", "seat", "moved-number", "required", f.last, sign)
        prior = scene.figure_before(f.start)
        told = prior is not None and prior.kind == "count" and moved == ","
        closed = f.last + 1 >= len(scene.words) or scene.words[f.last + 1].kind == "sign"
        on = scene.lower(f.last + 1) in self._w.moved_on or (told and closed)  # "ended with 15, two down, and"
        if behind in self._w.up_or_down and on:
            sign = -1 if behind in self._w.change_down else 1
            return Reading(f, "seats_change", "seat", "moved-number", "required", f.last + 1, sign)
        return None

    def _signed(self, scene: Scene, f: Figure) -> Reading | None:
        """ "SNP 69 (+23)": a sign glued to the figure, in brackets."""
        sign = scene.words[f.first - 1] if f.first else None
        if sign is None or sign.text not in ("+", "-", "\u2212", "\u2013") or sign.end != scene.words[f.first].start:
            return None
        if scene.lower(f.first - 2) not in ("(", "[", ","):
            return None
        grown = replace(f, first=f.first - 1, start=f.first - 1)
        return Reading(
            grown, "seats_change", "seat", "signed-change", "required", f.last, 1 if sign.text == "+" else -1
        )


def _of_others(scene: Scene, start: int, stop: int) -> bool:
    """ "Those who voted No were 1,204,000 and those who voted Yes 980,000": others begin before the verb."""
    return any(scene.lower(i) in COORDINATORS and scene.tags[i + 1 : i + 2] == ["DT"] for i in range(start, stop))
