"""Sentence spans of raw, messy text: the recogniser's own, mended at line breaks."""

from __future__ import annotations

import re
from collections.abc import Iterable

_LINES = re.compile(r"[^\n\r\u2028\u2029]+")
_CLOSED = re.compile(r"[.!?:;\"\u201d\u2019')\]]\s*$")
# "Communists (KSCM)   10.3   22": a line that is a name and figures holds one sentence.
_ROW = re.compile(
    r"(?:\d{1,2}[.)] )?[^\n.!?\d]{2,60}[ \t.:]+\(?\d[\d.,]*%?\)?(?:[ \t()+\-\u2013]+\d[\d.,]*%?\)?){0,8}[ \t]*"
)
WRAPPED = 55  # a line this long that ends open goes on in the next, as in text wrapped at 60 to 80 signs
_WIDEST = 90  # no line of a text that is wrapped throughout is longer
_FULL = 40  # signs of a line in a text that is wrapped and double-spaced
_SPACED = 2  # line breaks between such lines
_FEWEST = 5  # lines by which a text is known to be wrapped
_SHORT = 22  # signs less than the widest: the last line of a paragraph
_INDENT = 2  # more leading spaces than the line before: a paragraph begins


def sentence_spans(text: str, starts: Iterable[int]) -> list[tuple[int, int]]:
    """Return (start, end) of each sentence in text order, without outer white space.

    `starts` are the offsets at which the model begins a sentence. A line break ends a sentence, except inside
    a paragraph that is wrapped. A start that falls on a lower-case word after no full stop is none
    ("right- wing", "Sept. 22").
    """
    cuts = sorted(set(starts))
    spans: list[tuple[int, int]] = []
    for begin, end in _paragraphs(text):
        inner = [c for c in cuts if begin < c < end and not _goes_on(text, begin, c)]
        inner = [] if _ROW.fullmatch(text, begin, end) else inner
        for a, b in zip([begin, *inner], [*inner, end], strict=True):
            left, right = _trim(text, a, b)
            if left < right:
                spans.append((left, right))
    return spans


def _paragraphs(text: str) -> list[tuple[int, int]]:
    """Runs of lines that belong together: a blank line, a bullet or a short open line parts them."""
    lines = [match for match in _LINES.finditer(text) if match.group().strip()]
    widest = _wrapped_throughout([match.group().rstrip() for match in lines])
    out: list[tuple[int, int]] = []
    for match in lines:
        joined = out and (_wrapped(text, out[-1], match) or (widest and _filled(text, out[-1], match, widest)))
        if joined:
            out[-1] = (out[-1][0], match.end())
        else:
            out.append((match.start(), match.end()))
    return out


def _wrapped_throughout(lines: list[str]) -> int:
    """The width at which a whole text is wrapped, as agencies sent it; 0 where its line breaks end paragraphs.

    Of wrapped lines most are nearly as long as the longest and end in mid-sentence; of a list each ends what it says.
    """
    lengths = [len(line) for line in lines]
    widest = max(lengths, default=0)
    if len(lines) < _FEWEST or not WRAPPED <= widest <= _WIDEST:
        return 0
    full = [line for line in lines[:-1] if len(line) > widest - _SHORT]
    open_ended = [line for line in full if not _CLOSED.search(line)]
    return widest if 3 * len(full) >= 2 * len(lines) and 3 * len(open_ended) >= 2 * len(full) else 0


def _filled(text: str, prior: tuple[int, int], line: re.Match[str], widest: int) -> bool:
    """Whether the line before ran to the full width, so that this one goes on: "gave Margaret / Thatcher's party"."""
    gap, before = text[prior[1] : line.start()], text[prior[0] : prior[1]].rsplit("\n", 1)[-1]
    after = line.group()
    indented = len(after) - len(after.lstrip()) > len(before) - len(before.lstrip()) + _INDENT
    headline = before.isupper() and not after.isupper()
    words = before.split()
    # A line cut short by a long name goes on: "the new survey gave / Konstantinos Papadimitriou".
    ends = len(before.rstrip()) <= widest - _SHORT and (prior[0] == 0 or not words or not words[-1].islower())
    return not (_is_blank(gap) or indented or headline or ends)


def _is_blank(gap: str) -> bool:
    """Whether a blank line stands between two lines."""
    return gap.count("\n") > 1 or gap.count("\r") > 1


def _wrapped(text: str, prior: tuple[int, int], line: re.Match[str]) -> bool:
    gap = text[prior[1] : line.start()]
    before = text[prior[0] : prior[1]].rsplit("\n", 1)[-1]
    first = line.group().lstrip()[:1]
    if _is_blank(gap):  # wrapped and double-spaced: no paragraph begins in small letters
        spaced = gap.count("\n") == _SPACED or gap.count("\r") == _SPACED
        return spaced and first.islower() and _FULL <= len(before) <= _WIDEST and not _CLOSED.search(before)
    return (
        len(before) >= WRAPPED
        and len(before) <= 100
        and not _CLOSED.search(before)
        and (first.islower() or first.isdigit())
    )


def _goes_on(text: str, begin: int, cut: int) -> bool:
    """A sentence does not begin in small letters ("31 per cent. of the votes"), but for a particle ("al-Sadr")."""
    before, after = text[begin:cut].rstrip(), text[cut : cut + 4]
    if not after[:1].islower():
        return False
    return not (before.endswith((".", "!", "?", ":", ";", '"', "\u201d")) and "-" in after)


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
