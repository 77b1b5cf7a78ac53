"""Parties of the gazetteer as an article names them: with its country, its year and the words around the name."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.configuring.parties import Party
from pipeline.resolving.backdrop import Backdrop
from pipeline.resolving.tools import Tools

_MARKS = ("'s ", "’s ", "s' ", "s’ ")


def owner_and_rest(text: str, tools: Tools) -> tuple[str | None, str]:
    """ "Klaus's Civic Democratic Party" -> ("Klaus", "Civic Democratic Party"); no owner -> (None, text).

    "People's Party" and "Banana Growers' Union" have none: words of creed and a lone noun in capitals belong to names.
    """
    party = tools.names.party
    for mark in _MARKS:
        head, found, rest = text.partition(mark)
        if not (found and rest.strip() and head.strip()):
            continue
        last = tools.folder.latin(head.split()[-1])
        creed = {last, last + "s", party.words.get(last + "s", last)} & (party.general | party.words.keys())
        lone = rest.strip().lower() in party.noun_of and rest.strip()[:1].isupper()
        if not creed and not lone:
            return head + ("s" if mark.startswith("s") else ""), rest.strip()
    return None, text


def forms_of(text: str, tools: Tools) -> Iterator[str]:
    """Yield the printed name and the shorter ones in it: without owner, without "ruling", without a last party noun."""
    seen: set[str] = set()
    _, rest = owner_and_rest(text, tools)
    words = rest.split()
    while len(words) > 1 and words[0].lower() in tools.names.party.before:
        words = words[1:]
    without = words[:-1] if len(words) > 1 and words[-1].lower() in tools.names.party.noun_of else words
    for form in (text, rest, " ".join(words), " ".join(without)):
        if form and form not in seen:
            seen.add(form)
            yield form


def known_party(text: str, backdrop: Backdrop, tools: Tools) -> tuple[Party, str] | None:
    """Return the gazetteer's party for a printed name, and why; None where it has none or cannot tell."""
    own = country_in(text, tools)
    for form in forms_of(text, tools):
        for country in dict.fromkeys(filter(None, (own, backdrop.country))):
            found = tools.parties.find(form, country, backdrop.year)
            if found:
                also = f"; runner-up {found[1].name!r}" if len(found) > 1 else ""
                return found[0], f"gazetteer {found[0].key} by {form!r}{also}"
    return None if own else _elsewhere(text, backdrop, tools)


def _elsewhere(text: str, backdrop: Backdrop, tools: Tools) -> tuple[Party, str] | None:
    """A party of another country that the article names, or the only one of that name; no words of creed alone."""
    if not is_distinctive(text, tools):
        return None
    for form in forms_of(text, tools):
        found = tools.parties.find(form, None, backdrop.year)
        named = [party for party in found if party.country in backdrop.mentioned]
        if len(named) == 1:
            return named[0], f"gazetteer {named[0].key} by {form!r}, a country that the article names"
        if len(found) == 1 and (backdrop.country is None or len(form.split()) > 1):
            return found[0], f"gazetteer {found[0].key} by {form!r}, the only one of that name"
    return None


def is_distinctive(text: str, tools: Tools) -> bool:
    """Say whether the name has a word that is neither one of creed nor an acronym, which other countries may share."""
    name = tools.party_names.read(text)
    if name.acronym:
        return False
    common = tools.names.party.general | tools.names.party.noun_of.keys()
    return any(word not in common and len(word) > 2 for word in name.words)


def country_in(text: str, tools: Tools) -> str | None:
    """The country that the name itself says: "French Socialist Party", "Communist Party of Ukraine"."""
    owner, rest = owner_and_rest(text, tools)
    if owner:
        code = tools.places.country_of(owner.split()[-1])
        if code:
            return code
    words = rest.split()
    for word in (words[0], words[-1]) if len(words) > 1 else ():
        code = tools.places.country_of(word)
        if code:
            return code
    return None
