"""What the fork server imports before workers are forked off it: spaCy and the stages once, and not once a worker."""

from __future__ import annotations

import contextlib
import importlib
import os

from pipeline.stages import STAGES

_IN_WORKERS = ("configuring", "annotating", "extracting")

os.environ["OPENBLAS_NUM_THREADS"] = "1"
with contextlib.suppress(ImportError):  # the worker itself says what is missing, in a place where it is heard
    importlib.import_module("spacy")
    for stage in STAGES:
        if stage.name in _IN_WORKERS:
            importlib.import_module(stage.work.partition(":")[0])
