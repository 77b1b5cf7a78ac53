"""`tallywire report`: the page is written anew, and found beside `current`."""

from __future__ import annotations

from pathlib import Path

import pytest
from making import small

from pipeline.commands.report import link_page, report
from pipeline.running.errors import RunError, UsageError
from pipeline.tabling import parquet
from pipeline.tabling.schemas import TABLES


@pytest.fixture
def out(tmp_path: Path) -> Path:
    folder = tmp_path / "outputs"
    run = folder / "runs" / "000001-a"
    run.mkdir(parents=True)
    tables = small()
    for table in TABLES:
        parquet.write(table, getattr(tables, table.name), run / f"{table.name}.parquet")
    (folder / "current").symlink_to("runs/000001-a")
    return folder


def test_the_page_is_in_the_run_and_a_link_leads_to_it(out: Path) -> None:
    assert report(out) == out / "report.html"
    assert (out / "report.html").resolve() == (out / "runs" / "000001-a" / "report.html").resolve()
    assert "34 seats" in (out / "report.html").read_text(encoding="utf-8")
    assert report(out) == out / "report.html", "a second time"


def test_a_page_of_an_older_kind_gives_way_to_the_link(out: Path) -> None:
    (out / "report.html").write_text("old")
    assert report(out).is_symlink()


def test_of_one_run_alone_the_page_is_in_its_folder(out: Path) -> None:
    run = out / "runs" / "000001-a"
    assert report(run) == run.resolve() / "report.html"
    assert link_page(run) is None
    assert not (run / "report.html").is_symlink()


def test_a_folder_without_tables_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no tables here"):
        report(tmp_path)


def test_a_damaged_table_is_one_sentence(out: Path) -> None:
    (out / "current" / "mentions.parquet").write_bytes(b"not a table")
    with pytest.raises(RunError, match="the page cannot be written") as raised:
        report(out)
    assert "\n" not in str(raised.value)
