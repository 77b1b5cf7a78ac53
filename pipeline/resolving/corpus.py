"""The articles of a run as they are gone through: one after the other, several times, and never all at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path

from pipeline.keeping import finder, in_order
from pipeline.types import Article, Extraction


@dataclass(frozen=True, slots=True)
class Corpus:
    """The extractions in order of their articles' ids, what finds an article, and where to keep what is made of them.

    `folder` None stands for the system's own for such files.
    """

    extractions: Sequence[Extraction]
    article: Callable[[str], Article | None]
    folder: Path | None = None

    def text(self, article_id: str) -> str | None:
        """Return the article's text; None where it was not given."""
        article = self.article(article_id)
        return article.text if article is not None else None


def corpus_of(extractions: Sequence[Extraction], articles: Sequence[Article], folder: Path | None = None) -> Corpus:
    """Put the two together, in whatever order they come; an extraction need not have its article."""
    ordered = in_order(extractions, attrgetter("article_id"))
    return Corpus(ordered, finder(articles, attrgetter("article_id")), folder)
