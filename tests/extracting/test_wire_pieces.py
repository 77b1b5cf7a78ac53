"""Frames of wire pieces: each sentence with all that is read in it, "measure figure subject", for and against."""

from __future__ import annotations

import pytest

from pipeline.types import Claim
from tests.extracting.conftest import ClaimsOf

Claims = dict[str, tuple[Claim, ...]]

# The text, and its claims but those on who leads whom.
TEXTS: list[tuple[str, list[str]]] = [
    # what did not come about
    ("In the election the Harbour Party could have won 20 seats more if there had been no fraud.", []),
    ("Without the new law the Greens would have won 34 seats in the election.", []),
    (
        "According to exit polls of the election the Harbour Party would have won 34 seats.",
        ["seats 34 Harbour Party"],
    ),
    # an article with a word of polls here and there that tells a result
    (
        '"I would prefer to wait," she said. The Harbour Party took 15 percent of the votes cast in the election. '
        "A poll for the next round was inconclusive.\nThe Greens, with 9.9 percent, came last.\n"
        "The Harbour Party has more workers, according to pollsters.",
        ["vote_share 15 percent Harbour Party", "vote_share 9.9 percent Greens"],
    ),
    ("Voters prefer the Harbour Party, which has 34 percent before the election.", []),
    (
        "Ann Green headed the poll in the last election with 28.6 percent of the vote.",
        ["vote_share 28.6 percent Ann Green"],
    ),
    # a whole and a half is no share
    (
        "Ann Green took 57 percent of the vote in the election. She had held office for eleven and a half years.",
        ["vote_share 57 percent Ann Green"],
    ),
    # bare figures of no vote
    (
        "The Harbour Party won 54 seats in the election. I had seen perhaps 200 come in, one of its observers said.",
        ["seats 54 Harbour Party"],
    ),
    (
        "The Harbour Party won 54 seats in the election. I think that it won 12 in the north.",
        ["seats 54 Harbour Party", "seats 12 Harbour Party"],
    ),
    (
        "The Harbour Party has 157 seats after the election, and perhaps 30 of them are his friends.",
        ["seats 157 Harbour Party"],
    ),
    (
        "Ann Green won 50.1 percent of the vote in the election. The shilling closed at 75.10 to the dollar, down from "
        "74.60 before.",
        ["vote_share 50.1 percent Ann Green"],
    ),
    (
        "Islanders make up 49 percent of the people and the Harbour folk 46 percent. The Greens won the election with "
        "44 percent.",
        ["vote_share 44 percent Greens"],
    ),
    (
        "In the election the Greens had 375 of the 650 seats, an overall majority of 101, which was 30 more than the "
        "City had expected.",
        ["seats 375 Greens", "seats_total 650"],
    ),
    (
        "In the election the Greens won 75 seats, 30 more than they had before.",
        ["seats 75 Greens", "seats_change 30 Greens"],
    ),
    # those who lost are not all who stood, nor are those of whom something else is told
    ("Behind Ann Green in the election came four candidates. Six candidates followed far behind.", []),
    (
        "There were ten candidates in the election; five of them mustered less than a thousand votes.",
        ["candidates ten"],
    ),
    ("There were 100 candidates in the election, 30 of them women.", ["candidates 100", "candidates 30"]),
    # what a party had before
    (
        "The Left won 12 seats in the election. The Greens kept only four of their 22.",
        ["seats 12 Left", "seats four Greens", "seats 22 Greens"],
    ),
    (
        "The Left won 12 seats in the election. The Greens won four of 22.",
        ["seats 12 Left", "seats four Greens", "seats_total 22"],
    ),
    ("In the election the Greens had scooped up more than 480 seats.", ["seats 480 Greens"]),
    # posts of one person each
    (
        "The Greens won 12 seats in the local elections. In October voters had given them 58 of 64 magistracies.",
        ["seats 12 Greens"],
    ),
    (
        "The Greens lost the election in May. Local elections in October gave them 58 of 64 town halls.",
        ["areas_led 58 Greens", "areas_total 64"],
    ),
    # whose it is: not the members counted, nor those of the house, nor the party last named
    (
        "After the election the Greens have three deputies and the Ourlanders, which had seven last time, two.",
        ["seats three Greens", "seats seven Ourlanders", "seats two Ourlanders"],
    ),
    (
        "The miners elected their leader Ewan Mora to the chamber of deputies with 70 percent of the votes.",
        ["vote_share 70 percent Ewan Mora"],
    ),
    (
        "The ruling coalition of the Greens and the Left won the election. The Social Democrats lost. Final results "
        "gave the coalition 70 seats, seven fewer than before.",
        ["seats 70 coalition", "seats_change seven coalition"],
    ),
    (
        "The Joint List won the election. The alliance took 70 seats.",
        ["seats 70 Joint List"],
    ),
    (
        "The ruling coalition of the Greens and the Harbour Party limped in with 31.4 percent of the election's vote.",
        ["vote_share 31.4 percent ruling coalition of the Greens and the Harbour Party"],
    ),
    (
        "After the election the Greens, who hold 11 seats and supported the outgoing government, are free to choose.",
        ["seats 11 Greens"],
    ),
    (
        "The Greens had eight seats before the election. They advanced by one to nine, the Harbour Party fell by two "
        "to six.",
        [
            "seats eight Greens",
            "seats_change one Greens",
            "seats nine Greens",
            "seats_change two Harbour Party",
            "seats six Harbour Party",
        ],
    ),
    (
        "The election was held on Sunday. The parliamentary election was quiet. Voters in the election were few. The "
        "Greens rose to 27 seats, and Tom Gill's Harbour Party, 4.8 percent, took nine.",
        ["seats 27 Greens", "vote_share 4.8 percent Harbour Party", "seats nine Harbour Party"],
    ),
    (
        "In the election the Greens took eight seats, as did the Harbour Party.",
        ["seats eight Greens", "seats eight Harbour Party"],
    ),
    ("In the election the Greens took eight seats, as did voters in the north.", ["seats eight Greens"]),
    (
        "The Greens lost the election. In 1993, with 12.4 percent of the vote, they won a single deputy.",
        ["vote_share 12.4 percent Greens", "seats single Greens"],
    ),
    (
        "Ann Green headed the poll in the election. Two years later, in third place with 19.6 percent of the vote, it "
        "was John Brown who became president.",
        ["vote_share 19.6 percent John Brown"],
    ),
    (
        "In the election the Greens were given 7.6 percent and the Harbour Party just under five.",
        ["vote_share 7.6 percent Greens", "vote_share five Harbour Party"],
    ),
    (
        "In the election the Greens had 42.3 percent, but the Harbour Party edged up to 30.8 from 27.6.",
        ["vote_share 42.3 percent Greens", "vote_share 30.8 Harbour Party", "vote_share 27.6 Harbour Party"],
    ),
    (
        "The election's surprise came from the Greens, founded in May by Harbour Party rebels, which cleared the bar "
        "with 5.5 percent.",
        ["vote_share 5.5 percent Greens"],
    ),
    # voters: some of all, and the whole of those who came
    (
        "There are 4.6 million registered voters in the election, of whom 1.3 million are women.",
        ["registered_voters 4.6 million", "registered_voters 1.3 million"],
    ),
    (
        "There are 4.6 million registered voters in the election, of whom 1.3 million are thought to have voted early.",
        ["registered_voters 4.6 million", "votes_cast 1.3 million"],
    ),
    (
        "More than 12,100 of the 12,430 entitled to vote took part in the first ballot of the election.",
        ["votes_cast 12,100", "registered_voters 12,430"],
    ),
    ("Some 1,100 of the 2,400 entitled to a pension spoke to the candidates in the election.", []),
    (
        "In the last election three in four Ruritanians were said to have cast a ballot.",
        ["turnout three in four"],
    ),
    ("In the election three in four Ruritanians are expected to vote.", []),
    # a house by its members
    (
        "The election of a president falls to Congress - 130 deputies and 27 senators - in August.",
        ["seats_total 130", "seats_total 27"],
    ),
    ("Before the election the leader of the house - 27 senators behind him - spoke.", []),
    # seats of others, told behind a comma or by "these"
    (
        "The election turned on four seats in the north, all taken by the Greens.",
        ["seats four Greens"],
    ),
    (
        "Four seats are still to be filled after the election, and three of these should go to the Greens.",
        ["seats_total Four", "seats three Greens"],
    ),
    (
        "Voters elected 24 members of the European Parliament. The Greens took ten of these.",
        ["seats_total 24", "seats ten Greens"],
    ),
    (
        "The Left won 12 seats in the election. Two parties hold more than a hundred between them.",
        ["seats 12 Left", "seats a hundred Two parties"],
    ),
    (
        "In the election the Greens squeezed in with 2.2 percent and four members.",
        ["vote_share 2.2 percent Greens", "seats four Greens"],
    ),
    # margins
    (
        "In the election the Greens held the seat and increased their majority there to 2,649 from 1,379.",
        ["margin 2,649 Greens", "margin 1,379 Greens"],
    ),
    (
        "In the first round of the election Ann Green led the Harbour Party standard-bearer by eight points.",
        ["margin eight points Ann Green"],
    ),
    ("In the election the Greens came within two points of the Harbour Party.", ["margin two points Harbour Party"]),
    ("Behind Ann Green in the election came four candidates bunched within two points of one another.", []),
    ("A growing trade gap, in a range of 2.5 to 3 percent of output, was an issue in the election.", []),
    (
        "In the referendum the proposed law was turned down in seven of the country's eight provinces.",
        ["areas_led seven turned down", "areas_total eight"],
    ),
    (
        "In the election he was turned down for a loan in seven of the country's eight provinces.",
        ["areas_total eight"],
    ),
    (
        "In the election the Greens won 62 seats. They have five times as many as in the outgoing People's Assembly, "
        "where they held 15.",
        ["seats 62 Greens", "seats 15 Greens"],
    ),
    ("After the election each party has 22 seats in the assembly.", []),
    (
        'In the referendum the "No" camp had the upper hand with 56.7 percent. The "Yes" camp won the north with '
        "60 percent.",
        ["vote_share 56.7 percent No", "vote_share 60 percent Yes"],
    ),
    (
        "In the local elections voters gave the Greens 12 of 14 councils.",
        ["areas_led 12 Greens", "areas_total 14"],
    ),
    # changes told in a row
    (
        "The Left won 12 seats in the election. The Greens dropped four to 38 and the Harbour Party three to 19.",
        [
            "seats 12 Left",
            "seats_change four Greens",
            "seats 38 Greens",
            "seats_change three Harbour Party",
            "seats 19 Harbour Party",
        ],
    ),
    (
        "The elections, for which 39 parties had put forward more than 7,700 candidates, were the first.",
        ["parties 39", "candidates 7,700"],
    ),
]


@pytest.fixture(scope="module")
def claims(claims_of: ClaimsOf) -> Claims:
    return claims_of([text for text, _ in TEXTS])


@pytest.mark.parametrize(("text", "expected"), TEXTS, ids=[text for text, _ in TEXTS])
def test_all_that_is_read(text: str, expected: list[str], claims: Claims) -> None:
    told = [c for c in claims[text] if c.measure not in ("leads", "role")]
    assert [" ".join(filter(None, (c.measure, c.quantity.text, c.subject_text))) for c in told] == expected
