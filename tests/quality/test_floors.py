"""The marked articles are read at least as well as tests/floors.toml says, by the command that moves the floors.

tallywire run tests/marked/articles tests/marked/plain/articles corpus --out OUT
tallywire evaluate GOLD... --docs DOCS... --out OUT --floors tests/floors.toml [--raise]
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MARKED = ROOT / "tests" / "marked"
ARTICLES = [MARKED / "articles", MARKED / "plain" / "articles", ROOT / "corpus"]
GOLD = [MARKED / "gold.jsonl", MARKED / "plain" / "gold.jsonl", MARKED / "corpus.gold.jsonl"]
DOCS = [MARKED / "docs.jsonl", MARKED / "plain" / "docs.jsonl", MARKED / "corpus.docs.jsonl"]


def tallywire(*arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pipeline", *(str(a) for a in arguments)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def test_no_score_falls_below_its_floor(tmp_path: Path) -> None:
    run = tallywire("run", *ARTICLES, "--out", tmp_path / "out")
    assert run.returncode == 0, run.stderr
    docs = [part for path in DOCS for part in ("--docs", path)]
    floors = ("--floors", ROOT / "tests" / "floors.toml")
    judged = tallywire("evaluate", *GOLD, *docs, "--out", tmp_path / "out", *floors, "--json")
    assert judged.returncode == 0, judged.stderr


def test_a_floor_that_is_not_reached_is_told(tmp_path: Path) -> None:
    floors = tmp_path / "floors.toml"
    floors.write_text('["gold+gold+corpus.gold"]\nfigure_f1 = 1.0\n', encoding="utf-8")
    articles = tmp_path / "none"
    articles.mkdir()
    (articles / "empty-of-figures.txt").write_text("Nothing was said of any election here today.\n", encoding="utf-8")
    assert tallywire("run", articles, "--out", tmp_path / "out").returncode == 0
    judged = tallywire("evaluate", *GOLD, "--out", tmp_path / "out", "--floors", floors, "--json")
    assert judged.returncode == 1
    assert "figure_f1" in judged.stderr
