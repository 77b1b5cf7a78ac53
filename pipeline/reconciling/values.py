"""Conflicts of kind value and revision, and limits broken on one key: what the claims of a fact say of each other.

Claims that print and mean the same are compared once. A key with more different prints than the limit is compared by
the witnesses of its extremes and by its best-attested values, so that no key costs the square of its claims.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from pipeline.configuring.reconciling import ReconcilingConfig
from pipeline.reconciling import comparing
from pipeline.reconciling.ballots import is_ballot
from pipeline.reconciling.comparing import Relating, same_article
from pipeline.reconciling.evidence import Evidence
from pipeline.reconciling.facts import camps, choose
from pipeline.reconciling.findings import Finding, side
from pipeline.reconciling.keys import Key
from pipeline.reconciling.mistaking import Places, Surroundings, limited, mistaken, surroundings, two_writers
from pipeline.reconciling.phrasing import printed
from pipeline.reconciling.severity import distance, printed_distance

_TWO = 2  # figures of a slip


@dataclass(frozen=True, slots=True)
class Witness:
    """Claims that no comparison can tell apart but by their article."""

    evidences: tuple[Evidence, ...]
    n_origins: int

    @property
    def first(self) -> Evidence:
        """The claim that is compared for all."""
        return self.evidences[0]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two witnesses and what was found between their claims `a` and `b`."""

    one: Witness
    other: Witness
    a: Evidence
    b: Evidence
    relating: Relating


@dataclass(frozen=True, slots=True)
class Compared:
    """One key's comparison: its clear claims, the witnesses compared, the pairs that were not at one."""

    key: Key
    evidences: list[Evidence]
    witnesses: list[Witness]
    pairs: list[Pair]
    note: str


def value_findings(key: Key, evidences: Sequence[Evidence], places: Places, config: ReconcilingConfig) -> list[Finding]:
    """Return the findings on one key; none for texts and for claims that stand alone."""
    if key.alone or key.measure in config.comparing.texts or len(evidences) < 2:
        return []
    muddled = _muddled_sentences(evidences)
    slips = [f for at in sorted(muddled) for f in _slip(key, [e for e in evidences if _sentence(e) == at], config)]
    clear = [e for e in evidences if _sentence(e) not in muddled or _newest(e, evidences)]
    return slips + _between(key, clear, evidences, places, config)


def _slip(key: Key, evidences: list[Evidence], config: ReconcilingConfig) -> list[Finding]:
    """ "Lee garnered 49 votes and Lee 34": a slip of the pen, where each of two figures has the name beside it."""
    if len(evidences) != _TWO or not comparing.named_twice(*evidences):
        return []
    a, b = evidences
    unsure = min(a.claim.confidence, b.claim.confidence) < config.comparing.silent_below
    if unsure or comparing.agree(a, b, config.comparing):
        return []
    witnesses = one, other = [Witness((e,), 1) for e in evidences]
    told = Relating("apart", "one sentence gives both under one name")
    return _findings(Compared(key, evidences, witnesses, [Pair(one, other, a, b, told)], ""), config)


def _between(
    key: Key, clear: list[Evidence], evidences: Sequence[Evidence], places: Places, config: ReconcilingConfig
) -> list[Finding]:
    """The findings between sentences that give one figure each: the `clear` ones of all `evidences`."""
    witnesses = _witnesses(clear)
    if len({w.first.interval for w in witnesses}) < 2:
        return []
    compared = _extremes(witnesses, config.comparing.witness_limit)
    around = surroundings(evidences, places, config)
    pairs = [p for one, other in combinations(compared, 2) if (p := _pair(one, other, around)) is not None]
    if not pairs:
        return []
    note = ""
    if len(compared) < len(witnesses):
        note = (
            f"{len(evidences)} claims with {len(witnesses)} different prints stand on this key; "
            f"{len(compared)} witnesses of its extremes and best-attested values were compared."
        )
    return _findings(Compared(key, clear, compared, pairs, note), config)


def _sentence(e: Evidence) -> tuple[str, int, str]:
    return (e.claim.article_id, e.claim.sentence_start, e.stage)


def _muddled_sentences(evidences: Sequence[Evidence]) -> set[tuple[str, int, str]]:
    """Return sentences that give two figures for one key: which one is meant, nobody can tell."""
    printed_values: dict[tuple[str, int, str], set[float | None]] = defaultdict(set)
    for e in evidences:
        printed_values[_sentence(e)].add(e.claim.quantity.value)
    return {sentence for sentence, values in printed_values.items() if len(values) > 1}


def _newest(e: Evidence, evidences: Sequence[Evidence]) -> bool:
    """True for the one figure of its sentence that is printed as the newer: "runner-up in May with 47, now has 48"."""
    beside = [o for o in evidences if o.correcting and _sentence(o) == _sentence(e)]
    return e.correcting and len({o.claim.quantity.value for o in beside}) == 1


def _witnesses(evidences: Sequence[Evidence]) -> list[Witness]:
    same: dict[tuple[object, ...], list[Evidence]] = defaultdict(list)
    for e in evidences:
        q = e.claim.quantity
        count = (e.stage, e.published, e.share, e.aspects, e.earlier, e.correcting)
        reading = (e.sure, e.whole, e.claim.attributed_to, e.claim.confidence)
        same[(e.interval, q.value, q.qualifier, *count, *reading)].append(e)
    found = [Witness(tuple(group), len({e.origin for e in group})) for group in same.values()]
    return sorted(found, key=lambda w: w.first.sort_key)


def _extremes(witnesses: list[Witness], limit: int) -> list[Witness]:
    """Return all witnesses, or where there are too many those of each stage's extremes and the best attested."""
    if len(witnesses) <= limit:
        return witnesses
    classes: dict[tuple[str, tuple[str, ...]], list[Witness]] = defaultdict(list)
    for w in witnesses:
        classes[(w.first.stage, w.first.aspects)].append(w)
    kept: dict[Witness, None] = {}
    for _, members in sorted(classes.items()):
        kept[min(members, key=lambda w: _end(w.first.interval.high, 1))] = None
        kept[max(members, key=lambda w: _end(w.first.interval.low, -1))] = None
        kept[members[0]] = kept[members[-1]] = None
    attested = sorted(witnesses, key=lambda w: (-w.n_origins, w.first.sort_key))
    kept.update(dict.fromkeys(attested))
    return sorted(list(kept)[:limit], key=lambda w: w.first.sort_key)


def _end(value: float | None, sign: int) -> float:
    return sign * float("inf") if value is None else value


def _pair(one: Witness, other: Witness, around: Surroundings) -> Pair | None:
    """Compare two witnesses by claims of two articles where there are such; None where nothing speaks against them."""
    a, b = one.first, other.first
    if same_article(a, b):
        b = next((e for e in other.evidences if not same_article(a, e)), b)
    if same_article(a, b):
        a = next((e for e in one.evidences if not same_article(e, b)), a)
    config = around.config
    relating = comparing.relate(a, b, config)
    if relating.outcome in ("agree", "silent"):
        return None
    if relating.outcome == "apart" and not _of_one_ballot(a, b, config):
        if same_article(a, b) and a.key.subject_id is None and a.claim.measure in config.comparing.twice:
            return None
        if mistaken(one.evidences, around) or mistaken(other.evidences, around):
            return None
        if printed_distance(a, b, config.severity) > config.comparing.inside_far:
            found = two_writers(one.evidences, other.evidences, around)
            if found is None:
                return None
            if found != (a, b):
                a, b = found
                relating = comparing.relate(a, b, config)
    return Pair(one, other, a, b, relating)


def _of_one_ballot(a: Evidence, b: Evidence, config: ReconcilingConfig) -> bool:
    """True where one article gives both for a round of a chamber's vote: neither can be of a part."""
    return same_article(a, b) and is_ballot(a, config.comparing) and is_ballot(b, config.comparing)


def _findings(compared: Compared, config: ReconcilingConfig) -> list[Finding]:
    """Return one finding for each two camps: every camp against the chosen one, and what that leaves unsaid."""
    number = {e.claim.claim_id: n for n, camp in enumerate(camps([w.first for w in compared.witnesses])) for e in camp}
    chosen = choose([w.first for w in compared.witnesses])[0].claim.claim_id
    grouped: dict[tuple[int, int], list[Pair]] = defaultdict(list)
    for p in compared.pairs:
        x, y = number[p.one.first.claim.claim_id], number[p.other.first.claim.claim_id]
        if x != y:
            grouped[min(x, y), max(x, y)].append(p)
    findings: list[Finding] = []
    disputed: set[int] = set()
    main = number[chosen]
    ambiguous = _ambiguous_articles(number, compared.witnesses)
    for camp_pair in sorted(grouped, key=lambda c: (main not in c, c)):
        apart_pairs = [p for p in grouped[camp_pair] if p.relating.outcome == "apart"]
        if main not in camp_pair and not (apart_pairs and not set(camp_pair) <= disputed):
            continue
        if apart_pairs:
            disputed.update(camp_pair)
        finding = _finding(compared.key, apart_pairs or grouped[camp_pair], ambiguous, config)
        findings.append(replace(finding, note=compared.note))
    return findings


def _ambiguous_articles(number: dict[str, int], compared: list[Witness]) -> set[str]:
    """Return the articles whose own claims on the key are of several camps."""
    seen: dict[str, set[int]] = defaultdict(set)
    for w in compared:
        for e in w.evidences:
            seen[e.claim.article_id].add(number[w.first.claim.claim_id])
    return {article_id for article_id, found in seen.items() if len(found) > 1}


def _finding(key: Key, pairs: list[Pair], ambiguous: set[str], config: ReconcilingConfig) -> Finding:
    best = min(pairs, key=lambda p: (same_article(p.a, p.b), p.relating.guessed, p.a.sort_key, p.b.sort_key))
    apart_found = best.relating.outcome == "apart"
    sides: tuple[list[Evidence], list[Evidence]] = ([], [])
    for p in pairs:
        turned = _turned(p)
        if apart_found == (p.relating.outcome == "apart"):
            sides[turned].extend(p.one.evidences)
            sides[1 - turned].extend(p.other.evidences)
    a, b = (best.b, best.a) if _turned(best) else (best.a, best.b)
    limits = [p for p in pairs if limited(p.a) or limited(p.b)]
    kind = "revision" if not apart_found else "bound" if len(limits) == len(pairs) else "value"
    return Finding(
        kind=kind,  # type: ignore[arg-type]
        side_a=side(sides[0]),
        side_b=side(sides[1]),
        value_a=printed(a.claim),
        value_b=printed(b.claim),
        distance=distance(a, b, config.severity),
        reason=best.relating.reason,
        keys=(key,),
        guessed=best.relating.guessed,
        ambiguous=a.claim.article_id in ambiguous or b.claim.article_id in ambiguous,
        inside=same_article(a, b),
    )


def _turned(pair: Pair) -> bool:
    """True where the pair's second claim goes to side a: the replaced one, or the smaller of two that are apart."""
    if pair.relating.first:
        return pair.relating.first > 0
    low_a, low_b = _end(pair.a.interval.low, -1), _end(pair.b.interval.low, -1)
    return low_a > low_b
