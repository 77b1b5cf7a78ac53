"""Words -> Hint: every stretch of a sentence that tells which election is meant, whosever figure it is."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.annotating.words import Word
from pipeline.configuring.configuration import Configuration
from pipeline.configuring.places import NO_PLACE
from pipeline.extracting.earlier import earlier_hints
from pipeline.extracting.hint import Hint, beside_election, joined, phrase_length

FIRST_YEAR, LAST_YEAR = 1900, 2099
_RANGE = ("-", "\u2013", "/", "to")  # between the years of a span of time, which no election is
_DECADE = "s"  # "the 1950s"; "2017's" is that year's
_FORTNIGHT = 2  # weeks
_RELATIVE = frozenset(("last", "next", "a"))  # with "year" or "month", or with "years ago"
_PIVOT = 50  # two digits below are of this century
_LONGEST = 4  # words of a country's name


def find_hints(words: Sequence[Word], text: str, config: Configuration) -> list[Hint]:
    """All hints of one sentence, in order. `text` is the article's, to which the words' offsets point."""
    hints: list[Hint] = []
    openers, numbers, dates = config.contests.openers, config.quantities.numbers.cardinals, config.dates
    opens_place = config.places.opens
    behind = 0  # the last hint that is no country ends here
    for i, (printed, lower, _, _, kind) in enumerate(words):
        opens, timely = lower in openers, kind == "number" or lower in numbers or lower in _RELATIVE
        capital = printed[0].isupper()
        if i < behind or not (capital or opens or timely):
            continue  # most words begin no hint, and need no further look
        found = _phrases(words, i, config) if opens else []
        if not found and (timely or lower in dates.months or lower in dates.weekdays):
            found = _when(words, i, config)
        if found:
            behind = max([h.last for h in found])
            hints += found
        if capital and opens_place(lower):
            hints += _country(words, i, text, config) or ([] if found else _house(words, i, config))
    if not hints:
        return hints
    return sorted(hints + _bare_rounds(words, hints, config), key=lambda h: (h.first, h.last))


def _bare_rounds(words: Sequence[Word], hints: Sequence[Hint], config: Configuration) -> list[Hint]:
    """ "49 votes in the second round and 45 in the first": an ordinal alone is a round where another round is named."""
    if not any(h.kind == "round" for h in hints):
        return []
    ordinals = config.quantities.numbers.ordinals
    bare = []
    for i in range(1, len(words)):
        last = (
            i + 1 == len(words)
            or words[i + 1].kind == "sign"
            or words[i + 1].lower in config.contests.scope.after_ordinal
        )
        if words[i - 1].lower == "the" and last and ordinals.get(words[i].lower, 9) in (1, 2, 3):
            bare.append(Hint(i, i + 1, "round", str(ordinals[words[i].lower])))
    return bare


def _phrases(words: Sequence[Word], i: int, config: Configuration) -> list[Hint]:
    table = config.contests.phrases
    n = phrase_length(words, i, table, config.contests.starts)
    if n and not (i + n < len(words) and words[i + n].lower in config.contests.kinds.offices):
        hints = [Hint(i, i + n, kind, value) for kind, value in table[joined(words, i, i + n)]]
        return hints + _inside(words, i, i + n, config)
    return earlier_hints(words, i, config)


def _inside(words: Sequence[Word], first: int, last: int, config: Configuration) -> list[Hint]:
    """What a shorter phrase inside a longer one says as well: "senate" and "run-off" in "senate run-off".

    In "upper house election" the "upper house" is told, no "house election".
    """
    table, found, told = config.contests.phrases, [], first
    for i in range(first, last):
        n = phrase_length(words, i, table, config.contests.starts)
        if i == first:  # the longest is the whole
            n = next((k for k in range(last - first - 1, 0, -1) if joined(words, i, i + k) in table), 0)
        if n and i >= told and i + n <= last:
            told = i + n
            found += [
                Hint(i, i + n, kind, value)
                for kind, value in table[joined(words, i, i + n)]
                if kind in ("body", "round")
            ]
    return found


def _when(words: Sequence[Word], i: int, config: Configuration) -> list[Hint]:
    if words[i].kind == "number":
        return _year(words, i, config) or _ago(words, i, config)
    if words[i].lower in config.dates.months:
        return _month(words, i, config)
    return _weekday(words, i, config) or _ago(words, i, config)


def _year(words: Sequence[Word], i: int, config: Configuration) -> list[Hint]:
    if not is_year(words, i) or not _is_contest_year(words, i, config):
        return []
    return [Hint(i, i + 1, "year", words[i].text, beside_election(words, i, i + 1, config))]


def is_year(words: Sequence[Word], i: int) -> bool:
    """True for four bare digits of a year's size; not "the 1950s"."""
    text, _, _, end, kind = words[i]
    if kind != "number" or len(text) != 4 or not text.isdigit() or not FIRST_YEAR <= int(text) <= LAST_YEAR:
        return False
    return not (i + 1 < len(words) and words[i + 1].start == end and words[i + 1].lower == _DECADE)


def _is_contest_year(words: Sequence[Word], i: int, config: Configuration) -> bool:
    scope = config.contests.scope
    before = [w.lower for w in words[max(0, i - 5) : i]]
    if i + 1 < len(words):
        after = words[i + 1].lower
        count = after in scope.counted and not (before[-1:] and before[-1] in scope.links)
        if count or (after in _RANGE and i + 2 < len(words) and words[i + 2].kind == "number"):
            return False
    if i > 1 and before[-1] in _RANGE and is_year(words, i - 2):
        return False
    if before[-1:] and before[-1] in config.dates.numbered:
        return False
    if len(before) > 1 and before[-1] in ("of", "in") and before[-2] in scope.events:
        return False
    for word in words[i + 1 : i + 4]:
        if word.lower in scope.events:
            return False
        if word.kind == "sign" or word.lower in scope.event_ends:
            break
    return not (before[-1:] == ["in"] and any(joined_word in scope.beginnings for joined_word in before))


def _month(words: Sequence[Word], i: int, config: Configuration) -> list[Hint]:
    """ "in June", "June's", "last June", "June 2 election", "12 May 2018", "May 2014"; not the verb may or march."""
    number = config.dates.months.get(words[i].lower)
    if number is None or not words[i].text[:1].isupper():
        return []
    before = words[i - 1].lower if i else ""
    first, last, day, year = i, i + 1, 0, ""
    if last < len(words) and words[last].text == ".":
        last += 1
    if last < len(words) and _is_day(words, last):
        day, last = int(words[last].text), last + 1
        if last + 1 < len(words) and words[last].text in ("-", "\u2013") and _is_day(words, last + 1):
            day, last = int(words[last + 1].text), last + 2
    elif i and _is_day(words, i - 1):
        day, first = int(words[i - 1].text), i - 1
    comma = last + 1 < len(words) and words[last].text == "," and day
    at = last + 1 if comma else last
    if at < len(words) and is_year(words, at):
        year, last = words[at].text, at + 1
    elif day and at == last and _short_year(words, at):
        year, last = _century(words[at].text), at + 1
    lone = not day and not year
    if lone and not _lone_month(words, i, before, config):
        return []
    ahead = "+" if not year and _is_ahead(words, first, config) else ""
    value = f"{number:02}" + (f"-{day:02}" if day else "")
    kind = "date" if day else "month"
    return [
        Hint(
            first, last, kind, f"{year}-{value}" if year else ahead + value, beside_election(words, first, last, config)
        )
    ]


def _short_year(words: Sequence[Word], i: int) -> bool:
    """ "05 May 00" at the head of a page: two digits, and no word behind them that they could count."""
    if i >= len(words) or words[i].kind != "number" or len(words[i].text) != len("00") or not words[i].text.isdigit():
        return False
    return i + 1 >= len(words) or words[i + 1].kind == "sign"


def _century(text: str) -> str:
    return ("20" if int(text) < _PIVOT else "19") + text


def _lone_month(words: Sequence[Word], i: int, before: str, config: Configuration) -> bool:
    """True for a month without day or year; "May" and "March" are names and verbs too, and need a word of time."""
    if words[i].lower not in config.contests.scope.name_months:
        return True
    return before in config.contests.scope.before_month


def _is_day(words: Sequence[Word], i: int) -> bool:
    return words[i].kind == "number" and words[i].text.isdigit() and 1 <= int(words[i].text) <= 31


def _is_ahead(words: Sequence[Word], first: int, config: Configuration) -> bool:
    nearby = joined(words, max(0, first - 6), first)
    return any(f" {phrase} " in f" {nearby} " for phrase in config.contests.times.ahead)


def _ago(words: Sequence[Word], i: int, config: Configuration) -> list[Hint]:
    """ "five years ago", "two years earlier", "a year ago", "last year", "next year", "last month", "two weeks ago"."""
    times, numbers = config.contests.times, config.quantities.numbers.cardinals
    word = words[i].lower
    if i + 1 < len(words) and word in ("last", "next"):
        sign = "" if word == "last" else "-"
        if words[i + 1].lower in times.years:
            return [Hint(i, i + 2, "years_ago", sign + "1", beside_election(words, i, i + 2, config))]
        if words[i + 1].lower in times.months:
            return [Hint(i, i + 2, "months_ago", sign + "1", beside_election(words, i, i + 2, config))]
    count = 1 if word == "a" else numbers.get(word, 0) or (int(word) if word.isdecimal() and len(word) < 3 else 0)
    if not count or i + 2 >= len(words):
        return []
    noun = words[i + 1].lower
    if noun in times.years and words[i + 2].lower == "later":
        return _later(words, i, count)
    units = {"years_ago": times.years, "months_ago": times.months, "weeks_ago": times.weeks}
    unit = next((kind for kind, nouns in units.items() if noun in nouns), "")
    if not unit or words[i + 2].lower not in times.ago:
        return []
    return [Hint(i, i + 3, unit, str(count * _FORTNIGHT if noun in times.fortnights else count))]


def _later(words: Sequence[Word], i: int, count: int) -> list[Hint]:
    """ "won 62 percent in 1995 and five years later 72": the year that the sentence named last, and so many more."""
    year = next((int(words[j].text) for j in range(i - 1, -1, -1) if is_year(words, j)), 0)
    return [Hint(i, i + 3, "year", str(year + count))] if year else []


def _weekday(words: Sequence[Word], i: int, config: Configuration) -> list[Hint]:
    day = config.dates.weekdays.get(words[i].lower)
    if day is None or not words[i].text[:1].isupper():
        return []
    return [Hint(i, i + 1, "weekday", str(day), beside_election(words, i, i + 1, config))]


def _country(words: Sequence[Word], i: int, text: str, config: Configuration) -> list[Hint]:
    """The country that begins at word i, which has a capital, and whether a noun of election stands beside it.

    "Northern Ireland" is a part of one country that holds the name of another.
    """
    places, start = config.places, words[i].start
    for last in range(min(i + _LONGEST, len(words)), i, -1):
        printed, _, _, end, _ = words[last - 1]
        if not printed[0].isupper():
            continue
        meanings = places.meanings(text[start:end])
        if meanings is NO_PLACE:
            continue
        code = meanings.country
        several = last > i + 1 and code is None and words[i].lower not in config.contests.scope.determiners
        parts = meanings.divisions if several else ()
        code = parts[0].iso2 if len(parts) == 1 else code
        if code is not None:
            inside = i > 0 and words[i - 1].text[:1].isupper()
            if inside and places.division_of(text[words[i - 1].start : end]):
                return []
            apart = i > 0 and words[i - 1].text == ","  # "in Bosnia's election, Serb Momcilo Krajisnik got 690,646"
            near, at = (words[i:], 0) if apart else (words, i)
            return [Hint(i, last, "country", code, beside_election(near, at, at + last - i, config))]
    return []


def _house(words: Sequence[Word], i: int, config: Configuration) -> list[Hint]:
    """ "160 of the 161 Sejm seats": a house known by a name of its own, not "House" or "Congress"."""
    if words[i].lower in config.contests.kinds.generic_houses:
        return []
    bodies = {body for _, body in config.places.legislature_of(words[i].text)}
    return [Hint(i, i + 1, "body", bodies.pop())] if len(bodies) == 1 and "" not in bodies else []
