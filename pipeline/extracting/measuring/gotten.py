"""Votes without their noun, by who got them: "garnered 342,821, she said", "the 233,131 that Barnes could muster"."""

from __future__ import annotations

from dataclasses import replace

from pipeline.configuring.terms import Terms
from pipeline.extracting.figures import Figure
from pipeline.extracting.grammar import DETERMINERS, PRONOUNS
from pipeline.extracting.readings import Reading
from pipeline.extracting.scene import Scene

_LEAST = 1000.0
_ALL = 100.0  # percent
_PLAIN = 10000.0  # from here on a number without its comma may be a count of votes


class GottenReader:
    """Reads large bare counts that a verb, a place in the result or a "for" makes somebody's votes."""

    def __init__(self, terms: Terms) -> None:
        self._w, self._no_tally = terms.counting.gotten, terms.counting.bare.no_tally
        self._get, self._sides = terms.verbs.get, terms.reference.sides
        self._heads = terms.reference.person_heads | terms.reference.party_heads
        self._votes, self._backing = terms.nouns.vote, terms.shares.backing
        self._referendums, self._bills = terms.naming.ballots.referendums, terms.counting.scores.bills

    def read(self, scene: Scene, f: Figure) -> Reading | None:
        """Return the reading as votes; None where nothing tells."""
        if f.kind != "count":
            return None
        small = self._two_sides(scene, f)
        small = small or self._polled(scene, f) or self._chose(scene, f)
        if small is not None or not exact_count(scene, f) or scene.has(self._no_tally):
            return small
        return self._won(scene, f) or self._that_got(scene, f) or self._placed(scene, f) or self._for_each(scene, f)

    def _won(self, scene: Scene, f: Figure) -> Reading | None:
        """ "garnered 342,821, she said"; "had 5,248,898, or 47.74"; "polling 37,239 to 18,740 for his opponent"."""
        closed = _closed(scene, f.last)
        ahead = closed or scene.lower(f.last) in self._w.behind
        if ahead and scene.phrase_before(f.start, self._w.polling):
            return Reading(f, "votes", "vote", "polled-number", "required", f.last)
        again = scene.lower(f.last) == "," and scene.lower(f.last + 1) == "or"
        shared = any(
            0 < g.first - f.last <= 3 and (g.kind == "percent" or 0 < g.number.step < 1) for g in scene.figures
        )
        if again and shared and scene.phrase_before(f.start, self._get):
            return Reading(f, "votes", "vote", "polled-number", "required", f.last)
        return None

    def _polled(self, scene: Scene, f: Figure) -> Reading | None:
        """ "Labour polled 12.1 million, the Conservatives 9.6 million": nothing but votes is polled."""
        told = f.value >= _LEAST and f.number.high is None and scene.phrase_before(f.start, self._w.polled)
        ends = _closed(scene, f.last) or scene.lower(f.last) in self._w.behind
        return Reading(f, "votes", "vote", "polled-number", "required", f.last) if told and ends else None

    def _chose(self, scene: Scene, f: Figure) -> Reading | None:
        """ "1,044 opted for independence and 12,000 voted to stay": so many who voted for it, in a referendum."""
        n = scene.phrase_at(f.last, self._backing)
        many = f.value >= _LEAST and f.number.high is None and n > 0
        if not many or not scene.has(self._referendums) or scene.has(self._bills):
            return None
        return Reading(f, "votes", "vote", "number-chose", "required", f.last)

    def _that_got(self, scene: Scene, f: Figure) -> Reading | None:
        """ "way above the 233,131 that Barnes of the Greens was able to muster"."""
        first = f.last + (scene.lower(f.last) in ("that", "which"))
        who = scene.mention(first) is not None or scene.lower(first) in PRONOUNS
        if scene.lower(f.first - 1) not in DETERMINERS or not who:
            return None
        for i in range(first + 1, min(len(scene.words), first + 12)):
            if scene.words[i].kind == "sign" and scene.words[i].text not in ("(", ")", "-"):
                return None
            if scene.phrase_at(i, self._w.polling) and scene.tags[i].startswith("VB"):
                return Reading(f, "votes", "vote", "number-that-got", "required", first)
        return None

    def _placed(self, scene: Scene, f: Figure) -> Reading | None:
        """ "placed third on 19,861 and Ann Lee fourth on 1,753": the place stands before the votes."""
        place = next((g for g in scene.figures if g.kind == "ordinal" and g.last == f.start - 1), None)
        if place is None or scene.lower(f.start - 1) not in self._w.placed or not _closed(scene, f.last):
            return None
        before = place.start - 1  # "Ann Lee (Labour) fourth on 1,753": read as if the name stood right before the votes
        named = scene.lower(before) == ")" or scene.mention(before) is not None
        return Reading(replace(f, start=place.start) if named else f, "votes", "vote", "placed-on", "required", f.last)

    def _for_each(self, scene: Scene, f: Figure) -> Reading | None:
        """ "86,310 for Green in the city and 27,955 for her rival"."""
        if not self._whose(scene, f):
            return None
        others = [g for g in scene.figures if g.first != f.first and g.kind == "count" and exact_count(scene, g)]
        if any(self._whose(scene, g) for g in others):
            return Reading(f, "votes", "vote", "number-for-each", "required", f.last)
        return None

    def _whose(self, scene: Scene, f: Figure) -> bool:
        """Somebody stands behind "for": a name, over his title, or a word for him ("for his Labour opponent")."""
        if scene.lower(f.last) != "for":
            return False
        i = scene.skip(f.last + 1, DETERMINERS)
        for j in range(i, min(i + 4, len(scene.words))):
            m = scene.mention(j)
            if (m is not None and m.kind in ("person", "party")) or scene.lower(j) in self._heads | self._sides:
                return True
            if not (m is not None or scene.is_modifier(j) or scene.tags[j] == "PRP$"):
                return False
        return False

    def _two_sides(self, scene: Scene, f: Figure) -> Reading | None:
        """ "By 64 no to 49 yes, residents voted the rule down": each figure has its side behind, and people vote."""
        side = self._side(scene, f)
        pairs = (g for g in scene.figures if g.first != f.first and g.kind == "count" and self._side(scene, g))
        near = (g for g in pairs if abs(g.start - f.last) <= 3 or abs(f.start - g.last) <= 3)
        other = next((self._side(scene, g) for g in near), 0)
        if not side or not other or scene.lower(f.last + side - 1) == "":
            return None
        if not scene.has(self._w.people):
            return None
        decimal = 0 < f.number.step < 1 and f.value <= _ALL  # "it was 45.1 Yes and 54.9 No"
        told = f.as_share() if decimal else f
        measure, unit = ("vote_share", "percent") if decimal else ("votes", "vote")
        return Reading(told, measure, unit, "number-side", "required", f.last + side - 1)

    def _side(self, scene: Scene, f: Figure) -> int:
        """How far behind the figure its side stands: "57 no" 1, "57 votes no" 2; 0 for none."""
        for n in (1, 2):
            if scene.lower(f.last + n - 1) in self._sides:
                behind = scene.words[f.last + n] if f.last + n < len(scene.words) else None
                linked = behind is None or behind.kind == "sign" or behind.lower in ("to", "and", "against")
                return n if linked else 0
            if scene.lower(f.last) not in self._votes:
                return 0
        return 0


def exact_count(scene: Scene, f: Figure) -> bool:
    """True for "187,340" and "45702": thousands printed to the last digit, as votes are."""
    plain = f.kind == "count" and not f.number.step and f.number.high is None and f.last == f.first + 1
    text = scene.words[f.first].text
    return plain and f.value >= _LEAST and ("," in text or (text.isdigit() and f.value >= _PLAIN))


def _closed(scene: Scene, i: int) -> bool:
    """Nothing stands at word i that the figure could count."""
    if i >= len(scene.words):
        return True
    word = scene.words[i]
    if word.kind == "sign":
        return word.text in (",", ".", ";", ")", "(", ":", "\u2013", "\u2014") or (word.text == "-" and scene.apart[i])
    return word.lower in ("and", "while", "but", "as")
