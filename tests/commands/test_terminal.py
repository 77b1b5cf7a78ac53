"""What is printed: nothing of an article acts on the terminal, and a figure is marked where it stands."""

from __future__ import annotations

import io
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.commands.terminal import Printer, busy, clean
from pipeline.commands.wording import number, plural


class Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Pear List", "Pear List"),
        ("“Zoë’s” — 44.5 %", "“Zoë’s” — 44.5 %"),
        ("two\nlines\tand\r\nmore", "two lines and  more"),
        ("\x1b[2J", "\\u001b[2J"),
        ("a\u202eb\u200bc\ufeffd", "a\\u202eb\\u200bc\\ufeffd"),
        ("\x9b31m", "\\u009b31m"),
        ("\ud800", "\\ud800"),
        ("\U000e0041", "\\U000e0041"),
        ("أحمد", "أحمد"),
    ],
)
def test_controls_are_written_out(text: str, shown: str) -> None:
    assert clean(text) == shown


@given(st.text(st.characters()))
def test_nothing_printed_can_act(text: str) -> None:
    shown = clean(text)
    shown.encode("utf-8")
    assert not {unicodedata.category(c) for c in shown.replace("\u00ad", "")} & {"Cc", "Cf", "Cs", "Zl", "Zp"}


@given(st.text(st.characters(), max_size=30), st.integers(0, 30), st.integers(0, 30))
def test_a_terminal_gets_no_escape_of_an_article(text: str, start: int, end: int) -> None:
    screen = Screen()
    Printer(screen).sentence(text, min(start, end), max(start, end))
    plain = screen.getvalue().replace("\x1b[1;7m", "").replace("\x1b[0m", "")
    assert "\x1b" not in plain


def test_a_figure_is_marked_in_a_pipe() -> None:
    pipe = io.StringIO()
    Printer(pipe).sentence("  Iraq has 18 provinces.\n", 11, 13, indent=2)
    assert pipe.getvalue() == "  “Iraq has [[18]] provinces.”\n"


def test_brackets_of_an_article_are_no_markup_on_a_terminal() -> None:
    screen = Screen()
    Printer(screen).line("[bold]Pear[/bold] :smile: List")
    assert "[bold]Pear[/bold] :smile: List" in screen.getvalue()


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (18.0, "18"),
        (44.52, "44.52"),
        (44.525000000000006, "44.525"),
        (7744.0, "7744"),
        (1_200_000.0, "1,200,000"),
        (-3.0, "-3"),
        (0.5, "0.5"),
        (None, "open"),
        (float("inf"), "inf"),
    ],
)
def test_figures_are_shown_without_needless_digits(value: float | None, shown: str) -> None:
    assert number(value) == shown


def test_plurals() -> None:
    assert [plural(n, "claim") for n in (0, 1, 2, 1200)] == ["0 claims", "1 claim", "2 claims", "1,200 claims"]
    assert plural(2, "entity", "entities") == "2 entities"


@pytest.mark.parametrize(("stream", "told"), [(io.StringIO, False), (Screen, True)])
def test_long_work_is_told_on_a_terminal_and_not_in_a_pipe(
    monkeypatch: pytest.MonkeyPatch, stream: type[io.StringIO], told: bool
) -> None:
    monkeypatch.setattr(sys, "stderr", stream())
    with busy("writing [bold]there[/bold]"):
        pass
    assert ("writing [bold]there[/bold]" in sys.stderr.getvalue()) is told  # type: ignore[attr-defined]
    assert bool(sys.stderr.getvalue()) is told  # type: ignore[attr-defined]
