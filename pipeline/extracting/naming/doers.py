"""Whose a verb or a noun phrase is: the doer of a verb, the owner behind a possessive, the name that follows."""

from __future__ import annotations

from pipeline.configuring.terms import Terms
from pipeline.extracting.grammar import DETERMINERS, FINITE, HAVING, HERS, PRONOUNS, RELATIVES, SUBJECTS, THEY
from pipeline.extracting.naming.clauses import AGENT, OPENS_CLAUSE, by_whom, inside_clause, owns_subject, told_that
from pipeline.extracting.naming.descriptions import before_brackets
from pipeline.extracting.naming.referents import Referents
from pipeline.extracting.naming.subject import Discourse, Subject, recalled
from pipeline.extracting.scene import Scene, is_plural_owner
from pipeline.types import Mention, SubjectKind

# From these the parse goes on to the head: such a word has no subject of its own.
_CLIMBED = frozenset(("conj", "xcomp", "ccomp", "advcl", "aux", "auxpass", "acomp", "prep", "pcomp", "advmod"))
_CLIMBED |= {"relcl", "acl", "prt", "attr"}

_AUXILIARIES = frozenset(("MD", "RB"))  # "would", "also": between the insertion and its verb
_OPENS_INSERTION = OPENS_CLAUSE | {"DT"}  # "backed by", "who", "an alliance of"
_KIN_OF = ("of", "to")  # ", son of the former governor,"
_CLIMBS = 6  # heads from a possessive to its verb: "lost three of their 9 seats"
_BEHIND_VERB = 16  # words from a verb behind an insertion to its "with"
_INSERTED = 34  # words of the longest insertion that is looked over


class Doers:
    """Finds the one that stands left or right of a word as its doer, owner or goal."""

    def __init__(self, terms: Terms, refs: Referents) -> None:
        self.refs, self.names = refs, refs.names
        self._governing, self._fill = terms.naming.doers.governing, terms.naming.frames.name_fill
        self._beats = terms.verbs.beat - terms.verbs.get
        self._persons = terms.reference.person_pronouns
        self._sides, self._get = terms.naming.frames.sides, terms.verbs.get

    def doer(self, scene: Scene, i: int, rule: str, discourse: Discourse) -> Subject | None:
        """The subject of the verb at word i: by the parse, else the nearest fitting name to its left."""
        relative = next((j for j in (i - 1, i - 2) if j > 0 and scene.lower(j) in RELATIVES), -1)
        if relative > 0 and scene.tags[relative] in ("WP", "WDT"):
            found = self.refs.before(scene, relative, rule, discourse)
            if found is not None:
                return found  # "outperforming the ruling Centre Party that secured 26 seats"
        if scene.lower(i - 1) == "having":
            return self.left(scene, i - 1, rule, discourse)  # "the Socialists just 29, having held 280"
        i = self._finite_of(scene, i)
        before = self._over_insertion(scene, i)
        if before >= 0:
            found = self.refs.at(scene, before, rule, discourse)
            if found is not None:
                return found
        beside = self._beside(scene, i)
        if beside is not None:
            return self.names.of_mention(scene, beside, rule)
        return self._parsed(scene, i, rule, discourse) or self.left(scene, i, rule, discourse)

    def _tells(self, scene: Scene, i: int) -> bool:
        """A finite verb, or what the tagger takes for a participle and the parser for the head: "..., secured"."""
        return scene.tags[i] in FINITE or (scene.tags[i] == "VBN" and scene.deps[i] == "ROOT")

    def _finite_of(self, scene: Scene, i: int) -> int:
        """ "secured enough votes to take 26 seats": whose "take" is, stands before "secured"."""
        head = scene.heads[i]
        if scene.tags[i] != "VB" or scene.lower(i - 1) != "to" or not 0 <= i - head <= 6:
            return i
        noun = scene.heads[head] if not scene.tags[head].startswith("VB") else head
        if not 0 <= noun < i or not self._tells(scene, noun) or i - noun > 6:
            return i
        own = any(self.names.at(scene, j) is not None or self._described(scene, j) for j in range(noun + 1, i))
        return i if own else noun  # "they expected Hamas to win 70"

    def _beside(self, scene: Scene, i: int) -> Mention | None:
        """ "When the votes of the others had been added, Mr Brown had 776,427": the name right before the verb."""
        j = i - 1
        while j > 0 and scene.tags[j] in _AUXILIARIES:
            j -= 1
        m = self.names.at(scene, j)
        opens = self.names.phrase_start(scene, j) - 1 if m is not None else -1
        joined = opens >= 0 and scene.tags[opens] == "CC"
        if m is None or scene.tags[i] not in FINITE or joined or scene.lower(opens) in RELATIVES:
            return None
        return None if self.governed(scene, j) or scene.words[opens].text == "(" else m

    def _over_insertion(self, scene: Scene, i: int) -> int:
        """ "The Honour Alliance, backed by John Brown, gained": the end of the name before the commas, -1 for none."""
        i -= scene.tags[i] == "VBN" and scene.lower(i - 1) in HAVING  # "had won"
        comma = i - 1
        while comma > 0 and scene.tags[comma] in _AUXILIARIES:
            comma -= 1
        if not self._tells(scene, i) or scene.lower(comma) != ",":
            return -1
        for k in range(comma - 2, max(0, comma - _INSERTED), -1):
            if scene.words[k].text in (";", ":", '"', "\u201c", "\u201d"):
                return -1
            kin = scene.tags[k + 1] == "NN" and scene.lower(k + 2) in _KIN_OF
            founded = scene.tags[k + 1] == "VBD" and "by" in scene.lowers(k + 2, k + AGENT)  # a participle, mistagged
            opens = kin or founded or scene.tags[k + 1] in _OPENS_INSERTION or told_that(self.names, scene, k)
            if scene.words[k].text == "," and opens and not inside_clause(scene, k):
                j = before_brackets(scene, k - 1)
                named = self.names.at(scene, j) is not None or self._described(scene, j)
                if named and not self.governed(scene, j) and not self._finite(scene, k + 2, comma, k + 1):
                    return j
        return -1

    def behind(self, scene: Scene, i: int, rule: str, discourse: Discourse) -> Subject | None:
        """Whose word i is: of the verb before it where an insertion parts it from its doer, else of the nearest name.

        "Ann Lee, a judge who led the Greens once, came out on top with": no one else stands between verb and word.
        """
        verb = next((k for k in range(i - 1, max(0, i - _BEHIND_VERB), -1) if scene.tags[k] in FINITE), -1)
        between = range(verb + 1, i)
        counted = any(g.first in between and g.kind != "ordinal" for g in scene.figures)
        if verb < 0 or counted:
            return self.left(scene, i, rule, discourse)
        named = any(self.names.at(scene, k) is not None for k in between)
        # "when he beat an ally, John Brown, in the run-off with 51 percent"
        beaten = named and scene.phrase_at(verb, self._beats, 1) == 1 and scene.lower(verb + 1) != "by"
        if beaten or (not named and self._over_insertion(scene, verb) >= 0):
            return self.doer(scene, verb, rule, discourse)
        return self.left(scene, i, rule, discourse)

    def _finite(self, scene: Scene, first: int, last: int, opener: int) -> bool:
        """Whether a clause of its own stands between the commas: "beat Brown, the Greens won two, Our Land took".

        Not "Ann Lee, a banker who left the Socialist government to found a party, came first with 24 percent".
        """
        verb = next((k for k in range(first, last) if scene.tags[k] in FINITE and not by_whom(scene, k)), -1)
        relative = any(scene.tags[k] in ("WP", "WDT", "WP$") for k in range(opener, max(verb, opener + 1)))
        return not relative and verb >= 0

    def _parsed(self, scene: Scene, i: int, rule: str, discourse: Discourse) -> Subject | None:
        seen: set[int] = set()
        at = i
        while 0 <= at < len(scene.words) and at not in seen:
            seen.add(at)
            j = self._subject_of(scene, at, i)
            if j >= 0:
                found = self.refs.at(scene, j, rule, discourse)
                winners = at == i and scene.words[i].lower in self._get and scene.tags[j] == "NNS"
                if found is None and winners:
                    return self.names.plural(scene, j, rule)
                return found or self.names.unknown(scene, j, rule)
            head = scene.heads[at]
            if scene.deps[at] == "conj" and self._new_clause(scene, head, i):
                return self.left(scene, i, rule, discourse)
            if scene.deps[at] in ("relcl", "acl") and head < i:
                found = self.refs.at(scene, head, rule, discourse)
                if found is not None:
                    return found
            if scene.deps[at] not in _CLIMBED:
                return None
            at = head
        return None

    def _new_clause(self, scene: Scene, head: int, i: int) -> bool:
        """ "the Socialists came second with 92 and Podemos took 68": after "and" stands a doer of its own."""
        joint = next(
            (k for k in range(i - 1, head, -1) if scene.tags[k] == "CC" and self._named_after(scene, k, i)), -1
        )
        return joint >= 0

    def _named_after(self, scene: Scene, k: int, i: int) -> bool:
        named = (j for j in range(k + 1, i) if self.names.at(scene, j) is not None)
        described = self._described(scene, i - 1) and scene.tags[i - 1] == "NNS"  # "and other candidates had 28"
        return described or any(not self.governed(scene, j) for j in named)

    def _subject_of(self, scene: Scene, at: int, before: int) -> int:
        """The subject of the word `at` nearest to the left of `before`, of several joined by "and" the first; -1: none.

        A parse may hang two on one verb: "The Harbour Party led in A, while its rival, the Greens, came second".
        """
        found = -1
        for j in range(before):
            if scene.heads[j] == at and j != at and (scene.deps[j] in SUBJECTS or scene.deps[j] == "csubj"):
                if found >= 0 and self.governed(scene, j) and self.names.at(scene, j) is not None:
                    continue  # "Jose Brown of the ruling PRI was third"
                joined = found >= 0 and scene.tags[self.names.phrase_start(scene, j) - 1] == "CC"
                found = found if joined else j
        return found

    def left(self, scene: Scene, i: int, rule: str, discourse: Discourse) -> Subject | None:
        """Walk left from word i over auxiliaries and insertions to the nearest name that no preposition governs."""
        fallback: Subject | None = None
        for j in range(i - 1, max(-1, i - 32), -1):
            if scene.words[j].text == ";":
                break
            if scene.words[j].lower in RELATIVES and scene.tags[j] in ("WP", "WDT"):
                return self.refs.before(scene, j, rule, discourse)
            described = self._described(scene, j)
            if self.names.at(scene, j) is None and not described:
                side = self.names.side(scene, j, rule)
                if side is not None:
                    return side
                if i - j > 6 or scene.words[j].lower not in PRONOUNS:
                    continue
            if described and scene.words[j].lower in self.names.person_heads and not self.determined(scene, j):
                continue  # "was re-elected president with"
            subject = self.refs.at(scene, j, rule, discourse)
            if subject is not None and not self.governed(scene, j):
                return subject
            fallback = fallback or subject
        return fallback

    def _described(self, scene: Scene, j: int) -> bool:
        return scene.words[j].lower in self.names.heads and scene.tags[j].startswith("NN")

    def governed(self, scene: Scene, j: int) -> bool:
        """True when the name's phrase stands behind a preposition or is a possessor: not the doer."""
        m = scene.mention(j)
        if m is not None and self.names.owns(scene, m):
            return True
        place = scene.mention(self.names.first_word(scene, j) - 1)
        if m is not None and m.kind == "person" and place is not None and place.kind == "place":
            return False  # "In Texas Ann Green beat"
        return scene.lower(self.names.phrase_start(scene, j) - 1) in self._governing

    def salient(self, scene: Scene) -> list[int]:
        """Indexes of the mentions that are no object of a preposition and no possessor: the sentence is about them."""
        starts = {n: i for i, n in reversed(list(enumerate(scene.mention_at))) if n >= 0}
        free = [n for n in range(len(scene.mentions)) if n in starts and not self.governed(scene, starts[n])]
        return free or [n for i, n in enumerate(scene.mention_at) if n >= 0 and owns_subject(scene, i)]

    def goes_on(self, scene: Scene) -> SubjectKind | None:
        """ "He led Richard Green", "They had 375 to Labour's 229": of which kind the one told of before is."""
        doers = (
            j for j in range(len(scene.words)) if scene.deps[j] in SUBJECTS and scene.deps[scene.heads[j]] == "ROOT"
        )
        first = next(doers, -1)
        if first < 0:
            return None
        return "person" if scene.lower(first) in self._persons else "party" if scene.lower(first) in THEY else None

    def determined(self, scene: Scene, j: int) -> bool:
        """ "re-elected president with": a title won is not who won it."""
        k = j - 1
        while k >= 0 and scene.is_modifier(k):
            k -= 1
        return scene.lower(k) in DETERMINERS

    def owner(self, scene: Scene, i: int, discourse: Discourse) -> Subject | None:
        """ "its nine seats", "lost 67 of its 92": the last contestant before the possessive."""
        person = scene.words[i].lower in HERS
        nameless = None if person else self._nameless_doer(scene, i)
        if nameless is not None:
            return nameless
        for j in range(i - 1, -1, -1):
            m = self.names.at(scene, j)
            fits = m is not None and (person if m.kind == "person" else not person)
            if m is not None and (fits or (m.kind == "person" and not self._party_before(scene, j))):
                return self.names.of_mention(scene, m, "possessive+pronoun")
            headed = scene.lower(j) in self.names.party_heads and scene.tags[j] != "VBN"  # "left with nine of its 12"
            if headed and not person and not self._of_head(scene, j):
                return self.refs.at(scene, j, "possessive", discourse)
        pool = discourse.persons if person else discourse.parties
        return recalled(pool[-1], "possessive+pronoun") if pool else None

    def _of_head(self, scene: Scene, j: int) -> bool:
        """ "This coalition of three parties owes its nine seats", "put up its nominees; its share": another's."""
        i = self.names.phrase_start(scene, j) - 1
        return scene.tags[i + 1] == "PRP$" or (scene.lower(i) == "of" and scene.lower(i - 1) in self.names.party_heads)

    def _party_before(self, scene: Scene, j: int) -> bool:
        """ "the Greens, led by the former mayor Ann Lee, raised their vote": "their" is not the person's."""
        mentions = (self.names.at(scene, k) for k in range(j))
        return any(m is not None and m.kind == "party" for m in mentions)

    def _nameless_doer(self, scene: Scene, i: int) -> Subject | None:
        """ "The Leninists kept their 14 seats": capitals that no list knows, and the doer of the very verb."""
        at = i
        for _ in range(_CLIMBS):
            at = scene.heads[at]
            if scene.tags[at] in FINITE:
                j = self._subject_of(scene, at, i)
                return self.names.unknown(scene, j, "possessive+pronoun") if j >= 0 else None
        return None

    def right(self, scene: Scene, i: int, rule: str, discourse: Discourse) -> Subject | None:
        """The first contestant of the noun phrase that begins at word i."""
        for j in range(i, min(len(scene.words), i + 12)):
            m = self.names.at(scene, j)
            if m is not None:
                end = next((k for k in range(j, len(scene.words)) if scene.words[k].start >= m.char_end), -1)
                owns = end >= 0 and (scene.words[end].kind == "genitive" or is_plural_owner(scene, end))
                owned = self.right(scene, end + 1, rule, discourse) if owns else None
                return owned or self.names.of_mention(scene, m, rule)
            word = scene.words[j].lower
            if (word in self.names.heads and self._ends(scene, j)) or word in self._sides:
                found = self.refs.at(scene, j, rule, discourse)
                if found is not None or word in self.names.heads:
                    return found
            if not (scene.is_modifier(j) or word in self._fill):
                return None
        return None

    def _ends(self, scene: Scene, j: int) -> bool:
        """True where the noun phrase ends with word j."""
        if j + 1 >= len(scene.words) or scene.tags[j] == "NNS":
            return True
        return not scene.is_modifier(j + 1) or scene.tags[j + 1] == "RB"
