"""Whom a claim speaks of: names, names inside phrases, leaders for their lists, descriptions."""

from __future__ import annotations

import pytest

from pipeline.configuring.configuration import Configuration
from pipeline.resolving.entities import EntityTable, resolve_entities
from pipeline.types import Extraction, SubjectKind
from tests.resolving.marked_up import article, claim

IRAQ = "[person Hadi al-Amiri] met [person Moqtada al-Sadr], whose [party Sairoon] beat the [party Fatah Alliance]."
CZECH = "[person Vaclav Klaus]'s [party Civic Democratic Party] ([party ODS]) beat the [party Social Democrats]."

SUBJECTS: list[tuple[str, str | None, int | None, str, SubjectKind, str, str]] = [
    (IRAQ, "IQ", 2018, "Fatah Alliance", "party", "seats", "Fatah Alliance"),
    (IRAQ, "IQ", 2018, "Conquest Alliance", "party", "seats", "Fatah Alliance"),
    (IRAQ, "IQ", 2018, "the list of Hadi al-Amiri", "party", "seats", "Fatah Alliance"),
    (IRAQ, "IQ", None, "the list of Hadi al-Amiri", "party", "seats", "Fatah Alliance"),
    (IRAQ, "IQ", 2018, "An alliance of Hadi al-Amiri", "party", "seats", "Fatah Alliance"),
    (IRAQ, "IQ", 2018, "Sadr's list", "party", "areas_led", "Marching Towards Reform"),
    (IRAQ, "IQ", 2018, "Hadi al-Amiri", "person", "seats", "Fatah Alliance"),
    (IRAQ, "IQ", 2018, "Hadi al-Amiri", "person", "votes", "Hadi al-Amiri"),
    (CZECH, "CZ", 1996, "Klaus's party", "party", "seats", "Civic Democratic Party"),
    (CZECH, "CZ", 1996, "the party of Czech premier Vaclav Klaus", "party", "seats", "Civic Democratic Party"),
    (CZECH, "CZ", 1996, "Vaclav Klaus", "person", "leads", "Vaclav Klaus"),
    ("[party Moth Party of Tonga] met.", "TO", None, "Moth Party of Tonga", "party", "seats", "Moth Party of Tonga"),
    ("[party Party of Moths] met.", "TO", None, "Party of Moths", "party", "seats", "Party of Moths"),
    ("[person Olga Zahradka] spoke.", "TO", None, "Zahradka's list", "party", "seats", "list of Olga Zahradka"),
]


@pytest.mark.parametrize(("marked", "country", "year", "subject", "kind", "measure", "expected"), SUBJECTS)
def test_subjects(  # noqa: PLR0917 - one parameter a column
    config: Configuration,
    marked: str,
    country: str | None,
    year: int | None,
    subject: str,
    kind: SubjectKind,
    measure: str,
    expected: str,
) -> None:
    extraction = article("a", marked, country, year)
    with_claim = _with(extraction, subject, kind, measure)
    table = resolve_entities([with_claim], config)
    entity, name, why = table.resolve_subject(with_claim.claims[0])
    assert name == expected, why
    assert entity in {e.entity_id for e in table.entities}


def _with(extraction: Extraction, subject: str | None, kind: SubjectKind, measure: str = "seats") -> Extraction:
    one = claim(extraction, subject, kind, measure)
    return Extraction(extraction.article_id, extraction.mentions, (one,), extraction.cues, extraction.aliases)


def _subject(table: EntityTable, extraction: Extraction) -> tuple[str | None, str | None, str]:
    return table.resolve_subject(extraction.claims[0])


def test_the_contest_as_a_whole_has_no_subject(config: Configuration) -> None:
    extraction = _with(article("a", "[place Iraq] voted.", "IQ"), None, "contest", "turnout")
    assert _subject(resolve_entities([extraction], config), extraction)[:2] == (None, None)


@pytest.mark.parametrize("text", ["the opposition", "two centre-right candidates", "independents", "coalition parties"])
def test_a_description_is_kept_to_its_article(config: Configuration, text: str) -> None:
    ones = [_with(article(name, "[place Prague] voted.", "CZ"), text, "party") for name in ("a", "b")]
    table = resolve_entities(ones, config)
    first, second = (_subject(table, one) for one in ones)
    assert first[0] != second[0]
    assert first[1] == second[1] == text
    assert "kept to its article" in first[2]


def test_a_name_that_recognition_missed_is_one_entity_in_the_country(config: Configuration) -> None:
    ones = [_with(article(name, "[place Tonga] voted.", "TO"), "Banana Growers", "party") for name in ("a", "b")]
    table = resolve_entities(ones, config)
    assert _subject(table, ones[0])[0] == _subject(table, ones[1])[0]


def test_the_year_of_the_contest_decides_who_led_what(config: Configuration) -> None:
    extraction = _with(article("a", "[person Hadi al-Amiri] spoke.", "IQ"), "Hadi al-Amiri", "person")
    table = resolve_entities([extraction], config)
    assert table.resolve_subject(extraction.claims[0], 2018)[1] == "Fatah Alliance"
    assert table.resolve_subject(extraction.claims[0], 2010)[1] == "Badr Organization"


def test_votes_beside_seats_are_the_lists(config: Configuration) -> None:
    plain = article("a", "[person Hadi al-Amiri] came second.", "IQ", 2018)
    claims = tuple(claim(plain, "Hadi al-Amiri", "person", measure) for measure in ("votes", "seats"))
    table = resolve_entities([Extraction("a", plain.mentions, claims, plain.cues)], config)
    assert [table.resolve_subject(one)[1] for one in claims] == ["Fatah Alliance", "Fatah Alliance"]


def test_what_the_article_says_of_its_leaders_comes_first(config: Configuration) -> None:
    plain = article("a", "[person Olga Zahradka] leads the [party Banana Growers].", "TO")
    said = claim(plain, "Olga Zahradka", "person", "leads", "Banana Growers")
    asked = claim(plain, "Zahradka's party", "party")
    table = resolve_entities([Extraction("a", plain.mentions, (said, asked), plain.cues)], config)
    assert table.resolve_subject(asked)[1] == "Banana Growers"


def test_two_names_in_one_subject_are_neither(config: Configuration) -> None:
    marked = "the [party Conservatives] or the [party Labour Party] won"
    plain = article("a", marked, "GB", 2019)
    both = claim(plain, "Conservatives or the Labour Party", "party", at=(4, 37))
    table = resolve_entities([Extraction("a", plain.mentions, (both,), plain.cues)], config)
    entity, name, _ = table.resolve_subject(both)
    assert name == "Conservatives or the Labour Party"
    assert entity not in {link.entity_id for link in table.links}
