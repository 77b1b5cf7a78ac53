"""Joining names into clusters: only on "same", and never where two members would contradict each other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from pipeline.resolving.scoring import Comparison

Compare = Callable[[str, str], Comparison]
_TOLD = 1000
_BARS = ("middle_conflict", "suffix_conflict")  # unsure alone, but two such names are never joined by a third


@dataclass(frozen=True, slots=True)
class Clusters:
    """`of` gives each name its cluster's smallest member; `reviews` are the pairs left apart as unsure, with why."""

    of: Mapping[str, str]
    reviews: tuple[tuple[str, str, str], ...]


def cluster(
    names: Iterable[str],
    blocks: Iterable[Sequence[str]],
    compare: Compare,
    told: Iterable[tuple[str, str]] = (),
) -> Clusters:
    """Cluster the names that share a block. The order of names and blocks does not matter.

    `told` are pairs that a text itself equates ("the Civic Democratic Party (ODS)"): joined first.

    Names that are the same as two others which contradict each other ("George Bush" beside the father and the
    son) stay apart and are listed for review.
    """
    nodes = sorted(set(names))
    same: dict[tuple[str, str], Comparison] = {}
    unsure: list[tuple[str, str, str]] = []
    for pair in _pairs(blocks):
        result = compare(*pair)
        if result.decision == "same":
            same[pair] = result
        elif result.decision == "unsure":
            unsure.append((*pair, result.explain()))
    between, reviews = _between_two(same, compare)
    edges = [(-_TOLD, min(pair), max(pair)) for pair in sorted(set(told))] + sorted(
        (-result.score, *pair) for pair, result in same.items() if pair[0] not in between and pair[1] not in between
    )
    members = {node: [node] for node in nodes}
    root = {node: node for node in nodes}
    for score, first, second in edges:
        one, two = root[first], root[second]
        if one != two and (score == -_TOLD or not _contradict(members[one], members[two], compare)):
            low, high = sorted((one, two))
            members[low] += members.pop(high)
            for member in members[low]:
                root[member] = low
    apart = [row for row in unsure if root[row[0]] != root[row[1]]]
    return Clusters(root, tuple(sorted([*reviews, *apart])))


def _pairs(blocks: Iterable[Sequence[str]]) -> Iterator[tuple[str, str]]:
    """Each two names that share a block, once, in order; never all together, for they are many more than the names."""
    of_name: dict[str, list[Sequence[str]]] = {}
    for block in blocks:
        for name in set(block):
            of_name.setdefault(name, []).append(block)
    for first in sorted(of_name):
        for second in sorted({name for block in of_name.pop(first) for name in block if name > first}):
            yield first, second


def _between_two(
    same: Mapping[tuple[str, str], Comparison], compare: Compare
) -> tuple[set[str], list[tuple[str, str, str]]]:
    neighbours: dict[str, list[str]] = {}
    for first, second in sorted(same):
        neighbours.setdefault(first, []).append(second)
        neighbours.setdefault(second, []).append(first)
    between: set[str] = set()
    reviews: list[tuple[str, str, str]] = []
    for node, around in sorted(neighbours.items()):
        for one, two in combinations(around, 2):
            words = len(node.split())
            if words < len(one.split()) and words < len(two.split()) and _bars(compare(*sorted((one, two)))):
                between.add(node)
                why = f"could be {one} or {two}, who are two people"
                reviews += [(min(node, other), max(node, other), why) for other in (one, two)]
    return between, reviews


def _contradict(ones: Iterable[str], twos: Sequence[str], compare: Compare) -> bool:
    return any(_bars(compare(*sorted((one, two)))) for one in ones for two in twos)


def _bars(result: Comparison) -> bool:
    return result.decision == "different" or any(bar in result.features for bar in _BARS)
