"""Who a figure is about, and how a noun phrase or pronoun of the text stands for someone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.configuring.annotating import Annotating
from pipeline.configuring.terms import Terms
from pipeline.extracting.scene import Scene
from pipeline.types import Mention, SubjectKind


@dataclass(frozen=True, slots=True)
class Subject:
    """A subject as printed at [start, end) of the article; `rule` names the frame that tied it to the figure.

    `anchor` is the word index in the scene at which it stands (-1 where it stands in an earlier sentence).
    """

    text: str
    start: int
    end: int
    kind: SubjectKind
    rule: str
    anchor: int


@dataclass
class Discourse:
    """What the article has spoken of so far: the last contestants, for pronouns and descriptions."""

    persons: list[Mention] = field(default_factory=list)  # the most salient of each sentence stands last
    parties: list[Mention] = field(default_factory=list)
    sentences: list[dict[str, Mention]] = field(default_factory=list)  # of each sentence the most salient by kind
    subjects: list[Subject] = field(default_factory=list)
    led_by: dict[str, Mention] = field(default_factory=dict)  # a leader's text -> the list's mention

    def see(self, mentions: Sequence[Mention], salient: Sequence[int]) -> None:
        """Note the mentions of a sentence that has been read; `salient` are the indexes of those it is about."""
        for kind, pool in (("person", self.persons), ("party", self.parties)):
            plain = [m for n, m in enumerate(mentions) if m.kind == kind and n not in salient]
            about = [m for n, m in enumerate(mentions) if m.kind == kind and n in salient]
            pool.extend([*plain, *reversed(about)])
        latest: dict[str, Mention] = {}
        for kind, pool in (("person", self.persons), ("party", self.parties)):
            if any(m.kind == kind for m in mentions):
                latest[kind] = pool[-1]
        self.sentences.append(latest)

    def last(self, kind: SubjectKind) -> tuple[str, int, int] | None:
        """The contestant of that kind that a pronoun goes back to: the last subject, or one named since."""
        for latest in reversed(self.sentences[-4:]):
            m = latest.get(kind)
            if m is not None:
                return m.text, m.char_start, m.char_end
        subject = next((s for s in reversed(self.subjects[-4:]) if s.kind == kind), None)
        return None if subject is None else (subject.text, subject.start, subject.end)


class Referents:
    """Turns words of a scene into subjects: mentions, descriptions, pronouns."""

    def __init__(self, terms: Terms, lists: Annotating) -> None:
        r = terms.reference
        self.party_heads, self.person_heads = frozenset(r.party_heads), frozenset(r.person_heads)
        self._person_pronouns, self._group_pronouns = frozenset(r.person_pronouns), frozenset(r.group_pronouns)
        self._possessives, self._sides = frozenset(r.possessives), frozenset(r.sides)
        self._never, self._bodies = frozenset(r.never), lists.never_contestants

    def contestant(self, scene: Scene, i: int) -> Mention | None:
        """The party, person or unlabelled body mention that covers word i, if it may stand in an election."""
        n = scene.mention_at[i] if 0 <= i < len(scene.words) else -1
        if n < 0:
            return None
        m = scene.mentions[n]
        if m.kind in ("party", "person") or (
            m.kind == "body" and m.basis == "recogniser ORG" and not self._dateline(scene, m)
        ):
            return None if m.text.casefold() in self._bodies else m
        return None

    def _dateline(self, scene: Scene, m: Mention) -> bool:
        """ "ACCRA, Jan. 3 -", "TBILISI (Reuters)": a town in capitals at the head of a sentence is no one."""
        after = scene.doc.article.text[m.char_end : m.char_end + 2].strip()
        return (
            m.text.isupper()
            and m.char_start == scene.sentence.char_start
            and after[:1] in (",", "(", "-", "\u2014", "\u2013")
        )

    def side(self, scene: Scene, i: int, rule: str) -> Subject | None:
        """A side of a referendum at word i: "the Yes", "the \"no\""."""
        j = i - 1 if i > 0 and scene.words[i].text in ('"', "\u201d", "'", "\u2019") else i
        if j < 0 or scene.words[j].lower not in self._sides:
            return None
        word = scene.words[j]
        quoted = j > 0 and scene.words[j - 1].text in ('"', "\u201c", "'", "\u2018")
        if not (word.text[0].isupper() or quoted):
            return None
        return Subject(word.text, word.start, word.end, "party", rule, j)

    def capitals(self, scene: Scene, i: int, rule: str) -> Subject | None:
        """An unknown name right before a figure in a list ("DL eight", "the Pan Africanist Congress five")."""
        n = scene.mention_at[i]
        if n >= 0 and scene.mentions[n].kind == "body" and scene.mentions[n].text.casefold() not in self._bodies:
            return self.of_mention(scene, scene.mentions[n], rule)
        if scene.words[i].end == scene.words[min(i + 1, len(scene.words) - 1)].start:
            return None  # "GE15"
        j = i
        while (
            j >= 0
            and scene.mention_at[j] < 0
            and scene.words[j].kind == "word"
            and scene.words[j].text[0].isupper()
            and i - j < 5
        ):
            j -= 1
        if j == i or scene.words[j + 1].lower in self._never:
            return None
        start, end = scene.words[j + 1].start, scene.words[i].end
        return Subject(scene.doc.article.text[start:end], start, end, "party", rule + "+capitals", j + 1)

    def plural(self, scene: Scene, i: int, rule: str) -> Subject | None:
        """ "the fundamentalists won 188": a plural that does the winning stands for who won, as printed."""
        if scene.words[i].lower in self._never:
            return None
        first, last = self._phrase(scene, i)
        if scene.words[first].lower in ("the", "a", "an", "this") and first < i:
            first += 1
        start, end = scene.words[first].start, scene.words[last - 1].end
        return Subject(scene.doc.article.text[start:end], start, end, "party", rule + "+plural", i)

    def of_mention(self, scene: Scene, m: Mention, rule: str) -> Subject:
        """A mention as subject."""
        anchor = next(i for i, w in enumerate(scene.words) if m.char_start <= w.start)
        kind: SubjectKind = "party" if m.kind in ("body", "place") else m.kind
        return Subject(m.text, m.char_start, m.char_end, kind, rule + ("+org" if m.kind == "body" else ""), anchor)

    def at(self, scene: Scene, i: int, rule: str, discourse: Discourse) -> Subject | None:
        """The subject that word i is the head of: a mention, a pronoun or a description; None for anything else."""
        m = self.contestant(scene, i)
        if m is not None:
            return self.of_mention(scene, m, rule)
        if not 0 <= i < len(scene.words):
            return None
        word = scene.words[i].lower
        if word in self._person_pronouns or word in self._group_pronouns:
            return self._pronoun(scene, i, rule, discourse)
        if word in ("who", "which", "that", "whom", "whose"):
            return self.before(scene, i, rule, discourse)
        if word in self.party_heads or word in self.person_heads:
            return self._description(scene, i, rule, discourse)
        if word in self._sides and (
            scene.words[i].text[0].isupper() or scene.words[i - 1].text in ('"', "\u201c", "'", "\u2018")
        ):
            return Subject(scene.words[i].text, scene.words[i].start, scene.words[i].end, "party", rule, i)
        return None

    def before(self, scene: Scene, i: int, rule: str, discourse: Discourse) -> Subject | None:
        """The antecedent of a relative word at i: the contestant before the comma, over its inserted clauses.

        "the Fatah Alliance, made up of fighters from units that battled the Islamic State, which won 47 seats":
        a name inside an earlier relative or participle clause is passed over when one stands before that clause.
        """
        j = i - 1
        if j >= 0 and scene.words[j].text == ",":
            j -= 1
        best: int | None = None
        depth_words = (
            "that",
            "who",
            "which",
            "made",
            "led",
            "headed",
            "backed",
            "headed",
            "including",
            "whose",
            "dominated",
        )
        thing = i < len(scene.words) and scene.words[i].lower == "which"
        while j >= 0:
            if scene.words[j].text in (";",) or (scene.words[j].text == "." and j < i - 1):
                break
            person = self.contestant(scene, j)
            if thing and person is not None and person.kind == "person":
                j -= 1
                continue
            if self.contestant(scene, j) is not None or scene.words[j].lower in self.party_heads:
                if best is None:
                    best = j
                    inner = self._inside_clause(scene, j, i, depth_words)
                    if not inner:
                        break
                elif not self._inside_clause(scene, j, i, depth_words):
                    best = j
                    break
            j -= 1
        return None if best is None else self.at(scene, best, rule, discourse)

    def _inside_clause(self, scene: Scene, j: int, i: int, openers: tuple[str, ...]) -> bool:
        """True when the comma before word j opens an inserted clause ("..., headed by al-Abadi, which had 42")."""
        k = j - 1
        while k >= 0 and scene.words[k].text not in (",", ";", "\u2014", "\u2013", "("):
            if (
                scene.words[k].lower in openers
                and scene.mention_at[k] < 0
                and scene.words[k - 1 if k else 0].text not in (",",)
            ):
                if scene.words[k].lower in ("that", "which", "who"):
                    return True
            k -= 1
        return k >= 0 and (
            scene.words[k + 1].lower in openers or scene.tags[k + 1] in ("VBN", "VBG", "WDT", "WP", "WP$")
        )

    def _pronoun(self, scene: Scene, i: int, rule: str, discourse: Discourse) -> Subject | None:
        """ "he" goes back to the last person spoken of as subject, "it" and "they" to the last list or party."""
        person = scene.words[i].lower in self._person_pronouns
        for j in range(i - 1, -1, -1):
            m = self.contestant(scene, j)
            if m is not None and (m.kind == "person") == person and not self._possessor(scene, m):
                return self.of_mention(scene, m, rule + "+pronoun")
        if not person:
            for j in range(i):
                if (
                    scene.words[j].lower in self.party_heads
                    and scene.deps[j].startswith("nsubj")
                    and self.contestant(scene, j) is None
                ):
                    return self._description(scene, j, rule + "+pronoun", discourse)
        kind: SubjectKind = "person" if person else "party"
        back = discourse.last(kind)
        return None if back is None else Subject(*back, kind, rule + "+pronoun", -1)

    def _possessor(self, scene: Scene, m: Mention) -> bool:
        return any(w.kind == "genitive" and w.start == m.char_end for w in scene.words)

    def _description(self, scene: Scene, i: int, rule: str, discourse: Discourse) -> Subject | None:
        """A common noun: "ODS candidates", "candidates of his party", "Klaus's party", "the ruling party"."""
        predicate = self._predicate_of(scene, i)
        if predicate >= 0:
            found = self.at(scene, predicate, rule, discourse)
            if found is not None:
                return found
        first, last = self._phrase(scene, i)
        named = self._renamed(scene, first, last, rule)
        if named is not None:
            return named
        for j in range(last, min(last + 3, len(scene.words))):
            if scene.words[j].text == "," or j == last:
                m = (
                    self.contestant(scene, j if scene.words[j].text != "," else j + 1)
                    if self._apposed(scene, j)
                    else None
                )
                if m is not None and scene.words[j - 1].lower not in ("and", "or"):
                    return self.of_mention(scene, m, rule + "+apposition")
        for j in range(i - 1, first - 1, -1):
            m = self.contestant(scene, j)
            if (
                m is not None
                and (m.kind == "party" or scene.words[i].lower in self.person_heads)
                and not self._possessor(scene, m)
            ):
                return self.of_mention(scene, m, rule + "+compound")
        of = self._of_name(scene, i)
        if of is not None and of.kind == "party":
            return self.of_mention(scene, of, rule + "+of")
        word = scene.words[first]
        owned = any(scene.words[j].kind == "genitive" for j in range(first, i)) or of is not None
        definite = word.lower in ("the", "this", "that") or word.lower in self._possessives
        bare = i - first <= 1 and definite
        if (
            bare
            and word.lower == "the"
            and scene.words[i + 1 : i + 2]
            and scene.words[i + 1].lower in ("between", "of")
            and of is None
        ):
            known = next(
                (m for m in reversed(discourse.parties) if m.text.split()[-1].lower() in self.party_heads), None
            )
            if known is not None and scene.words[i].lower in ("alliance", "coalition", "bloc", "pact"):
                return Subject(known.text, known.char_start, known.char_end, "party", rule + "+definite", -1)
        if (
            bare
            and not owned
            and scene.words[i].lower
            in (
                "party",
                "coalition",
                "alliance",
                "bloc",
                "list",
                "movement",
                "group",
                "grouping",
                "front",
                "candidate",
                "union",
            )
        ):
            back = self._back(scene, first, i, discourse, rule)
            if back is not None:
                return back
        stop = last
        if (
            of is None
            and i + 1 < len(scene.words)
            and scene.words[i + 1].lower in ("of", "between")
            and scene.words[i].lower in ("alliance", "coalition", "bloc", "union", "pact")
        ):
            while (
                stop < len(scene.words)
                and stop - i < 14
                and not scene.tags[stop].startswith(("VB", "MD", "W"))
                and scene.words[stop].text not in (",", ";", ".")
            ):
                stop += 1
        if of is not None:
            stop = max(k for k in range(len(scene.words)) if scene.words[k].end <= of.char_end) + 1
        if definite and word.lower in ("the", "this", "that") and first + 1 <= i:
            first += 1
        start, end = scene.words[first].start, scene.words[stop - 1].end
        kind: SubjectKind = "person" if scene.words[i].lower in self.person_heads else "party"
        return Subject(scene.doc.article.text[start:end], start, end, kind, rule + "+description", i)

    def _predicate_of(self, scene: Scene, i: int) -> int:
        """ "X remains the biggest bloc with 108", "confirmed X as the winner, with 73": the word X, -1 for none."""
        head = scene.heads[i]
        if head < 0 or head == i:
            return -1
        if scene.deps[i] == "attr":
            return next((k for k in range(i) if scene.heads[k] == head and scene.deps[k] in ("nsubj", "nsubjpass")), -1)
        if scene.deps[i] == "pobj" and scene.words[head].lower == "as":
            verb = scene.heads[head]
            objects = [k for k in range(i) if scene.heads[k] == verb and scene.deps[k] in ("dobj", "nsubjpass")]
            return objects[-1] if objects else -1
        return -1

    def _renamed(self, scene: Scene, first: int, last: int, rule: str) -> Subject | None:
        """ "The Christian Democrats, a junior partner, took 13"; "the third party in the government, the ODA, won"."""
        if first >= 2 and scene.words[first].lower in ("a", "an", "the") and scene.words[first - 1].text == ",":
            j = first - 2
            if scene.words[j].text == ")":
                while j > 0 and scene.words[j].text != "(":
                    j -= 1
                j -= 1
            m = self.contestant(scene, j)
            if m is not None:
                return self.of_mention(scene, m, rule + "+apposition")
            unknown = self.capitals(scene, j, rule) if scene.words[j].text[:1].isupper() else None
            if unknown is not None:
                return unknown
        for j in range(last, min(last + 8, len(scene.words) - 1)):
            if scene.tags[j] in ("VBD", "VBZ", "VBP", "MD", "WDT", "WP") or scene.mention_at[j] >= 0:
                return None
            if scene.words[j].text == ",":
                k = j + 2 if scene.words[j + 1].lower == "the" else j + 1
                m = self.contestant(scene, k)
                end = next(
                    (e for e in range(k, len(scene.words)) if m is not None and scene.words[e].start >= m.char_end), -1
                )
                closed = 0 <= end < len(scene.words) and scene.words[end].text in (",", "(")
                return self.of_mention(scene, m, rule + "+apposition") if m is not None and closed else None
        return None

    def _apposed(self, scene: Scene, j: int) -> bool:
        """The description is followed by the name itself: "the strongest opposition party, the Social Democrats"."""
        if scene.words[j].text != ",":
            return True
        k = j + 1
        return k < len(scene.words) and (scene.mention_at[k] >= 0)

    def _phrase(self, scene: Scene, i: int) -> tuple[int, int]:
        first = i
        while first > 0 and (
            scene.is_modifier(first - 1)
            or scene.words[first - 1].lower
            in ("the", "a", "an", "this", "his", "her", "its", "their", "two", "three", "all", "both", "most")
        ):
            if scene.tags[first - 1] in ("VBN", "VBG") and scene.deps[first - 1] in ("ROOT", "conj", "advcl"):
                break
            first -= 1
            if scene.words[first].lower in ("the", "a", "an", "this", "his", "her", "its", "their"):
                break
        return first, i + 1

    def _of_name(self, scene: Scene, i: int) -> Mention | None:
        """ "the party of Czech Prime Minister Vaclav Klaus", "the list of Hadi al-Amiri"."""
        if i + 1 >= len(scene.words) or scene.words[i + 1].lower not in ("of", "from", "for", "led"):
            return None
        for j in range(i + 2, min(i + 9, len(scene.words))):
            m = self.contestant(scene, j)
            if m is not None:
                return m
            if not (
                scene.is_modifier(j)
                or scene.words[j].lower in ("the", "his", "her", "their", "its", "by", "prime", "of")
            ):
                return None
        return None

    def _back(self, scene: Scene, first: int, i: int, discourse: Discourse, rule: str) -> Subject | None:
        """ "the party", "his list": the last party spoken of, in this sentence or before."""
        if scene.words[i].lower == "candidate":
            pool = [m for m in scene.mentions if m.kind == "person" and m.char_end <= scene.words[first].start]
            mention = pool[-1] if pool else discourse.persons[-1] if discourse.persons else None
        else:
            pool = [m for m in scene.mentions if m.kind == "party" and m.char_end <= scene.words[first].start]
            if not pool:
                back = discourse.last("party")
                return None if back is None else Subject(*back, "party", rule + "+definite", -1)
            mention = pool[-1]
        if mention is None:
            return None
        return Subject(
            mention.text,
            mention.char_start,
            mention.char_end,
            "person" if mention.kind == "person" else "party",
            rule + "+definite",
            -1,
        )
