"""One measure told again: as a share of the two figures before, of an earlier contest, or by an "it"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice, pairwise

from pipeline.configuring.terms import Terms
from pipeline.extracting.figures import Figure
from pipeline.extracting.grammar import FINITE, POINTERS, STANCES
from pipeline.extracting.measuring.ago import Ago
from pipeline.extracting.measuring.links import Link
from pipeline.extracting.readings import Reading
from pipeline.extracting.scene import Scene
from pipeline.types import Mention

_WEAK = ("name-percent", "got-percent")  # a share by no word of its own: it gives way to what is told again
_CROWD = 1000
_PEOPLE = 2  # figures back: "13.3 million could vote at 10,486 stations. Of them 9.8 million did so"
_GROWN = ("seats", "votes", "vote_share")
_ASIDE = 16  # words from "of the 5,233,111 voters" to "or 59.3 percent"
_CLOSE = 1.0  # points by which a printed share may miss the one that its two figures make


class AgainReader:
    """Reads percentages that tell the measure of a figure before them once more."""

    def __init__(self, terms: Terms) -> None:
        self._w, self._people = terms.counting.links, terms.nouns.people
        self._aside, self._spoiled = terms.counting.parted.aside, terms.counting.shares.spoiled
        self._eligible, self._moves = terms.shares.eligible, terms.verbs.move
        self._polling, self._backing, self._voted = terms.counting.polling, terms.shares.backing, terms.shares.voted

    def mend(self, scene: Scene, links: Sequence[Link], out: dict[int, Reading], ago: Ago) -> None:
        """Add to `out`, the readings of a sentence by the first words of their figures, what is told again."""
        for figure in scene.figures:
            self._it_was(scene, figure, out, ago)
            self._grew(scene, figure, out, ago)
        self._lead_again(scene, out)
        self._lead_in_percent(scene, out)
        self._turnout_from(scene, out)
        self._turnout_there(scene, out)
        self._turnout_in_votes(scene, out)
        self._votes_in_percent(scene, out)
        self._voters_in_percent(scene, out)
        self._shares_of_two(scene, links, out)
        self._which_is(scene, out)
        for figure in scene.figures:
            self._did(scene, figure, out, ago)

    def _lead_again(self, scene: Scene, out: dict[int, Reading]) -> None:
        """ "ahead by 91,500 votes, or 0.8 percent of the vote": the second figure tells the margin again."""
        for k, after in pairwise(sorted(out)):
            first, second = out[k], out[after]
            between = scene.lowers(first.end, second.figure.start)
            voted = scene.phrase_at(first.end, self._voted)  # "only 13 million people turned out, or about 46 percent"
            again = between and between[-1] in self._w.again and len(between) - voted <= 3
            counted = first.measure == "votes_cast" and first.unit == "voter" and second.unit == "percent"
            if counted and again and second.rule in _WEAK:
                out[after] = replace(second, measure="turnout", need="none", rule="turnout-again")
            so_far = first.measure == "votes_counted" and first.unit != "percent" and between[-2:] == [",", "or"]
            # "With 3 million ballots counted, or 57 percent, the Greens led"
            if so_far and second.measure == "vote_share":
                out[after] = replace(second, measure="votes_counted", need="none", rule="counted-again")
            scored = second.rule == "score-percent"  # "a margin of 1.3 million, or 51.9% to 48.1%"
            if first.measure == "margin" and second.measure == "vote_share" and again and not scored:
                out[after] = replace(second, measure="margin", unit="point", rule="margin-again")
            pointed = first.measure == "margin" and first.unit == "point"
            hedged = between == [","] and second.figure.start < second.figure.first  # ", roughly 244,000 votes"
            if pointed and second.measure == "votes" and (again or hedged):  # "losing by 0.56 points, or about"
                out[after] = replace(second, measure="margin", unit="vote", rule="margin-again")

    def _lead_in_percent(self, scene: Scene, out: dict[int, Reading]) -> None:
        """ "is 2,918 votes, a mere 0.16%", "Lab maj: 3,232 (17.12%)": the margin told again in percent."""
        for first, second in pairwise(scene.figures):
            lead = out.get(first.first)
            if lead is None or lead.measure != "margin" or lead.unit != "vote" or second.kind != "percent":
                continue
            between = scene.lowers(lead.end, second.start)
            tied = between[:1] in ([","], ["("], ["or"]) and all(w in self._aside for w in between)
            closed = scene.lower(second.last) in ("", ",", ".", ";", ")")
            if tied and closed and _free(out, second):
                out[second.first] = replace(
                    lead, figure=second, unit="point", rule="margin-in-percent", end=second.last
                )

    def _turnout_there(self, scene: Scene, out: dict[int, Reading]) -> None:
        """ "58 percent had voted by evening but only 43 percent in the capital": one turnout for each place."""
        for first, second in pairwise(f for f in scene.figures if f.kind == "percent"):
            before = out.get(first.first)
            if before is None or before.measure != "turnout" or second.first - first.last > 14:
                continue
            tied = scene.lower(second.start - 1) in self._polling.elsewhere
            there = scene.lower(second.last) in self._polling.there
            backed = scene.has(self._backing, second.last, second.last + 8)
            if tied and there and not backed and _unread(scene, out, first, second):
                out[second.first] = replace(before, figure=second, rule="turnout-there", end=second.last)

    def _turnout_in_votes(self, scene: Scene, out: dict[int, Reading]) -> None:
        """ "turnout was 77%, or 3.9 million votes", "38.6 percent, equivalent to a total of 5,204,117 citizens"."""
        for k in [k for k in out if out[k].measure == "turnout" and out[k].unit == "percent"]:
            first = out[k].figure
            f = next((g for g in scene.figures if g.first >= first.last), None)
            if f is None or f.kind != "count" or f.value < 1000 or f.start - first.last > 6:
                continue
            tied = scene.phrase_before(f.start, self._w.or_in_all) or scene.lower(f.start - 1) in self._w.again
            said = out.get(f.first)
            people = said is None and scene.has(self._people, f.last, f.last + 3)
            if tied and (people or (said is not None and said.rule in ("votes", "voters"))):
                unit = "vote" if said is not None and said.rule == "votes" else "voter"
                out[f.first] = Reading(f, "votes_cast", unit, "turnout-in-votes", "none", f.last)

    def _votes_in_percent(self, scene: Scene, out: dict[int, Reading]) -> None:
        """ "About 70 percent, or 3.1 million voters, took part": those who voted, in percent."""
        for f, second in pairwise(scene.figures):
            cast = out.get(second.first)
            tied = scene.lowers(f.last, second.start) in ([",", "or"], ["or"])
            if tied and f.kind == "percent" and _free(out, f) and cast is not None and cast.rule == "voters-voted":
                out[f.first] = Reading(f, "turnout", "percent", "turnout-in-votes", "none", f.last)

    def _voters_in_percent(self, scene: Scene, out: dict[int, Reading]) -> None:
        """ "3,102,233 of the 5,233,111 voters took part in the election, or 59.3 percent": the turnout."""
        for k in sorted(out):
            first = out[k]
            f = next((g for g in scene.figures if g.first >= first.end and _free(out, g)), None)
            if first.measure != "votes_cast" or first.unit != "voter" or f is None or f.kind != "percent":
                continue
            again = scene.lowers(f.start - 2, f.start) == [",", "or"] and scene.lower(f.last) not in ("of", "for")
            voted = scene.has(self._voted, first.figure.last, f.start)
            others = any(m.kind in ("party", "person") for m in _named(scene, k, f.first))
            if again and voted and f.start - first.end <= _ASIDE and not others:
                out[f.first] = Reading(f, "turnout", "percent", "turnout-again", "none", f.last)

    def _turnout_from(self, scene: Scene, out: dict[int, Reading]) -> None:
        """ "61 percent of voters turned out, up from 54 percent in the spring": the turnout of then."""
        for first, second in pairwise(f for f in scene.figures if f.kind == "percent"):
            before = out.get(first.first)
            if before is None or before.measure != "turnout" or before.unit != "percent":
                continue
            tie, distance = scene.lower(second.start - 1), second.first - first.last
            chained = before.rule == "turnout-then" and tie in (",", "and")
            than_the = (
                second.start < second.first and scene.lower(second.first - 1) == "the"
            )  # "a shade below the 82.8"
            moved = (tie in self._w.then or chained or than_the) and distance <= 12
            far = scene.phrase_before(second.start, self._w.compared) > 0 and distance <= 24
            spoiled = any(w in self._spoiled for w in scene.lowers(second.last, second.last + 3))
            if (
                (moved or far or self._listed(scene, first, second))
                and not spoiled
                and _unread(scene, out, first, second)
            ):
                out[second.first] = replace(before, figure=second, rule="turnout-then", end=second.last)

    def _listed(self, scene: Scene, first: Figure, second: Figure) -> bool:
        """ "71 percent in 1998, 68 percent in 2002 and 74 percent in 2006": one turnout for each year."""
        between = scene.lowers(first.last, second.start)
        return len(between) in (3, 4) and between[0] == "in" and _is_year(between[1]) and between[2] in (",", "and")

    def _shares_of_two(self, scene: Scene, links: Sequence[Link], out: dict[int, Reading]) -> None:
        """ "14 million of the land's 22 million eligible voters - about 64 percent - voted": 14 of 22 are 64."""
        for first, second in pairwise(sorted(out)):
            share = self._share(out[first], out[second])
            f = next((g for g in scene.figures if g.first > second), None)
            if share is None or f is None or f.kind != "percent" or f.number.spelled or not _free(out, f):
                continue
            near = f.start - out[second].end <= 6 and abs(f.value - share[1]) <= max(_CLOSE, f.number.step) * (
                1 + (f.hedge is not None)
            )
            if near and not any(m.kind in ("party", "person") for m in _named(scene, second, f.first)):
                out[f.first] = Reading(f, share[0], "percent", "share-of-the-two", "none", f.last)

    def _share(self, part: Reading, whole: Reading) -> tuple[str, float] | None:
        """The measure that a part and a whole tell, with what it comes to in percent; None for no such two."""
        if part.measure == "registered_voters" and whole.measure == "votes_cast":
            part, whole = whole, part  # "of 67.4m registered voters 29.4m turned out, a rate of 44%"
        told = {("votes_cast", "registered_voters"): "turnout", ("votes_counted", "areas_total"): "votes_counted"}
        measure = told.get((part.measure, whole.measure))
        if measure is None or part.unit == "percent" or not 0 < part.figure.value <= whole.figure.value:
            return None
        return measure, 100.0 * part.figure.value / whole.figure.value

    def _which_is(self, scene: Scene, out: dict[int, Reading]) -> None:
        """ "Data from 14,000 ballot boxes was processed, which is 91 percent"."""
        for f in scene.figures:
            prior = next((out[k] for k in sorted(out, reverse=True) if k < f.first), None)
            if prior is None or f.kind != "percent" or not _free(out, f) or prior.unit == "percent":
                continue
            told = scene.phrase_before(f.start, self._w.which_is) and f.start - prior.figure.last <= 14
            if told and prior.measure == "votes_counted":
                out[f.first] = Reading(f, "votes_counted", "percent", "which-is-percent", "none", f.last)

    def _it_was(self, scene: Scene, f: Figure, out: dict[int, Reading], ago: Ago) -> None:
        """ "Turnout was 67 percent. It had been 73.31 percent three years earlier": "it" is the turnout."""
        if f.kind != "percent" or not _free(out, f):
            return
        i = scene.skip(f.start - 1, self._w.it_was_fill, -1)
        if not 0 <= i < f.start - 1 or scene.words[i].lower not in self._w.it:
            return
        last = next(self._before(f, out, ago), None)
        eligible = scene.lower(f.last) == "of" and scene.has(self._eligible, f.last, f.last + 4)
        if eligible and (last is None or last.measure in ("votes_cast", "registered_voters", "turnout")):
            # "Some 113 million voted. That works out to 48 percent of those eligible"
            out[f.first] = Reading(f, "turnout", "percent", "it-was", "none", f.last)
            return
        if last is not None and last.measure in ("registered_voters", "votes_cast"):
            # "74 percent of the 19.5 million voters turned out; in 2010 it was 66 percent"
            last = next((r for r in self._before(f, out, ago) if r.measure == "turnout"), None)
        if last is None or last.measure not in ("turnout", "votes_counted") or last.unit != "percent":
            return
        more = last.measure == "turnout" or (f.value > last.figure.value and scene.lower(i) == "it")
        if more and not any(m.kind in ("party", "person") for m in _named(scene, 0, i)):
            out[f.first] = Reading(f, last.measure, "percent", "it-was", "none", f.last)

    def _grew(self, scene: Scene, f: Figure, out: dict[int, Reading], ago: Ago) -> None:
        """ "An exit poll gave them 35 seats. As results came in, that number grew to 37": of the same."""
        i = f.start - 1
        told = out.get(f.first)
        bare = told is None or told.rule == "bare-after-sentence"
        if scene.lower(i) != "to" or not bare or scene.tags[i - 1] not in FINITE:
            return
        said = scene.lower(i - 2) in self._w.that_number and scene.lower(i - 3) in POINTERS
        last = next((r for r in self._before(f, out, ago) if r is not told), None)
        if said and last is not None and last.measure in _GROWN and scene.lower(i - 1) in self._moves:
            share = f.as_share() if last.unit == "percent" and f.kind == "count" else f
            out[f.first] = replace(last, figure=share, rule="number-grew", end=f.last, sign=1)

    def _did(self, scene: Scene, f: Figure, out: dict[int, Reading], ago: Ago) -> None:
        """ "He hoped 40 million would vote; 25 million did", "Instead 1.3 million did, or roughly 40 percent"."""
        at = f.last + (scene.lower(f.last) in self._people)
        inside = next((g for g in scene.figures if g.kind == "percent" and g.first <= at + 2 <= g.last), None)
        if inside is not None and scene.lower(at) == "," and scene.lower(inside.last) == ",":
            at = inside.last + 1  # "Of them 9.8 million, or 73.73 percent, did so"
        if f.kind != "count" or f.value < _CROWD or scene.lower(at) != "did" or not _free(out, f):
            return
        closed = at + 1 >= len(scene.words) or scene.words[at + 1].kind == "sign" or scene.lower(at + 1) == "so"
        people = ("registered_voters", "votes_cast", "turnout")
        told = any(r.measure in people for r in islice(self._before(f, out, ago), _PEOPLE))
        verb = next((i for i in range(f.start - 1, -1, -1) if scene.tags[i].startswith("VB")), -1)
        end = verb + scene.phrase_at(verb, self._voted) if verb >= 0 else -1
        voted = end > verb and scene.lower(end) not in STANCES
        if not closed or not (voted if verb >= 0 else told):
            return  # "Some companies did not pay, but 12,000 did"
        out[f.first] = Reading(f, "votes_cast", "voter", "so-many-did", "none", at)
        share = next((g for g in scene.figures if g.first > f.last), None)
        if inside is not None and share is inside and _free(out, share):
            out[share.first] = Reading(share, "turnout", "percent", "turnout-again", "none", share.last)
        elif share is not None and share.kind == "percent" and _free(out, share):
            between = scene.lowers(at + 1, share.start)
            if between and between[-1] in self._w.again and len(between) <= 2:
                out[share.first] = Reading(share, "turnout", "percent", "turnout-again", "none", share.last)

    def _before(self, f: Figure, out: dict[int, Reading], ago: Ago) -> Iterator[Reading]:
        """The readings before a figure, the latest first."""
        yield from (out[k] for k in sorted(out, reverse=True) if k < f.first and out[k].measure)
        yield from ago.recent()


def _named(scene: Scene, first: int, last: int) -> Iterator[Mention]:
    return (m for m in map(scene.mention, range(first, last)) if m is not None)


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdigit() and word[:2] in ("18", "19", "20")


def _says(scene: Scene, i: int) -> bool:
    """ "Turnout was 65 percent, Brown said, down on the 75 percent": the name at word i only says so."""
    end = i
    while scene.mention_at[i] >= 0 and scene.mention_at[end : end + 1] == [scene.mention_at[i]]:
        end += 1
    return end > i and scene.tags[end : end + 1] == ["VBD"] and scene.lower(end + 1) == ","


def _free(out: dict[int, Reading], f: Figure) -> bool:
    """True for a figure that no word of its own reads."""
    return f.first not in out or not out[f.first].measure or out[f.first].rule in _WEAK


def _unread(scene: Scene, out: dict[int, Reading], first: Figure, f: Figure) -> bool:
    """True for a percentage that no word of its own reads, and before which nobody is named who may have it."""
    between = (i for i in range(first.last, f.first) if not _says(scene, i))
    named = any(m.kind in ("party", "person") for m in map(scene.mention, between) if m is not None)
    if f.first not in out or not out[f.first].measure:
        return True
    # "up from 72.7% in the annulled ballot": of no votes, but at that ballot
    at = out[f.first].rule == "percent-of-vote" and scene.lower(f.last) == "in"
    return (at or out[f.first].rule == "name-percent") and not named
