"""Records: "the lowest since 2003", "record-high abstentions", "its worst result since 1945".

A claim of measure `record` has the measure it is of as its quantity's unit ("turnout"), the baseline year as its
value (None where none is printed) and a plain `value_text`: "lowest since 2003", "highest in 30 years", "record low".
A record of abstention is turned into one of turnout: "record-high abstentions" is "record low".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.configuring.statements import Statements
from pipeline.extracting.scene import Scene
from pipeline.extracting.stated import Statement, is_genitive, lower_at, mention_of, state
from pipeline.types import Claim, Mention, SubjectKind

_NOUN = 6  # words between the superlative and its noun: "lowest ever voter turnout"
_SINCE = 9  # words between "since" and the year: "since the fall of General Berg's government in 1991"
_BEFORE = 14  # how far back the measure may stand: "turnout was 44.5 percent, by far the lowest"
_CONTEST = ("turnout", "abstention")
# What a defeat or a victory is measured in is not said; the biggest defeat is no highest figure of any measure.
_UNCLEAR = ("defeat", "victory", "margin", "other")


@dataclass(frozen=True, slots=True)
class _Baseline:
    """What the record reaches back to: words up to `last`, the plain words for it, and the year if printed."""

    last: int
    words: str
    year: int | None


class Records:
    """Finds statements of records; holds the word lists as sets."""

    def __init__(self, statements: Statements) -> None:
        """Take configs/statements.toml, [records] and [record_nouns]."""
        words = statements.records
        self._nouns = statements.record_nouns
        self._lowest, self._highest = frozenset(words.lowest), frozenset(words.highest)
        self._marks, self._low, self._high = frozenset(words.marks), frozenset(words.low), frozenset(words.high)
        self._telling = self._lowest | self._highest | self._marks
        self._ever, self._years = frozenset(words.ever), frozenset(words.years)
        self._ends = frozenset(words.ends)
        self._modifiers = frozenset(words.modifiers + words.neutral)
        self._unasserted, self._other = frozenset(words.unasserted), frozenset(words.other)

    def claims(self, scene: Scene, earlier: Sequence[Scene] = ()) -> list[Claim]:
        """Return the scene's `record` claims, without cues.

        `earlier` are the paragraph's sentences before it: the measure of "It was the lowest since 2003" stands there.
        """
        out: list[Claim] = []
        used = -1
        for i, word in enumerate(scene.words) if not self._telling.isdisjoint(scene.vocabulary) else ():
            if i < used:
                continue
            found = None
            if word.lower in self._lowest or word.lower in self._highest:
                found = self._superlative(scene, earlier, i)
            elif word.lower in self._marks:
                found = self._mark(scene, earlier, i)
            if found is not None:
                claim, used = found
                out.extend([claim] if claim is not None else [])
        return out

    def _superlative(self, scene: Scene, earlier: Sequence[Scene], i: int) -> tuple[Claim | None, int] | None:
        """ "the lowest voter turnout since 2003", "the lowest since the first free vote in 2005"."""
        if self._open(scene, i):
            return None
        noun, j = self._noun_after(scene, i + 1)
        baseline = self._baseline(scene, j)
        if baseline is None:
            return None
        if not noun:
            noun = self._noun_before(scene, i) or self._noun_earlier(scene, earlier)
        low = scene.words[i].lower in self._lowest
        direction = "lowest" if low else "highest"
        return self._claim(scene, (i, baseline.last), noun, direction, baseline), baseline.last

    def _mark(self, scene: Scene, earlier: Sequence[Scene], i: int) -> tuple[Claim | None, int] | None:
        """ "a record low turnout", "record-high abstentions", "a record turnout of 80 percent", "an all-time low"."""
        j = i + 1 + (lower_at(scene, i + 1) == "-")
        if scene.words[i].lower == "all":
            return None
        low, high = lower_at(scene, j) in self._low, lower_at(scene, j) in self._high
        if self._open(scene, i) or is_genitive(scene, j) or lower_at(scene, i - 1) in ("his", "her", "track"):
            return None
        noun, end = self._noun_after(scene, j + (low or high))
        if not low and not high and (not noun or scene.words[i].lower != "record" or end > j + 3):
            return None
        if not noun:
            noun, end = self._noun_before(scene, i) or self._noun_earlier(scene, earlier), j + 1
        direction = "record low" if low else "record high"
        return self._claim(scene, (i, end), noun, direction, None), end

    def _claim(
        self, scene: Scene, words: tuple[int, int], noun: str, direction: str, baseline: _Baseline | None
    ) -> Claim | None:
        """The claim of what was read; None where it is not clear of what or of whom the record is."""
        if not noun or noun in _UNCLEAR:
            return None
        if noun == "abstention":
            swap = {"lowest": "highest", "highest": "lowest", "record low": "record high", "record high": "record low"}
            noun, direction = "turnout", swap[direction]
        subject = None if noun in _CONTEST else self._subject(scene, words[0])
        if noun not in _CONTEST and subject is None:
            return None
        value = f"{direction} {baseline.words}" if baseline else direction
        start, end = scene.words[words[0]].start, scene.words[words[1] - 1].end
        year = float(baseline.year) if baseline and baseline.year else None
        rule = "record:" + ("baseline" if baseline else "mark")
        said = Statement("record", start, end, value, noun, rule, 0.9, year)
        if subject is None:
            return state(scene, said, None, "contest")
        kind: SubjectKind = "person" if subject.kind == "person" else "party"
        return state(scene, said, (subject.char_start, subject.char_end), kind)

    def _open(self, scene: Scene, i: int) -> bool:
        """A hope, forecast or negation: "turnout could be the lowest since 1990", "not the lowest"."""
        for k in range(i - 1, max(-1, i - 12), -1):
            if scene.words[k].text in (";", "\u2014", "\u2013"):
                return False
            if scene.words[k].lower in self._unasserted:
                return True
        return False

    def _noun_after(self, scene: Scene, j: int) -> tuple[str, int]:
        """The measure named at word j and the end of its name; "" where nothing is named, "other" for another noun."""
        for k in range(j, min(j + _NOUN + 1, len(scene.words))):
            n = scene.phrase_at(k, self._nouns)
            if n:
                return self._nouns[self._joined(scene, k, k + n)], k + n
            if self._starts_baseline(scene, k):
                return "", k
            if not self._says_nothing(scene, k):
                counts = scene.words[k].kind == "word" and lower_at(scene, k) not in self._ends
                return ("other" if counts else ""), k
        return "", j

    def _says_nothing(self, scene: Scene, k: int) -> bool:
        return scene.words[k].lower in self._modifiers or scene.words[k].text == "-"

    def _starts_baseline(self, scene: Scene, k: int) -> bool:
        return lower_at(scene, k) in ("since", "in") or bool(scene.phrase_at(k, self._ever))

    def _noun_before(self, scene: Scene, i: int) -> str:
        """The nearest measure named before word i; "" where something else that has lows and highs is nearer."""
        for k in range(i - 1, max(-1, i - _BEFORE), -1):
            if scene.words[k].lower in self._other or scene.words[k].text == ";":
                return ""
            n = scene.phrase_before(k + 1, self._nouns)
            if n:
                return self._nouns[self._joined(scene, k + 1 - n, k + 1)]
        return ""

    def _noun_earlier(self, scene: Scene, earlier: Sequence[Scene]) -> str:
        """ "It was the lowest since 2003": what the sentence before spoke of."""
        opens = lower_at(scene, 0) in ("it", "that", "this")
        if not opens or not earlier:
            return ""
        before = earlier[-1]
        return self._noun_before(before, len(before.words))

    def _baseline(self, scene: Scene, j: int) -> _Baseline | None:
        """ "since the fall of General Berg's government in 1991", "in 30 years", "ever"; None where none is at j."""
        if j >= len(scene.words):
            return None
        n = scene.phrase_at(j, self._ever)
        if n:
            return _Baseline(j + n, "ever", None)
        if lower_at(scene, j) == "since":
            return self._since(scene, j)
        if lower_at(scene, j) not in ("in", "for"):
            return None
        for k in range(j + 1, min(j + _SINCE, len(scene.words))):
            if scene.words[k].kind == "sign" and scene.words[k].text != "-":
                return None
            if lower_at(scene, k) == "since":
                return self._since(scene, k)
            n = scene.phrase_at(k, self._years)
            if n:
                return _Baseline(k + n, " ".join(scene.text(j, k + n).casefold().split()), None)
        return None

    def _since(self, scene: Scene, j: int) -> _Baseline | None:
        """Up to the year, if one is printed in the same phrase; else the few words of the event."""
        last = j + 1
        for k in range(j + 1, min(j + _SINCE + 3, len(scene.words))):
            word = scene.words[k]
            if word.kind == "number" and len(word.text) == 4 and word.text.isdigit() and 1700 < int(word.text) < 2200:
                return _Baseline(k + 1, f"since {word.text}", int(word.text))
            if word.kind == "sign" and word.text not in ("-", "\u2019", "'"):
                break
            if scene.tags[k] in ("VBD", "VBZ", "MD"):
                break
            last = k + 1
        if last == j + 1:
            return None
        return _Baseline(last, "since " + " ".join(scene.text(j + 1, last).split()), None)

    def _subject(self, scene: Scene, i: int) -> Mention | None:
        """Whose best or worst it is: the owner right before, else the only party of the sentence before it."""
        k = i - 1
        if is_genitive(scene, k):
            return mention_of(scene, k - 1, "party") or mention_of(scene, k - 1, "person")
        before = [m for m in scene.mentions if m.kind == "party" and m.char_end <= scene.words[i].start]
        return before[-1] if before and len({m.text for m in before}) == 1 else None

    def _joined(self, scene: Scene, first: int, last: int) -> str:
        return " ".join(scene.text(first, last).casefold().split())
