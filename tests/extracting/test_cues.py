"""Which election a figure's own sentence speaks of: the figure in brackets, and the cues that it must get."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.configuring.configuration import Configuration, load
from pipeline.extracting.cues import article_cues, claim_cues
from pipeline.extracting.reach import chunks_of
from pipeline.extracting.scene import make_scene
from pipeline.types import Article, Doc, Sentence
from tests.extracting.conftest import ClaimsOf


def cues_of(marked: str, config: Configuration, before: str = "") -> dict[str, str]:
    """The cues (kind -> value) of the figure in [brackets]; `before` is the sentence before it in the paragraph."""
    text = f"{before} {marked}".strip() if before else marked
    start = text.index("[")
    end = text.index("]") - 1
    text = text.replace("[", "").replace("]", "")
    spans = [(0, len(before)), (len(before) + 1, len(text))] if before else [(0, len(text))]
    doc = Doc(Article("a", "a.txt", text), tuple(Sentence(s, e) for s, e in spans), ())
    scene = make_scene(doc, doc.sentences[-1], [])
    inside = [i for i, w in enumerate(scene.words) if w.start < end and w.end > start]
    return {c.kind: c.value for c in claim_cues(scene, inside[0], inside[-1] + 1, config)}


TIMES = [
    # A hint binds the figure of its own stretch.
    ("The Greens rose to [14 percent] from 11 in 1983.", {}),
    ("The Greens rose to 14 percent from [11] in 1983.", {"year": "1983"}),
    ("Turnout in the 2013 general election came to [58 percent].", {"year": "2013"}),
    ("They took [76] of the 129 seats contested in 1992.", {"year": "1992"}),
    ("They took 76 of the [129] seats contested in 1992.", {"year": "1992"}),
    ("Turnout was [35 percent], compared with 76 percent in June.", {}),
    ("Turnout was 35 percent, compared with [76 percent] in June.", {"month": "06"}),
    ("Turnout was [52 percent], less than 2017's 58 percent.", {}),
    ("Turnout was 52 percent, less than 2017's [58 percent].", {"year": "2017"}),
    ("They took 12 percent and 30 seats, [eight] fewer than last time.", {}),
    ("They took [30] seats, eight fewer than last time.", {}),
    # Years later are counted from the year that the sentence named last.
    ("Brown got [62 percent] in 1995 and came back five years later with 72 percent.", {"year": "1995"}),
    ("Brown got 62 percent in 1995 and came back five years later with [72 percent].", {"year": "2000"}),
    ("Brown, who got 62 percent in 1995 and was returned in 2000 with [72 percent], is out.", {"year": "2000"}),
    ("Five years later the Reds won [40] seats.", {}),
    # What "when" tells behind a time is of that time, to the end of its clause and over an apposition.
    ("The Reds, buried four years ago when they were left with [60] seats, took 25 percent.", {"years_ago": "4"}),
    ("The Reds, buried four years ago when they were left with 60 seats, took [25 percent].", {}),
    ("It is far from 1995 when Brown, a general, was elected with [61 percent] of the vote.", {"year": "1995"}),
    ("It is far from 1995 when Brown, who is out, was elected, and now he has [61 percent].", {}),
    # What opens a sentence holds for all its figures.
    ("In the last election, in 1993, the Blues won [177] seats, the Reds 52 and the Pinks two.", {"year": "1993"}),
    ("In the last election, in 1993, the Blues won 177 seats, the Reds 52 and the Pinks [two].", {"year": "1993"}),
    ("The Reds won [40] seats in 2018 and 53 in 2021.", {"year": "2018"}),
    ("The Reds won 40 seats in 2018 and [53] in 2021.", {"year": "2021"}),
    ("Before the election, the Blues had [330] seats and the Reds 229.", {"previous": "1"}),
    ("Before the election, the Blues had 330 seats and the Reds [229].", {"previous": "1"}),
    # "with which" begins no clause of its own.
    (
        "The Reds won 67 percent on Sunday, more than the [53.7 percent] with which she came in in 2005.",
        {"year": "2005"},
    ),
    # The last election, in all its forms.
    ("The Reds will have [101] seats instead of 119.", {}),
    ("The Reds will have 101 seats instead of [119].", {"previous": "1"}),
    ("In Tuesday's election the Reds slumped from [26] seats to 19.", {"previous": "1"}),
    ("In Tuesday's election the Reds slumped from 26 seats to [19].", {"weekday": "1"}),
    ("The Reds leapt from [nine] seats to 105.", {"previous": "1"}),
    ("The Reds rose, with returns from [45 percent] of the stations.", {}),
    ("The Reds were cut from [43] seats to nine.", {"previous": "1"}),
    ("The Reds are left with 70 seats, compared with [282] now.", {"previous": "1"}),
    ("The Reds won 54 seats, up from [29].", {"previous": "1"}),
    ("The Reds won [54] seats, up from 29.", {}),
    ("At the previous parliamentary election [41 percent] voted.", {"previous": "1"}),
    ("The Reds held [50] seats when the assembly was dissolved.", {"previous": "1"}),
    ("Turnout stood at 32 percent, higher than the [22 percent] at the last poll five years ago.", {"years_ago": "5"}),
    ("It took 12 percent, as against [13 percent] it won two years ago.", {"years_ago": "2"}),
    ("The three parties now hold [79] seats.", {"sitting": "1"}),
    # A house of before, however much stands between, and what was held in it.
    ("The Blues had [57] seats in the last 120-member parliament, the Reds 44.", {"previous": "1"}),
    ("The Blues had 57 seats in the last [120]-member parliament, the Reds 44.", {"previous": "1"}),
    ("The Blues had 57 seats in the last 120-member parliament, the Reds [44].", {"previous": "1"}),
    ("The Greens have [six] members in the outgoing National Assembly.", {"previous": "1"}),
    ("The Reds won [31] seats; the last Assembly seat is still being counted.", {}),
    ("The Reds won [31] seats in last week's vote for parliament.", {"current": "0"}),
    ("The Reds added four to their previous [23] seats.", {"previous": "1"}),
    ("The Reds lost [six] of their previous 47 seats.", {}),
    ("The Reds lost six of their previous [47] seats.", {"previous": "1"}),
    ("The Reds took two seats against [63] previously.", {"previous": "1"}),
    ("The Reds took [two] seats against 63 previously.", {}),
    ("Over the previous two terms the Reds won [40] seats.", {}),
    ("The Democrats took 308 seats, nearly three times the [115] they held before.", {"previous": "1"}),
    ("The Democrats held [115] seats before the results were announced.", {}),
    ("The Blues went into the election with [256] seats.", {"previous": "1"}),
    ("They had [235] after the previous election.", {"previous": "1"}),
    ("They fell to [235] after losing the previous election's allies.", {}),
    ("After the 2011 election, in which the general took [32 percent], hundreds were killed.", {"year": "2011"}),
    # The house of now, of whose seats an article on a coming election speaks.
    ("The Reds hope to do better than their current [two] seats.", {"sitting": "1"}),
    ("The list has [19] seats in the present upper chamber.", {"sitting": "1"}),
    # A time that is no election's.
    ("Turnout was [44 percent], the lowest since the first free elections in 2005.", {}),
    ("The alliance, founded in 1998, won [54] seats.", {}),
    ("Since the 2003 invasion the party has never won [54] seats.", {}),
    ("The vote lets him rule until 2036 with [78 percent] in favour.", {}),
    ("Families close to power since the 1950s are tipped for the [60] seats.", {}),
    ("The constitution of 1993 gives the house [81] seats.", {}),
    ("The party that ruled from 1984 to 1993 won [two] seats.", {}),
    ("Coalition talks after nine months gave it [54] seats.", {}),
    ("The plan, Vision 2030, was backed by [54 percent].", {}),
    ("May's party won [318] seats.", {}),
    # Dates and months.
    ("In May [70 percent] voted.", {"month": "05"}),
    ("In the vote on May 12, 2018, the Reds won [54] seats.", {"date": "2018-05-12"}),
    ("He is one of [10] candidates for the poll to be held in May.", {"month": "+05"}),
    ("The Reds took less than [30 percent] in June's vote.", {"month": "06"}),
    # This election ends the reach of another.
    ("After losing 40 seats in 2018, the Reds this time won [54].", {"current": "0"}),
    ("On Saturday the Reds won [36 percent].", {"weekday": "5"}),
]


@pytest.mark.parametrize(("marked", "expected"), TIMES, ids=[m for m, _ in TIMES])
def test_time_of_a_figure(marked: str, expected: dict[str, str], config: Configuration) -> None:
    times = ("year", "month", "date", "years_ago", "months_ago", "previous", "sitting", "current", "weekday")
    assert {k: v for k, v in cues_of(marked, config).items() if k in times} == expected


RELATIVE = [
    # A time in a relative clause is of what the clause tells.
    ("The Reds lost 29 of the 38 seats they won in 2012 and, with nine, are seventh.", {"38": "2012"}),
    (
        "The Reds have 9 seats, fewer than the 38 they won in 2012, when turnout was 74.6%.",
        {"38": "2012", "74.6%": "2012"},
    ),
    ("The Greens, a party that won 15 seats in 2012, now have 14 seats.", {"15": "2012"}),
    ("In 2012 the Greens, a party that had 10 seats, won four seats.", {"10": "2012", "four": "2012"}),
    ("Of the 38 seats the Reds won in 2012 they kept nine.", {"38": "2012", "nine": "2012"}),
]


@pytest.mark.parametrize(("text", "expected"), RELATIVE, ids=[t for t, _ in RELATIVE])
def test_year_of_a_relative_clause(text: str, expected: dict[str, str], claims_of: ClaimsOf) -> None:
    (claims,) = claims_of([text]).values()
    assert {c.quantity.text: q.value for c in claims for q in c.cues if q.kind == "year"} == expected


OTHERS = [
    ("The Reds won [29 percent] in June lower-house elections.", "body", "lower house"),
    ("The Reds won [25] Senate seats.", "body", "upper house"),
    ("Of the 81 Senate seats, the Reds won [three] outright.", "body", "upper house"),
    ("The Reds won 92 Senate seats and [160] of the 161 Sejm seats.", "body", "lower house"),
    ("Turnout in the second round was [30 percent].", "round", "2"),
    ("Turnout was 30 percent, lower than the [35 percent] in the first round.", "round", "1"),
    ("Turnout was [30 percent], lower than the 35 percent in the first round.", "round", None),
    ("She avoided a run-off, taking [50.1 percent] of the vote.", "round", "1"),
    ("She won the run-off, taking [50.1 percent] of the vote.", "round", "2"),
    ("The Reds lead in [73] districts going into the run-off.", "round", "1"),
    ("She took 52 votes in the second ballot and [45] in the first.", "round", "1"),
    ("In the presidential election she took [52 percent].", "election_kind", "presidential"),
    ("In the 2016 referendum [52 percent] voted to leave.", "election_kind", "referendum"),
    ("The National Election Commission counted [96] ballots.", "election_kind", None),
    ("In the French presidential election he won [58 percent].", "country", "FR"),
    ("Elections in Italy gave the Reds [20 percent].", "country", "IT"),
    ("The Italian party won [20 percent].", "country", None),
    (
        "Turnout of only [30 percent] says little of what would happen if the lower house were elected anew.",
        "body",
        None,
    ),
]


@pytest.mark.parametrize(("marked", "kind", "value"), OTHERS, ids=[m for m, _, _ in OTHERS])
def test_round_body_kind_and_country(marked: str, kind: str, value: str | None, config: Configuration) -> None:
    assert cues_of(marked, config).get(kind) == value


def test_that_poll_is_the_one_of_the_sentence_before(config: Configuration) -> None:
    before = "Banda won the presidential election of July in a run-off."
    cues = cues_of("Nearly [64 percent] voted in the first round of that poll.", config, before)
    assert cues == {"month": "07", "election_kind": "presidential", "round": "1"}


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("In the last election, in 1993, the Blues won 177 seats.", {"year": "1993"}),
        ("Elections were held in May 2014 in three provinces.", {"month": "2014-05"}),
        ("A cabinet was sworn in nine months after the 2021 elections.", {}),
        ("Turnout was lower than in the 2009 election.", {}),
    ],
)
def test_a_time_that_opens_a_sentence_holds_for_the_next(
    before: str, expected: dict[str, str], config: Configuration
) -> None:
    assert cues_of("[One] independent was elected.", config, before) == expected


def test_article_cues_rank_country_and_kind(config: Configuration) -> None:
    text = "Iraqi voters went to the polls in parliamentary elections on Saturday.\n"
    text += "Iran and Syria watched Iraq's election closely.\n"
    cut = text.index("\n") + 1
    doc = Doc(Article("a", "a.txt", text), (Sentence(0, cut - 1), Sentence(cut, len(text) - 1)), ())
    cues = article_cues(doc, config)
    assert next(c.value for c in cues if c.kind == "country") == "IQ"
    assert next(c.value for c in cues if c.kind == "election_kind") == "legislative"
    assert [c.value for c in cues if c.kind == "weekday"] == ["5"]


@given(
    st.lists(
        st.sampled_from(
            [
                "the",
                "Reds",
                "won",
                "54",
                "seats",
                ",",
                ";",
                "(",
                ")",
                "than",
                "in",
                "June",
                "2018",
                "after",
                "up",
                "from",
                "while",
                "--",
                "and",
            ]
        ),
        max_size=30,
    )
)
def test_chunks_cover_a_sentence_in_order(words: list[str]) -> None:
    config = load(Path(__file__).parents[2] / "configs") if not _CACHE else _CACHE[0]
    _CACHE[:] = [config]
    text = " ".join(words)
    doc = Doc(Article("a", "a.txt", text), (Sentence(0, len(text)),), ())
    scene = make_scene(doc, doc.sentences[0], [])
    chunks = chunks_of(scene.words, config)
    assert [i for c in chunks for i in range(c.first, c.last)] == list(range(len(scene.words)))


_CACHE: list[Configuration] = []
