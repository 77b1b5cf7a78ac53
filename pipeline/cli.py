"""The command line: what each command takes. What it does stands in `pipeline/commands/`, one module a command.

A command's module is imported when the command is called, so that `--help`, `audit` and `show` start at once.
"""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from pipeline.commands.options import OUTPUTS, Config, Engine, EngineName, ModelName, Out, SparkMaster
from pipeline.configuring.strict import ConfigError
from pipeline.running.errors import RunError, UsageError

app = typer.Typer(
    name="tallywire",
    help="What news articles say about elections, in one table, and where they disagree.",
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

INTERRUPTED = 130


def _version(wanted: bool) -> None:
    if wanted:
        from pipeline.running.versions import product_version

        print(f"tallywire {product_version()}")
        raise typer.Exit


@app.callback()
def _main(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and end.")
    ] = False,
) -> None:
    pass


@app.command("run")
def _run(  # noqa: PLR0913, PLR0917 - one parameter an option
    articles: Annotated[
        list[str], typer.Argument(metavar="ARTICLES...", help="Folders and files; - takes a list from stdin.")
    ],
    out: Annotated[Path, typer.Option("--out", metavar="FOLDER", help="Where the tables go.")] = OUTPUTS,
    config: Config = None,
    workers: Annotated[int | None, typer.Option("--workers", min=1, help="Processes; all cores if not given.")] = None,
    model: ModelName = None,
    keep: Annotated[int, typer.Option("--keep", min=1, help="How many runs stay readable.")] = 5,
    decisions: Annotated[
        Path | None, typer.Option("--decisions", metavar="FILE", help="Decisions instead of the configuration's.")
    ] = None,
    engine: EngineName = Engine.local,
    spark_master: SparkMaster = None,
) -> None:
    """Read articles and publish the tables: the main job. Goes on from what was read before."""
    from pipeline.commands.run import Options, run_command

    run_command(tuple(articles), Options(out, config, workers, model, keep, decisions, engine, spark_master))


@app.command("audit")
def _audit(  # noqa: PLR0913, PLR0917 - one parameter an option
    out: Out = OUTPUTS,
    kind: Annotated[
        str | None, typer.Option("--kind", help="value, revision, bound, sum, rank, record, attribute.")
    ] = None,
    measure: Annotated[str | None, typer.Option("--measure", help="Conflicts of this measure, such as seats.")] = None,
    country: Annotated[str | None, typer.Option("--country", help="Elections of this country, such as IQ.")] = None,
    limit: Annotated[int | None, typer.Option("--limit", min=0, help="Show at most so many.")] = None,
    everything: Annotated[bool, typer.Option("--all", help="Show revisions too.")] = False,
) -> None:
    """Show the conflicts, worst first, with both sentences."""
    from pipeline.commands.audit import Filter, audit

    audit(out, Filter(kind, measure, country, everything), limit)


@app.command("show")
def _show(
    wanted: Annotated[str, typer.Argument(metavar="ID", help="An id, or how it begins.")], out: Out = OUTPUTS
) -> None:
    """Show a fact, claim, conflict, entity, article or contest with its evidence."""
    from pipeline.commands.show import show

    show(wanted, out)


@app.command("export")
def _export(
    form: Annotated[str | None, typer.Option("--format", help="csv, xlsx, jsonl, duckdb, sqlite or prodigy.")] = None,
    out: Out = OUTPUTS,
    to: Annotated[
        Path | None, typer.Option("--to", metavar="FOLDER", help="Where to; export/ in --out if not given.")
    ] = None,
    wide: Annotated[
        bool, typer.Option("--wide", help="Only one table: a row an election and party or candidate.")
    ] = False,
) -> None:
    """Write the tables in another form."""
    from pipeline.commands.export import export

    print(export(out, form, to, wide))


@app.command("parse")
def _parse(
    text: Annotated[str | None, typer.Argument(help="A sentence or more; standard input if not given.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,
    config: Config = None,
    model: ModelName = None,
) -> None:
    """Show what is read in a text, and by which rule."""
    from pipeline.commands.parse import parse

    parse(text, as_json, config, model)


@app.command("match-names")
def _match_names(
    pairs: Annotated[Path, typer.Argument(metavar="FILE.csv", help="A CSV file with columns name1, name2 and kind.")],
) -> None:
    """Say of each pair of names whether they would be one entity, and why."""
    from pipeline.commands.match_names import match_names

    match_names(pairs, sys.stdout)


@app.command("decide")
def _decide(  # noqa: PLR0913, PLR0917 - one parameter an option
    kind: Annotated[
        str | None, typer.Argument(help="same, different, contest, drop, real, not_conflict or prefer.")
    ] = None,
    first: Annotated[str | None, typer.Argument(metavar="ID", help="What is decided about.")] = None,
    second: Annotated[str, typer.Argument(metavar="[ID]", help="The other entity, the contest, the claim.")] = "",
    note: Annotated[str, typer.Option("--note", help="Why.")] = "",
    decisions: Annotated[Path | None, typer.Option("--decisions", metavar="FILE", help="The decisions file.")] = None,
    out: Out = OUTPUTS,
    listed: Annotated[bool, typer.Option("--list", help="Show the decisions.")] = False,
    undo: Annotated[int | None, typer.Option("--undo", metavar="N", help="Take the Nth decision back.")] = None,
) -> None:
    """Keep a decision that every run applies, show the decisions, or take one back."""
    from pipeline.commands import decide

    path = decide.decisions_file(decisions)
    if undo is not None:
        decide.undo(undo, path)
    elif listed:
        decide.show_decisions(path)
    elif kind is None or first is None:
        raise UsageError("a decision needs its kind and an id: tallywire decide same ID ID, or --list")
    else:
        decide.decide((kind, first, second, note), out, path)


@app.command("evaluate")
def _evaluate(  # noqa: PLR0913, PLR0917 - one parameter an option
    gold: Annotated[list[Path], typer.Argument(metavar="GOLD...", help="Files of marks, JSON Lines.")],
    out: Out = OUTPUTS,
    docs: Annotated[list[Path] | None, typer.Option("--docs", help="Names the articles read for the marks.")] = None,
    show: Annotated[int, typer.Option("--show", min=0, help="Show so many misses and errors of each sort.")] = 10,
    as_json: Annotated[bool, typer.Option("--json", help="The figures only, as JSON.")] = False,
    floors: Annotated[Path | None, typer.Option("--floors", metavar="FILE", help="Scores not to fall below.")] = None,
    raise_: Annotated[bool, typer.Option("--raise", help="Raise the floors to what was reached.")] = False,
    lower: Annotated[bool, typer.Option("--lower", help="Set the floors to what was reached, also lower.")] = False,
    calibrate: Annotated[
        Path | None, typer.Option("--calibrate", metavar="FILE", help="Write each rule's precision.")
    ] = None,
) -> None:
    """Precision and recall against marked-up articles."""
    from pipeline.commands.evaluate import Wish, evaluate

    if (raise_ or lower) and floors is None:
        raise UsageError("--raise and --lower need the floors file; name it with --floors")
    move = "lower" if lower else "raise" if raise_ else ""
    evaluate(tuple(gold), tuple(docs or ()), out, Wish(show, as_json, floors, move, calibrate))


@app.command("report")
def _report(out: Out = OUTPUTS) -> None:
    """Write the page of the tables anew."""
    from pipeline.commands.report import report

    print(report(out))


@app.command("serve")
def _serve(
    out: Out = OUTPUTS,
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="A free one if not given.")] = 0,
    decisions: Annotated[Path | None, typer.Option("--decisions", metavar="FILE", help="The decisions file.")] = None,
) -> None:
    """Show the page on this machine; each decision goes into the decisions file."""
    from pipeline.commands.decide import decisions_file
    from pipeline.commands.serve import serve

    serve(out, port, decisions_file(decisions))


@app.command("init")
def _init(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="A folder that is new or empty.")],
) -> None:
    """Set up a folder to begin in: articles, a configuration of your own, decisions."""
    from pipeline.commands.init import init

    for path, what in init(folder):
        print(f"{path}: {what}")


@app.command("doctor")
def _doctor(
    out: Out = OUTPUTS,
    config: Config = None,
    model: ModelName = None,
    articles: Annotated[
        list[str] | None, typer.Option("--articles", metavar="PATH", help="The articles that the tables are of.")
    ] = None,
) -> None:
    """Say what is installed, which model, and whether tables and offsets are sound."""
    from pipeline.commands.doctor import Wish, doctor

    doctor(Wish(out, config, model, tuple(articles or ())))


@app.command("view")
def _view(  # noqa: PLR0913, PLR0917 - one parameter an option
    article: Annotated[str, typer.Argument(metavar="ARTICLE", help="A file with an article, or several.")],
    to: Annotated[
        Path | None, typer.Option("--to", metavar="FILE", help="Where to; view/NAME.html in --out if not given.")
    ] = None,
    out: Out = OUTPUTS,
    serve: Annotated[bool, typer.Option("--serve", help="Show it on loopback and write nothing.")] = False,
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="With --serve; a free one if not given.")] = 0,
    opened: Annotated[bool, typer.Option("--open", help="Open it in the browser.")] = False,
    config: Config = None,
    model: ModelName = None,
) -> None:
    """Show an article with its claims marked, as displaCy draws them."""
    from pipeline.commands.view import Reader, page, view
    from pipeline.commands.viewing import serve_page

    reader = Reader(config, model)
    if serve:
        serve_page(page(article, reader), port)
        return
    written = view(article, to or out / "view" / f"{Path(article).name}.html", reader)
    print(written)
    if opened:
        import webbrowser

        webbrowser.open(written.resolve().as_uri())


def main(arguments: list[str] | None = None) -> None:
    """Run the command line and end the process: 0 done, 1 a failed run, 2 wrong usage, 130 interrupted."""
    # Before a command imports numpy, as pyarrow does: with --workers 1 a second thread of it only waits, at full load.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    if isinstance(sys.stdout, io.TextIOWrapper):  # where a letter cannot be shown its code is, and no traceback
        sys.stdout.reconfigure(errors="backslashreplace")
    sys.exit(_guarded(sys.argv[1:] if arguments is None else arguments))


def _guarded(arguments: list[str]) -> int:
    try:
        command = typer.main.get_command(app)
        code = command.main(arguments or ["--help"], prog_name="tallywire", standalone_mode=False)
        sys.stdout.flush()
    except typer.TyperException as error:  # typer's own: an unknown option, a missing argument
        message = error.format_message() if hasattr(error, "format_message") else str(error)
        return _complain(f"{message.rstrip('.')}; tallywire --help shows what there is", 2)
    except (UsageError, ConfigError) as error:
        return _complain(str(error), 2)
    except RunError as error:
        return _complain(str(error), 1)
    except (KeyboardInterrupt, typer.Abort):
        code = INTERRUPTED
    except (BrokenPipeError, SystemExit):
        # The reader of the pipe (head, less) has seen enough; nothing is wrong. typer makes a SystemExit of it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    if code == INTERRUPTED:  # typer's answer to Ctrl-C, too
        exec("")  # a Ctrl-C inside an exec, as each dataclass made at import is, else ends `python -m` by the signal
        return _complain("interrupted; run again to go on from here", INTERRUPTED)
    return code if isinstance(code, int) else 0


def _complain(message: str, code: int) -> int:
    from pipeline.commands.terminal import clean

    print(f"tallywire: {clean(message)}", file=sys.stderr)
    return code
