"""Articles that cannot tell their own election are settled by others that print the same sentences or rare figures."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Mapping

from pipeline.configuring.configuration import Configuration
from pipeline.resolving.contest_calendar import Occasion
from pipeline.resolving.contest_evidence import Evidence
from pipeline.resolving.contest_main import Main, settle
from pipeline.types import Claim, Extraction

_MOST = 3  # more shared sentences than this prove no more


def settle_by_sharing(
    mains: Mapping[str, Main],
    evidence: Mapping[str, Evidence],
    extracted: Mapping[str, Extraction],
    config: Configuration,
) -> dict[str, Main]:
    """Return all mains; those not secure lean towards the elections of secure articles that share text with them."""
    sharers = _sharers(extracted, config)
    settled = dict(mains)
    for article_id, main in mains.items():
        if main.secure or not main.rivals or evidence[article_id].start is not None:
            continue
        votes: Counter[Occasion] = Counter()
        for other, times in sorted(sharers.get(article_id, Counter()).items()):
            occasion = mains[other].occasion
            if mains[other].secure and occasion is not None:
                votes[occasion] += min(times, _MOST)
        settled[article_id] = _leaning(main, votes, evidence[article_id])
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
    if not votes:
        return main
    rated.sort(key=lambda r: (-r[0], r[1].told()))
    basis = main.basis.split("; it cannot be told")[0].split("; calendar:")[0]
    return settle(dataclasses.replace(main, basis=basis, rivals=tuple(rated)), evidence)


def _sharers(extracted: Mapping[str, Extraction], config: Configuration) -> dict[str, Counter[str]]:
    """For each article the others that print the same long sentence or rare figure, with how many."""
    buckets: dict[str, set[str]] = {}
    for article_id, extraction in extracted.items():
        for start, end, print_ in extraction.sentence_prints:
            if end - start >= config.contests.windows.shared_chars:
                buckets.setdefault(f"s {print_}", set()).add(article_id)
        for claim in extraction.claims:
            if _rare(claim):
                quantity = claim.quantity
                buckets.setdefault(f"f {claim.measure} {quantity.unit} {quantity.value:g}", set()).add(article_id)
    sharers: dict[str, Counter[str]] = {}
    for bucket in buckets.values():
        if 1 < len(bucket) <= config.contests.windows.bucket:
            for article_id in bucket:
                sharers.setdefault(article_id, Counter()).update(bucket - {article_id})
    return sharers


def _rare(claim: Claim) -> bool:
    """A figure of four digits or more, as "44.52" or "7,744": two elections seldom have the same."""
    value = claim.quantity.value
    if value is None or claim.quantity.qualifier != "exact":
        return False
    digits = f"{value:.10g}".replace(".", "").strip("0")
    return len(digits) >= 4
