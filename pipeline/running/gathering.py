"""Every article's extraction: what is kept is taken, the rest is read now and kept."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Generator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from pipeline.keeping import Named, chosen, names_of
from pipeline.running import records
from pipeline.running.cache import Cache, article_key
from pipeline.running.circumstances import Circumstances
from pipeline.running.extractions import extraction_keeper
from pipeline.running.watch import Watch
from pipeline.running.worker import Result
from pipeline.types import Article, Extraction


@dataclass(frozen=True, slots=True)
class Gathered:
    """The extractions, and by article id the reason where there is none; how many were read now, how many known.

    Extractions are in the order of the articles, whatever was known before; they are on disk.
    """

    extractions: Sequence[Extraction]
    failed: dict[str, str]
    computed: int
    kept: int


# Carries articles to the work of the circumstances and gives (index, result) for each, in no particular order.
Engine = Callable[[Sequence[Article], Circumstances], Generator[tuple[int, Result]]]


@dataclass(frozen=True, slots=True)
class Places:
    """The cache, and the folder for what is kept of this run while it goes on."""

    cache: Cache
    folder: Path


def gather(articles: Sequence[Article], places: Places, how: Circumstances, engine: Engine, watch: Watch) -> Gathered:
    """Return all extractions. Raises RunError where the engine cannot begin, OSError where nothing can be kept."""
    cache, keeper = places.cache, extraction_keeper(places.folder)
    failed: dict[str, str] = {}
    todo, names = array("L"), list[str]()
    for place, article in enumerate(articles):
        known = cache.get(article_key(article, how.name))
        if known is None:
            todo.append(place)
            names.append(article.article_id)
        else:
            keeper.put(article.article_id, known)
    waiting = chosen(articles, todo, names, lambda article: article)
    watch.progress(0, len(todo))
    # Closed here and now, also where the disk refuses: what the engine started must not wait for Python's own end.
    with closing(engine(waiting, how)) as results:
        for done, (index, result) in enumerate(results, start=1):
            article = waiting[index]
            if result.data is None:
                failed[article.article_id] = result.reason or "the analysis gave nothing"
            else:
                cache.put(article_key(article, how.name), result.data)
                # From the bytes, as from the cache: the stages after see the same, fresh or kept.
                keeper.put(article.article_id, records.from_bytes(result.data))
            watch.progress(done, len(todo))
    return Gathered(_in_order(keeper.kept(), articles), failed, len(todo), len(articles) - len(todo))


def _in_order(extractions: Named[Extraction], articles: Sequence[Article]) -> Named[Extraction]:
    """What was known comes first and what is read now comes as workers end: the order of the articles is restored."""
    place_of = {name: place for place, name in enumerate(extractions.names)}
    names = [article_id for article_id in names_of(articles, _id_of) if article_id in place_of]
    return chosen(extractions, array("L", [place_of[name] for name in names]), names, lambda extraction: extraction)


def _id_of(article: Article) -> str:
    return article.article_id
