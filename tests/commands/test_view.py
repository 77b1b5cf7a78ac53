"""View: an article as displaCy draws it, self-contained, and harmless whatever the article holds."""

from __future__ import annotations

import threading
import urllib.error
import urllib.request
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest

from pipeline.commands.viewing import page_server
from pipeline.running.errors import UsageError

ARTICLE = """The Harvest Alliance won 54 of the 329 seats in Saturday's parliamentary election, officials said.

Turnout was 44.5 percent. <script>alert(1)</script> & \u202ereversed\u202c \x1b[31m

The "<img src=x onerror=alert(2)>" Party won 12 seats in the election.
"""


class Page(HTMLParser):
    """What a browser would make of the page: its elements, their attributes and its words."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())


@pytest.fixture(scope="module")
def article(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("view") / "one<b>.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def drawn(article: Path) -> str:
    from pipeline.commands.view import Reader, page

    return page(str(article), Reader())


def test_every_claim_is_marked_with_its_measure_and_subject(drawn: str) -> None:
    text = Page(drawn).text
    assert "54 seats Harvest Alliance" in text and "44.5 turnout percent" in text
    assert "329 seats_total" in text
    assert "of the" in text and "officials said." in text


def test_the_page_asks_for_nothing_and_an_article_changes_nothing(drawn: str) -> None:
    page = Page(drawn)
    assert {name for name, _ in page.elements} <= {
        "html", "head", "meta", "title", "body", "figure", "div", "span", "a", "h2", "br",
    }  # fmt: skip
    for _, attributes in page.elements:
        assert not {name for name in attributes if name.startswith("on") or name == "src"}
        assert attributes.get("href", "#") == "#"
    assert "default-src 'none'" in drawn and "<script" not in drawn and "<img" not in drawn
    assert "<script>alert(1)</script>" in page.text and "\\u202e" in page.text and "\\u001b" in page.text
    assert "\u202e" not in drawn and "\x1b" not in drawn


def test_the_command_writes_the_page_where_it_is_told(
    tallywire: Callable, article: Path, tmp_path: Path, drawn: str
) -> None:
    said = tallywire("view", article, "--to", tmp_path / "deep" / "page.html")
    assert (said.code, said.out) == (0, f"{tmp_path}/deep/page.html\n")
    assert (tmp_path / "deep" / "page.html").read_text(encoding="utf-8") == drawn
    assert tallywire("view", article, "--out", tmp_path).out == f"{tmp_path}/view/one<b>.txt.html\n"


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["no-such-file.txt"], 2, "no-such-file.txt"),
        (["{empty}"], 2, "no article to show"),
        (["{article}", "--model", "no-such-model"], 2, "no-such-model"),
        (["{article}", "--to", "{empty}/page.html"], 1, "name another file with --to"),
    ],
)
def test_what_cannot_be_shown_is_told_in_one_sentence(
    tallywire: Callable, article: Path, arguments: list[str], code: int, words: str
) -> None:
    empty = article.with_name("empty.txt")
    empty.write_text("")
    said = tallywire("view", *(argument.format(article=article, empty=empty) for argument in arguments))
    assert (said.code, said.out) == (code, "") and words in said.err and said.err.count("\n") == 1


def test_served_on_loopback_to_a_page_of_its_own_only() -> None:
    with page_server("<p>ü</p>", 0) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}/"
        assert server.server_address[0] == "127.0.0.1"
        with urllib.request.urlopen(address, timeout=10) as answer:
            assert answer.read().decode("utf-8") == "<p>ü</p>"
        for other, host in ((address + "x", None), (address, "news.example")):
            request = urllib.request.Request(other, headers={"Host": host} if host else {})
            with pytest.raises(urllib.error.HTTPError, match="404"):
                urllib.request.urlopen(request, timeout=10)
        with pytest.raises(UsageError, match="cannot be used"):
            page_server("", server.server_port)
        server.shutdown()
