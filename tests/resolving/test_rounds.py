"""Which ballot of a chamber or a college a figure is of: its own words, a heading's, or the lead's."""

from __future__ import annotations

import pytest

from pipeline.configuring.configuration import Configuration
from pipeline.resolving.contests import resolve_contests
from tests.resolving.test_contests import read, told

LEAD = "TALLINN: Estonia's parliament failed to elect a president in the second round of voting on Tuesday.\n"
PLAIN = "TALLINN: Estonia's parliament failed again to elect a president on Tuesday.\n"

ROUNDS: list[tuple[str, list[int | None]]] = [
    # the lead's
    (LEAD + "Lee got [49] votes and Brown [34].", [2, 2]),
    (LEAD.replace("round of voting", "ballot") + "Lee got [49] votes.", [2]),
    (LEAD.replace("second", "third") + "Lee got [49] votes.", [3]),
    (PLAIN + "Lee got [49] votes.", [None]),
    ("TALLINN: Estonia's parliament will hold a second round on Wednesday.\nLee got [49] votes.", [1]),
    # another's, or none that can be told
    (LEAD + "Lee got [49] votes, against [45] in the first round.", [2, 1]),
    (LEAD + "He had won [45] votes on Monday.", [None]),
    (LEAD + "He had won [45] votes in an earlier vote.", [None]),
    (LEAD + "In both rounds before Lee had [45] votes.", [None]),
    (
        "TALLINN: Estonia's presidential vote gave Lee 45 in the first round, 49 in the second.\nBrown had [34].",
        [None],
    ),
    (
        "TALLINN: Estonia's presidential race is Lee's to lose after a victory in the first round.\nBrown had [34].",
        [None],
    ),
    # a heading's
    (PLAIN + "Results of second round voting:\nLennart Lee [49]\nArnold Brown [34]", [2, 2]),
    (PLAIN + "Second ballot:\nLee [49]\nBrown [34]\nThird ballot:\nLee [52]\nBrown [32]", [2, 2, 3, 3]),
    (PLAIN + "Second round results\nLee [49]\nBrown [34]", [2, 2]),
    (PLAIN + "This is how the deputies voted in the second round:\nLee [49]\nBrown [34]", [2, 2]),
    (LEAD + "Results of the first ballot:\nLee [45]\nBrown [34]", [1, 1]),
    (PLAIN + "Results of the first and the second round:\nLee [45]", [None]),
    (PLAIN + "Second ballot:\nLee [49]\nIt was a long day.\nBrown [34]", [2, None]),
    (PLAIN + "Second ballot:\nLee [49]\nParties in the chamber:\nGreens [34]", [2, None]),
]


@pytest.mark.parametrize(("marked", "rounds"), ROUNDS)
def test_the_ballot_of_each_figure(config: Configuration, marked: str, rounds: list[int | None]) -> None:
    article, extraction = read(marked, config, measure="votes", published="1996-08-27")
    table = resolve_contests([article], [extraction], config)
    found = [told(table, claim) for claim in extraction.claims]
    assert [contest and (contest.country, contest.kind) for contest in found] == [("EE", "presidential")] * len(rounds)
    assert [contest.round for contest in found if contest] == rounds


def test_a_heading_tells_the_round_of_a_popular_vote(config: Configuration) -> None:
    marked = (
        "PARIS: Jacques Chirac won the second round of France's presidential election.\n"
        "First round results:\nJacques Chirac [19.88 percent]\nJean-Marie Le Pen [16.86 percent]"
    )
    article, extraction = read(marked, config, measure="vote_share", published="2002-05-06")
    table = resolve_contests([article], [extraction], config)
    assert [contest.round for claim in extraction.claims if (contest := told(table, claim))] == [1, 1]
