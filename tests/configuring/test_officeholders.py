"""Office holders: what the table answers, and what its reader refuses."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.configuring.officeholders import OfficeHolders, load_officeholders
from pipeline.configuring.strict import ConfigError

CONFIGS = Path(__file__).resolve().parents[2] / "configs"


@pytest.fixture(scope="module")
def holders() -> OfficeHolders:
    return load_officeholders(CONFIGS)


IN_OFFICE = [  # country, office, year, everyone who held it that year
    ("IQ", "prime minister", 2016, ["Haider al-Abadi"]),
    ("IQ", "prime minister", 2018, ["Haider al-Abadi", "Adel Abdul Mahdi"]),
    ("IQ", "prime minister", 2025, ["Mohammed Shia al-Sudani"]),
    ("CZ", "prime minister", 1996, ["Vaclav Klaus"]),
    ("GB", "prime minister", 2022, ["Boris Johnson", "Liz Truss", "Rishi Sunak"]),
    ("US", "president", 2019, ["Donald Trump"]),
    ("US", "president", 1999, ["Bill Clinton"]),
    ("US", "candidate", 2000, ["Ralph Nader", "Al Gore", "George W. Bush", "Pat Buchanan"]),
    ("DE", "chancellor", 1998, ["Helmut Kohl", "Gerhard Schroeder"]),
    ("GB", "prime minister", 1960, []),
    ("AQ", "president", 2000, []),
]

NAMES = [  # printed form, person
    ("Moktada al-Sadr", "Moqtada al-Sadr"),
    ("Muqtada Al Sadr", "Moqtada al-Sadr"),
    ("Haidar Al-Abadi", "Haider al-Abadi"),
    ("Nuri al-Maliki", "Nouri al-Maliki"),
    ("Václav Klaus", "Vaclav Klaus"),
    ("GERHARD SCHRÖDER", "Gerhard Schroeder"),
    ("Recep Tayyip Erdoğan", "Recep Tayyip Erdogan"),
]


@pytest.mark.parametrize(("iso2", "office", "year", "people"), IN_OFFICE)
def test_who_was_in_office(holders: OfficeHolders, iso2: str, office: str, year: int, people: list[str]) -> None:
    assert [t.person for t in holders.in_office(iso2, office, year)] == people


@pytest.mark.parametrize(("printed", "person"), NAMES)
def test_a_printed_form_finds_the_person(holders: OfficeHolders, printed: str, person: str) -> None:
    assert {t.person for t in holders.find(printed)} == {person}


@pytest.mark.parametrize("name", ["Mohammed al-Sadr", "Klaus", "", "Le Pen", "Clinton"])
def test_a_part_of_a_name_finds_nobody(holders: OfficeHolders, name: str) -> None:
    assert holders.find(name) == ()


def test_two_of_one_name_are_told_apart_by_their_years(holders: OfficeHolders) -> None:
    terms = holders.find("George Bush")
    assert {t.person for t in terms if t.held_in(1990)} == {"George H. W. Bush"}
    assert {t.person for t in terms if t.held_in(2003)} == {"George W. Bush"}


def test_words_for_offices(holders: OfficeHolders) -> None:
    assert holders.office_named("Premier") == "prime minister"
    assert holders.office_named("federal chancellor") == "chancellor"
    assert holders.office_named("mayor") is None


def test_at_most_one_term_at_a_time_in_single_offices(holders: OfficeHolders) -> None:
    """Two people in one office in one month: only where one hands over to the other in that month."""
    for office in ("president", "prime minister", "chancellor", "king"):
        terms = [t for t in holders.terms if t.office == office]
        for i, a in enumerate(terms):
            for b in terms[i + 1 :]:
                # Serbia's and Yugoslavia's presidents overlapped; Cambodia had two prime ministers from 1993.
                if a.country == b.country and b.country not in ("RS", "KH"):
                    assert (a.until or "9999") <= b.since or (b.until or "9999") <= a.since, (a, b)


HEADER = "iso2,office,person,aliases,from,to\n"
REFUSED = [
    ("iso2,office,person,aliases,from,to,party\n", "unknown column 'party'"),
    (HEADER + "GBR,president,A,,2000,\n", "two capitals"),
    (HEADER + "GB,mayor,A,,2000,\n", "unknown office 'mayor'"),
    (HEADER + "GB,president,,,2000,\n", "'person' is empty"),
    (HEADER + "GB,president,A,,,\n", "'from' is ''"),
    (HEADER + "GB,president,A,,2000-13,\n", "'from' is '2000-13'"),
    (HEADER + "GB,president,A,,2000,1999\n", "is before"),
    (HEADER + "GB,president,A,,2000,2001\nGB,president,A,,2000,2001\n", "stands twice"),
]


@pytest.mark.parametrize(("text", "words"), REFUSED)
def test_a_wrong_table_is_refused(tmp_path: Path, text: str, words: str) -> None:
    (tmp_path / "officeholders").mkdir()
    (tmp_path / "officeholders" / "offices.csv").write_text("office,words\npresident,\n", encoding="utf-8")
    (tmp_path / "officeholders" / "officeholders.csv").write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError) as error:
        load_officeholders(tmp_path)
    assert words in str(error.value)
    assert "officeholders.csv" in str(error.value)


@pytest.mark.parametrize(
    ("office", "surname", "countries"),
    [
        ("president", "Trump", {"US"}),
        ("chancellor", "Merkel", {"DE"}),
        ("president", "Merkel", set()),
        ("president", "Santos", set()),  # of Angola and of Colombia
    ],
)
def test_a_title_and_a_last_name(holders: OfficeHolders, office: str, surname: str, countries: set[str]) -> None:
    assert {t.country for t in holders.titled(office, surname)} == countries
