"""The README's questions are asked of the sample articles: pandas and SQL agree, and the answers look as shown.

Figures change as reading gets better, so the answers shown are compared by their columns, not by their numbers.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from readme import HEADINGS, README, blocks, printed, section

import pipeline.component  # noqa: F401 - in a checkout that is not installed, no entry point names the component
from pipeline.cli import main

ROOT = README.parent


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tables of the sample articles, and the wide table."""
    out = tmp_path_factory.mktemp("sample") / "outputs"
    for arguments in (["run", str(ROOT / "corpus"), "--workers", "1"], ["export", "--wide"]):
        with pytest.raises(SystemExit) as ended:
            main([*arguments, "--out", str(out)])
        assert not ended.value.code
    return out


def asked(heading: str) -> list[str]:
    return blocks(section(heading, README.read_text(encoding="utf-8")))


def plain(frame: Any) -> list[list[str]]:
    """A frame's cells as text: pandas and DuckDB differ in the types of their numbers only."""
    return [
        [str(float(c)) if isinstance(c, (int, float)) else str(c) for c in row]
        for row in frame.astype(object).to_numpy()
    ]


def test_pandas_and_sql_give_the_same_answers_with_the_columns_shown(sample: Path) -> None:
    pytest.importorskip("duckdb", reason="the export extra is not installed")
    names: dict[str, Any] = {}
    answers, pending = 0, ""
    for block in asked(HEADINGS[0]):
        if pending:  # the block after one that prints is what it printed
            assert block.splitlines()[0].split() == pending.splitlines()[0].split()
            pending = ""
            continue
        names.pop("by_sql", None)
        pending = printed(block, names, sample)
        if "by_sql" in names:
            by_pandas, by_sql = names["by_pandas"], names["by_sql"]
            assert list(by_pandas.columns) == list(by_sql.columns)
            assert plain(by_pandas) == plain(by_sql) and len(by_sql) > 3
            answers += 1
    assert answers == 3 and not pending
    assert len(names["czech"]) > 3


def test_the_pipeline_shown_reads_what_is_shown() -> None:
    code, shown, settings = asked(HEADINGS[1])
    assert printed(code, {}, Path("outputs")) == shown
    assert settings.splitlines()[0] == "[components.tallywire]"


def test_the_settings_shown_are_those_there_are() -> None:
    from spacy.language import Language

    settings = [line.split(" = ")[0] for line in asked(HEADINGS[1])[2].splitlines()[1:]]
    there = Language.get_factory_meta("tallywire").default_config if Language.has_factory("tallywire") else {}
    assert settings == ["factory", *there]


def test_every_form_of_export_is_told_of() -> None:
    from pipeline.commands.export import _FORMS

    text = section(HEADINGS[0], README.read_text(encoding="utf-8"))
    assert [line.split("`")[1] for line in text.splitlines() if line.startswith("| `")] == list(_FORMS)
