"""Whose a figure is that is told against another's: "51 percent to 48", "the FDP to 40 from 14"."""

from __future__ import annotations

from dataclasses import replace

from pipeline.configuring.terms import Terms
from pipeline.extracting.figures import Figure
from pipeline.extracting.naming.doers import Doers
from pipeline.extracting.naming.subject import Discourse, Subject, recalled
from pipeline.extracting.readings import Reading
from pipeline.extracting.scene import Scene

_BESIDE = 5  # words between two figures that are told against each other
_FROM = 4  # words before the first of two figures among which "from" makes them a change


class OtherFrames:
    """Each public method but `opposed` is one rule: it takes a reading and returns its subject, or None."""

    def __init__(self, terms: Terms, doers: Doers) -> None:
        self._seats = terms.nouns.seat
        self._won = terms.verbs.get - terms.verbs.gain - terms.verbs.move
        self._w, self._names = terms.naming.frames, doers.names
        self._rivals = terms.naming.descriptions.opposing

    def gapped(self, scene: Scene, reading: Reading, discourse: Discourse) -> Subject | None:
        """ "The SPD rose to 143, the FDP to 40 from 14": the verb is left out the second time."""
        i = reading.figure.start - 1
        prior = scene.figure_before(reading.figure.start)
        if prior is None or reading.figure.kind == "ordinal":
            return None
        told = bool(discourse.subjects) and scene.words[prior.first].start == discourse.told
        if scene.lower(i) == "from" and prior.last == i and told and scene.lower(prior.start - 1) == "to":
            return replace(discourse.subjects[-1], rule="gapped")
        behind = scene.lower(reading.end) in ("for", "to", "by", "went")
        nouns = range(prior.last, i)  # "with 50.2 percent of the vote and 148 seats"
        joined = scene.lower(i) == "and" and 0 < len(nouns) <= _BESIDE and all(self._is_noun(scene, k) for k in nouns)
        if told and joined and not behind and prior.kind != reading.figure.kind and reading.measure == "seats":
            return replace(discourse.subjects[-1], rule="gapped")
        owner = self._names.at(scene, prior.start - 1)
        pair = scene.lower(i) == "and" and reading.rule == "bare-goes-on" and prior.kind == reading.figure.kind
        if told and prior.last == i and pair and not behind and owner is not None and owner.kind == "party":
            return replace(discourse.subjects[-1], rule="gapped")  # "the Greens three and two": of two houses
        risen = scene.lower(i) == "to" and reading.measure == "seats" and prior.value < reading.figure.value
        if told and prior.last == i and (risen or self._beside_told(scene, reading, prior)):
            return replace(discourse.subjects[-1], rule="gapped")
        again = any(scene.lower(g.start - 1) == "to" for g in scene.figures if g.last <= prior.last)
        if scene.lower(i) != "to" or not again or i - prior.last < 1:
            return None
        named = self._names.named(scene, i - 1, "gapped") or self._names.capitals(scene, i - 1, "gapped")
        return named if named is not None and named.start >= scene.words[prior.last].start else None

    def _beside_told(self, scene: Scene, reading: Reading, prior: Figure) -> bool:
        """ "Labour 37 on 28.3 percent", "the Greens 24.2 percent and 69": nothing else between the two figures."""
        i = reading.figure.start - 1
        goes_on = scene.lower(reading.end) in ("for", "to", "by", "went")  # "40 seats and 30 to the Greens"
        hedged = reading.figure.start < reading.figure.first  # "Yes had 52 percent and No 48"
        joined = scene.lower(i) == "and" and reading.figure.kind != prior.kind
        return not (goes_on or hedged) and (joined or scene.lower(i) in self._w.having)

    def opposed(self, scene: Scene, reading: Reading, discourse: Discourse) -> bool:
        """ "Brown had 51 percent to 48", "74.8 million (50.6%) against 70.6": what the other one had.

        Not "took 51 percent against 48 in 2001", nor "from 51 percent to 48".
        """
        i = reading.figure.start - 1
        prior = scene.figure_before(reading.figure.start)
        person = bool(discourse.subjects) and discourse.subjects[-1].kind == "person"
        if prior is not None and scene.lower(prior.start - 1) == "by" and scene.lower(i) == "to":
            # "will outnumber the Greens by 262 to 175", "by 262 seats to 175"; not "advanced by one to nine"
            seats = scene.lower(prior.last) in self._seats
            if prior.last == i - seats:
                return reading.rule.startswith("bare") and prior.value > reading.figure.value
        if prior is not None and (self._won_to(scene, reading, prior) or (person and self._his(scene, reading, prior))):
            return True
        if prior is None or not person or reading.measure not in ("votes", "vote_share"):
            return False
        if scene.lower(i) not in self._w.against or "from" in scene.lowers(prior.start - _FROM, prior.start):
            return False
        begun = scene.words[prior.first].start
        between = range(prior.last, i)  # "of the vote", "electoral votes", "(50.6%)"
        beside = len(between) <= _BESIDE and all(self._is_noun(scene, k) for k in between)
        timed = scene.lower(i) != "to" and scene.tags[reading.end : reading.end + 1] == ["IN"]
        return beside and begun <= discourse.told < scene.words[i].start and not timed

    def _won_to(self, scene: Scene, reading: Reading, prior: Figure) -> bool:
        """ "won 156 seats to 141": what the party beaten has; not "gained three seats to 40"."""
        i = reading.figure.start - 1
        noun = reading.measure == "seats" and reading.rule == "bare-goes-on" and scene.lower(i) == "to"
        beside = i - prior.last == 1 and scene.lower(prior.last) in self._seats
        apart = scene.lower(prior.start - 1) == "," and scene.lower(reading.end) in ("", ",", ".", ";")
        won = scene.lower(prior.start - 1) in self._won or scene.lower(prior.start - 1) == "with"
        return noun and beside and (apart or won)  # "kept the House with 221 seats to 212"

    def _his(self, scene: Scene, reading: Reading, prior: Figure) -> bool:
        """ "Brown took 19,566 votes and his rival 2,035": the rival of the one told of right before, without a name."""
        i = reading.figure.start - 1
        told = scene.lower(i) in self._rivals and scene.tags[i - 1] == "PRP$"
        return told and i - prior.last <= _BESIDE and scene.lower(prior.start - 1) != "from"

    def _is_noun(self, scene: Scene, k: int) -> bool:
        """Word k is of what the figure before counts, or no word."""
        plain = scene.tags[k][:2] in ("NN", "JJ", "IN", "DT") and scene.lower(k) not in ("in", "for", "by")
        return scene.words[k].kind != "word" or (plain and scene.mention_at[k] < 0)

    def rival(self, scene: Scene, reading: Reading, discourse: Discourse) -> Subject | None:
        """The only other person told of in the sentence and the one before; None where there are several."""
        if not discourse.subjects or reading.measure not in ("votes", "vote_share", "seats"):
            return None
        told = discourse.subjects[-1].text.split()[-1]
        if reading.measure == "seats":
            own = discourse.subjects[-1].text
            rest = [m for m in scene.mentions if m.text not in own and own not in m.text]
            start = scene.words[reading.figure.start].start
            houses = {scene.mention_at[i] for i in range(len(scene.words)) if scene.is_house(i)}
            bodies = [m for n, m in enumerate(scene.mentions) if m.kind == "body" and n not in houses and m in rest]
            near = [m for m in bodies if m.char_end < start]  # "beat the Federation by 28 to 24"
            beaten = {m.text: m for m in rest if m.kind == "party"} or {m.text: m for m in near}
            return recalled(next(iter(beaten.values())), "rival") if len(beaten) == 1 else None
        near = [m for two in discourse.told_of[-2:] for m in two]
        near += [m for m in scene.mentions if m.kind == "person"]
        others = {m.text.split()[-1]: m for m in near if m.text.split()[-1] != told}
        return recalled(next(iter(others.values())), "rival") if len(others) == 1 else None
