"""Changes to one figure of an article, each with what must come of it when another paper prints the changed copy.

"conflict": the changed figure contradicts the old one. "silence": nothing new is a contradiction. "agreement": nothing
new is a contradiction, and the changed print is read and stands in one fact with the old one. "revision": the copy says
it is final where the original says it is preliminary, and the one replaces the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from numbers_printed import Printed, another, in_words, printed, swapped

from pipeline.types import Article, Claim

Expectation = Literal["conflict", "silence", "agreement", "revision"]

# Measures whose subject is the contest, and sentences that say them without the article's own words.
PLAIN = {
    "turnout": ("Turnout was {n} percent.", "In all {n} percent of the registered voters went to the polls."),
    "seats_total": ("The chamber has {n} seats.", "There are {n} seats in the chamber."),
    "registered_voters": ("There are {n} registered voters.", "The electoral roll holds {n} registered voters."),
}
NAMED = {
    "seats": ("{s} won {n} seats.", "{n} seats went to {s}."),
    "vote_share": ("{s} took {n} percent of the vote.", "{n} percent of the vote went to {s}."),
    "votes": ("{s} received {n} votes.", "{n} votes went to {s}."),
}


@dataclass(frozen=True)
class Target:
    """A figure of an article that can be changed: its claim, its print, the subject's other names in the article."""

    article: Article
    claim: Claim
    figure: Printed
    names: tuple[str, ...]
    main: bool  # its sentence can be put in other words: nothing in it but the figure tells what is spoken of
    province: str


@dataclass(frozen=True)
class Change:
    """One change: the copy's text, the value expected at `value`, and what must come of it."""

    maker: str
    target: Target
    text: str
    value: float
    expected: Expectation
    before: str | None = None  # the original's text, where the original is changed too


def target(article: Article, claim: Claim, names: tuple[str, ...], main: bool, province: str) -> Target | None:
    """Return the claim as a target; None where its print is not one plain number ("nine in 10")."""
    q = claim.quantity
    figure = printed(article.text[q.char_start : q.char_end])
    if figure is None or not q.value or not figure.number or q.qualifier != "exact":
        return None
    plain = q.value == figure.number or any(word in figure.text for word in ("million", "m", "thousand"))
    return Target(article, claim, figure, names, main, province) if plain else None


def all_changes(t: Target) -> Iterator[Change]:
    """Yield every change that suits the target."""
    yield from _contradicting(t)
    yield from _in_other_words(t)
    yield from _agreeing(t)
    yield from _looking_alike(t)


def _percent(t: Target) -> bool:
    return t.claim.quantity.unit == "percent"


def _scale(t: Target) -> float:
    """Return what one of the printed number stands for: 1e6 for "6.9m"."""
    return (t.claim.quantity.value or 0.0) / t.figure.number


def _another(t: Target) -> float:
    """Return a number that contradicts the printed one.

    Not one that the article prints elsewhere: the figure of another election, printed for this one, is taken for a
    reading of the wrong election and raises no alarm (pipeline/reconciling/mistaking.py).
    """
    number, step = another(t.figure, _percent(t)), 0.1 if t.figure.decimals else 1
    while re.search(rf"(?<![\d.,]){re.escape(t.figure.with_number(number))}(?![\d.,]?\d)", t.article.text):
        number += step
    return number


def _replaced(t: Target, new: str) -> str:
    q, text = t.claim.quantity, t.article.text
    return text[: q.char_start] + new + text[q.char_end :]


def _sentence(t: Target, sentence: str) -> str:
    text = t.article.text
    return text[: t.claim.sentence_start] + sentence + text[t.claim.sentence_end :]


def _contradicting(t: Target) -> Iterator[Change]:
    scale, other = _scale(t), _another(t)
    yield Change("another value", t, _replaced(t, t.figure.with_number(other)), other * scale, "conflict")
    turned = swapped(t.figure)
    if turned is not None and 0.02 < abs(turned / t.figure.number - 1) < 0.2:
        yield Change("digits swapped", t, _replaced(t, t.figure.with_number(turned)), turned * scale, "conflict")
    if not t.figure.decimals and 2 <= other < 100 and scale == 1 and not _percent(t):
        yield Change(
            "another value in words", t, _replaced(t, t.figure.with_words(in_words(int(other)))), other, "conflict"
        )
    if _percent(t) and t.figure.number < 90:
        bound = t.figure.number + 4
        yield Change("a hedge", t, _replaced(t, "more than " + t.figure.with_number(bound)), bound * scale, "conflict")
        yield Change("another unit form", t, _replaced(t, f"{other:.{t.figure.decimals}f} per cent"), other, "conflict")


def _in_other_words(t: Target) -> Iterator[Change]:
    """Sentences of other words, order and names, with another figure and with the same."""
    if _scale(t) != 1 or not t.main:
        return
    other = _another(t)
    for number, expected in ((other, "conflict"), (t.figure.number, "agreement")):
        n = f"{number:,.0f}" if not t.figure.decimals else f"{number:.{t.figure.decimals}f}"
        for i, pattern in enumerate(PLAIN.get(t.claim.measure, ())):
            yield Change(f"other words {i}", t, _sentence(t, pattern.format(n=n)), number, expected)  # type: ignore[arg-type]
        for i, pattern in enumerate(NAMED.get(t.claim.measure, ())):
            for name in t.names[:2]:
                text = _sentence(t, pattern.format(n=n, s=name))
                yield Change(f"other order and name {i}", t, text, number, expected)  # type: ignore[arg-type]


def _agreeing(t: Target) -> Iterator[Change]:
    scale, value = _scale(t), t.figure.number
    if t.figure.decimals == 2 and t.figure.text != t.figure.digits:
        less, cut = round(value, 1), int(value)
        yield Change("rounded", t, _replaced(t, t.figure.with_number(less, 1)), less * scale, "agreement")
        if _percent(t):
            yield Change("cut short", t, _replaced(t, t.figure.with_number(cut, 0)), cut, "agreement")
    if value >= 100_000 and scale == 1:
        shown = f"{value / 1e6:.2f} million"
        yield Change(
            "rounded to millions", t, _replaced(t, shown), float(shown.removesuffix(" million")) * 1e6, "agreement"
        )
    if not t.figure.decimals and 2 <= value < 100 and scale == 1 and not _percent(t):
        yield Change(
            "restated in words", t, _replaced(t, t.figure.with_words(in_words(int(value)))), value, "agreement"
        )
    if _percent(t):
        yield Change("restated unit", t, _replaced(t, f"{t.figure.digits}%"), value, "agreement")
    yield Change("about", t, _replaced(t, f"about {t.figure.text}"), value * scale, "agreement")


def _looking_alike(t: Target) -> Iterator[Change]:
    """Another figure that is of something else: another year, province or party."""
    if _scale(t) != 1 or not t.main:
        return
    other = _another(t)
    n = f"{other:,.0f}" if not t.figure.decimals else f"{other:.{t.figure.decimals}f}"
    named, plain = NAMED.get(t.claim.measure), PLAIN.get(t.claim.measure)
    said = named[0].format(n=n, s=t.names[0]) if named and t.names else plain[0].format(n=n) if plain else None
    if said is None:
        return
    inner = said if named else said[0].lower() + said[1:]
    yield Change("another year", t, _sentence(t, f"In the previous election {inner}"), other, "silence")
    if t.claim.measure in ("turnout", "vote_share"):
        yield Change("another province", t, _sentence(t, f"In {t.province}, {inner}"), other, "silence")
    if named:
        # A small figure: a large one would contradict the order that the article gives.
        text = f"{t.claim.sentence} " + named[0].format(n=2, s="The Harbour Workers' Party")
        yield Change("another party", t, _sentence(t, text), 2, "silence")


def staged(t: Target) -> Iterator[Change]:
    """Yield the change of a preliminary figure into a final one, where the measure is counted."""
    if t.claim.measure not in NAMED or not t.names or _scale(t) != 1 or not t.main:
        return
    other = _another(t)
    shown = [f"{x:,.0f}" if not t.figure.decimals else f"{x:.{t.figure.decimals}f}" for x in (t.figure.number, other)]
    said = NAMED[t.claim.measure][0]
    before = _sentence(t, "According to preliminary results, " + said.format(n=shown[0], s=t.names[0]))
    after = _sentence(t, "According to final results, " + said.format(n=shown[1], s=t.names[0]))
    yield Change("preliminary and final", t, after, other, "revision", before)
