"""Are two names of parties, lists or bodies one? Party nouns and member forms are put aside, then words compared.

"Fatah Alliance", "Fatah coalition" and "Fatah" are one name; "Civic Democratic Party" and "Civic Democratic
Alliance" are two, since words of creed belong to many parties; "Conservatives" are the Conservative Party.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache

from rapidfuzz.distance import OSA

from pipeline.configuring.names import Names
from pipeline.resolving.folding import Folder
from pipeline.resolving.scoring import Comparison, Verdicts

_LOOSE = "alliance"  # the noun that stands for alliance, coalition, bloc and list
_PARTY = "party"
_ACRONYM_LENGTH = 7


@dataclass(frozen=True, slots=True)
class PartyName:
    """A party's name taken apart: `words` that name it, the kind of group (`noun`), and its first letters."""

    printed: str
    words: tuple[str, ...]
    noun: str | None
    member_form: bool  # "Conservatives": the plural of members, which stands for a party
    acronym: str | None  # folded, if the whole name is one
    letters: frozenset[str]  # first letters of its words, with and without small words and party nouns
    key: str = field(init=False)  # the plain form: what two prints of the same words share

    def __post_init__(self) -> None:
        object.__setattr__(self, "key", " ".join((*self.words, self.noun or "")).strip())


class PartyMatcher:
    """Compares names of parties and bodies; make one a run. `country_of` gives the country that a word names."""

    def __init__(
        self, names: Names, folder: Folder, country_of: Callable[[str], str | None] = lambda word: None
    ) -> None:
        self._party = names.party
        self._folder = folder
        self._country_of = lru_cache(maxsize=50_000)(country_of)
        self._cache: dict[str, PartyName] = {}
        self._verdicts = Verdicts(names.weights, names.weights.parties)

    def forget(self) -> None:
        """Let go of what is kept of names."""
        self._cache.clear()
        self._verdicts.forget()

    def compare_texts(self, first: str, second: str) -> Comparison:
        """Compare two names as printed."""
        return self.compare(self.read(first), self.read(second))

    def compare(self, first: PartyName, second: PartyName) -> Comparison:
        """Compare two names: symmetric. Names of a realm are compared once, so nothing is kept of the pair."""
        return self._verdicts.by(self._features(first, second))

    def read(self, printed: str) -> PartyName:
        """Take a name apart. The same text gives the same object."""
        name = self._cache.get(printed)
        if name is None:
            name = self._cache[printed] = self._read(printed)
        return name

    def _read(self, printed: str) -> PartyName:
        text = _without_brackets(printed)
        raw = [word.strip('.,;:"“”') for word in text.replace("-", " ").replace("/", " ").split()]
        raw = [word for word in raw if word]
        plain = [
            self._folder.latin(_no_possessive(word, place == len(raw) - 1)).strip("'") for place, word in enumerate(raw)
        ]
        raw = [word for word, folded in zip(raw, plain, strict=True) if folded]
        plain = [word for word in plain if word]
        start = next((i for i, word in enumerate(plain) if not self._leading(plain, raw, i)), 0)
        plain, raw = plain[start:], raw[start:]
        acronym = self._acronym(raw)
        words, nouns, member = [], [], False
        for word in plain:
            stem = self._party.words.get(word, word)
            if word in self._party.noun_of:
                nouns.append(self._party.noun_of[word])
            elif word not in self._party.small and word not in self._party.legal:
                words.append(self._stem(word))
                member = member or (stem != word and word.endswith("s") and word == plain[-1])
        if not words:
            words, nouns = [self._stem(word) for word in plain], []
        return PartyName(printed, tuple(words), nouns[-1] if nouns else None, member, acronym, self._letters(plain))

    def _leading(self, plain: list[str], raw: list[str], place: int) -> bool:
        """Words before the name: "the", "ruling"; a capital makes all but "the" part of it."""
        if place >= len(plain) - 1:
            return False
        hyphenated = raw[place].islower()
        return plain[place] == "the" or (plain[place] in self._party.before and hyphenated)

    def _stem(self, word: str) -> str:
        stem = self._party.words.get(word, word)
        if stem.endswith("'s"):
            stem = stem[:-2]
        return stem

    def _acronym(self, raw: list[str]) -> str | None:
        if len(raw) != 1 and not (len(raw) == 2 and raw[1].lower() == _PARTY):
            return None
        letters = raw[0].replace(".", "")
        capitals = sum(c.isupper() for c in letters)
        return (
            self._folder.latin(letters)
            if 2 <= len(letters) <= _ACRONYM_LENGTH and capitals >= len(letters) - 1
            else None
        )

    def _letters(self, plain: list[str]) -> frozenset[str]:
        """First letters: of all words; without small ones; acronyms inside ("UK") whole or by their first letter."""
        if len(plain) < 2:
            return frozenset()
        big = [word for word in plain if word not in self._party.small]
        found = set()
        for words in (plain, big, [word for word in big if self._party.noun_of.get(word) != _PARTY]):
            found.add("".join(word[0] for word in words))
            if words and 2 <= len(words[0]) <= 3:
                found.add(words[0] + "".join(word[0] for word in words[1:]))
        return frozenset(found)

    # --- comparing --------------------------------------------------------------------------------

    def _features(self, first: PartyName, second: PartyName) -> list[str]:
        if first.key == second.key or (first.acronym is not None and first.acronym == second.acronym):
            return ["words_equal"]
        if first.acronym or second.acronym:
            return self._acronyms(first, second)
        one, two = set(first.words), set(second.words)
        if one == two:
            label = "words_equal" if first.words == second.words else "words_reordered"
            return [label, *self._nouns(first, second)]
        if self._near(first, second):
            return ["words_near", *self._nouns(first, second)]
        return self._unequal(first, second, one, two)

    def _acronyms(self, first: PartyName, second: PartyName) -> list[str]:
        if first.acronym and second.acronym:
            return ["words_apart"]
        short, full = (first, second) if first.acronym else (second, first)
        if short.words[:1] == full.words[:1] and len(full.words) == 1:
            return ["words_equal", *self._nouns(first, second)]
        if short.acronym in full.letters:
            return ["acronym_of_name" if len(short.acronym or "") >= 3 else "acronym_short"]
        one, two = "".join(short.words[:1]), "".join(full.words)
        if len(full.words) == 1 and full.noun is None and min(len(one), len(two)) > 3 and self._folder.alike(one, two):
            return ["words_equal"]
        return ["acronym_other"]

    def _unequal(self, first: PartyName, second: PartyName, one: set[str], two: set[str]) -> list[str]:
        """What names of different words are to each other; `one` and `two` are their words."""
        shared = one & two
        if not shared and one and two:
            return ["words_apart"]
        extra = one ^ two
        if shared and shared <= self._party.descriptions:
            return ["words_apart"]  # "Independents" are no "Independent Palestine"
        inside = one < two or two < one
        countries = {self._country_of(word) for word in extra} if shared and (inside or len(extra) == 2) else set()
        if len(countries) == 1 and None not in countries:
            return ["words_country", *self._nouns(first, second)]
        if inside:
            general = all(word in self._party.general for word in shared) or any(
                w in self._party.general for w in extra
            )
            return ["words_subset_general" if general else "words_subset_proper"]
        return ["words_overlap" if shared - self._party.general else "words_apart"]

    def _nouns(self, first: PartyName, second: PartyName) -> list[str]:
        """What the kinds of group add: with a proper name little, with words of creed alone nearly all."""
        one, two = first.noun, second.noun
        if one == two:
            return []
        general = all(word in self._party.general or self._country_of(word) for word in first.words)
        if not general:
            loose = {one, two} <= {_LOOSE, _PARTY, "movement", None}
            return ["noun_missing"] if loose or None in (one, two) else ["noun_missing_far"]
        if None not in (one, two):
            return ["nouns_differ"]
        bare = first if one is None else second
        noun = one or two
        if noun == _PARTY or noun is None:
            return ["noun_missing"]
        return ["nouns_differ"] if bare.member_form else ["noun_missing_far"]

    def _near(self, first: PartyName, second: PartyName) -> bool:
        """All words alike but for spelling, a slip allowed in long ones that are no words of creed."""
        if len(first.words) != len(second.words):
            return False
        return all(self._word_near(a, b) for a, b in zip(first.words, second.words, strict=True))

    def _word_near(self, one: str, two: str) -> bool:
        if one == two:
            return True
        if one in self._party.general and two in self._party.general:
            return False
        if self._folder.alike(one, two):
            return True
        return min(len(one), len(two)) >= 5 and one[0] == two[0] and OSA.distance(one, two, score_cutoff=1) <= 1


def _no_possessive(word: str, last: bool) -> str:
    word = word.replace("’", "'")
    if word.endswith("'s"):
        return word[:-2]
    return word


def _without_brackets(text: str) -> str:
    """Leave out an acronym in brackets behind the name, but keep what tells parties apart: "(Marxist)"."""
    head, opened, tail = text.partition("(")
    inner = tail.partition(")")[0]
    if not opened or not head.strip():
        return text.strip("()")
    return (
        head + tail.partition(")")[2]
        if inner.isupper() or not inner[:1].isupper()
        else f"{head} {inner} {tail.partition(')')[2]}"
    )
