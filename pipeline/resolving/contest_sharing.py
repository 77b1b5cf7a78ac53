"""Articles that cannot tell their own election are settled by others that print the same sentences or rare figures."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pipeline.configuring.configuration import Configuration
from pipeline.resolving.contest_calendar import Occasion
from pipeline.resolving.contest_evidence import Evidence
from pipeline.resolving.contest_main import Main, settle
from pipeline.types import Claim, Extraction

_MOST = 3  # more shared sentences than this prove no more


@dataclass(frozen=True, slots=True)
class Case:
    """An article with claims: its main election as it tells it by itself, and by what, and what was read in it."""

    main: Main
    evidence: Evidence
    claims: tuple[Claim, ...]
    marks: tuple[str, ...]  # by which others are found that share text with it; of an article that needs no help none


def case_of(main: Main, evidence: Evidence, extraction: Extraction, config: Configuration) -> Case:
    """Put together what is asked of an article with claims."""
    alone = main.secure or not main.rivals or evidence.start is not None
    return Case(main, evidence, extraction.claims, () if alone else tuple(_marks(extraction, config)))


def settle_by_sharing(
    cases: Mapping[str, Case], secure: Mapping[str, Occasion], extractions: Iterable[Extraction], config: Configuration
) -> dict[str, Main]:
    """Return all mains; those not secure lean towards the elections of secure articles that share text with them.

    `secure` gives the elections of all articles that need no help, also of those without claims.
    """
    sharers = _sharers(cases, extractions, config)
    settled = {}
    for article_id, case in cases.items():
        votes: Counter[Occasion] = Counter()
        for other, times in sorted(sharers.get(article_id, Counter()).items()):
            if other in secure:
                votes[secure[other]] += min(times, _MOST)
        settled[article_id] = _leaning(case.main, votes, case.evidence) if votes else case.main
    return settled


def _leaning(main: Main, votes: Counter[Occasion], evidence: Evidence) -> Main:
    rated = []
    for score, occasion, basis in main.rivals:
        shared = sum(
            n
            for o, n in votes.items()
            if (o.country, o.kind, o.dates) == (occasion.country, occasion.kind, occasion.dates)
        )
        why = f"{basis}; shares {shared} sentences or rare figures with articles on it" if shared else basis
        rated.append((score + min(shared, _MOST), occasion, why))
    rated.sort(key=lambda r: (-r[0], r[1].told()))
    basis = main.basis.split("; it cannot be told")[0].split("; calendar:")[0]
    return settle(dataclasses.replace(main, basis=basis, rivals=tuple(rated)), evidence)


def _sharers(
    cases: Mapping[str, Case], extractions: Iterable[Extraction], config: Configuration
) -> dict[str, Counter[str]]:
    """For each article that needs help the others that print the same long sentence or rare figure, with how many."""
    most = config.contests.windows.bucket
    buckets: dict[str, set[str]] = {mark: set() for case in cases.values() for mark in case.marks}
    for extraction in extractions if buckets else ():
        for mark in _marks(extraction, config):
            bucket = buckets.get(mark)
            if bucket is not None and len(bucket) <= most:
                bucket.add(extraction.article_id)
    sharers: dict[str, Counter[str]] = {}
    for article_id, case in cases.items():
        for bucket in {mark: buckets[mark] for mark in case.marks}.values():
            if 1 < len(bucket) <= most:
                sharers.setdefault(article_id, Counter()).update(bucket - {article_id})
    return sharers


def _marks(extraction: Extraction, config: Configuration) -> Iterator[str]:
    for start, end, print_ in extraction.sentence_prints:
        if end - start >= config.contests.windows.shared_chars:
            yield f"s {print_}"
    for claim in extraction.claims:
        if _rare(claim):
            quantity = claim.quantity
            yield f"f {claim.measure} {quantity.unit} {quantity.value:g}"


def _rare(claim: Claim) -> bool:
    """A figure of four digits or more, as "44.52" or "7,744": two elections seldom have the same."""
    value = claim.quantity.value
    if value is None or claim.quantity.qualifier != "exact":
        return False
    digits = f"{value:.10g}".replace(".", "").strip("0")
    return len(digits) >= 4
