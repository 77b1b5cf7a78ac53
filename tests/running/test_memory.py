"""However many articles: never more than a few of them are in memory, nor of what was read in them."""

from __future__ import annotations

import weakref
from pathlib import Path
from typing import Any

import pytest
from helping import make_job

from pipeline.configuring.configuration import load
from pipeline.keeping import Keeper, Named
from pipeline.reading.folder import read_all
from pipeline.reconciling.reconcile import reconcile
from pipeline.resolving.resolve import resolve
from pipeline.running.inputs import articles_of
from pipeline.running.job import run
from pipeline.running.watch import Watch
from pipeline.tabling.rows import Findings
from pipeline.tabling.tables import write_tables
from pipeline.types import Article, Extraction, Reading
from tests.resolving.marked_up import article, claim

CONFIGS = Path(__file__).parents[2] / "configs"
MANY, FEW = 60, 4


class Count:
    """How many are alive, and how many were at the most."""

    def __init__(self) -> None:
        self.now = self.most = 0

    def come(self, thing: object) -> None:
        self.now += 1
        self.most = max(self.most, self.now)
        weakref.finalize(thing, self._go)

    def _go(self) -> None:
        self.now -= 1


def counted(kind: type, count: Count) -> type:
    """The same type, of which it is counted how many there are."""

    class Counted(kind):  # type: ignore[misc,valid-type]
        def __init__(self, *fields: Any) -> None:
            super().__init__(*fields)
            count.come(self)

    return Counted


def test_the_job_never_holds_more_than_a_few_extractions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    count = Count()
    for module in ("records", "extractions"):
        monkeypatch.setattr(f"pipeline.running.{module}.Extraction", counted(Extraction, count))
    job = make_job(tmp_path, articles={f"{n:03}.txt": f"Iraq: Pear List won {n} seats\n" for n in range(MANY)})
    assert run(job, Watch()).computed == MANY
    assert run(job, Watch()).kept == MANY
    assert 0 < count.most <= FEW


def test_the_stages_never_hold_more_than_a_few_articles(tmp_path: Path) -> None:
    config, extractions, articles = load(CONFIGS), Count(), Count()
    made = []
    for n in range(MANY):
        read = article(f"a_{n:03}", f"[person Petra Novotna] and [person Novotna] of [party List {n}] won.", "CZ", 1998)
        made.append(Extraction(read.article_id, read.mentions, (claim(read, f"List {n}"),), read.cues))
    texts = [Article(e.article_id, f"{e.article_id}.txt", "Petra Novotna and Novotna of List won.") for e in made]
    read_type, text_type = counted(Extraction, extractions), counted(Article, articles)
    names = [e.article_id for e in made]
    read_all_of = Named(names, lambda n: read_type(*(getattr(made[n], name) for name in Extraction.__slots__)))
    articles_of_all = Named(names, lambda n: text_type(*(getattr(texts[n], name) for name in Article.__slots__)))
    readings = Named(names, lambda n: Reading(names[n], f"{names[n]}.txt", "read", None, articles_of_all[n]))
    resolved = resolve(articles_of_all, read_all_of, config, tmp_path)
    reconciled = reconcile(articles_of_all, read_all_of, resolved, config.reconciling)
    counts = write_tables(Findings(readings, read_all_of, resolved, reconciled, config.labels), tmp_path)
    assert (counts["articles"], counts["claims"], counts["mentions"]) == (MANY, MANY, 3 * MANY)
    assert 0 < extractions.most <= FEW
    assert 0 < articles.most <= FEW


def test_what_was_read_is_on_disk_and_the_order_is_that_of_the_tables(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for n in range(MANY):
        (tmp_path / "in" / f"{n:03}.txt").write_text(f"Article {n}. " + "word " * 2_000)
    readings = read_all([str(tmp_path / "in")], load(CONFIGS).reading, tmp_path / "out")
    assert isinstance(readings, Named) and (tmp_path / "out").is_dir()
    assert [reading.path for reading in readings] == [f"{n:03}.txt" for n in range(MANY)]
    assert [a.article_id for a in articles_of(readings)] == list(readings.names)
    assert list((tmp_path / "out").iterdir()) == []  # the file has no name: a killed run leaves nothing


def test_what_is_kept_comes_back_as_it_was_however_much_there_is(tmp_path: Path) -> None:
    keeper: Keeper[tuple[int, str]] = Keeper(tmp_path / "later")
    kept = keeper.kept()
    for n in range(2_000):
        keeper.put(f"n{n}", (n, "\ud800" + "é" * n))
        assert kept[n] == kept[-1] == (n, "\ud800" + "é" * n)
    assert list(kept) == [(n, "\ud800" + "é" * n) for n in range(2_000)]
    assert kept.find("n1234") == kept[1234] and kept.find("n2000") is None
    with pytest.raises(IndexError):
        kept[2_000]


def test_nothing_is_touched_before_there_is_much_to_keep(tmp_path: Path) -> None:
    keeper: Keeper[str] = Keeper(tmp_path / "later")
    keeper.put("one", "a little")
    assert list(keeper.kept()) == ["a little"] and not (tmp_path / "later").exists()
