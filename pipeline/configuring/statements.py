"""Words of leads, offices, records, scopes and speakers, from configs/statements.toml."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pipeline.configuring.strict import build, read_toml

Phrases = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LeadWords:
    """Words that tie a person to the party he or she heads, and those that untie them."""

    nouns: Phrases
    passive: Phrases
    active: Phrases
    not_leader: Phrases
    not_own: Phrases
    stop: Phrases
    party_links: Phrases
    groups: Phrases


@dataclass(frozen=True, slots=True)
class OfficeWords:
    """Words around an office: bodies that have a chairman, words that make it a past one."""

    heads: Phrases
    bodies: Phrases
    body_words: Phrases
    past: Phrases
    present: Phrases
    civic: Phrases
    placed: Phrases
    determiners: Phrases


@dataclass(frozen=True, slots=True)
class RecordWords:
    """Superlatives, baselines and what they are said of."""

    lowest: Phrases
    highest: Phrases
    marks: Phrases
    low: Phrases
    high: Phrases
    ever: Phrases
    years: Phrases
    ends: Phrases
    neutral: Phrases
    modifiers: Phrases
    unasserted: Phrases
    other: Phrases


@dataclass(frozen=True, slots=True)
class ScopeWords:
    """Words by which a figure is said of a part of the land or of the people."""

    prepositions: Phrases
    counts: Phrases
    everywhere: Phrases
    nouns: Phrases
    plurals: Phrases
    some: Phrases
    seat_nouns: Phrases
    where: Phrases
    alone: Phrases
    north: Phrases
    wider: Phrases
    small: Phrases
    groups: Phrases
    group_links: Phrases
    voting_ways: Phrases
    speaking: Phrases
    leading: Phrases
    continuing: Phrases
    openers: Phrases
    breaks: Phrases
    counted: Phrases


@dataclass(frozen=True, slots=True)
class SpeakerWords:
    """Verbs of saying, and the nouns that head a source."""

    verbs: Phrases
    turned: Phrases
    generic: Phrases
    weak: Phrases
    according: Phrases
    heads: Phrases
    days: Phrases
    small: Phrases
    made: Phrases
    not_said: Phrases


@dataclass(frozen=True, slots=True)
class Statements:
    """configs/statements.toml. `offices` and `record_nouns` map a printed form to its plain name."""

    leads: LeadWords
    offices: dict[str, str]
    office_words: OfficeWords
    records: RecordWords
    record_nouns: dict[str, str]
    scopes: ScopeWords
    speakers: SpeakerWords


def load_statements(folder: Path) -> Statements:
    """Read configs/statements.toml. Raises ConfigError for an unknown or missing key."""
    path = folder / "statements.toml"
    return build(Statements, read_toml(path), str(path))
