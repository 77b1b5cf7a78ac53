"""What a percentage or a fraction is a part of: of the vote, of votes counted, of voters, of stations, of the seats."""

from __future__ import annotations

from pipeline.configuring.places import Places
from pipeline.configuring.terms import Terms
from pipeline.extracting.figures import Figure
from pipeline.extracting.grammar import BE_FORMS, BEING, COMING, DETERMINERS, HAVING, NOUNS
from pipeline.extracting.measuring.nouns import PhraseFinder
from pipeline.extracting.measuring.turnouts import is_turnout
from pipeline.extracting.readings import Reading, nothing
from pipeline.extracting.scene import Scene

_NAMED = ("NNP", "NNPS", "NNS")


_APART = 4  # words from a share to the participle that is of its whole alone

_AT = ("at", "in")
_AGAIN, _MANY = 4, 1000  # words from "3,548,477" over "votes, or"; votes
_LED = 9  # words from "leading the race for the seat" to its "with"
_PASSIVE = 9  # words from "approved" over "in a referendum on Sunday" to its figure


def is_passive(scene: Scene, f: Figure, siding: frozenset[str]) -> bool:
    """ "was opposed by nearly 70 percent": the figure is of those who did it."""
    return passive_verb(scene, f.start, siding) >= 0


def passive_verb(scene: Scene, start: int, siding: frozenset[str]) -> int:
    """The verb of "was opposed by | nearly 70 percent", "was approved in a referendum on Sunday by"; -1 for none."""
    verb = start - 2
    while scene.lower(start - 1) == "by" and start - verb < _PASSIVE and verb > 0 and not _decides(scene, verb, siding):
        if scene.tags[verb].startswith(("VB", "MD")) or scene.words[verb].kind == "sign":
            return -1
        verb -= 1
    told = scene.lower(start - 1) == "by" and _decides(scene, verb, siding)
    return verb if told else -1


def _decides(scene: Scene, i: int, siding: frozenset[str]) -> bool:
    return scene.tags[i] == "VBN" and scene.lower(i) in siding


class PartReader:
    """Reads a share by the noun behind its "of"."""

    def __init__(self, terms: Terms, places: Places) -> None:
        self._places = places
        self._w, self._s = terms.counting.shares, terms.shares
        s, self._complaints = terms.shares, terms.nouns.complaint
        self._strict = s.counted - self._w.counted_vague
        self._winning = terms.verbs.get - self._w.no_winning
        self._sides = terms.naming.frames.sides
        self._reserved, self._siding = terms.chambers.reserved, terms.counting.scores.siding
        self._phrases, self._fielded = PhraseFinder(terms), terms.nouns.candidate | terms.counting.areas.led_behind
        self._wholes = s.of_counted | s.of_vote | s.of_voters | s.of_seats
        self._fractions = s.of_vote | s.of_voters
        # The noun phrase may hold more than the phrase that was found: its end decides.
        self._seat_ends = tuple(sorted(s.of_seats - s.of_vote - self._w.no_seats))
        self._houses = tuple(sorted(self._w.no_seats))
        self._rank_and_file = tuple(sorted(v for v in s.of_voters if v.endswith(self._seat_ends)))  # "party members"
        self._voter_ends, self._vote_ends = tuple(sorted(s.of_voters)), tuple(sorted(s.of_vote))

    def of(self, scene: Scene, f: Figure) -> Reading | None:
        """ "percent of the vote", "of votes counted", "of voters", "of polling stations", "of the seats"."""
        end = self._phrases.behind_of(scene, f.last, self._wholes)
        if not end:
            end = self._nationals(scene, f)
            return self._of_people(scene, f, end) if end else self._fraction_of(scene, f)
        phrase = " ".join(scene.lowers(f.last + 1, end))
        j = end
        while j < len(scene.words) and (scene.words[j].lower in self._w.count_fill or scene.mention_at[j] >= 0):
            j += 1
        if scene.words[end - 1].lower == "counted":
            j = end - 1
        seats = phrase.endswith(self._seat_ends) and not phrase.endswith(self._rank_and_file)
        if seats and not scene.phrase_at(j, self._strict):
            return self._of_seats(scene, f, end)
        if phrase.endswith(self._houses) and not scene.has(self._s.turnout) and not scene.phrase_at(j, self._strict):
            return nothing(f, "of-seats")  # "won 40 percent of the assembly"
        return self._of_votes(scene, f, end, j)

    def _of_votes(self, scene: Scene, f: Figure, end: int, j: int) -> Reading | None:
        """Of votes, voters or stations, whose phrase ends at word `end`; word j may say that they are counted."""
        phrase = " ".join(scene.lowers(f.last + 1, end))
        if phrase.endswith((*self._voter_ends, *self._vote_ends)) and is_passive(scene, f, self._siding):
            return Reading(f, "vote_share", "percent", "percent-passive", "required", end)
        if phrase.endswith(self._voter_ends):
            return self._of_people(scene, f, end)
        if scene.has(self._w.spoiled, max(scene.clause(f.first)[0], f.start - 6), f.start) or self._spoiled(scene, end):
            return nothing(f, "spoiled")
        if scene.lower(f.start - 1) == "in" and scene.has(self._fielded, f.start - 8, f.start):
            return nothing(f, "in-places")  # "put up candidates in more than half of the constituencies"
        if scene.words[end - 1].lower in self._w.places_counted:
            box = scene.words[end - 1].lower in self._w.boxes  # opened where its ballots are counted
            opened = not box and any(w in self._w.opening for w in scene.lowers(end, end + 6))
            # "complaints over half of the constituencies"
            opened = opened or scene.has(self._complaints, f.start - 5, f.start)
            counted = Reading(f, "votes_counted", "percent", "percent-of-stations", "none", end)
            some = scene.lower(f.last) == "in" and not scene.has(
                self._strict
            )  # "half are filled from lists, half in districts"
            at = scene.lower(f.start - 1) in _AT and not scene.has(
                self._strict | self._w.count_nouns
            )  # "faults at 58 percent"
            opened = opened or at
            had = scene.lower(end) in HAVING and any(tag in NOUNS for tag in scene.tags[end + 1 : end + 2])
            return nothing(f, "stations-open") if opened or had or some else counted  # "12 percent of boxes had seals"
        settled = self._counted(scene, f, end, j) or scene.lower(end - 2) == "counted"
        if settled and not self._votes_again(scene, f):
            return Reading(f, "votes_counted", "percent", "percent-of-votes-counted", "none", end)
        if settled or phrase.endswith(self._vote_ends):
            return Reading(f, "vote_share", "percent", "percent-of-vote", "required", end)
        return None

    def _votes_again(self, scene: Scene, f: Figure) -> bool:
        """ "won 3,548,477 votes, or 57 percent of the ballots counted so far": what the votes come to."""
        votes = next((g for g in scene.figures if g.last < f.start <= g.last + _AGAIN and g.kind == "count"), None)
        if votes is None or scene.lower(f.start - 1) != "or" or votes.value < _MANY:
            return False
        return any(w in self._winning for w in scene.lowers(votes.start - _AGAIN, votes.start))

    def _spoiled(self, scene: Scene, end: int) -> bool:
        """ "4.2 percent of votes were invalid"."""
        return any(w in self._w.spoiled for w in scene.lowers(end, end + 3)) and scene.lower(end) in BE_FORMS

    def _of_seats(self, scene: Scene, f: Figure, end: int) -> Reading:
        """ "25 percent of the seats are reserved for women"; other shares of a chamber are no measure."""
        if scene.has(self._reserved, end, end + 9):
            return Reading(f, "seats_reserved", "percent", "percent-of-seats-reserved", "none", end)
        return nothing(f, "of-seats")

    def _counted(self, scene: Scene, f: Figure, end: int, j: int) -> bool:
        """True where word j says that the votes were counted, and no one got the figure."""
        if not scene.phrase_at(j, self._s.counted) or (scene.words[j].lower == "in" and self._goes_on(scene, j)):
            return False
        return not self._future(scene, end, j) and not self._backs(scene, end) and self._is_count(scene, f, j)

    def _goes_on(self, scene: Scene, j: int) -> bool:
        """ "percent of the vote in" closes a count only where nothing follows ("with 80 percent in, ...")."""
        return j + 1 < len(scene.words) and scene.words[j + 1].text not in (",", ".", ";", ")", "\u2014", "-")

    def _is_count(self, scene: Scene, f: Figure, j: int) -> bool:
        """ "won 44 percent of the votes counted so far" is a share: a winner's verb stands before the figure."""
        if self._of_so_many(scene, f, j):
            return False
        before = scene.lowers(f.start - 2, f.start)
        if before[-1:] in (["with"], ["after"]):
            return True
        if before[-1:] and before[-1] in self._w.owners_have and self._has_votes(scene, f.start - 2):
            return False
        gets = any(w in self._winning for w in before)
        apart = j - f.last > _APART  # "heading for a landslide, taking 74 percent of the 98.7 million votes tallied"
        return not gets or not (apart or scene.words[j].lower in self._w.counted_so_far)

    def _of_so_many(self, scene: Scene, f: Figure, j: int) -> bool:
        """ "leading with 37 percent of some 2.1 million votes tallied", "had 61 percent of 2.3 million votes counted":
        the whole is what was counted; "With 40 percent of the 5 million votes counted, she had 61" opens a clause."""
        if not any(g.kind == "count" and g.value >= _MANY for g in scene.figures if f.last < g.start < j):
            return False
        counting = scene.lower(f.start - 2) in self._w.counters and scene.tags[f.start - 2].startswith("NN")
        had = scene.lower(f.start - 1) in self._w.owners_have and not counting
        return had or (scene.lower(f.start - 1) == "with" and any(w in self._w.leading for w in self._near(scene, f)))

    def _near(self, scene: Scene, f: Figure) -> list[str]:
        """The few words of the clause before "with"."""
        near = scene.lowers(f.start - 1 - _LED, f.start - 1)
        return near[max((k + 1 for k, w in enumerate(near) if w == ","), default=0) :]

    def _has_votes(self, scene: Scene, i: int) -> bool:
        """ "Opponents had 57 percent of the votes counted": theirs, unless a place or a commission ends at word i."""
        if i < 0 or scene.words[i].lower in self._w.counters or not scene.tags[i].startswith(("NN", "PRP", ")")):
            return False
        m = scene.mention(i)
        return m is None or m.kind in ("person", "party")

    def _nationals(self, scene: Scene, f: Figure) -> int:
        """Where "of all Hungarians" ends behind the figure: a land's people, or the land itself; 0 for none."""
        if scene.lower(f.last) != "of":
            return 0
        i = scene.skip(f.last + 1, DETERMINERS | {"all"} | self._s.eligible)  # "60% of registered Tunisians voted"
        named = i < len(scene.words) and scene.tags[i] in _NAMED and scene.words[i].text[:1].isupper()
        return i + 1 if named and self._places.country_of(scene.words[i].text) else 0

    # -- fractions in words ---------------------------------------------------------------------------

    def _fraction_of(self, scene: Scene, f: Figure) -> Reading | None:
        """ "half the vote", "one in five eligible Lorians voted", "half the votes counted"."""
        if not f.number.spelled:
            return None
        for i in range(f.first + 1, f.last):
            n = scene.phrase_at(i, self._fractions)
            if n and i + n < f.last:  # "three ballots in four"
                return self._part_of(scene, f, i, n, f.last)
        for i in range(f.last, min(len(scene.words), f.last + 5)):
            n = scene.phrase_at(i, self._fractions)
            part = self._part_of(scene, f, i, n, i + n) if n else None
            if part is not None:
                return part
            n = scene.phrase_at(i, self._s.voted) if i > f.last else 0
            if n and scene.lower(i + n) not in self._w.stance_tails:  # "one in three Poles voted for the left"
                return Reading(f, "turnout", "percent", "fraction-voted", "none", i)
            people = scene.tags[i] == "NNPS"  # "one in three eligible Poles voted"
            if not (people or scene.is_modifier(i) or scene.words[i].lower in self._w.fraction_fill):
                return None
        return None

    def _part_of(self, scene: Scene, f: Figure, i: int, n: int, end: int) -> Reading | None:
        """The fraction of the phrase of n words at word i; what is said of it stands from word `end` on."""
        counted = n > 1 and scene.words[i + n - 1].lower == "counted"
        j = scene.skip(end - (1 if counted else 0), self._w.count_fill)
        if scene.phrase_at(j, self._strict):
            return Reading(f, "votes_counted", "percent", "fraction-counted", "none", end)
        if scene.phrase_at(i, self._s.of_voters) and scene.phrase_at(j, self._s.voted):
            return Reading(f, "turnout", "percent", "fraction-voted", "none", end)
        if scene.phrase_at(i, self._s.of_voters) and scene.phrase_at(j, self._s.backing):
            return Reading(f, "vote_share", "percent", "percent-of-voters-backed", "required", end)
        if scene.phrase_at(i, self._s.of_vote):
            return Reading(f, "vote_share", "percent", "fraction-of-vote", "required", end)
        return None

    # -- of people ------------------------------------------------------------------------------------

    def _of_people(self, scene: Scene, f: Figure, end: int) -> Reading:
        """ "of voters backed Leave" is a share; "of the electorate voted" is the turnout; nothing said: neither."""
        first, _ = scene.clause(f.first)
        if self._backs(scene, end):
            return Reading(f, "vote_share", "percent", "percent-of-voters-backed", "required", end)
        if any(w in self._sides for w in scene.lowers(end, end + 5)):
            return Reading(f, "vote_share", "percent", "percent-of-voters-backed", "required", end)
        if self._voted_behind(scene, f, end):
            return Reading(f, "turnout", "percent", "percent-of-voters-voted", "none", end)
        turnout = is_turnout(scene, f, self._w.put_at, self._s.turnout)  # "Turnout, which some put at 25%, reached 40%"
        if turnout or scene.has(self._s.turnout, max(first, f.start - 10), f.start):
            return Reading(f, "turnout", "percent", "turnout-of-voters", "none", end)
        stayed = any(scene.deps[k] == "neg" for k in range(end, min(len(scene.words), end + _APART)))
        if scene.has(self._s.voted, max(first, f.start - 8), f.start) and not stayed:
            return Reading(f, "turnout", "percent", "voted-percent-of-voters", "none", end)
        if any(w in self._w.backed_before for w in scene.lowers(f.start - 4, f.start)):
            return Reading(f, "vote_share", "percent", "won-percent-of-voters", "required", end)
        return nothing(f, "of-people")

    def _voted_behind(self, scene: Scene, f: Figure, end: int) -> bool:
        """ "40 percent of the voters, most of them young, had cast a ballot": a verb of voting in the clause behind."""
        _, last = scene.clause(f.first)
        last = min(last, end + 12)
        end = self._behind_eligible(scene, end)
        if scene.lower(end) == "who" and not scene.has(self._s.eligible, end, last):
            return False  # "six in 10 of the people who did vote picked somebody else": who they are
        able = scene.find(self._s.eligible, end, last) if scene.lower(end) == "who" else -1
        if able >= 0:
            end = able + scene.phrase_at(able, self._s.eligible)  # "of Iraqis who were entitled to do so voted"
        last = min([last, *(g.start for g in scene.figures if g.kind == "percent" and g.start >= end)])
        if scene.lower(end) in BEING and scene.tags[end + 1 : end + 2] != ["VBN"]:
            return False  # "Half of the voters are under 25, and the voting age is 15"
        for j in range(end, last):
            if scene.phrase_at(j, self._s.voted):
                return not (self._future(scene, end, j) or any(scene.deps[k] == "neg" for k in range(end, j)))
            if scene.words[j].lower in (",", ".") and j > end + 5:
                return False
        return False

    def _behind_eligible(self, scene: Scene, i: int) -> int:
        """The word behind "entitled to vote" at word i, which says who they are; i itself where none stands."""
        i += scene.phrase_at(i, self._s.eligible)
        voting = scene.lower(i) == "to" and scene.phrase_at(i + 1, self._s.voted)
        return i + 1 + voting if voting else i

    def _backs(self, scene: Scene, end: int) -> bool:
        """A verb of backing within the few words after ("of votes counted across the country had supported")."""
        for j in range(end, min(len(scene.words), end + 9)):
            if scene.words[j].text in (".", ";") or (scene.words[j].text == "," and j > end):
                return False
            if scene.phrase_at(j, self._s.backing):
                return True
        return False

    def _future(self, scene: Scene, first: int, last: int) -> bool:
        return any(w in COMING for w in scene.lowers(first, last))
