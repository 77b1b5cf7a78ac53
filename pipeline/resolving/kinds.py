"""What a mention names, where recognition was unsure: the rest of the article and of the corpus are evidence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial

from pipeline.keeping import Named, plain_keeper
from pipeline.resolving.corpus import Corpus
from pipeline.resolving.first_look import FirstLook
from pipeline.resolving.mistaken import NoPeople, firm_bodies, no_people
from pipeline.resolving.tools import Tools
from pipeline.types import EntityKind, Extraction, Mention

_ENOUGH = 3  # prints of a name as one kind in the corpus before they overrule a single reading
_SHARE = 0.8


def settled_mentions(corpus: Corpus, tools: Tools, look: FirstLook) -> Iterator[tuple[Extraction, tuple[Mention, ...]]]:
    """Yield each extraction with its mentions, their kinds settled.

    A "person" whose surroundings speak of a firm or a thing is a body, unless the gazetteer knows the person.
    A "body" or "place" that is a person's surname or full name in the same article is that person; a name that the
    corpus reads as another kind nearly always is of that kind. Countries, divisions and cities stay places.
    """
    mistaken, usual = _mistaken(corpus, tools, look)
    for extraction, fixed in zip(corpus.extractions, mistaken, strict=True):
        text = partial(corpus.text, extraction.article_id)
        firms = firm_bodies(extraction.mentions, look.said, text, tools).union(fixed.places)
        doubted = fixed.prints or fixed.places
        mentions = tuple([_demoted(m, fixed) for m in extraction.mentions]) if doubted else extraction.mentions
        people = _people_words(mentions, tools)
        yield (
            extraction,
            tuple(
                [
                    m if m.text in fixed.prints or m.char_start in firms else _settle(m, people, usual, tools)
                    for m in mentions
                ]
            ),
        )


def _mistaken(corpus: Corpus, tools: Tools, look: FirstLook) -> tuple[Named[NoPeople], dict[str, EntityKind]]:
    """What in each article is no person, in the corpus's order, and the kind that the corpus has of a name."""
    mistaken = plain_keeper(NoPeople, corpus.folder)
    counts = {kind: Counter(prints) for kind, prints in look.kinds.items()}
    weighed = look.weighed.kept()
    for article_id, found in zip(weighed.names, weighed, strict=True):
        fixed = no_people(found, look.said, look.backdrops[article_id], tools)
        mistaken.put(article_id, fixed)
        for place, text in found.people:
            kind: EntityKind = "person" if fixed.score(text, place) is None else "body"
            counts.setdefault(kind, Counter())[text] += 1
    return mistaken.kept(), _usual_kinds(counts)


def _demoted(mention: Mention, no_people: NoPeople) -> Mention:
    score = no_people.score(mention.text, mention.char_start) if mention.kind == "person" else None
    if score is None:
        return mention
    return replace(mention, kind="body", basis=f"{mention.basis}; no person by the words around it ({score})")


def _usual_kinds(counts: Mapping[EntityKind, Counter[str]]) -> dict[str, EntityKind]:
    """The kind that the corpus has of a name nearly always; of a name of one kind only there is nothing to settle."""
    kinds: dict[str, EntityKind] = {}
    for text in {text for of_kind in counts.values() for text in of_kind}:
        found = {kind: of_kind[text] for kind, of_kind in counts.items() if text in of_kind}
        kind, count = min(found.items(), key=lambda item: (-item[1], item[0]))
        if len(found) > 1 and count >= _ENOUGH and count >= _SHARE * sum(found.values()):
            kinds[text] = kind
    return kinds


def _people_words(mentions: Iterable[Mention], tools: Tools) -> frozenset[str]:
    """The full names of the article's people, and their last words."""
    keys: set[str] = set()
    for mention in mentions:
        if mention.kind == "person":
            name = tools.reader.read(mention.text)
            if len(name.words) > 1:
                keys |= {name.key, name.family}
    return frozenset(keys)


def _settle(mention: Mention, people: frozenset[str], corpus: Mapping[str, EntityKind], tools: Tools) -> Mention:
    if mention.kind == "person":
        return mention
    if mention.kind == "place" and _listed(mention.text, tools):
        return mention
    if people and mention.kind in ("body", "place") and tools.reader.read(mention.text).key in people:
        return replace(mention, kind="person", basis=f"{mention.basis}; a person's name in the article")
    kind = corpus.get(mention.text, mention.kind)
    if kind != mention.kind:
        return replace(mention, kind=kind, basis=f"{mention.basis}; the corpus reads it as a {kind}")
    return mention


def _listed(text: str, tools: Tools) -> bool:
    meanings = tools.places.meanings(text)
    return bool(meanings.country or meanings.divisions or meanings.cities)
