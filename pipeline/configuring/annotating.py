"""What corrects the recogniser's names and opens the gate, from configs/annotating.toml."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from pipeline.configuring.strict import build, read_toml

Words = frozenset[str]


@dataclass(frozen=True)
class Annotating:
    """Word lists as sets, all lower case; phrases keep their spaces. Of stems a word begins with one."""

    party_heads: Words
    party_heads_weak: Words
    party_marks: Words
    party_not: Words
    party_never: Words
    place_heads: Words
    party_joints: Words
    party_organs: Words
    hyphened: Words
    party_tails: Words
    colours: Words
    shades: Words
    body_heads: Words
    never_contestants: Words
    titles: Words
    honorifics: Words
    epithets: Words
    name_particles: Words
    inner_particles: Words
    locating: Words
    inner_words: Words
    not_names: Words
    contest_verbs: Words
    apposition_ends: Words
    contest_links: Words
    percent_words: Words
    contest_having: Words
    contest_counts: Words
    contest_votes: Words
    contest_being: Words
    contest_elected: Words
    contest_beating: Words
    contest_scores: Words
    core_stems: tuple[str, ...]
    sure_stems: tuple[str, ...]
    core_sentences: int
    gate_stems: tuple[str, ...]

    @cached_property
    def not_of_people(self) -> Words:
        """Words that no name of a person holds: of parties, bodies, creeds and posts."""
        return self.party_heads | self.body_heads | self.colours | self.not_names | self.titles

    @cached_property
    def not_of_members(self) -> Words:
        """As `not_of_people`, with the organs of parties: of people whom only their party tells."""
        return self.not_of_people | self.party_organs


def load_annotating(folder: Path) -> Annotating:
    """Read configs/annotating.toml. Raises ConfigError for an unknown or missing key."""
    path = folder / "annotating.toml"
    return build(Annotating, read_toml(path), str(path))
