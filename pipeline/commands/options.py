"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

Out = Annotated[
    Path, typer.Option("--out", metavar="FOLDER", help="The output folder, or the folder of one run in it.")
]
Config = Annotated[
    Path | None,
    typer.Option("--config", metavar="FOLDER", help="A folder of configuration instead of the installed one."),
]
ModelName = Annotated[
    str | None, typer.Option("--model", metavar="NAME", help="An installed spaCy model, or the folder of one.")
]
OUTPUTS = Path("outputs")
