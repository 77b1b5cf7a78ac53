"""What the places of configs/places answer, and how a broken file is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.configuring.places import Places, load_places
from pipeline.configuring.strict import ConfigError

CONFIGS = Path(__file__).parents[2] / "configs"
HEADER = "iso2,name,aliases,demonyms,capital,capital_aliases,legislature,lower_house,upper_house,former_until\n"


@pytest.fixture(scope="module")
def places() -> Places:
    return load_places(CONFIGS)


@pytest.mark.parametrize(
    ("printed", "iso2"),
    [
        ("Iraq", "IQ"),
        ("Iraqis", "IQ"),
        ("Iraq's", "IQ"),
        ("Iraq’s", "IQ"),
        ("IRAQ", "IQ"),
        ("the Netherlands", "NL"),
        ("Holland", "NL"),
        ("the Netherlands'", "NL"),
        ("Dutchmen", "NL"),
        ("U.S.", "US"),
        ("the US", "US"),
        ("United  States", "US"),
        ("UK", "GB"),
        ("Britons", "GB"),
        ("Swiss", "CH"),
        ("Burma", "MM"),
        ("Zaire", "CD"),
        ("Swaziland", "SZ"),
        ("Türkiye", "TR"),
        ("Ivory Coast", "CI"),
        ("Côte d'Ivoire", "CI"),
        ("Czechs", "CZ"),
        ("Czechoslovakia", "CS"),
        ("Soviet", "SU"),
        ("East Germany", "DD"),
        ("West Germany", "DE"),
        ("Kosovo", "XK"),
        ("Taiwanese", "TW"),
        ("Hong Kong", "HK"),
        ("Palestinians", "PS"),
        ("New Caledonia", "NC"),
        ("Puerto Rican", "PR"),
        ("Greenlanders", "GL"),
        ("European Union", "EU"),
        ("Zagreb", "HR"),
        ("Washington", "US"),
        ("The Hague", "NL"),
        ("Kiev", "UA"),
        ("Georgia", "GE"),  # the country; that it is a state too is division_of's answer
        ("Jordan", "JO"),
        ("Chad", "TD"),
        ("Niger", "NE"),
        ("Nigerien", "NE"),
        ("Nigerian", "NG"),
        ("Guinea", "GN"),
        ("Guinea-Bissau", "GW"),
        ("Dominican", "DO"),
        ("North Korean", "KP"),
        ("Congo", "CD"),
        ("Congo-Brazzaville", "CG"),
        ("us", None),  # the pronoun
        ("car", None),
        ("CAR", "CF"),
        ("Congress", None),
        ("Milan", None),  # a city, and no capital
        ("the", None),
        ("", None),
        ("Iraqiya", None),
    ],
)
def test_the_country_of_a_printed_form(places: Places, printed: str, iso2: str | None) -> None:
    assert places.country_of(printed) == iso2


@pytest.mark.parametrize(
    ("printed", "found"),
    [
        ("Georgia", [("US", "Georgia", "state")]),
        ("Salaheddin", [("IQ", "Salah al-Din", "governorate")]),
        ("Salah Al Din", [("IQ", "Salah al-Din", "governorate")]),
        ("Ninawa", [("IQ", "Nineveh", "governorate")]),
        ("Thi-Qar", [("IQ", "Dhi Qar", "governorate")]),
        ("Al Qadissiyah", [("IQ", "Qadisiyah", "governorate")]),
        ("Punjab", [("IN", "Punjab", "state"), ("PK", "Punjab", "province")]),
        ("Scottish", [("GB", "Scotland", "nation")]),
        ("Bavaria", [("DE", "Bavaria", "state")]),
        ("Quebecers", [("CA", "Quebec", "province")]),
        ("Nuevo Leon", [("MX", "Nuevo León", "state")]),
        ("Sanliurfa", [("TR", "Şanlıurfa", "province")]),
        ("Fukuoka", [("JP", "Fukuoka", "prefecture")]),
        ("South Moravia", [("CZ", "South Moravia", "region")]),
        ("Anbar province", [("IQ", "Anbar", "governorate")]),  # news calls a governorate a province
        ("Anbar governorate", [("IQ", "Anbar", "governorate")]),
        ("Yunnan Province", [("CN", "Yunnan", "province")]),
        ("Washington state", [("US", "Washington", "state")]),
        ("Delta State", [("NG", "Delta", "state")]),
        ("province", []),
        ("Iraq", []),
    ],
)
def test_the_divisions_of_a_name(places: Places, printed: str, found: list[tuple[str, str, str]]) -> None:
    assert [(d.iso2, d.name, d.kind) for d in places.division_of(printed)] == found


@pytest.mark.parametrize(
    ("printed", "found"),
    [
        ("Milan", ["IT"]),
        ("Milano", ["IT"]),
        ("Ostrava", ["CZ"]),
        ("Plzen", ["CZ"]),
        ("Zagreb", ["HR"]),
        ("Calcutta", ["IN"]),
        ("Nassiriya", ["IQ"]),
        ("St. Petersburg", ["RU"]),
        ("Birmingham", ["GB", "US"]),
        ("Bundestag", []),
    ],
)
def test_the_cities_of_a_name(places: Places, printed: str, found: list[str]) -> None:
    assert [city.iso2 for city in places.city_of(printed)] == found


@pytest.mark.parametrize(
    ("printed", "found"),
    [
        ("the Knesset", [("IL", "")]),
        ("Bundestag", [("DE", "lower house")]),
        ("State Duma", [("RU", "lower house")]),
        ("Federation Council", [("IQ", "upper house"), ("RU", "upper house")]),
        ("Lok Sabha", [("IN", "lower house")]),
        ("Rajya Sabha", [("IN", "upper house")]),
        ("Folketing", [("DK", "")]),
        ("Seimas", [("LT", "")]),
        ("Congress of Deputies", [("ES", "lower house")]),
        ("House of Councillors", [("JP", "upper house"), ("MA", "upper house")]),
        ("Iraq", []),
    ],
)
def test_the_parliaments_of_a_name(places: Places, printed: str, found: list[tuple[str, str]]) -> None:
    assert list(places.legislature_of(printed)) == found


@pytest.mark.parametrize("generic", ["Parliament", "Congress", "Senate", "National Assembly", "lower house"])
def test_a_generic_word_for_a_parliament_tells_no_country(places: Places, generic: str) -> None:
    assert len({iso2 for iso2, _ in places.legislature_of(generic)}) > 3


def test_every_name_of_a_country_leads_back_to_it(places: Places) -> None:
    for country in places.countries:
        for word in (*country.names(), *country.demonyms, *country.capitals()):
            assert places.country_of(word) == country.iso2, word


def test_every_division_and_city_is_found_by_each_of_its_names(places: Places) -> None:
    for division in places.divisions:
        assert all(division in places.division_of(word) for word in (division.name, *division.aliases))
    for city in places.cities:
        assert all(city in places.city_of(word) for word in (city.name, *city.aliases))


def test_no_name_is_padded_or_empty(places: Places) -> None:
    words = [word for country in places.countries for word in (*country.names(), *country.demonyms)]
    words += [word for division in places.divisions for word in (division.name, *division.aliases)]
    words += [word for city in places.cities for word in (city.name, *city.aliases)]
    assert [word for word in words if not word or word != " ".join(word.split())] == []


def test_a_former_state_says_until_when(places: Places) -> None:
    former = {c.iso2: c.former_until for c in places.countries if c.former_until is not None}
    assert former == {"AN": 2010, "CS": 1992, "DD": 1990, "SU": 1991, "YD": 1990, "YU": 2006}


def _folder(base: Path, countries: str, divisions: str = "", cities: str = "") -> Path:
    (base / "places").mkdir()
    (base / "places" / "countries.csv").write_text(HEADER + countries, encoding="utf-8")
    (base / "places" / "divisions.csv").write_text("iso2,name,aliases,kind\n" + divisions, encoding="utf-8")
    (base / "places" / "cities.csv").write_text("iso2,name,aliases\n" + cities, encoding="utf-8")
    return base


@pytest.mark.parametrize(
    ("countries", "divisions", "cities", "message"),
    [
        ("AA,Aland,,,,,,,,\nAA,Bland,,,,,,,,\n", "", "", "AA is listed twice"),
        ("AA,Aland,,,,,,,,soon\n", "", "", "former_until of AA"),
        ("AA,Aland,,,,,,,,\n", "BB,North,,region\n", "", "'BB' is not in countries.csv"),
        ("AA,Aland,,,,,,,,\n", "", "BB,Town,\n", "'BB' is not in countries.csv"),
        ("AA,Aland,,,,\n", "", "", "fields"),
    ],
)
def test_a_broken_file_is_refused(tmp_path: Path, countries: str, divisions: str, cities: str, message: str) -> None:
    with pytest.raises(ConfigError, match=message):
        load_places(_folder(tmp_path, countries, divisions, cities))


def test_a_name_beats_a_demonym_and_a_demonym_a_capital(tmp_path: Path) -> None:
    rows = "AA,Aland,,Bland,Cland,,,,,\nBB,Bland,,Cland,,,,,,\nCC,Dland,,,,,,,,\n"
    found = load_places(_folder(tmp_path, rows))
    assert [found.country_of(name) for name in ("Aland", "Bland", "Cland")] == ["AA", "BB", "BB"]
