"""Opinion polls of voting intention, whose figures are no claims, and exit polls, whose figures are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from pipeline.annotating.words import DASHES
from pipeline.configuring.terms import Unasserted
from pipeline.extracting.grammar import ALL_RELATIVES, DETERMINERS, RELATIVES
from pipeline.extracting.readings import Reading
from pipeline.extracting.scene import Scene

# What an opinion poll gives.
_POLLED = frozenset(("vote_share", "seats", "margin", "rank", "votes"))
_PEOPLE = frozenset(("registered_voters", "votes_cast"))  # "questioned 12,369 people after they had voted"
_SAMPLED = frozenset(("areas_total", "registered_voters"))  # where and whom it asked
_REPORTS = 24  # words from "poll" to what it does: "poll printed in a Sunday paper of the capital gave"
_SAYS = 12  # words from "opinion poll" to "said"
_VOTED = "polled"
_ADJECTIVES = 4  # "the last opinion polls"
_ANY = 1_000_000  # a word behind every other
_OPENING = 6  # sentences that say what an article is on
Telling = Literal["opinion polls", "exit polls"]


class Polls:
    """Tells a poll's figure from a result's by the words of its sentence, the one before it and the article."""

    def __init__(self, words: Unasserted, projecting: frozenset[str]) -> None:
        self._w, self._projecting = words, projecting
        self._polls = words.poll_words | words.poll_nouns

    def polled(self, scenes: Sequence[Scene], reading: Reading, telling: Telling | None = None) -> bool:
        """True for a figure of an opinion poll: its sentence says so, the one before it or the article (`telling`).

        "bore out surveys in which many doubted it": a survey named behind the figure does not make it a poll's.
        """
        here = scenes[-1]
        first, last = here.clause(reading.figure.first)
        asked = reading.end + 9 if reading.measure == "registered_voters" else reading.figure.start
        if reading.measure in _PEOPLE and here.has(self._w.asked, first, asked):
            return True
        if reading.measure in _SAMPLED and here.has(self._w.sampling, 0, reading.figure.start):
            return True
        if reading.measure not in _POLLED or here.has(self._w.held) or here.has(self._w.not_poll):
            return False
        if telling == "exit polls" and not here.has(self._w.opinion):
            return False  # "Three polls gave him 51 percent" on the night of the vote
        if self._turned(here, reading.figure.start):
            return False
        if self._told_here(here, reading, last):
            return True
        past = any(w.kind == "number" and len(w.text) == 4 and w.text[:2] in ("19", "20") for w in here.words)
        told = here.has(self._w.result) or self._tells_on(scenes)
        if telling == "opinion polls" and reading.unit == "percent" and not past and not told:
            return True
        return len(scenes) > 1 and not told and not self._taken(here, reading) and self._goes_on(scenes[-2], here)

    def _taken(self, scene: Scene, reading: Reading) -> bool:
        """ "Surveys had put the Greens second all year. They took 16 seats": what is taken no poll gives."""
        verb = reading.figure.start - 1
        past = verb > 0 and scene.tags[verb] == "VBD" and scene.lower(verb) in self._w.outcomes
        return past and reading.measure in ("seats", "votes") and not scene.has(self._w.poll | self._w.poll_words)

    def _tells_on(self, scenes: Sequence[Scene]) -> bool:
        """ "In the event Labour won 20 percent. This compared with 36 percent for the Greens": so it goes on."""
        prior, here = scenes[-2] if len(scenes) > 1 else scenes[-1], scenes[-1]
        gap = here.doc.article.text[prior.sentence.char_end : here.sentence.char_start]
        near = prior is not here and "\n" not in gap and prior.has(self._w.result)
        return near and not self._of_opinion(prior, len(prior.words)) and here.has(self._w.going_on, 0, 3)

    def _told_here(self, here: Scene, reading: Reading, last: int) -> bool:
        """Whether the figure's own sentence names an opinion poll; its clause ends at word `last`."""
        stop = next((j for j in range(reading.end, last) if here.words[j].text in (",", "(")), last)
        start = reading.figure.start
        if self._of_opinion(here, min(stop, reading.end + 6), start) or self._institute(here, start):
            return True
        if here.has(self._w.if_held) or self._foreseen(here, reading):
            return True
        result = here.has(self._w.result)
        if not result and self._said_behind(here, reading.end):
            return True
        counted = result and reading.unit != "percent"
        return here.has(self._w.poll_sources) or (not counted and self._reported(here, reading.figure.start))

    def _said_behind(self, scene: Scene, end: int) -> bool:
        """ "..., an opinion poll of Monday said"; not "although opinion polls had foreseen a win"."""
        i = scene.find(self._w.polls_behind, end)
        if i > 0 and scene.lower(i - 1) == ",":
            return True
        i = scene.find(self._w.named_polls, end)
        if i < 0 or any(w in self._w.concessions for w in scene.lowers(end, i)):
            return False
        return any(w in self._w.poll_says for w in scene.lowers(i, i + _SAYS))

    def _foreseen(self, scene: Scene, reading: Reading) -> bool:
        """ "had been forecast by polls to take 30 seats", "fewer than the 30 that pollsters had predicted"."""
        first, _ = scene.clause(reading.figure.first)
        by = (j for j in range(max(first, reading.figure.start - _REPORTS), reading.figure.start) if self._by(scene, j))
        if next(by, None) is not None:
            return True
        i = reading.end + (scene.lower(reading.end) in self._w.foretold_links)
        if self._by(scene, i):
            return True
        n = self._surveyed(scene, i)
        return n > 0 and any(w in self._w.poll_reports for w in scene.lowers(i + n, i + n + 3))

    def _by(self, scene: Scene, i: int) -> bool:
        """ "forecast by the opinion polls" at word i."""
        told = scene.lower(i) in self._w.poll_reports and scene.lower(i + 1) == "by"
        return told and self._surveyed(scene, scene.skip(i + 2, DETERMINERS)) > 0

    def _surveyed(self, scene: Scene, i: int) -> int:
        """How many words at word i name polls or those who take them, with adjectives; 0 for none."""
        for j in range(i, min(len(scene.words), i + _ADJECTIVES)):
            if scene.lower(j) in self._w.surveyors:
                return j + 1 - i
            if not scene.is_modifier(j):
                return 0
        return 0

    def names_one(self, scene: Scene) -> bool:
        """True for a line that speaks of an opinion poll: what the table below it tells is no result."""
        return not scene.has(self._w.not_poll) and self._of_opinion(scene, len(scene.words))

    def _turned(self, scene: Scene, last: int) -> bool:
        """ "Polls had shown them on 23%, but they ended up with 28.4%": told of the result."""
        but = max((j for j in range(last) if scene.lower(j) in self._w.turns), default=-1)
        but = max(but, *(j for j in range(last) if scene.words[j].text == ";"), -1)
        if but >= 0 and scene.has(self._w.outcomes, but, last):
            return True
        return self._follows(scene, last)

    def _follows(self, scene: Scene, last: int) -> bool:
        """ "level in recent opinion polls, after ODS won the June vote with 29.6 percent": what came before them."""
        opens = max((j for j in range(last) if scene.lower(j) in self._w.follows), default=-1)
        polled = opens > 0 and scene.find(self._w.poll, 0, opens) >= 0 and scene.find(self._w.poll, opens, last) < 0
        if not polled or any(scene.words[j].text in (";", ":") for j in range(opens, last)):
            return False
        if any(scene.words[j].text == "," and scene.lower(j + 1) not in self._w.adding for j in range(opens, last)):
            return False  # ", after Labour won the election, and the Liberals have 12 percent" in the poll
        return scene.has(self._w.outcomes, opens, last) and scene.has(self._w.elections, opens, last)

    def _of_opinion(self, scene: Scene, last: int, figure: int = _ANY) -> bool:
        """True where an opinion poll is named before `last`; "Sunday's poll", "the presidential poll" are elections.

        An aside with the poll tells nothing of what stands behind it: "Labour, 12 points ahead in the polls, won 12".
        """
        i = scene.find(self._w.poll, 0, last)
        while i >= 0:
            # "better than the pollsters had told him to expect", "surprised the pollsters with 9.8 percent"
            behind = scene.lower(i + 1) in self._w.bounds
            compared = scene.has(self._w.surprised, i - 3, i) and not behind
            approved = scene.phrase_at(i, self._w.approvals) and scene.has(self._w.referendums)
            compared = compared or approved or self._conceded(scene, i, last)
            compared = compared or self._of_votes(scene, i) or self._own_wish(scene, i)
            compared = compared or (i < figure and self._aside(scene, i, last))
            if not compared and (scene.lower(i) not in self._w.poll_words or not self._is_election(scene, i)):
                return True
            i = scene.find(self._w.poll, i + 1, last)
        return False

    def _of_votes(self, scene: Scene, i: int) -> bool:
        """ "as against the 3 per cent polled by the Reds": right behind a share these are votes, nobody was asked."""
        told = scene.lower(i) == _VOTED and scene.lower(i + 1) == "by"
        return told and any(f.last == i and f.kind == "percent" for f in scene.figures)

    def _conceded(self, scene: Scene, i: int, last: int) -> bool:
        """ "Although he had led in the polls, Brown won only 35 percent": the poll stands in an aside that is over."""
        opens = next((j + 1 for j in range(i - 1, -1, -1) if scene.words[j].text in (",", ";", ":")), 0)
        over = any(w == "," for w in scene.lowers(i, last))
        return over and any(w in self._w.concessions for w in scene.lowers(opens, i))

    def _aside(self, scene: Scene, i: int, last: int) -> bool:
        """ "The party, which polls suggested would win 30 seats, took 20": the clause with the poll is closed again.

        "Ann Lee, whom every poll had trailing - by nine points in the last - beat Tom Ray": by a dash too.
        """
        opens = next((j + 1 for j in range(i - 1, -1, -1) if scene.words[j].text == ","), -1)
        signs = (k for k in range(i, last - 1) if scene.words[k].text == "," or scene.words[k].text in DASHES)
        closed = any(scene.tags[k + 1] == "VBD" for k in signs)
        # "Lee, a judge who polled 1 percent in a survey in May, won", "known for its broom and which polls put last"
        inside = scene.lower(opens) in ALL_RELATIVES or any(self._relative(scene, k) for k in range(opens, i))
        inside = inside or self._told_of(scene, opens)
        return opens > 0 and inside and closed

    def _told_of(self, scene: Scene, opens: int) -> bool:
        """ "The alliance, tipped by every pollster to win, took 187": what is told of somebody, who is no poll."""
        head = opens - 2
        who = head >= 0 and scene.tags[head].startswith("NN") and scene.lower(head) not in self._polls
        return who and scene.tags[opens] in ("VBN", "JJ", "RB")

    def _relative(self, scene: Scene, k: int) -> bool:
        """ "who", "which"; not "papers, both of which had asked 500 people, put Lee in front with 36 percent"."""
        return scene.tags[k] in ("WP", "WDT") and scene.lower(k) in RELATIVES and scene.lower(k - 1) != "of"

    def _own_wish(self, scene: Scene, i: int) -> bool:
        """ "I would prefer to govern alone": said of himself, not asked by a pollster."""
        return scene.phrase_at(i, self._w.wishes) > 0 and scene.phrase_before(i, self._w.own_wish) > 0

    def _is_election(self, scene: Scene, i: int) -> bool:
        """Whether the "poll" at word i is the voting itself: "Sunday's poll", "headed the poll in 1985"."""
        if scene.phrase_before(i, self._w.headed):
            return True
        owned = i > 1 and scene.words[i - 1].kind == "genitive" and scene.lower(i - 2) in self._w.poll_owners
        return owned or scene.lower(i - 1) in self._w.election_polls

    def _reported(self, scene: Scene, last: int) -> bool:
        """ "The poll, conducted by an institute, put the Reds on 43 percent": a poll that gives figures."""
        for i in range(last) if not self._polls.isdisjoint(scene.vocabulary) else ():
            if scene.lower(i) not in self._polls or self._is_election(scene, i) or scene.lower(i - 1) == "exit":
                continue
            if self._aside(scene, i, last + 1):
                continue  # "the Greens, which the last opinion polls had put behind, had 30 seats"
            if any(w in self._w.poll_reports for w in scene.lowers(i + 1, min(last, i + _REPORTS))):
                return True
        return False

    def _goes_on(self, prior: Scene, here: Scene) -> bool:
        """True where the sentence before, in the same paragraph, tells of a poll and of no result."""
        gap = here.doc.article.text[prior.sentence.char_end : here.sentence.char_start]
        if here.has(self._projecting):
            return False  # "The pollsters had him safe. A projection on Sunday night gave him 48 percent"
        if "\n" in gap or not self._of_opinion(prior, len(prior.words)) or self._turned(prior, len(prior.words)):
            return False
        return not prior.has(self._w.not_poll) and not prior.has(self._w.result)

    def _institute(self, scene: Scene, first: int = 0) -> bool:
        """ "a VTsIOM poll last week gave Yeltsin 50 percent", "Sifo's poll": an institute's name before "poll".

        "finished on 17.6%, well below the 25% in a VTsIOM poll": one behind word `first` does not tell of a result.
        """
        result = first > 0 and scene.has(self._w.result, 0, first + 1)
        stop = first if result else len(scene.words)
        for i in range(1, stop) if not self._w.poll_nouns.isdisjoint(scene.vocabulary) else ():
            owned = scene.words[i - 1].kind == "genitive"
            m = scene.mention(i - 1 - owned) if scene.words[i].lower in self._w.poll_nouns else None
            if m is None or scene.words[i - 1].lower == "exit":
                continue
            if m.kind == "body" or (owned and m.kind in ("person", "party")):
                return True
        return False

    def telling(self, scenes: Sequence[Scene]) -> Telling | None:
        """What an article is on: opinion polls, where three sentences or more name one and fewer tell of a count.

        Exit polls, where the opening names one and no more sentences speak of what voters intended than of them.
        """
        intended = sum(scene.has(self._w.opinion) for scene in scenes)
        exits = [scene.has(self._w.exit) for scene in scenes]
        if any(exits[:_OPENING]) and sum(exits) >= intended:
            return "exit polls"
        polls = sum(
            not scene.has(self._w.not_poll) and (self._of_opinion(scene, len(scene.words)) or self._institute(scene))
            for scene in scenes
        )
        told = polls >= 3 and polls > sum(scene.has(self._w.result) for scene in scenes)
        return "opinion polls" if told else None
