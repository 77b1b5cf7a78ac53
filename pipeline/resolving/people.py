"""People across the corpus: the gazetteer's first, then names that are the same by the table of features."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

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


@dataclass(slots=True)
class _Unknown:
    """The people with one full name who are not in the gazetteer: how many articles on each country name them, and
    the countries in whose articles each of their family names stands."""

    name: PersonName
    votes: dict[str, int] = field(default_factory=dict)
    families: set[tuple[str, str]] = field(default_factory=set)


class People:
    """Gives every local person an entity.

    `enter` takes the people of one article after the other, `close` comes after the last; then `entity` answers.
    """

    def __init__(self, tools: Tools, registry: Registry, backdrops: Mapping[str, Backdrop]) -> None:
        self._tools, self._registry, self._backdrops = tools, registry, backdrops
        self._names: dict[str, PersonName] = {}
        self._unknown: dict[str, _Unknown] = {}  # by the key of the fullest name
        self._joined: set[tuple[str, ...]] = set()  # names that an article has of one person
        self._placed: dict[str, tuple[str, str]] = {}
        self._families: dict[str, dict[str, set[str]]] = {}  # sound of a family name -> country -> entities
        self._company = Company()
        self.reviews: list[tuple[str, str, str]] = []

    def enter(self, people: Sequence[LocalPerson]) -> list[tuple[str, str] | None]:
        """Take the people of one article; return those of the gazetteer, entity and what led to it, None for others."""
        found = [self._known(person) for person in people]
        beside: list[str] = []
        for person, hit in zip(people, found, strict=True):
            if hit is not None:
                self._remember(hit[0], self._families_of(person))
            elif person.full:
                self._enter_unknown(person)
                beside.extend(name.key for name in person.full)
        self._company.enter(beside)
        return found

    def _enter_unknown(self, person: LocalPerson) -> None:
        for name in person.full:
            self._names.setdefault(name.key, name)
        self._joined.add(tuple(sorted({name.key for name in person.full})))
        fullest, country = person.fullest(), self._backdrops[person.article_id].country
        unknown = self._unknown.setdefault(fullest.key, _Unknown(fullest))
        unknown.families.update(self._families_of(person))
        if country:
            unknown.votes[country] = unknown.votes.get(country, 0) + 1

    def close(self) -> None:
        """Join the names that are one person's, and enter the people in the registry."""
        clusters = cluster(self._names, [*self._blocks(), *sorted(self._joined)], self._compare)
        keys = self._keys(clusters)
        entities: dict[str, str] = {}
        for key, unknown in self._unknown.items():
            root = clusters.of[key]
            entity = entities[root] = self._registry.enter("person", keys[root], unknown.name.printed)
            for country, times in unknown.votes.items():
                self._registry.vote_country(entity, country, times)
            self._remember(entity, unknown.families)
            self._placed[key] = (entity, self._why(key, root))
        self._list_reviews(clusters, entities)

    def entity(self, person: LocalPerson, hit: tuple[str, str] | None) -> tuple[str, str]:
        """Return the entity of a local person and what led to it; `hit` is what `enter` returned of this one."""
        if hit is not None:
            return hit
        return self._placed[person.fullest().key] if person.full else self._alone(person)

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

    def _why(self, key: str, root: str) -> str:
        if key == root:
            return "its own name"
        return f"as {self._names[root].printed!r}, {self._compare(key, root).explain()}"

    def _list_reviews(self, clusters: Clusters, entities: Mapping[str, str]) -> None:
        for first, second, why in clusters.reviews:
            one, two = entities.get(clusters.of[first]), entities.get(clusters.of[second])
            if one and two and one != two:
                low, high = sorted((one, two))
                self.reviews.append((low, high, f"{self._names[first].printed} / {self._names[second].printed}: {why}"))

    # --- surnames alone --------------------------------------------------------------------------------

    def _families_of(self, person: LocalPerson) -> Iterator[tuple[str, str]]:
        country = self._backdrops[person.article_id].country or ""
        return ((name.family, country) for name in person.full)

    def _remember(self, entity: str, families: Iterable[tuple[str, str]]) -> None:
        for family, country in families:
            for bone in self._tools.folder.bones(family):
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
        full = self._tools.reader.read(self._registry.first_name(entity))
        return bool(full.words) and self._tools.people.word_level(full, len(full.words) - 1, name, 0) > FOLD
