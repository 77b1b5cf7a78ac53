"""The gazetteer of parties, alliances and blocs: `configs/parties/XX.csv`, one file a country.

It holds what an article cannot tell of itself: native and translated names, short names, acronyms, which
parties an alliance is made of, who led whom and when. A country without a file has simply no entry.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, cast

from pipeline.configuring.strict import ConfigError, read_csv

PartyKind = Literal["party", "alliance", "bloc"]
_SPELLINGS = "spellings.csv"
_KINDS = ("party", "alliance", "bloc")
_COLUMNS = ("name", "kind", "acronyms", "aliases", "members", "leaders", "from", "to")
# Letters that Unicode does not take apart into a base letter and an accent.
_LETTERS = str.maketrans("łŁøØđĐıəƏð", "lLoOdDiaAd") | str.maketrans(
    {"ß": "ss", "æ": "ae", "Æ": "Ae", "þ": "th", "œ": "oe"}
)
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—", "-"))
_APOSTROPHES = str.maketrans(dict.fromkeys("'’‘ʼ`\".", None))


@dataclass(frozen=True, slots=True)
class Leadership:
    """Who led a party, from and to which year (inclusive); None: not known, or still so."""

    person: str
    since: int | None
    until: int | None


@dataclass(frozen=True, slots=True)
class Party:
    """One party, alliance or bloc. `key` ("IQ/Fatah Alliance") is stable: country and name.

    `members` are the keys of the member parties of an alliance: none of them is the alliance itself.
    """

    key: str
    country: str  # ISO 3166-1 alpha-2
    name: str
    kind: PartyKind
    acronyms: tuple[str, ...]
    aliases: tuple[str, ...]
    members: tuple[str, ...]
    leaders: tuple[Leadership, ...]
    since: int | None  # first and last year of activity; None: not known, or still active
    until: int | None

    def active_in(self, year: int) -> bool:
        """Say whether the party may have stood in that year; an unknown bound excludes nothing."""
        return (self.since is None or self.since <= year) and (self.until is None or year <= self.until)


@dataclass(frozen=True)
class Parties:
    """All parties, with the names by which they are found. `by_country` keeps the order of the file."""

    by_country: Mapping[str, tuple[Party, ...]]
    by_key: Mapping[str, Party]
    spellings: Mapping[str, str] = field(default_factory=dict)
    _names: Mapping[str, tuple[tuple[str, Party], ...]] = field(default_factory=dict, repr=False)
    _acronyms: Mapping[str, tuple[Party, ...]] = field(default_factory=dict, repr=False)
    _leaders: Mapping[str, tuple[tuple[str, Leadership], ...]] = field(default_factory=dict, repr=False)

    def terms_of(self, person: str) -> tuple[tuple[str, Leadership], ...]:
        """Return (country code, leadership) of every party that the person of this full name led, in file order."""
        return self._leaders.get(_fold(person, {}), ())

    def find(self, name: str, country: str | None, year: int | None = None) -> tuple[Party, ...]:
        """Return the parties that bear this name, by acronym first, then in the order of country and file; else ().

        Names of two words or more are compared without regard to case, accents, hyphens and a leading "the";
        a single word must begin with a capital, as in print, unless the gazetteer itself writes it small;
        acronyms must be printed as they stand there, with or without dots. `country` None searches all.
        With a `year`, parties active in it are preferred, if there are any.
        """
        acronym = _acronym(name)
        found = list(self._acronyms.get(acronym, ()))
        key = _fold(name, self.spellings)
        capital = " " in key or (key != "" and _last_word(name)[0].isupper())
        for written, party in self._names.get(key, ()):
            if (capital or not written[:1].isupper()) and party not in found:
                found.append(party)
        found = [p for p in found if country is None or p.country == country]
        if year is not None:
            found = [p for p in found if p.active_in(year)] or found
        return tuple(found)

    def led_by(self, person: str, country: str | None, year: int | None = None) -> tuple[Party, ...]:
        """Return the parties and lists that this person led, by full name or by its last words ("Sadr").

        `year` keeps those led in that year; an unknown bound excludes nothing. For "Sadr's list".
        """
        words = _fold(person, {}).split()
        parties = self.by_country.get(country, ()) if country else self.by_key.values()
        return tuple(p for p in parties if any(_leads(leader, words, year) for leader in p.leaders))

    def alliances_of(self, party: Party) -> tuple[Party, ...]:
        """Return the alliances and blocs of which the party is a member, in the order of the file."""
        return tuple(p for p in self.by_country.get(party.country, ()) if party.key in p.members)


def load_parties(folder: Path) -> Parties:
    """Read `parties/*.csv` and `parties/spellings.csv` in the configs folder.

    Raises ConfigError for an unknown column, a wrong value, a name given twice, a member that the file does not
    list, or an acronym that two parties of one country bear in the same years.
    """
    spellings = {r["printed"]: r["read_as"] for r in read_csv(folder / "parties" / _SPELLINGS, ("printed", "read_as"))}
    by_country = {
        path.stem: _country(path) for path in sorted((folder / "parties").glob("*.csv")) if path.name != _SPELLINGS
    }
    everyone = [party for parties in by_country.values() for party in parties]
    names: dict[str, list[tuple[str, Party]]] = {}
    acronyms: dict[str, list[Party]] = {}
    leaders: dict[str, list[tuple[str, Leadership]]] = {}
    for party in everyone:
        for led in party.leaders:
            leaders.setdefault(_fold(led.person, {}), []).append((party.country, led))
        for name in (party.name, *party.aliases):
            names.setdefault(_fold(name, spellings), []).append((_last_word(name), party))
        for acronym in dict.fromkeys(map(_acronym, party.acronyms)):
            acronyms.setdefault(acronym, []).append(party)
    return Parties(
        by_country,
        {party.key: party for party in everyone},
        spellings,
        {key: tuple(value) for key, value in names.items()},
        {key: tuple(value) for key, value in acronyms.items()},
        {key: tuple(value) for key, value in leaders.items()},
    )


def _leads(leader: Leadership, words: list[str], year: int | None) -> bool:
    if not words or _fold(leader.person, {}).split()[-len(words) :] != words:
        return False
    return year is None or (
        (leader.since is None or leader.since <= year) and (leader.until is None or year <= leader.until)
    )


# --- names as keys ---------------------------------------------------------------------------------


def _plain(text: str) -> str:
    """Take off accents and unify dashes: "Junts pel Sí" is also printed "Junts pel Si"."""
    if text.isascii():
        return text
    taken_apart = unicodedata.normalize("NFKD", text.translate(_LETTERS).translate(_DASHES))
    return "".join(c for c in taken_apart if not unicodedata.combining(c))


def _acronym(text: str) -> str:
    return _plain(text).replace(".", "").strip()


def _fold(text: str, spellings: Mapping[str, str]) -> str:
    words = _plain(text).translate(_APOSTROPHES).replace("-", " ").casefold().split()
    return " ".join(filter(None, (spellings.get(word, word) for word in words)))


def _last_word(text: str) -> str:
    return text.rsplit(maxsplit=1)[-1]


# --- one file --------------------------------------------------------------------------------------


def _country(path: Path) -> tuple[Party, ...]:
    code = path.stem
    if not (len(code) == 2 and code.isascii() and code.isupper()):
        raise ConfigError(f"{path}: the file's name is not an ISO 3166-1 code of two capitals; rename it")
    rows = read_csv(path, _COLUMNS)
    parties = tuple(_party(row, code, f"{path}, party {row['name']!r}") for row in rows)
    with path.open(encoding="utf-8") as file:
        if not re.match(r"# Source: \S", file.readline()):
            raise ConfigError(f"{path}: the first line does not begin with '# Source:'; say where the facts come from")
    _check_names(parties, path)
    _check_acronyms(parties, path)
    return parties


def _party(row: Mapping[str, str], code: str, where: str) -> Party:
    if not row["name"].strip():
        raise ConfigError(f"{where}: column 'name' is empty; add the name")
    if row["kind"] not in _KINDS:
        raise ConfigError(f"{where}: column 'kind' is {row['kind']!r}; it is one of {', '.join(_KINDS)}")
    if row["members"] and row["kind"] == "party":
        raise ConfigError(f"{where}: column 'members' is filled for a party; only an alliance or bloc has members")
    since, until = _years(row["from"], row["to"], where)
    return Party(
        key=f"{code}/{row['name']}",
        country=code,
        name=row["name"],
        kind=cast(PartyKind, row["kind"]),
        acronyms=_list(row, "acronyms", where),
        aliases=_list(row, "aliases", where),
        members=tuple(f"{code}/{member}" for member in _list(row, "members", where)),
        leaders=tuple(_leadership(leader, where) for leader in _list(row, "leaders", where)),
        since=since,
        until=until,
    )


def _list(row: Mapping[str, str], column: str, where: str) -> tuple[str, ...]:
    values = tuple(row[column].split("|")) if row[column] else ()
    for value in values:
        if not value or value != value.strip():
            raise ConfigError(
                f"{where}: column {column!r} holds {value!r} between two bars; drop the empty place or space"
            )
    return values


def _leadership(text: str, where: str) -> Leadership:
    """Read "Tony Blair 1994-2007", "Jo Swinson 2019", "Keir Starmer 2020-" or a name alone."""
    person, _, years = text.rpartition(" ")
    if not years[:1].isdigit() and not years.startswith("-"):
        return Leadership(text, None, None)
    since, dash, until = years.partition("-")
    return Leadership(person, *_years(since, until if dash else since, where))


def _years(since: str, until: str, where: str) -> tuple[int | None, int | None]:
    for year in (since, until):
        if year and not (len(year) == 4 and year.isdecimal()):
            raise ConfigError(f"{where}: {year!r} is not a year; write four digits, or nothing when it is not known")
    first, last = int(since) if since else None, int(until) if until else None
    if first is not None and last is not None and last < first:
        raise ConfigError(f"{where}: {last} is before {first}; mend one of the years")
    return first, last


def _check_names(parties: Iterable[Party], path: Path) -> None:
    keys: set[str] = set()
    for party in parties:
        if party.key in keys:
            raise ConfigError(f"{path}: the name {party.name!r} stands in two rows; join them or rename one")
        keys.add(party.key)
    for party in parties:
        for member in party.members:
            if member not in keys:
                raise ConfigError(f"{path}: member {member[3:]!r} of {party.name!r} has no row in this file; add it")


def _check_acronyms(parties: Iterable[Party], path: Path) -> None:
    bearers: dict[str, list[Party]] = {}
    for party in parties:
        for acronym in dict.fromkeys(map(_acronym, party.acronyms)):
            for other in bearers.get(acronym, ()):
                if _overlap(party, other):
                    raise ConfigError(
                        f"{path}: acronym {acronym!r} is borne by {other.name!r} and {party.name!r} in the same years; "
                        "give them years that do not overlap or drop one"
                    )
            bearers.setdefault(acronym, []).append(party)


def _overlap(a: Party, b: Party) -> bool:
    """A successor that takes the acronym over in the year its forerunner ends does not overlap with it."""
    return (a.until is None or b.since is None or b.since < a.until) and (
        b.until is None or a.since is None or a.since < b.until
    )
