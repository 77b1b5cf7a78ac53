"""Where sentences end in raw text: at line breaks, but for text that is wrapped."""

from __future__ import annotations

import pytest

from pipeline.annotating.sentences import sentence_spans

WRAPPED = """\
CABINET KEEPS ITS MAJORITY
The Harbour Party of the former mayor won 34 seats in the new
Parliament after a count that took the whole night, Margaret
Hillman of the electoral commission said on Monday morning.
    The Meadow Party, which had ruled for some twenty years, is
Opposed to a recount and took no more than twelve of the seats
that it held before.
"""
LISTED = """\
Harbour Party, led by the former mayor, with 34 of the seats;
Meadow Party, which had ruled for twenty years, now with 12;
Union of Farmers and Fishers of the northern coast, with five;
Independents and small lists of the two islands, eight seats.
Green Alliance of the towns, which stood for the first time.
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            WRAPPED,
            ["CABINET KEEPS", "The Harbour Party", "The Meadow Party"],
        ),
        (LISTED, ["Harbour Party", "Meadow Party", "Union of", "Independents", "Green Alliance"]),
        ("Headline of an article\nFirst paragraph\nSecond paragraph", ["Headline", "First", "Second"]),
        ("The commission, which counted for three days, said it was\nsure of the result.", ["The commission"]),
        (
            "The Harbour Party took most of the new seats that were\n\nat stake in the north, and held the rest.\n\n"
            "The count goes on.",
            ["The Harbour", "The count"],
        ),
        ("Communists (KP)   10.3   22\nGreens 12 (9)", ["Communists (KP)   10.3   22", "Greens 12 (9)"]),
    ],
    ids=["wrapped throughout", "a list", "a line a paragraph", "one wrapped line", "double-spaced", "a table"],
)
def test_a_line_break_ends_a_sentence_but_where_text_is_wrapped(text: str, expected: list[str]) -> None:
    starts = [text.find("10.3")] if "10.3" in text else []  # where the model takes a figure for a sentence
    said = [text[start:end] for start, end in sentence_spans(text, starts)]
    assert [s[: len(e)] for s, e in zip(said, expected, strict=True)] == expected


def test_a_long_run_of_figures_is_looked_at_once() -> None:
    """ "Name 1,1,1,1 ...": a pattern that could part it in many ways would never come to an end."""
    text = "Name of a party 1" + ",1" * 400 + " x"
    assert sentence_spans(text, ()) == [(0, len(text))]
