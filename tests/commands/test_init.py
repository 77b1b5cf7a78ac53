"""Init: a folder to begin in, whose configuration loads and is read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.configuring.configuration import load
from pipeline.configuring.decisions import load_decisions
from pipeline.configuring.folder import configs_folder
from pipeline.configuring.parties import load_parties
from pipeline.reading.folder import read_all


@pytest.fixture
def begun(tallywire: Callable, tmp_path: Path) -> Path:
    folder = tmp_path / "mine" / "work"
    said = tallywire("init", folder)
    assert (said.code, said.err) == (0, "")
    assert [line.partition(": ")[0] for line in said.out.splitlines()] == [
        str(folder / name)
        for name in ("README.md", "articles", "configs", "configs/parties/XX.csv", "configs/decisions.csv")
    ]
    return folder


def test_it_holds_articles_a_configuration_and_where_to_begin(begun: Path) -> None:
    assert sorted(path.name for path in begun.iterdir()) == ["README.md", "articles", "configs"]
    assert (begun / "articles" / "manifest.csv").read_text() == "path,published,source,title,url\n"


def test_the_configuration_is_a_copy_with_its_comments_and_loads(begun: Path) -> None:
    copied = begun / "configs"
    for path in configs_folder().rglob("*"):
        if path.is_file() and path.name != "decisions.csv":
            assert (copied / path.relative_to(configs_folder())).read_bytes() == path.read_bytes()
    assert load(copied).parties.by_country["XX"] == ()
    assert load_decisions(copied).rows == ()
    assert (copied / "decisions.csv").read_text().startswith("# Decisions of people")


def test_the_country_file_takes_the_line_that_it_gives_as_an_example(begun: Path) -> None:
    path = begun / "configs" / "parties" / "XX.csv"
    example = next(line for line in path.read_text().splitlines() if line.startswith("# Harvest Alliance,"))
    members = "Orchard Party,party,,,,,,\nMeadow Party,party,,,,,,\n"
    path.write_text(path.read_text() + example.removeprefix("# ") + "\n" + members)
    party = load_parties(begun / "configs").by_country["XX"][0]
    assert (party.name, party.kind, party.acronyms) == ("Harvest Alliance", "alliance", ("HA",))
    assert party.leaders[0].person == "Jane Poole" and party.since == 2015


def test_an_article_put_there_is_read(begun: Path) -> None:
    (begun / "articles" / "one.txt").write_text("Turnout in the election was 44.5 percent.\n")
    readings = read_all([str(begun / "articles")], load(begun / "configs").reading)
    assert [(reading.path, reading.status) for reading in readings] == [("one.txt", "read")]


def test_the_commands_it_tells_of_are_there(begun: Path, tallywire: Callable) -> None:
    told = {
        line.split("`tallywire ")[1].split()[0].strip("`")
        for line in (begun / "README.md").read_text().splitlines()
        if "`tallywire " in line
    }
    assert told == {"run", "audit", "serve", "doctor", "decide"}
    for command in told:
        assert tallywire(command, "--help").code == 0


def test_an_empty_folder_is_taken_and_a_full_one_is_not(tallywire: Callable, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert tallywire("init", tmp_path / "empty").code == 0
    again = tallywire("init", tmp_path / "empty")
    assert again.code == 2 and "holds something already; name a new or empty folder" in again.err
    (tmp_path / "file").write_text("mine")
    assert tallywire("init", tmp_path / "file").code == 2 and (tmp_path / "file").read_text() == "mine"


def test_where_nothing_can_be_written_it_says_so_and_leaves_nothing(
    tallywire: Callable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        (tmp_path / "new" / ".beginning" / "configs").mkdir(parents=True)
        raise OSError(28, "No space left on device", str(tmp_path / "new"))

    monkeypatch.setattr("pipeline.commands.init.shutil.copytree", full)
    said = tallywire("init", tmp_path / "new")
    assert said.code == 1 and "No space left on device" in said.err
    assert not (tmp_path / "new").exists() or list((tmp_path / "new").iterdir()) == []
