"""People: the recogniser's persons trimmed, titled names it missed, and surnames said again alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.annotating.capitals import Run, is_capital
from pipeline.annotating.words import DASHES, Word, stands_free
from pipeline.configuring.annotating import Annotating

Span = tuple[int, int, str, int]
_MEMBER = frozenset(("of", "from"))
_LONGEST_HALF = 6  # letters of a Chinese or Korean syllable: "Tseng", "Cheong"


def person_spans(
    words: Sequence[Word], runs: Sequence[Run], entities: Sequence[tuple[int, int, str]], text: str, lists: Annotating
) -> Iterator[Span]:
    """Yield (start, end, basis, rank) of people's names: titles stripped, surnames of people named in full."""
    at_start = {w.start: i for i, w in enumerate(words)}
    full: dict[str, str] = {}
    found: list[Span] = []
    for start, end, label in entities:
        if label == "PERSON" and start in at_start:
            found += _recognised(words, at_start[start], end, lists)
    for run in runs:
        found += _titled(words, run, lists)
    for start, end, _, _ in found:
        parts = text[start:end].split()
        if len(parts) > 1:
            full.setdefault(parts[-1].casefold(), text[start:end])
        for middle in parts[1:-1]:  # "Lula" of "Luiz Inacio Lula da Silva"
            if len(middle) > 3 and middle[0].isupper() and middle.casefold() not in lists.name_particles:
                full.setdefault(middle.casefold(), text[start:end])
    yield from found
    yield from _again(words, full, lists)


def _recognised(words: Sequence[Word], first: int, end: int, lists: Annotating) -> list[Span]:
    last = first
    while last < len(words) and words[last].end <= end and words[last].kind != "genitive":
        last += 1
    last -= last > first + 1 and words[last - 1].text == "-"  # "Chen Li-", cut behind the hyphen
    while last + 1 < len(words) and words[last].text == "-" and _glued(words, last) and words[last + 1].kind == "word":
        last += 2  # the recogniser cuts "Tung Chee-hwa" and "Kim Jong-il" at the hyphen
    while last + 1 < len(words) and words[last].text in lists.inner_particles and is_capital(words[last + 1]):
        last += 2  # "Jose dos Santos", cut before the particle
    first = max([first, *(i for i in range(first + 1, last - 1) if words[i].lower in lists.honorifics)])
    first, last = _strip(words, *_one_side(words, first, last), lists)
    if first >= last or not is_capital(words[first]) or words[first].lower in lists.not_names:
        return []
    if any(w.kind == "number" for w in words[first:last]) or words[last - 1].lower in lists.party_heads:
        return []
    rank = 84 if last - first > 1 else 70
    return [(words[first].start, words[last - 1].end, "recogniser PERSON", rank)]


def _one_side(words: Sequence[Word], first: int, last: int) -> tuple[int, int]:
    """The name beside a dash that stands free: behind a dateline ("BUENOS AIRES - Ann Lee"), else before the dash."""
    dashes = (i for i in range(first + 1, last - 1) if words[i].text in DASHES and stands_free(words, i))
    dash = next(dashes, -1)
    if dash < 0:
        return first, last
    return (dash + 1, last) if all(w.text.isupper() for w in words[first:dash]) else (first, dash)


def _glued(words: Sequence[Word], i: int) -> bool:
    """True where no space stands on either side of word i."""
    return words[i].start == words[i - 1].end and words[i + 1].start == words[i].end


def _strip(words: Sequence[Word], first: int, last: int, lists: Annotating) -> tuple[int, int]:
    """Take titles and small words off the front ("Prime Minister Haider al-Abadi"), stray signs off the end."""
    while first < last and (
        _title(words, first, last, lists) or words[first].text in (".", "-") or words[first].lower == "the"
    ):
        first += _title(words, first, last, lists) or 1
    first = behind_epithets(words, first, last, lists)
    while last > first and words[last - 1].kind != "word":
        last -= 1
    return first, last


def behind_epithets(words: Sequence[Word], first: int, last: int, lists: Annotating) -> int:
    """The first word of the full name in words[first:last]: "Democrat | Ann Green", "Liberal Democrat | John Brown"."""
    while last - first > 2 and words[first].lower in lists.epithets:
        first += 1
    return first


def _title(words: Sequence[Word], at: int, last: int, lists: Annotating) -> int:
    """The length of the title at `at`, 0 for none; a title that is all there is names no one."""
    for n in (2, 1):
        if at + n < last and " ".join(w.lower for w in words[at : at + n]) in lists.titles:
            return n
    return 0


def _titled(words: Sequence[Word], run: Run, lists: Annotating) -> list[Span]:
    """ "Mr Al Sudani", "cleric Qais Al Khazali", "led by politician Hadi Al Amiri": a title makes a person."""
    before = words[run.first - 1] if run.first else None
    if before is not None and before.text == "." and run.first > 1:
        before = words[run.first - 2]
    small = before is not None and before.lower in lists.titles and before.text.islower()
    first = run.first
    if not small:
        first, _ = _strip(words, run.first, run.last, lists)
        titled = first > run.first or (before is not None and before.lower in lists.titles)
        if not titled:
            return []
    last = first
    while last < run.last and (
        is_capital(words[last]) or words[last].lower in lists.name_particles or words[last].text in ("-", ".")
    ):
        last += 1
    last = min(last, first + 6)
    while last > first and not is_capital(words[last - 1]):
        last -= 1
    last += 2 * _given_goes_on(words, first, last, lists)
    if first >= last or any(w.lower in lists.not_of_people for w in words[first:last]):
        return []
    return [(words[first].start, words[last - 1].end, "title", 85 if last - first > 1 else 78)]


def member_spans(
    words: Sequence[Word], runs: Sequence[Run], parties: Sequence[tuple[int, int]], lists: Annotating
) -> Iterator[Span]:
    """Yield names that the recogniser passed over, which their party tells: "Lazarus Banda of the Harvest Party".

    `parties` are the spans of party names. Two or three words in capitals, none of which is of a body or a post.
    """
    begins = dict(parties)
    bad = lists.not_of_members
    for run in runs:
        first, _ = _strip(words, run.first, run.last, lists)
        of = next((i for i in range(first, run.last) if words[i].lower in _MEMBER), run.last)
        yield from _bracketed(words, first, of, begins, bad)
        if not 2 <= of - first <= 3 or of + 2 >= len(words) or words[of].lower not in _MEMBER:
            continue
        party = of + 1 + (words[of + 1].lower == "the")
        if _is_plain(words[first:of], bad) and words[party].start in begins:
            yield words[first].start, words[of - 1].end, "member of a party", 57


def _is_plain(name: Sequence[Word], bad: frozenset[str]) -> bool:
    """Words in capitals, none of them printed in capitals throughout or of a body or a post."""
    return all(is_capital(w) and w.lower not in bad and not w.text.isupper() for w in name)


def _bracketed(
    words: Sequence[Word], first: int, last: int, begins: dict[int, int], bad: frozenset[str]
) -> Iterator[Span]:
    """ "Seyi Banda (PDP)": a party alone in the brackets behind the name, which its letters do not abbreviate."""
    if not 2 <= last - first <= 3 or last + 2 >= len(words) or words[last].text != "(":
        return
    name, close = words[first:last], begins.get(words[last + 1].start, -1)
    closed = any(w.start == close and w.text == ")" for w in words[last + 2 : last + 8])
    initials = "".join(w.text[0] for w in name)
    owned = first > 0 and words[first - 1].lower in _MEMBER  # "of Poder Social (Podemos)": a party's name
    if _is_plain(name, bad) and closed and not owned and not words[last + 1].text.upper().startswith(initials):
        yield name[0].start, name[-1].end, "member of a party", 57


def _given_goes_on(words: Sequence[Word], first: int, last: int, lists: Annotating) -> bool:
    """ "President Tsai Ing-wen", "rival Su Tseng-chang": the second half of a given name, in small letters."""
    if last - first < 2 or last + 1 >= len(words) or words[last].text != "-" or not _glued(words, last):
        return False
    half = words[last + 1]
    short = max(len(half.text), len(words[last - 1].text)) <= _LONGEST_HALF and half.kind == "word"
    return short and half.text.islower() and half.lower not in lists.hyphened


def _again(words: Sequence[Word], full: dict[str, str], lists: Annotating) -> Iterator[Span]:
    """A surname alone, with or without its particle, of a person named in full in the article."""
    for i, word in enumerate(words):
        if word.lower not in full or not is_capital(word) or word.lower in lists.not_names:
            continue
        first = i
        if i >= 2 and words[i - 1].text == "-" and words[i - 2].lower in lists.name_particles:
            first = i - 2
        elif i >= 1 and words[i - 1].lower in lists.name_particles and words[i - 1].text[0].isupper():
            first = i - 1
        yield words[first].start, word.end, f"surname of {full[word.lower]}", 76
    hyphened = {name.rsplit("-", 1)[-1]: whole for name, whole in full.items() if "-" in name}
    for i, word in enumerate(words) if hyphened else ():
        if word.lower in hyphened and is_capital(word) and word.lower not in full and word.lower not in lists.not_names:
            first = i - 2 if i >= 2 and words[i - 1].text == "-" and words[i - 2].lower in lists.name_particles else i
            yield words[first].start, word.end, f"surname of {hyphened[word.lower]}", 76
