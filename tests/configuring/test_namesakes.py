"""configs/names/namesakes.toml: what is looked up in it, and that a mistake is named with the file."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from pipeline.configuring.folder import configs_folder
from pipeline.configuring.namesakes import load_namesakes
from pipeline.configuring.strict import ConfigError

NAMESAKES = load_namesakes(configs_folder())

# print, whether it is a listed name or begins with one
WHOLE = [
    ("J.P. Morgan", True),
    ("J. P. Morgan", True),
    ("JP Morgan Securities", True),
    ("Marks & Spencer", True),
    ("Marks &amp; Spencer", True),
    ("ARTHUR ANDERSEN LLP", True),
    ("Glass-Steagall", True),
    ("Philip", False),
    ("Morgan", False),
    ("Arthur Miller", False),
    ("PaineWebber's Novak", False),  # an analyst of the firm's
    ("Henry Ford", False),
]


@pytest.mark.parametrize(("printed", "listed"), WHOLE)
def test_a_whole_name_is_found_however_it_is_printed(printed: str, listed: bool) -> None:
    assert NAMESAKES.is_whole(printed) is listed


@pytest.mark.parametrize(
    ("printed", "listed"), [("Ford", True), ("Sainsbury's", True), ("Fordham", False), ("Henry Ford", False)]
)
def test_a_single_word_is_found_alone(printed: str, listed: bool) -> None:
    assert NAMESAKES.is_short(printed) is listed


MISTAKES = [  # what stands there instead of what, and what the message says
    ('"Smith Barney"', '"J. P. Morgan"', "'J. P. Morgan' stands twice"),
    ('"Smith Barney"', '"Barney"', "'Barney' stands in the wrong list"),
    ('"Chrysler"', '"Chrysler Corp"', "'Chrysler Corp' stands in the wrong list"),
    ('kind = "bank or broker"', 'kind = ""', "'kind' or 'source' is empty"),
    ('kind = "bank or broker"', 'sort = "bank or broker"', "unknown key 'sort'"),
    ('firms = ["JC Penney", ', 'firms = ["J.C. Pennie", ', "'J.C. Pennie' does not stand in"),
]


@pytest.mark.parametrize(("right", "wrong", "message"), MISTAKES)
def test_a_mistake_is_named_with_its_file(tmp_path: Path, right: str, wrong: str, message: str) -> None:
    folder = tmp_path / "configs"
    shutil.copytree(configs_folder(), folder)
    path = folder / "names" / "namesakes.toml"
    text = path.read_text(encoding="utf-8")
    assert right in text, "the test is out of date"
    path.write_text(text.replace(right, wrong, 1), encoding="utf-8")
    with pytest.raises(ConfigError, match=message) as caught:
        load_namesakes(folder)
    assert str(path) in str(caught.value)
