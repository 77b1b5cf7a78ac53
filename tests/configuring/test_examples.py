"""configs/examples: a mistake there is named with its file and key, and no run depends on what stands in it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from pipeline.configuring.configuration import NEVER_READ, digest
from pipeline.configuring.examples import FILES, list_names, load_examples
from pipeline.configuring.folder import configs_folder
from pipeline.configuring.strict import ConfigError


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the configuration that may be spoiled."""
    copy = tmp_path / "configs"
    shutil.copytree(configs_folder(), copy)
    return copy


MISTAKES = [  # what stands in counting.toml, what stands there instead, what the message says
    ('lists = ["seats.haul"]', 'list = "seats.haul"', r"key 'example'\[0\]: unknown key 'list'"),
    ('lists = ["seats.haul"]', 'lists = ["seats.hall"]', "counting.toml has no list 'seats.hall'"),
    ('lists = ["seats.haul"]', "lists = []", "key 'lists' is empty"),
    ('measure = "seats", ', 'measure = "chairs", ', "there is no measure 'chairs'"),
    ('measure = "seats", ', "", "key 'measure' is missing"),
    ('figure = "54"', 'figure = "55"', "figure '55' does not stand in the text"),
    ('subject = "Harbour Party"', 'subject = "Orchard Party"', "subject 'Orchard Party' does not stand in the text"),
    ("value = 54, ", "", "key 'value' is missing"),
    ("value = 54, ", 'value = 54, unit = "vote", ', "seats has no unit 'vote'"),
]


@pytest.mark.parametrize(("right", "wrong", "message"), MISTAKES)
def test_a_mistake_is_named_with_file_and_key(folder: Path, right: str, wrong: str, message: str) -> None:
    path = folder / "examples" / "counting.toml"
    text = path.read_text(encoding="utf-8")
    assert right in text, "the test is out of date"
    path.write_text(text.replace(right, wrong, 1), encoding="utf-8")
    with pytest.raises(ConfigError, match=message) as caught:
        load_examples(folder)
    assert str(path) in str(caught.value)


def test_a_file_for_no_lists_is_refused(folder: Path) -> None:
    (folder / "examples" / "reading.toml").write_text("example = []\n", encoding="utf-8")
    with pytest.raises(ConfigError, match=r"reading\.toml: no file of lists has this name"):
        load_examples(folder)


def test_a_configuration_of_ones_own_needs_no_examples(folder: Path) -> None:
    shutil.rmtree(folder / "examples")
    assert load_examples(folder) == {}


def test_examples_change_no_digest(folder: Path) -> None:
    before = digest(folder, NEVER_READ)
    (folder / "examples" / "naming.toml").unlink()
    assert digest(folder, NEVER_READ) == before


@pytest.mark.parametrize("file", FILES)
def test_lists_have_names_of_their_own(file: str) -> None:
    names = list_names(configs_folder(), file)
    assert names and len(set(names)) == len(names)
