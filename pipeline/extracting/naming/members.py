"""The person of a party: whose votes are told where both are named ("Tom Banda of the Harvest Party")."""

from __future__ import annotations

from pipeline.extracting.grammar import DETERMINERS
from pipeline.extracting.naming.contestants import Contestants
from pipeline.extracting.naming.descriptions import before_brackets
from pipeline.extracting.naming.subject import Subject
from pipeline.extracting.readings import Reading
from pipeline.extracting.scene import Scene
from pipeline.types import Mention


def person_of(names: Contestants, scene: Scene, reading: Reading, subject: Subject) -> Subject:
    """ "Tom Banda of the Harvest Party got 4.1 percent": the votes are the person's, seats the party's.

    Of a leader told behind a party's name the figure is the party's: "the Pirates of the hacker Jon Brown, with nine".
    """
    led = _party_of(names, scene, subject)
    if led is not None:
        return names.of_mention(scene, led, subject.rule)
    if reading.measure not in ("votes", "vote_share", "margin") or subject.kind != "party" or subject.anchor < 0:
        return subject
    n = scene.mention_at[subject.anchor]
    person = of_whom(names, scene, subject.anchor, scene.mentions[n]) if n >= 0 else None
    between = person is not None and any(
        g.start > 0 and person.char_end <= scene.words[g.first].start < subject.start for g in scene.figures
    )
    return subject if person is None or between else names.of_mention(scene, person, subject.rule)


def _party_of(names: Contestants, scene: Scene, subject: Subject) -> Mention | None:
    """The party in whose phrase the person stands: "the Socialist Front (FFS) of Hocine Brown"; None for none."""
    if subject.kind != "person" or subject.anchor < 0:
        return None
    of = names.phrase_start(scene, subject.anchor) - 1
    while of > 0 and (scene.is_modifier(of) or scene.lower(of) in DETERMINERS or _titled(names, scene, of)):
        of -= 1  # "of the former prime minister Ann Lee"
    if scene.lower(of) != "of":
        return None
    party = names.at(scene, before_brackets(scene, of - 1))
    return party if party is not None and party.kind == "party" else None


def of_whom(names: Contestants, scene: Scene, j: int, m: Mention) -> Mention | None:
    """The person of the party at word j: "Hofer, 45, of the Freedom Party", "the Christian Democrat Ann Lee"."""
    next_ = names.last_word(scene, j) + 1
    if next_ < len(scene.words) and scene.words[next_].kind == "genitive":
        next_ += 1  # "47.1 percent for the ruling Meadow Party's Tom Field"
    while next_ < len(scene.words) and _titled(names, scene, next_):
        next_ += 1  # "the Sandinista leader Daniel Brown", "Harbour Party Secretary General Ann Lee"
    behind = names.at(scene, next_)
    if m.kind == "party" and behind is not None and behind.kind == "person":
        return behind
    first = names.first_word(scene, j)
    j = first - 2 if scene.lower(first - 1) == "(" else j  # "Daniel Brown of the ruling Harbour Front (HF)"
    of = names.phrase_start(scene, j) - 1
    if m.kind != "party" or scene.lower(of) != "of":
        return None
    for p in range(of - 1, max(-1, of - 7), -1):
        person = names.at(scene, p)
        if person is not None and person.kind == "person":
            return person
        if scene.words[p].text != "," and scene.words[p].kind != "number":
            return None
    return None


def _titled(names: Contestants, scene: Scene, i: int) -> bool:
    """A common noun for a person, or a title in capitals that no mention holds."""
    title = scene.mention_at[i] < 0 and scene.words[i].text[:1].isupper() and scene.lower(i) in names.titles
    return title or (scene.lower(i) in names.person_heads and scene.tags[i] == "NN")
