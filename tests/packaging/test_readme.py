"""What the README promises is there: columns, commands, libraries, and the output it shows."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
import typer

from pipeline.cli import app, main
from pipeline.tabling.schemas import TABLES

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def section(title: str) -> str:
    """The text under a heading, up to the next one of its level."""
    level = title.split(maxsplit=1)[0]
    _, found, rest = README.partition(f"\n{title}\n")
    assert found, f"there is no heading {title!r}"
    return re.split(rf"\n#{{1,{len(level)}}} ", rest)[0]


def block_after(words: str) -> str:
    """The first indented block behind these words, its indent taken off."""
    lines = README.partition(words)[2].splitlines()
    start = next(i for i, line in enumerate(lines) if line.startswith("    "))
    end = next(i for i in range(start, len(lines)) if lines[i] and not lines[i].startswith("    "))
    return "\n".join(line[4:] for line in lines[start:end]).strip()


@pytest.mark.parametrize("table", TABLES, ids=lambda t: t.name)
def test_every_column_has_its_line(table) -> None:  # type: ignore[no-untyped-def]
    said = re.findall(r"^\| `(\w+)` \| (.+) \|$", section(f"### {table.name}.parquet"), re.M)
    assert [name for name, _ in said] == [column.name for column in table.columns]
    for (_, words), column in zip(said, table.columns, strict=True):
        assert words.startswith(column.description)


def test_every_command_has_its_line() -> None:
    said = re.findall(r"^\| `tallywire ([\w-]+)", section("## The command line"), re.M)
    assert sorted(said) == sorted(typer.main.get_command(app).commands)  # type: ignore[attr-defined]


def test_every_dependency_has_its_reason() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    extras, groups = project["project"]["optional-dependencies"], project["dependency-groups"]
    assert groups["spark"] == extras["spark"]  # locked on its own
    wanted = [
        name for names in (project["project"]["dependencies"], *extras.values(), *groups.values()) for name in names
    ]
    rows = re.findall(r"^\| ([^|]+) \| .+ \|$", section("## What it depends on, and why"), re.M)
    said = {name.strip() for row in rows[1:] for name in re.sub(r"\(.*?\)", "", row).split(",")}
    assert said == {re.split(r"[<>=!~ ]", name)[0] for name in wanted}


def test_the_measure_shown_is_the_one_the_tests_add() -> None:
    added = (ROOT / "tests" / "extracting" / "test_added_measures.py").read_text(encoding="utf-8")
    block = re.search(r'BLOCK = """\n(.*?)"""', added, re.S)
    assert block
    assert tomllib.loads(block[1]) == tomllib.loads(block_after("## Adding a measure"))


def test_the_sentence_shown_is_read_as_shown(capsys: pytest.CaptureFixture[str]) -> None:
    sentence = re.search(r'`tallywire parse "([^"]+)"`', README)
    assert sentence
    with pytest.raises(SystemExit) as end:
        main(["parse", sentence[1]])
    assert end.value.code == 0
    assert capsys.readouterr().out.strip() == block_after(sentence[0])


def test_the_run_shown_is_a_whole_one() -> None:
    shown = block_after("## One example, from end to end").splitlines()
    assert [line.split(":")[0] for line in shown if ":" in line and not line.startswith(" ")] == [
        "articles",
        "claims",
        "facts",
        "conflicts",
        "revisions",
    ]


def test_the_sentences_quoted_stand_in_the_sample_articles() -> None:
    quoted = re.findall(r"^> (.+?) \*\(([\w.-]+)", README, re.M)
    assert len(quoted) == 2
    for sentence, file in quoted:
        assert sentence in (ROOT / "corpus" / file).read_text(encoding="utf-8")


def test_every_file_named_is_there() -> None:
    named = set(re.findall(r"`((?:configs|pipeline|tests|corpus|requirements)/[\w./-]*)`", README))
    assert named
    missing = [name for name in named if not (ROOT / name).exists()]
    assert sorted(missing) == ["configs/parties/XX.csv"]


def test_the_picture_of_the_page_is_there_small_and_on_the_first_screen() -> None:
    described, path = re.findall(r"!\[(.+?)\]\((.+?)\)", README)[0]
    assert README.index(path) < 1_200 and len(described) > 40
    picture = (ROOT / path).read_bytes()
    assert picture.startswith(b"\x89PNG") and len(picture) < 150_000
    width, height = (int.from_bytes(picture[at : at + 4], "big") for at in (16, 20))
    assert width >= 1_600 and height >= 1_000, "crisp on a screen of double density"
