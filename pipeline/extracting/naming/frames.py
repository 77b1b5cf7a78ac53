"""The frames by which news ties a figure to its subject, most trusted first. Each method is one rule."""

from __future__ import annotations

from collections.abc import Callable

from pipeline.configuring.annotating import Annotating
from pipeline.configuring.terms import Terms
from pipeline.extracting.figures import Figure
from pipeline.extracting.naming.subject import Discourse, Referents, Subject
from pipeline.extracting.readings import Reading
from pipeline.extracting.scene import Scene
from pipeline.types import Mention

_FILL = (
    "a",
    "an",
    "the",
    "just",
    "only",
    "some",
    "commanding",
    "respectable",
    "paltry",
    "mere",
    "record",
    "total",
    "of",
    "at",
    "least",
    "another",
    "further",
    "solid",
    "whopping",
)
_AUX = (
    "has",
    "have",
    "had",
    "is",
    "was",
    "were",
    "are",
    "been",
    "being",
    "will",
    "would",
    "to",
    "also",
    "only",
    "just",
    "now",
    "already",
    "currently",
    "then",
    "alone",
    "still",
    "even",
    "each",
    "together",
    "both",
    "did",
    "does",
    "reportedly",
    "apparently",
    "narrowly",
    "easily",
    "again",
    "appears",
    "appeared",
    "seems",
    "likely",
    "set",
    "expected",
    "itself",
    "himself",
    "herself",
    "later",
    "previously",
    "could",
    "may",
    "might",
    "looks",
    "went",
    "on",
    "a",
    "strong",
    "outright",
    "once",
    "subsequently",
)

Rule = Callable[[Scene, Reading, Discourse], Subject | None]


class Frames:
    """Finds the subject of a reading; `rules` is the order of trust."""

    def __init__(self, terms: Terms, lists: Annotating) -> None:
        self.refs = Referents(terms, lists)
        self._get, self._lose = frozenset(terms.verbs.get), frozenset(terms.verbs.lose)
        self._go, self._field = frozenset(terms.verbs.go), frozenset(terms.verbs.field)
        self._give = frozenset(terms.verbs.give)
        self._lead, self._second = frozenset(terms.verbs.lead), frozenset(terms.verbs.second)
        self._never = frozenset(terms.reference.never)
        self._backing = frozenset(terms.shares.backing)
        self._backing_heads = frozenset(p.split()[0] for p in terms.shares.backing)
        self._move = frozenset(terms.verbs.move)
        self._finish, self._beat = frozenset(terms.verbs.finish), frozenset(terms.verbs.beat)
        self._all = self._get | self._lose | self._lead | self._field | self._move
        self.rules: tuple[Rule, ...] = (
            self.respectively,
            self.versus,
            self.same_as_before,
            self.possessive,
            self.goes_to,
            self.for_whom,
            self.in_brackets,
            self.name_before,
            self.with_figure,
            self.place_is,
            self.receiver,
            self.verb,
            self.performance_of,
            self.carried,
            self.nearest,
        )

    def find(self, scene: Scene, reading: Reading, discourse: Discourse) -> Subject | None:
        """Return the subject by the first rule that finds one; None when none does."""
        for rule in self.rules:
            subject = rule(scene, reading, discourse)
            if subject is not None:
                return subject
        return None

    # -- nominal frames ---------------------------------------------------------------------

    def versus(self, scene: Scene, reading: Reading, discourse: Discourse) -> Subject | None:
        """ "Pataki beat Cuomo 49 percent to 45": the first figure is the doer's, the second the beaten one's."""
        f = reading.figure
        k = next((k for k, g in enumerate(scene.figures) if g.first == f.first), -1)
        if (
            k < 0
            or reading.measure not in ("vote_share", "votes")
            or scene.words[reading.end : reading.end + 1]
            and scene.words[reading.end].lower == "for"
        ):
            return None
        ahead = scene.figures[k + 1] if k + 1 < len(scene.figures) else None
        back = scene.figures[k - 1] if k else None
        first = (
            f
            if ahead is not None and self._to(scene, f, ahead)
            else back
            if back is not None and self._to(scene, back, f)
            else None
        )
        if first is None:
            return None
        for i in range(first.start - 1, max(-1, first.start - 14), -1):
            if scene.words[i].lower in self._beat - self._get and scene.tags[i].startswith("VB"):
                if first is f:
                    return self._doer(scene, i, "versus", discourse)
                beaten = self._right(scene, i + 1, "versus", discourse)
                return beaten if beaten is not None and beaten.anchor < first.start else None
        return None

    def _to(self, scene: Scene, first: Figure, second: Figure) -> bool:
        """ "49 percent to 45", "54,000 votes to 46,000" but not "from 49 to 45"."""
        link = [w.lower for w in scene.words[first.last : second.start]]
        rising = first.start > 0 and scene.words[first.start - 1].lower in ("from", "rose", "fell")
        return bool(link) and link[-1] in ("to", "against", "-") and len(link) <= 4 and not rising

    def respectively(self, scene: Scene, reading: Reading, discourse: Discourse) -> Subject | None:
        """ "Labour and the Conservatives secured 88 and 79 seats respectively": names and figures in one order."""
        mark = scene.find(
            frozenset(("respectively",)), reading.figure.last, min(len(scene.words), reading.figure.last + 12)
        )
        if mark < 0:
            return None
        row = [reading.figure]
        for step in (-1, 1):
            at = scene.figures.index(reading.figure) if reading.figure in scene.figures else self._index(scene, reading)
            while 0 <= at + step < len(scene.figures):
                g, prior = scene.figures[at + step], scene.figures[at]
                first, last = (g.last, prior.start) if step < 0 else (prior.last, g.start)
                if (
                    last - first > 4
                    or not any(w.lower in ("and", ",") for w in scene.words[first:last])
                    or g.last > mark
                ):
                    break
                row.insert(0, g) if step < 0 else row.append(g)
                at += step
        named: list[int] = []
        for i in range(row[0].start):
            n = scene.mention_at[i]
            m = self.refs.contestant(scene, i)
            if m is not None and n not in named and not self._bracketed(scene, i):
                named.append(n)
        place = next((k for k, g in enumerate(row) if g.first == reading.figure.first), -1)
        if place < 0 or len(row) < 2 or len(named) < len(row):
            return None
        return self.refs.of_mention(scene, scene.mentions[named[-len(row) :][place]], "respectively")

    def _index(self, scene: Scene, reading: Reading) -> int:
        return next(
            k
            for k, g in enumerate(scene.figures)
            if g.first <= reading.figure.first < g.last or g.first == reading.figure.first
        )

    def _bracketed(self, scene: Scene, i: int) -> bool:
        """An acronym in brackets behind its name is no second name."""
        return i > 0 and scene.words[i - 1].text == "("

    def same_as_before(self, scene: Scene, reading: Reading, discourse: Discourse) -> Subject | None:
        """ "4,521,032 votes, or 50.23 per cent", "33.49 per cent (4.67 million)", "from 40 to 32": one subject, two figures."""
        i = reading.figure.start - 1
        if i < 0 or not discourse.subjects:
            return None
        tie = scene.words[i].lower
        prior = next((g for g in reversed(scene.figures) if g.last <= reading.figure.start), None)
        if prior is None or tie not in ("or", "representing", "(", "to", "equivalent"):
            return None
        gap = scene.words[prior.last : i]
        last = discourse.subjects[-1]
        inside = scene.sentence.char_start <= last.start or last.anchor < 0
        if tie == "to" and (gap or not (prior.start and scene.words[prior.start - 1].lower == "from")):
            return None
        if tie in ("(", "or", "representing", "equivalent") and (
            len(gap) > 4 or any(scene.mention_at[j] >= 0 for j in range(prior.last, i))
        ):
            return None
        return Subject(last.text, last.start, last.end, last.kind, "same-as-before", last.anchor) if inside else None

    def possessive(self, scene: Scene, reading: Reading, discourse: Discourse) -> Subject | None:
        """ "X's 47 seats", "the ODS's 29.6 percent", "to Castellani's 34 percent", "its nine seats"."""
        i = reading.figure.start - 1
        while i >= 0 and (scene.words[i].lower in _FILL or scene.tags[i] in ("JJ", "JJR", "JJS", "VBG")):
            i -= 1
        if i >= 1 and scene.words[i].kind == "genitive":
            return self.refs.at(scene, i - 1, "possessive", discourse)
        if i >= 0 and scene.words[i].text in ("'", "\u2019") and i >= 1 and scene.words[i - 1].lower.endswith("s"):
            return self.refs.at(scene, i - 1, "possessive", discourse)
        if i >= 0 and scene.tags[i] == "PRP$":
            return self._owner(scene, i, discourse)
        return None

    def _owner(self, scene: Scene, i: int, discourse: Discourse) -> Subject | None:
        """ "its nine seats", "lost 67 of its 92": the last contestant before the possessive."""
        person = scene.words[i].lower in ("his", "her")
        for j in range(i - 1, -1, -1):
            m = self.refs.contestant(scene, j)
            if m is not None and ((m.kind == "person") == person or not person):
                return self.refs.of_mention(scene, m, "possessive+pronoun")
            if scene.words[j].lower in self.refs.party_heads and not person:
                return self.refs.at(scene, j, "possessive", discourse)
        pool = discourse.persons if person else discourse.parties
        if not pool:
            return None
        m = pool[-1]
        return Subject(m.text, m.char_start, m.char_end, "person" if person else "party", "possessive+pronoun", -1)

    def goes_to(self, scene: Scene, reading: Reading, discourse: Discourse) -> Subject | None:
        """ "47 seats went to X", "two went to independents", "12 were won by X", "voted for X"."""
        i = reading.end
        steps = 0
        while i < len(scene.words) and steps < 9:
            if any(g.first == i for g in scene.figures):
                return None
            n = scene.phrase_at(i, self._go, 4) or (
                scene.phrase_at(i, self._backing, 4) if reading.measure in ("vote_share", "votes") else 0
            )
            if n:
                return self._right(scene, i + n, "goes-to", discourse) or self._backed(scene, reading, i)
            if (
                scene.words[i].text in (",", ".", ";")
                or scene.tags[i] in ("VBD", "VBZ")
                and not scene.words[i].lower in ("were", "was", "is", "are", "had", "have")
            ):
                if not scene.phrase_at(i + 1, self._go, 4):
                    return None
            if self.refs.contestant(scene, i) is not None:
                return None
            i, steps = i + 1, steps + 1
        return None

    def _backed(self, scene: Scene, reading: Reading, i: int) -> Subject | None:
        """ "78 percent supported changing the constitution", "21 percent voted against": what was backed, as printed."""
        if reading.measure not in ("vote_share", "votes") or scene.words[i].lower not in self._backing_heads:
            return None
        last = i + 1
        while (
            last < len(scene.words)
            and last - i < 9
            and scene.words[last].kind in ("word", "genitive")
            or (last < len(scene.words) and scene.words[last].text == "-" and last - i < 9)
        ):
            if (
                scene.words[last].lower in ("and", "while", "but", "that", "in", "as", "when", "with", "said")
                and last > i + 1
            ):
                break
            last += 1
        start, end = scene.words[i].start, scene.words[last - 1].end
        return Subject(scene.doc.article.text[start:end], start, end, "party", "backed", i)

    def _right(self, scene: Scene, i: int, rule: str, discourse: Discourse) -> Subject | None:
        """The first contestant of the noun phrase that begins at word i."""
        limit = min(len(scene.words), i + 12)
        for j in range(i, limit):
            m = self.refs.contestant(scene, j)
            if m is not None:
                if j + 1 < len(scene.words):
                    end = next(
                        (k for k in range(j, len(scene.words)) if scene.words[k].start >= m.char_end), len(scene.words)
                    )
                    if end < len(scene.words) and scene.words[end].kind == "genitive":
                        owned = self._right(scene, end + 1, rule, discourse)
                        return owned or self.refs.of_mention(scene, m, rule)
                return self.refs.of_mention(scene, m, rule)
            word = scene.words[j].lower
            noun_ends = j + 1 >= len(scene.words) or not (scene.is_modifier(j + 1) and scene.tags[j + 1] not in ("RB",))
            if (word in self.refs.party_heads or word in self.refs.person_heads) and (
                noun_ends or scene.tags[j] == "NNS"
            ):
                return self.refs.at(scene, j, rule, discourse)
            side = self.refs.at(scene, j, rule, discourse) if word in ("yes", "no", "leave", "remain") else None
            if side is not None:
                return side
            if not (
                scene.is_modifier(j)
                or word in ("the", "a", "an", "its", "his", "their", "former", "of", "second", "third", "by", "prime")
            ):
                return None
        return None

    def for_whom(self, scene: Scene, reading: Reading, discourse: Discourse) -> Subject | None:
        """ "20.47 percent for the Social Democrats", "against 9,012 for Smith", "3 million votes for X"."""
        if reading.measure not in ("vote_share", "votes", "seats") or reading.end >= len(scene.words):
            return None
        side = self.refs.side(scene, reading.end, "for-whom")
        if side is not None:
            return side
        if scene.words[reading.end].lower != "for":
            return None
        found = self._right(scene, reading.end + 1, "for-whom", discourse)
        general = (
            found is not None
            and found.rule.endswith("description")
            and found.text.split()[-1].lower()
            in ("lists", "parties", "candidates", "deputies", "list", "president", "mayor", "governor")
        )
        return None if general else found

    def in_brackets(self, scene: Scene, reading: Reading, discourse: Discourse) -> Subject | None:
        """ "X (47 seats)", "X (36.5 percent)", "X: 47", "X - 47"."""
        i = reading.figure.start - 1
        if i < 1 or not (scene.words[i].text in ("(", "[", ":", "\u2013", "\u2014", "-", "=")):
            return None
        j = i - 1
        if scene.words[j].text == ")":
            while j > 0 and scene.words[j].text != "(":
                j -= 1
            j -= 1
        return self.refs.at(scene, j, "in-brackets", discourse) if j >= 0 else None

    def name_before(self, scene: Scene, reading: Reading, discourse: Discourse) -> Subject | None:
        """ "Y 37 and Z 34", "Labour 203": a name right before the figure, the verb left out."""
        i = reading.figure.start - 1
        if i >= 1 and scene.words[i].text == ")":
            while i > 0 and scene.words[i].text != "(":
                i -= 1
            i -= 1
        if i >= 1 and scene.words[i].text == "," and self.refs.contestant(scene, i - 1) is None:
            apposed = self._apposed_name(scene, i)
            if apposed is not None:
                return apposed
        if i >= 1 and scene.words[i].text == "," and (reading.rule in ("bare-goes-on",) or self._set_off(scene, i)):
            i -= 1
        if i >= 1 and scene.words[i].lower == "from":
            return self._moved(scene, i, discourse)
        while (
            i > 0
            and (scene.tags[i] in ("JJ", "JJR", "VBG") or scene.words[i].lower in ("a", "an"))
            and scene.mention_at[i] < 0
            and reading.figure.start - i <= 3
        ):
            i -= 1
        if i < 0:
            return None
        m = self.refs.contestant(scene, i)
        if m is not None:
            commas = i < reading.figure.start - 1 and scene.words[reading.figure.start - 1].text == ","
            return (
                self._owner_of(scene, i, m, "name-before", discourse)
                if commas
                else self.refs.of_mention(scene, m, "name-before")
            )
        if i < reading.figure.start - 1 and scene.words[reading.figure.start - 1].text == ",":
            apposed = self._apposed_name(scene, reading.figure.start - 1)
            if apposed is not None:
                return apposed
        side = self.refs.side(scene, i, "name-before")
        if side is not None:
            return side
        if reading.figure.kind != "ordinal" and reading.rule.startswith(("bare", "list")):
            found = self.refs.capitals(scene, i, "name-before")
            if found is not None:
                return found
        if (
            scene.words[i].lower in self.refs.party_heads
            and scene.tags[i] in ("NNS", "NN", "NNPS", "NNP")
            and reading.figure.kind != "ordinal"
        ):
            return self.refs.at(scene, i, "name-before", discourse)
        return None

    def _apposed_name(self, scene: Scene, comma: int) -> Subject | None:
        """ "; Mwai Kibaki, a former vice-president, 1,050,617": the name before the insertion between the commas."""
        for j in range(comma - 1, max(0, comma - 14), -1):
            if scene.words[j].text in (";", "."):
                return None
            if scene.words[j].text == ",":
                m = self.refs.contestant(scene, j - 1)
                opens = scene.words[j + 1].lower in ("a", "an", "the", "who", "whose", "which") or scene.tags[
                    j + 1
                ] in ("VBN", "WP", "WDT")
                return self.refs.of_mention(scene, m, "name-before") if m is not None and opens else None
        return None

    def _set_off(self, scene: Scene, i: int) -> bool:
        """ "and her rival, Martin Kovacs, 47.7 per cent": a name between commas after another figure."""
        n = scene.mention_at[i - 1]
        if n < 0 or not any(g.last < i for g in scene.figures):
            return False
        j = i - 1
        while j > 0 and scene.mention_at[j - 1] == n:
            j -= 1
        return j > 0 and scene.words[j - 1].text == ","

    def _moved(self, scene: Scene, i: int, discourse: Discourse) -> Subject | None:
        """ "Likud and its two partners from 40 to 32", "GPS, up from 22, gained": the name left of "from", no verb between."""
        j = i - 1
        while (
            j >= 0
            and (
                scene.words[j].lower in ("up", "down", ",", "sharply", "slightly")
                or scene.tags[j] in ("NNS", "NN", "PRP$", "CD", "CC")
            )
            and scene.mention_at[j] < 0
            and i - j < 7
        ):
            j -= 1
        m = self.refs.contestant(scene, j) if j >= 0 else None
        return None if m is None else self.refs.of_mention(scene, m, "name-before")

    def with_figure(self, scene: Scene, reading: Reading, discourse: Discourse) -> Subject | None:
        """ "followed by Y with 37", "the Social Democrats, with 25", "X second on 20 percent", "X came first with 38"."""
        i = self._before_fill(scene, reading)
        if i < 1 or scene.words[i].lower not in ("with", "on", "at"):
            return None
        j = i - 1
        while j >= 0 and (
            scene.words[j].text in (",", ")")
            or scene.words[j].lower
            in (
                "second",
                "third",
                "first",
                "fourth",
                "behind",
                "close",
                "trailing",
                "far",
                "well",
                "next",
                "closely",
                "in",
                "front",
                "first",
                "ahead",
                "top",
                "narrowly",
                "clear",
                "comfortably",
                "outright",
            )
        ):
            if scene.words[j].text == ")":
                while j > 0 and scene.words[j].text != "(":
                    j -= 1
            j -= 1
        if j < 0:
            return None
        m = self.refs.contestant(scene, j)
        beat = self._beaten(scene, j) if m is not None else -1
        if beat >= 0:
            return self._doer(scene, beat, "with-figure", discourse)
        if m is not None:
            return self._owner_of(scene, j, m, "with-figure", discourse)
        side = self.refs.side(scene, j, "with-figure")
        if side is not None:
            return side
        if scene.words[j].text.isupper() and len(scene.words[j].text) > 1:
            unknown = self.refs.capitals(scene, j, "with-figure")
            if unknown is not None:
                return unknown
        titled = scene.words[j].lower in self.refs.person_heads and not self._determined(scene, j)
        if (
            scene.words[j].lower in self.refs.party_heads | self.refs.person_heads
            and scene.tags[j].startswith("NN")
            and not titled
        ):
            return self.refs.at(scene, j, "with-figure", discourse)
        head = scene.heads[i]
        if 0 <= head < i and scene.tags[head].startswith("VB"):
            return self._doer(scene, head, "with-figure", discourse)
        return self._subject_left(scene, i, "with-figure", discourse)

    def _owner_of(self, scene: Scene, j: int, m: Mention, rule: str, discourse: Discourse) -> Subject:
        """ "the CHP, founded by Kemal Ataturk, with 178" is the CHP's; "Hofer, 45, of the Freedom Party, 49.65" Hofer's."""
        k = j
        while k > 0 and scene.mention_at[k - 1] == scene.mention_at[j]:
            k -= 1
        while k > 0 and (scene.is_modifier(k - 1) or scene.words[k - 1].lower in ("the", "a", "his", "her", "its")):
            k -= 1
        if k > 1 and scene.words[k - 1].lower == "of" and m.kind == "party":
            for p in range(k - 2, max(-1, k - 8), -1):
                person = self.refs.contestant(scene, p)
                if person is not None and person.kind == "person":
                    return self.refs.of_mention(scene, person, rule)
                if scene.words[p].text not in (",",) and scene.words[p].kind != "number":
                    break
        comma = next((p for p in range(j, len(scene.words)) if scene.mention_at[p] != scene.mention_at[j]), -1)
        if comma >= 0 and scene.words[comma].text == ",":
            before = self.refs.before(scene, comma + 1, rule, discourse)
            if before is not None:
                return before
        return self.refs.of_mention(scene, m, rule)

    def _determined(self, scene: Scene, j: int) -> bool:
        """ "re-elected president with": a title won is not who won it."""
        k = j - 1
        while k >= 0 and scene.is_modifier(k):
            k -= 1
        return k >= 0 and scene.words[k].lower in ("the", "his", "her", "their", "a", "an")

    def _beaten(self, scene: Scene, j: int) -> int:
        """ "X beat Y with 54 percent": the figure is the winner's. Returns the verb's index, -1 for none."""
        k = j
        while k > 0 and scene.mention_at[k - 1] == scene.mention_at[j]:
            k -= 1
        while k > 0 and (scene.is_modifier(k - 1) or scene.words[k - 1].lower in ("the", "his", "her", "its")):
            k -= 1
        found = k > 0 and (
            scene.words[k - 1].lower in self._beat - self._get or scene.words[k - 1].lower in ("over", "against")
        )
        return k - 1 if found else -1

    def place_is(self, scene: Scene, reading: Reading, discourse: Discourse) -> Subject | None:
        """ "In second place is the Fatah Alliance", "second place went to X", "Leading the poll was X"."""
        if reading.measure != "rank" or reading.end >= len(scene.words):
            return None
        if scene.words[reading.end].lower in ("is", "was", "came", "are", "were", "went"):
            i = reading.end + (2 if scene.words[reading.end].lower == "went" else 1)
            return self._right(scene, i, "place-is", discourse)
        return (
            self._right(scene, reading.end, "place-of", discourse)
            if scene.words[reading.end - 1].lower in ("place", "placed")
            else None
        )

    # -- verb frames ------------------------------------------------------------------------

    def _before_fill(self, scene: Scene, reading: Reading) -> int:
        i = reading.figure.start - 1
        while i > 0 and (
            scene.words[i].lower in ("a", "an", "the", "just", "only", "some", "mere", "paltry")
            or scene.tags[i] in ("JJ", "JJR")
        ):
            i -= 1
        return i

    def salient(self, scene: Scene) -> list[int]:
        """Indexes of the mentions that are no object of a preposition and no possessor: the sentence is about them."""
        out = []
        for n, m in enumerate(scene.mentions):
            i = next((i for i in range(len(scene.words)) if scene.mention_at[i] == n), -1)
            if i >= 0 and not self._governed(scene, i):
                out.append(n)
        return out

    def receiver(self, scene: Scene, reading: Reading, discourse: Discourse) -> Subject | None:
        """ "gives the party an initial 24 seats", "gave Congress a victory of more than 400 seats", "had Faye near 60 per cent"."""
        i = reading.figure.start - 1
        while i >= 0 and reading.figure.start - i <= 14:
            word = scene.words[i]
            if word.text in (",", ";", ".", ":") or any(g.first <= i < g.last for g in scene.figures):
                return None
            if scene.tags[i].startswith("VB") and word.lower in self._give:
                found = self._right(scene, i + 1, "receiver", discourse)
                return (
                    found
                    if found is not None and (found.anchor < 0 or i < found.anchor < reading.figure.start)
                    else None
                )
            if scene.tags[i].startswith("VB") and scene.tags[i] not in ("VBN", "VBG"):
                return None
            i -= 1
        return None

    def verb(self, scene: Scene, reading: Reading, discourse: Discourse) -> Subject | None:
        """ "X won 54 seats", "which had 42", "X was ahead in six provinces": the doer of the verb before the figure."""
        i = reading.figure.start - 1
        first = max(0, i - 22)
        verbs = self._all
        if reading.measure in ("rank", "margin"):
            verbs = self._all | (self._finish if reading.measure == "rank" else self._beat)
        while i >= first:
            if scene.words[i].text in (";",):
                return None
            if scene.phrase_at(i, verbs, 3) and self._verbal(scene, i):
                subject = self._doer(scene, i, "verb", discourse)
                if subject is not None:
                    return subject
                if scene.tags[i] in ("VBD", "VBZ", "VBP"):
                    return None
            i -= 1
        return None

    def _verbal(self, scene: Scene, i: int) -> bool:
        tag = scene.tags[i]
        return (
            tag.startswith("VB")
            or tag in ("", "RB", "RBR", "JJ")
            or (
                tag in ("NN", "NNS", "IN")
                and scene.words[i].lower in ("ahead", "second", "forward", "polls", "lead", "leads", "take")
            )
        )

    def _doer(self, scene: Scene, i: int, rule: str, discourse: Discourse) -> Subject | None:
        """The subject of the verb at word i: by the parse, else the nearest fitting name to its left."""
        parsed = self._parsed_doer(scene, i, rule, discourse)
        if parsed is not None:
            return parsed
        return self._subject_left(scene, i, rule, discourse)

    def _parsed_doer(self, scene: Scene, i: int, rule: str, discourse: Discourse) -> Subject | None:
        seen: set[int] = set()
        at = i
        while 0 <= at < len(scene.words) and at not in seen:
            seen.add(at)
            for j in range(len(scene.words)):
                if scene.heads[j] == at and j != at and scene.deps[j] in ("nsubj", "nsubjpass", "csubj") and j < i:
                    found = self.refs.at(scene, j, rule, discourse)
                    if found is None and at == i and scene.words[i].lower in self._get and scene.tags[j] == "NNS":
                        found = self.refs.plural(scene, j, rule)
                    return found
            if scene.deps[at] in ("relcl", "acl"):
                head = scene.heads[at]
                found = self.refs.at(scene, head, rule, discourse) if head < i else None
                if found is not None:
                    return found
            if scene.deps[at] not in (
                "conj",
                "xcomp",
                "ccomp",
                "advcl",
                "aux",
                "auxpass",
                "acomp",
                "prep",
                "pcomp",
                "advmod",
                "relcl",
                "acl",
                "prt",
                "attr",
            ):
                return None
            at = scene.heads[at]
        return None

    def _subject_left(self, scene: Scene, i: int, rule: str, discourse: Discourse) -> Subject | None:
        """Walk left from word i over auxiliaries and insertions to the nearest name that is no object of a preposition."""
        fallback: Subject | None = None
        for j in range(i - 1, max(-1, i - 32), -1):
            word = scene.words[j]
            if word.text in (";",):
                break
            if word.lower in ("who", "which", "that") and scene.tags[j] in ("WP", "WDT"):
                return self.refs.before(scene, j, rule, discourse)
            m = self.refs.contestant(scene, j)
            pronoun = word.lower in ("he", "she", "it", "they") and j >= i - 6
            described = word.lower in self.refs.party_heads | self.refs.person_heads and scene.tags[j].startswith("NN")
            side = self.refs.side(scene, j, rule) if m is None and not described else None
            if side is not None:
                return side
            if m is None and not pronoun and not described:
                continue
            if described and word.lower in self.refs.person_heads and not self._determined(scene, j):
                continue  # "was re-elected president with"
            subject = self.refs.at(scene, j, rule, discourse)
            if subject is None:
                continue
            if self._governed(scene, j):
                fallback = fallback or subject
                continue
            return subject
        return fallback

    def _governed(self, scene: Scene, j: int) -> bool:
        """True when the name's phrase stands behind a preposition or is a possessor: not the doer."""
        if scene.mention_at[j] >= 0:
            m = scene.mentions[scene.mention_at[j]]
            if any(w.kind == "genitive" and w.start == m.char_end for w in scene.words):
                return True
            while j > 0 and scene.mention_at[j - 1] == scene.mention_at[j]:
                j -= 1
        k = j - 1
        while k >= 0 and (
            scene.is_modifier(k) or scene.words[k].lower in ("the", "a", "an", "his", "her", "its", "their")
        ):
            k -= 1
        return k >= 0 and scene.words[k].lower in (
            "of",
            "in",
            "from",
            "by",
            "against",
            "over",
            "to",
            "for",
            "between",
            "among",
            "like",
            "than",
            "behind",
            "at",
            "including",
            "unlike",
            "following",
            "under",
        )

    def performance_of(self, scene: Scene, reading: Reading, discourse: Discourse) -> Subject | None:
        """ "a strong Social Democrat performance of 26.4 percent", "Labour's share of the vote, at 33%"."""
        if reading.measure not in ("vote_share", "seats", "votes"):
            return None
        i = reading.figure.start - 1
        for j in range(i, max(-1, i - 8), -1):
            if scene.words[j].lower in (
                "performance",
                "showing",
                "share",
                "score",
                "tally",
                "haul",
                "total",
                "support",
                "vote",
                "result",
            ):
                for k in range(j - 1, max(-1, j - 6), -1):
                    if scene.tags[k] == "PRP$":
                        return self._owner(scene, k, discourse)
                    m = self.refs.contestant(scene, k)
                    if m is not None:
                        return self.refs.of_mention(scene, m, "performance-of")
                if scene.words[j + 1 : j + 2] and scene.words[j + 1].lower in ("for", "of"):
                    return self._right(scene, j + 2, "performance-of", discourse)
        if scene.words[reading.end : reading.end + 1] and scene.words[reading.end].text == ",":
            for j in range(reading.end + 1, min(len(scene.words), reading.end + 8)):
                if scene.words[j].kind == "genitive":
                    behind = " ".join(w.lower for w in scene.words[j + 1 : j + 5])
                    if "share" in behind or "vote" in behind or "support" in behind:
                        return self.refs.at(scene, j - 1, "performance-of", discourse)
        return None

    def carried(self, scene: Scene, reading: Reading, discourse: Discourse) -> Subject | None:
        """ "won 54 seats and 22 percent of the vote", "to 14.3 pct from 11.4": the subject of the figure before."""
        if not discourse.subjects:
            return None
        last = discourse.subjects[-1]
        if last.start < scene.sentence.char_start and last.anchor >= 0:
            return None
        before = scene.words[reading.figure.start - 1].lower if reading.figure.start else ""
        if (
            before in ("and", "from", "or", "to", "against", ",", "with", "in", "for")
            and last.anchor >= 0
            and scene.sentence.char_start <= last.start < scene.sentence.char_end
        ):
            return Subject(last.text, last.start, last.end, last.kind, "carried", last.anchor)
        return None

    def nearest(self, scene: Scene, reading: Reading, discourse: Discourse) -> Subject | None:
        """The only contestant of the clause, when there is just one: weak, and said so by its rule."""
        first, last = scene.clause(reading.figure.first)
        found = {
            m.char_start: m
            for i in range(first, last)
            if (m := self.refs.contestant(scene, i)) is not None and m.kind == "party"
        }
        if reading.measure == "margin":
            for j in range(reading.figure.start - 1, -1, -1):
                m = self.refs.contestant(scene, j)
                if m is not None:
                    return self.refs.of_mention(scene, m, "nearest")
            if discourse.subjects:
                s = discourse.subjects[-2] if len(discourse.subjects) > 1 else discourse.subjects[-1]
                return Subject(s.text, s.start, s.end, s.kind, "nearest", -1)
        if len(found) == 1 and reading.measure in (
            "seats",
            "vote_share",
            "votes",
            "areas_led",
            "areas_second",
            "seats_change",
        ):
            return self.refs.of_mention(scene, next(iter(found.values())), "nearest")
        return None
