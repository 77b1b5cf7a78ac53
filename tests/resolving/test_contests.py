"""Which election each figure is about: small articles with the figure in brackets, and the contest that it must get."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.configuring.configuration import Configuration, load
from pipeline.configuring.contests import load_contests
from pipeline.configuring.strict import ConfigError
from pipeline.extracting.cues import article_cues, claim_cues
from pipeline.extracting.scene import make_scene
from pipeline.resolving.contest_calendar import Elections, span_of
from pipeline.resolving.contests import ContestTable, resolve_contests
from pipeline.resolving.resolve import resolve
from pipeline.types import Article, Claim, Contest, Doc, Extraction, Mention, Quantity, Sentence


@pytest.fixture(scope="module")
def config() -> Configuration:
    return load(Path(__file__).parents[2] / "configs")


def read(
    marked: str, config: Configuration, name: str = "a", measure: str = "turnout", published: str | None = None
) -> tuple[Article, Extraction]:
    """An article of one sentence a line, with a claim for every figure in [brackets] and people in {braces}."""
    claims: list[tuple[int, int, int]] = []
    people: list[tuple[int, int]] = []
    spans: list[tuple[int, int]] = []
    text = ""
    for line in marked.strip().split("\n"):
        start = len(text)
        for sign in line.strip():
            if sign in "[{":
                opened = len(text)
            elif sign == "]":
                claims.append((len(spans), opened, len(text)))
            elif sign == "}":
                people.append((opened, len(text)))
            else:
                text += sign
        spans.append((start, len(text)))
        text += "\n"
    article = Article(name, f"{name}.txt", text, published=published)
    mentions = tuple(Mention(name, s, e, text[s:e], "person", "test") for s, e in people)
    doc = Doc(article, tuple(Sentence(s, e) for s, e in spans), mentions)
    made = tuple(_claim(doc, claim, measure, config) for claim in claims)
    prints = tuple((s, e, text[s:e]) for s, e in spans)
    return article, Extraction(name, mentions, made, article_cues(doc, config), (), prints)


def _claim(doc: Doc, where: tuple[int, int, int], measure: str, config: Configuration) -> Claim:
    n, start, end = where
    scene = make_scene(doc, doc.sentences[n], [])
    inside = [i for i, w in enumerate(scene.words) if w.start < end and w.end > start]
    cues = claim_cues(scene, inside[0], inside[-1] + 1, config)
    printed = doc.article.text[start:end]
    digits = "".join(c for c in printed if c.isdigit() or c == ".").strip(".")
    value = float(digits) if digits else None
    quantity = Quantity(printed, start, end, value, value, value, "percent", "exact")
    name = doc.article.article_id
    span = doc.sentences[n]
    sentence = doc.article.text[span.char_start : span.char_end]
    key = (f"{name}:{start}", name, span.char_start, span.char_end, sentence, measure, quantity)
    return Claim(*key, None, None, None, "contest", None, "unknown", None, "test", 1.0, cues)


def told(table: ContestTable, claim: Claim) -> Contest | None:
    """The contest of a claim; None where it cannot be told."""
    contest_id, basis = table.of_claim[claim.claim_id]
    assert basis, "every claim says why"
    return next((c for c in table.contests if c.contest_id == contest_id), None)


def short(contest: Contest | None) -> str:
    """A contest in a few words: country, date or year, house, round."""
    if contest is None:
        return "cannot be told"
    parts = (contest.country, contest.date or contest.year, contest.body, contest.round and f"round {contest.round}")
    return " ".join(str(p) for p in parts if p)


PRAGUE = """
Czech ruling party leads in Senate elections
Czech voters stayed away from Senate elections on Saturday, with turnout at [35 percent].
That compares with [76.4 percent] in June's lower-house elections.
In the 1992 election [85 percent] had voted.
"""
BAGHDAD = """
Iraq counts its votes after Saturday's parliamentary election.
Turnout in Iraq was [44.52 percent], the lowest since the first elections in 2005.
Prime Minister {Haider al-Abadi} called for calm.
"""
DATED = [
    (
        "1996-11-17",
        "turnout",
        PRAGUE,
        ["CZ 1996-11-16 upper house round 1", "CZ 1996-06-01 lower house", "CZ 1992-06-06 lower house"],
    ),
    (None, "turnout", BAGHDAD, ["IQ 2018-05-12"]),
    # who led a party then, who became prime minister after it, and whom nobody knew yet
    (
        None,
        "seats",
        "Labour has won the British general election with [412] seats.\n{Keir Starmer} became prime minister.",
        ["GB 2024-07-04"],
    ),
    (
        None,
        "seats",
        "{Justin Trudeau} called Canada's election two years early.\n"
        "He ended up with [160] seats, against [119] for {Erin O'Toole}'s Conservatives.",
        ["CA 2021-09-20", "CA 2021-09-20"],
    ),
    # members of a party who may vote choose its leader, whatever MPs and other leaders are named
    (
        None,
        "turnout",
        "{Boris Johnson} beat his rival for the leadership of the UK's Conservatives.\n"
        "Some 160,000 members were eligible to vote and turnout was [87.4 percent].\n"
        "MPs were told by {Jo Swinson} to expect an early poll. Labour's MPs agreed.",
        ["GB 2019-07-23 Conservative leader"],
    ),
    # a vote still to come is after the article's own, and so are both after one called the previous one
    (
        None,
        "turnout",
        "Mongolia's ruling party won Wednesday's general election.\nTurnout was [58.1 percent].\n"
        "A presidential election is to be held by direct vote in 2017.",
        ["MN 2016-06-29"],
    ),
    (
        None,
        "turnout",
        "Botswana's ruling party won Saturday's general election.\nTurnout was [58.1 percent].\n"
        "In the previous election in October 1989, it had come first, too.",
        ["BW 1994-10-15"],
    ),
    # the words of a referendum's matter stand in one sentence, not here and there; a headline ends before a name
    (
        None,
        "turnout",
        "Turnout in the devolution referendum was [63 percent] in Scotland.\n"
        "It was lower in the North. The assembly would sit in Edinburgh, to the East.",
        ["cannot be told"],
    ),
    (
        None,
        "seats",
        "Thailand gets its first woman PM\n{Yingluck Shinawatra} won Thailand's general election with [265] seats.",
        ["TH 2011-07-03 lower house"],
    ),
    # a president whom parliament elects is no news of "the election"; who goes on was in office before; a run-off
    (
        None,
        "seats",
        "{Viktor Orban} won a fourth straight term in Hungary's election.\n"
        "The opposition of {Peter Marki-Zay} took [57] seats.",
        ["HU 2022-04-03"],
    ),
    (
        None,
        "vote_share",
        "{Emmanuel Macron} was re-elected in France's presidential election with [58.5 percent].",
        ["FR 2022-04-24"],
    ),
    (
        None,
        "vote_share",
        "{Recep Tayyip Erdogan} won the run-off of Turkey's presidential election with [52.2 percent].",
        ["TR 2023-05-28 round 2"],
    ),
    # who stood, and who took office right after, tell a president's election
    (
        None,
        "vote_share",
        "A man of the left beat President {Lech Walesa} in Poland's presidential run-off.\n"
        "{Aleksander Kwasniewski} had [51.4 percent] in early Polish returns.",
        ["PL 1995-11-19 round 2"],
    ),
    (
        None,
        "vote_share",
        "Kenya counted the votes of its presidential election.\n{Raila Odinga} had [48 percent] of the vote in Kenya.",
        ["cannot be told"],
    ),
    (
        "2005-11-29",
        "seats",
        "Venezuela's ruling party is set to win Sunday's congressional elections.\n"
        "The opposition parties that will boycott the vote now hold [79] seats.\n"
        "Venezuelans will elect [167] deputies.",
        ["VE 2000-07-30", "VE 2005-12-04"],
    ),
    (
        "1987-06-16",
        "vote_share",
        "Italy's general election dealt a blow to the Communists.\n"
        "The Socialists rose to [14.3 percent] from [11.4] in 1983.",
        ["IT 1987-06-15", "IT 1983-06-27"],
    ),
    (
        "2017-06-09",
        "seats",
        "Britain faces a hung parliament after Thursday's election.\n"
        "The Conservatives have [318] seats in the House of Commons.\n"
        "Before the election, they had [330] and Labour [229].",
        ["GB 2017-06-08", "GB 2015-05-07", "GB 2015-05-07"],
    ),
    (
        "1994-11-29",
        "vote_share",
        "Norwegians voted [52.2 percent] against joining the EU in Monday's referendum.",
        ["NO 1994-11-28"],
    ),
    (
        "1996-09-16",
        "votes",
        "Alija Izetbegovic won in Bosnia's presidential election, Serb Momcilo Krajisnik got [690,646].",
        ["BA 1996-09-14"],
    ),
    (
        "1999-08-30",
        "seats",
        "The Social Democrats won the first round of a Czech Senate by-election on Saturday.\n"
        "They had [74] seats in the 1998 parliamentary election.",
        ["CZ 1998-06-20 lower house"],
    ),
    (
        "2002-04-22",
        "vote_share",
        "France's presidential election goes to a run-off after Sunday's vote.\n"
        "Jacques Chirac won [19.9 percent] of the vote in the first round.",
        ["FR 2002-04-21 round 1"],
    ),
    (
        "2019-12-13",
        "vote_share",
        "Britain's Conservatives won a majority in Thursday's general election.\n"
        "In the 2016 EU referendum [52 percent] of British voters chose to leave.\n"
        "In the last French presidential election, in 2017, the winner took [66 percent].",
        ["GB 2016-06-23", "FR 2017-05-07"],
    ),
    (
        "1996-11-20",
        "vote_share",
        "Shareholders of a British company voted on a merger on Thursday.\n"
        "The annual meeting of shareholders gave the takeover bid [60 percent].",
        ["cannot be told"],
    ),
    ("2018-05-14", "turnout", "The vote was peaceful.\nTurnout was [44 percent] in the election.", ["cannot be told"]),
    # what was held before, and what is held now
    (
        "1987-03-17",
        "seats",
        "Finland voted in a general election on Sunday and Monday.\n"
        "The Centre took [37] seats in the last 200-seat house, the Social Democrats [57].",
        ["FI 1983-03-21", "FI 1983-03-21"],
    ),
    (
        "1987-03-12",
        "seats",
        "TOKYO - The ruling party of Japan lost a by-election in Iwate on Sunday.\n"
        "The party now has [304] seats in the lower house.",
        ["JP 1986-07-06 lower house"],
    ),
    (
        "1987-03-12",
        "votes",
        "TOKYO - The ruling party of Japan lost a by-election in Iwate on Sunday.\n"
        "Its candidate in the by-election had [197,000] votes.",
        ["JP 1987"],
    ),
    # a state's election in passing, after the nation's
    (
        "1998-09-28",
        "vote_share",
        "Germany's Social Democrats won Sunday's election with [40.9 percent].\n"
        + "Their leader thanked the voters of the east and of the west and of the cities of the Rhine.\n" * 5
        + "In April's state election in Saxony-Anhalt the far right had taken [12.9 percent].",
        ["DE 1998-09-27", "DE 1998-04-26 Saxony-Anhalt"],
    ),
    # the round of two weeks ago
    (
        "1990-12-10",
        "turnout",
        "Poland chose its president in a second round on Sunday.\n"
        "Turnout in the presidential election was [53.4 percent], down from [60.6 percent] two weeks ago.",
        ["PL 1990-12-09 round 2", "PL 1990-11-25 round 1"],
    ),
    # a part of one country with the name of another
    (
        "2003-11-28",
        "seats",
        "BELFAST - The Unionists won [30] seats in the Northern Ireland Assembly election on Wednesday.",
        ["GB 2003-11-26 Northern Ireland Assembly"],
    ),
    # a state's election is not the nation's, nor the other states', nor a college's of the same month
    (
        "1987-06-18",
        "seats",
        "India's ruling party was heading for defeat in state elections in Haryana.\n"
        "With 53 results in it had won [two] seats against [63] previously.",
        ["IN 1987", "cannot be told"],
    ),
    (
        "1987-04-13",
        "seats",
        "TOKYO - Japan's ruling party lost ground in local elections on Sunday.\n"
        "In prefectural assembly elections it has [1,395] seats.",
        ["JP 1987-04-12"],
    ),
    # a party's vote on its leader weeks before is not meant by the party's name
    (
        "2003-01-29",
        "seats",
        "Likud doubled its seats in Israel's election.\nIt won [38] seats on Tuesday.",
        ["IL 2003-01-28"],
    ),
    # by-elections are in no calendar: they are of the article's year, and what is held now is the election before's
    (
        "1997-12-02",
        "vote_share",
        "LONDON - The Conservatives held Britain's seat of Beckenham in a by-election.\nThey had [41.2 percent].",
        ["GB 1997"],
    ),
    (
        "2017-06-21",
        "vote_share",
        "WASHINGTON - Republicans won a special election in the United States.\nTheir candidate had [52 percent].",
        ["US 2017"],
    ),
    # a party's vote on its leader, and what was held when the campaign began
    (
        "2015-09-12",
        "vote_share",
        "LONDON - Jeremy Corbyn was elected leader of Britain's Labour Party in a landslide.\nHe took [59.5%].",
        ["GB 2015-09-12 Labour leader"],
    ),
    (
        "1997-05-26",
        "seats",
        "PARIS - The left came first in France's parliamentary election.\nThe right walked into the campaign with "
        "[464] seats.",
        ["FR 1993-03-28 lower house"],
    ),
    # what a party won before is of then, and of nothing else that the sentence tells
    (
        "2018-03-05",
        "vote_share",
        "ROME - Italy's parliamentary election shook the parties.\nThe League's [17.4%] was more than four times what "
        "it won in 2013, and left Forza Italia, at [14%], the junior partner.",
        ["IT 2018-03-04", "IT 2018-03-04"],
    ),
    # a year before "with", and what it is held against
    (
        "2014-06-03",
        "votes",
        "CAIRO - The general won Egypt's presidential election.\nHamdeen Sabahy, who came third two years ago with "
        "almost [5 million] votes, has questioned the count.",
        ["EG 2012-06-17"],
    ),
    (
        "2014-06-03",
        "votes_cast",
        "CAIRO - The general won Egypt's presidential election.\nIn a talk before the vote he hoped for 40 million; "
        "[25 million] voted.",
        ["EG 2014-05-28"],
    ),
    # European elections are told country by country
    (
        "1999-06-14",
        "turnout",
        "LONDON - Britain's ruling party was beaten in the European elections.\nTurnout was [23 percent].",
        ["GB 1999-06-13 European Parliament"],
    ),
    (
        "2014-05-26",
        "turnout",
        "In the European elections Italy's ruling party came out on top.\n"
        "Turnout was [43 percent] in all, but in Slovakia it was [13 percent].",
        ["IT 2014-05-25 European Parliament", "SK 2014-05-25 European Parliament"],
    ),
    # "upper house election" tells of no "house election"
    (
        "2007-07-30",
        "seats",
        "TOKYO - Japan's ruling party lost its majority on Sunday.\n"
        "It won [37] of the 121 seats at stake in the upper house election.",
        ["JP 2007-07-29 upper house"],
    ),
    # a party of one member has its figure there; a chancellor's title tells no member
    (
        "2014-05-26",
        "seats",
        "The European elections brought gains for the right in Britain, France and Greece.\n"
        "The European People's Party, which includes German Chancellor Angela Merkel's party, won [212] seats.",
        ["EU 2014-05-25 European Parliament"],
    ),
    # the councils of all a land are held against those before, where no other vote was on that day
    (
        "2021-11-05",
        "turnout",
        "PRETORIA - South Africa's local government elections were a blow to the ruling party.\n"
        "Turnout was [45.9 percent], against [58 percent] at the previous vote.",
        ["ZA 2021-11-01", "ZA 2016-08-03"],
    ),
    # where nothing names the kind, the president is meant, elected on the day the house was
    (
        "2023-05-15",
        "vote_share",
        "Turkey votes again in two weeks after its election.\nErdogan had [49.5 percent] in the first round.",
        ["TR 2023-05-14 round 1"],
    ),
    # a national house beside a local election
    (
        "1997-04-02",
        "seats_total",
        "Germany's ruling party held its ground in municipal elections.\nIt governs with ten more than half of the "
        "[672] seats in the lower house.",
        ["DE 1994-10-16"],
    ),
    (
        "2023-06-12",
        "turnout",
        "Andorra's local elections took place on Sunday.\nTurnout in Andorra's communal elections was [60 percent].",
        ["AD 2023"],
    ),
    # the headline names the land's house; "on 2011" is what the article's own figures are held against
    (
        None,
        "seats",
        "Scottish Parliament election: Greens gain ground\nLabour won [22] seats at Holyrood.\n"
        "The Greens have [eight] MSPs, two up on 2016.",
        ["GB 2021-05-06 Scottish Parliament", "GB 2021-05-06 Scottish Parliament"],
    ),
    (
        None,
        "seats",
        "Bavarian state election: Greens second\nThe Greens won [38] seats in Germany's south, a rise of 20 on 2013.",
        ["DE 2018-10-14 Bavaria"],
    ),
    (
        None,
        "vote_share",
        "Canada's election: what happened\n"
        "The Liberals took [39 percent] in the Canadian parliament's election, 20 points up on 2011.",
        ["CA 2015-10-19"],
    ),
    # a land's own election in the headline: a year in which it did not vote is one before
    (
        None,
        "seats",
        "The Delhi election and the making of a bank of votes\nThe Aam Aadmi Party won [62] seats in Delhi's assembly "
        "election.\nIn the general election of May 2019 the BJP had taken [seven] of Delhi's seats in India.",
        ["IN 2020-02-08 Delhi", "IN 2019-05-19 lower house"],
    ),
    # parliament elects the president: its size is told of that, what a party holds in it of parliament's own election
    (
        "1996-08-27",
        "seats",
        "Estonia's parliament failed to elect a president in the presidential election on Tuesday.\n"
        "The Coalition Party, which holds [41] seats in Estonia, left its deputies a free hand.",
        ["EE 1995-03-05"],
    ),
    # a race to lead a party, told by the headline, and who took office after it
    (
        None,
        "vote_share",
        "Liz Truss: How she won the race to lead the Conservatives\n{Liz Truss} is to become Britain's prime minister "
        "after the leadership contest.\nShe won [57.4%] of the vote in Britain.",
        ["GB 2022-09-05 Conservative leader"],
    ),
    # an upper house that no voter elects is seldom the news
    (
        None,
        "seats",
        "Dutch election: a surprise\nIn the Netherlands {Dilan Yesilgoz} lost the election.\nThe Greens won [25] "
        "seats, up from 17 in 2021.",
        ["NL 2023-11-22 lower house"],
    ),
    # "with" and "which" go on with what was just said of an election
    (
        "2014-10-30",
        "seats",
        "Tunisia held parliamentary elections on Sunday.\n"
        "Ettakatol, which came fourth in 2011 with [20] seats, now has [one].",
        ["TN 2011-10-23 constituent assembly", "TN 2014-10-26"],
    ),
    (
        "2015-04-01",
        "vote_share",
        "Nigeria held its presidential election on Saturday.\n"
        "Many fled after the 2011 vote, which the incumbent won with [59%].\nThis time he had [45%].",
        ["NG 2011-04-16", "NG 2015-03-28"],
    ),
    (
        "2015-04-01",
        "vote_share",
        "Nigeria held its presidential election on Saturday.\n"
        "Many have fled since 2011, which the incumbent blames on his rival, who had [54%].",
        ["NG 2015-03-28"],
    ),
    # who would hold a referendum reports none
    (
        "2015-11-02",
        "vote_share",
        "Turkey's ruling party won 316 seats in Sunday's election, short of the 330 it wanted to call a referendum.\n"
        "It took [49.4 percent].",
        ["TR 2015-11-01"],
    ),
    # a party's vote on its leader, told by the lead; not a title, nor a country's leader
    (
        "2005-12-07",
        "turnout",
        "Britain's opposition has a new face: {David Cameron} was elected Conservative leader on Tuesday.\n"
        "Turnout was [78 percent], the party said.\nThe party lost the general election in May.",
        ["GB 2005-12-06 Conservative leader"],
    ),
    (
        "2005-05-08",
        "turnout",
        "Britain's voters elected a British leader for a third time in Thursday's election.\nTurnout was [61 percent].",
        ["GB 2005-05-05"],
    ),
    # a constitution that voters approve
    (
        "1993-12-13",
        "vote_share",
        "Russians approved a new constitution on Sunday, officials in Russia said.\nIt had [58 percent].",
        ["RU 1993-12-12"],
    ),
    # a land before the word for its house; the nation's house by its own name
    (
        "2023-05-14",
        "seats",
        "The Congress won Karnataka's election in India.\nIt took [135] seats in Karnataka's assembly election.\n"
        "The BJP holds [25] of the state's Lok Sabha seats.",
        ["IN 2023-05-10 Karnataka", "IN 2019-05-19 lower house"],
    ),
    # a state that bears a country's name
    (
        "2018-11-08",
        "vote_share",
        "Republican {Brian Kemp} led Democrat {Stacey Abrams} in Georgia's general election.\n"
        "In Georgia he had [50.3 percent].",
        ["US 2018-11-06"],
    ),
    (
        "2020-11-06",
        "margin",
        "President-elect {Joe Biden} led the presidential election in Georgia and Pennsylvania.\n"
        "His lead in Georgia was [1,098] votes.",
        ["US 2020-11-03"],
    ),
    (
        "2018-03-14",
        "margin",
        "The special election in Pennsylvania's 18th district of the United States was too close to call.\n"
        "{Donald Trump} won the district by [20] points in 2016.",
        ["US 2016-11-08"],
    ),
    (
        "2003-11-03",
        "vote_share",
        "TBILISI - Republicans and Democrats quarrelled over Georgia's general election.\nIn Georgia they had "
        "[8 percent].",
        ["GE 2003-11-02"],
    ),
    # the land voted yesterday, the nation months ago
    (
        "2004-09-06",
        "turnout",
        "BERLIN - In Saarland's election on Sunday the Social Democrats of Germany fell back.\n"
        "Turnout was [55 percent].",
        ["DE 2004-09-05 Saarland"],
    ),
    # a by-election's candidates are no party's leaders
    (
        "2022-06-24",
        "turnout",
        "Wakefield by-election: Labour wins\nThe Labour leader said that the Conservative leader was beaten in Britain."
        "\nTurnout was [39 percent] in the by-election.",
        ["GB 2022"],
    ),
]


@pytest.mark.parametrize(("published", "measure", "text", "expected"), DATED, ids=[d[2].strip()[:40] for d in DATED])
def test_contest_of_each_figure(
    published: str | None, measure: str, text: str, expected: list[str], config: Configuration
) -> None:
    article, extraction = read(text, config, measure=measure, published=published)
    table = resolve_contests([article], [extraction], config)
    assert [short(told(table, claim)) for claim in extraction.claims] == expected


def test_an_undated_article_is_settled_by_one_that_shares_its_sentence(config: Configuration) -> None:
    shared = "The electoral commission of Iraq released results from ten of the provinces on Sunday night.\n"
    lone = "Iraq's election results were released.\n" + shared + "Turnout was only [44.52 percent]."
    first = read(BAGHDAD + shared, config, "first")
    second = read(lone, config, "second")
    alone = resolve_contests([second[0]], [second[1]], config)
    both = resolve_contests([first[0], second[0]], [first[1], second[1]], config)
    assert short(told(alone, second[1].claims[0])) == "cannot be told"
    assert short(told(both, second[1].claims[0])) == "IQ 2018-05-12"
    assert "shares" in both.of_claim[second[1].claims[0].claim_id][1]


def test_an_untold_contest_names_its_rivals(config: Configuration) -> None:
    article, extraction = read("Iraq's election results were released.\nTurnout was [44 percent].", config)
    contest_id, basis = resolve_contests([article], [extraction], config).of_claim[extraction.claims[0].claim_id]
    assert contest_id is None
    assert basis.count("IQ legislative") >= 2


def test_midterms_are_no_election_of_a_president_s_day(config: Configuration) -> None:
    text = "US {}: Democrats take House.\nThe Democrats won the US House of Representatives with [235] seats."
    rivals = []
    for word in ("mid-terms", "elections"):
        article, extraction = read(text.format(word), config, measure="seats")
        rivals.append(resolve_contests([article], [extraction], config).of_claim[extraction.claims[0].claim_id][1])
    assert not any(f"{year}-11" in rivals[0] for year in range(1900, 2030, 4)), rivals[0]
    assert any(f"{year}-11" in rivals[1] for year in range(1900, 2030, 4)), rivals[1]


def test_the_order_of_the_articles_does_not_matter(config: Configuration) -> None:
    made = [read(d[2], config, f"a{n}", d[1], d[0]) for n, d in enumerate(DATED)]
    table = resolve_contests([a for a, _ in made], [e for _, e in made], config)
    random.Random(3).shuffle(made)
    again = resolve_contests([a for a, _ in made], [e for _, e in made], config)
    assert table.contests == again.contests
    assert dict(table.of_claim) == dict(again.of_claim)


def test_the_stage_resolves_every_claim_whatever_the_order(config: Configuration) -> None:
    made = [read(d[2], config, f"a{n}", d[1], d[0]) for n, d in enumerate(DATED)]
    forward = resolve([a for a, _ in made], [e for _, e in made], config)
    back = resolve([a for a, _ in reversed(made)], [e for _, e in reversed(made)], config)
    assert replace(forward, links=list(forward.links)) == replace(back, links=list(back.links))
    assert [r.claim_id for r in forward.resolutions] == sorted(c.claim_id for _, e in made for c in e.claims)
    known = {c.contest_id for c in forward.contests}
    assert {r.contest_id for r in forward.resolutions if r.contest_id} == known


def test_a_phrase_that_cannot_meet_text_is_refused(tmp_path: Path) -> None:
    text = (Path(__file__).parents[2] / "configs" / "contests.toml").read_text(encoding="utf-8")
    (tmp_path / "contests.toml").write_text(text.replace('"last time"', '"Last  time"', 1), encoding="utf-8")
    with pytest.raises(ConfigError, match="lower case"):
        load_contests(tmp_path)


def test_one_election_has_one_id_and_two_have_two(config: Configuration) -> None:
    one = read(BAGHDAD, config, "one", published="2018-05-14")
    two = read(BAGHDAD, config, "two")
    other = read(PRAGUE, config, "other", published="1996-11-17")
    table = resolve_contests([one[0], two[0], other[0]], [one[1], two[1], other[1]], config)
    ids = [table.of_claim[c.claim_id][0] for c in (one[1].claims[0], two[1].claims[0], *other[1].claims)]
    assert ids[0] == ids[1] and len(set(ids[1:])) == len(ids[1:])
    assert all(i is not None and i.startswith("c_") for i in ids)


@pytest.mark.parametrize(
    ("date", "first", "last"),
    [
        ("2018", "2018-01-01", "2018-12-31"),
        ("2018-02", "2018-02-01", "2018-02-28"),
        ("2016-12", "2016-12-01", "2016-12-31"),
    ],
)
def test_span_of_a_date(date: str, first: str, last: str) -> None:
    assert [d.isoformat() for d in span_of(date)] == [first, last]


def test_rounds_of_one_election_stand_together(config: Configuration) -> None:
    senate = Elections(config.calendar).in_year("CZ", "legislative", "upper house", 1996)
    assert [e.dates for e in senate] == [("1996-11-16", "1996-11-23")]


def test_a_ballot_of_a_college_is_not_dated_by_its_last(config: Configuration) -> None:
    # Estonia's parliament voted three times in August 1996, the college that chose in September
    text = "TALLINN: The parliament of Estonia votes for a president.\nIn the second round Meri got [49] votes."
    article, extraction = read(text, config, measure="votes", published="1996-08-27")
    (contest,) = resolve_contests([article], [extraction], config).contests
    assert (contest.country, contest.kind, contest.year) == ("EE", "presidential", 1996)
    assert (contest.round, contest.date) == (2, None)
