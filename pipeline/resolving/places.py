"""Places: countries with their demonyms and capitals, first-level divisions, cities, and what no table lists."""

from __future__ import annotations

from dataclasses import dataclass, replace

from pipeline.configuring.places import Country, Division
from pipeline.resolving.backdrop import Backdrop
from pipeline.resolving.registry import Registry
from pipeline.resolving.scoring import KEPT
from pipeline.resolving.tools import Tools


@dataclass(frozen=True, slots=True)
class Place:
    """A place as resolved: `key` is stable, `country` None where no table tells."""

    key: str
    name: str
    country: str | None
    why: str
    fixed: bool = True


def place_of(text: str, backdrop: Backdrop, tools: Tools) -> Place:
    """Resolve a printed place: the article's own country decides between namesakes.

    A country by its name or demonym; a division, then a city of the article's country; a division or city that is
    the only one of its name; else a place of its own within the article's country.
    """
    plain = _plain(text)
    words = tools.names.place
    code = tools.places.country_of(plain)
    country = tools.places.country(code) if code else None
    if country and not _is_capital(plain, country):
        return Place(country.iso2, country.name, country.iso2, f"country by {plain!r}")
    if text.lower() in words.capital and backdrop.country:
        home = tools.places.country(backdrop.country)
        if home and home.capital:
            capital = _within(home.capital, home, backdrop, tools)
            return replace(capital, why="the capital of the article's country")
    return _within(plain, country, backdrop, tools)


def _within(plain: str, capital_of: Country | None, backdrop: Backdrop, tools: Tools) -> Place:
    divisions = _divisions(plain, tools)
    here = [division for division in divisions if division.iso2 == backdrop.country]
    if here:
        return _division(here[0], "of the article's country")
    if capital_of and capital_of.capital:
        name = capital_of.capital
        return Place(f"{capital_of.iso2}/city/{name}", name, capital_of.iso2, f"capital of {capital_of.name}")
    cities = tools.places.city_of(plain)
    for city in cities:
        if city.iso2 == backdrop.country or (len(cities) == 1 and not divisions):
            return Place(f"{city.iso2}/city/{city.name}", city.name, city.iso2, "city")
    named = [division for division in divisions if division.iso2 in backdrop.mentioned]
    if len(named) == 1 or len(divisions) == 1:
        return _division((named or list(divisions))[0], "the only one of that name")
    where = backdrop.country or f"article {backdrop.article_id}"
    why = "in no table of places" if not divisions and not cities else "several places bear the name"
    key = " ".join(tools.folder.latin(plain).split())
    return Place(f"{where}/{key}", plain, backdrop.country, f"{why}: a place of its own in articles on {where}", False)


def _division(division: Division, why: str) -> Place:
    return Place(f"{division.iso2}/{division.name}", division.name, division.iso2, f"{division.kind} {why}")


def _divisions(plain: str, tools: Tools) -> tuple[Division, ...]:
    found = tools.places.division_of(plain)
    for ending in tools.names.place.endings:
        if not found and plain.lower().endswith(f" {ending}"):
            found = tools.places.division_of(plain[: -len(ending) - 1])
    return found


def _is_capital(plain: str, country: Country) -> bool:
    """The table gives the country for its capital too; a city is meant, unless the two have one name."""
    city = plain.casefold()
    if all(name.casefold() != city for name in country.capitals()):
        return False
    return all(name.casefold() != city for name in (*country.names(), *country.demonyms))


def _plain(text: str) -> str:
    text = " ".join(text.replace("’", "'").split())
    for ending in ("'s", "'"):
        text = text.removesuffix(ending)
    return text[4:] if text.lower().startswith("the ") else text


def enter_place(text: str, backdrop: Backdrop, tools: Tools, registry: Registry) -> tuple[str, str]:
    """Return the entity of a printed place and what led to it."""
    here = (text, backdrop.country or backdrop.article_id, backdrop.mentioned)
    place = tools.seen_places.get(here)
    if place is None:
        if len(tools.seen_places) >= KEPT:
            tools.seen_places.clear()  # an article repeats its places, and many articles are many places
        place = tools.seen_places[here] = place_of(text, backdrop, tools)
    return registry.enter("place", place.key, place.name, place.country, place.fixed), place.why
