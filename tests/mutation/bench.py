"""Runs changes: reads every copy with the real stages, sets it beside its original, and says what came of it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from changes import Change, Target, all_changes, staged, target

from pipeline.annotating.annotate import Annotator
from pipeline.configuring.configuration import Configuration, load
from pipeline.extracting.extract import extract
from pipeline.reading.folder import read_all
from pipeline.reconciling.evidence import Evidence, gather
from pipeline.reconciling.reconcile import reconcile
from pipeline.resolving.resolve import resolve
from pipeline.types import Article, Claim, Conflict, Extraction, Reconciled, Resolved

ROOT = Path(__file__).parents[2]
FOLDERS = ("corpus", "tests/marked/articles")
PER_MAKER = 11  # of each maker and expectation, spread over the articles
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
LEAD = 200  # the first sentences tell country and contest: they are not put in other words
TABLE = 4  # a sentence of more figures is a table, and says more than one of them
MOST = 0.6  # of an article's claims are on the contest that a sentence without a word on it is read as
# A part of each country, for figures that are not the whole's.
PROVINCES = {
    "IQ": "Basra province", "CZ": "South Moravia", "DE": "Bavaria", "CA": "the province of Ontario", "ES": "Catalonia",
    "GB": "Wales", "PL": "the province of Silesia", "MY": "the state of Penang", "KE": "Mombasa county",
    "BR": "the state of Bahia", "US": "the state of Texas", "IN": "the state of Punjab", "SK": "the Zilina region",
}  # fmt: skip
MEASURES = ("seats", "vote_share", "votes", "turnout", "seats_total", "registered_voters", "votes_cast")
MEASURES += ("areas_total", "margin")


@dataclass(frozen=True)
class Trial:
    """One change, whether it came out right, and what was seen."""

    change: Change
    right: bool
    seen: str


@dataclass
class Bench:
    """The stages with their configuration, and the project's articles as they were read."""

    config: Configuration
    annotator: Annotator
    read: dict[str, tuple[Article, Extraction]]

    @classmethod
    def of_the_project(cls) -> Bench:
        config = load(ROOT / "configs")
        readings = [r for folder in FOLDERS for r in read_all([str(ROOT / folder)], config.reading)]
        articles = [r.article for r in readings if r.article is not None]
        bench = cls(config, Annotator(None, config), {})
        bench.read = {e.article_id: (a, e) for a, e in zip(articles, bench.extract(articles), strict=True)}
        return bench

    def extract(self, articles: Sequence[Article]) -> list[Extraction]:
        return [extract(doc, self.config) for doc in self.annotator.annotate(articles)]

    def reconcile(self, pairs: Sequence[tuple[Article, Extraction]]) -> tuple[Resolved, Reconciled]:
        articles, extractions = [a for a, _ in pairs], [e for _, e in pairs]
        resolved = resolve(articles, extractions, self.config)
        return resolved, reconcile(articles, extractions, resolved, self.config.reconciling)


def run(bench: Bench) -> list[Trial]:
    """Return all trials: the changes chosen, in a stable order."""
    changes = _chosen(bench)
    copies = [_copy(c.target.article, c.text, n) for n, c in enumerate(changes)]
    befores = {n: _copy(c.target.article, c.before, n, "before") for n, c in enumerate(changes) if c.before is not None}
    extractions = bench.extract([*copies, *befores.values()])
    copied = list(zip(copies, extractions, strict=False))
    before = dict(zip(befores, zip(befores.values(), extractions[len(copies) :], strict=True), strict=True))
    known: dict[str, set[tuple[object, ...]]] = {}
    trials = []
    for n, change in enumerate(changes):
        article_id = change.target.article.article_id
        original = before.get(n, bench.read[article_id])
        if article_id not in known:
            known[article_id] = _known(bench, article_id)
        trials.append(_tried(bench, change, original, copied[n], known[article_id]))
    return trials


def _copy(article: Article, text: str, n: int, mark: str = "copy") -> Article:
    name = f"{mark}-{n:04d}"
    return replace(article, article_id=name, path=f"{name}.txt", source=f"The Other Paper {mark}", text=text)


def _known(bench: Bench, article_id: str) -> set[tuple[object, ...]]:
    """Return the contradictions of the article and its unchanged copy: they are not the change's."""
    article, extraction = bench.read[article_id]
    copy = _copy(article, article.text, 9999)
    claims = tuple(replace(c, claim_id=f"{c.claim_id}-copy", article_id=copy.article_id) for c in extraction.claims)
    mentions = tuple(replace(m, article_id=copy.article_id) for m in extraction.mentions)
    same = replace(extraction, article_id=copy.article_id, claims=claims, mentions=mentions)
    _, found = bench.reconcile([(article, extraction), (copy, same)])
    return {_shape(c) for c in found.conflicts if c.kind != "revision"}


def _shape(c: Conflict) -> tuple[object, ...]:
    return (c.kind, c.measure, c.subject, frozenset((c.value_a, c.value_b)))


def _tried(
    bench: Bench,
    change: Change,
    original: tuple[Article, Extraction],
    copy: tuple[Article, Extraction],
    known: set[tuple[object, ...]],
) -> Trial:
    _, found = bench.reconcile([original, copy])
    new = [c for c in found.conflicts if c.kind != "revision" and _shape(c) not in known]
    if change.expected == "silence":
        return Trial(change, not new, "; ".join(c.explanation for c in new))
    changed = _holding(copy[1].claims, change.target.claim.measure, change.value)
    old = _holding(original[1].claims, change.target.claim.measure, change.target.claim.quantity.value or 0.0)
    if not changed:
        return Trial(change, False, "the changed figure was not read")
    if change.expected == "agreement":
        together = any(set(f.claim_ids) & changed and set(f.claim_ids) & old for f in found.facts)
        if new:
            return Trial(change, False, "; ".join(c.explanation for c in new))
        return Trial(change, together, "" if together else "the two are not in one fact")
    wanted = [c for c in found.conflicts if (c.kind == "revision") == (change.expected == "revision")]
    said = any(
        (set(x) & changed and set(y) & old)
        for c in wanted
        for x, y in ((c.claim_ids_a, c.claim_ids_b), (c.claim_ids_b, c.claim_ids_a))
    )
    return Trial(change, said, "" if said else "; ".join(c.explanation for c in found.conflicts) or "nothing was said")


def _holding(claims: Sequence[Claim], measure: str, value: float) -> set[str]:
    return {
        c.claim_id
        for c in claims
        if c.measure == measure
        and c.quantity.value is not None
        and abs(c.quantity.value - value) <= 1e-6 * max(1, value)
    }


def _chosen(bench: Bench) -> list[Change]:
    """Return the changes tried: of each maker and expectation some, spread over articles and measures."""
    by_maker: dict[tuple[str, str], list[Change]] = defaultdict(list)
    for t in _targets(bench):
        for change in (*all_changes(t), *staged(t)):
            by_maker[change.maker, change.expected].append(change)
    chosen = []
    for key in sorted(by_maker):
        found = by_maker[key]
        step = max(1, len(found) // PER_MAKER)
        chosen += found[::step][:PER_MAKER]
    return chosen


def _targets(bench: Bench) -> Iterator[Target]:
    """Yield the figures that a reader can tell: sure of subject and contest, printed once, of the article's own count.

    What reconciling leaves alone by design is no target: guessed subjects, unfinished counts, parts of the land, the
    start of a change, sentences that a distinction sets apart, and articles that give another figure themselves.
    """
    for article, extraction in bench.read.values():
        resolved, found = bench.reconcile([(article, extraction)])
        evidences = gather([article], [extraction], resolved, dict(found.origins), bench.config.reconciling)
        aliases = {e.entity_id: e.aliases for e in resolved.entities}
        countries = {c.contest_id: c.country for c in resolved.contests}
        alone = {f.claim_ids[0] for f in found.facts if f.n_claims == 1 and f.contest_id}
        main = _main_contest(evidences)
        for e in evidences:
            if e.claim.claim_id not in alone or e.claim.measure not in MEASURES or not _plain(e):
                continue
            names = [
                e.claim.subject_text or "",
                *(a for a in aliases.get(e.key.subject_id or "", ()) if a in article.text),
            ]
            shown = tuple(n for n in dict.fromkeys(names) if n[:1].isupper())
            if e.claim.subject_kind != "contest" and not shown:
                continue
            spoken = [o for o in evidences if o.claim.sentence_start == e.claim.sentence_start]
            free = all(o.key.contest_id == main for o in spoken) and e.claim.sentence_start > LEAD
            free = free and _YEAR.search(e.claim.sentence) is None and len(spoken) <= TABLE
            province = PROVINCES.get(countries.get(e.key.contest_id or "", ""), "the province of Northmark")
            found_target = target(article, e.claim, shown, free, province)
            if found_target is not None:
                yield found_target


def _plain(e: Evidence) -> bool:
    counted = e.stage in ("final", "unknown")
    return (
        e.sure
        and e.whole
        and counted
        and not e.earlier
        and not e.key.scope
        and not e.key.alone
        and "cue" not in e.aspects
    )


def _main_contest(evidences: Sequence[Evidence]) -> str | None:
    """Return the contest of most of the article's claims; None where there is no such."""
    told = Counter(e.key.contest_id for e in evidences if e.key.contest_id)
    contest, n = max(told.items(), key=lambda item: (item[1], item[0] or "")) if told else (None, 0)
    return contest if n >= MOST * sum(told.values()) else None
