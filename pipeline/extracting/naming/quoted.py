"""Whom "he" stands for in the mouth of somebody else: never the one who speaks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

from pipeline.extracting.scene import Scene
from pipeline.types import Mention

_BACK = 4  # sentences over which one goes on speaking
_SIGNS = frozenset(('"', "\u201c", "\u201d"))


class Quoted:
    """The speakers of one article.

    "Ann Lee won. Joan Barnes, an accountant, said she would stay at home. "She got half the votes," she said.": Lee's.
    """

    def __init__(self, scenes: Sequence[Scene], verbs: Collection[str]) -> None:
        self._scenes, self._verbs = scenes, verbs

    def other(self, scene: Scene, i: int, back: str) -> Mention | None:
        """Who a pronoun at word i is, where it stands in a quotation and `back`, told of last, speaks it; else None.

        It is the person that the article has named most often before, the speaker apart.
        """
        at = next((n for n, s in enumerate(self._scenes) if s is scene), 0)
        surname = _surname(back)
        if not self._inside(scene, i) or self._named_speaker(scene, i) or self._speaker(at) != surname:
            return None
        told = [m for s in self._scenes[:at] for m in s.mentions if m.kind == "person"]
        others = [m for m in told if _surname(m.text) != surname]
        ranked = Counter(_surname(m.text) for m in others).most_common(1)
        return next((m for m in reversed(others) if _surname(m.text) == ranked[0][0]), None) if ranked else None

    def _inside(self, scene: Scene, i: int) -> bool:
        """Behind a sign that opens a quotation and before one that closes it."""
        signs = [w.text for w in scene.words[:i] if w.text in _SIGNS]
        return signs[-1] != "\u201d" and (signs[-1] == "\u201c" or len(signs) % 2 == 1) if signs else False

    def _named_speaker(self, scene: Scene, i: int) -> bool:
        """Somebody is named behind the quotation: "..., said the accountant Joan Barnes"."""
        closed = next((j for j in range(i, len(scene.words)) if scene.words[j].text in _SIGNS), len(scene.words))
        return any(m.kind == "person" for m in map(scene.mention, range(closed, len(scene.words))) if m is not None)

    def _speaker(self, at: int) -> str:
        """The last name of whoever the sentences before say speaks: the first person that one of them tells of."""
        for scene in reversed(self._scenes[max(0, at - _BACK) : at]):
            people = [m for m in scene.mentions if m.kind == "person"]
            if people:
                says = any(w.lower in self._verbs and w.start > people[0].char_end for w in scene.words)
                return _surname(people[0].text) if says else ""
        return ""


def _surname(name: str) -> str:
    return name.rsplit(maxsplit=1)[-1]
