"""What a measure is called where people read it: its label, with the unit of land in it."""

from __future__ import annotations

import pytest

from pipeline.configuring.configuration import load
from pipeline.configuring.folder import configs_folder
from pipeline.configuring.labels import measure_words
from pipeline.configuring.measures import load_measures

LABELS = load_measures(configs_folder()).labels


@pytest.mark.parametrize(
    ("measure", "unit", "words"),
    [
        ("seats_majority", "seat", "seats for a majority"),
        ("areas_led", "province", "provinces led"),
        ("areas_led", "county", "counties led"),
        ("areas_reporting", "polling_station", "polling stations reporting"),
        ("areas_led", "area", "areas led"),  # of several units together
        ("areas_led", "", "areas led"),
        ("turnout", "percent", "turnout"),
        ("record", "turnout", "record of turnout"),
        ("record", "vote_share", "record of share of the vote"),
    ],
)
def test_a_measure_reads_as_words_with_its_unit_of_land(measure: str, unit: str, words: str) -> None:
    assert measure_words(LABELS, measure, unit) == words


def test_an_acronym_keeps_its_capitals() -> None:
    assert measure_words({"mps": "MPs elected"}, "mps") == "MPs elected"


def test_a_measure_without_a_label_is_put_in_the_words_of_its_id() -> None:
    assert measure_words({}, "seats_majority", "seat") == "seats majority"


def test_a_label_names_areas_just_where_the_unit_is_one_of_land() -> None:
    # Else "areas" would stand in a sentence that is on provinces, or a unit of votes would take its place.
    for measure in load_measures(configs_folder()).all:
        of_land = any(unit.name == "area" for unit in measure.unit) and len(measure.unit) == 1
        assert ("areas" in measure.label.casefold()) == of_land, measure.id


def test_what_compares_the_claims_knows_the_labels() -> None:
    assert load(configs_folder()).reconciling.labels == LABELS
