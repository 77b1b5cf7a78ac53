"""How a word of a sentence stands for someone: a name, a pronoun, a relative word or a description."""

from __future__ import annotations

from dataclasses import replace

from pipeline.annotating.words import ARTICLES
from pipeline.configuring.annotating import Annotating
from pipeline.configuring.terms import Terms
from pipeline.extracting.grammar import ALL_RELATIVES, CLOSE_QUOTES, RELATIVES, SUBJECTS, THEY
from pipeline.extracting.naming.contestants import Contestants
from pipeline.extracting.naming.descriptions import Descriptions, before_brackets
from pipeline.extracting.naming.subject import Discourse, Spot, Subject, recalled
from pipeline.extracting.scene import Scene
from pipeline.types import SubjectKind

_EVERY = frozenset(("each", "every", "any"))
_OF_LATE = 6  # figures
_BEATING = 8  # words from a verb of beating to the one beaten: "putting them behind the ruling party's Ann Green"


class Referents:
    """Turns words of a scene into subjects; `names` are the contestants as printed."""

    def __init__(self, terms: Terms, lists: Annotating) -> None:
        self.names = Contestants(terms, lists)
        self._descriptions = Descriptions(terms, self.names, self.at)
        self._get = terms.verbs.get
        self._members, self._houses = terms.nouns.member, terms.chambers.nouns
        self._fields = terms.counting.standing.field_of
        self._beaten = terms.naming.frames.beaten
        self._clauses = terms.naming.descriptions.clauses
        self._sides, self._side_nouns = terms.reference.sides, terms.reference.side_nouns
        self._person_pronouns = terms.reference.person_pronouns
        self._pronouns = terms.reference.person_pronouns | terms.reference.group_pronouns

    def at(self, scene: Scene, i: int, rule: str, discourse: Discourse) -> Subject | None:
        """The subject that word i is the head of: a mention, a pronoun or a description; None for anything else."""
        m = self.names.at(scene, i)
        if m is not None:
            return self.names.of_mention(scene, m, rule)
        word = scene.lower(i)
        if word in self._pronouns:
            return self._pronoun(scene, i, rule, discourse)
        if word in ALL_RELATIVES:
            return self.before(scene, i, rule, discourse)
        quoted = i > 1 and scene.words[i - 1].text in CLOSE_QUOTES and scene.lower(i - 2) in self._sides
        if (quoted or scene.lower(i - 1) in self._sides) and word in self._side_nouns:
            return self.names.side(scene, i - 1, rule)  # the "yes" camp
        if word in self.names.heads:
            return None if self._is_no_one(scene, i) else self._descriptions.of(scene, i, rule, discourse)
        return self.names.side(scene, i, rule) if word in self._sides else None

    def _is_no_one(self, scene: Scene, i: int) -> bool:
        """ "got three deputies", "elected to the chamber of deputies", "each community has 22 seats"."""
        first = self.names.phrase(scene, i)
        if scene.lower(first) in _EVERY or scene.lower(first - 1) in _EVERY:
            return True
        crowd = next((g for g in scene.figures if first <= g.last <= i and g.kind == "count"), None)
        if crowd is not None and scene.phrase_before(crowd.start, self._fields):
            return True  # "crushed a field of 39 candidates with 30 percent"
        if scene.lower(i) not in self._members:
            return False
        counted = crowd is not None
        return counted or (scene.lower(first - 1) == "of" and scene.lower(first - 2) in self._houses)

    def before(self, scene: Scene, i: int, rule: str, discourse: Discourse) -> Subject | None:
        """The antecedent of a relative word at i: the contestant before the comma, over its inserted clauses.

        "the Harbour Party, made up of members of the Orchard Party, which won 47 seats":
        a name inside an earlier relative or participle clause is passed over when one stands before that clause.
        """
        best, thing = -1, scene.lower(i) == "which"
        person = self._person_before(scene, i, rule, discourse)
        if person is not None:
            return person
        last = i - 2 if scene.lower(i - 1) == "," else i - 1
        lone = self.names.unknown(scene, last, rule) if thing and last < i - 1 and self._joins(scene, last) else None
        if lone is not None:
            return lone  # "The Greens got three and the Ourlanders, which had seven last time, two"
        behind = before_brackets(
            scene, last
        )  # "the Reformist Party (a clone of another), which won": not in the brackets
        for j in range(behind if last - behind > 4 else last, -1, -1):
            if scene.words[j].text == ";" or (scene.words[j].text == "." and j < i - 1):
                break
            m = self.names.at(scene, j)
            if thing and m is not None and m.kind == "person":
                continue
            if m is not None or self._heads(scene, j, i):
                # "the Greens, a critic of Labour's plans, which won": a possessor is the last to be meant
                inside = self._inside_clause(scene, j) or (m is not None and self.names.owns(scene, m))
                if best < 0 or not inside:
                    best = j
                if not inside:
                    break
        if best >= 0 and scene.lower(i) == "who":
            best = self._person_of(scene, best)
        return self._plural_before(scene, i, rule) if best < 0 else self.at(scene, best, rule, discourse)

    def _person_before(self, scene: Scene, i: int, rule: str, discourse: Discourse) -> Subject | None:
        """ "The president, who carried the state", "Ann Lee, the once mighty challenger who took 28 percent"."""
        if scene.lower(i) != "who":
            return None
        held = discourse.titled
        titled = None if held is None else held.at(scene, i - 1 - (scene.lower(i - 1) == ","))
        if titled is not None:
            return recalled(titled, rule)
        comma = self.names.phrase(scene, i - 1) - 1 if scene.lower(i - 1) in self.names.person_heads else -1
        m = self.names.at(scene, comma - 1) if scene.lower(comma) == "," else None
        last = i - 1 - (scene.lower(i - 1) == ",")
        described = last > 0 and scene.lower(last) in self.names.person_heads and scene.tags[last] == "NN"
        if described and scene.lower(self.names.phrase(scene, last)) == "the":
            return self._descriptions.of(scene, last, rule, discourse)  # "supporters of the former leader, who had"
        return self.names.of_mention(scene, m, rule) if m is not None and m.kind == "person" else None

    def _joins(self, scene: Scene, last: int) -> bool:
        """Whether the capitals that end with word `last` stand right behind "and" or "while", with "the" or without."""
        first = last
        while first > 0 and scene.words[first].text[:1].isupper():
            first -= 1
        first -= scene.lower(first) == "the"
        return scene.tags[first] == "CC" or scene.lower(first) == "while"

    def _person_of(self, scene: Scene, j: int) -> int:
        """ "John Brown from the Harbour Party (HP) who got 7,011": "who" is of the person, whose party stands at j."""
        first = self.names.first_word(scene, j)
        if scene.lower(first - 1) == "(":
            first = self.names.first_word(scene, first - 2)  # the acronym in brackets behind the name
        of = self.names.phrase_start(scene, first) - 1
        person = self.names.at(scene, of - 1) if scene.lower(of) in ("of", "from") else None
        return of - 1 if person is not None and person.kind == "person" else j

    def _heads(self, scene: Scene, j: int, i: int) -> bool:
        """A head of a party's description that no noun follows ("the party of the right wing")."""
        joined = j + 1 < i and scene.tags[j + 1] in ("NN", "NNS") and scene.mention_at[j + 1] < 0
        return scene.words[j].lower in self.names.party_heads and not joined

    def _plural_before(self, scene: Scene, i: int, rule: str) -> Subject | None:
        """ "regional groups who shared 62 percent of the vote": a plural right before the relative word."""
        person = scene.tags[i - 2 if scene.lower(i - 1) == "," else i - 1] == "NNS" and i > 1
        j = i - 2 if scene.lower(i - 1) == "," else i - 1
        return self.names.plural(scene, j, rule) if person and scene.lower(i + 1) in self._get else None

    def _inside_clause(self, scene: Scene, j: int) -> bool:
        """True when the comma before word j opens an inserted clause ("..., headed by al-Abadi, which had 42")."""
        k = j - 1
        while k >= 0 and scene.words[k].text not in (",", ";", "\u2014", "\u2013", "("):
            relative = scene.words[k].lower in RELATIVES and scene.tags[k] in ("WDT", "WP", "")
            if relative and scene.mention_at[k] < 0 and scene.lower(k - 1) != ",":
                return True
            k -= 1
        if k < 0 or self._beaten_at(scene, k + 1, j):
            return False
        if scene.lower(k + 1) in ARTICLES and self.names.at(scene, k - 1) is not None:
            return True  # "the Joint List, an alliance of Arab parties, which got 15"
        return scene.words[k + 1].lower in self._clauses or scene.tags[k + 1] in ("VBN", "VBG", "WDT", "WP", "WP$")

    def _beaten_at(self, scene: Scene, first: int, j: int) -> bool:
        """ "Ann Green won 53 percent, beating John Brown, who got 47": the relative word is of the beaten one.

        So it is of any goal of a participle that does not describe: "outshining the Centre Party, which gained 29".
        """
        m = scene.mention(j)
        behind = next((w for w in scene.words[j:] if m is not None and w.start >= m.char_end), None)
        follows = behind is not None and (behind.lower in RELATIVES or behind.text == ",")
        last = self.names.first_word(scene, j)
        if not follows or last - first > _BEATING:
            return False
        describes = scene.lower(first) in self._clauses  # "the Joint List, comprising the Balad party, which got 15"
        return scene.has(self._beaten, first, last) or (scene.tags[first] == "VBG" and not describes)

    def _joined(self, scene: Scene, j: int, i: int) -> bool:
        """ "The Greens were ahead of Labour here, and there they came first": the doers of two joined verbs."""
        verb = scene.heads[i] if scene.deps[i] in SUBJECTS else -1
        return verb >= 0 and scene.deps[verb] == "conj" and scene.heads[verb] == scene.heads[j]

    def _same_pronoun(self, scene: Scene, i: int) -> int:
        """ "In 1988 he lost to John Brown, and in 1992 he came third": the first "he", who is the second; -1: none."""
        doers = (j for j in range(i) if scene.lower(j) == scene.lower(i) and scene.deps[j] in SUBJECTS)
        return next(doers, -1) if scene.deps[i] in SUBJECTS else -1

    def _not_named_behind(self, scene: Scene, i: int, back: Spot | None, discourse: Discourse) -> Spot | None:
        """ "They took 49 seats to the Harbour Party's 34": no pronoun is of one that the sentence names behind it.

        The only other one of whom figures were told of late; None where there is none, or several.
        """
        named = {m.text for m in scene.mentions if m.char_start > scene.words[i].start}
        if back is None or back[0] not in named:
            return back
        person = scene.lower(i) in self._person_pronouns
        told = (s for s in discourse.subjects[-_OF_LATE:] if (s.kind == "person") == person and s.text not in named)
        others = {s.text: (s.text, s.start, s.end) for s in told}
        return next(iter(others.values())) if len(others) == 1 else None

    def _ahead_of(self, scene: Scene, i: int) -> int:
        """ "Compared with 2015, when it polled 49.5 percent, the Meadow Party lost": who does that; -1 for no such."""
        verb = -1 if scene.lower(i) in self._person_pronouns else scene.heads[i]
        if verb < 0 or scene.deps[verb] != "advcl" or scene.deps[scene.heads[verb]] != "ROOT":
            return -1
        doers = (j for j in range(i + 1, len(scene.words)) if scene.deps[j] in SUBJECTS)
        doer = next((j for j in doers if scene.heads[j] == scene.heads[verb]), -1)
        m = self.names.at(scene, doer) if doer >= 0 else None
        return doer if m is not None and m.kind == "party" else -1

    def _pronoun(self, scene: Scene, i: int, rule: str, discourse: Discourse) -> Subject | None:
        """ "he" goes back to the last person spoken of as subject, "it" and "they" to the last list or party."""
        person = scene.words[i].lower in self._person_pronouns
        fitting = []
        for j in range(i - 1, -1, -1):
            m = self.names.at(scene, j)
            if m is not None and (m.kind == "person") == person and not self.names.owns(scene, m):
                fitting.append(j)
        # "Brown told the BBC's Ann Green he was thinking of": he is who does something in the sentence, where one does
        doing = (j for j in fitting if scene.deps[j] in SUBJECTS and (person or self._joined(scene, j, i)))
        done = next(doing, -1)
        same = self._same_pronoun(scene, i) if done < 0 else -1
        if same >= 0 and any(j > same for j in fitting):
            return self._pronoun(scene, same, rule, discourse)
        meant = done if done >= 0 else fitting[0] if fitting else self._ahead_of(scene, i)
        if meant >= 0:
            return self.names.named(scene, meant, rule + "+pronoun")
        clause, _ = scene.clause(i)
        for j in () if person else (*range(clause, i), *range(clause)):
            described = scene.words[j].lower in self.names.party_heads and scene.deps[j].startswith("nsubj")
            if described and self.names.at(scene, j) is None:
                return self._descriptions.of(scene, j, rule + "+pronoun", discourse)
        told = discourse.subjects[-1] if discourse.subjects else None
        here = told is not None and told.anchor >= 0 and scene.sentence.char_start <= told.start
        if person and told is not None and here and told.rule.endswith("capitals"):
            # "Lula carried 13 states; in Bahia he had 72%": a name that is no mention
            return replace(told, rule=rule + "+pronoun")
        spoken = discourse.spoken
        if spoken is not None and not person and (scene.lower(i) in THEY) == spoken.text.lower().endswith("s"):
            return replace(spoken, rule=rule + "+pronoun", anchor=-1)
        kind: SubjectKind = "person" if person else "party"
        back = self._not_named_behind(scene, i, discourse.last(kind), discourse)
        quoted = discourse.quoted if person and back is not None else None
        other = None if quoted is None or back is None else quoted.other(scene, i, back[0])
        if other is not None:
            return recalled(other, rule + "+pronoun")  # "'He got half the votes,' she said": not who speaks
        return None if back is None else Subject(*back, kind, rule + "+pronoun", -1)
