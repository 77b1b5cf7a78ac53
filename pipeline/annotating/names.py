"""Mentions: what the recogniser named, corrected by party nouns, titles, acronyms, the gazetteer and the article.

The small model reads "Hadi Al Amiri" as a place, "Al Sudani's Reconstruction" as a person and "Turnout" as a
person. Here every source of evidence proposes spans with a rank; the best ranked, then the longest, wins.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from pipeline.annotating.capitals import Run, capital_runs, capitals_of, shouted_words
from pipeline.annotating.contesting import contesting_spans
from pipeline.annotating.gate import CORE, SURE, ElectionWords
from pipeline.annotating.gazetteer import PartyIndex
from pipeline.annotating.lands import KEPT, Lands
from pipeline.annotating.parties import party_spans
from pipeline.annotating.persons import member_spans, person_spans
from pipeline.annotating.words import Word, words_of
from pipeline.configuring.annotating import Annotating
from pipeline.configuring.configuration import Configuration
from pipeline.types import Article, EntityKind, Mention, Sentence

Entities = Sequence[tuple[int, int, str]]
_OWNS = ("'s", "\u2019s")
_PLACE_LABELS = ("GPE", "LOC", "FAC")


@dataclass(frozen=True, slots=True)
class Proposal:
    """A span that may be a mention; `rank` says how far its evidence is trusted, higher first."""

    start: int
    end: int
    kind: EntityKind
    basis: str
    rank: int


class NameFinder:
    """Finds the mentions of an article; holds the indexes made once from the configuration."""

    def __init__(self, config: Configuration) -> None:
        self._config = config
        self._lists = config.annotating
        self._index = PartyIndex(config.parties)
        self._election = ElectionWords(config.annotating)
        self._is_place_word = lru_cache(maxsize=KEPT)(self._find_place)  # an article, and the news, repeat their names
        self._lands = Lands(config)

    def find(self, article: Article, sentences: Sequence[Sentence], entities: Entities) -> tuple[Mention, ...]:
        """Return the article's mentions in text order, none overlapping another."""
        text = article.text
        words = words_of(text)
        capitals, shouted = capitals_of(words), shouted_words(words, text)
        runs = capital_runs(words, self._lists, [s.char_start for s in sentences], capitals, shouted)
        places = list(self._phrases(words, capitals))
        countries = self._lands.of(words, text, places, capitals)
        proposals: list[Proposal] = []
        for start, end, key in self._index.spans(words, capitals, countries):
            whole = " " in text[start:end] or text[start:end].isupper()  # not "National" of "National Front"
            goes_on = self._headed(text, end)  # "National Movement" of "National Movement Party"
            proposals.append(Proposal(start, end, "party", f"gazetteer: {key}", 100 if whole and not goes_on else 89))
        persons = {start: end for start, end, label in entities if label == "PERSON"}
        for start, end, basis, rank in party_spans(words, runs, self._lists, self._is_place_word):
            proposals.append(Proposal(start, _before_leader(text, start, end, persons), "party", basis, rank))
        holders = list(self._holders(words, runs, text))
        known = [(p.start, p.end, "PERSON") for p in holders if p.start not in persons]  # "Le Pen", said again alone
        for start, end, basis, rank in person_spans(words, runs, [*entities, *known], text, self._lists):
            surname = basis.startswith("surname of") and not self._located(text, start)
            if surname or not self._is_place_word(text[start:end]):
                proposals.append(Proposal(start, end, "person", basis, rank))
        parties = [(p.start, p.end) for p in proposals if p.kind == "party"]
        for start, end, basis, rank in member_spans(words, runs, parties, self._lists):
            if not self._is_place_word(text[start:end]):
                proposals.append(Proposal(start, end, "person", basis, rank))
        proposals.extend(holders)
        proposals.extend(self._bodies(words, runs, text))
        proposals.extend(self._places(words, text, places))
        proposals.extend(self._recognised(entities, text))
        if self._electoral(words, sentences):
            named = [(p.start, p.end) for p in proposals if p.kind == "person"]
            for start, end, basis in contesting_spans(words, runs, text, named, self._lists):
                proposals.append(Proposal(start, end, "party", basis, 62))
        chosen = _settle(proposals)
        chosen = _settle([*chosen, *_acronyms(words, text, chosen)])
        again = (*_shouted_names(words, text, chosen, shouted), *_short_forms(words, text, chosen, self._lists))
        chosen = _settle([*chosen, *again])
        return tuple(
            Mention(article.article_id, p.start, p.end, text[p.start : p.end], p.kind, p.basis) for p in chosen
        )

    def _electoral(self, words: Sequence[Word], sentences: Sequence[Sentence]) -> bool:
        """True for an article about an election, by the measure of the gate."""
        starts, marks = [s.char_start for s in sentences], self._election.marks
        telling = [(w.start, kinds) for w in words if (kinds := marks[w.lower])]
        hits = {bisect_right(starts, start) for start, kinds in telling if kinds & CORE}
        sure = sum(kinds & SURE > 0 for _, kinds in telling)
        return self._election.make_election(len(hits), sure, len(sentences))

    def _holders(self, words: Sequence[Word], runs: Sequence[Run], text: str) -> Iterable[Proposal]:
        """People whom the table of office holders knows by their full name, where the recogniser may not."""
        for run in runs:
            if 2 <= run.last - run.first <= 5:
                start, end = words[run.first].start, words[run.last - 1].end
                if self._config.officeholders.find(text[start:end]):
                    yield Proposal(start, end, "person", "table of office holders", 83)

    def _located(self, text: str, start: int) -> bool:
        """ "in Hamilton": a place, though a Neil Hamilton is named too; not "the 55-year-old Hamilton"."""
        before = text[max(0, start - 12) : start].split()
        return not before or before[-1].casefold() in self._lists.locating or not any(c.isalpha() for c in before[-1])

    def _headed(self, text: str, end: int) -> bool:
        """True where a capitalised party noun follows at once."""
        after = text[end : end + 20].split()
        return (
            bool(after)
            and text[end : end + 1] == " "
            and after[0][:1].isupper()
            and after[0].strip(",.;:").casefold() in self._lists.party_heads
        )

    def _phrases(self, words: Sequence[Word], capitals: Sequence[int]) -> Iterable[tuple[int, int]]:
        """Starts and lengths of word runs that a place name could be: capitalised at both ends, longest first."""
        behind = 0  # the last phrase ends here
        for i in capitals:
            if i < behind or not self._config.places.opens(words[i].lower):
                continue
            for n in (4, 3, 2, 1):
                if i + n <= len(words) and words[i + n - 1].text[0].isupper() and self._known(words, i, n):
                    yield i, n
                    behind = i + n
                    break

    def _known(self, words: Sequence[Word], i: int, n: int) -> bool:
        return self._is_place_word(_spelling(words[i : i + n]))

    def _find_place(self, phrase: str) -> bool:
        places = self._config.places
        return bool(places.country_of(phrase) or places.division_of(phrase) or places.city_of(phrase))

    def _places(self, words: Sequence[Word], text: str, places: Sequence[tuple[int, int]]) -> Iterable[Proposal]:
        for i, n in places:
            start, end = words[i].start, words[i + n - 1].end
            phrase = text[start:end]
            code = self._config.places.country_of(phrase)
            country = self._config.places.country(code) if code else None
            if country and phrase not in (*country.names(), *country.capitals()):
                continue  # a demonym names no place
            yield Proposal(start, end, "place", "place table", 75 if n > 1 else 66)

    def _bodies(self, words: Sequence[Word], runs: Sequence[Run], text: str) -> Iterable[Proposal]:
        for run in runs:
            last = words[run.last - 1]
            start, end = words[run.first].start, last.end
            phrase = text[start:end]
            if phrase.casefold() in self._lists.never_contestants:
                yield Proposal(start, end, "body", "body table", 98)
            elif run.last - run.first > 1 and last.lower in self._lists.body_heads:
                first = run.first + (words[run.first].lower == "the")
                if _spelling(words[first : run.last]).casefold() in self._lists.party_not:
                    # "The National People's Assembly": no National Party, though it is called National
                    yield Proposal(words[first].start, end, "body", f"body noun {last.lower}", 90)
                yield Proposal(start, end, "body", f"body noun {last.lower}", 72)
            elif self._config.places.legislature_of(phrase):
                # the recogniser takes "Lok Sabha" for a person
                yield Proposal(start, end, "body", "legislature table", 86 if run.last - run.first > 1 else 80)

    def _recognised(self, entities: Entities, text: str) -> Iterable[Proposal]:
        for start, end, label in entities:
            phrase = text[start:end]
            if not phrase[:1].isupper() or phrase.casefold() in self._lists.not_names:
                continue
            if label in _PLACE_LABELS:
                yield Proposal(start, end, "place", f"recogniser {label}", 55)
            elif label == "ORG" and " - " not in phrase:  # "DUBLIN - With"
                begin = start + 4 if phrase.startswith("The ") else start
                behind = _share_behind(phrase) or 2 * (phrase[-2:] in _OWNS and text[end + 1 : end + 2].isdigit())
                yield Proposal(begin, end - behind, "body", "recogniser ORG", 50)  # "to Le Pen's | 16.9"


def _before_leader(text: str, start: int, end: int, persons: Mapping[int, int]) -> int:
    """Where a party's name ends: "National Front | of Jean-Marie Brun" tells who leads it."""
    of = text.rfind(" of ", start, end)
    return of if of > start and persons.get(of + 4) == end else end


def _share_behind(phrase: str) -> int:
    """The characters of a figure behind a name that the recogniser takes for a part of it: "Meadow 20.03"."""
    last = phrase.rpartition(" ")[2]
    parts = last.replace(",", ".").split(".")  # "and Ann Green 333,000"
    told = len(parts) > 1 and all(part.isdigit() for part in parts) and len(last) < len(phrase)
    return len(last) + 1 if told else 0


def _spelling(words: Sequence[Word]) -> str:
    out = ""
    for i, word in enumerate(words):
        out += (" " if i and word.start > words[i - 1].end else "") + word.text
    return out


def _settle(proposals: Iterable[Proposal]) -> list[Proposal]:
    """Choose without overlap: the best rank, then the longest, then the first; returned in text order."""
    chosen: list[Proposal] = []
    ranked = sorted(proposals, key=lambda p: (-p.rank, p.start - p.end, p.start, p.kind, p.basis))
    taken = bytearray(max((p.end for p in ranked), default=0))  # 1 for each sign of the text that is in a name
    for p in ranked:
        if p.start < p.end and taken.find(1, p.start, p.end) < 0:
            chosen.append(p)
            taken[p.start : p.end] = b"\1" * (p.end - p.start)
    return sorted(chosen, key=_place)


def _place(proposal: Proposal) -> int:
    return proposal.start


def _short_forms(words: Sequence[Word], text: str, chosen: Sequence[Proposal], lists: Annotating) -> list[Proposal]:
    """ "The League", "the Forum": the party noun of a name of the article, alone with "the" before it."""
    heads: dict[str, Proposal] = {}
    for p in chosen:
        parts = text[p.start : p.end].split() if p.kind == "party" else []
        known = parts and (parts[-1].casefold() in lists.party_heads or parts[-1].casefold() in lists.party_heads_weak)
        if len(parts) > 1 and known and parts[-1][:1].isupper():
            heads.setdefault(parts[-1], p)
    out = []
    for i, word in enumerate(words) if heads else ():
        if word.text not in heads or word.text == "Party" or not i or words[i - 1].lower != "the":
            continue
        if i + 1 >= len(words) or not words[i + 1].text[:1].isupper():
            name = heads[word.text]
            out.append(Proposal(word.start, word.end, "party", f"short for {text[name.start : name.end]}", 64))
    return out


def _shouted_names(
    words: Sequence[Word], text: str, chosen: Sequence[Proposal], shouted: frozenset[int]
) -> list[Proposal]:
    """Names of the article found again in a headline all in capitals ("SUHARTO PARTY SET FOR EASY WIN")."""
    if not shouted:
        return []
    known: dict[tuple[str, ...], Proposal] = {}
    for p in chosen:
        if p.kind in ("party", "person"):
            parts = tuple(part for part in text[p.start : p.end].upper().split())
            known.setdefault(parts, p)
            if p.kind == "person":
                known.setdefault(parts[-1:], p)
    out = []
    for i in sorted(shouted):
        for n in (5, 4, 3, 2, 1):
            if i + n <= len(words):
                span = text[words[i].start : words[i + n - 1].end]
                same = known.get(tuple(span.split()))
                if same is not None:
                    basis = f"headline of {text[same.start : same.end]}"
                    out.append(Proposal(words[i].start, words[i + n - 1].end, same.kind, basis, 97))
                    break
    return out


def _acronyms(words: Sequence[Word], text: str, chosen: Sequence[Proposal]) -> list[Proposal]:
    """ "the Civic Democratic Party (ODS)": the acronym in brackets names the same, there and wherever it stands."""
    known: dict[str, Proposal] = {}
    ends = {p.end: p for p in chosen}
    for i in range(1, len(words) - 2):
        if words[i].text != "(" or words[i + 1].kind != "word":
            continue
        long = ends.get(words[i - 1].end)
        close = next((j for j in range(i + 2, min(i + 5, len(words))) if words[j].text == ")"), None)
        short = text[words[i + 1].start : words[close - 1].end] if close else ""
        if long and sum(c.isupper() for c in short) >= 2 and " " not in short:
            known.setdefault(short, long)
    out: list[Proposal] = []
    at = {w.start for w in words} if known else set()
    for short, long in known.items():
        begin = text.find(short)
        while begin >= 0:
            if begin in at and not text[begin + len(short) : begin + len(short) + 1].isalpha():
                out.append(
                    Proposal(begin, begin + len(short), long.kind, f"acronym of {text[long.start : long.end]}", 99)
                )
            begin = text.find(short, begin + 1)
    return out
