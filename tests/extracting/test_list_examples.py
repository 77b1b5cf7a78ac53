"""Every example of configs/examples is read as it says, and otherwise once a list that it is for is empty.

The second is what makes an example tell something: a sentence that any configuration reads alike shows nothing of the
list it stands under. Lists for which no sentence could be found are in lists_without_examples.txt, which can only get
shorter: a line there whose list has an example by now fails, and so does one whose list is no more.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from pipeline.annotating.annotate import Annotator
from pipeline.configuring.configuration import Configuration
from pipeline.configuring.examples import FILES, ExpectedClaim, ListExample, list_names, load_examples
from pipeline.configuring.folder import configs_folder
from pipeline.extracting.extract import Extractor
from pipeline.types import Article, Claim

EXAMPLES = load_examples(configs_folder())
WITHOUT = Path(__file__).with_name("lists_without_examples.txt")
# Where the lists of a file stand in the configuration.
PLACES = {
    "terms": "terms",
    "counting": "terms.counting",
    "naming": "terms.naming",
    "circumstances": "circumstances",
    "statements": "statements",
}
CASES = [example for examples in EXAMPLES.values() for example in examples]
MUTANTS = [(f"{PLACES[file]}.{name}", e) for file, examples in EXAMPLES.items() for e in examples for name in e.lists]

Read = Callable[[Configuration, str], tuple[Claim, ...]]


@pytest.fixture(scope="module")
def read(config: Configuration) -> Read:
    """What is read in a text with a configuration; all texts are annotated in one go, with the true one."""
    articles = [Article(f"a{n}", f"a{n}.txt", text) for n, text in enumerate(sorted({e.text for e in CASES}))]
    docs = {doc.article.text: doc for doc in Annotator(None, config).annotate(articles)}
    return lambda wanted, text: Extractor(wanted).extract(docs[text]).claims


def emptied(tree: Any, path: str) -> Any:
    """The configuration, or a part of it, with nothing in the list at `path` ("terms.counting.seats.haul")."""
    key, _, rest = path.partition(".")
    inner = getattr(tree, key)
    return dataclasses.replace(tree, **{key: emptied(inner, rest) if rest else type(inner)()})


def differences(wanted: Sequence[ExpectedClaim], said: Sequence[Claim]) -> list[str]:
    """Return one line for each claim that is missing, too many, or other than it should be."""
    lines = [f"too many: {c.measure} {c.quantity.text!r} of {c.subject_text!r}" for c in said[len(wanted) :]]
    lines += [f"missing: {w.measure} {w.figure!r}" for w in wanted[len(said) :]]
    for want, claim in zip(wanted, said, strict=False):
        pairs = {
            "measure": (want.measure, claim.measure),
            "figure": (want.figure, claim.quantity.text),
            "value": (want.value, None if want.value is None else pytest.approx(claim.quantity.value)),
            "text": (want.text, claim.value_text or ""),
            "subject": (want.subject, claim.subject_text or ""),
            "unit": (want.unit, claim.quantity.unit if want.unit else ""),
            "qualifier": (want.qualifier or "exact", claim.quantity.qualifier),
            "scope": (want.scope, claim.scope_text or ""),
            "said_by": (want.said_by, claim.attributed_to or ""),
            "stage": (want.stage, claim.stage if want.stage else ""),
        }
        lines += [f"{key} {is_!r} for {ought!r} ({claim.rule})" for key, (ought, is_) in pairs.items() if is_ != ought]
    return lines


@pytest.mark.parametrize("example", CASES, ids=lambda e: e.text)
def test_example(example: ListExample, read: Read, config: Configuration) -> None:
    assert differences(example.claims, read(config, example.text)) == []


@pytest.mark.parametrize(("path", "example"), MUTANTS, ids=[f"{path}: {e.text}" for path, e in MUTANTS])
def test_without_its_list_an_example_reads_otherwise(
    path: str, example: ListExample, read: Read, config: Configuration
) -> None:
    assert differences(example.claims, read(emptied(config, path), example.text)) != []


@pytest.mark.parametrize("file", FILES)
def test_every_list_has_an_example(file: str) -> None:
    shown = {name for example in EXAMPLES[file] for name in example.lists}
    known = {name for f, name in without_examples() if f == file}
    names = set(list_names(configs_folder(), file))
    assert names - shown - known == set(), f"add an example to configs/examples/{file}.toml"
    assert known & shown == set(), f"these have an example now: take their lines out of {WITHOUT.name}"
    assert known - names == set(), f"there are no such lists: take their lines out of {WITHOUT.name}"


def test_every_exception_names_a_file_and_a_reason() -> None:
    assert {file for file, _ in without_examples()} <= set(FILES)
    assert all(reason for reason in without_examples().values())


def without_examples() -> dict[tuple[str, str], str]:
    """The lists that have no example, as (file, list), each with its reason."""
    lines = [line for line in WITHOUT.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    split = (line.partition("\t") for line in lines)
    return {(place.split()[0], place.split()[1]): reason for place, _, reason in split}
