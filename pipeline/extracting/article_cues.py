"""Doc -> ContestCue: what the whole article says of the election it reports, most trusted first within each kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from pipeline.annotating.words import Word, split_words
from pipeline.configuring.configuration import Configuration
from pipeline.extracting.hints import Hint, find_hints, is_year, joined
from pipeline.types import ContestCue, Doc

_KEPT_COUNTRIES = 4


@dataclass
class _Tally:
    """Scores by cue kind and value, with the first words that spoke for each."""

    scores: dict[str, Counter[str]] = field(default_factory=dict)
    words: dict[tuple[str, str], str] = field(default_factory=dict)

    def add(self, kind: str, value: str, weight: float, basis: str) -> None:
        self.scores.setdefault(kind, Counter())[value] += weight  # type: ignore[assignment]
        self.words.setdefault((kind, value), basis)

    def ranked(self, kind: str, most: int = 9) -> list[ContestCue]:
        """The kind's cues, best first; a kind of election that is only hinted at is a "weak_kind"."""
        scores = self.scores.get(kind, Counter())
        order = sorted(scores, key=lambda value: (-scores[value], value))[:most]
        name = {v: "weak_kind" if kind == "election_kind" and scores[v] < 1 else kind for v in order}
        return [ContestCue(name[value], value, self._basis(kind, value, scores[value])) for value in order]

    def total(self, kind: str) -> float:
        """The sum of the kind's scores."""
        return sum(self.scores.get(kind, Counter()).values())

    def drop_passing(self, kind: str, part: float) -> None:
        """Drop what has less than this part of the best score."""
        scores = self.scores.get(kind, Counter())
        best = max(scores.values(), default=0)
        self.scores[kind] = Counter({v: n for v, n in scores.items() if n >= part * best})

    def _basis(self, kind: str, value: str, score: float) -> str:
        return f"{self.words[kind, value]!r} (weight {score:g})"


def article_cues(doc: Doc, config: Configuration) -> tuple[ContestCue, ...]:
    """Return the article's own hints at its main election.

    Kinds as in `ContestCue`: countries and kinds of election by weight, then body, round, timing, years beside a word of
    election ("year"), the year of an election called the last one ("previous_year"), other years named ("named_year"),
    months and dates, weekdays beside a word of election, and the terms of office holders and parties named.
    """
    tally = _Tally()
    for lead, title, words, text in _stretches(doc, config):
        weights = config.contests.weights
        factor = weights.title if title else weights.lead if lead else weights.plain
        hints = find_hints(words, text, config)
        _count_hints(tally, hints, words, text, factor, config)
        _count_places(tally, hints, words, text, factor, config)
        _count_timing(tally, words, factor, config)
        _count_bare(tally, hints, words, text, factor, config)
    _settle_kind(tally)
    _count_people(tally, doc, config)
    _count_parties(tally, doc, config)
    tally.drop_passing("country", config.contests.weights.passing)
    out: list[ContestCue] = tally.ranked("country", _KEPT_COUNTRIES)
    for kind in (
        "election_kind",
        "body",
        "round",
        "timing",
        "year",
        "previous_year",
        "named_year",
        "month",
        "date",
        "weekday",
    ):
        out += tally.ranked(kind)
    if tally.total("private") > tally.total("election_kind"):
        out += tally.ranked("private")
    return (*out, *tally.ranked("office", 12), *tally.ranked("party", 24))


def _stretches(doc: Doc, config: Configuration) -> Iterator[tuple[bool, bool, list[Word], str]]:
    """The title and the sentences: (in the lead, in the title, words, the text that the words point into)."""
    title = doc.article.title
    if title and title not in doc.article.text[: len(title) + 200]:
        yield True, True, split_words(title), title
    text = doc.article.text
    first_line = len(text.split("\n", 1)[0])
    for sentence in doc.sentences:
        words = split_words(text, sentence.char_start, sentence.char_end)
        headline = sentence.char_start == 0 and sentence.char_end <= first_line + 1 and first_line < 150
        yield sentence.char_start < config.contests.weights.lead_chars, headline, words, text


def _count_hints(
    tally: _Tally, hints: Sequence[Hint], words: Sequence[Word], text: str, factor: float, config: Configuration
) -> None:
    for n, hint in enumerate(hints):
        basis = text[words[max(0, hint.first - 1)].start : words[min(len(words), hint.last + 2) - 1].end]
        if hint.kind == "round":
            tally.add("round", _round_told(words, hint, config), factor, basis)
        elif hint.kind in ("election_kind", "body"):
            tally.add(hint.kind, hint.value, factor, basis)
        elif hint.kind == "year" and (hint.first == 0 or words[hint.first - 1].text != "\u00a9"):
            kind = "year" if hint.beside else "named_year"
            if _after_previous(hints, n) or _after_previous_words(words, hint, config):
                kind = "previous_year"
            elif _since(words, hint):
                kind = "named_year"
            tally.add(kind, hint.value, factor, basis)
        elif hint.kind in ("month", "date", "weekday") and hint.beside and not _after_previous(hints, n):
            tally.add(hint.kind, hint.value, factor, basis)
        elif hint.kind in ("month", "date") and len(hint.value) >= 7 and hint.value[:4].isdigit():
            tally.add("named_year", hint.value[:4], factor, basis)
    for i in range(len(words)):
        if is_year(words, i) and not any(h.first <= i < h.last for h in hints) and _past_year(words, i):
            tally.add("named_year", words[i].text, factor, words[i].text)


def _count_bare(
    tally: _Tally, hints: Sequence[Hint], words: Sequence[Word], text: str, factor: float, config: Configuration
) -> None:
    """ "the election" without more: an election, whatever its kind, and so no referendum."""
    for i, word in enumerate(words):
        if word.lower in ("election", "elections") and not any(
            h.kind == "election_kind" and h.first <= i < h.last for h in hints
        ):
            if i + 1 >= len(words) or words[i + 1].lower not in config.contests.kinds.offices:
                tally.add("bare", "election", 0.5 * factor, text[words[max(0, i - 1)].start : word.end])


def _settle_kind(tally: _Tally) -> None:
    """Bare elections count for the likeliest kind of election that is named; for a parliament's where none is."""
    bare = tally.scores.get("bare", Counter())["election"]
    if not bare:
        return
    named = {k: v for k, v in tally.scores.get("election_kind", Counter()).items() if k != "referendum"}
    kind = max(sorted(named), key=lambda k: named[k]) if named else "legislative"
    tally.add("election_kind", kind, bare, tally.words["bare", "election"])


def _round_told(words: Sequence[Word], hint: Hint, config: Configuration) -> str:
    """The round that the article reports when it speaks of this one: "will face a run-off" is told after the first."""
    near = {w.lower for w in words[max(0, hint.first - 7) : hint.last + 3]}
    if hint.value != "1" and near & set(config.contests.rounds.ahead):
        return str(int(hint.value) - 1)
    before = {w.lower for w in words[max(0, hint.first - 8) : hint.first]}
    return "2" if hint.value == "1" and before & set(config.contests.rounds.behind) else hint.value


def _past_year(words: Sequence[Word], i: int) -> bool:
    """ "since 2003", "the 2003 invasion", "founded in 1998": no contest's year, but the article is not older than it."""
    return (i > 0 and words[i - 1].lower in ("since", "in", "after", "the", "of", "from", "'s")) or i == 0


def _since(words: Sequence[Word], hint: Hint) -> bool:
    return hint.first > 0 and words[hint.first - 1].lower in ("since", "than", "on", "before", "until", "by", "from")


def _after_previous(hints: Sequence[Hint], n: int) -> bool:
    return any(h.kind == "previous" and 0 <= hints[n].first - h.last <= 6 for h in hints)


def _after_previous_words(words: Sequence[Word], hint: Hint, config: Configuration) -> bool:
    before = [w.lower for w in words[max(0, hint.first - 5) : hint.first]]
    return any(w in ("previous", "last") for w in before) and hint.beside


def _count_places(
    tally: _Tally, hints: Sequence[Hint], words: Sequence[Word], text: str, factor: float, config: Configuration
) -> None:
    weights = config.contests.weights
    taken: set[int] = set()
    for hint in hints:
        if hint.kind != "country" or hint.first in taken:
            continue
        taken |= set(range(hint.first, hint.last))
        printed = text[words[hint.first].start : words[hint.last - 1].end]
        country = config.places.country(hint.value)
        capital = country is not None and printed in country.capitals()
        weight = weights.capital if capital else weights.beside_election if hint.beside else 1.0
        tally.add("country", hint.value, factor * weight, printed)
    for i, word in enumerate(words):
        if i not in taken and word.text[:1].isupper():
            _count_house(tally, words, i, text, factor, config)


def _count_house(tally: _Tally, words: Sequence[Word], i: int, text: str, factor: float, config: Configuration) -> None:
    """A house of one country only ("Knesset"), a division or a city of one country only ("Anbar", "Milan")."""
    for n in range(min(3, len(words) - i), 0, -1):
        printed = text[words[i].start : words[i + n - 1].end]
        houses = {code for code, _ in config.places.legislature_of(printed)}
        if len(houses) == 1:
            tally.add("country", houses.pop(), factor * config.contests.weights.house, printed)
            return
        parts = {d.iso2 for d in config.places.division_of(printed)} | {c.iso2 for c in config.places.city_of(printed)}
        if len(parts) == 1:
            tally.add("country", parts.pop(), factor * config.contests.weights.division, printed)
        if houses or parts:
            return


def _count_timing(tally: _Tally, words: Sequence[Word], factor: float, config: Configuration) -> None:
    sentence = f" {joined(words, 0, len(words))} "
    for value, phrases in (("past", config.contests.timing.past), ("coming", config.contests.timing.coming)):
        for phrase in phrases:
            if f" {phrase} " in sentence:
                tally.add("timing", value, factor, phrase)
    for phrase in config.contests.kinds.parliament_words:
        if f" {phrase} " in sentence:
            tally.add("election_kind", "legislative", 0.2 * factor, phrase)
    for phrase in config.contests.around_elections:
        if f" {phrase} " in sentence:
            tally.add("bare", "election", 0.2 * factor, phrase)
    for phrase in config.contests.kinds.private:
        if f" {phrase} " in sentence:
            tally.add("private", "ballot", factor, phrase)


def _count_people(tally: _Tally, doc: Doc, config: Configuration) -> None:
    """The terms of office holders: value "IQ 2014-09 2018-10 in" (named with the title), "out" (a former one), "named"."""
    text, people = doc.article.text, config.contests.people
    for mention in doc.mentions:
        if mention.kind != "person":
            continue
        terms = config.officeholders.find(mention.text)
        if not terms:
            continue
        before = [w.lower for w in split_words(text, max(0, mention.char_start - 60), mention.char_start)][-6:]
        former = any(w in people.former for w in before[-5:]) and not any(w in people.serving for w in before)
        titled = any(
            config.officeholders.office_named(" ".join(before[-n - k : len(before) - k]))
            for n in (1, 2)
            for k in range(people.gap)
        )
        for term in terms:
            telling = term.office in people.telling_offices
            named = f"{term.country} {term.since} {term.until or ''}".strip() + (" open" if not term.until else "")
            state = "out" if former and telling else "in" if titled and telling and not former else "named"
            if state == "in":
                title = {
                    config.officeholders.office_named(" ".join(before[-n - k : len(before) - k]))
                    for n in (1, 2)
                    for k in range(people.gap)
                }
                state = "in" if term.office in title else "named"
            tally.add(
                "office",
                f"{named} {state}",
                1.0,
                text[max(0, mention.char_start - 16) : mention.char_end].replace("\n", " "),
            )
        for code in sorted({t.country for t in terms}):
            tally.add("country", code, config.contests.weights.office, mention.text)


def _count_parties(tally: _Tally, doc: Doc, config: Configuration) -> None:
    """Parties of the gazetteer that name a country: value "IQ 2018 2021"."""
    for mention in doc.mentions:
        if mention.kind != "party":
            continue
        found = config.parties.find(mention.text, None)
        countries = sorted({p.country for p in found})
        if len(countries) != 1:
            continue
        tally.add("country", countries[0], config.contests.weights.party, mention.text)
        since = min(p.since or 0 for p in found)
        until = max(p.until or 9999 for p in found)
        if since or until != 9999:
            tally.add("party", f"{countries[0]} {since:04} {until:04}", 1.0, mention.text)
