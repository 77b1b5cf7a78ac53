"""The words by which a sentence tells what a figure counts: configs/counting.toml, with their sentences."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pipeline.configuring.ahead import AheadWords
from pipeline.configuring.answers import AnswerWords
from pipeline.configuring.bare import (
    BareWords,
    ControlWords,
    MajorityWords,
    MarginWords,
    PartisanWords,
    PartitiveWords,
    SizeWords,
)
from pipeline.configuring.benches import BenchWords
from pipeline.configuring.gains import GainWords
from pipeline.configuring.gaps import GapWords
from pipeline.configuring.houses import HouseWords
from pipeline.configuring.moves import MoveWords
from pipeline.configuring.parted import PartedWords
from pipeline.configuring.seat_words import SeatWords, ShareWords
from pipeline.configuring.solo import SoloWords
from pipeline.configuring.standing import StandingWords
from pipeline.configuring.strangers import StrangerWords
from pipeline.configuring.strict import build, read_toml
from pipeline.configuring.tables import (
    DeclaredWords,
    ForecastWords,
    GottenWords,
    OwnVoteWords,
    PollingWords,
    RollWords,
    StationWords,
    TableWords,
)
from pipeline.configuring.voids import VoidWords

Words = frozenset[str]
Stems = tuple[str, ...]  # as str.startswith takes them


@dataclass(frozen=True, slots=True)
class ProgressWords:
    """How far a count has come."""

    count_of_whole: Words
    based: Words
    results: Words
    results_links: Words
    counting_verbs: Words
    count: Words
    count_at: Words
    at: Words
    withs: Words
    to: Words
    others: Words
    left: Words
    all_but: Words


@dataclass(frozen=True, slots=True)
class CountWords:
    """Votes, voters, candidates, parties and complaints."""

    fill: Words
    few: Words
    counted_vague: Words
    determiners: Words
    rounds: Words
    over_rounds: Words
    acting: Words
    harmed: Words
    struck: Words
    bars: Words
    compared_votes: Words
    vote_moves: Words
    kinds_of_ballots: Words
    winning_ballots: Words
    until: Words
    inside: Words
    commanding: Words
    accredited: Words
    rights: Words
    rejected: Words
    sampled: Words
    difference: Words
    difference_was: Words
    margin_of: Words
    margin_stems: Stems
    whole: Words
    of_whole: Words
    asides: Words
    cast: Words
    needed_stems: Stems
    voting_stems: Stems
    won: Words
    standing: Words
    complaint_stems: Stems
    entered: Words
    of_fill: Words
    no_compound: Words
    enumerated: Words


@dataclass(frozen=True, slots=True)
class AreaWords:
    """Provinces, constituencies and the like."""

    largest: Words
    backed_fill: Words
    results: Words
    station_results: Words
    reporting: Words
    won: Words
    elected: Words
    control: Words
    added: Words
    running: Words
    run_units: Words
    went: Words
    seat_areas: Words
    every: Words
    voting_fill: Words
    second_link: Words
    led_behind: Words
    reporting_links: Words
    annulled: Words
    deciding: Words
    released: Words
    not_yet: Words
    pending: Words
    others: Words


@dataclass(frozen=True, slots=True)
class RankWords:
    """Places in a result."""

    strong: Words
    place: Words
    largest: Words
    largest_of: Words
    was: Words
    was_with: Words
    far: Words


@dataclass(frozen=True, slots=True)
class ScoreWords:
    """Two figures told against each other. `least`, `most`: what two shares of one vote come to, in percent.

    `reach`: how many words before the score the verb may stand.
    """

    winning: Words
    beating: Words
    electing: Words
    outdoing: Words
    tallies: Words
    tally_links: Words
    opposites: dict[str, str]
    losing: Words
    siding: Words
    leaning: Words
    scored_nouns: Words
    outrunning: Words
    deciding: Words
    bills_in_chambers: Words
    opposed: Words
    stances: Words
    closing: Words
    bills: Words
    balloting: Words
    crowd: int
    whole: float
    sets_off: Words
    least: float
    most: float
    reach: int


@dataclass(frozen=True, slots=True)
class LinkWords:
    """Two figures that share a noun, and "it" that stands for a measure."""

    parting: Words
    every: Words
    who_stand: Words
    again: Words
    then: Words
    compared: Words
    which_is: Words
    or_in_all: Words
    short: Words
    prepositions: Words
    it_was_fill: Words
    that_number: Words
    it: Words


@dataclass(frozen=True, slots=True)
class Counting:
    """configs/counting.toml."""

    seats: SeatWords
    shares: ShareWords
    progress: ProgressWords
    standing: StandingWords
    counts: CountWords
    areas: AreaWords
    ranks: RankWords
    bare: BareWords
    moves: MoveWords
    majorities: MajorityWords
    partisans: PartisanWords
    partitives: PartitiveWords
    controls: ControlWords
    sizes: SizeWords
    margins: MarginWords
    links: LinkWords
    scores: ScoreWords
    ahead: AheadWords
    tables: TableWords
    polling: PollingWords
    stations: StationWords
    declared: DeclaredWords
    own_votes: OwnVoteWords
    gaps: GapWords
    parted: PartedWords
    houses: HouseWords
    gains: GainWords
    solo: SoloWords
    benches: BenchWords
    answers: AnswerWords
    rolls: RollWords
    gotten: GottenWords
    forecasts: ForecastWords
    strangers: StrangerWords
    voids: VoidWords


def load_counting(folder: Path) -> Counting:
    """Read configs/counting.toml. Raises ConfigError for an unknown or missing key."""
    path = folder / "counting.toml"
    return build(Counting, read_toml(path), str(path))
