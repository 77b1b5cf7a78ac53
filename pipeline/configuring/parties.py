"""The gazetteer of parties, alliances and blocs: `configs/parties/XX.toml`, one file a country.

It holds what an article cannot tell of itself: native and translated names, short names, acronyms, which
parties an alliance is made of, who led whom and when. A country without a file has simply no entry.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, cast

from pipeline.configuring.strict import ConfigError, read_csv, read_toml

PartyKind = Literal["party", "alliance", "bloc"]
_KINDS = ("party", "alliance", "bloc")
_FILE_KEYS = ("source", "party")
_PARTY_KEYS = ("name", "acronyms", "aliases", "kind", "members", "leaders", "from", "to")
_LEADER_KEYS = ("person", "from", "to")
# Letters that Unicode does not take apart into a base letter and an accent.
_LETTERS = str.maketrans(
    dict(zip("łŁøØđĐıəƏßæÆðþÞœ", "l L o O d D i a A ss ae Ae d th Th oe".split(), strict=True))
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

    def find(self, name: str, country: str | None, year: int | None = None) -> tuple[Party, ...]:
        """Return the parties that bear this name, in the order of country and file; () when none does.

        Names of two words or more are compared without regard to case, accents, hyphens and a leading "the";
        a single word must begin with a capital, as in print, unless the gazetteer itself writes it small;
        acronyms must be printed as they stand there, with or without dots. `country` None searches all.
        With a `year`, parties active in it are preferred, if there are any.
        """
        acronym = _acronym(name)
        found = list(self._acronyms.get(acronym, ()))
        key = _fold(name, self.spellings)
        capital = name[-len(key) :][:1].isupper() if key and " " not in key else True
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
    """Read `parties/*.toml` and `parties/spellings.csv` in the configs folder.

    Raises ConfigError for an unknown key, a wrong value, a name given twice, a member that the file does not
    list, or an acronym that two parties of one country bear in the same years.
    """
    spellings = {
        r["printed"]: r["read_as"] for r in read_csv(folder / "parties" / "spellings.csv", ("printed", "read_as"))
    }
    by_country = {path.stem: _country(path) for path in sorted((folder / "parties").glob("*.toml"))}
    everyone = [party for parties in by_country.values() for party in parties]
    names: dict[str, list[tuple[str, Party]]] = {}
    acronyms: dict[str, list[Party]] = {}
    for party in everyone:
        for name in (party.name, *party.aliases):
            names.setdefault(_fold(name, spellings), []).append((_last_word(name), party))
        for acronym in party.acronyms:
            acronyms.setdefault(_acronym(acronym), []).append(party)
    return Parties(
        by_country,
        {party.key: party for party in everyone},
        spellings,
        {key: tuple(value) for key, value in names.items()},
        {key: tuple(value) for key, value in acronyms.items()},
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
    data = read_toml(path)
    _known(data, _FILE_KEYS, str(path))
    if not _text(data, "source", str(path)):
        raise ConfigError(f"{path}: key 'source' is missing; say in words where the facts come from")
    parties = tuple(
        _party(block, code, f"{path}, party {i + 1}") for i, block in enumerate(_list(data, "party", str(path)))
    )
    _check_names(parties, path)
    _check_acronyms(parties, path)
    return parties


def _party(block: object, code: str, where: str) -> Party:
    if not isinstance(block, dict):
        raise ConfigError(f"{where}: a table is expected here, not {block!r}")
    _known(block, _PARTY_KEYS, where)
    name = _text(block, "name", where)
    if not name:
        raise ConfigError(f"{where}: key 'name' is missing; add it")
    where = f"{where} ({name})"
    kind = block.get("kind", "party")
    if kind not in _KINDS:
        raise ConfigError(f"{where}: key 'kind' is {kind!r}; it is one of {', '.join(_KINDS)}")
    members = tuple(f"{code}/{member}" for member in _texts(block, "members", where))
    if members and kind == "party":
        raise ConfigError(f"{where}: key 'members' stands in a party; only an alliance or bloc has members")
    since, until = _years(block, where)
    return Party(
        key=f"{code}/{name}",
        country=code,
        name=name,
        kind=cast(PartyKind, kind),
        acronyms=_texts(block, "acronyms", where),
        aliases=_texts(block, "aliases", where),
        members=members,
        leaders=tuple(_leadership(leader, where) for leader in _list(block, "leaders", where)),
        since=since,
        until=until,
    )


def _leadership(block: object, where: str) -> Leadership:
    if not isinstance(block, dict) or not block.get("person"):
        raise ConfigError(f"{where}: key 'leaders' needs tables with a person, not {block!r}")
    _known(block, _LEADER_KEYS, f"{where}, leaders")
    return Leadership(_text(block, "person", where), *_years(block, where))


def _years(block: Mapping[str, Any], where: str) -> tuple[int | None, int | None]:
    since, until = block.get("from"), block.get("to")
    for key, value in (("from", since), ("to", until)):
        if value is not None and type(value) is not int:
            raise ConfigError(f"{where}: key {key!r} is {value!r}; write a year in digits")
    if since is not None and until is not None and until < since:
        raise ConfigError(f"{where}: key 'to' ({until}) is before 'from' ({since}); mend one of them")
    return since, until


def _known(block: Mapping[str, Any], keys: tuple[str, ...], where: str) -> None:
    for key in block:
        if key not in keys:
            raise ConfigError(f"{where}: unknown key {key!r}; the keys are {', '.join(keys)}")


def _text(block: Mapping[str, Any], key: str, where: str) -> str:
    value = block.get(key, "")
    if not isinstance(value, str):
        raise ConfigError(f"{where}: key {key!r} is {value!r}, not a text; mend the value")
    return value


def _list(block: Mapping[str, Any], key: str, where: str) -> list[Any]:
    value = block.get(key, [])
    if not isinstance(value, list):
        raise ConfigError(f"{where}: key {key!r} is {value!r}, not a list; mend the value")
    return value


def _texts(block: Mapping[str, Any], key: str, where: str) -> tuple[str, ...]:
    values = _list(block, key, where)
    for value in values:
        if not isinstance(value, str) or not value.strip():
            raise ConfigError(f"{where}: key {key!r} holds {value!r}, not a name; mend the value")
    return tuple(values)


def _check_names(parties: Iterable[Party], path: Path) -> None:
    keys: set[str] = set()
    for party in parties:
        if party.key in keys:
            raise ConfigError(f"{path}: the name {party.name!r} stands in two blocks; join them or rename one")
        keys.add(party.key)
    for party in parties:
        for member in party.members:
            if member not in keys:
                raise ConfigError(f"{path}: member {member[3:]!r} of {party.name!r} has no block in this file; add it")


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
