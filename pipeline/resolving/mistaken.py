"""Names that recognition took for people and that are none: by their article, else by all articles together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.resolving.backdrop import Backdrop
from pipeline.resolving.names import PersonName
from pipeline.resolving.tools import Tools
from pipeline.types import Mention


@dataclass(frozen=True, slots=True)
class NoPeople:
    """Of one article: the prints that are no people anywhere in it, and single places (offsets) where one is none."""

    prints: Mapping[str, int]
    places: Mapping[int, int]

    def score(self, mention: Mention) -> int | None:
        """Return the sum that makes the mention no person; None where it may be one."""
        if mention.kind != "person":
            return None
        return self.prints.get(mention.text, self.places.get(mention.char_start))


@dataclass(frozen=True, slots=True)
class Weighed:
    """Of one article: what is said on each print, and on each mention of it by its place."""

    prints: Mapping[str, int]
    places: Mapping[int, tuple[str, int]]


def people_by_mistake(
    read: Mapping[str, Sequence[Mention]],
    tools: Tools,
    backdrops: Mapping[str, Backdrop],
    texts: Mapping[str, str],
) -> dict[str, NoPeople]:
    """Return for each article what is no person, with the sum that says so.

    An article without a text has none. The gazetteer's people are people whatever stands around them.
    """
    weighed = {article: _weigh(mentions, texts.get(article), tools) for article, mentions in read.items()}
    corpus: Counter[str] = Counter()
    for found in weighed.values():
        corpus.update(found.prints)
    return {article: _no_people(found, corpus, backdrops[article], tools) for article, found in weighed.items()}


def _no_people(found: Weighed, corpus: Counter[str], backdrop: Backdrop, tools: Tools) -> NoPeople:
    words = tools.names.bearing
    prints = {}
    for text, score in found.prints.items():
        everywhere = corpus[text] <= words.corpus_limit and score <= words.corpus_share
        if (score <= words.limit or everywhere) and not _known(tools.reader.read(text), backdrop, tools):
            prints[text] = score
    places = {
        place: score
        for place, (text, score) in found.places.items()
        if score <= words.mention_limit and not _known(tools.reader.read(text), backdrop, tools)
    }
    return NoPeople(prints, places)


def _weigh(mentions: Sequence[Mention], text: str | None, tools: Tools) -> Weighed:
    people = [m for m in mentions if m.kind == "person"]
    if text is None:
        return Weighed({}, {})
    names = {m.text: tools.reader.read(m.text) for m in people}
    inside = {word for name in names.values() if len(name.words) > 1 for word in (*name.words, name.last_printed)}
    alone = {t: len(t.split()) < 2 and name.key not in inside for t, name in names.items()}
    sums = {printed: tools.bearings.name(name, printed, not alone[printed]) for printed, name in names.items()}
    places = {}
    for mention in people:
        score = tools.bearings.around(text, mention, alone[mention.text])
        places[mention.char_start] = mention.text, score
        sums[mention.text] += score
    return Weighed(sums, places)


def _known(name: PersonName, backdrop: Backdrop, tools: Tools) -> bool:
    if len(name.words) == 1:
        return tools.known.has_surname(name, (backdrop.country, *backdrop.mentioned))
    return tools.known.find(name, backdrop.country, backdrop.year) is not None
