"""Sections of configs/counting.toml for figures told without a noun of their own (see `counting.py`)."""

from __future__ import annotations

from dataclasses import dataclass

Words = frozenset[str]
Stems = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BareWords:
    """Figures without a noun of their own."""

    behind: Words
    families: Words
    whole_nouns: Words
    yet_to_declare: Words
    compared: Words
    distant: Words
    ties: Words
    tie_fill: Words
    went: Words
    fell: Words
    list_openers: Words
    no_names: Words
    strongly: Words
    seat_words: Words
    standings: Words
    standing_links: Words
    share_words: Words
    name_links: Words
    electorate_links: Words
    register_of: Words
    leaps: Words
    not_yet: Words
    foretold: Words
    cast: Words
    on_rolls: Words
    ghosts: Words
    then: Words
    odds: Words
    names: Words
    voting_stems: Stems
    backing_stems: Stems
    majority_links: Words
    majority_is: Words
    short: Words
    majority_of: Words
    number_is: Words
    number_parts: Words
    margin_links: Words
    margin_nouns: Words
    margin_verbs: Words
    needing: Words
    had: Words
    held_fill: Words
    change_nouns: Words
    up_or_down: Words
    change_down: Words
    apart: Words
    moved_on: Words
    change_links: Words
    candidates_links: Words
    voters_links: Words
    tallies: Words
    tally_verbs: Words
    exits: Words
    no_tally: Words
    list_links: Words


@dataclass(frozen=True, slots=True)
class MajorityWords:
    """What a majority takes."""

    reached_with: Words
    majority_of: Words
    which_is: Words
    lines: Words
    slim: Words
    magic: Words
    former: Words
    elect_needs: Words
    toward: Words
    majority_fill: Words


@dataclass(frozen=True, slots=True)
class PartisanWords:
    """Members of a chamber told by their party."""

    people: Words
    electing: Words
    elected: Words
    sitting: Words
    beside: Words
    gone: Words
    joined: Words
    remainder: Words
    made_of: Words
    there_are: Words
    adverbs: Words
    fill: Words


@dataclass(frozen=True, slots=True)
class ControlWords:
    """Houses told by how they are split: "kept the Senate 57-43"."""

    holding: Words
    holding_links: Words
    leads: Words
    leading: Words
    keeping: Words
    kinds: Words
    fill: Words


@dataclass(frozen=True, slots=True)
class PartitiveWords:
    """Some of the seats."""

    these: Words
    being: Words
    unseated: Words


@dataclass(frozen=True, slots=True)
class SizeWords:
    """Sizes of chambers and of their parts."""

    filled: Words
    systems: Words
    ways: Words
    lists: Words
    part_fill: Words
    kinds: Words
    number_of: Words
    number_is: Words
    houses: Words
    swollen: Words
    swollen_links: Words
    swollen_fill: Words


@dataclass(frozen=True, slots=True)
class MarginWords:
    """What parts the first two."""

    parting: Words
    articles: Words
    ahead: Words
    being_ahead: Words
