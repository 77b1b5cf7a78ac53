"""Frames without a verb of the subject's own: possessives, "for", brackets, and what a figure goes to."""

from __future__ import annotations

from dataclasses import replace

from pipeline.configuring.terms import Terms
from pipeline.extracting.grammar import (
    BE_FORMS,
    CLOSE_QUOTES,
    COORDINATORS,
    DETERMINERS,
    HERS,
    INDEFINITE,
    PRONOUNS,
    THOSE,
)
from pipeline.extracting.naming.descriptions import before_brackets
from pipeline.extracting.naming.doers import Doers
from pipeline.extracting.naming.subject import Discourse, Subject, recalled
from pipeline.extracting.naming.unnamed import beaten_before
from pipeline.extracting.readings import Reading
from pipeline.extracting.scene import Scene, is_plural_owner

_OPENING = ("(", "[", ":", "\u2013", "\u2014", "-", "=")  # between a name and its figure
_TWO = 2  # words of a description that says no more than its kind
_INSIDE = frozenset(("and", "of", "for", "the", "-"))  # inside a name: "Front for Change and Progress"


class NominalFrames:
    """Each public method is one rule: it takes a reading and returns its subject, or None."""

    def __init__(self, terms: Terms, doers: Doers) -> None:
        self._between, self._w = terms.naming.between, terms.naming.frames
        self._refs, self._names, self._doers = doers.refs, doers.names, doers
        self._pronouns = terms.reference.person_pronouns | terms.reference.group_pronouns
        self._referendums = terms.naming.ballots.referendums
        self._opposing, self._beats = terms.shares.opposing, terms.verbs.beat
        self._go, self._backing = terms.verbs.go, terms.shares.backing
        self._backing_heads = frozenset(p.split()[0] for p in terms.shares.backing)

    def right(self, scene: Scene, i: int, rule: str, discourse: Discourse) -> Subject | None:
        """The contestant whose name or description begins at word i, or a little behind it."""
        return self._doers.right(scene, i, rule, discourse)

    def referent(self, scene: Scene, i: int, rule: str, discourse: Discourse) -> Subject | None:
        """Whom the pronoun at word i stands for."""
        return self._refs.at(scene, i, rule, discourse)

    def possessive(self, scene: Scene, reading: Reading, discourse: Discourse) -> Subject | None:
        """ "X's 47 seats", "the ODS's 29.6 percent", "to Castellani's 34 percent", "its nine seats"."""
        i = reading.figure.start - 1
        while i >= 0 and (
            scene.words[i].lower in self._between.possessed or scene.tags[i] in ("JJ", "JJR", "JJS", "VBG")
        ):
            i -= 1
        if i > 0 and scene.words[i].text == ")" and scene.words[before_brackets(scene, i)].kind == "genitive":
            i = before_brackets(scene, i)  # "his rival Su's (蘇貞昌) 628,129 votes"
        if i < 0:
            return None
        if i >= 1 and scene.words[i].kind == "genitive" and scene.lower(i - 1) in PRONOUNS:
            return None  # "Among the young it's around 50 percent"
        if i >= 1 and (scene.words[i].kind == "genitive" or is_plural_owner(scene, i)):
            found = self._refs.at(scene, i - 1, "possessive", discourse)
            unknown = found is None and scene.words[i].kind != "genitive"  # "to the federalists' 59.6"
            town = scene.mention(i - 1) if found is None and scene.lower(i - 2) == "to" else None
            if town is not None and town.kind == "place" and reading.unit == "percent":
                named = self._names.printed(scene, i - 1, i, "possessive")  # "43.2 percent to Livingstone's 37"
                return replace(named, kind="person")
            return self._names.plural(scene, i - 1, "possessive") if unknown else found
        if scene.tags[i] != "PRP$":
            return None
        rival = self._rival(scene, i, discourse) if scene.lower(i - 1) in self._w.against else None
        return rival or self._doers.owner(scene, i, discourse)

    def _rival(self, scene: Scene, i: int, discourse: Discourse) -> Subject | None:
        """ "She had 39 percent of the vote to his 36": not whose the figure before is, but the last person besides."""
        if scene.lower(i) not in HERS or not discourse.subjects or discourse.told < scene.sentence.char_start:
            return None
        other = beaten_before(scene, i, self._beats) or discourse.besides(discourse.subjects[-1].text)
        return None if other is None else recalled(other, "possessive+rival")

    def goes_to(self, scene: Scene, reading: Reading, discourse: Discourse) -> Subject | None:
        """ "47 seats went to X", "two went to independents", "12 were won by X", "voted for X", "were against Y"."""
        shares = reading.measure in ("vote_share", "votes") or reading.rule == "areas-backed"
        if reading.measure == "candidates":
            return None  # "22 candidates defeated in the elections won by the Greens"
        for i in range(reading.end, min(len(scene.words), reading.end + 9)):
            if any(g.first == i for g in scene.figures):
                return None
            if scene.lower(i - 1) == "-" and scene.words[i - 1].end == scene.words[i].start:
                continue  # "the Moscow-backed Workers' Front"
            n = scene.phrase_at(i, self._go, 4) or (scene.phrase_at(i, self._backing, 4) if shares else 0)
            if n and not scene.has(self._opposing, i, i + n):
                found = self._doers.right(scene, i + n, "goes-to", discourse)
                whom = i + n + (scene.lower(i + n) == "for")  # "voted for him", "opted for her", "backed it"
                if found is None and scene.lower(whom) in self._pronouns and not self._of_draft(scene, whom, discourse):
                    found = self._refs.at(scene, whom, "goes-to", discourse)
                return found or (self._backed(scene, i) if shares else None)
            if n:
                return self._backed(scene, i)  # "52 per cent were against the Union": nobody has the votes against him
            # "those who voted No were 1.2 million and those who voted Yes 980,000"
            another = scene.lower(i) in COORDINATORS and scene.tags[i + 1 : i + 2] == ["DT"]
            if another or self._goes_on(scene, i) or (self._closes(scene, i) and not self._gone(scene, i + 1)):
                return None
            if self._names.at(scene, i) is not None:
                return None
        return None

    def _of_draft(self, scene: Scene, i: int, discourse: Discourse) -> bool:
        """ "while 980,000 supported it" in a referendum, or behind "57 percent opposed the draft": as printed."""
        last = discourse.subjects[-1] if discourse.subjects else None
        backed = last is not None and last.rule == "backed" and last.start >= scene.sentence.char_start
        return scene.lower(i) == "it" and (backed or scene.has(self._referendums))

    def _gone(self, scene: Scene, i: int) -> bool:
        """ "four seats in the north, won by X", "all taken by X", "both of which went to X"."""
        return scene.phrase_at(scene.skip(i, self._w.all_of_them), self._go, 4) > 0

    def _goes_on(self, scene: Scene, i: int) -> bool:
        """ "who hold 11 seats and supported the government": the verb behind "and" is theirs who hold them."""
        return scene.lower(i) == "and" and scene.tags[i + 1 : i + 2] in (["VBD"], ["VBP"], ["VBZ"])

    def _closes(self, scene: Scene, i: int) -> bool:
        """A comma, or a verb that is none of being: what follows is told of something else."""
        if scene.words[i].text in (",", ".", ";"):
            return True
        return scene.tags[i] in ("VBD", "VBZ") and scene.words[i].lower not in self._between.being

    def _backed(self, scene: Scene, i: int) -> Subject | None:
        """ "78 percent supported changing the law", "21 percent voted against": what was backed, as printed."""
        if scene.words[i].lower not in self._backing_heads:
            return None
        last = i + 1
        while last < len(scene.words) and last - i < 9:
            word = scene.words[last]
            if word.kind not in ("word", "genitive") and word.text != "-":
                break
            if last > i + 1 and word.lower in self._w.stance_ends:
                break
            last += 1
        start, end = scene.words[i].start, scene.words[last - 1].end
        return Subject(scene.doc.article.text[start:end], start, end, "party", "backed", i)

    def for_whom(self, scene: Scene, reading: Reading, discourse: Discourse) -> Subject | None:
        """ "20.47 percent for the Social Democrats", "3 million votes for X", "compared to 31.5% by Syriza"."""
        if reading.measure not in ("vote_share", "votes", "seats"):
            return None
        if reading.rule.startswith("score") and scene.lower(reading.end) == "by":
            return None  # "beaten 53 percent to 47 percent by Brown": the frame of scores tells whose
        each = reading.end + (scene.lower(reading.end) in ("apiece", "each"))  # "two apiece for A and B"
        if each > reading.end and scene.lower(each) == "for":
            return self._doers.right(scene, each + 1, "for-whom", discourse)
        end = _behind_brackets(scene, reading.end)  # "to 464,434 (27%) for the Conservative Ann Green"
        end = _behind_share(scene, end)  # "to 468,040, or 40.8 percent, for Brown"
        own = scene.lower(end) == "of" and scene.lower(end + 1) in THOSE and scene.lower(end + 2) == "for"
        end += 2 * own  # "won 260 seats, 134 of them for the Greens"
        if reading.rule.startswith("bare") and scene.lower(end) == "of":
            whom = scene.skip(end + 1, DETERMINERS)  # "more than double the 14.7 million of Leni Robredo"
            m = scene.mention(whom)
            known = m is not None and m.kind in ("person", "party")
            return self._names.named(scene, whom, "for-whom") if known else None
        end = self._behind_second(scene, reading, end)
        side = self._names.side(scene, end, "for-whom")
        going_on = reading.rule == "name-percent" and scene.lower(reading.figure.start - 1) in ("and", ",")
        listed = (going_on or reading.rule.startswith("bare")) and scene.lower(end) == "to"  # "32 to Blue & White"
        if listed and (reading.measure == "seats_change" or scene.scored_to(end)):
            return None
        of_whom = reading.rule == "percent-against"  # "to the 29 percent of Ann Green"
        if side is not None or not (listed or of_whom or scene.lower(end) in ("for", "by")):
            return side
        counted = next((g for g in scene.figures if g.start == scene.skip(end + 1, DETERMINERS)), None)
        many = counted is not None and counted.kind == "count"  # "against 82 for the four right-wing parties"
        found = self._doers.right(scene, counted.last if counted and many else end + 1, "for-whom", discourse)
        if found is not None and found.rule.endswith("description"):
            words = found.text.lower().split()
            anyones = len(words) == _TWO and words[0] in INDEFINITE  # "six percent for a party, nine for a bloc"
            return None if not many and (anyones or words[-1] in self._w.general) else found
        return found

    def _behind_second(self, scene: Scene, reading: Reading, end: int) -> int:
        """ "against 38.1 percent and 108 seats for the Greens": the word behind both; `end` where there is one."""
        second = next((g for g in scene.figures if g.start == end + 1), None)
        against = scene.lower(reading.figure.start - 1) in self._w.against and scene.lower(end) == "and"
        if not against or second is None or second.kind == reading.figure.kind:
            return end
        for_whom = (i for i in range(second.last, min(len(scene.words), second.last + 3)) if scene.lower(i) == "for")
        return next(for_whom, end)

    def in_brackets(self, scene: Scene, reading: Reading, discourse: Discourse) -> Subject | None:
        """ "X (47 seats)", "X (36.5 percent)", "X: 47", "X - 47"."""
        i = reading.figure.start - 1
        if i < 1 or scene.words[i].text not in _OPENING:
            return None
        j = _before_quotes(scene, before_brackets(scene, i - 1))
        return self._refs.at(scene, j, "in-brackets", discourse) or self._in_list(scene, reading, i, j)

    def _in_list(self, scene: Scene, reading: Reading, i: int, j: int) -> Subject | None:
        """ "Upalia (7.2 percent), Alliance (9.4 percent), Alta Luma (15.1 percent)": a name like others.

        The words in capitals that end at word j, where two other figures behind the same sign are of known names.
        """
        others = [g.start - 1 for g in scene.figures if g.start > 1 and g.start - 1 != i]
        alike = (k for k in others if scene.words[k].text == scene.words[i].text)
        known = (self._names.at(scene, _before_quotes(scene, before_brackets(scene, k - 1))) for k in alike)
        if reading.figure.kind == "ordinal" or sum(m is not None for m in known) < 2:
            return None
        first = self._capitals(scene, j)
        return self._names.printed(scene, first, j + 1, "in-brackets+capitals") if first <= j else None

    def _capitals(self, scene: Scene, j: int) -> int:
        """The first word of the name in capitals that ends at word j, over "and" and "of" inside; j + 1 for none."""
        first, k = j + 1, j
        while k >= 0 and j - k < 7 and scene.words[k].kind in ("word", "sign"):
            word = scene.words[k]
            if word.text[0].isupper():
                first = k
            elif word.lower not in _INSIDE or first > j:
                break
            k -= 1
        return first

    def members_of(self, scene: Scene, reading: Reading, discourse: Discourse) -> Subject | None:
        """ "nine Greens were elected", "14 independent candidates won": the party that the members are counted by."""
        first = reading.figure.last
        described = reading.rule == "candidates-won" and reading.end > first + 1
        if reading.rule != "partisans" and not described:
            return None
        named = (self._names.named(scene, j, "members-of") for j in range(first, reading.end))
        return next(filter(None, named), None) or self._names.printed(scene, first, reading.end, "members-of")

    def place_is(self, scene: Scene, reading: Reading, discourse: Discourse) -> Subject | None:
        """ "In second place is the Fatah Alliance", "second place went to X", "Leading the poll was X"."""
        if reading.measure != "rank" or reading.end >= len(scene.words):
            return None
        pushed = self._pushed(scene, reading, discourse) or self._predicate(scene, reading, discourse)
        if pushed is not None:
            return pushed
        verb = scene.words[reading.end].lower
        if verb in self._w.place_is:
            return self._doers.right(scene, reading.end + (2 if verb == "went" else 1), "place-is", discourse)
        if scene.words[reading.end - 1].lower in self._w.place:
            return self._doers.right(scene, reading.end, "place-of", discourse)
        return None

    def _pushed(self, scene: Scene, reading: Reading, discourse: Discourse) -> Subject | None:
        """ "pushing Labour into fourth place": the place is of the one that is pushed."""
        start = reading.figure.start
        if scene.lower(start - 1) not in ("into", "to"):
            return None
        for i in range(start - 2, max(-1, start - 9), -1):
            passive = any(w in BE_FORMS for w in scene.lowers(i - 2, i))
            if scene.lower(i) in self._w.pushing:
                return None if passive else self._doers.right(scene, i + 1, "pushed", discourse)
        return None

    def _predicate(self, scene: Scene, reading: Reading, discourse: Discourse) -> Subject | None:
        """ "will be the second largest group", "displaced Renamo as the second largest party": whom that is said of."""
        if reading.rule != "rank-largest":
            return None
        for i in range(reading.end, min(len(scene.words), reading.end + 3)):
            if scene.lower(i) in self._names.heads:
                found = self._refs.at(scene, i, "place-is", discourse)
                return None if found is None or found.anchor == i else found
        return None


def _behind_brackets(scene: Scene, i: int) -> int:
    """Word i, or the word behind the brackets that open there; what they hold is a figure and its sign."""
    if scene.lower(i) != "(":
        return i
    return next((k + 1 for k in range(i + 1, min(i + 6, len(scene.words))) if scene.words[k].text == ")"), i)


def _behind_share(scene: Scene, i: int) -> int:
    """Word i, or the word behind the share that is told of the same between commas."""
    set_off = scene.lower(i) == ","  # "to 468,040, or 40.8 percent, for Brown", "1,826,799 or 37 percent for Brown"
    start = i + 1 + set_off if scene.lower(i + set_off) == "or" else -1
    share = next((g for g in scene.figures if g.start == start and g.kind == "percent"), None)
    closed = share is not None and (scene.lower(share.last) == ",") == set_off
    return share.last + set_off if share is not None and closed else i


def _before_quotes(scene: Scene, j: int) -> int:
    """Word j, or the one before the quote that closes there: "the \"Movement for Rights\" (10.2%)"."""
    return j - 1 if j > 0 and scene.words[j].text in CLOSE_QUOTES else j
