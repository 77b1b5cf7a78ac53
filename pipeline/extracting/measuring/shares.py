"""Percentages: of the vote, of the voters, of the count; and points between two contestants."""

from __future__ import annotations

from pipeline.configuring.terms import Terms
from pipeline.extracting.figures import Figure
from pipeline.extracting.measuring.nouns import of_phrase
from pipeline.extracting.readings import Reading
from pipeline.extracting.scene import Scene

_SKIP = (
    "had",
    "has",
    "have",
    "been",
    "were",
    "was",
    "are",
    "is",
    "already",
    "now",
    "so",
    "far",
    "being",
    "yet",
    "of",
    "the",
    "who",
    "that",
    "nationwide",
    "actually",
    ",",
    "across",
    "country",
)
_NOT_SHARE = (
    "threshold",
    "barrier",
    "hurdle",
    "minimum",
    "mark",
    "swing",
    "increase",
    "rise",
    "drop",
    "fall",
    "decline",
    "higher",
    "lower",
    "more",
    "less",
    "growth",
    "tax",
    "interest",
    "chance",
    "inflation",
    "unemployment",
    "stake",
    "discount",
    "quota",
    "rate",
    "approval",
    "cut",
    "raise",
    "requirement",
    "cutoff",
    "cut-off",
)
_LEAD = ("lead", "margin", "advantage", "majority", "gap", "cushion", "edge")
_LEADING = (
    "ahead",
    "behind",
    "lead",
    "led",
    "leads",
    "leading",
    "trailed",
    "trailing",
    "trails",
    "trail",
    "margin",
    "margins",
    "gap",
    "clear",
    "beat",
    "defeated",
    "beating",
    "edged",
    "won by",
    "separated",
    "short",
    "falling",
    "separating",
    "apart",
    "outpolled",
    "shy",
)


class ShareReader:
    """Reads percentages and points."""

    def __init__(self, terms: Terms, changes: frozenset[str]) -> None:
        s = terms.shares
        self._vote, self._voters = frozenset(s.of_vote), frozenset(s.of_voters)
        self._counted_of, self._seats = frozenset(s.of_counted), frozenset(s.of_seats)
        self._counted, self._voted = frozenset(s.counted), frozenset(s.voted)
        self._strict = self._counted - {
            "in",
            "known",
            "released",
            "returned",
            "received",
            "count",
            "announced",
            "declared",
            "complete",
            "completed",
            "published",
            "reported",
        }
        self._backing, self._turnout = frozenset(s.backing), frozenset(s.turnout)
        self._abstention, self._share = frozenset(s.abstention), frozenset(s.share_nouns)
        self._get, self._changes = frozenset(terms.verbs.get), changes
        self._lose = frozenset(terms.verbs.lose)
        self._sides = frozenset(terms.reference.sides)
        self._reserved = frozenset(terms.chambers.reserved)
        self._stations = frozenset(terms.nouns.station)
        self._years = frozenset(("century", "decade", "year", "hour", "mile", "term", "finals", "final"))

    def read(self, scene: Scene, f: Figure) -> Reading | None:
        """Return the reading of a percentage or of points; None where it is a change, a threshold or no share."""
        if f.kind == "points":
            return self._points(scene, f)
        for rule in (self._lead, self._change, self._behind, self._counting, self._of, self._said_of, self._gotten):
            reading = rule(scene, f)
            if reading is not None:
                return reading if reading.measure else None
        return None

    def _points(self, scene: Scene, f: Figure) -> Reading | None:
        """ "a three-point lead", "trailed more than 15 points behind", "won by three percentage points"."""
        words = scene.words
        after = [w.lower for w in words[f.last : f.last + 3]]
        before = [w.lower for w in words[max(0, f.start - 4) : f.start]]
        if any(w in _LEAD for w in after[:2]) or any(
            w in ("ahead", "behind", "clear", "short", "adrift") for w in after
        ):
            return Reading(f, "margin", "point", "points-lead", "required", f.last)
        if (
            before[-1:] == ["by"]
            and any(w in _LEADING or w in ("won", "win", "lost", "lose", "victory") for w in before[:-1])
            and not any(w in self._changes - {"lower", "higher", "lost"} for w in before[:-1])
        ):
            return Reading(f, "margin", "point", "points-by", "required", f.last)
        if any(w in ("margin", "lead", "advantage", "gap", "trailing", "trailed", "trails") for w in before):
            return Reading(f, "margin", "point", "points-margin", "required", f.last)
        return None

    def _lead(self, scene: Scene, f: Figure) -> Reading | None:
        after = [w.lower for w in scene.words[f.last : f.last + 2]]
        if after and after[0] in ("lead", "margin", "advantage", "gap"):
            return Reading(f, "margin", "point", "percent-lead", "required", f.last)
        return None

    def _change(self, scene: Scene, f: Figure) -> Reading | None:
        """ "down by 1.5%", "fell three percent", "up 4 percent": how much it moved, no figure of its own."""
        words = [w.lower for w in scene.words[max(0, f.start - 5) : f.start]]
        if words[-1:] == ["by"] and any(w in self._changes or w in ("swing",) for w in words[:-1]):
            return Reading(f, "", "", "change-by", "none", f.last)
        if words[-1:] == ["of"] and any(
            w in ("increase", "rise", "drop", "fall", "decline", "gain", "swing", "loss") for w in words[-3:-1]
        ):
            return Reading(f, "", "", "change-of", "none", f.last)
        if words[-1:] and words[-1] in self._changes - {"compared"}:
            return Reading(f, "", "", "change", "none", f.last)
        after = [w.lower for w in scene.words[f.last : f.last + 2]]
        if after[:1] == ["owned"] or after == ["-", "owned"]:
            return Reading(f, "", "", "no-share", "none", f.last)
        if after and (after[0] in self._years or (f.number.spelled and after[0] == "majority")):
            return Reading(f, "", "", "no-share", "none", f.last)
        if after and (after[0] in _NOT_SHARE or (len(after) > 1 and after[0] == "-" and after[1] in _NOT_SHARE)):
            return Reading(f, "", "", "no-share", "none", f.last)
        return None

    def _behind(self, scene: Scene, f: Figure) -> Reading | None:
        """ "44.52 percent turnout", "92% counted", "45 percent voted", "a 12 percent share"."""
        i = f.last
        while (
            i < len(scene.words)
            and i - f.last < 3
            and scene.words[i].lower in ("voter", "overall", "national", "electoral", "-", "record", "low", "high")
        ):
            i += 1
        if scene.phrase_at(i, self._turnout):
            return Reading(f, "turnout", "percent", "percent-turnout", "none", i)
        if scene.words[i : i + 1] and scene.words[i].lower in ("share", "vote") and i <= f.last + 1:
            return Reading(f, "vote_share", "percent", "percent-share", "required", i + 1)
        j = f.last
        while j < len(scene.words) and scene.words[j].lower in (
            "had",
            "has",
            "have",
            "been",
            "were",
            "was",
            "already",
            "now",
            "being",
        ):
            j += 1
        if scene.phrase_at(j, self._strict) and self._voting_near(scene, f):
            return Reading(f, "votes_counted", "percent", "percent-counted", "none", j)
        at = f.last if scene.phrase_at(f.last, self._backing) else j
        n = scene.phrase_at(at, self._backing)
        if n and (self._voting_near(scene, f) or scene.words[at + n - 1].lower in self._sides):
            return Reading(f, "vote_share", "percent", "percent-backed", "required", at)
        while (
            j < len(scene.words)
            and j - f.last < 8
            and scene.words[j].lower
            in (
                "of",
                "them",
                "are",
                "is",
                "thought",
                "believed",
                "estimated",
                "seem",
                "seems",
                "seemed",
                "appear",
                "appeared",
            )
        ):
            j += 1
        if scene.phrase_at(j, self._voted) and not (scene.words[j].lower == "vote" and j == f.last):
            return Reading(f, "turnout", "percent", "percent-voted", "none", j)
        return None

    def _of(self, scene: Scene, f: Figure) -> Reading | None:
        """ "percent of the vote", "of votes counted", "of voters", "of polling stations", "of the seats"."""
        end = of_phrase(scene, f.last, self._counted_of | self._vote | self._voters | self._seats)
        if not end:
            return self._fraction_of(scene, f)
        last = scene.words[end - 1].lower
        phrase = " ".join(w.lower for w in scene.words[f.last + 1 : end])
        j = end
        while j < len(scene.words) and (scene.words[j].lower in _SKIP or scene.mention_at[j] >= 0):
            j += 1
        if "counted" in phrase.split() and last == "counted":
            j = end - 1
        backed = self._backs(scene, end)
        if any(
            phrase.endswith(p) for p in self._seats - self._vote - {"parliament", "assembly", "house", "senate"}
        ) and not scene.phrase_at(j, self._strict):
            if scene.has(self._reserved, end, min(len(scene.words), end + 9)):
                return Reading(f, "seats_reserved", "percent", "percent-of-seats-reserved", "none", end)
            return Reading(f, "", "", "of-seats", "none", end)
        if any(phrase.endswith(p) for p in self._voters):
            return self._of_people(scene, f, end, backed)
        counting = (
            scene.phrase_at(j, self._counted)
            and not (scene.words[j].lower == "in" and self._goes_on(scene, j))
            and not self._future(scene, end, j)
        )
        if phrase.split()[-1] in (
            "stations",
            "precincts",
            "boxes",
            "centres",
            "centers",
            "constituencies",
            "districts",
            "returns",
        ):
            return Reading(f, "votes_counted", "percent", "percent-of-stations", "none", end)
        if counting and not backed and self._is_count(scene, f, j):
            return Reading(f, "votes_counted", "percent", "percent-of-votes-counted", "none", end)
        if any(phrase.endswith(p) for p in self._vote):
            return Reading(f, "vote_share", "percent", "percent-of-vote", "required", end)
        return None

    def _goes_on(self, scene: Scene, j: int) -> bool:
        """ "percent of the vote in" closes a count only where nothing follows ("with 80 percent in, ...")."""
        return j + 1 < len(scene.words) and scene.words[j + 1].text not in (",", ".", ";", ")", "\u2014", "-")

    def _is_count(self, scene: Scene, f: Figure, j: int) -> bool:
        """ "won 44 percent of the votes counted so far" is a share: a winner's verb stands before the figure."""
        before = [w.lower for w in scene.words[max(0, f.start - 2) : f.start]]
        if before[-1:] in (["with"], ["after"]):
            return True
        gets = any(
            w in self._get - {"had", "has", "have", "put", "show", "showed", "shows", "gains", "polls"} for w in before
        )
        return not gets or scene.words[j].lower not in ("counted", "in", "cast", "so")

    def _fraction_of(self, scene: Scene, f: Figure) -> Reading | None:
        """ "half the vote", "one in three eligible Czechs voted", "half the votes counted"."""
        if not f.number.spelled:
            return None
        i = f.last
        steps = 0
        while i < len(scene.words) and steps < 5:
            n = scene.phrase_at(i, self._vote | self._voters)
            if n:
                j = i + n - (1 if n > 1 and scene.words[i + n - 1].lower == "counted" else 0)
                while j < len(scene.words) and scene.words[j].lower in _SKIP:
                    j += 1
                if scene.phrase_at(j, self._strict):
                    return Reading(f, "votes_counted", "percent", "fraction-counted", "none", i + n)
                if scene.phrase_at(i, self._voters) and scene.phrase_at(j, self._voted):
                    return Reading(f, "turnout", "percent", "fraction-voted", "none", i + n)
                if scene.phrase_at(i, self._vote):
                    return Reading(f, "vote_share", "percent", "fraction-of-vote", "required", i + n)
                return None
            if scene.phrase_at(i, self._voted) and steps:
                return Reading(f, "turnout", "percent", "fraction-voted", "none", i)
            if not (scene.is_modifier(i) or scene.words[i].lower in ("the", "all", "its")):
                return None
            i, steps = i + 1, steps + 1
        return None

    def _of_people(self, scene: Scene, f: Figure, end: int, backed: bool) -> Reading | None:
        """ "of voters backed Leave" is a share; "of the electorate voted" is the turnout; nothing said: neither."""
        if backed:
            return Reading(f, "vote_share", "percent", "percent-of-voters-backed", "required", end)
        first, last = scene.clause(f.first)
        j = end
        while j < min(last, end + 12) and not scene.phrase_at(j, self._voted):
            if scene.words[j].lower in (",", ".") and j > end + 5:
                break
            j += 1
        if j < min(last, end + 12) and scene.phrase_at(j, self._voted) and not self._future(scene, end, j):
            return Reading(f, "turnout", "percent", "percent-of-voters-voted", "none", end)
        if scene.has(self._turnout, max(first, f.start - 10), f.start):
            return Reading(f, "turnout", "percent", "turnout-of-voters", "none", end)
        if scene.has(self._voted, max(first, f.start - 8), f.start):
            return Reading(f, "turnout", "percent", "voted-percent-of-voters", "none", end)
        if self._verb_before(scene, f):
            return Reading(f, "vote_share", "percent", "won-percent-of-voters", "required", end)
        return Reading(f, "", "", "of-people", "none", end)

    def _verb_before(self, scene: Scene, f: Figure) -> bool:
        return any(
            w.lower in ("won", "support", "backing", "votes", "backed")
            for w in scene.words[max(0, f.start - 4) : f.start]
        )

    def _backs(self, scene: Scene, end: int) -> bool:
        """A verb of backing within the few words after ("of votes counted across the country had supported")."""
        for j in range(end, min(len(scene.words), end + 9)):
            if scene.words[j].text in (".", ";") or (scene.words[j].text == "," and j > end):
                return False
            if scene.phrase_at(j, self._backing):
                verb = scene.words[j].lower
                if verb in ("against", "in", "said", "no") and scene.phrase_at(j, self._backing) == 1:
                    continue
                return True
        return False

    def _future(self, scene: Scene, first: int, last: int) -> bool:
        return any(w.lower in ("will", "to", "can", "could", "would") for w in scene.words[first:last])

    def _voting_near(self, scene: Scene, f: Figure) -> bool:
        stems = ("vot", "ballot", "count", "poll", "elect", "result", "return", "referend")
        return any(w.lower.startswith(stems) for w in scene.words)

    def _counting(self, scene: Scene, f: Figure) -> Reading | None:
        """ "after counting 99.98 per cent of the votes"; "with the count 92 percent complete"."""
        before = [w.lower for w in scene.words[max(0, f.start - 3) : f.start]]
        if any(w in ("counting", "tallying") for w in before[-2:]) or before[-2:] in (["count", "of"], ["tally", "of"]):
            return Reading(f, "votes_counted", "percent", "counting-percent", "none", f.last)
        after = [w.lower for w in scene.words[f.last : f.last + 2]]
        if after[:1] in (["complete"], ["counted"], ["completed"]) and any(
            w in ("count", "counting", "tally") for w in before
        ):
            return Reading(f, "votes_counted", "percent", "count-complete", "none", f.last)
        return None

    def _said_of(self, scene: Scene, f: Figure) -> Reading | None:
        """ "turnout was just 35.03 percent", "turnout, put at 44 percent", "its share of the vote fell to 12 percent"."""
        first, _ = scene.clause(f.first)
        for i in range(f.start - 1, max(first, f.start - 22) - 1, -1):
            if i + 1 < f.start and scene.phrase_at(i, self._abstention) and scene.words[i].lower.startswith("abst"):
                return Reading(f, "", "", "abstention", "none", f.last)
            if scene.phrase_at(i, self._turnout):
                if i + 1 < f.start and self._open_between(scene, i, f):
                    return Reading(f, "turnout", "percent", "turnout-is", "none", f.last)
                return None
        return None

    def _open_between(self, scene: Scene, i: int, f: Figure) -> bool:
        """Nothing between the turnout and the figure that takes the figure for itself."""
        for j in range(i + 1, f.start):
            word = scene.words[j].lower
            m = scene.mention_at[j]
            if m >= 0 and scene.mentions[m].kind in ("party", "person"):
                return False
            if word in ("won", "win", "winning", "took", "support", "backed", "majority", "seats") and j < f.start:
                return False
        return True

    def _gotten(self, scene: Scene, f: Figure) -> Reading | None:
        """ "won 35.94 percent", "with 38 percent", "on 20 percent": a share if someone is found to have it."""
        before = [w.lower for w in scene.words[max(0, f.start - 3) : f.start]]
        verb = any(scene.phrase_before(f.start - k, self._get, 3) for k in (0, 1) if f.start - k > 0)
        tie = before[-1:] and before[-1] in (
            "with",
            "on",
            "at",
            "to",
            "of",
            "from",
            "(",
            ",",
            "and",
            ":",
            "-",
            "\u2013",
            "for",
            "against",
            "than",
            "or",
            "representing",
            "mere",
            "a",
            "'s",
            "\u2019s",
        )
        if f.number.weak and not verb:
            return None
        if verb or tie or self._after_name(scene, f):
            return Reading(f, "vote_share", "percent", "got-percent" if verb else "name-percent", "required", f.last)
        return None

    def _after_name(self, scene: Scene, f: Figure) -> bool:
        return f.start > 0 and (scene.mention_at[f.start - 1] >= 0 or scene.words[f.start - 1].lower in self._sides)
