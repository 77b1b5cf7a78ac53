"""Every example and look-alike of configs/measures is read as its file says.

An example that is not read yet stands in known_misses.txt, which can only get shorter: a line there whose
example is read by now fails, and so does a line that no file of configs/measures holds any more.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from pipeline.annotating.annotate import Annotator
from pipeline.configuring.configuration import Configuration, load
from pipeline.configuring.folder import configs_folder
from pipeline.configuring.measures import Expected, Measure, load_measures
from pipeline.extracting.extract import extract
from pipeline.types import Article, Claim

MEASURES = load_measures(configs_folder())
KNOWN = Path(__file__).with_name("known_misses.txt")
Case = tuple[str, str, tuple[Expected, ...]]  # measure, text, the claims of the measure: none for a look-alike


def cases() -> Iterator[Case]:
    for measure in MEASURES.all:
        yield from ((measure.id, example.text, example.claims) for example in measure.example)
        yield from ((measure.id, other.text, ()) for other in measure.look_alike)


CASES = list(cases())


def known_misses() -> set[tuple[str, str]]:
    lines = KNOWN.read_text(encoding="utf-8").splitlines()
    return {(m, text) for m, _, text in (line.partition("\t") for line in lines if line and not line.startswith("#"))}


@pytest.fixture(scope="module")
def config() -> Configuration:
    return load(configs_folder())


@pytest.fixture(scope="module")
def claims(config: Configuration) -> dict[str, tuple[Claim, ...]]:
    """What is read in each text, all texts annotated in one go."""
    texts = sorted({text for _, text, _ in CASES})
    articles = [Article(f"a{n}", f"a{n}.txt", text) for n, text in enumerate(texts)]
    docs = Annotator(None, config).annotate(articles)
    return {doc.article.text: extract(doc, config).claims for doc in docs}


def plain(name: str) -> str:
    """A name as it is compared: without its article and genitive."""
    return name.casefold().removeprefix("the ").removesuffix("'s").removesuffix("'")


def differences(measure: Measure, wanted: Sequence[Expected], said: Sequence[Claim]) -> list[str]:
    """Return one line for each claim that is missing, too many, or other than it should be."""
    of_it = [claim for claim in said if claim.measure == measure.id]
    lines = [f"too many: {c.quantity.text!r} of {c.subject_text!r} by {c.rule}" for c in of_it[len(wanted) :]]
    lines += [f"missing: {w.figure!r}" for w in wanted[len(of_it) :]]
    for want, claim in zip(wanted, of_it, strict=False):
        q = claim.quantity
        if want.figure not in q.text and q.text not in want.figure:
            lines.append(f"figure {q.text!r} for {want.figure!r}")
        if want.value is not None and (q.value is None or abs(q.value - want.value) > 0.001):
            lines.append(f"value {q.value} for {want.value}")
        if want.text and plain(claim.value_text or "") != plain(want.text):
            lines.append(f"text {claim.value_text!r} for {want.text!r}")
        if plain(claim.subject_text or "") != plain(want.subject):
            lines.append(f"subject {claim.subject_text!r} for {want.subject!r} by {claim.rule}")
        if want.unit and q.unit != want.unit:
            lines.append(f"unit {q.unit!r} for {want.unit!r}")
        if want.qualifier and q.qualifier != want.qualifier:
            lines.append(f"qualifier {q.qualifier!r} for {want.qualifier!r}")
    return lines


@pytest.mark.parametrize(("measure", "text", "wanted"), CASES)
def test_example(measure: str, text: str, wanted: tuple[Expected, ...], claims: dict[str, tuple[Claim, ...]]) -> None:
    wrong = differences(MEASURES.by_id[measure], wanted, claims[text])
    if (measure, text) in known_misses():
        assert wrong, f"this is read now: take the line out of {KNOWN.name}"
    else:
        assert wrong == []


def test_every_known_miss_is_an_example() -> None:
    assert known_misses() <= {(measure, text) for measure, text, _ in CASES}


def test_no_reading_is_outside_the_bounds_of_its_measure(claims: dict[str, tuple[Claim, ...]]) -> None:
    said = [claim for found in claims.values() for claim in found]
    assert len(said) > 100
    outside = [c for c in said if not MEASURES.within_bounds(c.measure, c.quantity.value, c.quantity.unit)]
    assert outside == []


def test_every_unit_that_is_read_is_a_unit_of_its_measure(claims: dict[str, tuple[Claim, ...]]) -> None:
    said = [c for found in claims.values() for c in found if MEASURES.by_id[c.measure].unit]
    unknown = {(c.measure, c.quantity.unit) for c in said if not MEASURES.by_id[c.measure].unit_named(c.quantity.unit)}
    assert unknown == set()
