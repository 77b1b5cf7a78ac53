"""`tallywire export`: the tables in other forms, for spreadsheets, scripts, databases and annotation."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from pipeline.commands.stored import Stored
from pipeline.commands.terminal import busy
from pipeline.exporting.sheet import Sheet
from pipeline.running.errors import RunError, UsageError
from pipeline.tabling.schemas import TABLES, labelled

# Imported when asked for: each form needs its own library, and most runs none of them.
_FORMS = {
    "csv": "pipeline.exporting.text_files:write_csv",
    "xlsx": "pipeline.exporting.workbook:write_xlsx",
    "jsonl": "pipeline.exporting.text_files:write_jsonl",
    "duckdb": "pipeline.exporting.duckdb_file:write_duckdb",
    "sqlite": "pipeline.exporting.sqlite_file:write_sqlite",
    "prodigy": "pipeline.exporting.prodigy:write_prodigy",
}
_NOT_WIDE = ("prodigy",)


def export(out: Path, form: str | None, to: Path | None, wide: bool = False) -> Path:
    """Write all tables as `form` into the folder `to` (None: export/<form> in `out`); return what was written.

    With `wide` the one table of elections and contestants, as CSV where no form is given. Raises UsageError for
    an unknown form or one whose library is not installed, RunError where the disk refuses.
    """
    form = form or ("csv" if wide else "")
    if form not in _FORMS or (wide and form in _NOT_WIDE):
        forms = ", ".join(name for name in _FORMS if not (wide and name in _NOT_WIDE))
        raise UsageError(f"--format {form}: no such format; the formats are {forms}")
    stored = Stored(out)
    folder = to or out / "export" / ("wide" if wide else form)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with busy(f"writing {folder}"):
            return _work(form)(_wide(stored) if wide else _all(stored), folder)
    except OSError as error:
        place, why = error.filename or folder, error.strerror or error
        raise RunError(f"{place}: cannot write ({why}); choose another folder with --to") from None
    except ImportError as error:
        raise UsageError(
            f"--format {form}: needs {error.name}; install it with: pip install 'tallywire[export]'"
        ) from None


def _work(form: str) -> Callable[[Sequence[Sheet], Path], Path]:
    module, _, name = _FORMS[form].partition(":")
    work: Callable[[Sequence[Sheet], Path], Path] = getattr(importlib.import_module(module), name)
    return work


def _all(stored: Stored) -> list[Sheet]:
    return [Sheet(labelled(table, stored.labels), partial(stored.rows, table.name)) for table in TABLES]


def _wide(stored: Stored) -> list[Sheet]:
    from pipeline.exporting.wide import WIDE, wide_rows

    return [Sheet(WIDE, lambda: wide_rows(stored.facts.values(), stored.claims.values()))]
