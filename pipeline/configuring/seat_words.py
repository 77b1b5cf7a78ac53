"""The words by which a sentence tells seats and shares of the vote: [seats] and [shares] of configs/counting.toml."""

from __future__ import annotations

from dataclasses import dataclass

Words = frozenset[str]
Stems = tuple[str, ...]  # as str.startswith takes them


@dataclass(frozen=True, slots=True)
class SeatWords:
    """Places in a chamber."""

    haul: Words
    change: Words
    change_down: Words
    lead: Words
    joined: Words
    unelected: Words
    local: Words
    electoral_stems: Stems
    short: Words
    need: Words
    more_needed: Words
    support_of: Words
    requiring: Words
    whole_fill: Words
    no_whole: Words
    definite: Words
    keeping: Words
    taking_all: Words
    some_members: Words
    marks: Words
    mark_is: Words
    no_chamber: Words
    house_adjectives: Words
    lands: Words
    stake_fill: Words
    stake_lead: Words
    suffices: Words
    stake_opens: Words
    ending: Words
    no_house: Words
    no_houses: Words
    every: Words
    inside: Words
    more: Words
    fewer: Words
    additional: Words
    in_front: Words
    undecided: Words
    still: Words
    undeclared: Words
    cabinets: Words
    committees: Words
    change_fill: Words
    lost: Words
    gained: Words
    no_rise: Words
    no_fall: Words
    gained_or_won: Words
    losses_near: Words
    moved: Words
    moved_down: Words
    house_with: Words
    house_or_party: Words
    house_fill: Words
    house_has: Words
    entering: Words
    house_skip: Words
    members_voted: Words
    sending: Words
    ousted: Words
    seeing: Words
    councils: Words
    house_kinds: Words
    seats_of_houses: Words
    left: Words
    held_when: Words
    into_votes: Words
    when: Words
    elective: Words


@dataclass(frozen=True, slots=True)
class ShareWords:
    """Percentages and points."""

    count_fill: Words
    no_share: Words
    no_parts: Words
    lead: Words
    percent_lead: Words
    lead_behind: Words
    leading: Words
    change_and_margin: Words
    margin_before: Words
    change_of: Words
    turnout_fill: Words
    share_behind: Words
    counted_fill: Words
    voted_fill: Words
    counted_vague: Words
    no_seats: Words
    places_counted: Words
    boxes: Words
    no_winning: Words
    counted_so_far: Words
    owners_have: Words
    counters: Words
    turnout_needed: Words
    put_at: Words
    poll_at: Words
    poll_the: Words
    against_the: Words
    this_time: Words
    lead_lost: Words
    poll_of: Words
    poll_on: Words
    triumphs: Words
    totals: Words
    widest: float
    of_or_to: Words
    spoiled: Words
    opening: Words
    stance_tails: Words
    fraction_fill: Words
    backed_before: Words
    voting_stems: Stems
    counting: Words
    count_of: Words
    count_complete: Words
    count_nouns: Words
    taken: Words
    ties: Words
    threshold_behind: Words
    approval: Words
