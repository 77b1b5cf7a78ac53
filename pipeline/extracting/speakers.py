"""Who says so: the commission, an agency's tally, a party's own claim, an exit poll and its institute.

Better than the nearest name: the verb of saying tells on which side its subject stands, and a phrase with "according
to" or "by" names it outright. None where the paper speaks for itself.
"""

from __future__ import annotations

from pipeline.configuring.statements import Statements
from pipeline.extracting.scene import Scene
from pipeline.extracting.stated import is_genitive, lower_at, mention_of, span_of

_FAR = 14  # words from a verb of saying back to the head of its subject, over an inserted clause
_LONG = 12  # words of a speaker's name and description
_QUOTES = ('"', "\u201c", "\u201d", "''", "``")
_STOPS = (",", ";", ".", ":", "(", ")", "\u2014", "\u2013", *_QUOTES)


class Speakers:
    """Finds who is said to give a figure; holds the word lists as sets."""

    def __init__(self, statements: Statements) -> None:
        """Take configs/statements.toml, [speakers]."""
        w = statements.speakers
        self._verbs, self._weak = frozenset(w.verbs), frozenset(w.weak)
        self._according, self._heads, self._days = frozenset(w.according), frozenset(w.heads), frozenset(w.days)
        self._small, self._made = frozenset(w.small), frozenset(w.made)
        self._turned, self._generic = frozenset(w.turned), frozenset(w.generic)
        self._past_not = frozenset(w.not_said)

    def of(self, scene: Scene, first: int, last: int) -> str | None:
        """Return the speaker of the figure at words[first:last], as printed without "the"; None where none is named."""
        return self._outright(scene, first) or self._by_verb(scene, first, last) or self._tally(scene, first)

    def _outright(self, scene: Scene, figure: int) -> str | None:
        """ "according to the electoral commission", "results released by the board": the nearest to the figure."""
        best: tuple[int, str] | None = None
        for i in range(len(scene.words)):
            n = scene.phrase_at(i, self._according)
            phrase = self._phrase(scene, i + n) if n else None
            if phrase is not None and (best is None or abs(i - figure) < best[0]):
                best = (abs(i - figure), phrase)
        return best[1] if best else None

    def _by_verb(self, scene: Scene, first: int, last: int) -> str | None:
        """ "the commission said", "... , said the commission": the verb before the figure, else the one after it."""
        verbs = [i for i in range(len(scene.words)) if self._says(scene, i)]
        for i in sorted((i for i in verbs if i < first), reverse=True):
            span = self._left(scene, i)
            if span is not None:
                return self._trimmed(scene, *span)
        for i in (i for i in verbs if i >= last):
            turned = scene.words[i].lower in self._turned and lower_at(scene, i - 1) in (",", *_QUOTES)
            if turned and self._names(scene, i + 1):
                return self._phrase(scene, i + 1)
            span = self._left(scene, i)
            if span is not None and span[0] >= last and self._set_off(scene, span[0]):
                return self._trimmed(scene, *span)
        return None

    def _set_off(self, scene: Scene, k: int) -> bool:
        """ "44 percent, the commission said", not "the Greens, which won 12 percent, said they would stay out"."""
        while k > 0 and lower_at(scene, k - 1) in self._small:
            k -= 1
        return lower_at(scene, k - 1) in _STOPS

    def _says(self, scene: Scene, i: int) -> bool:
        word = scene.words[i].lower
        if word not in self._verbs or (scene.tags[i] and not scene.tags[i].startswith("VB")):
            return False
        return lower_at(scene, i - 1) not in self._past_not

    def _names(self, scene: Scene, i: int) -> bool:
        """A noun phrase begins at word i: "said the commission", "said Ivan Horvat"."""
        return mention_of(scene, i) is not None or lower_at(scene, i) in self._small | self._heads

    def _left(self, scene: Scene, verb: int) -> tuple[int, int] | None:
        """The noun phrase left of the verb, over days, adverbs and an inserted clause."""
        k = verb - 1
        while k >= 0 and (lower_at(scene, k) in self._days or scene.tags[k] in ("RB", "MD") or self._is_date(scene, k)):
            k -= 1
        if lower_at(scene, k) == ",":  # "Ivan Horvat, the chairman of the commission, said"
            k -= 1
            while k >= 0 and verb - k < _FAR and scene.words[k].text != ",":
                k -= 1
            k -= 1
        if k < 0 or verb - k >= _FAR or scene.words[k].text in _STOPS:
            return None
        m = mention_of(scene, k)
        called = scene.words[k].text[0].isupper() and lower_at(scene, k - 1) in self._heads  # "the news agency CTK"
        if not ((m is not None and m.kind != "place") or lower_at(scene, k) in self._heads or called):
            return None
        span = self._around(scene, k)
        weak = scene.words[verb].lower in self._weak
        return None if weak and not self._is_source(scene.text(*span)) else span

    def _is_date(self, scene: Scene, k: int) -> bool:
        number = scene.words[k].kind == "number" and mention_of(scene, k) is None
        return number and k > 0 and scene.tags[k - 1] in ("NNP", "IN")

    def _is_source(self, phrase: str | None) -> bool:
        return phrase is not None and any(w.casefold() in self._heads for w in phrase.split())

    def _around(self, scene: Scene, j: int) -> tuple[int, int]:
        """The noun phrase that ends at word j, with what makes it: "a tally by Reuters", "exit polls by Infas"."""
        first, last = self._start(scene, j), j + 1
        k = first - 1
        while lower_at(scene, k) in self._small - {"of"}:
            k -= 1
        if lower_at(scene, k) in self._made and lower_at(scene, k - 1) in self._heads:
            first = self._start(scene, k - 1)
        return first, last

    def _start(self, scene: Scene, j: int) -> int:
        """Where the noun phrase that ends at word j begins."""
        k = j
        while k > 0 and j - k < _LONG:
            before = scene.words[k - 1]
            inside = mention_of(scene, k - 1) is not None or scene.is_modifier(k - 1)
            opening = k == 1 and scene.tags[0] not in ("DT", "IN", "CC", "RB", "PRP$")
            if before.text in _STOPS or before.lower in self._days or not (inside or opening):
                break
            if scene.tags[k - 1] == "VBN" and scene.deps[k - 1] in ("ROOT", "conj", "ccomp"):
                break
            k -= 1
        return k

    def _phrase(self, scene: Scene, i: int) -> str | None:
        """The noun phrase that begins at word i: "the state-run electoral commission", "a tally by Reuters"."""
        last = i
        while last < len(scene.words) and last - i < _LONG:
            word = scene.words[last]
            m = mention_of(scene, last)
            if m is not None:
                last = span_of(scene, m)[1]
                continue
            joined = word.lower in self._small or word.lower in self._made
            if word.text in _QUOTES or word.lower in self._days or not (joined or scene.is_modifier(last)):
                break
            last += 1
        while last > i and (lower_at(scene, last - 1) in self._small | self._made or is_genitive(scene, last - 1)):
            last -= 1
        phrase = self._trimmed(scene, i, last)
        named = any(mention_of(scene, k) is not None for k in range(i, last)) or self._is_source(phrase)
        return phrase if named else None

    def _trimmed(self, scene: Scene, first: int, last: int) -> str | None:
        """The printed words without articles before and participles after; None where they name no one."""
        while first < last and (lower_at(scene, first) in self._small or scene.words[first].kind != "word"):
            first += 1
        while first < last and scene.tags[last - 1] == "VBN" and mention_of(scene, last - 1) is None:
            last -= 1
        if first >= last or (last - first == 1 and lower_at(scene, first) in self._generic):
            return None
        return scene.text(first, last)

    def _tally(self, scene: Scene, figure: int) -> str | None:
        """ "In an exit poll by Infas, the party has 35 percent": a source that is no verb's subject."""
        for i in range(figure - 1):
            if lower_at(scene, i) in self._heads and lower_at(scene, i + 1) == "by":
                phrase = self._phrase(scene, i + 2)
                if phrase is not None:
                    return scene.text(self._start(scene, i), i + 2) + " " + phrase
        return None
