"""`tallywire doctor`: what is installed, which model, and whether tables, offsets and kept results are sound."""

from __future__ import annotations

import platform
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from pipeline.commands.run import DEFAULT_MODEL, folder_of_configs
from pipeline.commands.soundness import Check, State, check_cache, check_tables
from pipeline.commands.terminal import Printer
from pipeline.commands.wording import plural
from pipeline.configuring.configuration import Configuration
from pipeline.configuring.examples import load_examples
from pipeline.configuring.strict import ConfigError
from pipeline.running import models
from pipeline.running.errors import RunError, UsageError
from pipeline.running.stage_work import work_of
from pipeline.running.versions import product_version
from pipeline.stages import STAGES

REQUIRED = (
    "spacy",
    "dateparser",
    "pandas",
    "pyarrow",
    "typer",
    "rich",
    "rapidfuzz",
    "trafilatura",
    "lxml",
    "warcio",
    "jinja2",
)
OPTIONAL = ("duckdb", "openpyxl")  # of the extra `export`
# Read with the model at hand: a sentence whose one figure any sound installation reads.
SENTENCE = "Turnout in the election was 44.5 percent."
FIGURE = ("turnout", 44.5)
_MARKS = {"ok": ("ok  ", "green"), "note": ("note", "yellow"), "bad": ("BAD ", "bold red")}


@dataclass(frozen=True, slots=True)
class Wish:
    """What to look at: the output folder, configuration and model as given, and the articles behind the tables."""

    out: Path
    config: Path | None = None
    model: str | None = None
    articles: tuple[str, ...] = ()


def doctor(wish: Wish) -> None:
    """Print each check as it is made. Raises RunError where something is wrong, so that scripts can tell."""
    printer = Printer()
    wrong = 0
    for check in checks(wish):
        mark, style = _MARKS[check.state]
        printer.pieces([(mark, style), (f" {check.what}", "")])
        if check.mend:
            printer.line(check.mend, style="dim", indent=7)
        wrong += check.state == "bad"
    if wrong:
        raise RunError(f"{plural(wrong, 'check')} failed; the line under each says what to do")


def checks(wish: Wish) -> Iterator[Check]:
    """Give all checks: the installation first, then the tables and what was kept."""
    state: State = "ok" if sys.version_info >= (3, 11) else "bad"
    yield Check(state, f"Python {platform.python_version()}, tallywire {product_version()}")
    yield from libraries()
    config = None
    try:
        folder = folder_of_configs(wish.config)
        config = work_of(STAGES, "configuring")(folder)
        parties = len(config.parties.by_country)
        examples = sum(map(len, load_examples(folder).values()))  # no run reads them, so nothing else would say
        counts = f"{len(config.measures.by_id)} measures, parties of {parties} countries, {examples} examples of lists"
        yield Check("ok", f"configuration {folder}: {counts}")
    except (ConfigError, UsageError) as error:
        what, _, mend = str(error).rpartition("; ")
        yield Check("bad", what or str(error), mend)
    yield _model(wish.model or DEFAULT_MODEL, config)
    yield _component()
    yield from check_tables(wish.out, _texts(wish, config))
    yield from check_cache(wish.out)


def libraries() -> Iterator[Check]:
    """Give one check for the libraries that are needed and one for those of extras."""
    needed = {name: _version(name) for name in REQUIRED}
    missing = [name for name, version in needed.items() if version is None]
    there = ", ".join(f"{name} {version}" for name, version in needed.items() if version)
    yield Check("ok", there)
    if missing:
        yield Check("bad", f"missing: {', '.join(missing)}", f"pip install {' '.join(missing)}")
    extras = {name: _version(name) for name in OPTIONAL}
    for name, version in extras.items():
        if version is None:
            yield Check("note", f"{name} is not installed", "pip install 'tallywire[export]' for all forms of export")
        else:
            yield Check("ok", f"{name} {version}")


def _version(name: str) -> str | None:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None


def _model(name: str, config: Configuration | None) -> Check:
    """Read one sentence with the model: that it is installed does not say that it works."""
    from pipeline.annotating.model import ModelError
    from pipeline.commands.parse import read_text

    try:
        stamp = models.stamp(name)
        what = f"model {stamp.name} {stamp.version}"
        if config is None:
            return Check("note", f"{what}: not tried without a configuration")
        _, found = read_text(SENTENCE, config, name)
    except (UsageError, ModelError) as error:
        what, _, mend = str(error).rpartition("; ")
        return Check("bad", what, mend)
    except Exception as error:  # whatever a model of another version raises belongs into the report
        return Check("bad", f"{what} does not work ({type(error).__name__}: {error})", "install the model again")
    if (*FIGURE,) in [(claim.measure, claim.quantity.value) for claim in found.claims]:
        return Check("ok", f"{what} reads a sentence as it should")
    return Check("bad", f"{what} does not read {SENTENCE!r}", "take the usual model, or mend the configuration")


def _component() -> Check:
    names = {point.name for point in metadata.entry_points(group="spacy_factories")}
    if "tallywire" in names:
        return Check("ok", "spaCy knows the component tallywire")
    return Check(
        "note",
        "spaCy does not know the component tallywire by itself",
        "import pipeline.component before add_pipe, or install tallywire: pip install -e .",
    )


def _texts(wish: Wish, config: Configuration | None) -> dict[str, str] | None:
    """Return the texts of the articles: of those named; None where none are."""
    if wish.articles and config is not None:
        from pipeline.reading.drafts import ReadingError

        try:
            readings = work_of(STAGES, "reading")(list(wish.articles), config.reading)
        except ReadingError as error:
            raise UsageError(str(error)) from None
        return {reading.article_id: reading.article.text for reading in readings if reading.article is not None}
    return None
