"""What a figure without a noun may go on from: the readings before it, a list it stands in, a word before it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from pipeline.configuring.terms import Terms
from pipeline.extracting.figures import Figure
from pipeline.extracting.grammar import BEING
from pipeline.extracting.measuring.ago import Ago
from pipeline.extracting.readings import Reading
from pipeline.extracting.scene import Scene

_CARRIED = frozenset(
    (
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
)

_SINGLE = ("constituency", "district")  # who leads in one has its seat
_MOVED = ("seats", "vote_share")
_SEATS = 800
_ALL_ALONG = 3  # figures of seats after which an article tells of them
_BEHIND = 3  # words from a party to its figure: "Labour, on 255", "the SNP has six"
_HUNDRED = 110  # rounded shares may add up to a little more than a hundred


class BaseFinder:
    """Finds the readings that a bare figure may go on from."""

    def __init__(self, terms: Terms) -> None:
        self._w = terms.counting.bare
        self._rest = terms.counting.houses.rest
        self._got = terms.verbs.get
        self._having = terms.naming.frames.having
        self._plain_seats, self._members = terms.nouns.seat, terms.nouns.member
        self._no_house = terms.counting.seats.committees | terms.counting.seats.cabinets
        self._seat_nouns = terms.nouns.seat | terms.chambers.nouns

    def of(self, scene: Scene, f: Figure, out: Mapping[int, Reading], ago: Ago) -> Iterator[tuple[Reading, bool]]:
        """Yield the readings to go on from, the likeliest first, each with whether it is of this sentence."""
        for base in self._here(scene, f, out):
            yield base, True
        for base in self._earlier(scene, f, ago):
            yield base, False
        if self._of_seats(scene, f, ago):
            yield Reading(f, "seats", "seat", "number-of-seats", "required", f.last), False
        if self._tallied(scene, f):
            yield Reading(f, "votes", "vote", "votes-told", "required", f.last), True
        undeclared = scene.has(self._w.yet_to_declare, 0, f.start)  # "With one seat left to declare"
        if (undeclared or ago.sentence - ago.seat_words <= 2) and self._pairs(scene) >= 2:
            yield Reading(f, "seats", "seat", "list-after-seats", "required", f.last), False

    def _tallied(self, scene: Scene, f: Figure) -> bool:
        """ "The count showed Santos with 187,340 and Lind with 172,905": exact thousands, and a count is told."""
        if not _exact_thousands(scene, f) or scene.has(self._w.no_tally) or scene.lower(f.start - 1) == "by":
            return False
        verb = scene.lower(f.start - 1) in self._w.tally_verbs or scene.lower(f.start - 2) in self._w.tally_verbs
        listed = sum(_exact_thousands(scene, g) for g in scene.figures) >= 2
        return scene.has(self._w.tallies) and (verb or listed)

    def _here(self, scene: Scene, f: Figure, out: Mapping[int, Reading]) -> Iterator[Reading]:
        later = next((out[k] for k in sorted(out) if k > f.first and out[k].measure in _CARRIED), None)
        if later is not None and (self._moves_to(scene, f, later) or self._in_row(scene, f, later)):
            yield later
        seated = any(r.measure == "seats" for k, r in out.items() if k < f.first)  # "37 seats, the Greens two"
        benched = f.number.spelled and (seated or scene.has(self._members, 0, f.start))
        for prior in self._nearest(scene, f, out):
            if benched and prior.measure == "vote_share":
                continue  # "had hoped for ten MPs, at 9 per cent in the polls, but ended the night on eight"
            base = self._before(f, prior)
            goes_on = (
                base is None or base.measure != "candidates" or scene.lower(f.start - 1) in self._w.candidates_links
            )
            if base is not None and goes_on:  # "which had put up 36 names, saw 32 elected": other than the names
                yield base
        if later is not None and self._listed(scene, f, later):
            yield later
        listed = self._list_measure(scene, f)
        if listed is not None:
            yield listed
        if scene.has(self._w.seat_words, 0, f.start) and f.value < 800:
            yield Reading(f, "seats", "seat", "number-of-seats", "required", f.last)
        if (benched or scene.has(self._plain_seats, 0, f.start)) and f.value < 800:
            yield Reading(f, "seats", "seat", "seats-before", "required", f.last)

    def _in_row(self, scene: Scene, f: Figure, later: Reading) -> bool:
        """ "at 8 percent, won 61, 54 and 51 seats": of what the last of the row counts."""
        told = {i for g in scene.figures for i in range(g.first, g.last)}
        return {",", "and"} == {scene.lower(i) for i in range(f.last, later.figure.start) if i not in told}

    def _moves_to(self, scene: Scene, f: Figure, later: Reading) -> bool:
        """ "on 4 per cent of the vote, doubled from four to eight seats": of what the figure behind "to" counts."""
        return later.figure.start == f.last + 1 and scene.lower(f.start - 1) == "from" and scene.lower(f.last) == "to"

    def _nearest(self, scene: Scene, f: Figure, out: Mapping[int, Reading]) -> list[Reading]:
        """The readings before the figure, the last first; of "177 seats with 41 percent, the Bloc 54" the seats."""
        before = [out[k] for k in sorted((k for k in out if k < f.first), reverse=True)]
        aside = before and before[0].measure == "vote_share" and scene.lower(before[0].figure.start - 1) in self._having
        whole = not f.number.step and not f.number.spelled
        seats = next((n for n, r in enumerate(before[:3]) if r.measure == "seats"), 0)
        if aside and whole and seats:
            before.insert(0, before.pop(seats))
        if self._in_turn(scene, f, before):
            before.insert(0, before.pop(1))
        beside = before and before[0].measure == "vote_share" and before[0].end == f.start - 1
        if beside and scene.lower(f.start - 1) == "and" and not f.number.step and seats:
            before.insert(0, before.pop(seats))  # "the Blues 27 and eight"
        return before

    def _in_turn(self, scene: Scene, f: Figure, before: list[Reading]) -> bool:
        """ "30 percent and nine seats, the Blues 27 and eight": behind a name the first of two is a share again."""
        two = any(g.start == f.last + 1 for g in scene.figures) and scene.lower(f.last) == "and"
        pair = [r.measure for r in before[:2]] == ["seats", "vote_share"]
        return two and pair and scene.lowers(before[1].end, before[0].figure.start) == ["and"]

    def _before(self, f: Figure, prior: Reading) -> Reading | None:
        """What a reading before the figure in its sentence hands on; None for nothing."""
        part = f.value <= prior.figure.value
        if prior.measure in _CARRIED:
            return prior
        if prior.measure == "seats_total" and part:
            # "Of the 81 seats, ODS won three", "In the 120-seat house Likud won 31"
            return replace(prior, measure="seats", need="required")
        if prior.measure == "areas_total" and part and prior.figure.first <= 4:
            return replace(prior, measure="areas_led", need="required")
        if prior.measure == "votes_counted" and prior.unit == "vote":
            return replace(prior, measure="votes", need="required")
        return None

    def _gets(self, scene: Scene, f: Figure) -> bool:
        """Right behind a verb or a name: "had 99", "the Greens 12"; not "conceded at eight in the evening"."""
        return (
            f.start > 0
            and f.value < _SEATS
            and (scene.tags[f.start - 1].startswith("VB") or scene.mention_at[f.start - 1] >= 0)
        )

    def _earlier(self, scene: Scene, f: Figure, ago: Ago) -> Iterator[Reading]:
        """The readings of the sentences before that hand their measure on."""
        for at, prior in ago.dated():
            rest = self._of_rest(scene, f) or (at == ago.sentence - 1 and self._of_number(scene, f))
            if prior.measure in ("seats", "votes") or (prior.measure == "areas_led" and rest):
                yield prior
            elif prior.measure == "vote_share" and ago.seat_words > at and not f.number.step:
                continue  # "on 12 percent. They had 50 members then. Today they have 14": no share
            elif prior.measure == "vote_share":
                step = prior.figure.number.step
                near = at == ago.sentence - 1 and ago.seat_words < 0
                whole = step == 1.0 and (prior.rule.startswith("bare") or (near and self._scored(scene, f, prior)))
                if is_round(f) or f.number.step or not step or whole:
                    yield prior
            elif prior.measure == "areas_led" and prior.unit in _SINGLE and self._gets(scene, f):
                # "The Liberals led in 184 of the 338 ridings. The Harbour Party had 99"
                yield replace(prior, measure="seats", unit="seat", need="required")
            elif prior.measure == "seats_majority" and prior.unit != "seat":
                yield replace(prior, measure="votes", need="required")  # "past the 270 required. Brown stood at 206"
            elif prior.measure in ("seats_total", "seats_change", "seats_majority"):
                yield replace(prior, measure="seats", need="required", sign=1)
            elif prior.measure in ("votes_cast", "margin") and prior.unit == "vote" and f.value >= 1000:
                yield replace(prior, measure="votes", need="required")

    def _scored(self, scene: Scene, f: Figure, prior: Reading) -> bool:
        """ "The Reds won 40 percent of the vote. The Greens got 15": where the article has told of no seats so far."""
        got = not f.number.spelled and scene.lower(f.start - 1) in self._got
        return got and f.value + prior.figure.value <= _HUNDRED

    def _of_seats(self, scene: Scene, f: Figure, ago: Ago) -> bool:
        """ "The SNP has six and Plaid Cymru three": behind a party, in an article that tells of seats all along."""
        told = sum(r.measure == "seats" for _, r in ago.readings) >= _ALL_ALONG
        plain = f.kind == "count" and f.value < _SEATS and not f.number.step and scene.lower(f.last) != "of"
        near = (scene.mention(i) for i in range(max(0, f.start - _BEHIND), f.start))
        return told and plain and any(m is not None and m.kind == "party" for m in near)

    def _of_rest(self, scene: Scene, f: Figure) -> bool:
        """ "Brown carried ten districts. Green carried the remaining 11": what is left of those told before."""
        return scene.lower(f.start - 1) in self._rest and scene.lower(f.start - 2) == "the"

    def _foretold(self, scene: Scene, f: Figure) -> bool:
        """ "The exit poll had the Greens on 307, the Reds on 255 and the Blues on 59": too many for shares."""
        if f.value >= _SEATS or not scene.has(self._w.exits, 0, f.start):
            return False
        tied = (g for g in scene.figures if scene.lower(g.start - 1) in ("on", "at", "with"))
        pairs = [g for g in tied if scene.mention_at[g.start - 2] >= 0]
        whole = all(g.kind == "count" and not g.number.step and g.value < _SEATS for g in pairs)
        return len(pairs) >= 3 and whole and f in pairs and sum(g.value for g in pairs) > _HUNDRED

    def _on_decimals(self, scene: Scene, f: Figure) -> bool:
        """ "had the Greens on 19, the Reds on 14.3 and the Blues on 11.8": a decimal shows what all of them are."""
        tied = (g for g in scene.figures if scene.lower(g.start - 1) in ("on", "at", "with"))
        pairs = [g for g in tied if scene.mention_at[g.start - 2] >= 0]
        plain = all(g.kind == "count" and not g.number.spelled and g.number.step < 1 for g in pairs)
        whole = plain and sum(g.value for g in pairs) <= _HUNDRED
        return len(pairs) >= 2 and f in pairs and whole and any(g.number.step for g in pairs)

    def _of_number(self, scene: Scene, f: Figure) -> bool:
        """ "Of the 106 districts it carried 91. In the capital it won six of 18": as few of as many."""
        return scene.lower(f.last) == "of" and any(g.start == f.last + 1 and g.value > f.value for g in scene.figures)

    def _list_measure(self, scene: Scene, f: Figure) -> Reading | None:
        """ "the parties in the House: Conservatives 397, Labour 209, SDP 23": three names with a number each."""
        if self._standing(scene, f):
            return Reading(f, "seats", "seat", "list-of-standings", "required", f.last)
        if self._foretold(scene, f):
            return Reading(f, "seats", "seat", "list-of-seats", "required", f.last)
        if self._on_decimals(scene, f):
            return Reading(f, "vote_share", "percent", "list-of-shares", "required", f.last)
        if self._pairs(scene) < 3:
            return None
        pairs = [g for g in scene.figures if g.start and scene.mention_at[g.start - 1] >= 0 and g.kind == "count"]
        if scene.has(self._w.share_words) or any(0 < g.number.step < 1 for g in pairs):
            return Reading(f, "vote_share", "percent", "list-of-shares", "required", f.last)
        if scene.has(self._seat_nouns) and all(g.value < 800 for g in pairs):
            return Reading(f, "seats", "seat", "list-of-seats", "required", f.last)
        return None

    def _standing(self, scene: Scene, f: Figure) -> bool:
        """ "State of the parties: Conservative 339, Labour 269, Liberal 11": a heading, and a number for each name."""
        at = scene.find(self._w.standings, 0, min(f.start, 8))
        heads = (i for i in range(max(0, at), f.start) if scene.words[i].text == ":" or scene.lower(i) in BEING)
        colon = next(heads, -1)  # "The final figures are Conservatives 339, Labour 269, Liberals 11"
        if scene.has(self._no_house, 0, at):
            return False  # "The committee is composed as follows: Labour three, Liberals two, Greens one"
        if at < 0 or colon < at or any(g.kind != "count" or g.number.step for g in scene.figures):
            return False
        rows = [g for g in scene.figures if g.start > colon and self._row(scene, g, colon)]
        return len(rows) >= 3 and f in rows and all(g.value < 800 for g in rows)

    def _row(self, scene: Scene, g: Figure, colon: int) -> bool:
        i = g.start - 1
        if scene.lower(i) in self._w.standing_links:
            i -= 1
        return i > colon and (scene.mention_at[i] >= 0 or scene.words[i].text[0].isupper())

    def _pairs(self, scene: Scene) -> int:
        """How many figures stand right behind a name."""
        return sum(1 for g in scene.figures if g.kind == "count" and self._named(scene, g))

    def _named(self, scene: Scene, g: Figure) -> bool:
        i = g.start - 1
        if i > 0 and scene.words[i].lower in self._w.name_links:
            i -= 1
        if i < 0:
            return False
        return scene.mention_at[i] >= 0 or (scene.words[i].text.isupper() and len(scene.words[i].text) > 1)

    def _listed(self, scene: Scene, f: Figure, later: Reading) -> bool:
        """ "won 15 and eight seats respectively", "Golkar 20 and the PPP nine percent": the noun comes last."""
        between = scene.lowers(f.last, later.figure.start)
        if between == ["from"] and scene.lower(f.start - 1) == "to" and later.measure in _MOVED:
            return True  # "fell to 12.5 from 22.5 percent"
        linked = any(w in self._w.list_links for w in between)
        return linked and len(between) <= 14 and "." not in between and ";" not in between


def is_round(f: Figure) -> bool:
    """ "came next with just over 11": a whole number whose hedge says that it is rounded."""
    return f.hedge is not None and f.hedge.shape in ("above", "below", "around") and not f.number.spelled


def _exact_thousands(scene: Scene, f: Figure) -> bool:
    """True for "187,340": thousands printed to the last digit, as votes are."""
    plain = f.kind == "count" and not f.number.step and f.number.high is None and f.last == f.first + 1
    return plain and "," in scene.words[f.first].text and f.value >= 1000


def fits(base: Reading, f: Figure) -> bool:
    """True when the size of the figure allows the measure: a decimal is no seat, 776,427 are no candidates."""
    step, base_step = f.number.step, base.figure.number.step
    if base.measure == "turnout" and not step:
        return 5 < f.value <= 100 and f.first > base.figure.first and f.first - base.figure.last <= 6
    ranges = (
        f.number.high is not None and base.figure.number.high is not None
    )  # "27.5 to 30.5 percent, Ourland 27 to 30"
    if base.measure == "vote_share" and base.figure.number.high is not None and f.number.high is None:
        return False  # "the forecast is 4-7 percent, worth from 11 to 16 lawmakers"
    if base.measure == "vote_share" and not step and 0 < base_step < 1 and f.value > 0 and not ranges:
        return False  # "24 seats on 27.5 per cent, ahead of Labour with 20"
    if base.figure.number.spelled and base.unit == "percent":
        return False  # "90 seats, up from 71, and a quarter of the votes. The Moderates rose to 51"
    if base.measure in ("vote_share", "turnout"):
        return 0 < f.value <= 100 and step < 1
    if 0 < step < 1 or base.unit == "point" or base.measure == "margin":
        return False
    if base.measure in ("votes", "votes_cast", "registered_voters"):
        top = max(base.figure.value, 1.0)
        return f.value * 2000 >= top and (f.value >= 100 or top < 1000)
    return f.value < 1000 and (step == 0 or f.number.spelled)  # "hold more than a hundred"
