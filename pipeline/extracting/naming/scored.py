"""Whose the two figures of a score are: the larger is the winner's, whatever their order in print."""

from __future__ import annotations

import re
from itertools import takewhile

from pipeline.configuring.terms import Terms
from pipeline.extracting.grammar import BE_FORMS, DETERMINERS, NOUNS, RECEIVING, STANCES
from pipeline.extracting.measuring.parts import passive_verb
from pipeline.extracting.measuring.scores import ALONE, LEADING, LEANING
from pipeline.extracting.naming.doers import Doers
from pipeline.extracting.naming.subject import Discourse, Subject, recalled
from pipeline.extracting.pairs import Pair, named_before, pair_of, told_in
from pipeline.extracting.readings import Reading
from pipeline.extracting.scene import Scene

_AGAIN = frozenset(("re", "-"))


class ScoreFrames:
    """Subjects of scores and of shares told in the passive."""

    def __init__(self, terms: Terms, doers: Doers) -> None:
        self._w, self._links, self._doers = terms.counting.scores, terms.naming.frames, doers
        self._g, self._get = terms.counting.gains, terms.verbs.get
        self._votes, self._deciding = terms.nouns.vote, terms.counting.areas.deciding
        self._decided = self._w.winning | self._w.losing | self._w.siding

    def scored(self, scene: Scene, reading: Reading, discourse: Discourse) -> Subject | None:
        """ "Brown beat Green by 53 percent to 47", "voters rejected the treaty by 53 to 47 percent"."""
        f = reading.figure
        if reading.rule == "score-house-rest":
            return self._rest(scene, discourse)
        pair = pair_of(scene, f, self._links.against, self._links.rising)
        if reading.rule == ALONE:
            pair = Pair(f, f)
        if pair is not None and reading.rule == LEANING:
            return self._leaning(scene, pair, pair.first.first == f.first, discourse)
        if pair is not None and reading.rule == LEADING:
            return self._leading(scene, pair, pair.first.first == f.first, discourse)
        had = -1 if pair is None or pair.first.first != f.first else self._had(scene, pair)
        if had >= 0:
            return self._doers.doer(scene, had, "scored", discourse)
        verb = -1 if pair is None else self._verb(scene, pair)
        if pair is None or verb < 0:
            return None
        if reading.rule == ALONE:
            return self._stance(scene, verb, pair)
        subject = self._who(scene, verb, pair, pair.is_larger(f), discourse)
        # "The Government was defeated by 311 votes to 310": no one was elected.
        ballots = reading.rule == "score-votes" and (subject is None or subject.kind != "person")
        return None if ballots else subject

    def _leading(self, scene: Scene, pair: Pair, first: bool, discourse: Discourse) -> Subject | None:
        """ "Lee had a slim 51-49 lead over Ann Brown": the doer's, and that of the one behind "over"."""
        if not first:
            return self._doers.right(scene, pair.second.last + 2, "scored", discourse)
        verb = next((i for i in range(pair.first.start - 1, -1, -1) if scene.tags[i].startswith("VB")), -1)
        return self._doers.doer(scene, verb, "scored", discourse) if verb >= 0 else None

    def _had(self, scene: Scene, pair: Pair) -> int:
        """ "robbed of victory in 1992, when he had (was credited with) 35.9 percent to 39.9 for the incumbent": -1: no.

        The verb right before the first figure tells whose that is, where "for" tells whose the second is.
        """
        if scene.lower(pair.second.last) != "for":
            return -1
        at = pair.first.start - 1
        credited = scene.lower(at) == "with" and scene.tags[at - 1] == "VBN"
        return at - 1 if credited else at if scene.lower(at) in self._get else -1

    def _leaning(self, scene: Scene, pair: Pair, first: bool, discourse: Discourse) -> Subject | None:
        """ "White men went for Brown, 63% to 34%": the first is his, the second his opponent's."""
        found = self._doers.names.named(scene, named_before(scene, pair, self._w.leaning), "scored")
        if first or found is None or found.kind != "person":
            return found if first else None
        other = discourse.against(found.text, scene.sentence.char_start)
        return None if other is None else recalled(other, "scored+opponent")

    def _rest(self, scene: Scene, discourse: Discourse) -> Subject | None:
        """ "Republicans hold a 51-49 edge": the other of the two parties that share a house, where it is named."""
        told = discourse.subjects[-1].text.lower() if discourse.subjects else ""
        others = {True: self._g.democrats, False: self._g.republicans}
        one = told in self._g.republicans
        if not one and told not in self._g.democrats:
            return None
        named = (m for m in scene.doc.mentions if m.text.lower() in others[one] and m.kind == "party")
        other = next(named, None)
        return None if other is None else recalled(other, "scored")

    def stated(self, scene: Scene, reading: Reading, discourse: Discourse) -> Subject | None:
        """ "was opposed by 60 percent of voters", "51 percent against": the side is the word beside the figure."""
        opposed = self._opposed_in_turn(scene, reading, discourse)
        if opposed is not None:
            return opposed
        if reading.rule == "areas-decided":
            return self._decided_in(scene, reading)
        verb = passive_verb(scene, reading.figure.start, self._w.siding)
        beside = {"percent-stance": reading.figure.last, "percent-voted-side": reading.end - 1}
        at = verb if reading.rule == "percent-passive" else beside.get(reading.rule)
        if reading.rule == "voters-passive":
            return self._decision(scene, reading)
        if at is None:
            return None
        person = self._person_backed(scene, at, discourse) if reading.rule == "percent-passive" else None
        if person is not None:
            return person
        word = scene.words[at + (scene.lower(at) == "to")]  # "voted 61 percent to leave"
        return Subject(word.text, word.start, word.end, "party", "stated", at)

    def _person_backed(self, scene: Scene, verb: int, discourse: Discourse) -> Subject | None:
        """ "Ms Lee was backed by 57 percent of party members": hers; a treaty so backed is what the verb decides."""
        told = (i for i in range(verb) if scene.deps[i] == "nsubjpass" and scene.heads[i] == verb)
        found = next((self._doers.refs.at(scene, i, "stated", discourse) for i in told), None)
        return found if found is not None and found.kind == "person" else None

    def _decision(self, scene: Scene, reading: Reading) -> Subject | None:
        """ "The charter of 1946 was accepted by nine million voters": what was decided, as printed up to the verb."""
        verb = next((i for i in range(reading.figure.start, -1, -1) if scene.tags[i] == "VBN"), -1)
        told = (i for i in range(verb) if scene.deps[i] == "nsubjpass" and scene.heads[i] == verb)
        first = next(told, verb)
        while first > 0 and first < verb and scene.is_modifier(first - 1):
            first -= 1
        start, stop = scene.words[first].start, scene.words[verb].end
        return Subject(scene.doc.article.text[start:stop], start, stop, "party", "stated", verb) if verb >= 0 else None

    def _decided_in(self, scene: Scene, reading: Reading) -> Subject | None:
        """ "was turned down in seven of the eight provinces": the side, as printed."""
        stop = reading.figure.start - 1
        first = stop - scene.phrase_before(stop, self._deciding)
        start, end = scene.words[first].start, scene.words[stop - 1].end
        return Subject(scene.doc.article.text[start:end], start, end, "party", "stated", first)

    def _opposed_in_turn(self, scene: Scene, reading: Reading, discourse: Discourse) -> Subject | None:
        """ "752,451 voted in favour and 862,415 against", "voted for secession and 44,888 for unity": as printed."""
        at = reading.figure.last
        last = discourse.subjects[-1] if discourse.subjects else None
        told = last is not None and last.rule == "backed" and last.start >= scene.sentence.char_start
        if not told or not reading.rule.startswith("bare") or scene.lower(at) not in STANCES:
            return None
        end = at + 1
        while end < len(scene.words) and end - at < 6 and not self._closes(scene, end):
            end += 1
        start, stop = scene.words[at].start, scene.words[end - 1].end
        return Subject(scene.doc.article.text[start:stop], start, stop, "party", "stated", at)

    def _who(self, scene: Scene, verb: int, pair: Pair, won: bool, discourse: Discourse) -> Subject | None:
        if scene.lower(verb) in self._w.siding and not self._chooses(scene, verb):
            stance = self._stance(scene, verb, pair)
            return stance if won else self._opposite(scene, stance)
        losing = scene.lower(verb) in self._w.losing
        electing = self._is_electing(scene, verb)
        if electing and not won:
            return None  # not of those who elected the winner
        turned = losing or electing or self._is_beaten(scene, verb, pair)
        if won == turned:
            return self._other(scene, verb, pair, discourse) or self._across(scene, verb, discourse)
        put = self._put_ahead(scene, verb)
        if put is not None:
            return put
        return self._doers.doer(scene, verb, "scored", discourse)

    def _opposite(self, scene: Scene, stance: Subject | None) -> Subject | None:
        """ "voted by 52% to 48% to leave": the other side, where the article prints its name: "Remain"."""
        said = [] if stance is None else stance.text.lower().split()
        other = next((self._w.opposites[w] for w in said if w in self._w.opposites), "")
        text, start = scene.doc.article.text, scene.sentence.char_start
        name = other.capitalize()
        spots = [m.start() for m in re.finditer(rf"\b{name}\b", text)] if other else []
        if not spots:
            return None
        at = max((s for s in spots if s < start), default=spots[0])  # named last before, else first behind
        return Subject(name, at, at + len(name), "party", "scored+opposite", -1)

    def _put_ahead(self, scene: Scene, verb: int) -> Subject | None:
        """ "The group had Aquino ahead by 7.8 million to 7.1 million": whom a count puts there."""
        first = self._doers.names.first_word(scene, verb - 1)
        counted = scene.lower(first - 1) in self._links.putting and scene.lower(verb) in self._w.outdoing
        return self._doers.names.named(scene, verb - 1, "scored") if counted else None

    def _verb(self, scene: Scene, pair: Pair) -> int:
        reach = takewhile(lambda i: scene.words[i].text != ";", told_in(scene, pair, self._w.reach))
        near = [i for i in reach if scene.lower(i) in self._decided]
        # "a victory over Green" decides; "the vote" does not.
        nouns = [i for i in near if scene.lower(i) not in self._w.siding]
        return next((i for i in near if scene.tags[i].startswith("VB")), nouns[0] if nouns else -1)

    def _is_beaten(self, scene: Scene, verb: int, pair: Pair) -> bool:
        """ "Green was beaten by Brown", "beaten 53 to 47 by Brown": the doer in print loses; not "elected by"."""
        passive = scene.lower(verb) in self._w.beating and scene.tags[verb] == "VBN"
        been = any(w in BE_FORMS for w in scene.lowers(verb - 2, verb))  # "was beaten in the capital by 53 to 47"
        return passive and (been or "by" in (scene.lower(verb + 1), scene.lower(self._behind(scene, pair))))

    def _behind(self, scene: Scene, pair: Pair) -> int:
        """The word behind the score and its noun: "by 53 votes to 47 votes | by Brown"."""
        return pair.second.last + (scene.lower(pair.second.last) in self._votes)

    def _chooses(self, scene: Scene, verb: int) -> bool:
        """ "The Greens chose Ann Lee as leader by 134,446 votes to 64,398": a person, not a side."""
        m = scene.mention(verb + 1)
        return scene.lower(verb) in self._w.electing and m is not None and m.kind == "person"

    def _is_electing(self, scene: Scene, verb: int) -> bool:
        """ "Parliament elected Brown by 232 votes to 98": who is elected stands behind."""
        before = scene.lower(scene.skip(verb - 1, _AGAIN, -1))
        return scene.lower(verb) in self._w.electing and before not in BE_FORMS

    def _other(self, scene: Scene, verb: int, pair: Pair, discourse: Discourse) -> Subject | None:
        """The one behind the verb: beaten, or the agent of a passive, or whom the loser lost to."""
        behind = self._behind(scene, pair)
        if scene.lower(behind) == "by":
            return self._doers.right(scene, behind + 1, "scored", discourse)  # "beaten 53 percent to 47 by Brown"
        if scene.lower(verb + 1) in RECEIVING:  # "he beat her by 66 percent to 34"
            return self._besides(scene, verb, discourse)
        for i in range(verb + 1, pair.first.start):
            if i == verb + 1 or scene.lower(i) in self._w.opposed:
                at = i + 1 if scene.lower(i) in self._w.opposed else i
                found = self._doers.right(scene, at, "scored", discourse)
                if found is not None and verb < found.anchor < pair.first.start:
                    return found
        return None

    def _across(self, scene: Scene, verb: int, discourse: Discourse) -> Subject | None:
        """ "In May she led by 36.7 percent to 30", "Leave won by 52.5 percent to 47.5": the other, printed apart."""
        doer = self._put_ahead(scene, verb) or self._doers.doer(scene, verb, "scored", discourse)
        if doer is None or doer.kind != "person":
            return self._opposite(scene, doer)
        other = discourse.against(doer.text, scene.sentence.char_start)
        return None if other is None else recalled(other, "scored+opponent")

    def _besides(self, scene: Scene, verb: int, discourse: Discourse) -> Subject | None:
        """The last person told of who is not the doer of the verb."""
        doer = self._doers.doer(scene, verb, "scored", discourse)
        if doer is None or doer.kind != "person":
            return None
        here = [m for m in scene.mentions if m.kind == "person" and m.char_end <= scene.words[verb].start]
        other = discourse.besides(doer.text, here)
        return None if other is None else recalled(other, "scored+pronoun")

    def _stance(self, scene: Scene, verb: int, pair: Pair) -> Subject | None:
        """What was decided, as printed: "rejected the treaty", "voted to stay", or behind: "against independence"."""
        if verb > 1 and scene.tags[verb] == "VBN" and scene.lower(verb - 1) == "," and scene.tags[verb - 2] in NOUNS:
            # "a new constitution, approved in a referendum by 78 percent": what was decided stands before the comma
            first = scene.skip(self._doers.names.phrase(scene, verb - 2), DETERMINERS)
            return self._doers.names.printed(scene, first, verb - 1, "scored+stance")
        after = pair.second.last
        first, last = verb, pair.first.start
        if verb > pair.first.start:  # "By 621,109 to 323,882 they approved the change"
            last = min(verb + 9, len(scene.words))
        if scene.phrase_at(after, self._w.stances):
            first, last = after, min(after + 6, len(scene.words))
        stop = (i for i in range(first + 1, last) if self._closes(scene, i) and i > first + 1)
        last = next(stop, last)
        while last > first + 1 and scene.lower(last - 1) in self._w.closing:
            last -= 1
        start, end = scene.words[first].start, scene.words[last - 1].end
        return Subject(scene.doc.article.text[start:end], start, end, "party", "scored+stance", first)

    def _closes(self, scene: Scene, i: int) -> bool:
        """ "voted to stay in Canada | in the 1995 referendum | , by 50.6 percent"."""
        return scene.words[i].kind not in ("word", "genitive") or scene.lower(i) in self._links.stance_ends
