"""The reading stage: arguments -> InputFile -> Reading. Each file is read by itself, so that workers can share them.

files = list_inputs(arguments, config)          # sorted, with what the manifests say
readings = read_file(file, config)              # one row an article or reason; never raises for bad input
readings = unite(readings)                      # unique ids, duplicates marked, in the order of the tables
"""

from __future__ import annotations

import dataclasses
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from pipeline.configuring.reading import ReadingConfig
from pipeline.keeping import Keeper, Named
from pipeline.reading.drafts import Draft, Drafts, InputFile, ReadingError, Unreadable, finish, make_article_id, refused
from pipeline.reading.duplicates import Head, head_of, origins_of, repeating
from pipeline.reading.from_csv import read_csv_articles
from pipeline.reading.from_feed import read_feed
from pipeline.reading.from_html import read_html
from pipeline.reading.from_json import read_json, read_jsonl
from pipeline.reading.from_parquet import read_parquet
from pipeline.reading.from_warc import read_warc
from pipeline.reading.listing import list_inputs
from pipeline.reading.manifest import apply_manifest
from pipeline.reading.opening import open_input
from pipeline.reading.plain import read_plain
from pipeline.reading.records import printed
from pipeline.types import Reading

__all__ = ["InputFile", "ReadingError", "list_inputs", "read_all", "read_bytes", "read_file", "unite"]

READERS: dict[str, Callable[[BinaryIO, ReadingConfig], Drafts]] = {
    "text": read_plain,
    "html": read_html,
    "json": read_json,
    "jsonl": read_jsonl,
    "csv": read_csv_articles,
    "parquet": read_parquet,
    "feed": read_feed,
    "warc": read_warc,
}


def read_file(input_file: InputFile, config: ReadingConfig) -> list[Reading]:
    """Read one file: one Reading for each article in it, or for the reason why there is none; never empty.

    Bad input never raises: what cannot be read is a Reading with a reason. Offsets of later stages count code
    points of `Article.text`: of a plain text file the decoded content, unchanged but for a byte order mark.
    """
    if input_file.problem is not None:
        status, reason = input_file.problem
        return [finish(input_file.path, Draft(None, None, status, reason))]
    return list(_finished(input_file, _opened(input_file, config), config))


def read_bytes(input_file: InputFile, content: bytes, config: ReadingConfig) -> list[Reading]:
    """As `read_file`, for content that is already at hand (not packed); nothing is opened."""
    return list(_finished(input_file, READERS[input_file.format](io.BytesIO(content), config), config))


def _opened(input_file: InputFile, config: ReadingConfig) -> Drafts:
    with open_input(input_file.location, input_file.packed, config.limits) as stream:
        yield from READERS[input_file.format](stream, config)


def _finished(input_file: InputFile, drafts: Drafts, config: ReadingConfig) -> Iterator[Reading]:
    """Readings of the drafts; one more with the reason where reading stops before the end."""
    count = 0
    try:
        for draft in drafts:
            if count == config.limits.max_articles:
                raise Unreadable(
                    f"more than max_articles = {count:,} in one file; the rest was not read: split the file"
                )
            count += 1
            yield finish(input_file.path, printed(apply_manifest(draft, input_file.manifest, config), config))
        if not count:
            yield finish(input_file.path, Draft(None, None, "skipped", "empty: there is no article in it"))
    except Unreadable as error:
        yield finish(input_file.path, refused(None, error))
    except (RecursionError, MemoryError):
        yield finish(input_file.path, refused(None, Unreadable("too deeply nested or too large to be read")))
    except Exception as error:  # whatever a library makes of hostile input, the other files are still read
        what = " ".join(
            f"the reader gave up ({type(error).__name__}: {error})".encode("utf-8", "replace").decode().split()
        )
        yield finish(input_file.path, refused(None, Unreadable(what[:300])))


def unite(readings: Iterable[Reading], folder: Path | None = None) -> Sequence[Reading]:
    """All readings of a run in the order of the tables, with unique ids and duplicates marked; kept in `folder`.

    Two files of one path and text (from two folders of the command line) get different ids. The order in which
    the readings come makes no difference. Raises OSError where the disk has no room for the texts.
    """
    keeper: Keeper[Reading] = Keeper(folder)
    heads: list[Head] = []
    for reading in readings:
        keeper.put(reading.article_id, reading)
        heads.append(head_of(reading))
    read, copies = keeper.kept(), _copies(heads)
    for at, copy in copies.items():
        heads[at] = dataclasses.replace(heads[at], article_id=_copied(read[at], copy).article_id)
    places = sorted(range(len(heads)), key=lambda at: (heads[at].in_order, heads[at].metadata))
    ordered = [heads[at] for at in places]
    repeated = {place: ordered[at] for place, at in enumerate(origins_of(ordered)) if at != place}

    def make(place: int) -> Reading:
        reading, copy = read[places[place]], copies.get(places[place])
        reading = _copied(reading, copy) if copy else reading
        return repeating(reading, repeated[place]) if place in repeated else reading

    return Named([head.article_id for head in ordered], make)


def _copies(heads: Sequence[Head]) -> dict[int, int]:
    """Of readings with one id, which are of one path and text, all but the first, each with its number."""
    seen: dict[str, int] = {}
    copies = {}
    for at in sorted(range(len(heads)), key=lambda at: (heads[at].in_order, heads[at].metadata)):
        copy = seen.get(heads[at].article_id, 0)
        seen[heads[at].article_id] = copy + 1
        if copy:
            copies[at] = copy
    return copies


def _copied(reading: Reading, copy: int) -> Reading:
    article = reading.article
    article_id = make_article_id(reading.path, article.text if article else "", copy)
    article = dataclasses.replace(article, article_id=article_id) if article else None
    return dataclasses.replace(reading, article_id=article_id, article=article)


def read_all(
    arguments: Sequence[str], config: ReadingConfig, folder: Path | None = None, path_list: Iterable[str] | None = None
) -> Sequence[Reading]:
    """Read everything the arguments name, in this process, in the order of the tables.

    What was read is kept in `folder`, in a file without a name, and read from there as it is asked for. Raises
    ReadingError (one sentence, with its exit code) where an argument does not exist or holds no file, before the
    folder is touched; OSError where the disk has no room.
    """
    files = list_inputs(arguments, config, path_list)
    return unite((reading for file in files for reading in read_file(file, config)), folder)
