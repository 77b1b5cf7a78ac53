"""The page as a file: what is in it, that nothing in it can act, and that it is readable."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import claim, large, row, small

from pipeline.reporting.content import blocks, read_tables
from pipeline.reporting.encoding import coded, numbers, script_json
from pipeline.reporting.page import PAGE, SCRIPTS, Server, render, write_report
from pipeline.reporting.passages import BETWEEN, TEXTS, passages, read_texts
from pipeline.tabling import parquet
from pipeline.tabling.schemas import TABLES

ASSETS = Path(__file__).parents[2] / "pipeline" / "reporting" / "assets"
HOSTILE = (
    "</script><script>alert(1)</script>",
    "<!--<script>",
    "<img src=x onerror=alert(1)>",
    "&lt;script&gt;&amp;&#x3c;b&#62;",
    "{{ 7 * 7 }}{% raw %}",
    "javascript:alert(1)",
    "\u202edesrever\u202c and \u2066isolated\u2069",
    "nul \u0000 escape \u001b[31m and \u2028 \u2029 lines",
    "lone \ud800 surrogate",
    "=HYPERLINK(1)",
    "__proto__",
)


class Elements(HTMLParser):
    """Collects every element with its attributes, and what stands in it."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.content: list[str] = []
        self.inside = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        self.content.append("")
        self.inside = True

    def handle_endtag(self, tag: str) -> None:
        self.inside = False

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.content[-1] += data

    def data(self, name: str) -> object:
        at = next(n for n, (_, attrs) in enumerate(self.found) if attrs.get("id") == f"data-{name}")
        return json.loads(self.content[at])


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_adds_no_element_to_the_page(text: str) -> None:
    tables = small(first=f"{text} The Harbour List won 34 seats.", second=f"It won 33 seats. {text}")
    for table in (tables.claims, tables.conflicts, tables.articles, tables.entities, tables.contests, tables.knowledge):
        for made in table:
            for name, value in made.items():
                if name in ("subject", "explanation", "title", "source", "path", "name", "reason", "choice", "basis"):
                    made[name] = f"{value or ''}{text}"
    shape = [(tag, sorted(attrs)) for tag, attrs in Elements(render(small())).found]
    assert [(tag, sorted(attrs)) for tag, attrs in Elements(render(tables)).found] == shape


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(), st.lists, max_leaves=8))
def test_data_in_a_script_element_comes_back_as_it_was(data: object) -> None:
    text = script_json(data)
    assert json.loads(text) == data
    assert not set("<>&\u2028\u2029") & set(text)


@given(st.lists(st.none() | st.text(max_size=3)))
def test_a_coded_column_holds_what_was_put_in(values: list[str | None]) -> None:
    column = coded(values)
    assert [None if code < 0 else column["words"][code] for code in column["codes"]] == values
    assert len(set(column["words"])) == len(column["words"])


def test_figures_that_json_has_not_become_null() -> None:
    assert numbers([1.0, 44.52, None, float("nan"), float("inf"), 60.845000000000006]) == [
        1,
        44.52,
        None,
        None,
        None,
        60.845,
    ]


@pytest.mark.parametrize("server", [None, Server("token")])
def test_the_policy_allows_this_script_and_style_and_no_network(server: Server | None) -> None:
    page = Elements(render(small(), server))
    (policy,) = (attrs["content"] for _, attrs in page.found if attrs.get("http-equiv") == "Content-Security-Policy")
    rules = dict(rule.split(" ", 1) for rule in (policy or "").split("; "))
    assert rules["default-src"] == "'none'"
    assert rules["connect-src"] == ("'self'" if server else "'none'")
    for tag, rule in (("script", "script-src"), ("style", "style-src")):
        (text,) = (
            content
            for (name, attrs), content in zip(page.found, page.content, strict=True)
            if name == tag and "type" not in attrs
        )
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert rules[rule] == f"'sha256-{digest}'"


def test_the_page_names_no_other_file_and_has_no_inline_handler() -> None:
    for tag, attrs in Elements(render(small())).found:
        assert not [name for name in attrs if name.startswith("on") or name == "style"], tag
        assert all((attrs.get(name) or "#").startswith(("#", "data:")) for name in ("href", "src")), tag


def test_only_a_served_page_knows_the_token() -> None:
    assert Elements(render(small(), Server("a-token"))).data("server") == {"token": "a-token"}
    assert "data-server" not in [attrs.get("id") for _, attrs in Elements(render(small())).found]


def test_every_script_is_used_and_none_reaches_for_the_network_or_makes_markup_of_text() -> None:
    assert sorted(SCRIPTS) == sorted(path.name for path in ASSETS.glob("*.js"))
    code = "\n".join((ASSETS / name).read_text(encoding="utf-8") for name in SCRIPTS)
    for word in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function", "</script"):
        assert word not in code
    assert re.findall(r"https?://[^\s\"']+", code) == ["http://www.w3.org/2000/svg"]


@pytest.mark.parametrize("whole", [True, False])
def test_claims_point_at_their_figures_in_utf_16(whole: bool) -> None:
    first = "𝕊𝕠 it is: the Harbour List won 34 seats 🎉."
    tables = small(first=first)
    if not whole:
        tables.texts.clear()
    data = blocks(tables)
    text, is_whole, mentions = data["text-0"][0]
    units = text.encode("utf-16-le")

    def cut(start: int, end: int) -> str:
        return units[2 * start : 2 * end].decode("utf-16-le")

    claims = data["claims"]
    assert bool(is_whole) is whole
    assert cut(claims["start"][0], claims["end"][0]) == "34"
    assert cut(claims["sentence_start"][0], claims["sentence_end"][0]) == first
    assert [cut(mentions[0], mentions[1]), mentions[2]] == ["Harbour List", 0]


def test_without_its_text_an_article_is_shown_by_its_sentences_with_figures() -> None:
    sentences = {40: "It won 34 seats.", 3: "Turnout was 44 percent."}
    claims = []
    for number, (start, sentence) in enumerate(sentences.items()):
        made = claim(number, sentence, sentence.split()[-2], article="a_1")
        for name in ("char_start", "char_end", "sentence_start", "sentence_end"):
            made[name] += start
        claims.append(made)
    passage = passages([row("articles", article_id="a_1", path="one.txt")], claims, {})["a_1"]
    assert passage.text == f"Turnout was 44 percent.{BETWEEN}It won 34 seats."
    place = passage.place(claims[0]["char_start"], claims[0]["char_end"])
    assert place is not None
    assert passage.text[slice(*place)] == "34"
    assert passage.place(27, 39) is None, "between the sentences nothing is shown"
    assert passage.place(0, 2) is None


def test_texts_beyond_the_room_give_way_those_without_claims_first() -> None:
    articles = [row("articles", article_id=name, path=name) for name in ("a_1", "a_2", "a_3")]
    claims = [claim(1, "It won 34 seats.", "34", article=name) for name in ("a_2", "a_3")]
    texts = {"a_1": "Nothing is counted here.", "a_2": "It won 34 seats.", "a_3": "It won 34 seats. More."}
    shown = passages(articles, claims, texts, room=20)
    assert {name: (passage.text, passage.whole) for name, passage in shown.items()} == {
        "a_2": ("It won 34 seats.", True),
        "a_3": ("It won 34 seats.", False),
    }


def test_ids_that_no_table_holds_are_left_out_and_do_not_stop_the_page() -> None:
    tables = small()
    tables.conflicts[0]["claim_ids_b"] = ["k_gone"]
    tables.conflicts[0]["contest_id"] = "c_gone"
    data = blocks(tables)["core"]["conflicts"]
    assert (data["b"], data["contest"]) == ([[]], [-1])


def test_the_page_is_written_beside_the_tables_the_same_each_time(tmp_path: Path) -> None:
    folder = tmp_path / "run"
    folder.mkdir()
    tables = small()
    for table in TABLES:
        parquet.write(table, getattr(tables, table.name), folder / f"{table.name}.parquet")
    write_report(folder)
    first = (folder / PAGE).read_bytes()
    assert "The Harbour List won 34 seats." in first.decode()
    write_report(folder)
    assert (folder / PAGE).read_bytes() == first
    assert [path.name for path in tmp_path.iterdir()] == ["run"], "no temporary file stays"


def test_the_texts_that_a_run_keeps_are_read(tmp_path: Path) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    tables = small()
    for table in TABLES:
        parquet.write(table, getattr(tables, table.name), tmp_path / f"{table.name}.parquet")
    kept = {"article_id": ["a_1", "a_4", "a_2"], "text": ["The whole text.", "Another one.", None]}
    pq.write_table(pa.table(kept), tmp_path / TEXTS)
    assert read_tables(tmp_path).texts == {"a_1": "The whole text.", "a_4": "Another one."}
    assert read_texts(tmp_path, {"a_1"}, room=14) == {"a_4": "Another one."}, "the first does not fit"


def test_blocks_of_text_stay_small_and_every_article_is_in_one() -> None:
    data = blocks(large(40, 4_000, 200))
    articles = data["core"]["articles"]
    assert data["core"]["shards"] > 1
    for shard, place in zip(articles["shard"], articles["place"], strict=True):
        assert data[f"text-{shard}"][place][0].startswith("In the end")


def colours() -> dict[str, dict[str, str]]:
    style = (ASSETS / "page.css").read_text(encoding="utf-8")
    light, dark = (dict(re.findall(r"--([\w-]+): (#\w{6});", part)) for part in re.findall(r":root \{([^}]+)\}", style))
    return {"light": light, "dark": light | dark}


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


TEXT_ON = {
    "paper": ("ink", "soft", "link", "bad", "good", "a", "b"),
    "card": ("ink", "soft", "link", "bad", "good", "a", "b"),
    "a-tint": ("ink",),
    "b-tint": ("ink",),
    "bad-tint": ("ink",),
    "mark": ("ink",),
}
LINES_ON = {"paper": ("strong-line", "focus", "bar"), "card": ("strong-line", "focus", "bar", "bad")}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("pairs", "least"), [(TEXT_ON, 4.5), (LINES_ON, 3.0)], ids=["text", "lines"])
def test_colours_have_the_contrast_of_wcag_aa(scheme: str, pairs: dict[str, tuple[str, ...]], least: float) -> None:
    named = colours()[scheme]
    for ground, inks in pairs.items():
        for ink in inks:
            dark, light = sorted((luminance(named[ground]), luminance(named[ink])))
            assert (light + 0.05) / (dark + 0.05) >= least, (scheme, ground, ink)
