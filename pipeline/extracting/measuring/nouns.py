"""The noun a figure counts: right behind it, behind its adjectives, or behind "of"."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.configuring.terms import Terms
from pipeline.extracting.figures import Figure
from pipeline.extracting.grammar import DETERMINERS, FINITE, NOUNS
from pipeline.extracting.scene import Scene

REACH = 6
_LAKH = 100_000  # the least scale with a plural after a figure


@dataclass(frozen=True, slots=True)
class Noun:
    """A counted noun at words[first:last]; `group` is the list of configs/terms.toml that it stands in."""

    group: str
    first: int
    last: int
    text: str


def noun_end(scene: Scene, f: Figure, nouns: frozenset[str], reach: int) -> int:
    """Where a noun of `nouns` right behind the figure ends, over modifiers, `reach` words at most; 0 for none."""
    for i in range(f.last, min(len(scene.words), f.last + reach)):
        n = scene.phrase_at(i, nouns)
        if n:
            return i + n
        if not scene.is_modifier(i):
            return 0
    return 0


def _in_plural(scene: Scene, f: Figure) -> bool:
    """ "2.3 lakhs of votes": a scale printed in the plural is a noun of its own, and "of" tells what it counts."""
    return f.value >= _LAKH and scene.lower(f.last - 1).endswith("s")


class NounFinder:
    """Looks nouns up in the groups of configs/terms.toml; the longest phrase wins."""

    def __init__(self, terms: Terms) -> None:
        n = terms.nouns
        self._seats, self._voted, self._votes = n.seat | n.member, terms.shares.voted, n.vote
        self._places, self._houses = terms.counting.houses.places, terms.chambers.nouns
        self._groups: dict[str, str] = {}
        for group, phrases in (  # a noun of two groups counts as the later one: "seats" are no areas
            ("people", n.people),
            ("party", n.party),
            ("candidate", n.candidate),
            ("complaint", n.complaint),
            ("voter", n.voter),
            ("member", n.member),
            ("area", frozenset(terms.areas)),
            ("vote", n.vote),
            ("seat", n.seat | n.one_seat),
        ):
            for phrase in phrases:
                self._groups[phrase] = group
        self._longest = max(len(p.split()) for p in self._groups) + 2

    def after(self, scene: Scene, figure: Figure) -> Noun | None:
        """The noun right behind a figure, over adjectives and names ("25 opposition Senate seats"); None for none."""
        first = figure.last + (_in_plural(scene, figure) and scene.lower(figure.last) == "of")
        for i in range(first, min(len(scene.words), first + REACH + 1)):
            n = scene.phrase_at(i, self._groups, self._longest)
            if n:
                text = scene.text(i, i + n).casefold()
                group = self._groups.get(" ".join(text.split())) or self._groups[scene.joined(i, n)]
                seats = scene.phrase_at(i + n, self._seats) if group == "area" else 0
                if seats:  # "14 constituency seats"
                    return Noun("seat", i + n, i + n + seats, scene.text(i + n, i + n + seats).casefold())
                return Noun(group, i, i + n, text)
            cast = scene.tags[i] == "VBG" and i == figure.last and scene.phrase_at(i + 1, self._votes)
            if cast and scene.phrase_at(i, self._voted):
                return None  # "with 2,118,450 casting ballots": who voted, not what they cast
            if scene.lower(i) in self._places and self._in_house(scene, i + 1):
                return Noun("seat", i, i + 1, "places")  # "all 140 places in the lower house"
            if not scene.is_modifier(i) or self._is_head(scene, i):
                return None
        return None

    def _in_house(self, scene: Scene, i: int) -> bool:
        at = i + 1 + (scene.lower(i + 1) in DETERMINERS)
        near = range(at, min(at + 2, len(scene.words)))
        return scene.lower(i) in ("in", "of", "on") and any(
            scene.phrase_at(j, self._houses) or scene.is_house(j) for j in near
        )

    def _is_head(self, scene: Scene, i: int) -> bool:
        """A plural noun that nothing joins to the next noun ends the phrase ("53 people in two districts")."""
        if scene.tags[i] not in ("NNS", "NNPS") or scene.mention_at[i] >= 0:
            return False
        after = scene.tags[i + 1] if i + 1 < len(scene.words) else ""
        return after not in NOUNS and after not in ("POS", "HYPH")


class PhraseFinder:
    """Finds phrases behind "of"."""

    def __init__(self, terms: Terms) -> None:
        self._fill, self._no_compound = terms.counting.counts.of_fill, terms.counting.counts.no_compound

    def behind_of(self, scene: Scene, i: int, phrases: frozenset[str]) -> int:
        """Where a phrase ends that stands behind "of" at word i, over determiners and modifiers; 0 for none."""
        if scene.lower(i) not in ("of", "in"):
            return 0
        for j in range(i + 1, min(len(scene.words), i + 10)):
            n = scene.phrase_at(j, phrases)
            if n and not self._compound(scene, j + n):
                return j + n
            word = scene.words[j]
            passed = word.lower in self._fill or word.lower == "and" or word.kind in ("number", "genitive")
            if not (passed or scene.is_modifier(j)) or scene.tags[j] in FINITE or scene.tags[j] == "MD":
                return 0
        return 0

    def _compound(self, scene: Scene, i: int) -> bool:
        """A noun follows, so what stands before it is no head ("ballot tables", "party list members")."""
        if i >= len(scene.words) or scene.mention_at[i] >= 0 or scene.words[i].kind != "word":
            return False
        return scene.tags[i] in ("NN", "NNS") and scene.words[i].lower not in self._no_compound
