"""The questions of the README as they are run: what is printed for each block of code."""

from __future__ import annotations

import contextlib
import io
import re
from pathlib import Path
from typing import Any

README = Path(__file__).resolve().parents[2] / "README.md"
HEADINGS = ("Three questions, in pandas and in SQL", "In a spaCy pipeline")
_BLOCK = re.compile(r"(?:^    .*\n|^\n(?=    ))+", re.M)


def section(title: str, text: str) -> str:
    """Return the text under a heading, up to the next one."""
    _, found, rest = text.partition(f"\n## {title}\n")
    assert found, f"there is no heading {title!r}"
    return rest.split("\n## ")[0]


def blocks(text: str) -> list[str]:
    """Return the indented blocks of a section, their indent taken off."""
    found = [re.sub(r"^    ", "", block, flags=re.M).strip("\n") for block in _BLOCK.findall(text)]
    return [block for block in found if block.strip()]


def printed(code: str, names: dict[str, Any], outputs: Path) -> str:
    """Run a block with the tables of `outputs` and return what it prints."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(code.replace("outputs/", f"{outputs}/"), names)
    return out.getvalue().rstrip("\n")
