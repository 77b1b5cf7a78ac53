"""Frames around a verb: "X won 54 seats", "gave the party 24 seats"."""

from __future__ import annotations

from dataclasses import replace

from pipeline.configuring.terms import Terms
from pipeline.extracting.figures import Figure
from pipeline.extracting.grammar import (
    ALL_RELATIVES,
    BE_FORMS,
    COORDINATORS,
    FINITE,
    PARTICIPLES,
    PRONOUNS,
    RECEIVING,
    SUBJECTS,
)
from pipeline.extracting.naming.doers import Doers
from pipeline.extracting.naming.subject import Discourse, Subject
from pipeline.extracting.readings import Reading
from pipeline.extracting.scene import Scene, is_plural_owner

_AGAIN = frozenset(("re", "-"))
_TO = frozenset(("to",))
_BEFORE = 600  # characters: the sentence or two before
_RESPECTIVELY = frozenset(("respectively",))


class VerbalFrames:
    """Each public method is one rule: it takes a reading and returns its subject, or None."""

    def __init__(self, terms: Terms, doers: Doers) -> None:
        v = terms.verbs
        self._verbal, self._in_turn_links = terms.naming.doers.verbal, terms.naming.doers.in_turn
        self._names, self._doers = doers.names, doers
        self._give, self._get, self._lose = v.give, v.get, v.lose
        plain = v.get | v.lose | v.lead | v.field | v.move
        self._plain, self._ranking, self._beating = plain, plain | v.finish, plain | v.beat
        self._in_turn_verbs, self._sending = v.get | v.finish, terms.counting.seats.sending
        self._having = terms.naming.frames.having
        self._electing = terms.counting.scores.electing

    def receiver(self, scene: Scene, reading: Reading, discourse: Discourse) -> Subject | None:
        """ "gives the list an initial 17 seats", "gave Congress a victory of more than 400 seats"."""
        start = reading.figure.start
        for i in range(start - 1, max(-1, start - 15), -1):
            word, tag = scene.words[i], scene.tags[i]
            if word.text in (",", ";", ".", ":") or any(g.first <= i < g.last for g in scene.figures):
                return None
            if tag.startswith("VB") and word.lower in self._give:
                if reading.measure == "margin" and scene.lower(start - 1) == "by" and word.lower in self._get:
                    return None  # "had taken Hamilton South by 1,433 votes"
                if scene.lower(i + 1) in RECEIVING and scene.lower(i + 2) == "by":
                    return None  # "She won it by 610 votes"
                if scene.lower(i + 1) in RECEIVING:  # "The count gave her 55.2 percent"
                    found = self._doers.refs.at(scene, i + 1, "receiver", discourse)
                    return found if found is None else self._not_giver(scene, i, found, discourse)
                found = self._doers.right(scene, i + 1, "receiver", discourse)
                group = reading.measure == "margin" and found is not None and found.rule.endswith("description")
                if group:
                    return None  # "Green won women by 22 points"
                inside = found is not None and (found.anchor < 0 or i < found.anchor < start)
                return found if inside else None
            if tag.startswith("VB") and tag not in PARTICIPLES:
                return None
        return None

    def _not_giver(self, scene: Scene, verb: int, found: Subject, discourse: Discourse) -> Subject | None:
        """ "The Greens' 13 deputies give it 162": the party told of before, not the one that does the giving.

        "Four independents have joined the alliance, bringing it to 117": what they join.
        """
        giver = next((j for j in range(verb) if scene.deps[j] in SUBJECTS and scene.heads[j] == verb), -1)
        if giver < 0 and scene.tags[verb] == "VBG" and scene.lower(verb + 1) == "it":
            giver = next((j for j in range(verb) if scene.deps[j] in SUBJECTS and scene.tags[j] == "NNS"), -1)
        if found.kind != "party" or not 0 <= found.anchor <= giver or scene.lower(giver) in ALL_RELATIVES:
            return found  # "The Greens gained the north, which gives them five"
        heads = self._names.party_heads
        joined = next((j for j in range(giver + 1, verb) if scene.lower(j) in heads or scene.mention_at[j] >= 0), -1)
        here = None if joined < 0 else self._doers.refs.at(scene, joined, "receiver+pronoun", discourse)
        before = None if here is not None else discourse.last("party")
        return here if before is None else Subject(*before, "party", "receiver+pronoun", -1)

    def verb(self, scene: Scene, reading: Reading, discourse: Discourse) -> Subject | None:
        """ "X won 54 seats", "which had 42", "X was ahead in six provinces": the doer of the verb before the figure."""
        start = reading.figure.start
        verbs = {"rank": self._ranking, "margin": self._beating}.get(reading.measure, self._plain)
        verbs = self._sending if reading.rule == "members-sent" else verbs  # "will send seven members to"
        verbs = self._ranking if reading.rule == "percent-ahead" else verbs  # "is two per cent ahead"
        for i in range(start - 1, max(0, start - 23) - 1, -1):
            if scene.words[i].text == ";" or (scene.words[i].text == ":" and self._is_said(scene, i, start)):
                return None
            if scene.tags[i] == "VBN" and scene.lower(i - 1) == "," and scene.phrase_at(i, verbs, 3):
                apposed = self._names.named(scene, i - 2, "verb")
                if apposed is not None:
                    return apposed  # "and the Tories, reduced to two in 1993, rebounded"
            if reading.measure == "margin" and scene.lower(i) in self._electing:
                return self._elected(scene, i, discourse)
            lost = reading.measure == "margin" and scene.lower(i) in self._lose
            to = scene.find(_TO, i + 1, start) if lost else -1
            if to > 0:  # "lost his seat to the Greens' Ann Lee by 1,533 votes": the winner's
                found = self._doers.right(scene, to + 1, "verb", discourse)
                return found or self._names.capitals(scene, start - 2, "verb")
            if scene.phrase_at(i, verbs, 3) and self._is_verb(scene, i):
                subject = self._doers.doer(scene, i, "verb", discourse)
                if subject is not None or scene.tags[i] in FINITE:
                    return subject
        return None

    def _is_said(self, scene: Scene, colon: int, start: int) -> bool:
        """ "both sides claimed victory: Ann Lee was 25,000 votes ahead": a sentence of its own behind the colon."""
        return any(scene.tags[i] in FINITE for i in range(colon + 1, start))

    def _elected(self, scene: Scene, i: int, discourse: Discourse) -> Subject | None:
        """ "held on to the city, where Ann Lee was re-elected by four points": who is elected, before the verb."""
        j = scene.skip(i - 1, _AGAIN, -1)
        return self._doers.refs.at(scene, j - 1, "verb", discourse) if scene.lower(j) in BE_FORMS else None

    def had_before(self, scene: Scene, reading: Reading, discourse: Discourse) -> Subject | None:
        """ "fewer than half of the 352 it won in 1971", "the 110 seats that the Meadow Party took": who had them.

        "less than the 41 percent with which Ann Lee won in 1992": with a figure before them, one wins.
        """
        owner = reading.figure.start - 1
        if owner > 0 and (scene.words[owner].kind == "genitive" or is_plural_owner(scene, owner)):
            return None  # "along with Labour's 6.7% the alliance had a quarter"
        first = reading.end + (scene.lower(reading.end) in ("that", "which"))
        first += 2 * (scene.lowers(reading.end, reading.end + 2) == ["with", "which"])
        if scene.lower(first + 1) == "than" and reading.measure == "seats_change":
            first += 2  # "13 seats more than it had before"
        first = self._behind_title(scene, first)
        if reading.measure == "rank" or not self._opens_clause(scene, first):
            return None
        for i in range(first + 1, min(first + 8, len(scene.words))):
            if scene.tags[i] in FINITE and scene.phrase_at(i, self._get):
                return self._owner(scene, first, i, discourse)
            if not (scene.is_modifier(i) or scene.tags[i] in ("NNS", "NNPS", "VBD", "VBZ", "VBP")):
                return None
        return None

    def _behind_title(self, scene: Scene, first: int) -> int:
        """ "the 40 percent that Gov. Ann Lee won": where her name begins; word `first` where no title stands."""
        if scene.lower(first) in COORDINATORS:
            return first  # "trailed with 29.8 percent and J. Brown had 6.6"
        titled = (
            k for k in range(first + 1, min(first + 3, len(scene.words))) if scene.words[k - 1].text[:1].isupper()
        )
        return next((k + 1 for k in titled if scene.words[k].text == "." and k + 1 < len(scene.words)), first)

    def _opens_clause(self, scene: Scene, first: int) -> bool:
        """A pronoun, a name or its article: what begins a clause right behind a figure."""
        said = scene.lower(first) in PRONOUNS or scene.lower(first) == "the"
        return said or self._names.at(scene, first) is not None

    def _owner(self, scene: Scene, first: int, verb: int, discourse: Discourse) -> Subject | None:
        """Who has the verb: the last one spoken of, for a pronoun right before it, else the noun phrase before it."""
        if scene.lower(first) not in PRONOUNS:
            return self._doers.refs.at(scene, verb - 1, "had-before", discourse)
        last = discourse.subjects[-1] if discourse.subjects else None
        if last is not None and discourse.told >= scene.sentence.char_start and last.anchor >= 0:
            return replace(last, rule="had-before")
        return self._doers.refs.at(scene, first, "had-before", discourse) if verb == first + 1 else None

    def _is_verb(self, scene: Scene, i: int) -> bool:
        tag = scene.tags[i]
        if tag.startswith("VB") or tag in ("", "RB", "RBR", "JJ"):
            return True
        return tag in ("NN", "NNS", "IN") and scene.words[i].lower in self._verbal

    def respectively(self, scene: Scene, reading: Reading, discourse: Discourse) -> Subject | None:
        """ "Labour and the Conservatives secured 88 and 79 seats respectively": names and figures in one order."""
        f = reading.figure
        mark = scene.find(_RESPECTIVELY, f.last, f.last + 30)
        if mark < 0:
            return self._in_turn(scene, f)
        if scene.lower(f.start - 1) == "(":
            return None
        row = self._row(scene, f, mark)
        named: list[int] = []
        for i in range(row[0].start):
            n = scene.mention_at[i]
            bracketed = scene.lower(i - 1) == "("  # an acronym in brackets behind its name is no second name
            if n not in named and not bracketed and self._names.at(scene, i) is not None:
                named.append(n)
        place = next((k for k, g in enumerate(row) if g.first == f.first), -1)
        if place >= 0 and len(row) > 1 and not named:
            told = self._told_of(scene, discourse)
            return replace(told[place], rule="respectively", anchor=-1) if len(told) == len(row) else None
        if place < 0 or len(row) < 2 or len(named) < len(row):
            return None
        return self._names.of_mention(scene, scene.mentions[named[-len(row) :][place]], "respectively")

    def _told_of(self, scene: Scene, discourse: Discourse) -> list[Subject]:
        """ "The three parties will have 81, 74 and 26 seats respectively": those told of before, in their order."""
        near = (s for s in discourse.subjects if scene.sentence.char_start - s.end < _BEFORE)
        return list({s.text: s for s in near}.values())

    def _in_turn(self, scene: Scene, f: Figure) -> Subject | None:
        """ "ahead of Ann Lee and Tom Ray, who managed 6.2 percent and 3.9 percent": two names and two figures."""
        k = next((k for k, g in enumerate(scene.figures) if g.first < f.last and f.first < g.last), -9)
        for first, second in ((k, k + 1), (k - 1, k)):
            if not 0 <= first < second < len(scene.figures):
                continue
            pair = scene.figures[first], scene.figures[second]
            alike = pair[0].kind == pair[1].kind or (pair[0].kind, pair[1].kind) == ("count", "percent")
            if not alike or scene.lowers(pair[0].last, pair[1].start) != ["and"]:
                continue  # "trailed with 14 and 3 percent"
            last = self._last_of_two(scene, pair[0].start)
            opens = self._names.first_word(scene, last) if last >= 0 else 0
            opens -= scene.lower(opens - 1) == "the"
            one = self._names.at(scene, opens - 2) if scene.lower(opens - 1) == "and" else None
            two = self._names.at(scene, last) if one is not None else None
            if one is not None and two is not None:
                return self._names.of_mention(scene, one if k == first else two, "respectively")
        return self._all_in_turn(scene, f, k)

    def _all_in_turn(self, scene: Scene, f: Figure, k: int) -> Subject | None:
        """ "The Greens, at 9.8%, the Left, at 8.7%, and the Reds, at 8.1%, have 61, 54 and 51 seats": three or more."""
        row = [k] if k >= 0 else []
        while row and row[0] > 0 and self._next_to(scene, row[0] - 1):
            row.insert(0, row[0] - 1)
        while row and self._next_to(scene, row[-1]):
            row.append(row[-1] + 1)
        verb = scene.figures[row[0]].start - 1 if len(row) > 2 else -1
        if verb < 0 or scene.lower(verb) not in self._in_turn_verbs:
            return None
        first = next((i + 1 for i in range(verb - 1, -1, -1) if scene.words[i].text == ";"), 0)
        finite = any(scene.tags[i] in FINITE for i in range(first, verb))
        told = [n for n in dict.fromkeys(scene.mention_at[first:verb]) if n >= 0]
        named = [n for n in told if self._names.at(scene, scene.mention_at.index(n)) is not None]
        if finite or len(named) != len(row):
            return None
        return self._names.of_mention(scene, scene.mentions[named[row.index(k)]], "respectively")

    def _next_to(self, scene: Scene, k: int) -> bool:
        """Whether only a comma or "and" stands between the figure at place k and the next of its kind."""
        if k + 1 >= len(scene.figures) or scene.figures[k].kind != scene.figures[k + 1].kind:
            return False
        between = scene.lowers(scene.figures[k].last, scene.figures[k + 1].start)
        return between in ([","], ["and"], [",", "and"])

    def _last_of_two(self, scene: Scene, start: int) -> int:
        """Where the names before a figure end: "Ann Lee and Tom Ray, who managed", "A and B were level on"."""
        start = self._before_places(scene, start)
        n = scene.phrase_before(start, self._in_turn_links) or (scene.lower(start - 1) in self._in_turn_verbs)
        if not n:
            return -1
        last = start - n - 1
        last -= scene.lower(last) == ","  # "two nationalist parties, Great Land and Unity, took 19 and 18"
        return last - 2 if scene.lowers(last - 1, last + 1) == [",", "who"] else last

    def _before_places(self, scene: Scene, start: int) -> int:
        """Where "third and fourth with" begins, in "came third and fourth with 69 and 40 seats"; start for no such."""
        end = start - 2 if scene.lower(start - 2) == "," else start - 1
        second = next((g for g in scene.figures if g.kind == "ordinal" and g.last == end), None)
        first = next((g for g in scene.figures if g.kind == "ordinal" and second and g.last == second.start - 1), None)
        placed = scene.lower(start - 1) in self._having and first is not None and scene.lower(first.last) == "and"
        return first.start if placed and first is not None else start

    def _row(self, scene: Scene, f: Figure, mark: int) -> list[Figure]:
        """The figures around f that "and" and commas join, in text order, before the word `mark`."""
        figures = [g for g in scene.figures if g.first == f.first or scene.lower(g.start - 1) != "("]
        here = next(k for k, g in enumerate(figures) if g.first < f.last and f.first < g.last)
        first = last = here
        while first > 0 and self._joined(scene, figures[first - 1], figures[first]):
            first -= 1
        while last + 1 < len(figures) and figures[last + 1].last <= mark:
            if not self._joined(scene, figures[last], figures[last + 1]):
                break
            last += 1
        return [*figures[first:here], f, *figures[here + 1 : last + 1]]

    def _joined(self, scene: Scene, first: Figure, second: Figure) -> bool:
        between = scene.lowers(first.last, second.start)  # "31,208 votes (46 percent), 27,140 votes (40 percent) and"
        if "(" in between and ")" in between:
            between = between[: between.index("(")] + between[between.index(")") + 1 :]
        return len(between) <= 4 and any(w in ("and", ",") for w in between)
