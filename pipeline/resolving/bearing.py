"""Is it a person? What the words around a name in its article say, added up; recognition takes firms for people."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.configuring.bearing import Bearing
from pipeline.resolving.names import PersonName
from pipeline.types import Mention

_BEFORE, _AFTER = 48, 60  # characters: a title or a post with its small word; a verb and a pronoun
_QUOTES = ('"', "”")
_QUOTE_ENDS = ('" ', "” ")
_STRIP = ".,;:()'\"“”’‘&"


class Bearings:
    """Adds up the evidence; make one a run."""

    def __init__(self, words: Bearing, titles: Sequence[str], given: frozenset[str]) -> None:
        self._words = words
        # The word right before a name is a title's last: "secretary of state".
        last = frozenset(title.split()[-1] for title in titles)
        self._titles = (last | words.posts_before) - words.links
        self._given = given
        self._after = dict.fromkeys(words.thing_after, words.thing_weight)
        self._not_fragment = given | words.not_fragment

    def name(self, name: PersonName, printed: str, full_elsewhere: bool) -> int:
        """What the print itself says: a listed first name, a company's last word, one word that stands alone."""
        words = self._words
        plain = [word.strip(_STRIP).lower() for word in printed.split()]
        if plain and self._titles.issuperset(plain):
            return words.post_alone_weight
        shouted = len(plain) == 1 and printed.isupper() and len(printed) <= words.acronym_length
        if shouted and not full_elsewhere:
            return words.company_weight + words.alone_weight
        company = words.post_alone_weight if plain and plain[-1] in words.company and plain[-1].isalpha() else 0
        if len(name.words) > 1 and len(plain) > 1:
            listed = name.words[0] in self._given or any(name.initials) or name.turned
            return company or (words.given_weight if listed else words.full_weight)
        if full_elsewhere:
            return company + words.full_elsewhere_weight
        return company + (words.given_alone_weight if name.key in self._given else words.alone_weight)

    def around(self, text: str, mention: Mention, alone: bool) -> int:
        """What the words before and after one mention say. Firms speak too: of a name alone, speech says nothing."""
        speech = 0 if alone else self._words.speech_weight
        quoted = text[max(0, mention.char_start - 2) : mention.char_start] in _QUOTE_ENDS
        before = self._said_before(text, mention.char_start, speech)
        return before + self._said_after(text, mention.char_end, speech, quoted)

    def _said_before(self, text: str, start: int, speech: int) -> int:
        words = self._words
        before = text[max(0, start - _BEFORE) : start].rpartition("\n")[2]
        parts = before.split()
        quoted = len(parts) > 1 and parts[-2][-1:] in _QUOTES
        parts = before.rpartition('"')[2].split()
        if not parts:
            return 0
        last = parts[-1].strip(_STRIP)
        low = last.lower()
        if low in words.firm_first:
            return 0
        if low in self._titles:
            return words.title_weight if low not in words.thing_before else words.thing_before_weight
        if low in words.speech:
            return words.quoted_weight if quoted else speech
        if low in words.links and len(parts) > 1 and parts[-2].strip(_STRIP).lower() in words.posts:
            return words.post_weight
        if low in words.thing_before:
            return words.thing_before_weight
        if parts[-1] in ("&amp;", "&"):
            return words.fragment_weight
        return words.fragment_weight if self._is_fragment(parts) else 0

    def _is_fragment(self, parts: Sequence[str]) -> bool:
        """ "For Norwich [Union]": a capital word before, inside a sentence, that is no title and no first name."""
        word = parts[-1]
        if not word[:1].isupper() or not word.isalpha() or word.lower() in self._not_fragment:
            return False
        return len(word) > 1 and len(parts) > 1 and parts[-2][-1:] not in ".!?" and not word.isupper()

    def _is_apposition(self, parts: Sequence[str]) -> bool:
        """ ", 59, is ..." and ", an adviser to ...": what stands behind a person's name only."""
        said = parts[1] if parts[0] == "," and len(parts) > 1 else parts[0]
        if said[:-1].isdigit() and said[-1:] == "," and len(said) == 3:
            return True
        return not self._titles.isdisjoint(part.strip(_STRIP) for part in parts[:6] if part != "the")

    def _said_after(self, text: str, end: int, speech: int, quoted: bool) -> int:
        words = self._words
        after = text[end : end + _AFTER]
        if after[:2] in ("'s", "’s"):
            after = after[2:]
        after = after.partition("\n")[0].partition(". ")[0]
        parts = after.lower().split()
        if not parts or after[:1] not in " ,":
            return 0
        first = parts[0].strip(_STRIP)
        score = 0
        if after[:1] == " ":
            firm = first in words.company and after[1:2].isupper()
            score = words.company_weight if firm else self._after.get(first, 0)
        rest = after.strip(" ,").lower()
        if first in words.speech:
            said = rest.partition(" ")[2]
            stated = any(said.startswith(f"{start} ") for start in words.statement)
            own = words.quoted_weight if quoted or first in words.speech_to else speech
            score += words.statement_weight if stated else own
        elif rest.startswith(words.quoting):
            score += words.quoted_weight
        elif after[:2] == ", " and self._is_apposition(parts):
            score += words.apposition_weight
        plain = {part.strip(_STRIP) for part in parts[:9]}
        if plain & words.person_pronouns:
            score += words.person_pronoun_weight
        elif plain & words.thing_pronouns:
            score += words.thing_pronoun_weight
        return score
