"""One Excel workbook: a sheet a table (several for a long one), a frozen header, and links from row to row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from pipeline.exporting.cells import safe_cell
from pipeline.exporting.sheet import Row, Sheet, replaced

FILE = "tallywire.xlsx"
# What Excel itself holds: more rows, links or characters make a file that it calls damaged.
MOST_ROWS = 1_048_575
MOST_LINKS = 65_000
MOST_CHARACTERS = 32_767
_CUT = " […]"
_WIDTHS = {"sentence": 80, "explanation": 80, "choice": 60, "path": 30, "name": 30, "subject": 30, "title": 40}
_WIDTH = 16
# Which column leads to which sheet: a list leads to the first of what it names.
_LINKS: Mapping[str, Mapping[str, str]] = {
    "knowledge": {"claim_ids": "claims", "conflict_ids": "conflicts", "contest_id": "contests"},
    "claims": {"fact_id": "knowledge", "article_id": "articles"},
    "conflicts": {"claim_ids_a": "claims", "claim_ids_b": "claims", "fact_ids": "knowledge"},
    "mentions": {"entity_id": "entities"},
}


class Place(NamedTuple):
    """Where a row stands: the title of its page and its line there."""

    page: str
    line: int


Places = Mapping[str, Mapping[str, Place]]  # by table and id


def write_xlsx(sheets: Sequence[Sheet], folder: Path, most_rows: int = MOST_ROWS) -> Path:
    """Write the workbook and return its path; sheet claims gets a column `fact_id`, which leads to its fact.

    A table of more than `most_rows` rows goes on in further sheets: claims, claims_2, claims_3. Raises ImportError
    without openpyxl, OSError.
    """
    import openpyxl

    rows = {sheet.name: sheet.read() for sheet in sheets}
    places = {sheet.name: _places(sheet, rows[sheet.name], most_rows) for sheet in sheets}
    facts = {claim: fact["fact_id"] for fact in rows.get("knowledge", ()) for claim in fact["claim_ids"]}

    def write(beside: Path) -> None:
        book = openpyxl.Workbook(write_only=True)
        for sheet in sheets:
            columns = sheet.columns
            found = rows[sheet.name]
            if sheet.name == "claims" and facts:
                columns = [columns[0], "fact_id", *columns[1:]]
                found = [row | {"fact_id": facts.get(row["claim_id"])} for row in found]
            for start in range(0, max(1, len(found)), most_rows):
                page = book.create_sheet(_title(sheet.name, start // most_rows))
                _fill(page, columns, found[start : start + most_rows], _LINKS.get(sheet.name, {}), places)
        book.save(beside)

    return replaced(folder / FILE, write)


def _title(name: str, number: int) -> str:
    return name if not number else f"{name}_{number + 1}"


def _places(sheet: Sheet, rows: Sequence[Row], most_rows: int) -> dict[str, Place]:
    """Return the page and the line on which each id stands; the header is line 1."""
    key = sheet.table.key[0]
    return {row[key]: Place(_title(sheet.name, at // most_rows), at % most_rows + 2) for at, row in enumerate(rows)}


def _fill(page: Any, columns: Sequence[str], rows: Sequence[Row], links: Mapping[str, str], places: Places) -> None:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.hyperlink import Hyperlink

    letters = [get_column_letter(number) for number in range(1, len(columns) + 1)]
    for letter, name in zip(letters, columns, strict=True):
        page.column_dimensions[letter].width = _WIDTHS.get(name, _WIDTH)
    page.freeze_panes = "B2"
    page.auto_filter.ref = f"A1:{letters[-1]}{len(rows) + 1}"
    page.append([_styled(WriteOnlyCell(page, name), Font(bold=True)) for name in columns])
    blue = _styled(WriteOnlyCell(page), Font(color="0563C1", underline="single"))._style
    room = MOST_LINKS
    for line, row in enumerate(rows, start=2):
        cells: list[Any] = []
        for letter, name in zip(letters, columns, strict=True):
            value = _fitting(safe_cell(row[name]))
            target = _target(row[name], links.get(name), places)
            if target and room:
                cell = WriteOnlyCell(page, value)
                cell._style = blue  # one style for all: to look it up by its font takes longer than the cell
                cell._hyperlink = Hyperlink(ref=f"{letter}{line}", location=target)
                value, room = cell, room - 1
            cells.append(value)
        page.append(cells)


def _styled(cell: Any, font: Any) -> Any:
    cell.font = font
    return cell


def _target(value: object, table: str | None, places: Places) -> str | None:
    first = (value[0] if value else None) if isinstance(value, list) else value
    place = places.get(table or "", {}).get(str(first))
    return f"'{place.page}'!A{place.line}" if place else None


def _fitting(value: object) -> object:
    # Excel counts UTF-16 units, of which a character beyond the first 65,536 takes two.
    if not isinstance(value, str) or len(value) * 2 <= MOST_CHARACTERS:
        return value
    units = value.encode("utf-16-le")
    if len(units) <= MOST_CHARACTERS * 2:
        return value
    return units[: (MOST_CHARACTERS - len(_CUT)) * 2].decode("utf-16-le", "ignore") + _CUT
