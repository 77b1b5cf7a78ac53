"""Numbers in a run of words: digits, number words, fractions, shares, ranges and places.

What stands here is grammar only: whether a number counts seats or is a year is decided later. The vocabulary
is configs/quantities/numbers.toml.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from pipeline.annotating.words import Word
from pipeline.configuring.quantities import Numbers
from pipeline.extracting.fractions import Number, fraction, mark_at, part_of_one
from pipeline.extracting.grammar import DETERMINERS, INDEFINITE, RANGE_LINKS, RANGE_OPENERS
from pipeline.extracting.mixed import blank_thousands, is_broken, spaced_thousands, vulgar, with_part

LONGEST = 15  # digits and point: so far a float is exact, and no electorate is larger; a longer run counts nothing
_ROUND = 10.0
_WHOLE, _ALL, _APART = 90.0, 100.6, 6.0  # percent: what two shares of one vote come to, and how far apart no range is
_STEP = 2.0  # "shed two to 68": from here on the larger is no end of a range


def read_numbers(words: Sequence[Word], config: Numbers) -> list[Number]:
    """Return the numbers of a sentence in text order, not overlapping; ranges joined, percent words included."""
    found: list[Number] = []
    i = 0
    while i < len(words):
        if words[i].kind != "number" and words[i].lower not in config.beginnings:
            i += 1
            continue  # most words begin no number, and need no further look
        number = (
            part_of_one(words, i, config)
            or fraction(words, i, config)
            or _cardinal(words, i, config)
            or _ordinal(words, i, config)
        )
        if number is None:
            i += 1
            continue
        number = _marked(words, with_part(words, number, config), config)
        if not is_broken(number):
            found.append(number)
        i = number.last
    return _share_marks(words, _join_ranges(words, found, config.marks.moving, config.marks.ranging))


def _cardinal(words: Sequence[Word], i: int, config: Numbers) -> Number | None:
    if words[i].kind == "number":
        return _digits(words, i, config)
    word = words[i].lower
    if word in config.marks.single:
        return Number(i, i + 1, 1.0, "count", 0.0, weak=True, spelled=True) if _is_single(words, i) else None
    if word in INDEFINITE and (n := mark_at(words, i + 1, config.marks.one_point)):
        return Number(i, i + 1 + n, 1.0, "points", 0.0, spelled=True)  # "was a percentage point behind"
    if word in INDEFINITE and i + 1 < len(words):
        scale = config.scales.get(words[i + 1].lower) or config.dozens.get(words[i + 1].lower)
        if scale:  # "a million", "a dozen"; "a hundred"
            step = float(scale) / 10 if scale >= 100 else 0.0
            return Number(i, i + 2, float(scale), "count", step, weak=scale < 1000, spelled=True)
        return None
    return _spelled(words, i, config)


def _is_single(words: Sequence[Word], i: int) -> bool:
    """ "One Nation's sole member", "its single seat": behind an owner or an article."""
    before = words[i - 1] if i else None
    after = words[i + 1] if i + 1 < len(words) else None
    owned = before is not None and (before.kind == "genitive" or before.lower in DETERMINERS | INDEFINITE)
    return owned and after is not None and after.kind == "word"


def _digits(words: Sequence[Word], i: int, config: Numbers) -> Number | None:
    text = re.sub(r"[,\s]", "", words[i].text)
    if len(text) > LONGEST:
        return None
    value, decimals, last = float(text), len(text.partition(".")[2]), i + 1
    if spaced_thousands(words, i):
        return Number(i, i + 3, value * 1000 + float(words[i + 2].text), "count", 0.0)
    if blank_thousands(words, i):
        return Number(i, i + 2, value * 1000 + float(words[i + 1].text), "count", 0.0)
    after = words[last] if last < len(words) else None
    glued = after is not None and after.start == words[i].end
    if after is not None and glued and after.text == "," and mark_at(words, last + 2, config.marks.percent):
        tail = words[last + 1]  # "44,5 percent": a decimal comma, only before a percent word
        if tail.start == after.end and tail.text.isdecimal() and len(tail.text) <= 2 and "," not in words[i].text:
            return Number(i, last + 2, float(f"{text}.{tail.text}"), "count", 10.0 ** -len(tail.text))
    if after is not None and glued and after.lower in config.marks.ordinal_endings and not decimals:
        return Number(i, last + 1, value, "ordinal", 0.0)
    scale = 1
    if after is not None and glued and after.lower in config.suffixes:
        scale, last = config.suffixes[after.lower], last + 1
    elif after is not None and glued and not _counted_behind(words, last, config):
        return None  # "17th" is above; "5G", "3D", "90s" are no counts
    else:
        joint = last + 1 if after is not None and after.text == "-" else last  # "3.5-million"
        if joint < len(words) and words[joint].lower in config.scales:
            scale, last = config.scales[words[joint].lower], joint + 1
    whole = value if scale == 1 else round(value * scale, 6)  # 8.2 million is 8,200,000 and no 8,199,999.999999999
    return Number(i, last, whole, "count", _step(text, decimals, scale))


def _counted_behind(words: Sequence[Word], i: int, config: Numbers) -> bool:
    """What is glued to digits leaves them a count: a sign, a percent mark, or the half of "3½"."""
    return words[i].kind != "word" or vulgar(words[i]) > 0 or mark_at(words, i, config.marks.percent) > 0


def _step(text: str, decimals: int, scale: int) -> float:
    """The unit of the last digit that was meant: round thousands are rounded, all else is exact or decimal."""
    if decimals or scale > 1:
        return float(scale) * 10.0**-decimals
    zeros = len(text) - len(text.rstrip("0"))
    return 10.0**zeros if len(text) >= 4 and zeros >= 3 else 0.0


def _spelled(words: Sequence[Word], i: int, config: Numbers) -> Number | None:
    """ "forty-seven", "two hundred and six", "two dozen", "three million"."""
    total, part, j, seen, scaled = 0.0, 0.0, i, False, 1.0
    while j < len(words):
        word = words[j].lower
        if word in config.cardinals and _takes_cardinal(seen, part, config.cardinals[word]):
            part += config.cardinals[word]
        elif word in config.tens and (not seen or part % 100 == 0):
            part += config.tens[word]
        elif seen and word == "hundred" and part:
            part *= 100
        elif seen and part and (word in config.scales or word in config.dozens):
            scaled = float(config.scales.get(word) or config.dozens[word])
            total, part = total + part * scaled, 0.0
        elif not (seen and _joins(words, j, part, total, config)):
            break
        seen, j = True, j + 1
    if not seen or words[j - 1].lower in ("and", "-"):
        return None
    value, step = total + part, scaled / 10 if scaled >= 1000 and not part else 0.0
    return Number(i, j, value, "count", step, weak=value == 1, spelled=True)


def _takes_cardinal(seen: bool, part: float, value: int) -> bool:
    """ "forty" takes "seven", "two hundred" takes "six"; "twenty" takes no "twelve"."""
    if not seen or part % 100 == 0:
        return True
    return part % 100 in range(20, 100, 10) and value < 10


def _joins(words: Sequence[Word], j: int, part: float, total: float, config: Numbers) -> bool:
    """The hyphen of "forty-seven" and the "and" of "two hundred and six"."""
    after = words[j + 1].lower if j + 1 < len(words) else ""
    if words[j].lower == "-":
        return part in range(20, 100, 10) and after in config.cardinals
    if words[j].lower != "and":
        return False
    hundreds = (part and part % 100 == 0) or (total and not part)
    return bool(hundreds) and (after in config.cardinals or after in config.tens)


def _ordinal(words: Sequence[Word], i: int, config: Numbers) -> Number | None:
    value = config.ordinals.get(words[i].lower)
    return None if value is None else Number(i, i + 1, float(value), "ordinal", 0.0, weak=True, spelled=True)


def _marked(words: Sequence[Word], number: Number, config: Numbers) -> Number:
    """Take the percent sign or word that follows into the number."""
    if number.kind != "count":
        return number
    at = number.last
    if at < len(words) and words[at].text == "-":
        at += 1  # "a 40-percent share", "a three-point lead"
    if n := mark_at(words, at, config.marks.points):
        return replace(number, last=at + n, kind="points", weak=False)
    if n := mark_at(words, at, config.marks.percent):
        step = number.step or 1.0
        return replace(number, last=at + n, kind="percent", step=step, weak=False)
    return number


def _join_ranges(
    words: Sequence[Word], numbers: list[Number], moving: Collection[str], ranging: Collection[str]
) -> list[Number]:
    """ "between 50 and 55", "50 to 55", "50-55", "11 or 12": one number with a low and a high end.

    "from 29 to 47", "shed two to 68, the Greens three to 9" are changes, no ranges; "52-48" is two figures.
    """
    out: list[Number] = []
    stepped = False
    for number in numbers:
        prior = out[-1] if out else None
        moved = stepped or (prior is not None and prior.first > 0 and words[prior.first - 1].lower in moving)
        step = moved and prior is not None and number.value >= _STEP * prior.value
        stepped = stepped or (step and words[number.first - 1].lower == "to" and number.first - out[-1].last == 1)
        if prior is not None and not step and _is_range(words, prior, number, ranging):
            low = prior.value * _borrowed_scale(prior, number)
            out[-1] = replace(number, first=prior.first, value=low, high=number.value, weak=False)
        else:
            out.append(number)
    return out


def _is_range(words: Sequence[Word], prior: Number, number: Number, ranging: Collection[str]) -> bool:
    link = [w.lower for w in words[prior.last : number.first]]
    before = words[prior.first - 1].lower if prior.first else ""
    between = before == "between" and link == ["and"]
    hedged = words[prior.first - 2].lower if prior.first > 1 else ""  # "from just 32% to 39%" is a change too
    opened = before in RANGE_OPENERS or (hedged == "from" and words[prior.first - 1].kind == "word")
    opened = opened and not (before == "from" and hedged in ranging)  # "anywhere from 120 to 140 seats"
    spread = len(link) == 1 and link[0] in RANGE_LINKS and not opened
    kinds = prior.kind == number.kind or (prior.kind == "count" and number.kind in ("percent", "points"))
    if prior.high is not None or not kinds or number.kind == "ordinal" or _is_score(prior, number):
        return False
    return (between or spread) and _ordered(prior, number, link)


def _is_score(prior: Number, number: Number) -> bool:
    """ "Lee lost to Ray, 39 percent to 61 percent": two shares, each with its sign, that come to a whole."""
    whole = _WHOLE <= prior.value + number.value <= _ALL
    return prior.kind == number.kind == "percent" and whole and number.value - prior.value >= _APART


def _borrowed_scale(prior: Number, number: Number) -> float:
    """ "between 3 and 4 million": the scale of the second is meant for the first."""
    if number.value >= 1e6 and prior.value < 1000:
        return 1e6
    return 1e3 if number.value >= 1e4 and prior.value < 100 else 1.0


def _ordered(prior: Number, number: Number, link: list[str]) -> bool:
    low, high = prior.value * _borrowed_scale(prior, number), number.value
    if not low < high:
        return False
    tens = low >= _ROUND and low % 5 == high % 5 == 0 and high - low <= _ROUND  # "some fifty or sixty"
    return link != ["or"] or tens or high - low <= max(2.0, 0.1 * high)  # "11 or 12", not "20 or 80"


def _share_marks(words: Sequence[Word], numbers: list[Number]) -> list[Number]:
    """ "36.47 and 20.27 percent respectively", "20 and 19.6 percent": a bare number joined to a percentage is one."""
    out = list(numbers)
    for i in range(len(out) - 2, -1, -1):
        number, after = out[i], out[i + 1]
        link = [w.lower for w in words[number.last : after.first]]
        plain = number.kind == "count" and not number.weak and number.high is None and number.value <= 100
        linked = after.kind == "percent" and link in (["and"], [","], [",", "and"], ["or"])
        if (
            plain
            and linked
            and (0.0 < number.step < 1.0 or after.step >= 1.0 or (link == ["and"] and not after.spelled))
        ):
            out[i] = replace(number, kind="percent", step=number.step or 1.0)
    return out
