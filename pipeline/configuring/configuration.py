"""All configuration, loaded once and handed to every stage."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.configuring.annotating import Annotating, load_annotating
from pipeline.configuring.calendar import Calendar, load_calendar
from pipeline.configuring.contests import ContestWords, load_contests
from pipeline.configuring.dates import Dates, load_dates
from pipeline.configuring.measures import Measures, load_measures
from pipeline.configuring.names import Names, load_names
from pipeline.configuring.officeholders import OfficeHolders, load_officeholders
from pipeline.configuring.parties import Parties, load_parties
from pipeline.configuring.places import Places, load_places
from pipeline.configuring.quantities import Quantities, load_quantities
from pipeline.configuring.terms import Circumstances, Terms, load_circumstances, load_terms


@dataclass(frozen=True, slots=True)
class Configuration:
    """Everything under configs/, validated. `digest` changes whenever a byte of it does."""

    folder: Path
    digest: str
    annotating: Annotating = field(repr=False)
    quantities: Quantities = field(repr=False)
    places: Places = field(repr=False)
    parties: Parties = field(repr=False)
    dates: Dates = field(repr=False)
    terms: Terms = field(repr=False)
    circumstances: Circumstances = field(repr=False)
    contests: ContestWords = field(repr=False)
    calendar: Calendar = field(repr=False)
    officeholders: OfficeHolders = field(repr=False)
    names: Names = field(repr=False)
    measures: Measures = field(repr=False)


def load(folder: Path) -> Configuration:
    """Read and validate the configuration folder. Raises ConfigError, which names the file and the key."""
    return Configuration(
        folder,
        digest(folder),
        load_annotating(folder),
        load_quantities(folder),
        load_places(folder),
        load_parties(folder),
        load_dates(folder),
        load_terms(folder),
        load_circumstances(folder),
        load_contests(folder),
        load_calendar(folder),
        load_officeholders(folder),
        load_names(folder),
        load_measures(folder),
    )


def digest(folder: Path) -> str:
    """Return a hash of all files of the folder, names and bytes."""
    state = hashlib.blake2b(digest_size=16)
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        state.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return state.hexdigest()
