"""The part of the land or of the people that a figure is for: "in Zagreb", "among young voters", "online voting".

None is the whole contest, and also where nothing is plain. A country is never a scope: which contest a figure is of is
told by its cues. Neither is the place where someone spoke, nor the areas that were won.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.configuring.places import Places
from pipeline.configuring.statements import Statements
from pipeline.extracting.scene import Scene
from pipeline.extracting.stated import is_genitive, lower_at, mention_of, span_of

_AFTER = 16  # words from a figure to the place it is for: "48 of the 59 seats contested on Thursday in Scotland"
_DESCRIBED = 6  # words from "in" to the place: "in the southern market town of Tabor"
_CARRIED = 3  # sentences through which a heading's place may be carried

Part = tuple[int, int, str]  # from the preposition's word to the end, and the place as printed


class Scopes:
    """Finds the scope of a figure; holds the word lists as sets."""

    def __init__(self, statements: Statements, places: Places) -> None:
        """Take configs/statements.toml, [scopes], and the places."""
        w = statements.scopes
        self._places, self._saying = places, frozenset(statements.speakers.verbs)
        self._prepositions, self._counts = frozenset(w.prepositions), frozenset(w.counts)
        self._everywhere, self._nouns, self._plurals = frozenset(w.everywhere), frozenset(w.nouns), frozenset(w.plurals)
        self._some, self._alone, self._north = frozenset(w.some), frozenset(w.alone), frozenset(w.north)
        self._wider, self._small, self._groups = frozenset(w.wider), frozenset(w.small), frozenset(w.groups)
        self._links, self._ways = frozenset(w.group_links), frozenset(w.voting_ways)
        self._speaking, self._leading = frozenset(w.speaking), frozenset(w.leading)
        self._continuing, self._openers = frozenset(w.continuing), frozenset(w.openers)
        self._won, self._where = frozenset(w.seat_nouns), frozenset(w.where)
        self._breaks, self._counted = frozenset(w.breaks), frozenset(w.counted)

    def of(self, scene: Scene, first: int, last: int, earlier: Sequence[Scene] = ()) -> str | None:
        """Return the part that the figure at words[first:last] is for, as printed; None for the whole contest.

        `earlier` are the article's sentences before this one, in order: "In Plzen, ... . Costa took 43 percent".
        """
        start, end = scene.clause(first)
        if scene.has(self._everywhere, start, end):
            return None
        found = self._people(scene, last, end) or self._bracketed(scene, first)
        found = found or self._counted_areas(scene, first, last, (start, end))
        if found:
            return found
        parts = self._parts(scene)
        won = self._is_areas(scene, last)
        found = self._owner(scene, first) or self._after(scene, last, end, parts, won)
        if not found and not won:
            found = self._before(scene, first, start, parts)
        if not found:
            found = self.heading(scene, parts)
        if not found and not parts:
            found = self._carried(scene, earlier)
        return found

    def heading(self, scene: Scene, parts: Sequence[Part] | None = None) -> str | None:
        """The place that opens the sentence: "However in Turin, ..."; None where none does."""
        i = 0
        while i < len(scene.words) and scene.words[i].lower in self._openers:
            i += 1
        table = mention_of(scene, i, "place")
        if table is not None and self._is_part(table.text):  # "Scotland vote share: Labour 12 percent"
            end = span_of(scene, table)[1]
            if lower_at(scene, end) in self._counts or lower_at(scene, end + 1) in self._counts:
                return table.text
        for at, end, text in self._parts(scene) if parts is None else parts:
            if at == i and lower_at(scene, at) in self._prepositions:
                return text if self._set_off(scene, end) else None
        return None

    def _set_off(self, scene: Scene, end: int) -> bool:
        """A comma, or the subject at once, ends the heading: "In Plzen turnout was 36"."""
        return end < len(scene.words) and not scene.tags[end].startswith(("VB", "MD"))

    def _carried(self, scene: Scene, earlier: Sequence[Scene]) -> str | None:
        """ "In Turin, Valentino Castellani came second. Castellani took 34 percent": he goes on about Turin."""
        later = scene
        for before in reversed(earlier[-_CARRIED:]):
            if not self._continues(later, before):
                return None
            found = self.heading(before)
            if found or self._parts(before):
                return found
            later = before
        return None

    def _continues(self, scene: Scene, before: Scene) -> bool:
        if lower_at(scene, 0) in self._continuing:
            return True
        opening = mention_of(scene, 0) or mention_of(scene, 1)
        if opening is None or opening.kind not in ("person", "party"):
            return False
        name = opening.text.split()[-1]
        return any(m.text.split()[-1] == name for m in before.mentions)

    def _people(self, scene: Scene, last: int, end: int) -> str | None:
        """ "62 percent of women voters", "88 percent of the 40,000 citizens signed up for online voting"."""
        n = scene.phrase_at(1, self._groups) if lower_at(scene, 0) in self._links else 0
        if n and lower_at(scene, n + 1) == ",":
            return scene.text(1, n + 1)
        for i in range(last, min(last + _AFTER, end)):
            n = scene.phrase_at(i, self._ways)
            if n and lower_at(scene, i - 1) in self._links | self._prepositions:
                return scene.text(i, i + n)
            linked = i == last or lower_at(scene, i - 1) in self._links or lower_at(scene, i - 2) in self._links
            n = scene.phrase_at(i, self._groups) if linked and i <= last + 4 else 0
            if n and not (i + n < len(scene.words) and scene.tags[i + n].startswith("NN")):
                return scene.text(i, i + n)
        return None

    def _bracketed(self, scene: Scene, first: int) -> str | None:
        """ "Limpopo (74 percent) and Gauteng (64 percent)": each figure is of the place before its brackets."""
        place = mention_of(scene, first - 2, "place") if lower_at(scene, first - 1) == "(" else None
        return place.text if place is not None and self._is_part(place.text) else None

    def _counted_areas(self, scene: Scene, first: int, last: int, clause: tuple[int, int]) -> str | None:
        """ "turnout in 47 of the 92 constituencies was 28 percent": the share is of those 47."""
        for i in range(clause[0], clause[1] - 3):
            if lower_at(scene, i) != "in" or scene.words[i + 1].kind != "number" or first - 1 <= i < last:
                continue
            if lower_at(scene, i - 1) in self._leading or lower_at(scene, i - 2) in self._leading:
                continue
            j = i + 3 + (lower_at(scene, i + 3) in ("the", "its"))
            if lower_at(scene, i + 2) != "of" or j + 1 >= len(scene.words) or scene.words[j].kind != "number":
                continue
            n = scene.phrase_at(j + 1, self._counted)
            if n and not first <= j < last:
                return f"{scene.words[i + 1].text} of {scene.text(j, j + 1 + n)}"
        return None

    def _is_areas(self, scene: Scene, last: int) -> bool:
        """The figure counts areas itself: "10 of 18 provinces"; where they lie is no scope of it."""
        return scene.has(self._counted | self._plurals, last, min(last + 5, len(scene.words)))

    def _owner(self, scene: Scene, first: int) -> str | None:
        """ "Scotland's 59 seats", "48 of Scotland's 59 seats"."""
        near = [first - 1]
        if lower_at(scene, first + 1) == "of":
            near += range(first + 2, min(first + 6, len(scene.words)))
        for k in near:
            if is_genitive(scene, k) and (m := mention_of(scene, k - 1, "place")) and self._is_part(m.text):
                return m.text
        return None

    def _after(self, scene: Scene, last: int, end: int, parts: Sequence[Part], won: bool) -> str | None:
        """The place after the figure, before the next figure and before the clause goes on to something else."""
        i = last
        stop = min(end, last + _AFTER)
        while i < stop:
            for at, _, text in parts:
                if at == i:
                    return None if won and self._where_won(scene, at) else text
            word = scene.words[i]
            other = word.kind == "number" and not (
                lower_at(scene, i - 1) == "of" or lower_at(scene, i - 2) == "of" or lower_at(scene, i + 1) == "years"
            )
            if other or word.text in (",", ";", "(") or word.lower in self._breaks:
                return None
            i += 1
        return None

    def _where_won(self, scene: Scene, at: int) -> bool:
        return any(lower_at(scene, k) in self._leading for k in (at - 1, at - 2))

    def _before(self, scene: Scene, first: int, start: int, parts: Sequence[Part]) -> str | None:
        """The nearest place before the figure, with no other figure between: "turnout in Zagreb was 40 percent"."""
        best: str | None = None
        for at, end, text in parts:
            if at < start or end > first:
                continue
            between = scene.words[end:first]
            if any(f.first >= end and f.last <= first for f in scene.figures) or len(between) > _AFTER:
                continue
            if any(w.lower in self._breaks - {"and", "or"} or w.lower in self._saying for w in between):
                continue
            best = text
        return best

    def _parts(self, scene: Scene) -> list[Part]:
        """Every part of the land in the sentence that a preposition makes a place where something holds."""
        out: list[Part] = []
        for i, word in enumerate(scene.words):
            n = scene.phrase_at(i, self._north)
            if n:
                out.append((i, i + n, scene.text(i, i + n)))
            m = mention_of(scene, i, "place")
            if m is not None and lower_at(scene, span_of(scene, m)[1]) in self._won and self._is_part(m.text):
                out.append((i, span_of(scene, m)[1] + 1, m.text))  # "lost her Dunbar East seat by 149 votes"
            linked = word.lower in self._prepositions
            if word.lower in ("for", "of"):
                linked = lower_at(scene, i - 1) in self._counts
            if linked and not self._spoken(scene, i):
                part = self._place(scene, i)
                if part is not None and not (self._where_won(scene, i) and self._is_list(scene, i, part[0])):
                    out.append((i, *part))
        return out

    def _is_list(self, scene: Scene, first: int, last: int) -> bool:
        """ "led in Erbil, Duhok and Nineveh": what was won, whatever the figure counts."""
        return len({n for n in scene.mention_at[first:last] if n >= 0}) > 1

    def _spoken(self, scene: Scene, i: int) -> bool:
        """ "officials in Baghdad", "told a news conference in Prague"."""
        return any(lower_at(scene, k) in self._speaking for k in range(max(i - 3, 0), i))

    def _place(self, scene: Scene, i: int) -> tuple[int, str] | None:
        """The part of the land whose words begin after the preposition at i: where it ends, and its print."""
        some = False
        for k in range(i + 1, min(i + 1 + _DESCRIBED, len(scene.words))):
            word = scene.words[k]
            m = mention_of(scene, k)
            if m is not None and m.kind == "place":
                return self._named(scene, k)
            if word.text[0].isupper() and self._nouned(scene, span_of(scene, m)[1] if m else k + 1):
                return self._named(scene, k)
            if lower_at(scene, k + 1) == "where" and word.lower in self._where:
                return k + 2, scene.text(i + 1, k + 1)
            some = some or word.lower in self._some
            n = scene.phrase_at(k, self._plurals)
            if some and n:
                return k + n, scene.text(i + 1, k + n)
            n = scene.phrase_at(k, self._alone)
            if n and k <= i + 2 and not some and not self._goes_on(scene, k + n):
                return k + n, scene.text(k, k + n)
            if m is not None or (word.kind != "word" and word.text != "-"):
                return None
            if word.lower not in self._small and scene.tags[k].startswith(("VB", "IN", "PRP", "WP", "WDT", "MD")):
                return None
        return None

    def _nouned(self, scene: Scene, k: int) -> bool:
        """ "the Northern province", but not "the Western city of Plzen"."""
        return lower_at(scene, k) in self._nouns and not self._goes_on(scene, k + 1)

    def _goes_on(self, scene: Scene, k: int) -> bool:
        """ "the city of Plzen" and "the capital Bamako" have a name to come; "the city council" is a body."""
        named = lower_at(scene, k) == "of" or mention_of(scene, k, "place") is not None
        return named or (k < len(scene.words) and scene.tags[k].startswith("NN"))

    def _named(self, scene: Scene, k: int) -> tuple[int, str] | None:
        """A named place with its noun, and the rest of a list: "Erbil, Duhok and Nineveh", "Anbar province"."""
        last = self._name_end(scene, k)
        if is_genitive(scene, last) or not self._is_part(scene.text(k, last)):
            return None
        end = last
        while lower_at(scene, end) in (",", "and") and mention_of(scene, end + 1, "place"):
            follow = self._name_end(scene, end + 1)
            if not self._is_part(scene.text(end + 1, follow)):
                break
            comma, end = lower_at(scene, end) == ",", follow
            if comma and lower_at(scene, follow) not in (",", "and"):
                end = last  # "in Gao, Mali" and "in Gao, Bamako said" are no lists
                break
        return end, scene.text(k, end)

    def _name_end(self, scene: Scene, k: int) -> int:
        m = mention_of(scene, k)
        last = span_of(scene, m)[1] if m is not None else k + 1
        return last + 1 if self._nouned(scene, last) else last

    def _is_part(self, name: str) -> bool:
        """A place that is no country, demonym or wider land; a capital is a part."""
        if name.casefold() in self._wider:
            return False
        code = self._places.country_of(name)
        if code is None:
            return True
        country = self._places.country(code)
        return country is not None and name in country.capitals() and name not in country.names()
