"""All mentions of a run -> entities and links, with look-ups for what comes after.

People, parties, places and bodies are resolved within each article first, then across the corpus; the order in
which the extractions come does not matter.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from pipeline.configuring.configuration import Configuration
from pipeline.configuring.decisions import Decisions
from pipeline.keeping import Keeper, maker
from pipeline.resolving.backdrop import Backdrop
from pipeline.resolving.corpus import corpus_of
from pipeline.resolving.decided import unknown_entities
from pipeline.resolving.first_look import look_at
from pipeline.resolving.groups import Groups
from pipeline.resolving.kinds import settled_mentions
from pipeline.resolving.known_parties import owner_and_rest
from pipeline.resolving.leaders import Leaders, leader_form
from pipeline.resolving.linking import ArticleLinks, Sorted, link_keeper, links_by_article, sorted_keeper
from pipeline.resolving.people import People
from pipeline.resolving.people_within import people_of
from pipeline.resolving.places import enter_place, place_of
from pipeline.resolving.registry import Registry
from pipeline.resolving.subjects import Subject, Subjects, looks_like_name
from pipeline.resolving.tools import Tools, make_tools
from pipeline.types import Article, Claim, Contest, Entity, Extraction, Mention, MentionLink

Link = tuple[str, str]  # entity and what led to it
_made_link = maker(MentionLink)
_POSSESSIVE = 3  # characters of "'s " between a leader and the party: "Klaus's ODS"


class EntityTable:
    """The entities and links of a run, with look-ups. `reviews` are pairs left apart as unsure: entity, entity, why.

    `by_article` gives the links of one article after the other, in order of their ids, as they are asked for.
    """

    def __init__(
        self,
        registry: Registry,
        by_article: Sequence[tuple[MentionLink, ...]],
        subjects: Subjects,
        backdrops: Mapping[str, Backdrop],
        tools: Tools,
    ) -> None:
        self._registry, self._subjects, self._backdrops, self._tools = registry, subjects, backdrops, tools
        self.by_article = by_article
        self.reviews: tuple[tuple[str, str, str], ...] = ()

    @property
    def links(self) -> tuple[MentionLink, ...]:
        """All links at once: of a few articles only."""
        return tuple(link for links in self.by_article for link in links)

    def unapplied(self, decisions: Decisions) -> list[str]:
        """Return a sentence for each decision on entities that could not be applied. Read it last, like `entities`."""
        unknown = unknown_entities(decisions, self._registry.seen, self._are_printed)
        return [*self._tools.decided.refused, *unknown]

    def _are_printed(self, names: set[str]) -> set[str]:
        """Return those of the names that a mention prints."""
        return {link.mention.text for links in self.by_article for link in links if link.mention.text in names}

    def forget(self) -> None:
        """Let go of what the tools keep of names: no name is compared after the last subject."""
        self._tools.forget()

    @property
    def entities(self) -> tuple[Entity, ...]:
        """All entities, ordered by id. Read it after the last `resolve_subject`: a subject may add one."""
        return self._registry.entities()

    def resolve_subject(self, claim: Claim, year: int | None = None, contest: Contest | None = None) -> Subject:
        """Return (entity, its name, why) of the claim's subject; (None, None, why) for the contest as a whole.

        `year` of the contest, where it is known, decides who led which list; in a referendum there are two sides.
        """
        return self._subjects.resolve(claim, year, contest)

    def resolve_scope(self, claim: Claim) -> tuple[str | None, str]:
        """Return the canonical name of the part that the claim's figure is for and why; None is the whole contest."""
        if not claim.scope_text:
            return None, "the whole"
        place = place_of(claim.scope_text, self._backdrops[claim.article_id], self._tools)
        if place.key == self._backdrops[claim.article_id].country:
            return None, f"{claim.scope_text!r} is the whole country"
        return place.name, place.why


@dataclass(frozen=True, slots=True)
class _Makers:
    """What gives entities to the names of a run."""

    tools: Tools
    registry: Registry
    people: People
    parties: Groups
    bodies: Groups
    backdrops: Mapping[str, Backdrop]
    joined: Mapping[str, str]  # entities that others were taken into, with the words that say so


def resolve_entities(
    extractions: Sequence[Extraction],
    config: Configuration,
    articles: Sequence[Article] = (),
    folder: Path | None = None,
) -> EntityTable:
    """Resolve all mentions of the extractions, in whatever order these come.

    Where their `articles` are given, the words around a name tell people from firms, and the day of publication
    tells who was in office. What is not held in memory meanwhile is kept in `folder`.
    """
    corpus, tools = corpus_of(extractions, articles, folder), make_tools(config)
    look = look_at(corpus, tools)
    registry, backdrops = Registry(tools.decided.taken_into), look.backdrops
    people = People(tools, registry, backdrops)
    parties, bodies = (Groups(kind, tools, registry, backdrops) for kind in ("party", "body"))
    joined = {into: f"one with {gone} by decision" for gone, into in tools.decided.taken_into.items()}
    makers = _Makers(tools, registry, people, parties, bodies, backdrops, joined)
    claims: dict[str, tuple[Claim, ...]] = {}
    found: Keeper[Sorted] = sorted_keeper(folder, tools.reader)
    for extraction, mentions in settled_mentions(corpus, tools, look):
        found.put(extraction.article_id, _sorted(extraction, mentions, corpus.text(extraction.article_id), makers))
        if extraction.claims:
            claims[extraction.article_id] = extraction.claims
    for names in (people, parties, bodies):
        names.close()
    links = link_keeper(folder)
    for article_id, article in zip(found.kept().names, found.kept(), strict=True):
        if article.mentions:
            links.put(article_id, tuple(_links(article_id, article, makers)))
    subjects = _subjects(claims, links_by_article(links.kept()), makers)
    table = EntityTable(registry, links.kept(), subjects, backdrops, tools)
    reviews = {*people.reviews, *parties.reviews, *bodies.reviews}
    table.reviews = tuple(sorted(row for row in reviews if row[:2] not in tools.decided.apart))
    return table


def _sorted(extraction: Extraction, mentions: tuple[Mention, ...], text: str | None, makers: _Makers) -> Sorted:
    """Enter the names of one article: its people, and the parties and bodies, each with what the article equates."""
    article_id, tools = extraction.article_id, makers.tools
    people = people_of([m for m in mentions if m.kind == "person"], tools, text)
    parties = [m.text for m in mentions if m.kind == "party" and not leader_form(m.text, tools)]
    bodies = [m.text for m in mentions if m.kind == "body"]
    article = Sorted(
        mentions,
        people,
        makers.people.enter(people),
        makers.parties.enter(article_id, [*parties, *_said(extraction.claims, tools)], extraction.aliases),
        makers.bodies.enter(article_id, bodies, extraction.aliases),
    )
    if extraction.claims:
        makers.parties.hold(article_id, article.parties)
    return article


def _said(claims: Iterable[Claim], tools: Tools) -> Iterator[str]:
    """The names of parties that only a claim's subject or value holds."""
    for claim in claims:
        texts = [claim.value_text] if claim.measure == "leads" else []
        texts += [claim.subject_text] if claim.subject_kind == "party" else []
        for text in texts:
            if text and looks_like_name(text, tools) and not leader_form(text, tools):
                yield text


def _links(article_id: str, article: Sorted, makers: _Makers) -> Iterator[MentionLink]:
    people: dict[int, Link] = {}
    for person, hit in zip(article.people, article.hits, strict=True):
        entity, why = makers.people.entity(person, hit)
        people.update({mention.char_start: (entity, f"{within}; {why}") for mention, within in person.mentions})
    for mention in article.mentions:
        entity, why = people[mention.char_start] if mention.kind == "person" else _link(mention, article, makers)
        makers.registry.note(entity, article_id, mention.text)
        _, _, settled = mention.basis.partition("; ")
        if settled:
            why = f"{why}; {settled}"
        if entity in makers.joined:
            why = f"{why}; {makers.joined[entity]}"
        yield _made_link(mention, entity, why)


def _link(mention: Mention, article: Sorted, makers: _Makers) -> Link:
    backdrop = makers.backdrops[mention.article_id]
    if mention.kind == "place":
        return enter_place(mention.text, backdrop, makers.tools, makers.registry)
    groups, where = (makers.bodies, article.bodies) if mention.kind == "body" else (makers.parties, article.parties)
    found = groups.entity(mention.text, where)
    if found:
        return found
    key = f"article {mention.article_id} {mention.text.lower()}"
    entity = makers.registry.enter(mention.kind, key, mention.text, backdrop.country)
    return entity, "a description, kept to its article"


def _subjects(
    claims: Mapping[str, tuple[Claim, ...]], links: Callable[[str], ArticleLinks], makers: _Makers
) -> Subjects:
    """What resolves the subjects of these claims, by article: it knows whom the articles call a party's leader."""
    led: dict[tuple[str, str], Link] = {}
    leaders = Leaders(makers.tools, makers.registry, makers.parties, led)
    subjects = Subjects(makers.tools, makers.registry, leaders, links, makers.backdrops)
    for article_id, of_article in claims.items():
        for person, party in _leaders_said(of_article, makers.parties, subjects):
            led.setdefault((article_id, person), party)
        for person, party in _leaders_printed(links(article_id), makers.tools):
            led.setdefault((article_id, person), party)
    subjects.take_claims(claim for of_article in claims.values() for claim in of_article)
    return subjects


def _leaders_said(claims: Iterable[Claim], parties: Groups, subjects: Subjects) -> Iterator[tuple[str, Link]]:
    """The people of whom the article says that they lead a party, with that party."""
    for claim in claims:
        party = parties.entity_in(claim.article_id, claim.value_text or "") if claim.measure == "leads" else None
        if party and claim.subject_text:
            person, _, _ = subjects.resolve(claim)
            if person and subjects.is_person(person):
                yield person, (party[0], f"the article says who leads {claim.value_text!r}")


def _leaders_printed(article: ArticleLinks, tools: Tools) -> Iterator[tuple[str, Link]]:
    """The people whose name stands before a party as its owner: "Klaus's Civic Democratic Party"."""
    for before, after in pairwise(article.links):
        gap = after.mention.char_start - before.mention.char_end
        if before.mention.kind == "person" and after.mention.kind == "party" and gap == _POSSESSIVE:
            yield before.entity_id, (after.entity_id, f"{after.mention.text!r} follows the name")
    for link in article.links:
        owner, _ = owner_and_rest(link.mention.text, tools)
        named = article.printed(owner) if owner and link.mention.kind == "party" else None
        if named and named.mention.kind == "person" and not leader_form(link.mention.text, tools):
            yield named.entity_id, (link.entity_id, f"printed as {link.mention.text!r}")
