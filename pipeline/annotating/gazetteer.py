"""Party names of the gazetteer, found in text by their words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.annotating.words import Word, split_words
from pipeline.configuring.parties import Parties

Phrase = tuple[tuple[str, ...], bool, str]  # the words, whether their case counts, the party's key


class PartyIndex:
    """Finds the gazetteer's party names of given countries; a country's index is made when first asked for."""

    def __init__(self, parties: Parties) -> None:
        self._parties = parties
        self._by_country: dict[str, dict[str, list[Phrase]]] = {}

    def spans(
        self, words: Sequence[Word], capitals: Sequence[int], countries: Sequence[str]
    ) -> Iterator[tuple[int, int, str]]:
        """Yield (start, end, party key) of every name found, the longest at each place; earlier countries first.

        `capitals` are the indexes of the words that begin with a capital letter: no name begins at another.
        """
        indexes = [self._of(country) for country in countries]
        for i in capitals:
            word = words[i]
            for index in indexes:
                hit = _longest(words, i, index.get(word.lower, ()))
                if hit:
                    yield word.start, words[i + hit[0] - 1].end, hit[1]
                    break

    def _of(self, country: str) -> dict[str, list[Phrase]]:
        if country not in self._by_country:
            index: dict[str, list[Phrase]] = {}
            for party in self._parties.by_country.get(country, ()):
                for name in (party.name, *party.acronyms, *party.aliases):
                    parts = split_words(name)
                    if parts and parts[0].lower == "the":
                        parts = parts[1:]
                    if not parts:
                        continue
                    shouting = name.replace("-", "").isupper() or len(parts) == 1
                    phrase = tuple(p.text if shouting else p.lower for p in parts)
                    index.setdefault(parts[0].lower, []).append((phrase, shouting, party.key))
            self._by_country[country] = index
        return self._by_country[country]


def _longest(words: Sequence[Word], i: int, phrases: Sequence[Phrase]) -> tuple[int, str] | None:
    best: tuple[int, str] | None = None
    for phrase, cased, key in phrases:
        n = len(phrase)
        span = words[i : i + n]
        if len(span) < n or (best is not None and n <= best[0]):
            continue
        same = all((w.text if cased else w.lower) == p for w, p in zip(span, phrase, strict=True))
        # "Civic democrats" may name the party, "civic duty" may not: of two words the last begins with a capital.
        capital = n != 2 or span[-1].text[:1].isupper() or not span[-1].text.isalpha()
        if same and (cased or capital):
            best = (n, key)
    return best
