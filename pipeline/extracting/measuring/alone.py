"""Whether a figure without a noun stands alone: nothing behind it to count, and a verb, name or list before it."""

from __future__ import annotations

from pipeline.annotating.words import DASHES
from pipeline.configuring.terms import Terms
from pipeline.extracting.figures import Figure
from pipeline.extracting.grammar import (
    BEING,
    CLOSE_QUOTES,
    COORDINATORS,
    DETERMINERS,
    FINITE,
    HAVING,
    HERS,
    PRONOUNS,
    RECEIVING,
    SUBJECTS,
    TURNS,
)
from pipeline.extracting.scene import Scene, is_plural_owner

_GLUED = ("-", "\u2011", "/", ":", "'", "\u2019", "+")
_OPEN_TAGS = frozenset(("IN", "CC", "TO", "WDT", "VBG", "WP", "VBD", "VBZ", "RB", "VBN"))
_OPENING = 2  # words that may open a sentence before "at 74"
_NAMED = 3  # words of a name that opens a sentence
_NOUN = 2  # words that the noun of the figure before may take: "36 parliamentary seats, four ahead"
_FILL_TAGS = frozenset(("JJ", "RB", "JJR"))


class Surroundings:
    """Looks at the words beside a bare figure."""

    def __init__(self, terms: Terms) -> None:
        self._w = terms.counting.bare
        self._get, self._lose = terms.verbs.get | terms.counting.areas.won, terms.verbs.lose
        self._give, self._leaving = terms.verbs.give, terms.naming.frames.leaving
        self._fell, self._go, self._harmed = self._w.fell, terms.verbs.go, terms.counting.counts.harmed
        self._places = terms.nouns.seat | terms.nouns.member | terms.nouns.vote
        self._sides = terms.reference.sides
        self._party_heads, self._rivals = terms.reference.party_heads, terms.naming.descriptions.opposing
        self._offices = terms.reference.person_heads
        self._persons = terms.reference.person_pronouns
        self._never = terms.reference.never | terms.chambers.nouns | self._w.no_names

    def alone(self, scene: Scene, f: Figure) -> bool:
        """Nothing behind the number that it could count instead, nor before it ("a mother of three")."""
        if f.last >= len(scene.words) or scene.phrase_at(f.last, self._w.then) or scene.phrase_at(f.last, self._fell):
            return True  # "who had taken 67 the last time out"
        word = scene.words[f.last]
        hurt = scene.lower(f.last) in self._harmed  # "and more than 100 wounded when a bomb went off"
        if hurt or scene.find(self._w.odds, f.last, f.last + 3) >= 0 or scene.phrase_before(f.start, self._w.families):
            return False  # "the bundles ran two and three to one for Labour", "said Ann Lee, a mother of three"
        if word.kind == "sign":
            return not (word.start == scene.words[f.last - 1].end and word.text in _GLUED)
        if word.lower == "of" and (self._of_those(scene, f.last + 1) or self._of_someone(scene, f)):
            return True  # "won 319 seats, with 38 of them going to the Communists"
        if word.lower == "of":
            return self._of_whole(scene, f)
        if word.lower in self._w.compared or self._apart(scene, f) or self._described(scene, f.last):
            return False
        if word.lower in self._w.behind or self._gone(scene, f.last):
            return True
        return scene.tags[f.last] in _OPEN_TAGS and not word.text[:1].isupper()

    def _gone(self, scene: Scene, i: int) -> bool:
        """ "Of the 425 seats, 325 will go to Golkar", "325 have gone to": behind an auxiliary."""
        return (scene.tags[i] == "MD" or scene.lower(i) in HAVING) and scene.phrase_at(i + 1, self._go) > 0

    def _described(self, scene: Scene, i: int) -> bool:
        """ "challenged her to two televised debates"."""
        return scene.tags[i] == "VBN" and scene.tags[i + 1 : i + 2] in (["NNS"], ["NN"])

    def _apart(self, scene: Scene, f: Figure) -> bool:
        """ "stood at 36 seats, four ahead of the Greens", "had 70, two above the line": how far it is from another."""
        prior = scene.figure_before(f.start)
        near = prior is not None and scene.lower(f.start - 1) == "," and f.start - 1 - prior.last <= _NOUN
        m = scene.mention(f.last + 1) if scene.lower(f.start - 1) in TURNS else None  # "20 seats, but 13 behind Green"
        told = near or (prior is not None and m is not None and m.kind in ("person", "party"))
        told = told or scene.lower(f.start - 1) in RECEIVING  # "That leaves them four behind Labour"
        return told and scene.lower(f.last) in self._w.distant

    def _of_whole(self, scene: Scene, f: Figure) -> bool:
        """ "24 of the 36": not "24 of the 36 governorships", nor "the Greens, nine of whose ten aides"."""
        whole = next((g for g in scene.figures if g.first in range(f.last + 1, f.last + 6)), None)
        if whole is None or scene.lower(f.last + 1) == "whose":
            return False
        return self.alone(scene, whole) or scene.phrase_at(whole.last, self._places) > 0

    def _of_those(self, scene: Scene, i: int) -> bool:
        """ "38 of them going to", "took ten of these but", not "ten of these places"."""
        return scene.lower(i) == "them" or (scene.lower(i) in ("these", "those") and not scene.is_modifier(i + 1))

    def _of_someone(self, scene: Scene, f: Figure) -> bool:
        """ "more than double the 14.7 million of Leni Robredo", "behind Labour's 70 and the 40 of the Greens"."""
        m = scene.mention(scene.skip(f.last + 1, DETERMINERS))
        return scene.lower(f.start - 1) == "the" and m is not None and m.kind in ("person", "party")

    def tied(self, scene: Scene, f: Figure) -> bool:
        """Right behind a verb of getting, "with", a name, or a comma and "and" of a list."""
        i = f.start
        if i <= 0:
            return scene.lower(f.last) in self._w.went
        given = scene.is_given(i, self._give) or self._left_for(scene, f)  # "giving them 135"
        given = given or (scene.lower(f.last) == "of" and self._of_someone(scene, f))
        of_which = (
            scene.lowers(i - 2, i) == ["of", "which"] and scene.lower(f.last) == "for"
        )  # ", of which 241 for the"
        given = given or of_which
        given = given or self._goes_on_left(scene, f)
        if given or self._held(scene, f) or scene.phrase_at(f.last, self._fell):
            return True  # "whereas 17 fell to the Greens"
        if scene.tags[i - 1] == "PRP$" and scene.lower(i - 2) == "to":
            # "48.6 percent to her 45.8"; of "took 45 seats to its 17" it is not told whose they are
            return scene.lower(i - 1) in HERS
        j = i - 1
        while j > 0 and i - j < 4 and (scene.tags[j] in _FILL_TAGS or scene.words[j].lower in self._w.tie_fill):
            j -= 1
        before = scene.words[j]
        if self._goes_to_name(scene, f) or self.unknown(scene, f):
            return True
        if self._sided(scene, j) or self.was_about(scene, f):
            return True
        if scene.phrase_before(j + 1, self._get, 4) or scene.phrase_before(j + 1, self._lose, 2):
            return True
        if (
            before.lower in self._w.ties
            or before.text in DASHES
            or before.kind == "genitive"
            or is_plural_owner(scene, j)
        ):
            return True
        office = before.lower in self._offices and scene.lower(j - 1) == "the" and scene.figure_before(j) is not None
        office = office and scene.lower(j - 2) in COORDINATORS  # "had 2,488,631 votes and the governor 2,364,904"
        acronym = before.kind == "word" and before.text.isupper() and len(before.text) > 1
        rival = scene.tags[j - 1] == "PRP$" and before.lower in self._rivals  # "19,566 votes and his rival 2,035"
        beside = j == i - 1 and (acronym or before.lower in self._party_heads or rival)
        return beside or office or scene.mention_at[j] >= 0

    def was_about(self, scene: Scene, f: Figure) -> bool:
        """ "Brown had 14 percent, Lee also was around eight and Ray, a judge, was below four": of a person's share."""
        i = scene.skip(f.start - 1, self._w.tie_fill, -1)
        hedged = f.hedge is not None and f.hedge.shape in ("below", "above", "around")
        doers = (j for j in range(i) if scene.heads[j] == i and scene.deps[j] in SUBJECTS)
        m = next((scene.mention(j) for j in doers), None)
        return hedged and scene.lower(i) in BEING and m is not None and m.kind == "person"

    def _sided(self, scene: Scene, j: int) -> bool:
        """ "the \"no\" had 53.3 percent and the \"yes\" 44.3", "Leave had 17 million votes, remain 16 million"."""
        if scene.words[j].text in CLOSE_QUOTES:
            return scene.lower(j - 1) in self._sides
        others = (w for k, w in enumerate(scene.words) if k != j and w.lower in self._sides)
        return scene.lower(j) in self._sides and any(w.text[0].isupper() for w in others)

    def _goes_on_left(self, scene: Scene, f: Figure) -> bool:
        """ "The 43 left to the Greens are a third": what others did not take."""
        if scene.lower(f.start - 1) != "the" or scene.lower(f.last) != "left":
            return False
        whom = f.last + 2 + (scene.lower(f.last + 2) == "the")
        m = scene.mention(whom)
        return scene.lower(f.last + 1) in ("to", "for") and m is not None and m.kind in ("party", "person")

    def _left_for(self, scene: Scene, f: Figure) -> bool:
        """ "won 51 of the 60 seats, leaving nine for Labour": not "leaving nine for a later vote"."""
        at = scene.skip(f.start - 1, self._w.tie_fill, -1)
        if scene.lower(at) not in self._leaving or scene.lower(f.last) not in ("for", "to"):
            return False
        near = (scene.mention(j) for j in range(f.last + 1, f.last + 4))
        known = any(m is not None and m.kind in ("party", "person") for m in near)
        return known or any(w in self._party_heads for w in scene.lowers(f.last + 1, f.last + 4))

    def got(self, scene: Scene, f: Figure) -> bool:
        """Right behind a verb of getting behind its relative word: "who managed 38"."""
        n = scene.phrase_before(f.start, self._get, 4)
        return n > 0 and scene.tags[f.start - n - 1] in ("WP", "WDT")

    def unknown(self, scene: Scene, f: Figure) -> bool:
        """ "Fidesz took 133 seats and Jobbik 26, Our Land six": a name in a list that no gazetteer knows."""
        return self.unknown_at(scene, f.start - 1)

    def unknown_at(self, scene: Scene, last: int) -> bool:
        """True where a name of a list that is no mention ends with word `last`."""
        if scene.led_party(last) >= 0:
            return True  # "the Movement for Change of Philippe de Brun 5"
        i = last
        while i > 0 and last - i < 4 and self._capital(scene, i):
            i -= 1
        if i == last or scene.words[i + 1].lower in self._never or scene.lower(last) in self._never:
            return False
        i -= scene.lower(i) == "the"
        return i > 0 and scene.words[i].lower in self._w.list_openers

    def _capital(self, scene: Scene, i: int) -> bool:
        word = scene.words[i]
        return word.kind == "word" and word.text[0].isupper() and scene.nameless(i)

    def _held(self, scene: Scene, f: Figure) -> bool:
        """ "three times the 115 they held before": what someone had."""
        i = scene.skip(f.last + 1, self._w.held_fill)
        return scene.lower(f.start - 1) == "the" and scene.lower(f.last) in PRONOUNS and scene.lower(i) in self._w.had

    def _goes_to_name(self, scene: Scene, f: Figure) -> bool:
        """ "37 seats to Likud; 32 to Blue & White; 14 to the Joint List": listed, with whom it goes to behind."""
        behind = f.last + (2 if scene.lower(f.last + 1) in DETERMINERS else 1)
        listed = scene.lower(f.start - 1) in (";", ",", "and")
        return (
            listed
            and scene.lower(f.last) == "to"
            and behind < len(scene.words)
            and scene.words[behind].text[:1].isupper()
        )

    def strongly(self, scene: Scene, f: Figure) -> bool:
        """ "one" and "a dozen" count only right behind a winner's verb or a name."""
        i = f.start
        if i <= 0:
            return False
        listed = i > 1 and scene.words[i - 1].text in DASHES and scene.mention_at[i - 2] >= 0  # "Rodina - one"
        listed = listed or (i > 2 and scene.words[i - 1].text == "(" and scene.mention_at[i - 2] >= 0)
        row = scene.lower(i - 1) == "," and self._closed_row(scene, f)  # "Warisan, three; and Bangsa (PBM), one"
        row = row or (scene.lower(f.last) == "for" and scene.lower(i - 1) in ("and", ",") and self._for_row(scene, f))
        known = scene.mention_at[i - 1] >= 0 or self.unknown(scene, f)
        named = known or scene.words[i - 1].lower in self._w.strongly or listed or row
        return named or scene.phrase_before(i, self._get | self._lose, 2) > 0

    def _closed_row(self, scene: Scene, f: Figure) -> bool:
        """Behind a name and a comma, as another figure of the sentence is."""
        return self._set_off(scene, f) and any(self._set_off(scene, g) for g in scene.figures if g.first < f.first)

    def _set_off(self, scene: Scene, f: Figure) -> bool:
        name = f.start - (3 if scene.lower(f.start - 2) == ")" else 2)
        closed = f.last >= len(scene.words) or scene.words[f.last].text in (";", ".")
        return scene.lower(f.start - 1) == "," and scene.mention_at[name] >= 0 and closed

    def _for_row(self, scene: Scene, f: Figure) -> bool:
        """ "three seats for the Left, two apiece for A and B and one for C"."""
        name = f.last + 1 + (scene.lower(f.last + 1) in DETERMINERS)
        if name >= len(scene.words) or not scene.words[name].text[0].isupper():
            return False
        return any(g.last < f.start and "for" in scene.lowers(g.last, g.last + 3) for g in scene.figures)

    def age(self, scene: Scene, f: Figure) -> bool:
        """ "Nelson Mandela, 75, said", "At 74, he is": a number set off by commas behind a person or before one."""
        opens = scene.lower(f.start - 1) == "at" and f.start <= _OPENING and scene.lower(f.last) == ","
        if opens and 18 <= f.value <= 105 and not f.number.step and scene.lower(f.last + 1) in self._persons:
            return True
        if not 18 <= f.value <= 105 or f.number.step or f.start < 2 or scene.words[f.start - 1].text != ",":
            return False
        m = scene.mention(f.start - 2)
        closed = f.last >= len(scene.words) or scene.words[f.last].text in (",", ".", ")", "-", "\u2014")
        return closed and ((m is not None and m.kind != "party") or self._opens_with_age(scene, f))

    def _opens_with_age(self, scene: Scene, f: Figure) -> bool:
        """ "Lee, 58, took 171 votes", "Lee, 44, who stands trial": a name that no list knows opens it."""
        name = scene.words[: f.start - 1]
        if len(name) > _NAMED or not all(w.text[:1].isupper() for w in name) or f.last + 1 >= len(scene.words):
            return False
        goes_on = scene.tags[f.last + 1] in FINITE or scene.lower(f.last + 1) in ("who", "whose")
        return scene.words[f.last].text == "," and goes_on
