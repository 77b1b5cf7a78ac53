"""What the command line names, and what becomes of each file: a sorted, complete, repeatable list."""

from __future__ import annotations

import itertools
import os
import shutil
from pathlib import Path

import pytest

from pipeline.configuring.folder import configs_folder
from pipeline.configuring.reading import load_reading
from pipeline.reading.folder import ReadingError, list_inputs, read_all, read_file, unite
from pipeline.types import Reading

CONFIG = load_reading(configs_folder())


def make(folder: Path, files: dict[str, str]) -> Path:
    """Write the files, making their folders."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def rows(folder: Path) -> dict[str, Reading]:
    """The rows of a folder by path."""
    return {row.path: row for row in read_all([str(folder)], CONFIG)}


def test_folders_are_read_to_the_bottom_and_in_order(tmp_path: Path) -> None:
    make(tmp_path, {"b.txt": "one", "a/z.txt": "two", "a/b/c.md": "three", ".git/x.txt": "no", ".DS_Store": "no"})
    assert [file.path for file in list_inputs([str(tmp_path)], CONFIG)] == ["a/b/c.md", "a/z.txt", "b.txt"]


def test_files_folders_and_a_list_are_mixed_and_each_file_is_read_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(tmp_path, {"in/a.txt": "one", "in/b.txt": "two", "c.txt": "three", "far/d.txt": "four"})
    monkeypatch.chdir(tmp_path)
    names = ["in", "in/a.txt", str(tmp_path / "c.txt"), "-"]
    files = list_inputs(names, CONFIG, ["far/d.txt\n", "\n", "in/b.txt\n", "gone.txt\n"])
    assert [(file.path, bool(file.problem)) for file in files] == [
        ("a.txt", False),
        ("b.txt", False),
        ("c.txt", False),
        ("far/d.txt", False),
        ("gone.txt", True),
    ]


@pytest.mark.parametrize(("made", "named", "code"), [(False, "none", 2), (True, "none", 1)])
def test_a_missing_or_empty_folder_is_an_error_of_one_sentence(
    tmp_path: Path, made: bool, named: str, code: int
) -> None:
    make(tmp_path, {"good/a.txt": "one"})
    if made:
        (tmp_path / named).mkdir()
    with pytest.raises(ReadingError, match=named) as caught:
        read_all([str(tmp_path / "good"), str(tmp_path / named)], CONFIG)
    assert caught.value.exit_code == code
    assert "\n" not in str(caught.value)


def test_an_empty_list_is_an_error() -> None:
    with pytest.raises(ReadingError, match="standard input"):
        list_inputs(["-"], CONFIG, [])


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("a.exe", ".exe"),
        ("a", "no ending"),
        ("a.zip", "unpack it"),
        ("a.txt.gz.gz", ".gz"),
        ("README.md", "describes the folder"),
        ("a.TXT", None),
    ],
)
def test_what_is_not_an_article_is_listed_with_the_reason(tmp_path: Path, name: str, reason: str | None) -> None:
    (row,) = rows(make(tmp_path, {name: "words"})).values()
    assert (row.status, row.path) == ("read" if reason is None else "skipped", name)
    assert reason is None or (row.reason is not None and reason in row.reason)


def test_links_that_leave_the_folder_are_rows_and_links_within_it_are_duplicates(tmp_path: Path) -> None:
    make(tmp_path, {"out/secret.txt": "secret", "in/a.txt": "words", "in/sub/b.txt": "other"})
    inside = tmp_path / "in"
    (inside / "away.txt").symlink_to(tmp_path / "out" / "secret.txt")
    (inside / "folder").symlink_to(tmp_path / "out")
    (inside / "loop").symlink_to(inside)
    (inside / "gone.txt").symlink_to(inside / "nothing.txt")
    (inside / "same.txt").symlink_to(inside / "a.txt")
    found = {path: (row.status, row.reason) for path, row in rows(inside).items()}
    assert found["away.txt"][0] == found["folder"][0] == found["loop"][0] == found["gone.txt"][0] == "failed"
    assert "leads out of the folder" in str(found["away.txt"][1]) and "leads out" in str(found["folder"][1])
    assert "link to a folder" in str(found["loop"][1]) and "not there" in str(found["gone.txt"][1])
    assert found["same.txt"] == ("duplicate", "the same text as a.txt")
    assert found["sub/b.txt"] == ("read", None)


def test_pipes_and_unreadable_files_are_rows(tmp_path: Path) -> None:
    make(tmp_path, {"a.txt": "words", "locked.txt": "words too"})
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "locked.txt").chmod(0)
    found = rows(tmp_path)
    assert (found["pipe.txt"].status, found["pipe.txt"].reason) == ("failed", "not a regular file")
    if os.geteuid() != 0:  # nothing is locked to root
        assert found["locked.txt"].status == "failed" and "Permission" in str(found["locked.txt"].reason)


def test_a_file_that_vanishes_after_listing_is_a_row(tmp_path: Path) -> None:
    (file,) = list_inputs([str(make(tmp_path, {"a.txt": "words"}))], CONFIG)
    (tmp_path / "a.txt").unlink()
    (row,) = read_file(file, CONFIG)
    assert row.status == "failed" and "cannot be opened" in str(row.reason)


def test_a_name_that_is_not_utf_8_can_still_be_stored(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("words")
    os.rename(tmp_path / "a.txt", os.fsencode(tmp_path) + b"/caf\xe9.txt")
    assert list(rows(tmp_path)) == ["caf\\xe9.txt"]


def test_one_text_under_several_names_is_one_article_the_dated_one(tmp_path: Path) -> None:
    make(tmp_path, {"a.txt": "Same words.\n", "b.txt": "Same  words.", "c.txt": "Same words.", "d.txt": "Other."})
    make(tmp_path, {"manifest.csv": "path,published\nb.txt,2018\nc.txt,2018-05-12\n"})
    found = rows(tmp_path)
    assert {path: row.status for path, row in found.items()} == {
        "a.txt": "duplicate",
        "b.txt": "duplicate",
        "c.txt": "read",
        "d.txt": "read",
    }
    assert found["a.txt"].origin_article == found["b.txt"].origin_article == found["c.txt"].article_id
    assert len({row.article_id for row in found.values()}) == 4


def test_of_undated_copies_the_first_path_is_kept(tmp_path: Path) -> None:
    found = rows(make(tmp_path, {"b.txt": "Same.", "a.txt": "Same."}))
    assert (found["a.txt"].status, found["b.txt"].status) == ("read", "duplicate")


def test_ids_depend_on_path_and_text_alone(tmp_path: Path) -> None:
    here, there = tmp_path / "here", tmp_path / "there" / "deeper"
    make(here, {"a.txt": "Words.", "s/b.txt": "More words.", "c.jsonl": '{"text": "Line."}'})
    shutil.copytree(here, there)
    make(there, {"0.txt": "A new article.", "manifest.csv": "path,source\na.txt,Somewhere\n"})
    before, after = rows(here), rows(there)
    assert len(before) == 3
    assert all(after[path].article_id == row.article_id for path, row in before.items())
    make(here, {"a.txt": "Changed words."})
    assert rows(here)["a.txt"].article_id != before["a.txt"].article_id


def test_the_same_file_in_two_folders_gives_two_ids(tmp_path: Path) -> None:
    make(tmp_path, {"one/a.txt": "Words.", "two/a.txt": "Words."})
    found = read_all([str(tmp_path / "one"), str(tmp_path / "two")], CONFIG)
    assert [row.status for row in found] == ["read", "duplicate"]
    assert found[1].origin_article == found[0].article_id != found[1].article_id


def test_the_order_of_arguments_and_readings_changes_nothing(tmp_path: Path) -> None:
    make(tmp_path, {"one/a.txt": "Words.", "two/a.txt": "Words.", "two/b.txt": "Words.", "two/c.txt": "x"})
    make(tmp_path, {"two/manifest.csv": "path,source\na.txt,Other\n"})
    folders = [str(tmp_path / "one"), str(tmp_path / "two")]
    expected = list(read_all(folders, CONFIG))
    assert list(read_all(folders[::-1], CONFIG)) == expected
    readings = [row for file in list_inputs(folders, CONFIG) for row in read_file(file, CONFIG)]
    assert all(list(unite(order)) == expected for order in itertools.permutations(readings))
