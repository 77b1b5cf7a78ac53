"""Party names that the text itself tells: a party noun at the end of a capitalised run, or a political colour."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from pipeline.annotating.capitals import Run, is_capital
from pipeline.annotating.words import Word
from pipeline.configuring.annotating import Annotating

Span = tuple[int, int, str, int]
_AT = frozenset(("in", "at", "across", "around"))


def party_spans(
    words: Sequence[Word], runs: Sequence[Run], lists: Annotating, is_place: Callable[[str], bool]
) -> Iterator[Span]:
    """Yield (start, end, basis, rank) of party names in text order. `is_place` knows places and demonyms."""
    for run in runs:
        yield from _with_head(words, run, lists, is_place)
        yield from _colours(words, run, lists)


def _with_head(words: Sequence[Word], run: Run, lists: Annotating, is_place: Callable[[str], bool]) -> Iterator[Span]:
    first = run.first
    for at in range(run.first, run.last):
        if at < first or not is_capital(words[at]):
            continue
        strong = words[at].lower in lists.party_heads
        if not strong and not (words[at].lower in lists.party_heads_weak and _marked(words, first, at, run, lists)):
            continue
        if at + 1 < run.last and is_capital(words[at + 1]) and words[at + 1].lower in lists.party_heads:
            continue  # "Social Democrats Party" ends at its last noun
        begin = _left(words, first, at, lists)
        begin = _behind_place(words, begin, at, is_place)
        end = _right(words, at, run, lists)
        phrase = _phrase(words[begin:end])
        if (end - begin > 1) and phrase not in lists.party_not:
            yield words[begin].start, words[end - 1].end, f"party noun {words[at].lower}", 95
        first = end
    yield from _small_head(words, run, lists, is_place)


def _phrase(words: Sequence[Word]) -> str:
    """The words with a blank between, "people's assembly": a genitive is joined to its owner."""
    return "".join((" " if i and w.kind != "genitive" else "") + w.lower for i, w in enumerate(words)).replace("’", "'")


def _marked(words: Sequence[Word], first: int, at: int, run: Run, lists: Annotating) -> bool:
    inside = {w.lower for w in words[first : run.last]}
    if inside & lists.party_never:
        return False
    genitives = {f"{w.lower}'s" for i, w in enumerate(words[first:at]) if words[first + i + 1].kind == "genitive"}
    return bool((inside - {words[at].lower} | genitives) & lists.party_marks)


def _left(words: Sequence[Word], first: int, at: int, lists: Annotating) -> int:
    """Where the name begins: capitals before the noun, over "and" ("Reconstruction and Development Coalition")."""
    begin = at
    while begin > first:
        prior = words[begin - 1]
        part = is_capital(prior) and (prior.lower not in lists.titles or prior.lower in lists.party_marks)
        joint = prior.text in ("-", "&", "'", "\u2019") or prior.kind == "genitive"
        inner = prior.lower in lists.party_joints and begin - 1 > first and is_capital(words[begin - 2])
        titled = inner and prior.lower != "and" and words[begin - 2].lower in lists.titles  # "President of the Party"
        if not (part or joint or (inner and not titled)):
            break
        begin -= 1
    while begin < at and not is_capital(words[begin]):
        begin += 1
    return begin


def _behind_place(words: Sequence[Word], begin: int, at: int, is_place: Callable[[str], bool]) -> int:
    """ "In Veracruz the Renewal Movement": the place that opens the clause is no part of the name."""
    the = next((j for j in range(begin + 1, at) if words[j].lower == "the"), -1)
    if the < 0 or begin < 1 or words[begin - 1].lower not in _AT:
        return begin
    return the + 1 if all(is_place(w.text) for w in words[begin:the]) else begin


def _right(words: Sequence[Word], at: int, run: Run, lists: Annotating) -> int:
    """Where the name ends: a tail with "for", "of", "in" belongs to it ("Alliance for Democracy in Mali")."""
    end = at + 1
    if end < run.last and words[end].lower in lists.party_tails and not _titled(words, end + 1, lists):
        tail = run.last
        for j in range(end, run.last):
            if words[j].lower == "and" and j + 1 < run.last and words[j + 1].lower == "the":
                tail = j
                break
        return tail
    while end < run.last and words[end].text in ("-",) and end + 1 < run.last:
        end += 2  # "Peasants' Party-Christian Alliance"
    return end


def _titled(words: Sequence[Word], i: int, lists: Annotating) -> bool:
    """ "the Labour Party of | Prime Minister Wim Brand": who leads it is no part of the name."""
    title = " ".join(w.lower for w in words[i : i + 2])
    return title in lists.titles or title.partition(" ")[0] in lists.titles


def _small_head(words: Sequence[Word], run: Run, lists: Annotating, is_place: Callable[[str], bool]) -> Iterator[Span]:
    """ "the Sairoon coalition", "Golkar party": a name and a party noun in small letters."""
    if run.last >= len(words):
        return
    head = words[run.last]
    if head.text.islower() and head.lower in lists.party_heads:
        begin = run.first
        for j in range(run.last - 1, run.first - 1, -1):
            if not is_capital(words[j]) and words[j].lower not in lists.party_joints and words[j].text != "-":
                break
            if words[j].lower == "of" and words[j + 1].lower == "the" and not _of_parties(words, run.first, j, lists):
                break  # "Jose Bordon of the Frepaso coalition"
            begin = j
        while begin < run.last and not is_capital(words[begin]):
            begin += 1
        name = " ".join(w.text for w in words[begin : run.last])
        plain = all(
            w.lower in lists.not_names or w.lower in lists.titles or is_place(w.text) for w in words[begin : run.last]
        )
        if begin < run.last and not plain and not is_place(name):
            yield words[begin].start, head.end, f"party noun {head.lower}", 90


def _of_parties(words: Sequence[Word], first: int, last: int, lists: Annotating) -> bool:
    """ "the Union of the Left coalition": a party noun among the words before "of the"."""
    return any(w.lower in lists.party_heads | lists.party_heads_weak for w in words[first:last])


def _colours(words: Sequence[Word], run: Run, lists: Annotating) -> Iterator[Span]:
    for at in range(run.first, run.last):
        pair = " ".join(w.lower for w in words[at : at + 2]) if at + 1 < run.last else ""
        if pair in lists.colours and is_capital(words[at]):
            yield words[at].start, words[at + 1].end, "political colour", 88
        elif words[at].lower in lists.colours and is_capital(words[at]):
            shade = at > run.first and words[at - 1].lower in lists.shades and is_capital(words[at - 1])
            yield words[at - shade].start, words[at].end, "political colour", 87 if shade else 86
