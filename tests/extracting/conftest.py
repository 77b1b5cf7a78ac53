"""What the tests of reading share: the configuration, the real model, and texts made into scenes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.annotating.annotate import Annotator
from pipeline.configuring.configuration import Configuration, load
from pipeline.configuring.statements import Statements, load_statements
from pipeline.extracting.extract import Extractor
from pipeline.extracting.scene import Scene
from pipeline.types import Article

CONFIGS = Path(__file__).parents[2] / "configs"

Stage = Callable[[str], list[Scene]]


@pytest.fixture(scope="session")
def config() -> Configuration:
    return load(CONFIGS)


@pytest.fixture(scope="session")
def statements() -> Statements:
    return load_statements(CONFIGS)


@pytest.fixture(scope="session")
def stage(config: Configuration) -> Stage:
    """A function that annotates a text with the real model and returns its sentences as scenes."""
    annotator, extractor = Annotator(None, config), Extractor(config)

    def scenes(text: str) -> list[Scene]:
        return extractor.scenes(next(iter(annotator.annotate([Article("a", "a.txt", text)]))))

    return scenes
