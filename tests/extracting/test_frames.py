"""Who a figure is said of, frame by frame: each stands by its name, as the `rule` column of the claims carries it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from pipeline.types import Claim
from tests.extracting.conftest import ClaimsOf

Claims = dict[str, tuple[Claim, ...]]
NAMING = Path(__file__).parents[2] / "pipeline" / "extracting" / "naming"

# The frame, its sentence, the printed figure and the subject found.
NAMED = [
    ("verb", "The Meadow Party won 31 seats in the election.", "31", "Meadow Party"),
    ("verb", "The Meadow Party, which won 33 seats in the election, was pleased.", "33", "Meadow Party"),
    ("verb", "The Meadow Party, founded by Maria Santos, won 34 seats in the election.", "34", "Meadow Party"),
    ("verb", "The election pleased the opposition party, the Meadow Party, which won 31 seats.", "31", "Meadow Party"),
    ("verb", "Maria Santos won the election, defeating John Brown who got 31 percent.", "31 percent", "John Brown"),
    (
        "verb",
        "In the election Maria Santos, who got 49 percent, lost to John Brown, who got 51 percent.",
        "51 percent",
        "John Brown",
    ),
    # a clause of its own, but of no one beaten
    (
        "verb",
        "The Meadow Party, backed by Maria Santos, which won 35 seats in the election, is new.",
        "35",
        "Meadow Party",
    ),
    (
        "verb+apposition",  # the parse hangs both parties on "won"
        "The election is over. The Meadow Party, led by former premier Maria Santos, led in Split, Zadar and Osijek, "
        "while its rival, the Harbour Party, won 31 seats in its home region of Istria.",
        "31",
        "Harbour Party",
    ),
    (
        "governed-by",
        "The Greens mushroomed from three seats to 31 in the election, and the Harbour Party shrank.",
        "31",
        "Greens",
    ),
    ("verb+pronoun", "The Meadow Party fought the election. It won 31 seats.", "31", "Meadow Party"),
    ("verb+pronoun", "Maria Santos stood in the vote. She won 31 percent of the vote.", "31 percent", "Maria Santos"),
    ("verb+definite", "Maria Santos leads the Meadow Party. Her party won 31 election seats.", "31", "Meadow Party"),
    ("verb+description", "The ruling coalition won 31 seats in the election.", "31", "ruling coalition"),
    ("verb+description", "In the election, the party of Maria Santos won 31 seats.", "31", "party of Maria Santos"),
    ("verb+each", "The Greens and the Meadow Party have 31 seats each after the election.", "31", "Meadow Party"),
    (
        "verb+each",
        "The Greens, the Meadow Party and the Conservatives have 31 seats each after the election.",
        "31",
        "Conservatives",
    ),
    ("gapped", "In the election the Greens rose to 43 seats, the Meadow Party to 31.", "31", "Meadow Party"),
    ("rival", "Ann Lee beat John Brown in the election. She had 51 percent to 48.", "48", "John Brown"),
    (
        "name-before+each",
        "With the Meadow Party and the Conservatives winning 31 seats respectively, the Greens won the election.",
        "31",
        "Meadow Party",
    ),
    (
        "had-before",
        "The Greens won 19 seats in the election, below the 31 seats the Meadow Party took.",
        "31",
        "Meadow Party",
    ),
    ("members-of", "In the election nine Greens were elected.", "nine", "Greens"),
    ("members-of", "Two allied independents won seats in the election.", "Two", "allied independents"),
    (
        "verb+each",
        "In the vote Maria Santos and the former prime minister Tom Berg each had 45 percent.",
        "45 percent",
        "Tom Berg",
    ),
    ("possessive", "The Harbour Party's 49 seats made it the winner of the election.", "49", "Harbour Party"),
    ("possessive+pronoun", "The Harbour Party won the election with its 49 seats.", "49", "Harbour Party"),
    ("goes-to", "In the election nine seats elected from party lists went to the Greens.", "nine", "Greens"),
    ("goes-to", "In the election 49 seats went to the Harbour Party.", "49", "Harbour Party"),
    ("goes-to+description", "In the election 12 seats were won by independents.", "12", "independents"),
    ("backed", "The vote ended with 53 percent backing the treaty.", "53 percent", "backing the treaty"),
    ("told-of", "Ann Green's lead in the election narrowed to 0.4 points.", "0.4 points", "Ann Green"),
    ("leader", "In the election Tom Berg finished 1,200 votes behind Ann Green.", "1,200", "Ann Green"),
    ("noun-owner", "The Harbour Party's losses in the election stand at 60 seats.", "60", "Harbour Party"),
    ("for-whom", "There were 20.5 percent of the vote for the Meadow Party.", "20.5 percent", "Meadow Party"),
    (
        "possessive+rival",
        "Maria Santos met Tom Berg in the election. She had 39 percent of the vote to his 36 percent.",
        "36 percent",
        "Tom Berg",
    ),
    (
        "name-before",
        "In the election Tom Berg had 38 percent and Maria Santos, in third place, 29.",
        "third",
        "Maria Santos",
    ),
    (
        "with-figure",  # a head in capitals names a town, no party
        "DAKAR (CT) - Tom Berg is ahead in the election. Figures showed Maria Santos in second place with 19 percent.",
        "19 percent",
        "Maria Santos",
    ),
    (
        "with-figure+apposition",
        "In the vote her nearest challenger, Rico Anaya of the Meadow Party (MP), trailed far behind with 22 percent.",
        "22 percent",
        "Rico Anaya",
    ),
    ("with-figure", "The winner, with 25 percent of the vote, was the Meadow Party.", "25 percent", "Meadow Party"),
    ("with-figure", "In the vote Maria Santos crushed Tom Berg with 74 percent.", "74 percent", "Maria Santos"),
    ("possessive", "The Greens won 40 percent of the vote to the Liberals' 26 percent.", "26 percent", "Liberals"),
    ("in-brackets", "The election was won by the Harbour Party (49 seats).", "49", "Harbour Party"),
    ("in-brackets", "The Meadow Party has 31 seats after the election, the Green List - one.", "one", "Green List"),
    (
        "in-brackets+capitals",
        "The election: Harbour Party (40.2 percent), Meadow Party (31.5 percent), Ala-Too Kyrgyzstan (8 percent).",
        "8 percent",
        "Ala-Too Kyrgyzstan",
    ),
    (
        "in-place",
        "In the election the Harbour Party leads in Limpopo (74 percent of the vote) and the Free State (53 percent).",
        "53 percent",
        "Harbour Party",
    ),
    ("name-before", "The Harbour Party won 47 seats in the election and the Meadow Party 35.", "35", "Meadow Party"),
    (
        "with-figure",
        "The Harbour Party won the election, followed by the Meadow Party with 31 seats.",
        "31",
        "Meadow Party",
    ),
    (
        "with-figure",
        "Maria Santos beat Tom Berg in the election with 54 percent of the vote.",
        "54 percent",
        "Maria Santos",
    ),
    ("place-is", "In second place was the Meadow Party, which lost the election.", "second", "Meadow Party"),
    ("receiver", "The election gave Maria Santos a victory of more than 400 seats.", "400", "Maria Santos"),
    (
        "respectively",
        "The Harbour Party and the Meadow Party won 47 and 31 election seats respectively.",
        "47",
        "Harbour Party",
    ),
    (
        "respectively",
        "The Harbour Party and the Meadow Party won 48 and 32 election seats respectively.",
        "32",
        "Meadow Party",
    ),
    (
        "name-behind",
        "In the election Labour won 56 seats, 24 for Wallu, 16 for Les Serviteurs/MPR.",
        "16",
        "Les Serviteurs",
    ),
    (
        "name-before+capitals",  # a list goes on with a name that no gazetteer knows
        "The Harbour Party won 133 seats in the election and Upalia 26.",
        "26",
        "Upalia",
    ),
    (
        "verb+capitals",  # not the party before: who does it is printed, whoever it is
        "In the election the Harbour Party fell from 33 seats to 20 while Upalia rose to 35.",
        "35",
        "Upalia",
    ),
    ("name-before", "The Harbour Party led in 44 election districts and the Green List in 31.", "31", "Green List"),
    (
        "verb+description",
        "In the election the partner of the Harbour Party won 12 seats.",
        "12",
        "partner of the Harbour Party",
    ),
    (
        "verb+apposition",
        "In the election the partner of the Harbour Party, the Green List, won 12 seats.",
        "12",
        "Green List",
    ),
    (
        "with-figure",
        "In the election the Civic Front is the biggest group in the house with 33 seats.",
        "33",
        "Civic Front",
    ),
    (
        "with-figure+org",
        "The Harbour Party won 54 seats in the election, followed by Jobbik, with 31.",
        "31",
        "Jobbik",
    ),
    (
        "with-figure+printed",
        "The Harbour Party won 61 seats in the election, leaving the centre-left with 59.",
        "59",
        "centre-left",
    ),
    (
        "verb+description",  # not Tide, which leads it
        "In the election the eight-party alliance led by the Harbour Party won 313 seats.",
        "313",
        "eight-party alliance led by the Harbour Party",
    ),
    (
        "possessive+description",
        "The Harbour Party took 47 seats in the election to the Meadow Party-led coalition's 25.",
        "25",
        "Meadow Party-led coalition",
    ),
    ("verb+org", "It won 31 seats in the election. Labour lost one to the Meadow Party.", "one", "Labour"),
    ("pushed", "The Greens won the election, pushing the Meadow Party into fourth place.", "fourth", "Meadow Party"),
    ("place-is", "The Meadow Party will be the second largest group after the election.", "second", "Meadow Party"),
    (
        "place-is",
        "The Meadow Party displaced the Greens as the second largest party in the election.",
        "second",
        "Meadow Party",
    ),
    (
        "in-brackets",
        "The state of the parties after the election: Harbour Party - 77; Meadow Party - 54; Greens - 33.",
        "54",
        "Meadow Party",
    ),
    ("stated", "In the election the treaty was opposed by 60 percent of voters.", "60 percent", "opposed"),
    ("opening", "With 42 percent of the vote, Maria Santos won the election.", "42 percent", "Maria Santos"),
    ("scored", "In the election Maria Santos beat Tom Berg 49 percent to 45.", "49 percent", "Maria Santos"),
    ("scored", "In the election Maria Santos beat Tom Berg 48 percent to 46.", "46", "Tom Berg"),
    ("same-as-before", "The Meadow Party fell from 40 to 31 seats in the election.", "31", "Meadow Party"),
    ("same-as-before", "Maria Santos won 4,521,032 votes, or 50.2 percent.", "50.2 percent", "Maria Santos"),
    (
        "performance-of",
        "It was a strong Meadow Party performance in the election, at 31 percent.",
        "31 percent",
        "Meadow Party",
    ),
    (
        "own-tally",
        "The Left managed 12 percent in the election, while the Meadow Party tally of 9% was its worst.",
        "9%",
        "Meadow Party",
    ),
    ("carried", "In the election the Harbour Party came second in six provinces.", "six", "Harbour Party"),
    ("row-of", "The election result: Ann Green (Meadow) 5,404 (24.6%)", "24.6%", "Ann Green"),
    ("own-vote", "The Yes vote in the referendum was 1,200,346.", "1,200,346", "Yes vote"),
    ("worth", "In the election Maria Santos's 3,815 were worth 17.2% of the vote.", "17.2%", "Maria Santos"),
    ("leader", "Brown won the vote in the north by 8,858; in Maria Santos's south by 46,000.", "46,000", "Brown"),
    ("carried", "The Greens won 30 seats in the election. That was a loss of six.", "six", "Greens"),
    ("put-to-vote", "The new charter won 61 percent of the referendum vote.", "61 percent", "new charter"),
    ("governed-by", "The Greens mushroomed from three seats to 31 in the election.", "three", "Greens"),
    ("given", "The vote count gave Ann Brown, 56, a teacher, 54.2 percent of the vote.", "54.2 percent", "Ann Brown"),
    ("before-colon", "The Greens did badly in the election: four seats.", "four", "Greens"),
    ("whose", "The election was won by Ann Brown, whose share was 46.8 percent.", "46.8 percent", "Ann Brown"),
    ("nearest", "The election brought joy at the Meadow Party and 31 seats.", "31", "Meadow Party"),
]


@pytest.fixture(scope="module")
def claims(claims_of: ClaimsOf) -> Claims:
    return claims_of(sorted({text for _, text, *_ in NAMED}))


@pytest.mark.parametrize(("rule", "text", "figure", "subject"), NAMED, ids=[f"{r} {s}" for r, _, _, s in NAMED])
def test_a_subject_is_found_by_its_frame(rule: str, text: str, figure: str, subject: str, claims: Claims) -> None:
    said = {(c.quantity.text, c.subject_text, c.rule.split("/")[-1]) for c in claims[text]}
    assert (figure, subject, rule) in said


def test_of_two_lists_each_the_second_takes_none_of_the_first(claims_of: ClaimsOf) -> None:
    text = "In the election the Greens won 8 seats, and the Meadow Party and the Conservatives two each."
    assert [c.subject_text for c in claims_of([text])[text]] == ["Greens", "Meadow Party", "Conservatives"]


def test_every_frame_has_a_sentence() -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in sorted(NAMING.glob("*.py")))
    order = source[source.index("named: tuple") : source.index("def find")]
    frames = set(re.findall(r"\b[a-z]+\.([a-z_]+)[,)]", order))
    assert len(frames) == 35
    assert {frame.replace("_", "-") for frame in frames} <= {rule.split("+")[0] for rule, *_ in NAMED}


def test_a_printed_subject_stands_at_its_offsets(claims: Claims) -> None:
    for text, found in claims.items():
        assert found
        for c in found:
            assert c.subject_start is None or text[c.subject_start : c.subject_end] == c.subject_text
