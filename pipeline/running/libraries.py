"""What the fork server imports before the workers are forked off it, so that spaCy is imported once and not once a worker."""

from __future__ import annotations

import importlib
import os

os.environ["OPENBLAS_NUM_THREADS"] = "1"
try:
    importlib.import_module("spacy")
except ImportError:  # the worker itself says what is missing, in a place where it is heard
    pass
