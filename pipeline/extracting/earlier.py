"""Hints at the election before the article's, and at what is held now: "the last election", "the outgoing house"."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from pipeline.annotating.words import Word
from pipeline.configuring.configuration import Configuration
from pipeline.extracting.hint import Hint, phrase_length

_HELD = 4  # words between a verb of holding and "before"
_HOUSE = 6  # words from "last" to its house: "the last 200-seat house", "the outgoing National Assembly"


def earlier_hints(words: Sequence[Word], i: int, config: Configuration) -> list[Hint]:
    """The hint that begins at word i, in a list; [] for none."""
    times = config.contests.times
    if i >= len(words) or words[i].lower not in config.contests.earlier_openers:
        return []
    n = phrase_length(words, i, config.contests.sitting, config.contests.sitting_starts)
    if n:
        return [Hint(i, i + n, "sitting", "1")]
    found = _last_election(words, i, config)
    if found:
        return found
    lower = words[i].lower
    if lower in times.before_house and _house(words, i, config):
        return [Hint(i, i + 1, "previous", "1")]
    only = _stock(words, i, config)
    if only >= 0 or _held_before(words, i, config):
        return [Hint(i, i + 1, "previous", "1", only=only)]
    if lower in times.now_house and (_house(words, i, config) or _counted(words, i, config)):
        return [Hint(i, i + 1, "sitting", "1", True)]
    return []


def _last_election(words: Sequence[Word], i: int, config: Configuration) -> list[Hint]:
    """As in "the last election", "its previous parliamentary vote"; not "the last three elections"."""
    times = config.contests.times
    if words[i].lower not in times.before:
        return []
    for j in range(i + 1, min(i + 5, len(words))):
        word = words[j]
        if (
            word.lower in times.not_before
            or word.kind in ("number", "genitive")
            or (word.kind == "sign" and word.text != "-")
        ):
            return []
        if word.lower in times.before_nouns:
            plural = words[i].lower != "last" and word.lower.endswith("s") and not _determined(words, i, config)
            return [] if plural else [Hint(i, i + 1, "previous", "1", True)]
    return []


def _determined(words: Sequence[Word], i: int, config: Configuration) -> bool:
    return i > 0 and (words[i - 1].lower in config.contests.scope.determiners or words[i - 1].kind == "genitive")


def _house(words: Sequence[Word], i: int, config: Configuration) -> bool:
    """ "37 seats in the last 200-seat house"; not "the last Assembly seat", "the old city's council"."""
    times = config.contests.times
    for j in range(i + 1, min(i + _HOUSE, len(words))):
        word = words[j]
        if word.lower in times.houses:
            behind = words[j + 1].lower if j + 1 < len(words) else ""
            return behind not in times.not_house
        if word.kind == "genitive" or (word.kind == "sign" and word.text != "-") or word.lower in times.not_before:
            return False
    return False


def _stock(words: Sequence[Word], i: int, config: Configuration) -> int:
    """The figure beside word i held before: "six of their previous 23 seats", "against 63 previously"; -1 for none."""
    times = config.contests.times
    if words[i].lower in times.behind_figure:
        found = next((j for j in (i - 1, i - 2) if _numbers(words, j, j + 1, config)), -1)
        if found >= 0:
            return found
    ended = words[i].lower in times.held_ends and _ends(words, i, config)  # "119 seats, compared with 300 before"
    if (ended or words[i].lower in times.now) and i > 1 and words[i - 2].lower in times.held_against:
        return i - 1 if _numbers(words, i - 1, i, config) else -1  # "70 at best, compared with 282 now"
    renewed = words[i].lower in times.instead and any(w.lower in times.new_house for w in words[:i])
    if renewed and _counted(words, i + 1, config):
        return i + 2  # "will have 101 seats instead of 119"
    return i + 1 if words[i].lower in times.before_figure and _counted(words, i, config) else -1


def _held_before(words: Sequence[Word], i: int, config: Configuration) -> bool:
    """ "the 115 they held before", "they had 44 before"; not "they had 44 before the vote was counted"."""
    times = config.contests.times
    if words[i].lower not in times.held_ends or not _ends(words, i, config):
        return False
    verb = next((j for j in range(i - 1, max(-1, i - _HELD), -1) if words[j].lower in times.held_verbs), -1)
    return verb > 0 and not any(w.kind == "sign" for w in words[verb:i]) and _numbers(words, verb - _HELD, i, config)


def _ends(words: Sequence[Word], i: int, config: Configuration) -> bool:
    """Whether a clause ends with word i."""
    return i + 1 == len(words) or words[i + 1].kind == "sign" or words[i + 1].lower in config.contests.scope.joints


def _counted(words: Sequence[Word], i: int, config: Configuration) -> bool:
    """A number right behind word i that counts what is held: "its current two seats"; not "the previous two terms"."""
    times = config.contests.times
    if not _numbers(words, i + 1, i + 2, config):
        return False
    return not any(w.lower in times.not_figure or w.lower in times.before_nouns for w in words[i + 2 : i + 5])


def _numbers(words: Sequence[Word], first: int, last: int, config: Configuration) -> bool:
    cardinals: Collection[str] = config.quantities.numbers.cardinals
    return any(w.kind == "number" or w.lower in cardinals for w in words[max(0, first) : max(0, last)])
