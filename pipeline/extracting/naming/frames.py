"""The frames by which news ties a figure to its subject, in the order of trust."""

from __future__ import annotations

from collections.abc import Callable

from pipeline.configuring.annotating import Annotating
from pipeline.configuring.terms import Terms
from pipeline.extracting.naming.asides import AsideFrames
from pipeline.extracting.naming.ballots import BallotFrames
from pipeline.extracting.naming.beforehand import NameFrames
from pipeline.extracting.naming.carrying import CarryingFrames
from pipeline.extracting.naming.doers import Doers
from pipeline.extracting.naming.leaders import LeaderFrames
from pipeline.extracting.naming.margins import MarginFrames
from pipeline.extracting.naming.members import person_of
from pipeline.extracting.naming.nominal import NominalFrames
from pipeline.extracting.naming.openings import OpeningFrames
from pipeline.extracting.naming.others import OtherFrames
from pipeline.extracting.naming.owned import OwnedFrames
from pipeline.extracting.naming.referents import Referents
from pipeline.extracting.naming.scored import ScoreFrames
from pipeline.extracting.naming.spoken import SpokenReader
from pipeline.extracting.naming.subject import Discourse, Subject
from pipeline.extracting.naming.tables import TableFrames
from pipeline.extracting.naming.verbal import VerbalFrames
from pipeline.extracting.readings import Reading
from pipeline.extracting.scene import Scene
from pipeline.types import SubjectKind

Rule = Callable[[Scene, Reading, Discourse], Subject | None]


class Frames:
    """Finds the subject of a reading; `rules` is the order of trust, `names` the contestants as printed."""

    def __init__(self, terms: Terms, lists: Annotating) -> None:
        refs = Referents(terms, lists)
        self._doers = Doers(terms, refs)
        self.names = refs.names
        self._spoken = SpokenReader(terms, self.names)
        nominal, before = NominalFrames(terms, self._doers), NameFrames(terms, self._doers)
        scores = ScoreFrames(terms, self._doers)
        verbal, carrying = VerbalFrames(terms, self._doers), CarryingFrames(terms, self._doers)
        tables = TableFrames(terms, self.names, nominal)
        margins, leaders = MarginFrames(terms, self._doers), LeaderFrames(terms, self._doers)
        owned, opening = OwnedFrames(terms, self._doers), OpeningFrames(terms, self._doers)
        others, ballots = OtherFrames(terms, self._doers), BallotFrames(terms, self.names)
        asides = AsideFrames(terms, self._doers)
        self._is_opposed = others.opposed
        named: tuple[Rule, ...] = (
            tables.row_of,
            tables.own_vote,
            tables.worth,
            nominal.members_of,
            verbal.respectively,
            verbal.had_before,
            leaders.leader,
            margins.told_of,
            owned.noun_owner,
            scores.stated,
            asides.whose,
            carrying.same_as_before,
            others.gapped,
            opening.opening,
            nominal.possessive,
            nominal.goes_to,
            nominal.for_whom,
            nominal.in_brackets,
            carrying.in_place,
            before.name_behind,
            before.name_before,
            before.with_figure,
            nominal.place_is,
        )
        self.rules: tuple[Rule, ...] = (
            *named,
            carrying.own_tally,
            ballots.put_to_vote,
            verbal.receiver,
            asides.given,
            asides.before_colon,
            verbal.verb,
            carrying.performance_of,
            carrying.governed_by,
            carrying.carried,
            carrying.nearest,
        )

        # What one had against another is not whose the verb is.
        self._opposed: tuple[Rule, ...] = (*named, others.rival)
        # Whose the smaller figure of a score is, the winner's verb does not say.
        self._between: tuple[Rule, ...] = (leaders.leader,)
        self._scoring = (nominal.possessive, nominal.for_whom, scores.scored)

    def find(self, scene: Scene, reading: Reading, discourse: Discourse) -> Subject | None:
        """Return the subject by the first rule that finds one; None when none does."""
        for rule in self._rules_for(scene, reading, discourse):
            subject = rule(scene, reading, discourse)
            if subject is not None:
                if reading.rule == "runs-areas" and subject.kind == "person":
                    return None  # "The governor, who held 106 town halls": meetings
                return person_of(self.names, scene, reading, subject)
        return None

    def _rules_for(self, scene: Scene, reading: Reading, discourse: Discourse) -> tuple[Rule, ...]:
        if reading.rule == "margin-between":
            return self._between  # "the distance between the two parties 4.15 points" is no one's but the first's
        if reading.rule.startswith("score"):
            return self._scoring
        return self._opposed if self._is_opposed(scene, reading, discourse) else self.rules

    def salient(self, scene: Scene) -> list[int]:
        """Return the indexes of the mentions that the sentence is about."""
        return self._doers.salient(scene)

    def goes_on(self, scene: Scene) -> SubjectKind | None:
        """Return the kind of the one told of before whom the sentence is about, by a pronoun; None where by none."""
        return self._doers.goes_on(scene)

    def spoken(self, scene: Scene) -> Subject | None:
        """Return the description that opens the sentence; None where it opens with a name or no contestant."""
        return self._spoken.spoken(scene)
