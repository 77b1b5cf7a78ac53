"""Whose a figure is where the text before has told of two who may be meant."""

from __future__ import annotations

import pytest

from pipeline.types import Claim
from tests.extracting.conftest import ClaimsOf

Claims = dict[str, tuple[Claim, ...]]

# The text, the measure, the printed figure, and whose it is.
MEANT = [
    (
        "The Greens won 40 seats in the vote. Talks with the Reds began. They took 49 seats to the Reds' 34 in 2010.",
        "seats",
        "49",
        "Greens",
    ),
    (
        "Ann Lee won the election. She defeated Eric Brown of the ruling Harbour Party, taking 56 percent to his 31.",
        "vote_share",
        "31",
        "Eric Brown",
    ),
    (
        "Tom Field, a veteran, unseated the nationalist Ivo Vann in the vote, taking 52 percent to his rival's 36.",
        "vote_share",
        "36",
        "Ivo Vann",
    ),
    (
        "The Greens won 12 percent. Compared with the last vote, when it polled 49.5 percent, the Meadow Party lost.",
        "vote_share",
        "49.5 percent",
        "Meadow Party",
    ),
    (
        "In the election Brown had 38 percent, Field 30 and Ann Lee, in third place by a hair, 29.",
        "vote_share",
        "29",
        "Ann Lee",
    ),
    (
        "The conservatives won the election, although the Meadow Party will send seven members to parliament.",
        "seats",
        "seven",
        "Meadow Party",
    ),
    (
        "Jair Brandt took 46 percent of the vote in the election. Fernando Hald had 29 percent. The former army "
        "captain won 60 percent in Sao Miguel.",
        "vote_share",
        "60 percent",
        "former army captain",
    ),
    (
        "Ann Lee thanked voters after the election. The former banker won 60 percent.",
        "vote_share",
        "60 percent",
        "Ann Lee",
    ),
    (
        "Musa Wada lost the election. Ann Lee told supporters to stay calm. The businesswoman had 2,810,777 votes "
        "against 1,814,201 for Mr Wada.",
        "votes",
        "2,810,777",
        "Ann Lee",
    ),
    (
        "The Meadow Party won 149 seats in the election. The Orange Front's 13 deputies give it 162 seats.",
        "seats",
        "162",
        "Meadow Party",
    ),
    (
        "The Meadow Party won 149 seats in the election. The Orange Front's 13 deputies give it 162 seats.",
        "seats",
        "13",
        "Orange Front",
    ),
    (
        "The alliance won 113 seats in the election. Four independents have since joined the alliance, bringing it "
        "to 117 seats.",
        "seats",
        "117",
        "alliance",
    ),
    ("The Orange Front gained the north in the election, which gives it five MPs.", "seats", "five", "Orange Front"),
    (
        "Helen Lee beat Tom Ray in the election. Ray conceded to Helen Lee. Mr Ray thanked Mrs Lee. In 1992 John Lee "
        "won 43 percent of the vote to his opponent's 37 percent.",
        "vote_share",
        "37 percent",
        "his opponent",
    ),
    (
        "The red bloc, which groups the Labor Party, the Socialist Left and the Center Party, secured 87 seats in the "
        "election.",
        "seats",
        "87",
        "red bloc",
    ),
    (
        "The Labor Party won 45 percent of the vote, better than the 40 percent that Gov. Tom Lee won four years ago.",
        "vote_share",
        "40 percent",
        "Tom Lee",
    ),
    (
        "Supporters of the former rebel leader, who polled 12 percent in the presidential election, burned tyres.",
        "vote_share",
        "12 percent",
        "former rebel leader",
    ),
    (
        "Paul Lee won 92 percent in the election. John Green was robbed of victory in the election of 1992, when he "
        "had 35.9 percent to 39.9 for the incumbent.",
        "vote_share",
        "35.9 percent",
        "John Green",
    ),
    (
        "Labour held a lead of four seats over the Tories, 226 to 222, in the election.",
        "seats",
        "226",
        "Labour",
    ),
    (
        "Labour held a lead of four seats over the Tories, 226 to 222, in the election.",
        "seats",
        "222",
        "Tories",
    ),
    (
        "Peter Robson, the Harbour leader, lost his seat to the Greens' Ann Lee by 1,533 votes in the election.",
        "margin",
        "1,533",
        "Ann Lee",
    ),
    (
        "The Tories had a net loss of 121 councillors in the local elections, the Lib Dems of 132.",
        "seats_change",
        "132",
        "Lib Dems",
    ),
    (
        "After first preferences in the mayoral election Johnson led with 43.2% to Livingstone's 37%.",
        "vote_share",
        "37%",
        "Livingstone",
    ),
    (
        "Enda Lenihan topped the poll in Mayo with 17,472 first preference votes in the election.",
        "votes",
        "17,472",
        "Enda Lenihan",
    ),
    ("In the referendum it was 45.13 Yes and 54.87 No.", "vote_share", "45.13", "Yes"),
]


# The text, the measure and the printed figure that it does not have.
NONE = [
    (
        "After 3,548,477 votes had been counted, or 57 percent of ballots in the election, the Greens led.",
        "vote_share",
        "57 percent",
    ),
    ("In the local elections Labour gained 15 councils and lost none.", "areas_led", "15"),
    ("The Meadow Party, on 76 seats, will need the Greens' 37 to form a government.", "seats_majority", "37"),
    ("The governor, who held 106 town halls in the state, came second in the election.", "areas_led", "106"),
]


@pytest.fixture(scope="module")
def claims(claims_of: ClaimsOf) -> Claims:
    return claims_of(sorted({text for text, *_ in (*MEANT, *NONE)}))


@pytest.mark.parametrize(("text", "measure", "figure", "whose"), MEANT, ids=[f"{w}: {f}" for _, _, f, w in MEANT])
def test_the_right_one_of_the_two_is_meant(text: str, measure: str, figure: str, whose: str, claims: Claims) -> None:
    told = [c.subject_text for c in claims[text] if c.measure == measure and c.quantity and c.quantity.text == figure]
    assert told == [whose]


@pytest.mark.parametrize(("text", "measure", "figure"), NONE, ids=[f"{f}: {t}" for t, _, f in NONE])
def test_it_is_no_ones(text: str, measure: str, figure: str, claims: Claims) -> None:
    assert (measure, figure) not in [(c.measure, c.quantity.text) for c in claims[text] if c.quantity]


def test_a_time_of_day_does_not_part_a_figure_from_its_exit_poll(claims_of: ClaimsOf) -> None:
    text = (
        "The final result of the election gave Labour 30 percent of the vote. Exit polls at 22:00 GMT on Saturday had "
        "suggested a tie, with the Greens on 22.4 percent."
    )
    (read,) = claims_of([text]).values()
    assert {c.quantity.text: c.stage for c in read if c.quantity} == {
        "30 percent": "final",
        "22.4 percent": "projected",
    }
