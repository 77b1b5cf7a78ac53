"""Every article's extraction: what is kept is taken, the rest is read now and kept."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from contextlib import closing
from dataclasses import dataclass

from pipeline.running import records
from pipeline.running.cache import Cache, article_key
from pipeline.running.circumstances import Circumstances
from pipeline.running.watch import Watch
from pipeline.running.worker import Result
from pipeline.types import Article, Extraction


@dataclass(frozen=True, slots=True)
class Gathered:
    """By article id the extraction, or the reason why there is none; how many were read now, how many had been kept."""

    found: dict[str, Extraction | str]
    computed: int
    kept: int


# Carries articles to the work of the circumstances and gives (index, result) for each, in no particular order.
Engine = Callable[[Sequence[Article], Circumstances], Generator[tuple[int, Result]]]


def gather(articles: Sequence[Article], cache: Cache, how: Circumstances, engine: Engine, watch: Watch) -> Gathered:
    """Return all extractions. Raises RunError where the engine cannot begin, OSError where nothing can be kept."""
    found: dict[str, Extraction | str] = {}
    todo: list[tuple[Article, str]] = []
    for article in articles:
        key = article_key(article, how.name)
        kept = cache.get(key)
        if kept is None:
            todo.append((article, key))
        else:
            found[article.article_id] = kept
    watch.progress(0, len(todo))
    # Closed here and now, also where the disk refuses: what the engine started must not wait for Python's own end.
    with closing(engine([article for article, _ in todo], how)) as results:
        for done, (index, result) in enumerate(results, start=1):
            article, key = todo[index]
            if result.data is None:
                found[article.article_id] = result.reason or "the analysis gave nothing"
            else:
                cache.put(key, result.data)
                # From the bytes, as from the cache: the stages after see the same, fresh or kept.
                found[article.article_id] = records.from_bytes(result.data)
            watch.progress(done, len(todo))
    return Gathered(found, len(todo), len(articles) - len(todo))
