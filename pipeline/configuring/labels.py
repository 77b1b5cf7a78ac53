"""What a measure is called in a sentence: its label, with the unit of land where it has one."""

from __future__ import annotations

import re
from collections.abc import Mapping

AREA = "area"  # in configs/measures/ this unit stands for every unit of land, and in a label "areas" does
_AREAS = re.compile(r"\bareas\b")


def measure_words(labels: Mapping[str, str], measure: str, unit: str = "") -> str:
    """Return the measure as it reads inside a sentence: "share of the vote", of provinces "provinces led",
    a record "record of turnout".

    `labels` gives each measure's label by its id; a measure without one, as in tables of an older version, is put
    in the words of its id.
    """
    label = labels.get(measure)
    if not label:
        return measure.replace("_", " ")
    # A label begins with a capital; one that is all capitals is an acronym and stays as it is.
    words = label if label[1:2].isupper() else label[0].lower() + label[1:]
    if unit in labels:  # the unit of a record is the measure that it is a record of
        return f"{words} of {measure_words(labels, unit)}"
    return _AREAS.sub(plural_of(unit), words) if unit and unit != AREA else words


def plural_of(unit: str) -> str:
    """Return the plural of a unit's name: "province" -> "provinces", "polling_station" -> "polling stations"."""
    words = unit.replace("_", " ")
    return f"{words[:-1]}ies" if re.search(r"[^aeiou]y$", words) else f"{words}s"
