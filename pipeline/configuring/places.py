"""Places as data: countries, their first-level divisions and cities, and the names of their parliaments.

`load_places` reads configs/places; all look-ups are exact (no fuzzy matching) and deterministic.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.configuring.phrases import beginnings_of
from pipeline.configuring.strict import ConfigError, read_csv

COUNTRY_COLUMNS = (
    "iso2",
    "name",
    "aliases",
    "demonyms",
    "capital",
    "capital_aliases",
    "legislature",
    "lower_house",
    "upper_house",
    "former_until",
)
KEPT = 50_000  # prints of which it is kept what they stand for: a corpus repeats its names
SHORT_ACRONYM = 3  # "US" and "us", "UK", "CAR" and "car": up to this many letters, upper and lower case differ


@dataclass(frozen=True, slots=True)
class Country:
    """One row of countries.csv. `former_until` is the year in which the state ended; None for one that lives."""

    iso2: str
    name: str
    aliases: tuple[str, ...]
    demonyms: tuple[str, ...]
    capital: str | None
    capital_aliases: tuple[str, ...]
    legislature: tuple[str, ...]
    lower_house: tuple[str, ...]
    upper_house: tuple[str, ...]
    former_until: int | None

    def names(self) -> tuple[str, ...]:
        """Return the words that name the country itself, its own name first."""
        return (self.name, *self.aliases)

    def capitals(self) -> tuple[str, ...]:
        """Return the names of the capital, which stand for the government too; empty where there is none."""
        return ((self.capital,) if self.capital else ()) + self.capital_aliases


@dataclass(frozen=True, slots=True)
class Division:
    """A first-level part of a country. `kind` is the word for it there: state, province, governorate, region ..."""

    iso2: str
    name: str
    aliases: tuple[str, ...]
    kind: str


@dataclass(frozen=True, slots=True)
class City:
    """A city that news names, with the country it lies in."""

    iso2: str
    name: str
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Meanings:
    """All that a print stands for: a country's code, divisions, cities, and houses as (country code, body)."""

    country: str | None = None
    divisions: tuple[Division, ...] = ()
    cities: tuple[City, ...] = ()
    houses: tuple[tuple[str, str], ...] = ()


NO_PLACE = Meanings()  # of most prints; the very same object for all of them


@dataclass(frozen=True, slots=True)
class Places:
    """All places of the configuration, in file order, with exact look-ups by any printed form."""

    countries: tuple[Country, ...]
    divisions: tuple[Division, ...]
    cities: tuple[City, ...]
    _country: dict[str, str] = field(repr=False, compare=False)
    _division: dict[str, tuple[Division, ...]] = field(repr=False, compare=False)
    _city: dict[str, tuple[City, ...]] = field(repr=False, compare=False)
    _house: dict[str, tuple[tuple[str, str], ...]] = field(repr=False, compare=False)
    _by_code: dict[str, Country] = field(repr=False, compare=False)
    _kinds: frozenset[str] = field(repr=False, compare=False)
    _openers: frozenset[str] = field(repr=False, compare=False)
    _known: dict[str, Meanings] = field(default_factory=dict, repr=False, compare=False)

    def country(self, iso2: str) -> Country | None:
        """Return the country of an ISO 3166-1 alpha-2 code; None where the table has no such row."""
        return self._by_code.get(iso2)

    def meanings(self, name: str) -> Meanings:
        """Return all that a print stands for, as the functions below tell it one by one."""
        found = self._known.get(name)
        if found is None:
            if len(self._known) >= KEPT:
                self._known.clear()
            found = self._known[name] = self._look_up(_key(name))
        return found

    def opens(self, lower: str) -> bool:
        """True where a print that stands for something may begin with this word in small letters; most words do not."""
        return lower in self._openers or "'" in lower or "\u2019" in lower

    def _look_up(self, key: str) -> Meanings:
        divisions = self._division.get(key)
        if divisions is None:
            head, _, last = key.rpartition(" ")
            divisions = self._division.get(head) if last in self._kinds else None
        found = (self._country.get(key), divisions or (), self._city.get(key, ()), self._house.get(key, ()))
        return Meanings(*found) if any(found) else NO_PLACE

    def country_of(self, name: str) -> str | None:
        """Return the code of the country that a name, demonym or capital stands for; None where none does.

        A name beats a demonym and a demonym beats a capital, so "Djibouti" is the country first.
        """
        return self.meanings(name).country

    def division_of(self, name: str) -> tuple[Division, ...]:
        """Return every division of that name, in file order: several countries may have one, often none does.

        A last word that says what it is falls away where the whole is no name: "Yunnan province".
        """
        return self.meanings(name).divisions

    def city_of(self, name: str) -> tuple[City, ...]:
        """Return every city of that name, in file order."""
        return self.meanings(name).cities

    def legislature_of(self, name: str) -> tuple[tuple[str, str], ...]:
        """Return (country code, body) for each parliament or house so named.

        The body is "" for the parliament as a whole, else "lower house" or "upper house", as in the calendar.
        More than one country means that the word is a generic one ("Senate") and tells no country.
        """
        return self.meanings(name).houses


def load_places(folder: Path) -> Places:
    """Read countries.csv, divisions.csv and cities.csv of `folder`/places.

    Raises ConfigError for a missing file, a wrong column, a code listed twice, or a place in an unlisted country.
    """
    paths = [folder / "places" / name for name in ("countries.csv", "divisions.csv", "cities.csv")]
    countries = tuple(_country_row(row, paths[0]) for row in read_csv(paths[0], COUNTRY_COLUMNS))
    by_code = {country.iso2: country for country in countries}
    if len(by_code) < len(countries):
        twice = next(c.iso2 for i, c in enumerate(countries) if c.iso2 in {d.iso2 for d in countries[:i]})
        raise ConfigError(f"{paths[0]}: {twice} is listed twice; keep one row")
    divisions = tuple(
        Division(_known(row["iso2"], by_code, paths[1]), row["name"], _items(row["aliases"]), row["kind"])
        for row in read_csv(paths[1], ("iso2", "name", "aliases", "kind"))
    )
    cities = tuple(
        City(_known(row["iso2"], by_code, paths[2]), row["name"], _items(row["aliases"]))
        for row in read_csv(paths[2], ("iso2", "name", "aliases"))
    )
    indexes = (_country_index(countries), _division_index(divisions), _city_index(cities), _house_index(countries))
    return Places(
        countries,
        divisions,
        cities,
        *indexes,
        by_code,
        frozenset(division.kind for division in divisions),
        frozenset(opener for index in indexes for key in index for opener in _openers(key)),
    )


def _country_row(row: dict[str, str], path: Path) -> Country:
    until = row["former_until"]
    if until and not until.isdigit():
        raise ConfigError(f"{path}: former_until of {row['iso2']} is {until!r}; write a year or nothing")
    return Country(
        iso2=row["iso2"],
        name=row["name"],
        aliases=_items(row["aliases"]),
        demonyms=_items(row["demonyms"]),
        capital=row["capital"] or None,
        capital_aliases=_items(row["capital_aliases"]),
        legislature=_items(row["legislature"]),
        lower_house=_items(row["lower_house"]),
        upper_house=_items(row["upper_house"]),
        former_until=int(until) if until else None,
    )


def _known(iso2: str, by_code: dict[str, Country], path: Path) -> str:
    if iso2 not in by_code:
        raise ConfigError(f"{path}: the country {iso2!r} is not in countries.csv; add it there or mend the code")
    return iso2


def _items(text: str) -> tuple[str, ...]:
    return tuple(item for item in text.split("|") if item)


def _key(name: str) -> str:
    """Fold what does not tell names apart: outer space, "the", a possessive, and the case of all but short acronyms."""
    text = " ".join(name.split()).replace("\u2019", "'")
    if text.endswith("'s"):
        text = text[:-2]
    elif text.endswith("s'"):
        text = text[:-1]
    if text[:4].lower() == "the ":
        text = text[4:]
    letters = text.replace(".", "")
    if len(letters) <= SHORT_ACRONYM and letters.isupper():
        return letters
    # The mark keeps "us" from meeting "US": what is lower case has a key of its own.
    return "~" + text.casefold()


def _openers(key: str) -> Iterator[str]:
    """The words in small letters that may begin a print of this key, which has no "the", no dots in an acronym."""
    yield "the"
    first = key.removeprefix("~").split(" ")[0].casefold()
    yield from beginnings_of(first) if key.startswith("~") else (first[:n] for n in range(1, len(first) + 1))


def _country_index(countries: tuple[Country, ...]) -> dict[str, str]:
    index: dict[str, str] = {}
    for group in (Country.names, lambda c: c.demonyms, Country.capitals):
        for country in countries:
            for word in group(country):
                index.setdefault(_key(word), country.iso2)
    return index


def _division_index(divisions: tuple[Division, ...]) -> dict[str, tuple[Division, ...]]:
    index: dict[str, tuple[Division, ...]] = {}
    for division in divisions:
        for key in dict.fromkeys(_key(word) for word in (division.name, *division.aliases)):
            index[key] = (*index.get(key, ()), division)
    return index


def _city_index(cities: tuple[City, ...]) -> dict[str, tuple[City, ...]]:
    index: dict[str, tuple[City, ...]] = {}
    for city in cities:
        for key in dict.fromkeys(_key(word) for word in (city.name, *city.aliases)):
            index[key] = (*index.get(key, ()), city)
    return index


def _house_index(countries: tuple[Country, ...]) -> dict[str, tuple[tuple[str, str], ...]]:
    index: dict[str, tuple[tuple[str, str], ...]] = {}
    for country in countries:
        groups = ((country.legislature, ""), (country.lower_house, "lower house"), (country.upper_house, "upper house"))
        for words, body in groups:
            for key in dict.fromkeys(_key(word) for word in words):
                index[key] = (*index.get(key, ()), (country.iso2, body))
    return index
