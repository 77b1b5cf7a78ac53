"""Who a figure is about, and what the article has spoken of so far."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

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
    told: int = -1  # where the figure of the last claim begins

    def see(self, mentions: Sequence[Mention], salient: Sequence[int]) -> None:
        """Note the mentions of a sentence that has been read; `salient` are the indexes of those it is about."""
        latest: dict[str, Mention] = {}
        for kind, pool in (("person", self.persons), ("party", self.parties)):
            plain = [m for n, m in enumerate(mentions) if m.kind == kind and n not in salient]
            about = [m for n, m in enumerate(mentions) if m.kind == kind and n in salient]
            pool.extend([*plain, *reversed(about)])
            if plain or about:
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


def recalled(m: Mention, rule: str) -> Subject:
    """A mention of an earlier sentence as subject: a person, or a party."""
    return Subject(m.text, m.char_start, m.char_end, "person" if m.kind == "person" else "party", rule, -1)
