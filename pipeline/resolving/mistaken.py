"""Names that recognition took for people and that are none: by their article, else by all articles together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.resolving.backdrop import Backdrop
from pipeline.resolving.firms import firm_limits
from pipeline.resolving.names import PersonName
from pipeline.resolving.tools import Tools
from pipeline.types import Mention


@dataclass(frozen=True, slots=True)
class NoPeople:
    """Of one article: the prints that are no people anywhere in it, and single places (offsets) where one is none."""

    prints: Mapping[str, int]
    places: Mapping[int, int]
    spared: frozenset[int] = frozenset()  # places where such a print is somebody all the same

    def score(self, text: str, place: int) -> int | None:
        """Return the sum that makes what recognition took for a person at this place none; None where it may be one."""
        return None if place in self.spared else self.prints.get(text, self.places.get(place))


@dataclass(frozen=True, slots=True)
class Weighed:
    """Of one article: what is said on each print, and on each mention of it by its place."""

    prints: Mapping[str, int]
    places: Mapping[int, tuple[str, int]]
    limits: Mapping[str, int]  # for the single places of words that are a firm's in the article
    spared: frozenset[int]
    people: tuple[tuple[int, str], ...]  # place and print of what recognition took for people


def no_people(found: Weighed, corpus: Counter[str], backdrop: Backdrop, tools: Tools) -> NoPeople:
    """Return what in an article is no person, and the sum that says so; `corpus` has what all articles say of prints.

    An article without a text has none. The gazetteer's people are people whatever stands around them.
    """
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
    return NoPeople(prints, places, found.spared)


def firm_bodies(
    mentions: Sequence[Mention], corpus: Mapping[str, int], text: Callable[[], str | None], tools: Tools
) -> set[int]:
    """Where a body stays one though its print is a person's elsewhere: "Albright & Wilson"."""
    doubtful = [m for m in mentions if m.kind == "body" and " " not in m.text and corpus.get(m.text, 0) > 0]
    printed = text() if doubtful else None
    if not printed:
        return set()
    firmly = tools.names.bearing.firmly
    return {m.char_start for m in doubtful if tools.bearings.around(printed, m, True) <= firmly}


def weigh(mentions: Sequence[Mention], text: str | None, tools: Tools) -> Weighed:
    """Add up what an article's text says of each name that recognition took for a person's."""
    people = [m for m in mentions if m.kind == "person"]
    taken = tuple((m.char_start, m.text) for m in people)
    if text is None:
        return Weighed({}, {}, {}, frozenset(), taken)
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
    return Weighed(sums, places, limits, frozenset(_spared(places, lent, tools)), taken)


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
