"""Parties, lists and bodies across the corpus: the gazetteer's first, then names that are the same within a country.

"Social Democrats" of two countries are two; a name that the text itself equates with another ("the Civic Democratic
Party (ODS)") is that other wherever articles speak of the same country.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
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
Link = tuple[str, str]  # entity and what led to it
# Of a printed name in an article: the gazetteer's entity and why, else the realm within which the name is one name.
Where = Mapping[str, Link | str]


@dataclass(slots=True)
class _Realm:
    """One country's names (or one article's, where the country is unknown): keys with a print, and the known ones."""

    prints: dict[str, str] = field(default_factory=dict)
    known: dict[str, Party] = field(default_factory=dict)
    told: list[tuple[str, str]] = field(default_factory=list)
    open: dict[str, None] = field(default_factory=dict)  # the names that the gazetteer's tables alone do not settle


@dataclass(frozen=True, slots=True)
class _Closed:
    """A realm's clusters, with the gazetteer's party of those that have one."""

    code: str
    clusters: Clusters
    known: Mapping[str, Party]
    compare: Compare
    told: frozenset[str]  # the names that a text equates with another


class Groups:
    """Gives every printed name of a party or body in every article an entity.

    `enter` takes the names of one article after the other, `close` comes after the last; then `entity` answers.
    """

    def __init__(self, kind: EntityKind, tools: Tools, registry: Registry, backdrops: Mapping[str, Backdrop]) -> None:
        self._kind, self._tools, self._registry, self._backdrops = kind, tools, registry, backdrops
        self._decided = tools.decided
        self._realms: dict[str, _Realm] = {}
        self._told: dict[tuple[str, str, str], None] = {}  # realm and two names that an article equates
        self._read: dict[str, PartyName] = {}
        self._by_key: dict[tuple[str, str], Link] = {}
        self._held: dict[str, Where] = {}
        self.known_of: dict[str, Party] = {}  # entity -> the gazetteer's party
        self.reviews: list[tuple[str, str, str]] = []

    def enter(self, article: str, prints: Iterable[str], aliases: Iterable[tuple[str, str]]) -> Where:
        """Take the names printed in one article, and the (name, other name) that it equates; articles come in order."""
        where: dict[str, Link | str] = {}
        here: set[tuple[str, str]] = set()
        for printed in sorted(set(prints)):
            code, known = self._realm_of(article, printed), self._known(article, printed)
            realm = self._realms.setdefault(code, _Realm())
            key = self._enter(realm, printed, known[0] if known else None)
            here.add((code, key))
            if known:
                where[printed] = self.enter_known(known[0]), known[1]
            else:
                realm.open.setdefault(key)
                where[printed] = code
        for first, second in sorted(set(aliases)):
            self._tell(article, first, second, here)
        return where

    def close(self) -> None:
        """Join the names that are one party's or body's, realm by realm."""
        for code, first, second in self._told:
            realm = self._realms.setdefault(code, _Realm())
            keys = [self._enter(realm, text, None) for text in (first, second)]
            if keys[0] != keys[1]:
                realm.told.append((min(keys), max(keys)))
        for code, realm in sorted(self._realms.items()):
            if realm.open:
                self._close(code, realm)
        self._realms.clear()

    def entity(self, printed: str, where: Where) -> Link | None:
        """Return the entity of a printed name and what led to it; `where` is what `enter` returned of its article.

        None for a name that was not entered there.
        """
        found = where.get(printed)
        return self._by_key[found, self._key(printed)] if isinstance(found, str) else found

    def _known(self, article: str, printed: str) -> tuple[Party, str] | None:
        found = known_party(printed, self._backdrops[article], self._tools) if self._kind == "party" else None
        parted = found and self._decided.parts((_known_id(found[0]),), (), self._name(printed).key)
        return None if parted else found

    def enter_known(self, party: Party) -> str:
        """Return the entity of a party of the gazetteer."""
        entity = self._registry.enter("party", f"known {party.key}", party.name, party.country, fixed=True)
        self._registry.call(entity, party.kind)
        self.known_of[entity] = party
        return entity

    def known_id(self, party: Party) -> str:
        """Return the id that the gazetteer's party has, without making the entity."""
        return self._registry.canonical(_known_id(party))

    def hold(self, article_id: str, where: Where) -> None:
        """Hold what `enter` returned of an article with claims, for whose words are asked for by its id."""
        self._held[article_id] = where

    def entity_in(self, article_id: str, printed: str) -> Link | None:
        """Return the entity of a name printed in an article that is held; None if it was not entered there."""
        return self.entity(printed, self._held.get(article_id, {}))

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

    def _enter(self, realm: _Realm, printed: str, known: Party | None) -> str:
        key = self._key(printed)
        realm.prints.setdefault(key, printed)
        if known:
            realm.known.setdefault(key, known)
        return key

    def _key(self, printed: str) -> str:
        return self._name(printed).key or printed

    def _name(self, printed: str) -> PartyName:
        name = self._read.get(printed)
        if name is None:
            rest = owner_and_rest(printed, self._tools)[1]
            name = self._read[printed] = self._tools.party_names.read(rest)
        return name

    def _tell(self, article: str, first: str, second: str, here: set[tuple[str, str]]) -> None:
        """Two names that the text equates: of them one at least must be known in the article to be of this kind."""
        known = [(self._realm_of(article, text), self._key(text)) in here for text in (first, second)]
        if not any(known):
            return
        code = self._realm_of(article, first if known[0] else second)
        here |= {(code, self._key(first)), (code, self._key(second))}
        self._told.setdefault((code, first, second))

    # --- clusters ------------------------------------------------------------------------------------

    def _close(self, code: str, realm: _Realm) -> None:
        for party in self._tools.parties.by_country.get(code, ()) if self._kind == "party" else ():
            for text in (party.name, *party.acronyms, *party.aliases):
                self._enter(realm, text, party)
        names = {key: self._name(text) for key, text in realm.prints.items()}

        def compare(first: str, second: str) -> Comparison:
            if self._decided.apart and self._parted(code, realm, first, second):
                return DECIDED_APART
            return self._tools.party_names.compare(names[first], names[second])

        blocks = (block for block in self._blocks(names) if not realm.open.keys().isdisjoint(block))
        realm.told = [pair for pair in realm.told if not self._parted(code, realm, *pair)]
        clusters = cluster(names, blocks, compare, realm.told)
        told = frozenset(key for pair in realm.told for key in pair)
        closed = _Closed(code, clusters, _known_of_roots(clusters, realm), compare, told)
        for key in realm.open:
            self._by_key[code, key] = self._place(key, closed, realm)
        self._list_reviews(code, clusters, names)

    def _parted(self, code: str, realm: _Realm, first: str, second: str) -> bool:
        """Say whether a person decided that the two names are two: by the ids they have on their own, or as printed."""
        ids = []
        for key in (first, second):
            known = realm.known.get(key)
            ids.append((identify(self._kind, f"{code} {key}"), *((_known_id(known),) if known else ())))
        return self._decided.parts(ids[0], ids[1], second) or self._decided.parts(ids[1], ids[0], first)

    def _place(self, key: str, closed: _Closed, realm: _Realm) -> Link:
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
