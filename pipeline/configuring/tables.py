"""The words of flat tables, of turnouts and of votes told by their owner: tables of configs/counting.toml."""

from __future__ import annotations

from dataclasses import dataclass

Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class TableWords:
    """Lines of a table: "Electorate 66,140", "Ann Lee (Labour) 11,033 (50.2%)"."""

    registered: Words
    cast: Words
    head_fill: Words
    head_links: Words
    no_names: Words
    particles: Words
    row_links: Words
    between: Words
    seat_heads: Words
    share_heads: Words
    vote_heads: Words
    row_names: Words
    part_columns: Words
    total_columns: Words
    of_a_vote: Words
    introducing: Words
    no_heads: Words
    no_rows: Words
    bracketed: Words
    before: Words
    electors: Words
    cell_units: Words
    thousands: float


@dataclass(frozen=True, slots=True)
class PollingWords:
    """Turnouts told without the word, or with the figure before it."""

    drawing: Words
    to_polls: Words
    opening: Words
    opening_fill: Words
    polling: Words
    polling_ends: Words
    percentage: Words
    percentage_links: Words
    elsewhere: Words
    there: Words


@dataclass(frozen=True, slots=True)
class StationWords:
    """Polling stations that have reported."""

    nouns: Words
    fill: Words
    reported: Words
    after: Words
    not_counting: Words


@dataclass(frozen=True, slots=True)
class DeclaredWords:
    """Seats whose result is known, whoever won them."""

    nouns: Words
    results: Words
    fill: Words
    auxiliaries: Words
    reported: Words
    filled: Words
    ends: Words
    wholes: Words
    openers: Words


@dataclass(frozen=True, slots=True)
class OwnVoteWords:
    """Votes and shares told by their owner: "the No vote was 1.2 million", "Brown's share read 41 percent"."""

    nouns: Words
    shares: Words
    in_percent: Words
    support_for: Words
    support_at: Words
    partisan: Words
    moving: Words
    links: Words
    between: Words
    thanks_to: Words
    cast_for: Words
    places: Words
    counts: Words
    parting: Words
    worth: Words
    went: Words
    were_for: Words
    saying: Words


@dataclass(frozen=True, slots=True)
class RollWords:
    """Voters told by the rolls or by what they did: "the register runs to N names", "those who voted numbered N"."""

    rolls: Words
    holding: Words
    names: Words
    eligible: Words
    those_who: Words
    auxiliaries: Words
    numbering: Words
    found: Words
    came: Words
    of_whom: Words
    being: Words
    saying: Words


@dataclass(frozen=True, slots=True)
class GottenWords:
    """Votes without their noun, by who got them: "garnered 342,821", "the 233,131 that Barnes was able to muster"."""

    polling: Words
    behind: Words
    placed: Words
    people: Words
    did: Words
    a_bit: Words
    polled: Words


@dataclass(frozen=True, slots=True)
class ForecastWords:
    """Shares told of somebody by a noun or a clause: "For Lorna the forecast is 6-8 percent"."""

    nouns: Words
    links: Words
    taking: Words
