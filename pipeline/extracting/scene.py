"""One sentence made ready for the rules: its words with their grammar, its mentions and its figures."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import pairwise

from pipeline.annotating.words import Word, stands_free, words_of
from pipeline.configuring.phrases import beginnings_of, endings_of
from pipeline.extracting.figures import Figure
from pipeline.extracting.grammar import RECEIVING, TURNS
from pipeline.types import Doc, Mention, Sentence

_MODIFIER_TAGS = (
    "JJ",
    "JJR",
    "JJS",
    "NN",
    "NNP",
    "NNS",
    "NNPS",
    "VBN",
    "VBG",
    "POS",
    "HYPH",
    "RB",
    "CD",
    "AFX",
    "``",
    "''",
    "PRP$",
)

_NAME, _PARTICLE = 6, 3  # words of a leader's name; letters of a particle in it
_NOT_IN_NAMES = frozenset(("of", "and", "or", "in", "on", "to", "by", "for", "the", "a", "an", "at"))


@dataclass
class Scene:
    """A sentence. Word indexes count in `words`; `heads` are word indexes too, a root's its own, -1 unknown."""

    doc: Doc
    sentence: Sentence
    words: list[Word]
    tags: list[str]
    deps: list[str]
    heads: list[int]
    mentions: list[Mention]
    mention_at: list[int]  # index into mentions, or -1
    figures: list[Figure] = field(default_factory=list)

    def text(self, first: int, last: int) -> str:
        """The printed text of words[first:last]."""
        return self.doc.article.text[self.words[first].start : self.words[last - 1].end]

    def lower(self, i: int) -> str:
        """Word i in small letters; "" where there is none."""
        return self.words[i].lower if 0 <= i < len(self.words) else ""

    def lowers(self, first: int, last: int) -> list[str]:
        """Words [first, last) in small letters, as many as there are."""
        return [w.lower for w in self.words[max(0, first) : max(0, last)]]

    def skip(self, i: int, passed: Collection[str], step: int = 1, most: int = 1000) -> int:
        """The first word from i on, going by `step`, that is none of `passed`; at most `most` words are passed."""
        while most > 0 and 0 <= i < len(self.words) and self.words[i].lower in passed:
            i, most = i + step, most - 1
        return i

    def mention(self, i: int) -> Mention | None:
        """The mention that covers word i; None where there is none."""
        n = self.mention_at[i] if 0 <= i < len(self.words) else -1
        return self.mentions[n] if n >= 0 else None

    def nameless(self, i: int) -> bool:
        """True where no mention covers word i but one that the recogniser alone takes for a place."""
        m = self.mention(i)
        return m is None or (m.kind == "place" and m.basis.startswith("recogniser "))

    def scored_to(self, i: int) -> bool:
        """ "269 to the Republicans' 166": behind "to" at word i stands somebody with a figure of his own."""
        owners = (j for j in range(i, min(i + 7, len(self.words))) if self.words[j].kind == "genitive")
        plural = (j for j in range(i, min(i + 7, len(self.words))) if self.words[j].text in ("'", "\u2019"))
        return any(f.start == j + 1 for j in (*owners, *plural) for f in self.figures)

    def is_house(self, i: int) -> bool:
        """True where word i names a legislature of the places table."""
        m = self.mention(i)
        return m is not None and m.kind == "body" and "legislature" in m.basis

    @cached_property
    def plain(self) -> list[str]:
        """The words in small letters, as the phrases of the configuration write them."""
        lowers = [w.lower for w in self.words]
        if self.doc.article.text.find("\u2019", self.sentence.char_start, self.sentence.char_end) < 0:
            return lowers
        return [lower.replace("\u2019", "'") for lower in lowers]

    @cached_property
    def shouted(self) -> bool:
        """True for a sentence printed in capitals throughout; a row of short names ("SNP 69 LAB 37 CON 15") is none."""
        words = [w.text for w in self.words if w.kind == "word" and len(w.text) > 4]
        return len(words) > 3 and sum(w.isupper() for w in words) > 0.8 * len(words)

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The words in small letters, each once."""
        return frozenset(self.plain)

    @cached_property
    def apart(self) -> list[bool]:
        """Whether white space stands before each word; False for the first."""
        return [False, *(word.start > before.end for before, word in pairwise(self.words))]

    def phrase_at(self, i: int, phrases: Collection[str], longest: int = 5) -> int:
        """The number of words of the longest of `phrases` that begins at word i; 0 for none."""
        if not isinstance(phrases, frozenset):
            for n in range(min(longest, len(self.words) - i), 0, -1):
                if self.joined(i, n) in phrases:
                    return n
            return 0
        beginnings, best, said = _beginnings(phrases), 0, ""
        for j in range(i, min(i + longest, len(self.words))):
            said += (" " if j > i and self.apart[j] else "") + self.plain[j]
            if said not in beginnings:
                break
            if said in phrases:
                best = j + 1 - i
        return best

    def phrase_before(self, i: int, phrases: Collection[str], longest: int = 5) -> int:
        """The number of words of the longest of `phrases` that ends just before word i; 0 for none."""
        endings = _endings(phrases) if isinstance(phrases, frozenset) else None
        best, said = 0, ""
        for j in range(i - 1, max(i - longest, 0) - 1, -1):
            said = self.plain[j] + (" " if j < i - 1 and self.apart[j + 1] else "") + said
            if endings is not None and said not in endings:
                break
            if said in phrases:
                best = i - j
        return best

    def find(self, phrases: Collection[str], first: int = 0, last: int | None = None) -> int:
        """The index of the first word in [first, last) at which one of the phrases begins; -1 for none."""
        stop = len(self.words) if last is None else min(last, len(self.words))
        beginnings = _beginnings(phrases) if isinstance(phrases, frozenset) else self.vocabulary
        if beginnings.isdisjoint(self.vocabulary):
            return -1
        for i in range(max(first, 0), stop):
            if self.plain[i] in beginnings and self.phrase_at(i, phrases):
                return i
        return -1

    def has(self, phrases: Collection[str], first: int = 0, last: int | None = None) -> bool:
        """True when one of the phrases begins at a word in [first, last)."""
        return self.find(phrases, first, last) >= 0

    def joined(self, i: int, n: int) -> str:
        """The n words from i on in small letters, spaced as printed."""
        out = self.plain[i]
        for j in range(i + 1, i + n):
            out += " " + self.plain[j] if self.apart[j] else self.plain[j]
        return out

    def led_party(self, i: int) -> int:
        """The last word of the party whose leader's name ends at word i: "the Radicals of Vojislav Sesar"; -1: none.

        Also of one that is only described: "the Catalan nationalists of Jordi Brun".
        """
        k = i
        while (
            k > 0
            and i - k < _NAME
            and self.lower(k) not in _NOT_IN_NAMES
            and (self.words[k].text[:1].isupper() or (k < i and len(self.words[k].text) <= _PARTICLE))
        ):
            k -= 1
        if k == i or k < 1 or self.lower(k) != "of" or not self.words[k + 1].text[:1].isupper():
            return -1
        m = self.mention(k - 1)
        described = m is None and self.tags[k - 1] == "NNS" and "the" in self.lowers(k - 4, k - 1)
        return k - 1 if described or (m is not None and m.kind == "party") else -1

    def is_modifier(self, i: int) -> bool:
        """True for a word that may stand between a figure and the noun it counts ("25 opposition seats")."""
        if not 0 <= i < len(self.words):
            return False  # "Greens win 12 seats in election, one more than previous": the line ends
        word = self.words[i]
        if word.text == "." and i and word.start == self.words[i - 1].end and self.words[i - 1].text[:1].isupper():
            return len(self.words[i - 1].text) <= 5 and i + 1 < len(self.words)  # "Gov. Ann Richards"
        if word.text in ("-", "\u2011"):
            return not stands_free(self.words, i)  # "left-wing"; not "(Reuters) - Reformist candidates"
        if word.text in ('"', "\u201c", "\u201d") or word.kind == "genitive":
            return True
        return word.kind == "word" and self.tags[i] in _MODIFIER_TAGS

    def is_counted(self, i: int) -> bool:
        """Whether a figure begins at word i that is no place: not the "third" of ", in third place by a hair, 29"."""
        return any(g.first == i and g.kind != "ordinal" for g in self.figures)

    def figure_before(self, i: int) -> Figure | None:
        """The last figure that ends at word i or before; None for none."""
        return next((g for g in reversed(self.figures) if g.last <= i), None)

    def is_given(self, i: int, give: Collection[str]) -> bool:
        """ "The count gave her | 55.2 percent": a verb of giving and a pronoun end before word i."""
        return i > 1 and self.lower(i - 1) in RECEIVING and self.lower(i - 2) in give

    def clause(self, i: int) -> tuple[int, int]:
        """The stretch of words around i up to the next semicolon, dash, colon or clause-joining comma."""
        first, last = i, i + 1
        while first > 0 and not self._breaks(first - 1):
            first -= 1
        while last < len(self.words) and not self._breaks(last):
            last += 1
        return first, last

    def _breaks(self, i: int) -> bool:
        word = self.words[i]
        if word.text == ":" and word.end < len(self.doc.article.text) and self.doc.article.text[word.end].isdigit():
            return False  # "Exit polls at 22:00"
        if word.text in (";", ":", "\u2014", "\u2013") or (word.text == "-" and self._spaced(i)):
            return True
        return word.lower in TURNS and self.tags[i] in ("CC", "IN")

    def _spaced(self, i: int) -> bool:
        before = i == 0 or self.words[i - 1].end < self.words[i].start
        after = i + 1 >= len(self.words) or self.words[i].end < self.words[i + 1].start
        return before and after


@lru_cache(maxsize=1024)
def _beginnings(phrases: frozenset[str]) -> frozenset[str]:
    """What begins any of the phrases: most words of a text begin none, and need no further look."""
    return frozenset(beginning for phrase in phrases for beginning in beginnings_of(phrase))


@lru_cache(maxsize=1024)
def _endings(phrases: frozenset[str]) -> frozenset[str]:
    """What ends any of the phrases."""
    return frozenset(ending for phrase in phrases for ending in endings_of(phrase))


def make_scene(doc: Doc, sentence: Sentence, mentions: Sequence[Mention]) -> Scene:
    """Align the words of a sentence with its parse and mentions (`mentions` are those inside the sentence)."""
    words = words_of(doc.article.text, sentence.char_start, sentence.char_end)
    starts = [w.start for w in words]
    count = len(words)
    tags, deps, heads = [""] * count, [""] * count, [-1] * count
    token_word = [_word_at(starts, t.char_start) for t in sentence.tokens]
    for t, w in zip(sentence.tokens, token_word, strict=True):
        if w >= 0 and (not tags[w] or words[w].start == t.char_start):
            tags[w], deps[w] = t.tag, t.dep
            heads[w] = token_word[t.head]
    mention_at = [-1] * count
    for n, mention in enumerate(mentions):
        for i in range(bisect_left(starts, mention.char_start), bisect_left(starts, mention.char_end)):
            mention_at[i] = n
    return Scene(doc, sentence, words, tags, deps, heads, list(mentions), mention_at)


def _word_at(starts: Sequence[int], offset: int) -> int:
    return bisect_right(starts, offset) - 1


def is_plural_owner(scene: Scene, i: int) -> bool:
    """True where word i is the apostrophe of a plural's possessive: "the Moderates' 19.8 percent"."""
    apostrophe = 0 < i < len(scene.words) and scene.words[i].text in ("'", "\u2019")
    return apostrophe and scene.lower(i - 1).endswith("s") and not scene.apart[i]
