"""Parties, lists and bodies across the corpus: the gazetteer's first, then names that are the same within a country.

"Social Democrats" of two countries are two; a name that the text itself equates with another ("the Civic Democratic
Party (ODS)") is that other wherever articles speak of the same country.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.configuring.parties import Party
from pipeline.resolving.backdrop import Backdrop
from pipeline.resolving.clustering import Clusters, Compare, cluster
from pipeline.resolving.decided import DECIDED_APART
from pipeline.resolving.known_parties import country_in, is_distinctive, known_party, owner_and_rest
from pipeline.resolving.party_names import PartyName
from pipeline.resolving.registry import Registry, identify
from pipeline.resolving.scoring import Comparison
from pipeline.resolving.tools import Tools
from pipeline.types import EntityKind

_BLOCK = 80
Spot = tuple[str, str]  # article, printed name


@dataclass(slots=True)
class _Realm:
    """One country's names (or one article's, where the country is unknown): keys with a print, and the known ones."""

    prints: dict[str, str] = field(default_factory=dict)
    known: dict[str, Party] = field(default_factory=dict)
    told: list[tuple[str, str]] = field(default_factory=list)
    articles: dict[str, set[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Closed:
    """A realm's clusters, with the gazetteer's party of those that have one."""

    code: str
    clusters: Clusters
    known: Mapping[str, Party]
    compare: Compare
    told: frozenset[str]  # the names that a text equates with another


class Groups:
    """Gives every printed name of a party or body in every article an entity. Call `resolve` once."""

    def __init__(self, kind: EntityKind, tools: Tools, registry: Registry, backdrops: Mapping[str, Backdrop]) -> None:
        self._kind, self._tools, self._registry, self._backdrops = kind, tools, registry, backdrops
        self._decided = tools.decided
        self._entities: dict[Spot, tuple[str, str]] = {}
        self._read: dict[str, PartyName] = {}
        self._by_key: dict[tuple[str, str], tuple[str, str]] = {}
        self.known_of: dict[str, Party] = {}  # entity -> the gazetteer's party
        self.reviews: list[tuple[str, str, str]] = []

    def resolve(self, spots: Iterable[Spot], aliases: Iterable[tuple[str, str, str]]) -> None:
        """Take all (article, printed name) and all (article, name, other name) that the articles equate."""
        realms: dict[str, _Realm] = {}
        open_spots: list[tuple[Spot, str]] = []
        for spot in sorted(set(spots)):
            code = self._realm_of(*spot)
            known = self._known(*spot)
            self._enter(realms.setdefault(code, _Realm()), spot[1], known[0] if known else None, spot[0])
            if known:
                self._entities[spot] = (self.enter_known(known[0]), known[1])
            else:
                open_spots.append((spot, code))
        by_realm: dict[str, list[Spot]] = {}
        for spot, code in open_spots:
            by_realm.setdefault(code, []).append(spot)
        for article, first, second in sorted(set(aliases)):
            self._tell(realms, article, first, second)
        for code, realm in sorted(realms.items()):
            spots_here = by_realm.get(code)
            if spots_here:
                self._close(code, realm, spots_here)

    def _known(self, article: str, printed: str) -> tuple[Party, str] | None:
        found = known_party(printed, self._backdrops[article], self._tools) if self._kind == "party" else None
        parted = found and self._decided.parts((_known_id(found[0]),), (), self._name(printed).key)
        return None if parted else found

    def entity(self, article_id: str, printed: str) -> tuple[str, str] | None:
        """Return the entity of a printed name in an article and what led to it; None if it was not resolved."""
        return self._entities.get((article_id, printed))

    def enter_known(self, party: Party) -> str:
        """Return the entity of a party of the gazetteer."""
        entity = self._registry.enter("party", f"known {party.key}", party.name, party.country, fixed=True)
        self._registry.call(entity, party.kind)
        self.known_of[entity] = party
        return entity

    def known_id(self, party: Party) -> str:
        """Return the id that the gazetteer's party has, without making the entity."""
        return self._registry.canonical(_known_id(party))

    # --- realms -----------------------------------------------------------------------------------

    def _realm_of(self, article: str, printed: str) -> str:
        """The country within which the name is one name: its own, the article's, else all (or the article alone)."""
        if self._kind == "body" and not self._general_body(printed):
            return "*"
        own = country_in(printed, self._tools) or self._backdrops[article].country
        if own:
            return own
        return "*" if is_distinctive(printed, self._tools) else f"article {article}"

    def _general_body(self, printed: str) -> bool:
        words = self._tools.party_names.read(printed).words
        return all(
            word in self._tools.names.party.body_general or self._tools.places.country_of(word) for word in words
        )

    def _enter(self, realm: _Realm, printed: str, known: Party | None, article: str | None) -> str:
        name = self._name(printed)
        key = name.key or printed
        realm.prints.setdefault(key, printed)
        if known:
            realm.known.setdefault(key, known)
        if article:
            realm.articles.setdefault(key, set()).add(article)
        return key

    def _name(self, printed: str) -> PartyName:
        name = self._read.get(printed)
        if name is None:
            rest = owner_and_rest(printed, self._tools)[1]
            name = self._read[printed] = self._tools.party_names.read(rest)
        return name

    def _tell(self, realms: dict[str, _Realm], article: str, first: str, second: str) -> None:
        """Two names that the text equates: of them one at least must be known to be of this kind."""
        here = [(article, text) in self._entities or self._in_realm(realms, article, text) for text in (first, second)]
        if not any(here):
            return
        realm = realms.setdefault(self._realm_of(article, first if here[0] else second), _Realm())
        keys = [self._enter(realm, text, None, article) for text in (first, second)]
        if keys[0] != keys[1]:
            realm.told.append((min(keys), max(keys)))

    def _in_realm(self, realms: Mapping[str, _Realm], article: str, text: str) -> bool:
        realm = realms.get(self._realm_of(article, text))
        key = self._name(text).key or text
        return realm is not None and article in realm.articles.get(key, ())

    # --- clusters ------------------------------------------------------------------------------------

    def _close(self, code: str, realm: _Realm, spots: Sequence[tuple[str, str]]) -> None:
        for party in self._tools.parties.by_country.get(code, ()) if self._kind == "party" else ():
            for text in (party.name, *party.acronyms, *party.aliases):
                self._enter(realm, text, party, None)
        names = {key: self._name(text) for key, text in realm.prints.items()}

        def compare(first: str, second: str) -> Comparison:
            if self._decided.apart and self._parted(code, realm, first, second):
                return DECIDED_APART
            return self._tools.party_names.compare(names[first], names[second])

        wanted = {self._name(printed).key or printed for _, printed in spots}
        blocks = (block for block in self._blocks(names) if not wanted.isdisjoint(block))
        realm.told = [pair for pair in realm.told if not self._parted(code, realm, *pair)]
        clusters = cluster(names, blocks, compare, realm.told)
        told = frozenset(key for pair in realm.told for key in pair)
        closed = _Closed(code, clusters, _known_of_roots(clusters, realm), compare, told)
        for article, printed in spots:
            key = self._name(printed).key or printed
            self._entities[article, printed] = self._place(key, closed, realm)
            self._by_key[code, key] = self._entities[article, printed]
        self._list_reviews(code, clusters, names)

    def _parted(self, code: str, realm: _Realm, first: str, second: str) -> bool:
        """Say whether a person decided that the two names are two: by the ids they have on their own, or as printed."""
        ids = []
        for key in (first, second):
            known = realm.known.get(key)
            ids.append((identify(self._kind, f"{code} {key}"), *((_known_id(known),) if known else ())))
        return self._decided.parts(ids[0], ids[1], second) or self._decided.parts(ids[1], ids[0], first)

    def _place(self, key: str, closed: _Closed, realm: _Realm) -> tuple[str, str]:
        code, root, compare = closed.code, closed.clusters.of[key], closed.compare
        party = realm.known.get(key) or closed.known.get(root)
        if party:
            return self.enter_known(party), f"gazetteer {party.key}, by a name the articles or the rules equate with it"
        country = code if len(code) == 2 else None
        entity = self._registry.enter(self._kind, f"{code} {root}", realm.prints[root], country)
        if key == root:
            return entity, f"its own name in articles on {code}" if country else "its own name"
        why = "equated by the text" if key in closed.told else compare(key, root).explain()
        return entity, f"as {realm.prints[root]!r}, {why}"

    def _blocks(self, names: Mapping[str, PartyName]) -> Iterator[list[str]]:
        """Names that may be one: a proper word in common, the same words of creed, or an acronym and its letters."""
        blocks: dict[str, list[str]] = {}
        for key, name in sorted(names.items()):
            for block in sorted(set(self._block_keys(name))):
                blocks.setdefault(block, []).append(key)
        for _, keys in sorted(blocks.items()):
            if 1 < len(keys) <= _BLOCK:
                yield keys

    def _block_keys(self, name: PartyName) -> Iterator[str]:
        places, general = self._tools.places, self._tools.names.party.general
        plain = [word for word in name.words if not places.country_of(word)]
        yield "words " + " ".join(sorted(plain or name.words))
        for word in name.words:
            if word not in general and len(word) > 2:
                for bone in self._tools.folder.bones(word):
                    yield f"sound {bone}"
        for letters in {name.acronym} if name.acronym else name.letters:
            yield f"letters {letters}"

    def _list_reviews(self, code: str, clusters: Clusters, names: Mapping[str, PartyName]) -> None:
        for first, second, why in clusters.reviews:
            one, two = self._by_key.get((code, first)), self._by_key.get((code, second))
            if one and two and one[0] != two[0] and "acronym_other" not in why:  # any acronym might be any name
                low, high = sorted((one[0], two[0]))
                self.reviews.append((low, high, f"{names[first].printed} / {names[second].printed}: {why}"))


def _known_id(party: Party) -> str:
    return identify("party", f"known {party.key}")


def _known_of_roots(clusters: Clusters, realm: _Realm) -> dict[str, Party]:
    """The gazetteer's party of a cluster, where all its known names are of one."""
    parties: dict[str, dict[str, Party]] = {}
    for key, party in sorted(realm.known.items()):
        parties.setdefault(clusters.of[key], {})[party.key] = party
    return {root: next(iter(found.values())) for root, found in parties.items() if len(found) == 1}
