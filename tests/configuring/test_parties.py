"""The gazetteer of parties: what its files promise, what its look-ups find, and what its reader refuses."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from pipeline.configuring.parties import Parties, load_parties
from pipeline.configuring.strict import ConfigError

CONFIGS = Path(__file__).resolve().parents[2] / "configs"
HEADER = "# Source: made for a test\nname,kind,acronyms,aliases,members,leaders,from,to\n"


@pytest.fixture(scope="module")
def parties() -> Parties:
    return load_parties(CONFIGS)


FOUND = [  # printed name, country, key of the party
    ("Fatah Alliance", "IQ", "IQ/Fatah Alliance"),
    ("the Fatah alliance", "IQ", "IQ/Fatah Alliance"),
    ("Conquest Alliance", "IQ", "IQ/Fatah Alliance"),
    ("list of Hadi al-Amiri", "IQ", "IQ/Fatah Alliance"),
    ("Sairoon", "IQ", "IQ/Marching Towards Reform"),
    ("Marching Towards Reform alliance", "IQ", "IQ/Marching Towards Reform"),
    ("Victory Alliance", "IQ", "IQ/Victory Alliance"),
    ("Nasr", "IQ", "IQ/Victory Alliance"),
    ("State of Law Coalition", None, "IQ/State of Law Coalition"),
    ("Reconstruction and Development Coalition", "IQ", "IQ/Reconstruction and Development Coalition"),
    ("National State Forces Alliance", "IQ", "IQ/National State Forces Alliance"),
    ("Co-ordination Framework", "IQ", "IQ/Coordination Framework"),
    ("Badr List", "IQ", "IQ/Badr Organization"),
    ("Al Sadiqoun List", "IQ", "IQ/Al Sadiqoun"),
    ("Taqadum Coalition", "IQ", "IQ/Taqadum"),
    ("Patriotic Union of Kurdistan", None, "IQ/Patriotic Union of Kurdistan"),
    ("KDP", "IQ", "IQ/Kurdistan Democratic Party"),
    ("Daawa party", "IQ", "IQ/Islamic Dawa Party"),
    ("Da’wa Party", "IQ", "IQ/Islamic Dawa Party"),
    ("ODS", "CZ", "CZ/Civic Democratic Party"),
    ("Civic Democrats", "CZ", "CZ/Civic Democratic Party"),
    ("CSSD", "CZ", "CZ/Czech Social Democratic Party"),
    ("ČSSD", "CZ", "CZ/Czech Social Democratic Party"),
    ("KDU-CSL", "CZ", "CZ/Christian and Democratic Union - Czechoslovak People's Party"),
    ("KDU–ČSL", "CZ", "CZ/Christian and Democratic Union - Czechoslovak People's Party"),
    ("Republicans", "CZ", "CZ/Association for the Republic - Republican Party of Czechoslovakia"),
    ("Tories", "GB", "GB/Conservative Party"),
    ("Lib Dems", "GB", "GB/Liberal Democrats"),
    ("LABOUR", "GB", "GB/Labour Party"),
    ("Sinn Féin", "GB", "GB/Sinn Fein"),
    ("GOP", "US", "US/Republican Party"),
    ("G.O.P.", "US", "US/Republican Party"),
    ("Alternative for Germany", "DE", "DE/Alternative for Germany"),
    ("Olive Tree", "IT", "IT/Olive Tree"),
    ("Pole of Liberties", "IT", "IT/Pole of Freedoms"),
    ("Refounded Communists", "IT", "IT/Communist Refoundation Party"),
    ("Likud", None, "IL/Likud"),
    ("Israel Our Home", "IL", "IL/Yisrael Beiteinu"),
    ("Croatian Social and Liberal Party", "HR", "HR/Croatian Social Liberal Party"),
    ("Moslem-based United Development Party", "ID", "ID/United Development Party"),
    ("Nationalist Action Party", "TR", "TR/Nationalist Movement Party"),
    ("Alliance for Democracy in Mali", "ML", "ML/Alliance for Democracy in Mali"),
    ("Convergence and Union", "ES", "ES/Convergence and Union"),
    ("Convergència i Unió", "ES", "ES/Convergence and Union"),
    ("Zimbabwe African National Union-Patriotic Front", "ZW", "ZW/Zimbabwe African National Union - Patriotic Front"),
    ("Union of the Democratic Center", "ES", "ES/Union of the Democratic Centre"),
]

NOT_FOUND = [  # printed name, country, key that must not come back
    ("labour", "GB", "GB/Labour Party"),  # a common noun
    ("ods", "CZ", "CZ/Civic Democratic Party"),
    ("Likud", "GB", "IL/Likud"),
    ("Badr Organization", "IQ", "IQ/Fatah Alliance"),  # a member is not its alliance
    ("Fatah Alliance", "IQ", "IQ/Badr Organization"),
    ("Al Sadiqoun", "IQ", "IQ/Fatah Alliance"),
    ("Dawa", "IQ", "IQ/State of Law Coalition"),
    ("Fatah", "IQ", "PS/Fatah"),
    ("Sairoon", "IQ", "IQ/Sadrist Movement"),
    ("National Wisdom Movement", "IQ", "IQ/National State Forces Alliance"),
    ("CDU", "DE", "DE/CDU/CSU"),
    ("Party", None, "GB/Labour Party"),
    ("Democratic", "US", "US/Democratic Party"),
    ("US", "CZ", "CZ/Freedom Union"),
    ("AP", "ES", "ES/Popular Alliance"),
    ("", None, "GB/Labour Party"),
    ("the", None, "GB/Labour Party"),
]


@pytest.mark.parametrize(("name", "country", "key"), FOUND)
def test_name_is_found(parties: Parties, name: str, country: str | None, key: str) -> None:
    assert [p.key for p in parties.find(name, country)] == [key]


@pytest.mark.parametrize(("name", "country", "key"), NOT_FOUND)
def test_name_is_not_that_party(parties: Parties, name: str, country: str | None, key: str) -> None:
    assert key in parties.by_key
    assert key not in [p.key for p in parties.find(name, country)]


def test_the_year_chooses_among_namesakes(parties: Parties) -> None:
    assert [p.key for p in parties.find("Reform Party", "CA", 1997)] == ["CA/Reform Party of Canada"]
    assert [p.key for p in parties.find("Tories", "CA", 1997)] == ["CA/Progressive Conservative Party of Canada"]
    assert [p.key for p in parties.find("Tories", "CA", 2019)] == ["CA/Conservative Party of Canada"]
    assert [p.key for p in parties.find("National Front", "FR", 2019)] == ["FR/National Front"]  # none other bears it


def test_leaders_stand_for_their_lists(parties: Parties) -> None:
    led = [p.key for p in parties.led_by("Amiri", "IQ", 2018)]
    assert "IQ/Fatah Alliance" in led
    assert "IQ/Marching Towards Reform" in [p.key for p in parties.led_by("Sadr", "IQ", 2018)]
    assert [p.key for p in parties.led_by("Vaclav Klaus", "CZ", 1997)] == ["CZ/Civic Democratic Party"]
    assert parties.led_by("Adr", "IQ") == ()
    assert parties.led_by("", "IQ") == ()


def test_every_member_stands_beside_its_alliance(parties: Parties) -> None:
    alliances = [p for p in parties.by_key.values() if p.members]
    assert len(alliances) > 100
    for alliance in alliances:
        assert alliance.kind != "party"
        assert alliance.key not in alliance.members
        for member in alliance.members:
            assert alliance in parties.alliances_of(parties.by_key[member])


def test_no_name_is_shared_by_an_alliance_and_its_member(parties: Parties) -> None:
    for alliance in parties.by_key.values():
        names = {name.casefold() for name in (alliance.name, *alliance.aliases)}
        for member in (parties.by_key[key] for key in alliance.members):
            shared = names & {name.casefold() for name in (member.name, *member.aliases)}
            both = [y for y in range(1970, 2027) if alliance.active_in(y) and member.active_in(y)]
            assert not (shared and both), (alliance.key, member.key, shared)


def test_the_gazetteer_is_wide_and_every_name_of_a_party_leads_to_it(parties: Parties) -> None:
    assert len(parties.by_country) >= 120
    for party in parties.by_key.values():
        for name in (party.name, *party.acronyms, *party.aliases):
            assert party in parties.find(name, party.country), (party.key, name)


def test_a_country_without_a_file_has_no_party(parties: Parties) -> None:
    assert parties.find("Labour Party", "AQ") == ()
    assert parties.led_by("Blair", "AQ") == ()


def test_loading_is_fast() -> None:
    times = []
    for _ in range(5):
        start = time.process_time()
        load_parties(CONFIGS)
        times.append(time.process_time() - start)
    assert min(times) < 0.5  # a laptop takes 0.06 s; the bound catches a slower format, not a busy machine


def _load(folder: Path, name: str, text: str) -> Parties:
    (folder / "parties").mkdir()
    (folder / "parties" / "spellings.csv").write_text("printed,read_as\nthe,\ncenter,centre\n", encoding="utf-8")
    (folder / "parties" / name).write_text(text, encoding="utf-8")
    return load_parties(folder)


REFUSED = [  # file name, text, words of the message
    ("GB.csv", "# Source: x\nname,colour\nLabour,red\n", "unknown column 'colour'"),
    ("GB.csv", HEADER.replace("# Source: made for a test\n", ""), "# Source:"),
    ("uk.csv", HEADER, "two capitals"),
    ("GB.csv", HEADER + ",party,,,,,,\n", "'name' is empty"),
    ("GB.csv", HEADER + "A,club,,,,,,\n", "'kind' is 'club'"),
    ("GB.csv", HEADER + "A,party,,,,,,\nA,party,,,,,,\n", "two rows"),
    ("GB.csv", HEADER + "A,alliance,,,B,,,\n", "member 'B' of 'A'"),
    ("GB.csv", HEADER + "A,party,,,B,,,\nB,party,,,,,,\n", "only an alliance"),
    ("GB.csv", HEADER + "A,party,X,,,,,\nB,party,X,,,,1990,\n", "acronym 'X'"),
    ("GB.csv", HEADER + "A,party,X,,,,1980,1991\nB,party,X,,,,1990,\n", "acronym 'X'"),
    ("GB.csv", HEADER + "A,party,,,,,199,\n", "'199' is not a year"),
    ("GB.csv", HEADER + "A,party,,,,,1999,1998\n", "1998 is before 1999"),
    ("GB.csv", HEADER + "A,party,,,,Ann Bee 2000-1999,,\n", "1999 is before 2000"),
    ("GB.csv", HEADER + "A,party,,B||C,,,,\n", "'aliases'"),
]


@pytest.mark.parametrize(("name", "text", "words"), REFUSED)
def test_a_wrong_file_is_refused_by_name(tmp_path: Path, name: str, text: str, words: str) -> None:
    with pytest.raises(ConfigError) as error:
        _load(tmp_path, name, text)
    assert words in str(error.value)
    assert name in str(error.value)


def test_a_successor_may_take_the_acronym(tmp_path: Path) -> None:
    found = _load(tmp_path, "GB.csv", HEADER + "A,party,X,,,,1980,1990\nB,party,X,,,Ann Bee 1990|Cy Dee,1990,\n")
    assert [p.name for p in found.find("X", "GB", 1995)] == ["B"]
    assert [(le.person, le.since, le.until) for le in found.by_key["GB/B"].leaders] == [
        ("Ann Bee", 1990, 1990),
        ("Cy Dee", None, None),
    ]
