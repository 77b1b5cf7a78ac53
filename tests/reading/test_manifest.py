"""manifest.csv: what it says of the files beside it, and what it says wrongly."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.configuring.folder import configs_folder
from pipeline.configuring.reading import load_reading
from pipeline.reading.folder import read_all
from pipeline.types import Reading

CONFIG = load_reading(configs_folder())


def rows(folder: Path, manifest: str, encoding: str = "utf-8", **files: str) -> dict[str, Reading]:
    """Rows by path of a folder with a manifest and files; in a keyword "__" stands for "." and "_S_" for "/"."""
    for name, text in files.items():
        place = folder / name.replace("_S_", "/").replace("__", ".")
        place.parent.mkdir(exist_ok=True)
        place.write_text(text)
    (folder / "manifest.csv").write_text(manifest, encoding=encoding)
    return {row.path: row for row in read_all([str(folder)], CONFIG)}


def test_it_says_date_source_title_and_address(tmp_path: Path) -> None:
    manifest = 'path,published,source,title,url\na.txt,2018-05,Wire,"Count, at last",https://w.example/1\n'
    article = rows(tmp_path, manifest, a__txt="Words.")["a.txt"].article
    assert article is not None
    assert (article.published, article.published_basis) == ("2018-05", "manifest.csv")
    assert (article.source, article.title, article.url) == ("Wire", "Count, at last", "https://w.example/1")


def test_a_file_it_does_not_name_has_no_date_and_says_so(tmp_path: Path) -> None:
    article = rows(tmp_path, "path,published\n", a__txt="Words.")["a.txt"].article
    assert article is not None and article.published is None
    assert article.published_basis == "unknown: the file and the manifest give no date"


def test_the_files_own_metadata_goes_before_it(tmp_path: Path) -> None:
    own = '{"text": "Words.", "date": "2021-10-11", "source": "Own"}'
    article = rows(tmp_path, "path,published,source,title\na.json,1999,Other,T\n", a__json=own)["a.json"].article
    assert article is not None
    assert (article.published, article.source, article.title) == ("2021-10-11", "Own", "T")
    assert article.published_basis == "JSON field 'date'"


def test_it_names_a_file_below_it_and_the_nearer_manifest_goes_first(tmp_path: Path) -> None:
    (tmp_path / "s").mkdir()
    (tmp_path / "s" / "manifest.csv").write_text("path,source\na.txt,Near\n")
    found = rows(tmp_path, "path,published,source\ns/a.txt,2018,Far\n./b.txt,2019,Far\n", s_S_a__txt="A.", b__txt="B.")
    near, far = found["s/a.txt"].article, found["b.txt"].article
    assert near is not None and (near.published, near.source) == ("2018", "Near")
    assert far is not None and (far.published, far.source) == ("2019", "Far")


def test_it_names_one_article_of_a_file_or_all_of_them(tmp_path: Path) -> None:
    lines = '{"text": "One."}\n{"text": "Two."}\n'
    found = rows(tmp_path, "path,published,source\na.jsonl#2,2019,\na.jsonl,2018,All\n", a__jsonl=lines)
    said = [(row.article.published, row.article.source) for row in found.values() if row.article]
    assert said == [("2018", "All"), ("2019", "All")]


WRONG = [  # manifest, path of the row it gives, what its reason says
    ("path,published\ngone.txt,2018\n", "gone.txt", "no such file"),
    ("path,published\n../out.txt,2018\n", "manifest.csv#2", "not below"),
    ("path,published\n/etc/passwd,2018\n", "manifest.csv#2", "not below"),
    ("path,published\n,2018\n", "manifest.csv#2", "no path"),
    ("path,published\na.txt\n", "manifest.csv#2", "1 fields where the first line has 2"),
    ("file,published\na.txt,2018\n", "manifest.csv", "no column 'path'"),
    ("", "manifest.csv", "no column 'path'"),
    ("\0\0\0\0", "manifest.csv", "binary"),
]


@pytest.mark.parametrize(("manifest", "path", "reason"), WRONG)
def test_what_is_wrong_in_it_is_a_row_and_the_files_are_read(
    tmp_path: Path, manifest: str, path: str, reason: str
) -> None:
    found = rows(tmp_path, manifest, a__txt="Words.")
    assert found[path].status == "failed" and reason in str(found[path].reason)
    assert found["a.txt"].status == "read"
    assert len(found) == 2


ODD = [  # row for a.txt, date, what the note says
    ("a.txt,2018-13-01", None, "'2018-13-01' is not a date"),
    ("a.txt,soon", None, "'soon' is not a date"),
    ("a.txt,2018\na.txt,2019", "2018", "more than once; line 2 holds, not line 3"),
]


@pytest.mark.parametrize(("row", "date", "note"), ODD)
def test_a_date_that_is_none_and_a_path_twice_are_noted(tmp_path: Path, row: str, date: str | None, note: str) -> None:
    found = rows(tmp_path, f"path,published\n{row}\n", a__txt="Words.")["a.txt"]
    assert found.article is not None and found.article.published == date
    assert note in str(found.note)


def test_a_mark_and_foreign_line_ends_are_no_hindrance(tmp_path: Path) -> None:
    found = rows(tmp_path, "Path,Published\r\na.txt,2018\r\n", encoding="utf-8-sig", a__txt="Words.")
    assert found["a.txt"].article is not None and found["a.txt"].article.published == "2018"


def test_a_file_named_by_itself_is_described_and_its_neighbours_are_not_missed(tmp_path: Path) -> None:
    rows(tmp_path, "path,published\na.txt,2018\ngone.txt,2019\n", a__txt="Words.", b__txt="Not asked for.")
    (row,) = read_all([str(tmp_path / "a.txt")], CONFIG)
    assert row.article is not None and (row.path, row.article.published) == ("a.txt", "2018")
