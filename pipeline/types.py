"""Every type that crosses from one stage to the next, in the order of the flow (see `pipeline/stages.py`).

Offsets count code points into ``Article.text``, end exclusive. What a claim is about stands beside it: `Resolution`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

ArticleStatus = Literal["read", "skipped", "failed", "duplicate"]
Qualifier = Literal["exact", "about", "at_least", "at_most", "more_than", "less_than", "between"]
CountStage = Literal["projected", "partial", "preliminary", "final", "unknown"]
EntityKind = Literal["person", "party", "place", "body"]
SubjectKind = Literal["person", "party", "place", "body", "contest"]
ContestKind = Literal["legislative", "presidential", "local", "referendum", "other"]
ConflictKind = Literal["value", "revision", "bound", "sum", "rank", "record", "attribute"]
Verdict = Literal["single", "agreed", "revised", "disputed"]

# --- reading: files -> Reading


@dataclass(frozen=True, slots=True)
class Article:
    """One news text. `text` is what was read, unchanged; every offset of the product points into it."""

    article_id: str
    path: str  # relative to the folder named on the command line, with "#n" for the nth article of a file
    text: str
    source: str | None = None
    title: str | None = None
    published: str | None = None  # "YYYY", "YYYY-MM" or "YYYY-MM-DD"; None when nothing says
    published_basis: str = "unknown: the file and the manifest give no date"
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What became of one input: an article, or the reason why there is none. Each is a row of `articles`."""

    article_id: str
    path: str
    status: ArticleStatus
    reason: str | None
    article: Article | None  # None unless status is "read"
    origin_article: str | None = None  # of a duplicate: the article whose text it repeats
    note: str | None = None  # how to find the article in its file, or what was odd about it


# --- annotating: Article -> Doc


@dataclass(frozen=True, slots=True)
class Token:
    """One token of a parsed sentence. `head` is the index of its head in the same sentence (its own for the root)."""

    text: str
    char_start: int
    char_end: int
    tag: str  # Penn Treebank
    dep: str  # spaCy's English dependency labels
    head: int


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of text that names a person, party, place or body. `basis` says what made it one."""

    article_id: str
    char_start: int
    char_end: int
    text: str
    kind: EntityKind
    basis: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence's span; its `tokens` where the gate let it through: with heads and labels where figures are read."""

    char_start: int
    char_end: int
    tokens: tuple[Token, ...] = ()


@dataclass(frozen=True, slots=True)
class Doc:
    """An article with its sentences (in text order) and mentions (in text order, never overlapping)."""

    article: Article
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]


# --- extracting: Doc -> Claim


@dataclass(frozen=True, slots=True)
class Quantity:
    """A closed interval [low, high], None where open. `value` is in plain units ("1.2 million" -> 1200000), of a range
    the middle; `text` is the printed form."""

    text: str
    char_start: int
    char_end: int
    value: float | None
    low: float | None
    high: float | None
    unit: str
    qualifier: Qualifier


@dataclass(frozen=True, slots=True)
class ContestCue:
    """One hint in the text as to which election a claim speaks of.

    kind: "year" ("2021"), "month" ("06", "2018-06", "+06" the next such month), "date" ("2018-05-12", "05-12",
    "+05-12"), "years_ago", "months_ago", "weeks_ago" (a count, negative ahead), "previous" (so many before the main
    one, "1"), "sitting" (what is held now: in news of a coming election the one before), "current" (the article's
    own), "weekday" ("0" Monday to "6"), "round" ("1", "2"), "body" ("lower house", "upper house"), "country" (ISO
    3166-1 alpha-2), "election_kind" (a ContestKind). Of an article also "bare_kind" and "weak_kind" (less sure),
    "lead_round" ("2"; "0" for several), "timing" ("past", "coming"), "previous_year", "named_year", "printed_date",
    "named_day" and "dateline" ("10-07", of no year), "office" ("IQ 2014-09 2018-10 in": term, whether in office, "out",
    "stood", "named" or "led" a party; "open": no end), "party" ("IQ 2018 2021") and "private". `basis` quotes it.
    """

    kind: str
    value: str
    basis: str


@dataclass(frozen=True, slots=True)
class Claim:
    """One article saying, at one place of its text, that a measure of a subject in a contest is a quantity."""

    claim_id: str
    article_id: str
    sentence_start: int
    sentence_end: int
    sentence: str
    measure: str
    quantity: Quantity
    subject_text: str | None  # as printed; None for the contest as a whole, or where the sentence does not say
    subject_start: int | None
    subject_end: int | None
    subject_kind: SubjectKind
    scope_text: str | None  # the part of the electorate or land the figure is for; None is all of it
    stage: CountStage
    attributed_to: str | None
    rule: str
    confidence: float
    cues: tuple[ContestCue, ...] = ()
    value_text: str | None = None  # for leads, role and record: the value as printed


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was read in one article: what a worker hands back and the cache keeps.

    `cues` are the article's own hints at its main contest, most trusted first. `sentence_prints` are hashes of the
    normalised sentences. `aliases` are names printed as equal ("the Civic Democratic Party (ODS)"), in pairs."""

    article_id: str
    mentions: tuple[Mention, ...]
    claims: tuple[Claim, ...]
    cues: tuple[ContestCue, ...] = ()
    aliases: tuple[tuple[str, str], ...] = ()
    sentence_prints: tuple[tuple[int, int, str], ...] = ()  # char_start, char_end, hash


# --- resolving: Claims and Mentions -> Entity, Contest, Resolution


@dataclass(frozen=True, slots=True)
class Entity:
    """The one person, party, place or body that several mentions name."""

    entity_id: str
    kind: EntityKind
    name: str
    aliases: tuple[str, ...]
    country: str | None
    n_mentions: int
    n_articles: int
    party_kind: str | None = None  # "party", "alliance" or "bloc" of the gazetteer, "side" of a referendum, else None


@dataclass(frozen=True, slots=True)
class MentionLink:
    """Which entity a mention names, and why (the features that decided, the runner-up)."""

    mention: Mention
    entity_id: str
    basis: str


@dataclass(frozen=True, slots=True)
class Contest:
    """One election. None means that nothing tells; `basis` says what told the rest."""

    contest_id: str
    country: str  # ISO 3166-1 alpha-2
    kind: ContestKind
    body: str | None
    round: int | None
    year: int | None
    date: str | None  # "YYYY-MM-DD" of the (last) polling day, "YYYY-MM" where only the month is known
    basis: str


@dataclass(frozen=True, slots=True)
class Resolution:
    """What a claim is about. `contest_id` None: it cannot be told, `contest_basis` gives the reason."""

    claim_id: str
    contest_id: str | None
    contest_basis: str
    subject_id: str | None  # entity_id; None for the contest as a whole, or where the subject cannot be told
    subject: str | None  # the entity's name
    subject_basis: str
    scope: str | None  # canonical name of the part; None is the whole contest
    dropped: bool = False  # a person decided that the claim is not to be used: it is compared with nothing


@dataclass(frozen=True, slots=True)
class Resolved:
    """The whole run's resolution, as the tables need it; each tuple in a stable order."""

    entities: tuple[Entity, ...]
    links: Sequence[tuple[MentionLink, ...]]  # of each article that has any, in order of their ids
    contests: tuple[Contest, ...]
    resolutions: tuple[Resolution, ...]
    reviews: tuple[tuple[str, str, str], ...] = field(default=())  # entity, entity, why unsure
    unapplied: tuple[str, ...] = ()  # sentences on decisions that name what this run does not know


# --- reconciling: Claims with Resolutions -> Fact, Conflict


@dataclass(frozen=True, slots=True)
class Fact:
    """All claims on one key (contest, subject, measure, unit, scope), reconciled."""

    fact_id: str
    contest_id: str | None
    subject_id: str | None
    subject: str | None
    subject_kind: SubjectKind
    measure: str
    unit: str
    scope: str | None
    value: float | None
    value_low: float | None
    value_high: float | None
    value_text: str | None
    stage: CountStage
    verdict: Verdict
    n_claims: int
    n_articles: int
    n_origins: int
    first_published: str | None
    last_published: str | None
    claim_ids: tuple[str, ...]
    conflict_ids: tuple[str, ...]
    choice: str  # why this value, and which was the runner-up


@dataclass(frozen=True, slots=True)
class Conflict:
    """A reasoned statement that named claims cannot all be true (or, kind "revision", that one replaces another)."""

    conflict_id: str
    kind: ConflictKind
    severity: float  # 0 to 1, explained in `explanation`
    contest_id: str | None
    subject_id: str | None
    subject: str | None
    measure: str
    unit: str
    value_a: str
    value_b: str
    claim_ids_a: tuple[str, ...]
    claim_ids_b: tuple[str, ...]
    fact_ids: tuple[str, ...]
    explanation: str
    decision: str | None = None  # what a person decided on it: real, not_conflict or prefer
    decision_note: str | None = None


@dataclass(frozen=True, slots=True)
class Reconciled:
    """The whole run's facts and conflicts; `origins` maps each claim to the writing it descends from."""

    facts: tuple[Fact, ...]
    conflicts: tuple[Conflict, ...]
    origins: tuple[tuple[str, str], ...]  # claim_id, origin_id
    unapplied: tuple[str, ...] = ()  # sentences on decisions that name what this run does not know
    stages: tuple[tuple[str, CountStage], ...] = ()  # claim_id, how settled its count was when it was compared
