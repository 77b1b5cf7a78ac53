"""Claims as annotation tasks, out and back in as gold."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pipeline.commands.stored import Stored
from pipeline.exporting.prodigy import tasks

Task = dict[str, Any]


@pytest.fixture
def exported(tallywire: Callable, outputs: Path, tmp_path: Path) -> Path:
    return Path(tallywire("export", "--format", "prodigy", "--out", outputs, "--to", tmp_path).out.strip())


def read(path: Path) -> list[Task]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def evaluated(tallywire: Callable, out: Path, path: Path, changed: list[Task]) -> dict[str, Any]:
    path.write_text("".join(json.dumps(task) + "\n" for task in changed), encoding="utf-8")
    said = tallywire("evaluate", path, "--out", out, "--json")
    assert said.code == 0, said.err
    figures: dict[str, Any] = json.loads(said.out)
    return figures


def test_a_task_is_a_sentence_with_its_figures_and_subjects_marked(exported: Path) -> None:
    found = read(exported)
    assert len(found) == 6
    for task in found:
        text = task["text"]
        for token in task["tokens"]:
            assert text[token["start"] : token["end"]] == token["text"]
        for span in task["spans"]:
            first, last = task["tokens"][span["token_start"]], task["tokens"][span["token_end"]]
            assert (first["start"], last["end"]) == (span["start"], span["end"])
    task = found[0]
    named = {(span["label"], task["text"][span["start"] : span["end"]]) for span in task["spans"]}
    assert named == {("seats", "34"), ("subject", "Pear List")}
    (relation,) = task["relations"]
    assert task["tokens"][relation["head"]]["text"] == "34" and task["tokens"][relation["child"]]["text"] == "List"
    assert task["meta"]["path"] == "early.txt"


def test_figures_of_one_sentence_share_a_task_and_their_subject_is_the_nearest_print() -> None:
    sentence = "Pear won 34 seats, Pear said, and 9 votes; it named 2 candidates."
    row = {"article_id": "a", "path": "a.txt", "published": None, "sentence": sentence, "sentence_start": 100}
    row |= dict.fromkeys(("value", "value_low", "value_high", "unit", "stage", "scope", "rule", "confidence"))
    row |= {"contest_id": None, "subject": "Pear Party", "qualifier": "exact"}
    claims = [
        row | {"claim_id": "1", "measure": "seats", "char_start": 109, "char_end": 111, "subject_text": "Pear"},
        row | {"claim_id": "2", "measure": "votes", "char_start": 134, "char_end": 135, "subject_text": "Pear"},
        row
        | {"claim_id": "3", "measure": "candidates", "char_start": 152, "char_end": 153, "subject_text": "the list"},
    ]
    (task,) = tasks(claims, [], [])
    assert [(span["label"], span["start"]) for span in task["spans"]] == [
        ("seats", 9),
        ("votes", 34),
        ("candidates", 52),
        ("subject", 0),
        ("subject", 19),
    ]
    assert [(r["head_span"]["start"], r["child_span"]["start"]) for r in task["relations"]] == [(9, 0), (34, 19)]
    assert task["spans"][2]["subjects"] == ["the list", "Pear Party"]


def test_what_goes_out_unchanged_comes_back_all_right(tallywire: Callable, outputs: Path, exported: Path) -> None:
    figures = evaluated(tallywire, outputs, exported, read(exported))
    assert (figures["gold"], figures["said"]) == (6, 6)
    assert [figures[name]["f1"] for name in ("figure", "subject", "full")] == [1.0, 1.0, 1.0]
    assert figures["qualifier_accuracy"] == 1.0


def without_first_figure(task: Task) -> Task:
    return task | {"spans": task["spans"][1:], "relations": []}


def with_added_figure(task: Task) -> Task:
    start = task["text"].index("won")
    return task | {
        "spans": [*task["spans"], {"start": start, "end": start + 3, "label": "votes", "qualifier": "exact"}]
    }


def with_other_subject(task: Task) -> Task:
    relation = task["relations"][0]
    child = {"start": 0, "end": len("Iraq"), "label": "subject"}
    return task | {"relations": [relation | {"child_span": child}]}


def with_other_election(task: Task) -> Task:
    return task | {"spans": [span | {"year": 1999} if "year" in span else span for span in task["spans"]]}


@pytest.mark.parametrize(
    ("change", "wrong"),
    [
        (without_first_figure, {"figure": (5 / 6, 1.0), "subject": (5 / 6, 1.0), "full": (5 / 6, 1.0)}),
        (with_added_figure, {"figure": (1.0, 6 / 7), "subject": (1.0, 6 / 7), "full": (1.0, 6 / 7)}),
        (with_other_subject, {"figure": (1.0, 1.0), "subject": (5 / 6, 5 / 6), "full": (5 / 6, 5 / 6)}),
        (with_other_election, {"figure": (1.0, 1.0), "subject": (1.0, 1.0), "full": (5 / 6, 5 / 6)}),
    ],
)
def test_what_the_annotator_changed_counts_against_the_claims(
    tallywire: Callable,
    outputs: Path,
    exported: Path,
    change: Callable[[Task], Task],
    wrong: dict[str, tuple[float, float]],
) -> None:
    first, *others = read(exported)
    figures = evaluated(tallywire, outputs, exported, [change(first), *others])
    rates = {name: (figures[name]["precision"], figures[name]["recall"]) for name in wrong}
    assert rates == {name: (round(p, 3), round(r, 3)) for name, (p, r) in wrong.items()}


def test_a_figure_added_with_a_label_only_is_read_from_the_print(
    tallywire: Callable, outputs: Path, exported: Path
) -> None:
    first, *others = read(exported)
    bare = [{"start": span["start"], "end": span["end"], "label": span["label"]} for span in first["spans"]]
    figures = evaluated(tallywire, outputs, exported, [first | {"spans": bare}, *others])
    assert figures["full"]["f1"] == 1.0


@pytest.mark.parametrize("answer", ["reject", "ignore"])
def test_a_sentence_passed_over_or_not_in_the_file_is_not_judged(
    tallywire: Callable, outputs: Path, exported: Path, answer: str
) -> None:
    first, second, *_ = read(exported)
    figures = evaluated(tallywire, outputs, exported, [first | {"answer": "accept"}, second | {"answer": answer}])
    assert (figures["gold"], figures["said"], figures["full"]["f1"]) == (1, 1, 1.0)


def test_a_task_of_another_form_is_refused_with_its_line(tallywire: Callable, outputs: Path, tmp_path: Path) -> None:
    path = tmp_path / "tasks.jsonl"
    path.write_text('{"text": "34 seats", "meta": {}, "spans": []}\n')
    said = tallywire("evaluate", path, "--out", outputs)
    assert said.code == 2 and f"{path}, line 1: not a task" in said.err
    assert Stored(outputs).claims
