"""A vote or share told by its owner before the noun: "the No vote was", "Brown's share read", "their vote fell to"."""

from __future__ import annotations

from pipeline.configuring.tables import ForecastWords, OwnVoteWords
from pipeline.extracting.figures import Figure
from pipeline.extracting.scene import Scene, is_plural_owner


def owner_of(scene: Scene, f: Figure, words: OwnVoteWords, sides: frozenset[str]) -> int:
    """The last word of whoever owns the vote that the figure tells, as of "Labour's vote fell 5 points to 38"; else -1.

    Between the noun and the figure stand only what ties them and, of a vote that moved, the figure it moved from.
    """
    if f.kind == "percent" and scene.lower(f.start - 1) in words.moving:
        return -1  # "Labor's vote fell 1.8 percent, to 45.8"
    i = scene.skip(f.start - 1, words.links, -1)
    before = next((g for g in scene.figures if g.last == i + 1 and g.kind in (f.kind, "points")), None)
    if before is not None and (before.kind == "points" or scene.lower(before.start - 1) == "from"):
        i = scene.skip(before.start - 1, words.links, -1)
    came = f.kind == "percent" and scene.lower(f.start - 1) in words.support_at
    if came and i < f.start - 1 and _supported(scene, i, words):
        return i
    if i == f.start - 1:
        n = scene.phrase_before(f.start, words.nouns)  # "the No vote was 956,330, the Yes vote 243,048"
        return f.start - n - 1 if n and scene.lower(f.start - n - 1) in sides else -1
    i = over_place(scene, scene.skip(i, words.between, -1), words.nouns, words.places)
    n = scene.phrase_before(i + 1, words.nouns)
    i -= n
    if not n or i < 0:
        return -1
    owner = scene.words[i].kind == "genitive" or is_plural_owner(scene, i) or scene.tags[i] == "PRP$"
    m = scene.mention(i)
    named = m is not None and m.kind in ("party", "person", "body")
    quoted = scene.words[i].text in ('"', "\u201d", "'", "\u2019") and scene.lower(i - 1) in sides
    side = quoted or (scene.lower(i) in sides and scene.words[i].text[0].isupper())
    partisan = scene.lower(i) in words.partisan and scene.lower(i - 1) == "the"
    return i if owner or named or side or partisan else -1


def _supported(scene: Scene, i: int, words: OwnVoteWords) -> bool:
    """ "Support for the Farmers had come to 33 pct": a name that ends at word i, behind "support for"."""
    m = scene.mention(i)
    if m is None or m.kind not in ("party", "person", "body"):
        return False
    while i > 0 and (scene.mention(i) is m or scene.lower(i) == "the"):
        i -= 1
    return scene.phrase_before(i + 1, words.support_for) > 0


def over_place(scene: Scene, i: int, nouns: frozenset[str], places: frozenset[str]) -> int:
    """Word i, or the last word of the noun left of "in the referendum" that ends at word i."""
    for j in range(i, max(-1, i - 5), -1):
        if scene.words[j].kind != "word":
            break
        if scene.lower(j) in places and scene.phrase_before(j, nouns):
            return j - 1
    return i


def forecast_for(scene: Scene, f: Figure, words: ForecastWords) -> int:
    """The "for" before whoever a forecast is of: "For the Greens the forecast is 6 percent"; -1 for none."""
    i = scene.skip(f.start - 1, words.links, -1)
    if not 0 <= i < f.start - 1:
        return -1
    n = scene.phrase_before(i + 1, words.nouns)
    for j in range(i - n, max(-1, i - n - 12), -1):
        if scene.words[j].kind == "sign" and scene.words[j].text not in ("(", ")", "-"):
            return -1
        if scene.lower(j) == "for":
            opens = j == 0 or scene.words[j - 1].kind == "sign" or scene.lower(j - 1) in ("and", "but", "while")
            return j if (n and opens) or (not n and scene.phrase_before(j, words.nouns)) else -1
        if scene.tags[j] in ("VBD", "VBZ", "VBP", "MD"):
            return -1
    return -1
