"""Which engine reads the articles, and what is said where there can be no Spark. Clusters: running/test_spark.py."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pipeline.running.circumstances import differences
from pipeline.running.spark_session import explained

ROOT = Path(__file__).resolve().parents[2]
SPARK = ("--engine", "spark")


@pytest.fixture
def spark_installed(monkeypatch: pytest.MonkeyPatch) -> Callable[[bool], None]:
    """Make PySpark seem installed or not, whatever is installed here."""
    find = importlib.util.find_spec

    def seem(there: bool) -> None:
        def found(name: str, package: str | None = None) -> Any:
            return (find("json") if there else None) if name == "pyspark" else find(name, package)

        monkeypatch.setattr(importlib.util, "find_spec", found)

    return seem


def test_without_pyspark_one_sentence_says_how_to_install_it(
    tallywire: Callable[..., Any], spark_installed: Callable[[bool], None], tmp_path: Path
) -> None:
    spark_installed(False)
    said = tallywire("run", ROOT / "corpus", "--out", tmp_path / "out", *SPARK)
    assert (said.code, said.out) == (2, "")
    assert said.err == (
        "tallywire: --engine spark: PySpark is not installed; pip install 'tallywire[spark]', or leave it out\n"
    )
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("home", [None, "nowhere"])
def test_without_java_one_sentence_says_what_to_install(
    tallywire: Callable[..., Any],
    spark_installed: Callable[[bool], None],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    home: str | None,
) -> None:
    spark_installed(True)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("JAVA_HOME", raising=False)
    if home is not None:
        monkeypatch.setenv("JAVA_HOME", home)
    said = tallywire("run", ROOT / "corpus", "--out", tmp_path / "out", *SPARK)
    assert (said.code, said.err.count("\n")) == (2, 1)
    assert "install Java 17 or later" in said.err
    assert ("JAVA_HOME is nowhere" if home else "no java is on the PATH") in said.err
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--engine", "flink"), "flink"),
        (("--spark-master", "spark://h:7077"), "add --engine spark"),
        ((*SPARK, "--workers", "2"), "--workers 2"),
        ((*SPARK, "--spark-master", "h:7077"), "write spark://HOST:PORT"),
    ],
)
def test_an_option_that_does_not_fit_is_refused_before_anything_is_done(
    tallywire: Callable[..., Any],
    spark_installed: Callable[[bool], None],
    tmp_path: Path,
    options: tuple[str, ...],
    words: str,
) -> None:
    spark_installed(True)
    said = tallywire("run", ROOT / "corpus", "--out", tmp_path / "out", *options)
    assert (said.code, said.err.count("\n")) == (2, 1)
    assert words in said.err
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("module", ["pipeline.cli", "pipeline.commands.run", "pipeline.running.spark_session"])
def test_no_command_pays_for_spark_that_does_not_use_it(module: str) -> None:
    code = f"import sys, {module}; print([name for name in ('pyspark', 'py4j') if name in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_what_an_executor_has_otherwise_than_the_driver_is_named() -> None:
    here = {"code": "1", "model": {"name": "en"}, "libraries": {"spacy": "3.8.1"}}
    there = {"code": "1", "model": {"name": "de"}, "libraries": {"spacy": "3.8.2"}}
    assert differences(json.dumps(here), json.dumps(there)) == ["libraries", "model"]
    assert differences(json.dumps(here), json.dumps(here)) == []


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("[JAVA_GATEWAY_EXITED] Java gateway process exited", ["did not start", "Java 17"]),
        (
            "... [PYTHON_VERSION_MISMATCH] Python in worker has 3.12 ...",
            ["another version of Python", "PYSPARK_PYTHON"],
        ),
        ("x\nModuleNotFoundError: No module named 'pipeline'\n  at y", ["lacks a library", "'pipeline'", "wheel"]),
        ('java.io.IOException: Cannot run program "py9": error=2', ["no such Python", "py9", "PYSPARK_PYTHON"]),
        (": java.lang.IllegalStateException: Cannot call methods on a stopped SparkContext.", ["spark://h:1", "runs"]),
        ("Job aborted due to stage failure: Task 0 failed 4 times\nmore", ["Job aborted", "what was read is kept"]),
        ("", ["no reason"]),
    ],
)
def test_what_spark_says_becomes_one_sentence_with_the_mend(said: str, words: list[str]) -> None:
    sentence = explained(said, "spark://h:1")
    assert "\n" not in sentence
    assert [word for word in words if word not in sentence] == []
