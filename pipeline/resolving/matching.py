"""Are two personal names one person's? The words are laid side by side, then features are read off.

A surname in common makes nobody the same; what one name leaves out is no contradiction; what both say, and say
differently, is one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from rapidfuzz.distance import OSA, JaroWinkler

from pipeline.configuring.names import Names
from pipeline.resolving.folding import VOWELS, Folder
from pipeline.resolving.names import NameReader, PersonName
from pipeline.resolving.scoring import KEPT, Comparison, Verdicts

EXACT, FOLD, VARIANT, NEAR, INITIAL, NONE = 5, 4, 3, 2, 1, 0
_LEVELS = {EXACT: "exact", FOLD: "fold", VARIANT: "variant", NEAR: "near", INITIAL: "initial"}
_NEAR_LENGTH = 5  # letters a word needs for a slip of the pen to be one: in a shorter word it makes another name
_LONG_SYLLABLES = 7
_ENDINGS = "ao"  # vowels that make another name of one: Petrov, Petrova
_DOUBTFUL = 0.84  # Jaro-Winkler likeness from which two words may be one name misspelt


@dataclass(frozen=True, slots=True)
class _Pairing:
    """Which word of one name goes with which of the other: place -> (place, level), both ways."""

    forward: dict[int, tuple[int, int]]
    backward: dict[int, tuple[int, int]]


class PersonMatcher:
    """Compares personal names; make one a run."""

    def __init__(self, names: Names, folder: Folder, reader: NameReader) -> None:
        self._names = names
        self._folder = folder
        self._reader = reader
        self._joined_forms = frozenset(names.titles.glued)
        self.level = lru_cache(maxsize=KEPT)(self._level)
        self._verdicts = Verdicts(names.weights, names.weights.persons)

    def forget(self) -> None:
        """Let go of what is kept of names and words."""
        self.level.cache_clear()
        self._verdicts.forget()

    def compare_texts(self, first: str, second: str) -> Comparison:
        """Compare two names as printed."""
        return self.compare(self._reader.read(first), self._reader.read(second))

    def compare(self, first: PersonName, second: PersonName) -> Comparison:
        """Compare two names: symmetric, and the same for the same words."""
        if (second.words, second.printed) < (first.words, first.printed):
            first, second = second, first
        pair = (first.printed, second.printed)  # a corpus repeats its names, and a print reads one way only
        return self._verdicts.known(pair) or self._verdicts.enter(pair, self._features(first, second))

    def _features(self, first: PersonName, second: PersonName) -> list[str]:
        if not first.words or not second.words:
            return ["other_script"]
        if first.key == second.key and len(first.words) > 1:
            return ["family_exact", "given_exact"]
        if not (first.readable and second.readable):
            return ["other_script"] if first.key != second.key else ["family_exact", "both_bare"]
        one, two = self._with_joins(first, second)
        if len(one.words) == 1 or len(two.words) == 1:
            return self._bare(one, two)
        features = self._full(one, two) + _suffix(one, two)
        if "family_inner" in features and (one.suffix or two.suffix):
            features.append("suffix_conflict")  # John Paul II is no John Paul Roby
        return features

    # --- one word at least on a side -------------------------------------------------------------

    def _bare(self, first: PersonName, second: PersonName) -> list[str]:
        bare, other = (first, second) if len(first.words) == 1 else (second, first)
        if len(other.words) == 1:
            level = self.word_level(bare, 0, other, 0)
            label = self._family_label(level, bare.words[0], other.words[0])
            return [label, "both_bare"] if level > NONE else [label]
        if bare.acronym and bare.acronym == "".join(word[0] for word in other.words):
            return ["initials_of_name"]
        level = self.word_level(bare, 0, other, len(other.words) - 1)
        if level > INITIAL:
            return [f"family_{_LEVELS[level]}", "given_missing"]
        inner = max(self.word_level(bare, 0, other, place) for place in range(len(other.words)))
        if inner > INITIAL:
            return ["family_inner", "given_missing"]
        return [self._family_label(NONE, bare.words[0], other.family), "given_missing"]

    # --- two words and more on both sides -----------------------------------------------------------

    def _full(self, first: PersonName, second: PersonName) -> list[str]:
        pairing = self._pair(first, second)
        last_one, last_two = len(first.words) - 1, len(second.words) - 1
        left_one = [i for i in range(last_one + 1) if i not in pairing.forward]
        left_two = [j for j in range(last_two + 1) if j not in pairing.backward]
        crossed = pairing.forward.get(0, (-1, 0))[0] == last_two and pairing.forward.get(last_one, (-1, 0))[0] == 0
        if crossed and not (left_one and left_two):
            return self._turned(first, second, pairing)
        if not left_one and not left_two and pairing.forward[last_one][0] != last_two:
            return self._turned(first, second, pairing)
        features = [self._family(first, second, pairing), self._given(first, second, pairing)]
        if features == ["family_inner", "given_inner"] and left_one and left_two:
            features[1] = "given_conflict"
        return features + self._middle(first, second, pairing, (left_one, left_two))

    def _turned(self, first: PersonName, second: PersonName, pairing: _Pairing) -> list[str]:
        """All words pair, but not end with end: the family name stands first in one of them."""
        levels = sorted((level for _, level in pairing.forward.values()), reverse=True)
        known = all(word in self._names.given for word in first.words) and len(first.words) == 2
        family_first = any(word in self._names.family_first for word in (first.words[0], second.words[0]))
        order = "order_doubtful" if known and not family_first else "order_swapped"
        family = "family_near" if levels[0] <= NEAR else f"family_{_LEVELS[levels[0]]}"
        return [family, f"given_{_LEVELS[levels[-1]]}", order]

    def _family(self, first: PersonName, second: PersonName, pairing: _Pairing) -> str:
        last_one, last_two = len(first.words) - 1, len(second.words) - 1
        straight = pairing.forward.get(last_one)
        if straight and straight[0] == last_two:
            return self._family_label(straight[1], first.family, second.family)
        inner = [pair[1] for pair in (straight, pairing.backward.get(last_two)) if pair]
        if inner and (last_one not in pairing.forward or last_two not in pairing.backward) and max(inner) > INITIAL:
            return "family_inner"
        return self._family_label(NONE, first.family, second.family)

    def _given(self, first: PersonName, second: PersonName, pairing: _Pairing) -> str:
        straight = pairing.forward.get(0)
        if straight and straight[0] == 0:
            return f"given_{_LEVELS[straight[1]]}"
        back = pairing.backward.get(0)
        one_sided = straight if not back else back if not straight else None
        if one_sided and one_sided[1] > INITIAL:  # an initial inside says nothing: J.-M. is not Marine
            return "given_inner"
        if not straight and not back and JaroWinkler.similarity(first.words[0], second.words[0]) >= _DOUBTFUL:
            return "given_conflict" if self._known_apart(first.words[0], second.words[0]) else "given_doubtful"
        return "given_conflict" if not (straight and back) else "given_doubtful"

    def _middle(
        self, first: PersonName, second: PersonName, pairing: _Pairing, left: tuple[list[int], list[int]]
    ) -> list[str]:
        inner_one, inner_two = range(1, len(first.words) - 1), range(1, len(second.words) - 1)
        left_one = [i for i in left[0] if i in inner_one]
        left_two = [j for j in left[1] if j in inner_two]
        if left_one and left_two:
            return ["middle_conflict"]
        if (left_one and inner_two) or (left_two and inner_one):
            first_one, first_two = 1 in pairing.forward, 1 in pairing.backward
            initials = all(first.initials[i] for i in inner_one) or all(second.initials[j] for j in inner_two)
            return ["middle_conflict"] if initials and not (first_one and first_two) else ["middle_agree"]
        return ["middle_agree"] if inner_one and inner_two else []

    # --- words ---------------------------------------------------------------------------------------

    def _pair(self, first: PersonName, second: PersonName) -> _Pairing:
        """Pair the words greedily: best level first, then the same place counted from either end."""
        size_one, size_two = len(first.words), len(second.words)
        plain = _is_plain(first) and _is_plain(second)
        candidates = []
        for i, one in enumerate(first.words):
            for j, two in enumerate(second.words):
                if plain:  # of most names: what `word_level` says then, without its questions for each two words
                    level = self.level(one, two, i == size_one - 1 and j == size_two - 1)
                else:
                    level = self.word_level(first, i, second, j)
                if level > NONE:
                    apart = min(abs(i - j), abs((size_one - i) - (size_two - j)))
                    candidates.append((-level, apart, i, j))
        forward: dict[int, tuple[int, int]] = {}
        backward: dict[int, tuple[int, int]] = {}
        for level, _, i, j in sorted(candidates):
            if i not in forward and j not in backward:
                forward[i], backward[j] = (j, -level), (i, -level)
        return _Pairing(forward, backward)

    def word_level(self, first: PersonName, i: int, second: PersonName, j: int) -> int:
        """How far word i of one name agrees with word j of the other: EXACT down to NONE."""
        one, two = first.words[i], second.words[j]
        if first.initials[i] or second.initials[j]:
            if one[0] != two[0]:
                return NONE
            return EXACT if one == two else INITIAL
        if first.consonantal or second.consonantal:
            return self._unvowelled(one, two)
        if first.turned and second.turned and i == j == 0:
            return self._syllables(one, two)
        return self.level(one, two, i == len(first.words) - 1 and j == len(second.words) - 1)

    def _level(self, one: str, two: str, family: bool) -> int:
        if one == two:
            return EXACT
        listed = self._shared(self._names.families, one, two)
        if (listed and family) or self._shared(self._names.given, one, two):
            return FOLD if self._folder.alike(one, two) else VARIANT
        if not family and self._known_apart(one, two):
            return NONE
        if family and one in self._names.family_first and two in self._names.family_first:
            return NONE  # Yang and Jiang sound alike in some spellings, but both are listed
        if self._folder.alike(one, two):
            return FOLD
        if listed:
            return VARIANT
        return NEAR if self._slip(one, two) or self._glued(one, two) else NONE

    def _syllables(self, one: str, two: str) -> int:
        """First names of China and Korea: a vowel more or less is another name (Chen Fang, Chen Feng)."""
        if one == two:
            return EXACT
        if self._shared(self._names.given, one, two):
            return VARIANT
        return NEAR if min(len(one), len(two)) >= _LONG_SYLLABLES and self._slip(one, two) else NONE

    def _unvowelled(self, one: str, two: str) -> int:
        if one == two:
            return EXACT
        if self._known_apart(one, two):
            return NONE
        strip = str.maketrans("", "", "".join(VOWELS) + "yvw")
        return (
            FOLD
            if {b.translate(strip) for b in self._folder.bones(one)}
            & {b.translate(strip) for b in self._folder.bones(two)}
            else NONE
        )

    def _slip(self, one: str, two: str) -> bool:
        """One letter more, less, other or two exchanged, in a long word that begins alike."""
        short = min(len(one), len(two))
        if short < _NEAR_LENGTH or (one[0] != two[0] and one[:2] != two[1::-1]):
            return False
        if OSA.distance(one, two, score_cutoff=2) > 1 + (short >= 9):
            return False
        long = one if len(one) > len(two) else two
        cut = len(one) != len(two) and long[:-1] in (one, two)  # Petrov, Petrova: an ending tells people apart
        return not (cut and long[-1] in _ENDINGS)

    def _glued(self, one: str, two: str) -> bool:
        """ "alsadr" and "sadr": a particle written on."""
        long, short = (one, two) if len(one) > len(two) else (two, one)
        head = long[: len(long) - len(short)]
        return len(short) >= 3 and head in self._joined_forms and long.endswith(short)

    def _with_joins(self, first: PersonName, second: PersonName) -> tuple[PersonName, PersonName]:
        """Write neighbouring words as one where the other name does: "chee hwa" and "cheehwa"."""
        return self._joined(first, second), self._joined(second, first)

    def _joined(self, name: PersonName, other: PersonName) -> PersonName:
        if len(name.words) < 2:
            return name
        targets = [word for word in other.words if len(word) >= 4 and word not in name.words]
        if not targets:
            return name
        words, initials = list(name.words), list(name.initials)
        for i in range(len(words) - 2, -1, -1):
            if i + 1 >= len(words) or initials[i] or initials[i + 1]:
                continue
            long = [word for word in targets if len(word) >= len(words[i]) + 2]
            both = words[i] + words[i + 1]
            if both in long or any(self._folder.alike(both, word) for word in long):
                words[i : i + 2], initials[i : i + 2] = [both], [False]
        if len(words) == len(name.words):
            return name
        return replace(name, words=tuple(words), initials=tuple(initials))

    def _family_label(self, level: int, one: str, two: str) -> str:
        if level == INITIAL:
            return "family_doubtful"
        if level > NONE:
            return f"family_{_LEVELS[level]}"
        alike = JaroWinkler.similarity(one, two) >= _DOUBTFUL
        return "family_doubtful" if alike else "family_conflict"

    @staticmethod
    def _shared(table: Mapping[str, frozenset[int]], one: str, two: str) -> bool:
        groups = table.get(one)
        return groups is not None and not groups.isdisjoint(table.get(two, ()))

    def _known_apart(self, one: str, two: str) -> bool:
        """Both are listed first names, in no common row: however alike, they are two names."""
        groups_one, groups_two = self._names.given.get(one), self._names.given.get(two)
        return bool(groups_one and groups_two and not groups_one & groups_two)


def _is_plain(name: PersonName) -> bool:
    """Say whether all words of a name are written out, in letters with vowels, as they were printed."""
    return not (name.consonantal or name.turned or True in name.initials)


def _suffix(first: PersonName, second: PersonName) -> list[str]:
    return ["suffix_conflict"] if first.suffix and second.suffix and first.suffix != second.suffix else []
