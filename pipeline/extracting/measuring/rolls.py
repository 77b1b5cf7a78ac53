"""Voters told by the rolls or by what they did: "the register runs to N names", "90% of the 26 million entitled"."""

from __future__ import annotations

from pipeline.configuring.terms import Terms
from pipeline.extracting.figures import Figure
from pipeline.extracting.grammar import COMING, DETERMINERS, STANCES
from pipeline.extracting.measuring.nouns import PhraseFinder
from pipeline.extracting.readings import Reading
from pipeline.extracting.scene import Scene

_CROWD = 1000  # "of the 108 million electorate"
_LEAST = 1000  # a bare count of voters
_PART = 12  # words from all voters to some of them: "million registered voters, of whom"
_REACH = 14  # words from those who may vote to the verb that says that they did


def found_to_have(scene: Scene, i: int, found: frozenset[str]) -> bool:
    """ "are thought to have voted": such words stand right before word i; not "are expected to have voted"."""
    return scene.lowers(i - 2, i) == ["to", "have"] and scene.lower(i - 3) in found


class RollReader:
    """Reads voters and turnouts that no noun of the figure's own tells."""

    def __init__(self, terms: Terms) -> None:
        self._w, self._s, self._votes = terms.counting.rolls, terms.shares, terms.nouns.vote
        self._on_rolls = terms.counting.bare.on_rolls
        self._candidates = terms.nouns.candidate
        self._electorate = terms.nouns.electorate | terms.nouns.voter
        self._against = terms.counting.answers.held_against
        self._phrases, self._wholes = PhraseFinder(terms), self._s.of_voters | self._s.of_vote

    def read(self, scene: Scene, f: Figure) -> Reading | None:
        """Return the reading as registered voters, votes cast or turnout; None where nothing tells."""
        if f.kind == "percent":
            told = self._of_number(scene, f) or self._came(scene, f) or self._nationals(scene, f)
            return told or self._who_voted(scene, f)
        if f.kind != "count" or f.value < _LEAST:
            return None
        if scene.lower(f.last) in self._electorate and f.value >= _CROWD and scene.lower(f.start - 1) in DETERMINERS:
            return Reading(f, "registered_voters", "voter", "number-electorate", "none", f.last + 1)
        told = self._names(scene, f) or self._demonyms(scene, f) or self._numbered(scene, f)
        return told or self._entitled(scene, f) or self._among(scene, f)

    def _names(self, scene: Scene, f: Figure) -> Reading | None:
        """ "The register, the professor said, runs to 1,575,794 names"."""
        held = scene.phrase_before(f.start, self._w.holding) and scene.has(self._w.rolls, f.start - _REACH, f.start)
        near = scene.has(self._electorate, f.start - 6, f.last + 6)  # read in beside.py
        if not held or near or not scene.phrase_at(f.last, self._w.names):
            return None
        return Reading(f, "registered_voters", "voter", "roll-of-names", "none", f.last + 1)

    def _demonyms(self, scene: Scene, f: Figure) -> Reading | None:
        """ "74 million eligible Ruritanians took part", "the 9.7 million Ruritanians on the lists"."""
        i = f.last + 1
        if self._people(scene, f.last) and scene.phrase_at(i, self._on_rolls):
            return Reading(f, "registered_voters", "voter", "demonyms-on-rolls", "none", i)
        if scene.lower(f.last) not in self._w.eligible or not self._people(scene, i):
            return None
        return Reading(f, "registered_voters", "voter", "eligible-demonyms", "none", i + 1)

    def _people(self, scene: Scene, i: int) -> bool:
        """The people of a land by its name: "Ruritanians"."""
        plural = i < len(scene.words) and scene.tags[i] in ("NNPS", "NNP", "NNS")
        return plural and scene.words[i].text[:1].isupper() and scene.lower(i).endswith("s")

    def _entitled(self, scene: Scene, f: Figure) -> Reading | None:
        """ "More than 12,100 of the 12,430 entitled to vote took part": the whole, where nothing else is counted."""
        n = scene.phrase_at(f.last, self._s.eligible)
        whole = scene.lower(f.start - 1) == "the" and scene.lower(f.start - 2) == "of"
        if not (n and whole and any(g.last == f.start - 2 for g in scene.figures)):
            return None
        voting = scene.phrase_at(f.last + n, self._s.voted) or "vote" in scene.lowers(f.last, f.last + n + 2)
        return Reading(f, "registered_voters", "voter", "number-entitled", "none", f.last + n) if voting else None

    def _among(self, scene: Scene, f: Figure) -> Reading | None:
        """ "4.6 million registered voters, of whom 1.3 million are women": some of those who may vote.

        "Some 3 million people were entitled to vote, among them 240,000 living abroad", "1.4 million of them women".
        """
        prior = scene.figure_before(f.start)
        n = scene.phrase_at(f.last, self._w.of_whom)  # "1.4 million of them women"
        if prior is None or prior.kind != "count" or not (n or scene.phrase_before(f.start, self._w.of_whom)):
            return None
        near = f.start - prior.last <= _PART and prior.value > f.value
        being = (n and scene.tags[f.last + n : f.last + n + 1] == ["NNS"]) or scene.lower(f.last) in self._w.being
        being = being and not scene.has(self._s.voted, f.last, f.last + 4)
        voters = scene.has(self._electorate, prior.last, f.start) or scene.has(self._s.eligible, prior.last, f.start)
        if not near or not being or not voters or scene.has(self._candidates, 0, f.start):
            return None
        return Reading(f, "registered_voters", "voter", "voters-among", "none", f.last)

    def _numbered(self, scene: Scene, f: Figure) -> Reading | None:
        """ "Those who had voted numbered 6,418,207"."""
        n = scene.phrase_before(f.start, self._w.numbering)
        at = scene.find(self._w.those_who, max(0, f.start - _REACH), f.start) if n else -1
        if at < 0:
            return None
        i = at + scene.phrase_at(at, self._w.those_who)
        i = scene.skip(i, self._w.auxiliaries)
        end = i + scene.phrase_at(i, self._s.voted)
        if end == i or scene.phrase_at(i, self._s.backing) or scene.lower(end) in STANCES:
            return None
        return Reading(f, "votes_cast", "voter", "those-who-voted", "none", f.last)

    def _of_number(self, scene: Scene, f: Figure) -> Reading | None:
        """ "85% of the 19 million Ruritanians entitled to vote are believed to have done so"."""
        if scene.lower(f.last) != "of":
            return None
        i = scene.skip(f.last + 1, DETERMINERS)
        whole = next((g for g in scene.figures if g.start == i and g.kind == "count" and g.value >= _LEAST), None)
        if whole is None:
            return None
        first = self._behind_eligible(scene, whole.last)
        if scene.has(self._votes, whole.last, whole.last + 4) or self._phrases.behind_of(scene, f.last, self._wholes):
            return None  # "won 59% of the 4.4m votes cast"; of voters it is read in parts.py
        stop = min(len(scene.words), first + _REACH, *(g.start for g in scene.figures if g.start > whole.start), 10**6)
        for j in range(first, stop):
            if scene.phrase_at(j, self._s.backing) or scene.words[j].text in (";", "."):
                return None
            if scene.phrase_at(j, self._s.voted):
                coming = any(w in COMING for w in scene.lowers(first, j))
                past = found_to_have(scene, j, self._w.found)
                return (
                    None
                    if coming and not past
                    else Reading(f, "turnout", "percent", "percent-of-number-voted", "none", j)
                )
        return None

    def _came(self, scene: Scene, f: Figure) -> Reading | None:
        """ "Of 701,000 people on the roll some 97% came, some of them on donkeys"."""
        opens = scene.lower(0) == "of" and any(g.start == 1 and g.value >= _LEAST for g in scene.figures)
        n = scene.phrase_at(f.last, self._w.came)
        closed = f.last + n >= len(scene.words) or scene.words[f.last + n].kind == "sign"
        if not (opens and n and closed and scene.has(self._on_rolls | self._s.eligible, 1, f.start)):
            return None
        return Reading(f, "turnout", "percent", "percent-came", "none", f.last + n)

    def _who_voted(self, scene: Scene, f: Figure) -> Reading | None:
        """ "below the 52% who turned out in 2012"; not "the 52% who voted for Brown", "who voted Leave"."""
        n = scene.phrase_at(f.last + 1, self._s.voted) if scene.lower(f.last) == "who" else 0
        end = f.last + 1 + n
        sided = scene.phrase_at(f.last + 1, self._s.backing) or scene.lower(end) in STANCES
        side = scene.mention_at[end] >= 0 or scene.words[end].text[:1].isupper() if end < len(scene.words) else False
        held = scene.lower(f.first - 1) == "the" and scene.lower(f.first - 2) in self._against
        if not n or sided or side or not held:
            return None  # "Among women, the 64% who turned out chose Lee"
        return Reading(f, "turnout", "percent", "percent-who-voted", "none", f.last + 1)

    def _nationals(self, scene: Scene, f: Figure) -> Reading | None:
        """ "Three in four Ruritanians were said to have cast a ballot": people by the name of their land."""
        i = f.last + (scene.lower(f.last) == "of")
        people = i < len(scene.words) and scene.words[i].text[:1].isupper() and scene.lower(i).endswith("s")
        m = scene.mention(i)
        if not people or (m is not None and m.kind != "place") or scene.tags[i] not in ("NNPS", "NNP", "NNS"):
            return None
        j = scene.skip(i + 1, self._w.saying)
        n = scene.phrase_at(j, self._s.voted)
        coming = any(w in COMING for w in scene.lowers(i, j)) and not found_to_have(scene, j, self._w.found)
        said = j + n
        while n and said < len(scene.words) and scene.words[said].kind == "sign" and scene.words[said].text != ",":
            said += 1  # "40 percent of Islanders voted "yes" in a referendum"
        sided = scene.phrase_at(j, self._s.backing) or scene.lower(said) in STANCES | {"in"}
        if not n or coming or sided:
            return None
        return Reading(f, "turnout", "percent", "nationals-voted", "none", j + n)

    def _behind_eligible(self, scene: Scene, i: int) -> int:
        """The word behind "Ruritanians entitled to vote" at word i; i itself where nothing says that they may."""
        at = scene.find(self._s.eligible, i, i + 5)
        if at < 0:
            return i
        at += scene.phrase_at(at, self._s.eligible)
        voting = scene.lower(at) == "to" and scene.phrase_at(at + 1, self._s.voted)
        return at + 1 + voting if voting else at
