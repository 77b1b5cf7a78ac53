"""Settings of the reading stage: `configs/reading.toml` -> ReadingConfig."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pipeline.configuring.strict import ConfigError, build, read_toml

FORMATS = ("text", "html", "json", "jsonl", "csv", "parquet", "feed", "warc", "gzip")


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is read at most, in bytes, code points (max_chars) or shares; what is above is refused, never cut."""

    max_chars: int
    max_file_bytes: int
    max_document_bytes: int
    max_html_bytes: int
    max_ratio: int
    max_articles: int
    max_control_share: float
    max_foreign_share: float


@dataclass(frozen=True, slots=True)
class FieldNames:
    """Lower-case names under which an article's fields stand in JSON, CSV and Parquet, most trusted first."""

    text: tuple[str, ...]
    title: tuple[str, ...]
    published: tuple[str, ...]
    source: tuple[str, ...]
    url: tuple[str, ...]
    lists: tuple[str, ...]
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HtmlNames:
    """Where an HTML page keeps its article's metadata."""

    article_types: tuple[str, ...]
    published_meta: tuple[str, ...]
    title_meta: tuple[str, ...]
    source_meta: tuple[str, ...]
    url_meta: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DateWords:
    """Month names (lower case -> 1 to 12), the years that a date may have, the words beside a printed one."""

    first_year: int
    last_year: int
    beside: tuple[str, ...]
    months: dict[str, int]


@dataclass(frozen=True, slots=True)
class ReadingConfig:
    """All settings of the reading stage. `formats` maps a format to its endings, `refused` an ending to its reason."""

    not_articles: tuple[str, ...]
    formats: dict[str, tuple[str, ...]]
    refused: dict[str, str]
    limits: Limits
    fields: FieldNames
    html: HtmlNames
    dates: DateWords


def load_reading(folder: Path) -> ReadingConfig:
    """Read `reading.toml` in the configs folder. Raises ConfigError, naming the file and the mend."""
    path = folder / "reading.toml"
    config = build(ReadingConfig, read_toml(path), str(path))
    for name in config.formats:
        if name not in FORMATS:
            raise ConfigError(f"{path}: unknown format {name!r} under [formats]; the formats are {', '.join(FORMATS)}")
    endings = [ending for group in config.formats.values() for ending in group] + list(config.refused)
    for ending in endings:
        if endings.count(ending) > 1:
            raise ConfigError(f"{path}: ending {ending!r} stands twice under [formats] and [refused]; keep one")
    for name, number in config.dates.months.items():
        if not 1 <= number <= 12:
            raise ConfigError(f"{path}: month {name!r} is {number}; give 1 to 12")
    return config
