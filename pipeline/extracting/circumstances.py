"""How settled the count was, and whether a figure is a claim about a result at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.configuring.terms import Circumstances, Terms
from pipeline.extracting.grammar import FINITE, SUBJECTS
from pipeline.extracting.readings import Reading
from pipeline.extracting.scene import Scene
from pipeline.types import CountStage

# What a count gives: only these have a stage.
_RESULT = frozenset(
    ("seats", "vote_share", "votes", "turnout", "margin", "areas_led", "areas_second", "rank", "seats_change")
) | {"votes_cast", "areas_reporting", "votes_counted"}
# What is so, whatever the result: no hope or hypothesis changes it.
_GIVEN = frozenset(
    ("seats_majority", "seats_total", "areas_total", "registered_voters", "candidates", "parties", "seats_reserved")
)
_PARTICIPLES = ("VBN", "VBD")  # "could have won", as it is tagged at times

_NOBODYS = frozenset(("vote_share", "votes", "seats", "areas_led"))
_ANY = frozenset(("a", "an", "any", "each", "every", "no"))
_FORETOLD = frozenset(("will", "would"))  # "a coalition would hold 54 seats": of one that is known
_TO_VERB = frozenset(("nummod", "quantmod", "dobj", "pobj", "prep", "compound", "advmod", "amod", "npadvmod"))
_MAYBE = frozenset(("may", "might", "could"))
_PARTING = frozenset((",", ";", "with", "and", "but", "when", "who", "which", "that", "after", "against"))


class Judge:
    """Looks at the words around a figure for cues of standing."""

    def __init__(self, config: Circumstances, terms: Terms) -> None:
        s, self._u = config.stages, config.unasserted
        self._nobody = terms.chambers.nobody
        self._standing = terms.reference.person_heads | terms.reference.party_heads
        self._projected, self._exit, self._belied = s.projected, s.exit, s.belied
        self._stages: tuple[tuple[CountStage, frozenset[str]], ...] = (
            ("partial", s.partial),
            ("preliminary", s.preliminary),
            ("final", s.final),
        )
        self._article_stages: tuple[tuple[CountStage, frozenset[str]], ...] = (
            ("final", s.article_final),
            ("partial", s.article_partial),
            ("preliminary", s.preliminary),
            ("projected", s.exit),
        )

    # -- what is asserted ---------------------------------------------------------------------------------

    def limit(self, scene: Scene, reading: Reading) -> Reading | None:
        """ "None of the four main parties won more than 40": a limit on every list, said of the contest."""
        hedge = reading.figure.hedge
        if reading.measure != "seats" or hedge is None or hedge.qualifier != "more_than":
            return None
        first, _ = scene.clause(reading.figure.first)
        if not scene.has(self._nobody, first, reading.figure.start):
            return None
        return replace(reading, rule="bound-none-more", need="none", limit=True)

    def asserted(self, scene: Scene, reading: Reading) -> bool:
        """False for hopes, hypotheses and negations about the figure ("did not win 50", "would need 20 seats")."""
        if reading.measure in _GIVEN:
            return True
        head = next((i for i, w in enumerate(scene.words) if w.kind == "word"), 0)
        opening = scene.lower(head) if scene.tags[head] != "NNP" else ""  # "May's Conservatives lost 13 seats"
        sure = scene.has(self._u.not_poll) or scene.has(self._u.confirming) or self._told_behind(scene, reading)
        if opening in self._u.questions or (opening in self._u.conditions and not sure):
            return False
        start = reading.figure.start
        first, _ = scene.clause(reading.figure.first)
        hoped = scene.find(self._u.hypothetical, max(first, start - 9), start)
        if hoped >= 0 and not self._is_over(scene, hoped, start):
            return False
        # "The Greens needed six seats to win the Senate; they got seven"
        needed = reading.measure == "seats" and scene.lower(start - 1) in self._u.needed_before
        unreal = needed or self._unreal(scene, first, start)
        if (
            unreal
            or self._anybodys(scene, reading, first)
            or self._maybe(scene, reading)
            or self._aimed(scene, reading)
        ):
            return False
        near = max(first, start - 4)
        if scene.has(self._u.negation, near, start):
            words = scene.lowers(near, start)
            besides = "with" in words and scene.find(self._u.negation, near, start) < near + words.index("with")
            return besides or ("only" in words and "not" in words)  # "is seven short of control with 156 of the 315"
        if reading.measure not in ("margin", "seats_majority") and scene.phrase_at(reading.end, self._u.needed_behind):
            return False  # "has the nine it needs and two to spare"
        if reading.measure in _NOBODYS and (self._nobodys(scene, first, start) or self._would_have(scene, reading)):
            return False
        return scene.lower(scene.skip(reading.end, self._u.needed_fill)) not in self._u.needed

    def _told_behind(self, scene: Scene, reading: Reading) -> bool:
        """ "Had 900 more stayed at home, the Greens would be out: they got 4.1 percent": what the colon parts is so."""
        start = reading.figure.start
        colon = max((i for i in range(start) if scene.words[i].text == ":"), default=start)
        return any(tag == "VBD" for tag in scene.tags[colon:start]) and "MD" not in scene.tags[colon:start]

    def _nobodys(self, scene: Scene, first: int, start: int) -> bool:
        """ "None of the nine other candidates reached three percent": what nobody got is no one's result."""
        at = scene.find(self._nobody, first, start)
        if at < 0 or not any(w in _PARTING for w in scene.lowers(at, start)):
            return at >= 0
        verb = scene.heads[start]  # "None of the others, among them Ann Lee, who won 28 percent in 1995, managed one"
        while scene.deps[verb] in _TO_VERB and scene.heads[verb] != verb:
            verb = scene.heads[verb]
        return scene.deps[at] in SUBJECTS and scene.heads[at] == verb and scene.tags[verb].startswith("VB")

    def _maybe(self, scene: Scene, reading: Reading) -> bool:
        """ "Turnout had passed 70 percent and might climb as high as 80": what may come has not been counted."""
        start = reading.figure.start
        told = any(g.kind == "percent" and g.last <= start for g in scene.figures)
        if reading.measure != "turnout" or not told:
            return False
        for i in range(start - 2, max(0, start - 8), -1):
            if scene.words[i].kind == "sign" or scene.tags[i] in FINITE:
                return False
            if scene.tags[i] == "MD":
                return scene.lower(i) in _MAYBE
        return False

    def _anybodys(self, scene: Scene, reading: Reading, first: int) -> bool:
        """ "A candidate can win at once by taking 45 percent": what the law asks of anybody is no one's result."""
        if reading.measure not in (*_NOBODYS, "margin"):
            return False
        if (
            scene.lower(first + 1) == "that"
            and scene.lower(first) in self._u.any_such
            and scene.tags[first + 2] == "VBP"
        ):
            return True  # "Lists that win 10 percent can go through"
        for i in range(first, reading.figure.start - 2):
            said = scene.lower(i) in _ANY and scene.lower(i + 1) in self._standing
            asked = scene.tags[i + 2] == "MD" and scene.lower(i + 2) not in _FORETOLD
            if said and (asked or scene.lower(i + 2) in self._u.needed_before):
                verb = scene.heads[i + 2] if scene.tags[i + 2] == "MD" else i + 2
                if _hangs_on(scene, reading.figure.last - 1, verb):
                    return True
        return False

    def _aimed(self, scene: Scene, reading: Reading) -> bool:
        """ "set itself a goal for the election: 30 seats", "what they need: 30 seats": asked, not got."""
        colon = reading.figure.start - 1
        if reading.measure not in _NOBODYS or scene.lower(colon) != ":":
            return False
        first, _ = scene.clause(colon - 1)
        return scene.has(self._u.needed | self._u.needed_before, first, colon)

    def _would_have(self, scene: Scene, reading: Reading) -> bool:
        """ "short of the 50 percent that would have made it binding": what nobody reached."""
        the = scene.lower(reading.figure.first - 1) == "the"
        return the and scene.phrase_at(reading.end, self._u.would_have) > 0

    def _unreal(self, scene: Scene, first: int, last: int) -> bool:
        """ "The party could have won 20 seats more", "would have taken 20 without the new law": nobody did."""
        for i in range(max(first, last - 9), last - 1):
            n = scene.phrase_at(i, self._u.unreal | self._u.unreal_if)
            if not n or i + n >= last or scene.tags[i + n] not in _PARTICIPLES:
                continue
            if scene.phrase_at(i, self._u.unreal) or scene.has(self._u.unreal_conditions):
                return True
        return False

    def _is_over(self, scene: Scene, at: int, last: int) -> bool:
        """ "The Greens, who had hoped for more, remained on 11 seats": the aside at word `at` ends before `last`."""
        return any(scene.words[k].text == "," and scene.tags[k + 1] in FINITE for k in range(at, last - 1))

    # -- stages -------------------------------------------------------------------------------------------

    def stage(self, scenes: Sequence[Scene], reading: Reading, article_stage: CountStage) -> CountStage:
        """The stage of the count the figure belongs to: the sentence's own cue, else the article's."""
        if reading.measure not in _RESULT:
            return "unknown"
        scene = scenes[-1]
        first, last = scene.clause(reading.figure.first)
        if self._expected(scene, first, reading.figure.start) or self._by_exit_poll(scene, first, last, reading):
            return "projected"
        return self._counted(scene) or article_stage

    def told(self, scene: Scene) -> CountStage | None:
        """The stage that a line above a table tells; None where it tells none."""
        if scene.has(self._exit) or scene.has(self._projected):
            return "projected"
        return self._counted(scene)

    def _counted(self, scene: Scene) -> CountStage | None:
        return next((stage for stage, cues in self._stages if scene.has(cues)), None)

    def _expected(self, scene: Scene, first: int, last: int) -> bool:
        """A word of expectation before the figure that no "than" turns round ("far lower than forecast")."""
        i = scene.find(self._projected, first, last)
        return i >= 0 and scene.lower(i - 1) not in self._u.outdone and not self._is_belied(scene, i)

    def _by_exit_poll(self, scene: Scene, first: int, last: int, reading: Reading) -> bool:
        """True where an exit poll in the clause gives the figure, and is not what the figure confounds."""
        i = scene.find(self._exit, first, last)
        if i < 0 or not self._is_belied(scene, i):
            return i >= 0
        return reading.figure.start > i and "," not in scene.lowers(i, reading.figure.start)

    def _is_belied(self, scene: Scene, i: int) -> bool:
        """ "confounding two exit polls": within three words before."""
        return scene.has(self._belied, i - 3, i) and scene.has(self._exit, i, i + 1)

    def article_stage(self, scenes: Sequence[Scene]) -> CountStage:
        """The stage that the article as a whole speaks of: its first cue; final when it gives none."""
        for scene in scenes[:10]:
            for stage, cues in self._article_stages:
                i = scene.find(cues)
                if i >= 0 and not self._is_belied(scene, i):
                    return stage
        return "final"


def _hangs_on(scene: Scene, i: int, verb: int) -> bool:
    """Whether word i is in the clause of the verb: "can win by taking 45", not "cannot govern after Brown won 31"."""
    while i != verb and scene.heads[i] != i:
        if any(scene.deps[k] in SUBJECTS and scene.heads[k] == i for k in range(len(scene.words))):
            return False
        i = scene.heads[i]
    return i == verb
