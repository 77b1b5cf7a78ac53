"""Whose a figure is where a clause stands between: "said that the Harbour Party, founded only a year ago, had won"."""

from __future__ import annotations

from pipeline.extracting.grammar import SUBJECTS
from pipeline.extracting.naming.contestants import Contestants
from pipeline.extracting.naming.descriptions import before_brackets
from pipeline.extracting.scene import Scene

AGENT = 9  # words from "founded" to "by"
OPENS_CLAUSE = frozenset(("VBN", "VBG", "WP", "WDT", "WP$"))


def inside_clause(scene: Scene, comma: int) -> bool:
    """ "The bloc, which groups the Greens, the Left and the Centre, secured 87": the clause goes on behind it."""
    before = next((k for k in range(comma - 1, 0, -1) if scene.words[k].text == ","), -1)
    return before > 0 and scene.tags[comma + 1] == "DT" and scene.tags[before + 1] in OPENS_CLAUSE


def by_whom(scene: Scene, verb: int) -> bool:
    """ "a newcomer established only in May by Ann Lee": a participle behind its noun, though it is tagged as past."""
    return scene.tags[verb] == "VBD" and scene.tags[verb - 1] == "NN" and "by" in scene.lowers(verb + 1, verb + AGENT)


def told_that(names: Contestants, scene: Scene, comma: int) -> bool:
    """ "said that the Harbour Party, founded only a year ago, had won": tagged as past, but the party has "had won"."""
    last = before_brackets(scene, comma - 1)
    first = names.phrase_start(scene, last) - 1 if names.at(scene, last) is not None else -1
    return first > 0 and scene.lower(first) == "that" and scene.tags[comma + 1] == "VBD"


def owns_subject(scene: Scene, i: int) -> bool:
    """ "The Greens' share of the vote was 30.4 percent, against 25.4 for Labour": about the Greens, at word i."""
    noun = scene.heads[i]
    owned = scene.deps[i] == "poss" and noun >= 0 and scene.deps[noun] in SUBJECTS
    return owned and scene.deps[scene.heads[noun]] == "ROOT"
