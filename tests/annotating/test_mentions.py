"""Where names begin and end in text, and what they name: a sentence a line, with the mention that it must hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.annotating.annotate import Annotator
from pipeline.configuring.configuration import load
from pipeline.types import Article, Mention

# Why, the text, a mention of it and its kind.
MENTIONS = [
    (
        "a shade before a colour",
        "In the election 12 seats went to the Liberal Socialists.",
        "Liberal Socialists",
        "party",
    ),
    ("a small particle inside a name", "In the election Lee beat Jose dos Santos.", "Jose dos Santos", "person"),
    ("no particle but a verb", "What did Helmut Kohl do Sunday? He lost the election.", "Helmut Kohl", "person"),
    (
        "a given name with a hyphen, cut behind it by the recogniser",
        "Lin Yang-kang got 15 percent of the vote in the election and Chen Li-an 10 percent.",
        "Chen Li-an",
        "person",
    ),
    (
        "a school that somebody went to",
        "Hugo Chavez won the election with 56 percent, with 39 percent for Yale-educated businessman Henrique Salas.",
        "Henrique Salas",
        "person",
    ),
    (
        "the surname of somebody named in full, though a city bears it too",
        "Neil Hamilton lost his seat in the election. Hamilton had held it since 1983.",
        "Hamilton",
        "person",
    ),
    (
        "a city where somebody bears its name",
        "Neil Hamilton lost his seat in the election. He was born in Hamilton.",
        "Hamilton",
        "place",
    ),
    (
        "a party behind a dateline",
        "DUBLIN - With 160 seats filled, Fianna Fail led the election.",
        "Fianna Fail",
        "party",
    ),
    (
        "a party by its acronym, where a city tells the country",
        "HAMBURG - After the state election the SPD is in front.",
        "SPD",
        "party",
    ),
    (
        "a house whose name has an owner, no party",
        "In the election it took 62 seats; it held 15 in the outgoing People's Assembly.",
        "People's Assembly",
        "body",
    ),
    (
        "a house that begins like a party's short name",
        "The National People's Assembly has 380 seats after the election.",
        "National People's Assembly",
        "body",
    ),
    (
        "a party whose name has an owner",
        "In the election the People's Alliance took 62 seats.",
        "People's Alliance",
        "party",
    ),
    (
        "the surname alone of an office holder whom the recogniser misses",
        "Jean-Marie Le Pen beat Lionel Jospin in the election. In the first round Chirac won 19.8 and Le Pen 16.9.",
        "Le Pen",
        "person",
    ),
    (
        "a house that the recogniser takes for a person",
        "In the election the Greens won 25 of the 28 Lok Sabha seats from the state.",
        "Lok Sabha",
        "body",
    ),
]


@pytest.fixture(scope="module")
def mentions() -> dict[str, tuple[Mention, ...]]:
    annotator = Annotator(None, load(Path(__file__).resolve().parents[2] / "configs"))
    docs = annotator.annotate([Article(f"a{n}", f"a{n}.txt", text) for n, (_, text, _, _) in enumerate(MENTIONS)])
    return {doc.article.text: doc.mentions for doc in docs}


@pytest.mark.parametrize(("why", "text", "name", "kind"), MENTIONS, ids=[why for why, *_ in MENTIONS])
def test_a_mention(why: str, text: str, name: str, kind: str, mentions: dict[str, tuple[Mention, ...]]) -> None:
    found = [(m.text, m.kind) for m in mentions[text]]
    assert (name, kind) in found, why


def test_a_dateline_is_no_part_of_a_name(mentions: dict[str, tuple[Mention, ...]]) -> None:
    text = next(text for _, text, _, _ in MENTIONS if text.startswith("DUBLIN"))
    assert not any(" - " in m.text for m in mentions[text])


def test_a_school_is_no_contestant(mentions: dict[str, tuple[Mention, ...]]) -> None:
    text = next(text for _, text, _, _ in MENTIONS if "Yale" in text)
    assert not any(m.text == "Yale" and m.kind in ("party", "person") for m in mentions[text])
