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
            if moved and not scene.has(w.moves, max(first, i - _VERB), f.start):
                return -1  # "increased their majority there to 2,649"
            return i
    return -1
