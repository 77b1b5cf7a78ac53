"""The first going through the articles of a run: what each says of its names, and how often all of them say it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from pipeline.keeping import Keeper, plain_keeper
from pipeline.resolving.backdrop import Backdrop, backdrop_of
from pipeline.resolving.corpus import Corpus
from pipeline.resolving.mistaken import Weighed, weigh
from pipeline.resolving.tools import Tools
from pipeline.types import EntityKind


@dataclass(frozen=True, slots=True)
class FirstLook:
    """What is known of each article, in the corpus's order, and of all of them together.

    `said` adds up what is said of each print as a person's; `kinds` counts mentions by kind and print, people's aside:
    whether one of them is a person cannot be told before all articles are seen.
    """

    weighed: Keeper[Weighed]
    backdrops: dict[str, Backdrop] = field(default_factory=dict)
    said: Counter[str] = field(default_factory=Counter)
    kinds: dict[EntityKind, Counter[str]] = field(default_factory=dict)


def look_at(corpus: Corpus, tools: Tools) -> FirstLook:
    """Go through all articles once: each is unpacked and its text read, which takes longer than most of what is asked.

    Where an extraction has no article, no text says anything of its names.
    """
    look = FirstLook(plain_keeper(Weighed, corpus.folder))
    for extraction in corpus.extractions:
        article = corpus.article(extraction.article_id)
        look.backdrops[extraction.article_id] = backdrop_of(extraction, article, tools.places)
        found = weigh(extraction.mentions, None if article is None else article.text, tools)
        look.said.update(found.prints)
        look.weighed.put(extraction.article_id, found)
        for mention in extraction.mentions:
            if mention.kind != "person":
                look.kinds.setdefault(mention.kind, Counter())[mention.text] += 1
    return look
