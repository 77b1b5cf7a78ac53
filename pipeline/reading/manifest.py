"""manifest.csv -> what it says of each file beside it: path, published, source, title, url."""

from __future__ import annotations

import csv
import dataclasses
import os
from dataclasses import dataclass

from pipeline.configuring.reading import ReadingConfig
from pipeline.reading.dates import normalise_date
from pipeline.reading.decoding import decode
from pipeline.reading.drafts import Draft, ManifestRow, Unreadable
from pipeline.reading.opening import open_input, read_whole

NAME = "manifest.csv"
COLUMNS = ("path", "published", "source", "title", "url")


@dataclass(frozen=True, slots=True)
class Manifest:
    """The rows of one manifest by the path printed in them, in the order of the file, and the rows that are wrong."""

    rows: dict[str, ManifestRow]
    wrong: tuple[tuple[int, str], ...] = ()  # line, reason


def read_manifest(location: str, config: ReadingConfig) -> Manifest:
    """Read a manifest; columns it does not know are left alone. Raises Unreadable where no row can be used.

    Of two rows for one path the first holds. A row with another number of fields than the header is wrong.
    """
    with open_input(location, False, config.limits) as stream:
        text, _ = decode(read_whole(stream, config.limits.max_document_bytes, "max_document_bytes"), config.limits)
    reader = csv.reader(text.replace("\0", "").splitlines(keepends=True))
    rows: dict[str, ManifestRow] = {}
    wrong = []
    try:
        header = [name.strip().lower() for name in next(reader, [])]
        if "path" not in header:
            raise Unreadable(f"no column 'path' in the first line; the columns are {', '.join(COLUMNS)}")
        for row in reader:
            if len(row) != len(header):
                if row:
                    wrong.append((reader.line_num, f"{len(row)} fields where the first line has {len(header)}"))
                continue
            _add(rows, dict(zip(header, (cell.strip() for cell in row), strict=True)), reader.line_num)
    except csv.Error as error:
        wrong.append((reader.line_num, f"not CSV ({error}); the rows after it were not read"))
    return Manifest(rows, tuple(wrong))


def _add(rows: dict[str, ManifestRow], cells: dict[str, str], line: int) -> None:
    path = os.path.normpath(cells["path"].replace("\\", "/")) if cells["path"] else ""
    if path in rows:
        rows[path] = dataclasses.replace(rows[path], repeated=(*rows[path].repeated, line))
    else:
        published, source, title, url = (cells.get(name) or None for name in COLUMNS[1:])
        rows[path] = ManifestRow(published, source, title, url, line)


def apply_manifest(draft: Draft, rows: tuple[tuple[int | None, ManifestRow], ...], config: ReadingConfig) -> Draft:
    """Fill in what the file itself does not say; a row on the article goes before a row on its file.

    The file's own date holds against the manifest's, but for a date that was only guessed from the page.
    """
    for number, row in sorted(rows, key=lambda pair: pair[0] is None):
        if number in (None, draft.number):
            draft = _filled(draft, row, config)
    return draft


def _filled(draft: Draft, row: ManifestRow, config: ReadingConfig) -> Draft:
    notes, dated = list(draft.notes), (draft.published, draft.published_basis, draft.guessed)
    if row.repeated:
        lines = ", ".join(map(str, row.repeated))
        notes.append(f"{NAME} names it more than once; line {row.line} holds, not line {lines}")
    if row.published and (draft.published is None or draft.guessed):
        date, note = normalise_date(row.published, config.dates)
        notes += [f"{NAME}, line {row.line}: {note}"] if note else []
        dated = (date, NAME, False) if date else dated
    return dataclasses.replace(
        draft,
        source=draft.source or row.source,
        title=draft.title or row.title,
        url=draft.url or row.url,
        published=dated[0],
        published_basis=dated[1],
        guessed=dated[2],
        notes=tuple(notes),
    )
