"""What dates an article that bears no date: the same article with the words that tell its election, and without."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.configuring.configuration import Configuration, load
from pipeline.resolving.contests import resolve_contests
from tests.resolving.test_contests import read, short, told


@pytest.fixture(scope="module")
def config() -> Configuration:
    return load(Path(__file__).parents[2] / "configs")


# What tells it, the article with {} in its place (people in <>), the words, and the election with and without them.
TELLING = [
    (
        "from which something has settled",
        "U.S. mid-terms: what has changed\nMost of the dust has settled{} mid-term elections in the United States.\n"
        "<Donald Trump> said he was pleased. Turnout was [50 percent].",
        " from the 2018",
        "US 2018-11-06",
        "cannot be told",
    ),
    (
        "the day of a dateline",
        "{}Croatian President <Franjo Tudjman> has been re-elected, results of the presidential election show.\n"
        "Turnout was [57 percent] in Croatia.",
        "ZAGREB, June 16 (Argus) - ",
        "HR 1997-06-15",
        "cannot be told",
    ),
    (
        "who is in office abroad",
        "Brazil's presidential election was decided in Sunday's run-off.\nTurnout was [79 percent] in Brazil.\n"
        "<Jair Bolsonaro> watched the count at home.{}",
        " President <Trump> called.",
        "BR 2018-10-28 round 2",
        "cannot be told",
    ),
    (
        "a day of the first round",
        "Brazil's presidential election was decided in Sunday's run-off.\nTurnout was [79 percent] in Brazil.\n"
        "<Jair Bolsonaro> had come close to winning outright{}.",
        " on Oct. 7",
        "BR 2018-10-28 round 2",
        "cannot be told",
    ),
    (
        "a land in the headline",
        "{} Liberals win snap election\nCanada's prime minister <Stephen Harper> spoke to them.\n"
        "In Quebec turnout was [71 percent], up on 2012.",
        "Quebec",
        "CA 2014-04-07 Quebec",
        "CA 2015-10-19",
    ),
    (
        "whose title it was in one of his times in office",
        "Israel voted for a parliament on Sunday, in Israel's general election. <Ehud Barak> led Labor.\n"
        "{}<Benjamin Netanyahu> had fallen out with the White House.\nTurnout was [78 percent].",
        "Prime Minister ",
        "IL 1999-05-17",
        "cannot be told",
    ),
]


@pytest.mark.parametrize(("text", "words", "known", "unknown"), [t[1:] for t in TELLING], ids=[t[0] for t in TELLING])
def test_the_words_tell_the_election(text: str, words: str, known: str, unknown: str, config: Configuration) -> None:
    assert _contest(text.replace("{}", words), config) == known
    assert _contest(text.replace("{}", ""), config) == unknown


# Articles in which a word in passing tells nothing.
PASSING = [
    (
        "senators are named in passing",
        "Thailand's general election was won by the Move Forward party on Sunday.\n"
        "Turnout was [75 percent], up on 2019.\n"
        "<Prayut Chan-o-cha> is out of office, nine years after the coup that brought him there, so are "
        "the generals whom he had made ministers.\nThe young had come out in force, in the towns above all, and few of "
        "them had been asked before what they thought of the constitution that was written for them.\n"
        "The seats of the Senate were filled by the army.",
        "TH 2023-05-14 lower house",
    ),
    (
        "a party's leader spoke on the night of local elections",
        "Local elections: Tories lose councils in England\n<Theresa May> said that voters were unhappy.\n"
        "The Conservative leader spoke to Labour, too. Turnout in England's local elections was [35 percent] on 2 May.",
        "GB 2019-05-02",
    ),
    (
        "a country is not one of its lands",
        "Australia's election: Labor wins\nTurnout was [92 percent] in Australia.\n"
        "<Anthony Albanese> thanked the south.",
        "AU 2022-05-21",
    ),
]


@pytest.mark.parametrize(("text", "expected"), [p[1:] for p in PASSING], ids=[p[0] for p in PASSING])
def test_words_in_passing_tell_nothing(text: str, expected: str, config: Configuration) -> None:
    assert _contest(text, config) == expected


def _contest(text: str, config: Configuration) -> str:
    article, extraction = read(text.replace("<", "{").replace(">", "}"), config)
    table = resolve_contests([article], [extraction], config)
    return short(told(table, extraction.claims[0]))
