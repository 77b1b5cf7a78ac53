"""A claim with all that a comparison asks of it: resolution, article, origin, stage, what it really counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

from pipeline.configuring.reconciling import Comparing, Distinction, ReconcilingConfig, Totals
from pipeline.keeping import finder
from pipeline.reconciling.intervals import Interval, interval_of
from pipeline.reconciling.keys import Key, key_of
from pipeline.reconciling.stages import approach, stager
from pipeline.reconciling.wording import holds, words
from pipeline.types import Article, Claim, Contest, CountStage, Extraction, Resolution, Resolved


@dataclass(frozen=True, slots=True)
class Evidence:
    """One claim, ready to be compared. `aspects` holds one mark per distinction of its measure, in their order."""

    claim: Claim
    resolution: Resolution
    key: Key
    origin: str
    source: str
    published: str | None
    contest: Contest | None
    party_kind: str | None  # what the gazetteer calls the subject; None where it does not know it
    stage: CountStage  # the claim's own, or what date and article say where it has none
    share: float | None  # percent counted, as the article gives it for this contest
    aspects: tuple[str, ...]
    earlier: bool  # printed as the start of a change: "up from 29", or as what is no longer held
    correcting: bool  # printed as what corrects or follows an earlier figure
    sure: bool  # the rule that read it guessed nothing, and its party stands in this country
    whole: bool  # not a total that may be the total of a part
    interval: Interval

    @property
    def sort_key(self) -> tuple[str, str, int, str]:
        """A total order that does not depend on the order of input."""
        return (self.published or "", self.claim.article_id, self.claim.quantity.char_start, self.claim.claim_id)


def gather(
    articles: Sequence[Article],
    extractions: Sequence[Extraction],
    resolved: Resolved,
    origins: Mapping[str, str],
    config: ReconcilingConfig,
) -> list[Evidence]:
    """Return every claim once (by claim_id) as Evidence, sorted. Raises ValueError for a claim without a resolution."""
    find = finder(articles, attrgetter("article_id"))
    resolutions = {r.claim_id: r for r in resolved.resolutions}
    contests = {c.contest_id: c for c in resolved.contests}
    claims = {c.claim_id: c for e in extractions for c in e.claims}
    missing = sorted(set(claims) - set(resolutions))
    if missing:
        raise ValueError(
            f"claim {missing[0]} has no resolution; every claim needs one, also where its contest cannot be told"
        )
    parties = {e.entity_id: e for e in resolved.entities if e.kind == "party"}
    stages = stager(claims.values(), resolutions, find, config)
    found = []
    for claim in claims.values():
        resolution, article = resolutions[claim.claim_id], find(claim.article_id)
        contest = contests.get(resolution.contest_id or "")
        party = parties.get(resolution.subject_id or "")
        sentence = words(claim.sentence)
        found.append(
            Evidence(
                claim=claim,
                resolution=resolution,
                key=key_of(claim, resolution, origins[claim.claim_id]),
                origin=origins[claim.claim_id],
                source=_source(article, claim),
                published=article.published if article else None,
                contest=contest,
                party_kind=party.party_kind if party else None,
                stage=stages.stage(claim, resolution, contest),
                share=stages.share(claim, resolution),
                aspects=tuple(_mark(sentence, d) for d in config.distinction if claim.measure in d.measures),
                earlier=_is_earlier(claim, sentence, config.comparing),
                correcting=_corrects(claim, sentence, config.comparing),
                sure=_is_sure(claim, contest, party.country if party else None, config.comparing),
                whole=_is_whole(claim, config.totals),
                interval=interval_of(claim.quantity),
            )
        )
    return sorted(_without_parts(_without_foreign(found, resolved), config.totals), key=lambda e: e.sort_key)


def _without_foreign(evidences: Sequence[Evidence], resolved: Resolved) -> list[Evidence]:
    """Return the claims, those on a whole unsure whose sentence is of another country, here or in another article.

    "The Liberal Democrats of Janez Drnovsek, winning 25 out of 90 seats" in news of Prague: not the Czech chamber's.
    """
    home = {e.entity_id: e.country for e in resolved.entities if e.kind in ("party", "person")}
    foreign = {
        (e.claim.article_id, e.claim.sentence_start)
        for e in evidences
        if e.claim.measure != "role" and e.contest is not None
        # A guest's office is named in passing; who leads or wins is of the contest.
        if home.get(e.key.subject_id or "") not in (None, e.contest.country)
    }
    figures = {
        (e.key, e.claim.quantity.value)
        for e in evidences
        if e.key.subject_id is None and (e.claim.article_id, e.claim.sentence_start) in foreign
    }
    return [replace(e, sure=False) if (e.key, e.claim.quantity.value) in figures else e for e in evidences]


def _without_parts(evidences: Sequence[Evidence], config: Totals) -> list[Evidence]:
    """Return the claims, a total far below another of its key marked as that of a part, unless more writings give it.

    "The PUK won six of the 12 seats" of a province, in news of a chamber of 329.
    """
    by_key: dict[Key, list[Evidence]] = {}
    for e in evidences:
        if e.claim.measure in config.measures and e.whole and e.claim.quantity.value:
            by_key.setdefault(e.key, []).append(e)
    parts: set[str] = set()
    for same in by_key.values():
        least = config.far * max(e.claim.quantity.value or 0.0 for e in same)
        small = [e for e in same if (e.claim.quantity.value or 0.0) < least]
        if len({e.origin for e in small}) <= len({e.origin for e in same} - {e.origin for e in small}):
            parts |= {e.claim.claim_id for e in small}
    return [replace(e, whole=False) if e.claim.claim_id in parts else e for e in evidences]


def _source(article: Article | None, claim: Claim) -> str:
    if article is None:
        return claim.article_id
    return article.source or article.path


def _mark(sentence: tuple[str, ...], distinction: Distinction) -> str:
    if any(holds(sentence, cue) for cue in distinction.cues):
        return "cue"
    if any(holds(sentence, cue) for cue in distinction.against):
        return "against"
    return "either" if distinction.against else "without"


def _is_sure(claim: Claim, contest: Contest | None, country: str | None, config: Comparing) -> bool:
    """False where the subject was guessed, or the contest must be wrong: "The Danish People's Party came first"."""
    if any(mark in claim.rule for mark in config.doubtful_marks):
        return False
    if (claim.subject_text or "").casefold() in config.bare_names:
        return False
    return contest is None or country is None or country == contest.country


def _is_earlier(claim: Claim, sentence: tuple[str, ...], config: Comparing) -> bool:
    if any(holds(sentence, cue) for cue in config.earlier_sentences):
        return True
    before = _words_before(claim)
    for cue in config.earlier_cues:
        n = len(words(cue))
        if holds(before[-(n + config.earlier_words) :], cue):
            return True
    return False


def _corrects(claim: Claim, sentence: tuple[str, ...], config: Comparing) -> bool:
    if any(holds(sentence, cue) for cue in config.correcting):
        return True
    near = words(approach(claim))
    return any(holds(near, cue) for cue in config.newer)


def _is_whole(claim: Claim, config: Totals) -> bool:
    if claim.measure not in config.areas:
        return True
    return not set(_words_before(claim)[-config.area_reach :]).isdisjoint(config.area_words)


def _words_before(claim: Claim) -> tuple[str, ...]:
    return words(claim.sentence[: max(0, claim.quantity.char_start - claim.sentence_start)])
