"""Figures of flat tables: the heads of a count ("Electorate 66,140") and its rows ("Ann Lee (Labour) 11,033")."""

from __future__ import annotations

from pipeline.configuring.terms import Terms
from pipeline.extracting.figures import Figure
from pipeline.extracting.measuring.ago import Ago
from pipeline.extracting.readings import Reading
from pipeline.extracting.rows import Row, rows_of
from pipeline.extracting.scene import Scene

_LEAST = 100  # voters of the smallest count that heads a table
_HEAD = 6  # words of the longest head: "number of those entitled to vote"
ROW = "row-"


class TableReader:
    """Reads figures by the head before them, and figures behind a name in a row."""

    def __init__(self, terms: Terms) -> None:
        self._w, self._turnout = terms.counting.tables, terms.shares.turnout
        self._seats, self._electing = terms.nouns.seat, terms.counting.scores.balloting
        self._heads = self._w.registered | self._w.cast | self._turnout

    def rows(self, scene: Scene) -> list[Row]:
        """The rows of a sentence, found once for all its figures."""
        return rows_of(scene, self._w)

    def read(self, scene: Scene, f: Figure, rows: list[Row], ago: Ago) -> Reading | None:
        """Return the reading of a figure of a table; None outside of tables. `rows` are those of the sentence."""
        return self._headed(scene, f) or self._row(scene, f, rows, ago)

    # -- heads --------------------------------------------------------------------------------------------

    def _headed(self, scene: Scene, f: Figure) -> Reading | None:
        """ "Registered voters: 3,456,000", "Total valid votes stood at 1,204,555", "electorate 66,140"."""
        i = scene.skip(f.start - 1, self._w.head_links, -1, most=3)
        n = scene.phrase_before(i + 1, self._heads, _HEAD) if i >= 0 else 0
        if not n or not self._opens(scene, i - n + 1) or not self._closes(scene, f.last):
            return None
        head = " ".join(scene.plain[i - n + 1 : i + 1])
        if head in self._turnout:
            return self._turnout_line(scene, f, i)
        if f.kind != "count" or f.value < _LEAST:
            return None
        if head in self._w.cast:
            return Reading(f, "votes_cast", "vote", "head-votes-cast", "none", f.last)
        return Reading(f, "registered_voters", "voter", "head-registered", "none", f.last)

    def _turnout_line(self, scene: Scene, f: Figure, i: int) -> Reading | None:
        """ "; turnout 54.1%", "Turnout 27,180 (41.1%)": right behind the head."""
        if f.kind == "percent" and i == f.start - 1:
            return Reading(f, "turnout", "percent", "head-turnout", "none", f.last)
        share = next((g for g in scene.figures if g.first == f.last + 1 and g.kind == "percent"), None)
        if f.kind == "count" and f.value >= _LEAST and share is not None and scene.lower(f.last) == "(":
            return Reading(f, "votes_cast", "vote", "head-votes-cast", "none", f.last)
        return None

    def _opens(self, scene: Scene, first: int) -> bool:
        """True where the head begins the sentence or stands behind a sign ("; electorate 66,140")."""
        i = scene.skip(first - 1, self._w.head_fill, -1)
        return i < 0 or scene.words[i].kind == "sign" or any(g.last == i + 1 for g in scene.figures)

    def _closes(self, scene: Scene, i: int) -> bool:
        """Nothing stands behind the figure that it could count instead."""
        if i >= len(scene.words) or scene.words[i].kind == "sign":
            return True
        return scene.tags[i] in ("IN", "CC") or scene.words[i].text[0].isupper()

    # -- rows ---------------------------------------------------------------------------------------------

    def _row(self, scene: Scene, f: Figure, rows: list[Row], ago: Ago) -> Reading | None:
        row = next((r for r in rows if f in (r.votes, r.share)), None)
        if row is None or not self._is_votes(scene, row, rows, ago):
            return None
        if f == row.share:
            return Reading(f, "vote_share", "percent", ROW + "share", "required", f.last)
        return Reading(f, "votes", "vote", ROW + "votes", "required", f.last)

    def _is_votes(self, scene: Scene, row: Row, rows: list[Row], ago: Ago) -> bool:
        """True for a count of votes: thousands to the last digit, or a few where other rows have thousands."""
        if row.votes is None or scene.has(self._seats):
            return False
        large = [r for r in rows if r.votes is not None and self._thousands(scene, r.votes)]
        before = next(iter(ago.recent()), None)
        told = before is not None and before.rule.startswith(ROW)
        if row.share is not None:
            return (bool(large) or told) and not row.votes.number.step
        alike = sum(r.bracketed for r in large)
        closed = row.votes.last >= len(scene.words) or scene.words[row.votes.last].kind == "sign"
        return row.bracketed and closed and (alike >= 2 or (told and row in large))

    def _thousands(self, scene: Scene, f: Figure) -> bool:
        exact = not f.number.spelled and f.number.high is None and f.last == f.first + 1
        return exact and f.value >= self._w.thousands
