"""Figures said of several at once: "the Greens, the Left and the Centre have 32 seats each"."""

from __future__ import annotations

from dataclasses import replace

from pipeline.extracting.grammar import DETERMINERS, FINITE
from pipeline.extracting.naming.contestants import Contestants
from pipeline.extracting.naming.subject import Subject
from pipeline.extracting.readings import Reading
from pipeline.extracting.scene import Scene

_REACH = 16  # how many words a row of names may take
_EACH = frozenset(("each", "apiece", "both"))  # "the Greens and the Left are both at 35"
_ALIKE = 9  # words from the figure to "as did": "12 seats in the lower house, as did"
_TITLES = ("JJ", "NN", "NNP")
_LINKS = DETERMINERS | {"and", ",", "(", ")"}  # "the Greens (VERT) and the Left"


def others_of_each(
    scene: Scene, reading: Reading, found: Subject | None, names: Contestants, level: frozenset[str]
) -> list[Subject]:
    """Return the other names of "X, Y and Z have 32 seats each", of which one was found; empty where none is meant.

    "with X and Y winning 13 seats respectively": with one figure for all, that is what each has. "X and Y were level
    on 31 percent": by one of `level` before the figure too.
    """
    tail = scene.lowers(reading.figure.start - 3, reading.end + 2)
    one_for_all = "respectively" in tail and found is not None and not found.rule.startswith("respectively")
    in_turn = any(0 < g.first - reading.figure.last <= 2 for g in scene.figures)  # "level on 46 and 45 percent"
    shared = not _EACH.isdisjoint(tail) or (not in_turn and scene.phrase_before(reading.figure.start, level) > 0)
    if found is None or found.anchor < 0 or not (shared or one_for_all):
        return []
    rule, out = found.rule + "+each", [found]
    other = _other_of_two(scene, reading, found, names)
    if other is not None:
        return [replace(other, rule=rule)]
    for i in range(found.anchor + 1, min(reading.figure.start, found.anchor + _REACH)):
        m = names.at(scene, i)
        behind = m is not None and m.kind == found.kind and m.char_start > out[-1].end
        if m is not None and behind and _joined(scene, out[-1].end, m.char_start):
            out.append(names.of_mention(scene, m, rule))
    if len(out) > 1:
        return out[1:] if _anded(scene, found.end, out[-1].start) else []
    for i in range(found.anchor - 1, max(-1, found.anchor - _REACH), -1):
        m = names.at(scene, i)
        if m is not None and m.char_end <= out[-1].start and _joined(scene, m.char_end, out[-1].start):
            out.append(names.of_mention(scene, m, rule))
    return out[1:] if len(out) > 1 and _anded(scene, out[1].end, found.start) else []


def _other_of_two(scene: Scene, reading: Reading, found: Subject, names: Contestants) -> Subject | None:
    """ "The Reds had 32 percent to 31.7 for the Greens, and each got 11 deputies": of the two, the one not found."""
    at = next((i for i in range(reading.figure.start - 3, reading.figure.start) if scene.lower(i) == "each"), -1)
    if at < 1 or scene.lower(at - 1) not in ("and", ",") or scene.tags[at + 1] not in FINITE:
        return None
    told = {scene.mention_at[i] for i in range(at) if names.at(scene, i) is not None}
    both = [names.of_mention(scene, scene.mentions[n], found.rule) for n in sorted(told)]
    return next((s for s in both if s.start != found.start), None) if len(both) == 2 else None


def level_one(
    scene: Scene, reading: Reading, found: Subject | None, names: Contestants, level: frozenset[str]
) -> Subject | None:
    """ "The Reds won 41 seats, the Greens and the Left level on 19": the name right before "level"."""
    n = scene.phrase_before(reading.figure.start, level)
    m = names.at(scene, reading.figure.start - n - 1) if n else None
    if m is None or (found is not None and found.start <= m.char_start < found.end):
        return found
    other = names.of_mention(scene, m, "level")
    anded = scene.lowers(other.anchor - 2, other.anchor)
    return other if found is None or found.end < other.start or "and" in anded else found


def counted_parties(scene: Scene, found: Subject) -> bool:
    """ "The 39 parties have put forward 7,700 candidates": no party's, but all that stand."""
    described = found.rule.endswith("description") and found.kind == "party"
    return described and any(g.last <= found.anchor <= g.last + 2 and g.value > 1 for g in scene.figures)


def others_alike(
    scene: Scene, reading: Reading, found: Subject, names: Contestants, alike: frozenset[str]
) -> list[Subject]:
    """ "The Greens took eight, as did the Harbour Party": one more with the same figure; empty where none is named."""
    for i in range(reading.end, min(len(scene.words), reading.end + _ALIKE)):
        n = scene.phrase_at(i, alike)
        if n:
            j = i + n + (scene.lower(i + n) in DETERMINERS)
            m = names.at(scene, j)
            same = m is not None and m.kind == found.kind and m.text != found.text
            return [names.of_mention(scene, m, found.rule + "+each")] if m is not None and same else []
        if scene.words[i].text in (";", ".") or any(g.first == i for g in scene.figures):
            return []
    return []


def _anded(scene: Scene, start: int, end: int) -> bool:
    return any(w.lower == "and" for w in scene.words if start <= w.start < end)


def _joined(scene: Scene, start: int, end: int) -> bool:
    """True where only "and", a comma, a determiner, an acronym in brackets or an owner stand between two names."""
    between = [i for i, w in enumerate(scene.words) if start <= w.start < end]
    linked = any(scene.lower(i) in ("and", ",") for i in between)
    return linked and all(_passed(scene, i) for i in between)


def _passed(scene: Scene, i: int) -> bool:
    word = scene.words[i]
    titled = scene.tags[i] in _TITLES  # "William Ruto and the former prime minister Raila Odinga each had"
    return titled or word.lower in _LINKS or word.text.isupper() or word.kind == "genitive" or scene.mention_at[i] >= 0


def all_together(
    scene: Scene, reading: Reading, found: Subject, names: Contestants, together: frozenset[str]
) -> Subject:
    """ "Smer, Hlas and the SNS would have 79 seats between them": the figure is of all the names, as printed.

    Three names and more need no such word: "The Reds, the Greens, the Left and the Centre were heading for 175 seats".
    """
    told = scene.has(together, *scene.clause(reading.figure.first))
    if found.anchor < 0 or not (told or found.rule == "verb"):
        return found
    row = [found.anchor]
    for i in range(found.anchor + 1, reading.figure.start):
        if names.at(scene, i) is not None:
            row.append(i)
        elif scene.words[i].text != "," and scene.words[i].lower not in ("and", "the"):
            break
    if not told and not _all_do(scene, reading, row):
        return found
    end = max(
        w.end for i, w in enumerate(scene.words) if i <= row[-1] or scene.mention_at[i] == scene.mention_at[row[-1]]
    )
    if scene.mention_at[row[-1]] == scene.mention_at[row[0]]:
        return found
    text = scene.doc.article.text[found.start : end]
    return Subject(text, found.start, end, "party", found.rule + "+together", found.anchor)


def _all_do(scene: Scene, reading: Reading, row: list[int]) -> bool:
    """Whether three names or more, joined by "and", stand before the verb of one figure: nobody's alone."""
    verb = row[-1] + 1
    told = len({scene.mention_at[i] for i in row}) > 2 and verb < reading.figure.start
    anded = any(scene.lower(i) == "and" for i in range(row[0], row[-1]))
    alone = _EACH.isdisjoint(scene.lowers(reading.figure.start - 3, reading.end + 2))
    return told and anded and alone and scene.tags[verb][:2] in ("VB", "MD")
