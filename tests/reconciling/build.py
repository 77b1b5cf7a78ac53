"""Claims by hand: a story of a few lines becomes articles, extractions and resolutions."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from pipeline.configuring.measures import load_measures
from pipeline.configuring.reconciling import ReconcilingConfig, load_reconciling
from pipeline.reconciling.reconcile import reconcile
from pipeline.types import (
    Article,
    Claim,
    Conflict,
    Contest,
    Entity,
    Extraction,
    Fact,
    Mention,
    MentionLink,
    Quantity,
    Reconciled,
    Resolution,
    Resolved,
)

_FOLDER = Path(__file__).parents[2] / "configs"
CONFIG: ReconcilingConfig = replace(load_reconciling(_FOLDER), labels=load_measures(_FOLDER).labels)
UNITS = {
    "turnout": "percent",
    "vote_share": "percent",
    "votes": "vote",
    "votes_cast": "vote",
    "registered_voters": "voter",
}
UNITS |= {"candidates": "candidate", "parties": "party", "areas_total": "province", "areas_led": "province"}
UNITS |= {"areas_reporting": "province", "rank": "place", "votes_counted": "percent", "complaints": "complaint"}
CONTEST_LEVEL = {
    "seats_total",
    "seats_reserved",
    "seats_majority",
    "turnout",
    "votes_cast",
    "registered_voters",
    "candidates",
    "parties",
}
CONTEST_LEVEL |= {"areas_total", "areas_reporting", "votes_counted", "record", "complaints"}


def figure(text: str, unit: str) -> dict[str, Any]:
    """Read "about 44.5" as the extractor would: value, interval, qualifier. Tests print figures in digits."""
    hedges = {
        "at least ": "at_least",
        "at most ": "at_most",
        "more than ": "more_than",
        "less than ": "less_than",
        "about ": "about",
    }
    qualifier = next((q for words, q in hedges.items() if text.startswith(words)), "exact")
    digits = re.findall(r"-?[\d.,]+", text)
    if not digits:
        return {"text": text, "value": None, "low": None, "high": None, "qualifier": "exact"}
    if len(digits) == 2:
        low, high = (float(d.replace(",", "")) for d in digits)
        return {"text": text, "value": (low + high) / 2, "low": low, "high": high, "qualifier": "between"}
    scale = 1e6 if "million" in text else 1.0
    value = float(digits[0].replace(",", "")) * scale
    decimals = len(digits[0].partition(".")[2])
    half = scale * 0.5 * 10**-decimals if unit == "percent" or scale > 1 else 0.0
    if qualifier == "about":
        half = max(half, 0.05 * value)
    low, high = value - half, value + half
    if qualifier in ("at_least", "more_than"):
        low, high = value, None
    if qualifier in ("at_most", "less_than"):
        low, high = None, value
    return {"text": digits[0], "value": value, "low": low, "high": high, "qualifier": qualifier}


@dataclass
class Story:
    """Articles and their claims, in the order told; `reconcile` gives what the stage makes of them."""

    articles: dict[str, Article] = field(default_factory=dict)
    claims: list[tuple[Claim, Resolution]] = field(default_factory=list)
    contests: dict[str, Contest] = field(default_factory=dict)
    entities: dict[str, Entity] = field(default_factory=dict)
    links: list[MentionLink] = field(default_factory=list)
    prints: dict[str, tuple[tuple[int, int, str], ...]] = field(default_factory=dict)
    config: ReconcilingConfig = CONFIG

    def article(self, name: str, published: str | None = "2031-05-14", source: str | None = None) -> Story:
        self.articles[name] = Article(name, f"{name}.txt", "", source or f"The {name}", None, published, "test")
        return self

    def contest(self, name: str, year: int | None = 2031, **more: Any) -> Story:
        values = {"country": "IQ", "kind": "legislative", "body": None, "round": None, "date": None, "basis": "test"}
        self.contests[name] = Contest(contest_id=name, year=year, **(values | more))
        return self

    def says(self, article: str, measure: str, text: str, subject: str | None = None, **more: Any) -> Story:
        """Add a claim; `more` sets its stage, sentence, confidence, contest, scope, unit, value_text, rule ..."""
        if article not in self.articles:
            self.article(article)
        contest = more.get("contest", "c2031")
        if contest is not None and contest not in self.contests:
            self.contest(contest, int(contest[1:]))
        unit = more.get("unit", UNITS.get(measure, "seat"))
        n = len(self.claims)
        sentence = more.get(
            "sentence", f"Item {n} of {article} says {measure} of {subject or 'all'} {text} by its own hand."
        )
        start = more.get("sentence_start", n * 1000)
        at = start + max(0, sentence.find(text))
        kind = more.get("subject_kind", "contest" if subject is None and measure in CONTEST_LEVEL else "party")
        claim = Claim(
            claim_id=more.get("claim_id", f"k{n}"),
            article_id=article,
            sentence_start=start,
            sentence_end=start + len(sentence),
            sentence=sentence,
            measure=measure,
            quantity=Quantity(
                char_start=at, char_end=at + len(text), unit=unit, **(figure(text, unit) | more.get("quantity", {}))
            ),
            subject_text=subject,
            subject_start=None,
            subject_end=None,
            subject_kind=kind,
            scope_text=more.get("scope"),
            stage=more.get("stage", "final"),
            attributed_to=more.get("attributed_to"),
            rule=more.get("rule", "test"),
            confidence=more.get("confidence", 0.95),
            value_text=more.get("value_text"),
        )
        subject_id = more.get("subject_id", f"e-{subject}" if subject else None)
        resolution = Resolution(claim.claim_id, contest, "test", subject_id, subject, "test", more.get("scope"))
        self.claims.append((claim, resolution))
        return self

    def entity(
        self, name: str, kind: str = "party", country: str | None = "IQ", party_kind: str | None = None
    ) -> Story:
        self.entities[f"e-{name}"] = Entity(f"e-{name}", kind, name, (), country, 1, 1, party_kind)  # type: ignore[arg-type]
        return self

    def link(self, article: str, start: int, end: int, name: str) -> Story:
        self.links.append(MentionLink(Mention(article, start, end, name, "party", "test"), f"e-{name}", "test"))
        return self

    def inputs(self) -> tuple[list[Article], list[Extraction], Resolved]:
        extractions = [
            Extraction(
                a, (), tuple(c for c, _ in self.claims if c.article_id == a), sentence_prints=self.prints.get(a, ())
            )
            for a in self.articles
        ]
        resolutions = tuple({r.claim_id: r for _, r in self.claims}.values())
        links = [tuple(k for k in self.links if k.mention.article_id == a) for a in sorted(self.articles)]
        resolved = Resolved(
            tuple(self.entities.values()), [of for of in links if of], tuple(self.contests.values()), resolutions
        )
        return list(self.articles.values()), extractions, resolved

    def reconcile(self) -> Reconciled:
        return reconcile(*self.inputs(), self.config)

    def conflicts(self) -> list[Conflict]:
        return list(self.reconcile().conflicts)

    def kinds(self) -> list[str]:
        return sorted(c.kind for c in self.conflicts())

    def fact(self, measure: str, subject: str | None = None) -> Fact:
        return next(f for f in self.reconcile().facts if f.measure == measure and f.subject == subject)
