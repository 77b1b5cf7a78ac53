"""Scenes -> readings of a table in lines: "Labour 418 (271)" under "State of the parties after the election:"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from pipeline.configuring.configuration import Configuration
from pipeline.extracting.columns import columns_of
from pipeline.extracting.figures import Figure, read_figures
from pipeline.extracting.hints import is_year
from pipeline.extracting.naming.contestants import Contestants
from pipeline.extracting.naming.subject import Subject
from pipeline.extracting.readings import Reading
from pipeline.extracting.scene import Scene

_WIDEST = 80  # signs of a line of a table
_ROWS = 2  # lines by which a table is known
_HEADS = 2  # lines above the first row that may say what its figures count
_UNTOLD = 1  # columns that the line above may leave untold
_NAME = 9  # words of a name
_CHAMBER = 1000.0  # seats of the largest house
_COUNCILS = 20_000.0  # seats of a party in all councils of a country
_UNITS = {"seats": "seat", "vote_share": "percent"}
_OPEN = ("(", "[")
_BULLETS = ("-", "*", "\u2022", "\u2013", "\u2014", "\u00b7")


@dataclass(frozen=True, slots=True)
class Line:
    """A row: its name at words[first:last] of the scene, its figures, and the one in brackets behind one of them."""

    scene: Scene
    first: int
    last: int
    figures: tuple[Figure, ...]
    bracketed: Figure | None
    someones: bool  # False of "Others 30", "Total 650"


@dataclass(frozen=True, slots=True)
class Head:
    """The line above a table: what its columns count, in order."""

    scene: Scene
    columns: tuple[str, ...]
    unit: str  # of votes: electors' or voters'
    most: float = _CHAMBER  # seats that a row may have
    parts: tuple[str | None, ...] = ()  # by column: "LIST", where it holds a part of the seats


@dataclass(frozen=True, slots=True)
class Listed:
    """A figure of a row, read: whose it is, the line that told what it counts, and of which part ("LIST")."""

    reading: Reading
    subject: Subject
    head: Scene
    part: str | None = None


class TableLines:
    """Finds tables in lines, told from prose by their shape, and reads them by what the line above says."""

    def __init__(self, config: Configuration, names: Contestants) -> None:
        self._config, self._names, self._w = config, names, config.terms.counting.tables
        nouns = config.terms.nouns
        self._members = nouns.seat | nouns.member
        self._heads = (
            ("seats", nouns.seat | self._w.seat_heads),
            ("vote_share", self._w.share_heads),
            ("votes", nouns.vote | self._w.vote_heads),
        )

    def find(self, scenes: Sequence[Scene]) -> dict[int, list[Listed]]:
        """Return the readings of each row by the index of its scene; rows that nothing explains are left out."""
        out: dict[int, list[Listed]] = {}
        lines = enumerate(self._line(scene) for scene in scenes)
        for is_row, run in groupby(lines, key=lambda entry: entry[1] is not None):
            rows = [(n, line) for n, line in run if line is not None] if is_row else []
            if len(rows) >= _ROWS:
                out |= self._read(scenes, rows)
        return out

    def _line(self, scene: Scene) -> Line | None:
        """The scene as a row; None where it is prose."""
        start, end = scene.sentence.char_start, scene.sentence.char_end
        text = scene.doc.article.text
        if end - start > _WIDEST or not _closes(text[end - 1]) or not any(w.kind == "number" for w in scene.words):
            return None
        first = next((i for i, w in enumerate(scene.words) if w.text not in _BULLETS), len(scene.words))
        numbered = scene.words[first : first + 2]
        first += 2 if len(numbered) == 2 and numbered[0].kind == "number" and numbered[1].text in (".", ")") else 0
        last = first
        while last < len(scene.words) and scene.words[last].kind != "number":
            last += 1
        figures = read_figures(scene.words[last:], self._config.quantities, self._config.dates)
        figures = [_moved(f, last) for f in figures]
        last = self._name_end(scene, first, last)
        named = 0 < last - first <= _NAME and scene.words[first].text[0].isupper()
        if not named or not figures or not self._only_cells(scene, figures):
            return None
        own = tuple(f for f in figures if not _is_aside(scene, f))
        bracketed = next((f for f in figures[1:] if scene.words[f.first - 1].text in _OPEN), None)
        someones = scene.lower(first) not in self._w.no_names | self._w.no_rows
        return Line(scene, first, last, own, bracketed, someones) if own else None

    def _name_end(self, scene: Scene, first: int, last: int) -> int:
        """Where the name ends before the first cell: signs, dots and an acronym in brackets are no part of it."""
        opened = next((i for i in range(first + 1, last) if scene.words[i].text == "("), last)
        last = min(last, opened)
        while last > first and scene.words[last - 1].kind == "sign":
            last -= 1
        return last

    def _only_cells(self, scene: Scene, figures: Sequence[Figure]) -> bool:
        """Whether nothing but figures, signs and their units stands from the first figure on."""
        inside = {i for f in figures for i in range(f.first, f.last)}
        rest = [w for i, w in enumerate(scene.words) if i >= figures[0].first and i not in inside]
        return all(w.kind == "sign" or w.lower in self._w.cell_units | self._members for w in rest)

    # -- what the columns count ------------------------------------------------------------------------

    def _read(self, scenes: Sequence[Scene], rows: Sequence[tuple[int, Line]]) -> dict[int, list[Listed]]:
        """The readings of rows that follow one another, each with the index of its scene."""
        head = self._head(scenes, rows[0][0]) or self._own_head(rows[0][1])
        if head is None or not any(self._known(line) for _, line in rows):
            return {}
        cells = [self._cells(line, head) for _, line in rows]
        if any(_foreign(line, told, head) for (_, line), told in zip(rows, cells, strict=True)):
            return {}  # "CESI 1,391.77 - 11.12 -0.79 1,544.70" under "NOV 28 NET PCT": prices
        above = scenes[max(0, rows[0][0] - _HEADS) : rows[0][0]]  # "Figures in brackets are of the old house."
        earlier = any(s.has(self._w.bracketed) and s.has(self._w.before) for s in (head.scene, *above))
        out: dict[int, list[Listed]] = {}
        for (n, line), told in zip(rows, cells, strict=True):
            if not told or not line.someones or self._placed(line):
                continue
            found = [_reading(f, measure, head) for f, measure in told]
            subject = self._subject(line)
            parts = head.parts if len(head.parts) == len(found) else (None,) * len(found)
            out[n] = [Listed(r, subject, head.scene, part) for r, part in zip(found, parts, strict=True)]
            now = next((r for r in reversed(found) if line.bracketed and r.end <= line.bracketed.first), None)
            if earlier and line.bracketed is not None and now is not None and _fits(line.bracketed, now.measure):
                had = replace(_reading(line.bracketed, now.measure, head), previous=True)
                out[n].append(Listed(had, subject, head.scene))
        return out

    def _known(self, line: Line) -> bool:
        """Whether a row begins with a party or a person: "New York 12", "Arsenal 3" are no result."""
        m = line.scene.mention(line.first)
        return m is not None and m.kind in ("party", "person")

    def _placed(self, line: Line) -> bool:
        """A row of a place or a day: "Scotland 72", "Monday 10"."""
        m, word = line.scene.mention(line.first), line.scene.lower(line.first)
        return (m is not None and m.kind == "place") or word in self._config.dates.weekdays

    def _head(self, scenes: Sequence[Scene], n: int) -> Head | None:
        """The line above scene n that says what is counted; None where none does."""
        for scene in reversed(scenes[max(0, n - _HEADS) : n]):
            text = scene.doc.article.text[scene.sentence.char_start : scene.sentence.char_end]
            if scene.has(self._w.no_heads) or sum(is_year(scene.words, i) for i in range(len(scene.words))) > 1:
                return None  # "Seats lost:", "Turnout by region, in percent:", "Seats in 1994 and 1998:"
            columns = columns_of(scene, self._heads, self._w)
            if columns:
                return Head(scene, tuple(c.measure for c in columns), "vote", parts=tuple(c.part for c in columns))
            if text[-1] in ".!?\"'\u201d" and not scene.has(self._w.introducing):
                return None
            head = self._named(scene)
            if head is not None:
                return head
        return None

    def _own_head(self, line: Line) -> Head | None:
        """ "Harbour Party: 3,100 councillors", "Greens: 265": the first row says what the others count."""
        f = line.figures[0]
        return Head(line.scene, ("seats",), "vote", _COUNCILS) if line.scene.phrase_at(f.last, self._members) else None

    def _named(self, scene: Scene) -> Head | None:
        """ "(percent of vote, seats)" -> vote_share, seats, in the order in which the line names them."""
        found: list[str] = []
        i = 0
        while i < len(scene.words):
            hit = next(((m, n) for m, words in self._heads if (n := scene.phrase_at(i, words))), None)
            if hit is None:
                i += 1
                continue
            measure, length = hit
            if measure == "seats" and found[-1:] == ["vote_share"] and scene.lower(i - 1) in self._w.of_a_vote:
                return None  # "Percentage of seats:"
            if found and {found[-1], measure} == {"vote_share", "votes"} and scene.lower(i - 1) in self._w.of_a_vote:
                found[-1] = "vote_share"  # "percent of the vote"
            elif measure not in found:
                found.append(measure)
            i += length
        unit = "electoral vote" if scene.has(self._w.electors) else "vote"
        return Head(scene, tuple(found), unit) if found else None

    def _cells(self, line: Line, head: Head) -> list[tuple[Figure, str]]:
        """Each figure of a row with its measure, by order where the row is full, else by what it looks like."""
        columns, most = head.columns, head.most
        if len(columns) == len(line.figures):
            pairs = list(zip(line.figures, columns, strict=True))
            if all(_fits(f, c, most) or (c == "vote_share" and _is_hundredth(f)) for f, c in pairs):
                return pairs
        out: list[tuple[Figure, str]] = []
        for f in line.figures:
            fitting = [c for c in columns if _fits(f, c, most) and c not in [told for _, told in out]]
            if len(fitting) == 1:
                out.append((f, fitting[0]))
        return out

    def _subject(self, line: Line) -> Subject:
        m = self._names.at(line.scene, line.first)
        begins = m is not None and m.char_start == line.scene.words[line.first].start
        if m is not None and begins and m.char_end <= line.scene.words[line.last - 1].end:
            return self._names.of_mention(line.scene, m, "row-of")
        return self._names.printed(line.scene, line.first, line.last, "row-of")


def _foreign(line: Line, cells: Sequence[tuple[Figure, str]], head: Head) -> bool:
    """Whether a row holds more figures than the line above tells of, or one that no election has."""
    told = [f for f, _ in cells]
    untold = [f for f in line.figures if f not in told]
    return len(line.figures) > len(head.columns) + _UNTOLD or any(f.value % 1 and f.value > 100 for f in untold)


def _closes(sign: str) -> bool:
    """A line of a table ends in a figure, a bracket, a percent sign or its unit; prose in a full stop."""
    return sign.isalnum() or sign in ")%]"


def _moved(f: Figure, by: int) -> Figure:
    """The figure counted from the first word of its line."""
    number = replace(f.number, first=f.number.first + by, last=f.number.last + by)
    return replace(f, number=number, first=f.first + by, last=f.last + by, start=f.start + by)


def _is_aside(scene: Scene, f: Figure) -> bool:
    """ "418 (271)", "165 +12": what was held before, or how much it changed; no figure of this election's."""
    before = scene.words[f.first - 1].text
    signed = before in ("+", "-", "\u2212", "\u2013") and scene.words[f.first - 1].end == scene.words[f.first].start
    return before in _OPEN or signed


def _reading(f: Figure, measure: str, head: Head) -> Reading:
    if measure == "vote_share" and f.kind == "count":
        f = f.as_share()
    return Reading(f, measure, _UNITS.get(measure, head.unit), f"table-{measure.replace('_', '-')}", "required", f.last)


def _is_hundredth(f: Figure) -> bool:
    """ "43" in a column of shares."""
    return f.kind == "count" and f.value <= 100


def _fits(f: Figure, measure: str, most: float = _CHAMBER) -> bool:
    """Whether a figure may stand in a column: seats are whole and few, shares 100 at most, votes are whole."""
    if measure == "vote_share":
        return f.kind == "percent" or (_is_hundredth(f) and bool(f.number.step))
    whole = f.kind == "count" and not f.value % 1 and not 0 < f.number.step < 1
    return whole and (f.value < most if measure == "seats" else True)
