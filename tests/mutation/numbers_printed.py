"""Other ways to print a figure: another value in the same manner, the same value in another manner, rounder."""

from __future__ import annotations

import re
from dataclasses import dataclass

_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?")
_ONES = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_ONES += ["thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
_TENS = ["zero", "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


@dataclass(frozen=True)
class Printed:
    """A figure in digits inside its print: "about 44.5 percent" has 44.5, at offsets 6 to 10."""

    text: str
    start: int
    end: int

    @property
    def digits(self) -> str:
        return self.text[self.start : self.end]

    @property
    def number(self) -> float:
        return float(self.digits.replace(",", ""))

    @property
    def decimals(self) -> int:
        return len(self.digits.partition(".")[2])

    def with_number(self, number: float, decimals: int | None = None) -> str:
        """Return the print with another number, as many decimals, thousands set off as they were."""
        places = self.decimals if decimals is None else decimals
        shown = f"{number:,.{places}f}" if "," in self.digits else f"{number:.{places}f}"
        return self.text[: self.start] + shown + self.text[self.end :]

    def with_words(self, words: str) -> str:
        return self.text[: self.start] + words + self.text[self.end :]


def printed(text: str) -> Printed | None:
    """Return the only number of the text, also one in a word ("six"); None where there is none or several."""
    found = list(_DIGITS.finditer(text))
    if len(found) == 1:
        return Printed(text, found[0].start(), found[0].end())
    number = next((n for n in range(100) if in_words(n) == text.casefold()), None) if not found else None
    return Printed(str(number), 0, len(str(number))) if number is not None else None


def in_words(n: int) -> str:
    """Return a number below 100 in words."""
    if n < 20:
        return _ONES[n]
    return _TENS[n // 10] + (f"-{_ONES[n % 10]}" if n % 10 else "")


def another(p: Printed, percent: bool) -> float:
    """Return a number that no rounding of this print can be, near enough to be a slip."""
    if percent or p.decimals:
        step = {0: 3.0, 1: 0.7}.get(p.decimals, 0.37)
        return p.number - step if p.number + step > 97 else p.number + step
    if p.number >= 1000:
        return p.number + 3 * 10 ** (len(str(int(p.number))) - 3)
    return p.number + max(1, round(p.number / 12))


def swapped(p: Printed) -> float | None:
    """Return the number with its last two digits swapped (65.43 for 65.34); None where that changes too little."""
    digits = p.digits.replace(",", "")
    if len(digits.replace(".", "")) < 3 or digits[-2:] == digits[-1] * 2 or "." in digits[-2:]:
        return None
    return float(digits[:-2] + digits[-1] + digits[-2])
