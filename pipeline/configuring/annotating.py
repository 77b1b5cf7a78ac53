"""What corrects the recogniser's names and opens the gate, from configs/annotating.toml."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pipeline.configuring.strict import build, read_toml


@dataclass(frozen=True, slots=True)
class _File:
    party_heads: tuple[str, ...]
    party_heads_weak: tuple[str, ...]
    party_marks: tuple[str, ...]
    party_not: tuple[str, ...]
    colours: tuple[str, ...]
    body_heads: tuple[str, ...]
    never_contestants: tuple[str, ...]
    titles: tuple[str, ...]
    name_particles: tuple[str, ...]
    inner_words: tuple[str, ...]
    not_names: tuple[str, ...]
    contest_verbs: tuple[str, ...]
    contest_counts: tuple[str, ...]
    core_stems: tuple[str, ...]
    core_sentences: int
    gate_stems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Annotating:
    """Word lists as sets, all lower case; phrases keep their spaces."""

    party_heads: frozenset[str]
    party_heads_weak: frozenset[str]
    party_marks: frozenset[str]
    party_not: frozenset[str]
    colours: frozenset[str]
    body_heads: frozenset[str]
    never_contestants: frozenset[str]
    titles: frozenset[str]
    name_particles: frozenset[str]
    inner_words: frozenset[str]
    not_names: frozenset[str]
    contest_verbs: frozenset[str]
    contest_counts: frozenset[str]
    core_stems: tuple[str, ...]
    core_sentences: int
    gate_stems: tuple[str, ...]


def load_annotating(folder: Path) -> Annotating:
    """Read configs/annotating.toml. Raises ConfigError for an unknown or missing key."""
    path = folder / "annotating.toml"
    file = build(_File, read_toml(path), str(path))
    return Annotating(
        frozenset(file.party_heads),
        frozenset(file.party_heads_weak),
        frozenset(file.party_marks),
        frozenset(file.party_not),
        frozenset(file.colours),
        frozenset(file.body_heads),
        frozenset(file.never_contestants),
        frozenset(file.titles),
        frozenset(file.name_particles),
        frozenset(file.inner_words),
        frozenset(file.not_names),
        frozenset(file.contest_verbs),
        frozenset(file.contest_counts),
        file.core_stems,
        file.core_sentences,
        file.gate_stems,
    )
