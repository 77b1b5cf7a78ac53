"""The countries that an article is about, by the places, houses and parties that it names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from pipeline.annotating.capitals import is_capital
from pipeline.annotating.words import Word
from pipeline.configuring.configuration import Configuration

MAX_COUNTRIES = 4
KEPT = 50_000  # answers of the tables
FIRST_SIGNS = 400  # the headline and lead tell the country: what stands there counts threefold


class Lands:
    """Weighs the countries of an article; keeps what the tables answered."""

    def __init__(self, config: Configuration) -> None:
        self._config = config
        self._told_by = lru_cache(maxsize=KEPT)(self._find_told)

    def of(
        self, words: Sequence[Word], text: str, places: Sequence[tuple[int, int]], capitals: Sequence[int]
    ) -> list[str]:
        """Return the countries that the text names, most named first; the lead counts more.

        `places` are the (first word, length) of the runs that may be places, `capitals` the words in capitals. Where
        the text names none, those of which its provinces and cities are: "HAMBURG - The SPD fell to 36.5 percent".
        """
        weights: dict[str, int] = {}
        parts: dict[str, int] = {}
        for i, n in places:
            found = self._config.places.meanings(text[words[i].start : words[i + n - 1].end])
            lands = {d.iso2 for d in found.divisions} | {c.iso2 for c in found.cities}
            code = found.country or (next(iter(lands)) if len(lands) == 1 else None)
            if code:
                told = weights if found.country else parts
                told[code] = told.get(code, 0) + (3 if words[i].start < FIRST_SIGNS else 1)
        for i in capitals:
            for code in self._told(words, text, i):
                weights[code] = weights.get(code, 0) + 1
        weights = weights or parts
        top = max(weights.values(), default=0)
        ranked = sorted(weights, key=lambda c: (-weights[c], c))
        return [c for c in ranked if weights[c] * 6 >= top][:MAX_COUNTRIES]

    def _told(self, words: Sequence[Word], text: str, i: int) -> Iterable[str]:
        """Countries that a house or a party's full name at word i tells, where it tells one alone."""
        for n in (4, 3, 2):
            if i + n <= len(words) and is_capital(words[i + n - 1]):
                code = self._told_by(text[words[i].start : words[i + n - 1].end])
                if code is not None:
                    yield code
                    return

    def _find_told(self, phrase: str) -> str | None:
        houses = {code for code, _ in self._config.places.legislature_of(phrase)}
        parties = {party.country for party in self._config.parties.find(phrase, None)}
        return next((next(iter(codes)) for codes in (houses, parties) if len(codes) == 1), None)
