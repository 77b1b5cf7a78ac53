"""How settled the count was, who is speaking, where the figure holds, and whether it is asserted at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.configuring.terms import Circumstances, Terms
from pipeline.extracting.readings import Reading
from pipeline.extracting.scene import Scene
from pipeline.types import CountStage

_RESULT = (
    "seats",
    "vote_share",
    "votes",
    "turnout",
    "margin",
    "areas_led",
    "areas_second",
    "rank",
    "seats_change",
    "votes_cast",
    "areas_reporting",
    "votes_counted",
)


class Judge:
    """Looks at the words around a figure for cues of standing."""

    def __init__(self, config: Circumstances, terms: Terms) -> None:
        self._nobody = frozenset(terms.chambers.nobody)
        s, u = config.stages, config.unasserted
        self._projected, self._partial = frozenset(s.projected), frozenset(s.partial)
        self._exit = frozenset(s.exit)
        self._article_partial, self._article_final = frozenset(s.article_partial), frozenset(s.article_final)
        self._preliminary, self._final = frozenset(s.preliminary), frozenset(s.final)
        self._poll, self._not_poll = frozenset(u.poll), frozenset(u.not_poll)
        self._hypothetical, self._negation = frozenset(u.hypothetical), frozenset(u.negation)
        self._asked = frozenset(u.asked)
        self._result = frozenset(config.unasserted.result)

    def polled(self, scenes: Sequence[Scene], reading: Reading) -> bool:
        """True for a figure of an opinion poll: its sentence says so, or the one before in its paragraph does.

        "confirmed surveys showing many believe": a survey named behind the figure does not make it a poll's.
        """
        here = scenes[-1]
        first, _ = here.clause(reading.figure.first)
        if reading.measure == "registered_voters" and here.has(self._asked, first, reading.figure.start):
            return True
        if reading.measure not in ("vote_share", "seats", "margin", "rank", "votes") or here.has(self._not_poll):
            return False
        _, last = here.clause(reading.figure.first)
        stop = next((j for j in range(reading.end, last) if here.words[j].text in (",", "(")), last)
        if here.has(self._poll, 0, min(stop, reading.end + 6)) or self._institute(here):
            return True
        if len(scenes) < 2 or here.has(self._result):
            return False
        prior = scenes[-2]
        gap = here.doc.article.text[prior.sentence.char_end : here.sentence.char_start]
        return (
            "\n" not in gap and prior.has(self._poll) and not prior.has(self._not_poll) and not prior.has(self._result)
        )

    def _institute(self, scene: Scene) -> bool:
        """ "a VTsIOM poll last week gave Yeltsin 50 percent": an institute's name before "poll"."""
        for i in range(1, len(scene.words)):
            if scene.words[i].lower in ("poll", "survey") and scene.mention_at[i - 1] >= 0:
                if scene.mentions[scene.mention_at[i - 1]].kind == "body" and scene.words[i - 1].lower != "exit":
                    return True
        return False

    def limit(self, scene: Scene, reading: Reading) -> Reading | None:
        """ "None of the three leading groups won more than 55": a limit on every list, said of the contest."""
        hedge = reading.figure.hedge
        if reading.measure != "seats" or hedge is None or hedge.qualifier != "more_than":
            return None
        first, _ = scene.clause(reading.figure.first)
        if not scene.has(self._nobody, first, reading.figure.start):
            return None
        return replace(reading, rule="bound-none-more", need="none", limit=True)

    def asserted(self, scene: Scene, reading: Reading) -> bool:
        """False for hopes, hypotheses and negations about the figure ("did not win 50", "would need 20 seats")."""
        if reading.measure in (
            "seats_majority",
            "seats_total",
            "areas_total",
            "registered_voters",
            "candidates",
            "parties",
            "seats_reserved",
        ):
            return True
        first, last = scene.clause(reading.figure.first)
        opening = next((w.lower for w in scene.words if w.kind == "word"), "")
        if opening in ("could", "would", "will", "can", "should", "may", "might", "did", "does", "is", "are"):
            return False
        if opening in ("if", "unless") and not scene.has(self._not_poll):
            return False
        start = max(first, reading.figure.start - 9)
        i = scene.find(self._hypothetical, start, reading.figure.start)
        if i >= 0:
            return False
        if scene.has(self._negation, max(first, reading.figure.start - 4), reading.figure.start):
            words = [w.lower for w in scene.words[max(first, reading.figure.start - 4) : reading.figure.start]]
            return "only" in words and "not" in words
        end = reading.end
        while end < len(scene.words) and scene.words[end].lower in ("is", "are", "was", "were", "votes", "seats"):
            end += 1
        after = scene.words[end : end + 3]
        return not (after and after[0].lower in ("needed", "required", "necessary", "threshold", "barrier", "hurdle"))

    def stage(self, scenes: Sequence[Scene], reading: Reading, article_stage: CountStage) -> CountStage:
        """The stage of the count the figure belongs to: the sentence's own cue, else the article's."""
        if reading.measure not in _RESULT:
            return "unknown"
        scene = scenes[-1]
        first, last = scene.clause(reading.figure.first)
        if self._before(scene, self._projected, first, reading.figure.start) or scene.has(self._exit, first, last):
            return "projected"
        stages: tuple[tuple[CountStage, frozenset[str]], ...] = (
            ("partial", self._partial),
            ("preliminary", self._preliminary),
            ("final", self._final),
        )
        for stage, cues in stages:
            if scene.has(cues):
                return stage
        return article_stage

    def _before(self, scene: Scene, cues: frozenset[str], first: int, last: int) -> bool:
        """A cue before the figure that no "than" turns round ("far lower than forecast")."""
        i = scene.find(cues, first, last)
        return i >= 0 and not (i and scene.words[i - 1].lower in ("than", "as", "had"))

    def article_stage(self, scenes: Sequence[Scene]) -> CountStage:
        """The stage that the article as a whole speaks of: its first cue; final when it gives none."""
        stages: tuple[tuple[CountStage, frozenset[str]], ...] = (
            ("final", self._article_final),
            ("partial", self._article_partial),
            ("preliminary", self._preliminary),
            ("projected", self._exit),
        )
        for scene in scenes[:10]:
            for stage, cues in stages:
                if scene.has(cues):
                    return stage
        return "final"
