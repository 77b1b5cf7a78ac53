"""Printing: styled on a terminal, plain in a pipe, and nothing from an article that could act on either."""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from rich.console import Console

MARK_OPEN, MARK_CLOSE = "[[", "]]"


def clean(text: str) -> str:
    """Return the text on one line with every control, format and unprintable character written out.

    An escape code, a right-to-left override or a zero-width space becomes "\\u001b" and the like: seen, not obeyed.
    """
    return "".join(_shown(character) for character in " ".join(text.split(" ")))


def _shown(character: str) -> str:
    if character in "\n\r\t\v\f\x85\u2028\u2029":
        return " "
    if unicodedata.category(character) in ("Cc", "Cf", "Cs", "Co", "Cn") and character != "\u00ad":
        code = ord(character)
        return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
    return character


class Printer:
    """Prints lines. Each piece of a line is cleaned, so that callers can pass what articles hold."""

    def __init__(self, stream: TextIO | None = None) -> None:
        """Print to `stream`, standard output where None."""
        self._stream = stream or sys.stdout
        self._console: Console | None = None
        if self._stream.isatty():
            from rich.console import Console

            self._console = Console(file=self._stream, highlight=False, markup=False, emoji=False)

    def line(self, text: str = "", *, style: str = "", indent: int = 0) -> None:
        """Print one line; `style` is rich's (bold, dim, red) and shows on a terminal only."""
        self.pieces([(text, style)], indent=indent)

    def pieces(self, pieces: Sequence[tuple[str, str]], *, indent: int = 0) -> None:
        """Print one line made of (text, style) pieces."""
        shown = [(clean(text), style) for text, style in pieces]
        if self._console is None:
            print(" " * indent + "".join(text for text, _ in shown), file=self._stream)
            return
        from rich.padding import Padding
        from rich.text import Text

        self._console.print(Padding(Text.assemble(*shown), (0, 0, 0, indent), expand=False))

    def sentence(self, sentence: str, start: int, end: int, *, indent: int = 0) -> None:
        """Print a sentence with the figure [start, end) marked; offsets are into the sentence."""
        marks = ("", "") if self._console is not None else (MARK_OPEN, MARK_CLOSE)
        before, figure, after = sentence[:start].lstrip(), sentence[start:end], sentence[end:].rstrip()
        self.pieces(
            [(f"“{before}", ""), (marks[0] + figure + marks[1], "bold reverse"), (f"{after}”", "")], indent=indent
        )


@contextmanager
def busy(words: str) -> Iterator[None]:
    """Show on a terminal that work goes on, with these words and the time it has taken; nothing in a pipe."""
    if not sys.stderr.isatty():
        yield
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}", markup=False), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as shown:
        shown.add_task(clean(words), total=None)
        yield
