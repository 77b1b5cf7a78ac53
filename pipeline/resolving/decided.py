"""What people decided on entities and on the contests of claims, made ready for the resolver.

"same" takes the second entity into the first. "different" keeps two entities apart, or one entity and a name that it
was printed under: names lean on what id they would have on their own, so that the decision holds when articles come.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import dataclass

from pipeline.configuring.decisions import Decision, Decisions
from pipeline.resolving.names import NameReader
from pipeline.resolving.party_names import PartyMatcher
from pipeline.resolving.scoring import Comparison

DECIDED_APART = Comparison("different", -100, ("decided_apart",))


@dataclass(frozen=True, slots=True)
class DecidedEntities:
    """`taken_into` maps an entity to the one it is; `apart` holds pairs (entity, entity or name's key), both ways.

    `refused` are sentences on decisions that contradict others.
    """

    taken_into: Mapping[str, str]
    apart: frozenset[tuple[str, str]]
    refused: tuple[str, ...] = ()

    def parts(self, ones: Iterable[str], twos: Iterable[str], key_two: str) -> bool:
        """Say whether something with the ids `ones` is apart from something with the ids `twos`, printed as `key_two`.

        A name parted from an entity is parted from all the entity's names but itself.
        """
        if not self.apart:
            return False
        others = (*twos, f"name {key_two}")
        return any((one, other) in self.apart for one in ones for other in others)


NOTHING_DECIDED = DecidedEntities({}, frozenset())


def decided_entities(decisions: Decisions, people: NameReader, groups: PartyMatcher) -> DecidedEntities:
    """Read the decisions same and different; of two on one pair the later counts."""
    last: dict[frozenset[str], Decision] = {}
    for row in decisions.of("same", "different"):
        last.pop(frozenset((row.id_a, row.id_b)), None)
        last[frozenset((row.id_a, row.id_b))] = row
    parted = [row for row in last.values() if row.kind == "different"]
    taken_into, refused = _joined([row for row in last.values() if row.kind == "same"], parted)
    apart: set[tuple[str, str]] = set()
    for row in parted:
        if is_entity(row.id_b):
            apart |= {(row.id_a, row.id_b), (row.id_b, row.id_a)}
        else:
            name = people.read(row.id_b) if row.id_a.startswith("per-") else groups.read(row.id_b)
            apart.add((row.id_a, f"name {name.key or row.id_b}"))
    return DecidedEntities(taken_into, frozenset(apart), tuple(refused))


def is_entity(text: str) -> bool:
    """Say whether a text is an entity's id and not a printed name."""
    head, _, rest = text.partition("-")
    return head in ("per", "pty", "plc", "bod") and len(rest) == 16 and set(rest) <= set("0123456789abcdef")


def _joined(same: Iterable[Decision], parted: Iterable[Decision]) -> tuple[dict[str, str], list[str]]:
    """Union the pairs in the file's order; the first id of a row stays. Kinds never mix, what is apart never meets."""
    root: dict[str, str] = {}
    refused: list[str] = []
    apart = {frozenset((row.id_a, row.id_b)) for row in parted}
    for row in same:
        into, gone = root.get(row.id_a, row.id_a), root.get(row.id_b, row.id_b)
        if row.id_a[:4] != row.id_b[:4] or not (is_entity(row.id_a) and is_entity(row.id_b)):
            refused.append(row.unknown("it needs two entities of one kind"))
            continue
        ones = {into, *(e for e, r in root.items() if r == into)}
        twos = {gone, *(e for e, r in root.items() if r == gone)}
        if any(frozenset((one, two)) in apart for one in ones for two in twos):
            refused.append(row.unknown("another decision keeps two of these entities apart"))
            continue
        root.update(dict.fromkeys(twos | ones, into))
    return {entity: into for entity, into in sorted(root.items()) if entity != into}, refused


def unknown_entities(decisions: Decisions, seen: set[str], are_printed: Callable[[set[str]], set[str]]) -> list[str]:
    """Return a sentence for each decision on entities that names what the run does not know.

    `are_printed` returns those of some names that stand in the articles; it is asked once, where there are any.
    """
    found = []
    rows = decisions.of("same", "different")
    names = {text for row in rows for text in (row.id_a, row.id_b) if not is_entity(text)}
    printed = are_printed(names) if names else names
    for row in rows:
        for text in (row.id_a, row.id_b):
            if text not in (seen if is_entity(text) else printed):
                what = "entity" if is_entity(text) or text == row.id_a else "name in the articles"
                found.append(row.unknown(f"{text} is no {what} that this run knows"))
                break
    return found


@dataclass(frozen=True, slots=True)
class DecidedClaims:
    """`contest_of` maps a claim to contest and basis, `dropped` a claim to the basis; `unapplied` are sentences."""

    contest_of: Mapping[str, tuple[str, str]]
    dropped: Mapping[str, str]
    unapplied: tuple[str, ...]

    def contest(self, claim_id: str, own: tuple[str | None, str]) -> tuple[str | None, str]:
        """Return the claim's contest and the basis: what was decided, else its own; none for a dropped claim."""
        if claim_id in self.dropped:
            return None, f"{self.dropped[claim_id]}; else: {own[1]}"
        if claim_id not in self.contest_of:
            return own
        contest_id, basis = self.contest_of[claim_id]
        return contest_id, f"{basis}; else: {own[1]}"


def decided_claims(decisions: Decisions, claims: Mapping[str, str], contests: Container[str]) -> DecidedClaims:
    """Read the decisions contest and drop. `claims` gives each claim's article, `contests` the known contests.

    A decision on a claim beats one on its article.
    """
    articles = set(claims.values())
    by_claim: dict[str, tuple[str, str]] = {}
    by_article: dict[str, tuple[str, str]] = {}
    dropped: dict[str, str] = {}
    unapplied: list[str] = []
    for row in decisions.of("contest", "drop"):
        if row.id_a not in claims and (row.kind == "drop" or row.id_a not in articles):
            unapplied.append(row.unknown(f"{row.id_a} is no claim or article that this run knows"))
        elif row.kind == "drop":
            dropped[row.id_a] = f"dropped {row.by_whom}"
        elif row.id_b not in contests:
            unapplied.append(row.unknown(f"{row.id_b} is no contest that this run knows"))
        else:
            (by_claim if row.id_a in claims else by_article)[row.id_a] = (row.id_b, row.by_whom)
    of_articles = {claim: by_article[article] for claim, article in claims.items() if article in by_article}
    return DecidedClaims(of_articles | by_claim, dropped, tuple(unapplied))
