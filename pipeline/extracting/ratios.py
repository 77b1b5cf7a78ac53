"""Two numbers that are one share of people: "nine out of ten electors", "three voters in four"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.annotating.words import Word
from pipeline.configuring.terms import Terms
from pipeline.extracting.figures import Figure

_LINKS = (["out", "of"], ["in", "every"], ["out", "of", "every"], ["of", "every"], ["in", "each"], ["of", "each"])
_IN = (["in"],)
_ACTS = ("voted", "backed", "supported")
_SIDED = (["were", "in", "favour"], ["were", "in", "favor"], ["were", "against", "it"])
_MOST = 100.0
_FEW = 20.0  # "three voters in four": of more than so many nobody tells it with "in"
_REACH = 6  # words from the ratio to those it is of: "out of ten of Iceland's 143,000 electors"


@dataclass(frozen=True, slots=True)
class Ratios:
    """`whom`: nouns for people who may vote; `votes`: nouns for what they cast."""

    whom: frozenset[str]
    votes: frozenset[str]

    @classmethod
    def of(cls, terms: Terms) -> Ratios:
        """The nouns as configs/terms.toml has them."""
        return cls(terms.nouns.voter | terms.nouns.people | terms.nouns.electorate, terms.nouns.vote)

    def join(self, words: Sequence[Word], tags: Sequence[str], figures: Sequence[Figure]) -> list[Figure]:
        """Return the figures with each such pair as one percentage; `tags` are those of the words.

        "seven out of ten seats" stays two figures: only of people and their votes is a ratio told so.
        """
        out: list[Figure] = []
        last = -1
        for f in figures:
            if f.first < last:
                continue
            value, end = self._between(words, tags, f, figures)
            if not end:
                value, end = _whole(words, f.last, figures, _LINKS)
                end = end if self._of_people(words, end) or self._of_every(words, f, end) else 0
            if not end or f.kind != "count" or f.number.step or not 0 < f.value < value:
                out.append(f)
                continue
            share = 100.0 * f.value / value
            number = replace(f.number, last=end, value=share, kind="percent", step=0.0, weak=True, spelled=True)
            out.append(replace(f, number=number, last=end))
            last = end
        return out

    def _between(
        self, words: Sequence[Word], tags: Sequence[str], f: Figure, figures: Sequence[Figure]
    ) -> tuple[float, int]:
        """ "three electors out of every five approved": the noun stands between; not "two voters in five towns"."""
        noun = words[f.last].lower if f.last < len(words) else ""
        one = f.value == 1 and noun + "s" in self.whom  # "one elector in four"
        if not noun or not (one or noun in self.whom | self.votes):
            return 0.0, 0
        value, end = _whole(words, f.last + 1, figures, (*_LINKS, *_IN))
        every = value and words[end - 2].lower in ("every", "each")
        goes_on = end < len(words) and tags[end].startswith(("NN", "JJ", "CD"))
        if not value or goes_on or (value > _FEW and not every and value != _MOST):
            return 0.0, 0
        return value, end

    def _of_every(self, words: Sequence[Word], f: Figure, end: int) -> bool:
        """ "drew seven of every ten votes"; not "two of every ten seats"."""
        every = end > 0 and any(w.lower in ("every", "each") for w in words[f.last : end])
        return every and end < len(words) and words[end].lower in self.votes

    def _of_people(self, words: Sequence[Word], i: int) -> bool:
        behind = [w.lower for w in words[i : i + _REACH]] if i else []
        if behind[:1] and (behind[0] in _ACTS or behind[:3] in _SIDED):
            return True  # "nearly three out of four voted for him"
        if behind[:2] == ["of", "those"]:
            return True  # "four out of five of those on the lists took part"
        return any(w in self.whom for w in (behind if behind[:1] == ["of"] else behind[:3]))


def _whole(words: Sequence[Word], i: int, figures: Sequence[Figure], links: Sequence[list[str]]) -> tuple[float, int]:
    """What a part that ends before word i is told out of, 100 at the most, and the word behind it; (0, 0) for none."""
    for link in links:
        at = i + len(link)
        if [w.lower for w in words[i:at]] != link or at >= len(words):
            continue
        if words[at].lower == "hundred":
            return _MOST, at + 1
        whole = next((g for g in figures if g.first == at and g.kind == "count"), None)
        if whole is not None and whole.value <= _MOST and not whole.number.step:
            return whole.value, whole.last
    return 0.0, 0
