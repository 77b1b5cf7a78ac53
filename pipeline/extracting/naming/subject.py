"""Who a figure is about, and what the article has spoken of so far."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.extracting.naming.duel import Duel
from pipeline.extracting.naming.quoted import Quoted
from pipeline.extracting.naming.titled import Titled
from pipeline.extracting.scene import Scene
from pipeline.types import Mention, SubjectKind

Spot = tuple[str, int, int]  # a name as printed, and where: text, start, end


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
    sentences: list[dict[str, Spot]] = field(default_factory=list)  # of each sentence the most salient by kind
    told_of: list[list[Mention]] = field(default_factory=list)  # the persons of each sentence
    subjects: list[Subject] = field(default_factory=list)
    spoken: Subject | None = None  # the description that the last sentence is about: "The ruling party did better"
    told: int = -1  # where the figure of the last claim begins
    titled: Titled | None = None  # whom titles stand for in this article
    duel: Duel | None = None  # the two people it sets against each other
    quoted: Quoted | None = None  # who speaks in it

    def see(
        self, scene: Scene, salient: Sequence[int], same: SubjectKind | None = None, spoken: Subject | None = None
    ) -> None:
        """Note the mentions of a sentence that has been read.

        `salient` are the indexes of those it is about; `same` says that it is about the last person or party told of
        ("He led Richard Green by 12 votes"), who stays the last one. `spoken` is the description it is about, if any.
        """
        self.spoken = spoken
        mentions, start = scene.mentions, scene.sentence.char_start
        titled = None if self.titled is None else self.titled.told_of(scene)  # "The president beat Green" is about him
        latest: dict[str, Spot] = {}
        for kind, pool in (("person", self.persons), ("party", self.parties)):
            plain = [m for n, m in enumerate(mentions) if m.kind == kind and n not in salient]
            about = [m for n, m in enumerate(mentions) if m.kind == kind and n in salient]
            kept = [pool.pop()] if same == kind and pool else []
            kept = [titled] if titled is not None and kind == "person" else kept
            pool.extend([*plain, *reversed(about), *kept])
            described = self._described(start) if kind == "party" and not about else None
            if described is not None:
                latest[kind] = described
            elif plain or about or kept:
                latest[kind] = (pool[-1].text, pool[-1].char_start, pool[-1].char_end)
        self.sentences.append(latest)
        self.told_of.append([m for m in mentions if m.kind == "person"])

    def _described(self, start: int) -> Spot | None:
        """ "The conservatives won 20 seats, ahead of Labour. The party": one that only a description told of."""
        told = (s for s in self.subjects[-4:] if s.start >= start and s.kind == "party" and s.anchor >= 0)
        first = next(told, None)
        return (first.text, first.start, first.end) if first and first.rule.endswith("description") else None

    def led(self, party: Spot, who: Mention) -> bool:
        """Whether that person was told of in the sentence of that party: "Santos leads the Meadow Party"."""
        beside = [told for told, latest in zip(self.told_of, self.sentences, strict=True) if party in latest.values()]
        return any(m.text.split()[-1] == who.text.split()[-1] for told in beside for m in told)

    def lead_of(self, party: str) -> Mention | None:
        """The one person whom sentences that are about that party tell of; None where they tell of several or none."""
        beside = [t for t, latest in zip(self.told_of, self.sentences, strict=True) if _is_of(party, latest)]
        surnames = {m.text.split()[-1]: m for told in beside for m in told}
        return next(iter(surnames.values())) if len(surnames) == 1 else None

    def lone_person(self, start: int) -> Mention | None:
        """The only person that the last two sentences tell of, else whom the article is about.

        Seen from `start`; None where they tell of several and the article of two alike: after "Ann Lee took 46
        percent. Tom Ray had 29", "the former captain" may be either; after "Tom Ray was born here" he is Ray.
        """
        last, near = ({m.text.split()[-1]: m for told in self.told_of[-n:] for m in told} for n in (1, 2))
        leading = None if self.duel is None else self.duel.leading(start)
        about = len(last) == 1 and all(m.char_start > self.told for m in last.values())
        if len(near) == 1 or about or (len(last) == 1 and leading is not None and leading.text.split()[-1] in last):
            return next(iter((last or near).values()))
        return leading

    def besides(self, name: str, here: Sequence[Mention] = ()) -> Mention | None:
        """The last person, of those `here` and then of the sentences before, who has another last name."""
        told = name.rsplit(maxsplit=1)[-1]
        others = (m for m in [*reversed(here), *reversed(self.persons)] if m.text.split()[-1] != told)
        return next(others, None)

    def against(self, name: str, start: int) -> Mention | None:
        """The opponent of the person so named, seen from `start`: of the article's two, else the only other subject.

        None where several have figures of their own and no two are named far more often than the rest.
        """
        if self.duel is not None and self.duel.is_namesake(name):
            return None
        found = None if self.duel is None else self.duel.other(name, start)
        told = name.rsplit(maxsplit=1)[-1]
        others = {s.text.split()[-1]: s for s in self.subjects if s.kind == "person" and s.text.split()[-1] != told}
        if found is not None or len(others) != 1:
            return found
        surname = next(iter(others))
        return next((m for m in reversed(self.persons) if m.text.split()[-1] == surname), None)

    def last(self, kind: SubjectKind) -> Spot | None:
        """The contestant of that kind that a pronoun goes back to: the last subject, or one named since."""
        for latest in reversed(self.sentences[-4:]):
            if kind in latest:
                return latest[kind]
        subject = next((s for s in reversed(self.subjects[-4:]) if s.kind == kind), None)
        return None if subject is None else (subject.text, subject.start, subject.end)


def _is_of(party: str, latest: dict[str, Spot]) -> bool:
    return "party" in latest and latest["party"][0] == party


def recalled(m: Mention, rule: str) -> Subject:
    """A mention of an earlier sentence as subject: a person, or a party."""
    return Subject(m.text, m.char_start, m.char_end, "person" if m.kind == "person" else "party", rule, -1)
