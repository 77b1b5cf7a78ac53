"""The main job on stand-in stages: same bytes whatever happens, and nothing read twice."""

from __future__ import annotations

import dataclasses
import json
import os
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from helping import ARTICLES, make_job, table_bytes, write_articles

from pipeline.running.errors import RunError, UsageError
from pipeline.running.job import run
from pipeline.running.lock import locked
from pipeline.running.watch import Watch
from pipeline.tabling.tables import FILES


def rows(out: Path, table: str) -> list[dict[str, object]]:
    found: list[dict[str, object]] = pq.read_table(out / "current" / f"{table}.parquet").to_pylist()
    return found


def statuses(out: Path) -> dict[object, tuple[object, object]]:
    return {row["path"]: (row["status"], row["reason"]) for row in rows(out, "articles")}


def test_a_run_writes_every_table_and_says_what_made_it(tmp_path: Path) -> None:
    job = make_job(tmp_path)
    outcome = run(job, Watch())
    assert sorted(path.name for path in outcome.folder.iterdir()) == sorted([*FILES, "run.json"])
    about = json.loads((job.out / "current" / "run.json").read_text())
    assert (about["model_name"], about["model_version"]) == ("en_small", "1.2")
    assert about["articles"] == {"read": 4, "skipped": 1, "failed": 0, "duplicate": 0}
    assert about["rows"]["claims"] == 6
    assert set(about["seconds"]) >= {"reading", "extracting", "resolving", "reconciling", "tabling"}
    assert statuses(job.out)["empty.txt"] == ("skipped", "the file is empty")


def test_offsets_slice_to_the_figure_and_every_claim_is_in_a_fact(tmp_path: Path) -> None:
    job = make_job(tmp_path)
    run(job, Watch())
    claims = rows(job.out, "claims")
    for claim in claims:
        text = ARTICLES[str(claim["path"])]
        assert float(text[claim["char_start"] : claim["char_end"]]) == claim["value"]  # type: ignore[misc]
        assert text[claim["sentence_start"] : claim["sentence_end"]] == claim["sentence"]  # type: ignore[misc]
    in_facts = [i for fact in rows(job.out, "knowledge") for i in fact["claim_ids"]]  # type: ignore[attr-defined]
    assert sorted(in_facts) == sorted(claim["claim_id"] for claim in claims)


def test_a_second_run_reads_nothing_and_changes_no_byte(tmp_path: Path) -> None:
    job = make_job(tmp_path)
    first = run(job, Watch())
    before = {path: path.read_bytes() for path in first.folder.iterdir()}
    second = run(job, Watch())
    assert (first.changed, first.computed, second.changed, second.computed, second.kept) == (True, 4, False, 0, 4)
    assert {path: path.read_bytes() for path in second.folder.iterdir()} == before
    assert [path.name for path in (job.out / "runs").iterdir()] == [first.folder.name]


def test_one_worker_and_two_give_the_same_bytes(tmp_path: Path) -> None:
    many = {f"{n:03}.txt": f"Iraq: List {n % 7} won {n} seats\n" for n in range(40)}
    one = make_job(tmp_path / "one", articles=many)
    two = make_job(tmp_path / "two", workers=2, articles=many)
    run(one, Watch())
    run(two, Watch())
    assert table_bytes(one.out) == table_bytes(two.out)


def test_new_files_alone_are_read_and_give_what_a_run_from_nothing_gives(tmp_path: Path) -> None:
    grown = make_job(tmp_path / "grown", articles={name: ARTICLES[name] for name in ("early.txt", "final.txt")})
    run(grown, Watch())
    write_articles(tmp_path / "grown" / "articles", ARTICLES)
    outcome = run(grown, Watch())
    assert (outcome.computed, outcome.kept) == (2, 2)
    fresh = make_job(tmp_path / "fresh")
    run(fresh, Watch())
    assert table_bytes(grown.out) == table_bytes(fresh.out)


@pytest.mark.parametrize("change", ["text", "configuration", "model"])
def test_what_an_extraction_depends_on_makes_it_read_anew(tmp_path: Path, change: str) -> None:
    job = make_job(tmp_path)
    run(job, Watch())
    if change == "text":
        (tmp_path / "articles" / "late.txt").write_text("Iraq: Pear List won 31 seats\n")
    elif change == "configuration":
        (tmp_path / "configs" / "a.toml").write_text("x = 1\n")
    else:
        (tmp_path / "model" / "meta.json").write_text('{"lang": "en", "name": "small", "version": "1.3"}')
    assert run(job, Watch()).computed == (1 if change == "text" else 4)


def test_what_only_later_stages_are_told_reads_no_article_anew(tmp_path: Path) -> None:
    job = make_job(tmp_path)
    run(job, Watch())
    (tmp_path / "configs" / "decisions.csv").write_text("kind,id_a,id_b,note\n")
    outcome = run(job, Watch())
    assert (outcome.computed, outcome.changed) == (0, True)  # run.json names another configuration


@pytest.mark.parametrize("harm", ["cut", "flipped", "emptied", "other"])
def test_a_damaged_kept_result_is_told_and_read_anew(tmp_path: Path, harm: str) -> None:
    job = make_job(tmp_path)
    run(job, Watch())
    before = table_bytes(job.out)
    first, second, *_ = sorted((job.out / "cache").iterdir())
    data = first.read_bytes()
    flipped = data[:-9] + bytes([data[-9] ^ 1]) + data[-8:]
    first.write_bytes({"cut": data[:-3], "flipped": flipped, "emptied": b"", "other": b"x" + second.read_bytes()}[harm])
    told: list[str] = []
    outcome = run(job, Watch(tell=told.append))
    assert (outcome.computed, outcome.kept) == (1, 3)
    assert len(told) == 1 and first.name in told[0] and "read again" in told[0]
    assert first.read_bytes() == data
    assert table_bytes(job.out) == before


@pytest.mark.parametrize("workers", [1, 2])
def test_an_article_that_cannot_be_analysed_is_a_row_with_the_reason(tmp_path: Path, workers: int) -> None:
    job = make_job(tmp_path, workers=workers, articles=ARTICLES | {"bad.txt": "RAISE\n"})
    run(job, Watch())
    found = statuses(job.out)
    assert found["bad.txt"] == ("failed", "the analysis failed (ValueError: this text cannot be analysed)")
    assert sum(status == "read" for status, _ in found.values()) == 4


def test_an_article_that_kills_its_worker_fails_alone(tmp_path: Path) -> None:
    many = {f"{n:03}.txt": f"Iraq: List {n % 7} won {n} seats\n" for n in range(20)}
    job = make_job(tmp_path, workers=2, articles=many | {"005.txt": "KILL\n"})
    run(job, Watch())
    found = statuses(job.out)
    assert found["005.txt"][0] == "failed" and "killed two worker processes" in str(found["005.txt"][1])
    assert sum(status == "read" for status, _ in found.values()) == 19


def test_a_worker_that_dies_once_costs_nothing(tmp_path: Path) -> None:
    articles = ARTICLES | {"bad.txt": f"KILL-ONCE {tmp_path}/flag\nIraq: Elm List won 3 seats\n"}
    job = make_job(tmp_path, workers=2, articles=articles)
    run(job, Watch())
    assert statuses(job.out)["bad.txt"] == ("read", None)
    assert any(claim["subject"] == "Elm List" for claim in rows(job.out, "claims"))


def test_an_article_without_end_fails_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.running.pool.PATIENCE", 0.5)
    job = make_job(tmp_path, workers=2, articles=ARTICLES | {"long.txt": "HANG\n"})
    run(job, Watch())
    found = statuses(job.out)
    assert found["long.txt"][0] == "failed" and "without end" in str(found["long.txt"][1])
    assert sum(status == "read" for status, _ in found.values()) == 4


@pytest.mark.parametrize("workers", [1, 2])
def test_an_analysis_that_cannot_begin_ends_the_run_with_its_reason(tmp_path: Path, workers: int) -> None:
    job = make_job(tmp_path, workers=workers)
    stages = tuple(
        dataclasses.replace(s, work="fake_stages:nothing") if s.name == "extracting" else s for s in job.stages
    )
    with pytest.raises(RunError, match=r"the analysis cannot begin .*nothing"):
        run(dataclasses.replace(job, stages=stages), Watch())


def test_a_model_that_is_not_there_is_named(tmp_path: Path) -> None:
    job = dataclasses.replace(make_job(tmp_path), model="no_such_model")
    with pytest.raises(UsageError, match="no_such_model"):
        run(job, Watch())
    assert not job.out.exists()


def test_two_runs_at_once_on_one_folder_are_refused_and_a_dead_one_is_not_waited_for(tmp_path: Path) -> None:
    job = make_job(tmp_path)
    with locked(job.out), pytest.raises(RunError, match=f"another run \\(process {os.getpid()}\\)"):
        run(job, Watch())
    (job.out / ".lock").write_text("999999")  # what a killed run leaves
    assert run(job, Watch()).changed


def test_a_folder_that_cannot_be_written_is_one_sentence_and_the_old_tables_stand(tmp_path: Path) -> None:
    job = make_job(tmp_path)
    run(job, Watch())
    before = table_bytes(job.out)
    (tmp_path / "articles" / "more.txt").write_text("Iraq: Ash List won 1 seats\n")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device", str(job.out / "runs"))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("pipeline.running.publishing.os.fsync", full)
        with pytest.raises(RunError, match=r"No space left on device.*earlier tables are as they were"):
            run(job, Watch())
    assert table_bytes(job.out) == before
    assert run(job, Watch()).kept == 5


def test_only_the_last_runs_are_kept_and_older_ones_stay_readable(tmp_path: Path) -> None:
    job = make_job(tmp_path, keep=2)
    folders = []
    for seats in (1, 2, 3):
        (tmp_path / "articles" / "more.txt").write_text(f"Iraq: Ash List won {seats} seats\n")
        folders.append(run(job, Watch()).folder)
    assert [path.name for path in sorted((job.out / "runs").iterdir())] == [path.name for path in folders[1:]]
    old = pq.read_table(folders[1] / "claims.parquet").to_pylist()
    assert 2.0 in [claim["value"] for claim in old if claim["subject"] == "Ash List"]
    assert os.readlink(job.out / "current") == f"runs/{folders[2].name}"


def test_tables_that_somebody_changed_are_published_anew(tmp_path: Path) -> None:
    job = make_job(tmp_path)
    first = run(job, Watch())
    before = table_bytes(job.out)
    (first.folder / "claims.parquet").write_bytes(b"")
    second = run(job, Watch())
    assert second.changed and second.folder != first.folder
    assert table_bytes(job.out) == before


def test_the_page_is_published_with_the_tables(tmp_path: Path) -> None:
    job = make_job(tmp_path)
    page = "fake_stages:write_report"
    stages = tuple(dataclasses.replace(s, work=page) if s.name == "reporting" else s for s in job.stages)
    run(dataclasses.replace(job, stages=stages), Watch())
    size = (job.out / "current" / "claims.parquet").stat().st_size
    assert (job.out / "current" / "report.html").read_text() == f"<p>{size} bytes of claims</p>"


def test_a_run_killed_before_it_was_pointed_to_is_pointed_to_and_not_made_twice(tmp_path: Path) -> None:
    job = make_job(tmp_path)
    first = run(job, Watch()).folder
    (tmp_path / "articles" / "late.txt").unlink()
    second = run(job, Watch()).folder
    (job.out / "current").unlink()
    (job.out / "current").symlink_to(f"runs/{first.name}")  # as if killed between the folder's name and the link
    assert run(job, Watch()).folder == second
    assert os.readlink(job.out / "current") == f"runs/{second.name}"
    assert len(list((job.out / "runs").iterdir())) == 2


def test_articles_seen_before_come_back_as_a_new_run(tmp_path: Path) -> None:
    job = make_job(tmp_path)
    first = run(job, Watch()).folder
    before = table_bytes(job.out)
    (tmp_path / "articles" / "late.txt").unlink()
    run(job, Watch())
    write_articles(tmp_path / "articles", ARTICLES)
    third = run(job, Watch())
    assert (third.computed, third.folder.name[:6]) == (0, "000003")
    assert table_bytes(job.out) == before and third.folder.name[7:] == first.name[7:]
