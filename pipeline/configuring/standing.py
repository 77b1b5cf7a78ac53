"""The words of those who stand for election: the section [standing] of configs/counting.toml."""

from __future__ import annotations

from dataclasses import dataclass

Words = frozenset[str]
Stems = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StandingWords:
    """Those who stand, told without the word candidates."""

    who: Words
    runs: Words
    contested: Words
    ran: Words
    open_ends: Words
    posts_stems: Stems
    field_of: Words
    field_of_whom: Words
    field_nouns: Words
    in_field: Words
    fielders: Words
    include: Words
    applicants: Words
    names: Words
    put_up: Words
    among_them: Words
    of_them: Words
    groups: Words
    on_ballot: Words
