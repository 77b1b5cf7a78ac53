"""Frames with the name right before the figure, or before its "with": "Labour 203", "followed by Y with 37"."""

from __future__ import annotations

from pipeline.configuring.terms import Terms
from pipeline.extracting.grammar import ADJECTIVES, BE_FORMS, BEING, COORDINATORS, FINITE, INDEFINITE, NOUNS
from pipeline.extracting.naming.descriptions import before_brackets
from pipeline.extracting.naming.doers import Doers
from pipeline.extracting.naming.members import of_whom
from pipeline.extracting.naming.openings import over_placing, whose_description
from pipeline.extracting.naming.subject import Discourse, Subject
from pipeline.extracting.readings import Reading
from pipeline.extracting.scene import Scene

_LISTED = ("NNS", "NN", "PRP$", "CD", "CC")


class NameFrames:
    """Each public method is one rule: it takes a reading and returns its subject, or None."""

    def __init__(self, terms: Terms, doers: Doers) -> None:
        self._between, self._w = terms.naming.between, terms.naming.frames
        self._refs, self._names, self._doers = doers.refs, doers.names, doers
        self._get, self._heading = terms.verbs.get, terms.verbs.lead
        self._definite, self._electing = terms.naming.descriptions.definite, terms.counting.scores.electing
        self._rest = terms.counting.houses.rest
        self._beats = terms.verbs.beat - terms.verbs.get

    def name_before(self, scene: Scene, reading: Reading, discourse: Discourse) -> Subject | None:
        """ "Y 37 and Z 34", "Labour 203": a name right before the figure, the verb left out."""
        f = reading.figure
        if reading.measure == "rank" and scene.lowers(f.start - 2, f.start) == [",", "in"]:
            return self._names.named(scene, f.start - 3, "name-before")  # "and Clinton, in third place, 29"
        if reading.rule == "bare-goes-on" and scene.lower(f.start - 1) == "for":
            last = f.start - 1 - (scene.phrase_before(f.start, self._w.bound) or 1)  # "the Greens, on course for 187"
            return self._names.named(scene, last - (scene.lower(last) == ","), "name-before")  # "the Greens for 38"
        side = self._names.side(scene, f.start, "name-before") if f.start < f.first else None
        return side or self._right_before(scene, reading, discourse)  # "Yes had 52 percent and No 48": no hedge

    def _right_before(self, scene: Scene, reading: Reading, discourse: Discourse) -> Subject | None:
        start = reading.figure.start
        listed = reading.rule == "in-listed"  # "led in 12 states, the Greens in nine"
        rest = 2 if scene.lower(start - 1) in self._rest and scene.lower(start - 2) == "the" else 0
        start -= rest  # "the Meadow Party the remaining four"
        i = before_brackets(scene, start - (2 if listed else 1))
        if i >= 1 and scene.words[i].text == ",":
            apposed = self._before_insertion(scene, i) if self._names.at(scene, i - 1) is None else None
            if apposed is not None:
                return apposed
            named = scene.mention_at[before_brackets(scene, i - 1)] >= 0
            closed = named and scene.lower(reading.end) in (",", ";", ".")  # "over the Alliance, 31%, and"
            if closed or reading.rule == "bare-goes-on" or self._set_off(scene, before_brackets(scene, i - 1) + 1):
                i = before_brackets(scene, i - 1)
        if i >= 1 and scene.words[i].lower == "from":
            return self._moved(scene, i)
        while i > 0 and start - i <= 3 and scene.mention_at[i] < 0 and self._colours(scene, i):  # "Pasok also 13"
            i -= 1
        if i < 0:
            return None
        comma, led = i < start - 1 and scene.lower(start - 1) == ",", scene.led_party(i)
        m = self._names.at(scene, i := led if led >= 0 else i)  # "the Radicals of Vojislav Sesar 23": theirs
        if m is not None and comma:
            return self._owner_of(scene, i, "name-before", discourse)
        if m is None and i > 1 and scene.words[i - 1].text == "-":
            m = self._names.at(scene, i - 2)  # "Smer-SSD 22.94%"
        if m is not None:
            return self._names.of_mention(scene, m, "name-before")
        apposed = self._before_insertion(scene, start - 1 if comma else i) if comma or scene.lower(i) == "," else None
        return apposed or self._names.side(scene, i, "name-before") or self._unnamed(scene, i, reading, discourse)

    def name_behind(self, scene: Scene, reading: Reading, _discourse: Discourse) -> Subject | None:
        """ "24 for Wallu, 16 for Les Serviteurs": an unknown name in capitals behind the figure of a list."""
        if not reading.rule.startswith("bare") or scene.lower(reading.end) not in ("for", "to"):
            return None
        if reading.measure == "seats_change" or scene.scored_to(reading.end):
            return None  # "lost one to the Liberals", "269 to the Republicans' 166"
        first = reading.end + 1 + (scene.lower(reading.end + 1) == "the")
        last = first
        while last < len(scene.words) and last - first < 5 and scene.words[last].text[:1].isupper():
            last += 1
        return self._names.printed(scene, first, last, "name-behind") if last > first else None

    def _colours(self, scene: Scene, i: int) -> bool:
        """ "Labour a disappointing 203": words that colour the figure."""
        if scene.words[i].text[0].isupper():
            return False  # "and Ourland 26": a name that the parse takes for an adjective
        return scene.tags[i] in ("JJ", "JJR", "VBG") or scene.lower(i) in INDEFINITE | self._between.alike

    def _unnamed(self, scene: Scene, i: int, reading: Reading, discourse: Discourse) -> Subject | None:
        """ "DL eight", "the opposition 37": an unknown name or a description right before the figure."""
        if reading.figure.kind == "ordinal":
            return None
        before = scene.lower(i - 1 - (scene.lower(i - 1) == "the"))  # "and Mahachon 1 seat", "and the Bishop 8 per"
        joined = before in COORDINATORS and any(g.last < i for g in scene.figures)
        listed = joined or reading.rule.startswith(("bare", "list", "in-listed"))
        found = self._names.capitals(scene, i, "name-before") if listed else None
        heads = self._names.heads if joined and scene.lower(i - 1) == "the" else self._names.party_heads
        if found is None and scene.words[i].lower in heads and scene.tags[i] in NOUNS:
            found = self._refs.at(scene, i, "name-before", discourse)
        owner = self._names.phrase(scene, i)  # "and Arnau's Catalan nationalists 17"
        owned = any(scene.words[j].kind == "genitive" for j in range(owner, i)) and scene.tags[i] in ("NNS", "VBZ")
        owned = owned and scene.lower(owner - 1) in COORDINATORS and any(g.last < owner for g in scene.figures)
        return self._names.plural(scene, i, "name-before") if found is None and owned else found

    def _before_insertion(self, scene: Scene, comma: int, reach: int = 14) -> Subject | None:
        """ "; Mwai Kibaki, a former vice-president, 1,050,617": the name before the insertion between the commas."""
        for j in range(comma - 1, max(0, comma - reach), -1):
            aged = scene.words[j + 1].text == "," and scene.lower(j - 1) in BEING  # "and Ann Green, who is 81, 944,197"
            if scene.words[j].text in (";", ".") or (not aged and scene.is_counted(j)):
                return None
            if scene.words[j].text == ",":
                if scene.lower(j + 1) in self._w.following:
                    return None  # "Y won 102, followed by the PAM, with 87"
                placed = scene.lower(j + 1) == "in" and "place" in scene.lowers(j + 2, comma)  # ", in third place, 29"
                owned = scene.mention(j + 1) is not None and self._names.last_word(scene, j + 1) + 1 < comma
                owned = owned and scene.words[self._names.last_word(scene, j + 1) + 1].kind == "genitive"
                opens = (
                    placed
                    or owned
                    or self._w.insertions.intersection(scene.lowers(j + 1, j + 2 + (scene.tags[j + 1] == "IN")))
                    or scene.tags[j + 1] in ("VBN", "WP", "WDT", "JJ", "PRP$")  # "the Greens, strong in the north, 5.8"
                )
                return self._names.named(scene, j - 1, "name-before") if opens else None
        return None

    def _set_off(self, scene: Scene, i: int) -> bool:
        """ "and her rival, Martin Kovacs, 47.7 per cent": a name between commas after another figure."""
        if scene.mention_at[i - 1] < 0 or not any(g.last < i for g in scene.figures):
            return False
        opens = self._names.phrase_start(scene, i - 1) - 1
        return scene.lower(opens) in (",", ";", "and")  # "and the Meadow Movement for Renewal, 14 seats"

    def _moved(self, scene: Scene, i: int) -> Subject | None:
        """ "Likud and its two partners from 40 to 32", "GPS, up from 22, gained": the name left of "from"."""
        j = i - 1
        while j >= 0 and i - j < 7 and scene.mention_at[j] < 0:
            if scene.words[j].lower not in self._between.moving and scene.tags[j] not in _LISTED:
                break
            j -= 1
        return self._names.named(scene, j, "name-before")

    def with_figure(self, scene: Scene, reading: Reading, discourse: Discourse) -> Subject | None:
        """ "followed by Y with 37", "the Social Democrats, with 25", "X second on 20 percent"."""
        i = reading.figure.start - 1
        while i > 0 and (scene.words[i].lower in self._between.fill or scene.tags[i] in ADJECTIVES):
            i -= 1
        if i < 1 or scene.words[i].lower not in self._w.having or self._content(scene, i):
            return None
        closed = scene.words[i - 1].text == "," and scene.lower(reading.end) == ","
        number = any(g.start == reading.end + 2 for g in scene.figures)  # "at 43 percent, was two points clear of"
        if closed and scene.lower(reading.end + 1) in BEING and self._names.at(scene, i - 2) is None and not number:
            # "The winner, with 25 percent of the vote, was Ann Green"
            return self._doers.right(scene, reading.end + 2, "with-figure", discourse)
        apposed = self._before_insertion(scene, i - 1, 30) if scene.words[i - 1].text == "," else None
        apposed = apposed or self._left_with(scene, i) or self._elected(scene, i - 1)
        if apposed is not None:
            return apposed  # "and Bill Richardson, the governor of New Mexico, with 5"
        j = over_placing(scene, i - 1, self._between.placing)
        return None if j < 0 else self._of_with(scene, reading, (i, j), discourse)

    def _content(self, scene: Scene, i: int) -> bool:
        """ "The Socialists, who put up many candidates, have to be content with a dozen": the verb tells whose."""
        return scene.phrase_before(i + 1, self._get, 3) == 2 and scene.lower(i - 2) in BE_FORMS

    def _elected(self, scene: Scene, i: int) -> Subject | None:
        """ "confirming John Brown's re-election with 53 percent", "Ann Lee's victory in June, with 61 percent"."""
        for j in range(i, max(0, i - 7), -1):
            if scene.lower(j) in self._w.election_of:
                first = j
                while first > 0 and scene.words[first - 1].kind != "genitive" and scene.is_modifier(first - 1):
                    first -= 1
                owner = first > 1 and scene.words[first - 1].kind == "genitive"
                return self._names.named(scene, first - 2, "with-figure") if owner else None
            if scene.tags[j] in FINITE or self._names.at(scene, j) is not None:
                return None
        return None

    def _of_with(self, scene: Scene, reading: Reading, at: tuple[int, int], discourse: Discourse) -> Subject | None:
        """Whose the figure behind "with" is, where word j ends what stands before it; `at` is (the "with", j)."""
        i, j = at
        if scene.lower(j) in BEING and j < i - 1:
            return self._doers.doer(scene, j, "with-figure", discourse)  # "X, who lost to Y, was in third place with"
        leader = self._names.phrase_start(scene, j) - 1
        if scene.lower(leader) == "by" and scene.lower(leader - 1) in self._w.leading:
            j = leader - 2 - (scene.lower(leader - 2) == ",")  # "the Meadow Coalition led by Maria Santos with 31%"
        apart = any(g.kind != "ordinal" and g.last == leader for g in scene.figures)  # "four behind Labour, with 56"
        if scene.lower(leader) == "behind" and scene.lower(i - 1) == "," and not apart:
            return self._doers.doer(scene, leader, "with-figure", discourse)  # "came third behind the right, with"
        if self._names.at(scene, j) is not None:
            # "with 12, edged Lee, at 11", "had 77, beating Lee, with"; not "the 52% who voted when she beat Lee with"
            beat, shares = self._beaten(scene, j), (reading.figure.kind, "percent")
            ended = scene.tags[beat] not in FINITE or scene.lower(beat - 1) == scene.lower(i - 1) == ","
            if beat >= 0 and not (ended and any(g.last <= beat and g.kind in shares for g in scene.figures)):
                return self._doers.doer(scene, beat, "with-figure", discourse)
            return self._owner_of(scene, j, "with-figure", discourse)
        # "In the south Atarza, with 26 percent, beat the Greens"
        apart = j == i - 2 and scene.lower(reading.end) == ","
        inserted = self._names.unknown(scene, j, "with-figure") if apart else None
        found = inserted or self._unknown_with(scene, j, discourse)
        return found or self._doer_with(scene, reading, (i, j), discourse)

    def _left_with(self, scene: Scene, i: int) -> Subject | None:
        """ "took 61 of 120 seats, leaving the centre-left with 59": whoever is left with it, as printed."""
        verb = next((j for j in range(max(0, i - 8), i) if scene.lower(j) in self._w.leaving), -1)
        first = verb + 1 + (scene.lower(verb + 1) == "the")
        inner = range(verb + 1, i)
        passive = any(w in BE_FORMS for w in scene.lowers(verb - 2, verb))
        if verb < 0 or first >= i or passive or scene.lower(i) != "with" or scene.lower(i - 1) in self._definite:
            return None
        if any(scene.mention_at[j] >= 0 or not (scene.is_modifier(j) or j < first) for j in inner):
            return None  # the frames find a name themselves
        return self._names.printed(scene, first, i, "with-figure+printed")

    def _unknown_with(self, scene: Scene, j: int, discourse: Discourse) -> Subject | None:
        side = self._names.side(scene, j, "with-figure")
        acronym = scene.words[j].text.isupper() and len(scene.words[j].text) > 1
        placed = j < len(scene.words) - 1 and scene.lower(j + 1) in self._between.placing  # "and Ann Oduya fourth with"
        if side is None and (acronym or ((placed or self._follows(scene, j)) and scene.words[j].text[:1].isupper())):
            return self._names.capitals(scene, j, "with-figure")
        return side

    def _follows(self, scene: Scene, j: int) -> bool:
        """ "followed by Our Land with 31", "ahead of Our Land with 31": a name that is no mention ends with word j."""
        m, last = scene.mention(j), j
        j = self._names.first_word(scene, j) - 1 if m is not None and m.kind == "body" else j
        while j > 0 and scene.words[j].text[:1].isupper() and scene.nameless(j):
            j -= 1
        long, the = last - j > 1, scene.lower(j) == "the"
        j -= the
        if long and the and scene.lower(j) in COORDINATORS and any(g.last < j for g in scene.figures):
            return True  # "The Greens, with 53, and the Lorian Democratic Federation, with 25"
        ahead = scene.lowers(j - 1, j + 1) == ["ahead", "of"]
        return ahead or (scene.lower(j) == "by" and scene.lower(j - 1) in self._w.following)

    def _over_described(self, scene: Scene, reading: Reading, j: int, discourse: Discourse) -> Subject | None:
        """ "who beat the Harbour candidate with 51 percent", "by knocking out the premier with 17 percent"."""
        verb = scene.heads[j] if reading.measure in ("votes", "vote_share") and scene.deps[j] == "dobj" else -1
        if (
            not 0 <= verb < j
            or not scene.phrase_at(verb, self._beats | self._heading)
            or not (scene.tags[verb] in FINITE or (scene.tags[verb] == "VBG" and scene.lower(verb - 1) == "by"))
            or scene.lower(j) not in self._names.heads
        ):
            return None
        found = self._doers.doer(scene, verb, "with-figure", discourse)
        return found if found is not None and found.kind == "person" and found.anchor < verb else None

    def _doer_with(self, scene: Scene, reading: Reading, at: tuple[int, int], discourse: Discourse) -> Subject | None:
        """The description at word j, else the doer of the verb that "with" at word i belongs to; `at` is (i, j)."""
        (i, j), word = at, scene.words[at[1]].lower
        named = word in self._names.person_heads and not self._doers.determined(scene, j)
        victor = whose_description(self._doers, scene, j) or self._over_described(scene, reading, j, discourse)
        if victor is not None:
            return victor
        # "missed the threshold for alliances with 5.2 percent"
        if word in self._names.heads and scene.tags[j][:2] == "NN" and not named and scene.lower(j - 1) != "for":
            found = self._refs.at(scene, j, "with-figure", discourse)
            if found is not None:
                return found
        head = scene.heads[i]
        chosen = self._chosen(scene, head, i, discourse)
        if chosen is not None:
            return chosen
        if 0 <= head < i and scene.tags[head].startswith("VB"):
            return self._doers.doer(scene, head, "with-figure", discourse)
        return self._doers.behind(scene, i, "with-figure", discourse)

    def _chosen(self, scene: Scene, head: int, i: int, discourse: Discourse) -> Subject | None:
        """ "The miners elected their leader Ann Lee to the chamber with 70 percent": who is elected has the votes."""
        if not 0 <= head < i or scene.lower(head) not in self._electing or scene.tags[head] not in FINITE:
            return None
        passive = scene.lower(head - 1) in BE_FORMS
        found = None if passive else self._doers.right(scene, head + 1, "with-figure", discourse)
        return found if found is not None and head < found.anchor < i else None

    def _owner_of(self, scene: Scene, j: int, rule: str, discourse: Discourse) -> Subject | None:
        """ "the CHP, founded by Kemal Ataturk, with 178": the CHP's; "Hofer, 45, of the Freedom Party, 49": Hofer's."""
        m = scene.mentions[scene.mention_at[j]]
        person = of_whom(self._names, scene, j, m)
        by = self._names.phrase_start(scene, j) - 1
        if person is not None or (scene.lower(by) == "by" and scene.lower(by - 1) in self._w.following):
            return self._names.of_mention(scene, person or m, rule)  # "followed by the PAM, with 87"
        comma = next((p for p in range(j, len(scene.words)) if scene.mention_at[p] != scene.mention_at[j]), -1)
        if comma >= 0 and scene.words[comma].text == ",":
            before = self._refs.before(scene, comma + 1, rule, discourse)
            if before is not None:
                return before
        return self._names.of_mention(scene, m, rule)

    def _beaten(self, scene: Scene, j: int) -> int:
        """ "X beat Y with 54 percent": the figure is the winner's. Returns the verb's index, -1 for none."""
        first, name = self._names.phrase_start(scene, j) - 1, self._names.first_word(scene, j)
        if scene.lower(first) == ",":  # "beat an ally, John Brown, in the run-off with"
            first = self._names.phrase_start(scene, first - 1) - 1
            return first if scene.phrase_at(first, self._beats, 1) == 1 else -1
        if scene.lower(first) in self._w.over:
            return first
        inside = range(name - 1, max(first - 1, 0) - 1, -1)  # "turned back businessman John Brown with"
        return next((k for k in inside if k + scene.phrase_at(k, self._beats, 2) > max(k, first)), -1)
