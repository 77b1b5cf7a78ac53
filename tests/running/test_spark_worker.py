"""The work inside a Python worker of Spark, without Spark: the same results, and only where all is as on the driver."""

from __future__ import annotations

import dataclasses
import multiprocessing
from pathlib import Path

import pytest
from helping import ARTICLES, make_job

from pipeline.running import models, pool, records
from pipeline.running.circumstances import circumstances
from pipeline.running.job import Job
from pipeline.running.spark_worker import Asked, Unfit, _Work, archive, unpacked
from pipeline.running.stage_work import work_of
from pipeline.running.worker import Result, Setup
from pipeline.types import Article


def asked_by(job: Job) -> Asked:
    config = work_of(job.stages, "configuring")(job.configs)
    setup = Setup(job.stages, job.configs, job.model)
    name = circumstances(setup, config.extraction_digest, models.stamp(job.model)).name
    return Asked(name, job.stages, job.model, archive(job.configs))


def articles(texts: dict[str, str]) -> list[Article]:
    return [Article(f"a{n}", name, text) for n, (name, text) in enumerate(texts.items())]


def exit_code_of_first_attempt(asked: Asked, text: str) -> int | None:
    context = multiprocessing.get_context("spawn")
    process = context.Process(target=first_attempt, args=(asked, text), daemon=True)
    process.start()
    process.join(60)
    return process.exitcode


def first_attempt(asked: Asked, text: str) -> None:
    pool.PATIENCE = 0.5
    _Work(asked).read([Article("a", "a.txt", text)], attempt=0)


def test_an_article_as_bytes_is_the_article() -> None:
    article = Article("a", "a.txt", "caf\u00e9 \U0001d51e \ud800\n", title="x", published="2018-05")
    assert records.article_from_bytes(records.to_bytes(article)) == article


@pytest.mark.parametrize("attempt", [0, 1])
def test_first_and_second_attempt_give_what_this_process_gives(tmp_path: Path, attempt: int) -> None:
    job = make_job(tmp_path)
    texts = articles({name: text for name, text in ARTICLES.items() if text} | {"bad.txt": "RAISE\n"})
    expected = [result for _, result in pool.read_articles(texts, Setup(job.stages, job.configs, job.model), 1)]
    assert [result.reason is None for result in expected] == [True, True, True, True, False]
    assert _Work(asked_by(job)).read(texts, attempt) == expected


def test_the_configuration_goes_with_the_work(tmp_path: Path) -> None:
    job = make_job(tmp_path)
    (job.configs / "deep").mkdir()
    (job.configs / "deep" / "a.toml").write_text("x = 1\n")
    asked = asked_by(job)
    (job.configs / "deep" / "a.toml").unlink()  # an executor elsewhere has no such folder
    with unpacked(asked) as setup:
        assert setup.configs != job.configs
        assert [path.relative_to(setup.configs).as_posix() for path in setup.configs.rglob("*.toml")] == ["deep/a.toml"]
    assert not setup.configs.exists()  # executors are ended, not closed: nothing of them may stay behind


@pytest.mark.parametrize("changed", ["model", "configuration"])
def test_where_anything_differs_from_the_driver_nothing_is_read(tmp_path: Path, changed: str) -> None:
    job = make_job(tmp_path)
    asked = asked_by(job)
    if changed == "model":
        (tmp_path / "model" / "meta.json").write_text('{"lang": "en", "name": "small", "version": "1.3"}')
    else:
        (job.configs / "new.toml").write_text("x = 1\n")
        asked = dataclasses.replace(asked, configs=archive(job.configs))
    with pytest.raises(Unfit, match=f"not the same as on the driver: {changed}; install the same wheel"):
        _Work(asked)


def test_a_second_attempt_finds_out_which_article_kills_its_worker(tmp_path: Path) -> None:
    texts = articles({"early.txt": ARTICLES["early.txt"], "bad.txt": "KILL\n"})
    sound, killing = _Work(asked_by(make_job(tmp_path))).read(texts, attempt=1)
    assert sound.data is not None
    assert killing == Result(None, pool.KILLED)


def test_a_first_attempt_that_goes_on_without_end_ends_its_worker(tmp_path: Path) -> None:
    asked = asked_by(make_job(tmp_path))
    assert exit_code_of_first_attempt(asked, "Iraq: Pear List won 34 seats\n") == 0
    assert exit_code_of_first_attempt(asked, "HANG\n") == 1
