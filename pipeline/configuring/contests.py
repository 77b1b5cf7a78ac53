"""The words by which an article says which election it speaks of: configs/contests.toml."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from pipeline.configuring.contest_limits import Weights, Windows
from pipeline.configuring.phrases import Starts, starts_of
from pipeline.configuring.strict import ConfigError, build, read_toml
from pipeline.types import ContestKind

Phrases = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Kinds:
    """Phrases that name a kind of election outright."""

    presidential: Phrases
    legislative: Phrases
    local: Phrases
    referendum: Phrases
    other: Phrases
    parliament_words: Phrases
    offices: Phrases
    private: Phrases
    generic_houses: Phrases
    generic_bodies: Phrases
    single_offices: Phrases
    party_offices: Phrases
    party_races: Phrases
    party_choices: Phrases
    party_leaders: Phrases
    unheld: Phrases
    party_leading: Phrases
    union: str
    union_members: Phrases
    union_seats: Phrases
    by_elections: Phrases
    midterms: Phrases
    bare: Phrases


@dataclass(frozen=True, slots=True)
class Bodies:
    """Words for the two houses."""

    upper: Phrases
    lower: Phrases


@dataclass(frozen=True, slots=True)
class Rounds:
    """Words for the rounds of an election."""

    first: Phrases
    second: Phrases
    third: Phrases
    ahead: Phrases
    behind: Phrases
    toward: Phrases
    other: frozenset[str]


@dataclass(frozen=True, slots=True)
class Times:
    """Words by which another election is placed in time."""

    before: Phrases
    before_nouns: Phrases
    not_before: Phrases
    previous: Phrases
    sitting: Phrases
    before_house: Phrases
    held_before: Phrases
    now_house: Phrases
    houses: Phrases
    not_house: Phrases
    before_figure: Phrases
    behind_figure: Phrases
    now: Phrases
    instead: Phrases
    new_house: Phrases
    held_against: Phrases
    held_verbs: Phrases
    held_ends: Phrases
    not_figure: Phrases
    current: Phrases
    same: Phrases
    ago: Phrases
    years: Phrases
    months: Phrases
    weeks: Phrases
    fortnights: Phrases
    ahead: Phrases
    fronts: Phrases


@dataclass(frozen=True, slots=True)
class Scope:
    """Words that bound how far a hint reaches, or take it away."""

    asides: Phrases
    year_marks: Phrases
    governing: Phrases
    joints: Phrases
    events: Phrases
    beginnings: Phrases
    returns: Phrases
    revisions: Phrases
    changes: Phrases
    counted: Phrases
    surveys: Phrases
    bounding: Phrases
    than_what: Phrases
    baselines: Phrases
    year_fronts: Phrases
    not_years: Phrases
    determiners: Phrases
    after_ordinal: Phrases
    before_month: Phrases
    name_months: Phrases
    causes: Phrases
    clauses: Phrases
    onward: Phrases
    measuring: Phrases
    resuming: Phrases
    relatives: Phrases
    links: Phrases
    event_ends: Phrases


@dataclass(frozen=True, slots=True)
class Timing:
    """Words that tell whether the article's election lies behind or ahead."""

    past: Phrases
    coming: Phrases


@dataclass(frozen=True, slots=True)
class People:
    """How office holders tell the time."""

    former: Phrases
    again: Phrases
    telling_offices: Phrases
    serving: Phrases
    gap: int


@dataclass(frozen=True, slots=True)
class Measures:
    """Measures that say something about the contest themselves."""

    chamber: Phrases
    partisan: Phrases
    outright: Phrases
    attributes: Phrases
    by_round: Phrases


@dataclass(frozen=True)
class ContestWords:
    """configs/contests.toml, with the look-ups made from it."""

    election_nouns: Phrases
    around_elections: Phrases
    kinds: Kinds
    bodies: Bodies
    rounds: Rounds
    times: Times
    scope: Scope
    timing: Timing
    people: People
    measures: Measures
    weights: Weights
    windows: Windows

    @cached_property
    def nouns(self) -> frozenset[str]:
        """The nouns of election, as a set."""
        return frozenset(self.election_nouns)

    @cached_property
    def phrases(self) -> dict[str, tuple[tuple[str, str], ...]]:
        """Every phrase with what it says: (cue kind, value) pairs; a phrase may say two things ("senate elections")."""
        table: dict[str, list[tuple[str, str]]] = {}
        kinds: tuple[tuple[ContestKind, Phrases], ...] = (
            ("presidential", self.kinds.presidential),
            ("legislative", self.kinds.legislative),
            ("local", self.kinds.local),
            ("referendum", self.kinds.referendum),
            ("other", self.kinds.other),
        )
        for kind, words in kinds:
            _enter(table, words, ("election_kind", kind))
        _enter(table, self.bodies.upper, ("body", "upper house"))
        _enter(table, self.bodies.lower, ("body", "lower house"))
        for number, words in enumerate((self.rounds.first, self.rounds.second, self.rounds.third), 1):
            _enter(table, words, ("round", str(number)))
        _enter(table, self.times.previous, ("previous", "1"))
        _enter(table, self.times.current, ("current", "0"))
        _enter(table, self.times.same, ("same", "0"))
        return {phrase: tuple(says) for phrase, says in table.items()}

    @cached_property
    def starts(self) -> Starts:
        """How the phrases begin."""
        return starts_of(self.phrases)

    @cached_property
    def asides(self) -> frozenset[str]:
        """The words that begin an aside, as a set."""
        return frozenset(self.scope.asides)

    @cached_property
    def sitting(self) -> frozenset[str]:
        """The words of what is held now, as a set."""
        return frozenset(self.times.sitting)

    @cached_property
    def sitting_starts(self) -> Starts:
        """As `starts`, of the words of what is held now."""
        return starts_of(self.times.sitting)

    @cached_property
    def counted(self) -> dict[str, tuple[tuple[int, str, str, float, str], ...]]:
        """Phrases that are counted wherever they stand, by what stands before their first space.

        Each with its number in the order of the lists, what it says (cue kind, value), its weight, and itself.
        """
        lists = (
            ("timing", "past", 1.0, self.timing.past),
            ("timing", "coming", 1.0, self.timing.coming),
            ("election_kind", "legislative", self.weights.around, self.kinds.parliament_words),
            ("bare", "election", self.weights.around, self.around_elections),
            ("private", "ballot", 1.0, self.kinds.private),
        )
        table: dict[str, list[tuple[int, str, str, float, str]]] = {}
        entries = ((kind, value, weight, phrase) for kind, value, weight, phrases in lists for phrase in phrases)
        for number, entry in enumerate(entries):
            table.setdefault(entry[-1].split(" ")[0], []).append((number, *entry))
        return {word: tuple(found) for word, found in table.items()}

    @cached_property
    def openers(self) -> frozenset[str]:
        """The words with which a phrase of any of these lists begins, or "the last election"."""
        return self.earlier_openers.union(self.starts.longest)

    @cached_property
    def earlier_openers(self) -> frozenset[str]:
        """Of the openers those with which a hint at the election before may begin, or at what is held now."""
        t = self.times
        begun = (t.before, t.before_house, t.now_house, t.before_figure, t.behind_figure, t.held_ends, t.now, t.instead)
        return frozenset(self.sitting_starts.longest).union(*begun)

    @cached_property
    def measuring_starts(self) -> Starts:
        """As `starts`, of the words that begin an aside that holds what another figure is measured by."""
        return starts_of(self.scope.measuring)

    @cached_property
    def aside_starts(self) -> Starts:
        """As `starts`, of the words that begin an aside."""
        return starts_of(self.scope.asides)


def load_contests(folder: Path) -> ContestWords:
    """Read configs/contests.toml. Raises ConfigError for an unknown key or a phrase that cannot meet text."""
    path = folder / "contests.toml"
    words = build(ContestWords, read_toml(path), str(path))
    for phrase in (*words.phrases, *words.scope.asides, *words.times.sitting, *words.election_nouns):
        if not phrase or phrase != " ".join(phrase.casefold().split()):
            raise ConfigError(f"{path}: {phrase!r} never meets text; write it in lower case with single spaces")
    return words


def _enter(table: dict[str, list[tuple[str, str]]], words: Phrases, says: tuple[str, str]) -> None:
    for word in words:
        if says not in table.setdefault(word, []):
            table[word].append(says)
