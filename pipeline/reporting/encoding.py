"""Data for a script element: JSON in which nothing can end the element or break a line of script."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

# "</script>" and "<!--" would end or change the element; U+2028 and U+2029 end a line in older readers.
_WRITTEN_OUT = {c: f"\\u{ord(c):04x}" for c in "<>&\u2028\u2029\u007f\ufeff"}

_PIECE = 10_000  # items of a list that are turned into text at a time


def script_json(data: Any) -> str:
    """Return JSON that may stand inside a script element as it is; not-a-number and infinity become null.

    A lone surrogate, which has no UTF-8 form, becomes a question mark.
    """
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False, default=list)
    for character, written in _WRITTEN_OUT.items():  # seven looks through the text are 15 times faster than translate
        text = text.replace(character, written)
    return text.encode("utf-8", "replace").decode("utf-8")


def script_pieces(data: Any) -> Iterator[str]:
    """Yield the same text as `script_json` piece by piece: that of many articles as one would take it several times."""
    if isinstance(data, dict):
        yield from _joined("{", ((f"{script_json(key)}:", script_pieces(value)) for key, value in data.items()), "}")
    elif isinstance(data, list) and len(data) > _PIECE:
        parts = (data[at : at + _PIECE] for at in range(0, len(data), _PIECE))
        yield from _joined("[", (("", iter((script_json(part)[1:-1],))) for part in parts), "]")
    else:
        yield script_json(data)


def _joined(opens: str, parts: Iterable[tuple[str, Iterator[str]]], closes: str) -> Iterator[str]:
    yield opens
    for number, (head, pieces) in enumerate(parts):
        yield f",{head}" if number else head
        yield from pieces
    yield closes


def coded(values: Iterable[str | None]) -> dict[str, list[Any]]:
    """Return a column of texts as its different words, in order of appearance, and a code a row (-1 is null)."""
    codes: dict[str, int] = {}
    rows = [-1 if value is None else codes.setdefault(value, len(codes)) for value in values]
    return {"words": list(codes), "codes": rows}


def numbers(values: Iterable[float | None]) -> list[float | int | None]:
    """Return figures as JSON has them: whole ones without a decimal point, what is not finite as null."""
    return [_number(value) for value in values]


def _number(value: float | None) -> float | int | None:
    if value is None or not math.isfinite(value):
        return None
    return int(value) if float(value).is_integer() else round(value, 6)


def positions(ids: Sequence[str | None]) -> dict[str, int]:
    """Return the row of each id; of an id that stands twice, the first."""
    found: dict[str, int] = {}
    for row, name in enumerate(ids):
        if name is not None:
            found.setdefault(name, row)
    return found


def rows_of(ids: Iterable[str], known: dict[str, int]) -> list[int]:
    """Return the rows of these ids; one that is not in the tables is left out."""
    return [known[name] for name in ids if name in known]
