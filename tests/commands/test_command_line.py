"""The command line as a whole: exit codes, one sentence an error, quick start."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from helping import ARTICLES, FAKE_STAGES, make_job

from pipeline.commands import run as run_module

ROOT = Path(__file__).resolve().parents[2]


def python(*arguments: str, **options: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
        timeout=120,
        **options,  # type: ignore[call-overload]
    )


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["audit", "--help"],
        ["--version"],
        ["audit", "--out", "{out}"],
        ["show", "k", "--out", "{out}"],
        ["export", "--format", "csv", "--out", "{out}"],
    ],
)
def test_what_only_shows_starts_without_spacy_and_pandas(outputs: Path, arguments: list[str]) -> None:
    heavy = "('spacy', 'pandas', 'torch', 'dateparser', 'thinc')"
    script = (
        "import sys\nfrom pipeline.cli import main\n"
        "try:\n    main([a for a in sys.argv[1:]])\nexcept SystemExit: pass\n"
        f"print([m for m in {heavy} if m in sys.modules], file=sys.stderr)"
    )
    done = python("-c", script, *(argument.format(out=outputs) for argument in arguments))
    assert done.stderr.splitlines()[-1] == "[]"


def test_interrupted_while_a_dataclass_is_made_it_says_so_and_ends_with_its_own_code(tmp_path: Path) -> None:
    (tmp_path / "interrupted.py").write_text(
        "import typer.main\n"
        "from pipeline import cli\n"
        "def get_command(app):\n    exec('raise KeyboardInterrupt')\n"
        "typer.main.get_command = get_command\n"
        "cli.main(['doctor'])\n"
    )
    paths = os.pathsep.join((str(tmp_path), str(ROOT)))
    done = python("-m", "interrupted", env={**os.environ, "PYTHONPATH": paths})
    assert (done.returncode, done.stderr) == (130, "tallywire: interrupted; run again to go on from here\n")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["bogus"], "bogus"),
        (["audit", "--bogus"], "--bogus"),
        (["run"], "ARTICLES"),
        (["run", "no-such-folder", "--out", "{new}"], "no-such-folder"),
        (["run", ".", "--workers", "0"], "--workers"),
        (["run", ".", "--config", "no-such-configs", "--out", "{new}"], "no-such-configs"),
        (["run", ".", "--model", "no-such-model", "--out", "{new}"], "no-such-model"),
        (["audit", "--out", "{new}"], "no tables here"),
        (["show", "x", "--out", "{new}"], "no tables here"),
        (["export", "--format", "pdf", "--out", "{out}"], "csv, xlsx, jsonl"),
        (["evaluate", "no-such-marks", "--out", "{out}"], "no-such-marks"),
        (["evaluate", "no-such-marks", "--out", "{out}", "--raise"], "--floors"),
        (["parse", "  "], "no text"),
        (["decide", "same", "--out", "{out}"], "an id"),
    ],
)
def test_wrong_usage_is_one_sentence_and_exit_code_2(
    tallywire: Callable, outputs: Path, tmp_path: Path, arguments: list[str], words: str
) -> None:
    said = tallywire(*(argument.format(out=outputs, new=tmp_path / "new") for argument in arguments))
    assert (said.code, said.out) == (2, "")
    assert words in said.err and said.err.startswith("tallywire: ") and said.err.count("\n") == 1
    assert not (tmp_path / "new").exists()


def test_run_prints_what_it_found(tallywire: Callable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    job = make_job(tmp_path, articles=ARTICLES | {"bad.txt": "RAISE\n"})
    options = ["--config", job.configs, "--model", job.model, "--workers", "1", "--out", job.out]
    monkeypatch.setattr(run_module, "Job", lambda *given, **named: type(job)(*given, stages=FAKE_STAGES, **named))
    said = tallywire("run", *job.articles, *options)
    assert (said.code, said.err) == (0, "")
    assert said.out.splitlines()[:9] == [
        "articles: 4 read, 1 skipped, 1 failed",
        "  bad.txt: failed: the analysis failed (ValueError: this text cannot be analysed)",
        "  empty.txt: skipped: the file is empty",
        "claims: 6",
        "facts: 4 (1 disputed, 1 revised, 2 single)",
        "conflicts: 1 (1 value)",
        "revisions: 1",
        "",
        said.out.splitlines()[8],
    ]
    assert "“Iraq: Pear List won [[33]] seats”" in said.out and "“Iraq: Pear List won [[34]] seats”" in said.out
    assert f"tables: {job.out}/current" in said.out.splitlines()
    again = tallywire("run", *job.articles, *options)
    assert again.out.splitlines()[0] == "articles: 4 read (1 now, 4 known from before), 1 skipped, 1 failed"
    assert f"tables: {job.out}/current (unchanged)" in again.out.splitlines()


def test_a_failed_run_is_exit_code_1(tallywire: Callable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    job = make_job(tmp_path)
    monkeypatch.setattr(run_module, "Job", lambda *given, **named: type(job)(*given, stages=FAKE_STAGES, **named))
    (job.out / "current").mkdir(parents=True)
    said = tallywire(
        "run", *job.articles, "--config", job.configs, "--model", job.model, "--workers", "1", "--out", job.out
    )
    assert (said.code, said.out) == (1, "")
    assert "must be a link" in said.err and said.err.count("\n") == 1


def test_a_reader_that_has_seen_enough_is_no_error(outputs: Path) -> None:
    command = f"{sys.executable} -m pipeline audit --all --out {outputs} | head -1; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, cwd=ROOT, check=False, timeout=60)
    assert done.stderr == "" and done.stdout.splitlines()[-1] == "0"


def test_evaluate_prints_scores_and_misses_and_keeps_floors(tallywire: Callable, outputs: Path, tmp_path: Path) -> None:
    marks = [
        {"doc_id": "late", "measure": "seats", "subjects": ["Pear List"], "surface": "33", "start": 20, "end": 22,
         "low": 33, "high": 33, "qualifier": "exact", "country": "IR", "year": 2018},
        {"doc_id": "late", "measure": "turnout", "subjects": [], "surface": "44.5", "start": 90, "end": 94,
         "low": 44.5, "high": 44.5, "qualifier": "exact", "country": "IR", "year": 2018},
    ]  # fmt: skip
    gold = tmp_path / "marks.jsonl"
    gold.write_text("".join(json.dumps(row) + "\n" for row in marks))
    floors = tmp_path / "floors.toml"
    said = tallywire("evaluate", gold, "--out", outputs, "--floors", floors, "--raise")
    assert said.code == 0 and "figure         1.000     0.500     0.667" in said.out
    assert "missed: 1" in said.out and "late at 90: turnout: 44.5" in said.out
    figures = json.loads(tallywire("evaluate", gold, "--out", outputs, "--json").out)
    assert (figures["gold"], figures["said"], figures["full"]["f1"]) == (2, 1, 0.667)
    floors.write_text(floors.read_text().replace("0.667", "0.700"))
    fallen = tallywire("evaluate", gold, "--out", outputs, "--floors", floors)
    assert fallen.code == 1 and "figure_f1 is 0.667, below its floor 0.700" in fallen.err
    assert tallywire("evaluate", gold, "--out", outputs, "--floors", floors, "--raise").code == 0
    assert "0.700" in floors.read_text()
    assert tallywire("evaluate", gold, "--out", outputs, "--floors", floors, "--lower").code == 0
    assert "0.700" not in floors.read_text()
