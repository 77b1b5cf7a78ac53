"""`tallywire serve`: decisions go into the file, and only the page served here may send them."""

from __future__ import annotations

import http.client
import json
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from making import small

from pipeline.commands import decide
from pipeline.commands.decide import read_decisions
from pipeline.commands.desk import Desk
from pipeline.commands.serve import MOST_BYTES, PageServer, serve
from pipeline.running.errors import UsageError
from pipeline.tabling import parquet
from pipeline.tabling.schemas import TABLES

DECISION = {"kind": "real", "id_a": "x_1", "id_b": "", "note": "both read"}


def write_tables(folder: Path) -> None:
    folder.mkdir(parents=True)
    tables = small()
    for entity, name in (("pty-2", "Harbour Union"), ("per-3", "Hal Bour")):
        tables.entities.append(tables.entities[0] | {"entity_id": entity, "name": name, "kind": "party"})
    tables.entities[0]["unsure"] = ["pty-2: Harbour List / Harbour Union: alike"]
    for table in TABLES:
        parquet.write(table, getattr(tables, table.name), folder / f"{table.name}.parquet")


class Client:
    """Asks the server as a browser would; `headers` takes the place of what the page would send."""

    def __init__(self, server: PageServer, decisions: Path) -> None:
        self.port, self.decisions, self.token = server.server_port, decisions, server.desk.token
        self.host = f"127.0.0.1:{self.port}"

    def ask(self, method: str, path: str, body: object = None, **headers: str | None) -> tuple[int, str]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        sent = {"Host": self.host, "Origin": f"http://{self.host}", "Content-Type": "application/json"}
        sent |= {"X-Tallywire-Token": self.token}
        sent |= {name.replace("_", "-"): value for name, value in headers.items()}  # type: ignore[dict-item]
        text = body if isinstance(body, str) else json.dumps(body)
        connection.request(
            method, path, text if body is not None else None, {k: v for k, v in sent.items() if v is not None}
        )
        answer = connection.getresponse()
        told = answer.read().decode()
        connection.close()
        return answer.status, told

    def rows(self) -> list[tuple[str, str, str, str]]:
        return read_decisions(self.decisions)


@pytest.fixture
def client(tmp_path: Path) -> Iterator[Client]:
    write_tables(tmp_path / "outputs" / "current")
    decisions = tmp_path / "decisions.csv"
    desk = Desk(tmp_path / "outputs", decisions)
    desk.page()
    with PageServer(desk) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield Client(server, decisions)
        server.shutdown()
        thread.join()


def test_a_decision_is_written_replaced_and_taken_back(client: Client) -> None:
    client.decisions.write_text("# our own head\nkind,id_a,id_b,note\nsame,per-1,per-2,\n")
    assert client.ask("POST", "/decisions", DECISION)[0] == 200
    assert client.rows() == [("same", "per-1", "per-2", ""), ("real", "x_1", "", "both read")]
    claim = "k_0000000000000002"
    assert (
        client.ask("POST", "/decisions", DECISION | {"kind": "prefer", "id_b": claim, "note": "a\n\u0000b"})[0] == 200
    )
    assert client.rows()[1:] == [("prefer", "x_1", claim, "a b")]
    assert json.loads(client.ask("GET", "/decisions")[1]) == [list(row) for row in client.rows()]
    assert client.ask("POST", "/decisions", DECISION | {"kind": ""})[0] == 200
    assert client.rows() == [("same", "per-1", "per-2", "")]
    assert client.decisions.read_text().startswith("# our own head\n")


CLAIM, CONTEST = "k_0000000000000001", "c_0000000000000000"
ELSEWHERE = [("same", "pty-8", "pty-9", ""), ("drop", "k_old", "", ""), ("real", "x_old", "", "")]


@pytest.mark.parametrize(
    ("line", "other"),
    [
        (("drop", CLAIM, "", "misread"), ("contest", CLAIM, CONTEST, "")),
        (("contest", "a_1", CONTEST, ""), ("contest", "a_1", CONTEST, "its title says so")),
        (("same", "pty-1", "pty-2", ""), ("different", "pty-1", "pty-2", "two lists")),
        (("same", "pty-1", "pty-2", ""), ("different", "pty-2", "pty-1", "")),
        (("prefer", "x_1", CLAIM, ""), ("not_conflict", "x_1", "", "")),
        (("prefer", "f_1", CLAIM, ""), ("prefer", "f_1", "k_0000000000000002", "counted again")),
        (("drop", "k_old", "", ""), ("drop", "k_old", "", "not in this run")),
        (("same", "pty-8", "pty-9", ""), ("different", "pty-9", "pty-8", "not in this run")),
    ],
)
def test_a_decision_on_a_claim_an_article_or_two_names_is_written_replaced_and_taken_back(
    client: Client, line: tuple[str, ...], other: tuple[str, ...]
) -> None:
    decide.write_decisions(client.decisions, ELSEWHERE)
    for made in (line, other):
        assert client.ask("POST", "/decisions", dict(zip(decide.COLUMNS, made, strict=True))) == (200, "{}")
        kept = [row for row in client.rows() if set(row[1:3]) & set(made[1:3]) - {""}]
        assert kept == [made], "one line on one thing"
    taken = {"kind": "", "id_a": line[1], "id_b": line[2] if line[0] == "same" else "", "note": ""}
    assert client.ask("POST", "/decisions", taken)[0] == 200
    assert client.rows() == [row for row in ELSEWHERE if row[1] != line[1]]


@pytest.mark.parametrize(
    "line",
    [
        ("drop", "x_1", "", ""),
        ("drop", "a_1", "", ""),
        ("drop", "k_9", "", ""),
        ("contest", CLAIM, "c_9", ""),
        ("contest", "x_1", CONTEST, ""),
        ("same", "pty-1", "pty-9", ""),
        ("same", "pty-1", "pty-1", ""),
        ("same", "pty-1", "per-3", ""),
        ("real", CLAIM, "", ""),
        ("real", "k_old", "", ""),  # the file has a line on it, but it is no conflict
        ("bogus", "k_old", "", ""),
        ("prefer", "x_1", "k_9", ""),
        ("prefer", "f_1", "k_9", ""),
        ("prefer", "f_9", CLAIM, ""),
        ("real", "f_1", "", ""),
    ],
)
def test_a_decision_that_does_not_fit_what_it_is_on_is_refused(client: Client, line: tuple[str, ...]) -> None:
    before = [*ELSEWHERE, ("real", "x_1", "", "")]
    decide.write_decisions(client.decisions, before)
    status, told = client.ask("POST", "/decisions", dict(zip(decide.COLUMNS, line, strict=True)))
    assert status == 422 and "load the page again" in told
    assert client.rows() == before


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "evil.example"},
        {"Host": "localhost.evil.example:80"},
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Sec_Fetch_Site": "cross-site"},
        {"X_Tallywire_Token": None},
        {"X_Tallywire_Token": "guessed"},
        {"X_Tallywire_Token": "\u00e9"},
    ],
    ids=str,
)
def test_another_origin_host_or_token_is_refused(client: Client, headers: dict[str, str | None]) -> None:
    assert client.ask("POST", "/decisions", DECISION, **headers)[0] == 403
    assert client.ask("GET", "/decisions", **headers)[0] == 403
    if "X_Tallywire_Token" not in headers:
        status, told = client.ask("GET", "/", **headers)
        assert status == 403
        assert client.token not in told
    assert not client.decisions.exists()


@pytest.mark.parametrize(
    ("body", "headers", "status"),
    [
        (DECISION, {"Content_Type": "text/plain"}, 415),
        ("{", {}, 400),
        ("[" * 5_000, {}, 400),
        ([], {}, 400),
        ({"kind": "real"}, {}, 400),
        (DECISION | {"note": 7}, {}, 400),
        (DECISION | {"note": "x" * MOST_BYTES}, {}, 413),
        (DECISION, {"Content_Length": "-1"}, 413),
        (DECISION, {"Content_Length": "9" * 5_000}, 413),
        (DECISION | {"kind": "drop"}, {}, 422),
        (DECISION | {"id_a": "x_2"}, {}, 422),
        (DECISION | {"kind": "prefer", "id_b": "k_elsewhere"}, {}, 422),
    ],
)
def test_what_is_no_decision_is_refused_and_nothing_written(
    client: Client, body: object, headers: dict[str, str], status: int
) -> None:
    assert client.ask("POST", "/decisions", body, **headers)[0] == status
    assert not client.decisions.exists()


def test_nothing_but_the_page_and_the_decisions_is_served(client: Client) -> None:
    for path in ("/report.html", "/../decisions.csv", "/current/claims.parquet", "/?x"):
        assert client.ask("GET", path)[0] == 404
    assert client.ask("POST", "/", DECISION)[0] == 404
    assert client.ask("DELETE", "/decisions")[0] == 501


def test_which_value_a_figure_takes_is_decided_in_the_page(client: Client, opened: Callable[..., Any]) -> None:
    window = opened()
    address = f"http://{client.host}/#view=figures&fact=f_1"
    window.go(address)
    box = window.tab.locator(".fact .decision")
    box.get_by_role("radio", name="One value is right").check()
    assert not client.decisions.exists(), "nothing is kept before the value is chosen"
    box.get_by_label("Which value is right").select_option(label="34 (Plain Press)")
    window.tab.wait_for_selector("#said:has-text('Saved')", state="attached")
    assert client.rows() == [("prefer", "f_1", CLAIM, "")]
    window.go(address)
    assert box.get_by_label("Which value is right").input_value() == CLAIM
    box.get_by_role("radio", name="Open").check()
    window.tab.wait_for_selector("#said:has-text('Saved')", state="attached")
    assert client.rows() == []
    assert window.complaints == []


def test_decisions_sent_side_by_side_are_all_in_the_file(client: Client) -> None:
    threads = [
        threading.Thread(target=client.ask, args=("POST", "/decisions", DECISION | {"note": str(number)}))
        for number in range(12)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(client.rows()) == 1


def test_only_loopback_is_listened_on(tmp_path: Path) -> None:
    with PageServer(Desk(tmp_path, tmp_path / "decisions.csv")) as server:
        assert server.server_address == ("127.0.0.1", server.server_port)


def test_a_file_that_cannot_be_read_is_told_and_left_alone(client: Client) -> None:
    client.decisions.write_text("name,age\n")
    status, told = client.ask("POST", "/decisions", DECISION)
    assert status == 422
    assert "decisions.csv" in told
    assert client.decisions.read_text() == "name,age\n"


def test_a_port_that_is_taken_is_one_sentence(client: Client, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=f"--port {client.port}: cannot be used"):
        serve(tmp_path / "outputs", client.port, tmp_path / "decisions.csv")


def test_the_page_of_a_new_run_is_served_when_it_is_loaded_again(tmp_path: Path) -> None:
    out = tmp_path / "outputs"
    for name in ("one", "two"):
        write_tables(out / "runs" / name)
    (out / "current").symlink_to("runs/one")
    desk = Desk(out, tmp_path / "decisions.csv")
    first = desk.page()
    assert desk.page() is first
    (out / "current").unlink()
    (out / "current").symlink_to("runs/two")
    assert desk.page() is not first


def test_a_decision_made_in_the_page_is_in_the_file_and_one_in_the_file_is_in_the_page(
    client: Client, opened: Callable[..., Any]
) -> None:
    window = opened()
    window.go(f"http://{client.host}/")
    window.tab.get_by_role("radio", name="Not a conflict").check()
    window.tab.wait_for_selector("#said:has-text('Saved')", state="attached")
    assert client.rows() == [("not_conflict", "x_1", "", "")]
    client.decisions.write_text("kind,id_a,id_b,note\nreal,x_1,,read again\n")
    window.go(f"http://{client.host}/")
    window.tab.wait_for_selector("input[value=real]:checked")
    assert window.tab.input_value("[aria-label='Note on this decision']") == "read again"
    assert window.complaints == []
    assert all(url.startswith((f"http://{client.host}/", "about:", "data:")) for url in window.requests)


def test_a_claim_two_names_and_an_article_are_decided_on_in_the_page(
    client: Client, opened: Callable[..., Any]
) -> None:
    window = opened()
    window.go(f"http://{client.host}/")
    window.tab.click(".side-b >> text=misread?")
    window.tab.locator(".side-b").get_by_role("radio", name="Not to be used").check()
    window.tab.wait_for_selector("#said:has-text('Saved')", state="attached")
    window.go(f"http://{client.host}/#view=articles&article=a_1")
    window.tab.get_by_role("radio", name="All on one election").check()
    assert len(client.rows()) == 1, "nothing is kept before the election is chosen"
    window.tab.select_option("select.which", CONTEST)
    window.tab.wait_for_selector("#said:has-text('Saved')", state="attached")
    window.go(f"http://{client.host}/#view=decisions")
    window.tab.get_by_role("radio", name="One and the same").check()
    window.tab.wait_for_selector("#said:has-text('Saved')", state="attached")
    expected = [
        ("drop", "k_0000000000000002", "", ""),
        ("contest", "a_1", CONTEST, ""),
        ("same", "pty-1", "pty-2", ""),
    ]
    assert client.rows() == expected
    window.go(f"http://{client.host}/#view=decisions")
    told = window.tab.locator("main li .meta").all_inner_texts()
    assert [words for words in told if "Harbour" not in words] == [
        "Not to be used",
        "All on one election: Iraq, legislative election, 12 May 2000",
        "One and the same",
    ]
    window.tab.click("li:has-text('Claim') >> text=Take back")
    window.tab.wait_for_selector("#said:has-text('Saved')", state="attached")
    assert client.rows() == expected[1:]
    assert window.complaints == []
