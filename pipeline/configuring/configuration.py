"""All configuration, loaded once and handed to every stage."""

from __future__ import annotations

import dataclasses
import hashlib
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.configuring.annotating import Annotating, load_annotating
from pipeline.configuring.calendar import Calendar, load_calendar
from pipeline.configuring.confidence import Confidence, load_confidence
from pipeline.configuring.contests import ContestWords, load_contests
from pipeline.configuring.dates import Dates, load_dates
from pipeline.configuring.decisions import Decisions, load_decisions
from pipeline.configuring.measures import Measures, load_measures
from pipeline.configuring.names import Names, load_names
from pipeline.configuring.officeholders import OfficeHolders, load_officeholders
from pipeline.configuring.parties import Parties, load_parties
from pipeline.configuring.places import Places, load_places
from pipeline.configuring.quantities import Quantities, load_quantities
from pipeline.configuring.reading import ReadingConfig, load_reading
from pipeline.configuring.reconciling import ReconcilingConfig, load_reconciling
from pipeline.configuring.statements import Statements, load_statements
from pipeline.configuring.terms import Circumstances, Terms, load_circumstances, load_terms

# What is used only after extraction: a change there rereads no article.
AFTER_EXTRACTION = ("reconciling", "decisions", "names/", "calendar/", "reading")
# What no run reads: sentences for the tests, in files of their own.
NEVER_READ = ("examples/",)


@dataclass(frozen=True, slots=True)
class Configuration:
    """Everything under configs/, validated. `digest` changes whenever a byte of it does that a run may read."""

    folder: Path
    digest: str
    extraction_digest: str  # of the files that decide what is read in one article
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
    reading: ReadingConfig = field(repr=False)
    reconciling: ReconcilingConfig = field(repr=False)
    statements: Statements = field(repr=False)
    confidence: Confidence = field(repr=False)
    decisions: Decisions = field(repr=False)

    @property
    def labels(self) -> dict[str, str]:
        """What people read for each measure, by its id."""
        return self.measures.labels


def load(folder: Path) -> Configuration:
    """Read and validate the configuration folder. Raises ConfigError, which names the file and the key."""
    return Configuration(
        folder=folder,
        digest=digest(folder, NEVER_READ),
        extraction_digest=digest(folder, (*AFTER_EXTRACTION, *NEVER_READ)),
        annotating=load_annotating(folder),
        quantities=load_quantities(folder),
        places=load_places(folder),
        parties=load_parties(folder),
        dates=load_dates(folder),
        terms=load_terms(folder),
        circumstances=load_circumstances(folder),
        contests=load_contests(folder),
        calendar=load_calendar(folder),
        officeholders=load_officeholders(folder),
        names=load_names(folder),
        measures=(measures := load_measures(folder)),
        reading=load_reading(folder),
        reconciling=dataclasses.replace(load_reconciling(folder), labels=measures.labels),
        statements=load_statements(folder),
        confidence=load_confidence(folder),
        decisions=load_decisions(folder),
    )


def digest(folder: Path, without: tuple[str, ...] = ()) -> str:
    """Return a hash of the files of the folder, names and bytes, but for those that begin with `without`."""
    state = hashlib.blake2b(digest_size=16)
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        name = path.relative_to(folder).as_posix()
        if not name.startswith(without):
            state.update(name.encode() + b"\0" + path.read_bytes() + b"\0")
    return state.hexdigest()
