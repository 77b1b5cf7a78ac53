"""How far one is ahead of another, in points or percent: "a three-point lead", "won by three percentage points"."""

from __future__ import annotations

from pipeline.configuring.terms import Terms
from pipeline.extracting.figures import Figure
from pipeline.extracting.grammar import DETERMINERS
from pipeline.extracting.readings import Reading
from pipeline.extracting.scene import Scene

_NEAR = 4  # words from "more than" to a name
_AGAIN = 4  # words from "390,557" to "or 1.6 points"
_VERB = 9  # words from "lost the October 1995 referendum" to "by only one point"
_PLAIN = 20.0  # "leads by 3 percent in the count" is a margin; "leads by 51 percent in the count" a share


class PointReader:
    """Reads margins; `changes` are the words of a change between two elections, which is no margin."""

    def __init__(self, terms: Terms, changes: frozenset[str]) -> None:
        self._w = terms.counting.shares
        self._changes = changes - self._w.change_and_margin
        self._backing = terms.shares.backing
        self._m, self._votes = terms.counting.margins, terms.nouns.vote
        self._beat = terms.counting.scores.beating | terms.counting.scores.outdoing

    def read(self, scene: Scene, f: Figure) -> Reading | None:
        """ "a three-point lead", "finished 15 points behind", "won by three percentage points"."""
        after, before = scene.lowers(f.last, f.last + 3), scene.lowers(f.start - 4, f.start)
        rule = ""
        if any(w in self._w.lead_lost for w in before):
            return None  # "squandered a 10-point lead in two weeks": one in the polls
        if any(w in self._w.lead for w in after[:2]) or any(w in self._w.lead_behind for w in after):
            rule = "points-lead"
        elif after[:2] == ["more", "than"] and _rivals(scene, f.last + 2):
            rule = "points-more"
        elif before[-1:] == ["within"] and scene.lower(f.last) == "of" and not _of_no_rival(scene, f.last + 1):
            rule = "points-within"
        elif before[-1:] == ["by"] and self._led_by(self._before_by(scene, f.start - 1)):
            rule = "points-by"
        elif any(w in self._w.margin_before for w in before):
            rule = "points-margin"
        elif before[-1:] == ["or"] and self._votes_before(scene, f):
            rule = "points-again"
        return Reading(f, "margin", "point", rule, "required", f.last) if rule else None

    def _votes_before(self, scene: Scene, f: Figure) -> bool:
        """ "beat him by 390,557 votes, or 1.6 percentage points": the lead told once more."""
        prior = scene.figure_before(f.start - 1)
        if prior is None or f.start - prior.last > _AGAIN:
            return False
        return scene.lower(prior.last) in self._votes and "by" in scene.lowers(prior.start - 2, prior.start)

    def percent_by(self, scene: Scene, f: Figure) -> Reading | None:
        """ "defeating his rival by over 10%": how far, where one is beaten; not "beat him by 53 percent to 47"."""
        tail = scene.lower(f.last)
        score = tail in self._w.of_or_to and not (tail == "in" and f.value <= _PLAIN)
        if scene.lower(f.start - 1) != "by" or score or f.number.spelled:
            return None
        beaten = any(
            scene.lower(i) in self._beat and scene.tags[i].startswith("VB")
            for i in range(max(0, f.start - 12), f.start)
        )
        if beaten and f.value > self._w.widest:  # "has led the results by 50.64 percent": a share
            return Reading(f, "vote_share", "percent", "percent-by", "required", f.last)
        return Reading(f, "margin", "point", "percent-by", "required", f.last) if beaten else None

    def _before_by(self, scene: Scene, by: int) -> list[str]:
        """The words before "by", and before ", this time by"."""
        return _unbroken(scene, scene.skip(by - 1, self._w.this_time, -1) + 1)

    def _led_by(self, before: list[str]) -> bool:
        return any(w in self._w.leading for w in before) and not any(w in self._changes for w in before)

    def percent_lead(self, scene: Scene, f: Figure) -> Reading | None:
        """ "a 4 percent lead", "a lead of 4 percent"; not "a majority of 52 percent voted in favour"."""
        i = scene.skip(f.start - 1, self._m.being_ahead, -1)
        if scene.lower(f.last) in self._m.ahead and i < f.start - 1 and f.value <= self._w.widest:
            return Reading(f, "margin", "point", "percent-ahead", "required", f.last)  # "is two per cent ahead of"
        ahead = not f.number.spelled and scene.lower(f.start - 1) == "of" and scene.lower(f.start - 2) in self._w.lead
        ahead = ahead and not scene.phrase_at(f.last, self._backing)
        if scene.lower(f.last) in self._w.percent_lead or (ahead and scene.lower(f.last) != "of"):
            return Reading(f, "margin", "point", "percent-lead", "required", f.last)
        return None


def _unbroken(scene: Scene, last: int) -> list[str]:
    """The words before word `last` up to a sign, in small letters."""
    first = last
    while first > max(0, last - _VERB) and (scene.words[first - 1].kind != "sign" or scene.is_modifier(first - 1)):
        first -= 1  # "led the Harbour Party standard-bearer by eight points"
    return scene.lowers(first, last)


def _rivals(scene: Scene, i: int) -> bool:
    """ "2.5 points more than the independent James Soong", said of nobody's share before: "more than Brown had"."""
    first = i
    while i - first < _NEAR and scene.mention(i) is None and (scene.is_modifier(i) or scene.lower(i) in DETERMINERS):
        i += 1
    m = scene.mention(i)
    while m is not None and scene.mention(i) is m:
        i += 1
    return m is not None and m.kind in ("party", "person") and not any(t[:2] == "VB" for t in scene.tags[i : i + 1])


def _of_no_rival(scene: Scene, i: int) -> bool:
    """ "four candidates within two points of one another", "came within a point of winning": nobody's lead."""
    return scene.lowers(i, i + 2) in (["one", "another"], ["each", "other"]) or scene.tags[i : i + 1] == ["VBG"]
