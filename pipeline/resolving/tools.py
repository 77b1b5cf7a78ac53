"""Everything that compares and looks up names, made once a run from the configuration."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from pipeline.configuring.calendar import Calendar
from pipeline.configuring.configuration import Configuration
from pipeline.configuring.names import Names
from pipeline.configuring.officeholders import OfficeHolders
from pipeline.configuring.parties import Parties
from pipeline.configuring.places import Places
from pipeline.resolving.bearing import Bearings
from pipeline.resolving.decided import NOTHING_DECIDED, DecidedEntities, decided_entities
from pipeline.resolving.folding import Folder
from pipeline.resolving.known_people import KnownPeople
from pipeline.resolving.matching import PersonMatcher
from pipeline.resolving.names import NameReader
from pipeline.resolving.party_names import PartyMatcher

_made: dict[str, Tools] = {}


@dataclass(frozen=True)
class Tools:
    """The readers, matchers and gazetteers of a run."""

    names: Names
    places: Places
    parties: Parties
    holders: OfficeHolders
    folder: Folder
    reader: NameReader
    people: PersonMatcher
    party_names: PartyMatcher
    known: KnownPeople
    bearings: Bearings
    calendar: Calendar
    decided: DecidedEntities = NOTHING_DECIDED
    seen_places: dict[tuple[str, str, tuple[str, ...]], Any] = field(default_factory=dict)

    def forget(self) -> None:
        """Let go of the names of a run: what is kept of them is as large as all that was found in it."""
        for keeper in (self.folder, self.reader, self.people, self.party_names, self.known):
            keeper.forget()
        self.seen_places.clear()


def make_tools(config: Configuration) -> Tools:
    """Build the tools, once for one state of the configuration: the gazetteers take most of a second."""
    if config.digest not in _made:
        _made.clear()
        _made[config.digest] = _make(config)
    tools = _made[config.digest]
    return replace(tools, seen_places={}, decided=decided_entities(config.decisions, tools.reader, tools.party_names))


def _make(config: Configuration) -> Tools:
    folder = Folder(config.names.folding)
    reader = NameReader(config.names, folder)
    people = PersonMatcher(config.names, folder, reader)
    known = KnownPeople(config.officeholders, config.parties, reader, people, folder)
    party_names = PartyMatcher(config.names, folder, config.places.country_of)
    given = frozenset(config.names.given) | frozenset(config.names.bearing.first_names)
    bearings = Bearings(config.names.bearing, config.names.titles.before, given, config.names.namesakes)
    gazetteers = (config.names, config.places, config.parties, config.officeholders)
    return Tools(*gazetteers, folder, reader, people, party_names, known, bearings, config.calendar)
