"""Who held or sought which office, where and when: `configs/officeholders/officeholders.csv`.

It tells which election an article may speak of ("Prime Minister Haider al-Abadi" is 2014 to 2018), and holds
the printed forms of well-known names. `offices.csv` beside it lists the offices and the words for them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.configuring.strict import ConfigError, read_csv

STANDING = "candidate"  # the office of those who stood for head of state
_COLUMNS = ("iso2", "office", "person", "aliases", "from", "to")
_DATE = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2]))?\Z")
_PUNCTUATION = str.maketrans(
    {"-": " ", "‐": " ", "‑": " ", "–": " ", "'": None, "’": None, "‘": None, "ʼ": None, ".": " "}
)


@dataclass(frozen=True, slots=True)
class Term:
    """One person's time in one office, or one candidacy. `since` and `until` are "YYYY" or "YYYY-MM".

    `until` None: in office when the table was written, or not known. Of a candidate they are the election's years.
    """

    country: str  # ISO 3166-1 alpha-2
    office: str
    person: str
    aliases: tuple[str, ...]
    since: str
    until: str | None

    def held_in(self, year: int) -> bool:
        """Say whether the term touches that year, were it for a day."""
        return int(self.since[:4]) <= year and (self.until is None or year <= int(self.until[:4]))


@dataclass(frozen=True)
class OfficeHolders:
    """All terms in the order of the file, found by person or by office and year."""

    terms: tuple[Term, ...]
    office_words: Mapping[str, str]  # word for an office, lower case -> office
    _by_person: Mapping[str, tuple[Term, ...]] = field(default_factory=dict, repr=False)
    _by_office: Mapping[tuple[str, str], tuple[Term, ...]] = field(default_factory=dict, repr=False)
    _by_surname: Mapping[tuple[str, str], tuple[Term, ...]] = field(default_factory=dict, repr=False)

    def find(self, person_name: str) -> tuple[Term, ...]:
        """Return the terms of the people so named, in the order of the file; () when nobody is.

        The whole name or one of its other forms must agree, without regard to case, accents and hyphens.
        Two people of one name (father and son) both come back: the years tell them apart.
        """
        return self._by_person.get(_fold(person_name), ())

    def titled(self, office: str, surname: str) -> tuple[Term, ...]:
        """Return the terms in the office of those of that last name, where all are of one country; () otherwise."""
        found = self._by_surname.get((office, _fold(surname)), ())
        return found if len({term.country for term in found}) == 1 else ()

    def in_office(self, iso2: str, office: str, year: int) -> tuple[Term, ...]:
        """Return who held the office in that year, in the order of the file; in a year of change there are several."""
        return tuple(t for t in self._by_office.get((iso2, office), ()) if t.held_in(year))

    def office_named(self, words: str) -> str | None:
        """Return the office that the words stand for ("premier" -> "prime minister"); None when they stand for none."""
        return self.office_words.get(" ".join(words.casefold().split()))


def load_officeholders(folder: Path) -> OfficeHolders:
    """Read `officeholders/officeholders.csv` and `offices.csv` in the configs folder.

    Raises ConfigError for an unknown column or office, a wrong country code or date, or a term given twice.
    """
    words = _offices(folder / "officeholders" / "offices.csv")
    path = folder / "officeholders" / "officeholders.csv"
    offices = set(words.values())
    terms = tuple(_term(row, offices, path) for row in read_csv(path, _COLUMNS))
    if len(set(terms)) < len(terms):
        twice = next(t for i, t in enumerate(terms) if t in terms[:i])
        raise ConfigError(f"{path}: the term of {twice.person!r} from {twice.since} stands twice; drop one row")
    by_person: dict[str, list[Term]] = {}
    by_office: dict[tuple[str, str], list[Term]] = {}
    by_surname: dict[tuple[str, str], list[Term]] = {}
    for term in terms:
        for name in dict.fromkeys(map(_fold, (term.person, *term.aliases))):
            by_person.setdefault(name, []).append(term)
        by_office.setdefault((term.country, term.office), []).append(term)
        by_surname.setdefault((term.office, _fold(term.person).split()[-1]), []).append(term)
    return OfficeHolders(
        terms,
        words,
        {key: tuple(value) for key, value in by_person.items()},
        {key: tuple(value) for key, value in by_office.items()},
        {key: tuple(value) for key, value in by_surname.items()},
    )


def _offices(path: Path) -> dict[str, str]:
    words: dict[str, str] = {}
    for row in read_csv(path, ("office", "words")):
        for word in (row["office"], *filter(None, row["words"].split("|"))):
            if words.setdefault(word, row["office"]) != row["office"]:
                raise ConfigError(f"{path}: {word!r} stands for two offices; drop it from one")
    return words


def _term(row: dict[str, str], offices: set[str], path: Path) -> Term:
    where = f"{path}, row of {row['person']!r}"
    if not re.fullmatch("[A-Z]{2}", row["iso2"]):
        raise ConfigError(f"{where}: column 'iso2' is {row['iso2']!r}; write two capitals")
    if row["office"] not in offices:
        raise ConfigError(f"{where}: unknown office {row['office']!r}; the offices are {', '.join(sorted(offices))}")
    if not row["person"].strip():
        raise ConfigError(f"{where}: column 'person' is empty; add the name")
    for column in ("from", "to"):
        if not _DATE.match(row[column]) and (column == "from" or row[column]):
            raise ConfigError(f"{where}: column {column!r} is {row[column]!r}; write YYYY or YYYY-MM")
    if row["to"] and row["to"][:4] < row["from"][:4]:
        raise ConfigError(f"{where}: column 'to' ({row['to']}) is before 'from' ({row['from']}); mend one of them")
    aliases = tuple(filter(None, row["aliases"].split("|")))
    return Term(row["iso2"], row["office"], row["person"], aliases, row["from"], row["to"] or None)


def _fold(name: str) -> str:
    taken_apart = unicodedata.normalize("NFKD", name.translate(_PUNCTUATION))
    return " ".join("".join(c for c in taken_apart if not unicodedata.combining(c)).casefold().split())
