"""The entities of a run as they are found: one id for one key, with the names they were printed under.

The id is a hash of the kind and the key, so that it does not change when other articles come or go.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from pipeline.resolving.scoring import KEPT
from pipeline.types import Entity, EntityKind

_PREFIX = {"person": "per", "party": "pty", "place": "plc", "body": "bod"}


@dataclass(slots=True)
class _Record:
    kind: EntityKind
    name: str
    fixed: bool  # the name is the gazetteer's, not the most frequent print
    country: str | None
    countries: dict[str, int] | None = None  # of the articles, where no gazetteer tells
    prints: dict[str, int] = field(default_factory=dict)
    n_mentions: int = 0
    n_articles: int = 0  # with mentions
    latest: str = ""  # the last article with a mention
    party_kind: str | None = None


@lru_cache(maxsize=KEPT)  # every mention asks for its entity's, and an article repeats its names
def identify(kind: EntityKind, key: str) -> str:
    """Return the id of a key: the same in every run."""
    return f"{_PREFIX[kind]}-{hashlib.blake2b(f'{kind}|{key}'.encode(), digest_size=8).hexdigest()}"


class Registry:
    """Collects entities; `entities()` gives them in the order of their ids.

    `taken_into` maps an entity to the one that a person decided it is: whatever enters as the first is the second.
    """

    def __init__(self, taken_into: Mapping[str, str] | None = None) -> None:
        self._records: dict[str, _Record] = {}
        self._taken_into = taken_into or {}
        self._said: dict[str, set[str]] = {}  # the articles of entities without a mention
        self.seen: set[str] = set()  # the ids that would stand without decisions

    def enter(self, kind: EntityKind, key: str, name: str, country: str | None = None, fixed: bool = False) -> str:
        """Return the id for a key, making the entity if it is new. `fixed`: the name is no mere print of an article."""
        own = identify(kind, key)
        self.seen.add(own)
        entity_id = self.canonical(own)
        record = self._records.get(entity_id)
        if record is None:
            self._records[entity_id] = _Record(kind, name, fixed, country)
            return entity_id
        if fixed and (own == entity_id or not record.fixed):
            record.name, record.fixed = name, True
        if record.country is None:
            record.country = country
        return entity_id

    def canonical(self, entity_id: str) -> str:
        """Return the entity that a person decided this one to be; itself where nothing is decided."""
        return self._taken_into.get(entity_id, entity_id)

    def call(self, entity_id: str, party_kind: str) -> None:
        """Note what the gazetteer calls the entity."""
        self._records[entity_id].party_kind = party_kind

    def vote_country(self, entity_id: str, country: str, times: int = 1) -> None:
        """Count the country of the articles that name the entity: the most frequent is taken for its own."""
        record = self._records[entity_id]
        if record.countries is None:
            record.countries = {}
        record.countries[country] = record.countries.get(country, 0) + times

    def note(self, entity_id: str, article_id: str, printed: str) -> None:
        """Count a mention of the entity. All mentions of an article come together, before those of another."""
        record = self._records[entity_id]
        record.prints[printed] = record.prints.get(printed, 0) + 1
        record.n_mentions += 1
        if record.latest != article_id:
            record.latest = article_id
            record.n_articles += 1

    def note_said(self, entity_id: str, article_id: str, printed: str) -> None:
        """Count a print that is no mention, of an entity without any: only a claim speaks of it."""
        record = self._records[entity_id]
        record.prints[printed] = record.prints.get(printed, 0) + 1
        self._said.setdefault(entity_id, set()).add(article_id)

    def is_new(self, entity_id: str) -> bool:
        """Say whether no mention has been counted for the entity: only subjects of claims speak of it."""
        return self._records[entity_id].n_mentions == 0

    def name(self, entity_id: str) -> str:
        """The name by which the entity goes."""
        return _name(self._records[entity_id])

    def first_name(self, entity_id: str) -> str:
        """The name that the entity was entered with, whatever it is printed as since."""
        return self._records[entity_id].name

    def kind(self, entity_id: str) -> EntityKind:
        """What the entity is."""
        return self._records[entity_id].kind

    def entities(self) -> tuple[Entity, ...]:
        """All entities, ordered by id; aliases are the other prints, most frequent first."""
        return tuple(self._entity(entity_id) for entity_id in sorted(self._records))

    def _entity(self, entity_id: str) -> Entity:
        record = self._records[entity_id]
        name = _name(record)
        prints = sorted(record.prints, key=lambda text: (-record.prints[text], text))
        aliases = tuple(text for text in prints if text != name)
        countries = record.countries or {}
        votes = sorted(countries, key=lambda code: (-countries[code], code))
        country = record.country or (votes[0] if votes else None)
        counts = (record.n_mentions, record.n_articles + len(self._said.get(entity_id, ())))
        return Entity(entity_id, record.kind, name, aliases, country, *counts, record.party_kind)


def _name(record: _Record) -> str:
    """The gazetteer's name, else of the prints with most words the most frequent, then the longest, then the first."""
    if record.fixed or not record.prints:
        return record.name
    most = max(min(len(text.split()), 3) for text in record.prints)
    full = [text for text in record.prints if min(len(text.split()), 3) == most]
    return min(full, key=lambda text: (-record.prints[text], -len(text), text))
