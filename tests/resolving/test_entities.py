"""Mentions become entities: what is one, what is two, and that neither order nor company changes it."""

from __future__ import annotations

import dataclasses
from itertools import permutations

import pytest

from pipeline.configuring.configuration import Configuration
from pipeline.resolving.entities import EntityTable, resolve_entities
from pipeline.types import Article, Extraction
from tests.resolving.marked_up import article


def names(table: EntityTable) -> dict[tuple[str, str], str]:
    """(article, printed) -> the entity's name."""
    by_id = {entity.entity_id: entity.name for entity in table.entities}
    return {(k.mention.article_id, k.mention.text): by_id[k.entity_id] for k in table.links}


def ids(table: EntityTable) -> dict[tuple[str, str], str]:
    return {(k.mention.article_id, k.mention.text): k.entity_id for k in table.links}


ONE = [
    ("surname alone", "[person Petra Novotna] spoke. [person Novotna] left.", None),
    ("possessive", "[person Petra Novotna] spoke of [person Novotna's] aims.", None),
    ("title", "[person Prime Minister Petra Novotna] met [person Mrs Novotna].", None),
    ("spellings", "[person Moqtada al-Sadr] met [person Muqtada Sadr] as [person Moktada Al Sadr].", "IQ"),
    ("initial", "[person John Barrowclough] was named; [person J. Barrowclough] thanked all.", None),
    ("family name first", "[person Tung Chee-hwa] led. [person Tung] was glad.", "HK"),
    ("particle", "[person Ursula van den Hoek] spoke. [person Van den Hoek] left.", None),
    ("members for the party", "[party Radical Orchard Party] won; [party the Radical Orchard Party].", "XK"),
    ("acronym by first letters", "[party Kurdistan Democratic Party] and the [party KDP].", "IQ"),
    ("demonym", "[place France] voted; [place French] towns.", "FR"),
    ("capital", "[place Prague] voted; in [place the capital].", "CZ"),
    ("division with its noun", "[place Anbar] voted, [place Anbar province] too.", "IQ"),
]


@pytest.mark.parametrize(("why", "marked", "country"), ONE, ids=[row[0] for row in ONE])
def test_one_entity(config: Configuration, why: str, marked: str, country: str | None) -> None:
    table = resolve_entities([article("a", marked, country)], config)
    assert len({link.entity_id for link in table.links}) == 1, [(k.mention.text, k.basis) for k in table.links]


TWO = [
    ("same surname", "[person Bill Clinton] and [person Hillary Clinton].", "US"),
    ("same surname, unknown", "[person Alma Kvist] and [person Sven Kvist].", None),
    ("same first name", "[person Mohammed Al Halbousi] and [person Mohammed Shia Al Sudani].", "IQ"),
    ("parties of creed", "[party Civic Democratic Party] and [party Civic Democratic Alliance].", "CZ"),
    ("member and alliance", "[party Badr Organization] in the [party Fatah Alliance].", "IQ"),
    ("city and country", "[place Baghdad] in [place Iraq].", "IQ"),
]


@pytest.mark.parametrize(("why", "marked", "country"), TWO, ids=[row[0] for row in TWO])
def test_two_entities(config: Configuration, why: str, marked: str, country: str | None) -> None:
    table = resolve_entities([article("a", marked, country)], config)
    assert len({link.entity_id for link in table.links}) == 2, [(k.mention.text, k.basis) for k in table.links]


def test_a_surname_means_the_one_of_that_name_spoken_of_last(config: Configuration) -> None:
    text = "[person Alma Kvist] spoke. [person Sven Kvist] came. [person Kvist] left."
    table = resolve_entities([article("a", text)], config)
    link = table.links[-1]
    assert names(table)["a", "Kvist"] == "Sven Kvist"
    assert "runner-up 'Alma Kvist'" in link.basis


def test_a_surname_without_full_name_is_looked_for_in_articles_on_the_country(config: Configuration) -> None:
    corpus = [
        article("a", "[person Petr Zahradka] won.", "CZ"),
        article("b", "[person Zahradka] lost.", "CZ"),
        article("c", "[person Zahradka] drew.", "SK"),
    ]
    found = ids(resolve_entities(corpus, config))
    assert found["a", "Petr Zahradka"] == found["b", "Zahradka"]
    assert found["c", "Zahradka"] != found["a", "Petr Zahradka"]


def test_a_surname_that_two_people_bear_is_kept_to_its_article(config: Configuration) -> None:
    corpus = [
        article("a", "[person Petr Zahradka] won.", "CZ"),
        article("b", "[person Olga Zahradka] won.", "CZ"),
        article("c", "[person Zahradka] lost.", "CZ"),
        article("d", "[person Zahradka] lost.", "CZ"),
    ]
    found = ids(resolve_entities(corpus, config))
    assert len(set(found.values())) == 4


def test_father_and_son_are_never_joined_by_the_name_they_share(config: Configuration) -> None:
    corpus = [
        article("a", "[person Harald P. Lindqvist] spoke."),
        article("b", "[person Harald T. Lindqvist] spoke."),
        article("c", "[person Harald Lindqvist] spoke."),
    ]
    table = resolve_entities(corpus, config)
    assert len(set(ids(table).values())) == 3
    assert any("who are two people" in why for _, _, why in table.reviews)


def test_an_acronym_told_by_one_article_holds_for_the_country(config: Configuration) -> None:
    corpus = [
        article("a", "[party Orchard Growers] ([party ZQX]) won.", "IS", aliases=(("Orchard Growers", "ZQX"),)),
        article("b", "[party ZQX] lost.", "IS"),
        article("c", "[party ZQX] lost.", "NO"),
    ]
    found = ids(resolve_entities(corpus, config))
    assert found["a", "Orchard Growers"] == found["a", "ZQX"] == found["b", "ZQX"]
    assert found["c", "ZQX"] != found["b", "ZQX"]


def test_parties_of_two_countries_are_two(config: Configuration) -> None:
    corpus = [article(code, "[party Social Democrats] won.", code) for code in ("CZ", "DE", "FJ", "TO")]
    assert len(set(ids(resolve_entities(corpus, config)).values())) == 4


def test_a_country_without_a_gazetteer_works(config: Configuration) -> None:
    corpus = [
        article("a", "[party Banana Growers' Union] won.", "TO"),
        article("b", "[party the Banana Growers Union] lost.", "TO"),
    ]
    table = resolve_entities(corpus, config)
    assert len({link.entity_id for link in table.links}) == 1
    assert table.entities[0].country == "TO"


def test_a_person_read_as_a_body_is_the_person_of_the_article(config: Configuration) -> None:
    table = resolve_entities([article("a", "[person Milos Zahradka] won, said [body Zahradka].", "CZ")], config)
    assert len({link.entity_id for link in table.links}) == 1
    assert {entity.kind for entity in table.entities} == {"person"}


def corpus() -> list[Extraction]:
    return [
        article("a", "[person Muqtada al-Sadr] of [place Iraq]; [party Sairoon]; [body Senate].", "IQ"),
        article("b", "[person Moqtada Sadr], [person Sadr]; [party Marching Towards Reform].", "IQ"),
        article("c", "[person Petr Zahradka], [person Zahradka]; [party Social Democrats]; [body Senate].", "CZ"),
        article("d", "[person Petr Jan Zahradka]; [party CSSD]; [place Prague].", "CZ"),
    ]


def test_the_order_of_articles_does_not_matter(config: Configuration) -> None:
    tables = [resolve_entities(list(order), config) for order in permutations(corpus())]
    assert all(table.entities == tables[0].entities for table in tables)
    assert all(table.links == tables[0].links for table in tables)
    assert all(table.reviews == tables[0].reviews for table in tables)


def test_ids_do_not_change_when_articles_are_added(config: Configuration) -> None:
    whole = ids(resolve_entities(corpus(), config))
    for extraction in corpus():
        alone = ids(resolve_entities([extraction], config))
        assert alone == {key: value for key, value in whole.items() if key[0] == extraction.article_id}


def test_every_mention_has_one_link_with_a_basis(config: Configuration) -> None:
    table = resolve_entities(corpus(), config)
    mentions = [m for extraction in corpus() for m in extraction.mentions]
    assert len(table.links) == len(mentions)
    assert all(link.basis for link in table.links)
    of_place = {(link.mention.article_id, link.mention.char_start): link for link in table.links}
    for mention in mentions:
        link = of_place.get((mention.article_id, mention.char_start))
        assert link and dataclasses.replace(link.mention, kind=mention.kind, basis=mention.basis) == mention


def test_counts_are_of_mentions_and_articles(config: Configuration) -> None:
    table = resolve_entities(corpus(), config)
    sadr = next(entity for entity in table.entities if entity.name == "Moqtada al-Sadr")
    assert (sadr.n_mentions, sadr.n_articles, sadr.country) == (3, 2, "IQ")
    assert set(sadr.aliases) == {"Muqtada al-Sadr", "Moqtada Sadr", "Sadr"}


SHORT = "[person Chris Perry] spoke.", "[person Chris Parry] spoke."


@pytest.mark.parametrize(
    ("beside", "people"),
    [("", 2), (" [person Ondrej Havlena] listened.", 1)],
    ids=["nobody beside them", "the same man beside both"],
)
def test_a_short_family_name_spelt_in_two_ways_needs_company(config: Configuration, beside: str, people: int) -> None:
    articles = [article(name, text + beside, "GB") for name, text in zip("ab", SHORT, strict=True)]
    table = resolve_entities(articles, config)
    assert len({link.entity_id for link in table.links if "Chris" in link.mention.text}) == people
    assert bool(table.reviews) == (people == 2)


def test_a_surname_alone_is_nobody_spelt_otherwise_in_another_article(config: Configuration) -> None:
    articles = [article("a", "[person Al Derey] spoke.", "US"), article("b", "[person Deere] rose.", "US")]
    table = resolve_entities(articles, config)
    assert len({link.entity_id for link in table.links}) == 2


# marked text, whom the last mention of the surname alone names
KIN = [
    ("[person Dan Orlik] was jailed. His mother, [person Lena Orlik], wept. [person Orlik] is 27.", "Dan Orlik"),
    ("[person Dan Orlik] was jailed. [person Orlik]'s youngest son [person Ivo Orlik] fled. [person Orlik] is 67.",
     "Dan Orlik"),
    ("[person Dan Orlik] was jailed. Minister [person Lena Orlik] wept. [person Orlik] is 27.", "Lena Orlik"),
    ("[person Dan Orlik] left. [person Lena Orlik], the daughter of a miner, came. [person Orlik] won.", "Lena Orlik"),
    ("The village has a brother. [person Dan Orlik] left; a son [person Ivo Orlik] came. [person Orlik] won.",
     "Ivo Orlik"),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "name"), KIN)
def test_a_surname_alone_is_no_relatives_name(config: Configuration, marked: str, name: str) -> None:
    text = marked.replace("[person ", "").replace("]", "")
    table = resolve_entities([article("a", marked)], config, [Article("a", "a.txt", text)])
    last = max(table.links, key=lambda link: link.mention.char_start)
    assert {e.entity_id: e.name for e in table.entities}[last.entity_id] == name
