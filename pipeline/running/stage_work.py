"""Finding the function of a stage by its name in the stage list."""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Callable, Sequence
from typing import Any

from pipeline.stages import Stage


def work_of(stages: Sequence[Stage], name: str) -> Callable[..., Any]:
    """Import and return the function that does the stage `name`. Raises KeyError for a name not in the list."""
    module, _, function = _named(stages, name).work.partition(":")
    work: Callable[..., Any] = getattr(importlib.import_module(module), function)
    return work


def is_there(stages: Sequence[Stage], name: str) -> bool:
    """Say whether the stage's module is installed: the page, for one, can be left out of a small installation."""
    return importlib.util.find_spec(_named(stages, name).work.partition(":")[0]) is not None


def _named(stages: Sequence[Stage], name: str) -> Stage:
    return {stage.name: stage for stage in stages}[name]
