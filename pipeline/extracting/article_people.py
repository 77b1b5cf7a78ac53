"""Who is in office, and which parties stand: what the names of an article tell of its time and country."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

from pipeline.annotating.words import Word, split_words
from pipeline.configuring.configuration import Configuration
from pipeline.configuring.officeholders import STANDING, Term
from pipeline.extracting.tally import Stretch, Tally
from pipeline.types import Doc, Mention

_BEFORE = 60  # characters before a name in which its title stands
_BEHIND = 40  # characters behind it in which he is said to go on ("Macron was re-elected")
_STATES = "US"  # of whose states one bears a country's name
_RACE = 8  # words from "chose" to "leader" in "chose Ann Mary Lee as their new leader"
_NEAR = 6  # words before a name in which its title stands


def count_people(tally: Tally, doc: Doc, config: Configuration) -> None:
    """Count the terms of the office holders named: "IQ 2014-09 2018-10 in" (titled), "out" (former), "stood" (in
    the elections of those years) or "named"; and of those who led a party "led", from year to year.
    """
    text = doc.article.text
    for mention in doc.mentions:
        if mention.kind != "person":
            continue
        for country, led in config.parties.terms_of(mention.text) if " " in mention.text else ():
            if led.since is not None:
                tally.add("office", f"{country} {led.since} {led.until or 'open'} led", 1.0, mention.text)
        terms = config.officeholders.find(mention.text)
        if not terms and " " in mention.text:
            continue
        line = max(mention.char_start - _BEFORE, text.rfind("\n", 0, mention.char_start) + 1)  # no headline's last word
        before = [w.lower for w in split_words(text, line, mention.char_start)][-_NEAR:]
        if not terms:
            _count_titled(tally, mention, before, config)
            continue
        basis = text[max(0, mention.char_start - 16) : mention.char_end]
        behind = " ".join(w.lower for w in split_words(text, mention.char_end, mention.char_end + _BEHIND))
        for term in terms:
            value = f"{term.country} {term.since} {term.until or 'open'} {_state(term, before, behind, config)}"
            tally.add("office", value, 1.0, basis)
        for code in sorted({t.country for t in terms}):
            tally.add("country", code, config.contests.weights.office, mention.text)


def _count_titled(tally: Tally, mention: Mention, before: Sequence[str], config: Configuration) -> None:
    """ "President Trump called": a last name alone, right behind a title, is of those who bore that title."""
    named = (config.officeholders.office_named(" ".join(before[-n:])) for n in (2, 1) if len(before) >= n)
    office = next((found for found in named if found in config.contests.people.telling_offices), None)
    for term in config.officeholders.titled(office, mention.text) if office is not None else ():
        if _state(term, before, "", config) == "in":
            tally.add("office", f"{term.country} {term.since} {term.until or 'open'} in", 1.0, mention.text)


def _state(term: Term, before: Sequence[str], behind: str, config: Configuration) -> str:
    people = config.contests.people
    if term.office == STANDING:
        return "stood"
    if term.office not in people.telling_offices:
        return "named"
    if any(w in people.former for w in before) and not any(w in people.serving for w in before):
        return "out"
    if any(f" {phrase} " in f" {behind} " for phrase in people.again):
        return "in"
    titles = {
        config.officeholders.office_named(" ".join(before[len(before) - n - k : len(before) - k]))
        for n in (1, 2)
        for k in range(people.gap)
        if n + k <= len(before)
    }
    return "in" if term.office in titles else "named"


def count_races(tally: Tally, stretch: Stretch, config: Configuration) -> None:
    """ "Ann Lee was re-elected Labour leader", "the Greens chose Ann Lee as their leader": a vote of a party's own.

    Only what the headline and the lead report: "Lee, elected Labour leader in 2015, called the election" looks back.
    """
    kinds, words = config.contests.kinds, stretch.words
    if stretch.weight < config.contests.weights.lead:
        return
    for i in (i for i, word in enumerate(words) if word.lower in kinds.party_choices):
        for j in range(i + 1, min(len(words), i + _RACE)):
            if words[j].kind == "sign" and words[j].text != "-":
                break
            titled = j + 1 < len(words) and words[j + 1].text[0].isupper()
            if words[j].lower in kinds.party_offices and not titled and _of_party(words[j - 1], config):
                tally.add("election_kind", "other", stretch.weight, stretch.printed(i, j + 1))
                break


def _of_party(before: Word, config: Configuration) -> bool:
    """Whether a leader is a party's: "Labour leader", "as their leader"; not "Ruritanian leader", "a new leader"."""
    if before.text[0].isupper():
        return config.places.country_of(before.text) is None and not config.places.division_of(before.text)
    return before.lower in config.contests.kinds.party_leaders


def count_parties(tally: Tally, doc: Doc, config: Configuration) -> None:
    """Count the parties of the gazetteer that name a country: "IQ 2018 2021", years of activity."""
    for mention in doc.mentions:
        found = config.parties.find(mention.text, None) if mention.kind == "party" else ()
        countries = {p.country for p in found}
        if len(countries) != 1:
            continue
        country = countries.pop()
        tally.add("country", country, config.contests.weights.party, mention.text)
        since = min(p.since or 0 for p in found)
        until = max(p.until or 9999 for p in found)
        if since or until != 9999:
            tally.add("party", f"{country} {since:04} {until:04}", 1.0, mention.text)


def settle_state(tally: Tally, stretches: Sequence[Stretch], config: Configuration) -> None:
    """ "Republican Ann Lee beat Democrat Tom Brown in Georgia": the state, where both parties that share it stand."""
    gains, scores = config.terms.counting.gains, tally.scores.get("country", Counter())
    names = {word.text for stretch in stretches for word in stretch.words if word.text[0].isupper()}
    words = {name.lower() for name in names}
    twins = [code for code in scores if _is_state(code, words, config)]
    parties = not (words.isdisjoint(gains.republicans) or words.isdisjoint(gains.democrats))
    if not twins or not (parties or _other_states(names, config)):
        return
    for code in twins:
        tally.add("country", _STATES, scores.pop(code), tally.words["country", code])


def _other_states(names: Collection[str], config: Configuration) -> bool:
    """ "Biden led in Georgia and Pennsylvania": another state is named, which bears no country's or capital's name."""
    country = config.places.country(_STATES)
    capitals = country.capitals() if country is not None else ()
    found = (name for name in names if name not in capitals and config.places.country_of(name) is None)
    return any(part.iso2 == _STATES for name in found for part in config.places.division_of(name))


def _is_state(code: str, words: Collection[str], config: Configuration) -> bool:
    """Whether a state bears the country's name, and the article does not name the country's capital."""
    country = config.places.country(code)
    if country is None or any(capital.casefold() in words for capital in country.capitals()):
        return False
    return any(part.iso2 == _STATES != code for name in country.names() for part in config.places.division_of(name))
