"""Where a margin is named before its figure: "her majority was cut to 1,203", "the gap between them was 0.4 points"."""

from __future__ import annotations

from pipeline.configuring.ahead import AheadWords
from pipeline.extracting.figures import Figure
from pipeline.extracting.scene import Scene

_VERB = 4  # words from the verb to the noun: "increased their already large majority"
_REACH = 14  # words from the noun to its figure: "her lead over John Brown in the election has narrowed to"


def margin_noun(scene: Scene, f: Figure, w: AheadWords) -> int:
    """The index of the noun whose size the figure is told to be by the words right before it; -1 where none is.

    "Her majority fell from 7,000 to 1,203" tells both: the words behind the noun are passed over, other figures too,
    up to a verb or preposition of `told` beside the figure.
    """
    if scene.lower(f.start - 1) not in w.told:
        return -1
    moved = scene.lower(f.start - 1) in w.moved_links
    first, _ = scene.clause(f.first)
    for i in range(f.start - 1, max(first, f.start - _REACH) - 1, -1):
        if scene.words[i].text == ";" or scene.lower(i) in w.other_nouns:
            return -1
        if scene.lower(i) in w.nouns:
            told = scene.has(w.moves, i + 1, f.start) or _moved_own(scene, max(first, i - _VERB), i, w)
            return i if told or not moved else -1
    return -1


def _moved_own(scene: Scene, first: int, noun: int, w: AheadWords) -> bool:
    """ "increased their majority there to 2,649"; not "a growing trade gap, in a range of 2.5 to 3 percent"."""
    owned = any(scene.tags[i] == "PRP$" or scene.words[i].kind == "genitive" for i in range(first, noun))
    return owned and scene.has(w.moves, first, noun)
