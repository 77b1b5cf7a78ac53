"""Whose a share is in a referendum that names no side: "the new charter won 94 percent of the vote"."""

from __future__ import annotations

from pipeline.annotating.words import ARTICLES
from pipeline.configuring.terms import Terms
from pipeline.extracting.grammar import SUBJECTS
from pipeline.extracting.naming.contestants import Contestants
from pipeline.extracting.naming.subject import Discourse, Subject
from pipeline.extracting.readings import Reading
from pipeline.extracting.scene import Scene

_LEAST = 1000.0  # votes: fewer are cast in a chamber
_DEPTH = 6  # heads from a modifier to its noun
_REACH = 12  # words from the verb to the figure


class BallotFrames:
    """Subjects that are no contestants: what is put to the vote."""

    def __init__(self, terms: Terms, names: Contestants) -> None:
        self._w, self._names = terms.naming.ballots, names

    def put_to_vote(self, scene: Scene, reading: Reading, discourse: Discourse) -> Subject | None:
        """ "In the referendum the reform bill received 94 percent approval": the doer of the verb, as printed."""
        start = reading.figure.start
        many = reading.measure == "vote_share" or (reading.measure == "votes" and reading.figure.value >= _LEAST)
        second = scene.lower(start - 1) == "to" and any(g.last == start - 1 for g in scene.figures)
        if not many or second or not scene.has(self._w.referendums):
            return None  # "The proposal failed, 39 percent to 61 percent": the second is not its own
        verb = next((i for i in range(start - 1, max(-1, start - _REACH), -1) if scene.tags[i].startswith("VB")), -1)
        for j in range(verb):
            said = scene.heads[j] == verb and scene.deps[j] in SUBJECTS
            if said and scene.lower(j) in self._w.put and scene.mention_at[j] < 0:
                first = self._phrase(scene, j)
                first += scene.lower(first) in ARTICLES
                numbered = j + 1 < len(scene.words) and scene.words[j + 1].kind == "number"  # "Measure 9 took"
                return self._names.printed(scene, first, j + 1 + numbered, "put-to-vote")
        return None

    def _phrase(self, scene: Scene, j: int) -> int:
        """Where the phrase of the noun at word j begins: no word of "In the referendum" before it."""
        first = j
        while first > 0 and self._under(scene, first - 1, j):
            first -= 1
        return first

    def _under(self, scene: Scene, k: int, j: int) -> bool:
        """Whether the parse hangs word k on the noun at word j, at once or by others."""
        for _ in range(_DEPTH):
            k = scene.heads[k]
            if k == j:
                return True
            if k < 0:
                return False
        return False
