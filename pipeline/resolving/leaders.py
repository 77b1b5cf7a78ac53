"""A leader's name that stands for a list or party: "Sadr's list", "the party of Vaclav Klaus"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.configuring.parties import Party
from pipeline.resolving.backdrop import Backdrop
from pipeline.resolving.groups import Groups
from pipeline.resolving.known_parties import owner_and_rest
from pipeline.resolving.registry import Registry
from pipeline.resolving.tools import Tools


@dataclass(frozen=True, slots=True)
class LeaderForm:
    """A phrase taken apart: the person's printed name and the word for the group."""

    person: str
    noun: str


def leader_form(text: str, tools: Tools) -> LeaderForm | None:
    """Take "Sadr's list" or "the party of Czech premier Vaclav Klaus" apart; None if it is no such phrase."""
    groups = tools.names.party.leader_groups
    owner, rest = owner_and_rest(text, tools)
    if owner and _is_group(rest, groups, tools) and _is_person_like(owner):
        return LeaderForm(owner, rest.split()[-1].lower())
    low = text.lower()
    for between in sorted(tools.names.party.leader_between, key=len, reverse=True):
        head, found, tail = low.partition(f" {between} ")
        noun = _without_article(text[: len(head)], tools)
        if found and noun.islower() and _is_group(noun, groups, tools):  # "Party of Democratic Renewal" is a name
            person = text[len(text) - len(tail) :]
            if _is_person_like(person):
                return LeaderForm(person, head.split()[-1])
    return None


def _without_article(text: str, tools: Tools) -> str:
    """ "An alliance" is one; "the Progressive Party" of Ethiopia is a name."""
    first, _, rest = text.partition(" ")
    return rest if rest and first.lower() in tools.names.party.small else text


def _is_group(text: str, groups: tuple[str, ...], tools: Tools) -> bool:
    """Only small words, words of place in politics and a noun for the group: "own right-wing party", "list"."""
    words = text.lower().split()
    return bool(words) and words[-1] in groups and (text.islower() or len(words) == 1)


def _is_person_like(text: str) -> bool:
    return any(word[:1].isupper() for word in text.split())


class Leaders:
    """Finds the list or party that a person leads: by the article's own words, then by the gazetteer."""

    def __init__(
        self, tools: Tools, registry: Registry, parties: Groups, led: Mapping[tuple[str, str], tuple[str, str]]
    ) -> None:
        """`led` maps (article, person's entity) to the party's entity and the words that say so."""
        self._tools, self._registry, self._led, self.parties = tools, registry, led, parties
        self._ever: dict[tuple[str, str], list[tuple[Party, int | None, int | None]]] = {}

    def list_of(
        self, person: str, article_parties: frozenset[str], backdrop: Backdrop, year: int | None
    ) -> tuple[str, str]:
        """Return the entity of the list that the person (an entity) leads, and why; if nothing tells, "list of X"."""
        said = self._led.get((backdrop.article_id, person))
        if said:
            return said
        known = self._known(person, article_parties, backdrop, year)
        if known:
            return known
        name = self._registry.name(person)
        entity = self._registry.enter("party", f"led by {person}", f"list of {name}", backdrop.country, fixed=True)
        return entity, f"no text and no gazetteer says which list {name} leads"

    def known_list(
        self, person: str, article_parties: frozenset[str], backdrop: Backdrop, year: int | None
    ) -> tuple[str, str] | None:
        """Like `list_of`, but None if nothing tells."""
        return self._led.get((backdrop.article_id, person)) or self._known(person, article_parties, backdrop, year)

    def _known(
        self, person: str, article_parties: frozenset[str], backdrop: Backdrop, year: int | None
    ) -> tuple[str, str] | None:
        name = self._registry.name(person)
        when = year or backdrop.year
        candidates = [
            p for p, since, until in self._ever_led(name, backdrop.country or "") if _covers(since, until, when)
        ]
        if not candidates:
            return None
        here = [p for p in candidates if self.parties.known_id(p) in article_parties]
        # In an election stands an alliance rather than its member, and no bloc formed in the chamber afterwards.
        standing = [p for p in candidates if p.kind != "bloc"] or candidates
        members = {key for p in standing for key in p.members}
        outer = [p for p in standing if p.key not in members]
        active = [p for p in outer if when is None or p.active_in(when)]
        choice = (here or active or outer or candidates)[0]
        others = [p.name for p in candidates if p is not choice]
        return self.parties.enter_known(choice), _why(choice, name, when, others, bool(here))

    def _ever_led(self, name: str, country: str) -> list[tuple[Party, int | None, int | None]]:
        """The parties of the country that the person ever led, with the years, however the name is spelt."""
        found = self._ever.get((name, country))
        if found is None:
            found = [
                (party, leader.since, leader.until)
                for party in self._tools.parties.by_country.get(country, ())
                for leader in party.leaders
                if self._tools.people.compare_texts(leader.person, name).decision == "same"
            ]
            self._ever[name, country] = found
        return found


def _covers(since: int | None, until: int | None, year: int | None) -> bool:
    return year is None or ((since is None or since <= year) and (until is None or year <= until))


def _why(choice: Party, name: str, year: int | None, others: list[str], here: bool) -> str:
    text = f"gazetteer: {name} leads {choice.name}" + (f" in {year}" if year else "")
    if here:
        text += ", which the article names"
    return text + (f"; runner-up {others[0]!r}" if others else "")
