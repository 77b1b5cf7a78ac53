"""Results as broadcasters and their live pages word them, with whose they are; and what looks the same."""

from __future__ import annotations

import pytest

from pipeline.types import Claim
from tests.extracting.conftest import ClaimsOf

Claims = dict[str, tuple[Claim, ...]]

# What it is, its sentence, and of each claim the measure, the printed figure, its value, and whose it is ("" for none).
Told = tuple[str, str, list[tuple[str, str, float, str]]]
TOLD: list[Told] = [
    (
        "the list of an exit poll",
        "An exit poll for two channels in the election had the Harbour Party on 307, the Greens on 255 "
        "and the Liberal Party on 59.",
        [("seats", "307", 307, "Harbour Party"), ("seats", "255", 255, "Greens"), ("seats", "59", 59, "Liberal Party")],
    ),
    (
        "councillors defeated",
        "In the council elections the Harbour Party saw 45 of its councillors defeated.",
        [("seats_change", "45", -45, "Harbour Party")],
    ),
    (
        "an advance on the last result",
        "The Harbour Party has 306 seats after the election - an advance of 97 on the result last time.",
        [("seats_change", "97", 97, "Harbour Party")],
    ),
    (
        "many councillors gained",
        "The Harbour Party has lost 1,300 councillors in the local elections. The winners were the "
        "Greens, up 703, and nobody else.",
        [("seats_change", "703", 703, "Greens")],
    ),
    (
        "councillors down",
        "The Harbour Party has lost 1,300 councillors in the local elections. The Greens are down 82 and glum.",
        [("seats_change", "82", -82, "Greens")],
    ),
    (
        "gains made",
        "The Greens, who made six gains in the election, have 31 seats.",
        [("seats_change", "six", 6, "Greens")],
    ),
    (
        "losses suffered",
        "The Greens, who suffered nine losses in the election, have 31 seats.",
        [("seats_change", "nine", -9, "Greens")],
    ),
    (
        "votes that lay between two",
        "Just 40,586 votes lay between the two in the presidential run-off.",
        [("margin", "40,586", 40586, "")],
    ),
    (
        "his rival's votes",
        "Tom Brown and Ann Lee stood in the election. In the village Tom Brown took 19,566 votes and "
        "his opponent 12,035.",
        [("votes", "12,035", 12035, "Ann Lee")],
    ),
    (
        "those entitled",
        "The commission put turnout at 53.3 percent and the number of those entitled to vote at 3.4 million.",
        [("registered_voters", "3.4 million", 3400000.0, "")],
    ),
    (
        "a share without percent",
        "The Greens won half of the seats in the election on a share of the vote of about 37.",
        [("vote_share", "37", 37, "Greens")],
    ),
    (
        "a primary vote",
        "The Greens lost the election. The Harbour Party's primary vote was 38.5%, a fall of five points.",
        [("vote_share", "38.5%", 38.5, "Harbour Party")],
    ),
    (
        "an owner without a noun",
        "The Greens' vote in the election was 38.5 percent. The Harbour Party's was 43.5 percent.",
        [("vote_share", "43.5 percent", 43.5, "Harbour Party")],
    ),
    (
        "level on a share",
        "In the election the Harbour Party and the Greens were level on 31 percent of the vote.",
        [("vote_share", "31 percent", 31, "Harbour Party"), ("vote_share", "31 percent", 31, "Greens")],
    ),
    (
        "with which another won",
        "Ann Lee won 36.1% of the vote, rather less than the 41.9% with which Tom Brown won the election of 1992.",
        [("vote_share", "41.9%", 41.9, "Tom Brown")],
    ),
    (
        "a chamber cut from and to",
        "In the election the number of MLAs was cut this time from 108 to 90.",
        [("seats_total", "108", 108, ""), ("seats_total", "90", 90, "")],
    ),
    (
        "a share that opens with but",
        "The Greens led in the election. But their 28.4% was the worst result they have known.",
        [("vote_share", "28.4%", 28.4, "Greens")],
    ),
    (
        "risen to a share",
        "The election was on Sunday. Voters went to the polls in the election. The vote count is over. "
        "The Harbour Party, a critic of the treaty, rose to 8.6%.",
        [("vote_share", "8.6%", 8.6, "Harbour Party")],
    ),
    (
        "taken after surveys",
        "The Greens won 40 seats in the election. The Harbour Party had run second in the opinion polls "
        "all summer. It took 16 seats.",
        [("seats", "16", 16, "Harbour Party")],
    ),
    (
        "a result beside a survey's figure",
        "In the election the Harbour Party finished on 17.6%, well below the 24.8% in a Norvolt survey.",
        [("vote_share", "17.6%", 17.6, "Harbour Party")],
    ),
    (
        "behind an aside with a poll",
        "In the election Ann Lee, whose speeches had put her party on 34% in the polls, saw her "
        "parliamentary contingent shrink from 62 to 57.",
        [("seats", "62", 62, "Ann Lee"), ("seats", "57", 57, "Ann Lee")],
    ),
    (
        "so, behind a colon",
        "Had fewer people voted in the election, the left would have had no hope: the Greens crept in "
        "with 4.3% of the vote.",
        [("vote_share", "4.3%", 4.3, "Greens")],
    ),
    (
        "a table whose first row has the noun",
        "The council elections were held on Thursday. The Greens won the vote in the election.\n\nAt a "
        "glance\n- Harbour Party: 3,564 councillors\n- Liberal Party: 2,021\n- Greens: 265",
        [
            ("seats", "3,564", 3564, "Harbour Party"),
            ("seats", "2,021", 2021, "Liberal Party"),
            ("seats", "265", 265, "Greens"),
        ],
    ),
]

# The figure of each is no claim of the measure.
UNTOLD = [
    (
        "shares of an exit poll",
        "An exit poll in the election had the Harbour Party on 37, the Greens on 25 and the Liberal Party on 19.",
        "seats",
        "37",
    ),
    (
        "turnout down",
        "The Harbour Party has lost 1,300 councillors in the local elections. Turnout is down 12 on 2018.",
        "seats_change",
        "12",
    ),
    (
        "cars of its councillors",
        "In the council elections the Harbour Party saw 45 of its councillors arrive late.",
        "seats_change",
        "45",
    ),
    (
        "advances of money",
        "The Harbour Party has 306 seats after the election and an advance of 97 pounds.",
        "seats_change",
        "97",
    ),
    ("gains of others", "The Greens told of six gains in the election for the poor.", "seats_change", "six"),
    (
        "metres between two",
        "Some 40,586 metres lay between the two polling stations in the election.",
        "margin",
        "40,586",
    ),
    (
        "what was required",
        "The Greens gained 60 seats in the election, in excess of the 39 they required.",
        "seats",
        "39",
    ),
    (
        "whoever's turnout",
        "Turnout in the election was 61 percent. In the north it was 43.5 percent.",
        "vote_share",
        "43.5 percent",
    ),
    ("a share of 37 seats", "The Greens won a share of the vote of 37 seats in the election.", "vote_share", "37"),
    (
        "the number of a party's own members",
        "In the election the number of MLAs of the Greens was cut from 28 to 20.",
        "seats_total",
        "28",
    ),
    (
        "a poll behind the figure",
        "A Norvolt survey before the election had the Greens on 24.8%.",
        "vote_share",
        "24.8%",
    ),
    (
        "what a survey gives",
        "The opinion polls have the Greens in second place. They would take 16 seats in the election.",
        "seats",
        "16",
    ),
    (
        "unreal behind a colon",
        "Had fewer people voted in the election, the result would be clear: the Greens would have crept "
        "in with 4.3% of the vote.",
        "vote_share",
        "4.3%",
    ),
    (
        "prices that rose",
        "Wages in the port of the Harbour Party rose to 8.6% above the election year.",
        "vote_share",
        "8.6%",
    ),
    (
        "a table of staff",
        "At a glance before the election\n- Harbour Party: 35 drivers\n- Liberal Party: 20\n- Greens: 12",
        "seats",
        "20",
    ),
]


@pytest.fixture(scope="module")
def claims(claims_of: ClaimsOf) -> Claims:
    return claims_of(sorted({case[1] for case in TOLD} | {case[1] for case in UNTOLD}))


@pytest.mark.parametrize("case", TOLD, ids=[case[0] for case in TOLD])
def test_it_is_read(case: Told, claims: Claims) -> None:
    said = [(c.measure, c.quantity.text, c.quantity.value, c.subject_text or "") for c in claims[case[1]]]
    for measure, figure, value, whose in case[2]:
        found = [v for m, text, v, who in said if (m, text.split()[-1], who) == (measure, figure.split()[-1], whose)]
        assert found == [pytest.approx(value, abs=0.01)], said


@pytest.mark.parametrize(("why", "text", "measure", "figure"), UNTOLD, ids=[case[0] for case in UNTOLD])
def test_it_is_not_read(why: str, text: str, measure: str, figure: str, claims: Claims) -> None:
    said = [c.rule for c in claims[text] if c.measure == measure and figure in c.quantity.text]
    assert said == [], why
