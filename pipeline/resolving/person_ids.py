"""The ids that a personal name would have on its own, by which people's decisions hold whatever articles come."""

from __future__ import annotations

from pipeline.resolving.names import PersonName
from pipeline.resolving.registry import identify
from pipeline.resolving.tools import Tools


def sound_of(name: PersonName, tools: Tools) -> str:
    """How first and last name sound: the same for all spellings and with or without middle names."""
    words = (name.words[0], name.words[-1])
    return "|".join("/".join(sorted(tools.folder.bones(word))) for word in words) + f"|{name.suffix or ''}"


def parted(first: PersonName, second: PersonName, tools: Tools) -> bool:
    """Say whether a person decided that two full names are not one, by their entities or by entity and print."""
    if not tools.decided.apart:
        return False
    ones, twos = _ids(first, tools), _ids(second, tools)
    return tools.decided.parts(ones, twos, second.key) or tools.decided.parts(twos, ones, first.key)


def _ids(name: PersonName, tools: Tools) -> tuple[str, ...]:
    sound = sound_of(name, tools)
    return identify("person", sound), identify("person", f"{sound} {name.key}")
