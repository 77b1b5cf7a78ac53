"""Unknown names that the text itself shows to contest an election: "Nigel Farage's UKIP", "Naleraq won eight seats".

The recogniser calls such names organisations, places or nothing at all. In an article about an election a name
owned by a person, or one that wins a number of something, is taken for a party; so are its other mentions.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.annotating.capitals import Run
from pipeline.annotating.words import ARTICLES, Word
from pipeline.configuring.annotating import Annotating

REACH = 6  # words from the verb to its number: "won an outright majority with 61 seats"
Span = tuple[int, int]


def contesting_spans(
    words: Sequence[Word], runs: Sequence[Run], text: str, persons: Sequence[Span], lists: Annotating
) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, basis) of names that the text shows to contest; `persons` are the spans of people."""
    owners = {end for _, end in persons}
    names: dict[str, str] = {}
    for run in runs:
        start, end = words[run.first].start, words[run.last - 1].end
        name = text[start:end]
        head = words[run.last - 1].lower
        if run.last - run.first > 4 or head in lists.body_heads or head in lists.titles:
            continue
        if name.casefold() in lists.never_contestants:
            continue
        owned = run.first > 1 and words[run.first - 1].kind == "genitive" and words[run.first - 2].end in owners
        if owned and (name.isupper() or _wins(words, run.last, lists)):
            names.setdefault(name, "owned by a person")
        elif run.last - run.first <= 3 and _wins(words, run.last, lists):
            names.setdefault(name, "contest verb")
        elif run.last - run.first <= 3 and _has_share(words, run, lists):
            names.setdefault(name, "share of the vote")
        elif run.last - run.first <= 3 and _is_party(words, run.last, lists):
            names.setdefault(name, "called a party")
    for run in runs:
        start, end = words[run.first].start, words[run.last - 1].end
        if text[start:end] in names:
            yield start, end, names[text[start:end]]


def _is_party(words: Sequence[Word], at: int, lists: Annotating) -> bool:
    """ "Demokraatit, a liberal party that wants to build up the economy"; not "Le Pen, the party leader"."""
    if at + 1 >= len(words) or words[at].text != "," or words[at + 1].lower not in ARTICLES:
        return False
    for i in range(at + 2, min(at + 7, len(words) - 1)):
        if words[i].lower in lists.party_heads:
            return words[i + 1].lower in lists.apposition_ends
        if words[i].kind != "word" and words[i].text != "-":
            return False
    return False


def _has_share(words: Sequence[Word], run: Run, lists: Annotating) -> bool:
    """ "Odinga 46 percent", "Jobbik (20.5%)", "Odinga with 43.9 percent", "46 percent for Odinga"."""
    at = run.last
    if at < len(words) and (words[at].lower in lists.contest_links or words[at].kind == "genitive"):
        at += 1
    if at < len(words) and words[at].kind == "number":
        return _percent(words, at + 1, lists)
    first = run.first
    return first > 2 and words[first - 1].lower in ("for", "to") and _percent(words, first - 2, lists)


def _percent(words: Sequence[Word], i: int, lists: Annotating) -> bool:
    """True for a word that makes a percentage at word i, or "per cent" around it."""
    near = [words[j].lower for j in (i, i + 1) if 0 <= j < len(words)]
    return near[:1] == ["cent"] or (bool(near) and near[0] in lists.percent_words) or near == ["per", "cent"]


def _wins(words: Sequence[Word], at: int, lists: Annotating) -> bool:
    """A verb of winning right behind, and a number soon after it."""
    if at < len(words) and words[at].lower in lists.contest_having:
        at += 1
    if at >= len(words) or words[at].lower not in lists.contest_verbs:
        return False
    return any(w.kind == "number" or w.lower in lists.contest_counts for w in words[at + 1 : at + 1 + REACH])
