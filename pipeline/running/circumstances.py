"""All that the reading of an article depends on besides the article, in one name."""

from __future__ import annotations

import dataclasses
import json
from dataclasses import dataclass

from pipeline.running import versions
from pipeline.running.models import ModelStamp
from pipeline.running.worker import Setup


@dataclass(frozen=True, slots=True)
class Circumstances:
    """How to read an article now, and the name of all that its extraction depends on."""

    name: str
    setup: Setup


def circumstances(setup: Setup, config_digest: str, model: ModelStamp) -> Circumstances:
    """Name the code, configuration, model and libraries that an extraction depends on: a change of any reads anew."""
    libraries = versions.library_versions()
    made_by = {
        "product": versions.product_version(),
        "code": versions.code_digest(versions.READS_ARTICLES),
        "configuration": config_digest,
        "model": dataclasses.asdict(model),
        "libraries": {name: libraries.get(name) for name in ("spacy", "thinc", "numpy")},
        "stages": [stage.work for stage in setup.stages],
    }
    return Circumstances(json.dumps(made_by, sort_keys=True), setup)


def differences(name: str, other: str) -> list[str]:
    """Return what differs between two names of circumstances, such as "code" or "model", in order."""
    one, two = json.loads(name), json.loads(other)
    return sorted(key for key in one.keys() | two.keys() if one.get(key) != two.get(key))
