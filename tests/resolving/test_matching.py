"""Comparing names: what holds for all of them."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.configuring.folder import configs_folder
from pipeline.configuring.names import load_names
from pipeline.configuring.strict import ConfigError
from pipeline.resolving.tools import Tools

PAIRS = Path(__file__).with_name("name_pairs.csv")
ROWS = list(csv.DictReader(line for line in PAIRS.read_text(encoding="utf-8").splitlines() if line[0] != "#"))
PEOPLE = sorted({row[side] for row in ROWS if row["kind"] == "person" for side in ("name1", "name2")})
PARTIES = sorted({row[side] for row in ROWS if row["kind"] == "party" for side in ("name1", "name2")})


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(PEOPLE), st.sampled_from(PEOPLE))
def test_it_does_not_matter_which_name_comes_first(tools: Tools, first: str, second: str) -> None:
    assert tools.people.compare_texts(first, second) == tools.people.compare_texts(second, first)


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(PARTIES), st.sampled_from(PARTIES))
def test_nor_for_parties(tools: Tools, first: str, second: str) -> None:
    assert tools.party_names.compare_texts(first, second) == tools.party_names.compare_texts(second, first)


@pytest.mark.parametrize("name", [name for name in PEOPLE if len(name.split()) > 1 and name.isascii()])
def test_a_full_name_is_itself_in_capitals(tools: Tools, name: str) -> None:
    result = tools.people.compare_texts(name, f"  {name.upper()} ")
    assert result.decision == "same" or "given_missing" in result.features, result.explain()


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=30), st.text(max_size=30))
def test_any_text_can_be_compared(tools: Tools, first: str, second: str) -> None:
    assert tools.people.compare_texts(first, second).decision in ("same", "different", "unsure")
    assert tools.party_names.compare_texts(first, second).decision in ("same", "different", "unsure")


READ = [
    ("Iraqi cleric", ("iraqi", "cleric")),
    ("Prime Minister Haider al-Abadi", ("haider", "abadi")),
    ("Klaus, Vaclav", ("vaclav", "klaus")),
    ("George H.W. Bush", ("george", "h", "w", "bush")),
    ("Kim Jong-un", ("jongun", "kim")),
    ("Abdel Fattah el-Sisi", ("abdfattah", "sisi")),
    ("Francois Hollande (born 1954)", ("francois", "hollande")),
    ("Robert F. Kennedy, Jr.", ("robert", "f", "kennedy")),
    ("Vaclav Klaus's", ("vaclav", "klaus")),
    ("Владимир Путин", ("vladimir", "putin")),
    ("문재인", ("jaein", "mun")),
    ("习近平", ("jinping", "xi")),
]


@pytest.mark.parametrize(("printed", "words"), READ)
def test_names_are_taken_apart(tools: Tools, printed: str, words: tuple[str, ...]) -> None:
    assert tools.reader.read(printed).words == words


def test_an_unknown_key_in_the_table_of_weights_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "names"
    folder.mkdir()
    for file in (configs_folder() / "names").iterdir():
        (folder / file.name).write_bytes(file.read_bytes())
    weights = folder / "weights.toml"
    weights.write_text(weights.read_text(encoding="utf-8") + '\n[[feature]]\nname = "x"\nwight = 3\nreason = "r"\n')
    with pytest.raises(ConfigError, match="unknown key 'wight'"):
        load_names(tmp_path)
