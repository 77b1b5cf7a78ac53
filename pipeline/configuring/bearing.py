"""What the words around a name say of its kind: a person, or a company or thing."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pipeline.configuring.strict import build, read_toml

Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class Bearing:
    """Word lists and weights of configs/names/persons.toml, lower case; sums at most `limit` mean no person."""

    limit: int
    mention_limit: int
    corpus_limit: int
    corpus_share: int
    company: Words
    thing_after: tuple[str, ...]
    thing_heads: Words
    company_weight: int
    thing_weight: int
    owned: Words
    firm_verbs: Words
    firm_verb_weight: int
    firm_nouns: Words
    firm_noun_weight: int
    articles: Words
    thing_apposition_weight: int
    namesake_weight: int
    firm_limit: int
    firmly: int
    namesake_limit: int
    lowered_weight: int
    posts: Words
    also_no_title: Words
    firm_titles: Words
    adjectives: Words
    links: Words
    post_weight: int
    fragment_weight: int
    not_fragment: Words
    thing_before: Words
    thing_before_weight: int
    thing_pronouns: Words
    thing_pronoun_weight: int
    person_pronouns: Words
    subject_pronouns: Words
    person_pronoun_weight: int
    spared: int
    title_weight: int
    posts_before: Words
    kin: Words
    kin_of: Words
    speech: Words
    speech_weight: int
    speech_to: Words
    quoting: tuple[str, ...]
    quoted_weight: int
    statement: tuple[str, ...]
    statement_weight: int
    given_weight: int
    post_alone_weight: int
    acronym_length: int
    firm_first: Words
    full_weight: int
    apposition_weight: int
    full_elsewhere_weight: int
    alone_weight: int
    given_alone_weight: int
    first_names: tuple[str, ...]


def load_bearing(folder: Path) -> Bearing:
    """Read `names/persons.toml` of the configs folder. Raises ConfigError for an unknown key or a wrong value."""
    path = folder / "names" / "persons.toml"
    return build(Bearing, read_toml(path), str(path))
