"""People and firms: what the words around a name say of it. Every text is written for this test."""

from __future__ import annotations

import pytest

from pipeline.configuring.configuration import Configuration
from pipeline.resolving.entities import resolve_entities
from pipeline.types import Article, Extraction, Mention
from tests.resolving.marked_up import article

PERSON, OTHER = "person", "body"

# text with the name marked as recognition took it (always a person), the name, what it is
NAMES = [
    ('"We grow," [person Petra Novotna] said.', "Petra Novotna", PERSON),
    ("Prime Minister [person Vrba] resigned.", "Vrba", PERSON),
    ('"We lost," said [person Kolarik].', "Kolarik", PERSON),
    ("[person Jovan Trbo], 59, is to stand down.", "Jovan Trbo", PERSON),
    ("[person Jovan Trbo], leader of the farmers, is to stand down.", "Jovan Trbo", PERSON),
    ("[person Petra Novotna] came. Voters liked [person Novotna].", "Novotna", PERSON),
    ("The paper quoted [person Jovan Trbo] as saying so.", "Jovan Trbo", PERSON),
    ("[person Orlik] shares rose on Friday.", "Orlik", OTHER),
    ("[person Orlik Plc] rose on Friday.", "Orlik Plc", OTHER),
    ("Chairman of [person Orlik] for years, he left.", "Orlik", OTHER),
    ("An analyst at [person Orlik Venn] disagreed.", "Orlik Venn", OTHER),
    ("For Trade [person Orlik] the year was bad.", "Orlik", OTHER),
    ("Shares of [person ORLK] fell.", "ORLK", OTHER),
    ("The Chief [person Executive] is chosen in March.", "Executive", OTHER),
    ("[person Petra Orlik] came. But [person Orlik] Holdings lost money.", "Orlik", OTHER),
]


def kinds(config: Configuration, marked: str, country: str | None = None) -> dict[str, str]:
    extraction = article("a", marked, country)
    text = marked.replace("[person ", "").replace("]", "")
    table = resolve_entities([extraction], config, [Article("a", "a.txt", text)])
    return {link.mention.text: link.mention.kind for link in table.links}


@pytest.mark.parametrize(("marked", "name", "kind"), NAMES)
def test_a_name_is_of_the_kind_its_words_say(config: Configuration, marked: str, name: str, kind: str) -> None:
    assert kinds(config, marked)[name] == kind


def test_the_gazetteers_people_are_people_whatever_stands_around(config: Configuration) -> None:
    assert kinds(config, "For the [person Klaus] shares its land.", "CZ") == {"Klaus": PERSON}


def test_without_the_text_nothing_is_weighed(config: Configuration) -> None:
    table = resolve_entities([article("a", "[person Orlik] shares rose.")], config)
    assert [link.mention.kind for link in table.links] == [PERSON]


def test_the_reason_stands_in_the_links_basis(config: Configuration) -> None:
    marked = "[person Orlik Plc] rose."
    table = resolve_entities([article("a", marked)], config, [Article("a", "a.txt", "Orlik Plc rose.")])
    assert "no person by the words around it" in table.links[0].basis


def test_a_print_that_is_a_firm_everywhere_is_one_where_nothing_tells(config: Configuration) -> None:
    texts = ["Orlik Venn shares rose."] * 3 + ["Orlik Venn came, he said."]
    mentions = [(Mention(f"a{n}", 0, 10, "Orlik Venn", "person", "test"),) for n in range(4)]
    found = resolve_entities(
        [Extraction(f"a{n}", mentions[n], ()) for n in range(4)],
        config,
        [Article(f"a{n}", f"{n}.txt", text) for n, text in enumerate(texts)],
    )
    assert {link.mention.kind for link in found.links} == {OTHER}
