"""What a figure counts, who got it and how settled it was: configs/terms.toml and configs/circumstances.toml."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from pipeline.configuring.strict import build, read_toml

Phrases = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Nouns:
    """Plural nouns that a figure counts."""

    seat: Phrases
    member: Phrases
    vote: Phrases
    voter: Phrases
    people: Phrases
    candidate: Phrases
    party: Phrases
    complaint: Phrases
    regarding: Phrases
    station: Phrases
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
    share_nouns: Phrases
    turnout: Phrases
    abstention: Phrases
    voted: Phrases
    counted: Phrases
    eligible: Phrases
    backing: Phrases


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
    sides: Phrases
    never: Phrases


@dataclass(frozen=True, slots=True)
class Ranks:
    """Words around an ordinal that make it a place in a result, or keep it from being one."""

    finish: Phrases
    place: Phrases
    not_place: Phrases


@dataclass(frozen=True)
class Terms:
    """configs/terms.toml."""

    nouns: Nouns
    areas: dict[str, str]
    chambers: Chambers
    shares: Shares
    verbs: Verbs
    reference: Reference
    ranks: Ranks

    @cached_property
    def get(self) -> frozenset[str]:
        """The verbs of getting, as a set."""
        return frozenset(self.verbs.get)


@dataclass(frozen=True, slots=True)
class CountStages:
    """Cues of how settled a count was."""

    projected: Phrases
    exit: Phrases
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
    result: Phrases
    asked: Phrases
    hypothetical: Phrases
    negation: Phrases


@dataclass(frozen=True)
class Changes:
    """Words of change between two elections."""

    verbs: Phrases
    by: Phrases
    to: Phrases
    from_: Phrases


@dataclass(frozen=True, slots=True)
class Grounds:
    """Words that give or take away the ground for reading a figure as an election's."""

    shareholding: Phrases
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
    """Read configs/terms.toml. Raises ConfigError for an unknown or missing key."""
    path = folder / "terms.toml"
    return build(Terms, read_toml(path), str(path))


def load_circumstances(folder: Path) -> Circumstances:
    """Read configs/circumstances.toml. Raises ConfigError for an unknown or missing key."""
    path = folder / "circumstances.toml"
    data = read_toml(path)
    if "from" in data.get("changes", {}):
        data["changes"]["from_"] = data["changes"].pop("from")
    return build(Circumstances, data, str(path))
