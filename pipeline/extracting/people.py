"""People and what they are, from one sentence: who leads which party or list, and who holds which office.

Offices are read in offices.py. Works on words and mentions alone, for most such sentences hold no figure and have
no parse; tags are used where there are some. What is not plain is not claimed: a former or deputy leader is none.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.configuring.places import Places
from pipeline.configuring.statements import Statements
from pipeline.extracting.offices import Roles
from pipeline.extracting.scene import Scene
from pipeline.extracting.stated import Statement, is_genitive, lower_at, mention_of, span_of, state
from pipeline.types import Claim, Mention

_NEAR = 5  # words of description between a name and what ties it: "Klaus's own centre-right Civic Democratic Party"
_TITLED = 10  # "led by upper-house chairman and Berg ally Marek Dolan"
_POST = 8  # "X, president of the Kurdistan region and leader of the KDP"
_STOP_TAGS = ("IN", "TO", "VBD", "VBZ", "VBP", "VB", "MD", "WP", "WDT", "CD")

Found = tuple[Mention, str]  # the person, and the name of the rule


class People:
    """Reads both kinds of statement about people; make one from the configuration."""

    def __init__(self, statements: Statements, places: Places) -> None:
        """Take configs/statements.toml and the places."""
        self._leads, self._roles = Leads(statements), Roles(statements, places)

    def claims(self, scene: Scene) -> list[Claim]:
        """Return the scene's `leads` and `role` claims, without cues; the scene needs no parse."""
        return self._leads.claims(scene) + self._roles.claims(scene)


class Leads:
    """Finds who heads which party; holds the word lists as sets."""

    def __init__(self, statements: Statements) -> None:
        """Take the lists of configs/statements.toml, [leads]."""
        words = statements.leads
        self._nouns, self._passive, self._active = frozenset(words.nouns), frozenset(words.passive), words.active
        self._not_leader, self._not_own = frozenset(words.not_leader), frozenset(words.not_own)
        self._links, self._groups = frozenset(words.party_links), frozenset(words.groups)
        self._stop, self._bodies = frozenset(words.stop), frozenset(statements.office_words.bodies)
        self._determiners = frozenset(statements.office_words.determiners)

    def claims(self, scene: Scene) -> list[Claim]:
        """Return the scene's `leads` claims: subject the person, value and span the party's name as printed."""
        out: list[Claim] = []
        for party in scene.mentions:
            if party.kind != "party":
                continue
            first, last = span_of(scene, party)
            found = next(self._found(scene, first, last), None)
            if found is not None and lower_at(scene, last - 1) not in self._bodies:
                out.append(self._claim(scene, party, *found))
        return out

    def _claim(self, scene: Scene, party: Mention, person: Mention, rule: str) -> Claim:
        said = Statement("leads", party.char_start, party.char_end, party.text, "entity", f"leads:{rule}", 0.9)
        return state(scene, said, (person.char_start, person.char_end), "person")

    def _found(self, scene: Scene, first: int, last: int) -> Iterator[Found]:
        readers = (self._led_by, self._owned, self._titled, self._posted, self._relative, self._named_group, self._of)
        for read in readers:
            person = read(scene, first, last)
            if person is not None:
                yield person, read.__name__.strip("_").replace("_", "-")

    def _led_by(self, scene: Scene, first: int, last: int) -> Mention | None:
        """ "the Victory Alliance, headed by Karim al-Jabri": of two parties joined by "and" it is not said which."""
        j = last
        while j < last + _NEAR + 2 and (lower_at(scene, j) in self._links or mention_of(scene, j, "party")):
            j += 1
        n = scene.phrase_at(j, self._passive) if j < len(scene.words) else 0
        if not n or (lower_at(scene, first - 1) in ("and", "or") and j > last):
            return None
        return self._person_after(scene, j + n)

    def _owned(self, scene: Scene, first: int, last: int) -> Mention | None:
        """ "Klaus's own Civic Democratic Party", "Zeman, whose Social Democrats": but not "Klaus's rival ODA"."""
        k = self._back(scene, first, self._not_own)
        if is_genitive(scene, k) and not is_genitive(scene, last):
            return mention_of(scene, k - 1, "person")
        if lower_at(scene, k) == "whose":
            return self._person_before(scene, k)
        return None

    def _titled(self, scene: Scene, first: int, last: int) -> Mention | None:
        """ "Social Democrat leader Milos Zeman", "Milos Zeman, Social Democrat leader, said"."""
        j = last + 1 if lower_at(scene, last) in self._groups else last
        n = scene.phrase_at(j, self._nouns) if j < len(scene.words) else 0
        if not n or self._unfit(scene, first - 3, first) or is_genitive(scene, last):
            return None
        person = mention_of(scene, j + n, "person")
        if person is not None:
            return person
        k = first - 1
        while lower_at(scene, k) in self._determiners:
            k -= 1
        closed = j + n >= len(scene.words) or scene.words[j + n].text in (",", ".", ";", '"', "\u201d")
        return mention_of(scene, k - 1, "person") if closed and lower_at(scene, k) == "," else None

    def _posted(self, scene: Scene, first: int, last: int) -> Mention | None:
        """ "Anna Berg, leader of the Greens", "the leader of the Liberal Party, Peter Lind"."""
        k = self._back(scene, first, frozenset(), over=self._determiners)
        n = scene.phrase_before(k, self._nouns) if lower_at(scene, k) == "of" else 0
        if not n or self._unfit(scene, k - n - 3, k - n) or self._goes_on(scene, last):
            return None
        i, steps = k - n - 1, 0
        while i >= 0 and steps < _POST and lower_at(scene, i) not in (",", "is") and not mention_of(scene, i, "person"):
            if scene.words[i].kind == "sign" and scene.words[i].text != "-":
                break
            i, steps = i - 1, steps + 1
        before = mention_of(scene, i - 1, "person") if lower_at(scene, i) in (",", "is") else None
        if before is not None and not is_genitive(scene, span_of(scene, before)[1]):
            return before
        j = self._past_bracket(scene, last)
        comma = lower_at(scene, j) == ","
        after = self._person_after(scene, j + comma)
        if after is None or is_genitive(scene, span_of(scene, after)[1]):
            return None
        return after if not comma or self._closed(scene, after) else None

    def _relative(self, scene: Scene, first: int, last: int) -> Mention | None:
        """ "Anna Berg, who leads the Greens": the bare verb is left alone, for one leads rivals too."""
        k = self._back(scene, first, self._not_own - self._determiners, over=self._determiners)
        if lower_at(scene, k) not in self._active or is_genitive(scene, last):
            return None
        return self._person_before(scene, k - 1) if lower_at(scene, k - 1) == "who" else None

    def _named_group(self, scene: Scene, first: int, last: int) -> Mention | None:
        """ "Berg's party, the Liberal Alliance"."""
        k = first - 1
        while lower_at(scene, k) in self._determiners:
            k -= 1
        if lower_at(scene, k) != "," or lower_at(scene, k - 1) not in self._groups:
            return None
        g = self._back(scene, k - 1, self._not_own)
        return mention_of(scene, g - 1, "person") if is_genitive(scene, g) else None

    def _of(self, scene: Scene, first: int, last: int) -> Mention | None:
        """ "the Civic Democratic Party of Prime Minister Vaclav Klaus"."""
        j = self._past_bracket(scene, last)
        if lower_at(scene, j) != "of" or lower_at(scene, j + 1) in ("former", "the", "late"):
            return None
        person = self._person_after(scene, j + 1)
        return None if person is None or is_genitive(scene, span_of(scene, person)[1]) else person

    def _back(self, scene: Scene, first: int, stop: frozenset[str], over: frozenset[str] = frozenset()) -> int:
        """Step left from word `first` over the words that describe a party; return where they end."""
        k = first - 1
        while k >= 0 and first - k <= _NEAR:
            word = scene.words[k]
            if word.kind == "genitive" or word.lower in stop or word.lower in ("of", "whose", *self._active):
                break
            plain = word.kind == "word" and (word.text.islower() or mention_of(scene, k, "place") is not None)
            if not plain and word.lower not in over and word.text != "-":
                break
            if plain and scene.tags[k] in ("IN", "VBD", "VBZ", "VBP", "MD", "CC", "WP", "PRP"):
                break
            k -= 1
        return k

    def _person_before(self, scene: Scene, k: int) -> Mention | None:
        """The person right before a relative word at k, over a comma."""
        k -= 1
        return mention_of(scene, k - 1 if lower_at(scene, k) == "," else k, "person")

    def _person_after(self, scene: Scene, j: int) -> Mention | None:
        """The person at the end of the titles that begin at word j: "the populist Shiite cleric Moqtada al-Sadr"."""
        best, end = None, j + _TITLED
        while j < min(end, len(scene.words)):
            person = mention_of(scene, j, "person")
            if person is not None:
                best, j = person, span_of(scene, person)[1]
                end = min(end, j + 4)
                continue
            word = scene.words[j]
            if best is not None and (word.lower in ("and", "or", "the") or word.text[:1].isupper()):
                break
            if word.text in (",", ";", ".", ":", "(", ")") or scene.tags[j] in _STOP_TAGS or word.lower in self._stop:
                break
            j += 1
        return best

    def _unfit(self, scene: Scene, first: int, last: int) -> bool:
        return any(lower_at(scene, i) in self._not_leader for i in range(max(first, 0), last))

    def _past_bracket(self, scene: Scene, j: int) -> int:
        """Step over "(ODS)"."""
        if lower_at(scene, j) == "(":
            for k in range(j + 1, min(j + 5, len(scene.words))):
                if scene.words[k].text == ")":
                    return k + 1
        return j

    def _goes_on(self, scene: Scene, last: int) -> bool:
        """ "head of the Social Democrat caucus": the party only tells whose caucus."""
        if last >= len(scene.words) or mention_of(scene, last, "person"):
            return False
        word = scene.words[last]
        if word.kind == "genitive" or word.lower in self._not_leader:
            return True
        if word.kind == "word" and word.text[0].isupper():
            return True  # "head of the Independent Commission": the party's name is part of a longer one
        return word.lower not in self._groups and scene.tags[last].startswith("NN")

    def _closed(self, scene: Scene, person: Mention) -> bool:
        """The inserted name ends: "the leader of the Liberal Party, Peter Lind, said"."""
        j = span_of(scene, person)[1]
        return j >= len(scene.words) or scene.words[j].text in (",", ".", ";") or scene.tags[j] in ("VBD", "VBZ")
