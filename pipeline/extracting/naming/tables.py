"""Whose a figure of a table is, and a vote told by its owner: "the No vote was 1.2 million"."""

from __future__ import annotations

from dataclasses import replace

from pipeline.configuring.terms import Terms
from pipeline.extracting.grammar import ENDS
from pipeline.extracting.naming.contestants import Contestants
from pipeline.extracting.naming.nominal import NominalFrames
from pipeline.extracting.naming.subject import Discourse, Subject
from pipeline.extracting.owned import forecast_for, owner_of
from pipeline.extracting.readings import Reading
from pipeline.extracting.rows import rows_of
from pipeline.extracting.scene import Scene


class TableFrames:
    """Each public method is one rule: it takes a reading and returns its subject, or None."""

    def __init__(self, terms: Terms, names: Contestants, nominal: NominalFrames) -> None:
        self._tables, self._own = terms.counting.tables, terms.counting.own_votes
        self._forecasts = terms.counting.forecasts
        self._names, self._nominal = names, nominal
        self._sides = terms.reference.sides

    def row_of(self, scene: Scene, reading: Reading, discourse: Discourse) -> Subject | None:
        """The name at the head of the row in which the figure stands."""
        if not reading.rule.startswith("row-"):
            return None
        f = reading.figure
        row = next((r for r in rows_of(scene, self._tables) if f in (r.votes, r.share)), None)
        if row is None:
            return None
        known = self._names.named(scene, row.last - 1, "row-of")
        return known or self._names.printed(scene, row.first, row.last, "row-of")

    def own_vote(self, scene: Scene, reading: Reading, discourse: Discourse) -> Subject | None:
        """ "the No vote was 1.2 million", "Brown's share read 41 percent": the owner before the noun."""
        if reading.rule == "votes-thanks-to":  # "Lapid is back in the chamber, courtesy of 16,965,464 voters"
            return next(
                filter(None, (self._names.named(scene, j, "thanks-to") for j in range(reading.figure.start))), None
            )
        told = self._told_of(scene, reading, discourse)
        if told is not None:
            return told
        stance = self._stance(scene, reading)
        if stance >= 0:
            word = scene.words[stance]
            return Subject(word.text, word.start, word.end, "party", "own-vote", stance)
        if reading.rule != "own-vote":
            return None
        i = owner_of(scene, reading.figure, self._own, self._sides)
        if i < 0:
            return None
        side = self._names.side(scene, i, "own-vote")
        if side is not None:
            return side
        before = replace(reading.figure, start=i + 1)
        owned = self._nominal.possessive(scene, replace(reading, figure=before), discourse)
        if owned is not None:
            return _by_owner(owned, "own-vote")
        return self._as_printed(scene, i)

    def _as_printed(self, scene: Scene, i: int) -> Subject | None:
        """The owner of a vote, whose last word is i, where he is no possessive that the frames know."""
        if scene.lower(i) in self._own.partisan and self._names.at(scene, i) is None:
            return self._names.printed(scene, i, i + 1, "own-vote")  # "the Socialist vote comes to 10 per cent"
        genitive = scene.words[i].kind == "genitive"  # "Petro's share read 41 percent": a name taken for a place
        return self._names.capitals(scene, i - 1, "own-vote") if genitive else self._names.named(scene, i, "own-vote")

    def _told_of(self, scene: Scene, reading: Reading, discourse: Discourse) -> Subject | None:
        """ "the 233,131 that Barnes could muster", "For Lorna the forecast is 6 percent", "that took Lee to a term"."""
        before = reading.figure.start - 2
        told = {"voted-party": reading.end, "of-every-hundred": reading.end, "went-in-areas": before}
        if scene.lower(before + 1) == "to":  # "led the Harbour Party to 26 victories"
            told["victories-in-areas"] = before
        if reading.rule in told:
            return self._names.named(scene, told[reading.rule], "voted-party")
        if reading.rule == "forecast-for":
            at = forecast_for(scene, reading.figure, self._forecasts) + 1
        elif reading.rule in ("number-that-got", "percent-that-took"):
            at = reading.end
        else:
            return None
        if scene.tags[at : at + 1] == ["PRP"]:
            return self._nominal.referent(scene, at, "own-vote", discourse)
        return self._nominal.right(scene, at, "own-vote", discourse)

    def _stance(self, scene: Scene, reading: Reading) -> int:
        """The word that is the side: "1,153,502 No", "said yes by 91 percent", "862,415 votes against"; -1 for none."""
        i = reading.end
        if reading.rule in ("number-side", "answered-side", "noes-were"):
            return i
        if reading.rule == "said-by":
            return reading.figure.start - 2
        closed = i + 1 >= len(scene.words) or scene.words[i + 1].kind == "sign" or scene.lower(i + 1) in ENDS
        return i if reading.measure == "votes" and scene.lower(i) in ("against", "for") and closed else -1

    def worth(self, scene: Scene, reading: Reading, discourse: Discourse) -> Subject | None:
        """ "Brown's 3,815 were worth 17.2% of the vote": the share is of those whose the votes are."""
        i = reading.figure.start
        n = scene.phrase_before(i, self._own.worth)
        if reading.measure != "vote_share" or not n:
            return None
        votes = next((g for g in scene.figures if g.kind == "count" and 0 <= i - n - g.last <= 2), None)
        if votes is None:
            return None
        found = self._nominal.possessive(scene, replace(reading, figure=votes), discourse)
        return found and _by_owner(found, "worth")


def _by_owner(owner: Subject, rule: str) -> Subject:
    """The owner under the rule that found him; an unlabelled body stays marked as one."""
    return replace(owner, rule=rule + ("+org" if owner.rule.endswith("+org") else ""))
