"""From a verb up to those that it hangs on."""

from __future__ import annotations

from pipeline.extracting.scene import Scene

_HUNG = ("xcomp", "acomp", "conj")


def climbed(scene: Scene, verb: int) -> list[int]:
    """Word `verb` and the verbs it hangs on, upwards: "was set | to be the biggest", "is led and expected | to be"."""
    verbs = [verb]
    while scene.deps[verbs[-1]] in _HUNG and scene.heads[verbs[-1]] not in verbs:
        verbs.append(scene.heads[verbs[-1]])
    return verbs
