"""Figures that reporters tell in passing beside a result: read as whose they are, or known for none of an election."""

from __future__ import annotations

import pytest

from pipeline.types import Claim
from tests.extracting.conftest import ClaimsOf

Claims = dict[str, tuple[Claim, ...]]

# The rule, its sentence, the measure, the printed figure, its value, and whose it is ("" for the contest's).
TOLD = [
    (
        "seats",
        "Exit polls put the Greens anywhere from 120 to 140 seats in the election.",
        "seats",
        "120 to 140",
        None,
        "Greens",
    ),
    (
        "percent-of-vote",
        "In the election for governor Ann Lee, a judge who was polling at 1 percent in August, won with almost 60 "
        "percent of the valid votes.",
        "vote_share",
        "60 percent",
        None,
        "Ann Lee",
    ),
    (
        "bare-after-sentence",
        "The Greens won 77 seats in the election. The Harbour Party, known for its broom and which some surveys had "
        "shown winning outright, ended up with 20.",
        "seats",
        "20",
        20,
        "Harbour Party",
    ),
    (
        "house-split",
        "The election was for one place. The result cuts the Harbour Party's edge in the Senate to 51-49.",
        "seats",
        "51",
        51,
        "Harbour Party",
    ),
    (
        "bare-after-sentence",
        "The Greens carried 91 of the 106 districts in the election. In the capital the party won only five of 18.",
        "areas_led",
        "five",
        5,
        "Greens",
    ),
    (
        "seats",
        "The Harbour Party came from nowhere to gain 15 seats in the election, while Labour lost two.",
        "seats",
        "15",
        15,
        "Harbour Party",
    ),
    (
        "name-percent",
        "Ann Lee, a banker who quit the Harbour government last year to found her own movement, came out on top in "
        "the first round of the presidential election with 24 percent.",
        "vote_share",
        "24 percent",
        24,
        "Ann Lee",
    ),
    (
        "percent-of-vote",
        "In 2002 Tom Ray shocked the country by knocking out the Harbour prime minister with 17 percent of the vote.",
        "vote_share",
        "17 percent",
        17,
        "Tom Ray",
    ),
    (
        "points-margin",
        "Brown was at 33 percent of the vote in the primary election. Mark Green had 23 percent of the vote and Ted "
        "Ray 21 percent. The margin over Green was about 10 points.",
        "margin",
        "10 points",
        10,
        "Brown",
    ),
    (
        "score-leaning",
        "Ann Lee beat Tom Brown in the election. White men went for Brown, 63% to 34%.",
        "vote_share",
        "63%",
        63,
        "Brown",
    ),
    (
        "score-seats",
        "With 40 seats at stake in the election, the Greens were ahead of the Harbour Party 17 to 13.",
        "seats",
        "13",
        13,
        "Harbour Party",
    ),
    (
        "bare-goes-on",
        "With 40 seats at stake in the election, the Greens were ahead of the Harbour Party 17 to 13, and in the north "
        "they also finished first, with 28.",
        "seats",
        "28",
        28,
        "Greens",
    ),
    (
        "points-by",
        "Ann Lee beat Tom Brown in the election. She took Madison County by 17 points.",
        "margin",
        "17 points",
        17,
        "Ann Lee",
    ),
    (
        "fraction-of-vote",
        "Bob Green, who teaches politics, said that Ann Lee's landslide in the election was a gift. "
        '"She has less than half the vote," he said.',
        "vote_share",
        "half",
        None,
        "Ann Lee",
    ),
    (
        "votes-out-of",
        "Ann Lee won the election. The difference of 20,715 votes, out of 1,312,000, was small.",
        "votes_cast",
        "1,312,000",
        1_312_000,
        "",
    ),
    ("people-standing", "Voters had 11 people to choose from in the election.", "candidates", "11", 11, ""),
    (
        "margin-votes-up",
        "Ann Lee had 15,400,000 votes in the election, about 300,000 ahead of former Interior Secretary Mark Ray.",
        "margin",
        "300,000",
        300_000,
        "Ann Lee",
    ),
    (
        "margin-up-by",
        "The vice presidential election was tight. Ann Lee, an ally of Brown, was up by 216,000 votes on Tuesday.",
        "margin",
        "216,000",
        216_000,
        "Ann Lee",
    ),
    (
        "bare-after-sentence",
        "The coalition won the election with 212 seats. Of its tally, 183 belong to the Harbour Party.",
        "seats",
        "183",
        183,
        "Harbour Party",
    ),
    (
        "number-more-than",
        "The Harbour Party ended up with 50 seats in the election, seven fewer than it went in with.",
        "seats_change",
        "seven",
        -7,
        "Harbour Party",
    ),
    (
        "partys-members",
        "The anti-migrant party had surged into parliament for the first time in the election, with 41 lawmakers.",
        "seats",
        "41",
        41,
        "anti-migrant party",
    ),
    (
        "bare-goes-on",
        "Brown won the primary election with 33 percent of the vote. Governor John Lee, who had moved on, also was "
        "around 8, and the surgeon Ben Black at 7.",
        "vote_share",
        "8",
        8,
        "John Lee",
    ),
    (
        "elect-members",
        "In the election they were choosing half of the 24-member Senate, and 290 members of the House.",
        "seats_total",
        "290",
        290,
        "",
    ),
    (
        "nobodys-majority",
        "No party has ever won an outright majority in the election - 61 seats - so Brown must find partners.",
        "seats_majority",
        "61",
        61,
        "",
    ),
    (
        "turnout-of-voters",
        "The election turnout, which Secretary Jane Ray had said would be low, reached 40% of registered voters.",
        "turnout",
        "40%",
        40,
        "",
    ),
]

# The text and the printed figure of which nothing is to be read.
NOTHING = [
    (
        "The Greens won the election. They would have to gain three more seats in two years to control the house.",
        "three",
    ),
    ("Ann Lee won the election. Polls in the last week had Lee up 6, and one had it tied at 45%.", "45%"),
    ("The Greens ran as one list in the election, because the threshold had been raised to 4 percent.", "4 percent"),
    ("Brown won 40 percent of the vote in the election. Under Lee the economy grew 5.1 percent a year.", "5.1 percent"),
    (
        "Brown won the election. Lutherans, who number perhaps 2 percent of the population, took part in vigils.",
        "2",
    ),
    ("Ann Lee won the election, her coalition securing a two-thirds “supermajority” in parliament.", "two-thirds"),
    ("The Greens won the election. They have three-quarters of the single-seat districts.", "three-quarters"),
    ("Four left-wing parties that had often quarrelled ran as the Unity List in the election.", "Four"),
    ("Brown, who had stumbled in the primary election, called it a three-man race.", "three"),
    ("The Greens won 50 seats in the election. That leaves them four behind the Harbour Party.", "four"),
    ("The Greens won 60 seats in the election. Backers of the pact say they are 20 votes short in the House.", "20"),
    ("In 1980, 40 percent of Islanders voted “yes” in a referendum on sovereignty.", "40 percent"),
    (
        "The Greens won 54 percent of the vote. Mass attendance, which was above 80 percent when Pope John Paul II "
        "drew a million people before the election, has dropped to around 35.",
        "35",
    ),
    ("In the election the party's vote was up by 21,000 votes on Tuesday.", "21,000"),
    ("The election was a blow to Ann Lee, who depends on the eight lawmakers of the small Harbour Party.", "eight"),
]

# The same words where they tell something else: the measure that is read for the figure.
ELSE = [
    (
        "The Greens won 5.1 percent of the vote in the election, down from 6 percent a year ago.",
        "6 percent",
        "vote_share",
    ),
    ("The Greens cleared the threshold in the election and won 4 percent of the vote.", "4 percent", "vote_share"),
    ("Ann Lee won 48.1 percent of the vote in an 18-candidate primary election.", "18", "candidates"),
    ("Twelve parties ran in the election.", "Twelve", "parties"),
    ("The Greens gained 15 seats in the election, while Labour lost two.", "15", "seats_change"),
    (
        "Forecasts in two newspapers, both of which had asked about 500 people, put Lee in front with 36 percent.",
        "36",
        "",
    ),
    ("The Greens fell from 253 to 200 seats in the election.", "200", "seats"),
    ("Ann Lee won the election. She got half the votes, said Tom Brown.", "half", "vote_share"),
]


@pytest.fixture(scope="module")
def claims(claims_of: ClaimsOf) -> Claims:
    return claims_of([text for _, text, *_ in TOLD] + [text for text, _ in NOTHING] + [text for text, *_ in ELSE])


@pytest.mark.parametrize("told", TOLD, ids=lambda told: told[1])
def test_a_figure_is_told(claims: Claims, told: tuple[str, str, str, str, float | None, str]) -> None:
    rule, text, measure, printed, value, subject = told
    found = [c for c in claims[text] if printed in c.quantity.text and c.measure == measure]
    assert len(found) == 1, [(c.measure, c.quantity.text, c.subject_text) for c in claims[text]]
    assert found[0].rule.partition("/")[0] == rule
    assert (found[0].subject_text or "") == subject
    assert value is None or found[0].quantity.value == value


@pytest.mark.parametrize(("text", "printed"), NOTHING)
def test_nothing_is_told(claims: Claims, text: str, printed: str) -> None:
    assert [c.measure for c in claims[text] if c.quantity.text.startswith(printed)] == []


@pytest.mark.parametrize(("text", "printed", "measure"), ELSE)
def test_something_else_is_told(claims: Claims, text: str, printed: str, measure: str) -> None:
    assert "".join(c.measure for c in claims[text] if c.quantity.text.startswith(printed)) == measure


# Which figures are of the year named: those in its insertion or clause of "that", not those of the main verb.
THEN = [
    ("The party that won 12 seats in the election of 2014 took 52 on Sunday.", {"12": "2014"}),
    ("The Harbour Party, the surprise of the 2013 election, dropped to 11 seats.", {}),
    (
        "The Greens, the surprise of the 2013 vote when they came from nowhere to win 19 seats, fell to 11.",
        {"19": "2013"},
    ),
    ("In the 2013 election the Harbour Party won 19 seats and the Greens 11.", {"19": "2013", "11": "2013"}),
    (
        "In the 2013 election the Harbour Party won 19 seats; in 2009, under Ann Lee, it had 29.",
        {"19": "2013", "29": "2009"},
    ),
    ("In the north, where the town hall burnt down in 2013, the Greens won 12 seats in the election.", {}),
]


@pytest.mark.parametrize(("text", "years"), THEN)
def test_a_year_reaches_no_further_than_its_clause(claims_of: ClaimsOf, text: str, years: dict[str, str]) -> None:
    seats = [c for c in claims_of([text])[text] if c.measure == "seats"]
    said = {c.quantity.text: cue.value for c in seats for cue in c.cues if cue.kind == "year"}
    assert seats
    assert said == years


def test_seats_held_when_an_election_was_called_are_of_the_one_before(claims_of: ClaimsOf) -> None:
    text = "The Greens held 31 seats when Ann Lee, the country's first woman premier, called the election."
    (claim,) = [c for c in claims_of([text])[text] if c.measure == "seats"]
    assert [cue.kind for cue in claim.cues if cue.kind == "previous"] == ["previous"]
