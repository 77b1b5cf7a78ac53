"""Parquet of articles -> drafts, one a row."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any, BinaryIO

from pipeline.configuring.reading import ReadingConfig
from pipeline.reading.drafts import Drafts, Unreadable
from pipeline.reading.opening import read_whole
from pipeline.reading.records import draft_of_record

_BATCH = 64  # rows at once: with max_chars this bounds what a batch may take


def read_parquet(stream: BinaryIO, config: ReadingConfig) -> Drafts:
    """Yield one draft a row, numbered from 1; only the columns known as fields of an article are read.

    Raises Unreadable for what is not Parquet, has no text column or says that it unpacks to more than max_file_bytes.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    source = (
        stream
        if isinstance(stream, io.BufferedReader) and stream.seekable()
        else io.BytesIO(read_whole(stream, config.limits.max_document_bytes, "max_document_bytes"))
    )
    try:
        file = pq.ParquetFile(source)
        columns = _columns(file, config)
        number = 0
        for batch in file.iter_batches(batch_size=_BATCH, columns=columns):
            for record in batch.to_pylist():
                number += 1
                yield draft_of_record(record, number, "Parquet column", config, (f"row {number} of the file",))
    except (pa.ArrowException, OSError, ValueError, OverflowError) as error:
        raise Unreadable(f"not a Parquet file that can be read: {' '.join(str(error).split())[:200]}") from None


def _columns(file: Any, config: ReadingConfig) -> Sequence[str]:
    names, limits = config.fields, config.limits
    size = sum(file.metadata.row_group(i).total_byte_size for i in range(file.metadata.num_row_groups))
    if size > limits.max_file_bytes:
        raise Unreadable(f"unpacks to {size:,} bytes, more than max_file_bytes = {limits.max_file_bytes:,} allows")
    wanted = {*names.text, *names.title, *names.published, *names.source, *names.url}
    columns = [name for name in file.schema_arrow.names if name.strip().lower() in wanted]
    if not any(name.strip().lower() in names.text for name in columns):
        held = ", ".join(file.schema_arrow.names)[:200]
        raise Unreadable(
            f"no column is known as the text ({held}); add its name to [fields] of reading.toml", "skipped"
        )
    return columns
