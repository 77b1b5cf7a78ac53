"""Wire reporters' wordings: what opens with an age, a clause between a name and its verb, tables of named columns."""

from __future__ import annotations

import pytest

from pipeline.types import Claim
from tests.extracting.conftest import ClaimsOf

Claims = dict[str, tuple[Claim, ...]]

# The rule, its sentence, the measure, the printed figure, its value, and whose it is ("" for the contest's).
TOLD = [
    ("seats", "The Greens won 14 constituency seats in Sunday's election.", "seats", "14", 14, "Greens"),
    (
        "number-voted",
        "The election saw a turnout of 31.4 percent, with 2,118,450 casting ballots.",
        "votes_cast",
        "2,118,450",
        2_118_450,
        "",
    ),
    (
        "gain-told",
        "With all ballots of the election counted, the Greens had added six seats for a total of 41.",
        "seats_change",
        "six",
        6,
        "Greens",
    ),
    (
        "brought-to",
        "The Greens won nine run-offs in the election, bringing to 58 their strength in the 120-seat house.",
        "seats",
        "58",
        58,
        "Greens",
    ),
    (
        "house-seats",
        "In Paleno the Greens swept the election, winning 21 of the territory's 26 seats.",
        "seats_total",
        "26",
        26,
        "",
    ),
    (
        "needs-support",
        "The Greens won the election. The prime minister would need the support of at least 108 members.",
        "seats_majority",
        "108",
        108,
        "",
    ),
    (
        "needs-support",
        "After the election the Greens will form a government if they obtain 88 seats, he said.",
        "seats_majority",
        "88",
        88,
        "",
    ),
    (
        "voters-among",
        "Some 2.9 million Lorians were registered for the election, 1.4 million of them women.",
        "registered_voters",
        "1.4 million",
        1_400_000,
        "",
    ),
    (
        "voters-among",
        "Some three million people were entitled to vote in the election, among them 240,000 living abroad.",
        "registered_voters",
        "240,000",
        240_000,
        "",
    ),
    (
        "names-on-rolls",
        "The group said turnout in the election was under 55 percent of the 3.7 million names on a register.",
        "registered_voters",
        "3.7 million",
        3_700_000,
        "",
    ),
    (
        "parties-standing",
        "In all 1,140 candidates ran in the election. A total of 17 parties put up lists.",
        "parties",
        "17",
        17,
        "",
    ),
    (
        "results-of-areas",
        "The election is over. Provisional results of two western provinces have been released.",
        "areas_reporting",
        "two",
        2,
        "",
    ),
    (
        "results-of-areas",
        "Of the 212 constituencies whose results have been certified, the Greens won in 97 in the election.",
        "areas_reporting",
        "212",
        212,
        "",
    ),
    (
        "partisans",
        "In the election the Greens got 31 seats, while the rest were shared by smaller parties and one independent.",
        "seats",
        "one",
        1,
        "independent",
    ),
    (
        "members-won",
        "The Harbour Party, which has 22 members sitting as independents in the current parliament, fields 140 in the "
        "election.",
        "seats",
        "22",
        22,
        "Harbour Party",
    ),
    (
        "margin-more-than",
        "Lee, 58, took 171 votes in the run-off of the presidential election, 45 more than the minister Tom Brown.",
        "margin",
        "45",
        45,
        "Lee",
    ),
    # whose: over a clause, a rival's description, brackets, a trade
    (
        "seats-of-the-seats",
        "Minister Tomas Benda told a news conference that the National Harbour Rally (NHR), set up only last "
        "spring, had won 615 of the 1,140 municipal seats in the local election.",
        "seats",
        "615",
        615,
        "National Harbour Rally",
    ),
    (
        "name-percent",
        "The Harbour League came third in the city in the election behind the right, with 14 percent.",
        "vote_share",
        "14 percent",
        14,
        "Harbour League",
    ),
    (
        "percent-of-vote",
        "The Greens came second in the election behind the ruling Harbour Party, with 24 percent of the vote.",
        "vote_share",
        "24 percent",
        24,
        "Greens",
    ),
    (
        "name-percent",
        "The Greens scored 47 percent in the election, with the Harbour Party (HP) of the former communists at "
        "19 percent.",
        "vote_share",
        "19 percent",
        19,
        "Harbour Party",
    ),
    (
        "bare-goes-on",
        "Brown won the election with 58.3 percent of the vote. His left-wing challenger, the former football club "
        "official Paul Borg, got 41.7.",
        "vote_share",
        "41.7",
        41.7,
        "Paul Borg",
    ),
    (
        "score-alone",
        "The coup was followed by a new constitution, approved in a referendum last year by 78 percent.",
        "vote_share",
        "78 percent",
        78,
        "new constitution",
    ),
]

# What looks the same and is not: the sentence, and the figures of which nothing is read.
UNTOLD = [
    ("Lee, 58, took 171 votes in the second round of the election.", ("58",)),
    ("Ann Lee won the election with 5,400 votes. Lee, 44, who stands trial in May, thanked them.", ("44",)),
    ("The Greens won the election. The bill needs the support of 90 deputies.", ("90",)),
    ("The Greens won the election. They need the support of 60 members of the Harbour Party.", ("60",)),
    ("After the election a motion against the president needs the support of 90 members.", ("90",)),
    ("The Greens will not form a government after the election if they win 45 seats.", ("45",)),
    ("After the election the Greens cannot form a government if they win only 30 seats.", ("30",)),
    ("The Greens would have had a majority in the election if they had won 30 more seats.", ("30",)),
    (
        "The Greens won 40 seats in the election. Ten seats went to the Reds, and four independents protested.",
        ("four",),
    ),
    ("In the election the Greens got 42 seats. Awards went to singers and two independents.", ("two",)),
    ("Some 3,000 observers watched the election, 400 of them foreigners.", ("400",)),
    ("The petition against the election drew 2,300 names on a list.", ("2,300",)),
    ("Ann Lee won 40 votes in the election, 7 more than in 2001.", ("7",)),
    ("The Greens led the election in six provinces. Results of three provinces may have been published.", ("three",)),
    ("The president, elected last year by 85 percent, praised the election.", ("85 percent",)),
    ("The Greens lead in the election, but complaints over half of the constituencies are pending.", ("half",)),
    ("The Harbour Party has 22 members sitting on the committee that reviews the election.", ("22",)),
]


@pytest.fixture(scope="module")
def claims(claims_of: ClaimsOf) -> Claims:
    return claims_of([text for _, text, *_ in TOLD] + [text for text, _ in UNTOLD])


@pytest.mark.parametrize("told", TOLD, ids=[f"{r}:{t[:30]}" for r, t, *_ in TOLD])
def test_told(told: tuple[str, str, str, str, float, str], claims: Claims) -> None:
    rule, text, measure, printed, value, subject = told
    found = [c for c in claims[text] if c.quantity.text == printed and c.measure == measure]
    assert [c.quantity.value for c in found] == [value]
    assert found[0].rule.split("/")[0] == rule
    assert (found[0].subject_text or "") == subject


@pytest.mark.parametrize(("text", "printed"), UNTOLD, ids=[text[-30:] for text, _ in UNTOLD])
def test_untold(text: str, printed: tuple[str, ...], claims: Claims) -> None:
    assert not [c for c in claims[text] if c.quantity.text in printed]


HEAD = "Results of Sunday's election. Figures in brackets are seats held in the old parliament.\n\n"


def test_a_line_of_column_names_tells_what_each_figure_counts(claims_of: ClaimsOf) -> None:
    text = HEAD + "PARTY   PCT   LIST  DISTRICT  TOTAL\nHarbour Party 28.12  21  19  40  (33)\nGreens 12.40 9 4 13 (6)"
    told = claims_of([text])[text]
    assert [(c.measure, c.subject_text, c.quantity.value, c.scope_text) for c in told[:5]] == [
        ("vote_share", "Harbour Party", 28.12, None),
        ("seats", "Harbour Party", 21, "LIST"),
        ("seats", "Harbour Party", 19, "DISTRICT"),
        ("seats", "Harbour Party", 40, None),
        ("seats", "Harbour Party", 33, None),
    ]
    assert [cue.kind for cue in told[4].cues] == ["previous"]


def test_columns_that_no_election_has_are_no_table(claims_of: ClaimsOf) -> None:
    text = "Football after the election.\n\nTEAM  HOME  AWAY  TOTAL\nGreens 3 2 5\nReds 4 5 9"
    assert not claims_of([text])[text]


def test_what_a_change_is_held_against_does_not_date_the_next_party(claims_of: ClaimsOf) -> None:
    text = "The Greens got 27.5 pct in the election, down 1.8 points on five years ago, the Reds 20.4."
    share = next(c for c in claims_of([text])[text] if c.quantity.value == 20.4)
    assert not any(cue.kind == "years_ago" for cue in share.cues)
