"""Slips of the pen inside one article, from the words to the flag."""

from __future__ import annotations

import pytest

from pipeline.types import Article
from tests.mutation.bench import Bench

LEAD = "RIGA, June 5 (XYZ) - Latvia's parliamentary election on Saturday changed the chamber.\n\n"

# What it is, the text behind the lead, and the kinds of conflict with the figures of both sides.
SLIPS = [
    (
        "one name twice, with two figures",
        "Harmony won 23 seats and Harmony 16 in the election.",
        [("value", "16", "23")],
    ),
    ("two names", "Harmony won 23 seats and Unity 16 in the election.", []),
    ("one name twice, with one figure", "Harmony won 23 seats in the election, yes, Harmony 23.", []),
    ("two figures, and one name", "Harmony won 23 seats, 16 of them in the capital, in the election.", []),
    ("another year", "Harmony won 23 seats in the election and Harmony 16 in 2014.", []),
]


@pytest.mark.parametrize(("what", "text", "wanted"), SLIPS, ids=[what for what, *_ in SLIPS])
def test_a_slip(what: str, text: str, wanted: list[tuple[str, str, str]], bench: Bench) -> None:
    article = Article("a_slip", "slip.txt", LEAD + text, published="2018-10-07")
    _, reconciled = bench.reconcile(list(zip([article], bench.extract([article]), strict=True)))
    assert [(c.kind, *sorted((c.value_a, c.value_b))) for c in reconciled.conflicts] == wanted, what
