"""People across the corpus: the gazetteer's first, then names that are the same by the table of features."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from pipeline.resolving.backdrop import Backdrop
from pipeline.resolving.clustering import Clusters, cluster
from pipeline.resolving.company import Company
from pipeline.resolving.decided import DECIDED_APART
from pipeline.resolving.known_people import KnownPerson
from pipeline.resolving.matching import FOLD
from pipeline.resolving.names import PersonName
from pipeline.resolving.people_within import LocalPerson
from pipeline.resolving.person_ids import parted, sound_of
from pipeline.resolving.registry import Registry, identify
from pipeline.resolving.scoring import Comparison
from pipeline.resolving.tools import Tools

_SHORT_FAMILY = 5  # letters
_BLOCK = 60  # names in a block beyond which it tells nothing and would cost the square


def _likely(name: PersonName, hit: tuple[KnownPerson, Comparison], backdrop: Backdrop) -> bool:
    """A person of a country that the article does not name is meant only where the print is the gazetteer's."""
    known, _ = hit
    named = known.country == backdrop.country or known.country in backdrop.mentioned
    return named or any(form.key == name.key for form in known.forms)


class People:
    """Gives every local person an entity. Make one, call `resolve` once; `entity_of` answers afterwards."""

    def __init__(self, tools: Tools, registry: Registry, backdrops: Mapping[str, Backdrop]) -> None:
        self._tools, self._registry, self._backdrops = tools, registry, backdrops
        self._names: dict[str, PersonName] = {}
        self._families: dict[str, dict[str, set[str]]] = {}  # sound of a family name -> country -> entities
        self._company = Company(())
        self.reviews: list[tuple[str, str, str]] = []

    def resolve(self, people: Sequence[LocalPerson]) -> list[tuple[str, str]]:
        """Return for each local person the entity and what led to it, in the same order."""
        found: list[tuple[str, str] | None] = [self._known(person) for person in people]
        unknown = [person for person, hit in zip(people, found, strict=True) if hit is None and person.full]
        clusters = self._clusters(unknown)
        keys = self._keys(clusters)
        entities: dict[str, str] = {}
        for place, person in enumerate(people):
            if found[place] is None and person.full:
                root = clusters.of[person.fullest().key]
                found[place] = self._clustered(person, root, keys[root])
                entities[root] = found[place][0]  # type: ignore[index]
            if found[place] is not None and person.full:
                self._remember(person, found[place][0])  # type: ignore[index]
        self._list_reviews(clusters, entities)
        return [hit or self._alone(person) for person, hit in zip(people, found, strict=True)]

    # --- gazetteer --------------------------------------------------------------------------------

    def _known(self, person: LocalPerson) -> tuple[str, str] | None:
        backdrop = self._backdrops[person.article_id]
        for name in sorted(person.full, key=lambda n: (-len(n.words), n.key)):
            hit = self._tools.known.find(name, backdrop.country, backdrop.year)
            if hit and _likely(name, hit, backdrop) and not self._kept_from(f"known {hit[0].key}", person.full):
                known, comparison = hit
                entity = self._registry.enter("person", f"known {known.key}", known.name, known.country, fixed=True)
                return entity, f"gazetteer {known.key}, {comparison.explain()}"
        if person.full or person.bare is None:
            return None
        return self._known_bare(person.bare, backdrop)

    def _known_bare(self, name: PersonName, backdrop: Backdrop) -> tuple[str, str] | None:
        if len(name.words) != 1:
            return None
        hit = self._tools.known.bare(name, backdrop.country, backdrop.year, backdrop.mentioned)
        if hit is None or self._kept_from(f"known {hit[0].key}", (name,)):
            return None
        known, why = hit
        return self._registry.enter("person", f"known {known.key}", known.name, known.country, fixed=True), why

    def _kept_from(self, key: str, names: Iterable[PersonName]) -> bool:
        """Say whether a person decided that one of the names is not the gazetteer's person."""
        ids = (identify("person", key),)
        return any(self._tools.decided.parts(ids, (), name.key) for name in names)

    # --- full names -----------------------------------------------------------------------------------

    def _clusters(self, people: Sequence[LocalPerson]) -> Clusters:
        self._company = Company(people)
        joined: list[list[str]] = []
        for person in people:
            for name in person.full:
                self._names.setdefault(name.key, name)
            joined.append(sorted({name.key for name in person.full}))
        return cluster(self._names, [*self._blocks(), *joined], self._compare)

    def _compare(self, first: str, second: str) -> Comparison:
        if parted(self._names[first], self._names[second], self._tools):
            return DECIDED_APART
        result = self._tools.people.compare(self._names[first], self._names[second])
        if result.decision == "same" and self._is_thin(result, first, second) and not self._company.meet(first, second):
            return Comparison("unsure", result.score, (*result.features, "no_company"))
        return result

    def _is_thin(self, result: Comparison, first: str, second: str) -> bool:
        """Chris Perry and Chris Parry, C. K. Lau and Charlene Lu: a short family name spelt in two ways, or an
        initial beside it, may as well be two people."""
        if "family_exact" in result.features:
            return False
        shortest = min(len(self._names[key].family) for key in (first, second))
        return shortest <= _SHORT_FAMILY or "given_initial" in result.features

    def _blocks(self) -> Iterator[list[str]]:
        """Names that may be one person: a later word sounds alike, an earlier one begins alike or is listed with it."""
        blocks: dict[tuple[str, str], list[str]] = {}
        for key, name in sorted(self._names.items()):
            for block in sorted(set(self._block_keys(name))):
                blocks.setdefault(block, []).append(key)
        for _, keys in sorted(blocks.items()):
            if 1 < len(keys) <= _BLOCK:
                yield keys

    def _block_keys(self, name: PersonName) -> Iterator[tuple[str, str]]:
        for place in range(1, len(name.words)):
            for bone in self._tools.folder.bones(name.words[place]):
                for earlier in name.words[:place]:
                    yield bone, earlier[0]
                    for group in self._tools.names.given.get(earlier, ()):
                        yield bone, str(group)
        if len(name.words) == 2:
            yield "turned", " ".join(sorted(name.words))

    def _keys(self, clusters: Clusters) -> dict[str, str]:
        """A key for each cluster that does not change as articles come: how its first and last name sound, if no other
        cluster sounds so, else its whole name."""
        keys = {root: sound_of(self._names[root], self._tools) for root in sorted(set(clusters.of.values()))}
        apart = self._tools.decided.apart
        # What a person parted from an entity gets an id of its own; the entity keeps the one it had.
        gone = {root for key, root in clusters.of.items() if (identify("person", keys[root]), f"name {key}") in apart}
        bearers = Counter(key for root, key in keys.items() if root not in gone)
        return {root: key if bearers[key] == 1 and root not in gone else f"{key} {root}" for root, key in keys.items()}

    def _clustered(self, person: LocalPerson, root: str, key: str) -> tuple[str, str]:
        backdrop = self._backdrops[person.article_id]
        name = person.fullest()
        entity = self._registry.enter("person", key, name.printed)
        self._remember_country(entity, backdrop)
        if name.key == root:
            return entity, "its own name"
        return entity, f"as {self._names[root].printed!r}, {self._compare(name.key, root).explain()}"

    def _remember_country(self, entity: str, backdrop: Backdrop) -> None:
        if backdrop.country:
            self._registry.vote_country(entity, backdrop.country)

    def _list_reviews(self, clusters: Clusters, entities: Mapping[str, str]) -> None:
        for first, second, why in clusters.reviews:
            one, two = entities.get(clusters.of[first]), entities.get(clusters.of[second])
            if one and two and one != two:
                low, high = sorted((one, two))
                self.reviews.append((low, high, f"{self._names[first].printed} / {self._names[second].printed}: {why}"))

    # --- surnames alone --------------------------------------------------------------------------------

    def _remember(self, person: LocalPerson, entity: str) -> None:
        country = self._backdrops[person.article_id].country or ""
        for name in person.full:
            for bone in self._tools.folder.bones(name.family):
                self._families.setdefault(bone, {}).setdefault(country, set()).add(entity)

    def _alone(self, person: LocalPerson) -> tuple[str, str]:
        """A surname without a full name in its article: the only one so named in articles on the country, or itself."""
        backdrop, name = self._backdrops[person.article_id], person.fullest()
        country = backdrop.country
        fitting = self._bearers(name, (country,) if country else ())
        if len(fitting) == 1:
            return fitting[0], f"the only {name.printed} with a full name in articles on {country}"
        abroad = self._bearers(name, backdrop.mentioned) if not fitting else []
        if len(abroad) == 1:
            return abroad[
                0
            ], f"the only {name.printed} with a full name in articles on the countries that this one names"
        if country and not fitting:
            entity = self._registry.enter("person", f"{country} {name.key or name.printed}", name.printed, country)
            return entity, f"a name alone, one entity in articles on {country}"
        why = "a name alone, and the article's country is unknown"
        if fitting:
            why = f"a name alone that {len(fitting)} people of articles on {country} bear"
        entity = self._registry.enter(
            "person", f"{person.article_id} {name.key or name.printed}", name.printed, country
        )
        return entity, f"{why}: kept to its article"

    def _bearers(self, name: PersonName, countries: Sequence[str]) -> list[str]:
        """The people with a full name and this last one in articles on the countries."""
        found: set[str] = set()
        for bone in self._tools.folder.bones(name.words[0]) if len(name.words) == 1 else ():
            for country in countries:
                found |= self._families.get(bone, {}).get(country, set())
        parts = self._tools.decided.parts
        return sorted(e for e in found if self._bears(e, name) and not parts((e,), (), name.key))

    def _bears(self, entity: str, name: PersonName) -> bool:
        """Of a surname alone in another article only the same spelling is meant: Deere is no Derey."""
        full = self._tools.reader.read(self._registry.name(entity))
        return bool(full.words) and self._tools.people.word_level(full, len(full.words) - 1, name, 0) > FOLD
