"""Unknown names that the text itself shows to contest an election: "Nigel Farage's UKIP", "Naleraq won eight seats".

The recogniser calls such names organisations, places or nothing at all. In an article about an election a name
owned by a person, or one that wins a number of something, is taken for a party; so are its other mentions.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.annotating.capitals import Run
from pipeline.annotating.persons import behind_epithets
from pipeline.annotating.words import ARTICLES, Word
from pipeline.configuring.annotating import Annotating

REACH = 6  # words from the verb to its number: "won an outright majority with 61 seats"
_FAR = 14  # words from "was elected" to its "with"
Span = tuple[int, int]


def contesting_spans(
    words: Sequence[Word], runs: Sequence[Run], text: str, persons: Sequence[Span], lists: Annotating
) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, basis) of names that the text shows to contest; `persons` are the spans of people."""
    owners, never = {end for _, end in persons}, (lists.body_heads, lists.titles, lists.place_heads)
    names: dict[str, str] = {}
    for n, run in enumerate(runs):
        start, end = words[run.first].start, words[run.last - 1].end
        name = text[start:end]
        head = words[run.last - 1].lower
        if run.last - run.first > 4 or any(head in heads for heads in never):
            continue
        if name.casefold() in lists.never_contestants or (
            text[end : end + 1] == "-" and text[end + 1 : end + 2].islower()
        ):
            continue  # "39.5 percent for Yale-educated businessman Henrique Salas"
        basis = _basis(words, run, name, owners, lists)
        if basis:
            names.setdefault(name, basis)
            continue
        beaten = _beaten(words, runs, n, lists)
        if beaten is not None:
            names.setdefault(name, "beats a rival")
            names.setdefault(text[words[beaten.first].start : words[beaten.last - 1].end], "beaten by a rival")
    for run in runs:
        start, end = words[run.first].start, words[run.last - 1].end
        if text[start:end] in names:
            first = behind_epithets(words, run.first, run.last, lists)  # "43 percent for Democrat Don Blake"
            yield words[first].start, end, names[text[start:end]]


def _basis(words: Sequence[Word], run: Run, name: str, owners: set[int], lists: Annotating) -> str:
    """What shows that the run's name contests by itself; "" where nothing does."""
    owned = run.first > 1 and words[run.first - 1].kind == "genitive" and words[run.first - 2].end in owners
    if owned and (name.isupper() or _wins(words, run.last, lists)):
        return "owned by a person"
    if run.last - run.first > 3:
        return ""
    if _wins(words, run.last, lists):
        return "contest verb"
    if _has_share(words, run, lists):
        return "share of the vote"
    if _has_votes(words, run, lists):
        return "number of votes"
    if _is_elected(words, run.last, lists):
        return "elected"
    return "called a party" if _is_party(words, run.last, lists) else ""


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
    at = _figure_at(words, run.last, lists)
    if at >= 0:
        return _percent(words, at + 1, lists)
    first = run.first
    return first > 2 and words[first - 1].lower in ("for", "to") and _percent(words, first - 2, lists)


def _figure_at(words: Sequence[Word], at: int, lists: Annotating) -> int:
    """The index of the number that stands at word `at`, or behind one word that links it to a name; -1 for none."""
    if at < len(words) and (words[at].lower in lists.contest_links or words[at].kind == "genitive"):
        at += 1
    return at if at < len(words) and words[at].kind == "number" else -1


def _has_votes(words: Sequence[Word], run: Run, lists: Annotating) -> bool:
    """ "Odinga's 6,942,930 votes", "Hoskins 45,091 votes", "Weah had 793,914 votes", "43,870 for Burdett"."""
    at = run.last + (run.last < len(words) and words[run.last].lower in lists.contest_having)
    at = _figure_at(words, at, lists)
    if at >= 0:
        told = [w.lower for w in words[at + 1 : at + 3]] == [",", "or"] and _percent(words, at + 4, lists)
        return told or (at + 1 < len(words) and words[at + 1].lower in lists.contest_votes)
    first = run.first
    if first < 2 or words[first - 1].lower != "for" or words[first - 2].kind != "number":
        return False
    return "," in words[first - 2].text or "." in words[first - 2].text  # no year, no age


def _is_elected(words: Sequence[Word], at: int, lists: Annotating) -> bool:
    """ "Adler was elected mayor with 51 percent", "Sall was declared the winner with 58 percent", "Weah conceded"."""
    if at + 1 >= len(words) or words[at].lower not in lists.contest_being:
        return False
    if words[at + 1].lower not in lists.contest_elected:
        return False
    behind = range(at + 2, min(len(words) - 1, at + 2 + _FAR))
    return any(words[i].lower == "with" and _counts(words, i, lists) for i in behind)


def _beaten(words: Sequence[Word], runs: Sequence[Run], n: int, lists: Annotating) -> Run | None:
    """ "Smith led Jones 51 percent to 47", "Lai defeated Hou by 2,788 votes": the name behind the verb, else None."""
    at = runs[n].last
    at += at < len(words) and words[at].lower.endswith("ly")
    if (
        n + 1 >= len(runs)
        or runs[n].last - runs[n].first > 3
        or at >= len(words)
        or words[at].lower not in lists.contest_beating
    ):
        return None
    rival = runs[n + 1]
    if not at < rival.first <= at + 4 or rival.last - rival.first > 3:
        return None
    for i in range(rival.last, min(len(words), rival.last + REACH)):
        if words[i].kind == "number":
            behind = words[i + 1].lower if i + 1 < len(words) else ""
            return rival if _percent(words, i + 1, lists) or behind in lists.contest_scores else None
    return None


def _counts(words: Sequence[Word], i: int, lists: Annotating) -> bool:
    return any(w.kind == "number" or w.lower in lists.contest_counts for w in words[i + 1 : i + 5])


def _percent(words: Sequence[Word], i: int, lists: Annotating) -> bool:
    """True for a word that makes a percentage at word i, or "per cent" around it."""
    near = [words[j].lower for j in (i, i + 1) if 0 <= j < len(words)]
    return near[:1] == ["cent"] or (bool(near) and near[0] in lists.percent_words) or near == ["per", "cent"]


def _wins(words: Sequence[Word], at: int, lists: Annotating) -> bool:
    """A verb of winning right behind, and a number soon after it."""
    if at + 1 < len(words) and words[at].text == "," and words[at + 1].lower == "who":
        at += 1
    for passed in (("who",), lists.contest_having):
        if at < len(words) and words[at].lower in passed:
            at += 1
    if at >= len(words) or words[at].lower not in lists.contest_verbs:
        return False
    return any(w.kind == "number" or w.lower in lists.contest_counts for w in words[at + 1 : at + 1 + REACH])
