"""A measure that a user adds is a block with a noun of its own: nothing else has to be written."""

from __future__ import annotations

import shutil

import pytest

from pipeline.annotating.annotate import Annotator
from pipeline.configuring.configuration import Configuration, load
from pipeline.configuring.folder import configs_folder
from pipeline.extracting.extract import Extractor
from pipeline.extracting.measuring.added import AddedReader
from pipeline.types import Article

# The block that the README shows.
BLOCK = """
id = "spoiled_ballots"
label = "Spoiled ballots"
description = "How many ballots were invalid."
about = "contest"
nature = "count"
terms = ["spoiled ballots", "invalid ballots"]

[[unit]]
name = "vote"
low = 0
high = 2_000_000_000

[[example]]
text = "The commission counted 41,306 spoiled ballots in the election."
claims = [{ figure = "41,306", value = 41306 }]

[[look_alike]]
text = "The commission counted 41,306 ballots in the election."
reason = "ballots, spoiled or not"
"""


@pytest.fixture(scope="module")
def wider(tmp_path_factory: pytest.TempPathFactory) -> Configuration:
    folder = tmp_path_factory.mktemp("configs")
    shutil.copytree(configs_folder(), folder, dirs_exist_ok=True)
    (folder / "measures" / "spoiled_ballots.toml").write_text(BLOCK, encoding="utf-8")
    return load(folder)


READ = [
    ("The commission counted 41,306 spoiled ballots in the election.", [41306.0]),
    ("There were 12 invalid ballots and 3,000 valid ballots in the election.", [12.0]),
    ("Some 900 disputed and invalid ballots were found after the election.", []),  # "and": two sorts of ballots
    ("Of 5,000 burnt invalid ballots in the election, none was counted.", [5000.0]),
    ("Invalid ballots made up 4 percent of the vote in the election.", []),
    ("The commission counted 41,306 ballots in the election, many of them spoiled.", []),
    ("In 2021 spoiled ballots decided the election.", []),
]


@pytest.mark.parametrize(("text", "values"), READ)
def test_its_noun_is_read(wider: Configuration, text: str, values: list[float]) -> None:
    reader, extractor = AddedReader(wider.measures), Extractor(wider)
    (doc,) = Annotator(None, wider).annotate([Article("a", "a.txt", text)])
    readings = [reader.read(scene, f) for scene in extractor.scenes(doc) for f in scene.figures]
    found = [r for r in readings if r is not None]
    assert [r.figure.value for r in found] == values
    assert {(r.measure, r.unit, r.rule, r.need) for r in found} <= {
        ("spoiled_ballots", "vote", "term-spoiled_ballots", "none")
    }


def test_nothing_is_read_where_no_block_names_a_noun() -> None:
    config = load(configs_folder())
    assert not any(m.terms for m in config.measures.all)
    (doc,) = Annotator(None, config).annotate([Article("a", "a.txt", READ[0][0])])
    reader = AddedReader(config.measures)
    assert [reader.read(s, f) for s in Extractor(config).scenes(doc) for f in s.figures] == [None]
