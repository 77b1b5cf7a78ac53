"""People within one article: its full names first, then the surnames, titles and initials that lean on them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.resolving.names import PersonName
from pipeline.resolving.person_ids import parted
from pipeline.resolving.tools import Tools
from pipeline.types import Mention

_BEFORE = 60  # characters before a name, in which a relative is introduced
_FOLD = 3  # a listed variant, see matching: from this level on a bare name and a last name are one word


@dataclass(slots=True)
class LocalPerson:
    """One person of one article: the printed names, and the mentions with what led to each.

    `full` are the names of two words or more; where it is empty the article gives the surname only.
    """

    article_id: str
    full: list[PersonName] = field(default_factory=list)
    bare: PersonName | None = None
    mentions: list[tuple[Mention, str]] = field(default_factory=list)
    kin: bool = False  # introduced as somebody's relative

    def fullest(self) -> PersonName:
        """The name with most words; of several the first in the alphabet."""
        return min(self.full, key=lambda name: (-len(name.words), name.key)) if self.full else self.bare  # type: ignore[return-value]


def people_of(mentions: Sequence[Mention], tools: Tools, text: str | None = None) -> list[LocalPerson]:
    """Group the person mentions of one article, in text order. Every mention is in exactly one group.

    `text` is the article's, where it is known: it tells who is introduced as another's relative.
    """
    names = {m.text: tools.reader.read(m.text) for m in mentions}
    people = _full_names([m for m in mentions if _is_full(names[m.text])], names, tools)
    of_key = {name.key: person for person in people for name in person.full}
    latest: dict[int, int] = {}  # id of a person -> where last mentioned in full or alone
    alone: dict[str, LocalPerson] = {}
    for mention in mentions if text and len(people) > 1 else ():
        if _is_full(names[mention.text]) and text and _is_kin(text, mention, tools):
            of_key[names[mention.text].key].kin = True
    place_of = {id(person): number for number, person in enumerate(people)}
    for mention in mentions:
        name = names[mention.text]
        if _is_full(name):
            person = of_key[name.key]
            why = _why_full(name, person, tools)
        else:
            found, why = _lean(name, people, latest, tools)
            person = found or alone.setdefault(_alone_key(name), LocalPerson(mention.article_id, bare=name))
        person.mentions.append((mention, why))
        if id(person) in place_of:
            latest[place_of[id(person)]] = mention.char_start
    return people + list(alone.values())


def _is_full(name: PersonName) -> bool:
    return len(name.words) >= 2 and not all((*name.initials[:-1], False))


def _alone_key(name: PersonName) -> str:
    return name.key or name.printed


def _full_names(mentions: Sequence[Mention], names: dict[str, PersonName], tools: Tools) -> list[LocalPerson]:
    people: list[LocalPerson] = []
    for mention in mentions:
        name = names[mention.text]
        if any(name.key == other.key for person in people for other in person.full):
            continue
        home = next((person for person in people if _fits(name, person, tools)), None)
        if home is None:
            home = LocalPerson(mention.article_id)
            people.append(home)
        home.full.append(name)
    return people


def _is_kin(text: str, mention: Mention, tools: Tools) -> bool:
    """ "Wang's mother, Wang Lingyun", "his youngest son Chen Xiaotong"; but not "Keiko, the daughter of Alberto"."""
    words = tools.names.bearing
    before = text[max(0, mention.char_start - _BEFORE) : mention.char_start].rpartition(".")[2].split()
    if not before or before[-1].rstrip(",").lower() not in words.kin:
        return False
    return any(word.lower() in words.kin_of or word.endswith(("'s", "’s")) for word in before[-4:-1])


def _fits(name: PersonName, person: LocalPerson, tools: Tools) -> bool:
    if any(parted(name, other, tools) for other in person.full):
        return False
    results = [tools.people.compare(name, other) for other in person.full]
    return any(r.decision == "same" for r in results) and all(r.decision != "different" for r in results)


def _why_full(name: PersonName, person: LocalPerson, tools: Tools) -> str:
    first = person.full[0]
    if name.key == first.key:
        return "full name"
    return f"as {first.printed!r} in the article, {tools.people.compare(name, first).explain()}"


def _lean(
    name: PersonName, people: Sequence[LocalPerson], latest: dict[int, int], tools: Tools
) -> tuple[LocalPerson | None, str]:
    """Find the full name that a surname, first name or initialled name leans on: the last one mentioned of several."""
    for label, test in (("surname", _by_family), ("first name", _by_given)):
        fits = [max(test(name, full, tools) for full in person.full) for person in people]
        best = max(fits, default=0)
        fitting = [i for i, fit in enumerate(fits) if fit == best > 0]
        if not fitting:
            continue
        # Of two Clintons the surname means the one spoken of last; before either is named, the first to come.
        # "Wang's mother, Wang Lingyun, came. Wang was jailed": the relative is named in full again.
        fitting = [i for i in fitting if not people[i].kin] or fitting
        chosen = max(fitting, key=lambda i: (latest.get(i, -1), -i))
        others = [people[i].fullest().printed for i in fitting if i != chosen]
        why = f"{label} of {people[chosen].fullest().printed!r} in the article"
        if others:
            why += f", named last; runner-up {others[0]!r}"
        return people[chosen], why
    return None, "no full name in the article"


def _by_family(name: PersonName, full: PersonName, tools: Tools) -> int:
    """How well a surname fits a full name: 0 not at all; "Yang" fits Ti Liang Yang better than Jiang Zemin."""
    if not name.words:
        return 0
    if len(name.words) > 1:  # "J. Smith"
        return int(tools.people.compare(name, full).decision == "same")
    level = tools.people.word_level(name, 0, full, len(full.words) - 1)
    if level >= _FOLD:
        return level
    # "Trong" of Nguyen Phu Trong; "Calderon" of Felipe Calderon Hinojosa: any word but the first
    return int(name.words[0] == full.last_printed or name.words[0] in full.words[1:])


def _by_given(name: PersonName, full: PersonName, tools: Tools) -> int:
    return int(len(name.words) == 1 and len(name.words[0]) > 2 and name.words[0] == full.words[0])
