"""Every article's extraction: what is kept is taken, the rest is read now and kept."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.running import records, versions
from pipeline.running.cache import Cache, article_key
from pipeline.running.models import ModelStamp
from pipeline.running.pool import read_articles
from pipeline.running.watch import Watch
from pipeline.running.worker import Setup
from pipeline.types import Article, Extraction


@dataclass(frozen=True, slots=True)
class Gathered:
    """By article id the extraction, or the reason why there is none; how many were read now, how many had been kept."""

    found: dict[str, Extraction | str]
    computed: int
    kept: int


@dataclass(frozen=True, slots=True)
class Circumstances:
    """How to read an article now, and the name of all that its extraction depends on."""

    name: str
    setup: Setup
    workers: int


def circumstances(setup: Setup, workers: int, config_digest: str, model: ModelStamp) -> Circumstances:
    """Name the code, configuration, model and libraries that an extraction depends on: a change of any reads anew."""
    libraries = versions.library_versions()
    made_by = {
        "product": versions.product_version(),
        "code": versions.code_digest(versions.READS_ARTICLES),
        "configuration": config_digest,
        "model": dataclasses.asdict(model),
        "libraries": {name: libraries.get(name) for name in ("spacy", "thinc", "numpy")},
        "stages": [stage.work for stage in setup.stages],
    }
    return Circumstances(json.dumps(made_by, sort_keys=True), setup, workers)


def gather(articles: Sequence[Article], cache: Cache, how: Circumstances, watch: Watch) -> Gathered:
    """Return all extractions. Raises RunError where workers cannot begin, OSError where nothing can be kept."""
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
    results = read_articles([article for article, _ in todo], how.setup, how.workers)
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
