"""configs/reading.toml: what stands in it is used, what is wrong in it is said."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from pipeline.configuring.folder import configs_folder
from pipeline.configuring.reading import load_reading
from pipeline.configuring.strict import ConfigError
from pipeline.reading.folder import READERS, InputFile, read_bytes

CONFIG = load_reading(configs_folder())
TOML = (configs_folder() / "reading.toml").read_text(encoding="utf-8")


def test_every_format_has_a_reader_and_every_reader_an_ending() -> None:
    assert set(CONFIG.formats) == {*READERS, "gzip"}
    assert all(CONFIG.formats.values())


@pytest.mark.parametrize("part", ["text", "title", "published", "source", "url"])
def test_every_field_name_is_found_whatever_its_case(part: str) -> None:
    for name in getattr(CONFIG.fields, part):
        given = b"2021" if part == "published" else b"words"
        own = b"" if part == "text" else b', "text": "words"'
        content = b'{"%b": "%b"%b}' % (name.upper().encode(), given, own)
        (row,) = read_bytes(InputFile("/nowhere/a.json", "a.json", "json"), content, CONFIG)
        assert row.article is not None and getattr(row.article, part) == given.decode()


def test_a_name_added_to_the_fields_is_read() -> None:
    content = b'{"corps": "words"}'
    file = InputFile("/nowhere/a.json", "a.json", "json")
    assert read_bytes(file, content, CONFIG)[0].status == "skipped"
    wider = dataclasses.replace(CONFIG, fields=dataclasses.replace(CONFIG.fields, text=("corps",)))
    assert read_bytes(file, content, wider)[0].status == "read"


WRONG = [  # line of the file, what stands there instead, what the message says
    ("max_chars = 400_000", "max_charz = 400_000", "max_charz"),
    ("max_chars = 400_000", 'max_chars = "many"', "max_chars"),
    ('warc = ["warc"]', 'warx = ["warc"]', "warx"),
    ('json = ["json"]', 'json = ["txt"]', "'txt' stands twice"),
    ("may = 5", "may = 13", "13"),
]


@pytest.mark.parametrize(("right", "wrong", "message"), WRONG)
def test_a_mistake_is_named_with_its_file(tmp_path: Path, right: str, wrong: str, message: str) -> None:
    assert right in TOML
    (tmp_path / "reading.toml").write_text(TOML.replace(right, wrong), encoding="utf-8")
    with pytest.raises(ConfigError, match=message) as caught:
        load_reading(tmp_path)
    assert "reading.toml" in str(caught.value)
