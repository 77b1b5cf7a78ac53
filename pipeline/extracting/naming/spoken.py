"""The description that a sentence is about, for the "it" and "they" of the next: "The ruling party did better"."""

from __future__ import annotations

from pipeline.configuring.terms import Terms
from pipeline.extracting.naming.contestants import Contestants
from pipeline.extracting.naming.subject import Subject
from pipeline.extracting.scene import Scene

_OPENING = 24  # words up to the description that a sentence is about: "Because the law favours them, the centrists"
_HEADED = 5  # words from "the" to the head of a description


class SpokenReader:
    """Finds such a description by the words that open the sentence."""

    def __init__(self, terms: Terms, names: Contestants) -> None:
        self._w, self._names = terms.naming.descriptions, names

    def spoken(self, scene: Scene) -> Subject | None:
        """ "The ruling party did better than expected. It won 31": the description that opens the sentence.

        Most such sentences hold no figure and are not parsed: only their words tell. "The party" is nobody new.
        """
        opens = next((i for i in range(min(len(scene.words), _OPENING)) if self._opens(scene, i)), -1)
        if opens < 0:
            return None
        for j in range(opens + 1, min(len(scene.words), opens + 1 + _HEADED)):
            if scene.mention_at[j] >= 0 or scene.words[j].kind != "word":
                return None
            if scene.lower(j) in self._w.spoken:
                known = j == opens + 1 and scene.lower(j) in self._w.definite
                told = not known and not self._goes_on(scene, j + 1)
                return self._names.printed(scene, opens + 1, j + 1, "spoken") if told else None
        return None

    def _goes_on(self, scene: Scene, i: int) -> bool:
        """ "The ruling party's", "the opposition leader", "the ruling party, the Greens,": no description by itself."""
        if i >= len(scene.words) or scene.words[i].kind == "genitive" or scene.lower(i) in self._w.behind_spoken:
            return True
        return scene.lower(i) in (",", "of") and any(scene.mention(k) is not None for k in range(i + 1, i + 4))

    def _opens(self, scene: Scene, i: int) -> bool:
        return scene.lower(i) == "the" and (i == 0 or scene.words[i - 1].text == ",")
