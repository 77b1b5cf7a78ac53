"""configs/measures: what stands in it holds together, and what is wrong in it is said with file and key."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from pipeline.configuring.configuration import load
from pipeline.configuring.folder import configs_folder
from pipeline.configuring.measures import WORDED, load_measures
from pipeline.configuring.strict import ConfigError

FOLDER = configs_folder()
MEASURES = load_measures(FOLDER)

# The measures that readers of the tables may rely on.
PROMISED = [
    "seats",
    "seats_change",
    "seats_total",
    "seats_majority",
    "seats_reserved",
    "vote_share",
    "votes",
    "votes_cast",
    "registered_voters",
    "turnout",
    "votes_counted",
    "margin",
    "candidates",
    "parties",
    "areas_total",
    "areas_reporting",
    "areas_led",
    "areas_second",
    "rank",
    "complaints",
    "leads",
    "role",
    "record",
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the configuration that may be spoiled."""
    shutil.copytree(FOLDER / "measures", tmp_path / "measures")
    shutil.copy(FOLDER / "reconciling.toml", tmp_path)
    return tmp_path


def spoil(folder: Path, file: str, right: str, wrong: str) -> None:
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert right in text, "the test is out of date"
    path.write_text(text.replace(right, wrong, 1), encoding="utf-8")


def test_all_measures_are_there() -> None:
    assert sorted(PROMISED) == [m.id for m in MEASURES.all]


def test_the_configuration_carries_them() -> None:
    assert load(FOLDER).measures == MEASURES


@pytest.mark.parametrize("measure", MEASURES.all, ids=lambda m: m.id)
def test_a_measure_is_described_in_one_sentence(measure) -> None:  # type: ignore[no-untyped-def]
    assert measure.label and measure.description.endswith(".") and ". " not in measure.description
    assert all(other.reason for other in measure.look_alike)


def test_labels_and_texts_stand_once_in_a_measure() -> None:
    assert len({m.label for m in MEASURES.all}) == len(MEASURES.all)
    for m in MEASURES.all:
        texts = [e.text for e in m.example] + [o.text for o in m.look_alike]
        assert len(set(texts)) == len(texts), m.id


def test_a_claim_on_the_contest_names_no_subject_and_one_on_a_subject_does() -> None:
    for measure in MEASURES.all:
        for example in measure.example:
            for claim in example.claims:
                if measure.about != "either":
                    assert bool(claim.subject) == (measure.about == "subject"), example.text


BOUNDS = [  # measure, figure, unit, whether it can be
    ("turnout", 44.52, "percent", True),
    ("turnout", 760, "percent", False),
    ("turnout", 0, "percent", True),
    ("turnout", 100, "percent", True),
    ("turnout", -1, "percent", False),
    ("vote_share", 100.1, "percent", False),
    ("seats", -3, "seat", False),
    ("seats_change", -67, "seat", True),
    ("seats_total", 0, "seat", False),
    ("margin", 149, "vote", True),
    ("margin", 149, "point", False),
    ("votes_counted", 1_905_960, "vote", True),
    ("votes_counted", 1_905_960, "percent", False),
    ("areas_led", 6, "province", True),
    ("areas_led", -6, "state", False),
    ("registered_voters", 24_500_000, "voter", True),
    ("registered_voters", 9e9, "voter", False),
    ("rank", 0, "place", False),
    ("turnout", None, "percent", True),  # an open end
    ("role", 3, "text", True),  # has no figures
    ("turnout", 760, "voter", True),  # no such unit: not for the bounds to say
    ("weight", 760, "kilogram", True),
]


@pytest.mark.parametrize(("measure", "value", "unit", "possible"), BOUNDS)
def test_bounds(measure: str, value: float | None, unit: str, possible: bool) -> None:
    assert MEASURES.within_bounds(measure, value, unit) is possible


@pytest.mark.parametrize("measure", [m for m in MEASURES.all if m.nature not in WORDED], ids=lambda m: m.id)
def test_every_figure_has_bounds_on_both_sides(measure) -> None:  # type: ignore[no-untyped-def]
    assert all(unit.low is not None and unit.high is not None for unit in measure.unit)


MISTAKES = [  # file, what stands in it, what stands there instead, what the message says
    ("measures/turnout.toml", 'id = "turnout"', 'id = "turnouts"', r"key 'id': 'turnouts' is not the file's name"),
    ("measures/turnout.toml", 'nature = "share"', 'nature = "ratio"', "key 'nature': 'ratio'"),
    ("measures/turnout.toml", 'about = "contest"', 'about = "contest"\nbounds = 1', "unknown key 'bounds'"),
    ("measures/turnout.toml", 'label = "Turnout"', "", "key 'label' is missing"),
    ("measures/turnout.toml", 'label = "Turnout"', 'label = ""', "key 'label': '' is no label"),
    ("measures/turnout.toml", 'label = "Turnout"', 'label = "turnout "', "key 'label': 'turnout ' is no label"),
    ("measures/votes_cast.toml", '"Votes cast"', '"VOTES"', "'VOTES' is the label of 'votes' already"),
    ("reconciling.toml", "[comparing]", 'labels = { seats = "x" }\n[comparing]', "unknown key 'labels'"),
    ("measures/turnout.toml", "high = 100", "high = -1", r"key 'unit'\[0\]: low is above high"),
    ("measures/turnout.toml", "high = 100", "high = 40", r"'example'\[0\]: 44.52 is outside the bounds of 'percent'"),
    ("measures/turnout.toml", '"44.52 percent", value', '"45 percent", value', "figure '45 percent' does not stand"),
    ("measures/turnout.toml", "value = 44.52, ", "", "key 'value' is missing"),
    ("measures/turnout.toml", 'unit = "percent"', 'unit = "pint"', "turnout has no unit 'pint'"),
    ("measures/role.toml", 'nature = "text"', 'nature = "count"', "a count has a unit"),
    (
        "measures/role.toml",
        'nature = "text"',
        'nature = "text"\n[[unit]]\nname = "x"',
        "key 'unit': a text has no unit",
    ),
    ("measures/role.toml", 'text = "Prime Minister", ', "", "key 'text' is missing"),
    ("reconciling.toml", 'part = "seats"', 'part = "chairs"', "there is no measure 'chairs'"),
    ("reconciling.toml", 'growing = ["votes_counted"', 'growing = ["votes_weighed"', "'votes_weighed'"),
    ("reconciling.toml", 'measures = ["registered_voters"', 'measures = ["voters"', "'voters'"),
]


@pytest.mark.parametrize(("file", "right", "wrong", "message"), MISTAKES)
def test_a_mistake_is_named_with_file_and_key(folder: Path, file: str, right: str, wrong: str, message: str) -> None:
    spoil(folder, file, right, wrong)
    with pytest.raises(ConfigError, match=message) as caught:
        load_measures(folder)
    assert str(folder / file) in str(caught.value)


@pytest.mark.parametrize("key", ["example", "look_alike"])
def test_a_measure_without_examples_of_both_sorts_is_refused(folder: Path, key: str) -> None:
    path = folder / "measures" / "parties.toml"
    blocks = path.read_text(encoding="utf-8").split("\n\n")
    kept = [block for block in blocks if f"[[{key}]]" not in block]
    assert len(kept) < len(blocks)
    path.write_text("\n\n".join(kept), encoding="utf-8")
    with pytest.raises(ConfigError, match=rf"parties\.toml: key '{key}' is missing"):
        load_measures(folder)


def test_a_measure_cannot_be_a_part_of_itself(folder: Path) -> None:
    ring = '\n[[relation]]\nname = "x"\nkind = "at_most"\npart = "registered_voters"\nwhole = "votes"\nreason = "r"\n'
    spoil(folder, "reconciling.toml", "[sums]", ring + "\n[sums]")
    ring_said = "registered_voters is part of votes is part of votes_cast is part of registered_voters"
    with pytest.raises(ConfigError, match=ring_said):
        load_measures(folder)


def test_a_noun_names_one_measure(folder: Path) -> None:
    for name in ("parties", "candidates"):
        spoil(folder, f"measures/{name}.toml", "nature =", 'terms = ["runners"]\nnature =')
    with pytest.raises(ConfigError, match=r"parties\.toml, key 'terms': 'runners' names 'candidates' already"):
        load_measures(folder)


def test_a_folder_without_measures_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="no measure is configured"):
        load_measures(tmp_path)
