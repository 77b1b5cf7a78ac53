"""Reading a printed personal name: titles, particles and marks come off, words are folded.

"Iraqi Prime Minister Haider al-Abadi" -> words haider, abadi; "Klaus, Vaclav" -> vaclav, klaus; "George H.W. Bush"
-> george, h, w, bush, the middle two being initials.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from pipeline.configuring.names import Names
from pipeline.resolving.folding import VOWELS, Folder

_OPEN, _CLOSE = "([", ")]"


@dataclass(frozen=True, slots=True)
class PersonName:
    """A personal name taken apart. `words` are folded; `initials` says of each whether it stands for a longer one.

    The family name is put last, also where it is printed first, as in China, Korea and Hungary.
    `consonantal`: short vowels are not written. `readable`: Latin letters could be made of all of it.
    """

    printed: str
    words: tuple[str, ...]
    initials: tuple[bool, ...]
    suffix: str | None
    consonantal: bool = False
    readable: bool = True
    acronym: str | None = None  # one word in capitals, as it may be made of first letters
    turned: bool = False  # the family name was printed first
    last_printed: str = ""  # folded; not the family name where that is printed first
    key: str = field(init=False)  # the plain form: what two prints of the same words share

    def __post_init__(self) -> None:
        object.__setattr__(self, "key", " ".join((*self.words, self.suffix or "")).strip())

    @property
    def family(self) -> str:
        """The last word, which is the family name in most orders; "" for an empty name."""
        return self.words[-1] if self.words else ""


class NameReader:
    """Takes personal names apart by one set of word lists; make one a run."""

    def __init__(self, names: Names, folder: Folder) -> None:
        self._titles = names.titles
        self._folder = folder
        self._before = frozenset(names.titles.before)
        self._longest = max(len(title.split()) for title in names.titles.before)
        self._after = frozenset(names.titles.after)
        self._suffixes = {form: row[0] for row in names.titles.suffix_same for form in row}
        self._suffixes.update({form: form for form in names.titles.suffixes if form not in self._suffixes})
        self._particles = frozenset(names.titles.particles)
        self._articles = frozenset(names.titles.articles_hyphenated) | {"al", "el"}
        self._joiners = frozenset(names.titles.joiners)
        self._family_first = names.family_first
        self._given = names.given
        self._written_on = tuple(names.titles.joined)
        self._cache: dict[str, PersonName] = {}

    def forget(self) -> None:
        """Let go of the names that were taken apart."""
        self._cache.clear()

    def read(self, printed: str) -> PersonName:
        """Take a printed name apart. The same text gives the same object."""
        name = self._cache.get(printed)
        if name is None:
            name = self._cache[printed] = self._read(printed)
        return name

    def _read(self, printed: str) -> PersonName:
        text = _turn_comma(_without_brackets(printed).partition(" - ")[0], self._folder, self._suffixes)
        raw = _apart(_split(_without_possessive(text)))
        shouting = all(not any(c.islower() for c in word) for word in raw)
        plain = [self._folder.latin(word).strip('.-"') for word in raw]
        start, end, suffix = self._bounds(plain, raw)
        words: list[str] = []
        initials: list[bool] = []
        for place in range(start, end):
            alone = end - start == 1
            for word, initial in self._word(raw[place], plain[place], shouting, alone):
                words.append(word)
                initials.append(initial)
        words, initials = self._join(words, initials)
        words, initials = self._drop_particles(words, initials)
        consonantal = self._folder.unwritten_vowels(text)
        if consonantal:
            words = [word[2:] if word.startswith("al") and len(word) > 4 else word for word in words]
        last_printed = words[-1] if words else ""
        words, initials = self._family_last(words, initials)
        turned = bool(words) and words[-1] != last_printed
        readable = bool(words) and all(word.isascii() for word in words)
        acronym = words[0] if len(words) == 1 and raw[start].isupper() and len(words[0]) >= 3 else None
        return PersonName(
            printed, tuple(words), tuple(initials), suffix, consonantal, readable, acronym, turned, last_printed
        )

    def _family_last(self, words: list[str], initials: list[bool]) -> tuple[list[str], list[bool]]:
        """Put a family name that is printed first last, the first name's parts as one: kim jong un -> jongun kim."""
        if not 2 <= len(words) <= 4 or words[0] not in self._family_first or any(initials):
            return words, initials
        return ["".join(words[1:]), words[0]], [False, False]

    def _bounds(self, plain: list[str], raw: list[str]) -> tuple[int, int, str | None]:
        """Return where the name proper begins and ends, and its mark of generation."""
        start, end, suffix = 0, len(plain), None
        while end - start > 1 and (
            plain[end - 1].replace(".", "") in self._suffixes or self._is_after(plain[end - 1], raw[end - 1])
        ):
            mark = plain[end - 1].replace(".", "")
            suffix = self._suffixes.get(mark, suffix)
            end -= 1
        moved = True
        while moved:
            moved = False
            for length in range(min(self._longest, end - start - 1), 0, -1):
                if " ".join(plain[start : start + length]) in self._before and not _is_initial(raw[start], length):
                    start, moved = start + length, True
                    break
        return start, end, suffix

    def _is_after(self, plain: str, raw: str) -> bool:
        return plain.replace(".", "") in self._after and (raw.isupper() or "." in raw or raw.islower())

    def _word(self, raw: str, plain: str, shouting: bool, alone: bool) -> list[tuple[str, bool]]:
        """Split one printed word at hyphens and stops into folded words, each with whether it is an initial."""
        found: list[tuple[str, bool]] = []
        pieces = [piece for piece in plain.split("-") if piece]
        small = raw[:1].islower() or pieces[0] in ("al", "el") if pieces else False  # En-lai is no article
        if len(pieces) > 1 and small and pieces[0] in self._articles:
            pieces = pieces[1:]
        letters = raw.replace(".", "")
        listed = plain in self._family_first  # XI Jinping
        if len(pieces) == 1 and not alone and not listed and letters.isupper() and _spelt_out(raw, letters, shouting):
            return [(letter, True) for letter in self._folder.latin(letters)]
        for piece in pieces:
            for part in piece.split("."):
                if part:
                    found.append((part, len(part) == 1 and part.isascii() and not raw.islower()))
        return found

    def _join(self, words: list[str], initials: list[bool]) -> tuple[list[str], list[bool]]:
        """Write "abdul rahman", "abd al-rahman" and "mac donald" as one word."""
        joined: list[str] = []
        marks: list[bool] = []
        place = 0
        while place < len(words):
            word = words[place]
            rest = place + 1
            while rest < len(words) - 1 and words[rest] in self._articles:
                rest += 1
            if word in self._joiners and rest < len(words) and len(words[rest]) > 1:
                joined.append(self._titles.joined.get(word, word) + words[rest])
                marks.append(False)
                place = rest + 1
                continue
            joined.append(self._one_piece(word))
            marks.append(initials[place])
            place += 1
        return joined, marks

    def _one_piece(self, word: str) -> str:
        """ "abdulrahman" and "abderrahman" are written like "abd rahman"; "mcdonald" like "macdonald"."""
        if not word.startswith(self._written_on):
            return word
        for joiner, short in self._titles.joined.items():
            rest = word[len(joiner) :]
            if word.startswith(joiner) and len(rest) >= 3 and (joiner.startswith("abd") or joiner == "mc"):
                return short + rest
        return word

    def _drop_particles(self, words: list[str], initials: list[bool]) -> tuple[list[str], list[bool]]:
        """Leave out particles, but neither the last word nor the only one; "T." is an initial, "y" a particle."""
        last = len(words) - 1
        kept = [i for i, word in enumerate(words) if i == last or initials[i] or word not in self._particles]
        if (
            len(words) == 2
            and words[0] in self._given
            and words[1] not in self._given
            and words[0] not in self._articles
        ):
            kept = [0, 1]  # Ben Scott is no son of Scott
        return [words[i] for i in kept], [initials[i] for i in kept]


def _without_brackets(text: str) -> str:
    """Leave out what stands in brackets: "(born 1955)", "[sic]"."""
    if not any(sign in text for sign in _OPEN):
        return text
    kept: list[str] = []
    depth = 0
    for letter in text:
        depth += letter in _OPEN
        if not depth:
            kept.append(letter)
        depth -= letter in _CLOSE and depth > 0
    return "".join(kept) if "".join(kept).strip() else text


def _turn_comma(text: str, folder: Folder, suffixes: dict[str, str]) -> str:
    """Put "Klaus, Vaclav" into the order of speech; "Bush, Jr." and dates after a comma are no first names."""
    before, comma, after = text.partition(",")
    if not comma or not before.strip():
        return text
    after = after.split(",")[0] if not any(c.isdigit() for c in after.split(",")[0]) else ""
    if not after.strip():
        return before
    if folder.latin(after).strip(" .") in suffixes:
        return f"{before} {after}"
    return f"{after.strip()} {before.strip()}"


def _without_possessive(text: str) -> str:
    text = text.strip().rstrip(",;:")
    for ending in ("'s", "’s"):
        if text.endswith(ending):
            return text[:-2]
    return text[:-1] if text.endswith(("s'", "s’")) else text


def _split(text: str) -> list[str]:
    """Split at white space; years and other numbers are no part of a name."""
    words = text.replace("·", " ").replace("・", " ").replace("_", " ").replace(".-", ". ").split()
    return [word for word in words if any(c.isalpha() for c in word) and not any(c.isdigit() for c in word)]


def _apart(words: list[str]) -> list[str]:
    """A Korean or Chinese name is written without a space: the first syllable is the family name."""
    if len(words) == 1 and 2 <= len(words[0]) <= 4 and all(_is_syllable(ord(c)) for c in words[0]):
        return [words[0][0], words[0][1:]]
    return words


def _is_syllable(code: int) -> bool:
    return 0xAC00 <= code <= 0xD7A3 or 0x4E00 <= code <= 0x9FFF  # Hangul; Chinese characters


def _is_initial(raw: str, length: int) -> bool:
    """ "U Thant" has a title, "M. K. Stalin" an initial: a lone capital with a stop is an initial."""
    return length == 1 and len(raw.replace(".", "")) == 1 and raw.endswith(".")


def _spelt_out(raw: str, letters: str, shouting: bool) -> bool:
    """Say whether capitals stand for single words: "H.W.", "HW", "JK"; not "LI" of a name all in capitals."""
    if "." in raw.strip(".") or len(letters) == 1:
        return raw.count(".") >= len(letters) - 1 and letters.isalpha()
    vowels = any(c.lower() in VOWELS for c in letters)
    return (
        len(letters) in (2, 3) and letters.isascii() and (not vowels if shouting else len(letters) == 2 or not vowels)
    )
