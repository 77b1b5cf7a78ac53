"""Cells of a spreadsheet: no text of an article may act as a formula there."""

from __future__ import annotations

import re

# What a spreadsheet takes for the beginning of a formula, also after blanks and in full width.
_FORMULA = re.compile(r"[\s\x00-\x20]*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n]")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]|[\ud800-\udfff]")
BETWEEN = " | "


def safe_cell(value: object) -> object:
    """Return the value as a spreadsheet cell: a text that would act as a formula gets a ' before it; numbers stay."""
    if isinstance(value, list):
        value = BETWEEN.join(str(item) for item in value)
    if not isinstance(value, str):
        return value
    # Nearly every cell is printable and begins with a letter or digit; to see that is much cheaper than the patterns.
    text = value if value.isprintable() else _CONTROL.sub("\ufffd", value)
    if text[:1].isalnum():
        return text
    return f"'{text}" if _FORMULA.match(text) else text
