"""What the fork server imports before workers are forked off it: spaCy once, and not once a worker."""

from __future__ import annotations

import contextlib
import importlib
import os

os.environ["OPENBLAS_NUM_THREADS"] = "1"
with contextlib.suppress(ImportError):  # the worker itself says what is missing, in a place where it is heard
    importlib.import_module("spacy")
