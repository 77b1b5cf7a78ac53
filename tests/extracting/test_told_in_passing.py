"""Figures told in passing, by a clause of their own or behind another's: whose they are, and what is none."""

from __future__ import annotations

import pytest

from pipeline.types import Claim
from tests.extracting.conftest import ClaimsOf

Claims = dict[str, tuple[Claim, ...]]

# The sentence, the measure, the printed figure, and whose it is ("" for the contest's).
TOLD = [
    (
        "Electoral officials said that 74.25 percent of the country's 19.5 million voters had turned out in the "
        'election, a figure that they called "extraordinary"; in 2010, it was 66 percent.',
        "turnout",
        "66 percent",
        "",
    ),
    (
        "The Greens, which the last opinion polls had put four seats behind, had 30 of the 120 seats in the election.",
        "seats",
        "30",
        "Greens",
    ),
    (
        "Turnout in the election was 56 percent last time. This week, an official said, it was nearer 64 percent.",
        "turnout",
        "64 percent",
        "",
    ),
    (
        "The Greens won 40 seats in the election, and their only partner, the far-right Harbour Party, has just 18.",
        "seats",
        "18",
        "Harbour Party",
    ),
    ("In the referendum barely 41% accepted the change.", "vote_share", "41%", "accepted the change"),
    ("Turnout was low in some of the 81 constituencies in the election.", "areas_total", "81", ""),
    ("There are 299 constituencies in the election.", "areas_total", "299", ""),
    (
        "The Greens had won 3,548,477 votes in the election, or 57 percent of ballots counted by Tuesday.",
        "votes",
        "3,548,477",
        "Greens",
    ),
    (
        "In the election the Greens had won 3,548,477 votes, or 57 percent of ballots that had been counted by then.",
        "vote_share",
        "57 percent",
        "Greens",
    ),
    (
        "The treaty was rejected in a referendum on Sunday by 54.7 percent of voters.",
        "vote_share",
        "54.7 percent",
        "rejected",
    ),
    ("Tom Lee lost to Ann Ray, 39 percent to 61 percent, in the election.", "vote_share", "39 percent", "Tom Lee"),
    ("Tom Lee lost to Ann Ray, 39 percent to 61 percent, in the election.", "vote_share", "61 percent", "Ann Ray"),
    (
        "The rest of the 120 seats in the election went to independents (nine), the Greens (four) and Labour (one).",
        "seats",
        "nine",
        "independents",
    ),
    (
        "The Democrats want to win the Senate in the election; Republicans now hold it 54-46.",
        "seats",
        "54",
        "Republicans",
    ),
    (
        "The ruling party claimed to have won 24 of 25 provinces in the election; the opposition said it had 11.",
        "areas_led",
        "11",
        "opposition",
    ),
    (
        "Voters threw out the plan in the referendum by 54 percent to 46.",
        "vote_share",
        "54 percent",
        "threw out the plan",
    ),
    ("The Greens had 11 546 votes in the election.", "votes", "11 546", "Greens"),
    (
        "Tom Hamilton led in the election. With 82.4 percent of the vote tallied, the 55-year-old Hamilton had 52.2 "
        "percent against 47.8 percent for Ann Green.",
        "vote_share",
        "52.2 percent",
        "Hamilton",
    ),
    ("The exit poll in the election gave the party 47% and the Greens 29%.", "vote_share", "47%", "party"),
    (
        "In the election the Greens were set to be the biggest group, with 212 of the 751 seats, followed by the "
        "Meadow Party, on course for 187.",
        "seats",
        "187",
        "Meadow Party",
    ),
    (
        "In the election the Greens were set to be the biggest group, with 212 of the 751 seats, followed by the "
        "Meadow Party, on course for 187.",
        "seats",
        "212",
        "Greens",
    ),
    (
        "The Meadow Party is led by a banker and is expected to be a disciplined opposition with 45 seats after the "
        "election.",
        "seats",
        "45",
        "Meadow Party",
    ),
    (
        "The Meadow bloc, a newcomer established only three months ago by economist Ann Lee and lawmaker Tom Ray, won "
        "9.1 percent of the votes.",
        "vote_share",
        "9.1 percent",
        "Meadow bloc",
    ),
    ("In the election Tom Green had taken Hamilton South by 1,433 votes.", "margin", "1,433", "Tom Green"),
    (
        "The Greens, despite losing votes in the election, doubled their tally at Westminster, from 20 to 46.",
        "seats",
        "46",
        "Greens",
    ),
    ("The Greens' caucus fell from 55 to 35 in the election.", "seats", "55", "Greens"),
    ("Labour has an outright majority in 161 towns after the local election.", "areas_led", "161", "Labour"),
    (
        "The exit poll puts the Greens on 39 percent in the election. If that holds, it would control 242 of the 460 "
        "seats.",
        "seats",
        "242",
        "Greens",
    ),
    ("Turnout in the election was 71 percent. It would fall four years later, to 59%.", "turnout", "59%", ""),
    ("Of 5.2 million registered voters, 3.1 million cast ballots in the election.", "votes_cast", "3.1 million", ""),
    ("Some 3.1 million people cast ballots in the election, or 59 percent.", "turnout", "59 percent", ""),
    (
        "The commission said 3,102,233 of the 5,233,111 voters took part in the election, or 59.3 percent.",
        "turnout",
        "59.3 percent",
        "",
    ),
    (
        "Some 3.1 million voters -- 59.3 percent of those eligible -- went to the polls in the election.",
        "votes_cast",
        "3.1 million",
        "",
    ),
    ("Twelve of the first 20 seats to declare in the election went to Labour.", "seats", "Twelve", "Labour"),
    ("The Greens won 260 seats in the election, 134 of them for the Meadow Party.", "seats", "134", "Meadow Party"),
    (
        "The Greens won 260 seats in the election. Of these, 134 are for the Meadow Party.",
        "seats",
        "134",
        "Meadow Party",
    ),
    ("Tom Lee, the mayor, was up by 12,000 votes over Ann Brown in the election.", "margin", "12,000", "Tom Lee"),
    ("Tom Lee was up 12,000 votes in the election with 90 percent counted.", "margin", "12,000", "Tom Lee"),
    ("Tom Lee held a 51-49 percent lead over Ann Brown in the election.", "vote_share", "51", "Tom Lee"),
    ("Tom Lee held a 51-49 percent lead over Ann Brown in the election.", "vote_share", "49 percent", "Ann Brown"),
    ("Tom Lee won the election with a 54-46 victory over Ann Brown.", "vote_share", "46", "Ann Brown"),
    ("In the local election people voted in around 1,000 municipalities.", "areas_total", "1,000", ""),
    ("The election officer waits for results from all 32 council areas.", "areas_total", "32", ""),
    (
        "Ms Lee won the leadership election. She was backed by 57.4% of the party members who voted.",
        "vote_share",
        "57.4%",
        "Lee",
    ),
    (
        "Of the 172,437 people who were entitled to take part in the election, 82.6% returned a ballot paper.",
        "turnout",
        "82.6%",
        "",
    ),
    (
        "Of the 172,437 people who were entitled to take part in the election, 82.6% returned a ballot paper.",
        "registered_voters",
        "172,437",
        "",
    ),
    ("In the election a mere 2 percent dared to vote in the north.", "turnout", "2 percent", ""),
    (
        "Some 14 million people were obliged to vote in the election or pay a fine of $18.",
        "registered_voters",
        "14 million",
        "",
    ),
    (
        "Compare that election with Boris Brown, who got 66.4% in 2019, or with David Lake, whose 134,446 votes in "
        "2005 were a record.",
        "votes",
        "134,446",
        "David Lake",
    ),
    (
        "An exit poll showed the Greens with 35 seats after the election. As results came, that number grew to 37.",
        "seats",
        "37",
        "Greens",
    ),
    (
        "Mr Green won 73.3% in the election. That is 10 points better than the 63.6% he was credited with in 2012.",
        "vote_share",
        "63.6%",
        "Green",
    ),
    (
        "Neither can reach the 76 it takes to control the 150-seat chamber after the election.",
        "seats_majority",
        "76",
        "",
    ),
    (
        "The Greens won 11.5 percent in the election, and from July they will hold the balance in the 76-seat Senate "
        "with nine members.",
        "seats",
        "nine",
        "Greens",
    ),
    (
        "In the north Ann Lee took 40.6 percent of the vote in the election, leaving the rightist Tom Green some 15 "
        "points behind.",
        "margin",
        "15 points",
        "Ann Lee",
    ),
    ("Tom Green was beaten in the election by 113 votes to 105.", "votes", "105", "Tom Green"),
    (
        "With just one seat left to declare in the election, the Tories have 306, Labour 258 and the Greens 57.",
        "seats",
        "306",
        "Tories",
    ),
    (
        "The Tories gained 47 seats in the election and their 43.6% was the highest share for any party since 1979.",
        "vote_share",
        "43.6%",
        "Tories",
    ),
    ("The Harbour Party slipped to third place with 11 MPs in the election.", "seats", "11", "Harbour Party"),
    ("The Greens are set for 303 seats on their own in the election.", "seats", "303", "Greens"),
    (
        "Ann Lee won 53 percent of the vote in the election, more than twice the 22 percent of her closest rival, Tom "
        "Green.",
        "vote_share",
        "22 percent",
        "Tom Green",
    ),
    ("About 12 million people are registered to vote in the election.", "registered_voters", "12 million", ""),
    (
        "The Greens won 41 seats in the election, Labour 12 and the SNP 45. The count was slow. Turnout was up. It "
        "rained. Officials were tired. Nobody slept. Analysts agreed. It was late. The Greens now have 42.",
        "seats",
        "42",
        "Greens",
    ),
    (
        "In the early election voters gave the Left Party 8 percent of the vote. Turnout fell. The Center Party, "
        "which is pro-immigration and pro-market, finished with 8.6.",
        "vote_share",
        "8.6",
        "Center Party",
    ),
    (
        "The state went to the Greens in the election, though with a modest turnout and a lead of just 160,000.",
        "margin",
        "160,000",
        "Greens",
    ),
    (
        "About 62 per cent of Iraqis who were entitled to do so went to the polls in the election on March 7.",
        "turnout",
        "62 per cent",
        "",
    ),
    (
        "In the election the Greens took 11 percent and will send 49 members to the new 600-seat assembly.",
        "seats",
        "49",
        "Greens",
    ),
    (
        "The Harbour Party returned with 62 members in the 76-seat assembly after the election.",
        "seats",
        "62",
        "Harbour Party",
    ),
    (
        "Minister Tom Green told reporters that the Greens, founded only eight months ago, had won 7,242 of the 13,123 "
        "municipal seats in Thursday's election.",
        "seats",
        "7,242",
        "Greens",
    ),
    ("The Democrats won the election, taking 29 of the capital's 37 seats.", "seats", "29", "Democrats"),
    (
        "Tom Green won 44 percent in the election. His right-wing challenger, the former trade union official Carlo "
        "Brown, got 35.8.",
        "vote_share",
        "35.8",
        "Carlo Brown",
    ),
    (
        "In 1991 Tom Green trounced Ann Lee by 76 percent to 24 in the election and his party took 125 seats.",
        "seats",
        "125",
        "Tom Green",
    ),
    (
        "Labour won 258 seats in the election. Throw in the three Harbour Party members, and you need more.",
        "seats",
        "three",
        "Harbour Party",
    ),
    (
        "The other 14 seats in the election went to smaller groups and to four independents.",
        "seats",
        "four",
        "independents",
    ),
    ("Of the 425 seats at stake in the election, 325 will go to the Greens.", "seats", "325", "Greens"),
    (
        "Petar Brown had 59.7 percent of the vote in the run-off, against 40.3 percent for the Socialists' Ivan Lee.",
        "vote_share",
        "40.3 percent",
        "Ivan Lee",
    ),
    (
        "Some 13.3 million people were eligible to vote at 10,486 polling stations in the presidential election. Of "
        "them 9,826,778, or 73.73 percent, did so.",
        "votes_cast",
        "9,826,778",
        "",
    ),
    (
        "Some 13.3 million people were eligible to vote at 10,486 polling stations in the presidential election. Of "
        "them 9,826,778, or 73.73 percent, did so.",
        "turnout",
        "73.73 percent",
        "",
    ),
    (
        "In the election Ann Lee polled 4,887,152 votes while Tom Green got 4,706,366, a margin of 180,786.",
        "margin",
        "180,786",
        "Ann Lee",
    ),
    (
        "The Greens were heading for a landslide in the election, taking 74 percent of the 98.7 million votes tallied "
        "by midday.",
        "vote_share",
        "74 percent",
        "Greens",
    ),
    (
        "Arnold Green came first in the popular vote of the 1992 election with 42.2 percent, ahead of Lennart Brown, "
        "only for parliament to choose Brown by 59 votes to 31 in the run-off.",
        "votes",
        "59",
        "Brown",
    ),
    (
        "Tom Green beat Ann Lee in the presidential election. Green said that Green was glad. Green wept. Ann Lee and "
        "Tom Green shook hands. The former banker won 61.2 percent of the votes.",
        "vote_share",
        "61.2 percent",
        "Tom Green",
    ),
    (
        "Tom Green beat Ann Lee in the presidential election. Lee wept and Green laughed. The former banker won 61.2 "
        "percent of the votes.",
        "vote_share",
        "61.2 percent",
        "former banker",
    ),
    (
        "Ann Lee faced Tom Green in the election. Green was narrowly beaten by 113 votes to 105. Lee was glad.",
        "votes",
        "113",
        "Ann Lee",
    ),
    (
        "In the leadership election Ann Lee got 57 percent of the vote. Even Tomas Zelny, hardly known, had 61%.",
        "vote_share",
        "61%",
        "Tomas Zelny",
    ),
    (
        "Labour won 61 seats in the election to the Tories' 30. The Tories have run the country since with 58 MPs, "
        "half of them new.",
        "seats",
        "58",
        "Tories",
    ),
    (
        "The Tories won 61 seats in the election. The Greens ended the night precisely as they began it, with six "
        "members, and there was talk of a new leader.",
        "seats",
        "six",
        "Greens",
    ),
    (
        "Labour won 61 seats in the election, the Tories 30. Not enough, even with the Greens' 24 remaining deputies.",
        "seats",
        "24",
        "Greens",
    ),
    (
        "They were followed in the election by the Socialist Front (FFS) of Hocine Brown, 645 seats, and the "
        "Democratic Rally of former president Lamine Green with 44.",
        "seats",
        "645",
        "Socialist Front",
    ),
    (
        "Third, and the surprise of the night's election, came the Pirate Party of the hacker Jon Green, with 14.5 "
        "percent.",
        "vote_share",
        "14.5 percent",
        "Pirate Party",
    ),
    (
        "Tom Green of the Harbour Party of Lorland got 14.5 percent of the vote in the election.",
        "vote_share",
        "14.5 percent",
        "Tom Green",
    ),
    ("On the election's figures the Greens will occupy 56 seats in the chamber.", "seats", "56", "Greens"),
    ("In the election the Greens hoovered up 56 seats, the Harbour Party 34.", "seats", "56", "Greens"),
    (
        "The Greens took 12 percent of the vote in the election and managed to salvage 11 seats, the Harbour Party 34.",
        "seats",
        "11",
        "Greens",
    ),
    ("In the election Tom Green harvested 16,700 votes, Ann Brown 3,200.", "votes", "16,700", "Tom Green"),
    (
        "In the election the ruling party enlisted 16.7 percent of the vote and the Greens 12.1 percent.",
        "vote_share",
        "16.7 percent",
        "ruling party",
    ),
    (
        "Tom Brown stood in every presidential election. In 1988 he lost in the second round to Jaime Borja, and in "
        "1992 he came third with 22 percent.",
        "vote_share",
        "22 percent",
        "Tom Brown",
    ),
    (
        "Tom Brown led in the election with 36.6 percent, Ann Lee following on 23.4 percent.",
        "vote_share",
        "23.4 percent",
        "Ann Lee",
    ),
    (
        "In the referendum 49.4% said Yes against 50.6% for No.",
        "vote_share",
        "49.4%",
        "said Yes",
    ),
    (
        "The Greens won 26 of the 55 seats in the election, two fewer than they had before.",
        "seats_change",
        "two",
        "Greens",
    ),
    (
        "A party that nobody knew won 52 seats in the election. That leaves it four behind the Greens, with 56.",
        "seats",
        "56",
        "Greens",
    ),
    (
        "More than 39 million of the 52 million people entitled to vote did so in the election.",
        "votes_cast",
        "39 million",
        "",
    ),
    (
        "More than 39 million of the 52 million people entitled to vote did so in the election.",
        "registered_voters",
        "52 million",
        "",
    ),
    (
        "The Harbour Party has 19 of the 82 deputies who were elected in May, while the Greens, with 27, lead. The "
        "next election is in July.",
        "seats",
        "19",
        "Harbour Party",
    ),
    (
        "In the referendum 1,044 opted for independence and 12,000 chose to stay.",
        "votes",
        "12,000",
        "chose to stay",
    ),
    (
        "Labour won 37 seats in the election; the Tories ended with 15, two down, and the Greens with five.",
        "seats_change",
        "two",
        "Tories",
    ),
    (
        "Labour won 37 seats in the election, four up, and the Tories 15.",
        "seats_change",
        "four",
        "Labour",
    ),
    (
        "The election put the Greens on 69 in the 129-member parliament.",
        "seats",
        "69",
        "Greens",
    ),
    (
        "Ann Lee stunned the land by winning the election. The billionaire had 62 million votes.",
        "votes",
        "62 million",
        "Ann Lee",
    ),
    (
        "Ann Lee won the election. The property developer took 52 percent of the vote.",
        "vote_share",
        "52 percent",
        "Ann Lee",
    ),
    (
        "The mayor, Ann Lee, won the election. The 45-year-old got 52 percent of the vote.",
        "vote_share",
        "52 percent",
        "Ann Lee",
    ),
    (
        "Ann Lee set out to beat Tom Green in the election, and Lee has done it. Mr Green is not amused. With one seat "
        "left, the banker had 2,810,777 votes against 1,814,201 for Mr Green.",
        "votes",
        "2,810,777",
        "Lee",
    ),
    (
        "The Greens won 217 seats in the election. Mr Brown's alliance, tipped by every pollster to win, limped in "
        "with 187.",
        "seats",
        "187",
        "Mr Brown's alliance",
    ),
    ("The Greens, ahead in every survey before the election, took 12 seats.", "seats", "12", "Greens"),
    (
        "The last seat in the election, Upton, went to the Greens by four votes.",
        "margin",
        "four",
        "Greens",
    ),
    (
        "Tom Brown appeared to have lost in the election to a lawyer, Ann Lee, by some 2,200 votes.",
        "margin",
        "2,200",
        "Ann Lee",
    ),
    (
        "Nearly a million votes separated Ann Lee, of the Greens, from Tom Brown in the election.",
        "margin",
        "a million",
        "Ann Lee",
    ),
    (
        "Governor Mario Brown lost the election to George Lee. Lee had 2,488,631 votes and the governor 2,364,904.",
        "votes",
        "2,364,904",
        "Mario Brown",
    ),
    (
        "The Reds were fifth on 36 seats in the election, behind the Harbour Party's 70 and the 40 of the Greens.",
        "seats",
        "40",
        "Greens",
    ),
    (
        "Labour had 18.8% in the election, and along with the Greens' 6.7% the alliance had a quarter of all votes.",
        "vote_share",
        "6.7%",
        "Greens",
    ),
    (
        "The Greens had 45.5 per cent of the vote in the election, enough for 59 places in a growing parliament.",
        "seats",
        "59",
        "Greens",
    ),
    ("The Greens got one deputy in the election, Upton mayor Jean Brown.", "seats", "one", "Greens"),
    (
        "The Greens, on 4 per cent of the vote in the election, doubled from four to eight seats.",
        "seats",
        "four",
        "Greens",
    ),
    (
        "The Greens had hoped for ten MPs in the election after polling as high as 9 per cent, but ended the night on "
        "eight.",
        "seats",
        "eight",
        "Greens",
    ),
    (
        "In the referendum on the charter 1,204,000 people rejected it while 980,000 supported it.",
        "votes",
        "980,000",
        "supported it",
    ),
    (
        "The Greens chose Ann Lee as leader in the leadership election by 134,446 votes to 64,398.",
        "votes",
        "134,446",
        "Ann Lee",
    ),
    (
        "In the leadership election of the Greens 506,438 party members voted.",
        "votes_cast",
        "506,438",
        "",
    ),
    (
        "Voters rejected the charter in the referendum, with 54.87 percent saying No.",
        "vote_share",
        "54.87 percent",
        "saying No",
    ),
    (
        "The title of largest party in the election goes to the Harbour Party, a fierce critic of Labour's plans, "
        "which won 19 seats.",
        "seats",
        "19",
        "Harbour Party",
    ),
    (
        "Ann Lee won the presidential election, when she beat a former ally, Tom Brown, in a runoff with 51 percent.",
        "vote_share",
        "51 percent",
        "Ann Lee",
    ),
    (
        "In the north 57 percent of ballots in the vote opposed the draft charter, while 43 percent favoured it.",
        "vote_share",
        "43 percent",
        "favoured it",
    ),
    (
        "The Harbour Party, founded a year ago by a singer, Ann Lee, won five seats in the election.",
        "seats",
        "five",
        "Harbour Party",
    ),
    (
        "The Greens won 35.4 percent in the election, Labour 32.3 percent and the Harbour Party 12.8 percent. The "
        "three parties will have 81, 74 and 26 seats respectively.",
        "seats",
        "74",
        "Labour",
    ),
    (
        "In the election the Harbour Party had seven seats in the House and three in the Senate, and the Greens three "
        "and two.",
        "seats",
        "two",
        "Greens",
    ),
    (
        "By Friday after the election the Meadow Party had 61 percent of 2.3 million votes counted.",
        "vote_share",
        "61 percent",
        "Meadow Party",
    ),
    (
        "First returns put the Greens ahead with 37 percent of some 2.1 million votes tallied in the election.",
        "vote_share",
        "37 percent",
        "Greens",
    ),
    ("The League overtook the Greens by 17.4 to 14 percent in the election.", "vote_share", "17.4", "League"),
    ("The League overtook the Greens by 17.4 to 14 percent in the election.", "vote_share", "14 percent", "Greens"),
    ("May's Conservatives lost 13 seats in the election.", "seats_change", "13", "Conservatives"),
    ("Labour gained 30 seats to reach 262 in the election.", "seats_change", "30", "Labour"),
    ("The Greens gained 30 to finish on 262 seats in the election.", "seats_change", "30", "Greens"),
    ("The Meadow Party won 237 seats in the election, with the Greens surging by 40 to 177.", "seats", "177", "Greens"),
    ("The Meadow Party took 115 of the 270 elective seats, the Election Commission said.", "seats_total", "270", ""),
    (
        "The Reds got 13 percent in the election, the Greens of Ivo Vann 8.59 percent and the Blues 5.",
        "vote_share",
        "8.59 percent",
        "Greens",
    ),
    ("The Reds won 37 seats in the election and the Greens of Ivo Vann five.", "seats", "five", "Greens"),
    ("The Reds won 40 percent of the vote in the election. The Greens scored 15.", "vote_share", "15", "Greens"),
    ("The Greens fell to 12.5 from 22.5 percent in the election.", "vote_share", "12.5", "Greens"),
    ("The Greens slid to 24 from 69 seats in the election.", "seats", "24", "Greens"),
    ("The Reds and the Greens came third and fourth with 69 and 40 seats in the election.", "seats", "40", "Greens"),
    ("The Reds and the Greens came third and fourth in the election.", "rank", "fourth", "Greens"),
    (
        "Chen won the election with 39.3 percent, 2.5 points more than the independent James Soon.",
        "margin",
        "2.5 points",
        "Chen",
    ),
    ("The Meadow Party, on 20 seats after the election, gained five.", "seats", "20", "Meadow Party"),
    (
        "The Reds lost eight seats in the election. The Meadow Party, on 20, gained five.",
        "seats_change",
        "five",
        "Meadow Party",
    ),
    (
        "The Greens won 26 seats in the election, down from 34, the Meadow Party 19 against 32.",
        "seats",
        "32",
        "Meadow Party",
    ),
    (
        "The Greens won 30 seats in the election. Two parties, the Meadow Party and the Harbour Party, took 19 and 18.",
        "seats",
        "18",
        "Harbour Party",
    ),
    (
        "Ivo Lee had 26.2 percent in the election. Ann Brown and Tom Field trailed with 14 and 3 percent.",
        "vote_share",
        "3 percent",
        "Tom Field",
    ),
    (
        "A quick count of the election put Ann Brown on 33.2 percent and Tom Field on 26.",
        "vote_share",
        "26",
        "Tom Field",
    ),
    (
        "Tom Field was leading the first direct presidential election with 33 percent of 20.1 million votes tallied.",
        "vote_share",
        "33 percent",
        "Tom Field",
    ),
    (
        "The Greens, the Meadow Party and the Harbour Party were heading for 175 seats in the election.",
        "seats",
        "175",
        "Greens, the Meadow Party and the Harbour Party",
    ),
    (
        "The Labour Party of Prime Minister Wim Brand lost nearly half of its 45 seats in the election.",
        "seats",
        "45",
        "Labour Party",
    ),
    ("Tom Field got 678,000 votes in the election and Ann Brown 333,000.", "votes", "333,000", "Ann Brown"),
    (
        "The Greens won 97 seats in the election and the Meadow Party, for which Tom Field stood, just 22.",
        "seats",
        "22",
        "Meadow Party",
    ),
    (
        "The Greens' share in the election was 30.4 percent, against 25.4 for the Meadow Party. It had 98 seats.",
        "seats",
        "98",
        "Greens",
    ),
    (
        'They rejected the treaty, with 52.2 percent voting "no" and 47.8 percent "yes" in the referendum.',
        "vote_share",
        "52.2 percent",
        "no",
    ),
    (
        'They rejected the treaty, with 52.2 percent voting "no" and 47.8 percent "yes" in the referendum.',
        "vote_share",
        "47.8 percent",
        "yes",
    ),
    (
        "In the vote the Greens, at 9.8%, the Meadow Party, at 8.7%, and the Reds, at 8%, won 61, 54 and 51 seats.",
        "seats",
        "54",
        "Meadow Party",
    ),
    ("Democrats hung on to the Senate with 51 seats in the election.", "seats", "51", "Democrats"),
    (
        "Republicans seized the House in the election, picking up 60 seats, while Democrats kept the Senate.",
        "seats_change",
        "60",
        "Republicans",
    ),
    (
        "The Meadow Union missed the threshold for alliances in the election with 5.2 percent.",
        "vote_share",
        "5.2 percent",
        "Meadow Union",
    ),
    (
        "The Reds fell to 44 seats in the vote, and the Tories, reduced to two in 1993, rebounded to 20.",
        "seats",
        "20",
        "Tories",
    ),
    (
        "In the election Ann Brown won 50.9% of votes to 47.1% for the Meadow Party's Tom Field.",
        "vote_share",
        "47.1%",
        "Tom Field",
    ),
    ("The Greens won 15 seats in the election and the Meadow Party also 13.", "seats", "13", "Meadow Party"),
    (
        "Ann Brown had 21.1 percent in the vote, trailed by Tom Field with 14.9 and Ivo Lee, a former judge, with 10.",
        "vote_share",
        "10",
        "Ivo Lee",
    ),
    (
        "Ilham Field was declared the winner of the land's election with 84 percent of the vote.",
        "vote_share",
        "84 percent",
        "Ilham Field",
    ),
    (
        "In the election P. Brown trailed with 29.8 percent and J. Field had 6.6.",
        "vote_share",
        "29.8 percent",
        "P. Brown",
    ),
    (
        "The Greens won nine of the 18 seats set aside for those abroad in the election, and three went to the Reds.",
        "seats",
        "nine",
        "Greens",
    ),
    (
        "In the election the Reds won 37 seats with 36 percent of the vote, and Social Credit two.",
        "seats",
        "two",
        "Social Credit",
    ),
    ("After the election the Greens can count on 158 deputies in the 300-seat parliament.", "seats", "158", "Greens"),
    (
        "The Meadow Party lost the election. It had 36.4 percent of the 15.9 million votes counted.",
        "vote_share",
        "36.4 percent",
        "Meadow Party",
    ),
    ("In the election Ann Lee beat Tom Brown by 54-46 in the north.", "vote_share", "54", "Ann Lee"),
    ("In the election Ann Lee beat Tom Brown by 54-46 in the north.", "vote_share", "46", "Tom Brown"),
    (
        "The Greens had 29.8 percent in the vote and the Christian Democrats, their likely partners, 9.9.",
        "vote_share",
        "9.9",
        "Christian Democrats",
    ),
    (
        "The Greens polled 8.6 percent in the vote and the Meadow Party, which governed for years, a dismal 6.9.",
        "vote_share",
        "6.9",
        "Meadow Party",
    ),
    (
        "Ann Lee survived a challenge from Tom Field in the election, 51 percent to 48 percent.",
        "vote_share",
        "48 percent",
        "Tom Field",
    ),
    (
        'With most ballots counted in the referendum, 59% had voted "no" and 41% "yes," the board said.',
        "vote_share",
        "41%",
        "yes",
    ),
    (
        "Lee won the primaries. With 98 percent of precincts in, she had 60 percent to 25 percent for Tom Field.",
        "vote_share",
        "25 percent",
        "Tom Field",
    ),
    (
        "In the election Tom Field carried Orlik County with 57 percent of the vote.",
        "vote_share",
        "57 percent",
        "Tom Field",
    ),
    ("In the primaries Ted Field, with 12 percent of the vote, edged Ann Lee, at 11.", "vote_share", "11", "Ann Lee"),
    (
        "Ann Lee won her race by eight points, and Tom Field ousted Ivo Vann in the election, 49 to 46.",
        "vote_share",
        "46",
        "Ivo Vann",
    ),
    ("Republicans lost the election. Democrats gained about 20 in the House.", "seats_change", "20", "Democrats"),
]

# The sentence, the figure that is no claim, and why.
UNTOLD = [
    (
        "Officials of the referendum said that those who voted No were 1,204,000 and those who voted Yes 980,000.",
        "1,204,000",
        "those of the next clause",
    ),
    (
        "The Greens won 20 seats in the election. Lists that win 10 percent can go through to the second round.",
        "10 percent",
        "what the law asks of any list",
    ),
    (
        "In the referendum 41% accepted the change, short of the 50% that would have made it binding.",
        "50%",
        "what nobody reached",
    ),
    (
        "The Greens won 40 seats in the election. The Harbour Party is led by Ann Lee, a mother of three.",
        "three",
        "children",
    ),
    (
        "Ann Lee's conservatives won the election, leaving them five seats shy of an absolute majority.",
        "five",
        "what they lack",
    ),
    ("In the election the BJP had 282 seats. Congress was reduced to 44.", "44", "no house, and no party known"),
    (
        "Ann Lee got 50.07% of the vote in the presidential election, just 8,100 votes above the 50% mark.",
        "8,100",
        "how far above the threshold",
    ),
    ("The Greens have won 27 seats in the election, with a dozen still too close to call.", "a dozen", "no one's yet"),
    (
        "Some 12 million people cast blank ballots in the election and a quarter of registered voters did not bother.",
        "12 million",
        "blank ballots",
    ),
    (
        "Some 12 million people cast blank ballots in the election and a quarter of registered voters did not bother.",
        "a quarter",
        "who stayed away",
    ),
    (
        "The Greens soared from third place to 184 seats in the election, 14 more than needed for a majority.",
        "14",
        "how far above a majority",
    ),
    (
        "Ann Lee's Greens took 20 seats in the election, five more than last time but 13 behind Tom Brown.",
        "13",
        "how far behind another",
    ),
    (
        "The Greens, whose name was on all lips before the election, had spoken of a landslide of 310 seats.",
        "310",
        "a hope",
    ),
    ("The Greens won 40 seats in the last election. They will now have fewer than half as many.", "half", "a part"),
    (
        "The Greens won 12 seats in the election. Some 100 were killed or wounded, and 80 wounded when a bomb went "
        "off at a Greens rally.",
        "80",
        "people hurt",
    ),
    (
        "The Greens got over the 10 percent threshold in the election with more than three points to spare.",
        "three points",
        "no lead over anybody",
    ),
    ("The Greens said before the election that they would be happy with 5 percent.", "5 percent", "a wish"),
    (
        "In the election the Greens took 40 percent. That makes 258 members of the 550-seat Grand National Assembly.",
        "258",
        "the house is no contestant",
    ),
    (
        "The Greens won 20 seats in the election. Two of the four Harbour Party deputies who crossed were expelled.",
        "four",
        "some of a party's people",
    ),
    ("Sinn Fein's delegation in the Dail grows to 37 after the election.", "37", "no house so large"),
    ("Tom Green was beaten in the election by 113 votes to 105.", "113", "the winner is not named anywhere"),
    ("Labour won 61 seats in the election. Its leader spoke to the Tories' 15 members who had come.", "15", "who came"),
    ("The Greens won the election. The club has 15 members.", "15", "no seats were told"),
    ("Labour won 61 seats in the election. The Tories asked for 40 deputies.", "40", "nothing ties it to them"),
    ("Labour won 61 of the 120 seats in the election. The party has 4,000 members.", "4,000", "too many for a house"),
    ("In the election Tom Green voided 120 votes.", "120", "who voids votes has none"),
    ("In the election Tom Green bought 16,700 votes.", "16,700", "bought"),
    ("Tom Brown won 32,000 votes in the election. At 74, he presents himself as a democrat.", "74", "his age"),
    ("The Greens won 26 seats in the election, two fewer than they would have required.", "two", "fewer than needed"),
    ("Ann Lee defeated him in the election of 1993 by two votes to one.", "two", "how many to one"),
    (
        "The rest failed to clear the hurdles in the election, which were set at six percent for a party and nine "
        "for a bloc.",
        "six percent",
        "anybody's",
    ),
    (
        "The Greens won 151 seats in the election. Were Tom Brown to win over every deputy, he would have 380 votes.",
        "380",
        "what is not so",
    ),
    ("The Greens lost the election. Of the 82 deputies who ran again, 19 were from the city.", "82", "some deputies"),
    ("The Greens won the election. Last year 1,044 opted for early retirement.", "1,044", "no referendum"),
    ("Labour won 37 seats in the election. Brown's shares were down 15, two up on the day.", "two", "shares of a firm"),
    (
        "The election left the Greens on edge in the 129-member parliament, on channel 69 in the chamber.",
        "69",
        "a channel",
    ),
    ("The survey, conducted by the pollster Gallup before the election, put Labour on 12 seats.", "12", "a survey's"),
    ("In the election of 2016 Tom Green scraped past the new 50%-plus-one rule.", "50%", "a rule"),
    ("Ann Lee headed the poll in the election with 9,496 votes against a quota of 9,126.", "9,126", "a quota"),
    (
        "An exit poll on the night of the election had the Tories on 40 per cent. A Mirror/TRC poll two weeks ago had "
        "the Greens on 49 per cent.",
        "49 per cent",
        "an opinion poll's",
    ),
    ("The Greens took 25 percent in the election and got one MP for every 338,000 votes.", "one", "a rate"),
    ("The Greens won the election and won one member of the commission over.", "one", "won over"),
    ("The opposition alleged massive rigging of the election in 111 constituencies.", "111", "some constituencies"),
    ("Labour failed to come out on top in a single constituency in the election.", "single", "none, said with one"),
    ("There are 91 constituencies where Labour came close in the election.", "91", "those where something is so"),
    ("Voting in nine more constituencies of the election has been put off.", "nine", "more constituencies"),
    ("Twelve of the first 20 seats to declare in the election went to Labour.", "20", "those that declared"),
    ("The Meadow Party was up 12,000 votes on the last election.", "12,000", "a rise"),
    ("The court annulled results from 13 polling stations in the election.", "13", "annulled"),
    ("The first results from the election came from 12 villages with 300 voters each.", "300", "of each"),
    ("Tom Lee had led by 6 points in the last poll before the election.", "6 points", "an opinion poll's"),
    ("They found 1.2 million ghost names on the roll for the election.", "1.2 million", "no voters"),
    ("Combining the two ballots, the Greens may have 222 seats after the election.", "two", "ballots"),
    ("An estimated 13 million eligible citizens never registered for the election.", "13 million", "never registered"),
    ("Tom Lee, who at 34 becomes the city's youngest mayor, has 20 seats after the election.", "34", "an age"),
    ("The Greens had 18 seats after the election, when Lee, then just 37 and new, was premier.", "37", "an age, too"),
    ("The Greens' tally fell from 20 to 6 in the election.", "20", "a tally of what"),
    ("In the election 400 people -- 400 -- are voting for a chamber.", "400", "who are voting"),
    ("Twelve provinces named steel as a pillar of industry in the election year.", "Twelve", "some provinces"),
    ("With 40 percent of the 5 million votes counted in the election, Lee had 61 percent.", "40", "a count under way"),
    ("The committee had cut the field in the election to four from 238 hopefuls.", "four", "a field cut down"),
    ("The Greens rose in the election. It falls short of two thirds - 267 seats.", "267", "what it lacks"),
    ("The coalition's majority in the 150-seat lower house grew from 14 to 24 in the election.", "24", "a majority"),
    ("The Greens won 39.3 percent in the election, 2.5 points more than in 1997.", "2.5 points", "a rise"),
    ("No other candidate in the election got more than two percent.", "two percent", "no other got more"),
    ("The Greens hovered at 3.19 percent in the election, some 4,000 votes short.", "4,000", "what they lacked"),
    ("He won the election by a landslide: 59 percent of the vote and 32 of what were then 50 seats.", "50", "of then"),
    ("Observers of the election found problems at 58 percent of polling stations.", "58 percent", "no count"),
    ("The voting in the election was fair in 97 percent of the stations we saw.", "97 percent", "no count either"),
    ("Lee led Field by 0.4 points in the election, less than the 0.5 that triggers a recount.", "0.5", "a threshold"),
]


@pytest.fixture(scope="module")
def claims(claims_of: ClaimsOf) -> Claims:
    return claims_of(sorted({text for text, *_ in (*TOLD, *UNTOLD)}))


@pytest.mark.parametrize(("text", "measure", "figure", "whose"), TOLD, ids=[f"{f}: {t}" for t, _, f, _ in TOLD])
def test_it_is_read(text: str, measure: str, figure: str, whose: str, claims: Claims) -> None:
    said = [(c.measure, c.quantity.text, c.subject_text or "") for c in claims[text]]
    assert (measure, figure, whose) in said


@pytest.mark.parametrize(("text", "figure", "why"), UNTOLD, ids=[why for *_, why in UNTOLD])
def test_it_is_no_claim(text: str, figure: str, why: str, claims: Claims) -> None:
    assert figure not in [c.quantity.text for c in claims[text]], why
