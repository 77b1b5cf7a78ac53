"""A hint at an election, and the phrases of a sentence that hints are made of."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from pipeline.annotating.words import Word
from pipeline.configuring.configuration import Configuration
from pipeline.configuring.phrases import Starts
from pipeline.types import Mention

# What places an election apart from the article's own; the rest says that it is that one, or only its day.
DATED_KINDS = ("year", "month", "date", "years_ago", "months_ago", "weeks_ago", "previous", "sitting")
_IN_NAMES = ("country", "body", "month")  # what a name may hold and not mean
TIME_KINDS = (*DATED_KINDS, "current", "weekday")


@dataclass(frozen=True, slots=True)
class Hint:
    """words[first:last] says `kind` = `value` (see `ContestCue`); `beside` is True next to a noun of election.

    `only` is the word of the one figure that the hint is on; -1 where it reaches as far as its stretch.
    """

    first: int
    last: int
    kind: str
    value: str
    beside: bool = False
    only: int = -1


def outside_names(hints: Sequence[Hint], words: Sequence[Word], mentions: Sequence[Mention]) -> list[Hint]:
    """The hints without countries that are people ("Neil Hamilton") and what is a part of a party's name.

    "House of Freedoms", "Jan Sangh": no house, no month.

    `mentions` are those of the sentence or more, in text order.
    """
    names = [(m.char_start, m.char_end, m.kind) for m in mentions if m.kind in ("person", "party")]
    return [h for h in hints if not any(_is_named(h, words, name) for name in names)] if names else list(hints)


def _is_named(hint: Hint, words: Sequence[Word], name: tuple[int, int, str]) -> bool:
    start, end = words[hint.first].start, words[hint.last - 1].end
    if hint.kind not in _IN_NAMES or not (name[0] <= start and end <= name[1]):
        return False
    return name[2] == "person" or (hint.kind != "country" and end - start < name[1] - name[0])


def joined(words: Sequence[Word], first: int, last: int) -> str:
    """The words in lower case, with a space wherever the text has white space."""
    out = ""
    for i in range(first, min(last, len(words))):
        gap = i > first and words[i].start > words[i - 1].end
        out += (" " if gap else "") + words[i].lower.replace("\u2019", "'")
    return out


def phrase_length(words: Sequence[Word], i: int, phrases: Collection[str], starts: Starts) -> int:
    """The number of words of the longest phrase that begins at word i; 0 for none. `starts` are the phrases' own."""
    longest = starts.longest.get(words[i].lower)
    if longest is None:
        return 0
    best, said = 0, ""
    for j in range(i, min(i + longest, len(words))):
        apart = j > i and words[j].start > words[j - 1].end
        said += (" " if apart else "") + words[j].lower.replace("\u2019", "'")
        if said not in starts.beginnings:
            break
        if said in phrases:
            best = j + 1 - i
    return best


def beside_election(words: Sequence[Word], first: int, last: int, config: Configuration) -> bool:
    """True when a noun of election stands right before words[first:last] ("elections in"), or a few words behind."""
    nouns = config.contests.nouns
    behind = words[last : last + 5]
    for word in behind:
        if word.lower in nouns:
            return True
        if word.kind == "number" or (word.kind == "sign" and word.text not in "-'\u2019"):
            break
    before = [w.lower for w in words[max(0, first - 4) : first]]
    return any(w in nouns for w in before[-3:]) or (
        len(before) == 4 and before[0] in nouns and before[-1] in config.contests.scope.links
    )
