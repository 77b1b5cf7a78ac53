"""Articles that would harm a careless reader, through the whole job: the page and the exports stay what they are."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pipeline.cli import main

NAME = "=cmd|' ~calc'!A1.txt"
TEXT = """<script>alert(1)</script> =HYPERLINK("http://x.example","click")

BAGHDAD, May 14, 2018 - The </script><img src=x onerror=alert(1)> Fatah Alliance won 47 of the 329 seats in Iraq's \
parliamentary election on May 12, 2018, the commission said.

\u202eThe Fatah Alliance won 48 seats\u202c, +1 \u2066officials\u2069 said. Turnout was 44.5 percent.\x1b[31m

@SUM(A1) said turnout in Iraq's 2018 parliamentary election was 41 percent.\x00\x07 {{ 7*7 }} &lt;b&gt;
"""
PAGE = """<html><head><title>=1+1 <b>x</b></title></head><body><article><h1>=cmd()</h1><p>In Iraq's parliamentary \
election of May 12, 2018 the Fatah Alliance won 49 of the 329 seats, &lt;script&gt;alert(2)&lt;/script&gt; officials \
said. The commission published the results for all provinces of the country on Saturday.</p><p>Turnout in Iraq's 2018 \
election was 39.5 percent, the electoral commission said.</p></article><script>alert(3)</script></body></html>"""
MANIFEST = """path,published,source,title,url
two.html,2018-05-20,"=EVIL()<script>","<img src=x onerror=alert(4)>",javascript:alert(5)
"""
STEERING = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\u202a-\u202e\u2066-\u2069]")
ACTING = "main img, main script, main iframe, main [onerror], main a[href^=javascript]"


def tallywire(*arguments: object) -> None:
    with pytest.raises(SystemExit) as ended:
        main([str(argument) for argument in arguments])
    assert not ended.value.code, arguments


@pytest.fixture(scope="module")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    articles = folder / "articles"
    articles.mkdir()
    for name, text in ((NAME, TEXT), ("two.html", PAGE), ("manifest.csv", MANIFEST)):
        (articles / name).write_text(text, encoding="utf-8")
    tallywire("run", articles, "--out", folder / "outputs", "--workers", 1)
    return folder / "outputs"


def test_no_view_of_the_page_acts_or_asks_for_anything(outputs: Path, opened: Callable[..., Any]) -> None:
    import pyarrow.parquet as pq

    address = (outputs / "report.html").as_uri()
    ids = pq.read_table(outputs / "current" / "articles.parquet")["article_id"].to_pylist()
    conflicts = pq.read_table(outputs / "current" / "conflicts.parquet")["conflict_id"].to_pylist()
    assert len(ids) == 2 and conflicts, "both are read, and there is something to show"
    window = opened()
    views = [f"conflicts&kind=all&open={','.join(conflicts)}", "elections", "figures", "decisions"]
    for view in [*views, *(f"articles&article={name}" for name in ids)]:
        window.go(f"{address}#view={view}")
        window.tab.wait_for_timeout(100)
        assert window.tab.locator(ACTING).count() == 0, view
        assert not STEERING.search(window.tab.evaluate("document.getElementById('main').textContent")), view
    assert window.complaints == []
    assert set(window.requests) <= {address, "about:blank"}


def test_no_cell_of_the_exports_acts_and_the_package_is_valid(outputs: Path, tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl", reason="the export extra is not installed")
    for form in ("csv", "xlsx"):
        tallywire("export", "--format", form, "--out", outputs, "--to", tmp_path)
    cells = []
    for path in tmp_path.glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as stream:
            cells += [cell for row in csv.DictReader(stream) for cell in row.values() if cell]
    acting = [
        cell for cell in cells if re.match(r"[\s\x00-\x20]*[=+\-@]", cell) and not re.fullmatch(r"-?[\d.]+", cell)
    ]
    assert acting == [] and f"'{NAME}" in cells
    assert not [cell for cell in cells if re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", cell)]
    book = openpyxl.load_workbook(tmp_path / "tallywire.xlsx")
    assert "f" not in {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
    frictionless = pytest.importorskip("frictionless", reason="the frictionless validator is not installed")
    for folder in (tmp_path, outputs / "current"):
        assert frictionless.validate(str((folder / "datapackage.json").resolve())).valid
