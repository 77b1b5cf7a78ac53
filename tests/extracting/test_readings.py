"""What a figure is read as, rule by rule (who it is said of: test_frames.py).

The sentences of configs/measures are run in test_measure_examples.py; here each rule stands by its name, as the
`rule` column of the claims carries it.
"""

from __future__ import annotations

import pytest

from pipeline.types import Claim
from tests.extracting.conftest import ClaimsOf

Claims = dict[str, tuple[Claim, ...]]

# The rule, its sentence, the measure, the printed figure and its value.
MEASURED = [
    ("percent-against", "Maria Santos had 46% of the vote to the 29% of Ann Green.", "vote_share", "29%", 29),
    ("members-won", "In the election the Greens were cut nearly in half, to 34 deputies.", "seats", "34", 34),
    ("partys-members", "The Greens had 11 incumbents when the election was called.", "seats", "11", 11),
    (
        "number-for-majority",
        "The parliament elected has 300 members, so the magic number is 151.",
        "seats_majority",
        "151",
        151,
    ),
    ("got-percent", "In the election Maria Santos rolled up more than 70 percent.", "vote_share", "70 percent", 70),
    ("got-percent", "In the election Maria Santos picked up 5 percent.", "vote_share", "5 percent", 5),
    (
        "name-percent",
        "His last election ended with an official tally of 88 percent for Ann Lee.",
        "vote_share",
        "88 percent",
        88,
    ),
    ("won-of-the-seats", "In the election the Greens were rewarded with 237 of the seats.", "seats", "237", 237),
    ("it-was", "Turnout in the election was 80 percent. In 2015 the figure was 75%.", "turnout", "75%", 75),
    ("score-many-votes", "The final tally in the referendum was 201,926 to 161,989.", "votes", "201,926", 201926),
    (
        "points-by",
        "John Brown lost the election again, this time by seven points to Ann Lee.",
        "margin",
        "seven points",
        7,
    ),
    (
        "margin-again",
        "Ann Lee lost the election by 0.6 points, or about 244,000 votes, to John Brown.",
        "margin",
        "244,000",
        244000,
    ),
    ("seats", "The Harbour Party won 48 seats in the election.", "seats", "48", 48),
    ("seats-of-the-seats", "The Harbour Party won 54 of the 331 seats in the election.", "seats", "54", 54),
    ("of-the-seats", "The Harbour Party won 56 of the 331 seats in the election.", "seats_total", "331", 331),
    ("of-its-seats", "The Harbour Party lost 12 of its 40 seats in the election.", "seats_change", "12", -12),
    ("seat-chamber", "The new assembly is a 120-seat parliament elected in May.", "seats_total", "120", 120),
    ("seat-haul", "The Harbour Party kept its 54-seat haul in the election.", "seats", "54", 54),
    (
        "seat-change-compound",
        "The Harbour Party celebrated a nine-seat gain in the election.",
        "seats_change",
        "nine",
        9,
    ),
    ("seats-for-majority", "Parties need 165 seats for a majority in the election.", "seats_majority", "165", 165),
    ("seats-needed", "The 166 seats needed for a majority were far after the election.", "seats_majority", "166", 166),
    ("seats-reserved", "In the election 25 seats were reserved for women.", "seats_reserved", "25", 25),
    ("seats-at-stake", "There are 120 seats up for grabs in the election.", "seats_total", "120", 120),
    ("elect-members", "Voters will elect 120 deputies in the election.", "seats_total", "120", 120),
    ("vying-for-seats", "Parties are vying for 125 seats in the election.", "seats_total", "125", 125),
    ("house-seats", "The assembly's 125 seats were filled in the election.", "seats_total", "125", 125),
    ("chamber-has-seats", "The assembly has 121 seats, all filled in the election.", "seats_total", "121", 121),
    ("there-are-seats", "There are 225 seats in parliament, filled in the election.", "seats_total", "225", 225),
    (
        "house-with-members",
        "The Bundestag will be bigger after the election, with 735 members.",
        "seats_total",
        "735",
        735,
    ),
    ("members-won", "The Harbour Party won seven deputies in the election.", "seats", "seven", 7),
    ("members-elected", "In the election seven MPs were elected for the Harbour Party.", "seats", "seven", 7),
    ("members-voted", "Some 300 deputies voted in the election of the president.", "votes_cast", "300", 300),
    ("seats-lost", "The Harbour Party lost 12 seats in the election.", "seats_change", "12", -12),
    ("seats-fewer-than", "The Harbour Party won 20 fewer seats than in the last election.", "seats_change", "20", -20),
    ("seats-by", "The Harbour Party cut its representation by 21 seats in the election.", "seats_change", "21", -21),
    ("all-but-seats", "The Harbour Party took all but 20 seats in the election.", "seats", "20", 20),
    ("candidates-won", "In the election 12 candidates were elected for the Harbour Party.", "seats", "12", 12),
    ("bound-none-more", "None of the parties won more than 40 seats in the election.", "seats", "40", 40),
    ("percent-of-vote", "The Harbour Party won 42 percent of the vote.", "vote_share", "42 percent", 42),
    ("fraction-of-vote", "The Harbour Party won half the vote.", "vote_share", "half", 50),
    ("percent-share", "The Harbour Party won a 12 percent share in the election.", "vote_share", "12 percent", 12),
    ("won-percent-of-voters", "Maria Santos won the support of 60 percent of voters.", "vote_share", "60 percent", 60),
    ("percent-of-voters-backed", "In the vote 52 percent of voters backed the treaty.", "vote_share", "52 percent", 52),
    ("percent-backed", "The vote ended with 52 percent backing the treaty.", "vote_share", "52 percent", 52),
    ("name-percent", "The vote for the Harbour Party: 42.5 percent.", "vote_share", "42.5 percent", 42.5),
    (
        "percent-of-votes-counted",
        "Officials said 92 percent of the votes were counted.",
        "votes_counted",
        "92 percent",
        92,
    ),
    (
        "percent-of-stations",
        "Officials said 71 percent of polling stations reported.",
        "votes_counted",
        "71 percent",
        71,
    ),
    ("percent-counted", "By midnight 93 percent had been counted in the election.", "votes_counted", "93 percent", 93),
    ("counting-percent", "After counting 88 percent of the votes the party led.", "votes_counted", "88 percent", 88),
    ("count-complete", "With the election count 94 percent complete, they led.", "votes_counted", "94 percent", 94),
    (
        "fraction-counted",
        "With half the votes counted, the Harbour Party led the election.",
        "votes_counted",
        "half",
        50,
    ),
    ("turnout-is", "Turnout was 61 percent in the election.", "turnout", "61 percent", 61),
    ("percent-turnout", "Officials put the election at a 61 percent turnout.", "turnout", "61 percent", 61),
    ("percent-of-voters-voted", "In the election 61 percent of the voters cast ballots.", "turnout", "61 percent", 61),
    ("percent-voted", "In the election 61 percent voted.", "turnout", "61 percent", 61),
    ("fraction-voted", "One in four eligible voters voted in the election.", "turnout", "One in four", 25),
    ("points-lead", "The Harbour Party has a three-point lead in the election.", "margin", "three-point", 3),
    ("points-by", "The Harbour Party won the election by four points.", "margin", "four points", 4),
    ("points-by", "The Reds lost the October 2015 referendum by only one point.", "margin", "one point", 1),
    ("won-of-the-votes", "In the election Ann Lee swept up 206 of the votes cast.", "votes", "206", 206),
    ("won-of-the-votes", "In the election Ann Lee came second with 82 of the votes.", "votes", "82", 82),
    ("percent-stance", "In the referendum they voted 50.6 percent against it.", "vote_share", "50.6 percent", 50.6),
    ("house-split", "The Reds kept the Senate 57-43 in the election.", "seats", "57", 57),
    ("house-split", "Republicans took the Senate 54-46 from Bill Clinton's party in the vote.", "seats", "54", 54),
    ("house-split", "The election left the Reds a 55-44 edge in the Senate.", "seats", "55", 55),
    ("score-house-rest", "The Reds took the House of Representatives, 233-202, in the election.", "seats", "202", 202),
    ("majority-of-house", "The Reds won the election with a majority of 66 in a 130-seat house.", "seats", "66", 66),
    ("poll-was", "In the by-election 28,000 voted, a poll of 84 per cent.", "turnout", "84 per cent", 84),
    (
        "electorate-of",
        "In the election 28,000 voted out of a register of 34,269.",
        "registered_voters",
        "34,269",
        34269,
    ),
    ("areas", "In the election Labour was leading in 17 of the 38 ridings.", "seats_total", "38", 38),
    (
        "leads-in-areas",
        "Labour was leading in 17 of the 38 ridings in the election. The Greens were ahead in 12, the Reds in nine.",
        "seats",
        "12",
        12,
    ),
    (
        "bare-goes-on",
        "The Reds won 31.5 percent of the vote in the election, against 40.2 for the Greens and 15 for the Blues.",
        "vote_share",
        "15",
        15,
    ),
    (
        "seats-declared",
        "With results declared for 16 of the 20 seats, Labour led the election with nine.",
        "areas_reporting",
        "16",
        16,
    ),
    (
        "seats-beside-share",
        "In the election the Greens won 30.7% (157 seats), the Meadow Party 14.4% (65).",
        "seats",
        "65",
        65,
    ),
    ("seats-declared", "With 16 of 26 seats filled, Labour led the election with nine.", "areas_reporting", "16", 16),
    (
        "number-electorate",
        "Turnout in the election was 69 percent of the 108 million electorate.",
        "registered_voters",
        "108 million",
        108000000,
    ),
    (
        "bare-goes-on",
        "The Reds won 31 seats in the election, with 18 of them going to the Blues.",
        "seats",
        "18",
        18,
    ),
    (
        "two-party-gain",
        "In the election Republicans gained 52 seats to win control of the House of Representatives.",
        "seats_change",
        "52",
        52,
    ),
    (
        "seats-of-the-seats",
        "Labour won 39 of the 80 seats reserved for parties in the election.",
        "seats",
        "39",
        39,
    ),
    ("points-margin", "The Harbour Party won the election by a margin of three points.", "margin", "three points", 3),
    ("percent-lead", "The Harbour Party won the election with a 4 percent lead.", "margin", "4 percent", 4),
    ("margin-by-votes", "Maria Santos won the election by 149 votes.", "margin", "149", 149),
    ("margin-votes-ahead", "Maria Santos was 151 votes ahead in the election.", "margin", "151", 151),
    ("votes", "Maria Santos won 5,120 votes in the election.", "votes", "5,120", 5120),
    ("votes-of-votes", "Maria Santos won 5,121 of the 9,300 votes in the election.", "votes", "5,121", 5121),
    ("votes-out-of", "Maria Santos won 5,122 of the 9,301 votes in the election.", "votes_cast", "9,301", 9301),
    ("votes-cast-for", "In the election 5,123 votes were cast for Maria Santos.", "votes", "5,123", 5123),
    ("votes-were-cast", "In the election 2,300,001 votes were cast.", "votes_cast", "2,300,001", 2300001),
    ("votes-valid", "In the election there were 88,120 valid votes.", "votes_cast", "88,120", 88120),
    ("cast-votes", "Citizens cast 88,121 ballots in the election.", "votes_cast", "88,121", 88121),
    ("votes-counted", "Officials said 1,200,001 votes had been counted.", "votes_counted", "1,200,001", 1200001),
    ("voters", "The election has 3,400,001 voters.", "registered_voters", "3,400,001", 3400001),
    ("voters-eligible", "The election has 3,400,002 registered voters.", "registered_voters", "3,400,002", 3400002),
    ("people-eligible", "About 2.8 million people were eligible to vote.", "registered_voters", "2.8 million", 2.8e6),
    (
        "number-eligible",
        "Roughly 3,200,001 were entitled to vote in the election.",
        "registered_voters",
        "3,200,001",
        3200001,
    ),
    ("electorate-of", "The election has an electorate of 3,200,002.", "registered_voters", "3,200,002", 3200002),
    ("number-on-rolls", "By the election 3,200,003 were on the rolls.", "registered_voters", "3,200,003", 3200003),
    ("voters-voted", "Some 2,100,001 voters cast ballots in the election.", "votes_cast", "2,100,001", 2100001),
    ("people-voted", "About 2,500,001 people voted in the election.", "votes_cast", "2,500,001", 2500001),
    ("people-backed", "In the referendum 174,001 people backed the treaty.", "votes", "174,001", 174001),
    (
        "votes-of-voters",
        "Of those, 1,905,960 of 3,465,736 registered voters voted.",
        "votes_cast",
        "1,905,960",
        1905960,
    ),
    ("candidates", "There were 640 candidates in the election.", "candidates", "640", 640),
    ("parties-standing", "In the election 14 parties contested the vote.", "parties", "14", 14),
    ("complaints", "Officials received 40 complaints about the election.", "complaints", "40", 40),
    ("leads-in-areas", "In the election the Harbour Party led in 10 of the 19 provinces.", "areas_led", "10", 10),
    ("areas", "In the election the Harbour Party led in 11 of the 19 provinces.", "areas_total", "19", 19),
    ("won-areas", "In the election the Harbour Party won 10 provinces.", "areas_led", "10", 10),
    ("in-areas-led", "In 73 districts the Harbour Party led the election.", "areas_led", "73", 73),
    ("second-in-areas", "In the election the Harbour Party came second in four provinces.", "areas_second", "four", 4),
    ("results-from-areas", "Results from 12 of the 19 provinces were in on election day.", "areas_reporting", "12", 12),
    (
        "in-listed",
        "In the election the Harbour Party led in 44 districts and the Civic Front in 31.",
        "areas_led",
        "31",
        31,
    ),
    ("in-listed", "In the vote the Harbour Party is leading in 37 seats, the Civic Front in 22.", "seats", "22", 22),
    ("takes-areas", "The Harbour Party won the mayoralties of 36 election districts.", "areas_led", "36", 36),
    ("takes-areas", "In the election the Harbour Party was elected in 35 of the 40 wards.", "areas_led", "35", 35),
    ("runs-areas", "The Harbour Party holds nine councils after the election.", "areas_led", "nine", 9),
    ("bare-goes-on", "The Harbour Party won 47 election seats, with Upalia third on 20.", "seats", "20", 20),
    ("areas-declared", "In the election 71 constituencies were declared.", "areas_reporting", "71", 71),
    ("turnout-of-votes", "The election drew a turnout of 4,600,000 voters.", "votes_cast", "4,600,000", 4600000),
    ("got-percent", "In the election the Liberals won a dismal 16 percent.", "vote_share", "16 percent", 16),
    ("name-percent", "In the election the Moderates' 19.8 percent was a record.", "vote_share", "19.8 percent", 19.8),
    ("seats-by", "The Harbour Party won, increasing its tally by 12 seats.", "seats_change", "12", 12),
    ("rank-came", "In the election the Harbour Party came third.", "rank", "third", 3),
    ("rank-place", "In the election the Harbour Party finished in second place.", "rank", "second", 2),
    ("rank-largest", "The Harbour Party is the third largest party after the election.", "rank", "third", 3),
    ("rank-was", "The Harbour Party was fourth with 12 seats in the election.", "rank", "fourth", 4),
    ("bare-goes-on", "The Harbour Party won 47 seats in the election and the Civic Front 31.", "seats", "31", 31),
    ("bare-after-sentence", "The Harbour Party won 47 election seats. The Civic Front took 32.", "seats", "32", 32),
    ("loss-of-number", "The Harbour Party won 47 seats in the election, a loss of seven.", "seats_change", "seven", -7),
    ("rank-was", "The Harbour Party was a distant third with 18 seats in the election.", "rank", "third", 3),
    ("rank-listed", "The Greens won 31 election seats, the Civic Front second on 18.", "rank", "second", 2),
    ("moved-seats", "In the election the Harbour Party slipped four seats to 40.", "seats_change", "four", -4),
    ("moved-by", "The Greens won 54 election seats and the Civic Front rose by 15 to 57.", "seats_change", "15", 15),
    ("two-party-gain", "The Republicans gained 31 House seats in the election.", "seats_change", "31", 31),
    ("two-party-gain", "Democrats added six Senate seats in the election.", "seats_change", "six", 6),
    (
        "bare-goes-on",
        "The Greens lost 12 election seats in the city and another six in the hills.",
        "seats_change",
        "six",
        -6,
    ),
    ("bare-goes-on", "The Greens kept 20 election seats and gained another 11.", "seats_change", "11", 11),
    ("of-its-seats", "The Harbour Party lost 17 of the 38 seats it had held before the election.", "seats", "38", 38),
    ("won-of-the-seats", "The Greens won six of the eight seats they fought in the election.", "seats", "six", 6),
    ("seats-reserved", "Of the 120 seats in the election, 21 are reserved for women.", "seats_reserved", "21", 21),
    ("moved-number", "The Harbour Party won 12 seats in the election - down two.", "seats_change", "two", -2),
    ("moved-number", "The Harbour Party won 12 seats in the election, four up on 2018.", "seats_change", "four", 4),
    ("loss-of-number", "The Greens won 12 seats in the election, a rise of four.", "seats_change", "four", 4),
    (
        "loss-of-number",
        "They won 12 election seats. The Greens have 3. It is a fall of six.",
        "seats_change",
        "six",
        -6,
    ),
    ("signed-change", "Seats won in the election: Harbour Party 47 (+23).", "seats_change", "+23", 23),
    ("number-more-than", "The Harbour Party won 47 election seats, 12 more than before.", "seats_change", "12", 12),
    ("majority-is", "The election chamber has 329 seats, where a majority is 165.", "seats_majority", "165", 165),
    ("partisans", "In the election nine Greens and six Social Democrats were elected.", "seats", "six", 6),
    ("partisans", "Four independents claimed the remaining seats in the election.", "seats", "Four", 4),
    ("partisans", "There will be 12 Greens in the assembly after the election.", "seats", "12", 12),
    ("partisans", "The election left a Senate composed of 53 Republicans and 47 Democrats.", "seats", "47", 47),
    ("members-sent", "The Harbour Party won the election and sends 31 members to the senate.", "seats", "31", 31),
    (
        "members-elected",
        "The Harbour Party won the council election, with 112 councillors elected.",
        "seats",
        "112",
        112,
    ),
    ("partys-members", "The Harbour Party, with 46 MPs, lost the election.", "seats", "46", 46),
    ("won-of-the-seats", "The Harbour Party took all seven of the city seats in the election.", "seats", "seven", 7),
    ("lost-of-the-seats", "The Harbour Party lost 14 of its seats in the election.", "seats_change", "14", -14),
    ("all-seats-lost", "The Harbour Party lost all six seats in the election.", "seats_change", "six", -6),
    ("held-before", "The Greens won 308 election seats, three times the 116 they held.", "seats", "116", 116),
    ("bare-after-sentence", "It won 47 election seats. The Greens kept their nine.", "seats", "nine", 9),
    ("house-of-number", "The election gives nobody a majority in a House of 652.", "seats_total", "652", 652),
    ("number-of-chamber", "Before the election the size of the house was cut to 153.", "seats_total", "153", 153),
    (
        "seats-by-system",
        "In the election 90 deputies are elected from constituencies and 54 by proportional representation.",
        "seats_total",
        "54",
        54,
    ),
    ("seats-by-system", "The election law allocated 36 seats for party lists.", "seats_total", "36", 36),
    ("chamber-has-seats", "The Senate of Senegal has 155 members, elected in May.", "seats_total", "155", 155),
    ("margin-bare", "In the election the gap was 1,784 on the morning after.", "margin", "1,784", 1784),
    ("margin-bare", "Maria Santos won the by-election with a 4,311 majority.", "margin", "4,311", 4311),
    (
        "margin-more-than",
        "Maria Santos won 650,000 election votes, 40,000 more than her closest rival.",
        "margin",
        "40,000",
        40000,
    ),
    (
        "margin-again",
        "Maria Santos won the election in the north by 8,858; in the south by 46,000.",
        "margin",
        "46,000",
        46000,
    ),
    ("margin-votes-ahead", "There were 30,863 votes in it after the election.", "margin", "30,863", 30863),
    ("margin-votes-ahead", "In the election 537 votes separated the first two.", "margin", "537", 537),
    (
        "margin-was-votes",
        "The margin between the election winner and the second man was 180,744 votes.",
        "margin",
        "180,744",
        180744,
    ),
    ("percent-ahead", "Maria Santos was 4 percent ahead in the election.", "margin", "4 percent", 4),
    ("percent-by", "Maria Santos trails by 3 percent in the election count.", "margin", "3 percent", 3),
    ("points-lead", "Maria Santos finished the election seven points back.", "margin", "seven points", 7),
    (
        "points-by",
        "Maria Santos won the election by half a percentage point.",
        "margin",
        "half a percentage point",
        0.5,
    ),
    ("majority-is", "In the election a majority is reached with 83 MPs.", "seats_majority", "83", 83),
    ("number-line", "After the election they have 328 seats, 12 above the 316 line.", "seats_majority", "316", 316),
    ("short-of-number", "It won 140 election seats, short of the 151 required.", "seats_majority", "151", 151),
    (
        "majority-which-is",
        "The election took a majority of the party's 372 MPs, which is 187.",
        "seats_majority",
        "187",
        187,
    ),
    (
        "seat-majority-needed",
        "Rivals seek a 61-seat majority in the 121-seat assembly after the election.",
        "seats_majority",
        "61",
        61,
    ),
    (
        "majority-of-half",
        "It has a majority of 77 seats in the 152-member house after the election.",
        "seats_majority",
        "77",
        77,
    ),
    ("seat-mark", "The election took the bloc past the 61-seat threshold.", "seats_majority", "61", 61),
    ("needs-seats", "To pass laws after the election it needs 231 seats.", "seats_majority", "231", 231),
    ("electors-needed", "The election winner needs 270 electoral votes.", "seats_majority", "270", 270),
    (
        "electors-needed",
        "Brown won 379 electoral votes in the election, far above the 271 needed.",
        "seats_majority",
        "271",
        271,
    ),
    (
        "it-was",
        "Election turnout was 61 percent. It had been 67 percent in 2018, polls say.",
        "turnout",
        "67 percent",
        67,
    ),
]

# The figure of each counts something else, or is no claim at all; the reason stands behind.
UNMEASURED = [
    ("After the election the Harbour Party stood at 36 seats, four ahead of the Meadow Party.", "four", "a distance"),
    ("More than 812,000 ballots were declared spoiled in Sunday's election.", "812,000", "spoiled, not counted"),
    ("One of the five members of the electoral commission spoke on the election.", "five", "no house"),
    ("After the election the Harbour Party squandered a 10-point lead in two weeks.", "10-point", "a lead in polls"),
    ("The Harbour Party won the election. Among the young it's around 51 percent.", "51 percent", "of nobody"),
    ("In the election six in 10 of the people who did vote picked somebody else.", "six in 10", "of those who voted"),
    ("In the election campaign 130 candidates and party workers have been killed.", "130", "some of them"),
    ("Maria Santos won the election and frowned on tariffs of 25 percent on steel.", "25 percent", "no share of votes"),
    ('After the election he said: "There are four to six Senate members to talk to."', "four to six", "some members"),
    ("The Greens won all 14 districts in the election and lost only one of 34 in the north.", "one", "not led"),
    ("In the election the Greens are up five points on what the Left managed.", "five points", "since an election"),
    ("After the election Channels 12 and 13 spoke of the Greens.", "13", "a name"),
    ("Had it not been for that rule, the Greens would have ended the election with 101 seats.", "101", "not so"),
    ("The election left the government with an 80-seat majority.", "80", "a lead, no one's seats"),
    ("After the election 14 Greens voted against the budget.", "14", "members who vote"),
    ("Six Social Democrats are standing in the election.", "Six", "those who stand"),
    ("In the election six Republicans were elected governors.", "six", "another office"),
    ("The election panel has 15 Greens and 16 Social Democrats.", "15", "no chamber"),
    ("There were 18 Green supporters in the hall on election day.", "18", "no members"),
    ("The Harbour Party won the election and sent 22 members to the talks.", "22", "people at talks"),
    ("The Harbour Party, with 9,000 members, lost the election.", "9,000", "members of a party"),
    ("The Harbour Party met with 23 MPs after the election.", "23", "people at talks"),
    ("The Harbour Party fought 24 of the city seats in the election.", "24", "seats it stands for"),
    ("Recounts were held in 25 of the seats after the election.", "25", "seats of no one told"),
    ("The Harbour Party won 45 election seats to their 19.", "19", "whose is not told"),
    ("The board, a council of 26 elders, watched the election.", "26", "no chamber"),
    ("After the election he heads a cabinet of 22.", "22", "no chamber"),
    ("The Congress of the People has 13 members, chosen before the election.", "13", "a party's name"),
    ("Maria Santos won 650,000 election votes, 41,000 more than in 2018.", "41,000", "a change between elections"),
    ("Maria Santos won 650,000 election votes, 42,000 more than expected.", "42,000", "a forecast undone"),
    ("The bill passed the Senate 57-43 before the election.", "57", "a vote inside a house"),
    ("Brown, who won the election, was acquitted by the Senate 55-45, with Republicans split.", "55", "the same"),
    ("Republicans have pushed it through the House 218-214 since the election.", "218", "and so through a house"),
    ("Labour won 362 seats in the election. Mr Brown's majority is over 100.", "100", "a lead, no one's seats"),
    ("In the election Labour's vote fell 1.8 percent.", "1.8", "a change"),
    ("He was short of the 51 percent plus one needed to win the election.", "51", "what is needed"),
    (
        "In the vote Venn obtained control of only 49.77 percent of Norvolt, days before the election.",
        "49.77",
        "a firm",
    ),
    (
        "Ann Green won 38 percent of the vote in the election. A candidate needs 35 percent and a five-point lead.",
        "five",
        "what is needed",
    ),
    ("It won the election with a majority of 79 seats in a 650-seat house.", "79", "a lead in a larger house"),
    ("The Harbour Party won 40 seats and needs 36 more after the election.", "36", "what someone still lacks"),
    ("The Harbour Party won 30 seats, past the 5,000 mark in votes.", "5,000", "a mark of something else"),
    ("The Harbour Party must pass a 5 percent threshold in the election.", "5", "a threshold"),
    ("Support for the Harbour Party fell 3 percent in the election.", "3", "a change"),
    ("The Harbour Party took control of 15 more councils in the election.", "15", "a gain of areas"),
    ("The Harbour Party won 47 election seats, and Highway 61 was closed.", "61", "a road"),
    ("It won 46 election seats. On Monday, Upalia 7 was launched.", "7", "a name of no list"),
    ("The Greens won 46 election seats, with 52 seats still to be declared.", "52", "no one's yet"),
    ("The Harbour Party won 48 election seats, 13 more than the Civic Front.", "13", "a gap between two"),
    ("The Harbour Party won 14 more seats than its rivals in the election.", "14", "a gap between two"),
    ("The Harbour Party must gain 16 seats in the election.", "16", "what is needed"),
    ("Republicans need a net gain of six seats in the election.", "six", "what is needed"),
    ("The Greens won six of the eight seats they fought in the election.", "eight", "seats it stands for"),
    ("The ruling party won 40 percent of the assembly in the election.", "40", "seats, and no share of a vote"),
    ("The two members of the Harbour Party in the council left after the election.", "two", "members of a party"),
    ("After the election the Greens have four seats in the 16-member government.", "four", "posts in a cabinet"),
    ("The Greens won 12 election seats, with five still to be declared.", "five", "no one's yet"),
    ("Places on the election panel: Ann Green 41, Tom Berg 22, Jo Lee 39.", "41", "ages, no seats"),
    ("The two leading candidates of the election met.", "two", "some of those who stand"),
    ("The first round of the election was in May.", "first", "an order of rounds"),
    ("The Meadow Party hopes to win 31 seats in the election.", "31", "a hope"),
    ("An opinion poll gave the Meadow Party 31 percent of the vote.", "31", "a poll"),
    (
        "Exit polls made it close in the election. Opinion polls had put the Meadow Party on 31 percent.",
        "31",
        "an older poll",
    ),
    ("Shareholders with 31 percent of the vote backed the offer.", "31", "business"),
    ("The Security Council is a 15-member council that held an election.", "15", "no elected chamber"),
    ("The Meadow Party won its first seats in the 1998 election.", "1998", "a year"),
    ("The Meadow Party hasn't won 31 seats in the election.", "31", "a negation in one word"),
    ("Even if they had won the election by 31 votes, the Meadow Party would be sad.", "31", "a past that was not"),
    ("The Meadow Party won the election. Its vote dropped by 31,000.", "31", "a change"),
    ("The Meadow Party, hurt by covid-19, won the election.", "19", "part of a name"),
    ("Could the Meadow Party win 31 seats in the election?", "31", "a question"),
    ("Election abstention was 35 percent in the capital.", "35", "abstention"),
    ("Few in the election voted early: Paris (31 percent), Lyon (29 percent).", "31", "a place's, of no one"),
]


@pytest.fixture(scope="module")
def claims(claims_of: ClaimsOf) -> Claims:
    return claims_of(sorted({text for _, text, *_ in MEASURED} | {text for text, *_ in UNMEASURED}))


@pytest.mark.parametrize("case", MEASURED, ids=[rule for rule, *_ in MEASURED])
def test_a_figure_is_read_by_its_rule(case: tuple[str, str, str, str, float], claims: Claims) -> None:
    rule, text, *expected = case
    said = [[c.measure, c.quantity.text, c.quantity.value] for c in claims[text] if c.rule.split("/")[0] == rule]
    assert expected in said


@pytest.mark.parametrize(("text", "figure", "why"), UNMEASURED, ids=[why for *_, why in UNMEASURED])
def test_a_figure_that_counts_nothing_is_no_claim(text: str, figure: str, why: str, claims: Claims) -> None:
    assert [c.rule for c in claims[text] if c.quantity.text.startswith(figure)] == [], why


# -- what holds of every claim ------------------------------------------------------------------------------


def test_the_printed_figure_stands_at_its_offsets(claims: Claims) -> None:
    for text, found in claims.items():
        for c in found:
            assert text[c.quantity.char_start : c.quantity.char_end] == c.quantity.text
            assert c.sentence_start <= c.quantity.char_start < c.quantity.char_end <= c.sentence_end


def test_every_interval_is_ordered_and_holds_its_figure(claims: Claims) -> None:
    for c in (c for found in claims.values() for c in found):
        low, value, high = c.quantity.low, c.quantity.value, c.quantity.high
        assert value is not None
        assert low is None or low <= value
        assert high is None or value <= high
        assert low is not None or high is not None


def test_reading_again_gives_the_same(claims_of: ClaimsOf, claims: Claims) -> None:
    assert claims_of(sorted(claims)) == claims


def test_a_sentence_reads_the_same_in_a_longer_article(claims_of: ClaimsOf) -> None:
    rules = ("seats", "votes-were-cast", "candidates", "won-areas")
    text = "\n\n".join(text for rule, text, *_ in MEASURED if rule in rules)
    assert [(c.measure, c.quantity.text, c.subject_text) for c in claims_of([text])[text]] == [
        ("seats", "48", "Harbour Party"),
        ("votes_cast", "2,300,001", None),
        ("candidates", "640", None),
        ("areas_led", "10", "Harbour Party"),
    ]


def test_small_digits_count_no_years(claims_of: ClaimsOf) -> None:
    text = "The Pear List won 5 seats in the election \u00b2 years ago."
    assert [(claim.measure, claim.quantity.value) for claim in claims_of([text])[text]] == [("seats", 5)]
