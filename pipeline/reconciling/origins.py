"""Witnesses, not copies: which claims descend from one piece of writing.

Claims share an origin when their sentences are the same but for punctuation, or reworded but for the
figures, and when one article says one figure twice. Articles that share other sentences need less
likeness. Which pairs are looked at follows from the claims' own figures and subjects, so that the cost
grows with the claims and not with their square.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from pipeline.configuring.reconciling import Origins
from pipeline.reconciling.families import Groups, article_families
from pipeline.reconciling.keys import digest
from pipeline.reconciling.wording import alike, figures, words
from pipeline.types import Claim, Extraction, Resolution, Resolved

# A sentence as its words; of sentences too short to be the same by descent, with the article they stand in.
Node = tuple[tuple[str, ...], str]


def trace_origins(extractions: Sequence[Extraction], resolved: Resolved, config: Origins) -> dict[str, str]:
    """Return claim_id -> origin_id for every claim; an origin's id depends on its text alone."""
    claims: dict[str, Claim] = {}
    families = article_families(_noting(extractions, claims), config)
    resolutions = {r.claim_id: r for r in resolved.resolutions}
    nodes = {claim_id: _node(c, families, config) for claim_id, c in claims.items()}
    homes: dict[Node, set[str]] = defaultdict(set)
    buckets: dict[tuple[object, ...], set[Node]] = defaultdict(set)
    for claim_id, claim in claims.items():
        homes[nodes[claim_id]].add(families.get(claim.article_id, claim.article_id))
        buckets[_bucket(claim, resolutions.get(claim_id))].add(nodes[claim_id])
    groups = Groups()
    first: dict[tuple[object, ...], Node] = {}
    for claim_id, claim in claims.items():
        # A paper that prints a figure in its lead and again below is one witness of it.
        said = (claim.article_id, *_bucket(claim, resolutions.get(claim_id)))
        groups.join(first.setdefault(said, nodes[claim_id]), nodes[claim_id])
    for members in buckets.values():
        for a, b in _candidates(sorted(members), config):
            if groups.find(a) != groups.find(b) and _descend(a, b, not homes[a].isdisjoint(homes[b]), config):
                groups.join(a, b)
    return {claim_id: "o" + digest(groups.find(node)) for claim_id, node in nodes.items()}


def _noting(extractions: Iterable[Extraction], claims: dict[str, Claim]) -> Iterator[Extraction]:
    """Note the claims by the way: going through all articles once more would cost as much as all the rest here."""
    for extraction in extractions:
        claims.update((claim.claim_id, claim) for claim in extraction.claims)
        yield extraction


def _node(claim: Claim, families: dict[str, str], config: Origins) -> Node:
    sentence = words(claim.sentence, config.number_words)
    # "Turnout was 44.5 percent." is written by many hands; only within a family of articles is it a copy.
    family = families.get(claim.article_id, claim.article_id)
    return (sentence, family if len(sentence) < config.min_same_words else "")


def _bucket(claim: Claim, resolution: Resolution | None) -> tuple[object, ...]:
    """Return what two claims must share before their sentences are compared: the figure and the subject."""
    q = claim.quantity
    subject: object = (claim.subject_text or "").casefold()
    if resolution is not None and resolution.subject_id is not None:
        subject = (resolution.subject_id,)
    return (claim.measure, q.unit, q.low, q.high, claim.value_text, subject)


def _candidates(members: list[Node], config: Origins) -> Iterator[tuple[Node, Node]]:
    """Yield all pairs of few sentences; of many, neighbours in the order of their beginnings and of their ends."""
    if len(members) <= config.all_pairs:
        yield from combinations(members, 2)
        return
    for ordered in (members, sorted(members, key=lambda n: n[0][::-1])):
        for i, first in enumerate(ordered):
            for second in ordered[i + 1 : i + 1 + config.window]:
                yield first, second


def _descend(a: Node, b: Node, family: bool, config: Origins) -> bool:
    """True where one sentence is the other reworded: the same words in order, and no figure of its own."""
    short, long = sorted((a[0], b[0]), key=len)
    if not figures(short) <= figures(long):
        return False
    if family:
        return alike(short, long) >= config.family_similarity
    return len(short) >= config.min_words and alike(short, long) >= config.similarity
