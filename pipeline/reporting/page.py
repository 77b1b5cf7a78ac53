"""The reporting stage: one self-contained page from the tables of a run. It asks the network for nothing."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from pipeline.reporting.content import Tables, blocks, read_tables
from pipeline.reporting.encoding import script_pieces

PAGE = "report.html"
# In the order in which one uses what another says.
SCRIPTS = (
    "dom.js",
    "words.js",
    "data.js",
    "state.js",
    "windowing.js",
    "scales.js",
    "plots.js",
    "decisions.js",
    "stacked.js",
    "evidence.js",
    "filters.js",
    "deciding.js",
    "conflicts.js",
    "figures.js",
    "elections.js",
    "marking.js",
    "articles.js",
    "decided.js",
    "app.js",
)
STYLES = ("page.css", "parts.css")


@dataclass(frozen=True, slots=True)
class Server:
    """What the page must know to hand decisions to `tallywire serve`: the word that lets it in."""

    token: str


def write_report(folder: Path) -> None:
    """Write `report.html` into the run's folder, beside its tables; the same tables give the same bytes.

    Raises OSError where the disk refuses, OSError or pyarrow.ArrowException for a damaged table.
    """
    # Beside the folder, not in it: whoever reads the folder meanwhile sees the old page or the new one.
    beside = folder.parent / f".{folder.name}.{PAGE}"
    try:
        with beside.open("w", encoding="utf-8", newline="") as file:
            file.writelines(_pieces(read_tables(folder), None))
        beside.replace(folder / PAGE)
    finally:
        beside.unlink(missing_ok=True)


def render(tables: Tables, server: Server | None = None) -> str:
    """Return the page. `server` is given where the page is served and its decisions are to be handed over."""
    return "".join(_pieces(tables, server))


def _pieces(tables: Tables, server: Server | None) -> Iterator[str]:
    """The page piece by piece: all its data as one text would take as much memory again as the data."""
    script = "(() => {\n'use strict';\n" + "\n".join(_asset(name) for name in SCRIPTS) + "\n})();"
    style = "\n".join(_asset(name) for name in STYLES)
    data = blocks(tables) | ({"server": {"token": server.token}} if server else {})
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    yield from environment.from_string(_asset("page.html.j2")).generate(
        policy=policy(script, style, served=server is not None),
        script=Markup(script),  # our own files, no data in them
        style=Markup(style),
        blocks=((name, map(Markup, script_pieces(data.pop(name)))) for name in list(data)),
    )


def policy(script: str, style: str, *, served: bool) -> str:
    """Return the Content-Security-Policy: this script and this style only, no network but the page's own server."""
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src {_hash(script)}",
            f"style-src {_hash(style)}",
            f"connect-src {chr(39)}self{chr(39)}" if served else "connect-src 'none'",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _hash(text: str) -> str:
    digest = base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
    return f"'sha256-{digest}'"


def _asset(name: str) -> str:
    return resources.files("pipeline.reporting").joinpath("assets", name).read_text(encoding="utf-8")
