"""Would two printed names be one entity, with nothing else to go by? As the resolver decides it, gazetteer included."""

from __future__ import annotations

from pipeline.resolving.backdrop import Backdrop
from pipeline.resolving.known_parties import is_distinctive, known_party
from pipeline.resolving.places import place_of
from pipeline.resolving.scoring import Comparison, decide
from pipeline.resolving.tools import Tools

_BARS = ("middle_conflict", "suffix_conflict")
_NOWHERE = Backdrop("", None, None, ())


def compare_names(first: str, second: str, kind: str, tools: Tools) -> Comparison:
    """Compare two names of a kind: person, party, place or body (any other word counts as body)."""
    if kind == "place":
        return _places(first, second, tools)
    return _people(first, second, tools) if kind == "person" else _groups(first, second, tools)


def _people(first: str, second: str, tools: Tools) -> Comparison:
    """By the features; the gazetteer speaks where it lists both names, or where the features are unsure."""
    result = tools.people.compare_texts(first, second)
    names = [tools.reader.read(text) for text in (first, second)]
    hits = [tools.known.find(name, None, None) for name in names]
    if hits[0] is None or hits[1] is None:
        return result
    known = [hit[0] for hit in hits if hit]
    printed = all(tools.known.lists(name, person) for name, person in zip(names, known, strict=True))
    barred = result.decision == "different" or any(bar in result.features for bar in _BARS)
    if not printed and (barred or known[0] is not known[1]):
        return result
    weights = tools.names.weights
    return decide(["listed" if known[0] is known[1] else "listed_apart"], weights, weights.persons)


def _groups(first: str, second: str, tools: Tools) -> Comparison:
    """By the features; the gazetteer speaks where they are not sure, and not of words of creed alone."""
    result = tools.party_names.compare_texts(first, second)
    names = [tools.party_names.read(text) for text in (first, second)]
    telling = result.decision == "unsure" or any(n.acronym or is_distinctive(n.printed, tools) for n in names)
    if result.decision == "same" or not telling:
        return result
    listed = _listed_parties(first, second, tools)
    weights = tools.names.weights
    return decide(listed, weights, weights.parties) if listed else result


def _listed_parties(first: str, second: str, tools: Tools) -> list[str]:
    """Both names lead to parties of the gazetteer: to one in any country, or to none in common."""
    ones, twos = ({p.key for p in tools.parties.find(text, None)} for text in (first, second))
    if not ones or not twos:
        one, two = (known_party(text, _NOWHERE, tools) for text in (first, second))
        ones, twos = ({hit[0].key} if hit else keys for hit, keys in ((one, ones), (two, twos)))
    if not ones or not twos:
        return []
    if ones & twos:
        return ["listed"]
    return ["listed_apart"] if len(ones) == len(twos) == 1 else []


def _places(first: str, second: str, tools: Tools) -> Comparison:
    one, two = place_of(first, _NOWHERE, tools), place_of(second, _NOWHERE, tools)
    weights = tools.names.weights
    if one.key == two.key:
        return decide(["listed" if one.fixed else "words_equal"], weights, weights.parties)
    if one.fixed and two.fixed:
        return decide(["listed_apart"], weights, weights.parties)
    alike = tools.folder.alike(one.key.rpartition("/")[2].lower(), two.key.rpartition("/")[2].lower())
    return decide(["words_near"] if alike else ["words_apart"], weights, weights.parties)
