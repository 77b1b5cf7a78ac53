"""Doc -> ContestCue: what the whole article says of the election it reports, most trusted first within each kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from typing import NamedTuple

from pipeline.configuring.configuration import Configuration
from pipeline.configuring.places import NO_PLACE
from pipeline.extracting.article_people import count_parties, count_people, count_races, settle_state
from pipeline.extracting.grammar import INDEFINITE
from pipeline.extracting.hint import Hint, phrase_length
from pipeline.extracting.hints import is_year
from pipeline.extracting.reach import chunks_of
from pipeline.extracting.tally import Stretch, Tally, stretches
from pipeline.types import ContestCue, Doc

_COUNTRIES = 4  # kept of each kind
_DAY = 5  # "10-07"
_MOVED = 6  # words before "from the 2010 election" that tell what moved
_PLACE = 8  # words of a dateline before its day: "FRANKFURT, West Germany, April 6"
_OFFICES = 20
_PARTIES = 24
_AHEAD = 9  # words before a year of which one may say that it lies ahead
_HOUSE = 3  # words of a house's name, or of a part of the land
_KINDS = (
    "election_kind",
    "bare_kind",
    "body",
    "round",
    "lead_round",
    "timing",
    "year",
    "previous_year",
    "named_year",
    "coming_year",
    "month",
    "date",
    "weekday",
    "named_day",
    "dateline",
    "printed_date",
)


def article_cues(doc: Doc, config: Configuration) -> tuple[ContestCue, ...]:
    """Return the article's own hints at its main election.

    Kinds as in `ContestCue`: countries and kinds of election by weight, then body, round, the round that the headline
    or the lead reports ("lead_round"), timing, years beside a
    word of election ("year"), the year of an election called the last one ("previous_year"), other years named
    ("named_year"), the year of a vote still to come ("coming_year"), months and dates, weekdays beside a word of
    election, and the terms of office holders and parties named.
    """
    tally = Tally()
    nouns = frozenset(config.contests.kinds.bare)
    told = list(stretches(doc, config))
    for stretch in told:
        marked = _marked(stretch, nouns, config)
        for hint in stretch.hints:
            _count_hint(tally, stretch, hint, config)
        _count_lead_round(tally, stretch, config)
        count_races(tally, stretch, config)
        _count_other_years(tally, stretch, marked.numbers, config)
        _count_places(tally, stretch, marked.capitals, config)
        _count_words(tally, stretch, config)
        _count_bare(tally, stretch, marked.bare, config)
    _settle_kind(tally)
    settle_state(tally, told, config)
    count_people(tally, doc, config)
    count_parties(tally, doc, config)
    tally.drop_passing("country", config.contests.weights.passing)
    out = tally.ranked("country", _COUNTRIES)
    for kind in _KINDS:
        out += tally.ranked(kind)
    if tally.total("private") > tally.total("election_kind") + tally.total("bare_kind"):
        out += tally.ranked("private")
    return (*out, *tally.ranked("office", _OFFICES), *tally.ranked("party", _PARTIES))


class _Marked(NamedTuple):
    """Where in a stretch the words stand that are looked at, whether a hint holds them or not; most words are none."""

    numbers: list[int]
    capitals: list[int]  # with which a place may begin
    bare: list[int]  # "election", "vote"


def _marked(stretch: Stretch, nouns: Collection[str], config: Configuration) -> _Marked:
    marked, opens_place = _Marked([], [], []), config.places.opens
    numbers, capitals, bare = marked
    for i, (printed, lower, _, _, kind) in enumerate(stretch.words):
        if kind == "number":
            numbers.append(i)
        elif printed[0].isupper() and opens_place(lower):
            capitals.append(i)
        if lower in nouns:
            bare.append(i)
    return marked


def _count_hint(tally: Tally, stretch: Stretch, hint: Hint, config: Configuration) -> None:
    if hint.kind == "country":
        return  # its place counts, see _count_places
    weight = stretch.weight
    basis = stretch.printed(hint.first - 1, hint.last + 2)
    after_previous = any(h.kind == "previous" and 0 <= hint.first - h.last <= 6 for h in stretch.hints)
    if hint.kind == "round":
        tally.add("round", _round_told(stretch, hint, config), weight, basis)
    elif hint.kind in ("election_kind", "body"):
        held = hint.value != "referendum" or not _unheld(stretch, hint, config)
        tally.add(hint.kind, hint.value, weight if held else config.contests.weights.unheld, basis)
    elif hint.kind == "year":
        measured = after_previous or _measured(stretch, hint, config)
        kind = "previous_year" if measured else _kind_of_year(stretch, hint, config)
        if kind:
            tally.add(kind, hint.value, weight, basis)
    elif hint.kind in ("month", "date", "weekday") and hint.beside and not after_previous:
        tally.add(hint.kind, hint.value, weight, basis)
    elif hint.kind == "date" and len(hint.value) == _DAY and not after_previous:
        tally.add("dateline" if _in_dateline(stretch, hint) else "named_day", hint.value, weight, basis)
    elif hint.kind in ("month", "date") and len(hint.value) >= len("YYYY-MM") and hint.value[:4].isdigit():
        # "In the previous election in May 1990, it had come first"
        tally.add("previous_year" if after_previous and hint.beside else "named_year", hint.value[:4], weight, basis)
        if hint.kind == "date":
            tally.add("printed_date", hint.value, weight, basis)


def _unheld(stretch: Stretch, hint: Hint, config: Configuration) -> bool:
    """ "Short of the 330 seats it wanted to call a referendum": one that somebody would like to hold."""
    before = [w.lower for w in stretch.words[max(0, hint.first - 3) : hint.first]]
    return not set(before).isdisjoint(config.contests.kinds.unheld) and not INDEFINITE.isdisjoint(before[-2:])


def _in_dateline(stretch: Stretch, hint: Hint) -> bool:
    """ "ALGIERS, June 6 (AFP) - ": the day on which it was written, of a year that is not said."""
    place = stretch.words[max(0, hint.first - 2)].text
    return 2 <= hint.first <= _PLACE and stretch.words[hint.first - 1].text == "," and place.isupper()


def _measured(stretch: Stretch, hint: Hint, config: Configuration) -> bool:
    """ "63 fewer than it won in 2011": the article's election is a later one."""
    scope, starts = config.contests.scope, config.contests.measuring_starts
    if not any(phrase_length(stretch.words, i, scope.measuring, starts) for i in range(hint.first + 1)):
        return False
    chunk = next(c for c in chunks_of(stretch.words, config) if hint.first < c.last)
    near = stretch.words[max(0, chunk.first - _MOVED) : hint.first]
    moved = chunk.opener != "from" or any(w.kind == "number" or w.lower in scope.changes for w in near)
    return chunk.opener in scope.measuring and moved  # not "the dust has settled from the 2018 election"


def _kind_of_year(stretch: Stretch, hint: Hint, config: Configuration) -> str:
    """Whether a year is an election's, the last election's, or just named; "" for a copyright line's."""
    words, scope = stretch.words, config.contests.scope
    before = [w.lower for w in words[max(0, hint.first - 5) : hint.first]]
    if before[-1:] and before[-1] in scope.not_years:
        return ""
    if hint.beside and any(w in config.contests.times.before for w in before):
        return "previous_year"
    if not hint.beside or (before and before[-1] in scope.baselines):
        return "" if _to_come(stretch, hint, config) else "named_year"
    return "coming_year" if _to_come(stretch, hint, config) else "year"


def _to_come(stretch: Stretch, hint: Hint, config: Configuration) -> bool:
    """ "A vote on a president is to follow in 2017": the article is of an earlier year."""
    chunk = next(c for c in chunks_of(stretch.words, config) if hint.first < c.last)
    before = [w.lower for w in stretch.words[max(chunk.first, hint.first - _AHEAD) : hint.first]]
    sentence = f" {' '.join(before)} "
    return any(f" {phrase} " in sentence for phrase in config.contests.times.ahead)


def _count_other_years(tally: Tally, stretch: Stretch, numbers: Sequence[int], config: Configuration) -> None:
    """No election's year ("since 2003", "founded in 1998"), but the article is not older than it."""
    words = stretch.words
    for i in numbers:
        if not is_year(words, i) or any(h.first <= i < h.last for h in stretch.hints):
            continue
        if i == 0 or words[i - 1].lower in config.contests.scope.year_fronts:
            tally.add("named_year", words[i].text, stretch.weight, words[i].text)


def _round_told(stretch: Stretch, hint: Hint, config: Configuration) -> str:
    """The round that the article reports when it speaks of this one: "will face a run-off" is told after the first."""
    near = {w.lower for w in stretch.words[max(0, hint.first - 7) : hint.last + 3]}
    if hint.value != "1" and near & set(config.contests.rounds.ahead):
        return str(int(hint.value) - 1)
    before = {w.lower for w in stretch.words[max(0, hint.first - 8) : hint.first]}
    return "2" if hint.value == "1" and before & set(config.contests.rounds.behind) else hint.value


def _count_lead_round(tally: Tally, stretch: Stretch, config: Configuration) -> None:
    """ "The chamber failed to elect a president in the second ballot on Tuesday": of the first words that name one.

    A lead that names two rounds tells none: "Lee won 40 votes in the first round and 45 in the second". Nor does one
    that may look back: "is poised to govern after a victory in the first round".
    """
    if stretch.weight < config.contests.weights.lead or tally.total("lead_round") or not stretch.words:
        return
    if stretch.words[-1].text == ":":
        return  # the heading of a list, which tells the round of that alone
    hints = [h for h in stretch.hints if h.kind == "round"]
    told = {_round_told(stretch, h, config) for h in hints}
    if told:
        back = any(int(_round_told(stretch, h, config)) > int(h.value) for h in hints)
        value = told.pop() if len(told) == 1 and not back else "0"
        tally.add("lead_round", value, stretch.weight, stretch.printed(hints[0].first - 1, hints[0].last + 2))


def _count_places(tally: Tally, stretch: Stretch, capitals: Sequence[int], config: Configuration) -> None:
    weights, union = config.contests.weights, config.contests.kinds.union
    taken: set[int] = set()
    plebiscite = any(h.kind == "election_kind" and h.value == "referendum" for h in stretch.hints)
    for hint in stretch.hints:
        if hint.kind != "country" or hint.first in taken:
            continue
        taken |= set(range(hint.first, hint.last))
        printed = stretch.printed(hint.first, hint.last)
        country = config.places.country(hint.value)
        capital = country is not None and printed in country.capitals()
        beside = hint.beside and not (plebiscite and hint.value == union)  # "against joining the EU in a referendum"
        weight = weights.capital if capital else weights.beside_election if beside else weights.plain
        tally.add("country", hint.value, stretch.weight * weight, printed)
    for i in capitals:
        person = any(start <= stretch.words[i].start < end for start, end in stretch.people)
        if i not in taken and not person:
            _count_house(tally, stretch, i, config)


def _count_house(tally: Tally, stretch: Stretch, i: int, config: Configuration) -> None:
    """A house of one country only ("Knesset"), or a division or city of one country only ("Anbar", "Milan")."""
    weights, words = config.contests.weights, stretch.words
    start, meanings_of = words[i].start, config.places.meanings
    for last in range(min(i + _HOUSE, len(words)), i, -1):
        word, _, _, end, _ = words[last - 1]
        if not word[0].isupper():
            continue
        printed = stretch.text[start:end]
        meanings = meanings_of(printed)
        if meanings is NO_PLACE:
            continue
        generic = printed.casefold() in config.contests.kinds.generic_houses
        houses = set() if generic else {code for code, _ in meanings.houses}
        parts = {d.iso2 for d in meanings.divisions} | {c.iso2 for c in meanings.cities}
        if len(houses) == 1:
            tally.add("country", houses.pop(), stretch.weight * weights.house, printed)
        elif len(parts) == 1:
            tally.add("country", parts.pop(), stretch.weight * weights.division, printed)
        elif not houses and not parts:
            continue
        return


def _count_words(tally: Tally, stretch: Stretch, config: Configuration) -> None:
    """Words of past and coming elections, of parliaments, and of ballots that are no public election."""
    if not stretch.words:
        return
    counted, printed = config.contests.counted, stretch.printed(0, len(stretch.words))
    words = printed.casefold().replace("\u2019", "'").split()
    sentence = f" {' '.join(words)} "
    near = sorted(entry for word in counted.keys() & words for entry in counted[word])
    for _, kind, value, weight, phrase in near:
        if f" {phrase} " in sentence:
            tally.add(kind, value, weight * stretch.weight, phrase)


def _count_bare(tally: Tally, stretch: Stretch, bare: Sequence[int], config: Configuration) -> None:
    """ "the election" without more: an election, whatever its kind, and so no referendum."""
    kinds = [h for h in stretch.hints if h.kind == "election_kind"] if bare else []
    for i in bare:
        if any(h.first <= i < h.last for h in kinds):
            continue
        if i + 1 == len(stretch.words) or stretch.words[i + 1].lower not in config.contests.kinds.offices:
            weight = config.contests.weights.bare * stretch.weight
            tally.add("bare", "election", weight, stretch.printed(i - 1, i + 1))


def _settle_kind(tally: Tally) -> None:
    """Bare elections count for the likeliest kind of election that is named; for a parliament's where none is."""
    bare = tally.scores.get("bare", Counter())["election"]
    named = {k: v for k, v in tally.scores.get("election_kind", Counter()).items() if k != "referendum"}
    best = max(sorted(named), key=lambda k: named[k], default="legislative")
    plebiscite = tally.scores.get("election_kind", Counter())["referendum"]
    if bare and (named.get(best, 0) >= 1 or bare > plebiscite > 0):
        tally.add("election_kind", best, bare, tally.words["bare", "election"])
    elif bare:
        tally.add("bare_kind", best, bare, tally.words["bare", "election"])
