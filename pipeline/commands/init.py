"""`tallywire init`: a folder to begin in, with a configuration of one's own."""

from __future__ import annotations

import shutil
from pathlib import Path

from pipeline.commands import decide
from pipeline.configuring.folder import configs_folder
from pipeline.configuring.strict import ConfigError
from pipeline.reading.manifest import COLUMNS as MANIFEST
from pipeline.running.errors import RunError, UsageError

NEW_COUNTRY = "XX"
_COUNTRY = """\
# Source: say here where the facts below come from; the first line must begin so.
# An empty country file: copy it to NZ.csv (the ISO 3166-1 code of your country) and add a line a party.
# A country whose file is there already, as IQ.csv, needs none: add to that.
# name: the fullest English name. kind: party, alliance or bloc. acronyms, aliases: other names, a | between two.
# members: of an alliance, names of parties in this file. leaders: Jane Poole 2015-2020|Sam Reed 2020-
# from, to: first and last year.
# An example, without the sign at its beginning:
# Harvest Alliance,alliance,HA,Harvest list|the Harvesters,Orchard Party|Meadow Party,Jane Poole 2015-2020,2015,
name,kind,acronyms,aliases,members,leaders,from,to
"""
_README = """\
# Where to begin

1. Put articles into `articles/` (text, HTML, JSON, CSV, Parquet, feeds, WARC). `articles/manifest.csv` says when and
   where each was published, a line a file: `ministry.txt,2021-10-10,Harbour Courier,Turnout falls,`
2. `tallywire run articles --config configs` reads them; the tables lie in `outputs/current/`.
3. Open `outputs/report.html`: the conflicts, worst first, and all else on a page. `tallywire audit` prints them.
   `tallywire serve --decisions configs/decisions.csv` shows the same page and keeps what you decide in it.
4. `tallywire doctor --config configs --articles articles` says whether all is sound.

Run these commands in this folder. `configs/` is a copy of the installed configuration: words, names, measures,
tolerances, each file with a comment that says what it is. Change what you like; a mistake is named with its file.

- `configs/parties/XX.csv`: an empty country file, to copy for a country of your own.
- `configs/decisions.csv`: what people decided. `tallywire decide ... --decisions configs/decisions.csv` adds to it.
"""


def init(folder: Path) -> list[tuple[Path, str]]:
    """Set up `folder`, which must be new or empty; return what lies in it, each with what it is.

    Raises UsageError for a folder that holds something, RunError where it cannot be written.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError(f"{folder}: holds something already; name a new or empty folder")
    try:
        source = configs_folder()
    except ConfigError as error:
        raise UsageError(str(error)) from None
    beside = folder / ".beginning"
    try:
        _fill(beside, source)
        for path in sorted(beside.iterdir()):
            path.rename(folder / path.name)
        beside.rmdir()
    except OSError as error:
        shutil.rmtree(beside, ignore_errors=True)  # an interrupted start leaves no half of a configuration
        place, why = error.filename or folder, error.strerror or error
        raise RunError(f"{place}: cannot write ({why}); name another folder") from None
    return [
        (folder / "README.md", "where to begin"),
        (folder / "articles", "put articles here, and a line each into manifest.csv"),
        (folder / "configs", "the configuration, to be changed as you like"),
        (folder / "configs" / "parties" / f"{NEW_COUNTRY}.csv", "an empty country file"),
        (folder / "configs" / "decisions.csv", "decisions that every run applies"),
    ]


def _fill(folder: Path, source: Path) -> None:
    configs = folder / "configs"
    shutil.copytree(source, configs, ignore=shutil.ignore_patterns("decisions.csv", ".*"))
    (configs / "parties" / f"{NEW_COUNTRY}.csv").write_text(_COUNTRY, encoding="utf-8")
    decide.write_decisions(configs / "decisions.csv", [])
    (folder / "articles").mkdir()
    (folder / "articles" / "manifest.csv").write_text(",".join(MANIFEST) + "\n", encoding="utf-8")
    (folder / "README.md").write_text(_README, encoding="utf-8")
