"""Names that recognition took for people and that are none: by their article, else by all articles together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.keeping import Keeper
from pipeline.resolving.backdrop import Backdrop
from pipeline.resolving.corpus import Corpus
from pipeline.resolving.firms import firm_limits
from pipeline.resolving.names import PersonName
from pipeline.resolving.tools import Tools
from pipeline.types import Extraction, Mention


@dataclass(frozen=True, slots=True)
class NoPeople:
    """Of one article: the prints that are no people anywhere in it, and single places (offsets) where one is none."""

    prints: Mapping[str, int]
    places: Mapping[int, int]
    spared: frozenset[int] = frozenset()  # places where such a print is somebody all the same

    def score(self, mention: Mention) -> int | None:
        """Return the sum that makes the mention no person; None where it may be one."""
        if mention.kind != "person" or mention.char_start in self.spared:
            return None
        return self.prints.get(mention.text, self.places.get(mention.char_start))


@dataclass(frozen=True, slots=True)
class Weighed:
    """Of one article: what is said on each print, and on each mention of it by its place."""

    prints: Mapping[str, int]
    places: Mapping[int, tuple[str, int]]
    limits: Mapping[str, int]  # for the single places of words that are a firm's in the article
    spared: frozenset[int]


def people_by_mistake(
    corpus: Corpus, tools: Tools, backdrops: Mapping[str, Backdrop]
) -> Iterator[tuple[Extraction, NoPeople]]:
    """Yield each extraction with what in it is no person, and the sum that says so.

    An article without a text has none. The gazetteer's people are people whatever stands around them.
    """
    weighed: Keeper[Weighed] = Keeper(corpus.folder)
    everywhere: Counter[str] = Counter()
    for extraction, text in corpus.with_texts():
        found = _weigh(extraction.mentions, text, tools)
        everywhere.update(found.prints)
        weighed.put(extraction.article_id, found)
    for (extraction, text), found in zip(corpus.with_texts(), weighed.kept(), strict=True):
        bodies = _bodies(extraction.mentions, everywhere, text, tools)
        yield extraction, _no_people(found, bodies, everywhere, backdrops[extraction.article_id], tools)


def _bodies(mentions: Sequence[Mention], corpus: Mapping[str, int], text: str | None, tools: Tools) -> dict[int, int]:
    """Where a body stays one though its print is a person's elsewhere: "Albright & Wilson"."""
    bodies: dict[int, int] = {}
    for mention in mentions if text else ():
        if mention.kind == "body" and " " not in mention.text and corpus.get(mention.text, 0) > 0 and text:
            score = tools.bearings.around(text, mention, True)
            if score <= tools.names.bearing.firmly:
                bodies[mention.char_start] = score
    return bodies


def _no_people(
    found: Weighed, bodies: Mapping[int, int], corpus: Counter[str], backdrop: Backdrop, tools: Tools
) -> NoPeople:
    words = tools.names.bearing
    prints = {}
    for text, score in found.prints.items():
        everywhere = corpus[text] <= words.corpus_limit and score <= words.corpus_share
        if (score <= words.limit or everywhere) and not _known(text, backdrop, tools):
            prints[text] = score
    places = {
        place: score
        for place, (text, score) in found.places.items()
        if score <= found.limits.get(text, words.mention_limit) and not _known(text, backdrop, tools)
    }
    return NoPeople(prints, {**bodies, **places}, found.spared)


def _weigh(mentions: Sequence[Mention], text: str | None, tools: Tools) -> Weighed:
    people = [m for m in mentions if m.kind == "person"]
    if text is None:
        return Weighed({}, {}, {}, frozenset())
    names = {m.text: tools.reader.read(m.text) for m in people}
    inside = {word for name in names.values() if len(name.words) > 1 for word in (*name.words, name.last_printed)}
    alone = {t: len(t.split()) < 2 and name.key not in inside for t, name in names.items()}
    sums = {printed: tools.bearings.name(name, printed, not alone[printed]) for printed, name in names.items()}
    for printed in names:
        if alone[printed] and f" {printed.lower()} " in text:
            sums[printed] += tools.names.bearing.lowered_weight
        alone[printed] = alone[printed] or tools.bearings.names_a_firm(printed)
    places = {}
    limits = firm_limits(mentions, names, tools)
    for mention in people:
        score = tools.bearings.around(text, mention, alone[mention.text])
        places[mention.char_start] = mention.text, score
        sums[mention.text] += score
        if score <= tools.names.bearing.firmly and tools.bearings.short_for_a_firm(mention.text):
            limits[mention.text] = tools.names.bearing.firm_limit
    lent = _lend(sums, names, tools)
    for mention in mentions if limits else ():
        if mention.kind == "body" and mention.text in limits:
            places[mention.char_start] = mention.text, tools.bearings.around(text, mention, False)
    return Weighed(sums, places, limits, frozenset(_spared(places, lent, tools)))


def _lend(sums: dict[str, int], names: Mapping[str, PersonName], tools: Tools) -> dict[str, int]:
    """Add to each surname what is said of the full names that it ends or begins, the best of them; return that.

    It is a person's or a firm's as they are: "mining financier Robert Orlik ... a company run by Orlik". And what
    speaks for a surname speaks for the full name: "Harrison Orlik came. Orlik, 52, told reporters ...".
    """
    full = [(printed, name) for printed, name in names.items() if len(name.words) > 1]
    single = [(printed, name.key) for printed, name in names.items() if len(name.words) == 1] if full else []
    if not single:
        return {}
    spoken = {key: sums[printed] for printed, key in single}
    best: dict[str, int] = {}
    for printed, name in full:
        if not tools.bearings.names_a_firm(printed):
            sums[printed] += max(0, spoken.get(name.family, 0) - tools.names.bearing.full_elsewhere_weight)
        for word in {*name.words, name.last_printed}:
            best[word] = max(best.get(word, sums[printed]), sums[printed])
    lent = {printed: best[key] for printed, key in single if key in best}
    for printed, score in lent.items():
        sums[printed] += score
    return lent


def _spared(places: Mapping[int, tuple[str, int]], lent: Mapping[str, int], tools: Tools) -> Iterator[int]:
    """Where somebody is meant, whatever is said of the print elsewhere: "Orlik, founder of Orlik Holdings"."""
    words = tools.names.bearing
    for place, (text, score) in places.items():
        titled = score >= words.title_weight and tools.bearings.short_for_a_firm(text)
        if titled or (score >= words.spared and lent.get(text, 0) > 0):
            yield place


def _known(text: str, backdrop: Backdrop, tools: Tools) -> bool:
    name = tools.reader.read(text)
    if tools.bearings.short_for_a_firm(text):  # Gerald Ford, but in his years only
        return tools.known.bare(name, backdrop.country, backdrop.year, backdrop.mentioned) is not None
    if len(name.words) == 1:
        return tools.known.has_surname(name, (backdrop.country, *backdrop.mentioned), backdrop.year)
    return tools.known.find(name, backdrop.country, backdrop.year) is not None
