"""What a format's reader hands on: a draft of an article, or of a reason; `finish` makes the Reading."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from pipeline.types import Article, ArticleStatus, Reading

UNDATED = "unknown: the file and the manifest give no date"


class ReadingError(Exception):
    """Arguments that cannot be read at all; the message is one sentence for the user. `exit_code` is 2 for usage."""

    def __init__(self, message: str, exit_code: int = 2) -> None:
        super().__init__(message)
        self.exit_code = exit_code


class Unreadable(Exception):
    """One input that gives no article; the message is the reason shown in its row."""

    def __init__(self, reason: str, status: ArticleStatus = "failed") -> None:
        super().__init__(reason)
        self.status: ArticleStatus = status


@dataclass(frozen=True, slots=True)
class ManifestRow:
    """One row of a manifest. `published` is as printed there; `line` counts from 1; `repeated` are later lines."""

    published: str | None
    source: str | None
    title: str | None
    url: str | None
    line: int
    repeated: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class InputFile:
    """One file to read, with what a worker needs to read it alone.

    `location` is the absolute path, `path` the name in the tables. `problem` is a (status, reason) found while
    listing; such a file is never opened. `manifest` holds the rows that speak of it: article number, or None for
    the whole file.
    """

    location: str
    path: str
    format: str = ""
    packed: bool = False
    problem: tuple[ArticleStatus, str] | None = None
    manifest: tuple[tuple[int | None, ManifestRow], ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """One article or reason within a file.

    `number` is None where the file is one article, else the "n" of its path "file#n". `published` is normalised;
    `guessed` marks a date that a manifest overrules. `text` None goes with a status other than "read" and a reason.
    """

    number: int | None
    text: str | None
    status: ArticleStatus = "read"
    reason: str | None = None
    title: str | None = None
    source: str | None = None
    url: str | None = None
    published: str | None = None
    published_basis: str = UNDATED
    guessed: bool = False
    notes: tuple[str, ...] = field(default=())


Drafts = Iterator[Draft]


def refused(number: int | None, error: Unreadable, notes: Sequence[str] = ()) -> Draft:
    """A draft of the reason why there is no article."""
    return Draft(number, None, error.status, str(error), notes=tuple(notes))


def make_article_id(path: str, text: str, copy: int = 0) -> str:
    """Hash of the path and the text alone, so that no other file, folder or metadata changes it.

    `copy` tells apart files of one path and text under several folders of the command line (0 for the first).
    """
    content = f"{path}\0{text}" + (f"\0{copy}" if copy else "")
    return "a_" + hashlib.blake2b(content.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def finish(path: str, draft: Draft) -> Reading:
    """Turn a draft of the file `path` into a Reading; all its fields can be encoded as UTF-8."""
    path = path if draft.number is None else f"{path}#{draft.number}"
    note = "; ".join(draft.notes) or None
    if draft.text is None or draft.status != "read":
        return Reading(make_article_id(path, ""), path, draft.status, draft.reason, None, None, note)
    article_id = make_article_id(path, draft.text)
    article = Article(
        article_id, path, draft.text, draft.source, draft.title, draft.published, draft.published_basis, draft.url
    )
    return Reading(article_id, path, "read", None, article, None, note)
