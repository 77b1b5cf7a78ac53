"""Writing rows as Parquet files, the same rows giving the same bytes, and reading them back."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from importlib.abc import MetaPathFinder
from itertools import chain, islice
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.tabling.schemas import SCHEMA_VERSION, TABLES, Column, Table

COMPRESSION_LEVEL = 3
# Rows made at a time. Parquet is written a multiple of 1,024 values at a time: the bytes do not depend on it.
_PART = 2_048


def schema(table: Table) -> pa.Schema:
    """Return the table's Arrow schema: description and unit stand with each column, the version with the table."""
    types = {
        "text": pa.string(),
        "whole": pa.int64(),
        "number": pa.float64(),
        "list": pa.list_(pa.string()),
        "truth": pa.bool_(),
    }
    fields = [pa.field(c.name, types[c.kind], nullable=not c.required, metadata=_notes(c)) for c in table.columns]
    about = {"title": table.name, "description": table.description, "schema_version": SCHEMA_VERSION}
    return pa.schema(fields, metadata={key.encode(): value.encode() for key, value in about.items()})


def _notes(column: Column) -> dict[bytes, bytes]:
    notes = {b"description": column.description.encode()}
    if column.unit:
        notes[b"unit"] = column.unit.encode()
    return notes


def arrow_table(table: Table, rows: Sequence[dict[str, Any]]) -> pa.Table:
    """Return the rows, in the order given, as an Arrow table of the table's schema."""
    shape = schema(table)
    arrays = [_array([row[c.name] for row in rows], shape.field(c.name).type) for c in table.columns]
    return pa.Table.from_arrays(arrays, schema=shape)


def _array(cells: list[Any], kind: pa.DataType) -> pa.Array:
    try:
        return pa.array(cells, type=kind)
    except UnicodeEncodeError:  # seldom: then only is each cell looked at
        return pa.array([_cell(cell) for cell in cells], type=kind)


def write(table: Table, rows: Iterable[dict[str, Any]], path: Path) -> int:
    """Write the rows, in the order given, to `path` (zstd); return how many. Raises OSError where the disk refuses."""
    left, count = iter(rows), 0
    # No time, host or process is written into a Parquet file; `created_by` holds pyarrow's version only.
    with (
        _without_pandas(),
        pq.ParquetWriter(
            path, schema(table), compression="zstd", compression_level=COMPRESSION_LEVEL, version="2.6"
        ) as file,
    ):
        groups = iter(lambda: _group(table, islice(left, table.row_group)), None)
        for group in chain([next(groups, arrow_table(table, []))], groups):  # a table without rows has one, of none
            file.write_table(group, row_group_size=table.row_group)
            count += group.num_rows
    pa.default_memory_pool().release_unused()  # or it is held until the end, beside what comes after
    return count


class _NoPandas(MetaPathFinder):
    """Finds no pandas, and leaves all else to others."""

    def find_spec(self, fullname: str, path: object, target: object = None) -> None:
        """Raise ImportError for pandas."""
        if fullname == "pandas":
            raise ImportError(fullname)


@contextmanager
def _without_pandas() -> Iterator[None]:
    """Let pyarrow import no pandas only to ask of each list whether it is a Series: that is a second for nothing.

    Who asks pyarrow for a DataFrame later gets one all the same.
    """
    finder = _NoPandas()
    sys.meta_path.insert(0, finder)
    try:
        yield
    finally:
        sys.meta_path.remove(finder)


def _group(table: Table, rows: Iterator[dict[str, Any]]) -> pa.Table | None:
    """The rows as one table; None where there are none. As dicts they take ten times the room: few are made at once."""
    parts = [arrow_table(table, part) for part in iter(lambda: list(islice(rows, _PART)), [])]
    if not parts:
        return None
    group = pa.concat_tables(parts)
    # Where a list ends the writer begins anew, unless the parts are one: then the bytes would depend on _PART.
    return group.combine_chunks() if any(column.kind == "list" for column in table.columns) else group


def _cell(value: object) -> object:
    # A lone surrogate, as a hostile JSON article may hold, has no UTF-8 form; a ? keeps the place and the offsets.
    if isinstance(value, str):
        return _encodable(value)
    if isinstance(value, list):
        return [_encodable(item) for item in value]
    return value


def _encodable(text: str) -> str:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return text.encode("utf-8", "replace").decode("utf-8")
    return text


def read(path: Path, columns: Sequence[str] | None = None) -> list[dict[str, Any]]:
    """Return the rows of one table, also of one that an earlier version wrote: a column it lacks is null, a list empty.

    Raises OSError or pyarrow.ArrowException for a file that is no table, or whose meaning this version does not know.
    """
    return list(each(path, columns))


def each(path: Path, columns: Sequence[str] | None = None) -> Iterator[dict[str, Any]]:
    """Yield the rows of one table as `read` returns them, never all at once."""
    # Not pq.read_table: that imports pandas, half a second before the first line of an audit.
    with pq.ParquetFile(path) as file:
        _check_version(version_of(file.schema_arrow))
        there = set(file.schema_arrow.names)
        wanted = [name for name in columns if name in there] if columns else None
        lacking = [c for c in _columns_of(path.stem) if c.name not in there and (columns is None or c.name in columns)]
        for batch in file.iter_batches(_PART, columns=wanted):
            for row in batch.to_pylist():
                for column in lacking:
                    row[column.name] = [] if column.kind == "list" else None
                yield row


def version_of(shape: pa.Schema) -> str:
    """Return the schema version that a file was written with; "" where it names none."""
    version: bytes = (shape.metadata or {}).get(b"schema_version", b"")
    return version.decode("ascii", "replace")


def _check_version(version: str) -> None:
    if version.partition(".")[0] not in ("", SCHEMA_VERSION.partition(".")[0]):
        raise pa.ArrowInvalid(f"its schema is version {version}, this tallywire reads {SCHEMA_VERSION}")


def _columns_of(name: str) -> tuple[Column, ...]:
    return next((table.columns for table in TABLES if table.name == name), ())
