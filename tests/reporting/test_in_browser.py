"""The page in a real Chromium: what an auditor does with it."""

from __future__ import annotations

import os
import shlex
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from making import claim, large, row, small
from test_page import HOSTILE

from pipeline.commands.decide import read_decisions
from pipeline.reporting.content import Tables
from pipeline.reporting.page import render

VIEWS = ("conflicts", "elections", "figures", "articles", "skipped", "decisions")
Window = Callable[..., Any]
Page = Callable[[Tables], str]


def cards(window: Any) -> int:
    return int(window.tab.locator("article.card").count())


def rows_told(window: Any) -> str:
    return window.text("main .lead").split(".")[0]


def test_a_conflict_shows_both_sentences_with_their_figures_marked(opened: Window, page_of: Page) -> None:
    window = opened()
    window.go(page_of(small()))
    sides = window.tab.locator(".side").all_inner_texts()
    assert "The Harbour List won 34 seats." in sides[0]
    assert "Plain Press" in sides[0]
    assert "14 May 2018" in sides[0]
    assert "The Harbour List won 33 seats." in sides[1]
    assert "said by the commission" in sides[1].replace("\n", " ")
    assert window.tab.locator(".side mark").all_inner_texts() == ["34", "33"]
    assert "The sources disagree." in window.text(".why")
    assert window.complaints == []


def test_the_stage_told_is_the_one_that_the_claims_were_compared_by(opened: Window, page_of: Page) -> None:
    tables = small()
    tables.claims[0] |= {"stage": "final", "count_stage": "unknown"}
    tables.claims[1] |= {"stage": "final", "count_stage": None}  # of a table before 1.2
    window = opened()
    window.go(f"{page_of(tables)}#open=x_1")
    sides = [words.replace("\n", " ") for words in window.tab.locator(".side").all_inner_texts()]
    assert "14 May 2018, stage not said" in sides[0] and "final count" in sides[1]
    window.tab.wait_for_selector(".legend")
    assert window.tab.locator(".legend li").all_inner_texts()[:2] == ["final", "stage not said"]


def test_opening_a_conflict_shows_the_paragraph_the_plot_and_the_other_claims(opened: Window, page_of: Page) -> None:
    tables = small(first="The count went on. The Harbour List won 34 seats.")
    window = opened()
    window.go(page_of(tables))
    window.tab.click("text=Paragraphs and other claims")
    assert window.tab.locator(".more svg.plot path").count() >= 2
    assert window.tab.locator(".more tbody tr").count() == 2
    assert "open=x_1" in window.tab.url
    window.go(window.tab.url)
    window.tab.wait_for_selector(".more svg.plot")
    assert window.tab.get_attribute("button[aria-controls=more-x_1]", "aria-expanded") == "true"


def test_a_measure_is_called_by_its_label_with_its_unit_of_land(opened: Window, page_of: Page) -> None:
    tables = small()
    tables.labels.update(areas_led="Areas led", seats="Seats")
    for made in (*tables.claims, *tables.knowledge, *tables.conflicts):
        made |= {"measure": "areas_led", "unit": "province"}
    tables.claims[1] |= {"unit": "county"}
    address = page_of(tables)
    window = opened()
    window.go(address)
    assert window.text("h2") == "Harbour List: provinces led"
    assert window.tab.locator(".about").all_inner_texts() == ["Harbour List: counties led"]
    options = window.tab.locator("[data-filter=measure] option").all_inner_texts()
    assert options == ["Any", "Areas led (1)"], "of all units together"
    for words in ("provinces led", "areas_led"):
        window.go(f"{address}#view=figures&q={words}")
        assert rows_told(window) == "1 figure", "found by its words and by its id"
    window.go(f"{address}#view=figures&q=seats")
    assert rows_told(window) == "0 figures"


def test_a_record_is_told_in_its_words_not_as_a_count_of_its_year(opened: Window, page_of: Page) -> None:
    tables = small(first="Turnout was 34 percent, the lowest since 2003.")
    record = {"measure": "record", "unit": "turnout", "subject": None, "subject_id": None, "subject_kind": "contest"}
    record |= {"value": 2003.0, "value_low": 2003.0, "value_high": 2003.0, "value_text": "lowest since 2003"}
    tables.claims[0] |= record
    tables.knowledge[0] |= record | {"claim_ids": ["k_0000000000000001"], "conflict_ids": []}
    tables.labels.update(record="Record", turnout="Turnout")
    address = page_of(tables)
    window = opened()
    for view in (
        "figures&fact=f_1",
        "elections&contest=c_0000000000000000",
        "articles&article=a_1&claim=k_0000000000000001",
    ):
        window.go(f"{address}#view={view}")
        window.tab.wait_for_timeout(100)
        assert "ecord of turnout" in window.text("main") and "lowest since 2003" in window.text("main"), view
        assert "2,003" not in window.text("main"), view
        assert "Stands for" not in window.text("main"), view
    window.go(f"{address}#view=figures&fact=f_1")
    window.tab.wait_for_selector(".more table")
    assert window.tab.locator(".more svg.plot").count() == 0, "a year is no point in a plot of a count"


def test_a_measure_without_a_label_is_called_by_its_id_in_words(opened: Window, page_of: Page) -> None:
    tables = small()
    for made in (*tables.claims, *tables.knowledge, *tables.conflicts):
        made |= {"measure": "seats_majority"}
    window = opened()
    window.go(page_of(tables))
    assert window.text("h2") == "Harbour List: seats majority"


def test_copies_of_one_writing_are_one_witness(opened: Window, page_of: Page) -> None:
    tables = small()
    copy = tables.claims[0] | {"claim_id": "k_copy", "article_id": "a_4", "path": "copy.txt"}
    tables.claims.append(copy)
    tables.articles.append(row("articles", article_id="a_4", path="copy.txt", source="Copy Cat"))
    tables.texts["a_4"] = tables.texts["a_1"]
    tables.conflicts[0]["claim_ids_a"].append("k_copy")
    window = opened()
    window.go(page_of(tables))
    assert "1 witness in 2 articles" in window.text(".side-a .says").replace("\n", " ")
    assert not window.tab.is_visible(".side-a .copy >> text=Copy Cat")
    window.tab.click(".side-a summary")
    assert window.tab.is_visible(".side-a .copy >> text=Copy Cat")


def test_in_a_plot_a_copy_is_hollow_and_another_figure_of_the_same_writing_is_not(
    opened: Window, page_of: Page
) -> None:
    tables = small()
    for number, value in ((3, 34.0), (4, 31.0)):
        made = {"claim_id": f"k_{number}", "value": value, "value_low": value, "value_high": value}
        tables.claims.append(tables.claims[0] | made | {"article_id": "a_4"})
        tables.knowledge[0]["claim_ids"].append(f"k_{number}")
    tables.articles.append(row("articles", article_id="a_4", path="four.txt", published="2018-05-16"))
    window = opened()
    window.go(f"{page_of(tables)}#view=figures&fact=f_1")
    window.tab.wait_for_selector("svg.plot .point")
    copies = window.tab.locator("svg.plot .point.copy title").all_text_contents()
    assert copies == ["34: four.txt, 16 May 2018, final count, a copy"]


def test_the_parts_of_a_sum_in_one_writing_are_no_copies(opened: Window, page_of: Page) -> None:
    text = "The Harbour List won 34 seats and the Hill Party 20."
    tables = small(first=text)
    other = claim(3, text, "20", article="a_1", subject="Hill Party", subject_id="pty-2", origin_id="o0000000000000001")
    later = other | {"claim_id": "k_later", "char_start": 56, "char_end": 61, "sentence_start": 52, "sentence_end": 79}
    tables.claims.extend([other, later | {"subject": "Lake Union", "sentence": ""}])
    tables.conflicts[0]["claim_ids_a"] += [other["claim_id"], "k_later"]
    window = opened()
    window.go(page_of(tables))
    assert "1 witness" in window.text(".side-a .says").replace("\n", " ")
    assert window.tab.locator(".side-a .witness").count() == 2, "one a sentence"
    assert window.tab.locator(".side-a .witness >> nth=0").locator("mark").all_inner_texts() == ["34", "20"]
    assert window.tab.locator(".side-a .about").all_inner_texts() == [
        "Harbour List, Hill Party: seats",
        "Lake Union: seats",
    ]
    assert window.tab.locator(".copies").count() == 0


def test_a_decision_that_the_run_applied_is_told_and_a_conflict_decided_to_be_none_is_set_aside(
    opened: Window, page_of: Page
) -> None:
    tables = small()
    tables.conflicts[0] |= {"decision": "not_conflict", "decision_note": "two counts"}
    window = opened()
    window.go(page_of(tables))
    assert rows_told(window) == "0 conflicts"
    assert "do not contradict each other" in window.text(".empty")
    window.tab.click("text=see them")
    assert rows_told(window) == "1 conflict"
    assert window.text(".applied") == "Decided, and applied in this run: not a conflict (two counts)"


@pytest.mark.parametrize(
    ("part", "told"),
    [
        ("", "30 conflicts, worst first"),
        ("kind=revision", "10 revisions, worst first"),
        ("kind=all", "40 conflicts, worst first"),
        ("kind=sum", "10 conflicts, worst first"),
        ("measure=votes&kind=all", "10 conflicts, worst first"),
        ("severity=0.8&kind=all", "9 conflicts, worst first"),
        ("contest=c_0000000000000003&kind=all", "1 revision"),
        ("subject=o5%20all&kind=all", "1 conflict"),
        ("q=officials%20board%201005", "1 conflict"),
        ("source=Paper%2039&kind=all", "2 conflicts, worst first"),
        ("q=nothing%20says%20this", "0 conflicts"),
        ("view=figures&q=o57%20alliance", "2 figures"),
        ("view=figures&verdict=disputed", "40 figures"),
        ("view=articles&q=report%20wire/199", "1 article read"),
    ],
)
def test_a_filter_in_the_address_is_applied(opened: Window, page_of: Page, part: str, told: str) -> None:
    window = opened()
    window.go(f"{page_of(large(40, 800, 200))}#{part}")
    assert rows_told(window) == told
    assert window.complaints == []


def test_a_filter_that_is_chosen_stands_in_the_address_and_can_be_sent(opened: Window, page_of: Page) -> None:
    address = page_of(large(40, 60, 40))
    window = opened()
    window.go(address)
    window.tab.select_option("[data-filter=kind]", "bound")
    window.tab.fill("[data-filter=q]", "Babis")
    window.tab.wait_for_url(lambda url: "Babis" in url)
    assert window.tab.evaluate("document.activeElement.dataset.filter") == "q", "the focus stays while one types"
    window.tab.fill("[data-filter=q]", "officials")
    window.tab.wait_for_url(lambda url: "officials" in url)
    colleague = opened()
    colleague.go(window.tab.url)
    assert rows_told(colleague) == rows_told(window) == "10 conflicts, worst first"
    assert colleague.tab.input_value("[data-filter=q]") == "officials"
    colleague.tab.click("text=Clear filters")
    assert rows_told(colleague) == "30 conflicts, worst first"
    colleague.tab.go_back()
    assert rows_told(colleague) == "10 conflicts, worst first"


def test_search_finds_names_without_their_accents(opened: Window, page_of: Page) -> None:
    window = opened()
    window.go(f"{page_of(small(first='Babiš, of the Harbour List, won 34 seats.'))}#q=babis")
    assert cards(window) == 1


def test_every_view_is_drawn_without_a_complaint_and_without_a_request(opened: Window, page_of: Page) -> None:
    address = page_of(large(40, 300, 40))
    window = opened()
    for view in VIEWS:
        window.go(f"{address}#view={view}")
        assert window.tab.locator("main h1").count() == 1, view
    assert set(window.requests) <= {address, "about:blank", "data:,"}
    assert window.complaints == []


def test_the_policy_stops_a_request_even_if_something_made_one(opened: Window, page_of: Page) -> None:
    window = opened()
    window.go(page_of(small()))
    failed = window.tab.evaluate("fetch('http://127.0.0.1:9/').then(() => 'sent', () => 'stopped')")
    assert failed == "stopped"
    assert [url for url in window.requests if url.startswith("http")] == []


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_article_changes_nothing(opened: Window, page_of: Page, text: str) -> None:
    tables = small(first=f"{text} The Harbour List won 34 seats.")
    for table, names in (("articles", ("title", "source", "path")), ("conflicts", ("explanation", "value_a"))):
        getattr(tables, table)[0].update(dict.fromkeys(names, text))
    tables.claims[0]["attributed_to"] = tables.claims[0]["subject_text"] = text
    tables.entities[0]["name"] = tables.conflicts[0]["subject"] = tables.knowledge[0]["subject"] = text
    address = page_of(tables)
    window = opened()
    for view in (
        "conflicts&open=x_1",
        "elections&contest=c_0000000000000000",
        "figures&fact=f_1",
        "articles&article=a_1",
    ):
        window.go(f"{address}#view={view}")
        window.tab.wait_for_timeout(50)
        assert window.tab.locator("main img, main script, main iframe, main [onerror]").count() == 0
        shown = window.tab.evaluate("document.getElementById('main').textContent")
        assert not set("\u202e\u2066\u0000\u001b") & set(shown), "what would steer the text is written out"
    assert window.complaints == []
    window.go(f"{address}#view=articles&article=a_1")
    assert window.tab.locator("button.claim").all_inner_texts() == ["34"], "the figure is marked where it stands"


def test_hostile_addresses_show_the_first_view(opened: Window, page_of: Page) -> None:
    address = page_of(small())
    window = opened()
    for part in ("#view=__proto__", "#%E0%A4%A", "#view=conflicts&view=constructor&open=%00,x_1", "#contest=%3Cimg%3E"):
        window.go(address + part)
        assert window.text("h1") == "Where the news disagrees"
    assert window.complaints == []


def test_an_article_shows_its_claims_and_mentions_marked_and_tells_how_a_figure_was_read(
    opened: Window, page_of: Page
) -> None:
    window = opened()
    window.go(f"{page_of(small())}#view=articles&article=a_1")
    assert window.tab.locator(".text .mention").all_inner_texts() == ["Harbour List"]
    window.tab.click("button.claim")
    panel = window.text(".panel")
    for told in ("Harbour List, seats: 34 seats", "Iraq, legislative election, 12 May 2000", "seats-won", "value 0.50"):
        assert told in panel
    assert "claim=k_" in window.tab.url


def test_what_was_skipped_is_listed_with_its_reason(opened: Window, page_of: Page) -> None:
    window = opened()
    window.go(f"{page_of(small())}#view=skipped")
    assert "three.bin" in window.text("main")
    assert "no text in it" in window.text("main")


def test_an_election_shows_seats_by_list_with_ranges_and_what_is_disputed(opened: Window, page_of: Page) -> None:
    window = opened()
    window.go(f"{page_of(small())}#view=elections&contest=c_0000000000000000")
    assert "33 (33 to 34) !" in window.tab.locator("svg.bars text").all_text_contents()
    assert "34 against 33" in window.text("main")


def test_a_decision_goes_out_as_the_decisions_file_and_comes_back(
    opened: Window, page_of: Page, tmp_path: Path
) -> None:
    address = page_of(small())
    window = opened(accept_downloads=True)
    window.go(address)
    window.tab.get_by_role("radio", name="One value is right").check()
    window.tab.select_option(".which", "k_0000000000000002")
    window.tab.fill("[aria-label='Note on this decision']", 'the "final" count, as told')
    window.tab.keyboard.press("Tab")
    window.go(f"{address}#view=decisions")  # a new load: it was kept in the browser
    with window.tab.expect_download() as download:
        window.tab.click("#export")
    path = tmp_path / "decisions.csv"
    download.value.save_as(path)
    decided = [("prefer", "x_1", "k_0000000000000002", 'the "final" count, as told')]
    assert read_decisions(path) == decided
    path.write_text("# a head\n" + path.read_text() + "same,per-1,per-2,\nprefer,f_9,k_1,\n")
    other = opened(accept_downloads=True)
    other.go(f"{address}#view=decisions")
    other.tab.set_input_files("#import-file", path)
    other.tab.wait_for_selector(".done")
    with other.tab.expect_download() as download:
        other.tab.click("#export")
    download.value.save_as(path)
    others = [("prefer", "f_9", "k_1", ""), ("same", "per-1", "per-2", "")]
    assert read_decisions(path) == [*others, *decided], "lines on what this run does not know are kept"
    other.go(address)
    assert other.tab.get_by_role("radio", name="One value is right").is_checked()
    other.tab.get_by_role("radio", name="Open").check()
    other.go(f"{address}#view=decisions")
    told = other.tab.locator("main li strong").all_inner_texts()
    assert sorted(told) == ["Names: per-1 and per-2", "f_9, not in this run"]
    for _ in told:
        other.tab.click("text=Take back")
    assert "Nothing is decided yet" in other.text("main")


def test_which_value_a_figure_takes_is_decided_goes_out_and_comes_back(
    opened: Window, page_of: Page, tmp_path: Path
) -> None:
    tables = small()
    again = tables.claims[0] | {"claim_id": "k_again", "article_id": "a_2", "value_text": "thirty-four"}
    tables.claims.append(again)
    tables.knowledge[0]["claim_ids"].append("k_again")
    address = page_of(tables)
    window = opened(accept_downloads=True)
    window.go(f"{address}#view=figures&fact=f_1")
    box = window.tab.locator(".fact .decision")
    box.get_by_role("radio", name="One value is right").check()
    values = box.get_by_label("Which value is right").locator("option").all_inner_texts()
    assert values == ["Choose the value", "34 (Plain Press and 1 more claim)", "33 (River Post)"], "one a value"
    box.get_by_label("Which value is right").select_option("k_0000000000000001")
    box.get_by_label("Note").fill("as published")
    window.tab.keyboard.press("Tab")
    command = box.locator("code").inner_text()
    assert shlex.split(command) == [
        "tallywire",
        "decide",
        "prefer",
        "f_1",
        "k_0000000000000001",
        "--note",
        "as published",
    ]
    window.go(f"{address}#view=decisions")
    assert window.text("main li a") == "Figure: Harbour List: seats, Iraq, legislative election, 12 May 2000"
    assert window.text("main li .meta") == "One value is right: 34: as published"
    with window.tab.expect_download() as download:
        window.tab.click("#export")
    path = tmp_path / "decisions.csv"
    download.value.save_as(path)
    assert read_decisions(path) == [("prefer", "f_1", "k_0000000000000001", "as published")]
    path.write_text(path.read_text().replace("k_0000000000000001", "k_again"))
    other = opened()
    other.go(f"{address}#view=decisions")
    other.tab.set_input_files("#import-file", path)
    other.tab.wait_for_selector(".done")
    other.tab.click("main li a")
    other.tab.wait_for_selector(".fact .decision")
    assert other.tab.locator(".fact .decision select").input_value() == "k_again", "the claim that was decided for"
    assert window.complaints == other.complaints == []


def test_a_figure_on_which_all_agree_asks_for_no_value(opened: Window, page_of: Page) -> None:
    window = opened()
    tables = small()
    tables.claims[0] |= {"value": 33.0, "value_low": 33.0, "value_high": 33.0}
    window.go(f"{page_of(tables)}#view=figures&fact=f_1")
    window.tab.wait_for_selector(".fact table")
    assert window.tab.locator(".fact .decision").count() == 0


def test_a_decision_on_a_claim_goes_out_in_the_file_and_as_the_command_that_says_the_same(
    opened: Window, page_of: Page, tmp_path: Path
) -> None:
    address = page_of(small())
    window = opened(accept_downloads=True, permissions=["clipboard-read", "clipboard-write"])
    window.go(address)
    window.tab.click(".side-a >> text=misread?")
    side = window.tab.locator(".side-a .misread")
    assert side.locator("code").count() == 0, "as long as nothing is decided"
    side.get_by_role("radio", name="On another election").check()
    assert side.locator("code").count() == 0, "as long as no election is chosen"
    side.locator("select").select_option("c_0000000000000000")
    assert side.locator("code").inner_text() == "tallywire decide contest k_0000000000000001 c_0000000000000000"
    side.get_by_role("radio", name="Not to be used").check()
    side.get_by_label("Note").fill("it's of 2014")
    window.tab.keyboard.press("Tab")
    command = side.locator("code").inner_text()
    assert shlex.split(command) == ["tallywire", "decide", "drop", "k_0000000000000001", "--note", "it's of 2014"]
    side.get_by_role("button", name="Copy").click()
    window.tab.wait_for_selector("#said:has-text('Copied')", state="attached")
    assert window.tab.evaluate("navigator.clipboard.readText()") == command
    window.go(f"{address}#view=articles&article=a_1&claim=k_0000000000000001")
    assert window.tab.get_by_role("radio", name="Not to be used").is_checked()
    window.go(f"{address}#view=decisions")
    with window.tab.expect_download() as download:
        window.tab.click("#export")
    path = tmp_path / "decisions.csv"
    download.value.save_as(path)
    assert read_decisions(path) == [("drop", "k_0000000000000001", "", "it's of 2014")]
    assert window.complaints == []


def test_names_that_may_be_one_are_listed_once_with_why_and_can_be_decided_on(opened: Window, page_of: Page) -> None:
    tables = small()
    tables.entities[0]["unsure"] = ["pty-2: Harbour List / Harbour Union: alike", "pty-9: not in this run"]
    other = row("entities", entity_id="pty-2", kind="party", name="Harbour Union", aliases=[], n_mentions=7)
    tables.entities.append(other | {"unsure": ["pty-1: Harbour List / Harbour Union: alike"]})
    address = page_of(tables)
    window = opened()
    window.go(f"{address}#view=decisions")
    assert window.text("main section h2") == "Names that may be one (1)"
    assert "Harbour Union (party, 7 mentions) and Harbour List (party, 1 mention)" in window.text("main section li")
    assert "Harbour List / Harbour Union: alike" in window.text("main section li")
    window.tab.get_by_role("radio", name="Not the same").check()
    assert window.text("main section code") == "tallywire decide different pty-2 pty-1", (
        "the one named more often first"
    )
    window.go(f"{address}#view=decisions")
    assert window.text("main li strong") == "Names: Harbour Union and Harbour List"
    window.tab.click("text=Take back")
    assert "Nothing is decided yet" in window.text("main")
    assert window.tab.get_by_role("radio", name="Open").is_checked()


def test_a_file_that_is_no_decisions_file_is_refused(opened: Window, page_of: Page, tmp_path: Path) -> None:
    path = tmp_path / "other.csv"
    path.write_text("name,age\nx,1\n")
    window = opened()
    window.go(f"{page_of(small())}#view=decisions")
    window.tab.set_input_files("#import-file", path)
    window.tab.wait_for_selector(".alert")
    assert "kind,id_a,id_b,note" in window.text(".alert")


def test_the_keyboard_reaches_everything_and_moves_through_the_list(opened: Window, page_of: Page) -> None:
    window = opened()
    window.go(page_of(large(40, 60, 40)))
    window.tab.keyboard.press("Tab")
    assert window.tab.evaluate("document.activeElement.id") == "skip"
    window.tab.keyboard.press("Enter")
    assert window.tab.evaluate("document.activeElement.id") == "main"
    window.tab.focus("article.card")
    window.tab.keyboard.press("j")
    assert window.tab.evaluate("document.activeElement.getAttribute('aria-posinset')") == "2"
    window.tab.keyboard.press("k")
    assert window.tab.evaluate("document.activeElement.getAttribute('aria-posinset')") == "1"


NAMELESS = """() => [...document.querySelectorAll('a, button, input, select, [role=img]')].filter((node) => {
  const label = node.labels && [...node.labels].map((one) => one.textContent).join('');
  return !(node.getAttribute('aria-label') || label || node.textContent.trim());
}).map((node) => node.outerHTML)"""


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("width", [1280, 390])
def test_everything_one_can_use_has_a_name_and_nothing_is_wider_than_the_screen(
    opened: Window, page_of: Page, view: str, width: int
) -> None:
    window = opened(viewport={"width": width, "height": 844})
    window.go(f"{page_of(small())}#view={view}&open=x_1&fact=f_1")
    window.tab.wait_for_timeout(50)
    assert window.tab.evaluate(NAMELESS) == []
    assert window.tab.evaluate("document.documentElement.scrollWidth") <= width
    ids = window.tab.evaluate("[...document.querySelectorAll('[id]')].map((node) => node.id)")
    assert len(ids) == len(set(ids))


WIDER = """() => [...document.querySelectorAll('.scroll')].filter((node) => node.scrollWidth > node.clientWidth)
  .map((node) => node.getAttribute('aria-label'))"""


def test_on_a_phone_no_column_of_an_election_or_a_figure_is_out_of_sight(opened: Window, page_of: Page) -> None:
    tables = small()
    turnout = {"subject": None, "subject_id": None, "subject_kind": "contest", "measure": "registered_voters"}
    figures = {"value": 24_353_000.0, "value_low": 24_352_500.0, "value_high": 24_353_500.0, "unit": "voter"}
    tables.knowledge.append(tables.knowledge[0] | turnout | figures | {"fact_id": "f_2"})
    window = opened(viewport={"width": 360, "height": 740})
    for view in ("elections&contest=c_0000000000000000", "figures&fact=f_1", "conflicts&open=x_1"):
        window.go(f"{page_of(tables)}#view={view}")
        window.tab.wait_for_selector(".stacked")
        for node in window.tab.locator("summary:has-text('As a table')").all():
            node.click()
        assert window.tab.evaluate(WIDER) == [], view
    window.go(f"{page_of(tables)}#view=elections&contest=c_0000000000000000")
    told = window.tab.get_by_role("row").first
    assert told.get_by_role("cell").count() == 5 and told.get_by_role("rowheader").count() == 1, "it stays a table"


OVERLAPPING = """() => {
  const texts = [...document.querySelectorAll('svg.plot text')];
  const boxes = texts.map((node) => [node.textContent, node.getBoundingClientRect()]);
  const apart = (a, b) => a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
  const covered = ([, a], at) => boxes.slice(at + 1).filter(([, b]) => !apart(a, b));
  return boxes.flatMap((box, at) => covered(box, at).map(([two]) => [box[0], two]));
}"""


@pytest.mark.parametrize("width", [360, 390, 1280])
@pytest.mark.parametrize("undated", [True, False])
def test_no_words_in_a_plot_cover_others(opened: Window, page_of: Page, width: int, undated: bool) -> None:
    tables = small()
    for made, published in zip(tables.articles, ("2018-09-28", "2018-11-30"), strict=False):
        made["published"] = published
    if undated:
        text = "The Harbour List won 34 seats."
        about = {name: tables.claims[0][name] for name in ("contest_id", "subject_id", "subject")}
        tables.claims.append(claim(3, text, "34", article="a_4", **about))
        tables.articles.append(row("articles", article_id="a_4", path="four.txt"))
        tables.knowledge[0]["claim_ids"].append("k_0000000000000003")
    window = opened(viewport={"width": width, "height": 844})
    window.go(f"{page_of(tables)}#view=conflicts&open=x_1")
    window.tab.wait_for_selector("svg.plot")
    assert window.tab.evaluate(OVERLAPPING) == []


def test_rows_are_drawn_as_needed_and_the_end_of_the_list_is_reached(opened: Window, page_of: Page) -> None:
    window = opened()
    window.go(f"{page_of(large(1_200, 1_300, 100))}#kind=all")
    assert cards(window) < 60
    for _ in range(40):
        window.tab.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
        window.tab.wait_for_timeout(40)
        if window.tab.locator("article[aria-posinset='1200']").count():
            break
    assert window.tab.locator("article[aria-posinset='1200']").count() == 1
    assert cards(window) < 100


def test_ten_thousand_conflicts_and_a_hundred_thousand_facts_load_in_two_seconds(
    opened: Window, tmp_path: Path
) -> None:
    path = tmp_path / "large.html"
    path.write_text(render(large(10_000, 100_000)), encoding="utf-8")
    spent = []
    while len(spent) < 5 and min(spent, default=9) >= 2:  # the best counts: other work here is not the page's doing
        window = opened()
        started = time.perf_counter()
        window.go(path.as_uri())
        spent.append(time.perf_counter() - started)
        assert rows_told(window) == "7,500 conflicts, worst first"
    if min(spent) >= 2 and os.getloadavg()[0] > (os.cpu_count() or 1) * 1.25:
        pytest.skip(f"this machine is busy with other work (load {os.getloadavg()[0]:.1f}): {min(spent):.2f} seconds")
    assert min(spent) < 2, spent


def test_claims_without_a_date_or_a_figure_do_not_stop_a_plot(opened: Window, page_of: Page) -> None:
    tables = small()
    text = "The Harbour List won many seats."
    about = {name: tables.claims[0][name] for name in ("contest_id", "subject_id", "subject")}
    tables.claims.append(claim(3, text, "many", article="a_4", **about))
    tables.claims.append(claim(4, text, "many", article="a_4", **about) | {"value_low": 20.0})
    tables.articles.append(row("articles", article_id="a_4", path="four.txt"))
    tables.knowledge[0]["claim_ids"] += ["k_0000000000000003", "k_0000000000000004"]
    window = opened()
    window.go(f"{page_of(tables)}#view=figures&fact=f_1")
    window.tab.wait_for_selector("svg.plot")
    assert "no date" in window.tab.locator("svg.plot text").all_text_contents()
    assert window.tab.locator("svg.plot .point").count() == 3
    assert window.tab.locator(".more tbody tr").count() == 4
    assert window.complaints == []
