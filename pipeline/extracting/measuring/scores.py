"""The result of two sides, told as a score: "by 53 percent to 47 percent", "53 to 47 percent", "232 votes to 98"."""

from __future__ import annotations

from pipeline.configuring.terms import Terms
from pipeline.extracting.figures import Figure
from pipeline.extracting.grammar import AGO, SUBJECTS
from pipeline.extracting.pairs import Pair, named_before, pair_of, told_in
from pipeline.extracting.readings import Reading, nothing
from pipeline.extracting.scene import Scene

ALONE, LEANING, LEADING = "score-alone", "score-leaning", "score-lead"
_OVER = frozenset(("over", "against"))
_HALF = 50.0
_WHOLE = 101  # what two shares of one ballot come to, at most
_LEAD = 8  # words from "a margin of" to "or 51.9% to 48.1%"
_TALLY = 9  # words from "the final tally" to "was 201,926 to 161,989"


class ScoreReader:
    """Reads the two figures of a score; a score in votes needs someone who is elected or beaten."""

    def __init__(self, terms: Terms) -> None:
        self._w, self._links = terms.counting.scores, terms.naming.frames
        self._votes, self._seats = terms.nouns.vote, terms.nouns.seat
        self._beating = self._w.winning | self._w.losing
        self._decided = self._beating | self._w.siding
        self._leads = terms.counting.ahead.nouns
        self._results = self._w.tallies | self._w.balloting
        self._asked = self._results | self._w.bills | self._w.deciding
        self._sides = frozenset(self._w.opposites)
        self._moved = terms.verbs.move | self._links.rising

    def read(self, scene: Scene, f: Figure) -> Reading | None:
        """Return the reading of one figure of a score; None where it is none."""
        pair = pair_of(scene, f, self._links.against, self._links.rising)
        if pair is None:
            return self._alone(scene, f)
        between = scene.lowers(pair.first.last, pair.second.start)
        if "plus" in scene.lowers(pair.first.first, pair.second.last):
            return nothing(f, "share-and-one")  # "the 50%-plus-one rule"
        timed = between[-1:] == ["against"] and self._timed(scene, pair.second.last)
        if timed or "points" in (pair.first.kind, pair.second.kind):
            return None  # "trailed with three percent against 14.9 percent five years ago"
        if len(between) > 1 and between[0] not in self._votes | self._seats:
            return None  # "fell to 16.8 percent, compared to 28.9 percent"
        if self._over_another(scene, pair):
            return Reading(f.as_share(), "vote_share", "percent", LEADING, "required", f.last)
        if "percent" in (pair.first.kind, pair.second.kind):
            return self._share(scene, f, pair)
        if pair.first.kind == pair.second.kind == "count":
            told = self._seated(scene, f, pair) or self._sided(scene, f, pair)
            return told or self._count(scene, f, pair) or self._hundred(scene, f, pair)
        return None

    def _over_another(self, scene: Scene, pair: Pair) -> bool:
        """ "a slim 51-49 lead over Ann Brown", "a 54-46 percent win over Green": two shares, and who has the second."""
        end, total = pair.second.last, pair.first.value + pair.second.value
        spelled = pair.first.number.spelled or pair.second.number.spelled
        told = self._w.least <= total <= self._w.most and not spelled and scene.lower(end) in self._w.scored_nouns
        if not told or scene.lower(end + 1) not in _OVER or pair.first.value < pair.second.value:
            return False
        return any(_runs(scene, i) for i in range(end + 2, min(len(scene.words), end + 2 + _LEAD)))

    def _timed(self, scene: Scene, i: int) -> bool:
        """ "five years ago", "in 1999", behind a figure: of another election."""
        dated = scene.lower(i) == "in" and i + 1 < len(scene.words) and scene.words[i + 1].kind == "number"
        return dated or any(w in AGO for w in scene.lowers(i, i + 3))

    def _share(self, scene: Scene, f: Figure, pair: Pair) -> Reading | None:
        """ "won by 53 percent to 47 percent", "a lead of 1.3 million, or 51.9% to 48.1%", "it was 62% to 38%"."""
        total = pair.first.value + pair.second.value
        if self._w.least <= total <= self._w.most and named_before(scene, pair, self._w.leaning) >= 0:
            return Reading(f.as_share(), "vote_share", "percent", LEANING, "required", f.last)
        beaten = self._is_told(scene, pair, self._beating)
        apart = self._tied(scene, pair.first.start - 1) and scene.lowers(pair.first.last, pair.second.start) == ["to"]
        whole = pair.first.kind == pair.second.kind == "percent" and self._w.whole <= total <= _WHOLE
        told = beaten or (apart and whole) or (total >= self._w.least and self._is_told(scene, pair, self._w.siding))
        if f.kind not in ("percent", "count") or not told or total > self._w.most:
            return None
        return Reading(f.as_share(), "vote_share", "percent", "score-percent", "wanted", f.last)

    def _tied(self, scene: Scene, i: int) -> bool:
        """Whether word i, before two shares, ties them to a vote: "the split was", "by a margin of 9,000, or"."""
        link = scene.lower(i)
        if link == "or":
            return scene.has(self._leads, max(0, i - _LEAD), i)
        if link == "by":
            return self._put_by(scene, i)
        if link not in self._w.tally_links:
            return False
        whose = [k for k in range(i) if scene.deps[k] in SUBJECTS and scene.heads[k] == i]
        return any(self._is_result(scene, k) for k in whose or range(max(0, i - 2), i))

    def _put_by(self, scene: Scene, i: int) -> bool:
        """ "voters turned the treaty down by"; not "women outnumber men by", "the vote rose by"."""
        verb = next((k for k in range(i - 1, -1, -1) if scene.tags[k].startswith("VB")), -1)
        if verb < 0 or scene.phrase_at(verb, self._moved):
            return False
        if any(scene.lower(k) in self._sides and scene.tags[k] != "DT" for k in range(verb, i)):
            return True  # "Ashby joined the leave column, by"
        told = (k for k in range(i) if scene.heads[k] == verb and scene.deps[k] in (*SUBJECTS, "dobj"))
        return any(scene.lower(k) in self._asked or _runs(scene, k) for k in told)

    def _is_result(self, scene: Scene, i: int) -> bool:
        """ "the result", "the figure" (the list has "figures"), "it"."""
        word = scene.lower(i)
        return word == "it" or word in self._results or word + "s" in self._results

    def _alone(self, scene: Scene, f: Figure) -> Reading | None:
        """ "Islanders rejected the bridge by 57 percent in a referendum": the side that won, and no other told."""
        told = f.kind == "percent" and scene.lower(f.start - 1) == "by" and _HALF < f.value <= 100
        if not told or scene.lower(f.last) == "of":
            return None  # "was opposed by 60 percent of voters" is another's rule
        if not scene.has(self._w.deciding) or scene.has(self._w.bills_in_chambers):
            return None
        if not self._is_told(scene, Pair(f, f), self._w.siding):
            return None
        return Reading(f, "vote_share", "percent", ALONE, "wanted", f.last)

    def _count(self, scene: Scene, f: Figure, pair: Pair) -> Reading | None:
        """ "re-elected by 232 votes to 98"; not "passed by 232 votes to 98": a chamber decides more than offices."""
        between, behind = scene.lowers(pair.first.last, pair.second.start), scene.lower(pair.second.last)
        if behind not in self._votes and not any(w in self._votes for w in between):
            return None
        if scene.has(self._w.bills):
            return nothing(f, "chamber-vote")
        if pair.second.value == 1 and pair.first.number.spelled:
            return nothing(f, "ratio-of-votes")  # "won by two votes to one"
        if not self._is_told(scene, pair, self._beating | self._w.electing):  # "chose Ann Lee by 373 votes to 313"
            return None
        end = f.last + (1 if scene.lower(f.last) in self._votes else 0)
        return Reading(f, "votes", "vote", "score-votes", "required", end)

    def _seated(self, scene: Scene, f: Figure, pair: Pair) -> Reading | None:
        """ "The Greens beat Labour by 34 seats to 32": the seats of both; "ahead by 12 to 15 seats" is a lead."""
        between, end = scene.lowers(pair.first.last, pair.second.start), f.last + (scene.lower(f.last) in self._seats)
        ahead = named_before(scene, pair, self._w.outrunning)
        m = scene.mention(ahead) if scene.has(self._seats) else None
        if ahead >= 0 and m is not None and m.kind == "party":
            return Reading(f, "seats", "seat", "score-seats", "required", end)  # "40 seats, and led Labour 17 to 13"
        if self._leads_by(scene, pair):
            return Reading(f, "seats", "seat", "score-seats", "required", end)
        by = scene.lower(pair.first.start - 1) == "by"  # "beat the Greens and won 156 seats to 141" is another's rule
        if by and between[:1] and between[0] in self._seats and self._is_told(scene, pair, self._beating):
            return Reading(f, "seats", "seat", "score-seats", "required", end)
        return None

    def _leads_by(self, scene: Scene, pair: Pair) -> bool:
        """ "held a lead of four seats, 226 to 222": what was told before is how far the two are apart."""
        start = pair.first.start
        near = (g for g in scene.figures if start - _TALLY <= g.start and g.last <= start)
        apart = any(g.value == pair.first.value - pair.second.value for g in near)
        told = scene.has(self._seats, start - _TALLY, start) and scene.has(self._leads, start - _TALLY, start)
        return apart and told and scene.lower(start - 1) == ","

    def _sided(self, scene: Scene, f: Figure, pair: Pair) -> Reading | None:
        """ "Voters approved the change by 818,842 votes to 809,728": more than any chamber has members."""
        many = min(pair.first.value, pair.second.value) >= self._w.crowd
        if not many or not (self._tallied(scene, pair) or self._is_told(scene, pair, self._decided)):
            return None
        end = f.last + (1 if scene.lower(f.last) in self._votes else 0)
        return Reading(f, "votes", "vote", "score-many-votes", "wanted", end)

    def _tallied(self, scene: Scene, pair: Pair) -> bool:
        """ "The final tally in the referendum was 201,926 to 161,989"."""
        start = pair.first.start
        return scene.lower(start - 1) in self._w.tally_links and scene.has(self._w.tallies, start - _TALLY, start - 1)

    def _hundred(self, scene: Scene, f: Figure, pair: Pair) -> Reading | None:
        """ "The Yes side won the referendum, 52 to 48": shares without their sign, for they come to about 100."""
        total = pair.first.value + pair.second.value
        spelled = pair.first.number.spelled or pair.second.number.spelled
        decimal = 0 < pair.first.number.step < 1 and 0 < pair.second.number.step < 1  # "led Brown by 49.9 to 49.6"
        joined = scene.lowers(pair.first.last, pair.second.start) == ["-"] and scene.lower(pair.first.start - 1) == "by"
        told = scene.has(self._w.balloting) or decimal or (joined and self._w.whole <= total)  # "beat Brown by 54-46"
        even = self._w.whole <= total <= self._w.most and not spelled and told
        if not (even and self._is_told(scene, pair, self._decided)) and not self._listed(scene, pair):
            return None
        return Reading(f.as_share(), "vote_share", "percent", "score-of-hundred", "wanted", f.last)

    def _listed(self, scene: Scene, pair: Pair) -> bool:
        """ "beat Brown with 58 percent, and Ann Green survived John Lee, 46 to 43": shares, as the ones before them."""
        total, start = pair.first.value + pair.second.value, pair.first.start
        shared = any(g.kind in ("percent", "points") and g.last <= start for g in scene.figures)
        shared = shared or self._between_two(scene, pair)
        set_off = scene.lower(start - 1) in self._w.sets_off
        return (
            shared and set_off and self._w.least <= total <= self._w.most and self._is_told(scene, pair, self._beating)
        )

    def _between_two(self, scene: Scene, pair: Pair) -> bool:
        """ "and Ann Green ousted John Lee in the north, 49 to 46": one person beats another."""
        near = told_in(scene, pair, self._w.reach)
        verb = next((i for i in near if scene.lower(i) in self._w.winning and scene.tags[i].startswith("VB")), -1)
        sides = [m for m in map(scene.mention, (verb - 1, verb + 1)) if m is not None] if verb > 0 else []
        return [m.kind for m in sides] == ["person", "person"]

    def _is_told(self, scene: Scene, pair: Pair, verbs: frozenset[str]) -> bool:
        """True where one of the verbs stands before within reach; a word that only takes sides must be a verb there."""
        near = (i for i in told_in(scene, pair, self._w.reach) if scene.lower(i) in verbs)
        return any(scene.lower(i) not in self._w.siding or scene.tags[i].startswith("VB") for i in near)


def _runs(scene: Scene, i: int) -> bool:
    """Word i is of a party's or a person's name, or of one that nobody knows: "Brown saw off Green by"."""
    m = scene.mention(i)
    return m.kind in ("party", "person") if m is not None else scene.tags[i] in ("NNP", "NNPS")
