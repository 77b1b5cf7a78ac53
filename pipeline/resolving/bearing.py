"""Is it a person? What the words around a name in its article say, added up; recognition takes firms for people."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from pipeline.configuring.bearing import Bearing
from pipeline.configuring.namesakes import Namesakes
from pipeline.resolving.names import PersonName
from pipeline.resolving.scoring import KEPT
from pipeline.types import Mention

_BEFORE, _AFTER = 48, 60  # characters: a title or a post with its small word; a verb and a pronoun
_ABBREVIATED = 4  # letters of the longest title that is written with a full stop: "Capt."
_QUOTES = ('"', "”")
_QUOTE_ENDS = ('" ', "” ")
_SIGNS = ("&amp;", "&")
_STRIP = ".,;:()'\"“”’‘&"


class Bearings:
    """Adds up the evidence; make one a run."""

    def __init__(self, words: Bearing, titles: Sequence[str], given: frozenset[str], namesakes: Namesakes) -> None:
        self._words = words
        # The word right before a name is a title's last: "secretary of state".
        last = frozenset(title.split()[-1] for title in titles)
        self._titles = (last | words.posts_before) - words.links
        self._given = given
        self._after = dict.fromkeys(words.thing_after, words.thing_weight)
        self._not_fragment = given | words.not_fragment
        self._statement = tuple(f"{start} " for start in words.statement)
        self._anyones = words.person_pronouns | words.thing_pronouns
        # The news repeats its names; a run keeps one answer for each print.
        self.names_a_firm = lru_cache(maxsize=KEPT)(namesakes.is_whole)  # "J.P. Morgan"
        self.short_for_a_firm = lru_cache(maxsize=KEPT)(namesakes.is_short)  # "Ford"

    def name(self, name: PersonName, printed: str, full_elsewhere: bool) -> int:
        """What the print itself says: a listed first name, a company's last word, one word that stands alone."""
        words = self._words
        plain = [word.strip(_STRIP).lower() for word in printed.split()]
        if plain and self._titles.issuperset(plain):
            return words.post_alone_weight
        if self.names_a_firm(printed):
            return words.namesake_weight
        shouted = len(plain) == 1 and printed.isupper() and len(printed) <= words.acronym_length
        if shouted and not full_elsewhere:
            return words.company_weight + words.alone_weight
        company = words.post_alone_weight if plain and plain[-1] in words.company and plain[-1].isalpha() else 0
        if len(name.words) > 1 and len(plain) > 1:
            listed = name.words[0] in self._given or any(name.initials) or name.turned
            return company or (words.given_weight if listed else words.full_weight)
        if full_elsewhere:
            return company + words.full_elsewhere_weight
        if self.short_for_a_firm(printed):
            return company + words.namesake_weight
        return company + (words.given_alone_weight if name.key in self._given else words.alone_weight)

    def around(self, text: str, mention: Mention, alone: bool) -> int:
        """What the words before and after one mention say. Firms speak too: of a name alone, speech says nothing."""
        speech = 0 if alone else self._words.speech_weight
        quoted = text[max(0, mention.char_start - 2) : mention.char_start] in _QUOTE_ENDS
        quoted = quoted and not self.names_a_firm(mention.text)  # a broker's report is quoted too
        before = self._said_before(text, mention, speech, alone)
        return before + self._said_after(text, mention, alone, quoted)

    def _said_before(self, text: str, mention: Mention, speech: int, alone: bool) -> int:
        words, start = self._words, mention.char_start
        before = text[max(0, start - _BEFORE) : start].rpartition("\n")[2]
        whole = before.split()
        quoted = len(whole) > 1 and whole[-2][-1:] in _QUOTES
        parts = before.rpartition('"')[2].split()
        if not parts:
            return 0
        last = parts[-1].strip(_STRIP)
        low = last.lower()
        if last[:1].isupper() and self.names_a_firm(f"{last} {mention.text}"):  # "Dr [Pepper]"
            return words.namesake_weight
        listed = self.short_for_a_firm(mention.text)
        adjective = last == low in words.also_no_title and (alone or listed)
        if (
            low in words.firm_first
            or adjective
            or (listed and low in words.firm_titles)
            or _is_ended(parts[-1], last, words.speech)
        ):
            return 0
        if low in self._titles:
            return words.title_weight if low not in words.thing_before else words.thing_before_weight
        if low in words.speech:
            # "..., said Klaus", but "he said Ford was not pressured"
            turned = len(parts) < 2 or parts[-2][-1:] in (",", *_QUOTES)
            return words.quoted_weight if quoted else speech * turned
        return self._thing_before(before, parts, low, alone)

    def _thing_before(self, before: str, parts: Sequence[str], low: str, alone: bool) -> int:
        """ "Chairman of Orlik", "the Orlik", "the conglomerate Orlik", "Venn & Orlik", "Trade Orlik"."""
        words = self._words
        if low in words.links and len(parts) > 1 and parts[-2].strip(_STRIP).lower() in words.posts:
            return words.post_weight
        if low in words.thing_before:
            return words.thing_before_weight
        if parts[-1] in words.firm_nouns and before[-1:] == " ":
            return words.firm_noun_weight
        glued = alone and before[-1:] == "-"
        return words.fragment_weight if parts[-1] in _SIGNS or glued or self._is_fragment(parts) else 0

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
        adjectives = self._words.adjectives
        return any((word := part.strip(_STRIP)) in self._titles and word not in adjectives for part in parts[:6])

    def _is_thing(self, parts: Sequence[str]) -> bool:
        """ ", which ...", ", a brewer", ", Britain's biggest insurer": what stands behind the name of a thing only."""
        words, first = self._words, parts[0]
        if first == "which":
            return True
        if first not in words.articles and not first.endswith(("'s", "’s")):
            return False
        head = ""  # ", a media expert at the group": the word before the comma or the small word
        for part in parts[1:]:
            if part in words.links or not (part[0].isalnum() or part[0] == "$"):
                break
            head = part.strip(_STRIP)
            if part[-1] in ",;:.":
                break
        return head in words.firm_nouns

    def _said_after(self, text: str, mention: Mention, alone: bool, quoted: bool) -> int:
        after = text[mention.char_end : mention.char_end + _AFTER]
        owned = after[:2] in ("'s", "’s") or (after[:2] in ("' ", "’ ") and mention.text.endswith("s"))
        if owned:
            after = after[1 + (after[1] == "s") :]
        after = after.partition("\n")[0].partition(". ")[0]
        printed = after.split()
        if not printed:
            return 0
        if after[:1] not in " ,":
            goes_on = alone and after[:1] == "-" and after[1:2].isupper()  # "Harley-Davidson"
            return self._words.fragment_weight if goes_on else 0
        parts = after.lower().split()
        score = self._right_after(mention.text, printed, owned, alone) if after[:1] == " " else 0
        score += self._said_of(after, parts, alone, quoted)
        pronouns = self._pronouns(parts)
        return score + (pronouns if score >= 0 else max(0, pronouns))  # "Orlik, which ... its" says one thing once

    def _right_after(self, name: str, printed: Sequence[str], owned: bool, alone: bool) -> int:
        """The next word: "Orlik shares", "Orlik Holdings", "Orlik & Venn", "Orlik's board", "Orlik posted"."""
        words, first = self._words, printed[0].lower().strip(_STRIP)
        capital = printed[0][:1].isupper()
        if capital and not owned and self.names_a_firm(f"{name} {printed[0]}"):  # "[Hong] Kong"
            return words.namesake_weight
        # but "Kerry Orlik's Holdings"
        if capital and not owned and (first in words.thing_heads or self._ends_in_company(printed)):
            return words.company_weight
        if printed[0] in _SIGNS or (
            first == "and" and len(printed) > 1 and printed[1].lower().strip(_STRIP) in words.company
        ):
            return words.fragment_weight
        if owned:
            return words.thing_weight if first in words.owned and " " not in name else 0
        if first in words.firm_verbs:
            return words.firm_verb_weight
        if alone and capital and self._goes_on(printed[0]):
            return words.fragment_weight
        return self._after.get(first, 0)

    def _ends_in_company(self, printed: Sequence[str]) -> bool:
        """ "Orlik Holdings", "Orlik Venn Partners": words in capitals up to one of a company, and no comma between."""
        for word in printed[:3]:
            if not word[:1].isupper():
                return False
            if word.strip(_STRIP).lower() in self._words.company:
                return True
            if not word[-1].isalpha():
                return False
        return False

    def _goes_on(self, word: str) -> bool:
        """ "Applied [Materials]": the longer name's next word, no day and nothing that people are called by."""
        plain = word.strip(_STRIP).removesuffix("'s")
        return len(plain) > 2 and plain.isalpha() and not plain.isupper() and plain.lower() not in self._not_fragment

    def _said_of(self, after: str, parts: Sequence[str], alone: bool, quoted: bool) -> int:
        words = self._words
        first, rest = parts[0].strip(_STRIP), after.strip(" ,").lower()
        if first in words.speech:
            said = rest.partition(" ")[2]
            stated = said.startswith(self._statement)
            speech = 0 if alone else words.speech_weight
            own = words.quoted_weight if quoted or first in words.speech_to else speech
            return words.statement_weight if stated else own
        if rest.startswith(words.quoting):
            return words.quoted_weight
        if after[:2] != ", ":
            return 0
        if self._is_apposition(parts):
            return words.apposition_weight
        return words.thing_apposition_weight if self._is_thing(rest.split() or [""]) else 0

    def _pronouns(self, parts: Sequence[str]) -> int:
        """A pronoun soon after; that of who speaks is somebody else's: "Orlik had grown, he said"."""
        words = self._words
        plain = [part if part.isalpha() else part.strip(_STRIP) for part in parts[:10]]
        near = plain[:9]
        if self._anyones.isdisjoint(near):
            return 0
        if words.person_pronouns.isdisjoint(near):
            return words.thing_pronoun_weight
        for i, word in enumerate(near):
            if word in words.person_pronouns:
                others = word in words.subject_pronouns and not words.speech.isdisjoint(plain[max(0, i - 1) : i + 2])
                if not others:
                    return words.person_pronoun_weight
        return 0


def _is_ended(printed: str, word: str, speech: frozenset[str]) -> bool:
    """ "... and its founder. Orlik said": a sentence ended before the name; "Prof. Orlik" and "Sen. Orlik" go on."""
    return printed[-1] in ".;!?" and (len(word) > _ABBREVIATED or word.lower() in speech)
