"""Opinion polls, which say what may come, and the polls that are elections; rates, taxes and prices beside politics."""

from __future__ import annotations

import pytest

from pipeline.types import Claim
from tests.extracting.conftest import ClaimsOf

Claims = dict[str, tuple[Claim, ...]]

# The text, and the figures in it that are an election's.
TEXTS = [
    ("One poll out at noon showed the Reds in front with 41 pct to the Blues' 33 pct before the election.", []),
    ("The election is on May 4. The poll, made for a station by an institute, put the Reds on 41 pct.", []),
    ("A Harben poll published in The Beacon last Sunday gave the Reds a two-point lead over the Blues.", []),
    ("RULING PARTY HAS NINE POINT POLL LEAD\nThe Reds must hold an election by June.", []),
    ("The election is near. The Reds closed the Blues' three point lead, an opinion poll of Monday said.", []),
    ("A poll taken in 73 marginal constituencies found no majority before the election.", []),
    # what is held, whatever polls foresee
    ("Opinion polls say the Harbour Party will stay first in the election. It currently holds 57 seats.", ["57"]),
    ("The pollsters had the Reds safe in the election. A projection gave the Greens 27 to 35 seats.", ["27 to 35"]),
    ("The pollsters had the Reds safe in the election. An institute gave the Greens 27 to 35 seats.", []),
    ("The Greens surprised the pollsters with 9.8 percent of the vote in the election.", ["9.8 percent"]),
    ("Defying pollsters, the Greens took 9.8 percent of the vote in the election.", ["9.8 percent"]),
    ("The Greens defied pollsters that gave them 9.8 percent of the vote before the election.", []),
    ("Although she led in the polls, Ann Green won only 35 percent of the election's vote.", ["35 percent"]),
    ("She led in the polls before the election, with 35 percent to 30 percent for Brown.", []),
    ("Ann Green won 67 percent of the election's vote, said a quick count by a pollster.", ["67 percent"]),
    ("The Reds would win 29 percent and the Blues 25 if elections were held now, the institute said.", []),
    ("The Reds lead with 38 percent to 35 for the Blues, a poll by an institute showed before the election.", []),
    (
        "The Reds won 38 percent of the vote, in a poll that observers said was fair, official results show.",
        ["38 percent"],
    ),
    ("The Reds won 81 seats in the election, although most observers gave them no more than 40.", ["81"]),
    ("In the election the Reds, at 7.4 percent of the vote, missed their 18 percent target.", ["7.4 percent"]),
    (
        "Recent opinion polls have the two level, after the Reds won the June election with 29.6 percent, with the "
        "Blues at 26.4 percent.",
        ["29.6 percent", "26.4 percent"],
    ),
    ("The Reds won the June election, and lead opinion polls with 29.6 percent.", []),
    ("Since the Reds won the election in May, opinion polls have put them on 55 percent, the Blues on 25.", []),
    ("Since it won the election the Harbour Party has 52 percent in the opinion polls.", []),
    ("The Reds are on 30 percent in polls, after the Blues won the election, and the Greens have 12 percent.", []),
    ("Behind him in the election was Tom Brown, who scored 82 votes.", ["82"]),
    # foretold by polls, before the figure or behind it; an exit poll tells the result
    ("The Reds had been forecast by polls to take 30 seats in the election; they ended with 20.", ["20"]),
    ("In the election the Reds won 20 seats, fewer than the 30 that pollsters had predicted.", ["20"]),
    ("In the election the Reds won 20 seats, down from the 35 shown by the last surveys.", ["20"]),
    ("In the election the Reds, whom exit polls had put first, won 20 seats.", ["20"]),
    ("In the election the Reds took 20 seats, as predicted by exit polls.", ["20"]),
    ("The Reds, which surveys suggested would win 30 seats, took 20 seats in the election.", ["20"]),
    ("Opinion polls before the election had given Mr Brown 45 percent; he won 44.96.", ["44.96"]),
    ("In the election blank ballots were 7 percent, well under their forecasts of up to 40.", []),
    # what is needed, or added to a majority, nobody has
    ("The Reds needed six seats to win the Senate in the election; they got at least seven.", ["seven"]),
    ("The Reds won the election. In the House they added at least 14 to their majority of seats.", []),
    ("In the election a candidate needs 40 percent, or 35 percent with a five-point lead, to avoid a run-off.", []),
    ("Lee, who led in the polls before the election, is at 52 percent, and the vote is on Sunday.", []),
    # people and shares of other things
    ("Among women, the 64% who turned out in the election chose Lee.", []),
    ("Of the union members, the 52% who voted in the election chose a new chairman.", []),
    ("Some 4 million voted in the election. Some companies did not pay, but 12,000 did.", ["4 million"]),
    ("The Cup is contested by 32 people every election year.", []),
    ("The Tour began with a 22-strong field a day after the election.", []),
    ("The Greens have a new board after the election: 20 members.", []),
    ("In the vote Ann Lee took 60 percent of the voting capital in Norvolt.", []),
    # votes of others
    ("The miners' union voted by 78 percent to 22 to strike over pay. An election is near.", []),
    ("In the Security Council he had 14 votes in favour of his election.", []),
    ("In the election 6,359 candidates are standing for 577 seats, or 11 per constituency.", ["6,359", "577"]),
    # no turnout, no share
    ('In the referendum some 4.4 percent voted "against all", and 2.1 percent cast blank ballots.', []),
    ("In the election two million voters cast blank ballots, as did people who went to the polls in 1988.", []),
    ("Brown won the election by two tenths of one percent.", []),
    ("After the election the Reds will outnumber the Blues by 262 to 175 seats.", []),
    # the voting itself
    ("Sunday's poll gave the Reds 54 seats in the assembly.", ["54"]),
    ("The presidential poll on Sunday gave Ann Green 54 percent of the vote.", ["54 percent"]),
    ("Exit polls in the election showed the Reds with 43 percent of the vote.", ["43 percent"]),
    # what else has percentages and numbers on the page
    ("Sunday's local elections could make the Reds drop their idea of a four pct fuel tax.", []),
    ("The Reds won the election on growth of 2.5 pct, compared to the bank's forecast of 1.5 pct.", []),
    ("The Reds won 12 seats in the election. Orlik added 2p to 475 and Venn gained 1p to 488.", ["12"]),
    ("At 8 p.m. the Reds had 12 seats in the election, the Blues nine.", ["12", "nine"]),
    ("In the election the Reds gained three seats to 40.", ["three", "40"]),
    ("The election gave the Reds nine more seats and a total of 53.", ["nine", "53"]),
    ("In the election support for the Reds rose to 33 percent, final returns showed.", ["33 percent"]),
    ("In the election a quick count gave the Reds 54 percent on a sample of 188,000 votes.", ["54 percent"]),
    ("Support for the tax bill rose to 60 percent before the election.", []),
]


@pytest.fixture(scope="module")
def claims(claims_of: ClaimsOf) -> Claims:
    return claims_of([text for text, _ in TEXTS])


@pytest.mark.parametrize(("text", "expected"), TEXTS, ids=[text for text, _ in TEXTS])
def test_figures_of_elections_only(text: str, expected: list[str], claims: Claims) -> None:
    assert [c.quantity.text for c in claims[text] if c.measure != "leads"] == expected
