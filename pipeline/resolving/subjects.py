"""Which entity a claim's subject is: a mention, a name inside a longer phrase, a leader's list, or a description."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import cast

from pipeline.resolving.backdrop import Backdrop
from pipeline.resolving.leaders import LeaderForm, Leaders, leader_form
from pipeline.resolving.linking import ArticleLinks
from pipeline.resolving.places import enter_place
from pipeline.resolving.registry import Registry
from pipeline.resolving.sides import Sides
from pipeline.resolving.tools import Tools
from pipeline.types import Claim, Contest, EntityKind, MentionLink

Subject = tuple[str | None, str | None, str]  # entity, its name, what led to it


class Subjects:
    """Resolves the subjects of claims."""

    def __init__(
        self,
        tools: Tools,
        registry: Registry,
        leaders: Leaders,
        links: Callable[[str], ArticleLinks],
        backdrops: Mapping[str, Backdrop],
    ) -> None:
        self._tools, self._registry, self._parties, self._leaders = tools, registry, leaders.parties, leaders
        self._sides = Sides(tools.names.sides, tools.calendar)
        self._links, self._backdrops = links, backdrops
        self._seated: frozenset[tuple[str, int, int | None]] = frozenset()

    def take_claims(self, claims: Iterable[Claim]) -> None:
        """Note in which sentences a subject has seats: its rank and votes there are the list's too."""
        always = self._tools.names.party.list_always
        seated = set()
        for claim in claims:
            self._sides.note(claim)
            if claim.measure in always:
                seated.add((claim.article_id, claim.sentence_start, claim.subject_start))
        self._seated = frozenset(seated)

    def resolve(self, claim: Claim, year: int | None = None, contest: Contest | None = None) -> Subject:
        """Return the entity of the claim's subject, its name and why; (None, None, why) where it has none."""
        text = claim.subject_text
        if claim.subject_kind == "contest":
            return None, None, "the contest as a whole"
        if text is None:  # "won by 53 percent to 47 percent": the smaller is somebody's
            return None, None, "the sentence does not say whose figure it is"
        found = self._side(claim, text, contest)
        found = found or self._by_place(claim, text, year) or self._by_text(claim, text, year)
        entity, why = found or self._unnamed(claim, text, year)
        if self._registry.is_new(entity):  # what a mention names is counted there
            self._registry.note_said(entity, claim.article_id, text)
        return entity, self._registry.name(entity), why

    def is_person(self, entity: str) -> bool:
        """Say whether the entity is a person."""
        return self._registry.kind(entity) == "person"

    def _side(self, claim: Claim, text: str, contest: Contest | None) -> tuple[str, str] | None:
        """ "opponents of the draft": one of the two sides of a referendum, one entity whatever it is called."""
        side = self._sides.side(claim, contest)
        if side is None or contest is None:
            return None
        entity = self._registry.enter("party", f"{contest.country} side {side}", side, contest.country, fixed=True)
        self._registry.call(entity, "side")
        return entity, f"{text!r} is the {side} side of the referendum"

    def _article(self, claim: Claim) -> ArticleLinks:
        return self._links(claim.article_id)

    # --- mentions ------------------------------------------------------------------------------------

    def _by_place(self, claim: Claim, text: str, year: int | None) -> tuple[str, str] | None:
        start, end = claim.subject_start, claim.subject_end
        if start is None or end is None:
            return None
        article = self._article(claim)
        exact = article.at(start, end)
        form = leader_form(text, self._tools)
        if form and not (exact and self._is_known(exact)):
            return self._led(claim, form, article.inside(start, end), year)
        if exact:
            return self._for_measure(claim, exact.entity_id, exact.basis, year)
        inside = article.inside(start, end)
        chosen = self._sole(claim, inside)
        if chosen:
            return self._for_measure(
                claim, chosen.entity_id, f"{chosen.mention.text!r} in {text!r}: {chosen.basis}", year
            )
        if len({link.entity_id for link in inside if link.mention.kind == claim.subject_kind}) > 1:
            return self._local(claim, text, "several names in one subject")
        around = article.around(start, end)
        return (
            self._for_measure(claim, around.entity_id, f"in {around.mention.text!r}: {around.basis}", year)
            if around
            else None
        )

    def _is_known(self, link: MentionLink) -> bool:
        return link.entity_id in self._parties.known_of

    def _sole(self, claim: Claim, inside: list[MentionLink]) -> MentionLink | None:
        """The one entity of the wanted kind in the phrase; failing that the one person, who may lead it."""
        for kinds in ((claim.subject_kind,), ("party", "person")):
            fitting = [link for link in inside if link.mention.kind in kinds]
            if len({link.entity_id for link in fitting}) == 1:
                return fitting[0]
            if fitting:
                return None
        return None

    def _for_measure(self, claim: Claim, entity: str, why: str, year: int | None) -> tuple[str, str]:
        """A person's seats are the list's that he or she leads, where it is known."""
        if self._registry.kind(entity) != "person" or not self._stands_for_list(claim):
            return entity, why
        backdrop = self._backdrops[claim.article_id]
        known = self._leaders.known_list(entity, self._article_parties(claim), backdrop, year)
        return (known[0], f"{why}; {claim.measure} are counted for lists: {known[1]}") if known else (entity, why)

    def _stands_for_list(self, claim: Claim) -> bool:
        party = self._tools.names.party
        if claim.measure in party.list_always:
            return True
        spot = (claim.article_id, claim.sentence_start, claim.subject_start)
        return claim.measure in party.list_beside and spot in self._seated

    def _article_parties(self, claim: Claim) -> frozenset[str]:
        return frozenset(link.entity_id for link in self._article(claim).links if link.mention.kind == "party")

    # --- leaders ----------------------------------------------------------------------------------------

    def _led(self, claim: Claim, form: LeaderForm, inside: list[MentionLink], year: int | None) -> tuple[str, str]:
        people = [link for link in inside if link.mention.kind == "person"]
        person = people[0].entity_id if people else self._person(claim, form.person)
        entity, why = self._leaders.list_of(
            person, self._article_parties(claim), self._backdrops[claim.article_id], year
        )
        return entity, f"the {form.noun} of {self._registry.name(person)}: {why}"

    def _person(self, claim: Claim, printed: str) -> str:
        """The person of a name that is no mention: of the article, the gazetteer, else one of the country."""
        name = self._tools.reader.read(printed)
        for link in self._article(claim).links:
            other = self._tools.reader.read(link.mention.text)
            if link.mention.kind == "person" and name.words and other.words and name.family == other.family:
                return link.entity_id
        backdrop = self._backdrops[claim.article_id]
        hit = self._tools.known.find(name, backdrop.country, backdrop.year) if len(name.words) > 1 else None
        bare = None
        if hit is None and len(name.words) == 1:
            bare = self._tools.known.bare(name, backdrop.country, backdrop.year, backdrop.mentioned)
        known = hit[0] if hit else bare[0] if bare else None
        if known:
            return self._registry.enter("person", f"known {known.key}", known.name, known.country, fixed=True)
        where = backdrop.country or f"article {claim.article_id}"
        return self._registry.enter("person", f"{where} {name.key or printed}", printed, backdrop.country)

    # --- texts ----------------------------------------------------------------------------------------------

    def _by_text(self, claim: Claim, text: str, year: int | None) -> tuple[str, str] | None:
        form = leader_form(text, self._tools)
        if form:
            return self._led(claim, form, [], year)
        same = self._article(claim).printed(text)
        if same:
            return self._for_measure(
                claim, same.entity_id, f"the same words are a name in the article: {same.basis}", year
            )
        return self._parties.entity_in(claim.article_id, text) if claim.subject_kind == "party" else None

    def _unnamed(self, claim: Claim, text: str, year: int | None) -> tuple[str, str]:
        if claim.subject_kind == "place":
            return enter_place(text, self._backdrops[claim.article_id], self._tools, self._registry)
        if claim.subject_kind == "person" and looks_like_name(text, self._tools):
            person = self._person(claim, text)
            return self._for_measure(claim, person, "a name that recognition did not mark", year)
        ruling = self._ruling(claim, text, year)
        return ruling or self._local(claim, text, "a description")

    def _ruling(self, claim: Claim, text: str, year: int | None) -> tuple[str, str] | None:
        """ "the ruling party": the party that the head of government leads in that year."""
        words = text.lower().split()
        backdrop = self._backdrops[claim.article_id]
        when = year or backdrop.year
        party = self._tools.names.party
        if not (backdrop.country and when and party.ruling & set(words) and words[-1] in party.noun_of):
            return None
        for office in party.ruling_offices:
            for term in self._tools.holders.in_office(backdrop.country, office, when):
                person = self._person(claim, term.person)
                known = self._leaders.known_list(person, self._article_parties(claim), backdrop, when)
                if known:
                    return known[0], f"{text!r}: {term.person} is {office} in {when}; {known[1]}"
        return None

    def _local(self, claim: Claim, text: str, why: str) -> tuple[str, str]:
        """A description is an entity of its article alone: "the opposition" of two articles need not be one."""
        kind = cast(EntityKind, claim.subject_kind)
        key = f"article {claim.article_id} {' '.join(self._tools.folder.latin(text).split())}"
        entity = self._registry.enter(kind, key, text, self._backdrops[claim.article_id].country)
        return entity, f"{why}, kept to its article"


def looks_like_name(text: str, tools: Tools) -> bool:
    """Say whether a text is a name: a capitalised word that is no word of description, title or nation."""
    party, titles = tools.names.party, tools.names.titles.before
    for word in text.replace("’", "'").split():
        plain = word.strip(".,'\"()").removesuffix("'s")
        low = plain.lower()
        known = low in party.descriptions or low in party.small or low in titles
        if plain[:1].isupper() and not known and tools.places.country_of(plain) is None:
            return True
    words = text.split()
    return len(words) > 1 and text[:1].isupper() and all(w[:1].isupper() or w in party.small for w in words)
