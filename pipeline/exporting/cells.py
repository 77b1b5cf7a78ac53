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
    text = _CONTROL.sub("\ufffd", value)
    return f"'{text}" if _FORMULA.match(text) else text
