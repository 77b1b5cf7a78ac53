"""People of the gazetteer, found by any printed form: office holders, candidates and leaders of parties."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from pipeline.configuring.officeholders import OfficeHolders
from pipeline.configuring.parties import Parties
from pipeline.resolving.folding import Folder
from pipeline.resolving.matching import PersonMatcher
from pipeline.resolving.names import NameReader, PersonName
from pipeline.resolving.scoring import KEPT, Comparison

_MARGIN = 8  # years before and after a term in which an article may still mean its holder
_SPELT_ALIKE = frozenset(
    ("family_exact", "family_fold", "family_variant", "given_exact", "given_fold", "middle_agree", "both_bare")
)


@dataclass(slots=True)
class KnownPerson:
    """One person of the gazetteer. `years` are the spans of the terms; None is an open end."""

    key: str  # "IQ/Moqtada al-Sadr"
    country: str
    name: str
    forms: list[PersonName]
    years: list[tuple[int | None, int | None]]

    def around(self, year: int | None, margin: int = _MARGIN) -> bool:
        """Say whether an article of that year may mean this person; without a year it may."""
        return year is None or any(
            (since is None or since - margin <= year) and (until is None or year <= until + margin)
            for since, until in self.years
        )

    def had_begun(self, year: int | None) -> bool:
        """Say whether the person was in the news by that year or soon after; without a year it may be."""
        return year is None or any(since is None or since - _MARGIN <= year for since, _ in self.years)


class KnownPeople:
    """The gazetteer's people, indexed by how their family names sound."""

    def __init__(
        self, holders: OfficeHolders, parties: Parties, reader: NameReader, matcher: PersonMatcher, folder: Folder
    ) -> None:
        self._reader, self._matcher, self._folder = reader, matcher, folder
        self._by_family: dict[str, list[KnownPerson]] = {}
        self._by_form: dict[str, list[KnownPerson]] = {}
        self._same_as = lru_cache(maxsize=KEPT)(self._find_same)  # a name stands in several articles, or comes again
        for country, person, aliases, since, until in _rows(holders, parties):
            self._add(country, person, aliases, (since, until))

    def _add(self, country: str, person: str, aliases: Iterable[str], years: tuple[int | None, int | None]) -> None:
        forms = [self._reader.read(text) for text in (person, *aliases)]
        known = self._already(country, forms[0])
        if known is None:
            known = KnownPerson(f"{country}/{person}", country, person, [], [])
        known.years.append(years)
        for form in forms:
            if not form.words or form in known.forms:
                continue
            known.forms.append(form)
            _append(self._by_form, form.key, known)
            for bone in sorted(self._folder.bones(form.family)):
                _append(self._by_family, bone, known)

    def _already(self, country: str, name: PersonName) -> KnownPerson | None:
        for known in self._near(name):
            if known.country != country:
                continue
            result = self._matcher.compare(known.forms[0], name)
            # Two rows are one person only if spelt alike: "Idriss Deby" is the father of "Mahamat Idriss Deby".
            if name in known.forms or _SPELT_ALIKE.issuperset(result.features):
                return known
        return None

    def _near(self, name: PersonName) -> Iterator[KnownPerson]:
        seen = set()
        places = (
            self._by_form.get(name.key, ()),
            *(self._by_family.get(b, ()) for b in sorted(self._folder.bones(name.family))),
        )
        for known in (known for place in places for known in place):
            if known.key not in seen:
                seen.add(known.key)
                yield known

    def find(self, name: PersonName, country: str | None, year: int | None) -> tuple[KnownPerson, Comparison] | None:
        """Return the one person of that full name, country and year preferred; None if none or several."""
        return _only(self._same_as(name), country, year) if name.words else None

    def _find_same(self, name: PersonName) -> list[tuple[KnownPerson, Comparison]]:
        found = []
        for known in self._near(name):
            best = max((self._matcher.compare(form, name) for form in known.forms), key=lambda c: c.score)
            if best.decision == "same":
                found.append((known, best))
        return found

    def forget(self) -> None:
        """Let go of the names that were looked for."""
        self._same_as.cache_clear()

    def lists(self, name: PersonName, known: KnownPerson) -> bool:
        """Say whether the name stands in the gazetteer as it is printed, and not only something like it."""
        return any(form.key == name.key for form in known.forms)

    def bare(
        self, name: PersonName, country: str | None, year: int | None, mentioned: tuple[str, ...]
    ) -> tuple[KnownPerson, str] | None:
        """Return the one person of that surname in the article's country; else in a country that it mentions."""
        family = [known for known in self._near(name) if known.around(year) and self._bears(known, name)]
        here = [known for known in family if known.country == country]
        if len(here) > 1 and year is not None:
            here = [known for known in here if known.around(year, 1)] or here
        if len(here) == 1:
            return here[0], f"the only {name.family} of the gazetteer in {country}"
        there = [known for known in family if known.country in mentioned]
        if (not here and len(there) == 1 and year is not None) or (not here and len(there) == len(family) == 1):
            return there[0], f"the only {name.family} of the gazetteer in a country that the article names"
        return None

    def has_surname(self, name: PersonName, countries: Collection[str | None], year: int | None) -> bool:
        """Say whether the one word, so spelt, is anyone's last name in the gazetteer, of these countries, by that year.

        Vince Cable of 2017 makes nobody of "Cable and Wireless" in 1996; Mao is Mao long after his death.
        """
        return any(
            known.country in countries
            and known.had_begun(year)
            and any(form.family == name.family for form in known.forms)
            for known in self._near(name)
        )

    def _bears(self, known: KnownPerson, name: PersonName) -> bool:
        word = name.words[0]
        return any(
            form.key == name.key
            or (self._matcher.word_level(form, len(form.words) - 1, name, 0) > 2 and form.words[-1][0] == word[0])
            for form in known.forms
        )


def _only(
    found: list[tuple[KnownPerson, Comparison]], country: str | None, year: int | None
) -> tuple[KnownPerson, Comparison] | None:
    """The only one, else the only one of the country, of the years, of the best score."""
    tests: tuple[Callable[[KnownPerson], bool], ...] = (
        lambda known: known.country == country,
        lambda known: known.around(year),
        lambda known: known.around(year, 0),
    )
    for test in tests:
        narrowed = [pair for pair in found if test(pair[0])]
        found = narrowed or found
    if len(found) > 1:
        best = max(comparison.score for _, comparison in found)
        found = [pair for pair in found if pair[1].score == best]
    return found[0] if len(found) == 1 else None


def _rows(
    holders: OfficeHolders, parties: Parties
) -> Iterator[tuple[str, str, tuple[str, ...], int | None, int | None]]:
    for term in holders.terms:
        yield term.country, term.person, term.aliases, int(term.since[:4]), int(term.until[:4]) if term.until else None
    for party in parties.by_key.values():
        for leader in party.leaders:
            yield party.country, leader.person, (), leader.since, leader.until


def _append(index: dict[str, list[KnownPerson]], key: str, known: KnownPerson) -> None:
    people = index.setdefault(key, [])
    if known not in people:
        people.append(known)
