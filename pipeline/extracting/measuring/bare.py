"""Numbers without a noun of their own: "which had 42", "Y 37 and Z 34", "up from 29", "another two".

They go on with the measure of a figure before them, in the sentence or just before it, when their size
allows; or a word beside them tells ("320 million were entitled to vote", "short of the 326 required").
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from pipeline.configuring.terms import Terms
from pipeline.extracting.figures import Figure
from pipeline.extracting.readings import Reading
from pipeline.extracting.scene import Scene

_CARRIED = (
    "seats",
    "votes",
    "vote_share",
    "areas_led",
    "areas_second",
    "turnout",
    "candidates",
    "seats_change",
    "registered_voters",
    "votes_cast",
    "margin",
)
_FAR = 5  # sentences over which a bare figure may go on with a measure
_ALONE_BEFORE = (
    "each",
    "respectively",
    "apiece",
    "outright",
    "in",
    "on",
    "to",
    "for",
    "while",
    "after",
    "with",
    "and",
    "or",
    "from",
    "at",
    "ahead",
    "by",
    "as",
    "when",
    "but",
    "went",
    "go",
    "last",
    "this",
    "against",
    "compared",
    "under",
    "giving",
    "leaving",
    "nationwide",
    "so",
    "behind",
    "were",
    "was",
    "last",
    "four",
    "two",
    "three",
    "it",
    "they",
    "nationally",
    "overall",
    "won",
    "held",
    "previously",
    "before",
    "now",
    "this",
    "is",
    "are",
    "had",
    "has",
    "its",
    "their",
    "years",
    "previously",
    "five",
    "up",
    "down",
    "out",
    "having",
    "since",
    "because",
    "although",
    "though",
    "than",
)
_TIES = (
    "with",
    "had",
    "has",
    "have",
    "on",
    "and",
    ",",
    "to",
    "(",
    ":",
    "another",
    "for",
    "from",
    "by",
    "but",
    "against",
    "or",
    "than",
    "at",
    "about",
    "of",
    "representing",
)


@dataclass
class Ago:
    """The measures read last, each with the sentences since; what a bare "won two" goes on from."""

    readings: list[tuple[int, Reading]] = field(default_factory=list)
    sentence: int = 0
    seat_words: int = -99  # the last sentence that spoke of seats or deputies

    def add(self, reading: Reading) -> None:
        """Note a reading of the current sentence."""
        self.readings.append((self.sentence, reading))

    def recent(self) -> Iterator[Reading]:
        """The readings of the last few sentences, the latest first."""
        for at, reading in reversed(self.readings):
            if self.sentence - at > _FAR:
                return
            yield reading


class BareReader:
    """Reads figures that no noun follows."""

    def __init__(self, terms: Terms) -> None:
        self._t = terms
        self._gain = frozenset(terms.verbs.gain)
        self._move = frozenset(terms.verbs.move)
        self._get, self._lose = frozenset(terms.verbs.get), frozenset(terms.verbs.lose)
        self._eligible, self._voted = frozenset(terms.shares.eligible), frozenset(terms.shares.voted)
        self._majority, self._needing = frozenset(terms.chambers.majority_words), frozenset(terms.chambers.needing)
        self._seat_nouns = frozenset(terms.nouns.seat) | frozenset(terms.chambers.nouns)
        self._plain_seats = frozenset(terms.nouns.seat)
        self._seat_words = frozenset(
            (
                "number of seats",
                "number of mps",
                "total number of mps",
                "number of lawmakers",
                "number of deputies",
                "most seats",
                "largest number of seats",
            )
        )
        self._share_words = frozenset(("percentages", "percent", "per cent", "percentage", "share of the vote", "%"))
        self._reserved = frozenset(terms.chambers.reserved)
        self._regarding = frozenset(terms.nouns.regarding)
        self._backing = frozenset(p for p in terms.shares.backing if p.startswith(("voted", "said")))
        self._electorate = frozenset(terms.nouns.electorate)

    def read(self, scene: Scene, f: Figure, out: Mapping[int, Reading], ago: Ago) -> Reading | None:
        """Return the reading of a figure without a noun; None where nothing tells what it counts."""
        if f.kind != "count":
            return None
        for rule in (self._electors, self._majority_of, self._lead_of, self._change):
            reading = rule(scene, f, out, ago)
            if reading is not None:
                return reading if reading.measure else None
        for reading in out.values():
            if reading.figure.first < f.first and self._same_kind(scene, f, reading):
                unit = "seat" if reading.measure == "seats_reserved" else reading.unit
                return replace(reading, figure=f, unit=unit, end=f.last, rule="bare-goes-on")
        if not self.alone(scene, f) or self._age(scene, f):
            return None
        tied = self._tied(scene, f)
        if not tied or (f.number.weak and not self._strongly(scene, f)):
            return None
        for base, here in self._bases(scene, f, out, ago):
            if self._fits(base, f, scene):
                return self._go_on(scene, f, base, here)
        return None

    def _same_kind(self, scene: Scene, f: Figure, reading: Reading) -> bool:
        """ "while nine are held for religious minorities", "40 complaints ... and 37 regarding the main balloting"."""
        if reading.measure == "seats_reserved":
            return scene.has(self._reserved, f.last, min(len(scene.words), f.last + 4))
        if reading.measure == "complaints" and f.last < len(scene.words):
            return scene.words[f.last].lower in self._regarding
        return False

    def _age(self, scene: Scene, f: Figure) -> bool:
        """ "Nelson Mandela, 75, said": a number set off by commas behind a person."""
        if not 18 <= f.value <= 105 or f.number.step or f.start < 2 or scene.words[f.start - 1].text != ",":
            return False
        m = scene.mention_at[f.start - 2]
        closed = f.last >= len(scene.words) or scene.words[f.last].text in (",", ".", ")", "-", "\u2014")
        return m >= 0 and scene.mentions[m].kind != "party" and closed

    # -- what a word beside the figure tells ------------------------------------------------

    def _electors(self, scene: Scene, f: Figure, out: Mapping[int, Reading], ago: Ago) -> Reading | None:
        """ "Roughly 320 million were entitled to vote"; "29.1 million Iranians voted"; "an electorate of four million"."""
        if f.value < 300:
            return None
        before = [w.lower for w in scene.words[max(0, f.start - 4) : f.start]]
        if (
            any(w in self._electorate for w in before)
            and before[-1:]
            and before[-1] in ("of", "at", "is", "was", "to", "numbers")
        ):
            return Reading(f, "registered_voters", "voter", "electorate-of", "none", f.last)
        i, steps = f.last, 0
        while i < len(scene.words) and steps < 8:
            word = scene.words[i]
            if word.text in (".", ";", "("):
                return None
            if scene.phrase_at(i, self._backing) and i > f.last and f.value >= 1000 and before[-1:] != ["of"]:
                return Reading(f, "votes", "vote", "number-backed", "required", i)
            n = scene.phrase_at(i, self._eligible)
            if n and self._vote_ahead(scene, i):
                return Reading(f, "registered_voters", "voter", "number-eligible", "none", i)
            if (
                steps <= 5
                and scene.phrase_at(i, self._voted)
                and scene.tags[i] in ("VBD", "VBN", "VBP")
                and not any(w.lower in ("will", "to", "would") for w in scene.words[f.last : i])
            ):
                if word.lower not in ("cast", "casting") or self._vote_ahead(scene, i):
                    return Reading(f, "votes_cast", "voter", "number-voted", "none", i)
            if scene.phrase_at(
                i, ("on the rolls", "on the electoral roll", "on the roll", "on the register", "on the list")
            ):
                return Reading(f, "registered_voters", "voter", "number-on-rolls", "none", i)
            i, steps = i + 1, steps + 1
        return None

    def _vote_ahead(self, scene: Scene, i: int) -> bool:
        return any(
            w.lower.startswith(("vot", "ballot", "poll", "elector", "register", "eligib"))
            for w in scene.words[i : i + 8]
        )

    def _majority_of(self, scene: Scene, f: Figure, out: Mapping[int, Reading], ago: Ago) -> Reading | None:
        """ "the 326 required", "256 that make a majority", "A majority is 170", "272 for a majority"."""
        if f.value < 10 or f.number.step:
            return None
        after = min(len(scene.words), f.last + 8)
        near = scene.words[f.last : f.last + 3]
        needs = (
            bool(near)
            and any(w.lower in self._needing for w in near)
            or scene.words[f.last : f.last + 1] != []
            and scene.words[f.last].lower in ("for", "that", "are", "to", "line", "threshold")
        )
        if (
            needs
            and scene.has(self._majority, f.last, after)
            and not any(w.text in (",", ";") for w in scene.words[f.last : f.last + 3])
        ):
            return Reading(f, "seats_majority", "seat", "number-for-majority", "none", f.last)
        before = [w.lower for w in scene.words[max(0, f.start - 5) : f.start]]
        if before[-1:] in (["is"], ["requires"], ["needs"]) and "majority" in before:
            return Reading(f, "seats_majority", "seat", "majority-is", "none", f.last)
        short = {"short", "shy"} & set(before) and before[-1:] in (["the"], ["of"])
        if short and any(r.measure in ("seats", "seats_total") for r in [*out.values(), *ago.recent()]):
            return Reading(f, "seats_majority", "seat", "short-of-number", "none", f.last)
        return None

    def _lead_of(self, scene: Scene, f: Figure, out: Mapping[int, Reading], ago: Ago) -> Reading | None:
        """ "a lead of about 1.5 million", "the winner by 537", "a difference of 29,457", "leads by more than 300,000"."""
        before = [w.lower for w in scene.words[max(0, f.start - 7) : f.start]]
        if (
            f.value < 400
            and before[-1:] == ["of"]
            and any(w in ("majority", "lead", "margin", "advantage") for w in before[-3:-1])
        ):
            return Reading(f, "", "", "majority-of", "none", f.last)  # "a Commons majority of 80"
        if f.value < 100 or f.number.step and f.value < 1000:
            return None
        noun = (
            before[-1:]
            and before[-1] in ("of", "was", "is")
            and any(
                w in ("lead", "margin", "majority", "difference", "gap", "advantage", "plurality") for w in before[-4:]
            )
        )
        verb = before[-1:] == ["by"] and any(
            w
            in (
                "won",
                "lead",
                "leads",
                "led",
                "leading",
                "beat",
                "winner",
                "lost",
                "defeated",
                "ahead",
                "victory",
                "trailed",
                "behind",
                "beating",
                "win",
                "edged",
                "wins",
                "certifies",
            )
            for w in before
        )
        if (noun or verb) and self.alone(scene, f):
            return Reading(f, "margin", "vote", "margin-bare", "required", f.last)
        return None

    def _change(self, scene: Scene, f: Figure, out: Mapping[int, Reading], ago: Ago) -> Reading | None:
        """ "99 - 60 fewer than at dissolution", "20 more than before", "a loss of seven", "SNP 69 (+23)"."""
        recent = [*out.values(), *ago.recent()]
        seats = any(r.measure in ("seats", "seats_change") for r in recent[:6])
        if not seats or f.number.step or f.value >= 700:
            return None
        sign = scene.words[f.first - 1] if f.first else None
        if sign is not None and sign.text in ("+", "-", "\u2212", "\u2013") and sign.end == scene.words[f.first].start:
            prior = scene.words[f.first - 2] if f.first > 1 else None
            if prior is not None and prior.text in ("(", "[", ","):
                grown = replace(f, first=f.first - 1, start=f.first - 1)
                return Reading(
                    grown, "seats_change", "seat", "signed-change", "required", f.last, 1 if sign.text == "+" else -1
                )
        after = [w.lower for w in scene.words[f.last : f.last + 2]]
        before = [w.lower for w in scene.words[max(0, f.start - 3) : f.start]]
        if after in (["more", "than"], ["fewer", "than"], ["less", "than"]):
            tail = [w.lower for w in scene.words[f.last + 2 : f.last + 6]]
            if any(
                w in ("it", "they", "he", "needed", "needs", "required", "majority", "necessary") for w in tail[:2]
            ) and not any(w in ("won", "had", "held", "took", "got") for w in tail):
                return Reading(f, "", "", "more-than-needed", "none", f.last)
            return Reading(
                f, "seats_change", "seat", "number-more-than", "required", f.last, 1 if after[0] == "more" else -1
            )
        if before[-1:] == ["of"] and any(w in ("loss", "gain", "increase", "drop") for w in before):
            return Reading(
                f,
                "seats_change",
                "seat",
                "loss-of-number",
                "required",
                f.last,
                -1 if "loss" in before or "drop" in before else 1,
            )
        return None

    # -- going on with a measure ------------------------------------------------------------

    def _bases(self, scene: Scene, f: Figure, out: Mapping[int, Reading], ago: Ago) -> Iterator[tuple[Reading, bool]]:
        for k in sorted((k for k in out if k < f.first), reverse=True):
            if out[k].measure in _CARRIED:
                yield out[k], True
            elif out[k].measure == "seats_total" and f.value <= out[k].figure.value and out[k].rule == "of-the-seats":
                yield replace(out[k], measure="seats", need="required"), True  # "Of the 81 seats, ODS won three"
            elif out[k].measure == "areas_total" and f.value <= out[k].figure.value and out[k].figure.first <= 4:
                yield replace(out[k], measure="areas_led", need="required"), True
            elif out[k].measure == "votes_counted" and out[k].unit == "vote":
                yield replace(out[k], measure="votes", need="required"), True
        later = next((out[k] for k in sorted(out) if k > f.first and out[k].measure in _CARRIED), None)
        if later is not None and self._listed(scene, f, later):
            yield later, True
        listed = self._list_measure(scene, f)
        if listed is not None:
            yield listed, True
        if scene.has(self._seat_words, 0, f.start) and f.value < 800:
            yield Reading(f, "seats", "seat", "number-of-seats", "required", f.last), True
        if scene.has(self._plain_seats, 0, f.start) and f.value < 800:
            yield Reading(f, "seats", "seat", "seats-before", "required", f.last), True
        for reading in ago.recent():
            if reading.measure in ("seats", "votes"):
                yield reading, False
            elif reading.measure == "vote_share" and (
                f.number.step
                or not reading.figure.number.step
                or reading.figure.number.step == 1.0
                and reading.rule.startswith("bare")
            ):
                yield reading, False
            elif reading.measure in ("seats_total", "seats_change", "seats_majority"):
                yield replace(reading, measure="seats", need="required", sign=1), False
            elif reading.measure in ("votes_cast", "margin") and reading.unit == "vote" and f.value >= 1000:
                yield replace(reading, measure="votes", need="required"), False
        if ago.sentence - ago.seat_words <= 2 and self._pairs(scene) >= 2:
            yield Reading(f, "seats", "seat", "list-after-seats", "required", f.last), False

    def _list_measure(self, scene: Scene, f: Figure) -> Reading | None:
        """ "the parties in the House: Conservatives 397, Labour 209, SDP 23": three names with a number each."""
        pairs = [g for g in scene.figures if g.start and scene.mention_at[g.start - 1] >= 0 and g.kind == "count"]
        if self._pairs(scene) < 3:
            return None
        if scene.has(self._share_words) or any(0 < g.number.step < 1 for g in pairs):
            return Reading(f, "vote_share", "percent", "list-of-shares", "required", f.last)
        if scene.has(self._seat_nouns) and all(g.value < 800 for g in pairs):
            return Reading(f, "seats", "seat", "list-of-seats", "required", f.last)
        return None

    def _pairs(self, scene: Scene) -> int:
        """How many figures stand right behind a name."""
        return sum(1 for g in scene.figures if g.kind == "count" and self._named(scene, g))

    def _named(self, scene: Scene, g: Figure) -> bool:
        i = g.start - 1
        if i > 0 and scene.words[i].lower in ("has", "have", "had", "won", "with", "took", "got"):
            i -= 1
        return i >= 0 and (scene.mention_at[i] >= 0 or (scene.words[i].text.isupper() and len(scene.words[i].text) > 1))

    def _fits(self, base: Reading, f: Figure, scene: Scene) -> bool:
        """The size of the figure allows the measure: a decimal is no seat, 776,427 are no candidates."""
        if base.measure == "turnout" and not f.number.step:
            near = f.first - base.figure.last if f.first > base.figure.first else 99
            return 5 < f.value <= 100 and near <= 6
        if base.measure == "vote_share" and not f.number.step and 0 < base.figure.number.step < 1 and f.value > 0:
            return False  # "24 seats on 27.5 per cent, ahead of Labour with 20"
        if base.figure.number.spelled and base.unit == "percent":
            return False  # "90 seats, up from 71, and a quarter of the votes. The Moderates rose to 51"
        if base.measure in ("vote_share", "turnout"):
            return 0 < f.value <= 100 and not (f.number.step >= 1)
        if 0 < f.number.step < 1 or base.unit == "point":
            return False
        if base.measure in ("votes", "votes_cast", "registered_voters", "margin"):
            top = max(base.figure.value, 1.0)
            return f.value * 2000 >= top and (f.value >= 100 or top < 1000) and base.measure != "margin"
        return f.value < 1000 and f.number.step == 0

    def _go_on(self, scene: Scene, f: Figure, base: Reading, here: bool) -> Reading | None:
        before = scene.words[f.start - 1].lower if f.start else ""
        if base.unit == "percent":
            if before in ("and",) and 0 == f.number.step and not here:
                return None
            figure = replace(f, number=replace(f.number, kind="percent", step=f.number.step or 1.0))
            return Reading(figure, base.measure, "percent", "bare-goes-on", base.need, f.last)
        measure, unit = base.measure, base.unit
        if measure == "seats_change":
            changing = f.start and (
                scene.words[f.start - 1].lower in self._lose
                or scene.phrase_before(f.start, self._gain, 2)
                or scene.words[f.start - 1].lower in ("and", "another")
            )
            measure = measure if changing else "seats"
        if measure in ("candidates", "turnout", "registered_voters", "votes_cast") and not here:
            return None
        if measure == "candidates" and before not in ("from", "to", "and"):
            return None
        behind = [w.lower for w in scene.words[f.last : f.last + 2]]
        if measure == "votes_cast" and (behind[:1] == ["for"] or behind in (["were", "for"], ["went", "to"])):
            return Reading(f, "votes", "vote", "votes-of-votes-cast", "required", f.last)
        if measure in ("votes_cast", "registered_voters") and before not in ("from", "to", "against", "than"):
            return None
        rule = "bare-goes-on" if here else "bare-after-sentence"
        sign = -1 if measure == "seats_change" and f.start and scene.words[f.start - 1].lower in self._lose else 1
        if measure == "seats" and f.start and scene.words[f.start - 1].lower in self._lose:
            measure, sign = "seats_change", -1
        return Reading(f, measure, unit, rule, "required" if base.need == "required" else base.need, f.last, sign)

    def alone(self, scene: Scene, f: Figure) -> bool:
        """Nothing behind the number that it could count instead."""
        if f.last >= len(scene.words):
            return True
        word, tag = scene.words[f.last], scene.tags[f.last]
        glued = word.start == scene.words[f.last - 1].end
        if word.kind == "sign":
            return not (glued and word.text in ("-", "\u2011", "/", ":", "'", "\u2019", "+")) or (
                word.text == ":" and not glued
            )
        if word.lower == "of":
            return any(g.first in range(f.last + 1, f.last + 6) for g in scene.figures)
        if word.lower in ("more", "fewer", "less"):
            return False
        if word.lower in _ALONE_BEFORE:
            return True
        if scene.mention_at[f.last] >= 0 and word.text[:1].isupper():
            return False
        return tag in ("IN", "CC", "TO", "WDT", "VBG", "WP", "VBD", "VBZ", "RB", "VBN") and not word.text[:1].isupper()

    def _strongly(self, scene: Scene, f: Figure) -> bool:
        """ "one" and "a dozen" count only right behind a winner's verb or a name."""
        i = f.start
        return i > 0 and (
            scene.phrase_before(i, self._get, 2) > 0
            or scene.mention_at[i - 1] >= 0
            or scene.words[i - 1].lower in ("with", "just", "only")
        )

    def _tied(self, scene: Scene, f: Figure) -> bool:
        """Right behind a verb of getting, "with", a name, or a comma and "and" of a list."""
        i = f.start
        if i <= 0:
            return scene.words[f.last : f.last + 1] != [] and scene.words[f.last].lower in ("went", "were", "go")
        j = i - 1
        while (
            j > 0
            and (scene.tags[j] in ("JJ", "RB", "JJR") or scene.words[j].lower in ("a", "an", "the", "own"))
            and i - j < 4
        ):
            j -= 1
        before = scene.words[j]
        if scene.phrase_before(j + 1, self._get, 4) or scene.phrase_before(j + 1, self._lose, 2):
            return True
        if before.lower in _TIES:
            return True
        acronym = before.kind == "word" and before.text.isupper() and len(before.text) > 1 and j == i - 1
        return (
            acronym
            or scene.mention_at[j] >= 0
            or before.text in ("-", "\u2013", "\u2014")
            or before.kind == "genitive"
            or (before.lower in self._t.reference.party_heads and j == i - 1)
        )

    def _listed(self, scene: Scene, f: Figure, later: Reading) -> bool:
        """ "won 13 and seven seats respectively", "PKB had 17, Golkar 20 and the PPP nine percent": the noun comes last."""
        between = [w.lower for w in scene.words[f.last : later.figure.start]]
        return (
            len(between) <= 14
            and any(w in ("and", "or", "to", ",") for w in between)
            and not any(w in (".", ";") for w in between)
        )
