"""How settled the count was, and whether a figure is a claim about a result at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.configuring.terms import Circumstances, Terms
from pipeline.extracting.readings import Reading
from pipeline.extracting.scene import Scene
from pipeline.types import CountStage

# What a count gives: only these have a stage.
_RESULT = frozenset(
    ("seats", "vote_share", "votes", "turnout", "margin", "areas_led", "areas_second", "rank", "seats_change")
) | {"votes_cast", "areas_reporting", "votes_counted"}
# What an opinion poll gives.
_POLLED = frozenset(("vote_share", "seats", "margin", "rank", "votes"))
# What is so, whatever the result: no hope or hypothesis changes it.
_GIVEN = frozenset(
    ("seats_majority", "seats_total", "areas_total", "registered_voters", "candidates", "parties", "seats_reserved")
)


class Judge:
    """Looks at the words around a figure for cues of standing."""

    def __init__(self, config: Circumstances, terms: Terms) -> None:
        s, self._u = config.stages, config.unasserted
        self._nobody = terms.chambers.nobody
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

    # -- opinion polls ------------------------------------------------------------------------------------

    def polled(self, scenes: Sequence[Scene], reading: Reading, in_polls: bool = False) -> bool:
        """True for a figure of an opinion poll: its sentence says so, the one before it or the article (`in_polls`).

        "confirmed surveys showing many believe": a survey named behind the figure does not make it a poll's.
        """
        here = scenes[-1]
        first, last = here.clause(reading.figure.first)
        if reading.measure == "registered_voters" and here.has(self._u.asked, first, reading.end + 9):
            return True
        if reading.measure not in _POLLED or here.has(self._u.not_poll):
            return False
        stop = next((j for j in range(reading.end, last) if here.words[j].text in (",", "(")), last)
        if self._of_opinion(here, min(stop, reading.end + 6)) or self._institute(here):
            return True
        if here.has(self._u.poll_sources):
            return True
        past = any(w.kind == "number" and len(w.text) == 4 and w.text[:2] in ("19", "20") for w in here.words)
        if in_polls and reading.unit == "percent" and not past and not here.has(self._u.result):
            return True
        return len(scenes) > 1 and not here.has(self._u.result) and self._goes_on(scenes[-2], here)

    def _of_opinion(self, scene: Scene, last: int) -> bool:
        """True where an opinion poll is named before `last`; "Sunday's poll", "the presidential poll" are elections."""
        i = scene.find(self._u.poll, 0, last)
        while i >= 0:
            compared = "than" in scene.lowers(i - 3, i)  # "better than the pollsters had told him to expect"
            owned = i > 1 and scene.words[i - 1].kind == "genitive" and scene.lower(i - 2) in self._u.poll_owners
            election = owned or scene.lower(i - 1) in self._u.election_polls
            if not compared and (scene.lower(i) not in self._u.poll_words or not election):
                return True
            i = scene.find(self._u.poll, i + 1, last)
        return False

    def _goes_on(self, prior: Scene, here: Scene) -> bool:
        """True where the sentence before, in the same paragraph, tells of a poll and of no result."""
        gap = here.doc.article.text[prior.sentence.char_end : here.sentence.char_start]
        if "\n" in gap or not prior.has(self._u.poll):
            return False
        return not prior.has(self._u.not_poll) and not prior.has(self._u.result)

    def _institute(self, scene: Scene) -> bool:
        """ "a VTsIOM poll last week gave Yeltsin 50 percent", "Sifo's poll": an institute's name before "poll"."""
        for i in range(1, len(scene.words)) if not self._u.poll_nouns.isdisjoint(scene.vocabulary) else ():
            owned = scene.words[i - 1].kind == "genitive"
            m = scene.mention(i - 1 - owned) if scene.words[i].lower in self._u.poll_nouns else None
            if m is None or scene.words[i - 1].lower == "exit":
                continue
            if m.kind == "body" or (owned and m.kind in ("person", "party")):
                return True
        return False

    def tells_polls(self, scenes: Sequence[Scene]) -> bool:
        """True for an article on opinion polls: three sentences or more name one, and fewer tell of a count."""
        polls = sum(
            not scene.has(self._u.not_poll) and (self._of_opinion(scene, len(scene.words)) or self._institute(scene))
            for scene in scenes
        )
        return polls >= 3 and polls > sum(scene.has(self._u.result) for scene in scenes)

    # -- what is asserted ---------------------------------------------------------------------------------

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
        if reading.measure in _GIVEN:
            return True
        opening = next((w.lower for w in scene.words if w.kind == "word"), "")
        sure = scene.has(self._u.not_poll) or scene.has(self._u.confirming)
        if opening in self._u.questions or (opening in self._u.conditions and not sure):
            return False
        start = reading.figure.start
        first, _ = scene.clause(reading.figure.first)
        if scene.has(self._u.hypothetical, max(first, start - 9), start):
            return False
        near = max(first, start - 4)
        if scene.has(self._u.negation, near, start):
            words = scene.lowers(near, start)
            return "only" in words and "not" in words
        return scene.lower(scene.skip(reading.end, self._u.needed_fill)) not in self._u.needed

    # -- stages -------------------------------------------------------------------------------------------

    def stage(self, scenes: Sequence[Scene], reading: Reading, article_stage: CountStage) -> CountStage:
        """The stage of the count the figure belongs to: the sentence's own cue, else the article's."""
        if reading.measure not in _RESULT:
            return "unknown"
        scene = scenes[-1]
        first, last = scene.clause(reading.figure.first)
        if self._expected(scene, first, reading.figure.start) or self._by_exit_poll(scene, first, last, reading):
            return "projected"
        return next((stage for stage, cues in self._stages if scene.has(cues)), article_stage)

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
