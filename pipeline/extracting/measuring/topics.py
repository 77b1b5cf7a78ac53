"""Turnouts told of an "it" that the sentence before was about: "It was lowest in the capital, at 43 percent"."""

from __future__ import annotations

from pipeline.configuring.terms import Terms
from pipeline.extracting.figures import Figure
from pipeline.extracting.grammar import CARRIES, FINITE, SUBJECTS
from pipeline.extracting.measuring.ago import Ago
from pipeline.extracting.readings import Reading
from pipeline.extracting.scene import Scene

_WEAK = ("name-percent", "got-percent")  # a share by no word of its own
_OPENS = 8  # words from the beginning of a sentence to the figure of what it is about


class TopicReader:
    """Reads percentages of a sentence that begins with "it", where the one before began with the turnout."""

    def __init__(self, terms: Terms) -> None:
        self._no_share, self._moves = terms.counting.shares.no_share, terms.counting.bare.compared

    def mend(self, scene: Scene, out: dict[int, Reading], ago: Ago) -> None:
        """Add to `out`, the readings of a sentence by the first words of their figures, the turnouts told of "it"."""
        if not self._is_of_it(scene) or not self._was_turnout(ago):
            return
        for f in scene.figures:
            told = out.get(f.first)
            plain = f.kind == "percent" and not f.number.weak
            if plain and (told is None or told.rule in _WEAK) and self._is_its(scene, f):
                if self._moved(scene, f) or any(
                    scene.mention_at[i] >= 0 and _someone(scene, i) for i in range(f.first)
                ):
                    return
                out[f.first] = Reading(f, "turnout", "percent", "turnout-of-it", "none", f.last)

    def _is_of_it(self, scene: Scene) -> bool:
        """ "It was lowest in the capital", "It ranged from 43 percent": "it" does what the main verb tells."""
        it = next((i for i, w in enumerate(scene.words) if w.kind == "word"), -1)
        verb = scene.heads[it] if it >= 0 else -1
        would = any(scene.heads[k] == verb and scene.tags[k] == "MD" for k in range(it, max(verb, it)))
        finite = scene.tags[verb] in FINITE or would  # "It would fall four years later, to 59 percent"
        return scene.lower(it) == "it" and scene.deps[it] in SUBJECTS and finite

    def _is_its(self, scene: Scene, f: Figure) -> bool:
        """The figure hangs on what "it" does, and no other is told of: not "It came as inflation hit 12 percent".

        Nor "It takes 5 percent to enter the house", "It rose on the news, gaining 4 percent".
        """
        it = next(i for i, w in enumerate(scene.words) if w.kind == "word")
        main, k = scene.heads[it], f.last - 1
        while k != main and scene.deps[k] in CARRIES and scene.heads[k] != k:
            k = scene.heads[k]
        others = any(scene.deps[i] in SUBJECTS for i in range(main + 1, f.start))
        tail = range(f.last + 1, min(len(scene.words), f.last + 4))
        asked = any(scene.tags[i] == "VB" and scene.lower(i - 1) == "to" for i in tail)
        return k == main and not others and not asked

    def _was_turnout(self, ago: Ago) -> bool:
        """The first figure of the sentence before, near its beginning, was a turnout."""
        before = [reading for at, reading in ago.dated() if at == ago.sentence - 1]
        first = min(before, key=lambda r: r.figure.first, default=None)
        return first is not None and first.measure == "turnout" and first.figure.start <= _OPENS

    def _moved(self, scene: Scene, f: Figure) -> bool:
        """ "It fell by 10 percent", "It was 3 percent lower": how far it moved."""
        behind = scene.tags[f.last : f.last + 1] in (["JJR"], ["RBR"])
        return scene.lower(f.start - 1) == "by" or behind or scene.lower(f.last) in self._moves | self._no_share


def _someone(scene: Scene, i: int) -> bool:
    m = scene.mention(i)
    return m is not None and m.kind in ("party", "person")
