"""What was measured last: the readings that a figure without a noun may go on from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from pipeline.extracting.readings import Reading

_MANY = 40  # readings of one sentence
_FAR = 5  # sentences over which a bare figure may go on with a measure


@dataclass
class Ago:
    """The measures read last, each with the sentences since; what a bare "won two" goes on from."""

    readings: list[tuple[int, Reading]] = field(default_factory=list)
    sentence: int = 0
    seat_words: int = -99  # the last sentence that spoke of seats or deputies

    def add(self, reading: Reading) -> None:
        """Note a reading of the current sentence."""
        self.readings.append((self.sentence, reading))

    def recent(self) -> Iterator[Reading]:
        """The readings of the last few sentences, the latest first."""
        for _, reading in self.dated():
            yield reading

    def dated(self) -> Iterator[tuple[int, Reading]]:
        """The same, each with its sentence."""
        for at, reading in reversed(self.readings):
            if self.sentence - at > _FAR:
                return
            yield at, reading

    def houses(self) -> list[Reading]:
        """The sizes of houses told so far, however long ago: what a majority is half of."""
        return [reading for _, reading in self.readings if reading.measure == "seats_total"]

    def here(self) -> list[Reading]:
        """The readings of the current sentence noted so far, in text order."""
        return [reading for at, reading in self.readings[-_MANY:] if at == self.sentence]
