"""People and the offices they hold, from one sentence: "Iraqi Vice President Nouri al-Maliki".

Works on words and mentions alone, as people.py does. The value is the office's plain name with the country or
place printed before it and with what makes it a past or coming one: "former prime minister", "Iraqi vice president".
"""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.configuring.places import Places
from pipeline.configuring.statements import Statements
from pipeline.extracting.scene import Scene
from pipeline.extracting.stated import Statement, is_genitive, lower_at, mention_of, span_of, state
from pipeline.types import Claim, Mention

_PLACE_WORDS = 4  # "Bosnia and Herzegovina", and "U.S." is four
_OF = 5  # words of "of the lower house" that may close an office
_ENDS = (",", ".", ";", ")", '"', "\u201d", "-", "\u2014", "\u2013")


@dataclass(frozen=True, slots=True)
class _Office:
    """An office printed in words [first, last), with its value."""

    first: int
    last: int
    value: str


class Roles:
    """Finds who holds which office; holds the word lists as sets."""

    def __init__(self, statements: Statements, places: Places) -> None:
        """Take the lists of configs/statements.toml, [offices] and [office_words]."""
        words = statements.office_words
        self._offices, self._places = statements.offices, places
        self._heads, self._bodies = frozenset(words.heads), frozenset(words.bodies)
        self._body_words = frozenset(words.body_words) | self._bodies
        self._past, self._present = frozenset(words.past), frozenset(words.present)
        self._determiners = frozenset(words.determiners)
        self._civic, self._placed = frozenset(words.civic), frozenset(words.placed)

    def claims(self, scene: Scene) -> list[Claim]:
        """Return the scene's `role` claims: subject the person, value the office, span the office as printed."""
        out: list[Claim] = []
        for person in scene.mentions:
            if person.kind != "person":
                continue
            first, last = span_of(scene, person)
            for read in (self._before, self._apposed, self._named):
                office = read(scene, first, last)
                if office is not None:
                    out.append(self._claim(scene, person, office, read.__name__.strip("_")))
                    break
        return out

    def _claim(self, scene: Scene, person: Mention, office: _Office, rule: str) -> Claim:
        start, end = scene.words[office.first].start, scene.words[office.last - 1].end
        said = Statement("role", start, end, office.value, "entity", f"role:{rule}", 0.9)
        return state(scene, said, (person.char_start, person.char_end), "person")

    def _before(self, scene: Scene, first: int, last: int) -> _Office | None:
        """ "then-president Saddam Hussein", "electoral commission chairman Pavel Dorn"."""
        office = self._ending(scene, first)
        if office is None or not self._stands_alone(scene, office):
            return None
        return office

    def _apposed(self, scene: Scene, first: int, last: int) -> _Office | None:
        """ "Haider al-Abadi, the outgoing prime minister, said"."""
        if lower_at(scene, last) != ",":
            return None
        start = last + 1
        for j in range(start, min(start + 8, len(scene.words))):
            word = scene.words[j]
            n = scene.phrase_at(j, self._offices)
            if n:
                office = self._ending(scene, j + n)
                end = self._closing(scene, j + n)
                fits = (
                    office is not None
                    and office.first - start <= 1
                    and all(scene.words[k].lower in self._determiners for k in range(start, office.first))
                )
                if office is None or not fits or end < 0:
                    return None
                tail = scene.text(j + n, end) if end > j + n else ""
                return _Office(office.first, end, f"{office.value} {tail}".strip())
            if word.kind == "sign" and word.text != "-":
                return None
        return None

    def _named(self, scene: Scene, first: int, last: int) -> _Office | None:
        """ "The prime minister, Haider al-Abadi, said": without the second comma it may be a list."""
        closed = last >= len(scene.words) or scene.words[last].text in (",", ".", ";")
        if not closed or lower_at(scene, first - 1) != ",":
            return None
        office = self._ending(scene, first - 1)
        if office is None:
            return None
        k = office.first - 1
        definite = lower_at(scene, k) in self._determiners - {"a", "an"}
        return office if definite or is_genitive(scene, office.last - 1) else None

    def _closing(self, scene: Scene, j: int) -> int:
        """The end of an office's "of the lower house" that begins at word j; -1 where it runs on."""
        if j >= len(scene.words) or scene.words[j].text in _ENDS or lower_at(scene, j) in ("and", "who", "since"):
            return j
        if lower_at(scene, j) != "of":
            return -1
        for k in range(j + 1, min(j + 2 + _OF, len(scene.words))):
            if scene.words[k].text in _ENDS or lower_at(scene, k) in ("and", "who", "since"):
                return k if self._governed(scene, j + 1, k) else -1
        return -1

    def _governed(self, scene: Scene, first: int, last: int) -> bool:
        """What an office is of: "the lower house", "Kazakhstan"; not "consultants Signal Network"."""
        while first < last and lower_at(scene, first) in self._determiners:
            first += 1
        body = all(lower_at(scene, k) in self._body_words for k in range(first, last))
        return first < last and (body or bool(self._places.country_of(scene.text(first, last))))

    def _ending(self, scene: Scene, last: int) -> _Office | None:
        """The office whose words end right before word `last`, with its place and what makes it past."""
        n = scene.phrase_before(last, self._offices, 4) if last > 0 else 0
        if n and not (lower_at(scene, last - n - 1) in self._bodies and n == 1):
            plain, first = self._offices[self._joined(scene, last - n, last)], last - n
        else:
            first = self._with_body(scene, last)
            if first < 0:
                return None
            plain = self._joined(scene, first, last)
        return self._qualified(scene, first, last, plain)

    def _joined(self, scene: Scene, first: int, last: int) -> str:
        return " ".join(scene.text(first, last).casefold().split())

    def _with_body(self, scene: Scene, last: int) -> int:
        """Where "central election commission chairman", which ends before `last`, begins; -1 if no such office does."""
        if lower_at(scene, last - 1) not in self._heads or lower_at(scene, last - 2) not in self._bodies:
            return -1
        k, own = last - 2, self._body_words - self._determiners - {"of"}
        while k > 0 and (lower_at(scene, k - 1) in own or mention_of(scene, k - 1, "body")):
            k -= 1
        return k

    def _qualified(self, scene: Scene, first: int, last: int, plain: str) -> _Office | None:
        """Step left over "former", "then-", "Iraq's" and "Czech"."""
        past: list[str] = []
        place = ""
        while first > 0:
            word = lower_at(scene, first - 1)
            if word == "-" and lower_at(scene, first - 2) in self._past:
                first -= 1
            elif word in self._past:
                past = past if word in self._present else [word, *past]
                first -= 1
            elif not place and (n := self._place(scene, first)):
                printed = scene.text(first - n, first)
                place = printed[:-2] if is_genitive(scene, first - 1) else printed
                first -= n
            else:
                break
        if self._foreign_to(plain, place) or (place and self._inside_name(scene, first)):
            return None
        return _Office(first, last, " ".join([*past, place, plain]).replace("  ", " ").strip())

    def _inside_name(self, scene: Scene, first: int) -> bool:
        """ "Grain Growers Association of Zambia President": the place ends a name."""
        named = first > 1 and scene.words[first - 2].text[:1].isupper()
        return lower_at(scene, first - 1) == "of" and named and not scene.has(("'s", "\u2019s"), first, first + 3)

    def _foreign_to(self, plain: str, place: str) -> bool:
        """ "Norvolt President Peter Lind" leads a company, and a bare chief executive mostly does."""
        if not place:
            return plain in self._placed
        return plain not in self._civic and not self._places.country_of(place) and not self._places.division_of(place)

    def _place(self, scene: Scene, first: int) -> int:
        """How many words before `first` are a country, demonym, division or city, with a possessive."""
        end = first - 1 if is_genitive(scene, first - 1) else first
        for n in range(min(_PLACE_WORDS, end), 0, -1):
            text = scene.text(end - n, end)
            if text[:1].isupper() and not mention_of(scene, end - 1, "person"):
                known = self._places.country_of(text) or self._places.division_of(text) or self._places.city_of(text)
                if known:
                    return first - end + n
        return 0

    def _stands_alone(self, scene: Scene, office: _Office) -> bool:
        """False where a word before makes it another office: "Chase president", "company president", "first vice"."""
        k = office.first - 1
        if is_genitive(scene, k) and mention_of(scene, k - 1) is not None:
            return False
        if k < 0 or scene.words[k].kind in ("sign", "genitive") or lower_at(scene, k) in self._determiners:
            return k < 0 or scene.words[k].text not in ("-", "/", "&")
        if mention_of(scene, k) is not None:
            return False
        word, small = scene.words[k], scene.words[office.last - 1].text.islower()
        if word.text[0].isupper() and k > 0:
            return False
        if scene.tags[k]:
            return not scene.tags[k].startswith(("NN", "JJ", "VBG", "CD"))
        # Without a parse "former president" is plain, a bare "president" is not.
        return not small or office.last - office.first > 1
