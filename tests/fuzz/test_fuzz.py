"""What holds for any bytes holds for the seeds, for mutilated seeds, and through a short run of the fuzzer itself."""

from __future__ import annotations

import dataclasses
import importlib.util
import subprocess
import sys
from pathlib import Path

import invariants
import pytest
import seeds
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.types import Article, Quantity, Reading

HERE = Path(__file__).resolve().parent
ALL = [(target, seed) for target, found in seeds.SEEDS.items() for seed in found]
RUNS = 1500

ARTICLE = Article("a_1", "f.txt", "Turnout was 44 percent.", published="2018-05-14")
SOUND = Reading("a_1", "f.txt", "read", None, ARTICLE)
FIGURE = Quantity("44 percent", 12, 22, 44.0, 43.5, 44.5, "percent", "exact")


@pytest.mark.parametrize(("target", "seed"), ALL, ids=[f"{target}{n}" for n, (target, _) in enumerate(ALL)])
def test_it_holds_for_what_the_fuzzer_begins_with(target: str, seed: bytes) -> None:
    invariants.TARGETS[target](seed)


def test_the_seeds_open_the_way_into_every_reader() -> None:
    whole = {kind: contents[0] for kind, contents in seeds.FILES.items()}
    assert set(whole) == set(invariants.FORMATS)
    for kind, content in whole.items():
        file = invariants.InputFile("/nowhere/f", f"f.{kind}", format=kind)
        assert "read" in [reading.status for reading in invariants.read_bytes(file, content, invariants.CONFIG)], kind


@settings(max_examples=60, derandomize=True)
@given(st.sampled_from(ALL), st.integers(0, 3000), st.integers(0, 40), st.binary(max_size=12))
def test_it_holds_for_mutilated_seeds(chosen: tuple[str, bytes], place: int, cut: int, put: bytes) -> None:
    target, seed = chosen
    place = min(place, len(seed))
    invariants.TARGETS[target](seed[:place] + put + seed[place + cut :])


@pytest.mark.skipif(importlib.util.find_spec("atheris") is None, reason="atheris is not installed: make fuzz does it")
@pytest.mark.parametrize("target", invariants.TARGETS)
def test_a_short_run_of_the_fuzzer_finds_nothing(target: str, tmp_path: Path) -> None:
    command = [
        sys.executable,
        str(HERE / "fuzz.py"),
        target,
        f"-runs={RUNS}",
        "-seed=1",
        f"-artifact_prefix={tmp_path}/",
    ]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr[-3000:]
    assert f"Done {RUNS} runs" in done.stderr


@pytest.mark.parametrize(
    "broken",
    [
        [],
        [SOUND, SOUND],
        [dataclasses.replace(SOUND, article=None)],
        [dataclasses.replace(SOUND, status="failed", reason="why")],
        [dataclasses.replace(SOUND, status="failed", article=None)],
        [dataclasses.replace(SOUND, article=None, status="failed", reason="the reader gave up (KeyError: 1)")],
        [dataclasses.replace(SOUND, article=dataclasses.replace(ARTICLE, text="  "))],
        [dataclasses.replace(SOUND, article=dataclasses.replace(ARTICLE, published="14 May"))],
        [dataclasses.replace(SOUND, note="\ud800")],
    ],
)
def test_rows_that_must_not_be_are_told(broken: list[Reading]) -> None:
    invariants.check_readings([SOUND])
    with pytest.raises((AssertionError, UnicodeEncodeError)):
        invariants.check_readings(broken)


@pytest.mark.parametrize(
    "changed",
    [
        {"char_start": 13},
        {"char_end": 23},
        {"low": 44.1},
        {"high": 43.9},
        {"value": float("inf"), "high": float("inf")},
        {"value": None},
        {"high": None},
        {"qualifier": "at_least"},
    ],
    ids=str,
)
def test_quantities_that_must_not_be_are_told(changed: dict[str, object]) -> None:
    invariants.check_quantity(ARTICLE.text, FIGURE)
    with pytest.raises(AssertionError):
        invariants.check_quantity(ARTICLE.text, dataclasses.replace(FIGURE, **changed))  # type: ignore[arg-type]


def test_a_text_that_is_not_what_the_file_says_is_told() -> None:
    invariants.check_plain([SOUND], ARTICLE.text.encode())
    with pytest.raises(AssertionError):
        invariants.check_plain([SOUND], ARTICLE.text.encode() + b"!")
