"""How far a hint reaches: the stretches of a sentence, and which hint belongs to the figure at a word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.annotating.words import ARTICLES, Word
from pipeline.configuring.configuration import Configuration
from pipeline.extracting.earlier import earlier_hints
from pipeline.extracting.grammar import RELATIVES
from pipeline.extracting.hint import DATED_KINDS, Hint, joined, phrase_length
from pipeline.extracting.hints import is_year

_APPOSED = 10  # words of an apposition
_MOVED = frozenset(("up", "down"))
_STOPS = (";", ":", "\u2014", "\u2013", "(", ")")


@dataclass(frozen=True, slots=True)
class Chunk:
    """words[first:last]; `aside` counts the asides of the sentence, 0 is the main line. `opener` began the aside.

    `cause` is True for an aside that tells what came of the main line before it.
    """

    first: int
    last: int
    aside: int
    opener: str = ""
    cause: bool = False
    resumed: bool = False  # begun by ", when" inside an aside
    relative: bool = False  # of an aside begun by ", which"
    tied: bool = False  # begun by "with" and no comma
    opens: bool = (
        False  # at the head of the sentence, or behind a semicolon: "; in 2004, with Labour's help, it had 29"
    )


def chunks_of(words: Sequence[Word], config: Configuration) -> list[Chunk]:
    """Cut a sentence at its commas, joints and asides, in order and without a gap."""
    chunks: list[Chunk] = []
    scope = config.contests.scope
    first, aside, opener, count, skip_to, resumed, timed, tied = 0, 0, "", 0, 0, False, False, False
    restricted = -1
    for i, word in enumerate(words):
        if skip_to > i:
            continue
        if not timed and _when(words, i, config):
            timed, count = True, count + 1
            aside, opener = (aside, opener) if aside or not first else (count, "when")  # the main line goes on behind
        skip_to = max(_bare_brackets(words, i), _apposition(words, i) if timed else i)
        if skip_to > i:
            continue
        over = i == restricted
        restricting = _restricted(words, i, config)
        restricted = max(restricted, restricting)
        begins = _aside_at(words, i, config) or (word.lower if restricting > i else "")
        stops = word.text in _STOPS or _dash(words, i) or over
        resumes = word.text == "," and any(joined(words, i + 1, i + 1 + n) in scope.resuming for n in (1, 2))
        ends = stops or (word.text == "," and not resumes) or word.lower in scope.clauses
        joins = word.lower in scope.joints and not (_relative(words, i, config) or (timed and word.lower == "with"))
        if not (begins or ends or resumes or joins):
            continue
        if i > first:
            chunks.append(_begun(words, Chunk(first, i, aside, opener, resumed=resumed, tied=tied), config))
        first, resumed, timed = i, resumes or (resumed and not ends and not begins), False
        tied = word.lower in scope.governing and i > 0 and words[i - 1].text != ","
        tied = tied and (not opener or opener in scope.relatives)  # not "rule until 2036 with 78 percent in favour"
        if begins or word.text == "(":
            count += 1
            aside, opener = count, begins or "("
        elif ends:
            aside, opener = 0, ""
    if first < len(words):
        chunks.append(_begun(words, Chunk(first, len(words), aside, opener, resumed=resumed, tied=tied), config))
    return chunks


def _begun(words: Sequence[Word], chunk: Chunk, config: Configuration) -> Chunk:
    """The stretch with what its opener and its first word say of it."""
    scope, opens = (
        config.contests.scope,
        chunk.first == 0 or ";" in (words[chunk.first].text, words[chunk.first - 1].text),
    )
    return replace(chunk, cause=chunk.opener in scope.causes, relative=chunk.opener in scope.relatives, opens=opens)


def reaching(
    hints: Sequence[Hint], kinds: Sequence[str], at: int, chunks: Sequence[Chunk], figures: Sequence[int]
) -> Hint | None:
    """The hint of one of `kinds` that the figure at word `at` belongs to; None where none reaches it.

    First the nearest in its own stretch ("11.4 in 1983"), then what stands before it in the same aside, then what the
    main line opened with or said of an earlier figure ("In 1993 the Liberals won 177 seats, Reform 52").
    """
    here = next((n for n, c in enumerate(chunks) if c.first <= at < c.last), -1)
    if here < 0:
        return None
    mine = [h for h in hints if h.kind in kinds and h.only in (-1, at)]
    own = [h for h in mine if _within(h, chunks[here])] or [h for h in mine if _leads_on(h, here, chunks)]
    if own:
        return min(own, key=lambda h: (_distance(h, at), h.kind == "previous", h.first))
    if chunks[here].tied and here and at in figures and chunks[here - 1].aside == chunks[here].aside:
        # "who came third two years ago with almost 5 million votes, has questioned the count"
        own = [h for h in mine if h.kind in DATED_KINDS and _within(h, chunks[here - 1])]
        if own:
            return own[-1]
    for n in range(here - 1, -1, -1):
        chunk = chunks[n]
        if chunk.aside not in (0, chunks[here].aside):
            continue
        causes = (n == here - 1 and chunks[here].cause) or (chunks[here].resumed and chunk.aside == chunks[here].aside)
        beside = chunks[here].first if n == here - 1 and chunks[here].tied else -1  # "returned in 1995 with 72 percent"
        found = [h for h in mine if _within(h, chunk) and (causes or h.last == beside or _spreads(h, chunk, figures))]
        if found:
            return found[-1]
    return None


def _leads_on(hint: Hint, here: int, chunks: Sequence[Chunk]) -> bool:
    """ "after the 2011 vote, which Brown won with 59 percent": the election that the relative clause tells of."""
    chunk = chunks[here]
    first = next(c.first for c in chunks if c.aside == chunk.aside)
    return chunk.relative and hint.beside and 1 <= first - hint.last <= 2


def time_in_aside(hints: Sequence[Hint], kinds: Sequence[str], at: int, chunks: Sequence[Chunk]) -> Chunk | None:
    """The aside in which the figure at word `at` stands, if a hint of time stands in that aside too."""
    mine = next((c for c in chunks if c.first <= at < c.last and c.aside), None)
    if mine is None:
        return None
    parts = [c for c in chunks if c.aside == mine.aside]
    return mine if any(h.kind in kinds and _within(h, c) for h in hints for c in parts) else None


def _spreads(hint: Hint, chunk: Chunk, figures: Sequence[int]) -> bool:
    return chunk.opens or hint.beside or any(chunk.first <= f < chunk.last for f in figures)


def _within(hint: Hint, chunk: Chunk) -> bool:
    return chunk.first <= hint.first < chunk.last


def _distance(hint: Hint, at: int) -> int:
    return at - hint.last if hint.last <= at else hint.first - at


def _bare_brackets(words: Sequence[Word], i: int) -> int:
    """Where brackets without a number begin at word i ("(CSSD)"), the word behind them; else i: they cut nothing."""
    if words[i].text != "(":
        return i
    end = next((j for j in range(i + 1, len(words)) if words[j].text == ")"), -1)
    return end + 1 if end > 0 and not any(w.kind == "number" for w in words[i:end]) else i


def _when(words: Sequence[Word], i: int, config: Configuration) -> bool:
    """ "buried four years ago when they were left with 60 seats": the clause of "when" is of that time, to its end."""
    year = i > 0 and (
        is_year(words, i - 1) or (i > 1 and words[i - 1].kind == "word" and is_year(words, i - 2))
    )  # "the 2013 vote when it won 19"
    dated = i > 0 and (year or words[i - 1].lower in config.contests.times.ago)
    return dated and words[i].lower == "when"


def _apposition(words: Sequence[Word], i: int) -> int:
    """ "in 1995 when Brown, a retired general, was elected": the word behind the second comma at word i; else i."""
    if words[i].text != "," or not i or not words[i - 1].text[:1].isupper():
        return i
    end = next((j for j in range(i + 1, min(i + _APPOSED, len(words))) if words[j].text == ","), -1)
    opens = end > 0 and words[i + 1].lower in ARTICLES
    return end + 1 if opens and not any(w.kind == "number" for w in words[i:end]) else i


def _relative(words: Sequence[Word], i: int, config: Configuration) -> bool:
    """ "the 53.7 percent with which he was elected in 2005": no clause of its own."""
    scope = config.contests.scope
    return i + 1 < len(words) and words[i].lower in scope.governing and words[i + 1].lower in scope.relatives


def _dash(words: Sequence[Word], i: int) -> bool:
    if words[i].text != "-":
        return False
    before = i == 0 or words[i - 1].end < words[i].start or words[i - 1].text == "-"
    after = i + 1 >= len(words) or words[i].end < words[i + 1].start or words[i + 1].text == "-"
    return before and after


def _described(words: Sequence[Word], i: int) -> bool:
    """Who is named before, told again: "the Greens, a group that got 4 percent in 2009, took 36"."""
    closed = next((j for j in range(i, len(words)) if words[j].text == ","), i)
    relative = next((j for j in range(i, closed) if words[j].lower in RELATIVES), closed)
    return any(w.kind == "number" for w in words[relative:closed])


def _dated(words: Sequence[Word], i: int, config: Configuration) -> bool:
    """ "the Harbour Party, the surprise of the 2013 election, dropped to 11 seats": of then, but not the 11."""
    closed = next((j for j in range(i, len(words)) if words[j].text == ","), len(words))
    named = words[i - 2].text[:1].isupper() and any(is_year(words, j) for j in range(i + 2, closed))
    return named and _tells(words, closed + 1, config)


def _tells(words: Sequence[Word], i: int, config: Configuration) -> bool:
    """A verb of getting, losing or moving begins at word i, or "will"."""
    verbs = config.terms.verbs
    said = (joined(words, i, i + n) for n in (1, 2) if i + n <= len(words))
    return any(w in verbs.get or w in verbs.lose or w in verbs.move or w in verbs.finish or w == "will" for w in said)


def _restricted(words: Sequence[Word], i: int, config: Configuration) -> int:
    """ "A party that elected one deputy in 2014 will have 52": where the clause of word i ends; -1 for none."""
    opens = words[i].lower in RELATIVES and i > 1 and words[i - 1].kind == "word" and words[i + 1 : i + 2] != []
    if not opens or not _tells(words, i + 1, config):
        return -1
    comma = next((j for j in range(i, len(words)) if words[j].text in (",", ";")), len(words))
    year = next((j for j in range(i + 2, min(comma, i + _APPOSED)) if is_year(words, j)), -1)
    return year + 1 if 0 < year < comma - 1 and _tells(words, year + 1, config) else -1


def _aside_at(words: Sequence[Word], i: int, config: Configuration) -> str:
    """The words that begin an aside at word i; "" where none does."""
    if words[i].lower in config.contests.scope.year_marks and i + 1 < len(words) and is_year(words, i + 1):
        return words[i].lower
    if i and words[i - 1].text == "," and words[i].lower in config.contests.scope.relatives:
        return words[i].lower
    apposed = i > 1 and words[i - 1].text == "," and words[i].lower in ARTICLES
    if apposed and (_described(words, i) or _dated(words, i, config)):
        return words[i].lower
    if joined(words, i, min(i + 2, len(words))) in config.terms.counting.strangers.from_nothing:
        return ""  # "came from nowhere to win 19 seats": held against nothing
    if words[i].lower == "on" and i > 2 and words[i - 2].kind == "number" and words[i - 3].lower in _MOVED:
        return "on"  # "down 1.8 points on five years ago": what the figure is held against
    n = phrase_length(words, i, config.contests.asides, config.contests.aside_starts)
    if words[i].lower in config.contests.scope.causes and earlier_hints(words, i + 2, config):
        return ""  # "It had 235 seats after the previous election": when it had them, not what came of them
    opener = joined(words, i, i + n) if n else ""
    if opener == "than" and i and words[i - 1].lower in config.contests.scope.bounding:
        compares = i + 1 < len(words) and words[i + 1].lower in config.contests.scope.than_what
        return opener if compares else ""
    return opener
