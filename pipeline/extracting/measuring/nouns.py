"""The noun a figure counts: right behind it, behind its adjectives, or behind "of"."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.configuring.terms import Terms
from pipeline.extracting.figures import Figure
from pipeline.extracting.scene import Scene

REACH = 6
_OF_SKIP = (
    "the",
    "all",
    "its",
    "their",
    "his",
    "her",
    "those",
    "a",
    "an",
    "total",
    "our",
    "some",
    "these",
    "nearly",
    "about",
    "more",
    "than",
    "both",
    "only",
)


@dataclass(frozen=True, slots=True)
class Noun:
    """A counted noun at words[first:last]; `group` is the list of configs/terms.toml that it stands in."""

    group: str
    first: int
    last: int
    text: str


class NounFinder:
    """Looks nouns up in the groups of configs/terms.toml; the longest phrase wins."""

    def __init__(self, terms: Terms) -> None:
        n = terms.nouns
        self._groups: dict[str, str] = {}
        for group, phrases in (
            ("people", n.people),
            ("party", n.party),
            ("candidate", n.candidate),
            ("complaint", n.complaint),
            ("voter", n.voter),
            ("member", n.member),
            ("area", tuple(terms.areas)),
            ("station", n.station),
            ("vote", n.vote),
            ("seat", n.seat),
        ):
            for phrase in phrases:
                self._groups[phrase] = group
        self._longest = max(len(p.split()) for p in self._groups) + 2

    def after(self, scene: Scene, figure: Figure) -> Noun | None:
        """The noun right behind a figure, over adjectives and names ("25 opposition Senate seats"); None for none."""
        return self.at(scene, figure.last, REACH)

    def at(self, scene: Scene, i: int, reach: int) -> Noun | None:
        """The first known noun from word i on, over at most `reach` modifiers."""
        start = i
        while i < len(scene.words) and i - start <= reach:
            n = scene.phrase_at(i, self._groups, self._longest)
            if n:
                text = scene.text(i, i + n).casefold()
                return Noun(
                    self._groups[" ".join(text.split())]
                    if " ".join(text.split()) in self._groups
                    else self._group(scene, i, n),
                    i,
                    i + n,
                    text,
                )
            if not scene.is_modifier(i) or self._is_head(scene, i):
                return None
            i += 1
        return None

    def _group(self, scene: Scene, i: int, n: int) -> str:
        joined = scene._joined(i, n)
        return self._groups[joined]

    def _is_head(self, scene: Scene, i: int) -> bool:
        """A plural noun that nothing joins to the next noun ends the phrase ("53 people in two districts")."""
        if scene.tags[i] not in ("NNS", "NNPS") or scene.mention_at[i] >= 0:
            return False
        after = scene.tags[i + 1] if i + 1 < len(scene.words) else ""
        return after not in ("NN", "NNS", "NNP", "NNPS", "POS", "HYPH")

    def of(self, scene: Scene, i: int) -> Noun | None:
        """The noun after "of" at word i ("percent of the ballots"); None where word i is not "of"."""
        if i >= len(scene.words) or scene.words[i].lower != "of":
            return None
        j = i + 1
        while (
            j < len(scene.words)
            and j - i < 5
            and (scene.words[j].lower in _OF_SKIP or scene.words[j].kind == "genitive")
        ):
            j += 1
        return self.at(scene, j, REACH)


def _compound(scene: Scene, i: int) -> bool:
    """A noun follows, so what stands before it is no head ("ballot tables", "party list members")."""
    if i >= len(scene.words) or scene.mention_at[i] >= 0 or scene.words[i].kind != "word":
        return False
    return scene.tags[i] in ("NN", "NNS") and scene.words[i].lower not in ("turnout", "overall", "today", "yesterday")


def of_phrase(scene: Scene, i: int, phrases: frozenset[str]) -> int:
    """Where a phrase of the list ends that stands behind "of" at word i, over determiners and modifiers; 0 for none."""
    if i >= len(scene.words) or scene.words[i].lower not in ("of", "in"):
        return 0
    j = i + 1
    while j < len(scene.words) and j - i <= 9:
        n = scene.phrase_at(j, phrases)
        if n and not _compound(scene, j + n):
            return j + n
        word = scene.words[j]
        known = (
            word.lower in _OF_SKIP or word.lower == "and" or scene.is_modifier(j) or word.kind in ("number", "genitive")
        )
        if not known or (scene.tags[j] in ("VBD", "VBZ", "VBP", "MD")):
            return 0
        j += 1
    return 0
