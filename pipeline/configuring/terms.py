"""What a figure counts, who got it and how settled it was: configs/terms.toml and configs/circumstances.toml."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pipeline.configuring.counting import Counting, load_counting
from pipeline.configuring.naming import Naming, load_naming
from pipeline.configuring.strict import build, read_toml

Phrases = frozenset[str]


@dataclass(frozen=True, slots=True)
class Nouns:
    """Plural nouns that a figure counts."""

    seat: Phrases
    one_seat: Phrases
    member: Phrases
    vote: Phrases
    voter: Phrases
    people: Phrases
    candidate: Phrases
    party: Phrases
    complaint: Phrases
    regarding: Phrases
    electorate: Phrases


@dataclass(frozen=True, slots=True)
class Chambers:
    """Words for houses and for the ways their seats are spoken of."""

    nouns: Phrases
    at_stake: Phrases
    contesting: Phrases
    electing: Phrases
    nobody: Phrases
    majority_words: Phrases
    needing: Phrases
    reserved: Phrases


@dataclass(frozen=True, slots=True)
class Shares:
    """What a percentage is of, and what the voters did."""

    of_vote: Phrases
    of_voters: Phrases
    of_counted: Phrases
    of_seats: Phrases
    turnout: Phrases
    abstention: Phrases
    voted: Phrases
    counted: Phrases
    eligible: Phrases
    backing: Phrases
    opposing: Phrases


@dataclass(frozen=True, slots=True)
class Verbs:
    """Verb forms that tie a figure to its subject."""

    get: Phrases
    give: Phrases
    move: Phrases
    finish: Phrases
    beat: Phrases
    lose: Phrases
    gain: Phrases
    lead: Phrases
    second: Phrases
    field: Phrases
    go: Phrases


@dataclass(frozen=True, slots=True)
class Reference:
    """Words that stand for a contestant without naming it, and words that never do."""

    party_heads: Phrases
    person_heads: Phrases
    person_pronouns: Phrases
    group_pronouns: Phrases
    possessives: Phrases
    together: Phrases
    sides: Phrases
    side_nouns: Phrases
    never: Phrases


@dataclass(frozen=True, slots=True)
class Ranks:
    """Words behind an ordinal that keep it from being a place in a result."""

    not_place: Phrases


@dataclass(frozen=True, slots=True)
class _File:
    nouns: Nouns
    areas: dict[str, str]
    chambers: Chambers
    shares: Shares
    verbs: Verbs
    reference: Reference
    ranks: Ranks


@dataclass(frozen=True, slots=True)
class Terms:
    """The vocabulary of results: configs/terms.toml, and the words of single rules in counting.toml and naming.toml."""

    nouns: Nouns
    areas: dict[str, str]
    chambers: Chambers
    shares: Shares
    verbs: Verbs
    reference: Reference
    ranks: Ranks
    counting: Counting
    naming: Naming


@dataclass(frozen=True, slots=True)
class CountStages:
    """Cues of how settled a count was."""

    projected: Phrases
    exit: Phrases
    belied: Phrases
    article_partial: Phrases
    article_final: Phrases
    partial: Phrases
    preliminary: Phrases
    final: Phrases


@dataclass(frozen=True, slots=True)
class Unasserted:
    """Cues of figures that are no claim about a result."""

    poll: Phrases
    not_poll: Phrases
    exit: Phrases
    opinion: Phrases
    result: Phrases
    confirming: Phrases
    poll_sources: Phrases
    surprised: Phrases
    bounds: Phrases
    turns: Phrases
    outcomes: Phrases
    follows: Phrases
    adding: Phrases
    going_on: Phrases
    elections: Phrases
    asked: Phrases
    hypothetical: Phrases
    negation: Phrases
    questions: Phrases
    conditions: Phrases
    needed_fill: Phrases
    needed: Phrases
    poll_nouns: Phrases
    poll_words: Phrases
    poll_reports: Phrases
    surveyors: Phrases
    foretold_links: Phrases
    named_polls: Phrases
    if_held: Phrases
    polls_behind: Phrases
    poll_says: Phrases
    concessions: Phrases
    sampling: Phrases
    held: Phrases
    poll_owners: Phrases
    election_polls: Phrases
    outdone: Phrases
    approvals: Phrases
    needed_behind: Phrases
    needed_before: Phrases
    any_such: Phrases
    referendums: Phrases
    headed: Phrases
    own_wish: Phrases
    wishes: Phrases
    unreal: Phrases
    unreal_if: Phrases
    would_have: Phrases
    unreal_conditions: Phrases


@dataclass(frozen=True, slots=True)
class Changes:
    """Words of change between two elections."""

    verbs: Phrases


@dataclass(frozen=True, slots=True)
class Grounds:
    """Words that give or take away the ground for reading a figure as an election's."""

    shareholding: Phrases
    no_holding: Phrases
    prices: Phrases
    rates: Phrases
    business: Phrases
    voting: Phrases


@dataclass(frozen=True, slots=True)
class Circumstances:
    """configs/circumstances.toml."""

    stages: CountStages
    unasserted: Unasserted
    changes: Changes
    grounds: Grounds


def load_terms(folder: Path) -> Terms:
    """Read terms.toml, counting.toml and naming.toml. Raises ConfigError for an unknown or missing key."""
    path = folder / "terms.toml"
    f = build(_File, read_toml(path), str(path))
    words = load_counting(folder), load_naming(folder)
    return Terms(f.nouns, f.areas, f.chambers, f.shares, f.verbs, f.reference, f.ranks, *words)


def load_circumstances(folder: Path) -> Circumstances:
    """Read configs/circumstances.toml. Raises ConfigError for an unknown or missing key."""
    path = folder / "circumstances.toml"
    return build(Circumstances, read_toml(path), str(path))
