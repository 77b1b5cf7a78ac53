"""People and firms: what the words around a name say of it. Every text is written for this test."""

from __future__ import annotations

import re

import pytest

from pipeline.configuring.configuration import Configuration
from pipeline.configuring.folder import configs_folder
from pipeline.configuring.namesakes import NamesakeExample, load_namesakes
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
    # the word right before or behind
    ("Talks with the conglomerate [person Orlik] failed.", "Orlik", OTHER),
    ("Of its main rival [person Orlik] nothing was heard.", "Orlik", OTHER),
    ("He works for a major [person Western] bank.", "Western", OTHER),
    ("[person Orlik] Materials lost money.", "Orlik", OTHER),
    ("[person Orlik] &amp; Venn lost money.", "Orlik", OTHER),
    ("Buyers like the [person Orlik]-Venn.", "Orlik", OTHER),
    ("[person Orlik] posted a loss.", "Orlik", OTHER),
    ("[person Orlik]'s pretax profit fell.", "Orlik", OTHER),
    ("The rise of [person Coles]' share price ended.", "Coles", OTHER),
    ("A [person Cable] channel came. Most cable channels went.", "Cable", OTHER),
    ("Most stones came, said rival [person Jan Stone].", "Jan Stone", PERSON),
    ("He was the founder. [person Orlik] has grown.", "Orlik", OTHER),
    ("He came with Sen. [person Orlik] and left.", "Orlik", PERSON),
    ("It is behind the market leader [person Tesco] now.", "Tesco", OTHER),
    ("Opposition leader [person Orlik] left.", "Orlik", PERSON),
    ("The profit of [person Peter Orlik]'s group and its debts rose.", "Peter Orlik", PERSON),
    ("The firm of [person Peter Orlik], which has its debts, grew.", "Peter Orlik", PERSON),
    ('"They compete," [person Jardine Fleming] said in a report. "They grow," [person Jardine Fleming] said.',
     "Jardine Fleming", OTHER),
    ("[person Petra Orlik] came. She runs [person Orlik] Venn Partners in Brno.", "Orlik", OTHER),
    # behind a comma
    ("[person Orlik Venn], which owns two mills, grew.", "Orlik Venn", OTHER),
    ("[person Orlik Venn], Britain's biggest brewer, grew.", "Orlik Venn", OTHER),
    ("[person Peter Venn], a media expert at the brewer, left.", "Peter Venn", PERSON),
    ("[person Orlik Venn], who was ill, left.", "Orlik Venn", PERSON),
    ("[person Orlik Venn], chief investment strategist at a bank, left.", "Orlik Venn", PERSON),
    # who speaks, and of whom
    ("Nobody liked [person Orlik], he said, and so he left.", "Orlik", OTHER),
    ('"It rained." He said [person Orlik] was not for sale.', "Orlik", OTHER),
    # a surname leans on the full name: what is said of the one is said of the other
    ("Financier [person Peter Orlik] came. The firm is run by [person Orlik], which has debts.", "Orlik", PERSON),
    ("The bank [person Orlik Venn], which grew, is old. Nobody has heard of [person Venn].", "Venn", OTHER),
    ("[person Peter Orlik]'s Holdings Ltd grew.", "Peter Orlik", PERSON),
]  # fmt: skip


def kinds(config: Configuration, marked: str, country: str | None = None) -> dict[str, str]:
    extraction = article("a", marked, country)
    text = marked.replace("[person ", "").replace("]", "")
    table = resolve_entities([extraction], config, [Article("a", "a.txt", text)])
    return {link.mention.text: link.mention.kind for link in table.links}


@pytest.mark.parametrize(("marked", "name", "kind"), NAMES)
def test_a_name_is_of_the_kind_its_words_say(config: Configuration, marked: str, name: str, kind: str) -> None:
    assert kinds(config, marked)[name] == kind


def marked_as_people(example: NamesakeExample) -> str:
    """The example as recognition at its worst would read it: every name is a person's."""
    names = sorted((*example.firms, *example.people), key=len, reverse=True)
    return re.sub("|".join(rf"\b{re.escape(name)}\b" for name in names), r"[person \g<0>]", example.text)


@pytest.mark.parametrize("example", load_namesakes(configs_folder()).examples, ids=lambda example: example.text[:40])
def test_the_list_of_namesakes_keeps_its_examples(config: Configuration, example: NamesakeExample) -> None:
    found = kinds(config, marked_as_people(example))
    assert {name for name, kind in found.items() if kind == OTHER} == set(example.firms)
    assert {name for name, kind in found.items() if kind == PERSON} == set(example.people)


# year of the article, what a word alone is there that only a politician of 2010 to 2017 bears in the gazetteer
YEARS = [(1996, OTHER), (2012, PERSON), (None, PERSON)]


@pytest.mark.parametrize(("year", "kind"), YEARS)
def test_nobody_is_named_before_his_time(config: Configuration, year: int | None, kind: str) -> None:
    marked = "Talks with [person Cable] broke down, the company said."
    text = "Talks with Cable broke down, the company said."
    table = resolve_entities([article("a", marked, "GB", year)], config, [Article("a", "a.txt", text)])
    assert [link.mention.kind for link in table.links] == [kind]


def test_a_body_behind_a_firms_sign_stays_one_though_its_word_is_a_person_elsewhere(config: Configuration) -> None:
    one = article("a", 'Minister [person Ales Vrba] came. "No," [person Vrba] said. "No," said [person Vrba].')
    two = article("b", "Orlik & [body Vrba] grew.")
    texts = ['Minister Ales Vrba came. "No," Vrba said. "No," said Vrba.', "Orlik & Vrba grew."]
    table = resolve_entities([one, two], config, [Article(i, i, text) for i, text in zip("ab", texts, strict=True)])
    assert [k.mention.kind for k in table.links if k.mention.article_id == "b"] == [OTHER]


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
