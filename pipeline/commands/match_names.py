"""`tallywire match-names FILE.csv`: would these names be one entity? The same rows, with decision and features."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from pipeline.configuring.configuration import load
from pipeline.configuring.folder import configs_folder
from pipeline.configuring.strict import ConfigError
from pipeline.resolving.pairs import compare_names
from pipeline.resolving.scoring import Comparison
from pipeline.resolving.tools import Tools, make_tools

COLUMNS = ("name1", "name2", "kind")


def match_names(file: Path, out: TextIO) -> None:
    """Write the rows of the CSV file to `out` with two columns more: decision (same, different, unsure) and features.

    Columns name1, name2 and kind are needed, others are kept; lines that begin with # are comments. `kind` is
    person, party, place or body; empty means person, other words (organisation, company) are read as body.
    Raises ConfigError, with one plain sentence, for a file that is missing, not UTF-8 or without these columns.
    """
    header, rows = _read(file)
    tools = make_tools(load(configs_folder()))
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([*header, "decision", "features"])
    places = [header.index(column) for column in COLUMNS]
    for row in rows:
        first, second, kind = (row[place] for place in places)
        result = compare_names(first, second, _kind(kind), tools)
        writer.writerow([*row, result.decision, _features(result, tools)])


def _read(file: Path) -> tuple[list[str], Iterator[list[str]]]:
    try:
        text = file.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise ConfigError(
            f"{file}: there is no such file; name a CSV file with the columns name1, name2, kind"
        ) from None
    except (UnicodeDecodeError, IsADirectoryError) as error:
        raise ConfigError(f"{file}: not a text file in UTF-8 ({error}); save it as CSV in UTF-8") from None
    reader = csv.reader(line for line in text.splitlines() if not line.startswith("#"))
    header = [name.strip() for name in next(reader, [])]
    for column in COLUMNS:
        if column not in header:
            raise ConfigError(f"{file}: column {column!r} is missing; the first line must name name1, name2 and kind")
    return header, _rows(file, header, reader)


def _rows(file: Path, header: list[str], reader: Iterator[list[str]]) -> Iterator[list[str]]:
    for row in reader:
        if row and len(row) != len(header):
            raise ConfigError(f"{file}: row {','.join(row)!r} has {len(row)} fields, not {len(header)}; mend the row")
        if row:
            yield row


def _kind(text: str) -> str:
    kind = text.strip().lower() or "person"
    return kind if kind in ("person", "party", "place") else "body"


def _features(result: Comparison, tools: Tools) -> str:
    rows = tools.names.weights.features
    return "; ".join(f"{name} {rows[name].weight:+g}" for name in result.features) + f"; sum {result.score:g}"
