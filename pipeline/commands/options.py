"""Options that several commands share."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class Engine(StrEnum):
    """Who carries articles to the work."""

    local = "local"
    spark = "spark"


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
EngineName = Annotated[Engine, typer.Option("--engine", help="Processes of this machine, or Apache Spark.")]
SparkMaster = Annotated[
    str | None,
    typer.Option("--spark-master", metavar="URL", help="Such as spark://HOST:7077; else what Spark's settings say."),
]
OUTPUTS = Path("outputs")
