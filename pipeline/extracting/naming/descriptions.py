"""Common nouns that stand for a contestant: "ODS candidates", "Klaus's party", "the ruling coalition"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from pipeline.annotating.words import ARTICLES
from pipeline.configuring.terms import Terms
from pipeline.extracting.grammar import COORDINATORS, HERS, HYPHENS, POINTERS, SUBJECTS
from pipeline.extracting.naming.climbing import climbed
from pipeline.extracting.naming.contestants import Contestants
from pipeline.extracting.naming.subject import Discourse, Subject, recalled
from pipeline.extracting.naming.unnamed import Unnamed
from pipeline.extracting.scene import Scene
from pipeline.types import Mention, SubjectKind

_TITLE = 6  # words of a title before a name: "the former trade union official Tom Lee"
At = Callable[[Scene, int, str, Discourse], Subject | None]


class Descriptions:
    """Finds whom a common noun means; `at` is `Referents.at`, for the nouns that a description points to."""

    def __init__(self, terms: Terms, contestants: Contestants, at: At) -> None:
        self._w, self._names, self._at = terms.naming.descriptions, contestants, at
        self._possessives, self._people = terms.reference.possessives, Unnamed(terms, contestants)

    def of(self, scene: Scene, i: int, rule: str, discourse: Discourse) -> Subject | None:
        """The one that the description with its head at word i means, by name where the text gives one."""
        predicate = self._predicate_of(scene, i)
        if predicate >= 0:
            found = self._at(scene, predicate, rule, discourse) or self._names.unknown(scene, predicate, rule)
            if found is not None:
                return found
        first = self._names.phrase(scene, i)
        if scene.lower(i) in self._w.partners and scene.lower(first - 1) == "and":
            led = self._names.named(
                scene, before_brackets(scene, first - 2), rule
            )  # "the BJP and its allies 192 seats"
            if led is not None:
                return led
        made = self._at(scene, first - 1, rule, discourse) if scene.words[i].lower in self._w.outcomes else None
        if made is not None and scene.words[first].lower == "the":
            return made  # "the returns make Ann Green the winner with 75,655 votes", "declared her the victor, with"
        of = self._of_name(scene, i)
        named = self._apposed(scene, first, i, rule) or self._people.chief(scene, (first, i), of, discourse)
        named = named or self._name_inside(scene, first, i, rule)
        if named is not None:
            return named
        if of is not None and scene.words[i].lower in self._w.kin:
            named = self._behind_of_name(scene, of, rule)  # "the partner of Berg's VVD, the Green List"
            if named is not None:
                return named
        elif of is not None and of.kind == "party" and scene.lower(i + 1) != "led" and not self._joint(scene, i, of):
            return self._names.of_mention(scene, of, rule + "+of")
        known = self._known(scene, first, i, rule, discourse)
        return known or self._as_printed(scene, first, i, rule)

    def _predicate_of(self, scene: Scene, i: int) -> int:
        """ "X remains the biggest bloc with 108", "X will form the opposition with 99", "confirmed X as the winner": X.

        The word's index, -1 for none.
        """
        head = scene.heads[i]
        if head < 0 or head == i:
            return -1
        passive = any(scene.heads[k] == head and scene.deps[k] == "nsubjpass" for k in range(i))
        if scene.deps[i] == "oprd" or (passive and scene.deps[i] == "dobj"):
            # "declared her the victor, with 64%", "was declared the winner of the election with 58%"
            named = [k for k in range(i) if scene.heads[k] == head and scene.deps[k] in ("dobj", "nsubjpass", "nsubj")]
            return named[-1] if named else -1
        if scene.deps[i] == "attr" or (scene.deps[i] == "dobj" and scene.words[head].lower in self._w.forming):
            said = (k for h in climbed(scene, head) for k in range(i) if scene.heads[k] == h)
            found = next((k for k in said if scene.deps[k] in SUBJECTS), -1)
            return found if found >= 0 else self._right_before(scene, head)
        if scene.deps[i] == "pobj" and scene.words[head].lower == "as":
            verb = scene.heads[head]
            objects = [k for k in range(i) if scene.heads[k] == verb and scene.deps[k] in ("dobj", "nsubjpass")]
            doers = [k for k in range(i) if scene.heads[k] == verb and scene.deps[k] == "nsubj"]
            if doers and scene.words[verb].lower in self._w.overtaking:
                return doers[-1]  # "Podemos displaced Renamo as the second largest party"
            return (objects or doers or [-1])[-1]  # "X emerged as the largest group with 105"
        return -1

    def _right_before(self, scene: Scene, verb: int) -> int:
        """ "elected on Sunday the People's Party will again be the largest group": the name before a verb of being."""
        j = verb - 1
        while j > 0 and scene.tags[j] in ("MD", "RB"):
            j -= 1
        return j if self._names.at(scene, j) is not None else -1

    # -- the name beside the description ------------------------------------------------------------------

    def _apposed(self, scene: Scene, first: int, i: int, rule: str) -> Subject | None:
        """ "The Greens, a small partner, took 13"; "the second party of the cabinet, the ODA, won"."""
        if scene.words[first].lower in ARTICLES and first >= 2 and scene.words[first - 1].text == ",":
            aged = scene.words[first - 2].kind == "number" and scene.lower(first - 3) == ","  # "Ann Lee, 72, a"
            j = before_brackets(scene, first - 4 if aged else first - 2)
            named = self._names.named(scene, j, rule + "+apposition")
            if named is None and j >= 0 and scene.words[j].text[:1].isupper():
                named = self._names.capitals(scene, j, rule)
            if named is not None:
                return named
        return self._apposed_far(scene, i, rule) or self._apposed_near(scene, i, rule)

    def _apposed_far(self, scene: Scene, i: int, rule: str) -> Subject | None:
        """The name between commas behind the description's own tail, where no verb stands before it."""
        for j in range(i + 1, min(i + 9, len(scene.words) - 1)):
            if scene.tags[j] in ("VBD", "VBZ", "VBP", "MD", "WDT", "WP", "-LRB-") or scene.mention_at[j] >= 0:
                return None  # "went to independents (nine), the Farmers (four)"
            if scene.words[j].text == ",":
                m = self._names.at(scene, j + 2 if scene.words[j + 1].lower == "the" else j + 1)
                behind = next((w for w in scene.words[j + 1 :] if m is not None and w.start >= m.char_end), None)
                closed = behind is not None and (behind.text in (",", "(", "of") or behind.lower in self._w.clauses)
                return self._names.of_mention(scene, m, rule + "+apposition") if m is not None and closed else None
        return None

    def _apposed_near(self, scene: Scene, i: int, rule: str) -> Subject | None:
        """The description is followed by the name itself: "the largest opposition party, the Greens"."""
        for j in range(i + 1, min(i + 4, len(scene.words))):
            comma = scene.words[j].text == ","
            if comma or j == i + 1:
                m = self._names.at(scene, j + 1 if comma else j)
                person = scene.lower(i) in self._names.person_heads
                if m is None and ((comma and person) or scene.lower(j) == "the"):
                    m = self._titled(scene, j + 1)
                if m is None and comma and scene.lower(j + 1) == "the":
                    m = self._titled(scene, j + 2)  # "its only partner, the far-right Harbour Party, has just 18"
                if m is not None and scene.words[j - 1].lower not in COORDINATORS:
                    return self._names.of_mention(scene, m, rule + "+apposition")
                if comma and person and m is None:
                    return self._capitals_behind(scene, j + 1, rule)
        return None

    def _capitals_behind(self, scene: Scene, first: int, rule: str) -> Subject | None:
        """ "His main challenger, Tomas Rey of the PLR": two words or more in capitals are the person's name."""
        last = first
        while last < len(scene.words) and last - first < 4 and scene.words[last].text[:1].isupper():
            last += 1
        if last - first < 2 or scene.shouted:
            return None
        named = self._names.printed(scene, first, last, rule + "+apposition")
        return replace(named, kind="person")

    def _titled(self, scene: Scene, first: int) -> Mention | None:
        """ "the incumbent, President Maria Santos", "his rival, Mr Musa Wada", "its allies the Communists"."""
        for j in range(first, min(first + _TITLE, len(scene.words))):
            m = self._names.at(scene, j)
            if m is not None:
                return m
            if not (scene.is_modifier(j) or scene.tags[j].startswith("NN") or scene.words[j].text in HYPHENS):
                return None
        return None

    def _name_inside(self, scene: Scene, first: int, i: int, rule: str) -> Subject | None:
        """ "ODS candidates", "opposition candidate Mwai Kibaki": the name in the description's own phrase."""
        person = scene.words[i].lower in self._names.person_heads
        for j in range(i - 1, first - 1, -1):
            m = self._names.at(scene, j)
            if m is not None and any(w.start == m.char_end and w.text in HYPHENS for w in scene.words):
                continue  # "the PDK-led coalition" is not the PDK
            if m is not None and (m.kind == "party" or person) and not self._names.owns(scene, m):
                return self._names.of_mention(scene, m, rule + "+compound")
        return None

    def _of_name(self, scene: Scene, i: int) -> Mention | None:
        """ "the party of Czech premier Vaclav Klaus", "the list of Hadi al-Amiri"."""
        if scene.lower(i + 1) not in self._w.of_links:
            return None
        for j in range(i + 2, min(i + 9, len(scene.words))):
            m = self._names.at(scene, j)
            if m is not None:
                return m
            if not (scene.is_modifier(j) or scene.words[j].lower in self._w.of_fill):
                return None
        return None

    def _joint(self, scene: Scene, i: int, of: Mention) -> bool:
        """ "the ruling coalition of the Greens and the Left": no party of the several that it is of."""
        if scene.lower(i) not in self._w.unions or scene.lower(i + 1) not in self._w.union_links:
            return False
        behind = next((k for k, w in enumerate(scene.words) if w.start >= of.char_end), len(scene.words))
        second = behind + 1 + (scene.lower(behind + 1) in ARTICLES)
        m = self._names.at(scene, second) if scene.lower(behind) == "and" else None
        return m is not None and m.kind in ("party", "person")

    def _behind_of_name(self, scene: Scene, of: Mention, rule: str) -> Subject | None:
        comma = next((k for k, w in enumerate(scene.words) if w.start >= of.char_end), len(scene.words))
        while scene.lower(comma) == "'s" or scene.mention_at[comma : comma + 1] not in ([], [-1]):
            comma += 1
        if scene.lower(comma) != ",":
            return None
        m = self._names.at(scene, comma + 1 + (scene.lower(comma + 1) in ARTICLES))
        return None if m is None else self._names.of_mention(scene, m, rule + "+apposition")

    # -- spoken of before -----------------------------------------------------------------------------------

    def _known(self, scene: Scene, first: int, i: int, rule: str, discourse: Discourse) -> Subject | None:
        """ "the party", "his list", "the alliance between the two": one that was spoken of before."""
        held = None if discourse.titled is None else discourse.titled.at(scene, i)
        if held is not None:
            return recalled(held, rule + "+definite")  # "the President won 56 percent"
        opener, head = scene.words[first].lower, scene.words[i].lower
        if self._people.is_lived(scene, (first, i)):
            one = self._people.lone(scene, first, discourse)
            return None if one is None else recalled(one, rule + "+definite")
        faced = self._people.opponent(scene, (first, i), rule, discourse)
        if faced is not None:
            return faced
        if i - first > 1 or not (opener in POINTERS or opener in self._possessives):
            return None
        of = self._of_name(scene, i)
        linked = head in self._w.known_unions and scene.lower(i + 1) in self._w.union_links
        partners = (self._names.at(scene, j) for j in range(i + 2, min(i + 5, len(scene.words))))
        joined = linked and not any(m is not None and m.kind == "party" for m in partners)
        if opener in POINTERS and of is None and joined:
            ends = ((m, m.text.split()[-1].lower()) for m in reversed(discourse.parties))
            known = next((m for m, end in ends if end in self._names.party_heads), None)
            if known is not None:
                return recalled(known, rule + "+definite")
        told = linked or (scene.tags[i + 1 : i + 2] == ["VBN"] and scene.lower(i + 2) == "by")  # "the list backed by X"
        owned = told or of is not None or any(scene.words[j].kind == "genitive" for j in range(first, i))
        if owned or head not in self._w.definite:
            return None
        return self._back(scene, first, head == "candidate", rule, discourse)

    def _back(self, scene: Scene, first: int, person: bool, rule: str, discourse: Discourse) -> Subject | None:
        """The last party (or person) spoken of before word `first`, in this sentence or before."""
        kind: SubjectKind = "person" if person else "party"
        head = scene.lower(first + 1)
        pool = [m for m in scene.mentions if m.kind == kind and m.char_end <= scene.words[first].start]
        union = head in self._w.known_unions and not any(self._is_union(m) for m in pool)
        if pool and union and not person:
            return None  # "The Greens saved the coalition, which has 306 of 603 seats"
        if pool:
            return recalled(pool[-1], rule + "+definite")
        if person:
            return recalled(discourse.persons[-1], rule + "+definite") if discourse.persons else None
        back = discourse.last("party")
        if scene.lower(first) in HERS:
            start = scene.words[first].start
            persons = (m for m in reversed(scene.mentions) if m.kind == "person" and m.char_end <= start)
            here = self._people.first_doer(scene, first) or next(persons, None)
            who = here or (discourse.persons[-1] if discourse.persons else None)
            led = who is not None and back is not None and discourse.led(back, who)
            if here is not None and head == "party" and not led:
                return recalled(here, rule + "+definite")  # "Lee won in Orlik, where her party's share was 10 percent"
            if not led:
                return None  # "The Joint List won 13. Mr Brown is not done yet. His coalition took 52"
        if back is not None and head in self._w.known_unions and self._is_plain(back[0]):
            return self._union_before(head, rule, discourse)  # "The Social Democrats lost. The coalition has 70"
        return None if back is None else Subject(*back, "party", rule + "+definite", -1)

    def _is_plain(self, name: str) -> bool:
        """True for a name that no coalition bears: "the Harbour Party", "the Social Democrats"."""
        last = name.rsplit(maxsplit=1)[-1]
        return last.lower() in self._w.single or (last.endswith("s") and not last.isupper())

    def _union_before(self, head: str, rule: str, discourse: Discourse) -> Subject | None:
        """The last subject that was called by the noun: "the ruling coalition of the Greens and the Left"."""
        called = (s for s in reversed(discourse.subjects) if head in s.text.lower().split())
        found = next(called, None)
        return None if found is None else replace(found, rule=rule + "+definite", anchor=-1)

    def _is_union(self, m: Mention) -> bool:
        return m.text.split()[-1].lower() in self._w.unions

    # -- as printed -------------------------------------------------------------------------------------------

    def _as_printed(self, scene: Scene, first: int, i: int, rule: str) -> Subject:
        """The description itself, with the name or the partners behind its "of"."""
        of, stop = self._of_name(scene, i), i + 1
        if of is not None and not self._joint(scene, i, of):
            stop = max(k for k in range(len(scene.words)) if scene.words[k].end <= of.char_end) + 1
        elif scene.words[i].lower in self._w.unions and scene.lower(i + 1) in self._w.union_links:
            stop = self._partners_end(scene, i)
        if scene.words[first].lower in POINTERS and first < i:
            first += 1
        start, end = scene.words[first].start, scene.words[stop - 1].end
        kind: SubjectKind = "person" if scene.words[i].lower in self._names.person_heads else "party"
        return Subject(scene.doc.article.text[start:end], start, end, kind, rule + "+description", i)

    def _partners_end(self, scene: Scene, i: int) -> int:
        stop = i + 1
        while stop < len(scene.words) and stop - i < 14 and scene.words[stop].text not in (",", ";", "."):
            if scene.tags[stop].startswith(("VB", "MD", "W")) or scene.lower(stop) in self._w.apart:
                break
            stop += 1
        return stop


def before_brackets(scene: Scene, j: int) -> int:
    """Word j, or the word before the brackets that close at it ("the Civic Democrats (ODS)")."""
    if j < 0 or scene.words[j].text != ")":
        return j
    while j > 0 and scene.words[j].text != "(":
        j -= 1
    return j - 1
