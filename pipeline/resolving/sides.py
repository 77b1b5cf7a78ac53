"""Which side of a referendum a claim's subject is: "the No camp", "opponents of the draft", "voted against"."""

from __future__ import annotations

import re

from pipeline.configuring.calendar import Calendar
from pipeline.configuring.sides import Side, SideWords
from pipeline.types import Claim, Contest

_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*|[^\w\s]|\d+")
_QUOTES = str.maketrans({"\u2019": "'", "\u201c": '"', "\u201d": '"', "\u2018": '"'})
_NEAR = 80  # characters behind the subject in which what it is for or against begins


class Sides:
    """Tells the sides of referendums; made once for a run."""

    def __init__(self, words: SideWords, calendar: Calendar) -> None:
        self._words, self._calendar = words, calendar
        self._turned: set[str] = set()  # articles that may ask the other way round
        self._seen: dict[str, bool] = {}

    def note(self, claim: Claim) -> None:
        """Note where an article speaks of a recall, a repeal, leaving and remaining."""
        turned = self._words.turned
        named = not turned.own.isdisjoint(_words(claim.subject_text or ""))
        if named or not turned.words.isdisjoint(_words(claim.sentence)):
            self._turned.add(claim.article_id)

    def side(self, claim: Claim, contest: Contest | None) -> str | None:
        """Return the name of the side that the claim's subject is; None where it is none or may be either."""
        text = claim.subject_text
        if contest is None or contest.kind != "referendum" or text is None or claim.subject_kind == "contest":
            return None
        if self._several(contest) or not self._words.turned.several.isdisjoint(_words(claim.sentence)):
            return None
        literal = claim.article_id in self._turned or not self._words.turned.words.isdisjoint(self._noted(contest))
        found = [side.name for side in self._words.side if self._is(side, claim, text, literal)]
        return found[0] if len(found) == 1 else None

    def _several(self, contest: Contest) -> bool:
        """True where the country asked several things on the day."""
        if contest.contest_id not in self._seen:
            turned, notes = self._words.turned, self._noted(contest)
            several = contest.country in turned.countries or not turned.noted_several.isdisjoint(notes)
            self._seen[contest.contest_id] = several or len(self._rows(contest)) > 1
        return self._seen[contest.contest_id]

    def _rows(self, contest: Contest) -> list[str]:
        rows = self._calendar.elections(contest.country) if contest.date else ()
        return [row.note or "" for row in rows if (row.kind, row.date) == ("referendum", contest.date)]

    def _noted(self, contest: Contest) -> set[str]:
        return {word for note in self._rows(contest) for word in _words(note)}

    def _is(self, side: Side, claim: Claim, text: str, literal: bool) -> bool:
        words = [w for w in _words(text) if w != '"']
        grammar = self._words.grammar
        while len(words) > 1 and words[0] in grammar.opening:
            del words[0]
        if words and words[0] in side.words:
            of = next((n for n, w in enumerate(words) if w in grammar.toward), len(words))
            return all(w in grammar.nouns for w in words[1:of])  # "voted No to a republic"
        if literal:
            return False
        behind = _behind(claim)
        for table, needed in ((side.stances, False), (side.people, False), (side.verbs, True)):
            for phrase in table:
                n = len(phrase.split())
                if words[:n] == phrase.split() and (table is not side.people or self._nobodys(claim)):
                    return self._on_what_is_asked(words[n:], behind, needed)
        return False

    def _on_what_is_asked(self, rest: list[str], behind: list[str], needed: bool) -> bool:
        """Whether the words behind a stance are what is asked, or nothing: "of the draft", not "of the premier"."""
        grammar = self._words.grammar
        within = len(rest)
        for n, word in enumerate([*rest, *behind]):
            if word in grammar.asked:
                return True
            if n >= within and n == 0 and not needed and (not word[0].isalpha() or word in grammar.ends):
                return True
            if word not in grammar.between:
                return False
        return not rest and not needed

    def _nobodys(self, claim: Claim) -> bool:
        """ "Supporters got 43 percent", not "Smith's supporters", "government supporters"."""
        if claim.subject_start is None:
            return True
        before = _words(claim.sentence[: claim.subject_start - claim.sentence_start])
        return not before or not before[-1][0].isalpha() or before[-1] in self._words.grammar.before


def _words(text: str) -> list[str]:
    return [w.casefold() for w in _WORD.findall(text.translate(_QUOTES))]


def _behind(claim: Claim) -> list[str]:
    """The words of the sentence right behind the subject."""
    if claim.subject_end is None:
        return []
    at = claim.subject_end - claim.sentence_start
    return _words(claim.sentence[at : at + _NEAR])
