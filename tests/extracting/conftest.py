"""What the tests of reading share: the configuration, the real model, and texts made into scenes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from pipeline.annotating.annotate import Annotator
from pipeline.configuring.configuration import Configuration, load
from pipeline.configuring.statements import Statements, load_statements
from pipeline.extracting.extract import Extractor
from pipeline.extracting.scene import Scene
from pipeline.types import Article, Claim

CONFIGS = Path(__file__).parents[2] / "configs"

Stage = Callable[[str], list[Scene]]
ClaimsOf = Callable[[Sequence[str]], dict[str, tuple[Claim, ...]]]


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


@pytest.fixture(scope="session")
def claims_of(config: Configuration) -> ClaimsOf:
    """A function that returns the claims read in each text, every text an article of its own."""
    annotator, extractor = Annotator(None, config), Extractor(config)

    def read(texts: Sequence[str]) -> dict[str, tuple[Claim, ...]]:
        articles = [Article(f"a{n}", f"a{n}.txt", text) for n, text in enumerate(texts)]
        return {doc.article.text: extractor.extract(doc).claims for doc in annotator.annotate(articles)}

    return read
