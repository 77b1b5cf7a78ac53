"""Figures said of two at once: "the Greens and the Left have 32 seats each"."""

from __future__ import annotations

from pipeline.extracting.naming.contestants import Contestants
from pipeline.extracting.naming.subject import Subject
from pipeline.extracting.readings import Reading
from pipeline.extracting.scene import Scene


def others_of_each(scene: Scene, reading: Reading, found: Subject | None, names: Contestants) -> list[Subject]:
    """Return the second name of "X and Y have 32 seats each", of which one was found; empty where none is meant."""
    tail = scene.lowers(reading.figure.start - 3, reading.end + 2)
    if found is None or found.anchor < 0 or not ("each" in tail or "apiece" in tail):
        return []
    rule = found.rule + "+each"
    for i in range(found.anchor + 1, min(reading.figure.start, found.anchor + 12)):
        m = names.at(scene, i)
        behind = m is not None and m.kind == found.kind and m.char_start > found.end
        if m is not None and behind and _joined(scene, found.end, m.char_start):
            return [names.of_mention(scene, m, rule)]
    for i in range(found.anchor - 1, max(-1, found.anchor - 8), -1):
        m = names.at(scene, i)
        if m is not None and m.char_end <= found.start and _joined(scene, m.char_end, found.start):
            return [names.of_mention(scene, m, rule)]
    return []


def _joined(scene: Scene, start: int, end: int) -> bool:
    return any(w.lower == "and" for w in scene.words if start <= w.start < end)


def all_together(
    scene: Scene, reading: Reading, found: Subject, names: Contestants, together: frozenset[str]
) -> Subject:
    """ "Smer, Hlas and the SNS would have 79 seats between them": the figure is of all the names, as printed."""
    first, last = scene.clause(reading.figure.first)
    if found.anchor < 0 or not scene.has(together, first, last):
        return found
    row = [found.anchor]
    for i in range(found.anchor + 1, reading.figure.start):
        if names.at(scene, i) is not None:
            row.append(i)
        elif scene.words[i].text != "," and scene.words[i].lower not in ("and", "the"):
            break
    end = max(
        w.end for i, w in enumerate(scene.words) if i <= row[-1] or scene.mention_at[i] == scene.mention_at[row[-1]]
    )
    if scene.mention_at[row[-1]] == scene.mention_at[row[0]]:
        return found
    text = scene.doc.article.text[found.start : end]
    return Subject(text, found.start, end, "party", found.rule + "+together", found.anchor)
