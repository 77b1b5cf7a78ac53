"""Which spaCy model is meant, told without loading it: a run whose articles are all kept needs no model in memory."""

from __future__ import annotations

import hashlib
import importlib.util
import json
from dataclasses import dataclass
from pathlib import Path

from pipeline.running.errors import UsageError


@dataclass(frozen=True, slots=True)
class ModelStamp:
    """A model's name and version as its own `meta.json` states them, with a digest of that file."""

    name: str
    version: str
    digest: str


def stamp(model: str) -> ModelStamp:
    """Return the stamp of an installed model package or a model folder. Raises UsageError where there is none."""
    path = _meta_of(model)
    if path is None:
        raise UsageError(f"--model {model}: no such spaCy model or model folder; install it with pip or name another")
    try:
        content = path.read_bytes()
        meta = json.loads(content)
        name = f"{meta.get('lang', '')}_{meta.get('name', '')}".strip("_")
        return ModelStamp(
            name or model, str(meta.get("version", "unknown")), hashlib.blake2b(content, digest_size=8).hexdigest()
        )
    except (OSError, ValueError, AttributeError) as error:
        raise UsageError(f"{path}: not the description of a spaCy model ({error}); name another with --model") from None


def _meta_of(model: str) -> Path | None:
    # In spaCy's own order: an installed package first, then a folder of that name.
    package = model.replace("-", "_")
    try:
        spec = importlib.util.find_spec(package) if package.isidentifier() else None
    except (ImportError, ValueError):
        spec = None
    places = [Path(place) for place in (spec.submodule_search_locations or ())] if spec else []
    return next((place / "meta.json" for place in (*places, Path(model)) if (place / "meta.json").is_file()), None)
