"""All mentions of a run -> entities and links, with look-ups for what comes after.

People, parties, places and bodies are resolved within each article first, then across the corpus; the order in
which the extractions come does not matter.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from pipeline.configuring.configuration import Configuration
from pipeline.configuring.decisions import Decisions
from pipeline.resolving.backdrop import Backdrop, by_article
from pipeline.resolving.decided import unknown_entities
from pipeline.resolving.groups import Groups
from pipeline.resolving.kinds import settled_mentions
from pipeline.resolving.known_parties import owner_and_rest
from pipeline.resolving.leaders import Leaders, leader_form
from pipeline.resolving.people import People
from pipeline.resolving.people_within import people_of
from pipeline.resolving.places import enter_place, place_of
from pipeline.resolving.registry import Registry
from pipeline.resolving.subjects import ArticleLinks, Subject, Subjects, looks_like_name
from pipeline.resolving.tools import Tools, make_tools
from pipeline.types import Article, Claim, Entity, Extraction, Mention, MentionLink

Link = tuple[str, str]  # entity and what led to it
_POSSESSIVE = 3  # characters of "'s " between a leader and the party: "Klaus's ODS"


class EntityTable:
    """The entities and links of a run, with look-ups. `reviews` are pairs left apart as unsure: entity, entity, why."""

    def __init__(
        self,
        registry: Registry,
        links: Sequence[MentionLink],
        subjects: Subjects,
        backdrops: Mapping[str, Backdrop],
        tools: Tools,
    ) -> None:
        self._registry, self._subjects, self._backdrops, self._tools = registry, subjects, backdrops, tools
        self.links = tuple(links)
        self.reviews: tuple[tuple[str, str, str], ...] = ()
        self._by_span = {(k.mention.article_id, k.mention.char_start, k.mention.char_end): k for k in self.links}

    def unapplied(self, decisions: Decisions) -> list[str]:
        """Return a sentence for each decision on entities that could not be applied. Read it last, like `entities`."""
        printed = {link.mention.text for link in self.links}
        return [*self._tools.decided.refused, *unknown_entities(decisions, self._registry.seen, printed)]

    @property
    def entities(self) -> tuple[Entity, ...]:
        """All entities, ordered by id. Read it after the last `resolve_subject`: a subject may add one."""
        return self._registry.entities()

    def entity_of(self, article_id: str, char_start: int, char_end: int) -> MentionLink | None:
        """Return the link of the mention at exactly that span, or None."""
        return self._by_span.get((article_id, char_start, char_end))

    def resolve_subject(self, claim: Claim, year: int | None = None) -> Subject:
        """Return (entity, its name, why) of the claim's subject; (None, None, why) for the contest as a whole.

        `year` of the contest, where it is known, decides who led which list.
        """
        return self._subjects.resolve(claim, year)

    def resolve_scope(self, claim: Claim) -> tuple[str | None, str]:
        """Return the canonical name of the part that the claim's figure is for and why; None is the whole contest."""
        if not claim.scope_text:
            return None, "the whole"
        place = place_of(claim.scope_text, self._backdrops[claim.article_id], self._tools)
        if place.key == self._backdrops[claim.article_id].country:
            return None, f"{claim.scope_text!r} is the whole country"
        return place.name, place.why


def resolve_entities(
    extractions: Sequence[Extraction], config: Configuration, articles: Iterable[Article] = ()
) -> EntityTable:
    """Resolve all mentions of the extractions, in whatever order these come.

    Where their `articles` are given, the words around a name tell people from firms, and the day of publication
    tells who was in office.
    """
    given = {article.article_id: article for article in articles}
    ordered = sorted(extractions, key=lambda extraction: extraction.article_id)
    tools = make_tools(config)
    registry = Registry(tools.decided.taken_into)
    backdrops = by_article(ordered, tools.places, given)
    mentions = settled_mentions(ordered, tools, backdrops, {i: article.text for i, article in given.items()})
    people = People(tools, registry, backdrops)
    parties = Groups("party", tools, registry, backdrops)
    bodies = Groups("body", tools, registry, backdrops)
    linked = _link_people(mentions, people, tools, given)
    parties.resolve(_spots(ordered, mentions, "party", tools), _aliases(ordered))
    bodies.resolve(_spots(ordered, mentions, "body", tools), _aliases(ordered))
    links = list(_links(mentions, linked, (parties, bodies), backdrops, (tools, registry)))
    by_article_links = _article_links(links)
    led: dict[tuple[str, str], Link] = {}
    leaders = Leaders(tools, registry, parties, led)
    subjects = Subjects(tools, registry, leaders, by_article_links, backdrops)
    for extraction in ordered:
        of_article = by_article_links.get(extraction.article_id, ArticleLinks(()))
        for person, party in _leaders_said(extraction, parties, subjects):
            led.setdefault((extraction.article_id, person), party)
        for person, party in _leaders_printed(of_article, tools):
            led.setdefault((extraction.article_id, person), party)
    subjects.take_claims(claim for extraction in ordered for claim in extraction.claims)
    table = EntityTable(registry, links, subjects, backdrops, tools)
    reviews = {*people.reviews, *parties.reviews, *bodies.reviews}
    table.reviews = tuple(sorted(row for row in reviews if row[:2] not in tools.decided.apart))
    return table


def _link_people(
    mentions: Mapping[str, tuple[Mention, ...]], people: People, tools: Tools, given: Mapping[str, Article]
) -> dict[Mention, Link]:
    local = [
        person
        for article in sorted(mentions)
        for person in people_of(
            [m for m in mentions[article] if m.kind == "person"],
            tools,
            given[article].text if article in given else None,
        )
    ]
    linked: dict[Mention, Link] = {}
    for person, (entity, why) in zip(local, people.resolve(local), strict=True):
        for mention, within in person.mentions:
            linked[mention] = (entity, f"{within}; {why}")
    return linked


def _spots(
    extractions: Sequence[Extraction], mentions: Mapping[str, tuple[Mention, ...]], kind: str, tools: Tools
) -> Iterator[tuple[str, str]]:
    """Every printed name of the kind in every article, also those that only a claim's subject or value holds."""
    for extraction in extractions:
        for mention in mentions[extraction.article_id]:
            if mention.kind == kind and (kind != "party" or not leader_form(mention.text, tools)):
                yield extraction.article_id, mention.text
        if kind != "party":
            continue
        for claim in extraction.claims:
            texts = [claim.value_text] if claim.measure == "leads" else []
            texts += [claim.subject_text] if claim.subject_kind == "party" else []
            for text in texts:
                if text and looks_like_name(text, tools) and not leader_form(text, tools):
                    yield extraction.article_id, text


def _aliases(extractions: Sequence[Extraction]) -> Iterator[tuple[str, str, str]]:
    for extraction in extractions:
        for first, second in extraction.aliases:
            yield extraction.article_id, first, second


def _links(
    mentions: Mapping[str, tuple[Mention, ...]],
    people: Mapping[Mention, Link],
    groups: tuple[Groups, Groups],
    backdrops: Mapping[str, Backdrop],
    makers: tuple[Tools, Registry],
) -> Iterator[MentionLink]:
    tools, registry = makers
    joined = {into: f"one with {gone} by decision" for gone, into in tools.decided.taken_into.items()}
    for article in sorted(mentions):
        for mention in mentions[article]:
            entity, why = _link(mention, people, groups, backdrops[article], makers)
            registry.note(entity, article, mention.text)
            _, _, settled = mention.basis.partition("; ")
            if settled:
                why = f"{why}; {settled}"
            if entity in joined:
                why = f"{why}; {joined[entity]}"
            yield MentionLink(mention, entity, why)


def _link(
    mention: Mention,
    people: Mapping[Mention, Link],
    groups: tuple[Groups, Groups],
    backdrop: Backdrop,
    makers: tuple[Tools, Registry],
) -> Link:
    tools, registry = makers
    if mention.kind == "person":
        return people[mention]
    if mention.kind == "place":
        return enter_place(mention.text, backdrop, tools, registry)
    found = groups[mention.kind == "body"].entity(mention.article_id, mention.text)
    if found:
        return found
    key = f"article {mention.article_id} {mention.text.lower()}"
    return registry.enter(mention.kind, key, mention.text, backdrop.country), "a description, kept to its article"


def _article_links(links: Sequence[MentionLink]) -> dict[str, ArticleLinks]:
    found: dict[str, list[MentionLink]] = {}
    for link in links:
        found.setdefault(link.mention.article_id, []).append(link)
    return {article: ArticleLinks(of_article) for article, of_article in found.items()}


def _leaders_said(extraction: Extraction, parties: Groups, subjects: Subjects) -> Iterator[tuple[str, Link]]:
    """The people of whom the article says that they lead a party, with that party."""
    for claim in extraction.claims:
        party = parties.entity(claim.article_id, claim.value_text or "") if claim.measure == "leads" else None
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
