"""The fuzzer itself: python tests/fuzz/fuzz.py readers|quantities [libFuzzer's options] [folder of inputs].

`make fuzz` runs it for long. An input that breaks something is written as crash-<hash> into the folder given with
-artifact_prefix=; add it to the seeds together with the mend.
"""

from __future__ import annotations

import logging
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import atheris

sys.path.insert(0, str(Path(__file__).parent))
with atheris.instrument_imports(include=["pipeline", "invariants"]):
    import invariants
import seeds


def main(arguments: Sequence[str]) -> None:
    """Fuzz one target from its seeds; ends the process."""
    if len(arguments) < 2 or arguments[1] not in invariants.TARGETS:
        raise SystemExit(f"name what to fuzz: {' or '.join(invariants.TARGETS)}")
    logging.disable(logging.CRITICAL)  # libraries complain of every input
    target = arguments[1]
    with tempfile.TemporaryDirectory() as folder:
        for number, seed in enumerate(seeds.SEEDS[target]):
            (Path(folder) / f"seed{number:03}").write_bytes(seed)
        options = [arguments[0], "-max_len=4096", "-timeout=30", *arguments[2:], folder]
        atheris.Setup(options, invariants.TARGETS[target])
        atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv)
