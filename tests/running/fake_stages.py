"""Small stand-ins for the stages, so that running, tables and commands are tested on their own.

An article is a file of lines. "Iraq: Pear List won 34 seats" is a claim. A line "RAISE" makes the analysis fail,
"HANG" never ends, "KILL" kills the worker each time, "KILL-ONCE <file>" the first time only.
"""

from __future__ import annotations

import hashlib
import os
import re
import signal
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.configuring.decisions import NO_DECISIONS, Decisions
from pipeline.reconciling.decided import marked, unapplied
from pipeline.types import (
    Article,
    Claim,
    Conflict,
    Contest,
    Doc,
    Entity,
    Extraction,
    Fact,
    Mention,
    MentionLink,
    Quantity,
    Reading,
    Reconciled,
    Resolution,
    Resolved,
    Sentence,
)

_CLAIM = re.compile(r"(?P<country>\w+): (?P<subject>[^\n]+?) won (?P<figure>\d+) seats(?P<final> in the final count)?")


@dataclass(frozen=True)
class Config:
    digest: str
    extraction_digest: str
    reading: None = None  # the parts of the configuration that these two stages are given
    reconciling: None = None
    decisions: Decisions = NO_DECISIONS
    labels: Mapping[str, str] = field(default_factory=lambda: {"seats": "Seats"})


def short(*parts: object) -> str:
    return hashlib.blake2b("|".join(map(str, parts)).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def load(folder: Path) -> Config:
    early, late = (short(*(path.read_text() for path in sorted(folder.glob(name)))) for name in ("*.toml", "*.csv"))
    return Config(early + late, early)


def read_all(arguments: Sequence[str], _config: None, _folder: Path) -> list[Reading]:
    readings = []
    for path in sorted(path for argument in arguments for path in Path(argument).glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        article_id = f"a{short(path.name, text)}"
        if not text:
            readings.append(Reading(article_id, path.name, "skipped", "the file is empty", None))
            continue
        article = Article(
            article_id,
            path.name,
            text,
            source="Wire",
            title=path.stem,
            published="2018-05-13",
            published_basis="manifest",
        )
        readings.append(Reading(article_id, path.name, "read", None, article))
    return readings


class Annotator:
    loads = 0

    def __init__(self, model: str, _config: Config) -> None:
        type(self).loads += 1
        self.model_name, self.model_version = Path(model).name, "1"

    def annotate(self, articles: Sequence[Article]) -> Iterator[Doc]:
        for article in articles:
            _obey(article.text)
            mentions = tuple(
                Mention(
                    article.article_id, m.start("subject"), m.end("subject"), m["subject"], "party", "after the country"
                )
                for m in _CLAIM.finditer(article.text)
            )
            yield Doc(article, (Sentence(0, len(article.text)),), mentions)


def _obey(text: str) -> None:
    if "RAISE" in text:
        raise ValueError("this text\ncannot be analysed")
    if "HANG\n" in text:
        time.sleep(600)
    if "KILL\n" in text:
        os.kill(os.getpid(), signal.SIGKILL)
    if (once := re.search(r"KILL-ONCE (\S+)", text)) and not Path(once[1]).exists():
        Path(once[1]).touch()
        os.kill(os.getpid(), signal.SIGKILL)


def extract(doc: Doc, _config: Config) -> Extraction:
    article = doc.article
    claims = []
    for m in _CLAIM.finditer(article.text):
        figure = float(m["figure"])
        start, end = m.span("figure")
        quantity = Quantity(m["figure"], start, end, figure, figure, figure, "seat", "exact")
        claims.append(
            Claim(
                f"c{short(article.article_id, start)}",
                article.article_id,
                m.start(),
                m.end(),
                m[0],
                "seats",
                quantity,
                m["subject"],
                m.start("subject"),
                m.end("subject"),
                "party",
                None,
                "final" if m["final"] else "unknown",
                "the commission",
                "won_seats",
                0.9,
                value_text=m["country"],  # the country travels here: this stand-in has no cues
            )
        )
    return Extraction(article.article_id, doc.mentions, tuple(claims))


def resolve(articles: Sequence[Article], extractions: Sequence[Extraction], _config: Config, _folder: Path) -> Resolved:
    claims = [claim for extraction in extractions for claim in extraction.claims]
    countries = sorted({claim.value_text for claim in claims if claim.value_text})
    contests = tuple(
        Contest(f"k{short(name)}", name[:2].upper(), "legislative", None, None, 2018, "2018-05-12", "the calendar")
        for name in countries
    )
    mentions = [mention for extraction in extractions for mention in extraction.mentions]
    names = sorted({mention.text for mention in mentions})
    entities = tuple(
        Entity(
            f"e{short(name)}",
            "party",
            name,
            (),
            None,
            sum(m.text == name for m in mentions),
            len({m.article_id for m in mentions if m.text == name}),
        )
        for name in names
    )
    resolutions = tuple(
        Resolution(
            c.claim_id,
            f"k{short(c.value_text)}",
            "named in the sentence",
            f"e{short(c.subject_text)}",
            c.subject_text,
            "same name",
            None,
        )
        for c in claims
    )
    links = tuple(
        tuple(MentionLink(m, f"e{short(m.text)}", "same name") for m in extraction.mentions)
        for extraction in extractions
        if extraction.mentions
    )
    return Resolved(entities, links, contests, resolutions)


def reconcile(
    articles: Sequence[Article],
    extractions: Sequence[Extraction],
    resolved: Resolved,
    _config: None,
    decisions: Decisions,
) -> Reconciled:
    claims = {claim.claim_id: claim for extraction in extractions for claim in extraction.claims}
    groups: dict[tuple[str | None, str | None, str | None], list[Claim]] = defaultdict(list)
    for r in resolved.resolutions:
        groups[r.contest_id, r.subject_id, r.subject].append(claims[r.claim_id])
    facts, conflicts = [], []
    for (contest_id, subject_id, subject), members in sorted(groups.items(), key=lambda item: str(item[0])):
        fact_id = f"f{short(contest_id, subject_id)}"
        sides: dict[float, list[Claim]] = defaultdict(list)
        for claim in members:
            sides[claim.quantity.value or 0.0].append(claim)
        low, high = min(sides), max(sides)
        final = any(claim.stage == "final" for claim in members)
        if low != high:
            ids = [tuple(c.claim_id for c in sides[value]) for value in (low, high)]
            kind = "revision" if final else "value"
            why = f"{subject} cannot have both {low:.0f} and {high:.0f} seats"
            about = (
                contest_id,
                subject_id,
                subject,
                "seats",
                "seat",
                f"{low:.0f}",
                f"{high:.0f}",
                ids[0],
                ids[1],
                (fact_id,),
                why,
            )
            conflicts.append(Conflict(f"x{short(fact_id)}", kind, min(1.0, (high - low) / 10), *about))
        verdict = "single" if len(members) == 1 else "agreed" if low == high else "revised" if final else "disputed"
        key = (
            contest_id,
            subject_id,
            subject,
            "party",
            "seats",
            "seat",
            None,
            high,
            high,
            high,
            None,
            "unknown",
            verdict,
        )
        counts = (len(members), len({c.article_id for c in members}), len(members), "2018-05-13", "2018-05-13")
        found = tuple(x.conflict_id for x in conflicts if x.fact_ids == (fact_id,))
        facts.append(Fact(fact_id, *key, *counts, tuple(c.claim_id for c in members), found, "the highest"))
    origins = tuple((claim_id, f"o{claim_id[1:]}") for claim_id in claims)
    conflicts = marked(conflicts, decisions)
    return Reconciled(tuple(facts), tuple(conflicts), origins, unapplied(decisions, facts, conflicts))


def write_report(folder: Path) -> None:
    (folder / "report.html").write_text(f"<p>{len((folder / 'claims.parquet').read_bytes())} bytes of claims</p>")
