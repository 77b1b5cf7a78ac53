"""Contestants as they stand in print: mentions, sides of a referendum, unknown names in capitals, plurals."""

from __future__ import annotations

from pipeline.annotating.words import DASHES
from pipeline.configuring.annotating import Annotating
from pipeline.configuring.terms import Terms
from pipeline.extracting.grammar import (
    CLOSE_QUOTES,
    COORDINATORS,
    DETERMINERS,
    ENDS,
    FINITE,
    HYPHENS,
    OPEN_QUOTES,
    OPENERS,
    STARTERS,
    TURNS,
)
from pipeline.extracting.naming.subject import Subject
from pipeline.extracting.scene import Scene
from pipeline.types import Mention, SubjectKind

_QUALITIES = ("JJ", "RB", "NN")  # a word that "no" denies: no side of a ballot
_OPENING_TAGS = frozenset(("IN", "DT", "CC", "WRB", "RB"))  # "In", "The", "And", "When", "Even" in capitals


class Contestants:
    """Tells which words of a scene name someone who may stand in an election."""

    def __init__(self, terms: Terms, lists: Annotating) -> None:
        self.party_heads, self.person_heads = terms.reference.party_heads, terms.reference.person_heads
        self.heads = self.party_heads | self.person_heads
        self._sides, self._side_nouns = terms.reference.sides, terms.reference.side_nouns
        self._never, self._get = terms.reference.never, terms.verbs.get
        self._openers = OPENERS | terms.naming.descriptions.openers
        self._houses = terms.chambers.nouns
        self._bodies, self.titles = lists.never_contestants, lists.titles

    def at(self, scene: Scene, i: int) -> Mention | None:
        """The party, person or unlabelled body mention that covers word i, if it may stand in an election."""
        m = scene.mention(i)
        if m is None or m.text.casefold() in self._bodies:
            return None
        if m.kind == "body" and m.text.casefold() in self._houses:
            return None  # "deputies in the new Chamber, up from 17"
        unlabelled = m.kind == "body" and m.basis == "recogniser ORG" and not self._dateline(scene, m)
        if unlabelled and (self._office(scene, i) or self._joined(scene, i) or self._inside(scene, i)):
            return None
        return m if unlabelled or m.kind in ("party", "person") else None

    def _inside(self, scene: Scene, i: int) -> bool:
        """ "topped the poll in Mayo with 17,472 votes": what the recogniser takes for a body is where it was."""
        return scene.lower(self.first_word(scene, i) - 1) == "in"

    def _joined(self, scene: Scene, i: int) -> bool:
        """ "Yale-educated businessman Henrique Salas": a body that only colours the word behind its hyphen."""
        j = self.last_word(scene, i) + 1
        return scene.lower(j) == "-" and j + 1 < len(scene.words) and scene.tags[j + 1] in ("VBN", "VBD")

    def _office(self, scene: Scene, i: int) -> bool:
        """ "former Interior Secretary Carlos Rojas": the field of an office, which stands behind it in capitals."""
        j = self.last_word(scene, i) + 1
        return scene.lower(j) in self.titles and scene.words[j].text[:1].isupper() and scene.mention(j + 1) is not None

    def _dateline(self, scene: Scene, m: Mention) -> bool:
        """ "ACCRA, Jan. 3 -", "NAIROBI (MNA) -": a town or agency in capitals at the head of a sentence is no one."""
        text, near = scene.doc.article.text, m.char_start - scene.sentence.char_start
        if m.text.isupper() and near < 40 and text[m.char_start - 1 : m.char_start] == "(":
            return text[m.char_end : m.char_end + 3].replace(" ", "")[:2] in (")-", ")\u2014", ")\u2013")
        if not m.text.isupper() or near:
            return False
        after = scene.doc.article.text[m.char_end : m.char_end + 2].strip()
        return after[:1] in (",", "(", "-", "\u2014", "\u2013")

    def owns(self, scene: Scene, m: Mention) -> bool:
        """True for a possessor: a genitive stands right behind the mention."""
        return any(w.kind == "genitive" and w.start == m.char_end for w in scene.words)

    def first_word(self, scene: Scene, i: int) -> int:
        """The first word of the mention that covers word i."""
        while i > 0 and scene.mention_at[i] >= 0 and scene.mention_at[i - 1] == scene.mention_at[i]:
            i -= 1
        return i

    def last_word(self, scene: Scene, i: int) -> int:
        """The last word of the mention that covers word i."""
        while i + 1 < len(scene.words) and scene.mention_at[i] >= 0 and scene.mention_at[i + 1] == scene.mention_at[i]:
            i += 1
        return i

    def phrase_start(self, scene: Scene, i: int) -> int:
        """Where the noun phrase of the name or noun at word i begins, over its modifiers and determiners."""
        i = self.first_word(scene, i)
        if i > 1 and scene.tags[i - 1] == "NN" and scene.words[i - 2].lower in DETERMINERS:
            i -= 2  # "Jose Brown of the ruling PRI was third": a participle taken for a noun
        while i > 0 and (scene.is_modifier(i - 1) or scene.words[i - 1].lower in DETERMINERS):
            i -= 1
        return i

    def phrase(self, scene: Scene, i: int) -> int:
        """Where the phrase of the common noun at word i begins."""
        first = i
        while first > 0 and (scene.is_modifier(first - 1) or scene.words[first - 1].lower in self._openers):
            if scene.tags[first - 1] in ("VBN", "VBG") and scene.deps[first - 1] in ("ROOT", "conj", "advcl"):
                break
            if scene.deps[first - 1] == "pobj" and scene.mention_at[first - 1] < 0:
                break  # "In the capital Mr Brown's list was first"
            first -= 1
            if scene.words[first].lower in OPENERS:
                break
        counted = first > 0 and scene.words[first].text in HYPHENS and scene.words[first - 1].kind == "number"
        return first - counted  # "her 14-party coalition"

    # -- as subjects ------------------------------------------------------------------------------------

    def of_mention(self, scene: Scene, m: Mention, rule: str) -> Subject:
        """A mention as subject."""
        anchor = next(i for i, w in enumerate(scene.words) if m.char_start <= w.start)
        kind: SubjectKind = "person" if m.kind == "person" else "party"
        return Subject(m.text, m.char_start, m.char_end, kind, rule + ("+org" if m.kind == "body" else ""), anchor)

    def named(self, scene: Scene, i: int, rule: str) -> Subject | None:
        """The contestant at word i as subject; None where there is none."""
        m = self.at(scene, i)
        return None if m is None else self.of_mention(scene, m, rule)

    def side(self, scene: Scene, i: int, rule: str) -> Subject | None:
        """A side of a referendum at word i: "the Yes", "the \"no\"", "the yes camp", "51 percent for no"."""
        j = i - 1 if 0 < i < len(scene.words) and scene.words[i].text in CLOSE_QUOTES else i
        if scene.lower(j) not in self._sides:
            return None
        word = scene.words[j]
        quoted = j > 0 and scene.words[j - 1].text in OPEN_QUOTES
        camp = scene.lower(j + 1) in self._side_nouns
        closed = j + 1 >= len(scene.words) or scene.words[j + 1].kind == "sign" or scene.lower(j + 1) in ENDS
        if not (camp or quoted or closed) and scene.tags[j] in ("DT", "RB") and scene.tags[j + 1][:2] in _QUALITIES:
            return None  # "No fewer than 16 candidates ran"
        plain = (closed and scene.lower(j - 1) == "for") or self._plain(scene, j)
        if not (word.text[0].isupper() or quoted or camp or plain):
            return None
        end = scene.words[j + camp].end
        return Subject(scene.doc.article.text[word.start : end], word.start, end, "party", rule, j)

    def _plain(self, scene: Scene, j: int) -> bool:
        """ "In the city, remain took 60 percent", "Leave had 17 million votes, remain 16 million": in small letters."""
        opens = j == 0 or scene.words[j - 1].kind == "sign" or scene.lower(j - 1) in COORDINATORS | TURNS
        if not opens or j + 1 >= len(scene.words):
            return False
        others = (w for k, w in enumerate(scene.words) if k != j and w.lower in self._sides)
        answered = scene.words[j + 1].kind == "number" and any(w.text[0].isupper() for w in others)
        return answered or (scene.lower(j + 1) in self._get and scene.tags[j + 1] in FINITE)

    def capitals(self, scene: Scene, i: int, rule: str) -> Subject | None:
        """An unknown name right before a figure in a list ("DL eight", "the Pan Africanist Congress five")."""
        m = scene.mention(i)
        if m is not None and m.kind == "body" and m.text.casefold() not in self._bodies:
            return self.of_mention(scene, m, rule)
        behind = scene.words[i + 1] if i + 1 < len(scene.words) else None
        if behind is not None and scene.words[i].end == behind.start and not self._listed(scene, i):
            return None  # "GE15", "TEHRAN, May 24"
        if scene.shouted:
            return None  # "THE REDS TAKE A TOTAL OF 88": capitals tell no name
        j = i
        while j >= 0 and i - j < 5 and scene.nameless(j) and scene.words[j].kind == "word":
            if not scene.words[j].text[0].isupper():
                break
            j -= 1
        while j < i and scene.tags[j + 1] in _OPENING_TAGS:
            j += 1  # "In Baabda the list won": what opens the sentence is no part of a name
        placed = scene.mention(i) is not None and scene.tags[j] == "IN" and scene.words[j].text[:1].isupper()
        if j == i or placed or scene.words[j + 1].lower in self._never:
            return None
        return self.printed(scene, j + 1, i + 1, rule + "+capitals")

    def unknown(self, scene: Scene, i: int, rule: str) -> Subject | None:
        """ "while Junts rose from 32 to 35": a doer in capitals that is no mention is nobody that was named before."""
        if scene.words[i].text.isupper() and i + 1 < len(scene.words) and scene.words[i + 1].text in DASHES:
            return None  # "PARIS - In France the Socialists led"
        if scene.tags[i] not in ("NNP", "NNPS") or not scene.nameless(i) or not scene.words[i].text[0].isupper():
            return None
        return None if scene.words[i].lower in self._never else self.capitals(scene, i, rule)

    def _listed(self, scene: Scene, i: int) -> bool:
        """True where a comma that begins no date stands behind word i."""
        dated = scene.words[i + 2 : i + 3] and scene.words[i + 2].text[0].isupper()
        return scene.words[i + 1].text == "," and not dated

    def plural(self, scene: Scene, i: int, rule: str) -> Subject | None:
        """ "the fundamentalists won 188": a plural that does the winning stands for who won, as printed."""
        if scene.words[i].lower in self._never or (scene.words[i].text.isupper() and self.first_word(scene, i) == 0):
            return None  # "DAKAR (CT) - Ten days after leaving prison"
        first = self.phrase(scene, i)
        if scene.words[first].lower in STARTERS and first < i:
            first += 1
        start, end = scene.words[first].start, scene.words[i].end
        return Subject(scene.doc.article.text[start:end], start, end, "party", rule + "+plural", i)

    def printed(self, scene: Scene, first: int, last: int, rule: str) -> Subject:
        """words[first:last] as the name of a party."""
        start, end = scene.words[first].start, scene.words[last - 1].end
        return Subject(scene.doc.article.text[start:end], start, end, "party", rule, first)
