"""Whose a figure is where several stand in its sentence: insertions, goals, persons of parties, unknown names."""

from __future__ import annotations

import pytest

from pipeline.types import Claim
from tests.extracting.conftest import ClaimsOf

Claims = dict[str, tuple[Claim, ...]]

# What the sentence is for, the sentence, the printed figure, and whose it is.
WHOSE = [
    (
        "the smaller figure of a score is the opponent's, of the two whom the article names most",
        "Ann Lee and Tom Green meet in the run-off of the presidential election on Sunday. In the first round in April "
        "Lee had come from behind to lead by 36.7 percent to 30. Green said he would win. Lee is a lawyer.",
        "30",
        "Tom Green",
    ),
    (
        "'the incumbent' is whom the one just told of faces",
        "Ann Lee beat Tom Green in the presidential election. Lee took 548,889 votes in the capital against 204,719 "
        "for the incumbent. Green has not conceded.",
        "204,719",
        "Tom Green",
    ),
    (
        "'his rival' is the other of two",
        "Ann Lee beat Tom Green in the presidential election. After the 2011 election, in which Green took 59% to his "
        "rival's 32%, riots followed. Lee was jailed.",
        "32%",
        "Ann Lee",
    ),
    (
        "of three 'his rival' may be either",
        "Ann Lee beat Tom Green and John Brown in the presidential election. Lee said she was glad. Brown and Green "
        "were not. Lee had 41 percent to her nearest rival's 32.",
        "32",
        "her nearest rival",
    ),
    (
        "the leader of a party is the one person told of with it",
        "The leader of the Harbour Party, Ann Lee, was ahead in the presidential election. The Harbour Party leader "
        "had won 52.5 percent of the presidential vote.",
        "52.5 percent",
        "Ann Lee",
    ),
    (
        "'the 71-year-old former banker' is the one person whom the sentence before tells of",
        "Tom Green beat Ann Lee in the presidential election. Green was born in the north. The 71-year-old former "
        "banker won 61.2 percent of the votes.",
        "61.2 percent",
        "Green",
    ),
    (
        "who is re-elected has the margin, not the doer of the main verb",
        "In the election the Greens hung on only to Orlik, where Ann Lee was re-elected by a margin of four points.",
        "four points",
        "Ann Lee",
    ),
    (
        "voters of a kind that one wins by so much have no lead",
        "Exit polls in the election showed that Mr. Green won women by 22 points.",
        "22 points",
        "Green",
    ),
    (
        "a field that one beats has no share",
        "Ann Lee leads the land. In March she crushed a field of 39 candidates with 30% of the vote in the election.",
        "30%",
        "Ann Lee",
    ),
    (
        "'against' with a time behind tells of the same party",
        "The Harbour Party trailed in the election with barely three percent against 14.9 percent five years ago.",
        "14.9 percent",
        "Harbour Party",
    ),
    (
        "'against' without one is a score",
        "Ann Lee beat Tom Green in the election by 53 percent against 47 percent in the north.",
        "47 percent",
        "Tom Green",
    ),
    (
        "a first round led 'among' so many has candidates of no one",
        "Complaints were filed by Lee, who led the first round of the presidential election among 22 contenders.",
        "22",
        None,
    ),
    (
        "a description with its own number is for whom",
        "The Greens won 87 of the 169 seats in the election, against 82 for the four right-wing parties.",
        "82",
        "four right-wing parties",
    ),
    (
        "two figures against one: both are of the name behind 'for'",
        "The Greens won 41.5 percent and 162 seats in the election, against 38.1 percent and 108 seats for the Meadow "
        "Party.",
        "38.1 percent",
        "Meadow Party",
    ),
    (
        "'of which' so many for each",
        "The Greens and their allies won 319 seats in the election, of which 241 for the Meadow Party.",
        "241",
        "Meadow Party",
    ),
    (
        "what 'and' joins to a share with its noun is the same one's",
        "The Greens became the first party to win an absolute majority in the election, with 50.2 percent of the vote "
        "and 148 seats.",
        "148",
        "Greens",
    ),
    (
        "'they' goes on with the party told of before, whoever else is named beside them",
        "The Greens won the election. They had 375 seats to the Harbour Party's 229, the Meadow Party 22. Their share "
        "of the vote, at 42.3 percent, hardly changed.",
        "42.3 percent",
        "Greens",
    ),
    (
        "'all but one' of the places is nobody's one",
        "In the referendum all but one of 43 constituencies backed the change, by 62 percent.",
        "43",
        None,
    ),
    ("whom it is ahead of", "In the election the Greens won 38 seats, one ahead of Labour on 37.", "37", "Labour"),
    (
        "what opens a clause without a comma",
        "It did well in the election: with 12.6% the Greens are the third force.",
        "12.6%",
        "Greens",
    ),
    (
        "the name is no subject",
        "With 12 seats Labour leaders spoke of defeat in the election, and the Greens won.",
        "12",
        "Greens",
    ),
    (
        "who won a seat is no party that it could be",
        "Ann Lee, the Green leader, stood in the election. Her party had been fourth. She won it by 610 votes.",
        "610",
        "Ann Lee",
    ),
    (
        "a side of a referendum in small letters",
        "In the referendum Leave had 17,410,742 votes, remain 16,141,241.",
        "16,141,241",
        "remain",
    ),
    ("as a subject", "The referendum was lost. In the city, remain took 60%.", "60%", "remain"),
    ("what a town voted", "In the referendum Ashby voted 61% to leave.", "61%", "leave"),
    (
        "a score in seats",
        "In the election the Greens beat Labour by 34 seats to 32.",
        "34",
        "Greens",
    ),
    ("the loser of it", "In the election the Greens beat Labour by 34 seats to 32.", "32", "Labour"),
    (
        "an apposition behind a name and its age is the name's",
        "Ann Green, 72, an independent backed by the Meadow Party, won the presidential election with 53.8%.",
        "53.8%",
        "Ann Green",
    ),
    (
        "an adjective opens an insertion, too",
        "In the election the Greens had 56.7 percent, the Meadow Party 26.6 and the Harbour Party, strong in the "
        "north, 5.8.",
        "5.8",
        "Harbour Party",
    ),
    (
        "behind a semicolon the score is another's",
        "One count of the election showed Tom Brown leading by 305,600 votes to 290,300; another had Ann Green ahead "
        "by 52 percent to 48.",
        "52 percent",
        "Ann Green",
    ),
    (
        "shares and seats in turn: behind a name the first of two is its share",
        "The election gave the Greens 43 percent and 12 seats, the Harbour Party 30 percent and nine, and the Meadow "
        "Party 27 and eight.",
        "27",
        "Meadow Party",
    ),
    (
        "a number behind 'was' is nobody, and the description before the comma has the share",
        "In the election, Brown's party, at 43 percent, was two points clear of Green's.",
        "43 percent",
        "Brown's party",
    ),
    (
        "of 'all but three' declared nobody has three",
        "With all but three of the 40 seats declared in the election, the Greens had 12 and the Harbour Party nine.",
        "12",
        "Greens",
    ),
    (
        "the beaten one stands before the winner's figure, whatever share was told before",
        "Turnout in the election was below the 52% of 2012, when Tom Brown squeaked by Ahmed Green with 51.7%.",
        "51.7%",
        "Tom Brown",
    ),
    (
        "what a party is beaten by in seats is the rival's, a body's as well",
        "The Progress Party beat the Federation by 28 seats to 24 in the election.",
        "24",
        "Federation",
    ),
    (
        "a tally between commas is of both",
        "The Harbour Party won the election. It pulled away from the Meadow Party, and had 30 seats to 24.",
        "24",
        "Meadow Party",
    ),
    (
        "of two parties that share a house the other has the rest",
        "Democrats fought the election hard. Republicans hold a 51-49 edge in the Senate.",
        "49",
        "Democrats",
    ),
    (
        "the doer stands before an insertion between commas",
        "The Honour Alliance, supported by the former president Kostas Pelov, gained 5.2% of the vote in the poll.",
        "5.2%",
        "Honour Alliance",
    ),
    (
        "the verb left out the second time: the name before 'to' has the figure",
        "In the election the Greens rose to 143 seats, the Meadow Party to 40 from 14.",
        "40",
        "Meadow Party",
    ),
    (
        "and what it had before is told of it, too",
        "In the election the Greens rose to 143 seats, the Meadow Party to 40 from 14.",
        "14",
        "Meadow Party",
    ),
    (
        "what is told against a person's share is the only rival's",
        "Ann Green beat John Brown in the election. In the popular vote Green had 51 percent to 48.",
        "48",
        "John Brown",
    ),
    (
        "a person of a party is third, not the party behind 'of the ruling'",
        "Jose Antonio Brown of the ruling PRI was third on 16 percent in the presidential election.",
        "third",
        "Jose Antonio Brown",
    ),
    (
        "a bloc that is told of as one has its members",
        "After the election the Meadow Party is the largest bloc with 45 deputies.",
        "45",
        "Meadow Party",
    ),
    (
        "one whom a pronoun goes on with stays the one told of",
        "Maria Santos won the presidential election. She led John Brown by 12,345 votes. She carried 23 states.",
        "23",
        "Maria Santos",
    ),
    (
        "places in brackets are those of the side behind their verb",
        "No won the referendum. Only Glasgow (53.5 percent) and Dundee (57.4) said Yes.",
        "53.5 percent",
        "Yes",
    ),
    (
        "a score without a sign goes on with shares of other contests",
        "In the election Ann Lee won with 58 percent of the vote, and in Weston Tom Ray beat John Brown, 46 to 43.",
        "43",
        "John Brown",
    ),
    (
        "hopes in an aside that is over do not hold for the result",
        "In the election the Meadow Party, which had hoped for more, remained on 11 seats.",
        "11",
        "Meadow Party",
    ),
    (
        "short of control with a number is no denial of it",
        "After the election the Meadow Party is seven short of control with 156 of the 315 elected seats.",
        "156",
        "Meadow Party",
    ),
    (
        "a share without decimals goes on behind 'from'",
        "In the election the Meadow Party fell to 36.4 percent of the vote from 45.",
        "45",
        "Meadow Party",
    ),
    (
        "what a person is called by her party is no part of her name",
        "In the election Ann Green won 56 percent of the vote to 43 percent for Democrat Don Blake.",
        "43 percent",
        "Don Blake",
    ),
    (
        "what a score comes to in votes is the winner's lead",
        "Ann Green beat John Brown in the election by 47 percent to 46, or fewer than 27,000 votes.",
        "27,000",
        "Ann Green",
    ),
    (
        "what a share is worth is of the same party",
        "In the election the Greens won 20.4 percent and the Meadow Party 15.4 percent, worth 132 seats.",
        "132",
        "Meadow Party",
    ),
    (
        "the places of a second house go on with a pronoun's",
        "The Meadow Party won the election. Projections gave it 330 seats in the lower house and 64 in the Senate.",
        "64",
        "Meadow Party",
    ),
    (
        "the figures of a list behind a verb of being",
        "After the election the final figures are the Greens 339, the Meadow Party 269, Labour 11.",
        "269",
        "Meadow Party",
    ),
    (
        "a leader with his party before him is told of himself",
        "Ann Green was ahead of Sandinista leader Daniel Brown by 49 percent to 38 in the election.",
        "38",
        "Daniel Brown",
    ),
    (
        "a share right behind a party's seats is that party's",
        "In the election the Greens got 44 seats on 34.1 percent, the Meadow Party 37 on 28.3 percent.",
        "28.3 percent",
        "Meadow Party",
    ),
    (
        "seats right behind a party's share are that party's",
        "In the election the Greens had 43.8 percent and 125 of the 240 seats, the Meadow Party 24.2 percent and 69.",
        "69",
        "Meadow Party",
    ),
    (
        "two figures in turn behind two names and 'who'",
        "In the election Ann Green had 8 percent, ahead of Maria Santos and John Brown, who managed 6.2% and 3.9%.",
        "6.2%",
        "Maria Santos",
    ),
    (
        "one who came within some points of another is not ahead",
        "In the election Ann Green came within seven points of Maria Santos.",
        "seven points",
        "Maria Santos",
    ),
    (
        "a day of the week wins nothing",
        "With all votes of the election counted early Friday, the two rebel groups had a combined 70 of the 135 seats.",
        "70",
        "two rebel groups",
    ),
    (
        "whom he beat is not who beat her",
        "Tom Ray won the run-off against Maria Santos. He beat her by 66% to 34%.",
        "34%",
        "Maria Santos",
    ),
    (
        "the smaller figure of a referendum is of the other side",
        "The Remain camp wept. In the referendum the city voted to leave by 61% to 39%.",
        "39%",
        "Remain",
    ),
    (
        "a title alone is the one person's who bears it",
        "President Maria Santos won the election against Tom Ray. Ann Lee was third. The president got 56 percent.",
        "56 percent",
        "Maria Santos",
    ),
    (
        "'he' goes back to a title, and a former one's is another",
        "President Maria Santos beat ex-Governor Tom Ray in the election. The former governor wept. He got 31 percent.",
        "31 percent",
        "Tom Ray",
    ),
    (
        "of a title that several bear nobody is meant",
        "Mayor Ann Lee and Mayor Tom Ray ran in the election. The mayor got 31 percent.",
        "31 percent",
        "mayor",
    ),
    (
        "a tally is the one's named before the noun",
        "The Left managed 12 percent in the election, while the Green Party tally of 9% was its worst.",
        "9%",
        "Green Party",
    ),
    (
        "who lost again, this time by some points, is not ahead",
        "In the election John Brown lost again, this time by seven points to Maria Santos.",
        "seven points",
        "Maria Santos",
    ),
    (
        "two figures in turn behind two names that are level",
        "Ann Green won the election, while Maria Santos and John Brown were neck and neck on 19.9% and 19%.",
        "19.9%",
        "Maria Santos",
    ),
    (
        "the percent word of the second figure is for both",
        "In the election Maria Santos and John Brown won 20 and 19.6 percent of the vote.",
        "20",
        "Maria Santos",
    ),
    (
        "a party and its allies are told of as the party",
        "After the election exit polls gave the Meadow Party and its allies 192 seats and the Greens 141.",
        "192",
        "Meadow Party",
    ),
    (
        "the coalition is not the party right before it",
        "The Greens' record result in the election saved the coalition, which has 306 of 603 seats.",
        "306",
        "coalition",
    ),
    (
        "a dateline does nothing",
        "PARIS - In France the Socialists led the European parliament election with 21.95 percent of the vote.",
        "21.95 percent",
        "Socialists",
    ),
    (
        "what the party beaten won is told behind 'to'",
        "In the election the Meadow Party beat the Greens and won 156 seats to 141.",
        "141",
        "Greens",
    ),
    (
        "a gain to a number is no score",
        "In the election the Meadow Party beat the Greens and gained three seats to 40.",
        "40",
        "Meadow Party",
    ),
    (
        "what a gain gives a pronoun is whom that stands for",
        "In the election the Greens won 76 of the 121 seats, giving them 135 in the 242-seat upper house.",
        "135",
        "Greens",
    ),
    (
        "what a count gives a pronoun is whom that stands for",
        "Maria Santos led in the presidential election. The electoral council gave her 633,357 votes.",
        "633,357",
        "Maria Santos",
    ),
    (
        "so is a share without a noun of its own",
        "Maria Santos won the presidential election. The official count gave her 55.2 percent.",
        "55.2 percent",
        "Maria Santos",
    ),
    (
        "votes told with their share between commas are of whom they were for",
        "In the election the council gave Maria Santos 633,357 votes, to 468,040, or 40.8 percent, for John Brown.",
        "468,040",
        "John Brown",
    ),
    (
        "having held goes back to the name right before it",
        "In the election the Meadow Party took 131 seats, the Greens just 29, having held 280 in the outgoing house.",
        "280",
        "Greens",
    ),
    (
        "a dateline is no part of the name behind it",
        "BUENOS AIRES - Fernando de la Torre won the presidential election with 48.5 percent of the vote.",
        "48.5 percent",
        "Fernando de la Torre",
    ),
    (
        "a coalition counted by its parties is printed with their number",
        "After the election her 14-party coalition was expected to have 52 seats.",
        "52",
        "14-party coalition",
    ),
    (
        "a share without decimals goes on with one that has them, where only shares are told",
        "In the election Maria Santos had 19.7 percent, John Brown 17 and Ann Green 16.1.",
        "17",
        "John Brown",
    ),
    (
        "what was held instead of the new figure is of the same party",
        "After the election the Meadow Party will have 101 seats instead of 119.",
        "119",
        "Meadow Party",
    ),
    (
        "a dash behind the place and date is no part of a name",
        "TEHRAN, Feb 20 (Newswire) - Reformist candidates captured 29 of 30 seats in the election.",
        "29",
        "Reformist candidates",
    ),
    (
        "a lead told in votes and once more in points is of one winner",
        "In the election Maria Santos edged out John Brown by 390,557 votes, or 1.6 percentage points.",
        "1.6 percentage points",
        "Maria Santos",
    ),
    (
        "their vote is the party's, not that of the person named in between",
        "In the election the Meadow Party, led by the former mayor Ann Green, raised their vote to 14.3 percent.",
        "14.3 percent",
        "Meadow Party",
    ),
    (
        "a possessive is the doer's whom no list knows, not the party's that is named in between",
        "In the election the Leninists, expelled from the Socialist Party in 1978, lost three of their 9 seats.",
        "9",
        "Leninists",
    ),
    (
        "an insertion with a verb of its own is no insertion of the doer's",
        "In the election the Harbour Party beat the Greens, the Meadow Party won two seats, and Labour took four.",
        "two",
        "Meadow Party",
    ),
    (
        "a relative clause with a verb of its own is one",
        "The National Front, which led the country to independence in 1962, trailed in the vote with just 15 seats.",
        "15",
        "National Front",
    ),
    (
        "kin between commas, behind a place",
        "In Texas George Pataki, son of the former governor, beat Gov. Ann Rivers with 53 percent of the vote.",
        "53 percent",
        "George Pataki",
    ),
    (
        "an age between commas is no figure of a list",
        "In the election Mr Kibati got 1,050,617 votes; and Oginga Oduya, who is 81, 944,197.",
        "944,197",
        "Oginga Oduya",
    ),
    (
        "who: the person, not the party",
        "In the election he beat his nearest rival Ann Lee from the Harbour Party (HP) who secured 7,011 votes.",
        "7,011",
        "Ann Lee",
    ),
    (
        "which: the goal of the participle before it",
        "The Reform Party won 41 seats in the election, outshining the older Centre Party, which gained 29 seats.",
        "29",
        "Centre Party",
    ),
    (
        "a participle that describes has no goal",
        "The Joint List, comprising the Balad party, which got 15 seats, was third in the election.",
        "15",
        "Joint List",
    ),
    (
        "who: the goal, words away from its participle",
        "In the vote Labour had 14.2%, putting it well behind the right-wing Conservatives, who were on 31.4%.",
        "31.4%",
        "Conservatives",
    ),
    (
        "compared to: the other one",
        "The Action Party won 61 percent of ballots, compared to Berg's Meadow Party, which is winning 18 percent.",
        "18 percent",
        "Meadow Party",
    ),
    (
        "the person whose party stands before the name",
        "In the election Brown had 36.3 percent, against 27.8 for the Christian Democrat Radomiro Tomas.",
        "27.8",
        "Radomiro Tomas",
    ),
    (
        "the field of an office is no one",
        "His opponent, former Interior Secretary Carlos Rojas, got 4,310,226 votes in the election.",
        "4,310,226",
        "Carlos Rojas",
    ),
    (
        "turned back: a verb of beating in two words",
        "Sen. Edward Kendall turned back businessman Mitt Rowan with 58 percent of the vote in the Senate election.",
        "58 percent",
        "Edward Kendall",
    ),
    (
        "the beaten one's, where the winner's is told",
        "In the election Brown had 71.4 percent, roundly beating ruling party candidate Pedro Araya with 28.6 percent.",
        "28.6 percent",
        "Pedro Araya",
    ),
    (
        "survived: the larger figure is the doer's",
        "In the election Sen. Charles Robson survived Oliver North, the talk-show host, 46 percent to 43.",
        "46 percent",
        "Charles Robson",
    ),
    (
        "an unknown name in a list of counted figures",
        "The Democrat Party won just 80 seats in the election, the Greens 20 seats and Mahachon 1 seat.",
        "1",
        "Mahachon",
    ),
    (
        "a description with its owner, in a list without verbs",
        "The Socialists took 159 seats in the election, the Harbour Party 141 and Arnau's northern nationalists 17.",
        "17",
        "Arnau's northern nationalists",
    ),
    (
        "backed by a town: the hyphen makes no verb of it",
        "The Harbour Party won 20 seats in the election and the Lisbon-backed Workers' Front 12.",
        "20",
        "Harbour Party",
    ),
    (
        "trebled is a verb of having",
        "In the election the Reds slumped to 88 seats, the Harbour Party trebled its seats to 15.",
        "15",
        "Harbour Party",
    ),
    (
        "up five from before: of whom the figure before is",
        "Ann Green's Meadow Party won 33 seats in the election, with John Brown's Harbour Party on 20, up five.",
        "five",
        "Harbour Party",
    ),
    (
        "what someone is, before his full name",
        "In the election Izet Balic won 730,592 votes and Croat Kresimir Zubak 329,891.",
        "329,891",
        "Kresimir Zubak",
    ),
    (
        "down from before: of whom the figure before is",
        "In the election the Meadow Party won 27 seats, just behind the Harbour Party's 28, down from 39.",
        "39",
        "Harbour Party",
    ),
    (
        "two names and two figures, in one order",
        "After the election the Social Democrats and the Greens took four and seven seats.",
        "seven",
        "Greens",
    ),
    (
        "and the first of them",
        "After the election the Social Democrats and the Greens took four and seven seats.",
        "four",
        "Social Democrats",
    ),
    (
        "votes with their share, for whom they are",
        "In the election Ann Lee won 2,470,304 votes, against 1,826,799 or 37.15 percent for Tom Brown.",
        "1,826,799",
        "Tom Brown",
    ),
    (
        "the votes of somebody, held against another's",
        "In the election Tom Brown had 30.8 million votes, more than double the 14.7 million of Ann Lee.",
        "14.7 million",
        "Ann Lee",
    ),
    (
        "third on a share without decimals",
        "In the election the Blues were second with 19.8 percent of the vote, the Meadow Party third on 15.",
        "15",
        "Meadow Party",
    ),
    (
        "of a coalition: the person, not both",
        "In the election Brown had 49.5 percent of the vote, ahead of Jose Bordon of the Frepaso coalition, on 29.6.",
        "29.6",
        "Jose Bordon",
    ),
    (
        "other candidates have what they have",
        "The Harbour Party had 143 seats and other candidates had 35 after the election.",
        "35",
        "other candidates",
    ),
    (
        "candidates who won, by what they are",
        "In the election the Harbour Party won nine seats, and 14 independent candidates were elected.",
        "14",
        "independent candidates",
    ),
    (
        "respectively, over the figures in brackets",
        "In the vote Ann Lee and Tom Berg got 31,208 votes (46 percent) and 27,140 votes (40 percent), respectively.",
        "27,140",
        "Tom Berg",
    ),
    (
        "beaten N to M by: the larger is the agent's",
        "Brown led the early count of the election, only to be beaten 54 percent to 46 percent by Alan Garza.",
        "54 percent",
        "Alan Garza",
    ),
    (
        "beaten N to M by: the smaller is the doer's",
        "Tom Brown led the early count of the election, only to be beaten 54 percent to 46 percent by Alan Garza.",
        "46 percent",
        "Tom Brown",
    ),
    (
        "a possessive over the name in another script",
        "Mayor Hau won the election against his rival Su Tseng-chang\u2019s (\u8607\u8c9e\u660c) 628,129 votes.",
        "628,129",
        "Su Tseng-chang",
    ),
    (
        "what opens a sentence is no part of a name",
        "The election is over. In Pomara, the Meadow-Harbour coalition won four seats.",
        "four",
        "Meadow-Harbour coalition",
    ),
    (
        "a list told by who backs it is no list of before",
        "The Greens lost the election. The list backed by the Meadow Party won three seats.",
        "three",
        "list",
    ),
    (
        "the party: one that only a description told of",
        "In the election the conservatives won 20 seats, ahead of the Labour Party. The party received 275,365 votes.",
        "275,365",
        "conservatives",
    ),
    (
        "his coalition is not the list last spoken of",
        "The Joint List won 13 seats in the election. Mr Brown is not done yet. His coalition took 52 seats.",
        "52",
        "His coalition",
    ),
    (
        "the former mayor: the one person told of",
        "Alan Garza did not reach the second round of the election. The former mayor took 23.87 percent.",
        "23.87 percent",
        "Alan Garza",
    ),
    (
        "a common noun of a person is not the party beside it",
        "Brown and Green met before the vote. The former army commander, an ally of Hezbora, received 83 of 127 votes.",
        "83",
        "former army commander",
    ),
    (
        "he: a name that is no mention",
        "In the election Brulo carried 13 states; in the north he had 72% of the vote. Tom Green won elsewhere.",
        "72%",
        "Brulo",
    ),
    (
        "a name behind the place that opens the sentence",
        "In Veracruz the Renewal Movement, with 29.4%, is winning the election.",
        "29.4%",
        "Renewal Movement",
    ),
    (
        "a beaten name with its figure between commas",
        "In the election the Meadow Party is winning over the Harbour Party, 31.14%, and the Green Party, with 25.03%.",
        "31.14%",
        "Harbour Party",
    ),
    (
        "clinched by: who has them",
        "Three other seats were clinched by the Meadow Party in the election.",
        "Three",
        "Meadow Party",
    ),
    (
        "N (share) for the other one",
        "In the election he took 667,877 votes, 39% of the total, to 464,434 (27%) for the Conservative Ann Norman.",
        "464,434",
        "Ann Norman",
    ),
    (
        "the N it won: the one last told of",
        "The Meadow Party had 295 seats after the election and Congress 154, half of the 352 it won in 1971.",
        "352",
        "Congress",
    ),
    (
        "the N seats that the other one took",
        "The Greens won 105 seats in the election, falling short of the 110 seats that the Meadow Party took.",
        "110",
        "Meadow Party",
    ),
    (
        "on course for N and the other for M",
        "Her Meadow Party was on course for 52 seats in the election and the Sandinistas for 38.",
        "38",
        "Sandinistas",
    ),
    (
        "N instead of M: one subject",
        "After the election the Meadow Party has 74 seats, not 76 as announced, and the Greens have 45 instead of 43.",
        "43",
        "Greens",
    ),
    (
        "an insertion that begins with its owner",
        "Ann Lacuna leads the election with 281,330 votes, followed by Pedro Salas, Estrada's partner, with 194,672.",
        "194,672",
        "Pedro Salas",
    ),
    (
        "he: who does something in the sentence",
        "Mark Hanson told the Herald's Nora Keane he was glad, having come sixth in the election with 20 votes.",
        "20",
        "Mark Hanson",
    ),
    (
        "nobody has the votes against him",
        "In the referendum 52.2 per cent were against membership of the Harbour Union.",
        "52.2 per cent",
        "were against membership of the Harbour Union",
    ),
    (
        "the name before a verb of being",
        "In the house elected on Sunday the European People's Party will again be the largest group with 213 seats.",
        "213",
        "European People's Party",
    ),
    (
        "a name that its party tells",
        "The election was a victory for Lazarus Chakwena of the Harvest Party (HP). He won 59% of the votes cast.",
        "59%",
        "Lazarus Chakwena",
    ),
    (
        "a name behind which its party stands in brackets",
        "Kawirra Mwangena (PDP) seized the county in the election. The preacher scored 209,148 votes.",
        "209,148",
        "preacher",
    ),
    (
        "whose election it was",
        "The commission approved the tally, confirming Mikheil Saakash's re-election with 57.2% of the ballots.",
        "57.2%",
        "Mikheil Saakash",
    ),
    (
        "an assembly of the nation is no party",
        "His Harbour Party won 140 of 168 seats in the National State Assembly; in the election of 1970 it had 17.",
        "17",
        "Harbour Party",
    ),
    (
        "voted for him: the one told of",
        "Alan Garza came third in the election: 16,112 people opted for him.",
        "16,112",
        "Alan Garza",
    ),
    (
        "of the party and its letters: the person's votes",
        "In the election Daniel Brown of the ruling Harbour Front (HF) had to be content with 47.2 percent.",
        "47.2 percent",
        "Daniel Brown",
    ),
    (
        "who is made the winner stands before it",
        "The election was held in June, and the returns make Ann Green the winner with 75,655 votes.",
        "75,655",
        "Ann Green",
    ),
    (
        "a relative clause behind brackets",
        "The Reformist Party (said to be a clone of the Meadow Party in all but name), which won 4 seats in the vote.",
        "4",
        "Reformist Party",
    ),
    (
        "and N percent to the next",
        "In the election 1.74 percent of the votes was cast for the Meadow Party, and 1.56 percent to the Greens.",
        "1.56 percent",
        "Greens",
    ),
    (
        "whose to win it is, stands before the verb",
        "The Greens, which fell over a budget in the second year of its rule, secured enough votes to take 26 seats.",
        "26",
        "Greens",
    ),
    (
        "what stands between commas behind the one who is given is passed over: an age and a trade",
        "In the presidential run-off the bureau gave Ann Brown, 56, a history teacher, 54.2 percent of the vote.",
        "54.2 percent",
        "Ann Brown",
    ),
    (
        "an acronym and what the alliance is are passed over, too",
        "The count gave the Harbour Party (HP), an alliance of farmers and liberals, 122 seats in the lower house.",
        "122",
        "Harbour Party",
    ),
    (
        "put over an aside on a figure",
        "In the presidential vote the commission put Ann Brown, 67, on 59.1 percent.",
        "59.1 percent",
        "Ann Brown",
    ),
    (
        "whoever does what the clause before a colon tells",
        "The Harbour Party, partners of the Greens of old, was all but wiped out in the election: four seats.",
        "four",
        "Harbour Party",
    ),
    (
        "members behind a colon are seats of the party told of",
        "The Harbour Party were the losers of the election: 20 deputies against 23 in the last house.",
        "20",
        "Harbour Party",
    ),
    (
        "and what it came down from is the same one's",
        "The Harbour Party, partners of the Greens of old, was all but wiped out: four seats, down from 22.",
        "22",
        "Harbour Party",
    ),
    (
        "'whose share' is of the one right before",
        "Tom Rizo of the Harbour Party was third in the election, followed by dissident Ed Lake, whose share was 6.8%.",
        "6.8%",
        "Ed Lake",
    ),
    (
        "the person behind a party's name and a title in capitals",
        "Ann Brown won the presidential election with 53.2 percent against 46.1 percent for Harbour Party "
        "Secretary General Seth Shaw.",
        "46.1 percent",
        "Seth Shaw",
    ),
    (
        "the description's name behind its comma, though more is told of it",
        "The other far-right group, the PLN of mayor Tom Brown, has 18 seats in the new parliament.",
        "18",
        "PLN",
    ),
    (
        "who beats someone's candidate has the share",
        "Ann Green, a Socialist who beat the Harbour Party's candidate with 51 percent in the presidential election, "
        "will name a prime minister.",
        "51 percent",
        "Ann Green",
    ),
    (
        "who heads a list has the votes",
        "Former senator John Salong headed the list with 5.1 million votes in the senate election.",
        "5.1 million",
        "John Salong",
    ),
    (
        "the challenger of an apposition is the person named before it",
        "None of the others in the presidential election, including John Mrem, the once feared challenger who took "
        "27.8 percent five years ago, was in sight.",
        "27.8 percent",
        "John Mrem",
    ),
    (
        "deputies that were counted are no one who does anything",
        "The Harbour Party that went into the campaign with 464 of the 577 deputies came out of the first round of the "
        "election with barely 36 percent of the vote.",
        "36 percent",
        "Harbour Party",
    ),
    (
        "a name behind 'and the', as long as the list goes on",
        "The Social Union, with 53 seats, and the Lorian Democratic Federation, with 25 and 11, formed a government "
        "after the election.",
        "25",
        "Lorian Democratic Federation",
    ),
    (
        "an acronym in a party's brackets is no company",
        "In the presidential election John Rizo of the Conservative Party (PLC) stood in third place with 20 percent.",
        "20 percent",
        "John Rizo",
    ),
]


@pytest.fixture(scope="module")
def claims(claims_of: ClaimsOf) -> Claims:
    return claims_of(sorted({text for _, text, *_ in WHOSE}))


@pytest.mark.parametrize(("what", "text", "figure", "subject"), WHOSE, ids=[row[0] for row in WHOSE])
def test_a_figure_is_said_of_its_own(what: str, text: str, figure: str, subject: str, claims: Claims) -> None:
    said = {c.subject_text for c in claims[text] if c.quantity.text == figure and c.measure != "role"}
    assert said == {subject}, what


def test_both_have_the_figure(claims_of: ClaimsOf) -> None:
    text = "After the election the Meadow Party and the Greens are both at 35 seats."
    assert [c.subject_text for c in claims_of([text])[text]] == ["Meadow Party", "Greens"]


def test_members_of_a_house_are_no_name_of_a_party(claims_of: ClaimsOf) -> None:
    text = "The Conservatives' victory in the election took their total of MPs up to 365."
    assert "MPs" not in {c.subject_text for c in claims_of([text])[text]}


def test_a_share_given_to_several_is_no_ones(claims_of: ClaimsOf) -> None:
    text = "The commission gave Brown, Green and Lake, a former general, 12 percent of the vote in all."
    assert claims_of([text])[text] == ()


def test_a_nameless_party_before_a_colon_has_no_seats(claims_of: ClaimsOf) -> None:
    text = "The Greens held 90 seats in the old house. His party did worse in the election: 20 seats."
    assert "20" not in [c.quantity.text for c in claims_of([text])[text]]
