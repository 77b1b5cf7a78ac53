"""The tables of one run, opened for a command that shows them."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import Any

from pipeline.running.errors import UsageError

Row = dict[str, Any]


class Stored:
    """One run's tables, each read when first asked for.

    The link `current` is followed once: whatever is published meanwhile, all rows are of one run.
    """

    def __init__(self, out: Path) -> None:
        """Open `out`, an output folder or the folder of one run. Raises UsageError where there are no tables."""
        for folder in (out / "current", out):
            if (folder / "claims.parquet").is_file():
                self.folder = folder.resolve()
                return
        raise UsageError(f"{out}: no tables here; make them with tallywire run, or name their folder with --out")

    def rows(self, name: str) -> list[Row]:
        """Return the rows of the table `name`. Raises UsageError where the file is damaged."""
        import pyarrow as pa

        from pipeline.tabling.parquet import read

        path = self.folder / f"{name}.parquet"
        try:
            return read(path)
        except (OSError, pa.ArrowException) as error:
            reason = str(error).splitlines()[0]
            raise UsageError(f"{path}: not a readable table ({reason}); run tallywire again") from None

    @cached_property
    def labels(self) -> dict[str, str]:
        """What people read for each measure, by its id; empty for tables of an older version."""
        from pipeline.tabling.package import read_labels

        return read_labels(self.folder)

    @cached_property
    def facts(self) -> dict[str, Row]:
        """Facts by id, in the table's order, like the others below."""
        return {row["fact_id"]: row for row in self.rows("knowledge")}

    @cached_property
    def claims(self) -> dict[str, Row]:
        """Claims by id."""
        return {row["claim_id"]: row for row in self.rows("claims")}

    @cached_property
    def conflicts(self) -> dict[str, Row]:
        """Conflicts by id, worst first."""
        return {row["conflict_id"]: row for row in self.rows("conflicts")}

    @cached_property
    def entities(self) -> dict[str, Row]:
        """Entities by id."""
        return {row["entity_id"]: row for row in self.rows("entities")}

    @cached_property
    def contests(self) -> dict[str, Row]:
        """Contests by id."""
        return {row["contest_id"]: row for row in self.rows("contests")}

    @cached_property
    def articles(self) -> dict[str, Row]:
        """Articles by id."""
        return {row["article_id"]: row for row in self.rows("articles")}
