"""Subjects of figures that open a sentence: "With 54 seats, Sairoon is", "In 1993, with 12 percent, it ended"."""

from __future__ import annotations

from pipeline.annotating.words import ARTICLES
from pipeline.configuring.terms import Terms
from pipeline.extracting.grammar import BE_FORMS, BEING, PRONOUNS
from pipeline.extracting.naming.descriptions import before_brackets
from pipeline.extracting.naming.doers import Doers
from pipeline.extracting.naming.subject import Discourse, Subject
from pipeline.extracting.readings import Reading
from pipeline.extracting.scene import Scene


class OpeningFrames:
    """`opening` is one rule: it takes a reading and returns its subject, or None."""

    def __init__(self, terms: Terms, doers: Doers) -> None:
        self._w, self._placing = terms.naming.frames, terms.naming.between.placing
        self._names = doers.names
        self._doers, self._refs, self._get = doers, doers.refs, terms.verbs.get
        self._finish = terms.verbs.finish

    def opening(self, scene: Scene, reading: Reading, discourse: Discourse) -> Subject | None:
        """ "With 54 of the 329 seats, Sairoon is the largest bloc", "Winning 42 percent of the vote, Brown led"."""
        i = reading.figure.start - 1
        verb = scene.tags[i] == "VBG" and scene.lower(i) in self._get if i >= 0 else False
        tie = verb or scene.lower(i) in self._w.having
        late = scene.lower(i) == "with" and (scene.lower(i - 1) in (":", ";") or self._opens_late(scene, i))
        if i < 0 or not tie or not (i <= 1 or late):
            return None
        plain = self._unparted(scene, reading.end)
        if plain is not None and not verb:
            return plain
        comma = next(
            (k for k in range(reading.end, min(len(scene.words), reading.end + 9)) if scene.words[k].text == ","), -1
        )
        found = self._behind(scene, comma + 1, discourse) if comma >= 0 else None
        return found if found is None or found.anchor < 0 or found.anchor > comma else None

    def _unparted(self, scene: Scene, i: int) -> Subject | None:
        """ "It did well: with 12.6% the Greens are third": no comma stands between, and the name is or gets.

        Not "with 12 percent Labour said all was lost": a verb of being, placing or getting.
        """
        first = i + (scene.lower(i) in ARTICLES)
        if self._names.at(scene, first) is None:
            return None
        verb = self._names.last_word(scene, first) + 1
        verb += scene.tags[verb : verb + 1] == ["MD"]  # "will be third"
        did = scene.lower(verb) in BE_FORMS or scene.phrase_at(verb, self._get | self._finish) > 0
        return self._names.named(scene, first, "opening") if did else None

    def _opens_late(self, scene: Scene, i: int) -> bool:
        """ "In 1993, with 12.4 percent", "Four years later, in third place with 19.6 percent": the time is first."""
        j = over_placing(scene, i - 1, self._placing)
        apart = any(scene.words[k].text == "," for k in range(j + 1, i))
        return (apart or j < 0) and all(
            scene.lower(k) in self._w.later or scene.words[k].kind == "number" for k in range(j + 1)
        )

    def _behind(self, scene: Scene, i: int, discourse: Discourse) -> Subject | None:
        """ "..., Brown led", "..., it ended up without a seat", "..., it was Brown who won": who stands at word i."""
        cleft = scene.lower(i) == "it" and scene.lower(i + 1) in BEING
        named = self._doers.right(scene, i + 2, "opening", discourse) if cleft else None
        if named is not None or scene.lower(i) not in PRONOUNS:
            return named or self._doers.right(scene, i, "opening", discourse)
        return self._refs.at(scene, i, "opening", discourse)


def over_placing(scene: Scene, j: int, placing: frozenset[str]) -> int:
    """ "X (Green), far behind in second place, with": left from word j over how the one before came in."""
    while j >= 0 and (scene.words[j].text in (",", ")") or scene.words[j].lower in placing):
        j = before_brackets(scene, j) if scene.words[j].text == ")" else j - 1
    return j


def whose_description(doers: Doers, scene: Scene, j: int) -> Subject | None:
    """ "the Harbour Party (HP) of the outgoing prime minister with 12": whose the description is."""
    opener, names = doers.names.phrase(scene, j) - 1, doers.names
    last = before_brackets(scene, opener - 1)
    owned = scene.lower(opener) == "of" and scene.lower(j) in names.heads
    return names.named(scene, last, "with-figure") if owned else None
